"""Paragraphs that were broken into lines as one line again, letter for letter as long: a line break inside a block ends no sentence and cuts no name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.record import Article, Span

_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]")


def unwrapped(text: str, stretches: Sequence[Span]) -> str:
    """`text` with a blank for every line break inside one of the stretches. Offsets stay."""
    if not any(_BREAK.search(text, a, b) for a, b in stretches):
        return text
    parts, at = [], 0
    for start, end in stretches:
        parts += [text[at:start], _BREAK.sub(" ", text[start:end])]
        at = end
    return "".join((*parts, text[at:]))


def running(article: Article) -> str:
    """The text of an article, every block on one line."""
    return unwrapped(article.text, [(b.start, b.end) for b in article.blocks])
