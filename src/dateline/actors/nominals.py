"""Noun phrases for parties without a name: their head, number, gender and what they may refer to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.actors.offices import read_office
from dateline.actors.organizations import bodies, people
from dateline.actors.vocabulary import listed

PRONOUNS = {
    "he": ("person", "male"), "him": ("person", "male"), "his": ("person", "male"), "himself": ("person", "male"),
    "she": ("person", "female"), "her": ("person", "female"), "hers": ("person", "female"), "herself": ("person", "female"),
    "it": ("body", None), "its": ("body", None), "itself": ("body", None),
    "they": ("many", None), "them": ("many", None), "their": ("many", None), "theirs": ("many", None), "themselves": ("many", None),
    "i": ("speaker", None), "me": ("speaker", None), "my": ("speaker", None), "myself": ("speaker", None),
    "we": ("speaker", None), "us": ("speaker", None), "our": ("speaker", None), "ours": ("speaker", None),
    "who": ("before", None), "whom": ("before", None), "which": ("before", None),
}  # fmt: skip

_CUT = re.compile(
    r"\s(?:of|for|from|in|at|on|who|whose|whom|which|that|where|when|as|with|to|by|against|accused|suspected|believed|killed|wounded|injured|arrested|detained|held|involved|including|near|outside|inside|within|across|throughout|between|among|during|loyal|belonging|affiliated|based|under|led|backed)\s",
    re.I,
)
_AGED = re.compile(r"(?:\d{1,3}|[a-z-]+)-years?-old")
_DETERMINERS = listed("nominals_determiners")
DEFINITE = listed("nominals_definite")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase. `noun` is the lower-case head as the lists know it; `kind` person, body, people or unknown; `sector` by the noun."""

    noun: str
    kind: str
    sector: str | None
    definite: bool
    plural: bool
    modifiers: tuple[str, ...]
    complement: str = ""  # what hangs on the head by "of", "for", "in": "Tourism" in "the minister of Tourism"


_QUANTITY = re.compile(
    r"^(?:the\s+|a\s+|at least\s+|more than\s+|about\s+|around\s+|some\s+|up to\s+|over\s+)*"
    r"(?:\w+\s+)?(?:hundreds|thousands|dozens|scores|tens of thousands|millions|tens|one|two|three|four|five|six|some|many|most|all|several"
    r"|members|number|group|host|couple|handful|majority|series|crowd|crowds|groups|few|another|network|leaders|leader|supporters"
    r"|members and supporters)\s+of\s+(?:the\s+|its\s+|their\s+)?",
    re.I,
)


def read_phrase(text: str) -> Phrase | None:
    """What a noun phrase speaks of ("dozens of NGOs" of NGOs, "members of a terror outfit" of people of its sector), or None."""
    flat = " ".join(text.split()).replace("’", "'")
    m = _QUANTITY.match(flat)
    if m:
        inner = _read(flat[m.end() :])
        outer = _read(flat)
        if inner and (inner.kind == "people" or inner.sector) and outer:
            counted = re.search(r"members|leader|supporters|group|network", m.group(), re.I)
            if not counted:
                return Phrase(
                    inner.noun,
                    "people",
                    inner.sector,
                    inner.definite,
                    True,
                    (*outer.modifiers, outer.noun, *inner.modifiers),
                    inner.complement,
                )
            keep = inner.sector if inner.sector not in (None, "CVL") else outer.sector
            return Phrase(outer.noun, outer.kind, keep, outer.definite, outer.plural, outer.modifiers, outer.complement)
    first = _read(flat)
    if first and first.kind == "unknown" and re.search(r"\s(?:and|or)\s", flat):
        half = _read(re.split(r"\s(?:and|or)\s", flat)[0])
        if half and half.kind == "people":
            return half
    return first


def _read(flat: str) -> Phrase | None:
    m = _CUT.search(" " + flat + " ")
    core = flat[: max(0, m.start() - 1)].strip() if m and m.start() > 1 else flat
    rest_of = flat[m.end() - 1 :].strip() if m and m.start() > 1 and m.group().strip().lower() in ("of", "for", "in", "at") else ""
    complement = re.sub(r"^(?:the|a|an|its|their|his|her)\s+", "", rest_of, flags=re.I).lower()
    core = re.split(r",(?!\d)|[;:(“\"]", core or flat)[0].strip()  # "about 4,000 people" is one phrase
    tokens = [t.strip(".,'’\"“”‘") for t in core.split()]
    raw = [t for t in tokens if t]
    tokens = [re.sub(r"['’]s$", "", t) for t in raw]
    if not tokens:
        return None
    definite = tokens[0].lower() in DEFINITE or bool(re.match(r"[A-Z][\w-]*['’]s\b", core))
    indefinite = tokens[0].lower() in ("a", "an", "another", "one", "some", "any")
    rest = tokens[1:] if tokens[0].lower() in _DETERMINERS else tokens
    if not rest:
        return None
    low = [t.lower() for t in rest]
    for n in range(min(4, len(low)), 0, -1):
        noun = " ".join(raw[-n:]).lower()
        for table, kind in ((people(), "people"), (bodies(), "body")):
            if noun in table:
                if kind == "body" and noun in people() and not definite:
                    continue
                return Phrase(noun, kind, table[noun], definite and not indefinite, kind == "people", tuple(low[:-n]), complement)
    office = read_office(" ".join(rest))
    if (office and not low[-1].endswith("s")) or (office and office.head.endswith("s")):
        assert office is not None
        return Phrase(
            office.head, "person", office.sector, definite and not indefinite, False, tuple(low[: -len(office.head.split())]), complement
        )
    last = low[-1]
    if _AGED.fullmatch(last):
        return Phrase(last, "person", "CVL", definite and not indefinite, False, tuple(low[:-1]), complement)
    if last.endswith("s") and not last.endswith(("ss", "us", "is")):
        single = last[:-1]
        as_office = read_office(" ".join([*rest[:-1], single]))
        if as_office:
            return Phrase(last, "people", as_office.sector, definite and not indefinite, True, tuple(low[:-1]), complement)
        return Phrase(last, "people", None, definite and not indefinite, True, tuple(low[:-1]), complement)
    if last in ("men", "women", "children", "police", "media"):
        return Phrase(last, "people", "CVL", definite, True, tuple(low[:-1]))
    return Phrase(last, "unknown", None, definite and not indefinite, False, tuple(low[:-1]), complement)
