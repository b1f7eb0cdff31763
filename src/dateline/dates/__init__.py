"""When: finds the time expressions of an English text and resolves them to TIMEX3 values, each with its bounds, its anchor and the reason."""

from dateline.dates.finding import find_dates
from dateline.dates.value import bounds, precision

__all__ = ["bounds", "find_dates", "precision"]
