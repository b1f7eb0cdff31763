"""An export as one string or its JSON values."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from dateline.outlets.exports import export
from dateline.outlets.exports.rows import EventRow


def written(form: str, *rows: EventRow, options: Iterable[str] = ()) -> str:
    return b"".join(export(rows, form, options=list(options))).decode("utf-8")


def lines(form: str, *rows: EventRow) -> list[Any]:
    return [json.loads(line) for line in written(form, *rows).splitlines()]
