"""A second look at every deed, with the whole article in view: is an event told here for the first time, told again, or is none told at all?

The reader sees a window of 160 word pieces and the deed in it; here counts what was told before, by whom, in which form and sort of sentence. What speaks for a deed is
named in plain words, how much it counts is in `weighing.tsv`, learned by `training/weighing/fit.py` from readings of articles that the weights
had not seen. Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from dateline.events.clause import clause_of, determiner, stem, unstopped
from dateline.events.evidence import SIDES
from dateline.events.stage import Stage
from dateline.reader.reading import Frame
from dateline.record import Span
from dateline.statements.choosing import chance

KEPT = 0.25  # the probability that an event needs: the best of cross-validation; on the 34 validation articles 61.6 here, 62.1 at 0.3, and pages in translated English lose less
RAISED = 0.4  # and that one needs which the reader by itself was not sure of
STANDING = 0.6  # a deed of this score was told, whether or not it became an event
LATE = 6  # sentences; those behind are one
CLOSE = 4  # words between two deeds
BACK = 6  # deeds of the type before, whose parties are looked at
EDGES = (0.01, 0.995)  # of probabilities whose log odds are taken
_BEFORE = {
    name: re.compile(rf"(?i)\b(?:{words})\s+(?:[\w’']+\s+){{0,{more}}}$")
    for name, words, more in (
        ("would", "would|could|may|might|can", 2),
        ("will", "will|shall|plans? to|set to|due to|about to", 2),
        ("to", "to", 1),
        ("if", "if|whether|unless|should", 4),
        ("not", r"not|never|no|without|refus\w+ to|fail\w+ to", 3),
        ("had", "had", 2),
        ("has", "has|have", 2),
        ("after", "after|since|following|before|during|amid|despite|over|because of|due to", 3),
        ("of", "for|of|on|in|from|against|by|about", 1),
    )
}


@dataclass
class _Told:
    """The deeds of one type so far."""

    deeds: list[Frame] = field(default_factory=list)
    standing: int = 0
    surest: dict[str, float] = field(default_factory=dict)  # by stem: the highest score


def weighed(stage: Stage) -> dict[Span, float]:
    """By the telling word of each of the stage's deeds (faint ones too): the probability that an event is told there for the first time."""
    table = weights()
    return {f.trigger: probability(features, numbers, table) for f, features, numbers in evidence(stage) if f.trigger}


def probability(features: Sequence[str], numbers: Mapping[str, float], table: Mapping[str, float]) -> float:
    """What a table of weights makes of a deed's evidence."""
    return chance(sum(table.get(x, 0.0) for x in features) + sum(table.get(k, 0.0) * v for k, v in numbers.items()))


@cache
def weights() -> dict[str, float]:
    """What each feature counts, in log odds; of numbers, for one."""
    lines = files("dateline.events").joinpath("weighing.tsv").read_text(encoding="utf-8").splitlines()
    return {feature: float(w) for feature, w in (line.split("\t") for line in lines if line and not line.startswith("#"))}


@dataclass(frozen=True, slots=True)
class _Look:
    """A deed with what is asked of it more than once."""

    frame: Frame
    trigger: Span
    type: str
    number: int  # of its sentence
    sentence: Span
    form: str  # of its telling word (clause.py)
    after: str  # the determiner before it
    root: str
    here: Sequence[Frame]  # the deeds of its sentence


def evidence(stage: Stage) -> list[tuple[Frame, list[str], dict[str, float]]]:
    """Every deed with what speaks for or against it and the reader's own scores in log odds."""
    told: dict[str, _Told] = {}
    out = []
    for x in _looks(stage):
        f, before = x.frame, told.setdefault(x.type, _Told())
        features = [*_form(stage, x), *_told_before(stage, x, before), *_parties(stage, x), *_around(stage, x)]
        numbers = {"the reader's score": _odds(f.score), "its score of the type": _odds(f.type_score)}
        out.append((f, list(dict.fromkeys(features)), numbers))
        before.deeds.append(f)
        before.standing += f.score >= STANDING
        before.surest[x.root] = max(before.surest.get(x.root, 0.0), f.score)
    return out


def _looks(stage: Stage) -> Iterator[_Look]:
    here: dict[int, list[Frame]] = {}
    for f in stage.deeds:
        assert f.trigger
        here.setdefault(stage.sentence(f.trigger[0]), []).append(f)
    for number, deeds in here.items():
        sentence = stage.bounds(number)
        for f in deeds:
            assert f.trigger and f.type
            form = clause_of(stage.text, f.trigger, sentence).form
            after = determiner(stage.text, f.trigger[0], sentence[0])
            yield _Look(f, f.trigger, f.type, number, sentence, form, after, stem(stage.text[slice(*f.trigger)]), deeds)


