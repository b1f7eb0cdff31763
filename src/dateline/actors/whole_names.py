"""Well-known names of several words that the tagger cut ("Islamic State of Iraq" [and the Levant]), made whole before anybody is looked for.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.actors.folding import fold
from dateline.actors.organizations import Known, known_as, known_ends
from dateline.reader.reading import Found
from dateline.record import Span

_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?")
BEFORE, BEHIND = 4, 8  # words that may be missing on either side


def whole_names(text: str, mentions: Sequence[Found]) -> tuple[Found, ...]:
    """The mentions, each name that is a part of a well-known longer one written there as that one; what the longer one swallows is left out."""
    wholes: dict[Span, Found] = {}
    for m in mentions:
        if m.form == "name" and m.label in ("person", "organization", "location") and not any(a <= m.start < b for a, b in wholes):
            span = _whole(text, m)
            if span != (m.start, m.end):
                wholes[span] = replace(m, start=span[0], end=span[1], label="organization")
    if not wholes:
        return tuple(mentions)
    kept = [n for m in mentions if (n := _beside(m, wholes)) is not None]
    return (*kept, *wholes.values())


def _whole(text: str, m: Found) -> Span:
    """The longest well-known name of several words around a mention, or the mention."""
    left = [w.start() for w in _WORD.finditer(text, max(0, m.start - 60), m.start)][-BEFORE:]
    right = [w.end() for w in _WORD.finditer(text, m.end, min(len(text), m.end + 90))][:BEHIND]
    opens, closes = known_ends()
    starts = [s for s in (*left, m.start) if text[s].isupper() and opens & {*_first(text, s)[:1]}]
    ends = [e for e in (m.end, *right) if starts and closes & {*_last(text, e)[-1:]}]
    spans = sorted(((s, e) for s in starts for e in ends if (s, e) != (m.start, m.end)), key=lambda x: x[0] - x[1])
    short = known_as(text[m.start : m.end])
    return next((x for x in spans if _known(text[slice(*x)], short, text[m.end : x[1]])), (m.start, m.end))


def _first(text: str, at: int) -> list[str]:
    """The folded parts of the word that starts there ("Al-Qaeda": two)."""
    word = _WORD.match(text, at)
    return fold(word.group()).split() if word else []


def _last(text: str, end: int) -> list[str]:
    words = _WORD.findall(text, max(0, end - 30), end)
    return fold(words[-1]).split() if words else []


def _known(words: str, short: Known | None, added: str) -> bool:
    """Are these the words of a well-known name? "The FMLN guerrillas" are told by the noun, not by a longer name."""
    if " " not in words or re.search(r"[\n,;:()“”\"]|\.\s|['’]s?$", words):
        return False
    return not (short and added.islower()) and known_as(words) is not None


def _beside(m: Found, wholes: dict[Span, Found]) -> Found | None:
    """The mention, put before a whole name that it begins in and goes on from; None where the whole name swallows it."""
    for a, b in wholes:
        if a <= m.start and m.end <= b:
            return None
        if a < m.start < b < m.end:
            return replace(m, start=a)
    return m
