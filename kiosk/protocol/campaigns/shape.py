"""How the dataclasses of `domain.campaigns.model` are written in a file: one description for reader and JSON Schema.

- A field is a key of the same name; a trailing underscore (`if_`, `with_`) is dropped.
- A dataclass may be written as its first field alone: `when: purchased` for `when: {event: purchased}`.
- A reward is a mapping of one key, the reward's name, to its fields: `coupon: {template: welcome}`.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from datetime import date, datetime, time
from enum import Enum, EnumType
from typing import Annotated, Any

from kiosk.domain.campaigns.gives import Give
from kiosk.domain.campaigns.pieces import Pick
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.domain.texts import LocalText

GIVES: dict[str, type] = {kind.KEY: kind for kind in typing.get_args(Give)}
"""Rewards by the key that names them."""

LARGEST = 10**15
"""No number in a campaign file is larger; sums of many such still fit 64 bits' worth of money."""

SCALARS = {str, int, bool, date, datetime, time}


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """A type hint taken apart. `mark`: how a scalar is written ("money", "percent", "factor", "id", "line")."""

    type: Any
    mark: str = ""
    optional: bool = False
    item: Shape | None = None
    gives: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class FieldShape:
    """A field: its key in the file, its attribute, its shape, whether it must be there."""

    key: str
    name: str
    shape: Shape
    required: bool
    default: Any


@functools.cache
def fields_of(kind: type) -> dict[str, FieldShape]:
    """The fields of a dataclass by their key in the file, in order."""
    hints = typing.get_type_hints(kind, include_extras=True)
    found: dict[str, FieldShape] = {}
    for field in dataclasses.fields(kind):
        made = field.default_factory() if field.default_factory is not dataclasses.MISSING else field.default
        required = made is dataclasses.MISSING
        key = field.name.rstrip("_")
        found[key] = FieldShape(key, field.name, shape_of(hints[field.name]), required, made)
    return found


def shape_of(hint: Any) -> Shape:
    """The shape of a type hint of the model."""
    if typing.get_origin(hint) is Annotated:
        return Shape(hint.__origin__, mark=hint.__metadata__[0])
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return Shape(tuple, item=shape_of(arguments[0]))
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        rest = [one for one in arguments if one is not type(None)]
        if len(rest) == 1:
            return dataclasses.replace(shape_of(rest[0]), optional=True)
        return Shape(object, gives=True)
    return Shape(hint)


def first_field(kind: type) -> FieldShape | None:
    """The field that a bare value stands for, when the class may be written so: a scalar that is not a text for
    people, and every other field may be left out; nor one of several ways, of which a bare value says none."""
    if kind in (LocalText, TimeSpan, Pick):
        return None
    first, *rest = fields_of(kind).values()
    scalar = first.shape.type in SCALARS or isinstance(first.shape.type, EnumType)
    return first if scalar and not any(one.required for one in rest) else None


def to_plain(value: Any) -> Any:
    """A model as JSON-ready data without floats: minor units, basis points, ISO times; what equals its default is left
    out. Equal models give equal data, whatever their files looked like."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, TimeSpan):
        return f"{value.since:%H:%M}-{value.until:%H:%M}"
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        known = fields_of(type(value))
        inside = {
            shape.key: to_plain(found)
            for shape in known.values()
            if (found := getattr(value, shape.name)) != shape.default or shape.required
        }
        key = getattr(type(value), "KEY", None)
        return {key: inside} if key else inside
    return value
