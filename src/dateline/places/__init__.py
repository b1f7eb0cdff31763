"""Where: the gazetteer, and choosing among the places that a name may mean.

    from dateline.places import find_places
    find_places(text, mentions, url=url).places

Nothing is opened on import; the gazetteer is opened, not read, on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.places.finding import Places
    from dateline.places.gazetteer import Gazetteer
    from dateline.reader.reading import Found

__all__ = ["find_places", "import_geonames", "open_gazetteer"]


def find_places(
    text: str,
    mentions: Sequence[Found],
    *,
    outlet: str | None = None,
    url: str | None = None,
    demonyms: bool = True,
    gazetteer: Gazetteer | None = None,
) -> Places:
    """The places that an article's mentions name, and which mention means which (see finding.find_places)."""
    from dateline.places.finding import find_places as find

    return find(text, mentions, outlet=outlet, url=url, demonyms=demonyms, gazetteer=gazetteer)


def import_geonames(path: Path | str, into: Path | str) -> int:
    """Write to `into` the shipped gazetteer with the places of a GeoNames dump added; returns how many (see importing.import_geonames)."""
    from dateline.places.importing import import_geonames as add

    return add(path, into)


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer at `path`; by default the one DATELINE_GAZETTEER names, else the shipped one."""
    from dateline.places.gazetteer import open_gazetteer as opened

    return opened(path)
