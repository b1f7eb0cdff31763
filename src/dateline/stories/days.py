"""On which days a telling can have happened: from its own date, a distance in days from another event, its neighbours, or the day of publication.

Days are proleptic ordinals (`date.toordinal`), both ends included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.record import Date, Event, Record, Span
from dateline.stories.distances import DISTANCE, away, days_between
from dateline.stories.lasting import ends, lasted, starts

LOOSE = 62  # a stretch longer than two months says too little to be a neighbour's day
FRESH = 5  # an undated deed of a report is thought to be at most so many days old
OLD = 60  # "an earlier attack" is thought to be at most so many days older than the main one
TAIL = 4  # a deed behind "following" or "after" is thought to be at most so many days older than what followed
ANCIENT = 30 * 365  # a date so much older than the report is told of something else ("the treaty of 1351")

_SAYING = re.compile(
    r"\b(?:said|says|told|announced|confirmed|stated|reported|added|wrote|according to|quoted|statement)\b[^.,;]{0,30}$", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\b(?:following|after|since|in connection with|over|despite|because of|condemn\w*|in memory of|accused of|charged with|linked to|blamed for|suspected of|release of|freeing of|demand\w*|protest(?:s|ed|ing)? against)\b",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(r"\b(?:(?P<n>first|second|third|fourth|fifth|tenth)\s+)?anniversary\b", re.IGNORECASE)
_YEARS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
_EARLIER = re.compile(r"\b(?:the first|earlier|previous(?:ly)?|last time|echo(?:ed|es)|in the past)\b", re.IGNORECASE)
_BREAK = re.compile(r"[;,]|\b(?:and|but|while)\b", re.IGNORECASE)
_PARTED = re.compile(r"[;:]")
_PART = re.compile(r"\b(early|beginning|mid|late|last days)\b(?!\s+year)", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`. `how`: "told" (its own sentence), "counted" (days from another), "near" (another sentence's), "fresh" (not told)."""

    first: int
    last: int
    how: str

    def apart(self, other: Days) -> int:
        """Days between the two stretches: 0 when they meet."""
        return max(0, other.first - self.last, self.first - other.last)

    @property
    def length(self) -> int:
        return self.last - self.first


def ordinal(day: str | None) -> int | None:
    """The day's number; None when there is none or it is not a full date."""
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


def days_of(record: Record, event: Event, sentence: Span, base: Days | None = None) -> Days | None:
    """When the event can have happened; None when the article gives no day at all. `base` is the day of the event told before it."""
    found = _dated(record, event, sentence, base)
    if found is None or found.how == "fresh":
        return found
    text = record.article.text
    days = lasted(text, event.trigger, sentence)
    if found.how == "told" and ends(text, event.trigger, sentence):
        return Days(found.first - (days if days > 1 else TAIL), found.last, "told" if days > 1 else "near")
    if days > 1 and starts(text, sentence):
        return Days(found.first, found.last + days - 1, found.how)
    return Days(found.first - days + 1, found.last + days - 1, found.how)


def _dated(record: Record, event: Event, sentence: Span, base: Days | None) -> Days | None:
    text = record.article.text
    published = ordinal(record.article.published)
    distances = away(text, sentence)
    inside = [
        d
        for d in record.dates
        if sentence[0] <= d.start < sentence[1]
        and stretch(record, d)
        and not heading(record, d)
        and not any(a <= d.start < b for a, b in distances)
    ]
    near = _neighbour(record, sentence)
    origin = near or base or (Days(published, published, "fresh") if published is not None else None)
    counted = _counted(record, event.trigger, sentence, inside, origin, base)
    if counted is not None:
        return counted
    clear = [d for d in inside if not day_of_saying(text, d, sentence) and not _distant(record, d, event.trigger)]
    direct = [d for d in clear if not (d.end <= event.trigger[0] and _BEHIND.search(text, d.end, event.trigger[0]))]
    if clear:
        among = (
            [d for d in direct if not _PARTED.search(text, min(d.end, event.trigger[1]), max(d.start, event.trigger[0]))] or direct or clear
        )
        own = next((d for d in among if d.id == event.date), None)
        nearest = min(among, key=lambda d: (_gap(d, event.trigger), d.start))
        own = nearest if own is None or _gap(nearest, event.trigger) + 15 < _gap(own, event.trigger) else own
        first, last = stretch(record, own) or (0, 0)
        return Days(first - TAIL, last, "near") if not direct and last - first <= 2 else Days(first, last, "told")
    if inside:  # only the day on which somebody said so
        _, last = stretch(record, inside[0]) or (0, 0)
        return Days(last - TAIL, last, "near")
    if _EARLIER.search(text, sentence[0], event.trigger[0]) and origin is not None:
        return Days(origin.first - OLD, origin.last - 1, "fresh")
    if near is not None:
        return near
    if published is not None:
        return Days(published - FRESH, published, "fresh")
    return None


