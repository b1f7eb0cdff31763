"""Dated sentences whose deed the reader took for none: "On the 19th the two sides drank tea over the border". They count where other reports tell the same.

Offsets are half-open code point offsets into the article's text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dateline.record import Date, Event, Record, Span
from dateline.stories.days import day_of_saying, heading, stretch
from dateline.stories.distances import away
from dateline.stories.words import WORD, rarity, stem

BARE = "~="
"""Begins the ids of bare tellings; faint ones begin with its first sign."""

LONGEST = 31  # a date of more days than a month says too little
MOST = 12  # of one article: the first. It bounds what an article costs
TOO_COMMON = 2.2  # a word with less weight than this tells no deed
REACH = 80  # characters from the date to its word
# the endings of verbs and of nouns made of them: of two words equally near, the one that has one is likelier the deed
_DEED = re.compile(r"(?:ed|ing|tion|sion|ment|ence|ance|age|als?|ions|out)$")


def is_bare(key: str) -> bool:
    """Whether a telling's key is of a bare one."""
    return key.rpartition("#")[2].startswith(BARE)


def bare_events(record: Record, sentences: Sequence[Span], taken: Collection[Span]) -> Iterator[Event]:
    """An event without a type for each date that may be a deed's, at the word nearest to it; `taken` are the words that tell for sure or may."""
    text = record.article.text
    names = [(m.start, m.end) for m in record.mentions if m.form == "name"]
    used: set[Span] = set()
    for anchor, sentence in _anchors(record, sentences):
        word = _word(text, anchor, sentence, [*taken, *names, *((d.start, d.end) for d in record.dates), anchor])
        if word is None or word in used:
            continue
        used.add(word)
        yield Event(f"{BARE}{word[0]}-{word[1]}", "", None, (), "", 0.0, word)
        if len(used) == MOST:
            return


def _anchors(record: Record, sentences: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """The words that give a day, and their sentence."""
    text = record.article.text
    for sentence in sentences:
        told = [(d.start, d.end) for d in record.dates if sentence[0] <= d.start < sentence[1] and _tells(record, d, sentence)]
        yield from ((a, sentence) for a in sorted({*told, *away(text, sentence)}))


def _tells(record: Record, d: Date, sentence: Span) -> bool:
    found = stretch(record, d)
    return (
        found is not None
        and found[1] - found[0] < LONGEST
        and not heading(record, d)
        and not day_of_saying(record.article.text, d, sentence)
    )


def _word(text: str, anchor: Span, sentence: Span, taken: Sequence[Span]) -> Span | None:
    best: tuple[float, Span] | None = None
    for m in WORD.finditer(text, max(sentence[0], anchor[0] - REACH), min(sentence[1], anchor[1] + REACH)):
        word = m.group()
        if (
            not word.isalpha()
            or not word.islower()
            or rarity(stem(word)) < TOO_COMMON
            or any(a < m.end() and m.start() < b for a, b in taken)
        ):
            continue
        gap = max(anchor[0] - m.end(), m.start() - anchor[1])
        rank = (gap / REACH - bool(_DEED.search(word)), m.span())
        best = rank if best is None else min(best, rank)
    return best[1] if best else None
