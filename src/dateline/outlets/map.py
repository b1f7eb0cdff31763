"""A small map as inline SVG: points for towns, rings for what is known only as a region, shade for countries. Nothing is drawn finer than the text tells."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from dateline.outlets.outlines import Box, Country, Point, box_of, countries, cut
from dateline.outlets.words import harmless, short
from dateline.record import Place

WIDTH, HEIGHT = 460.0, 300.0
LETTER = 13.0  # height of a label: 10 pixels where the map is 350 wide, on a phone
POINTS = ("site", "city")
RINGS = {"district": 30.0, "province": 100.0, "region": 150.0}  # km: how wide a place of this precision is drawn
SMALLEST = 4.0  # degrees from south to north; closer, the outlines' 2 km steps begin to show
NAMED_COUNTRY = 46.0  # a country's name is written where its part of the view is at least this wide and high


@dataclass(frozen=True, slots=True)
class Projection:
    """Plate carrée, true to scale at the middle of the view. Longitudes lie within [box.west, box.west + 360)."""

    box: Box
    scale: float  # of a degree of latitude
    squeeze: float  # cosine of the middle latitude

    def at(self, lon: float, lat: float) -> Point:
        return ((lon - self.box.west) * self.scale * self.squeeze, (self.box.north - lat) * self.scale)


@dataclass(slots=True)
class Labels:
    """Names written so far; one that would lie on another is left out (it still stands in the list and in the point's title)."""

    taken: list[Box]

    def place(self, words: str, x: float, y: float, css: str, *, gap: float = 7.0, centred: bool = False) -> str:
        wide = len(words) * LETTER * 0.56
        spots = (
            [(x - wide / 2, y)]
            if centred
            else [(x + gap, y), (x - gap - wide, y), (x - wide / 2, y - gap - 6), (x - wide / 2, y + gap + 7)]
        )
        for left, middle in spots:
            box = Box(left - 2, middle - LETTER / 2, left + wide + 2, middle + LETTER / 2)
            within = box.west >= 0 and box.east <= WIDTH and box.south >= 0 and box.north <= HEIGHT
            if within and not any(box.meets(t) for t in self.taken):
                self.taken.append(box)
                return f'<text class="{css}" x="{left:.1f}" y="{middle + LETTER * 0.35:.1f}">{escape(words)}</text>'
        return ""


def draw_map(places: Sequence[Place], *, sites: Mapping[str, int], anchors: Mapping[str, str]) -> str:
    """An SVG of `places`, marked where `sites` counts events; `anchors` gives each place's address on the page. Empty when nothing can be drawn."""
    spots = [p for p in places if p.lat is not None and p.lon is not None and (p.precision in POINTS or p.precision in RINGS)]
    named = {p.country: sites.get(p.id, 0) for p in places if p.precision == "country" and p.country}
    projection = _fitted(spots, named)
    if projection is None:
        return ""
    labels = Labels([])
    # marks take their room first, so that no name lies on a point
    marks = [_mark(p, projection, sites.get(p.id, 0), anchors.get(p.id, "")) for p in _largest_first(spots)]
    for p in spots:
        if p.precision in POINTS:
            x, y = projection.at(*_inside(p, projection))
            labels.taken.append(Box(x - 4, y - 4, x + 4, y + 4))
    written: set[str] = set()
    names: list[str] = []
    for p in sorted(spots, key=lambda p: (-sites.get(p.id, 0), p.precision not in POINTS)):
        name = short(harmless(p.name), 26)
        if name not in written:
            written.add(name)
            names.append(labels.place(name, *projection.at(*_inside(p, projection)), "spot-name"))
    land = "".join(_land(c, projection, c.code in named) for c in countries())
    lands = "".join(_land_name(c, projection, labels) for c in countries())
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" role="group" aria-label="Map of the places named">'
        f'<g>{land}</g>{"".join(marks)}<g aria-hidden="true">{lands}{"".join(names)}</g></svg>'
    )


