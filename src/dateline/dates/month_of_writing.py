"""Days counted from a day of writing of which only the month is known ("on Tuesday", published 2022-07): the month is known of them too.

Of the weekdays that a report counts back from its own day about one in nine lies in the month before, of the days before it one in thirty.
"""

from __future__ import annotations

from dateline.dates import value
from dateline.dates.expression import Expression, Near, PartOfDay, Point, Shift
from dateline.dates.resolving import Resolved, dated
from dateline.dates.story import Story
from dateline.dates.tense import FUTURE, same_sentence

A_WEEK = 7  # days back that a report still counts as its own


def within_month(what: Expression, story: Story) -> Resolved | None:
    """The month of writing for a day near it that cannot be told; None where the words do not count from it, or another time is told in the sentence."""
    if not story.month_only or story.written is None or not _near(what, story):
        return None
    month = value.of(story.written, "month")
    if story.told is not None and story.told.value != month and same_sentence(story.tokens, story.told.token, story.first):
        return None
    return dated(month, "a day near the day of writing, of which only the month is known", story.written_from, moves=False)


def _near(what: Expression, story: Story) -> bool:
    if isinstance(what, PartOfDay):
        return what.day is None or _near(what.day, story)
    if isinstance(what, Near):
        named = what.point is None or (what.point.weekday is not None and what.point.day is None)
        return what.base in ("now", "told") and what.step in (0, -1) and named and (what.unit == "day" or what.point is not None)
    if isinstance(what, Point):
        return what.weekday is not None and what.day is None and what.month is None and what.year is None and story.tense() != FUTURE
    if isinstance(what, Shift):
        days = {"day": 1, "week": 7}.get(what.length.unit)
        return what.base == "now" and what.sign < 0 and days is not None and (what.length.number.low or A_WEEK + 1) * days <= A_WEEK
    return False
