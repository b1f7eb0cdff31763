"""Names of places that the gazetteer lacks: the place they are told to lie in, and the place whose name they spell otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from dateline.places.candidates import Candidate
from dateline.places.folding import likeness, skeleton
from dateline.places.groups import Group
from dateline.places.scoring import Scored, decided

# How alike two spellings of one sound must be to be one name in one article.
VARIANT = 0.7


def held(group: Group, groups: Sequence[Group], scored: Sequence[Scored], countries: Set[str | None]) -> Candidate | None:
    """The place that the text puts an unknown one in, when that is found; `countries` are those of the article's places."""
    for holder in group.holders:
        best = decided(scored[holder].chances)
        if best is None:
            continue
        found = groups[holder].options[best]
        # "Queen Elizabeth Hospital" is not in Elizabeth, New Jersey, where nothing else of the article lies in that country
        if group.within or found.entry.country in countries:
            return found
    return None


def spelt_otherwise(group: Group, others: Iterable[Group]) -> Group | None:
    """The place among `others` whose name this unknown one spells otherwise ("Loikow" beside "Loikaw"); the first of the most alike."""
    sound = skeleton(group.key)
    alike = [
        g
        for g in others
        if g is not group and g.key[0] == group.key[0] and sound and sound == skeleton(g.key) and likeness(g.key, group.key) >= VARIANT
    ]
    return max(alike, key=lambda g: likeness(g.key, group.key), default=None)
