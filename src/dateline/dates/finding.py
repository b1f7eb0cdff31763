"""Finds the time expressions of a text and resolves them in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from dateline.dates import resolve_parts, resolve_relative, resolve_written, value  # noqa: F401
from dateline.dates.anchor import address_date, head
from dateline.dates.bare_rules import BARE
from dateline.dates.calendar_rules import CALENDAR
from dateline.dates.cascade import Cascade, Node, RuleBook
from dateline.dates.clocks import CLOCKS
from dateline.dates.compose_rules import COMPOSE
from dateline.dates.expression import Fixed, Point, Shift, Silent
from dateline.dates.foreign_rules import FOREIGN
from dateline.dates.holidays import HOLIDAYS
from dateline.dates.length_rules import LENGTHS
from dateline.dates.lexicon import Lexicon
from dateline.dates.month_of_writing import within_month
from dateline.dates.numbers import NUMBERS
from dateline.dates.reference_rules import REFERENCES
from dateline.dates.relative_rules import RELATIVE
from dateline.dates.resolving import Resolved, resolve
from dateline.dates.set_rules import SETS
from dateline.dates.story import Story, Told
from dateline.dates.tokens import Token, tokens
from dateline.dates.unit_rules import UNITS
from dateline.record import Date, Span

_BOOKS = (NUMBERS, CLOCKS, FOREIGN, HOLIDAYS, CALENDAR, RELATIVE, UNITS, REFERENCES, SETS, BARE, LENGTHS, COMPOSE)
_GIVES = ("NUM", "YEARNUM", "ORDINAL", "TIMEOFDAY", "DATE", "LENGTH", "REF", "SET", "SILENT")
_SHOWN = ("DATE", "LENGTH", "REF", "SET")


@cache
def grammar() -> tuple[Lexicon, Cascade, frozenset[str]]:
    """The lexicon, the compiled rules in their order, and the symbols of nodes that are time expressions."""
    book = RuleBook()
    for part in _BOOKS:
        book.rules.extend(part.rules)
    lexicon = Lexicon(book.words(), _GIVES)
    return lexicon, Cascade(book, lexicon.alphabet), frozenset(lexicon.alphabet.symbol(frozenset({name})) for name in _SHOWN)


def find_dates(
    text: str, *, published: str | None = None, sentences: Sequence[Span] | None = None, skip: Sequence[Span] = ()
) -> tuple[Date, ...]:
    """Every time expression of `text`, in its order. `published` is an ISO day or month; when it is None a full date in the text's
    own address or dateline anchors the rest, and without one nothing is guessed. `skip` are spans to leave alone; `sentences` are not
    needed. Raises ValueError for a `published` that is no ISO date."""
    del sentences  # a full stop or line break serves as well here; kept so that every room is called alike
    words = tokens(text, skip)
    lexicon, cascade, shown = grammar()
    nodes = [n for n in cascade.run(lexicon.nodes(words), words) if n.symbol in shown and not isinstance(n.means, Silent)]
    nodes = sorted([*nodes, *_inner(nodes, shown)], key=lambda n: (n.first, -n.last))
    written, month_only = _day_of(published)
    source = "published" if written else None
    if written is None:
        written, source = _own_date(text, words, nodes)
    story = Story(words, written, source, month_only)
    return tuple(_resolved(nodes, words, story))


def _inner(nodes: list[Node], shown: frozenset[str]) -> list[Node]:
    """The dates that others are counted from ("two days before … of September 11, 2001") are dates of their own."""
    symbol = min(shown)
    return [
        Node(symbol, n.means.base_tokens[0], n.means.base_tokens[1], n.means.base)
        for n in nodes
        if isinstance(n.means, Shift) and n.means.base_tokens
    ]


def _day_of(published: str | None) -> tuple[date | None, bool]:
    if not published or re.fullmatch(r"\d{4}", published):
        return None, False  # a bare year dates none of what newspapers leave out
    if re.fullmatch(r"\d{4}-\d\d", published):
        return date.fromisoformat(published + "-01"), True
    try:
        return date.fromisoformat(published[:10]), False
    except ValueError as e:
        raise ValueError(f"published must be an ISO date such as 2021-08-17, got {published!r}") from e


def _own_date(text: str, words: list[Token], nodes: list[Node]) -> tuple[date | None, str | None]:
    """The day of writing that the text states: in its address, else a full date at its head."""
    from_address = address_date(text)
    if from_address is not None:
        return from_address, "url"
    limit = head(text)
    for node in nodes:
        if words[node.first].start > limit:
            break
        if _is_dateline(node, words):
            bounds = value.bounds(resolve(node.means, Story(words, None, None)).value or "")
            if bounds and bounds[0] == bounds[1]:
                return bounds[0], "dateline"
    return None, None


def _is_dateline(node: Node, words: list[Token]) -> bool:
    """A full date that stands apart: on a line of its own, or followed by the dash or colon of a dateline."""
    means = node.means
    full = (isinstance(means, Point) and means.year and means.month and means.day) or (
        isinstance(means, Fixed) and len(means.value or "") == 10
    )
    if not full:
        return False
    after = words[node.last] if node.last < len(words) else None
    before = words[node.first - 1] if node.first else None
    closes = after is not None and after.kind in ("DASH", "COLON", "break", "CLOSE", "other")
    return closes and (before is None or before.kind in ("break", "COMMA", "DASH", "OPEN", "COLON", "SLASH", "word", "CLOSE"))


def _resolved(nodes: list[Node], words: list[Token], story: Story) -> list[Date]:
    out: list[Date] = []
    at, out_end = 0, -2
    for node in nodes:
        while at < node.first:
            story.paragraph += words[at].kind == "break"
            at += 1
        story.joined = out_end == node.first - 1 and words[out_end].word in ("to", "through", "-", "until")
        story.first, story.last = node.first, node.last
        out_end = node.last
        found = resolve(node.means, story)
        if found.value is None:
            found = within_month(node.means, story) or found
        ident = f"d{len(out) + 1}"
        out.append(_record(ident, words[node.first].start, words[node.last - 1].end, found))
        _remember(found, ident, story)
    return out


def _remember(found: Resolved, ident: str, story: Story) -> None:
    """What was told becomes the time that "later" and "that year" count from."""
    if found.value is None or not found.moves or found.type not in ("DATE", "TIME"):
        return
    fine = value.precision(found.value)
    if fine is None or fine in ("century", "decade"):
        return
    told = Told(found.value, ident, story.paragraph, int(found.value[:4]) if found.explicit_year else None, story.last)
    if fine in ("day", "time"):
        story.day = Told(found.value[:10], ident, story.paragraph, told.year)
    if fine == "quarter" and (told.year is None or story.written is None or told.year >= story.written.year):
        story.quarter = told  # "the 1988 quarter" is what the one spoken of is compared with
    if told.year is not None and (fine in ("day", "time", "month") or (fine == "year" and _opens(story))):
        story.dated = told
    story.told = told


def _opens(story: Story) -> bool:
    """ "In 2014, …": a year that sets the time of its sentence."""
    words, first, last = story.tokens, story.first, story.last
    return first > 0 and words[first - 1].word == "in" and last < len(words) and words[last].kind == "COMMA"


def _record(ident: str, start: int, end: int, found: Resolved) -> Date:
    fine = value.precision(found.value) if found.value and found.type in ("DATE", "TIME") else None
    bounds = found.bounds or (value.bounds(found.value) if found.value and fine else None)
    first, last = (d.isoformat() for d in bounds) if bounds else (None, None)
    return Date(ident, start, end, found.type, found.value, fine, first, last, found.anchor, found.because)
