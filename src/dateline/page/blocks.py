"""From decided stretches to the record's blocks and pictures: datelines and credits are cut off the block they are stuck to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.page.credits import credit_at_end, credit_line
from dateline.page.datelines import read_dateline, speaker_labels
from dateline.page.duplicates import same_caption
from dateline.page.stretches import Stretch
from dateline.record import Block, Picture

_SENTENCE = re.compile(r"(?<=[.!?])[”\"’)]*\s+(?=[A-ZÀ-Þ“\"‘(])")
_CAPTIONS, _RUNNING = 50, 400  # so many captions and sentences are held against each other
_INDEX_WITHIN = 400
"""So many captions are compared with one another; the galleries of real pages have under a hundred."""


@dataclass(slots=True)
class _Shot:
    """A picture while its printings are counted; `block` is where its caption stands in the list of blocks."""

    caption: tuple[int, int] | None
    words: str
    credits: tuple[str, ...]
    printed: int = 1


@dataclass(frozen=True, slots=True)
class Blocks:
    """Ordered, non-overlapping blocks, the pictures they print and the days their datelines name (None: no year)."""

    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...]
    days: tuple[str | None, ...]


def cut_blocks(text: str, stretches: Sequence[Stretch]) -> Blocks:
    """The blocks of the page, from its decided stretches."""
    blocks: list[Block] = []
    shots: list[_Shot] = []
    days: list[str | None] = []
    opened = speaker_labels([s.text for s in stretches])
    for number, stretch in enumerate(stretches):
        kind, start, end = str(stretch.kind), stretch.start, stretch.end
        if kind == "credit":
            _credit(text[start:end], blocks, shots, Block("credit", start, end), pictured=_pictured(stretches, number))
            continue
        if kind in ("paragraph", "quote", "caption"):
            raw = text[start:end]
            credit = credit_at_end(raw)
            if kind == "caption":
                _caption(text, start, end, credit.start + start if credit else None, credit.names if credit else (), blocks, shots)
                continue
            if kind == "paragraph":
                dateline = read_dateline(raw, opening=not opened)
                opened = True
                if dateline:
                    days.append(dateline.day)
                    at = start + len(raw[: dateline.end].rstrip())
                    blocks.append(Block("dateline", start, at))
                    start = at + len(text[at:end]) - len(text[at:end].lstrip())
            if credit:
                cut = stretch.start + len(raw[: credit.start].rstrip())
                if cut > start:
                    blocks.append(Block(kind, start, cut))
                    blocks.append(Block("credit", stretch.start + credit.start, end))
                    if credit.picture:
                        shots.append(_Shot(None, "", credit.names))
                    continue
        if end > start:
            blocks.append(Block(kind, start, end))
    pictures = tuple(Picture(s.caption, s.credits, s.printed) for s in shots)
    return Blocks(_told_again(text, blocks), pictures, tuple(days))


def _told_again(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, a caption in the words of a sentence of the report being a duplicate: what it tells is read once. Its picture keeps it."""
    if not any(b.kind == "caption" for b in blocks):
        return tuple(blocks)
    running = [s for b in blocks if b.kind == "paragraph" for s in _SENTENCE.split(text[b.start : b.end])][:_RUNNING]
    captions = [b for b in blocks if b.kind == "caption"][:_CAPTIONS]
    again = {b for b in captions if any(same_caption(text[b.start : b.end], s) for s in running)}
    return tuple(Block("duplicate", b.start, b.end) if b in again else b for b in blocks)


def _caption(text: str, start: int, end: int, cut: int | None, names: tuple[str, ...], blocks: list[Block], shots: list[_Shot]) -> None:
    """A caption with the credit behind it; printed again, it is a duplicate, and its picture is counted once more."""
    stop = start + len(text[start:cut].rstrip()) if cut is not None else end
    words = text[start:stop]
    earlier = next(
        (
            s
            for s in shots[-_INDEX_WITHIN:]
            if s.caption and (not names or not s.credits or s.credits == names) and same_caption(s.words, words)
        ),
        None,
    )
    if earlier:
        earlier.printed += 1
        earlier.credits = earlier.credits or names
    else:
        shots.append(_Shot((start, stop), words, names))
    blocks.append(Block("duplicate" if earlier else "caption", start, stop))
    if cut is not None:
        blocks.append(Block("credit", cut, end))


def _credit(line: str, blocks: list[Block], shots: list[_Shot], block: Block, *, pictured: bool) -> None:
    """A credit line belongs to the caption above it, else to a picture without one."""
    names = credit_line(line) or ()
    last = blocks[-1] if blocks else None
    blocks.append(block)
    if last and last.kind in ("caption", "duplicate") and shots and shots[-1].caption and not shots[-1].credits:
        shots[-1].credits = names
    elif pictured:
        shots.append(_Shot(None, "", names))


def _pictured(stretches: Sequence[Stretch], number: int) -> bool:
    """A bare agency name as a page's first or last line is the report's source, not a picture's."""
    bare = stretches[number].text.strip("()[] .").replace(" ", "").isalpha() and stretches[number].words <= 3
    edge = number < 2 or number + 2 >= len(stretches)
    return not (bare and edge)
