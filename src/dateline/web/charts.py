"""Small charts made on the server as SVG: a line, columns over time, bars in a table, shares. Each says in words what it shows; none needs a script.

Sizes are in the SVG's own units and stretch with the page; colours come from `charts.css`. Templates call these as `charts.line(…)`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from dateline.web.words import QUADS, name

TALL = 100.0
GAP = 0.16
"""Of a column's width, left free beside it."""
WIDEST = 7.0
"""Units that a column is wide at most: a single one is no block."""
LEAST = 2.0
"""Units of height that the smallest thing there is still has: one event must not vanish beside a thousand."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value and what it is of. `parts` are the counts of PLOVER's quads that it is made of; `to` leads to what was counted."""

    label: str
    value: float
    to: str | None = None
    parts: Mapping[str, int] = field(default_factory=dict)
    chosen: bool = False


def line(bars: Sequence[Bar], what: str) -> Markup:
    """A line no larger than words (a sparkline): its last value is a dot, its words name the highest and the last."""
    if not bars:
        return Markup('<span class="soft">no {}</span>').format(what)
    top = max((b.value for b in bars), default=0) or 1
    step = 100 / max(1, len(bars) - 1)
    points = [(i * step, 22 - 20 * b.value / top) for i, b in enumerate(bars)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    inside = Markup('<polygon class="under" points="0,23 {0} {1:.1f},23"/><polyline points="{0}"/>').format(path, points[-1][0])
    dot = Markup('<svg class="dot" viewBox="0 0 6 24" aria-hidden="true"><circle cx="3" cy="{:.1f}" r="2.5"/></svg>').format(points[-1][1])
    svg = Markup('<svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">{}</svg>').format(inside)
    return Markup('<span class="chart-line" role="img" aria-label="{}">{}{}</span>').format(words(bars, what), svg, dot)


def columns(bars: Sequence[Bar], what: str, *, table: bool = True, of: str = "when") -> Markup:
    """Columns side by side, made of quads where the bars have parts, each a link where it leads somewhere; the same as a table behind a fold."""
    if not bars:
        return Markup('<p class="soft">No {}.</p>').format(what)
    top = max((b.value for b in bars), default=0) or 1
    width = 100 / len(bars)
    drawn = Markup("").join(_column(b, i, width, top) for i, b in enumerate(bars))
    svg = Markup(
        '<div class="plot" role="group" aria-label="{}"><svg viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">{}</svg></div>'
    ).format(words(bars, what), drawn)
    ends = Markup('<div class="ends" aria-hidden="true"><span>{}</span><span>{}</span></div>').format(bars[0].label, bars[-1].label)
    most = Markup('<div class="most" aria-hidden="true">{}</div>').format(_number(top))
    behind = (
        Markup("<details><summary>As a table</summary>{}</details>").format(as_table(bars, what, of))
        if table
        else Markup('<div class="out-of-sight">{}</div>').format(as_table(bars, what, of))
    )
    return Markup('<figure class="chart-columns">{}{}{}{}</figure>').format(most, svg, ends, behind)


def _column(b: Bar, i: int, width: float, top: float) -> Markup:
    w = min(width * (1 - GAP), WIDEST)
    x = i * width + (width - w) / 2
    tall = max(LEAST, TALL * b.value / top) if b.value else 0.0
    rects, at = [], TALL
    if b.parts and b.value:
        for quad in (*QUADS, ""):
            n = b.parts.get(quad, 0)
            if n:
                h = tall * n / sum(b.parts.values())
                at -= h
                rects.append(
                    Markup('<rect class="{}" x="{:.3f}" y="{:.2f}" width="{:.3f}" height="{:.2f}"/>').format(
                        QUADS.get(quad, "un"), x, at, w, h
                    )
                )
    elif b.value:
        rects.append(Markup('<rect x="{:.3f}" y="{:.2f}" width="{:.3f}" height="{:.2f}"/>').format(x, TALL - tall, w, tall))
    tip = Markup("<title>{}: {}</title>").format(b.label, _number(b.value))
    ground = Markup('<rect class="ground" x="{:.3f}" y="0" width="{:.3f}" height="100"/>').format(i * width, width)
    inside = Markup("").join([tip, ground, *rects])
    if b.to and b.value:
        # the table holds the same links: in the tab's order they would stand twice
        return Markup('<a href="{}" tabindex="-1" aria-hidden="true"{}>{}</a>').format(
            b.to, Markup(' class="chosen"') if b.chosen else "", inside
        )
    return Markup('<g aria-hidden="true"{}>{}</g>').format(Markup(' class="chosen"') if b.chosen else "", inside)


def bars(rows: Sequence[Bar], what: str, of: str = "what") -> Markup:
    """Bars beside their numbers, in a table with `of` as the heading of its names."""
    if not rows:
        return Markup('<p class="soft">No {}.</p>').format(what)
    top = max(b.value for b in rows) or 1
    lines = Markup("").join(
        Markup('<tr{}><th scope="row">{}</th><td class="bar">{}</td><td class="num">{}</td></tr>').format(
            Markup(' class="chosen"') if b.chosen else "", _linked(b), _lying(b, top), _number(b.value)
        )
        for b in rows
    )
    head = Markup('<thead class="out-of-sight"><tr><th scope="col">{}</th><td></td><th scope="col">{}</th></tr></thead>').format(of, what)
    return Markup('<table class="chart-bars">{}<tbody>{}</tbody></table>').format(head, lines)


def _lying(b: Bar, top: float) -> Markup:
    wide, at, rects = 100 * b.value / top, 0.0, []
    if b.parts and b.value:
        for quad in (*QUADS, ""):
            w = wide * b.parts.get(quad, 0) / sum(b.parts.values())
            if w:
                rects.append(Markup('<rect class="{}" x="{:.2f}" y="1" width="{:.2f}" height="8"/>').format(QUADS.get(quad, "un"), at, w))
                at += w
    else:
        rects.append(Markup('<rect x="0" y="1" width="{:.2f}" height="8"/>').format(wide))
    return Markup('<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{}</svg>').format(Markup("").join(rects))


def quads(counts: Mapping[str, int], to: Mapping[str, str] | None = None) -> Markup:
    """How events fall into PLOVER's quads: one bar of all, and under it each with its mark, name and number. `to` leads to a quad's events."""
    told = [(q, counts.get(q, 0)) for q in QUADS if counts.get(q, 0)]
    if not told:
        return Markup("")
    bar = _lying(Bar("", 1, parts=dict(told)), 1)
    items = Markup("").join(
        Markup('<li class="{}"><span class="quad-mark" aria-hidden="true"></span> {} <b>{}</b></li>').format(
            QUADS[q], _linked(Bar(q, n, (to or {}).get(q))), _number(n)
        )
        for q, n in told
    )
    return Markup('<div class="chart-quads">{}<ul>{}</ul></div>').format(bar, items)


def as_table(bars: Sequence[Bar], what: str, of: str = "when") -> Markup:
    """The numbers of a chart; those of nothing are left out."""
    parted = [q for q in QUADS if any(b.parts.get(q) for b in bars)]
    head = Markup("").join(Markup('<th scope="col" class="num">{}</th>').format(h) for h in [what, *parted])
    lines = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            _linked(b),
            Markup("").join(Markup('<td class="num">{}</td>').format(_number(n)) for n in [b.value, *(b.parts.get(q, 0) for q in parted)]),
        )
        for b in bars
        if b.value
    )
    return Markup('<div class="scroll"><table><thead><tr><th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>').format(
        of, head, lines
    )


def words(bars: Sequence[Bar], what: str) -> str:
    """What a chart shows, in a sentence: from when to when, how much in all, the highest and the last."""
    if not bars:
        return f"no {what}"
    most = max(bars, key=lambda b: b.value)
    span = bars[0].label if len(bars) == 1 else f"{bars[0].label} to {bars[-1].label}"
    return f"{what}, {span}: {_number(sum(b.value for b in bars))} in all, most {_number(most.value)} ({most.label}), last {_number(bars[-1].value)}"


def _linked(b: Bar) -> Markup:
    return Markup('<a href="{}">{}</a>').format(b.to, name(b.label)) if b.to else name(b.label)


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


__all__ = ["Bar", "as_table", "bars", "columns", "line", "quads", "words"]
