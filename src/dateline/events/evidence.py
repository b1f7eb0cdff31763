"""What speaks for somebody as a party of a deed: features of one candidate, named in plain words.

A side is "actor" or "recipient". Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.events.clause import BREAK, Clause, preposition
from dateline.events.stage import Stage
from dateline.reader.reading import Frame
from dateline.record import Span, Statement
from dateline.statements.presence import FITTING, Seen

SIDES = ("actor", "recipient")
OTHER = {"actor": "recipient", "recipient": "actor"}


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed with what is the same for all candidates."""

    frame: Frame
    clause: Clause
    number: int  # of its sentence
    said: Statement | None  # the innermost statement around it
    speakers: tuple[str, ...]  # of the saying that the same word tells
    addressees: tuple[str, ...]
    before: Mapping[str, Mapping[str, tuple[Span, float]]]  # the roles of the deed told just before in the same sentence
    last: Mapping[str, Mapping[str, tuple[Span, float]]]  # by role: the fillers in the last deed before that has any
    here: Sequence[Seen]  # mentions in its sentence


def circumstances(deed: Deed, side: str) -> tuple[str, ...]:
    """What the weight of a feature may depend on: the side, and with it the deed's type, mode, and the form of its telling word."""
    f = deed.frame
    assert f.type
    return (side, f"{side} {f.type}", f"{side} {deed.clause.form}", *((f"{side} {f.type}.{f.mode}",) if f.mode else ()))


def evidence(stage: Stage, deed: Deed, side: str, who: str, taken: Sequence[str]) -> list[str]:
    """What speaks for or against `who`; `taken` are the actors chosen before, where the recipient is asked for."""
    out: list[str] = ["anybody"]
    if side == "recipient":
        out.append("on the other side" if who in taken else "the other side taken" if taken else "the other side open")
    _marked(stage, deed, side, who, out)
    _leaning(stage, deed, side, who, out)
    _open_pronouns(stage, deed, side, who, out)
    _standing(stage, deed, who, out)
    _said(deed, who, out)
    _told_elsewhere(stage, deed, who, out)
    _character(stage, deed, who, out)
    return out


def _marked(stage: Stage, deed: Deed, side: str, who: str, out: list[str]) -> None:
    sides = stage.roles[deed.clause.trigger]
    for name, label in ((side, "marked"), (OTHER[side], "marked for the other side")):
        if who in sides[name]:
            score = sides[name][who][1]
            out.append(label)
            out.append(f"{label}, {'surely' if score > 0.85 else 'likely' if score > 0.6 else 'perhaps'}")
            if len(sides[name]) == 1:
                out.append(f"{label} alone")
            elif next(iter(sides[name])) == who:
                out.append(f"{label} first")
            if name == side and not sides[OTHER[side]]:
                out.append(f"{label}, the other side unmarked")
            if sides[name][who][0] not in stage.refers:
                out.append(f"{label} in part")
    if not (who in sides[side] or who in sides[OTHER[side]]):
        for name, label in ((side, "others marked"), (OTHER[side], "others marked for the other side")):
            if sides[name]:
                out.append(label)


STEPS = (0.02, 0.04, 0.08, 0.15, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95)


def _leaning(stage: Stage, deed: Deed, side: str, who: str, out: list[str]) -> None:
    """How much the reader leans to the candidate, in steps that add up."""
    sides = stage.leanings[deed.clause.trigger]
    for name, label in ((side, "leaning"), (OTHER[side], "leaning to the other side")):
        mine = sides[name].get(who, 0.0)
        out += [f"{label} {step}" for step in STEPS if mine >= step]
        if mine and mine == max(sides[name].values()):
            out.append(f"{label}, most of all")
        if mine and mine > sides[OTHER[name]].get(who, 0.0):
            out.append(f"{label}, more than to the opposite")


def _open_pronouns(stage: Stage, deed: Deed, side: str, who: str, out: list[str]) -> None:
    """A pronoun that the reader marked and nobody has resolved may stand for whoever fits it."""
    actor = stage.actors.get(who)
    for r in deed.frame.roles:
        if r.name != side or (r.start, r.end) in stage.refers or actor is None:
            continue
        fits = FITTING.get(stage.text[r.start : r.end].lower())
        if fits and actor.kind in fits:
            out.append("fits the marked pronoun")
            if stage.topics.get(deed.number - 1) == who:
                out.append("fits the marked pronoun and opens the sentence before")
        elif fits:
            out.append("does not fit the marked pronoun")


