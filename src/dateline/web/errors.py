"""What can be wrong with serving a desk."""

from __future__ import annotations

from dateline.errors import StopRun


class ServeError(StopRun):
    """The desk cannot be served as it was asked for."""


class NotHere(Exception):
    """Nothing of this name is on the desk. `what` is an event, an article …"""

    def __init__(self, what: str, name: str) -> None:
        self.what, self.name = what, name
        super().__init__(f"the desk has no {what} {name!r}")


class Refused(Exception):
    """A request that is not let through."""

    def __init__(self, status: int, message: str, remedy: str = "") -> None:
        self.status, self.message, self.remedy = status, message, remedy
        super().__init__(message)
