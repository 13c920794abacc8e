"""Fields that may be left out of a body, filled by what their type declares: a field added tomorrow is broken, too."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import inspect

from kiosk.domain.facts import BY_NAME

KNOWN: Mapping[str, Sequence[Any]] = {
    "birthday": ("02-28", "02-29"),
    "book": ("K7MP3QRT",),
    "channel": ("checkout", "app"),
    "code": ("SUMMER24",),
    "codes": ("SUMMER24", "NOBODY"),
    "coupon": ("c1", "c2", "v1"),
    "days_ago": (1, 3),
    "draw": ("autumn/grand/2026-10-01",),
    "id": ("c1", "v1", "a"),
    "member": ("m1", "m3"),
    "other": ("m2", "m4"),
    "referrer": ("m1", "m4"),
    "rule": ("autumn/points", "autumn/second"),
    "store": ("s1", "s2"),
    "template": ("t1", "v"),
    "tier": ("gold", "basic"),
    "txn": ("x1", "x2"),
    "until": (1_896_900_000_000,),
    "zone": ("Asia/Taipei",),
}
"""What stands in fields of these names where a body is to mean something."""
NEVER_WRITTEN = frozenset({("rewards.decided", "places")})


def filled(dice: random.Random, kind: str, body: dict[str, Any], often: float = 0.25) -> dict[str, Any]:
    """The body with what it has to hold, and each field that it leaves out there so often. What does not fit with the
    rest (a slot of no tape) is left as it was."""
    for field in _fields(kind):
        if field.required and field.encode_name not in body:
            body = {**body, field.encode_name: _value(dice, field.type, field.encode_name)}
    for field in optional_fields(kind):
        if field.encode_name not in body and dice.random() < often:
            more = {**body, field.encode_name: _value(dice, field.type, field.encode_name)}
            try:
                BY_NAME[kind].read(more)
            except ValueError:
                continue
            body = more
    return body


def optional_fields(kind: str) -> tuple[inspect.Field, ...]:
    """Fields that may be missing in a body of this kind."""
    return tuple(one for one in _fields(kind) if not one.required and (kind, one.encode_name) not in NEVER_WRITTEN)


@cache
def _fields(kind: str) -> tuple[inspect.Field, ...]:
    form = inspect.type_info(BY_NAME[kind].body)
    assert isinstance(form, inspect.StructType)
    return form.fields


def _value(dice: random.Random, kind: inspect.Type, name: str) -> Any:
    known = [one for one in KNOWN.get(name, ()) if isinstance(one, int) is isinstance(kind, inspect.IntType)]
    match kind:
        case inspect.StructType():
            return {
                one.encode_name: _value(dice, one.type, one.encode_name)
                for one in kind.fields
                if one.required or dice.random() < 0.5
            }
        case inspect.UnionType():
            return _value(dice, dice.choice([one for one in kind.types if not isinstance(one, inspect.NoneType)]), name)
        case inspect.VarTupleType() | inspect.ListType() | inspect.CollectionType():
            return [_value(dice, kind.item_type, name) for _ in range(dice.choice((1, 1, 2)))]
        case inspect.TupleType():
            return [_value(dice, one, name) for one in kind.item_types]
        case inspect.DictType():
            return {str(_value(dice, kind.key_type, name)): _value(dice, kind.value_type, name) for _ in range(2)}
        case inspect.EnumType():
            return dice.choice(list(kind.cls)).value
        case inspect.LiteralType():
            return dice.choice(kind.values)
        case inspect.BoolType():
            return dice.random() < 0.5
        case inspect.IntType() | inspect.FloatType():
            return dice.choice(known or (0, 1, 2, 100, 40_000))
        case _:
            return dice.choice(known or ("a", "b", "ab" * 16))
