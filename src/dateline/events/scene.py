"""The scene of a report: where what it tells was done as long as it names no other place.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.record import Place, Span

LEAD = 300  # characters in which a report without a dateline names its scene
HEAD = 600  # characters in which a report's own line of place and day stands, an address or a headline before it
SCENE, DATELINE, HOME = "place: the scene of the report", "place: the report's dateline", "place: the country of its parties"
_AT = re.compile(r"(?i)\b(?:in|at|near|from|around|outside)\s+(?:the\s+)?$")  # what stands before a place even of a name that no list knows
FALLBACKS = (SCENE, DATELINE, HOME)
_DATELINE = re.compile(r"(?:,[^-–—:\n]{1,30})?\s*(?:\([^)\n]{1,20}\)\s*)?(?:[-–—:]|--)\s")


@dataclass(frozen=True, slots=True)
class Setting:
    """The places of one article as somewhere a deed can be done, and what it falls back on where its sentence names none (None: nothing to fall back on).

    `scene` is where the report plays, `sent_from` the place in its dateline, `homes` by country the place that stands for it; `lands` is every place's country.
    """

    spots: Mapping[Span, str]
    scene: str | None
    sent_from: str | None = None
    homes: Mapping[str, str] = field(default_factory=dict)
    lands: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, spots: Mapping[Span, str], places: Mapping[str, Place], text: str = "") -> Setting:
        """`spots` are mentions of places by name (not demonyms). The scene: the most named country's most named place, its country failing one;
        where no place is located, one that something is told to be in."""
        found = {s: p for s, p in sorted(spots.items()) if not _unlocated(places[p])}
        lands = {p: places[p].country for p in found.values()}
        sent_from = next((p for s, p in found.items() if _heads(text, s)), None)
        homes: dict[str, str] = {}
        for p in sorted(dict.fromkeys(found.values()), key=lambda p: places[p].precision != "country"):
            if country := places[p].country:
                homes.setdefault(country, p)
        votes = Counter(c for p in found.values() if (c := places[p].country))
        if not votes:
            only = next((p for s, p in spots.items() if _AT.search(text[max(0, s[0] - 12) : s[0]])), None)
            return cls(spots, only, sent_from, homes, lands)
        main = max(votes, key=lambda c: (votes[c], -min(s[0] for s, p in found.items() if places[p].country == c)))
        inside = [(s, p) for s, p in found.items() if places[p].country == main]
        country = next((p for _, p in inside if places[p].precision == "country"), None)
        lead = next((p for s, p in inside if s[0] < LEAD and places[p].precision != "country"), None)
        return cls(spots, lead or country or inside[0][1], sent_from, homes, lands)

    def fallback(self, lands: Sequence[str], *, verbal: bool, states: Collection[str] = ()) -> tuple[str | None, str]:
        """Where a deed was done whose sentence names no place, and why. `lands` are the countries of its parties, `states` those that are parties themselves,
        `verbal` whether words do it.

        In the shared annotated articles the scene was right for 1 of 32 deeds between parties of other countries only, and 54 more had no place. A state
        that is a party is no place of what it says, nor of what it does with others: of 55 such deeds 1 was done there, 46 had no place.
        """
        if verbal and self.sent_from:
            return self.sent_from, DATELINE
        parties = frozenset(states) if verbal or len(set(lands)) > 1 else frozenset()
        if self.scene and (not lands or self.lands.get(self.scene) in (None, *lands)):
            return (None, "") if self.lands.get(self.scene) in parties else (self.scene, SCENE)
        home = next((self.homes[c] for c in lands if c in self.homes and c not in parties), None)
        return (home, HOME) if home else (None, "")


def _unlocated(place: Place) -> bool:
    """Is no more known of a place than the country it is thought to lie in? Such a one makes no scene."""
    return place.lat is None and place.precision is None


def _heads(text: str, s: Span) -> bool:
    """Does a place's name head its line as a dateline does: capitals only before it, a dash or colon soon after ("TAMSK, May 4 (RNA) —")?

    page.datelines asks more of a line, capitals or an agency, as it does not know that the name is a place's: "Oslo — " is a dateline here.
    """
    line = text[: s[0]].rpartition("\n")[2]
    if s[0] > HEAD or len(line) > 25 or not _DATELINE.match(text, s[1]):
        return False
    return all(w[0].isupper() for w in re.findall(r"\w+", line) if w[0].isalpha())
