"""The outlines of the world's countries, read from `outlines.tsv` and cut to a view. Made by `training/map/build.py`.

Points are (longitude, latitude) in degrees; a ring is closed without repeating its first point.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Point = tuple[float, float]
Ring = tuple[Point, ...]

UNITS = 100  # in a degree, as the file's header says


@dataclass(frozen=True, slots=True)
class Country:
    """`code` is ISO 3166-1 alpha-3; rings are islands and mainlands, without holes."""

    code: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A view in degrees. `east` may pass 180 where the view lies across the date line."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        return self.west < other.east and other.west < self.east and self.south < other.north and other.south < self.north


@cache
def countries() -> tuple[Country, ...]:
    """Every country, large ones first: drawn in this order, an enclave lies on top of the country around it."""
    arcs: list[list[Point]] = []
    out: list[Country] = []
    for line in files("dateline.outlets").joinpath("outlines.tsv").read_text(encoding="utf-8").split("\n"):
        kind, _, rest = line.partition("\t")
        if kind == "A":
            arcs.append(_arc(rest))
        elif kind == "C":
            code, name, rings = rest.split("\t")
            out.append(Country(code, name, tuple(_ring(r, arcs) for r in rings.split(";"))))
    return tuple(out)


def _arc(letters: str) -> list[Point]:
    numbers: list[int] = []
    value = shift = 0
    for letter in letters:
        bits = ord(letter) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    x = y = 0
    points: list[Point] = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / UNITS, y / UNITS))
    return points


def _ring(parts: str, arcs: list[list[Point]]) -> Ring:
    points: list[Point] = []
    for part in parts.split(","):
        line = arcs[int(part[1:])][::-1] if part.startswith("~") else arcs[int(part)]
        points += line[1:] if points else line
    return tuple(points[:-1])


@cache
def box_of(ring: Ring) -> Box:
    """The smallest view that holds `ring`."""
    return Box(min(x for x, _ in ring), min(y for _, y in ring), max(x for x, _ in ring), max(y for _, y in ring))


def cut(ring: Ring, view: Box) -> list[Point]:
    """The part of `ring` within `view` (Sutherland and Hodgman's method); edges of the view join what it parts. Empty when they do not meet."""
    if not box_of(ring).meets(view):
        return []
    points = list(ring)
    for axis, limit, keep_above in ((0, view.west, True), (0, view.east, False), (1, view.south, True), (1, view.north, False)):
        points = _side(points, _inside(axis, limit, keep_above), axis, limit)
        if not points:
            return []
    return points


def _inside(axis: int, limit: float, keep_above: bool) -> Callable[[Point], bool]:
    return lambda p: p[axis] >= limit if keep_above else p[axis] <= limit


def _side(points: list[Point], inside: Callable[[Point], bool], axis: int, limit: float) -> list[Point]:
    out: list[Point] = []
    for a, b in zip(points[-1:] + points[:-1], points, strict=True):
        if inside(a) != inside(b):
            t = (limit - a[axis]) / (b[axis] - a[axis])
            out.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        if inside(b):
            out.append(b)
    return out
