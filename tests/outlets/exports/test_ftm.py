from __future__ import annotations

import json

import pytest

from dateline.outlets.exports.of_records import rows_of
from dateline.outlets.exports.rows import Days, EventRow
from outlets.exports.events import ARMY, PUPILS, TEACHER, event, many, telling
from outlets.exports.written import lines, written
from outlets.shown import record


def by_schema(*rows: EventRow) -> dict[str, list[dict]]:  # type: ignore[type-arg]
    out: dict[str, list[dict]] = {}  # type: ignore[type-arg]
    for entity in lines("ftm", *rows):
        out.setdefault(entity["schema"], []).append(entity)
    return out


@pytest.mark.parametrize(
    "rows",
    [(event(),), (event(recipients=(TEACHER,)),), tuple(rows_of([record()])), tuple(many(30))],
    ids=["crowd", "person", "record", "many"],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_followthemoney_keeps_every_property(rows: tuple[EventRow, ...]) -> None:
    ftm = pytest.importorskip("followthemoney")
    model = getattr(ftm, "model", None) or ftm.Model.instance()
    seen = []
    for line in written("ftm", *rows).splitlines():
        raw = json.loads(line)
        proxy = model.get_proxy(raw, cleaned=False)
        proxy.schema.validate({"properties": proxy.properties}) if hasattr(proxy.schema, "validate") else None
        assert proxy.schema.name == raw["schema"]
        assert {k: sorted(v) for k, v in raw["properties"].items()} == {k: sorted(v) for k, v in proxy.to_dict()["properties"].items()}
        seen.append(proxy)
    ids = [p.id for p in seen]
    assert len(ids) == len(set(ids))
    known = {p.id: p.schema for p in seen}
    for p in seen:
        for prop, value in p.itervalues():
            if prop.type.name == "entity":
                assert value in known and known[value].is_a(prop.range), f"{p.schema.name}.{prop.name} points at nothing fit"


def test_an_event_stands_on_its_article() -> None:
    found = by_schema(event(recipients=(TEACHER,)))
    (happened,), (article,) = found["Event"], found["Article"]
    assert happened["properties"]["proof"] == [article["id"]]
    assert article["properties"]["publishedAt"] == ["2022-05-04"] and article["properties"]["bodyText"][0].startswith("Fire in Loikaw")
    assert happened["properties"]["startDate"] == ["2022-05-03"] and happened["properties"]["country"] == ["mm"]
    assert sorted(happened["properties"]["involved"]) == sorted([found["PublicBody"][0]["id"], found["Person"][0]["id"]])


def test_the_pair_is_a_link_and_the_words_are_mentions() -> None:
    found = by_schema(event(recipients=(TEACHER,)))
    (link,) = found["UnknownLink"]
    assert link["properties"]["role"] == ["ASSAULT aerial"]
    assert link["properties"]["subject"] == [found["PublicBody"][0]["id"]] and link["properties"]["object"] == [found["Person"][0]["id"]]
    assert [m["properties"]["name"] for m in found["Mention"]] == [["The army"]]


def test_a_crowd_is_a_mention_and_no_entity() -> None:
    found = by_schema(event(actors=(PUPILS,), recipients=()))
    assert not {"Person", "Organization", "PublicBody"} & set(found)
    assert "resolved" not in found["Mention"][0]["properties"]


def test_two_events_of_one_report_share_its_entities() -> None:
    found = by_schema(event(), event(id="x1#e2", type="COERCE", mode="arrest"))
    assert [len(found[s]) for s in ("Article", "PublicBody", "Address", "Event")] == [1, 1, 1, 2]


def test_dates_are_no_finer_than_known() -> None:
    found = by_schema(event(days=Days("2022-05", "month", "2022-05-01", "2022-05-31")))
    assert found["Event"][0]["properties"]["startDate"] == found["Event"][0]["properties"]["endDate"] == ["2022-05"]


def test_protesters_with_a_name_are_organizers() -> None:
    found = by_schema(event(type="PROTEST", mode="demo", actors=(ARMY,), recipients=(), tellings=(telling(),)))
    assert found["Event"][0]["properties"]["organizer"] == [found["PublicBody"][0]["id"]]
