"""What stands after a name to tell who it is: "Anna Weber, a deputy spokeswoman for the police"."""

from __future__ import annotations

import re

from dateline.actors.offices import modifier, read_office

_ENDS = re.compile(r"[,.;:!?\n“”\"()]|\s(?:who|which|that|said|says|told|has|have|had|was|were|is|are|will|would)\s")


def description_after(text: str, end: int, ceiling: int) -> tuple[int, int] | None:
    """The span of an apposition after a name that ends at `end` (", a deputy spokesman for the police"), or None."""
    m = re.match(r"(?:\s*\([^)\n]{1,60}\))?,\s+(?:(?:who|which)\s+(?:is|was)\s+(?:now\s+|also\s+)?)?(?:\d{1,3},\s+)?", text[end:ceiling])
    if not m:
        return None
    start = end + m.end()
    rest = text[start:ceiling]
    stop = _ENDS.search(rest)
    while stop and stop.group() == "." and re.search(r"\b(?:[A-Z]|Mr|Dr|St|Gen|Col|Lt|U\.S|U\.N|No)$", rest[: stop.start()]):
        more = _ENDS.search(rest[stop.end() :])
        if not more:
            stop = None
            break
        at = stop.end()
        stop = re.compile(re.escape(more.group())).search(rest, at + more.start())
    phrase = rest[: stop.start()] if stop else rest
    phrase = phrase.rstrip()
    if not 3 <= len(phrase) <= 140 or len(phrase.split()) > 18:
        return None
    office = read_office(phrase)
    if office is None:
        return None
    first = phrase.split()[0].lower()
    starts = (
        first in ("a", "an", "the", "his", "her", "its", "their", "one", "another", "former", "then")
        or modifier(first)
        or office.head.startswith(first)
        or phrase[0].isupper()
    )
    return (start, start + len(phrase)) if starts else None
