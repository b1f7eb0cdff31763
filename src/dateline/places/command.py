"""`dateline gazetteer`: look a name up, or add a GeoNames dump to the shipped gazetteer."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import StopRun

if TYPE_CHECKING:
    from dateline.places.gazetteer import Entry, Gazetteer


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Hooks the subcommand into the command line."""
    p = commands.add_parser(
        "gazetteer", help="look a place up, or import GeoNames", description="Look a place up, or import a GeoNames dump."
    )
    what = p.add_subparsers(required=True, metavar="WHAT")
    find = what.add_parser(
        "find",
        help="the places that a name may mean",
        description="The places that a name may mean: areas before settlements, the largest first.",
    )
    find.add_argument("name", metavar="NAME")
    find.add_argument("--country", metavar="ISO3", help="only places of this country (AFG)")
    find.add_argument("--gazetteer", metavar="FILE", type=Path, help="an imported gazetteer (default: the shipped one)")
    find.add_argument("--limit", type=int, default=20, metavar="N", help="at most so many (default: 20)")
    find.add_argument("--format", choices=("text", "jsonl"), default="text")
    find.set_defaults(run=run_find)
    add = what.add_parser(
        "import",
        help="add a GeoNames dump",
        description="Write the shipped gazetteer with the places of a GeoNames dump added (allCountries.txt, cities500.txt, XX.txt or the zip of one).",
    )
    add.add_argument("dump", metavar="DUMP", type=Path)
    add.add_argument(
        "--into", metavar="FILE", type=Path, default=Path("gazetteer.sqlite"), help="where to (default: gazetteer.sqlite here)"
    )
    add.set_defaults(run=run_import)


def run_find(a: argparse.Namespace) -> int:
    """The exit code: 1 when no place has the name."""
    from dateline.places.candidates import candidates
    from dateline.places.kinds import POPULATED

    if a.limit < 1:
        raise StopRun(f"{a.limit} places are none", place="--limit", remedy="give 1 or more")
    gazetteer = opened(a.gazetteer)
    found = [c for c in candidates(a.name, gazetteer) if a.country is None or c.entry.country == a.country.upper()]
    # areas before settlements: most of our own list (Sinai, the Middle East) has no population to be ranked by
    found.sort(key=lambda c: (-c.alike, c.entry.kind in {*POPULATED, "neighbourhood"}, -c.entry.population, c.entry.key))
    for c in found[: a.limit]:
        print(_row(c.entry, c.alike, gazetteer, a.format))
    if not found:
        where = f" in {a.country.upper()}" if a.country else ""
        print(f"dateline: no place named {a.name!r}{where} in {gazetteer.path.name}", file=sys.stderr)
    return 0 if found else 1


def opened(path: Path | None) -> Gazetteer:
    """The gazetteer at `path`, else the one in use. Raises StopRun when there is none or it is something else."""
    import sqlite3

    from dateline.places.gazetteer import in_use, open_gazetteer

    path = path or in_use()
    try:
        return open_gazetteer(path)
    except FileNotFoundError as e:
        raise StopRun("there is no such file", place=str(path), remedy="make one with dateline gazetteer import DUMP --into FILE") from e
    except sqlite3.DatabaseError as e:
        raise StopRun(f"is no gazetteer: {e}", place=str(path), remedy="make one with dateline gazetteer import DUMP --into FILE") from e


def _row(entry: Entry, alike: float, gazetteer: Gazetteer, form: str) -> str:
    admin1 = gazetteer.entry(entry.admin1).name if entry.admin1 else None
    if form == "jsonl":
        row = {
            "name": entry.name, "kind": entry.kind, "lat": entry.lat, "lon": entry.lon, "country": entry.country, "admin1": admin1,
            "population": entry.population or None, "geonameid": entry.geonameid, "claimants": list(entry.claimants), "alike": round(alike, 2),
        }  # fmt: skip
        return json.dumps(row, ensure_ascii=False)
    where = ", ".join(x for x in (admin1, entry.country) if x)
    point = f"{entry.lat:.4f},{entry.lon:.4f}" if entry.lat is not None and entry.lon is not None else "no coordinates"
    told = [entry.name, entry.kind, where or "of no one country", point]
    told += [f"population {entry.population}"] if entry.population else []
    told += [f"claimed by {', '.join(entry.claimants)}"] if entry.claimants else []
    told += [f"GeoNames {entry.geonameid}"] if entry.geonameid else []
    told += [f"sounds like it ({alike:.2f})"] if alike < 1 else []
    return "\t".join(told)


def run_import(a: argparse.Namespace) -> int:
    """Writes the new gazetteer and says how to use it."""
    import zipfile

    from dateline.places.importing import import_geonames

    try:
        added = import_geonames(a.dump, a.into)
    except (ValueError, zipfile.BadZipFile, UnicodeDecodeError) as e:
        raise StopRun(
            str(e), place="gazetteer import", remedy="give a dump of https://download.geonames.org/export/dump/ (19 columns)"
        ) from e
    except OSError as e:
        raise StopRun(
            f"cannot be read or written: {e.strerror}", place=str(e.filename or a.dump), remedy="give a GeoNames dump and --into FILE"
        ) from e
    print(f"{added} places added: {a.into}")
    print(f"dateline: use it with dateline read --gazetteer {a.into}, or set DATELINE_GAZETTEER={a.into}", file=sys.stderr)
    return 0
