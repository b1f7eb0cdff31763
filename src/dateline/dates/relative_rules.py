"""Rules for times told from the writer's or the story's now: "yesterday", "last Friday", "the past two months", "three weeks", "every Monday"."""

from __future__ import annotations

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Each, Edge, Expression, Length, Near, Number, PartOfDay, Point, Reference, Shift, Silent, Stretch, Within

RELATIVE = RuleBook()
_rule = RELATIVE.rule
_ONE = Number(1, 1)
_TOLD = ("previous", "preceding", "prior", "following", "same")  # these count from the time last told, not from the writer's now


def _step(p: Piece) -> tuple[int, str]:
    """Direction of the leading "last", "next", "this"…, and what it counts from."""
    words = p.words().split()
    article, word = words[0] == "the", words[1] if words[0] in ("the", "this") and len(words) > 1 and words[1] in _STEPS else words[0]
    if word in _TOLD:
        return _STEPS[word], "ref"
    return _STEPS.get(word, 0), "ref" if article and word == "next" else "now"


_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1, "upcoming": 1, "forthcoming": 1, "following": 1,
          "this": 0, "current": 0, "same": 0, "that": 0, "latest": -1}  # fmt: skip


@_rule("SILENT", "(NUM|a|an|UNITS) HYPHEN (UNIT|UNITS) HYPHEN (old|olds)", "(NUM|an) HYPHEN? (UNIT|UNITS) (old|olds)", "UNITS HYPHEN? (old|olds)", "age of NUM")
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
def _day(p: Piece) -> Expression:
    word = p.words()
    if word == "tonight":
        return PartOfDay("NI", Near(0, "day"))
    return Near({"yesterday": -1, "tomorrow": 1}.get(word, 0), "day")


@_rule("DATE", "last (evening|night)", "(the)? (previous|preceding) part:PART")
def _last_night(p: Piece) -> PartOfDay:
    words = p.words()
    return PartOfDay("EV" if "evening" in words else "NI" if words == "last night" else p["part"], Near(-1, "day", "now" if words.startswith("last") else "ref"))


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
    step, base = _step(p)
    return Near(step, "week", base, Point(weekday=p["weekday"]))


@_rule("DATE", "weekday:WEEKDAY of? (last|this|next) week", "weekday:WEEKDAY (last|next) week")
def _weekday_of_week(p: Piece) -> Near:
    word = p.words().split()[-2]
    return Near(_STEPS[word], "in week", "now", Point(weekday=p["weekday"]))


@_rule("DATE", "(the)? (BACK|FORTH|this) month:MONTH (day:(DAY|ORDNUM))?", "this (past|coming) month:MONTH", "the (previous|preceding|following) month:MONTH")
def _near_month(p: Piece) -> Near | None:
    day = p["day"]
    step, base = _step(p)
    return Near(step, "year", base, Point(month=p["month"], day=day))


@_rule("DATE", "(the)? (BACK|FORTH|this) season:SEASON", "this (past|coming) season:SEASON", "the (previous|preceding|following) season:SEASON")
def _near_season(p: Piece) -> Near:
    step, base = _step(p)
    return Near(step, "year", base, Point(season=p["season"]))


@_rule("DATE", "season:SEASON (of)? (last|this|next|that) year", "(the)? season:SEASON of (last|this|next|that) year")
def _season_of_year(p: Piece) -> Within:
    word = p.words().split()[-2]
    return Within(Point(season=p["season"]), Near(_STEPS[word], "year", "ref" if word == "that" else "now"))


_SUMMER_THINGS = ("games", "olympics", "olympic", "palace", "school", "schools", "camp", "camps", "house", "time", "water", "break", "holidays", "holiday", "vacation", "vacations", "clothes", "sports", "festival")


