from __future__ import annotations

import dataclasses

import pytest

from dateline.outlets.exports.rows import Days, Toll
from outlets.exports.events import LOIKAW, event, telling
from outlets.exports.written import lines

TEXT = {"type": ["string", "null"]}
NUMBER = {"type": ["number", "null"]}
WHOLE = {"type": ["integer", "null"]}


def _object(**fields: object) -> dict[str, object]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _texts(names: str, **more: object) -> dict[str, object]:
    return _object(**dict.fromkeys(names.split(), TEXT), **more)


# The fields of the PLOVER manual, as the design's field.md lists them.
ENTITY = _texts("code sector entity_text identifier_id identifier_text religion ethnicity office gender age")
LOCATION = _texts(
    "extracted_place resolved_place city district province country country_code feature_class feature_code",
    geonameid=WHOLE, lat=NUMBER, lon=NUMBER, resolution={"enum": [1, 2, 3, 4, 5, None]},
)  # fmt: skip
SCHEMA = _texts(
    "date time enddate endtime event_text text coder coded_date coded_time comment",
    id={"type": "string"},
    has_event={"const": True},
    actor={"type": "array", "items": ENTITY},
    recipient={"type": "array", "items": ENTITY},
    event={"type": "array", "items": {"type": "string"}, "minItems": 1},
    event_loc={"anyOf": [LOCATION, {"type": "null"}]},
    quad_code={"enum": ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]},
    event_scale={"type": "number", "minimum": -10, "maximum": 10},
    mode={"type": "array", "items": {"type": "string"}},
    context={"type": "array", "items": {"type": "string"}},
    size=_object(dead=WHOLE, injured=WHOLE, arrested=WHOLE),
    link={"type": "array"},
    text_info={"anyOf": [_texts("text_story", sequence=WHOLE, start=WHOLE, end=WHOLE), {"type": "null"}]},
    cite_info={
        "anyOf": [_texts("corpus citation url title language publication license copyright coder codebook version"), {"type": "null"}]
    },
)


@pytest.mark.parametrize(
    "row",
    [
        event(),
        event(mode=None, contexts=(), actors=(), recipients=(), place=None, days=None, killed=None, tellings=()),
        event(tellings=(telling(1), telling(2))),
    ],
)
def test_a_record_has_exactly_the_manuals_fields(row) -> None:  # type: ignore[no-untyped-def]
    jsonschema = pytest.importorskip("jsonschema")
    (record,) = lines("plover", row)
    jsonschema.validate(record, SCHEMA)


def test_the_sentence_is_where_text_info_says() -> None:
    (record,) = lines("plover", event())
    info = record["text_info"]
    assert " ".join(info["text_story"][info["start"] : info["end"]].split()) == record["text"]
    assert info["sequence"] == 2


def test_a_range_of_dead_is_the_least_and_said_in_the_comment() -> None:
    (record,) = lines("plover", event())
    assert record["size"] == {"dead": 3, "injured": None, "arrested": None} and record["comment"] == "dead: 3 to 5"
    (record,) = lines("plover", event(killed=Toll(4, 4)))
    assert record["size"]["dead"] == 4 and record["comment"] is None


@pytest.mark.parametrize(
    ("precision", "resolution"), [("site", 5), ("city", 4), ("district", 3), ("province", 2), ("country", 1), ("region", None)]
)
def test_resolution(precision: str, resolution: int | None) -> None:
    (record,) = lines("plover", event(place=dataclasses.replace(LOIKAW, precision=precision)))
    assert record["event_loc"]["resolution"] == resolution


def test_a_clock_time_is_kept_and_a_morning_is_none() -> None:
    for value, clock in (("2022-05-03T14:30", "14:30"), ("2022-05-03TMO", None)):
        (record,) = lines("plover", event(days=Days(value, "time", "2022-05-03", "2022-05-03")))
        assert (record["date"], record["time"], record["enddate"]) == ("2022-05-03", clock, None)


def test_another_codebook_is_named() -> None:
    (record,) = lines("plover", event(type="strikes:walkout"))
    assert record["cite_info"]["codebook"] == "strikes"
