"""Rules for what is left of a date when most of it is left out: "Friday", "March", "1996", "third-quarter", "on the 17th (local time)"."""

from __future__ import annotations

from dateline.dates.calendar_rules import counts
from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Nth, Point
from dateline.dates.lexicon import beside, vocabulary

BARE = RuleBook()
_rule = BARE.rule


@_rule("DATE", "(the)? n:(ORDINAL|ORDNUM|last) day:WEEKDAY (in|of) (the)? (month:MONTH|whole:DATE)")
def _nth_weekday(p: Piece) -> Nth | None:
    n = -1 if p["n"] is None or p.words("n") == "last" else p["n"]
    whole = Point(month=p["month"]) if p["month"] else p["whole"]
    return Nth(n, f"weekday {p['day']}", whole) if -1 <= n <= 5 and n else None


def _named(p: Piece) -> bool:
    """ "Black September", "Bloody Sunday", "the October Revolution"."""
    before, after = p.before, p.after
    return bool(
        (before and before.capital and before.word in beside("NAMING")) or (after and after.capital and after.word in beside("NAMED"))
    )


@_rule("DATE", "weekday:WEEKDAY", "(?<=on) weekday:WEEKDAY_ABBR (?!WORD)", "weekday:WEEKDAY_ABBR (?=COMMA)")
def _weekday(p: Piece) -> Point | None:
    """A weekday; "Sunday Times" is a newspaper, "the Sun," no day at all."""
    after, before = p.after, p.before
    if (after is not None and after.capital and after.word in beside("TITLED")) or _named(p):
        return None
    if len(p.first.word) < 6 and (before is None or before.word not in ("on", "last", "this", "next", "(")):
        return None
    return Point(weekday=p["weekday"])


@_rule("DATE", "year:YEAR")
def _bare_year(p: Piece) -> Point | None:
    """Four figures: from 1900 to 2060 a year unless they count something; others only after "in", "since" and their like."""
    year, before = p["year"], p.before
    if counts(p) or (before and before.kind == "HYPHEN" and any(t.kind == "figures" and len(t.word) != 4 for t in p.leading(2))):
        return None
    if 1900 <= year <= 2060:
        if p.after and p.after.kind in ("HYPHEN", "decade") and before and before.kind in ("HYPHEN", "SLASH"):
            return None
        return Point(year=year)
    return Point(year=year) if before and before.word in beside("BEFORE_YEAR") else None


@_rule("DATE", "(the)? (fiscal HYPHEN?)? n:(ORDNUM|ORDINAL) quarter", "(fiscal HYPHEN?)? n:(ORDNUM|ORDINAL) HYPHEN quarter")
def _quarter(p: Piece) -> Point | None:
    n = 4 if p["n"] == -1 else p["n"]
    return Point(quarter=n) if 1 <= n <= 4 else None


@_rule(
    "DATE",
    "the day:ORDNUM (of (this|the) month)? (OPEN local time CLOSE)?",
    "(?<=on) day:ORDNUM (OPEN local time CLOSE)?",
    "weekday:WEEKDAY COMMA? the day:ORDNUM",
)
def _bare_day(p: Piece) -> Point | None:
    """ "on the 17th (local time)": a day of a month told elsewhere."""
    day, after, before = p["day"], p.after, p.before
    local = p.nodes()[-1].last - p.nodes()[0].first > 2
    if not 1 <= day <= 31 or (after and after.kind == "HYPHEN"):
        return None
    if not local and after and after.kind == "word" and after.word not in beside("AFTER_DAY"):
        return None
    if not local and (before is None or before.word not in beside("BEFORE_DAY")):
        return None
    return Point(day=day, weekday=p["weekday"])


@_rule("DATE", "month:(MONTH|MONTH_ABBR) ((?<=MONTH_ABBR) DOT)?")
def _bare_month(p: Piece) -> Point | None:
    """A month without day or year. "May" and "March" at the head of a sentence or in capitals need a word that makes them a month."""
    before, after = p.before, p.after
    word = p.first.word
    if _named(p):
        return None
    inside = before is not None and before.word in beside("BEFORE_MONTH")
    short = word in vocabulary()["MONTH_ABBR"]
    if short and not (inside and (len(p.nodes()) == 1 or p.tokens[p.nodes()[-1].first].kind == "DOT")):
        return None
    if short and len(p.nodes()) == 1 and (after and after.kind == "word" and after.capital):
        return None
    if word in ("may", "march", "august", "april", "june") and not inside:
        if after is not None and after.kind == "word" and after.capital and word != "march":
            return None
        if word in ("may", "march") and (
            before is None or (before.kind in ("DOT", "break", "other", "word") and not (after and after.kind in ("possessive", "HYPHEN")))
        ):
            return None
    if before is not None and before.kind == "word" and before.capital and word in ("april", "june", "may", "august") and not inside:
        return None
    return Point(month=p["month"])
