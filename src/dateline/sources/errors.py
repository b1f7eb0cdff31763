"""What can be wrong with an input. All but `RequestError` concern one document and let the run go on."""

from __future__ import annotations

from dateline.errors import SkipDocument, StopRun


class RequestError(StopRun):
    """An option or a list of inputs that no run can start with (a date that is none, an unknown kind, standard input twice)."""


class SourceError(SkipDocument):
    """One input could not be read."""


class MissingError(SourceError):
    """No such file, a folder, or a file that may not be opened."""


class EmptyError(SourceError):
    """Nothing but white space."""


class TooLargeError(SourceError):
    """More bytes than one page may have."""


class BinaryError(SourceError):
    """Bytes that are no text: a PDF, an archive, a picture."""


class EncodingError(SourceError):
    """Text whose bytes are cut off or mix encodings, so that no reading of them is right."""


class LineError(SourceError):
    """A line of a JSON Lines archive that holds no document."""


class FetchError(SourceError):
    """An address that could not, or may not, be fetched."""
