"""From an HTML page to its reading text: the article's blocks with what the page says each of them is.

trafilatura chooses the article (imported here, when first needed); pages too big or too deep for it, and pages it finds nothing in, are
walked plainly. The text is composed of the page's own words, one block to a paragraph, with an empty line between them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from dateline.page.duplicates import folded
from dateline.page.errors import NoTextError, TooLongError
from dateline.page.metadata import Metadata, read_metadata
from dateline.page.stretches import Stretch
from dateline.record import Span

# News pages have 0.15 million characters once scripts are out, encyclopaedias' longest 2 million. Walking plainly takes a second for
# each million; trafilatura takes 0.7 s for 6,500 paragraphs but 5 s for as many list entries or table cells.
_LARGEST = 3_000_000
_MOST_MARKUP = 1_500_000
_MOST_ELEMENTS = 15_000
_MOST_CELLS = 2_000
_DEEPEST = 120
_LEAST_TEXT = 40
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_INLINE_DATA = re.compile(r"""data:[a-z]+/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]{200,}""")
_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button",
    "select", "option", "svg", "iframe", "head", "object", "textarea", "dialog",
))  # fmt: skip
_BLOCKS = frozenset((
    "p", "div", "article", "section", "main", "header", "body", "html", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt",
    "dd", "table", "tr", "td", "th", "tbody", "thead", "blockquote", "pre", "figure", "figcaption", "address", "br", "hr", "center",
    "form", "fieldset", "details", "summary", "td", "title",
))  # fmt: skip
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"</?(?:p|div|br|h[1-6]|li|tr|td|th|table|ul|ol|article|section|blockquote|figure|figcaption)\b[^<>]*>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(?:script|style|title|noscript)\b[^<>]*>[^<]*(?:</(?:script|style|title|noscript)[^<>]*>)?", re.IGNORECASE)
_WRITER = re.compile(r"(?:^|[\s_-])(?:by-?line|author|writer)s?(?:$|[\s_-]|__)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """The composed text, its stretches with hints, and what the page states of itself."""

    text: str
    stretches: tuple[Stretch, ...]
    metadata: Metadata


def read_html(markup: str, *, place: str) -> HtmlPage:
    """The article of an HTML page. Raises NoTextError when no word of it can be read and TooLongError for a page no report fills."""
    slim = _slimmed(markup)
    if len(slim) > _LARGEST:
        raise TooLongError(
            f"{len(slim) / 1e6:.1f} million characters of markup once scripts are out, more than {_LARGEST // 10**6}: no single report",
            place=place,
            remedy="save the report's own page, or copy its text",
        )
    slim = _CONTROL.sub(" ", slim)
    tree = _parsed(slim)
    if tree is None:
        raise NoTextError("the HTML holds no element that can be read", place=place, remedy="save the page again, complete")
    metadata = read_metadata(tree)
    captions = _captions(tree)
    writer = _writer(tree)
    pieces: list[tuple[str | None, str]] = []
    if len(slim) <= _MOST_MARKUP and _is_reasonable(tree):
        pieces = _extracted(tree, captions)
    if sum(len(t) for _, t in pieces) < _LEAST_TEXT:
        again = _parsed(slim)
        walked = list(_walked(again, captions)) if again is not None else []
        pieces = walked if sum(len(t) for _, t in walked) > sum(len(t) for _, t in pieces) else pieces
    if not any(any(c.isalnum() for c in t) for _, t in pieces):
        pieces = _stripped(slim)
    if not any(any(c.isalnum() for c in t) for _, t in pieces):
        raise NoTextError(
            "the page holds no text (a script may fill it in a browser)",
            place=place,
            remedy="open it in a browser and save or copy its text",
        )
    text, stretches = _composed(_headed(pieces, metadata.title, writer))
    return HtmlPage(text, stretches, metadata)


def _slimmed(markup: str) -> str:
    """The markup without scripts (structured data stays), styles, comments and inlined pictures: nine tenths of a big page."""
    low = markup.replace("İ", "I").lower()  # the one letter that grows when lowered: offsets must agree
    for opening, closing in (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<svg", "</svg")):
        kept = [*_outside(low, opening, closing)]
        if len(kept) > 1:
            markup, low = "".join(markup[a:b] for a, b in kept), "".join(low[a:b] for a, b in kept)
    return _INLINE_DATA.sub("", markup) if "base64," in low else markup


def _outside(low: str, opening: str, closing: str) -> Iterator[Span]:
    """The stretches outside the marks. An opening that is never closed, and what follows the first 20,000, is left to the parser."""
    at = 0
    for _ in range(20_000):
        begin = low.find(opening, at)
        end = low.find(closing, begin + len(opening)) if begin >= 0 else -1
        after = low.find(">", end) + 1 if end >= 0 else 0
        if not after:
            break
        data = opening == "<script" and "ld+json" in low[begin : low.find(">", begin)]
        yield at, after if data else begin
        at = after
    yield at, len(low)


def _parsed(markup: str) -> Any:
    from lxml import etree, html

    try:
        return html.document_fromstring(
            markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _is_reasonable(tree: Any) -> bool:
    """Few enough elements, nested flatly enough, for an extractor that walks them many times."""
    from lxml import etree

    depth = count = cells = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        cells += event == "start" and element.tag in ("li", "table", "tr", "td", "th", "dt", "dd")
        if depth > _DEEPEST or count > _MOST_ELEMENTS or cells > _MOST_CELLS:
            return False
    return True


def _extracted(tree: Any, captions: dict[str, str]) -> list[tuple[str | None, str]]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is read plainly instead, and said by our own errors
    try:
        found = bare_extraction(tree, include_comments=False, include_tables=True, include_images=bool(captions), with_metadata=False)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return []  # broken markup that trips the extractor; the plain walk answers
    body = getattr(found, "body", None)
    return list(_pieces(body, None, captions)) if body is not None else []


def _pieces(element: Any, hint: str | None, captions: dict[str, str]) -> Iterator[tuple[str | None, str]]:
    """The blocks of trafilatura's tree, in order."""
    if not isinstance(element.tag, str):
        return
    if element.tag == "graphic":
        caption = captions.get(_file_of(element.get("src") or ""))
        if caption:
            yield "caption", caption
        return
    own = {"head": "heading", "quote": "quote", "item": "paragraph", "row": "paragraph"}.get(element.tag, hint)
    if element.tag == "row":
        yield own, " | ".join(t for cell in element if (t := " ".join("".join(cell.itertext()).split())))
        return
    if element.tag in ("body", "main", "div", "list", "table", "quote") and len(element):
        if element.text and element.text.strip():
            yield own, element.text
        for child in element:
            yield from _pieces(child, own, captions)
            if child.tail and child.tail.strip():
                yield own, child.tail
        return
    words: list[str] = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            yield own, "".join(words)
            words = []
        elif child.tag == "graphic":
            yield own, "".join(words)
            words = []
            yield from _pieces(child, own, captions)
        elif isinstance(child.tag, str):
            words.append("".join(child.itertext()))
        words.append(child.tail or "")
    yield own, "".join(words)


