"""Texts in letters of one case, as old wires and headlines print them, as they would be printed usually: letter for letter as long.

The reader finds names without capitals; what stands above it goes by them, too (where a sentence ends, what is a surname). So a stretch of one case is read
once for its names, written anew with them, and read again. Offsets are half-open code point offsets, the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import yaml

from dateline.reader.initials import shares_initials
from dateline.reader.reading import Found
from dateline.record import Span

LETTERS = 20  # a shorter stretch says nothing about its case
STRAY = 0.02  # the share of small letters among capitals that a slip may make ("MacDONALD")
FEW = 0.003  # and of capitals among small letters ("I", "AFP"): usual print that names hardly anybody has 1 in 100
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_START = re.compile(r"(?:(?P<stop>(?:^|(?<=[\s(]))[\w.&]*\.|[!?…])[\"”’')\]]*\s+|\n\s*)[\"“‘'(\[—–-]*")
_OPENING = re.compile(r"\s*[\"“‘'(\[—–-]*")
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}")
_BEHIND = re.compile(r"(?:['’]s?)?(?:\s*\(|,)\s*([^\W\d_]{2,8})\s*(?=[),;]|\.\s)")
_NUMBER = r"\d{1,4}(?:st|nd|rd|th)?"
_NUMBER_BEHIND = re.compile(rf"\s+{_NUMBER}\b")
SPELT = ("person", "organization", "location", "nationality", "facility", "misc", "event")


@cache
def _words(kind: str) -> frozenset[str]:
    raw = yaml.safe_load(files("dateline.reader").joinpath("casing.yaml").read_text(encoding="utf-8"))
    return frozenset(str(x) for x in raw[kind])


def one_case(text: str, stretches: Sequence[Span]) -> list[Span]:
    """The stretches in letters of one case: all capitals, or all small where no stretch of the text has capitals but slips."""
    counted = [(s, *_count(text[s[0] : s[1]])) for s in stretches]
    small, capitals = sum(c[1] for c in counted), sum(c[2] for c in counted)
    opened = any(next((c for c in text[a:b] if c.isalpha()), "").isupper() for a, b in stretches)
    if small + capitals >= LETTERS and capitals <= FEW * (small + capitals) and not opened:
        return [s for s, *_ in counted]
    return [s for s, a, b in counted if a + b >= LETTERS and a <= STRAY * (a + b)]


def in_usual_case(text: str, stretches: Sequence[Span], names: Iterable[Found]) -> str:
    """`text` with these stretches written with capitals where sentences begin and in `names`, and small letters elsewhere."""
    letters = list(text)
    named = [m for m in names if m.form == "name" and m.label in SPELT]
    short = _short_forms(text, named)
    for start, end in stretches:
        letters[start:end] = map(_lower, letters[start:end])
        _capital(letters, _OPENING.match(text, start, end).end(), end)  # type: ignore[union-attr]  # it matches the empty string
        for m in _START.finditer(text, start, end):
            if not _abbreviated(m["stop"] or ""):
                _capital(letters, m.end(), end)
        for m in _DOTTED.finditer(text, start, end):
            letters[m.start() : m.end()] = map(_upper, letters[m.start() : m.end()])
        for m in _WORD.finditer(text, start, end):
            word = m[0].lower()
            if word in short or word in _words("acronyms"):
                letters[m.start() : m.end()] = map(_upper, letters[m.start() : m.end()])
            elif word in _words("capitals") or re.match(r"i(?:['’]|$)", word) or (word in _words("months") and _dated(text, m.span())):
                _capital(letters, m.start(), m.end())
    for name in named:
        if not any(a <= name.start and name.end <= b for a, b in stretches):
            continue
        if text[name.start : name.end].lower() in _words("states"):
            letters[name.start : name.end] = map(_upper, letters[name.start : name.end])
            continue
        for w in _WORD.finditer(text, name.start, name.end):
            if w.start() == name.start or w[0].lower() not in _words("small"):
                _capital(letters, w.start(), w.end())
    return "".join(letters)


def _dated(text: str, word: Span) -> bool:
    """Whether a word that may be a month stands where one does: "on 3 may", "march 2", "last may"."""
    before = re.search(r"(\w+)\W{1,2}$", text[max(0, word[0] - 12) : word[0]])
    if _NUMBER_BEHIND.match(text, word[1]):
        return True
    return before is not None and (before[1].lower() in _words("before_months") or bool(re.fullmatch(_NUMBER, before[1], re.I)))


def _count(text: str) -> tuple[int, int]:
    return sum(map(str.islower, text)), sum(map(str.isupper, text))


def _abbreviated(stop: str) -> bool:
    """Whether the full stop behind these letters ends no sentence: "gen.", "u.s.", "j."."""
    word = stop.lower().rstrip(".")
    return bool(word) and (word in _words("abbreviations") or "." in word or (len(word) == 1 and word.isalpha()))


def _short_forms(text: str, names: Iterable[Found]) -> frozenset[str]:
    """Words in brackets or between commas whose letters are the initials of the name before them (in another language not all, nor in that order), or
    that stand before a name in brackets whose initials they are."""
    found = set()
    for m in names:
        words = [w for w in re.findall(r"[^\W\d_]+", text[m.start : m.end].lower()) if w not in _words("small")]
        initials = "".join(w[0] for w in words)
        after = _BEHIND.match(text, m.end)
        before = re.search(r"([^\W\d_]{2,8})\s*\(\s*$", text[max(0, m.start - 20) : m.start])
        short = {x[1].lower() for x in (after, before) if x and len(words) > 1}
        found |= {s for s in short if s == initials or (m.label == "organization" and shares_initials(s.upper(), " ".join(words)))}
    return frozenset(found)


def _capital(letters: list[str], at: int, end: int) -> None:
    if at < end:
        letters[at] = _upper(letters[at])


def _upper(letter: str) -> str:
    """The capital, where it is one letter."""
    return up if len(up := letter.upper()) == 1 else letter


def _lower(letter: str) -> str:
    return low if len(low := letter.lower()) == 1 else letter
