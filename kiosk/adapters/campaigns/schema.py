"""The JSON Schema of campaign files, for editors that complete and check while one types. Made of the same description
as the reader (`protocol.campaigns.shape`), so that the two cannot drift apart; what only the reader finds (names that
nothing carries, ranges that are empty, texts that publishing wants in every language) is `kiosk campaign check`'s.
"""

from __future__ import annotations

import typing
from datetime import date, datetime, time
from enum import EnumType
from typing import Any

from kiosk.domain.campaigns.model import FORMAT, Campaign
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.domain.texts import LocalText
from kiosk.protocol.campaigns.shape import GIVES, LARGEST, Shape, fields_of, first_field

_MOMENTS = {
    date: r"^\d{4}-\d\d-\d\d$",
    datetime: r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$",
    time: r"^\d\d:\d\d$",
    TimeSpan: r"^\d\d:\d\d-\d\d:\d\d$",
}
_ID = r"^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$"


def campaign_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of a campaign file as YAML 1.2 reads it."""
    definitions: dict[str, Any] = {}
    root = _record(Campaign, definitions)
    root["properties"]["format"] = {"const": FORMAT}
    root["properties"]["currency"] = {"type": "string", "pattern": "^[A-Z]{3}$"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Campaign file",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    if shape.item is not None:
        return {"type": "array", "items": _schema(shape.item, definitions)}
    if shape.gives:
        return _reward(definitions)
    if shape.type in _MOMENTS:
        return {"type": "string", "pattern": _MOMENTS[shape.type]}
    if isinstance(shape.type, EnumType):
        return {"enum": [str(one.value) for one in typing.cast(Any, shape.type)]}
    if shape.type is bool:
        return {"type": "boolean"}
    if shape.type is int:
        return {"type": "number" if shape.mark else "integer", "minimum": 0, "maximum": LARGEST}
    if shape.type is LocalText:
        return _text(definitions)
    if shape.type is str:
        return {"type": "string", "pattern": _ID if shape.mark == "id" else r"\S"}
    return _reference(shape.type, definitions)


def _reference(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # keeps its place while its parts are described
        definitions[name] = _record(kind, definitions)
    reference = {"$ref": f"#/$defs/{name}"}
    bare = first_field(kind)
    return {"oneOf": [_schema(bare.shape, definitions), reference]} if bare else reference


def _text(definitions: dict[str, Any]) -> dict[str, Any]:
    """A text for people, as drafts may have it: in some of the languages, or one plain text. Publishing asks for
    all."""
    name = LocalText.__name__
    if name not in definitions:
        record = _record(LocalText, definitions)
        definitions[name] = {
            "oneOf": [{"type": "string", "pattern": r"\S"}, {**record, "required": [], "minProperties": 1}]
        }
    return {"$ref": f"#/$defs/{name}"}


def _record(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = fields_of(kind)
    words = (kind.__doc__ or "").strip()
    return {
        "type": "object",
        "description": " ".join(words.split()),
        "additionalProperties": False,
        "required": [field.key for field in fields.values() if field.required],
        "properties": {field.key: _schema(field.shape, definitions) for field in fields.values()},
    }


def _reward(definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "oneOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "required": [key],
                "properties": {key: _reference(kind, definitions)},
            }
            for key, kind in GIVES.items()
        ]
    }
