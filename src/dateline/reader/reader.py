"""Read a text once: sentences, windows, encoder, heads; out come mentions and frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.reader.again import mean_scores, second_opinions
from dateline.reader.consistency import Marked, settle
from dateline.reader.frames import Thresholds, frames_of
from dateline.reader.looks import shipped
from dateline.reader.phrases import names_of, phrases_of
from dateline.reader.reading import DEED, LONGEST_PHRASE, Found, Frame, Reading
from dateline.reader.sentences import sentences
from dateline.reader.windows import Window, windows
from dateline.record import Span

if TYPE_CHECKING:
    from dateline.reader.decode import Scores
    from dateline.reader.model import Model


def read_text(
    text: str, stretches: Sequence[Span] | None = None, *, using: Model | None = None, thresholds: Thresholds | None = None
) -> Reading:
    """The mentions and frames of `text`, read within `stretches` (the readable blocks; the whole text by default).

    Offsets are half-open code point offsets into `text`. The same text gives the same reading.
    """
    if using is None:
        from dateline.reader.model import model

        using = model()
    limits = thresholds or Thresholds()
    found = [s for a, b in (stretches if stretches is not None else [(0, len(text))]) for s in sentences(text, a, b)]
    todo = windows(text, found, using.pieces)
    mentions: list[Found] = []
    frames: list[Frame] = []
    faint: list[Frame] = []
    # pages print the same lines again and again: a window is encoded once however often it occurs
    alike: dict[tuple[tuple[int, ...], tuple[int, ...]], list[int]] = {}
    for i, w in enumerate(todo):
        alike.setdefault((w.pieces, w.shapes), []).append(i)
    answers: dict[int, list[Frame]] = {}
    scores: dict[int, tuple[Scores, Scores]] = {}  # of names and of nominals, by word
    sums: dict[int, Scores] = {}
    for group in alike.values():
        w = todo[group[0]]
        hidden, *heads = using.encode(w)
        names, nominals, cues, events = (h[list(w.first)] for h in heads)
        sums[group[0]] = _sum_over_words(w, hidden)
        for i in group:
            answers[i] = frames_of(text, todo[i], hidden, cues, events, using, limits)
            scores[i] = names, nominals
    second = second_opinions(text, found, ((todo[group[0]], scores[group[0]][0]) for group in alike.values()), using)
    marked: list[Marked] = []
    for i, w in enumerate(todo):
        marked += [m for m in names_of(text, w, mean_scores(w, scores[i][0], second)) if m.span[1] - m.span[0] <= LONGEST_PHRASE]
        mentions += [m for m in phrases_of(text, w, scores[i][1]) if m.end - m.start <= LONGEST_PHRASE]
        for f in answers[i]:
            (faint if f.kind == DEED and f.score < limits.deed else frames).append(f)
    mentions += settle(marked, shipped().of(text, [m.span for m in marked]), text)
    return Reading(
        tuple(found),
        tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.form))),
        tuple(frames),
        _gist([(sums[group[0]], len(todo[i].first)) for group in alike.values() for i in group]),
        tuple(faint),
    )


def _sum_over_words(w: Window, hidden: Scores) -> Scores:
    """The sum over a window's words of the mean of each word's pieces."""
    import numpy as np

    sizes = np.diff([*w.first, len(w.pieces) - 1])  # the last word ends before [SEP]
    total: Scores = np.repeat((1 / sizes).astype(np.float32), sizes) @ hidden[w.first[0] : len(w.pieces) - 1]
    return total


def _gist(sums: list[tuple[Scores, int]]) -> tuple[float, ...] | None:
    """The mean over all words; windows of the same words count as often as they stand in the text."""
    words = sum(n for _, n in sums)
    return tuple(round(float(x) / words, 4) for x in sum(s for s, _ in sums)) if words else None  # type: ignore[union-attr]
