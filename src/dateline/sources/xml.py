"""XML from strangers: no entity is expanded, no document type loaded, nothing fetched, size and depth bounded (lxml's own limits)."""

from __future__ import annotations

from typing import Any

from lxml import etree

from dateline.sources.errors import LineError

MAX_FEED = 20 * 1024 * 1024
"""A feed of 20 MB has thousands of whole articles; what is larger is an archive."""


def parse(data: bytes, origin: str) -> Any:
    """The root element. Feeds are often a little broken: what can be mended is. Raises LineError for what is no XML."""
    if len(data) > MAX_FEED:
        raise LineError(f"more than {MAX_FEED // 2**20} MB of XML", place=origin, remedy="split it")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as e:
        raise LineError(f"this is no XML that can be read: {e}", place=origin, remedy="open it in a browser") from e
    if root is None:
        raise LineError("this is no XML that can be read", place=origin, remedy="open it in a browser")
    return root


def local(element: Any) -> str:
    """The element's name without its namespace, in lower case; empty for comments and the like."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def child(element: Any, *names: str) -> Any:
    """The first child with one of the names, the names in order of preference."""
    for name in names:
        for c in element:
            if local(c) == name:
                return c
    return None


def words(element: Any) -> str:
    """All text inside, blanks at the ends gone."""
    return "" if element is None else "".join(element.itertext(with_tail=False)).strip()
