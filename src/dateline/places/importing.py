"""A user's GeoNames dump as a gazetteer file of its own (`dateline gazetteer import`)."""
from __future__ import annotations
