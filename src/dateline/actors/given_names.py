"""Given names as languages print them: abbreviated ("Md" for Mohammad), with a father's name or a courtesy behind them."""

from __future__ import annotations

import re
from functools import cache

from dateline.actors.vocabulary import parts, read, words

# "Marat Saparovich": how Russian speakers name a person politely
_PATRONYMIC = re.compile(r"(?:ovich|evich|yevich|ovna|evna|yevna|ichna|uulu|ogly|oghlu|kyzy|qizi)$")


@cache
def _shortened() -> dict[str, frozenset[str]]:
    pairs = (entry.split("=") for entry in parts(read("names")["shortened"], by=";"))
    return {short: frozenset(parts(full)) for short, full in pairs}


def abbreviates(short: str, full: str) -> bool:
    """Is the folded word `short` how print abbreviates the given name `full`?"""
    return full in _shortened().get(short, ())


def given_name_of(polite: tuple[str, ...], name: tuple[str, ...]) -> str | None:
    """Why two folded words are the given name of `name` said politely ("Marat Saparovich", "Ujjal Babu"); None when they are not."""
    if len(polite) != 2 or len(name) < 2 or polite[0] != name[0]:
        return None
    if _PATRONYMIC.search(polite[1]) and not _PATRONYMIC.search(name[-1]):
        return f"{polite[0]!r} with the father's name is the given name of {' '.join(name)!r}"
    if polite[1] in words("names", "honorifics_after") and polite[1] != name[-1]:
        return f"{polite[0]!r} with a courtesy behind it is the given name of {' '.join(name)!r}"
    return None
