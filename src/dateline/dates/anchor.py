"""The day a text was written, where the text itself states it: a full date in its dateline, at its head, or in its own address."""

from __future__ import annotations

import re
from datetime import date

_PATH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?!\d)")
_PACKED = re.compile(r"/(?P<year>20[0-4]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])\d*")
_ADDRESS = re.compile(r"\s*(https?://\S{1,2000})")
HEAD = 160  # characters in which a dateline stands: "CAIRO - 21 July 2022:"


def address_date(text: str) -> date | None:
    """The day in the address at the head of the text, when it holds one ("/2022/07/26/", "/202207260304")."""
    address = _ADDRESS.match(text)
    if not address:
        return None
    found = _PATH.search(address[1]) or _PACKED.search(address[1])
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        return None


def head(text: str) -> int:
    """Where the head of the text ends: HEAD characters past the address, if there is one."""
    address = _ADDRESS.match(text)
    return (address.end() if address else 0) + HEAD
