"""Well-known political figures, so that a bare surname has a country."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.actors.alignment import likeness
from dateline.actors.drafts import Draft
from dateline.actors.naming import person_words
from dateline.actors.vocabulary import parts, read

ALIKE = 0.75  # of two given names, for one to be a spelling of the other


def figure_of(draft: Draft) -> tuple[str, str | None] | None:
    """Sector and country of a well-known political figure of this name. A given name is no surname ("Salih Idris" is not Salih)."""
    named = [words for text in draft.name_texts if (words := person_words(text))]  # a title may have no name
    surnames = {words[-1] for words in named if len(words) > 1}
    for words in named:
        if surnames and len(words) == 1 and (words[0] not in surnames or _has_another_given(words[0], named)):
            continue
        found = figures().get(words) if len(words) > 1 else figures_by_surname().get(words[0])
        if found:
            return found
    return None


def _has_another_given(surname: str, named: Sequence[tuple[str, ...]]) -> bool:
    """Is the bearer of a figure's surname called by another given name elsewhere ("Jorge Hernandez")?"""
    theirs = _given().get(surname, frozenset())
    given = {words[0] for words in named if len(words) > 1 and words[-1] == surname}
    return bool(given and theirs) and not any(likeness(g, t) >= ALIKE for g in given for t in theirs)


@cache
def figures() -> dict[tuple[str, ...], tuple[str, str | None]]:
    table: dict[tuple[str, ...], tuple[str, str | None]] = {}
    for sector, countries in read("figures").items():
        for country, names in countries.items():
            for name in parts(names):
                table[person_words(name)] = (sector, None if country == "-" else country)
    return table


@cache
def figures_by_surname() -> dict[str, tuple[str, str | None]]:
    """Surnames that only one figure of the list bears."""
    owners: dict[str, list[tuple[str, str | None]]] = {}
    for name, who in figures().items():
        if len(name) > 1 and len(name[-1]) > 4:
            owners.setdefault(name[-1], []).append(who)
    return {surname: whos[0] for surname, whos in owners.items() if len(whos) == 1}


def another_figure(words: tuple[str, ...]) -> bool:
    """Does a full name bear the surname of one figure of the list and another given name ("Eric Trump")? One of the same first letter may be a spelling."""
    given = _given().get(words[-1], frozenset()) if words[-1] in figures_by_surname() else frozenset()
    return bool(given) and words[0][0] not in {g[0] for g in given}


@cache
def _given() -> dict[str, frozenset[str]]:
    """The given names of the figures by their surname."""
    out: dict[str, frozenset[str]] = {}
    for name in figures():
        out[name[-1]] = out.get(name[-1], frozenset()) | frozenset(name[:-1])
    return out
