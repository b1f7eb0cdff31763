"""A small map as SVG: points for towns, rings for whatever is known only as a region. Countries are never drawn as points."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dateline.record import Place

WIDTH, HEIGHT = 640.0, 400.0
POINTS = ("site", "city")
RINGS = {"district": 30.0, "province": 100.0, "region": 150.0}  # km: how wide a place of this precision is drawn


def draw_map(places: Sequence[Place]) -> str:
    """An inline SVG of the places that have coordinates finer than a country; empty when there are none. Plate carrée, stretched to the places shown."""
    shown = [p for p in places if p.lat is not None and p.lon is not None and (p.precision in POINTS or p.precision in RINGS)]
    if not shown:
        return ""
    lats, lons = [p.lat or 0.0 for p in shown], [p.lon or 0.0 for p in shown]
    south, north, west, east = min(lats) - 1.5, max(lats) + 1.5, min(lons) - 2.4, max(lons) + 2.4
    wide = (east - west) / (north - south)
    if wide < WIDTH / HEIGHT:
        more = ((north - south) * WIDTH / HEIGHT - (east - west)) / 2
        west, east = west - more, east + more
    else:
        more = ((east - west) * HEIGHT / WIDTH - (north - south)) / 2
        south, north = south - more, north + more
    scale = WIDTH / (east - west)
    marks = []
    for p in shown:
        x, y = ((p.lon or 0.0) - west) * scale, (north - (p.lat or 0.0)) * scale
        name = escape(p.name)
        if p.precision in RINGS:
            radius = max(6.0, RINGS[p.precision] / 111.0 * scale)
            marks.append(f'<a href="#{p.id}"><circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{name}</title></circle></a>')
        else:
            marks.append(f'<a href="#{p.id}"><circle class="spot" cx="{x:.1f}" cy="{y:.1f}" r="5"><title>{name}</title></circle></a>')
        marks.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" font-size="13">{name}</text>')
    return f'<figure><svg viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" role="img" aria-label="Map of the places named">{"".join(marks)}</svg><figcaption class="meta">Rings are regions: nothing is drawn finer than the text tells.</figcaption></figure>'
