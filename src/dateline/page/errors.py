"""What can be wrong with a page once its bytes could be read."""

from __future__ import annotations

from dateline.errors import SkipDocument


class PageError(SkipDocument):
    """The document holds no page that can be read."""


class NoTextError(PageError):
    """An HTML page without a readable word: empty, or filled in by a script only."""


class TooLongError(PageError):
    """More text than any report has."""
