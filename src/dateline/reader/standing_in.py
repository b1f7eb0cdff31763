"""A short name that the reader takes for a common word, with another of the same length in its place while it reads.

The encoder knows no capitals: "IS had shelled the town" is a verb to it. Offsets are the same in both texts.
"""

from __future__ import annotations

import re

_NAME, _STAND_IN = "IS", "EI"  # Islamic State, as French and Spanish papers shorten it
_TOLD = re.compile(
    r"\b(?:Islamic State|ISIS|ISIL|Daesh)\b|(?<![\w-])IS(?:[-–][a-z]+|\s+(?:militants?|fighters?|gunm[ae]n|group|extremists?|jihadists?|terrorists?|insurgents?|positions|stronghold))\b"
)
_ALONE = re.compile(rf"(?<![\w.-]){_NAME}(?![\w.])")


def with_stand_ins(text: str) -> str:
    """`text` with "EI" for every "IS" that is Islamic State: where the text tells of it, and neither neighbour is in capitals too."""
    if not _TOLD.search(text):
        return text
    return _ALONE.sub(lambda m: m[0] if _shouted(text, m.start(), m.end()) else _STAND_IN, text)


def _shouted(text: str, start: int, end: int) -> bool:
    """Does the word before or behind stand in capitals too ("THIS IS WAR")?"""
    return bool(re.search(r"\b[A-Z]{3,}\s+$", text[max(0, start - 24) : start]) or re.match(r"\s+[A-Z]{3,}\b", text[end : end + 24]))
