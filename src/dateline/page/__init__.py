"""The page as a page: title, blocks, captions and credits, byline, furniture, duplicates, publication date, language."""

from dateline.page.errors import NoTextError, PageError, TooLongError
from dateline.page.language import language_of
from dateline.page.page import read_page

__all__ = ["NoTextError", "PageError", "TooLongError", "language_of", "read_page"]
