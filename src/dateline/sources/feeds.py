"""RSS (0.9 to 2.0) and Atom feeds, and OPML lists of feeds.

An entry that holds its whole article is taken as it is; of the others only the address is, to be fetched. Written on lxml, which trafilatura brings:
feedparser would be a dependency more, and its cleaned HTML is not what arrived.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from dateline.sources.xml import child, local, parse, words

WHOLE = 600
"""Characters of plain text from which an entry's content is an article, not a teaser: RSS teasers end at 300 to 500."""

_TAGS = re.compile(r"<[^>]{0,2000}>")
_ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True, slots=True)
class Entry:
    """`content` is HTML and whole, or None; `published` is as stated."""

    url: str | None
    id: str | None
    title: str | None
    published: str | None
    content: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    title: str | None
    language: str | None
    entries: tuple[Entry, ...]


def is_feed(root_name: str) -> bool:
    """Whether a root element of this name (lower case, no namespace) is a feed's."""
    return root_name in ("rss", "rdf", "feed")


def read_feed(data: bytes, origin: str, *, base: str | None = None) -> Feed:
    """The feed's entries in its order. `base` is the feed's own address. Raises LineError for what is no XML."""
    root = parse(data, origin)
    head = child(root, "channel") if local(root) in ("rss", "rdf") else root
    head = root if head is None else head
    found = [e for e in root.iter() if local(e) in ("item", "entry")]
    language = words(child(head, "language")) or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Feed(words(child(head, "title")) or None, language or None, tuple(_entry(e, base) for e in found))


def read_opml(data: bytes, origin: str) -> tuple[str, ...]:
    """The feeds' addresses in the list's order, each once."""
    root = parse(data, origin)
    found = (e.get("xmlUrl") or e.get("xmlurl") or e.get("url") for e in root.iter() if local(e) == "outline")
    return tuple(dict.fromkeys(u.strip() for u in found if u and u.strip().lower().startswith(("http://", "https://"))))


def _entry(e: Any, base: str | None) -> Entry:
    return Entry(
        _link(e, base),
        words(child(e, "guid", "id")) or None,
        words(child(e, "title")) or None,
        words(child(e, "pubdate", "published", "date", "issued", "updated", "modified")) or None,
        _content(e),
    )


def _link(e: Any, base: str | None) -> str | None:
    links = [c for c in e if local(c) == "link"]
    own = next((c.get("href") for c in links if c.get("href") and c.get("rel", "alternate") == "alternate"), None)
    own = own or next((words(c) for c in links if words(c)), None)
    guid = child(e, "guid")
    if own is None and guid is not None and guid.get("isPermaLink", "true") == "true" and words(guid).startswith("http"):
        own = words(guid)
    if not own:
        return None
    try:
        return urljoin(base, own) if base else own
    except ValueError:
        return None


def _content(e: Any) -> str | None:
    """The longest of the entry's texts, when it is an article."""
    texts = [_html(c) for c in e if local(c) in ("encoded", "content", "description", "summary")]
    best = max(texts, key=len, default="")
    return best if len(_TAGS.sub(" ", best)) >= WHOLE else None


def _html(c: Any) -> str:
    if c.get("type") == "xhtml":
        inner = child(c, "div")
        return etree.tostring(inner, encoding="unicode", with_tail=False) if inner is not None else words(c)
    return words(c)
