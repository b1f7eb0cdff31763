"""Blocks that a page prints again: the same words, a shortened copy of them, or a caption in two wordings."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_FEWEST_WORDS = 9
"""Shorter lines ("Open daily from 8:00 to 16:00.", "He said no.") come twice without being printed again: a list of parks had fifty."""


def folded(text: str) -> str:
    """The words of a block alone, for comparing."""
    return " ".join(_WORD.findall(text.casefold()))


class Printed:
    """The blocks of a page so far; tells whether a further one was printed before."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._starts: dict[str, int] = {}

    def earlier(self, text: str, *, large: bool = False) -> int | None:
        """The index of the block that `text` repeats, word for word or cut short with dots, or None; a title repeats in fewer words."""
        words = folded(text)
        if words.count(" ") + 1 < (_FEWEST_WORDS if not large else 3):
            return None
        if words in self._seen:
            return self._seen[words]
        if text.rstrip().endswith(("…", "...", "[…]", "[...]")) and words.count(" ") >= 9:
            return self._starts.get(" ".join(words.split()[:10]))
        return None

    def add(self, text: str, index: int) -> None:
        words = folded(text)
        self._seen.setdefault(words, index)
        if words.count(" ") >= 9:
            self._starts.setdefault(" ".join(words.split()[:10]), index)


def same_caption(one: str, other: str) -> bool:
    """Whether two captions are one picture's in two wordings: nearly the same telling words, however inflected, and exactly the same numbers.

    Machine-translated pages print a caption twice with the words in another order or form ("rises", "is rising"); captions of two pictures
    of a series differ in more than a fifth of their words or in a number.
    """
    a, b = folded(one), folded(other)
    if a == b:
        return True
    if _NUMBER.findall(a) != _NUMBER.findall(b) and sorted(_NUMBER.findall(a)) != sorted(_NUMBER.findall(b)):
        return False
    words_a, words_b = set(a.split()), set(b.split())
    if len(words_a) >= 6 and len(words_a & words_b) / len(words_a | words_b) >= 0.8:
        return True
    stems_a, stems_b = _stems(words_a), _stems(words_b)
    return len(stems_a) >= 4 and len(stems_a & stems_b) / len(stems_a | stems_b) >= 0.8


_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "that",
        "which",
        "who",
        "has",
        "have",
        "had",
        "of",
        "in",
        "at",
        "on",
        "and",
    ]
)
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")


def _stems(words: set[str]) -> set[str]:
    """The telling words without the endings of verbs and plurals."""
    return {_ENDING.sub("", w) if len(w) > 4 else w for w in words - _EMPTY}


def repeats_inside(quotation: str, other: str) -> bool:
    """Whether a pulled-out quotation stands, word for word, inside another block."""
    words = folded(quotation)
    return words.count(" ") >= 3 and f" {words} " in f" {folded(other)} "
