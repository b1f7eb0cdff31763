"""The short generic name of a body that the article also names in full: "the Assembly" for the National Assembly, "the Embassy"."""

from __future__ import annotations

import re
from functools import cache

from dateline.actors.drafts import Draft
from dateline.actors.folding import fold
from dateline.actors.organizations import bodies, sector_of_name
from dateline.actors.vocabulary import listed, parts, read

_SMALL = frozenset({"the", "of", "for", "and", "in", "on", "to", "a"})
_ANYWHERE = listed("generic_names_anywhere")


@cache
def _classes() -> frozenset[str]:
    """Words for kinds of bodies."""
    return frozenset(fold(w) for w in bodies() if " " not in w) | listed("generic_names_class")


@cache
def _papers() -> frozenset[str]:
    """Words that end the names of newspapers ("Post")."""
    return frozenset(fold(w) for w in parts(read("words")["JRN"]) if " " not in w)


def join_generic(drafts: list[Draft]) -> list[Draft]:
    """The drafts with each body that is named by its kind only joined to the one body whose full name has that word."""
    kept = list(drafts)
    for draft in drafts:
        words = _generic(draft)
        if not words:
            continue
        fits = [d for d in kept if d is not draft and any(_ends(t, words) for t in d.name_texts)]
        if not fits and words in (("parliament",), ("congress",), ("assembly",), ("legislature",), ("national", "assembly")):
            fits = [d for d in kept if d is not draft and _legislature(d)]
        if len(fits) == 1:
            fits[0].take(draft, f"{draft.name_texts[0]!r} is short for {fits[0].name_texts[0]!r}, the one such body named")
            kept.remove(draft)
    return kept


def _generic(draft: Draft) -> tuple[str, ...]:
    """The words of a name that tells no more than a kind ("Assembly", "Central Bank", "Stock Exchange"); else nothing."""
    words = tuple(fold(re.sub(r"^the\s+", "", draft.name_texts[0], flags=re.I)).split())
    if len(draft.name_texts) > 1 and len({fold(t) for t in draft.name_texts}) > 1:
        return ()
    if len(words) == 1 and words[0] in _papers():
        return words  # "the Times" beside the New York Times is that one
    if draft.known is not None and draft.known.sector != "LEG":
        return ()
    if words and words[-1] in _classes() and all(w in _ANYWHERE for w in words[:-1]):
        return words
    return ()


def _ends(name: str, words: tuple[str, ...]) -> bool:
    """Does the full name end with these words, or bear them before its "of"?"""
    tokens = fold(re.sub(r"\([^)]*\)", " ", name)).split()
    head = next((i for i, t in enumerate(tokens) if t in ("of", "for", "in", "on", "to", "against") and i), len(tokens))
    n = len(words)
    if len([t for t in tokens if t not in _SMALL]) <= n:
        return False
    return tuple(tokens[head - n : head]) == words or tuple(tokens[-n:]) == words


def _legislature(draft: Draft) -> bool:
    return draft.kind == "organization" and any(
        sector_of_name(t) == "LEG" and not re.search(r"committee|commission|member|speaker", t, re.I) for t in draft.name_texts
    )
