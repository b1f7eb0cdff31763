"""Deeds of more than a day: "two days of talks", "the strike ended on Friday after eleven days". A date told of them may be their first day or their last."""

from __future__ import annotations

import re

from dateline.events.counts import UNITS
from dateline.record import Span

_COUNT = r"(?P<n>\d{1,2}|" + "|".join(UNITS) + r")"
_BEFORE = re.compile(rf"\b{_COUNT}(?:-(?P<a>day|week)(?:-long)?|\s+(?P<b>day|week)s\s+of)\s+(?:[\w'’-]+\s+){{0,2}}$", re.IGNORECASE)
_AFTER = re.compile(
    rf"\b(?:after|for|lasted|over|during)\s+{_COUNT}\s+(?P<a>day|week)s\b(?!\s+(?:after|since|before|earlier|later))", re.IGNORECASE
)
_END = r"(?:end(?:ed|s|ing)?|conclud(?:ed|es|ing)|clos(?:ed|es|ing)|finish(?:ed|es|ing)|wrapp(?:ed|ing) up|broke (?:off|up)|call(?:ed|s|ing)? off)"
_ENDING = re.compile(rf"\b{_END}\s+(?:[\w'’-]+\s+){{0,4}}$", re.IGNORECASE)
_ENDED = re.compile(rf"\s+(?:(?!since|when|after|that\b)[\w'’-]+\s+){{0,3}}{_END}\b(?!\s+(?:in|with|without)\b)", re.IGNORECASE)
_STARTING = re.compile(r"\b(?:from|since|beg[aiu]n|beginning|started|starting|opened|got under way|entered)\b", re.IGNORECASE)
REACH = 60  # characters that are looked at before a deed's word
DAYS = {"day": 1, "week": 7}


def lasted(text: str, trigger: Span, sentence: Span) -> int:
    """How many days the deed is told to have lasted; 1 where nothing is told of it."""
    m = _BEFORE.search(text, max(sentence[0], trigger[0] - REACH), trigger[0]) or _AFTER.search(
        text, trigger[1], min(sentence[1], trigger[1] + 80)
    )
    if m is None:
        return 1
    unit = (m["a"] or m.groupdict().get("b") or "day").lower()
    said = m["n"].lower()
    return max(1, (int(said) if said.isdigit() else UNITS[said]) * DAYS[unit])


def ends(text: str, trigger: Span, sentence: Span) -> bool:
    """Whether the sentence tells of the deed's end: "the strike ended", "signed a deal to end the strike"."""
    before = _ENDING.search(text, max(sentence[0], trigger[0] - REACH), trigger[0])
    return bool(before or _ENDED.match(text, trigger[1], sentence[1]))


def starts(text: str, sentence: Span) -> bool:
    """Whether the sentence's date may be told of a beginning: "on strike since Monday", "talks opened on Tuesday"."""
    return bool(_STARTING.search(text, *sentence))
