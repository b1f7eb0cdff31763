"""A page as a page: from a source to one immutable article with labelled blocks. Everything behind this works on offsets into its text."""

from __future__ import annotations

import hashlib

from dateline.page.blocks import cut_blocks
from dateline.page.errors import TooLongError
from dateline.page.html import read_html
from dateline.page.language import language_of
from dateline.page.layout import lay_out
from dateline.page.metadata import Metadata
from dateline.page.outlet import outlet
from dateline.page.published import publication
from dateline.page.stretches import stretches_of
from dateline.record import Article, Byline
from dateline.sources import HTML, Source, given_date

MAX_CHARACTERS = 1_000_000
"""The longest reports have 100,000 characters; a million is a book."""

MAX_LINES = 30_000
"""Lists and tables of the longest pages have a few thousand lines; 30,000 are laid out in a second."""

_READ = frozenset(("title", "heading", "paragraph", "quote", "caption"))


def read_page(source: Source, *, published: str | None = None, language: str | None = None) -> Article:
    """The article of a source.

    Plain text comes back unchanged as `article.text`; of HTML the text is composed from the page's words. `published` and `language`
    stand above everything else that states them. Raises PageError when there is nothing to read and RequestError for a bad date.
    """
    day = given_date(published)
    if source.kind == HTML:
        page = read_html(source.text, place=source.place)
        text, stretches, metadata = page.text, list(page.stretches), page.metadata
    else:
        text, stretches, metadata = source.text, [], Metadata()
    if len(text) > MAX_CHARACTERS:
        raise TooLongError(
            f"the text has {len(text):,} characters, more than {MAX_CHARACTERS:,}: no single report",
            place=source.place,
            remedy="give each report on its own, as JSON Lines",
        )
    stretches = stretches or stretches_of(text)
    if len(stretches) > MAX_LINES:
        raise TooLongError(
            f"{len(stretches):,} lines, more than {MAX_LINES:,}: no single report", place=source.place, remedy="give each report on its own"
        )
    layout = lay_out(stretches, title=source.title or metadata.title)
    cut = cut_blocks(text, layout.stretches)
    url = source.url or metadata.url or layout.url
    stated = publication(
        given=day or source.published,
        given_by="argument" if day else source.published_from,
        metadata=metadata.published,
        url=url,
        datelines=cut.days,
        stamps=layout.stamps,
        text=text,
    )
    bylines = layout.bylines or tuple(Byline(name) for name in metadata.authors)
    read = " ".join(text[b.start : b.end] for b in cut.blocks if b.kind in _READ)
    return Article(
        id=source.id or digest(text),
        text=text,
        title=layout.title,
        url=url,
        outlet=outlet(stated=source.outlet, site=metadata.site, url=url, emails=tuple(b.email for b in layout.bylines)),
        language=language or language_of(read) or source.language or metadata.language,
        published=stated.day,
        published_from=stated.stated_by,
        bylines=bylines,
        blocks=cut.blocks,
        pictures=cut.pictures,
    )


def digest(text: str) -> str:
    """An id for a text that came without one: the same text has the same id everywhere."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
