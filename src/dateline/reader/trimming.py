"""Where a span ends: words and signs that stand at the edges of a phrase and are no part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.decode import span_of
from dateline.record import Span

if TYPE_CHECKING:
    from dateline.reader.windows import Window

# closed classes of English: none of them alone tells a deed
FUNCTION_WORDS = frozenset(
    """
    the a an of to in on at by for from with and or but nor not no do does did is are was were be been being has have had
    will would shall should can could may might must it its they them he him she her this that these those which who whom as
    up out down over off under into if than then so
    """.split()  # noqa: SIM905 (a list would take a line a word)
)
NO_END = FUNCTION_WORDS | {"The"}  # what no name ends in; others with a capital may be one ("IT", "US")
DETERMINERS = frozenset(
    ["the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those"]
)  # beside a telling word they belong to the next phrase
PUNCTUATION = frozenset("()[]{}<>\"“”„«»‘’'`,;:!?*-–—/|")


def tight(text: str, w: Window, first: int, last: int) -> Span:
    """The characters from word `first` to before word `last` without punctuation at the edges; a bracket opened within stays closed."""
    while (
        last - first > 1
        and text[slice(*w.spans[last - 1])] in PUNCTUATION
        and not (text[slice(*w.spans[last - 1])] == ")" and "(" in text[w.spans[first][0] : w.spans[last - 1][0]])
    ):
        last -= 1
    while last - first > 1 and text[slice(*w.spans[first])] in PUNCTUATION:
        first += 1
    return span_of(w.spans, first, last)


def bare(text: str, w: Window, first: int, last: int) -> Span:
    """The characters of a telling phrase without determiners and figures at its edges ("restricted the", "sent 1" of "sent 1,000")."""
    word = [text[a:b].lower() for a, b in w.spans[first:last]]
    end = len(word)
    while end > 1 and (word[end - 1] in DETERMINERS or word[end - 1].isdigit()):
        end -= 1
    start = 0
    while end - start > 1 and word[start] in DETERMINERS:
        start += 1
    return span_of(w.spans, first + start, first + end)
