"""Read a text once: sentences, windows, encoder, heads; out come mentions and frames."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.reader.again import mean_scores, second_opinions
from dateline.reader.consistency import Marked, settle
from dateline.reader.decode import best_tags, softmax, span_of, spans
from dateline.reader.labels import FRAME_TYPES, MODALITIES, MODES, ROLES, TYPES
from dateline.reader.looks import shipped
from dateline.reader.names import name_tags
from dateline.reader.reading import DEED, DEED_ROLES, LEAN, SAYING, SAYING_ROLES, Found, Frame, Reading, Role
from dateline.reader.sentences import sentences
from dateline.reader.windows import Window, windows
from dateline.record import Span

if TYPE_CHECKING:
    from dateline.reader.decode import Scores
    from dateline.reader.model import Model

LONGEST_PHRASE = 400  # characters; what is marked as a name, phrase or party and is longer (one sign repeated a thousand times) is none
PRONOUNS = re.compile(
    r"(?i)(?:he|she|they|it|we|i|him|her|them|us|me|his|hers|their|theirs|its|our|ours|my|mine|who|whom|whose|himself|herself|themselves|itself|myself|ourselves)"
)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure a head must be. `event` and `deed` were swept on the validation articles."""

    cue: float = 0.5
    event: float = 0.25  # of the tagger, before the frame reader has its say
    deed: float = 0.65  # of both together
    trace: float = 0.08  # of the tagger, for a word that may be a deed if other reports bear it out
    faint: float = 0.2  # of both together, likewise (swept on folding_a: .2 .3 .5)
    role: float = 0.0  # how far "no role" is held back in a deed's frame (log odds): its roles are rarer than a saying's


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
            answers[i] = _frames(text, todo[i], hidden, cues, events, using, limits)
            scores[i] = names, nominals
    second = second_opinions(text, found, ((todo[group[0]], scores[group[0]][0]) for group in alike.values()), using)
    marked: list[Marked] = []
    for i, w in enumerate(todo):
        marked += [m for m in _marked(text, w, mean_scores(w, scores[i][0], second)) if m.span[1] - m.span[0] <= LONGEST_PHRASE]
        mentions += [m for m in _phrases(text, w, scores[i][1]) if m.end - m.start <= LONGEST_PHRASE]
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


def _frames(text: str, w: Window, hidden: Scores, cues: Scores, events: Scores, using: Model, limits: Thresholds) -> list[Frame]:
    """The sayings and deeds of a window, faint ones too; `cues` and `events` are the scores of its words."""
    p_cue, p_event = softmax(cues), softmax(events)
    triggers: list[tuple[int, int, int]] = []
    seen: list[float] = []
    for a, b, _ in _triggers(p_cue, limits.cue):
        triggers.append((a, b, 1))
        seen.append(float(1 - p_cue[a, 0]))
    likely = _triggers(p_event, limits.event)
    traces = [t for t in _triggers(p_event, limits.trace) if not any(t[0] < b and a < t[1] for a, b, _ in likely)]
    for a, b, _ in (*likely, *traces):
        if all(text[slice(*x)].lower() in FUNCTION_WORDS for x in w.spans[a:b]):
            continue
        sure = float(1 - p_event[a:b, 0].min())
        if sure**0.5 < limits.faint:
            continue  # whatever the frame reader says, both together stay below the threshold
        triggers.append((a, b, 2))
        seen.append(sure)
    if not triggers:
        return []
    roles, types, modes, modality, negated = using.frames(hidden, w, triggers)
    roles[[k for k, t in enumerate(triggers) if t[2] == 2], :, 0] -= limits.role
    paths = best_tags(roles)
    p_roles = softmax(roles)
    p_types, p_modes, p_modality, p_negated = (softmax(x) for x in (types, modes, modality, negated))
    frames = []
    for k, (a, b, kind) in enumerate(triggers):
        filled = [
            Role(
                ROLES[label],
                *(span_of(w.spans, s, e) if ROLES[label] == "content" else _tight(text, w, s, e)),
                score=round(float(p_roles[k, s:e, 1 + 2 * label :][:, :2].sum(-1).mean()), 4),
            )
            for s, e, label in spans(paths[k].tolist())
        ]
        filled = [r for r in filled if r.name == "content" or r.end - r.start <= LONGEST_PHRASE]
        trigger = span_of(w.spans, a, b)
        if kind == 1:
            own = tuple(r for r in filled if r.name in SAYING_ROLES)
            if any(r.name == "content" for r in own):
                frames.append(Frame(SAYING, trigger, own, negated=bool(p_negated[k, 1] > 0.5), score=round(seen[k], 4)))
            continue
        # what the tagger saw and what the frame reader, who knows the parties, makes of it
        both = 0.5 * p_types[k, 1:] + 0.5 * p_event[a, 1:].reshape(-1, 2).sum(-1) / max(1e-6, 1 - p_event[a, 0])
        score = seen[k] ** 0.5 * float(1 - p_types[k, 0]) ** 0.5
        if score < limits.faint:
            continue
        best = int(both.argmax())
        assert FRAME_TYPES[best + 1] == TYPES[best]
        mode = MODES[int(p_modes[k].argmax())]
        frames.append(
            Frame(
                DEED,
                trigger,
                tuple(r for r in filled if r.name in DEED_ROLES),
                type=TYPES[best],
                mode=None if mode == "none" else mode,
                modality=MODALITIES[int(p_modality[k].argmax())],
                score=round(score, 4),
                type_score=round(float(both[best]), 4),
                leanings=_leanings(p_roles[k], w, ("actor", "recipient")),
            )
        )
    frames.sort(key=lambda f: (f.trigger or (0, 0), f.kind))
    return frames


