"""Who did it and to whom: everybody in the article is a candidate for either side of a deed, and the best supported are chosen, or nobody.

What speaks for a candidate is in `evidence.py`, how much it counts in `parties.tsv`, learned from annotated articles by `training/parties/fit.py`.
Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.events.clause import clause_of
from dateline.events.evidence import OTHER, SIDES, Deed, circumstances, evidence
from dateline.events.grammar import coordinated, joined, judged_in, listed, settled, stopped_by
from dateline.events.stage import MUTUAL, Stage
from dateline.reader.reading import Frame
from dateline.record import Span
from dateline.statements.choosing import Weights, chance, weights

SPOKEN = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE")  # deeds done by saying something
# The probability that the likeliest party of a side needs: one that the reader marked or that "we" is, one whom it did not mark but whom the sentence names, one whom it does not
# name. Swept on the 34 validation articles; from .25 on for all, a report's "attack" was laid at the door of whoever had acted elsewhere.
MARKED, NAMED, AWAY = 0.25, 0.4, 0.5
_TEXT_FIXES = {"marked", "speaks here, “we” or “I”"}
MORE = 0.4  # and that every other one needs
CLEARLY = 0.15  # how much likelier one of several actors must be to suffer the deed, to be told as its recipient


@dataclass(frozen=True, slots=True)
class Parties:
    """Actors' ids on either side, the words nearest the telling word that name them ("actor:a1" -> span), and what decided."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    spans: dict[str, Span]
    because: tuple[str, ...]


def deed_of(stage: Stage, f: Frame) -> Deed:
    """The deed of a frame with all that its candidates share."""
    assert f.trigger
    number = stage.sentence(f.trigger[0])
    earlier = [g.trigger for g in stage.deeds if g.trigger and g.trigger < f.trigger]
    last = {side: next((sides[side] for t in reversed(earlier) if (sides := stage.roles[t])[side]), {}) for side in SIDES}
    return Deed(
        f,
        clause_of(stage.text, f.trigger, stage.bounds(number)),
        number,
        stage.around(f),
        stage.saying_of(f, "speaker"),
        stage.saying_of(f, "addressee"),
        stage.roles[earlier[-1]] if earlier and stage.sentence(earlier[-1][0]) == number else {},
        last,
        stage.by_sentence.get(number, ()),
    )


def parties_of(stage: Stage, f: Frame) -> Parties:
    """The parties of deed `f`: the best supported, put right where grammar leaves no choice."""
    assert f.trigger and f.type
    deed = deed_of(stage, f)
    chosen, because = _supported(stage, deed)
    before = coordinated(stage, deed)
    doers = _supported(stage, deed_of(stage, before))[0]["actor"] if before else []
    if doers and not set(doers) & set(chosen["actor"]):
        chosen = {"actor": doers, "recipient": [w for w in chosen["recipient"] if w not in doers]}
        because.append("actor: shares the subject of the deed before")
    if put_right := settled(stage, deed, chosen["actor"], chosen["recipient"]):
        chosen = {"actor": list(put_right[0]), "recipient": list(put_right[1])}
        because.append(f"parties: {put_right[2]}")
    for side in SIDES:
        if more := [w for w in listed(stage, deed, chosen[side]) if w not in chosen[OTHER[side]]]:
            chosen[side] = [*chosen[side], *more]
            because.append(f"{side}: stand in one list")
    order = {who: i for i, who in enumerate(stage.cast)}
    for side in SIDES:
        chosen[side].sort(key=lambda who: order.get(who, len(order)))
    spans = {f"{side}:{who}": _words(stage, deed, side, who) for side in SIDES for who in chosen[side]}
    return Parties(tuple(chosen["actor"]), tuple(chosen["recipient"]), spans, tuple(because))


