"""One spelling for many: scripts to Latin, diacritics off, and what transliterations disagree about."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from dateline.actors.vocabulary import read

APOSTROPHES = "'’‘`´ʼʻʿʾ′ʹ"
VIRAMA = 9  # canonical combining class
_EXTRA = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ə": "a", "ħ": "h"})


@cache
def _letters() -> dict[int, str]:
    return {ord(k): v for table in read("scripts").values() for k, v in table.items()}


@cache
def _by_name(char: str) -> str:
    """A letter's sound by its Unicode name, for scripts without a table of ours ("ETHIOPIC SYLLABLE BI" is "bi")."""
    name = unicodedata.name(char, "")
    if " SYLLABLE " in name:
        return name.rsplit(" ", 1)[1].lower()
    if " LETTER " in name and not name.startswith("CJK"):
        last = name.rsplit(" LETTER ", 1)[1].split(" ")[-1].lower()
        return last if len(last) <= 3 else last[:1]
    if " VOWEL SIGN " in name:
        return "~" + name.rsplit(" ", 1)[1].lower()[:2]
    return ""


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """`text` in lower-case Latin letters and digits; every other character is a space, apostrophes vanish."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_EXTRA)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text.translate(_letters()))
        text = unicodedata.normalize("NFC", "".join(c for c in decomposed if unicodedata.combining(c) in (0, VIRAMA)))
        out: list[str] = []
        for c in text:
            if c.isascii() or c in APOSTROPHES:
                out.append(c)
            elif unicodedata.combining(c) == VIRAMA:  # kills the vowel that the consonant's name carries
                if out and out[-1].endswith("a"):
                    out[-1] = out[-1][:-1]
            elif not unicodedata.category(c).startswith("P"):
                sound = _by_name(c)
                if sound.startswith("~"):
                    if out and out[-1].endswith("a"):
                        out[-1] = out[-1][:-1]
                    sound = sound[1:]
                out.append(sound)
            else:
                out.append(" ")
        text = "".join(out)
    text = re.sub(f"[{APOSTROPHES}]", "", text)
    text = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", text)
    return " ".join(re.sub(r"[^a-z0-9&]+", " ", text).split())


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    return tuple((old, new) for old, _, new in (rule.partition(">") for rule in read("names")["sounds"]))


@lru_cache(maxsize=100_000)
def sound(token: str) -> str:
    """A folded token as most transliterations would agree on it: "gaddafi", "kadhafi" and "qaddafi" are all "kadafi"."""
    for old, new in _sounds():
        token = token.replace(old, new)
    token = re.sub(r"(.)\1+", r"\1", token)
    return re.sub(r"(?<=.)h(?=[^aiu]|$)", "", token)


@lru_cache(maxsize=100_000)
def skeleton(token: str) -> str:
    """The consonants of `sound(token)`, with the first letter kept whatever it is."""
    s = sound(token)
    return s[:1] + re.sub(r"[aiuh]", "", s[1:])
