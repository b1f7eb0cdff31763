"""Completes what a text leaves out of a date: the year of "Oct. 9", the week of "Friday", the month of "the 17th".

The direction is the tense's; without one the past, as news tells mostly of what has been.
A date much nearer on the other side wins all the same.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dateline.dates import value
from dateline.dates.expression import Point
from dateline.dates.story import Story
from dateline.dates.tense import FUTURE, PAST

Completed = tuple[str | None, str | None, str]  # value, anchor, because


def value_of_point(at: Point) -> str | None:
    """The value of a point whose year is told; None without a year."""
    if at.year is None:
        return None
    if at.month and at.day:
        return f"{at.year:04d}-{at.month:02d}-{at.day:02d}" if not at.last_day else f"{at.year:04d}-{at.month:02d}"
    if at.month:
        return f"{at.year:04d}-{at.month:02d}"
    if at.quarter:
        return f"{at.year:04d}-Q{at.quarter}"
    if at.half:
        return f"{at.year:04d}-H{at.half}"
    if at.season:
        return f"{at.year:04d}-{at.season}"
    return value.of(date(at.year, 1, 1), "year")


def complete(at: Point, story: Story) -> Completed:
    """The value of a point, the anchor it was counted from and why."""
    told = value_of_point(at)
    if told is not None:
        return told, None, "as written"
    if at.day is not None and at.month is None:
        return _day_of_some_month(at, story)
    if at.month is None and at.weekday is not None:
        return _weekday(at.weekday, story)
    near, anchor = _near_year(story)
    if near is None:
        return None, None, "no year is told and nothing dates the text"
    if at.weekday is not None and at.month and at.day:
        fitting = _year_by_weekday(at, near)
        if fitting:
            return fitting, anchor, "the nearest year in which that day is that weekday"
    written = story.sentence_year()
    if written is not None and anchor != "told" and abs(written - near.year) > 1 and story.tense() != FUTURE:
        value_then = value_of_point(_with_year(at, written))
        return value_then, story.dated.id if story.dated else anchor, "the year told before in this sentence"
    if anchor == "told":
        chosen = _nearest(at, near)
        return chosen, story.dated.id if story.dated else None, "nearest to the date told before in this paragraph"
    return _by_tense(at, near, story), anchor, _why(story)


def _why(story: Story) -> str:
    tense = story.tense()
    return (
        f"the nearest one, the {tense} preferred by the tense of the verb"
        if tense
        else "the nearest one to the day of writing, the past preferred"
    )


def _with_year(at: Point, year: int) -> Point:
    return Point(year, at.month, at.day, None, at.quarter, at.half, at.season, at.last_day)


def _near_year(story: Story) -> tuple[date | None, str | None]:
    if story.written is not None:
        return story.written, story.written_from
    if story.dated is not None and story.told_year() is not None:
        bounds = value.bounds(story.dated.value)
        if bounds:
            return bounds[0], "told"
    return None, None


def _year_by_weekday(at: Point, near: date) -> str | None:
    for year in sorted(range(near.year - 3, near.year + 4), key=lambda y: (abs(y - near.year), y)):
        if at.month and at.day and at.day <= monthrange(year, at.month)[1] and date(year, at.month, at.day).isoweekday() == at.weekday:
            return f"{year:04d}-{at.month:02d}-{at.day:02d}"
    return None


def _candidates(at: Point, near: date) -> list[tuple[date, date, str]]:
    out = []
    for year in range(near.year - 2, near.year + 3):
        told = value_of_point(_with_year(at, year))
        bounds = value.bounds(told) if told else None
        if bounds and told:
            out.append((*bounds, told))
    return out


def _distance(first: date, last: date, near: date) -> int:
    return max(0, (first - near).days, (near - last).days)


def _nearest(at: Point, near: date) -> str | None:
    return min(_candidates(at, near), key=lambda c: (_distance(c[0], c[1], near), c[0]), default=(None, None, None))[2]


# days that a date must be nearer to the day of writing to go against a past, a future or no telling verb
_DAY, _QUARTER, _MONTH = (250, 150, 60), (150, 60, 60), (290, 150, 150)


def _by_tense(at: Point, near: date, story: Story) -> str | None:
    """The candidate nearest to the day of writing, where lying on the wrong side of the tense counts as so many days more."""
    tense = story.tense()
    candidates = _candidates(at, near)
    past, future, neither = _DAY if at.day else _QUARTER if at.quarter else _MONTH

    def cost(candidate: tuple[date, date, str]) -> tuple[int, date]:
        first, last, _ = candidate
        against = 0
        if first > near:
            against = past if tense == PAST else neither if tense is None else 0
        elif last < near and tense == FUTURE:
            against = future
        return _distance(first, last, near) + against, first

    return min(candidates, key=cost, default=(None, None, None))[2]


def _weekday(weekday: int, story: Story) -> Completed:
    if story.day is not None and story.joined:
        start = value.bounds(story.day.value)
        written = story.written
        if start and (written is None or abs((written - start[0]).days) <= 8):
            return (
                (start[0] + timedelta(days=(weekday - start[0].isoweekday()) % 7)).isoformat(),
                story.day.id,
                "the first after the day that the stretch begins with",
            )
    if story.written is None or story.month_only:
        reference = story.day
        if reference is None or reference.paragraph != story.paragraph:
            return None, None, "a weekday, and nothing dates the text"
        near = value.bounds(reference.value)
        if near is None:
            return None, None, "a weekday, and nothing dates the text"
        back = (near[0].isoweekday() - weekday) % 7
        back = back if back <= 3 else back - 7
        return (near[0] - timedelta(days=back)).isoformat(), reference.id, "nearest to the day told before in this paragraph"
    near_day = story.written
    back = (near_day.isoweekday() - weekday) % 7
    if story.tense() == FUTURE and back:
        return (near_day + timedelta(days=7 - back)).isoformat(), story.written_from, _why(story)
    return (near_day - timedelta(days=back)).isoformat(), story.written_from, "today is that weekday" if back == 0 else _why(story)


def _day_of_some_month(at: Point, story: Story) -> Completed:
    """ "the 17th": of the month told in this paragraph, else the one nearest to the day of writing on the side of the tense."""
    day = at.day or 1
    told = story.told
    if (
        told is not None
        and told.paragraph == story.paragraph
        and value.precision(told.value) in ("day", "time", "month")
        and (story.written is None or told.year is not None)
    ):
        chosen = f"{told.value[:7]}-{day:02d}"
        if value.bounds(chosen) and (at.weekday is None or date.fromisoformat(chosen).isoweekday() == at.weekday):
            return chosen, told.id, "a day of the month told before in this paragraph"
    if story.written is None or story.month_only:
        return None, None, "a day of a month that nothing tells"
    near = story.written
    options = []
    for months in (-3, -2, -1, 0, 1, 2, 3):
        year, month = value.add_months(near.year, near.month, months)
        if day <= monthrange(year, month)[1] and (at.weekday is None or date(year, month, day).isoweekday() == at.weekday):
            options.append(date(year, month, day))
    ahead = story.tense() == FUTURE
    side: Callable[[date], bool] = (lambda d: d >= near) if ahead else (lambda d: d <= near)
    fitting = [d for d in options if side(d)] or options
    if not fitting:
        return None, story.written_from, "no month near the day of writing has that day"
    chosen_day = min(fitting, key=lambda d: abs((d - near).days))
    return chosen_day.isoformat(), story.written_from, f"day of month {'after' if ahead else 'before'} the publication date"
