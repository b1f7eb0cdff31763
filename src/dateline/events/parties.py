"""Who did it and to whom: the parties that a deed's frame names, and those its neighbours name for it.

Where the frame leaves a side open, three things may fill it, each said in `because`: the saying that the same word tells ("urged" is a saying
and a request), the speaker of a quotation whose "we" does it, and the deed it is coordinated with ("striking and blocking roads").
Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.reader.reading import SAYING, Frame
from dateline.record import Span, Statement
from dateline.statements.speakers import party

MUTUAL = ("CONSULT", "COOPERATE")  # every party is an actor (PLOVER: mutual events have no recipient)
SPOKEN = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE")  # deeds done by saying something
_FIRST_PERSON = re.compile(r"(?i)\b(?:we|i|we[’']ll|i[’']ll|we[’']re|i[’']m|we[’']ve|i[’']ve)\b")
UNDERGONE = ("COERCE", "ASSAULT", "SANCTION", "ACCUSE")  # what a passive subject undergoes; "they were agreed" and "they are withdrawn" are other things
_BY = re.compile(r"(?i)^\s*(?:\w+\s+){0,3}by\s+(?:the\s+|an?\s+)?$")
_PASSIVE = re.compile(r"(?i)\b(?:was|were|been|being|is|are|be|got|gets)\s+(?:\w+ly\s+|also\s+|again\s+|not\s+|later\s+|then\s+)?$")
_COORDINATED = re.compile(r"^[\w\s,’'-]{0,60}\b(?:and|then|before|while|or)\b[\w\s,’'-]{0,25}$")
# grammar that no reader may overrule: "X was beaten by the army"
_AGENT = re.compile(r"\s+by\s+(?P<the>(?:(?:the|an?|some|several)\s+)?(?P<who>\w))")


@dataclass(frozen=True, slots=True)
class Parties:
    """Actors' ids on either side, the words that put them there ("actor:a1" -> span), and the reasons for what the frame itself did not say."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    spans: dict[str, Span]
    because: tuple[str, ...]


def parties_of(
    text: str,
    f: Frame,
    *,
    frames: Sequence[Frame],
    refers: Mapping[Span, str],
    parts: Mapping[Span, Sequence[str]],
    statements: Sequence[Statement],
    previous: tuple[Frame, Parties] | None,
    sentence: Span,
) -> Parties:
    """The parties of deed `f`. `parts` holds the actors of spans that list several; `previous` is the deed told before it in the same sentence, if any."""
    assert f.trigger and f.type
    sides: dict[str, list[str]] = {"actor": [], "recipient": []}
    spans: dict[str, Span] = {}
    because: list[str] = []

    def put(role: str, span: Span, who: str | None) -> bool:
        if who is None or who in sides["actor"] or who in sides["recipient"]:
            return False
        sides[role].append(who)
        spans[f"{role}:{who}"] = span
        return True

    marked = {role: f.spans(role) for role in sides}
    turned = _turned(text, f, marked)
    if turned != marked:
        because.append("parties: turned, the clause is passive")
    for role in sides:
        for span in turned[role]:
            for who in parts.get(span) or (party(span, refers),):
                put(role, span, who)
    saying = _saying_of(f, frames)
    if saying and not sides["actor"]:
        for span in saying.spans("speaker"):
            if put("actor", span, party(span, refers)):
                because.append("actor: the speaker of the same word")
    if saying and f.type in SPOKEN and not sides["recipient"]:
        for span in saying.spans("addressee"):
            if put("recipient", span, party(span, refers)):
                because.append("recipient: the one it was said to")
    if not sides["actor"]:
        said = next((s for s in statements if s.speaker and any(a <= f.trigger[0] < b for a, b in s.content)), None)
        if said and said.speaker and said.kind != "indirect":
            start = max(sentence[0], next(a for a, b in said.content if a <= f.trigger[0] < b))
            near = list(_FIRST_PERSON.finditer(text, start, f.trigger[0]))
            if near and len(re.findall(r"\w+", text[near[-1].end() : f.trigger[0]])) <= 6 and put("actor", near[-1].span(), said.speaker):
                because.append("actor: the speaker, who says “we” or “I”")
    if not sides["actor"] and previous and previous[0].trigger and _COORDINATED.search(text[previous[0].trigger[1] : f.trigger[0]]):
        for who in previous[1].actors:
            if put("actor", previous[1].spans.get(f"actor:{who}", f.trigger), who):
                because.append("actor: shared with the deed before it")
    doer = _doer(text, f.trigger, sentence, refers) if f.type not in MUTUAL else None
    if doer and refers[doer] not in sides["actor"] + sides["recipient"] and all(spans[f"actor:{w}"][1] <= f.trigger[0] for w in sides["actor"]):
        patients, sides["actor"] = sides["actor"], []
        if not sides["recipient"]:
            sides["recipient"] = patients
            spans.update({f"recipient:{w}": spans[f"actor:{w}"] for w in patients})
        for w in patients:
            del spans[f"actor:{w}"]
        put("actor", doer, refers[doer])
        because.append("actor: named after “by”; the subject is who it was done to")
    if f.type in MUTUAL:
        sides["actor"] += sides["recipient"]
        sides["recipient"] = []
    return Parties(tuple(sides["actor"]), tuple(sides["recipient"]), spans, tuple(because))


def _doer(text: str, trigger: Span, sentence: Span, refers: Mapping[Span, str]) -> Span | None:
    """The mention right after "by" behind a passive, as in "was arrested by the army"."""
    agent = _AGENT.match(text, trigger[1], sentence[1])
    if not agent or not _PASSIVE.search(text, sentence[0], trigger[0]):
        return None
    starts = (agent.start("the"), agent.start("who"))
    return min((m for m in refers if m[0] in starts), key=lambda m: (m[0], -m[1]), default=None)


def _turned(text: str, f: Frame, marked: dict[str, tuple[Span, ...]]) -> dict[str, tuple[Span, ...]]:
    """The parties with a passive clause read as one: after "by" stands who did it, before "was" who underwent it."""
    assert f.trigger
    start, end = f.trigger
    agents = [s for s in (*marked["actor"], *marked["recipient"]) if s[0] >= end and _BY.search(text[end : s[0]])]
    passive = f.type in UNDERGONE and bool(_PASSIVE.search(text, max(0, start - 40), start))
    if not agents and not passive:
        return marked
    undergone = [s for s in marked["actor"] if s[1] <= start and s not in agents] if passive else []
    actor = [s for s in marked["actor"] if s not in undergone]
    recipient = [s for s in marked["recipient"] if s not in agents]
    return {
        "actor": tuple(sorted({*actor, *agents})),
        "recipient": tuple(sorted({*recipient, *undergone})),
    }


def _saying_of(f: Frame, frames: Sequence[Frame]) -> Frame | None:
    """The saying whose telling word is this deed's word, or touches it."""
    assert f.trigger
    for s in frames:
        if s.kind == SAYING and s.trigger and s.trigger[0] < f.trigger[1] + 1 and f.trigger[0] < s.trigger[1] + 1:
            return s
    return None