@_rule("DATE", "(the)? season:SEASON")
def _season(p: Piece) -> Point | None:
    """ "fall" and "spring" are mostly other words: they need a preposition; "summer" and "winter" may not qualify something else."""
    before, after, words = p.before, p.after, p.words().split()
    led = before is not None and before.word in ("in", "during", "over", "since", "until", "by", "of", "early", "late", "mid", "through", "each", "every", "-", "throughout", "this", "before", "after")
    if after and (after.word in _SUMMER_THINGS or (after.capital and after.kind == "word")):
        return None
    if words[-1] in ("fall", "spring") and (not led or (after and after.word in ("of", "in")) or (before and before.word in ("of", "before", "after", "this", "by", "through") and words[-1] == "fall")):
        return None
    return Point(season=p["season"]) if led or words[0] == "the" else None


@_rule("DATE", "(the)? back:(last|previous|preceding|prior|this|next|that) year POSSESSIVE (the)? (n:(ORDINAL|ORDNUM) HYPHEN?)? quarter", "(the)? n:(ORDINAL|ORDNUM) HYPHEN? quarter of (the)? back:(last|previous|preceding|this|next|that|current) (fiscal)? year")
def _quarter_of(p: Piece) -> Within | None:
    step = _STEPS[p.words("back")]
    base = "ref" if p.words("back") in (*_TOLD, "that") else "now"
    n = p["n"]
    return Within(Point(quarter=4 if n == -1 else n), Near(step, "year", base)) if n is None or -1 <= n <= 4 else None


@_rule("DATE", "(the)? (same|comparable|corresponding|like|latest|first)? year HYPHEN? (ago|earlier) (fiscal)? n:ORDINAL HYPHEN? quarter")
def _year_ago_nth_quarter(p: Piece) -> Shift:
    return Shift(Length(_ONE, "year"), -1, Point(quarter=p["n"]))


@_rule("DATE", "(the)? (same|comparable|corresponding)? year HYPHEN? (ago|earlier) (quarter|period|month|week|day)",
       "(the)? (same|comparable|corresponding|year HYPHEN) (quarter|period|month|week|time|day) (of)? (last year|(a|one) year (ago|earlier|before)|(the|in the)? previous year|the year before)",
       "the quarter (a year|year) (ago|earlier)", "year HYPHEN (ago|earlier|before)", "(?<=a) year HYPHEN ago")  # fmt: skip
def _year_ago(p: Piece) -> Shift:
    return Shift(Length(_ONE, "year"), -1, "ref")


@_rule("DATE", "(the)? (same|comparable|corresponding) (quarter|period|month|week|time) (of|in) year:YEAR")
def _same_period(p: Piece) -> Within:
    return Within(Point(), Point(year=p["year"]))


@_rule("LENGTH", "(the)? year HYPHEN (ago|earlier) number:NUM (unit:UNITS)")
def _year_earlier_months(p: Piece) -> Length:
    return Length(p["number"], p["unit"])


@_rule("DATE", "(the)? (most recent|latest|BACK|FORTH|this|current|same|that|that same|full|entire|whole) HYPHEN? (fiscal|financial|calendar|academic|school)? unit:UNIT",
       "(the)? following unit:UNIT", "(the)? year previous", "this very unit:UNIT")  # fmt: skip
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
    step, base = _step(p)
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


@_rule("REF", "these days", "this (crucial|critical|very)? moment", "(right|just)? (?=now) NOW", "NOW", "at (the)? present", "the present (day)?", "the present HYPHEN day")
def _now(p: Piece) -> Reference | None:
    words = p.words()
    if words.startswith("at "):
        return None
    return None if words == "now" and p.after and p.after.kind == "HYPHEN" else Reference("PRESENT_REF")


@_rule("REF", "(more|most|very|only|just)? LATELY", "LATELY")
def _lately(p: Piece) -> Reference | None:
    return Reference("PAST_REF") if p.words().split()[-1] in ("recently", "lately") else None


@_rule("REF", "future (years|months|quarters|generations)", "(the)? (near|not HYPHEN too HYPHEN distant|immediate|foreseeable|distant|very near) (future|term)", "the future", "(?<=in) future", "the (short|near) term", "very soon", "as soon as possible")
def _future(p: Piece) -> Reference | None:
    return None if p.words().endswith("generations") else Reference("FUTURE_REF")