def stretch(record: Record, d: Date) -> tuple[int, int] | None:
    """A date's days, at most a year of them. A weekday of the coming week in a report of what has happened is last week's."""
    first, last = ordinal(d.first), ordinal(d.last)
    if d.type not in ("DATE", "TIME") or first is None or last is None or not 0 <= last - first <= 366:
        return None
    published = ordinal(record.article.published)
    if published is not None and first < published - ANCIENT:
        return None
    if published is not None and first == last and 0 < first - published <= 7 and _WEEKDAY.search(record.article.text, d.start, d.end):
        before = record.article.text[max(0, d.start - 60) : d.start].lower()
        if not re.search(r"\b(?:will|next|to be|due|expected|planned|would|coming|until|by)\b", before):
            return first - 7, last - 7
    if 27 <= last - first <= 30:
        part = _PART.search(record.article.text, max(0, d.start - 14), d.end + 8)
        if part:
            first, last = {"e": (first, first + 10), "b": (first, first + 10), "m": (first + 8, first + 21), "l": (last - 11, last)}[
                part[1][0].lower()
            ]
    return first, last


def heading(record: Record, d: Date) -> bool:
    """Whether the date is the dateline's, which says when the report was sent."""
    return any(b.kind == "dateline" and b.start <= d.start < b.end for b in record.article.blocks)


def _gap(d: Date, trigger: Span) -> int:
    return max(0, d.start - trigger[1], trigger[0] - d.end)


def _distant(record: Record, d: Date, trigger: Span) -> bool:
    """Whether the date is a year or so told of something else in the sentence ("the treaty of 1951")."""
    first, last = stretch(record, d) or (0, 0)
    return last - first > LOOSE and _gap(d, trigger) > 40


def day_of_saying(text: str, d: Date, sentence: Span) -> bool:
    """Whether the date is the day on which somebody said so."""
    return bool(_SAYING.search(text, sentence[0], d.start))


def _counted(record: Record, trigger: Span, sentence: Span, inside: Sequence[Date], origin: Days | None, base: Days | None) -> Days | None:
    """ "two days after residents massed": the deed told behind "after" is so many days older than the other one."""
    text = record.article.text
    anniversary = _ANNIVERSARY.search(text, sentence[0], trigger[0])
    years = (_YEARS.get((anniversary["n"] or "").lower(), 1) if anniversary else 0) * 365
    for m in DISTANCE.finditer(text, *sentence):
        unit, way = m["unit"].lower(), m["way"].lower()
        low, high = days_between(m)
        behind, ahead = trigger[0] >= m.end(), 0 <= m.start() - trigger[1] < 90
        if way == "on" and not (unit == "year" and m["free"] is not None):
            continue
        back = (
            (way in ("after", "since") and behind)
            or (way in ("earlier", "previously") and ahead)
            or (way == "before" and ahead and m["free"] is not None)
            or (way == "on" and behind)
        )
        forth = (way == "before" and behind and m["free"] is None) or (way == "later" and (ahead or behind))
        if not back and not forth:
            continue
        if any(_nearer(text, d, m.span(), trigger) for d in inside):
            continue
        told = [
            s
            for d in inside
            if d.start < m.start() or way in ("earlier", "previously", "before")
            for s in [stretch(record, d)]
            if s and s[1] - s[0] <= 3
        ]
        whole = [s for d in inside if d.start < m.start() for s in [stretch(record, d)] if s and s[1] - s[0] <= LOOSE]
        start = Days(*told[-1], "told") if told else (base or (Days(*whole[-1], "told") if whole else None) if way == "later" else origin)
        if start is None:
            published = ordinal(record.article.published)
            return Days(published - OLD, published, "fresh") if published is not None else None
        if back:
            return Days(start.first - high - years, start.last - low - years, "counted")
        return Days(start.first + low, start.last + high, "counted")
    if anniversary and origin is not None:
        told = [s for d in inside for s in [stretch(record, d)] if s and s[1] - s[0] <= 1]
        first, last = told[0] if told else (origin.first, origin.last)
        return Days(first - years - 2, last - years + 2, "counted")
    return None


def _nearer(text: str, d: Date, distance: Span, trigger: Span) -> bool:
    """Whether a date says more of the trigger than the distance: "five days after the barge docked on 17 January"."""
    if d.start >= distance[1] and 0 <= d.start - trigger[1] <= 45:
        return True
    if distance[0] >= trigger[1] and _PARTED.search(text, trigger[1], distance[0]):
        return True  # "they downed tools; a day later others joined them"
    if d.end <= trigger[0] and distance[0] >= trigger[1] and _BREAK.search(text, d.end, trigger[0]):
        return False  # "penalties on 20 August and restrictions eight days later"
    return _gap(d, trigger) < max(distance[0] - trigger[1], trigger[0] - distance[1])


def _neighbour(record: Record, sentence: Span) -> Days | None:
    """The nearest day told before the sentence, else after it: at most a fortnight before the publication."""
    published = ordinal(record.article.published)
    found = [
        (d.start > sentence[0], abs(d.start - sentence[0]), s)
        for d in record.dates
        if not sentence[0] <= d.start < sentence[1]
        and not DISTANCE.search(record.article.text, d.start, min(len(record.article.text), d.end + 8))
        and (s := stretch(record, d)) is not None
        and s[1] - s[0] <= 1
        and (published is None or 0 <= published - s[1] <= 14)
    ]
    return Days(*min(found)[2], "near") if found else None
