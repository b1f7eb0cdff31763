"""Where and when a deed was done: its frame first, then its sentence, then the scene that the report has set.

A report sets a scene (its dateline, the town it speaks of) and tells on from there; verbal deeds ("condemned", "agreed") name places they only speak
about, so for them a place in the sentence counts only after a word like "in". Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.reader.reading import Frame
from dateline.record import Date, Place, Span
from dateline.statements.presence import party

MATERIAL = ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "COOPERATE", "AID", "RETREAT")
_LOCATIVE = re.compile(r"(?i)\b(?:in|at|near|outside|inside|across|around|throughout|over|on|along|of|into|from|to)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
_STRICT = re.compile(r"(?i)\b(?:in|at|near|outside|inside|across|around|throughout)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$")
NEWS = ("published", "dateline", "url")  # a day counted from the report's own is news; one with its own year is history, and no scene goes on from it
LEAD = 300  # characters in which a report without a dateline names its scene


@dataclass(frozen=True, slots=True)
class Setting:
    """The places of one article as somewhere a deed can be done, and the scene it falls back on (None when the article names no place)."""

    spots: Mapping[Span, str]
    scene: str | None

    @classmethod
    def of(cls, spots: Mapping[Span, str], places: Mapping[str, Place]) -> Setting:
        """`spots` are mentions of places by name (not demonyms). The scene: the most named country's most named place, its country failing one."""
        votes = Counter(c for p in spots.values() if (c := places[p].country))
        if not votes:
            return cls(spots, next(iter(spots.values()), None))
        main = max(votes, key=lambda c: (votes[c], -min(s[0] for s, p in spots.items() if places[p].country == c)))
        inside = [(s, p) for s, p in sorted(spots.items()) if places[p].country == main]
        country = next((p for _, p in inside if places[p].precision == "country"), None)
        lead = next((p for s, p in inside if s[0] < LEAD and places[p].precision != "country"), None)
        return cls(spots, lead or country or inside[0][1])


def place_of(text: str, f: Frame, sentence: Span, setting: Setting, parties: set[Span]) -> tuple[str | None, str]:
    """The place of a deed and why."""
    for span in f.spans("place"):
        where = party(span, setting.spots)
        if where:
            return where, "place: filled by the reader"
    assert f.trigger and f.type
    at = f.trigger[0]
    pattern = _LOCATIVE if f.type in MATERIAL else _STRICT
    here = [
        m
        for m in setting.spots
        if sentence[0] <= m[0] < sentence[1]
        and not any(a <= m[0] and m[1] <= b for a, b in parties)
        and pattern.search(text, max(sentence[0], m[0] - 40), m[0])
    ]
    if here:
        return setting.spots[min(here, key=lambda m: (abs(m[0] - at), m[0]))], "place: named in the sentence"
    if setting.scene:
        return setting.scene, "place: the scene of the report"
    return None, ""


def date_of(f: Frame, sentence: Span, dates: Sequence[Date]) -> tuple[str | None, str]:
    """The day of a deed and why: the date in its frame, else the one nearest its word in the sentence."""
    usable = [d for d in dates if d.type in ("DATE", "TIME") and d.value and d.value[:1].isdigit()]
    for span in f.spans("date"):
        over = [d for d in usable if d.start < span[1] and span[0] < d.end]
        if over:
            # "two days before the attacks of September 11" holds two dates: the wider one dates the deed
            return max(over, key=lambda d: d.end - d.start).id, "date: filled by the reader"
    assert f.trigger
    at = f.trigger[0]
    here = [d for d in usable if sentence[0] <= d.start < sentence[1]]
    if here:
        return min(here, key=lambda d: (min(abs(d.start - at), abs(d.end - at)), d.start)).id, "date: the nearest in the sentence"
    return None, ""


def scene_date(f: Frame, sentences: Sequence[Span], sentence: Span, last: tuple[Span, str] | None, dates: Mapping[str, Date]) -> tuple[str | None, str]:
    """The day on which the report's scene goes on: a verbal deed told within two sentences of a deed dated to the day ("The two also agreed …")."""
    if f.type in MATERIAL or f.modality != "asserted" or last is None:
        return None, ""
    order = {s: i for i, s in enumerate(sentences)}
    day = dates.get(last[1])
    if day and day.precision == "day" and day.anchor in NEWS and 0 < order.get(sentence, 0) - order.get(last[0], -9) <= 2:
        return day.id, "date: the scene goes on"
    return None, ""
