"""The errors of Dateline, by what the caller can do about them: skip one document and go on, or stop the run."""

from __future__ import annotations


class DatelineError(Exception):
    """The base of every error this package raises on purpose.

    `message` names the value that is wrong, `place` where it stands (a path, a line, a byte), `remedy` what to do about it.
    """

    def __init__(self, message: str, *, place: str | None = None, remedy: str | None = None) -> None:
        self.message = message
        self.place = place
        self.remedy = remedy
        super().__init__(message)

    def __str__(self) -> str:
        """One line: `place: message; remedy`."""
        where = f"{self.place}: " if self.place else ""
        what_now = f"; {self.remedy}" if self.remedy else ""
        return f"{where}{self.message}{what_now}"


class SkipDocument(DatelineError):
    """This document cannot be read; the others can."""


class StopRun(DatelineError):
    """The request itself is wrong: no document can be read until it is put right."""
