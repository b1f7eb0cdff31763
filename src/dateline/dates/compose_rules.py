"""Rules that join what the others found: "5 p.m. EST Nov. 9", "Friday night", "three weeks ago", "early next year",
"two days before … of September 11, 2001"."""

from __future__ import annotations

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import (
    Each,
    Edge,
    Expression,
    Feast,
    Length,
    Moment,
    Near,
    Nth,
    Number,
    PartOfDay,
    Point,
    Reference,
    Shift,
    Stretch,
    Within,
)
from dateline.dates.lexicon import beside

COMPOSE = RuleBook()
_rule = COMPOSE.rule


def edge_of(word: str) -> str:
    """start, middle or end."""
    return {
        "early": "start",
        "earlier": "start",
        "beginning": "start",
        "start": "start",
        "outset": "start",
        "mid": "middle",
        "middle": "middle",
        "midst": "middle",
    }.get(word, "end")


def _fine(day: Expression) -> bool:
    """True for what can carry a time of day."""
    if isinstance(day, Point):
        return day.day is not None or day.weekday is not None
    if isinstance(day, Near):
        return day.unit == "day" or (day.point is not None and (day.point.weekday is not None or day.point.day is not None))
    return hasattr(day, "value") and isinstance(day.value, str) and len(day.value) == 10


@_rule("DATE", "(the)? n:(ORDINAL|last) (unit:UNIT) (in|of) whole:DATE")
def _nth_unit(p: Piece) -> Nth | None:
    n = -1 if p["n"] is None or p.words("n") == "last" else p["n"]
    return Nth(n, p["unit"], p["whole"]) if p["unit"] in ("day", "week", "month", "quarter", "weekend") and n else None


@_rule(
    "DATE",
    "((early|late) (on)?)? day:DATE (in the)? part:PART",
    "(the)? (early|late)? part:PART of day:DATE",
    "(the)? early hours (of|on) day:DATE",
    "(early|late|mid)? HYPHEN? part:PART (on)? day:DATE",
    "late (on)? day:DATE part:PART",
)
def _part(p: Piece) -> PartOfDay | None:
    part = p["part"] if p.nodes("part") else "MO"
    return PartOfDay(part, p["day"]) if _fine(p["day"]) else None


@_rule("DATE", "the part:PART (?!of)", "mid HYPHEN? part:PART", "(early|late) part:PART")
def _some_part(p: Piece) -> PartOfDay | None:
    before = p.before
    return PartOfDay(p["part"]) if before and before.word in beside("PART_LED") and not (p.after and p.after.kind == "HYPHEN") else None


@_rule(
    "DATE",
    "clock:TIMEOFDAY (COMMA|on|on the)? OPEN? day:DATE CLOSE?",
    "day:DATE (COMMA)? at clock:TIMEOFDAY",
    "day:DATE COMMA? clock:TIMEOFDAY",
)
def _moment(p: Piece) -> Moment | None:
    nodes = p.nodes()
    opened = any(p.tokens[n.first].kind == "OPEN" for n in nodes)
    closed = p.tokens[nodes[-1].first].kind == "CLOSE"
    day = p["day"]
    if opened or closed:
        return None
    day = day.day if isinstance(day, PartOfDay) and day.day else day
    return Moment(p["clock"], day) if _fine(day) else None


@_rule("DATE", "clock:TIMEOFDAY")
def _moment_alone(p: Piece) -> Moment | None:
    """A clock time on the day spoken of; "1:30" without zone or half of the day needs "at", "around", "by" before it (else a score)."""
    word = p.words()
    told = any(w[0].isalpha() for w in word.split())
    before = p.before
    if told or (before and before.word in ("at", "around", "about", "by", "until", "from", "before", "after", "to", "since")):
        return Moment(p["clock"])
    return None


@_rule(
    "DATE",
    "edge:(early|late|mid|earlier|later) HYPHEN? (in|on)? (the)? whole:DATE",
    "edge:EARLY HYPHEN whole:DATE",
    "sometime (in|during)? whole:DATE",
    "(the)? (very)? edge:(beginning|start|end|middle|close|outset|rest|remainder) of whole:DATE",
    "a (good|large|big) part of whole:DATE",
)
def _edge(p: Piece) -> Expression | None:
    words = p.words().split()
    whole: Expression = p["whole"]
    edge = p.words("edge")
    if words[0] == "edge" or (edge in ("earlier", "later") and isinstance(whole, Point) and whole.year and not whole.month):
        return None
    if isinstance(whole, Edge | PartOfDay | Moment | Shift):
        return Edge(whole, edge_of(edge)) if edge in ("early", "late", "earlier", "later") else None
    return Edge(whole, edge_of(edge)) if edge else Edge(whole, "some")


@_rule("DATE", "(the)? n:(ORDINAL|last|latter) half of whole:DATE")
def _half(p: Piece) -> Expression | None:
    n = 2 if p["n"] in (-1, None) else p["n"]
    return Edge(p["whole"], "start" if n == 1 else "end") if n in (1, 2) else None


