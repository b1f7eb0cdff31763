"""Sayings and deeds of a window: its telling words, what the frame reader makes of each, and how sure both together are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.reader.decode import best_tags, softmax, span_of, spans
from dateline.reader.labels import FRAME_TYPES, MODALITIES, MODES, ROLES, TYPES
from dateline.reader.reading import DEED, DEED_ROLES, LEAN, LONGEST_PHRASE, SAYING, SAYING_ROLES, Frame, Role
from dateline.reader.trimming import FUNCTION_WORDS, bare, tight

if TYPE_CHECKING:
    from dateline.reader.decode import Scores
    from dateline.reader.model import Model
    from dateline.reader.windows import Window


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure a head must be. `event` and `deed` were swept on the validation articles."""

    cue: float = 0.5
    event: float = 0.25  # of the tagger, before the frame reader has its say
    deed: float = 0.7  # of both together
    trace: float = 0.08  # of the tagger, for a word that may be a deed if other reports bear it out
    faint: float = 0.2  # of both together, likewise (swept on folding_a: .2 .3 .5)
    role: float = 0.0  # how far "no role" is held back in a deed's frame (log odds): its roles are rarer than a saying's


def frames_of(text: str, w: Window, hidden: Scores, cues: Scores, events: Scores, using: Model, limits: Thresholds) -> list[Frame]:
    """The sayings and deeds of a window, faint ones too; `cues` and `events` are the scores of its words."""
    p_cue, p_event = softmax(cues), softmax(events)
    triggers: list[tuple[int, int, int]] = []
    seen: list[float] = []
    for a, b, _ in triggers_of(p_cue, limits.cue):
        triggers.append((a, b, 1))
        seen.append(float(1 - p_cue[a, 0]))
    likely = triggers_of(p_event, limits.event)
    traces = [t for t in triggers_of(p_event, limits.trace) if not any(t[0] < b and a < t[1] for a, b, _ in likely)]
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
                *(span_of(w.spans, s, e) if ROLES[label] == "content" else tight(text, w, s, e)),
                score=round(float(p_roles[k, s:e, 1 + 2 * label :][:, :2].sum(-1).mean()), 4),
            )
            for s, e, label in spans(paths[k].tolist())
        ]
        filled = [r for r in filled if r.name == "content" or r.end - r.start <= LONGEST_PHRASE]
        trigger = bare(text, w, a, b)
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
                leanings=leanings_of(p_roles[k], w, ("actor", "recipient")),
            )
        )
    frames.sort(key=lambda f: (f.trigger or (0, 0), f.kind))
    return frames


def leanings_of(p: Scores, w: Window, names: Sequence[str]) -> tuple[Role, ...]:
    """The words that may fill roles `names`, each with its probability of being in it; in order of names, then of words."""
    out = []
    for name in names:
        at = 1 + 2 * ROLES.index(name)
        inside = p[:, at : at + 2].sum(-1)
        words = [(w.spans[int(i)], float(inside[i])) for i in (inside >= LEAN).nonzero()[0]]
        out += [Role(name, *span, score=round(p, 4)) for span, p in words if span[1] - span[0] <= LONGEST_PHRASE]
    return tuple(out)


def triggers_of(p: Scores, threshold: float) -> list[tuple[int, int, int]]:
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
