"""The names of a text as keys that spellings share: "Tondi Gorou", "Tondigorou" and "Tundi Guru" meet, "Mastung" and "Mangochar" do not."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.actors.folding import fold, skeleton, sound
from dateline.stories.words import rarity, stem

_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?")
_OPENING = re.compile(r"(?:^|[.!?:]\s*[\"”’)]*\s+|\n\s*|[\"“]\s*)$")
_NO_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "the a an in on at he she it they we i his her their our its this that there but and for as if when no not what who mr mrs ms dr"
)
_CALENDAR = frozenset(_NO_NAMES.split())
COMMON = 4.6  # a word that opens a sentence is a name only when it is rarer than this


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """What the spellings of one word of a name have in common."""
    flat = fold(re.sub(r"['’]s$", "", name)).replace(" ", "")
    bones = skeleton(flat)
    return "~" + bones if len(bones) >= 4 else sound(flat)


def names(text: str, start: int = 0, end: int | None = None) -> dict[str, float]:
    """The keys of the capitalised words between two offsets, and of neighbouring pairs run together, each with its rarity."""
    end = len(text) if end is None else end
    out: dict[str, float] = {}
    before: re.Match[str] | None = None
    for m in _TOKEN.finditer(text, start, end):
        word = m.group()
        capital = word[0].isupper() and fold(word) not in _CALENDAR and len(word) > 1
        if capital and (m.start() == start or _OPENING.search(text, max(0, m.start() - 6), m.start())):
            capital = rarity(stem(word)) >= COMMON
        if not capital:
            before = None
            continue
        weight = rarity(stem(word))
        k = key(word)
        out[k] = max(out.get(k, 0.0), weight)
        if before is not None and m.start() - before.end() == 1:
            pair = key(before.group() + word)
            if pair.startswith("~") and len(pair) >= 5:
                out[pair] = max(out.get(pair, 0.0), max(weight, rarity(stem(before.group()))))
        before = m
    return out