def _walked(tree: Any, captions: dict[str, str]) -> Iterator[tuple[str | None, str]]:
    """Every block's text outside navigation and scripts, in one pass."""
    from lxml import etree

    known = {folded(c) for c in captions.values()}
    words: list[str] = []
    skipping = 0
    hint: str | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _SKIPPED:
                skipping += 1
            if tag in _BLOCKS and words:
                yield from _finished(words, hint, known)
                words = []
            if tag in _HEADS or tag in ("figcaption", "blockquote"):
                hint = {"figcaption": "caption", "blockquote": "quote"}.get(tag, "heading")
            if not skipping and element.text:
                words.append(element.text)
            continue
        if tag in _SKIPPED:
            skipping -= 1
        if tag in _BLOCKS and words:
            yield from _finished(words, hint, known)
            words = []
        if tag in _HEADS or tag in ("figcaption", "blockquote"):
            hint = None
        if not skipping and element.tail:
            words.append(element.tail)
    yield from _finished(words, hint, known)


def _stripped(markup: str) -> list[tuple[str | None, str]]:
    """The words between the tags. libxml2 gives up 256 elements deep and drops the rest; nothing is nested here."""
    body = _HIDDEN.sub("", markup)
    return [(None, line) for part in _BREAK.split(body) if (line := " ".join(unescape(_TAG.sub("", part)).split()))]


def _finished(words: list[str], hint: str | None, captions: set[str]) -> Iterator[tuple[str | None, str]]:
    block = " ".join("".join(words).split())
    if block:
        yield ("caption" if folded(block) in captions else hint), block


def _captions(tree: Any) -> dict[str, str]:
    """Captions by the file name of their picture."""
    found: dict[str, str] = {}
    for number, figure in enumerate(tree.iter("figure")):
        if number > 500:
            break
        words = next((" ".join(" ".join(c.itertext()).split()) for c in figure.iter("figcaption")), "")
        if not words or len(words) > 1500:
            continue
        for image in figure.iter("img", "source", "amp-img"):
            for name in ("src", "data-src", "data-lazy-src", "data-original", "srcset", "data-srcset"):
                address = (image.get(name) or "").strip().split(" ")[0].rstrip(",")
                if address:
                    found.setdefault(_file_of(address), words)
    return found


def _file_of(address: str) -> str:
    return address.partition("?")[0].rstrip("/").rpartition("/")[2] or address


def _writer(tree: Any) -> str | None:
    """The page's own byline, which article extraction leaves out."""
    for number, element in enumerate(tree.iter("p", "span", "div", "a", "address", "li")):
        if number > 20_000:
            return None
        named = (
            (element.get("rel") or "").lower() == "author"
            or (element.get("itemprop") or "").lower() == "author"
            or _WRITER.search(element.get("class") or "")
        )
        if named:
            words = " ".join(" ".join(t for _, t in zip(range(40), element.itertext(), strict=False)).split())
            if 3 <= len(words) <= 150 and any(c.isalpha() for c in words):
                return words
    return None


def _headed(pieces: list[tuple[str | None, str]], title: str | None, writer: str | None) -> list[tuple[str | None, str]]:
    """The blocks with the page's title and byline at their head, where the extraction left them out."""
    clean = [(hint, " ".join(words.split())) for hint, words in pieces]
    clean = [(hint, words) for hint, words in clean if words]
    head: list[tuple[str | None, str]] = []
    if title:
        key = folded(title)
        at = next((n for n, (_, words) in enumerate(clean[:8]) if folded(words) == key), None)
        if at is not None:
            head.append(("title", clean.pop(at)[1]))
        else:
            head.append(("title", title))
    if writer and not any(folded(writer) in folded(words) for _, words in clean[:6] if len(words) < 300):
        head.append(("byline", writer))
    return head + clean


def _composed(pieces: list[tuple[str | None, str]]) -> tuple[str, tuple[Stretch, ...]]:
    parts: list[str] = []
    stretches: list[Stretch] = []
    at = 0
    for number, (hint, words) in enumerate(pieces):
        stretches.append(Stretch(at, at + len(words), words, number, hint))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), tuple(stretches)