@_rule("DATE", "year:DATE POSSESSIVE day:DATE")
def _of_its_year(p: Piece) -> Within | None:
    """ "this year's June 18"."""
    year, day = p["year"], p["day"]
    return (
        Within(day, year)
        if isinstance(year, Near) and year.unit == "year" and isinstance(day, Point) and day.year is None and day.month
        else None
    )


@_rule(
    "DATE",
    "(the)? edge:(end|beginning|start|middle|close) of (the|this) unit:UNIT",
    "edge:(beginning|end|middle) of (the)? unit:UNIT",
    "(the)? unit:UNIT POSSESSIVE edge:end",
    "unit:UNIT HYPHEN? edge:end",
    "edge:(earlier|later|late|early) (in|on)? (the|this|that) unit:UNIT",
)
def _edge_of_unit(p: Piece) -> Edge | None:
    unit = p["unit"]
    if unit in ("minute", "hour", "century"):
        return None
    base = "ref" if "that" in p.words().split() else "now"
    return Edge(Near(0, unit, base), edge_of(p.words("edge")) if p.words("edge") not in ("earlier", "later") or unit != "day" else "some")


_AGO = "(ago|earlier|later|before|after|afterwards|previously|hence|thereafter|beforehand)"


@_rule(
    "DATE",
    "length:LENGTH (or so)? (ago|back (?!to))",
    "length:LENGTH (before|after) (?=COMMA|DOT)",
    "length:LENGTH from (now|today)",
    "length:LENGTH (or so)? (earlier|later|afterwards|previously|hence|thereafter|beforehand)",
)
def _shift(p: Piece) -> Shift | Reference | None:
    length: Length | Stretch | Each = p["length"]
    words = p.words().split()
    if not isinstance(length, Length) or (length.unit in ("second", "minute", "hour") and words[-1] not in ("ago", "back", "now")):
        return None
    if length.number.low is None or length.number.low != length.number.high:
        return (
            Reference("PAST_REF")
            if words[-1] in ("ago", "back")
            else Reference("FUTURE_REF")
            if words[-1] in ("now", "today", "hence")
            else None
        )
    sign = 1 if words[-1] in ("later", "after", "afterwards", "hence", "thereafter", "now", "today") else -1
    return Shift(length, sign, "now" if words[-1] in ("ago", "back", "now", "today", "hence") else "ref")


@_rule("DATE", "the (day|week|month|year) (before|after|afterwards|earlier|later) (?!DATE)")
def _the_day_after(p: Piece) -> Shift | None:
    """ "the day after" the time told last, or an event that follows."""
    words = p.words().split()
    event = p.after is not None and p.after.kind == "word"
    if event and words[2] not in ("before", "after"):
        return None
    return Shift(Length(Number(1, 1), words[1]), -1 if words[2] in ("before", "earlier") else 1, "event" if event else "ref")


@_rule(
    "DATE",
    "length:LENGTH (before|after|prior to|following|from) (the)? base:DATE",
    "the (day|week|month|year) (before|after) base:DATE",
    "length:LENGTH (before|after|prior to|following) (the|his|her|its|their|a|an)? WORD{0,7} (on|of|in) base:DATE",
    "the (day|week|month|year) (before|after) (the|his|her|its|their|a|an) WORD{0,7} (on|of|in) base:DATE",
)
def _anchored(p: Piece) -> Shift | None:
    """ "two days before the terrorist attacks of September 11, 2001": counted from the date of the event named."""
    words = p.words().split()
    length = p["length"] if p.nodes("length") else Length(Number(1, 1), words[1])
    if not isinstance(length, Length) or length.number.low is None or not isinstance(p["base"], Point | Near | Feast):
        return None
    if isinstance(p["base"], Point) and p["base"] == Point(year=p["base"].year) and length.unit != "year":
        return None  # "two days before the festival of 2010": the year dates the festival, no day can be counted from it
    heads = [w for w in words if w in ("before", "after", "prior", "following", "from")]
    base = p.nodes("base")[0]
    return Shift(length, -1 if heads and heads[0] in ("before", "prior") else 1, p["base"], (base.first, base.last))


_ABOUT = (
    "(about|around|nearly|almost|roughly|approximately|exactly|at least|at most|(no|not)? (more|less|fewer|longer|earlier|later) than|up to"
    "|just (over|under)|well (over|under)|over|under|some)"
)


@_rule("LENGTH", f"{_ABOUT} length:LENGTH (or (so|more|less))?", "length:LENGTH or (so|more|less)")
def _about_length(p: Piece) -> Expression | None:
    """ "over a week" is a length; "over the past week" and "over several years" are a preposition before one."""
    words = p.words().split()
    length: Expression = p["length"]
    if words[0] in ("over", "under") and (
        words[1] in ("the", "a few", "several", "recent", "these", "those") or not isinstance(length, Length) or length.number.low is None
    ):
        return None
    return length


@_rule("DATE", "(about|around|nearly|almost|roughly|approximately|exactly|(just)? over|more than|less than|at least) date:DATE")
def _about_date(p: Piece) -> Expression | None:
    date: Expression = p["date"]
    words = p.words().split()
    if isinstance(date, Shift) or (words[0] in ("about", "around") and isinstance(date, Point | Moment | Edge)):
        return date if words[0] != "about" or not isinstance(date, Point) else None
    return None
