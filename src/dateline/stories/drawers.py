"""Which articles hold a word and tell of certain days: for each word and stretch of days the latest few articles."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from sys import byteorder
from typing import Any

from dateline.stories.days import Days
from dateline.stories.packing import pack_keys, unpack_keys
from dateline.stories.shelf import Shelf, fetch

BUCKET = 5  # days in one drawer
WIDE = 13  # a stretch over more drawers than this is kept in the drawer of the undated
DRAWER = 60  # articles of one word and drawer that are looked at: the latest. It bounds what a telling costs
CHEST = 32  # drawers that are kept together, one bit each: an article is written once for a word and 160 days. With a row for each drawer one article wrote 811 rows

Drawer = int | None
"""The number of a stretch of days; None is that of the undated."""

Row = tuple[list[str], list[int]]
"""Articles in the order in which they came, and for each the drawers it is in."""


class Drawers:
    """Articles by words and days. What is found of a word and drawer are the latest DRAWER articles put there."""

    def __init__(self, shelf: Shelf) -> None:
        self._rows = shelf.kept("rows.drawers", pack=pack_row, unpack=unpack_row)

    def put(self, article: str, words: Iterable[str], drawers: Iterable[Drawer]) -> None:
        """An article that is new, under all of these words and drawers."""
        masks = chests(drawers)
        words = tuple(words)
        fetch(self._rows, [f"{chest}\t{word}" for chest in masks for word in words])
        for word in words:
            for chest, mask in masks.items():
                label = f"{chest}\t{word}"
                row: Row = self._rows.get(label) or ([], [])
                articles, marks = row
                articles.append(article)
                marks.append(mask)
                if len(articles) % DRAWER == 0:
                    articles, marks = latest(articles, marks)
                self._rows[label] = articles, marks

    def fetch(self, words: Iterable[str], masks: Mapping[str, int]) -> None:
        """Says that these words are looked for in these drawers next."""
        fetch(self._rows, [f"{chest}\t{word}" for chest in masks for word in words])

    def find(self, word: str, masks: Mapping[str, int]) -> Iterable[str]:
        """The latest articles with a word in any drawer of `masks` (`chests`), each once."""
        rows = [(row, mask) for chest, mask in masks.items() if (row := self._rows.get(f"{chest}\t{word}")) is not None]
        if len(rows) == 1:
            return _found(*rows[0])
        return dict.fromkeys(a for row, mask in rows for a in _found(row, mask))


def drawers_of(days: Days | None) -> tuple[Drawer, ...]:
    """The stretches of days in which a telling is kept. The undated share one."""
    if days is None:
        return (None,)
    own = _stretches(days)
    if len(own) > WIDE:
        return (None,)
    return (None, *own) if days.length > BUCKET else tuple(own)


def looked_in(days: Days | None) -> tuple[Drawer, ...]:
    """The drawers in which others that may be of the same days are kept: those of its own days, however many, and the undated's.

    "In July" and "last year" are kept with the undated and look for what is dated; what is dated looks for them: they meet in any order of arrival.
    """
    if days is None:
        return (None,)
    return (None, *_stretches(days))


def _stretches(days: Days) -> range:
    """The stretches that hold these days, one day more on either side."""
    return range((days.first - 1) // BUCKET, (days.last + 1) // BUCKET + 1)


def chests(drawers: Iterable[Drawer]) -> dict[str, int]:
    """The drawers as one bit each in the number of their chest."""
    out: dict[str, int] = {}
    for d in drawers:
        chest, bit = ("", 1) if d is None else (str(d // CHEST), 1 << d % CHEST)
        out[chest] = out.get(chest, 0) | bit
    return out


def _found(row: Row, mask: int) -> Iterator[str]:
    articles, marks = row
    if len(articles) <= DRAWER:
        return (a for a, m in zip(articles, marks, strict=True) if m & mask)
    return (articles[i] for i in _standing(marks, mask))


def _standing(marks: list[int], mask: int) -> Iterator[int]:
    """Which articles are among the latest DRAWER of any of these drawers, the latest first."""
    left = {1 << i: DRAWER for i in range(mask.bit_length()) if mask >> i & 1}
    for i in range(len(marks) - 1, -1, -1):
        hit = marks[i] & mask
        if hit:
            yield i
            for bit in [b for b in left if b & hit]:
                left[bit] -= 1
                if not left[bit]:
                    del left[bit]
                    mask &= ~bit
            if not mask:
                return


def latest(articles: list[str], marks: list[int]) -> Row:
    """The row without what is among the latest of none of its drawers."""
    kept = sorted(_standing(marks, (1 << CHEST) - 1))
    return [articles[i] for i in kept], [marks[i] for i in kept]


def pack_row(row: Any) -> bytes:
    """How many, the marks, the keys."""
    articles, marks = row
    return array("I", (len(marks), *marks)).tobytes() + pack_keys(articles)


def unpack_row(data: bytes) -> Row:
    """What `pack_row` packed."""
    start = 4 * (int.from_bytes(data[:4], byteorder) + 1)
    marks = array("I")
    marks.frombytes(data[4:start])
    return unpack_keys(data[start:]), marks.tolist()
