"""A reliability plot as SVG: what was said across, what was right upwards; on the diagonal a word is kept."""

from __future__ import annotations

from math import sqrt

Points = list[tuple[float, float, int]]  # said, right, how many events

SIDE, LEFT, TOP = 300, 46, 16


def drawn(before: Points, after: Points) -> str:
    """The plot of the bare score (hollow) and the calibrated confidence (full); a dot's area grows with its events."""
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + LEFT + 150} {SIDE + TOP + 44}" font-family="sans-serif" font-size="11" role="img" '
        'aria-label="Reliability of the confidence of events: said against right">',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#888" stroke-dasharray="4 4" fill="none"/>',
    ]
    for k in range(0, 11, 2):
        out.append(f'<text x="{_x(k / 10)}" y="{TOP + SIDE + 15}" text-anchor="middle">{k / 10:.1f}</text>')
        out.append(f'<text x="{LEFT - 6}" y="{_y(k / 10) + 4}" text-anchor="end">{k / 10:.1f}</text>')
    out += [_line(before, "#b5651d", "none"), _line(after, "#1f5fa8", "#1f5fa8")]
    out.append(f'<text x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 34}" text-anchor="middle">said to be so sure</text>')
    out.append(f'<text transform="translate(12 {TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">share that is right</text>')
    for i, (words, colour, fill) in enumerate((("confidence", "#1f5fa8", "#1f5fa8"), ("the reader’s bare score", "#b5651d", "none"))):
        y = TOP + 14 + 18 * i
        out.append(
            f'<circle cx="{LEFT + SIDE + 14}" cy="{y - 4}" r="4" stroke="{colour}" fill="{fill}"/><text x="{LEFT + SIDE + 24}" y="{y}">{words}</text>'
        )
    return "\n".join([*out, "</svg>", ""])


def _x(said: float) -> float:
    return round(LEFT + SIDE * said, 1)


def _y(right: float) -> float:
    return round(TOP + SIDE * (1 - right), 1)


def _line(points: Points, colour: str, fill: str) -> str:
    path = " ".join(f"{'L' if i else 'M'}{_x(s)} {_y(r)}" for i, (s, r, _) in enumerate(points))
    dots = "".join(
        f'<circle cx="{_x(s)}" cy="{_y(r)}" r="{round(1.5 + sqrt(n) / 3, 1)}" stroke="{colour}" fill="{fill}" fill-opacity="0.8"/>'
        for s, r, n in points
    )
    return f'<path d="{path}" stroke="{colour}" fill="none"/>{dots}'
