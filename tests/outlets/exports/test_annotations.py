from __future__ import annotations

import json

import pytest

from outlets.exports.events import TEXT, event, telling
from outlets.exports.written import written

IRI = {"type": "string", "pattern": "^(https?://|urn:)[^ ]+$"}
POSITION = {
    "type": "object", "required": ["type", "start", "end"], "additionalProperties": False,
    "properties": {"type": {"const": "TextPositionSelector"}, "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1}},
}  # fmt: skip
QUOTE = {
    "type": "object", "required": ["type", "exact", "prefix", "suffix"], "additionalProperties": False,
    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}, "prefix": {"type": "string"}, "suffix": {"type": "string"}},
}  # fmt: skip
PURPOSES = {"enum": ["classifying", "describing", "identifying"]}  # of the motivations that the Web Annotation vocabulary lists
SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"}, "id": IRI, "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": {
            "type": "object", "required": ["id", "type", "motivation", "body", "target"], "additionalProperties": False,
            "properties": {
                "id": IRI, "type": {"const": "Annotation"}, "motivation": PURPOSES,
                "body": {"type": "array", "minItems": 1, "items": {
                    "type": "object", "required": ["type", "purpose", "value"],
                    "properties": {"type": {"const": "TextualBody"}, "purpose": PURPOSES, "value": {"type": "string"}, "format": {"const": "text/plain"}},
                }},
                "target": {"type": "object", "required": ["source", "selector"], "additionalProperties": False,
                           "properties": {"source": IRI, "selector": {"type": "array", "prefixItems": [POSITION, QUOTE], "minItems": 2, "maxItems": 2}}},
            },
        }},
    },
}  # fmt: skip


def items(*rows):  # type: ignore[no-untyped-def]
    return json.loads(written("annotations", *rows))["items"]


def test_a_page_follows_the_model() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(
        json.loads(written("annotations", event(), event(id="y", mode=None, tellings=(telling(url=None, article="a b"),)))), SCHEMA
    )


def test_both_selectors_find_the_same_words() -> None:
    found = items(event())
    assert [i["target"]["selector"][1]["exact"] for i in found] == ["bombed", "The army", "pupils", "Loikaw"]
    for item in found:
        position, quote = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert TEXT.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_the_trigger_is_classified_and_the_roles_identified() -> None:
    found = items(event(modality="negated"))
    assert found[0]["body"][0]["value"] == "ASSAULT/aerial" and found[0]["body"][1]["value"].endswith("(negated)")
    assert [i["body"][0]["value"] for i in found[1:]] == ["actor: the army", "recipient: pupils", "place: Loikaw"]


def test_every_telling_is_annotated_and_every_id_is_its_own() -> None:
    ids = [i["id"] for i in items(event(tellings=(telling(1), telling(2))))]
    assert len(ids) == len(set(ids)) == 8
