"""An event told twice in one article is one event: the first telling gives the trigger, later ones fill what it left open."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dateline.events.clause import clause_of, determiner, stem
from dateline.events.parties import SPOKEN
from dateline.record import Date, Event, Place, Span

_ANOTHER = re.compile(
    r"(?i)\b(?:another|an?\s+(?:second|third|fourth|further|new|fresh|separate|similar|different)|(?:in|elsewhere)\s+a\s+separate)\s+(?:[\w-]+\s+){0,2}$"
)
_SOME = re.compile(
    r"(?i)\b(?:an?|several|many|some|two|three|four|five|six|seven|eight|nine|ten|\d+|other|more|new|various)\s+(?:[\w-]+\s+){0,2}$"
)
_AS = re.compile(r"(?i)\b(?:in|with|by|during)\s+(?:an?|several|two|three|four|five|\d+)\s+(?:[\w-]+\s+){0,2}$")
_THE = re.compile(r"(?i)\b(?:the|this|that|these|those|his|her|their|its)\s+(?:[\w-]+\s+){0,2}$")
_STOP = re.compile(r"[.!?][”\"’)]*\s|\n")
LONGEST = 400  # characters of a sentence on either side of a telling word
ALIKE = (
    0.4  # of 20 sayings told twice in the same words of the same parties, 13 of 15 told again and 1 of 5 others have that much in common
)
REACH = 300  # characters in which one toll is told of one deed without more
# What one person suffers or does once in a report, and on which side: of 23 such pairs in annotated articles 19 told one event (of 24 arrests 14: not these).
ONCE = {("ASSAULT", "targeted"): "recipients", ("ASSAULT", "abduct"): "recipients", ("RETREAT", "resign"): "actors"}
_REPEATABLE = ("asserted", "future")


def fold_retold(
    text: str,
    events: Sequence[Event],
    places: Mapping[str, Place],
    dates: Sequence[Date],
    *,
    least: float = 0.0,
    people: Collection[str] = (),
) -> tuple[Event, ...]:
    """Events with ids in order of their triggers, later tellings folded into the first. What is less sure than `least` only tells again, or nothing;
    `people` are the ids of actors who are one person each."""
    when = {d.id: d for d in dates}
    out: list[Event] = []
    for e in events:
        twin = next((i for i, t in enumerate(out) if _same(text, t, e, places, when, people)), None)
        if twin is None:
            if e.confidence >= least:
                out.append(e)
        else:
            out[twin] = _joined(out[twin], e, text)
    return tuple(replace(e, id=f"e{i}") for i, e in enumerate(out, 1))


def _same(text: str, a: Event, b: Event, places: Mapping[str, Place], when: Mapping[str, Date], people: Collection[str] = ()) -> bool:
    """Same type and modality, nothing that contradicts, and enough that agrees: a shared party, or the same word about the same unnamed parties."""
    if a.type != b.type or a.modality != b.modality or a.modality not in _REPEATABLE:
        return False
    told = text[max(0, b.trigger[0] - 40) : b.trigger[0]]
    noun = clause_of(text, b.trigger, (max(0, b.trigger[0] - 80), b.trigger[1] + 40)).form == "noun"
    one_breath = ". " not in text[a.trigger[1] : b.trigger[0]]
    while_told = one_breath and bool(re.search(r"\bwhen\b", text[a.trigger[1] : b.trigger[0]]))  # "five were killed when a bomb went off"
    aside = while_told or (one_breath and bool(_AS.search(told)))  # "shelled the port in an offensive": seven of ten such were the same
    if noun and _SOME.search(told) and not _THE.search(told) and not aside:
        return False  # "an attack", "three attacks": of 31 such words in the annotated articles 6 told a deed again; of 115 with "the", "this" 95 did
    same_word = stem(text[slice(*a.trigger)]) == stem(text[slice(*b.trigger)])
    near = b.trigger[0] - a.trigger[1] < REACH or same_word or (noun and bool(_THE.search(told)))
    if near and any(x is not None and x == y for x, y in ((a.killed, b.killed), (a.injured, b.injured))):
        return True  # one toll, one deed: "six were killed when gunmen attacked"
    if a.mode and b.mode and a.mode != b.mode:
        return False
    if _ANOTHER.search(text, max(0, b.trigger[0] - 60), b.trigger[0]):
        return False
    da, db = (when[e.date].value or "" if e.date else "" for e in (a, b))
    if da and db and not (da.startswith(db) or db.startswith(da)):
        return False
    if (b.date and not da and when[b.date].precision == "year") or (a.date and not db and when[a.date].precision == "year"):
        return False  # "arrested in 2017": history, not the arrest that the report tells
    if a.mode == b.mode and (side := ONCE.get((a.type, a.mode or ""))) and set(getattr(a, side)) & set(getattr(b, side)) & set(people):
        return True  # a person is killed, or resigns, once in a report
    if a.place and b.place and a.place != b.place:
        pa, pb = places.get(a.place), places.get(b.place)
        if pa and pb and pa.precision == pb.precision:
            return False
    for k in ("killed", "injured"):
        ca, cb = getattr(a, k), getattr(b, k)
        if ca and cb and ca.low is not None and cb.low is not None and ca.low != cb.low:
            return False
    ra, rb = set(a.recipients), set(b.recipients)
    if (set(a.actors) and set(b.actors) and not set(a.actors) & set(b.actors)) or (ra and rb and not ra & rb):
        return False
    shared = len(set(a.actors) & set(b.actors)) + len(ra & rb)
    if a.trigger[1] <= b.trigger[0] and b.trigger[0] - a.trigger[1] < 40 and not same_word:
        return False  # two words in one breath are two deeds: "arrested and deported"
    if noun and same_word and a.type not in SPOKEN and _THE.search(told):
        return True  # "condemned the attack"
    if noun and determiner(text, b.trigger[0], max(0, b.trigger[0] - 80)) == "nothing":
        return False  # "attacks", "talks": of 36 such words in annotated articles 12 told a deed again
    if a.type in SPOKEN:
        # a minister demands many things: only the same word of the same parties about the same thing is the same demand
        return shared >= 2 and same_word and (noun or _in_common(text, a.trigger, b.trigger) >= ALIKE)
    return (shared >= 2 and (noun or while_told or _heads(text, a.trigger[0]))) or (shared >= 1 and same_word)


def _in_common(text: str, first: Span, second: Span) -> float:
    """The share of the longer words around two telling words that both have, of the one with fewer."""
    told = [{stem(w) for w in re.findall(r"\w{4,}", text[slice(*_sentence(text, at))])} for at in (first, second)]
    return len(told[0] & told[1]) / max(1, min(map(len, told)))


def _sentence(text: str, at: Span) -> Span:
    ends = [m.end() for m in _STOP.finditer(text, max(0, at[0] - LONGEST), at[0])]
    stop = _STOP.search(text, at[1], at[1] + LONGEST)
    return ends[-1] if ends else max(0, at[0] - LONGEST), stop.start() if stop else min(len(text), at[1] + LONGEST)


def _heads(text: str, at: int) -> bool:
    """Does a word stand in a headline, a line without a full stop? The lead tells it again in verbs of its own."""
    end = text.find("\n", at)
    return end > 0 and text[at:end].rstrip()[-1:].isalnum()


def _joined(first: Event, again: Event, text: str) -> Event:
    spans = {**again.spans, **first.spans}
    return replace(
        first,
        actors=tuple(dict.fromkeys((*first.actors, *again.actors))) if not first.actors else first.actors,
        recipients=tuple(dict.fromkeys((*first.recipients, *again.recipients))) if not first.recipients else first.recipients,
        mode=first.mode or again.mode,
        place=first.place or again.place,
        date=first.date or again.date,
        killed=first.killed or again.killed,
        injured=first.injured or again.injured,
        arrested=first.arrested or again.arrested,
        confidence=max(first.confidence, again.confidence),
        spans=spans,
        because=(*first.because, f"told again: {text[slice(*again.trigger)]!r} at {again.trigger[0]}"),
    )
