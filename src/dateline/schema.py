"""The JSON Schema of the record, derived from the dataclasses so that the two cannot drift apart. `record.schema.json` is its printed form."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from typing import Any, get_args, get_origin, get_type_hints

from dateline import record

CLOSED = {
    ("Mention", "label"): record.MENTION_LABELS,
    ("Mention", "form"): record.FORMS,
    ("Block", "kind"): record.BLOCK_KINDS,
    ("Actor", "kind"): record.ACTOR_KINDS,
    ("Statement", "kind"): record.STATEMENT_KINDS,
    ("Event", "modality"): record.MODALITIES,
    ("Event", "quad"): ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict"),
}
"""Fields whose values come from a closed list."""


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one record."""
    definitions: dict[str, Any] = {}
    body = _object(record.Record, definitions)
    body["properties"]["version"] = {"const": record.VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dateline record",
        "description": (record.__doc__ or "").strip(),
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def printed() -> str:
    """The schema as it is shipped in `record.schema.json`."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    names = [f.name for f in dataclasses.fields(cls)]
    properties = {}
    for name in names:
        closed = CLOSED.get((cls.__name__, name))
        properties[name] = {"enum": list(closed)} if closed else _type(hints[name], definitions)
    return {"type": "object", "properties": properties, "required": names, "additionalProperties": False}


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _type(next(a for a in args if a is not type(None)), definitions)
        return {"anyOf": [inner, {"type": "null"}]}
    if dataclasses.is_dataclass(hint):
        cls = typing.cast(type, hint)
        if cls.__name__ not in definitions:
            definitions[cls.__name__] = {}
            definitions[cls.__name__] = _object(cls, definitions)
        return {"$ref": f"#/$defs/{cls.__name__}"}
    if origin is tuple and args[-1] is Ellipsis:
        return {"type": "array", "items": _type(args[0], definitions)}
    if origin is tuple:
        return {"type": "array", "prefixItems": [_type(a, definitions) for a in args], "minItems": len(args), "maxItems": len(args)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(args[1], definitions)}
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[hint]}
