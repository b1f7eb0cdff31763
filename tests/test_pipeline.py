"""The main job on a page of our own: every fact traces to its characters, nothing is coded from furniture, nothing is guessed."""

from __future__ import annotations

import json

import jsonschema
import pytest

import dateline
from dateline import Record
from dateline.schema import schema


@pytest.fixture(scope="module")
def record(page: str) -> Record:
    return dateline.read(page, published="2023-11-14")


def test_text_comes_back_unchanged(record: Record, page: str) -> None:
    assert record.article.text == page


def test_record_fits_the_schema(record: Record) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(record.to_json()))


def test_record_survives_json(record: Record) -> None:
    assert Record.from_json(record.to_json()) == record


def test_every_span_lies_in_the_text(record: Record) -> None:
    spans = [(m.start, m.end) for m in record.mentions] + [(d.start, d.end) for d in record.dates]
    spans += [c for s in record.statements for c in s.content] + [e.trigger for e in record.events]
    spans += [x for e in record.events for x in e.spans.values()]
    assert spans
    assert all(record.quote(s) for s in spans)


def test_every_reference_is_there(record: Record) -> None:
    actors, places = {a.id for a in record.actors}, {p.id for p in record.places}
    dates, statements = {d.id for d in record.dates}, {s.id for s in record.statements}
    assert {m.refers_to for m in record.mentions} - {None} <= actors | places
    for s in record.statements:
        assert s.speaker is None or s.speaker in actors
        assert s.date is None or s.date in dates
    for e in record.events:
        assert set(e.actors) | set(e.recipients) <= actors
        assert (e.place is None or e.place in places) and (e.date is None or e.date in dates)
        assert e.attributed_to is None or e.attributed_to in statements


def test_nothing_is_coded_from_furniture_credits_or_doubles(record: Record) -> None:
    out = [(b.start, b.end) for b in record.article.blocks if b.kind in ("chrome", "credit", "duplicate", "byline")]
    assert out
    for e in record.events:
        assert not any(a <= e.trigger[0] < b for a, b in out)


def test_bare_days_need_an_anchor(page: str) -> None:
    unanchored = dateline.read(page)
    assert unanchored.article.published is None
    for d in unanchored.dates:
        if "th" in unanchored.quote((d.start, d.end)) and "19" not in unanchored.quote((d.start, d.end)):
            assert d.value is None, unanchored.quote((d.start, d.end))


def test_same_text_same_bytes(record: Record, page: str) -> None:
    assert dateline.read(page, published="2023-11-14").to_json() == record.to_json()


def test_the_deaths_are_counted(record: Record) -> None:
    killed = [e.killed for e in record.events if e.type == "ASSAULT" and e.killed]
    assert any(c.low == 6 and c.high is None for c in killed)


def test_another_language_is_named_and_not_coded() -> None:
    text = "El presidente rechazó el martes las acusaciones de la oposición en Quito. La policía detuvo a doce manifestantes cerca del palacio de gobierno, dijo el ministro."
    record = dateline.read(text)
    assert record.article.language == "es"
    assert record.events == () and record.statements == ()
    assert any(p.name == "Quito" for p in record.places)


def test_html_is_read_through_the_extractor() -> None:
    body = "".join(
        f"<p>Police in Dhaka arrested {n} protesters on Monday, the interior minister said in a statement to reporters.</p>"
        for n in (12, 30, 45)
    )
    record = dateline.read(
        f"<html><head><title>Arrests in Dhaka</title></head><body><nav>Home | Sport</nav><article><h1>Arrests in Dhaka</h1>{body}</article></body></html>",
        kind="html",
    )
    assert "arrested 12 protesters" in record.article.text
    assert any(e.type == "COERCE" and e.mode == "arrest" for e in record.events)
