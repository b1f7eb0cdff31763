"""What the front door hands on: a document and what is known of it, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.errors import DatelineError

TEXT, HTML, JSONL, AUTO = "text", "html", "jsonl", "auto"
KINDS = (AUTO, TEXT, HTML, JSONL)

MAX_BYTES = 50 * 1024 * 1024
"""One page, one archive line or one answer of a server may have this many bytes; the median news page has 0.15 million."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `text` is decoded but otherwise untouched: line ends, trailing blanks and double spaces are as given.

    `published` is an ISO day and `published_from` says who stated it ("argument" or "metadata"). `notes` tell what had to be assumed to
    read it (an encoding nobody declared). Nothing here is trusted further than that.
    """

    text: str
    kind: str = TEXT
    id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    origin: str = ""
    line: int | None = None
    notes: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where the document was found, as an error should name it."""
        return self.origin if self.line is None else f"{self.origin}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read: where it was, what is wrong, what to do. It takes the document's turn in the order."""

    origin: str
    message: str
    line: int | None = None
    place: str | None = None
    remedy: str | None = None
    id: str | None = None
    error: str = "SourceError"

    @classmethod
    def of(cls, error: DatelineError, *, origin: str, line: int | None = None, id: str | None = None) -> Failure:
        """The failure that `error` means for the document at `origin`."""
        return cls(origin, error.message, line, error.place, error.remedy, id, type(error).__name__)

    def __str__(self) -> str:
        where = self.place or (self.origin if self.line is None else f"{self.origin}, line {self.line}")
        return f"{where}: {self.message}" + (f"; {self.remedy}" if self.remedy else "")
