"""Read a text once: sentences, windows, encoder, heads; out come mentions and frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.reader.again import mean_scores, second_opinions
from dateline.reader.consistency import Marked, settle
from dateline.reader.frames import Thresholds, frames_of
from dateline.reader.headlines import trimmed
from dateline.reader.looks import shipped
from dateline.reader.phrases import names_of, phrases_of
from dateline.reader.reading import DEED, Found, Frame, Reading
from dateline.reader.sentences import sentences
from dateline.reader.windows import Window, windows
from dateline.record import Span

if TYPE_CHECKING:
    from dateline.reader.decode import Scores
    from dateline.reader.model import Model

HELD = 64  # windows whose hidden states wait for the second opinions before their frames are read: 16 MB at most


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
    # pages print the same lines again and again: a window is encoded once however often it occurs
    alike: dict[tuple[tuple[int, ...], tuple[int, ...]], list[int]] = {}
    for i, w in enumerate(todo):
        alike.setdefault((w.pieces, w.shapes), []).append(i)
    groups = list(alike.values())
    marked: dict[int, list[Marked]] = {}
    told: dict[int, list[Frame]] = {}
    mentions: list[Found] = []
    sums: list[tuple[Scores, int]] = []
    for start in range(0, len(groups), HELD):
        some = groups[start : start + HELD]
        read = {group[0]: using.read(todo[group[0]]) for group in some}
        second = second_opinions(text, found, ((todo[i], tags) for i, (_, tags) in read.items()), using)
        for group in some:
            hidden, tags = read[group[0]]
            for i in group:
                w = todo[i]
                marked[i] = names_of(text, w, mean_scores(w, tags["names"], second["names"]))
                mentions += phrases_of(text, w, tags["nominals"])
                told[i] = frames_of(text, w, hidden, tags["cues"], mean_scores(w, tags["events"], second["events"]), using, limits)
                sums.append((_sum_over_words(w, hidden), len(w.first)))
    names = trimmed([m for i in range(len(todo)) for m in marked[i]], text, shipped())
    frames = [f for i in range(len(todo)) for f in told[i]]
    mentions += settle(names, shipped().of(text, [m.span for m in names]), text)
    return Reading(
        tuple(found),
        tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.form))),
        tuple(f for f in frames if f.kind != DEED or f.score >= limits.deed),
        _gist(sums),
        tuple(f for f in frames if f.kind == DEED and f.score < limits.deed),
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
