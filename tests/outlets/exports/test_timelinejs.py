from __future__ import annotations

import json

import pytest

from dateline.outlets.exports.rows import Days
from outlets.exports.events import event, telling
from outlets.exports.written import written

DATE = {
    "type": "object", "required": ["year"], "additionalProperties": False,
    "properties": {"year": {"type": "integer"}, "month": {"type": "integer", "minimum": 1, "maximum": 12}, "day": {"type": "integer", "minimum": 1, "maximum": 31}},
}  # fmt: skip
WORDS = {
    "type": "object",
    "required": ["headline", "text"],
    "additionalProperties": False,
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
}
# The fields of TimelineJS 3's documented JSON format that we write.
SCHEMA = {
    "type": "object", "required": ["events"], "additionalProperties": False,
    "properties": {"events": {"type": "array", "items": {
        "type": "object", "required": ["start_date", "text"], "additionalProperties": False,
        "properties": {"start_date": DATE, "end_date": DATE, "text": WORDS, "group": {"type": "string"}, "unique_id": {"type": "string"}},
    }}},
}  # fmt: skip


def slides(*rows):  # type: ignore[no-untyped-def]
    return json.loads(written("timelinejs", *rows))["events"]


def test_the_file_has_the_documented_form() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(
        json.loads(written("timelinejs", event(), event(id="y", days=Days("2022-W18", "week", "2022-05-02", "2022-05-08")))), SCHEMA
    )


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        (Days("2022-05-03", "day", "2022-05-03", "2022-05-03"), {"year": 2022, "month": 5, "day": 3}, None),
        (Days("2022-02", "month", "2022-02-01", "2022-02-28"), {"year": 2022, "month": 2}, None),
        (Days("2022", "year", "2022-01-01", "2022-12-31"), {"year": 2022}, None),
        (Days("198", "decade", "1980-01-01", "1989-12-31"), {"year": 1980}, {"year": 1989}),
        (Days("2022-W18", "week", "2022-05-02", "2022-05-08"), {"year": 2022, "month": 5, "day": 2}, {"year": 2022, "month": 5, "day": 8}),
    ],
)
def test_dates_are_no_finer_than_known(days: Days, start: dict[str, int], end: dict[str, int] | None) -> None:
    (slide,) = slides(event(days=days))
    assert slide["start_date"] == start and slide.get("end_date") == end


def test_an_undated_event_is_left_out() -> None:
    assert slides(event(days=None)) == []


def test_the_words_of_a_page_are_no_markup() -> None:
    (slide,) = slides(event(tellings=(telling(title="<img src=x onerror=alert(1)>", url="javascript:alert(1)"),)))
    assert "<img" not in slide["text"]["text"] and "javascript:" not in slide["text"]["text"]