def _standing(stage: Stage, deed: Deed, who: str, out: list[str]) -> None:
    """Where the candidate stands to the telling word."""
    text, (start, end) = stage.text, deed.clause.trigger
    mine = [s for s in deed.here if s.who == who]
    if not mine:
        _away(stage, deed, who, out)
        return
    out.append("in the sentence")
    plain = [s for s in mine if not s.nested]
    if not plain:
        out.append("only within another's name")
    if any(s.start < end and start < s.end for s in mine):
        out.append("within the telling word")
    free = [s for s in deed.here if not s.nested]
    left = [s for s in (plain or mine) if s.end <= start]
    right = [s for s in (plain or mine) if s.start >= end]
    if left:
        near = left[-1]
        gap = text[near.end : start]
        between = [s for s in free if near.end <= s.start and s.end <= start and s.who != who]
        out.append("before")
        cut = BREAK.search(gap)
        out.append(("before, nearest" if not between else "before, others between") + (", cut off" if cut else ""))
        if len(gap.split()) <= 2 and not cut:
            out.append("right before")
        if gap.lstrip().startswith(("'s ", "’s ", "' ", "’ ")) and len(gap.split()) <= 4:
            out.append("owns the deed")
        if free and free[0].who == who:
            out.append("opens the sentence")
        prep = preposition(text, max(deed.clause.sentence[0], near.start - 25), near.start)
        if prep:
            out.append(f"before, after “{prep}”")
        if near.pronoun:
            out.append("a pronoun before")
    if right:
        near = right[0]
        gap = text[end : near.start]
        between = [s for s in free if end <= s.start and s.end <= near.start and s.who != who]
        out.append("after")
        cut = BREAK.search(gap)
        out.append(("after, nearest" if not between else "after, others between") + (", cut off" if cut else ""))
        prep = preposition(text, end, near.start)
        if prep and not between:
            out.append(f"after “{prep}”")
        elif not prep and len(gap.split()) <= 3 and not cut and not between:
            out.append("right after")
        if near.pronoun:
            out.append("a pronoun after")
    for owner, label in ((deed.clause.owner_before, "its owner by pronoun"), (deed.clause.owner_after, "owner of what it befell")):
        if owner and stage.refers.get(owner) == who:
            out.append(label)


def _away(stage: Stage, deed: Deed, who: str, out: list[str]) -> None:
    told = stage.mentioned_in.get(who, ())
    past = [k for k in told if k < deed.number]
    if not past:
        out.append("only later")
        return
    far = deed.number - past[-1]
    out.append("one sentence back" if far == 1 else "two sentences back" if far == 2 else "some sentences back" if far <= 5 else "far back")
    if stage.topics.get(deed.number - 1) == who:
        out.append("opens the sentence before")


def _said(deed: Deed, who: str, out: list[str]) -> None:
    if who in deed.speakers:
        out.append("says it with the same word")
    if who in deed.addressees:
        out.append("is told it with the same word")
    s = deed.said
    if s is None:
        return
    if s.speaker == who:
        out.append("speaks here")
        if deed.clause.first_person and s.kind != "indirect":
            out.append("speaks here, “we” or “I”")
    if who in s.addressee:
        out.append("is spoken to here")
        if deed.clause.second_person:
            out.append("is spoken to here as “you”")


def _told_elsewhere(stage: Stage, deed: Deed, who: str, out: list[str]) -> None:
    """Roles in the article's other deeds."""
    for role in ("actor", "recipient"):
        if who in deed.before.get(role, ()):
            out.append(f"{role} of the deed before in the sentence")
    mine = stage.active.get(who, {})
    for role in SIDES:
        others = [g for g in mine.get(role, ()) if g.trigger != deed.clause.trigger]
        if any(g.type == deed.frame.type for g in others):
            out.append(f"{role} of such a deed elsewhere")
        if others:
            out.append(f"{role} elsewhere")
            if len(others) > 2:
                out.append(f"{role} elsewhere, often")
        if who in deed.last[role]:
            out.append(f"{role} of the deed before")


def _character(stage: Stage, deed: Deed, who: str, out: list[str]) -> None:
    actor = stage.actors.get(who)
    n = stage.counts[who]
    out.append("told of once" if n == 1 else "told of twice" if n == 2 else "told of often" if n <= 5 else "told of very often")
    if n == stage.most:
        out.append("told of most")
    if stage.mentioned_in.get(who, (9,))[0] <= 1:
        out.append("in the lead")
    if actor is None:
        return
    out.append(f"kind {actor.kind}")
    out.append(f"sector {actor.sector}")
    home = "home" if actor.country == stage.country else "abroad" if actor.country else "nowhere"
    out.append(f"{home}, kind {actor.kind}")
    out.append(f"{home}, sector {actor.sector}")
    out += [f"is called “{noun}”" for noun in stage.nouns[who]]
    if stage.foremost.get((actor.sector, actor.country)) == who:
        out.append(f"foremost, {home}, sector {actor.sector}")
    word = stage.text[slice(*deed.clause.trigger)].split()
    stem = max(word, key=len).lower()[:6] if word else ""
    if len(stem) >= 5 and any(w.lower().startswith(stem[:5]) for x in (actor.name, *actor.aliases) for w in x.split()):
        out.append("named after the deed")
    if "in the sentence" not in out:
        out += [f"away, {x}" for x in (f"sector {actor.sector}", f"kind {actor.kind}", f"{home}, sector {actor.sector}")]
        out += [f"away, {x}" for x in out if "elsewhere" in x or x.startswith(("actor of", "recipient of", "foremost", "told of"))]
