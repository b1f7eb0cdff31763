"""Rules for units told from now or from another year: "this week", "the latest quarter", "the year-earlier period",
"next year's first quarter"."""

from __future__ import annotations

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Expression, Length, Near, Number, Point, Shift, Stretch, Within
from dateline.dates.relative_rules import STEPS, TOLD, direction

UNITS = RuleBook()
_rule = UNITS.rule
_ONE = Number(1, 1)


@_rule(
    "DATE",
    "(the)? back:(last|previous|preceding|prior|this|next|that) year POSSESSIVE (the)? (n:(ORDINAL|ORDNUM) HYPHEN?)? quarter",
    "(the)? n:(ORDINAL|ORDNUM) HYPHEN? quarter of (the)? back:(last|previous|preceding|this|next|that|current) (fiscal)? year",
)
def _quarter_of(p: Piece) -> Within | None:
    step = STEPS[p.words("back")]
    base = "ref" if p.words("back") in (*TOLD, "that") else "now"
    n = p["n"]
    return Within(Point(quarter=4 if n == -1 else n), Near(step, "year", base)) if n is None or -1 <= n <= 4 else None


@_rule("DATE", "(the)? (same|comparable|corresponding|like|latest|first)? year HYPHEN? (ago|earlier) (fiscal)? n:ORDINAL HYPHEN? quarter")
def _year_ago_nth_quarter(p: Piece) -> Shift:
    return Shift(Length(_ONE, "year"), -1, Point(quarter=p["n"]))


@_rule(
    "DATE",
    "(the)? (same|comparable|corresponding)? year HYPHEN? (ago|earlier) (quarter|period|month|week|day)",
    "(the)? (same|comparable|corresponding|year HYPHEN) (quarter|period|month|week|time|day) (of)?"
    " (last year|(a|one) year (ago|earlier|before)|(the|in the)? previous year|the year before)",
    "the quarter (a year|year) (ago|earlier)",
    "year HYPHEN (ago|earlier|before)",
    "(?<=a) year HYPHEN ago",
)
def _year_ago(_: Piece) -> Shift:
    return Shift(Length(_ONE, "year"), -1, "ref")


@_rule("DATE", "(the)? (same|comparable|corresponding) (quarter|period|month|week|time) (of|in) year:YEAR")
def _same_period(p: Piece) -> Within:
    return Within(Point(), Point(year=p["year"]))


@_rule("LENGTH", "(the)? year HYPHEN (ago|earlier) number:NUM (unit:UNITS)")
def _year_earlier_months(p: Piece) -> Length:
    return Length(p["number"], p["unit"])


@_rule(
    "DATE",
    "(the)? (most recent|latest|BACK|FORTH|this|current|same|that|that same|full|entire|whole)"
    " HYPHEN? (fiscal|financial|calendar|academic|school)? unit:UNIT",
    "(the)? following unit:UNIT",
    "(the)? year previous",
    "this very unit:UNIT",
)
def _near_unit(p: Piece) -> Expression | None:
    words = p.words().split()
    unit = p["unit"] if p.nodes("unit") else "year"
    after = p.after
    if after and after.kind == "HYPHEN":
        return None
    if "full" in words or "entire" in words or "whole" in words:
        return Near(0, unit, "told") if words[0] == "the" else None
    if words == ["this", "day"]:
        return None  # "we knew this day would come"
    if unit in ("minute", "hour") and after and after.kind == "word" and "HYPHEN" in (p.tokens[n.first].kind for n in p.nodes()):
        return None
    if unit in ("minute", "hour"):
        return Length(_ONE, unit) if words[0] in ("the", "last", "past", "next") and len(words) > 1 else None
    if "that" in words or "same" in words:
        return Near(0, unit, "ref")
    if words[-1] == "previous":
        return Near(-1, "year", "ref")
    step, base = direction(p)
    if "latest" in words or "recent" in words:
        step, base = -1, "report"
    if "past" in words and unit in ("decade", "century"):
        return Stretch(Length(_ONE, unit), -1)
    if words[0] == "the" and base == "now" and "past" in words and unit in ("day", "week", "month"):
        return Stretch(Length(_ONE, unit), -1)
    return Near(step, unit, base)


@_rule("DATE", "(the)? (latest|most recent) period", "the period (?=ended)")
def _latest_period(_: Piece) -> Near:
    return Near(-1, "quarter", "report")
