"""The publication date and who states it: the caller, the page's metadata, its address, its dateline, its text; else it is unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.page.datelines import Stamp
from dateline.sources import iso_day

_MONTHS = {m: i + 1 for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])}
_URL_DAYS = (
    re.compile(r"/(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/(?P<year>20[0-3]\d|19[89]\d)(?=/)"),
    re.compile(r"[/_=-](?P<year>20[0-3]\d|19[89]\d)(?P<gap>[/_-])(?P<month>[01]?\d)(?P=gap)(?P<day>[0-3]?\d)(?![\d])"),
    re.compile(r"/(?P<year>20[0-3]\d|19[89]\d)[-/_]?(?P<month>[01]\d)[-/_](?P<day>[0-3]\d)(?![\d])"),
    re.compile(r"[/_=-]a?(?P<year>20[0-3]\d|19[89]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:\d{4}(?:\d\d)?)?(?![\d])"),
    re.compile(
        r"/(?P<year>20[0-3]\d|19[89]\d)/(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(?P<day>[0-3]?\d)(?![\d])",
        re.IGNORECASE,
    ),
)


_URL_MONTH = re.compile(r"/(?P<year>20[0-3]\d)/(?P<month>0[1-9]|1[0-2])/(?=[a-z])", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon|evening)|tonight),? ?\((?P<day>[^()]{6,40})\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Publication:
    """An ISO day (or, from an address, month) and its provenance (record's `published_from`), both None when nothing states it."""

    day: str | None = None
    stated_by: str | None = None


def day_in_url(url: str | None) -> str | None:
    """The day an article's address carries (/2022/07/21/, /20220715/, /2017-09/15/, /2021/aug/20/)."""
    for pattern in _URL_DAYS:
        for match in pattern.finditer((url or "")[:1000]):
            month = match["month"].lower()[:3]
            try:
                return date(int(match["year"]), _MONTHS.get(month) or int(month), int(match["day"])).isoformat()
            except ValueError:
                continue
    return None


def publication(
    *,
    given: str | None,
    given_by: str | None,
    metadata: str | None,
    url: str | None,
    datelines: Sequence[str | None],
    stamps: Sequence[Stamp],
    text: str,
) -> Publication:
    """The first statement in the order of trust. A stamp that says "published" goes before a bare date, and that before "updated"."""
    if given:
        return Publication(given, given_by or "argument")
    if metadata:
        return Publication(metadata, "metadata")
    in_url = day_in_url(url)
    if in_url:
        return Publication(in_url, "url")
    for day in datelines:
        if day:
            return Publication(day, "dateline")
    ordered = sorted(stamps, key=lambda s: (s.fresher, not s.stated))
    if ordered:
        return Publication(ordered[0].day, "text")
    # "Police today (July 28, 2022) recovered …": the report says what its own day is.
    for match in _TODAY.finditer(text[:20_000]):
        day = iso_day(match["day"])
        if day:
            return Publication(day, "text")
    month = _URL_MONTH.search((url or "")[:1000])
    return Publication(f"{month['year']}-{month['month']}", "url") if month else Publication()
