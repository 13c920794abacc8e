"""Read a campaign file: YAML in, `Campaign` out, or every mistake in it with line and column.

YAML is read as a tree of nodes with positions; what a plain word means is decided by the field it stands in, never by
YAML's own guesses (`on` is a word, `12:30` a time). Anchors, aliases, tags and merge keys are refused: they make files
that grow a thousandfold when they are read, and that people cannot follow.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import EnumType
from pathlib import Path
from typing import Any

import yaml

from kiosk.domain import money
from kiosk.domain.campaigns.model import FORMAT, Campaign
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.protocol.campaigns.shape import GIVES, LARGEST, FieldShape, Shape, fields_of, first_field, shape_of

LARGEST_FILE = 1_000_000
"""Bytes. The plans of the chain take some tens of thousands."""
DEEPEST = 24
MOST_PROBLEMS = 50

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ID = re.compile(r"[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?")
_DECIMAL = re.compile(r"[0-9]{1,18}(\.[0-9]{1,4})?")
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a file. `code` is stable; `line` and `column` count from 1; `path` names the place by its keys."""

    code: str
    line: int
    column: int
    path: str
    words: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.path or 'file'}: {self.words} [{self.code}]"


class CampaignFileError(ValueError):
    """The file is no campaign. `problems` has every reason found, in the order of the file."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class CampaignSource:
    """A campaign and where each part of it stands in its file: path → (line, column)."""

    campaign: Campaign
    places: dict[str, tuple[int, int]]


def load_campaign(path: Path) -> CampaignSource:
    """The campaign in a file. Raises CampaignFileError, and OSError when the file cannot be read."""
    with path.open("rb") as file:
        return read_campaign(file.read(LARGEST_FILE + 1))


def read_campaign(raw: bytes) -> CampaignSource:
    """The campaign in a file's bytes. Raises CampaignFileError."""
    if len(raw) > LARGEST_FILE:
        raise CampaignFileError([Problem("too_large", 1, 1, "", f"larger than {LARGEST_FILE:,} bytes")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise CampaignFileError([Problem("not_utf8", line, 1, "", "not UTF-8")]) from error
    node = _compose(text)
    if not isinstance(node, yaml.MappingNode):
        raise CampaignFileError([Problem("not_a_mapping", 1, 1, "", "a campaign file is a mapping of keys to values")])
    _refuse_other_formats(node)
    reader = _Reader(_currency(node))
    campaign = reader.read(node, shape_of(Campaign), "")
    if reader.problems:
        raise CampaignFileError(sorted(reader.problems, key=lambda one: (one.line, one.column))[:MOST_PROBLEMS])
    assert isinstance(campaign, Campaign)
    return CampaignSource(campaign, reader.places)


def _compose(text: str) -> yaml.Node | None:
    """The tree of nodes, after a look at the events it would be made of."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            mark = event.start_mark
            tagged = getattr(event, "tag", None) not in (None, "!") and not isinstance(event, yaml.AliasEvent)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
                raise CampaignFileError([_at("alias", mark, "anchors and aliases are not allowed; repeat the lines")])
            if tagged:
                raise CampaignFileError([_at("tag", mark, "YAML tags are not allowed")])
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise CampaignFileError([_at("too_deep", mark, f"more than {DEEPEST} levels deep")])
        found: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise CampaignFileError([_at("not_yaml", mark, error.problem or "not YAML")]) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, CampaignFileError):
            raise
        raise CampaignFileError([Problem("not_yaml", 1, 1, "", " ".join(str(error).split()))]) from error
    return found


def _at(code: str, mark: Any, words: str) -> Problem:
    return Problem(code, mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, "", words)


def _value(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in node.value if name.value == key), None)


def _refuse_other_formats(node: yaml.MappingNode) -> None:
    """A file of a later format may mean anything by its keys: say that, not that its keys are unknown."""
    found = _value(node, "format")
    if isinstance(found, yaml.ScalarNode) and found.value.isdecimal() and int(found.value[:9]) != FORMAT:
        words = f"format {found.value[:9]}: this program reads format {FORMAT}; a newer program is needed"
        raise CampaignFileError([dataclasses.replace(_at("future_format", found.start_mark, words), path="format")])


def _currency(node: yaml.MappingNode) -> str:
    found = _value(node, "currency")
    return str(found.value) if isinstance(found, yaml.ScalarNode) and _CURRENCY.fullmatch(found.value) else ""


class _Reader:
    """Reads nodes by shapes and collects problems; a value with a problem is None."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[int, int]] = {}

    def problem(self, code: str, node: yaml.Node, path: str, words: str) -> Any:
        """Note a problem; the value is None then, which is what this gives back."""
        self.problems.append(dataclasses.replace(_at(code, node.start_mark, words), path=path))
        return None

    def read(self, node: yaml.Node, shape: Shape, path: str) -> Any:
        self.places[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if shape.item is not None:
            return self._list(node, shape.item, path)
        if shape.gives:
            return self._give(node, path)
        if shape.type is TimeSpan:
            return self._time_span(node, path)
        if isinstance(shape.type, type) and dataclasses.is_dataclass(shape.type):
            return self._record(node, shape.type, path)
        if not isinstance(node, yaml.ScalarNode):
            return self.problem("not_a_value", node, path, "a single value is expected here")
        return self._scalar(node, shape, path)

    def _list(self, node: yaml.Node, item: Shape, path: str) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            return self.problem("not_a_list", node, path, "a list is expected here")
        return tuple(self.read(one, item, f"{path}[{index}]") for index, one in enumerate(node.value))

    def _give(self, node: yaml.Node, path: str) -> Any:
        if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
            return self.problem("not_a_reward", node, path, "one reward is expected, as in `points: 50`")
        key, value = node.value[0]
        kind = GIVES.get(str(key.value))
        if kind is None:
            return self.problem("unknown_reward", key, path, _unknown("reward", str(key.value), GIVES))
        return self._record(value, kind, f"{path}.{key.value}")

    def _record(self, node: yaml.Node, kind: type, path: str) -> Any:
        known = fields_of(kind)
        bare = first_field(kind)
        if isinstance(node, yaml.ScalarNode) and bare is not None:
            value = self.read(node, bare.shape, path)
            return None if value is None else kind(**{bare.name: value})
        if not isinstance(node, yaml.MappingNode):
            return self.problem("not_a_mapping", node, path, "keys with values are expected here")
        before = len(self.problems)
        values = self._values(node, known, path)
        for field in known.values():
            if field.required and field.name not in values:
                self.problem("missing", node, path, f"`{field.key}` is missing")
        return kind(**values) if len(self.problems) == before else None

    def _values(self, node: yaml.MappingNode, known: dict[str, FieldShape], path: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            field = known.get(name)
            if field is None:
                words = _unknown("key", name, known)
                if node.flow_style and isinstance(value, yaml.ScalarNode) and not value.value:
                    words = f"unknown key `{name[:40]}`: a text with a comma has to be in quotes inside {{ }}"
                self.problem("unknown_key", key, path, words)
            elif field.name in values:
                self.problem("twice", key, path, f"`{name}` is there twice")
            else:
                values[field.name] = self.read(value, field.shape, f"{path}.{name}" if path else name)
        return values

    def _time_span(self, node: yaml.Node, path: str) -> Any:
        text = node.value if isinstance(node, yaml.ScalarNode) else ""
        found = re.fullmatch(r"([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})", text)
        try:
            if found:
                return TimeSpan(time.fromisoformat(found[1]), time.fromisoformat(found[2]))
        except ValueError:
            pass_on = f"`{text}` has an hour that no clock shows"
            return self.problem("not_hours", node, path, pass_on)
        return self.problem("not_hours", node, path, "hours like 18:00-21:00")

    def _scalar(self, node: yaml.ScalarNode, shape: Shape, path: str) -> Any:
        text: str = node.value
        if isinstance(shape.type, EnumType):
            allowed = [str(one.value) for one in shape.type]  # type: ignore[var-annotated]
            return (
                shape.type(text)
                if text in allowed
                else self.problem("unknown_value", node, path, _unknown("value", text, allowed))
            )
        if shape.type is bool:
            return (
                {"true": True, "false": False}[text]
                if text in ("true", "false")
                else self.problem("not_a_bool", node, path, f"`{text}`: true or false")
            )
        if shape.type is int:
            return self._number(node, shape.mark, path)
        if shape.type is str:
            return self._text(node, shape.mark, path)
        return self._moment(node, shape.type, path)

    def _number(self, node: yaml.ScalarNode, mark: str, path: str) -> Any:
        text: str = node.value
        decimals = {"money": money.exponent(self._currency), "percent": 2, "factor": 4}.get(mark, 0)
        if not _DECIMAL.fullmatch(text):
            what = "a number that is not negative" if text.startswith("-") else "a number"
            return self.problem("not_a_number", node, path, f"`{text[:40]}`: {what}")
        scaled = Decimal(text).scaleb(decimals)
        if scaled != scaled.to_integral_value():
            words = f"`{text}` has more decimals than the {decimals} allowed here"
            return self.problem("too_fine", node, path, words)
        if scaled > LARGEST:
            return self.problem("too_big", node, path, f"`{text}` is too large")
        return int(scaled)

    def _text(self, node: yaml.ScalarNode, mark: str, path: str) -> Any:
        text: str = node.value
        if mark == "id" and not _ID.fullmatch(text):
            words = f"`{text[:40]}`: small letters, digits, dots, dashes and underscores (64 at most)"
            return self.problem("not_an_id", node, path, words)
        if path == "currency" and not _CURRENCY.fullmatch(text):
            words = f"`{text[:40]}`: three capital letters of ISO 4217"
            return self.problem("not_a_currency", node, path, words)
        if not text.strip():
            return self.problem("empty", node, path, "empty")
        return text

    def _moment(self, node: yaml.ScalarNode, kind: type, path: str) -> Any:
        text: str = node.value
        forms = {
            date: (r"\d{4}-\d\d-\d\d", "a day like 2026-09-25"),
            datetime: (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", "a day and time like 2026-09-25 09:00, by the store's clock"),
            time: (r"\d\d:\d\d", "a time like 20:00"),
        }
        pattern, words = forms[kind]
        try:
            if re.fullmatch(pattern, text):
                return kind.fromisoformat(text)  # type: ignore[attr-defined]
        except ValueError:
            words = f"`{text}` is in no calendar or on no clock"
        return self.problem("not_a_time", node, path, words)


def _unknown(what: str, text: str, known: Any) -> str:
    near = difflib.get_close_matches(text, list(known), n=1, cutoff=0.5)
    hint = f"; did you mean `{near[0]}`?" if near else f"; known: {', '.join(sorted(known))}" if len(known) < 12 else ""
    return f"unknown {what} `{text[:40]}`{hint}"
