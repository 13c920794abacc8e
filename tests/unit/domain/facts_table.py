"""docs/facts.md's table of kinds, made of what is declared: `python -m tests.unit.domain.facts_table` writes it."""

from __future__ import annotations

import typing
from pathlib import Path
from typing import Any

import msgspec

from kiosk.domain.facts import KINDS
from kiosk.domain.journal.registry import Body, Kind

DOCS = Path(__file__).parents[3] / "docs" / "facts.md"
_BEGINS, _ENDS = "## Kinds\n", "\n## Add a fact kind\n"
_HEAD = """
Made by `python -m tests.unit.domain.facts_table` from what the capabilities declare. Fields with `?` may be missing.

| kind | v | owner | body | state it changes |
| --- | --- | --- | --- | --- |
"""


def _fields(body: type[Body]) -> str:
    hints = typing.get_type_hints(body)
    return ", ".join(
        f"`{field.name}{'' if field.required else '?'}`{_inner(hints[field.name])}"
        for field in msgspec.structs.fields(body)
        if field.name != "places"  # never written
    )


def _inner(kind: Any) -> str:
    """What a field's own fields are."""
    for one in (kind, *typing.get_args(kind)):
        if isinstance(one, type) and issubclass(one, Body):
            inner = _fields(one)
            return f" [{{{inner}}}]" if typing.get_origin(kind) is tuple else f" {{{inner}}}"
    return ""


def _row(kind: Kind[Any]) -> str:
    words = " ".join((kind.body.__doc__ or "").split())
    body = ". ".join(part for part in (_fields(kind.body), words) if part)
    return f"| `{kind}` | {kind.version} | {kind.owner} | {body} | {kind.says} |\n"


def page(text: str) -> str:
    """The page with its table as it should be."""
    before, _, rest = text.partition(_BEGINS)
    _, _, after = rest.partition(_ENDS)
    return before + _BEGINS + _HEAD + "".join(map(_row, KINDS)) + _ENDS + after


if __name__ == "__main__":
    DOCS.write_text(page(DOCS.read_text("utf-8")), "utf-8")
