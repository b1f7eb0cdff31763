"""A user's GeoNames dump added to the shipped gazetteer (`dateline gazetteer import FILE`): allCountries.txt, XX.txt, cities500.txt, or a zip of one.

Lines and columns as https://download.geonames.org/export/dump/readme.txt gives them; GeoNames is CC BY 4.0.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dateline.places.building import OTHER, Entry, Writer
from dateline.places.gazetteer import SHIPPED, Gazetteer
from dateline.sources.whole import whole

# GeoNames feature code or class -> our kind; codes come before classes, what has neither is left out (roads, undersea, single trees).
KIND_OF_FEATURE = {
    "PCLI": "country", "PCLD": "territory", "TERR": "territory", "ADM1": "state", "ADM2": "county", "ADM3": "county", "PPLC": "capital", "PPLX": "neighbourhood",
    "VAL": "valley", "MTS": "mountains", "MT": "mountain", "PK": "mountain", "HLL": "mountain", "VLC": "mountain", "ISL": "island", "ISLS": "island",
    "PEN": "peninsula", "CAPE": "cape", "DSRT": "desert", "STM": "river", "STMI": "river", "LK": "lake", "LKS": "lake", "RSV": "lake", "SEA": "sea",
    "BAY": "sea", "GULF": "sea", "OCN": "sea", "STRT": "strait", "CNL": "canal", "CHN": "strait", "RGN": "region", "AREA": "region", "CONT": "continent",
    "PRK": "park", "RESN": "park", "MILB": "base", "AIRB": "base", "AIRP": "airport", "CMPRF": "camp", "CMP": "camp", "PRN": "site", "DAM": "site",
    "BDG": "site", "HSP": "building", "MSQE": "building", "CH": "building", "PAL": "building", "GOVL": "building", "PS": "site", "MN": "site", "PRT": "site",
    "PASS": "site", "REFC": "camp", "OILF": "site", "P": "city", "A": "county",
}  # fmt: skip
_COLUMNS = 19


def import_geonames(path: Path | str, into: Path | str, *, base: Path = SHIPPED) -> int:
    """Write to `into` the gazetteer `base` with the dump's places that it lacks; returns how many were added.

    Raises ValueError, naming the line, for a file that is no GeoNames dump; `into` is then left as it was.
    """
    source, target = Path(path), Path(into)
    if target.resolve() == base.resolve():
        raise ValueError(f"{target} is the gazetteer to start from; import into another file")
    before = Gazetteer(base)
    iso3 = dict(pair.split("=") for pair in before.meta.get("iso2", "").split(",") if pair)
    with whole(target) as part:
        writer = Writer(part, base=base)
        try:
            added = _fill(writer, source, before, iso3)
            writer.finish()
        except BaseException:
            writer.close()
            raise
    return added


def _fill(writer: Writer, source: Path, before: Gazetteer, iso3: Mapping[str, str]) -> int:
    """Adds the dump's places that the gazetteer lacks; returns how many."""
    added = 0
    divisions: dict[str, int] = {}
    for wanted in (("ADM1",), ("ADM2",), ()):  # a town refers to its divisions, so these come first
        for row in _rows(source):
            if (row[7] in wanted) if wanted else (row[7] not in ("ADM1", "ADM2")):
                kind = KIND_OF_FEATURE.get(row[7]) or KIND_OF_FEATURE.get(row[6])
                if kind is None:
                    continue
                code = f"{row[8]}.{row[10]}"
                number = before.with_geonameid(int(row[0]))
                if number is None:
                    number = writer.add(_entry(row, kind, iso3.get(row[8]), divisions.get(code), divisions.get(f"{code}.{row[11]}")))
                    added += 1
                if row[7] == "ADM1":
                    divisions[code] = number
                elif row[7] == "ADM2":
                    divisions[f"{code}.{row[11]}"] = number
    return added


def _entry(row: list[str], kind: str, country: str | None, admin1: int | None, admin2: int | None) -> Entry:
    population = int(row[14] or 0)
    names = tuple((name, OTHER) for name in (row[2], *row[3].split(",")) if name and not (len(name) <= 3 and name.isupper()))
    heard = population >= 5000 or row[6] in "HLT"
    return Entry(
        row[1], kind, float(row[4]), float(row[5]), country, "GeoNames, imported", names, admin1=admin1, admin2=admin2,
        population=population or None, geonameid=int(row[0]), heard=heard,
    )  # fmt: skip


@contextmanager
def _opened(path: Path) -> Iterator[io.TextIOBase]:
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as archive:
            inside = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
            if not inside:
                raise ValueError(f"{path}: no .txt file inside")
            with archive.open(inside[0]) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
    else:
        with path.open(encoding="utf-8", newline="\n") as text:
            yield text


def _rows(path: Path) -> Iterator[list[str]]:
    with _opened(path) as lines:
        for number, line in enumerate(lines, 1):
            row = line.rstrip("\r\n").split("\t")
            if len(row) != _COLUMNS or not row[0].isdigit():
                raise ValueError(f"{path}:{number}: not a line of a GeoNames dump ({len(row)} fields, {_COLUMNS} expected)")
            yield row
