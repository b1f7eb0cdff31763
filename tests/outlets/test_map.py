"""The map: outlines of the world, cut to a view that holds the places, and nothing finer than is known."""

from __future__ import annotations

import re
from importlib.resources import files

from dateline.outlets.map import HEIGHT, WIDTH, draw_map
from dateline.outlets.outlines import Box, countries, cut
from dateline.record import Place


def town(name: str, lat: float, lon: float, precision: str = "city") -> Place:
    return Place(name, name, lat=lat, lon=lon, precision=precision, country="XXX")


def drawn(*places: Place) -> str:
    return draw_map(places, sites={}, anchors={})


def spots(svg: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r'<circle class="\w+ \w+" cx="([-\d.]+)" cy="([-\d.]+)"', svg)]


def test_the_outlines_are_small_and_hold_the_world() -> None:
    assert len(files("dateline.outlets").joinpath("outlines.tsv").read_bytes()) <= 150_000
    assert {"AFG", "SEN", "NOR", "FJI", "XKX"} <= {c.code for c in countries()}
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for c in countries() for r in c.rings for x, y in r)


def test_an_enclave_is_drawn_after_the_country_around_it() -> None:
    order = [c.code for c in countries()]
    assert order.index("LSO") > order.index("ZAF")
    assert order.index("GMB") > order.index("SEN")


def test_a_ring_is_cut_at_the_edges_of_the_view() -> None:
    square = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    assert set(cut(square, Box(5, 5, 20, 20))) == {(5, 5), (10, 5), (10, 10), (5, 10)}
    assert cut(square, Box(11, 11, 20, 20)) == []


def test_every_place_lies_within_the_view() -> None:
    points = spots(drawn(town("A", 14.7, -17.4), town("B", 34.5, 69.2), town("C", -33.9, 18.4)))
    assert len(points) == 3
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in points)


def test_places_on_both_sides_of_the_date_line_are_neighbours() -> None:
    (x1, _), (x2, _) = spots(drawn(town("Suva", -18.1, 178.4), town("Apia", -13.8, -171.8)))
    assert 0 < x2 - x1 < WIDTH


def test_a_region_is_a_ring_and_a_country_never_a_point() -> None:
    svg = drawn(town("Valley", 35.4, 69.7, "region"), town("Afghanistan", 33.0, 65.0, "country"))
    assert len(spots(svg)) == 1
    assert 'class="ring named"' in svg


def test_countries_alone_are_shaded() -> None:
    svg = draw_map([Place("p1", "Senegal", lat=14.5, lon=-14.5, country="SEN", precision="country")], sites={}, anchors={})
    assert svg.count('class="land named"') == 1
    assert not spots(svg)


def test_nothing_to_draw_gives_nothing() -> None:
    assert drawn(Place("p1", "Oru")) == ""


def test_a_name_from_the_page_is_escaped() -> None:
    assert "<script" not in drawn(town("<script>x</script>", 10, 10))


def test_poles_do_no_harm() -> None:
    assert len(spots(drawn(town("North", 90.0, 0.0), town("South", -90.0, 0.0)))) == 2
