"""The first letters of a name's words, and short names that another language makes of them ("ELN", "Army of National Liberation")."""

from __future__ import annotations

import re

_SMALL = frozenset(re.findall(r"\S+", "of the for and in on to de del la el y & des du da dos al a against at with"))


def initials(name: str) -> str:
    """The first letters of the words of a name but for the small ones, in capitals."""
    return "".join(w[0] for w in re.split(r"[\s\-/]+", name) if w and w[0].isalnum() and w.lower() not in _SMALL).upper()


def reordered(short: str, name: str) -> bool:
    """Are these capitals the initials of a name in another order ("DAS", "Administrative Department of Security")?"""
    return len(short) >= 3 and short.isupper() and sorted(short) == sorted(initials(name))


def shares_initials(short: str, name: str) -> bool:
    """Are two of these capitals, and half of them, initials of a name, as where another language has other words?

    Only for a short name that stands behind the full one between commas or in brackets: anywhere else too much would fit.
    """
    left, shared = list(initials(name)), 0
    for letter in short:
        if letter in left:
            left.remove(letter)
            shared += 1
    return short.isupper() and shared >= max(2, len(short) / 2)
