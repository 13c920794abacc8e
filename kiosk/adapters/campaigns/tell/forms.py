"""Sentences for parts of a campaign file, by the fields they speak of.

A form is a line of a table: the fields, and the sentence in 繁體, 简体 and English, with {field} for its value.
`field=value` asks for that value and takes the field as told. Of a part the first form is said whose fields are all set
and not told yet, again and again; a set field that no form speaks of is told by its key.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class Form:
    """`wanted`: fields that must have a certain value, by name."""

    fields: tuple[str, ...]
    wanted: tuple[tuple[str, str], ...]
    words: LocalText


Row = tuple[str, str, str, str]
"""Fields with gaps between them; 繁體, 简体, English."""


def forms(*rows: Row) -> tuple[Form, ...]:
    """A table."""
    found = []
    for keys, *words in rows:
        parts = [key.partition("=") for key in keys.split()]
        wanted = tuple((name, value) for name, equals, value in parts if equals)
        found.append(Form(tuple(name for name, _, _ in parts), wanted, LocalText(*words)))
    return tuple(found)
