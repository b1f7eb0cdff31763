"""Where the dots and names of a network stand: the same network gives the same picture on every machine."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt

WIDTH, HEIGHT, MARGIN = 1000.0, 660.0, 46.0
SMALL = (580.0, 400.0)
"""Width and height of the picture of one actor and those around it."""
TURNS = 160
"""Steps of the forces; after 120 the pictures of 60 dots no longer changed to the eye."""
NARROW, WIDE, LINE = 7.7, 14.5, 17.5
"""What a letter of a label takes, and its line, in units of the picture at 14 px."""
LONGEST = 28
ROOM = 34.0
"""Between two dots: a line with its end must be seen."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside its dot: where its words begin or end. `always` is false where it would stand over another; it is shown when the dot is chosen."""

    text: str
    x: float
    y: float
    anchor: str
    always: bool


def radius(events: int) -> float:
    """The area grows with the number of events."""
    return round(min(30.0, 4.0 + 2.4 * sqrt(events)), 1)


def settle(nodes: Sequence[str], ties: Mapping[tuple[str, str], int], radii: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Places for the nodes: tied ones near each other, none over another (Fruchterman and Reingold, begun from a circle in the order given)."""
    n = len(nodes)
    if n == 0:
        return {}
    if n == 1:
        return {nodes[0]: (WIDTH / 2, HEIGHT / 2)}
    at = {name: i for i, name in enumerate(nodes)}
    x = [cos(2 * pi * i / n) * (0.6 + 0.4 * (i % 3) / 2) for i in range(n)]
    y = [sin(2 * pi * i / n) * (0.6 + 0.4 * (i % 3) / 2) for i in range(n)]
    pulls = [(at[a], at[b], 1 + min(3.0, sqrt(w))) for (a, b), w in sorted(ties.items()) if a != b]
    ideal = 1.7 / sqrt(n)
    strength = ideal * ideal * 6
    for turn in range(TURNS):
        dx, dy = [-1.1 * v for v in x], [-1.1 * v for v in y]
        for i in range(n):  # 280,000 pairs for 60 dots: what stays the same is held outside
            xi, yi, px, py = x[i], y[i], dx[i], dy[i]
            for j in range(i + 1, n):
                a = xi - x[j]
                b = yi - y[j]
                push = strength / (a * a + b * b + 1e-4)
                a *= push
                b *= push
                px += a
                py += b
                dx[j] -= a
                dy[j] -= b
            dx[i], dy[i] = px, py
        for i, j, weight in pulls:
            a, b = x[i] - x[j], y[i] - y[j]
            pull = hypot(a, b) / ideal * weight * 0.3
            dx[i] -= a * pull
            dy[i] -= b * pull
            dx[j] += a * pull
            dy[j] += b * pull
        heat = 0.12 * (1 - turn / TURNS) + 0.002
        for i in range(n):
            far = hypot(dx[i], dy[i]) or 1.0
            step = min(far * 0.05, heat) / far
            x[i] += dx[i] * step
            y[i] += dy[i] * step
    x, y = _fitted(x, WIDTH), _fitted(y, HEIGHT)
    _apart(x, y, [radii[name] for name in nodes])
    return {name: (round(x[i], 1), round(y[i], 1)) for i, name in enumerate(nodes)}


def around(middle: str, others: Sequence[str]) -> dict[str, tuple[float, float]]:
    """One in the middle and the others around it, in the order given, from the top."""
    wide, high = SMALL
    out = {middle: (wide / 2, high / 2)}
    for i, name in enumerate(others):
        turn = 2 * pi * (i + 0.5) / len(others) - pi / 2
        out[name] = (round(wide / 2 + cos(turn) * wide * 0.25, 1), round(high / 2 + sin(turn) * high * 0.4, 1))
    return out


def labels(
    nodes: Sequence[tuple[str, str]],
    places: Mapping[str, tuple[float, float]],
    radii: Mapping[str, float],
    line: float = LINE,
    room: tuple[float, float] = (WIDTH, HEIGHT),
    *,
    outward: bool = False,
) -> dict[str, Label]:
    """A label for each (id, name), the first given first: beside, above or below its dot, where it covers neither another label nor a dot;
    `outward`: first on the side that looks away from the middle."""
    size = line / LINE
    taken = [(places[i][0] - radii[i], places[i][1] - radii[i], places[i][0] + radii[i], places[i][1] + radii[i]) for i, _ in nodes]
    out: dict[str, Label] = {}
    for i, name in nodes:
        text = drawn(name)
        (px, py), r = places[i], radii[i]
        wide = width_of(text) * size
        spots = [  # right, left, above, below
            (px + r + 4, py + line / 3, "start", px + r + 3), (px - r - 4, py + line / 3, "end", px - r - 3 - wide),
            (px, py - r - 5, "middle", px - wide / 2), (px, py + r + line - 2, "middle", px - wide / 2),
        ]  # fmt: skip
        fallback = spots[0] if px < room[0] / 2 else spots[1]
        if outward and px < room[0] / 2:
            spots[:2] = spots[1::-1]
        chosen = None
        for lx, ly, anchor, left in spots:
            box = (left, ly - line * 0.8, left + wide, ly + line * 0.25)
            inside = box[0] >= 2 and box[2] <= room[0] - 2 and box[1] >= 2 and box[3] <= room[1] - 2
            own = (px - r, py - r, px + r, py + r)
            if inside and not any(t != own and _over(box, t) for t in taken):
                chosen = Label(text, round(lx, 1), round(ly, 1), anchor, True)
                taken.append(box)
                break
        if chosen is None:
            lx, ly, anchor, _ = fallback
            chosen = Label(text, round(lx, 1), round(ly, 1), anchor, False)
        out[i] = chosen
    return out


def drawn(name: str, most: int = LONGEST) -> str:
    """A name as it may stand in a picture: on one line, not longer than `most`, what hides or turns the reading direction as a visible box."""
    line = " ".join(
        "".join("▯" if unicodedata.category(c) in ("Cf", "Cc", "Cs", "Co", "Cn") and c not in "\n\t\r" else c for c in name).split()
    )
    line = "".join(c for i, c in enumerate(line) if not (unicodedata.combining(c) and i and unicodedata.combining(line[i - 1])))
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def width_of(text: str) -> float:
    return sum(0 if unicodedata.combining(c) else WIDE if unicodedata.east_asian_width(c) in "WF" else NARROW for c in text)


def _fitted(values: list[float], room: float) -> list[float]:
    low, high = min(values), max(values)
    scale = (room - 2 * MARGIN) / (high - low) if high > low else 0.0
    return [MARGIN + (v - low) * scale if scale else room / 2 for v in values]


def _apart(x: list[float], y: list[float], radii: list[float]) -> None:
    """Pushes dots off each other, staying within the picture."""
    n = len(x)
    for _ in range(40):
        moved = False
        for i in range(n):
            for j in range(i + 1, n):
                a, b = x[j] - x[i], y[j] - y[i]
                near, least = hypot(a, b), radii[i] + radii[j] + ROOM
                if near >= least:
                    continue
                moved = True
                ux, uy = (a / near, b / near) if near > 1e-6 else (cos(i + 1.0), sin(i + 1.0))
                half = (least - near) / 2
                x[i], y[i], x[j], y[j] = x[i] - ux * half, y[i] - uy * half, x[j] + ux * half, y[j] + uy * half
        for i in range(n):
            room = radii[i] + 4
            x[i] = min(WIDTH - room, max(room, x[i]))
            y[i] = min(HEIGHT - room, max(room, y[i]))
        if not moved:
            return


def _over(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
