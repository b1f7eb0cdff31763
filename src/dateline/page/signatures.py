"""Lines that say both who wrote a report and when: "Posted on May 14, 2023 by Maria Okello", "By Maria Okello | 14 May 2023"."""

from __future__ import annotations

import re

from dateline.page.bylines import read_byline
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