def _odds(p: float) -> float:
    p = min(max(p, EDGES[0]), EDGES[1])
    return math.log(p / (1 - p))


def _form(stage: Stage, x: _Look) -> list[str]:
    """The telling word, what it is and where it stands."""
    text, f = stage.text, x.frame
    length = min(3, len(text[slice(*x.trigger)].split()))
    third = 3 * x.number // max(1, len(stage.sentences))
    out = ["any deed", x.type, x.form, f"{x.form} after {x.after}", f"{x.type}, {x.form}", f.modality]
    out += [f"{x.type}.{f.mode}", f"{length} words", f"“{x.root}”", f"{x.type} “{x.root}”", f"third {third} of the text"]
    out.append(f"sentence {x.number}" if x.number < LATE else "a late sentence")
    lead = text[max(x.sentence[0], x.trigger[0] - 60) : x.trigger[0]]
    for name, there in _BEFORE.items():
        if there.search(lead):
            out += [f"after “{name}”", f"{x.form} after “{name}”"]
    if unstopped(text, x.sentence):
        out.append("a line without a stop")
    return out


def _told_before(stage: Stage, x: _Look, before: _Told) -> list[str]:
    """What was told of such deeds before."""
    out = [f"{min(3, before.standing)} such deeds before"]
    if x.root in before.surest:
        out += ["the word again", f"the word again, {x.form}", f"the word again after {x.after}", f"the word again, {x.type}"]
        if before.surest[x.root] > x.frame.score:
            out.append("the word again, surer before")
    mine = stage.roles[x.trigger]
    for g in before.deeds[-BACK:]:
        assert g.trigger
        its = stage.roles[g.trigger]
        shared = [bool(mine[side].keys() & its[side].keys()) for side in SIDES]
        out += [f"the {side} of such a deed before" for side, yes in zip(SIDES, shared, strict=True) if yes]
        if all(shared):
            out.append("both parties of such a deed before")
    return out


def _parties(stage: Stage, x: _Look) -> list[str]:
    """Which roles the reader filled, and with what sort of actors."""
    sides = stage.roles[x.trigger]
    filled = sum(bool(sides[side]) for side in SIDES)
    out = [f"{filled} sides", f"{x.type}, {filled} sides"]
    for side in SIDES:
        out.append(f"{x.form}, {side} {'told' if sides[side] else 'untold'}")
        for who in list(sides[side])[:2]:
            if actor := stage.actors.get(who):
                home = "home" if actor.country == stage.country else "abroad" if actor.country else "nowhere"
                out += [f"{side} is a {actor.kind}", f"{side} of {actor.sector}", f"{x.type}, {side} of {actor.sector}", f"{side} {home}"]
    return out + [f"a {role} told" for role in ("place", "date", "killed", "injured", "arrested") if x.frame.spans(role)]


def _around(stage: Stage, x: _Look) -> list[str]:
    """The statement it stands in and the deeds beside it."""
    f = x.frame
    out = [f"{min(4, len(x.here) - 1)} deeds beside it"]
    if said := stage.around(f):
        out += ["said by somebody", f"said, {said.kind}"]
    if stage.saying_of(f, "speaker"):
        out += ["a saying too", f"a saying too, {x.type}"]
    if any(g is not f and g.type == f.type and g.score > f.score for g in x.here):
        out.append("a surer such deed beside it")
    return out + _order(stage, x)


def _order(stage: Stage, x: _Look) -> list[str]:
    """Which deed of its sentence it is: "a blockade" that is lifted stands behind the deed that is told."""
    standing = [(g.trigger, g.type) for g in x.here if g is not x.frame and g.score >= STANDING and g.trigger]
    earlier = [g for g in standing if g[0] < x.trigger]
    later = [g for g in standing if g[0] >= x.trigger]
    place = "the only deed here" if not standing else "the first deed here" if not earlier else "a later deed here"
    out = [place, f"{place}, {x.form}", f"{x.type}, {place}"]
    for label, beside in (("behind", earlier[-1:]), ("before", later[:1])):
        for at, type in beside:
            gap = stage.text[at[1] : x.trigger[0]] if label == "behind" else stage.text[x.trigger[1] : at[0]]
            if len(gap.split()) <= CLOSE:
                near = f"close {label} another deed"
                out += [near, f"{near}, {x.form}", f"close {label} {type}", f"{x.type}, close {label} {type}"]
    return out
