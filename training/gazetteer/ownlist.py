"""Reading our own list, `own/*.txt`: lines of fields apart by "|", "#" before a comment.

    countries.txt   ISO3 | lat | lon | names
    divisions.txt   ISO 3166-2 code | lat | lon | names
    other files     name | kind | lat | lon | ISO3 (more than one: "/") | names | claimants (ISO3 or names, ",")

Names are apart by ";" and marked: "~" a demonym, "=" an abbreviation, "<" a former name, else another name in use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.places.building import ABBREVIATION, DEMONYM, FORMER, OTHER
from dateline.places.kinds import KINDS

OWN = Path(__file__).parent / "own"
_MARKS = {"~": DEMONYM, "=": ABBREVIATION, "<": FORMER}


@dataclass(frozen=True)
class OwnPlace:
    name: str
    kind: str
    lat: float
    lon: float
    country: str | None
    names: tuple[tuple[str, int], ...]
    claimants: tuple[str, ...] = ()
    source: str = ""


@dataclass
class OwnCountries:
    rows: dict[str, OwnPlace] = field(default_factory=dict)
    demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _lines(path: Path) -> Iterator[tuple[str, list[str]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield f"{path.name}:{number}", [f.strip() for f in line.split("|")]


def _names(text: str) -> tuple[tuple[str, int], ...]:
    out = []
    for name in filter(None, (n.strip() for n in text.split(";"))):
        role = _MARKS.get(name[0], OTHER)
        out.append((name.lstrip("~=<").strip(), role))
    return tuple(out)


def read_countries() -> OwnCountries:
    own = OwnCountries()
    for where, fields in _lines(OWN / "countries.txt"):
        if fields[0] == "demonyms":
            own.demonyms[fields[1]] = tuple(d.strip().lstrip("~") for d in fields[2].split(";"))
            continue
        try:
            code, lat, lon, names, *more = fields
            own.rows[code] = OwnPlace(code, more[0] if more else "country", float(lat), float(lon), code, _names(names))
        except ValueError as e:
            raise SystemExit(f"{where}: {e}") from e
    return own


def read_divisions() -> dict[str, OwnPlace]:
    out = {}
    for where, fields in _lines(OWN / "divisions.txt"):
        try:
            code, lat, lon, names = fields
            out[code] = OwnPlace(code, "state", float(lat), float(lon), None, _names(names))
        except ValueError as e:
            raise SystemExit(f"{where}: {e}") from e
    return out


def read_places() -> Iterator[OwnPlace]:
    """Every entry of the other files, in the order of file names and lines."""
    for path in sorted(OWN.glob("*.txt")):
        if path.name in ("countries.txt", "divisions.txt"):
            continue
        for where, fields in _lines(path):
            fields += [""] * (7 - len(fields))
            name, kind, lat, lon, countries, names, claimants = fields[:7]
            if kind not in KINDS:
                raise SystemExit(f"{where}: no kind {kind!r}; one of {', '.join(KINDS)}")
            try:
                point = float(lat), float(lon)
            except ValueError as e:
                raise SystemExit(f"{where}: {e}") from e
            if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
                raise SystemExit(f"{where}: {point} is not on Earth")
            held = [c for c in countries.split("/") if c]
            stakes = tuple(c.strip() for c in claimants.split(",") if c.strip()) or (tuple(held) if len(held) > 1 else ())
            yield OwnPlace(name, kind, *point, held[0] if len(held) == 1 else None, _names(names), stakes, path.name)
