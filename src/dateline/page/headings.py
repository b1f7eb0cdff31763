"""Titles, subheadings and pull quotes: what a page prints large."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.page.credits import credit_at_end
from dateline.page.datelines import read_dateline
from dateline.page.stretches import Stretch

_OPENING, _CLOSING = "“\"«„‘'「『", "”\"»“’'」』"
_SMALL = frozenset((
    "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "over", "into", "after",
    "before", "amid", "is", "are", "was", "be", "not", "no", "its", "it", "his", "her", "their", "vs", "via", "up", "out", "off", "than",
    "that", "this", "al", "el", "de", "la", "du", "von",
))  # fmt: skip
_FIRST_PART = re.compile(r"^(.*?)(?:…|\.\.\.|:|\?|!|;| [-–—|] |$)")
_QUESTION = re.compile(r"(?:Q|A|QUESTION|ANSWER|MODERATOR|HOST|Question|Answer)\s?[:.]\s")
_LIST_MARK = re.compile(r"(?:[•◦▪●■□–—*-]\s?|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s?|_{3,})", re.IGNORECASE)


def is_headline(stretch: Stretch, following: Sequence[Stretch]) -> bool:
    """Whether a page's first own line is its title: short, followed by longer text, and either unfinished or capitalised like a headline.

    A first sentence ends with a full stop and is not capitalised throughout; of the 113 annotated articles, which mostly open with their
    first paragraph, it keeps all paragraphs apart.
    """
    text = stretch.text
    if len(text) > 200 or stretch.words > 30 or not following or _LIST_MARK.match(text) or text[0] in "([{":
        return False
    if read_dateline(text, opening=True) or _QUESTION.match(text):
        return False
    if max(len(f.text) for f in following[:6]) < len(text) or not any(c.isalpha() for c in text):
        return False
    part = _FIRST_PART.match(text)
    first = part[1].strip() if part else text
    if not stretch.finished or text[-1:] == "…" or (text[-1:] in "?!" and stretch.words <= 16):
        return not text.endswith(",")
    return capitalised(first) == 1.0 and first.count(" ") >= 2 and len(text) <= 120 and not first.endswith(",")


def capitalised(text: str) -> float:
    """The share of a line's longer words that begin with a capital, the first word apart."""
    words = [w.strip("“”\"'‘’«»()[],:;.!?…") for w in text.split()]
    telling = [w for w in words[1:] if len(w) > 3 and w.lower() not in _SMALL and w[0].isalpha()]
    return sum(w[0].isupper() for w in telling) / len(telling) if telling else 0.0


def is_heading(stretch: Stretch, before: Stretch | None, after: Stretch | None) -> bool:
    """Whether a line inside the text is a subheading: short, unfinished or all a quotation, text after it, no entry of a list."""
    text = stretch.text
    if len(text) > 120 or stretch.words > 16 or after is None or _LIST_MARK.match(text) or not any(c.isalpha() for c in text):
        return False
    if credit_at_end(text):
        return False
    if text[-1:] in ",;" or (before is not None and before.text.endswith((":", "：")) and before.kind != "heading"):
        return False
    if text[0].islower() or (text[-1:] in ".。:：" and not text.endswith("...")):
        return False
    if text.endswith((".”", '."', ".’", ",”", ',"')):
        return False
    quoted = is_all_quoted(text)
    if text[-1:] in "?!" and not quoted and stretch.words > 10:
        return False
    if quoted and text[-2:-1] in ".!?,":
        return False
    # A run of three and more such lines is a list of names or results, not a row of headings.
    short_before = before is not None and before.kind is None and _list_like(before)
    short_after = after.kind is None and _list_like(after)
    if short_before and short_after:
        return False
    return not (short_after and not _list_like_title(text)) or text.isupper()


def _list_like(stretch: Stretch) -> bool:
    return not stretch.finished and stretch.words <= 16 and len(stretch.text) <= 120


def _list_like_title(text: str) -> bool:
    return text.isupper() or text.endswith("?")


def is_all_quoted(text: str) -> bool:
    """The whole block is one quotation."""
    return (
        len(text) > 2
        and text[0] in _OPENING
        and text[-1] in _CLOSING
        and not any(c in "“„«" for c in text[1:])
        and text[1:-1].count('"') == 0
    )


def quoted_words(text: str) -> str:
    return text.strip(_OPENING + _CLOSING + " .,!?…")
