"""What can be wrong with a desk or with what is asked of it."""

from __future__ import annotations

from dateline.errors import StopRun


class DeskError(StopRun):
    """The desk cannot be opened, or is used by another run."""


class DecisionError(StopRun):
    """A decision names something the desk does not have, or asks what cannot be done."""


class FilterError(StopRun):
    """A filter that cannot be understood."""