def _leanings(p: Scores, w: Window, names: Sequence[str]) -> tuple[Role, ...]:
    """The words that may fill roles `names`, each with its probability of being in it; in order of names, then of words."""
    out = []
    for name in names:
        at = 1 + 2 * ROLES.index(name)
        inside = p[:, at : at + 2].sum(-1)
        words = [(w.spans[int(i)], float(inside[i])) for i in (inside >= LEAN).nonzero()[0]]
        out += [Role(name, *span, score=round(p, 4)) for span, p in words if span[1] - span[0] <= LONGEST_PHRASE]
    return tuple(out)


# closed classes of English: none of them alone tells a deed
FUNCTION_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "but",
        "nor",
        "not",
        "no",
        "do",
        "does",
        "did",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "it",
        "its",
        "they",
        "them",
        "he",
        "him",
        "she",
        "her",
        "this",
        "that",
        "these",
        "those",
        "which",
        "who",
        "whom",
        "as",
        "up",
        "out",
        "down",
        "over",
        "off",
        "under",
        "into",
        "if",
        "than",
        "then",
        "so",
    ]
)
NO_END = FUNCTION_WORDS | {"The"}  # what no name ends in; others with a capital may be one ("IT", "US")
PUNCTUATION = frozenset("()[]{}<>\"“”„«»‘’'`,;:!?*-–—/|")


def _tight(text: str, w: Window, first: int, last: int) -> Span:
    """The characters from word `first` to before word `last` without punctuation at the edges; a bracket opened within stays closed."""
    while (
        last - first > 1
        and text[slice(*w.spans[last - 1])] in PUNCTUATION
        and not (text[slice(*w.spans[last - 1])] == ")" and "(" in text[w.spans[first][0] : w.spans[last - 1][0]])
    ):
        last -= 1
    while last - first > 1 and text[slice(*w.spans[first])] in PUNCTUATION:
        first += 1
    return span_of(w.spans, first, last)


def _marked(text: str, w: Window, names: Scores) -> list[Marked]:
    """The names of a window, each with its probability of every label."""
    p = softmax(names)
    out = []
    for s, e, _ in spans(name_tags(text, w, names)):
        while e - s > 1 and text[slice(*w.spans[e - 1])] in NO_END:
            e -= 1  # "Department of Fisheries and": no name ends so
        out.append(Marked(_tight(text, w, s, e), p[s:e, 1:].reshape(e - s, -1, 2).sum(-1).mean(0)))
    return out


def _phrases(text: str, w: Window, nominals: Scores) -> list[Found]:
    """The referring phrases and pronouns of a window."""
    q = softmax(nominals)
    out = []
    for s, e, label in spans(best_tags(nominals[None])[0].tolist()):
        at = _tight(text, w, s, e)
        if label == 0 and not PRONOUNS.fullmatch(text[at[0] : at[1]]):
            score = float(q[s:e, 1 + 2 * label :][:, :2].sum(-1).mean())
            out.append(Found(*at, "person", "nominal", round(score, 4)))
    for a, b in w.spans:
        if PRONOUNS.fullmatch(text[a:b]) and text[a:b] != "US":
            out.append(Found(a, b, "person", "pronoun"))
    return out


def _triggers(p: Scores, threshold: float) -> list[tuple[int, int, int]]:
    """(first word, word after the last, label) of stretches where being inside any label is likelier than `threshold`.

    Neighbours of one label are one telling phrase ("called upon"), whatever their tags: two deeds of one type do not stand side by side.
    """
    out: list[tuple[int, int, int]] = []
    for i in range(len(p)):
        if 1 - p[i, 0] < threshold:
            continue
        label = int(p[i, 1:].reshape(-1, 2).sum(-1).argmax())
        if out and out[-1][1] == i and out[-1][2] == label:
            out[-1] = (out[-1][0], i + 1, label)
        else:
            out.append((i, i + 1, label))
    return out
