"""The gazetteer as it is read: one SQLite file, opened read-only without reading it whole, asked by folded name."""

from __future__ import annotations

import math
import os
import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.places.folding import fold, likeness, skeleton
from dateline.places.kinds import KIND_NAMES

SHIPPED = Path(__file__).with_name("gazetteer.sqlite")
# More places of one name than this are not weighed: the rest are hamlets (the commonest name, San José, has some 300).
MOST = 120
_COLUMNS = "p.id, p.name, p.kind, p.lat, p.lon, p.country, p.admin1, p.admin2, p.population, p.geonameid, p.claimants"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer; `key` is its number in its file, `country` ISO 3166-1 alpha-3, `own`: from our own list."""

    key: int
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: int | None
    admin2: int | None
    population: int
    geonameid: int | None
    claimants: tuple[str, ...] = ()

    @property
    def point(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


class Gazetteer:
    """Places by name. Raises FileNotFoundError for a missing file, sqlite3.DatabaseError for one that is no gazetteer."""

    def __init__(self, path: Path = SHIPPED) -> None:
        if not path.exists():
            raise FileNotFoundError(f"no gazetteer at {path}; build one with training/gazetteer/build.py or `dateline gazetteer import`")
        # immutable: nobody writes the file, so SQLite takes no locks; 8 MB of pages at most are kept.
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._db.execute("PRAGMA cache_size=-8000")
        self.path = path
        self._numbers: dict[int, int] | None = None
        self.meta: dict[str, str] = dict(self._db.execute("SELECT key, value FROM meta"))

    def named(self, key: str) -> list[tuple[Entry, int]]:
        """Places that have this folded name, with the role of the name (building.NAME …), largest first."""
        found = self._db.execute(
            f"SELECT {_COLUMNS}, n.role FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
            " ORDER BY p.population IS NULL DESC, p.population DESC, p.id LIMIT ?",
            (key, MOST),
        )
        return [(_entry(row), row[-1]) for row in found]

    def countries(self, name: str) -> list[str]:
        """The codes (ISO 3166-1 alpha-3) of the countries and territories that go by a name: "Burma", "UK", "Malian"; several for "Congo"."""
        return sorted({e.country for e, _ in self.named(fold(name)) if e.country and e.kind in ("country", "territory")})

    def sounding(self, key: str, *, least: float) -> list[tuple[str, float]]:
        """Folded names that sound like this one and are at least so alike (folding.likeness), most alike first."""
        sound = skeleton(key)
        if not sound:
            return []
        scored = [(other, likeness(key, other)) for (other,) in self._db.execute("SELECT key FROM sound WHERE skeleton = ?", (sound,))]
        return sorted(((o, s) for o, s in scored if s >= least and o != key), key=lambda x: (-x[1], x[0]))

    def entry(self, key: int) -> Entry:
        """The place with this number."""
        return _entry(self._db.execute(f"SELECT {_COLUMNS} FROM place p WHERE p.id = ?", (key,)).fetchone())

    def with_geonameid(self, geonameid: int) -> int | None:
        """The number of the place with this GeoNames id."""
        if self._numbers is None:  # an index would cost every user 3 MB; only an import asks
            self._numbers = dict(self._db.execute("SELECT geonameid, id FROM place WHERE geonameid IS NOT NULL"))
        return self._numbers.get(geonameid)

    def knows(self, name: str) -> bool:
        """Whether any place has this name."""
        return self._db.execute("SELECT 1 FROM name WHERE key = ? LIMIT 1", (fold(name),)).fetchone() is not None


def _entry(row: tuple[Any, ...]) -> Entry:
    key, name, kind, lat, lon, country, admin1, admin2, population, geonameid, claimants = row[:11]
    return Entry(
        key, name, KIND_NAMES[kind], None if lat is None else lat / 10_000, None if lon is None else lon / 10_000, country,
        admin1, admin2, population or 0, geonameid, tuple(claimants.split(",")) if claimants else (),
    )  # fmt: skip


def in_use() -> Path:
    """The file that the environment variable DATELINE_GAZETTEER names, else the shipped one."""
    return Path(os.environ.get("DATELINE_GAZETTEER") or SHIPPED)


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer at `path` (by default the one in use), opened once."""
    return _open(path or in_use())


@cache
def _open(path: Path) -> Gazetteer:
    return Gazetteer(path)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance."""
    la1, lo1, la2, lo2 = map(math.radians, (*a, *b))
    h = math.sin((la2 - la1) / 2) ** 2 + math.cos(la1) * math.cos(la2) * math.sin((lo2 - lo1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
