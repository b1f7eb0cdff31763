"""From an HTML page to its reading text: the article's blocks with what the page says each of them is.

trafilatura chooses the article (imported here, when first needed); pages too big or too deep for it, and pages it finds nothing in, are
walked plainly. The text is composed of the page's own words, one block to a paragraph, with an empty line between them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.page.duplicates import folded
from dateline.page.errors import NoTextError
from dateline.page.metadata import Metadata, read_metadata
from dateline.page.stretches import Stretch

# trafilatura takes about 2 s for 1 MB of markup or 15,000 elements on one core; news pages have 0.15 MB once scripts are out.
_MOST_MARKUP = 1_500_000
_MOST_ELEMENTS = 15_000
_DEEPEST = 120
_LEAST_TEXT = 40
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_INLINE_DATA = re.compile(r"""data:[a-z]+/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]{200,}""")
_SKIPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "option",
        "svg",
        "iframe",
        "head",
        "object",
        "textarea",
        "dialog",
    )
)
_BLOCKS = frozenset(
    "p div article section main header body html h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th tbody thead blockquote pre figure figcaption address br hr center form fieldset details summary td title".split()
)
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WRITER = re.compile(r"(?:^|[\s_-])(?:by-?line|author|writer)s?(?:$|[\s_-]|__)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """The composed text, its stretches with hints, and what the page states of itself."""

    text: str
    stretches: tuple[Stretch, ...]
    metadata: Metadata


def read_html(markup: str, *, place: str) -> HtmlPage:
    """The article of an HTML page. Raises NoTextError when no word of it can be read."""
    slim = _slimmed(markup)
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
        raise NoTextError(
            "the page holds no text (a script may fill it in a browser)",
            place=place,
            remedy="open it in a browser and save or copy its text",
        )
    text, stretches = _composed(_headed(pieces, metadata.title, writer))
    return HtmlPage(text, stretches, metadata)


def _slimmed(markup: str) -> str:
    """The markup without scripts (structured data stays), styles and inlined pictures: nine tenths of a big page, in one linear pass."""
    kept: list[str] = []
    at, low = 0, markup.lower()
    if len(low) != len(markup):  # a few capital letters grow when lowered; offsets must agree
        low = markup.translate({c: c + 32 for c in range(65, 91)})
    for tag in ("script", "style", "svg"):
        kept.clear()
        at = 0
        while (begin := low.find(f"<{tag}", at)) >= 0:
            opened = low.find(">", begin)
            end = low.find(f"</{tag}", begin)
            if opened < 0 or end < 0:
                break
            after = low.find(">", end) + 1 or len(low)
            if "ld+json" in low[begin : opened + 1] or not (low[begin + len(tag) + 1] in " \t\r\n/>"):
                kept.append(markup[at : opened + 1])
                at = opened + 1
                continue
            kept.append(markup[at:begin])
            at = after
        kept.append(markup[at:])
        markup = "".join(kept)
        low = markup.translate({c: c + 32 for c in range(65, 91)})
    return _INLINE_DATA.sub("", _CONTROL.sub(" ", markup))


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

    depth = count = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > _DEEPEST or count > _MOST_ELEMENTS:
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
