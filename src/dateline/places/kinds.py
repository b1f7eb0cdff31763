"""What kinds of place there are, and how fine each lets a map draw."""

from __future__ import annotations

# Kind -> precision (record.Place). Order is the number a kind has in the gazetteer file: append, never reorder.
KINDS: dict[str, str] = {
    "country": "country",
    "territory": "country",  # a dependency with a country code of its own
    "state": "province",  # first-level division, whatever its country calls it
    "county": "district",  # second-level division
    "city": "city",
    "capital": "city",
    "continent": "region",
    "supranational": "region",
    "region": "region",
    "valley": "region",
    "mountains": "region",
    "mountain": "site",
    "river": "region",
    "lake": "region",
    "sea": "region",
    "strait": "region",
    "desert": "region",
    "island": "region",
    "peninsula": "region",
    "disputed": "region",
    "de facto": "region",  # holds itself for a state, or is held by somebody other than its country
    "historic": "region",
    "site": "site",
    "camp": "site",
    "base": "site",
    "airport": "site",
    "building": "site",
    "neighbourhood": "city",
    "park": "site",
    "cape": "site",
    "town group": "district",
    "canal": "region",
    "outlet": "city",
}
KIND_NUMBER = {kind: number for number, kind in enumerate(KINDS)}
KIND_NAMES = tuple(KINDS)

PRECISIONS = ("site", "city", "district", "province", "country", "region")  # finest first, as in record.Place
POPULATED = frozenset({"city", "capital"})
NATURAL = frozenset({"valley", "mountains", "mountain", "river", "lake", "sea", "strait", "desert", "island", "peninsula", "cape", "canal"})
REGIONS = frozenset({"continent", "supranational", "region", "disputed", "de facto", "historic", "town group"})
SITES = frozenset({"site", "camp", "base", "airport", "building", "park", "neighbourhood"})
