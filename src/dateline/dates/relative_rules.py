"""Rules for times told from the writer's or the story's now: "yesterday", "last Friday", "this summer"."""

from __future__ import annotations

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import (
    Expression,
    Length,
    Near,
    Nth,
    Number,
    PartOfDay,
    Point,
    Silent,
    Within,
)
from dateline.dates.lexicon import beside

RELATIVE = RuleBook()
_rule = RELATIVE.rule
_ONE = Number(1, 1)
TOLD = ("previous", "preceding", "prior", "following", "same")  # these count from the time last told, not from the writer's now


def direction(p: Piece) -> tuple[int, str]:
    """Direction of the leading "last", "next", "this"…, and what it counts from."""
    words = p.words().split()
    article, word = words[0] == "the", words[1] if words[0] in ("the", "this") and len(words) > 1 and words[1] in STEPS else words[0]
    if word in TOLD:
        return STEPS[word], "ref"
    return STEPS.get(word, 0), "ref" if article and word == "next" else "now"


STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "forthcoming": 1,
    "following": 1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
    "latest": -1,
}


@_rule(
    "SILENT",
    "(NUM|a|an|UNITS) HYPHEN (UNIT|UNITS) HYPHEN (old|olds)",
    "(NUM|an) HYPHEN? (UNIT|UNITS) (old|olds)",
    "UNITS HYPHEN? (old|olds)",
    "age of NUM",
)
def _age(_: Piece) -> Silent:
    """An age dates nothing: TimeBank and AQUAINT leave "26-year-old" alone (1 of 44 marked)."""
    return Silent()


@_rule("LENGTH", "the (fiscal)? unit:UNIT (?=(ended|ending))")
def _ended(p: Piece) -> Length | None:
    """ "the year ended June 30" is a length that its end lays down."""
    return Length(_ONE, p["unit"]) if p["unit"] in ("year", "month", "week") else None


@_rule("DATE", "(the)? day before yesterday", "(the)? day after tomorrow")
def _two_days(p: Piece) -> Near:
    return Near(-2 if "before" in p.words() else 2, "day")


@_rule("DATE", "yesterday|today|tomorrow|tonight|tonite|overmorrow")
def _day(p: Piece) -> Expression | None:
    """In the midst of a sentence a capital makes a name of it: "USA Today", "Tomorrow Group"."""
    word, before, after = p.words(), p.before, p.after
    named = (before and before.kind == "word" and before.capital) or (after and after.kind == "word" and after.capital)
    if p.first.capital and not p.first.shouted and named:
        return None
    if word == "tonight":
        return PartOfDay("NI", Near(0, "day"))
    return Near({"yesterday": -1, "tomorrow": 1}.get(word, 0), "day")


@_rule("DATE", "the day:ORDNUM of near:(this|the same|that|last|next) month")
def _day_of_this_month(p: Piece) -> Nth:
    near = p.words("near").split()[-1]
    return Nth(p["day"], "day", Near(STEPS[near], "month", "ref" if near in ("same", "that") else "now"))


@_rule("DATE", "last (evening|night)", "(the)? (previous|preceding) part:PART")
def _last_night(p: Piece) -> PartOfDay:
    words = p.words()
    return PartOfDay(
        "EV" if "evening" in words else "NI" if words == "last night" else p["part"],
        Near(-1, "day", "now" if words.startswith("last") else "ref"),
    )


@_rule("DATE", "this part:PART", "later this part:PART")
def _this_part(p: Piece) -> PartOfDay:
    return PartOfDay(p["part"], Near(0, "day"))


@_rule("DATE", "(the)? (next|following) part:PART")
def _next_part(p: Piece) -> PartOfDay:
    return PartOfDay(p["part"], Near(1, "day", "ref"))


@_rule("DATE", "overnight")
def _overnight(p: Piece) -> PartOfDay | None:
    after = p.after
    return None if after and after.word in ("stay", "success", "rate", "rates", "guest", "bag") else PartOfDay("NI")


@_rule("DATE", "(the)? (BACK|FORTH|this|same|following) weekday:WEEKDAY (?!(of|in) (the|MONTH|DATE))", "this (past|coming) weekday:WEEKDAY")
def _near_weekday(p: Piece) -> Near:
    step, base = direction(p)
    return Near(step, "week", base, Point(weekday=p["weekday"]))


@_rule("DATE", "weekday:WEEKDAY of? (last|this|next) week", "weekday:WEEKDAY (last|next) week")
def _weekday_of_week(p: Piece) -> Near:
    word = p.words().split()[-2]
    return Near(STEPS[word], "in week", "now", Point(weekday=p["weekday"]))


@_rule(
    "DATE",
    "(the)? (BACK|FORTH|this) month:MONTH (day:(DAY|ORDNUM))?",
    "this (past|coming) month:MONTH",
    "the (previous|preceding|following) month:MONTH",
)
def _near_month(p: Piece) -> Near | None:
    day = p["day"]
    step, base = direction(p)
    return Near(step, "year", base, Point(month=p["month"], day=day))


@_rule(
    "DATE", "(the)? (BACK|FORTH|this) season:SEASON", "this (past|coming) season:SEASON", "the (previous|preceding|following) season:SEASON"
)
def _near_season(p: Piece) -> Near:
    step, base = direction(p)
    return Near(step, "year", base, Point(season=p["season"]))


@_rule("DATE", "season:SEASON (of)? (last|this|next|that) year", "(the)? season:SEASON of (last|this|next|that) year")
def _season_of_year(p: Piece) -> Within:
    word = p.words().split()[-2]
    return Within(Point(season=p["season"]), Near(STEPS[word], "year", "ref" if word == "that" else "now"))


@_rule("DATE", "(the)? season:SEASON")
def _season(p: Piece) -> Point | None:
    """ "fall" and "spring" are mostly other words: they need a preposition; "summer" and "winter" may not qualify something else."""
    before, after, words = p.before, p.after, p.words().split()
    led = before is not None and before.word in beside("BEFORE_SEASON")
    if after and (after.word in beside("SEASONAL") or (after.capital and after.kind == "word")):
        return None
    if words[-1] in ("fall", "spring") and (
        not led
        or (after and after.word in ("of", "in"))
        or (before and before.word in ("of", "before", "after", "this", "by", "through") and words[-1] == "fall")
    ):
        return None
    return Point(season=p["season"]) if led or words[0] == "the" else None