def _fitted(spots: Sequence[Place], named: Mapping[str, int]) -> Projection | None:
    """The view around the spots or, where there are none, around the countries (those with events first, three at most)."""
    corners = [(p.lon or 0.0, p.lat or 0.0) for p in spots]
    if not corners:
        first = sorted(named, key=lambda code: -named[code])[:3]
        for c in countries():
            if c.code in first:
                largest = max((box_of(r) for r in c.rings), key=lambda b: (b.east - b.west) * (b.north - b.south))
                corners += [(largest.west, largest.south), (largest.east, largest.north)]
        first_done = True
    else:
        first_done = False
    if not corners:
        return None
    west, east = _span(sorted(x for x, _ in corners))
    south, north = min(y for _, y in corners), max(y for _, y in corners)
    margin = 0.06 if first_done else 0.22
    middle = max(-80.0, min(80.0, (south + north) / 2))
    squeeze = math.cos(math.radians(middle))
    high = max((north - south) * (1 + 2 * margin), (east - west) * (1 + 2 * margin) * squeeze * HEIGHT / WIDTH, SMALLEST)
    high = min(high, 360.0 * squeeze * HEIGHT / WIDTH, 180.0)
    wide = high * WIDTH / HEIGHT / squeeze
    centre = (west + east) / 2
    return Projection(Box(centre - wide / 2, middle - high / 2, centre + wide / 2, middle + high / 2), HEIGHT / high, squeeze)


def _span(lons: list[float]) -> tuple[float, float]:
    """The shortest stretch of longitudes that holds them all; its east may pass 180."""
    gaps = [(b - a, i + 1) for i, (a, b) in enumerate(zip(lons, lons[1:], strict=False))]
    gaps.append((lons[0] + 360 - lons[-1], 0))
    _, start = max(gaps, key=lambda g: (g[0], -g[1]))
    west = lons[start]
    east = lons[start - 1]
    return west, east if east >= west else east + 360


def _inside(p: Place, projection: Projection) -> Point:
    lon = p.lon or 0.0
    while lon < projection.box.west:
        lon += 360
    while lon > projection.box.east and lon - 360 >= projection.box.west:
        lon -= 360
    return lon, p.lat or 0.0


def _largest_first(spots: Sequence[Place]) -> list[Place]:
    return sorted(spots, key=lambda p: -RINGS.get(p.precision or "", 0.0))


def _mark(p: Place, projection: Projection, events: int, anchor: str) -> str:
    x, y = projection.at(*_inside(p, projection))
    told = f"{p.name}, {events} event{'s' if events > 1 else ''}" if events else p.name
    state = "told" if events else "named"
    if p.precision in RINGS:
        radius = max(8.0, RINGS[p.precision] / 111.0 * projection.scale)
        shape = f'<circle class="ring {state}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{escape(harmless(told))}</title></circle>'
    else:
        shape = f'<circle class="spot {state}" cx="{x:.1f}" cy="{y:.1f}" r="{min(8.0, 4.5 + events * 0.5):.1f}"><title>{escape(harmless(told))}</title></circle>'
    return f'<a href="#{anchor}" aria-label="{escape(harmless(told))}">{shape}</a>' if anchor else shape


def _pieces(c: Country, projection: Projection) -> list[list[Point]]:
    """The country's outline within the view, on the page; also where the view lies across the date line."""
    out = []
    for turn in (-360.0, 0.0, 360.0):
        b = projection.box
        view = Box(b.west - turn - 0.2, b.south - 0.2, b.east - turn + 0.2, b.north + 0.2)
        for ring in c.rings:
            points = [projection.at(x + turn, y) for x, y in cut(ring, view)]
            if points:
                out.append(points)
    return out


def _land(c: Country, projection: Projection, named: bool) -> str:
    paths = []
    for points in _pieces(c, projection):
        steps: list[str] = []
        at = (math.inf, math.inf)
        for x, y in points:
            # steps under a pixel are not seen: they were three quarters of a page that shows Europe and Asia
            if max(abs(x - at[0]), abs(y - at[1])) >= 1.0:
                steps.append(f"{x:.1f} {y:.1f}")
                at = (x, y)
        if len(steps) > 2:
            paths.append(f"M{'L'.join(steps)}Z")
    return f'<path class="land{" named" if named else ""}" d="{"".join(paths)}"/>' if paths else ""


def _land_name(c: Country, projection: Projection, labels: Labels) -> str:
    """The country's name in the middle of its largest piece."""
    pieces = _pieces(c, projection)
    if not pieces:
        return ""
    largest = max((box_of(tuple(p)) for p in pieces), key=lambda b: (b.east - b.west) * (b.north - b.south))
    wide = len(c.name) * LETTER * 0.62
    if min(largest.east - largest.west, WIDTH) < max(NAMED_COUNTRY, wide) or largest.north - largest.south < NAMED_COUNTRY:
        return ""
    x = (max(largest.west, 0) + min(largest.east, WIDTH)) / 2
    y = (max(largest.south, 0) + min(largest.north, HEIGHT)) / 2
    return labels.place(c.name, x, y, "land-name", centred=True)
