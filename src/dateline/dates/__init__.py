"""When: finds the time expressions of an English text and resolves them to TIMEX3 values, each with bounds, anchor and reason."""

from dateline.dates.finding import find_dates
from dateline.dates.value import bounds, precision

__all__ = ["bounds", "find_dates", "precision"]
