"""Lines that say who wrote a report and when or where: "Posted on May 14, 2023 by Maria Okello", "Cairo: Maria Okello"."""

from __future__ import annotations

import re

from dateline.page.bylines import is_name, read_byline
from dateline.page.datelines import Stamp, read_stamp
from dateline.record import Byline

_DAY_FIRST = re.compile(r"(?P<day>.{6,70}?)\s*[|,·•–—-]?\s*(?P<by>\b[Bb]y\s+[A-ZÀ-Þ].{2,80})")
_NAME_FIRST = re.compile(r"(?P<by>(?:[Bb]y|BY|Written by)\s+.{3,80}?)\s*(?:[|·•–—,]|\s-|\bon\b|\bposted\b)\s*(?P<day>\S.{5,60})")


def read_signed_stamp(line: str, start: int) -> tuple[tuple[Byline, ...], Stamp | None]:
    """The writers and the day of such a line; nothing when either part is missing, since then it is a line of another kind."""
    if len(line) > 160 or not any(c.isdigit() for c in line):
        return (), None
    for form in (_DAY_FIRST, _NAME_FIRST):
        match = form.fullmatch(line)
        if not match:
            continue
        stamp = read_stamp(match["day"].strip(" |,·•-–—"))
        writers = read_byline(match["by"].strip(" |,·•-–—"), start + match.start("by"))
        if stamp and writers:
            return writers, stamp
    return (), None


_PLACED = re.compile(r"(?P<place>[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,2})\s?:\s(?P<name>\S.{4,40})")
_SECTIONS = frozenset((
    "analysis", "opinion", "profile", "explainer", "explained", "interview", "exclusive", "watch", "video", "videos", "photo", "photos", "live",
    "factbox", "timeline", "breaking", "update", "editorial", "comment", "feature", "review", "obituary", "background", "updated", "urgent",
    "column", "essay", "podcast", "report", "special", "fact", "check", "news", "subject", "topic", "source", "date", "re", "to", "from", "attn",
))  # fmt: skip


def read_placed(line: str, start: int) -> tuple[Byline, ...]:
    """The writer behind the place a report was sent from ("El Obeid: Amna Idris"), as Arabic newspapers sign; nothing behind a section's name."""
    match = _PLACED.fullmatch(line)
    if not match or not _SECTIONS.isdisjoint(match["place"].lower().split()) or not is_name(match["name"]):
        return ()
    return (Byline(match["name"], None, None, start + match.start("name"), start + match.end("name")),)
