"""The record keeps what it was given: JSON there and back, exact quotations, a schema that fits."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from dateline import Actor, Article, Block, Count, Event, Mention, Record, Statement
from dateline.schema import printed, schema

TEXT = "Rebels shelled Arbela on Monday, killing at least four, the mayor said."


def example() -> Record:
    return Record(
        Article(
            "x",
            TEXT,
            title=None,
            published="2024-05-06",
            published_from="argument",
            language="en",
            blocks=(Block("paragraph", 0, len(TEXT)),),
        ),
        mentions=(Mention(0, 6, "person", "nominal", "a1"),),
        actors=(Actor("a1", "Rebels", "group", sector="REB", known_as={"wikidata": "Q1"}),),
        statements=(Statement("s1", None, ((0, 54),), (66, 70), "indirect", source=(56, 65)),),
        events=(
            Event(
                "e1",
                "ASSAULT",
                "heavy-weapons",
                ("military",),
                "material conflict",
                -10.0,
                (7, 14),
                ("a1",),
                killed=Count(4, None, 41, 54),
                spans={"actor:a1": (0, 6)},
            ),
        ),
    )


def test_json_round_trip() -> None:
    record = example()
    assert Record.from_json(record.to_json()) == record


def test_same_record_same_bytes() -> None:
    assert example().to_json() == example().to_json()


def test_quote_gives_exact_characters() -> None:
    assert example().quote((7, 14)) == "shelled"


def test_quote_outside_the_text_is_refused() -> None:
    with pytest.raises(IndexError, match="outside"):
        example().quote((0, 500))


def test_record_fits_the_shipped_schema() -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(example().to_json()))


def test_schema_file_is_current() -> None:
    path = Path(__file__).parents[1] / "src" / "dateline" / "record.schema.json"
    assert path.read_text(encoding="utf-8") == printed(), (
        "write it anew: python -c 'from dateline.schema import printed; print(printed(), end=\"\")'"
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.update(version=9), "version"),
        (lambda d: d["article"].update(text=5), "record.article.text"),
        (lambda d: d["events"][0].update(trigger=[1]), r"record.events\[0\].trigger"),
        (lambda d: d["actors"][0].update(wings=2), "wings"),
    ],
)
def test_a_wrong_field_is_named(change, message: str) -> None:  # type: ignore[no-untyped-def]
    data = json.loads(example().to_json())
    change(data)
    with pytest.raises(ValueError, match=message):
        Record.from_json(json.dumps(data))
