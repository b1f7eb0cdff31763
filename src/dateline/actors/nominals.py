"""Noun phrases for parties without a name: their head, number, gender and what they may refer to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.actors.offices import read_office
from dateline.actors.organizations import bodies, people

PRONOUNS = {
    "he": ("person", "male"), "him": ("person", "male"), "his": ("person", "male"), "himself": ("person", "male"),
    "she": ("person", "female"), "her": ("person", "female"), "hers": ("person", "female"), "herself": ("person", "female"),
    "it": ("body", None), "its": ("body", None), "itself": ("body", None),
    "they": ("many", None), "them": ("many", None), "their": ("many", None), "theirs": ("many", None), "themselves": ("many", None),
    "i": ("speaker", None), "me": ("speaker", None), "my": ("speaker", None), "myself": ("speaker", None),
    "we": ("speaker", None), "us": ("speaker", None), "our": ("speaker", None), "ours": ("speaker", None), "who": ("before", None), "whom": ("before", None), "which": ("before", None),
}  # fmt: skip

_CUT = re.compile(r"\s(?:of|for|from|in|at|on|who|which|that|with|to|by|against|accused|including|near|outside|inside|between|among|during|loyal|belonging|affiliated|based|under|led|backed)\s", re.I)
_DETERMINERS = frozenset("the a an his her its their our my this that these those some any all many several few most other another each every both no".split())
DEFINITE = frozenset("the his her its their this that these those both".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase. `noun` is the lower-case head (with modifiers where the lists know the pair); `kind` person, body or people; `sector` by the noun."""

    noun: str
    kind: str
    sector: str | None
    definite: bool
    plural: bool
    modifiers: tuple[str, ...]


def read_phrase(text: str) -> Phrase | None:
    """What a noun phrase speaks of, or None when its head is not in any list and not a plural either."""
    flat = " ".join(text.split())
    m = _CUT.search(" " + flat + " ")
    core = flat[: max(0, m.start() - 1)].strip() if m and m.start() > 1 else flat
    core = re.split(r"[,;:(“\"]", core or flat)[0].strip()
    tokens = [t.strip(".,'’\"“”‘") for t in core.split()]
    tokens = [re.sub(r"['’]s$", "", t) for t in tokens if t]
    if not tokens:
        return None
    definite = tokens[0].lower() in DEFINITE or bool(re.match(r"[A-Z][\w-]*['’]s\b", core))
    indefinite = tokens[0].lower() in ("a", "an", "another", "one", "some", "any")
    rest = tokens[1:] if tokens[0].lower() in _DETERMINERS else tokens
    if not rest:
        return None
    low = [t.lower() for t in rest]
    for n in range(min(4, len(low)), 0, -1):
        noun = " ".join(low[-n:])
        for table, kind in ((people(), "people"), (bodies(), "body")):
            if noun in table:
                if kind == "body" and noun in people() and not definite:
                    continue
                return Phrase(noun, kind, table[noun], definite and not indefinite, kind == "people", tuple(low[:-n]))
    office = read_office(" ".join(rest))
    if office and not low[-1].endswith("s") or office and office.head.endswith("s"):
        assert office is not None
        return Phrase(office.head, "person", office.sector, definite and not indefinite, False, tuple(low[: -len(office.head.split())]))
    last = low[-1]
    if last.endswith("s") and not last.endswith(("ss", "us", "is")):
        single = last[:-1]
        as_office = read_office(" ".join([*rest[:-1], single]))
        if as_office:
            return Phrase(last, "people", as_office.sector, definite and not indefinite, True, tuple(low[:-1]))
        return Phrase(last, "people", None, definite and not indefinite, True, tuple(low[:-1]))
    if last in ("men", "women", "children", "police", "media"):
        return Phrase(last, "people", "CVL", definite, True, tuple(low[:-1]))
    return Phrase(last, "unknown", None, definite and not indefinite, False, tuple(low[:-1]))