def _supported(stage: Stage, deed: Deed) -> tuple[dict[str, list[str]], list[str]]:
    """The best supported of either side, and why."""
    f, table = deed.frame, weights("dateline.events", "parties.tsv")
    chosen: dict[str, list[str]] = {side: [] for side in SIDES}
    because: list[str] = []
    others = {*stopped_by(stage, deed)}
    if over := judged_in(stage, deed):
        others |= {*_supported(stage, deed_of(stage, over))[0]["actor"]}
    for side in SIDES[:1] if f.type in MUTUAL else SIDES:
        told = circumstances(deed, side)
        likely = ranked(table, stage, deed, side, chosen["actor"])
        for share, who, features in likely:
            if side == "actor" and who in others:
                continue
            least = MARKED if _TEXT_FIXES & set(features) else NAMED if "in the sentence" in features else AWAY
            if who in chosen["actor"] or share < (max(least, MORE) if chosen[side] else least):
                continue
            chosen[side].append(who)
            because.append(f"{side} {who}: {table.reason(features, told)} ({share:.2f})")
        if side == "actor" and f.type not in MUTUAL:
            does = {who: share for share, who, _ in likely}
            chosen[side] = [*_doers(table, stage, deed, chosen[side], does)]
    return chosen, because


def _doers(table: Weights, stage: Stage, deed: Deed, chosen: Sequence[str], does: Mapping[str, float]) -> Sequence[str]:
    """Of several chosen as actors, those who are not clearly likelier to suffer what the others do: "the FBI arrested a minister" told of both as one side.

    `does` tells how likely everybody is to do it. Who is joined to another by "and" stays. Of 5,013 annotated deeds both sides were right of 1,987
    before, of 2,000 with it (before those joined by "and" stayed, which changed none of these).
    """
    left = list(chosen)
    for who in reversed(chosen):
        others = [w for w in left if w != who]
        if not others or joined(stage, deed, who, others):
            continue
        suffers = next(share for share, w, _ in ranked(table, stage, deed, "recipient", others) if w == who)
        if suffers > max(does[who] + CLEARLY, NAMED):
            left = others
    return left


def candidates(stage: Stage, deed: Deed) -> list[str]:
    """Who may be a party: mentioned in the sentence or the three before it, marked or leaned to, speaking or spoken to, or a party of another deed."""
    number, key = deed.number, deed.clause.trigger
    near = {s.who for k in range(number - 3, number + 1) for s in stage.by_sentence.get(k, ())}
    near |= {w for role in SIDES for w in (*stage.roles[key][role], *stage.leanings[key][role])} | {*deed.speakers, *deed.addressees}
    if deed.said:
        near |= {*deed.said.addressee, deed.said.speaker or ""}
    return [w for w in stage.cast if w in near or w in stage.active]


def ranked(table: Weights, stage: Stage, deed: Deed, side: str, taken: Sequence[str]) -> list[tuple[float, str, list[str]]]:
    """Everybody with the probability of being a party on `side` and what speaks for it, the likeliest first; `taken` are the actors chosen before."""
    told = circumstances(deed, side)
    out = []
    for who in candidates(stage, deed):
        features = evidence(stage, deed, side, who, taken)
        out.append((chance(table.score(features, told)), who, features))
    return sorted(out, key=lambda x: -x[0])


def _words(stage: Stage, deed: Deed, side: str, who: str) -> Span:
    """The words that name a party: those the reader marked, else its mention nearest in the sentence, else the last before, else the first."""
    sides = stage.roles[deed.clause.trigger]
    for name in (side, OTHER[side]):
        if who in sides[name]:
            return sides[name][who][0]
    at = deed.clause.trigger[0]
    here = [(s.start, s.end) for s in deed.here if s.who == who]
    if here:
        return min(here, key=lambda s: (max(at - s[1], s[0] - at), s[0]))
    own = [(s.start, s.end) for s in stage.seen if s.who == who]
    past = [s for s in own if s[0] < at]
    return past[-1] if past else own[0]
