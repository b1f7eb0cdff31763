"""How many a deed killed, injured or led to arrest: as its sentence counts them, or one where it befell one person.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.events import counts
from dateline.reader.reading import Frame
from dateline.record import Actor, Count, Span

_KILLED = re.compile(
    r"(?i)\b(?:kill|murder|assassinat|slain\b|slay|execut(?:e|ed|es|ing|ions?)\b|shot dead|gunned down|behead|massacr|hanged)"
)
_UNDONE = re.compile(r"(?i)\b(?:attempt\w*|tried|trying|plot\w*|plan\w*|fail\w*|nearly|almost|threat\w*)\b[^.;]{0,30}$")
_ARRESTED = re.compile(
    r"(?i)\b(?:arrest|detain|detention|captur|caught|apprehend|nabbed|round(?:ed|ing) up|took into custody|taken into custody)"
)


_SOME = r"(?:(?:at least|about|some|more than|another|nearly|over|a further)\s+)*$"
# "wounding 22 others" counts no dead, "killing nine" no injured
_OTHERS = {"killed": re.compile(rf"(?i)\b(?:wound|injur|hurt)\w*\s+{_SOME}"), "injured": re.compile(rf"(?i)\bkill\w*\s+{_SOME}")}


def number_of(text: str, f: Frame, what: str, sentence: Span) -> Count | None:
    """Deaths and injuries belong to assaults and their like, arrests to arrests; a number in another deed's sentence is not this deed's."""
    marked = counts.told(text, what, (0, 0), f.spans(what))
    if marked and not (what in _OTHERS and _OTHERS[what].search(text, max(0, marked.start - 40), marked.start)):
        return marked
    fits = f.type in ("ASSAULT", "PROTEST") if what != "arrested" else f.type == "COERCE" and f.mode in ("arrest", None)
    return counts.told(text, what, sentence) if fits else None


def one_of(text: str, f: Frame, modality: str, recipients: Sequence[Actor], at: Span | None) -> tuple[str, Count] | None:
    """One killed where a killing befell one person, one arrested where an arrest did: what is one and the count, in the words `at` that name the person.

    Of the arrests of one person in the shared annotated articles 17 of 24 count one (the others are remands), of the killings nine of nine.
    """
    if modality != "asserted" or f.trigger is None or at is None or len(recipients) != 1 or recipients[0].kind != "person":
        return None
    words = text[slice(*f.trigger)]
    if f.type == "ASSAULT" and _KILLED.search(words) and not _UNDONE.search(text[max(0, f.trigger[0] - 60) : f.trigger[0]]):
        return "killed", Count(1, 1, *at)
    if f.type == "COERCE" and f.mode == "arrest" and _ARRESTED.search(words):
        return "arrested", Count(1, 1, *at)
    return None
