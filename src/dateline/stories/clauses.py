"""The part of a sentence that tells of one deed, where the sentence tells of several: "On 18 March they freed 78, and on 30 March another 84"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.record import Span

# Where a sentence can be cut between two telling words: marks, and the words that join or subordinate clauses in English.
_BREAK = re.compile(
    r"[;:—–]|\s-\s|,\s|\b(?:and|but|while|as|after|before|following|followed by|then|when|where|who|which|with|alongside|since)\b",
    re.IGNORECASE,
)


def clause(text: str, sentence: Span, trigger: Span, others: Iterable[Span]) -> Span:
    """The sentence as far as the last break before the next telling word on either side; all of it where there is none."""
    start, end = sentence
    for other in others:
        if sentence[0] <= other[0] and other[1] <= trigger[0]:
            breaks = list(_BREAK.finditer(text, other[1], trigger[0]))
            start = max(start, breaks[-1].start()) if breaks else start
        elif trigger[1] <= other[0] < sentence[1]:
            breaks = list(_BREAK.finditer(text, trigger[1], other[0]))
            end = min(end, breaks[-1].start()) if breaks else end
    return start, end
