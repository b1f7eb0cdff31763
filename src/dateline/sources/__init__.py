"""The front door: where reports come from. Everything from outside is bounded here and trusted no further than it is stated."""

from dateline.sources.calendar import given_date, iso_date, iso_day
from dateline.sources.errors import (
    BinaryError,
    EmptyError,
    EncodingError,
    FetchError,
    LineError,
    MissingError,
    RequestError,
    SourceError,
    TooLargeError,
)
from dateline.sources.opening import open_sources, source_of
from dateline.sources.source import AUTO, HTML, JSONL, KINDS, MAX_BYTES, TEXT, Failure, Source

__all__ = [
    "AUTO",
    "HTML",
    "JSONL",
    "KINDS",
    "MAX_BYTES",
    "TEXT",
    "BinaryError",
    "EmptyError",
    "EncodingError",
    "Failure",
    "FetchError",
    "LineError",
    "MissingError",
    "RequestError",
    "Source",
    "SourceError",
    "TooLargeError",
    "given_date",
    "iso_date",
    "iso_day",
    "open_sources",
    "source_of",
]
