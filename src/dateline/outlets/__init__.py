"""The back door: a record as an analyst wants to see it. Formats are a named registry; built-ins use the same door as additions."""

from __future__ import annotations

from collections.abc import Callable

from dateline.errors import StopRun
from dateline.record import Record

Renderer = Callable[[Record], str]


def _text(record: Record) -> str:
    from dateline.outlets.text import render_text

    return render_text(record)


def _markdown(record: Record) -> str:
    from dateline.outlets.markdown import render_markdown

    return render_markdown(record)


def _html(record: Record) -> str:
    from dateline.outlets.html import render_html

    return render_html(record)


def _jsonl(record: Record) -> str:
    return record.to_json() + "\n"


FORMATS: dict[str, Renderer] = {"text": _text, "jsonl": _jsonl, "html": _html, "markdown": _markdown}


def render(record: Record, form: str) -> str:
    """The record in the format named `form`. Raises StopRun naming the formats there are."""
    if form not in FORMATS:
        raise StopRun(f"unknown format {form!r}", remedy=f"one of {', '.join(FORMATS)}")
    return FORMATS[form](record)
