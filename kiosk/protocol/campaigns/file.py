"""Read a campaign file: YAML in, `Campaign` out, or every mistake in it with line and column.

YAML is read as a tree of nodes with positions; what a plain word means is decided by the field it stands in, never by
YAML's own guesses (`on` is a word, `12:30` a time). What people usually mean by a value of the wrong kind is told
(`advice`, `keyboard`).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import EnumType
from pathlib import Path
from typing import Any, TypeVar

import yaml

from kiosk.domain import money
from kiosk.domain.campaigns.model import FORMAT, Campaign
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.protocol.campaigns import advice
from kiosk.protocol.campaigns.advice import Advice
from kiosk.protocol.campaigns.compose import LARGEST_FILE, at, compose
from kiosk.protocol.campaigns.other_words import meant_by
from kiosk.protocol.campaigns.problems import CampaignFileError, Problem
from kiosk.protocol.campaigns.shape import GIVES, LARGEST, FieldShape, Shape, fields_of, first_field, shape_of

__all__ = [
    "LARGEST_FILE",
    "CampaignFileError",
    "CampaignSource",
    "Problem",
    "load_campaign",
    "nearest_place",
    "read_as",
    "read_campaign",
]

R = TypeVar("R")
MOST_PROBLEMS = 50

_ID = re.compile(r"[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?")
_DECIMAL = re.compile(r"(0|[1-9][0-9]{0,17})(\.[0-9]{1,4})?")
_DECIMAL_BEFORE = re.compile(r"[0-9]{1,18}(\.[0-9]{1,4})?")
"""As numbers in what is published already were read."""
_NULL = ("~", "null", "Null", "NULL")
"""What YAML has for nothing at all."""
_CURRENCY = re.compile(r"[A-Z]{3}")
_CURRENCIES = {"NT$": "TWD", "NTD": "TWD", "NT": "TWD", "HK$": "HKD", "RMB": "CNY", "¥": "CNY"}
"""What people call them."""
_TRUTH = ("yes", "no", "on", "off", "true", "false")
"""Words that are true or false to programs that read YAML as it once was."""
_LONGEST_ECHO = 40
_EVERYTHING = ("all", "any", "everything", "everyone", "true", "全部", "所有")
"""What people write for `*`."""


@dataclass(frozen=True, slots=True)
class CampaignSource:
    """A campaign and where each part of it stands in its file: path → (line, column). `drafts`: texts for people that
    are not in every language yet, path → the languages that lack; their words stand in for them."""

    campaign: Campaign
    places: dict[str, tuple[int, int]]
    drafts: dict[str, tuple[str, ...]]

    def place(self, path: str) -> tuple[int, int]:
        """Line and column of the nearest part of the file that is there."""
        return nearest_place(self.places, path)


def nearest_place(places: Mapping[str, tuple[int, int]], path: str) -> tuple[int, int]:
    """Line and column of a path, or of the nearest part of the file around it that is there."""
    while path and path not in places:
        cut = max(path.rfind("."), path.rfind("["))
        path = path[:cut] if cut > 0 else ""
    return places.get(path, (1, 1))


def load_campaign(path: Path, *, draft: bool = False) -> CampaignSource:
    """The campaign in a file. Raises CampaignFileError, and OSError when the file cannot be read."""
    with path.open("rb") as file:
        return read_campaign(file.read(LARGEST_FILE + 1), draft=draft)


def read_campaign(raw: bytes, *, draft: bool = False, published: bool = False) -> CampaignSource:
    """The campaign in a file's bytes. `draft`: texts for people may be in some of the languages, or be one plain text;
    what is published needs all. `published`: it is, and what is hardly meant (`weekdays: []`, `percent: 012`) goes on
    meaning what it did. Raises CampaignFileError."""
    campaign, reader = _read(raw, Campaign, LARGEST_FILE, draft=draft, published=published)
    return CampaignSource(campaign, reader.places, reader.drafts)


def read_as(raw: bytes, kind: type[R], *, largest: int = LARGEST_FILE) -> tuple[R, dict[str, tuple[int, int]]]:
    """A record of a file's bytes, as `shape` says how its fields are written, and where each part of it stands. Raises
    CampaignFileError."""
    record, reader = _read(raw, kind, largest)
    return record, reader.places


def _read(
    raw: bytes, kind: type[R], largest: int, *, draft: bool = False, published: bool = False
) -> tuple[R, _Reader]:
    node = compose(raw, largest)
    if not isinstance(node, yaml.MappingNode):
        raise CampaignFileError([Problem("not_a_mapping", 1, 1, "", "the file is a mapping of keys to values")])
    _refuse_other_formats(node)
    reader = _Reader(_currency(node), draft=draft, published=published)
    record = reader.read(node, shape_of(kind), "")
    if reader.problems:
        raise CampaignFileError(sorted(reader.problems, key=lambda one: (one.line, one.column))[:MOST_PROBLEMS])
    assert isinstance(record, kind)
    return record, reader


def _value(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in node.value if name.value == key), None)


def _refuse_other_formats(node: yaml.MappingNode) -> None:
    """A file of a later format may mean anything by its keys: say that, not that its keys are unknown."""
    found = _value(node, "format")
    if isinstance(found, yaml.ScalarNode) and found.value.isdecimal() and int(found.value[:9]) != FORMAT:
        words = "format {found}: this program reads format {ours}; a newer program is needed"
        problem = at("future_format", found.start_mark, words, found=found.value[:9], ours=FORMAT)
        raise CampaignFileError([dataclasses.replace(problem, path="format")])


def _currency(node: yaml.MappingNode) -> str:
    found = _value(node, "currency")
    return str(found.value) if isinstance(found, yaml.ScalarNode) and _CURRENCY.fullmatch(found.value) else ""


class _Reader:
    """Reads nodes by shapes and collects problems; a value with a problem is None."""

    def __init__(self, currency: str, *, draft: bool, published: bool) -> None:
        self._currency = currency
        self._draft = draft
        self._strict = not published
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[int, int]] = {}
        self.drafts: dict[str, tuple[str, ...]] = {}

    def problem(self, code: str, node: yaml.Node, path: str, words: str, /, **args: object) -> Any:
        """Note a problem; the value is None then, which is what this gives back. A value with signs of a Chinese
        keyboard is told as such."""
        wide = advice.wide_sign(node.value) if isinstance(node, yaml.ScalarNode) and code not in _SAYS_IT else None
        found = at(code, node.start_mark, words, **args)
        if wide is not None:
            sign, meant = node.value[wide], str(args.get("meant") or advice.narrow(node.value))
            words = "`{text}` has `{sign}`, a sign of a Chinese keyboard: write `{meant}`"
            found = at("full_width", node.start_mark, words, text=_echo(node.value), sign=sign, meant=_echo(meant))
            found = dataclasses.replace(
                found, column=found.column + wide + (getattr(node, "style", None) in ("'", '"'))
            )
        self.problems.append(dataclasses.replace(found, path=path))
        return None

    def advise(self, code: str, node: yaml.ScalarNode, path: str, said: Advice) -> Any:
        """Note a problem with what was meant."""
        return self.problem(code, node, path, said.words, text=_echo(node.value), meant=said.meant)

    def read(self, node: yaml.Node, shape: Shape, path: str) -> Any:
        self.places[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if self._strict and isinstance(node, yaml.ScalarNode) and node.value in _NULL and _plain(node):
            return self._says_nothing(node, path, node.value)
        if shape.item is not None:
            return self._list(node, shape.item, path)
        if shape.gives:
            return self._give(node, path)
        if shape.type is TimeSpan:
            return self._time_span(node, path)
        if shape.type is LocalText:
            return self._words(node, path)
        if isinstance(shape.type, type) and dataclasses.is_dataclass(shape.type):
            return self._record(node, shape.type, path)
        if not isinstance(node, yaml.ScalarNode):
            return self.problem("not_a_value", node, path, "a single value is expected here")
        return self._scalar(node, shape, path)

    def _says_nothing(self, node: yaml.Node, path: str, text: str) -> Any:
        """An empty list of weekdays is no day at all to a reader, and every day to a program: neither is guessed."""
        words = "`{key}: {text}` says nothing, as if it were not there: delete it, or write what is meant"
        return self.problem("says_nothing", node, path, words, key=_key(path), text=text)

    def _list(self, node: yaml.Node, item: Shape, path: str) -> Any:
        if isinstance(node, yaml.ScalarNode) and node.value:
            return self._bare_list(node, node.value, path)
        if isinstance(node, yaml.MappingNode):
            words = "a list is expected here: `[ ]` around it, or `- ` before each of its parts"
            return self.problem("not_a_list", node, path, words)
        if not isinstance(node, yaml.SequenceNode):
            return self.problem("not_a_list", node, path, "a list is expected here, as in `[a, b]`")
        return tuple(self.read(one, item, f"{path}[{index}]") for index, one in enumerate(node.value))

    def _bare_list(self, node: yaml.Node, text: str, path: str) -> Any:
        """One value, or several with commas, where the file wants a list."""
        key = _key(path)
        days = advice.weekdays_advice(text) if key == "weekdays" else advice.dates_advice(text)
        everything = text.strip() == "*" or (key == "with" and text.strip().lower() in _EVERYTHING)
        meant = days or ('"*"' if everything else _echo(advice.narrow(text)))
        return self.problem("not_a_list", node, path, "a list is expected here: write `[{text}]`", text=meant)

    def _give(self, node: yaml.Node, path: str) -> Any:
        names = [str(key.value) for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        if names and names[0] not in GIVES and set(names) <= set(fields_of(GIVES["discount"])):
            words = "`{key}` says what a discount does: write `discount: {{{key}: …}}`"
            return self.problem("not_a_reward", node, path, words, key=names[0])
        if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
            return self.problem("not_a_reward", node, path, "one reward is expected, as in `points: 50`")
        key, value = node.value[0]
        kind = GIVES.get(str(key.value))
        if kind is None:
            return self._unknown("unknown_reward", key, path, "reward", GIVES)
        return self._record(value, kind, f"{path}.{key.value}")

    def _words(self, node: yaml.Node, path: str) -> Any:
        """A text for people in three languages; in a draft in any of them, or a plain one."""
        if isinstance(node, yaml.ScalarNode):
            if not node.value.strip():
                return self.problem("empty", node, path, "empty")
            if not self._draft:
                words = "a text in each language: `{{zh_TW: …, zh_CN: …, en: …}}`; in one alone it is a draft"
                return self.problem("one_language", node, path, words)
            self.drafts[path] = LANGUAGES
            return LocalText(node.value, node.value, node.value)
        if not self._draft or not isinstance(node, yaml.MappingNode):
            return self._record(node, LocalText, path)
        said = self._values(node, fields_of(LocalText), path)
        some = next((text for text in said.values() if text is not None), None)
        if some is None:
            return self.problem("missing", node, path, "a text in one language at least") if not said else None
        lacking = tuple(language for language in LANGUAGES if language not in said)
        if lacking:
            self.drafts[path] = lacking
        return LocalText(**{language: said.get(language) or some for language in LANGUAGES})

    def _record(self, node: yaml.Node, kind: type, path: str) -> Any:
        known = fields_of(kind)
        bare = first_field(kind)
        if not isinstance(node, yaml.MappingNode) and (meant := _as_keys(node, known, bare is not None)):
            words = "keys with values are expected here: write {meant}"
            return self.problem("not_a_mapping", node, path, words, meant=meant)
        if isinstance(node, yaml.ScalarNode) and bare is not None:
            value = self.read(node, bare.shape, path)
            return None if value is None else kind(**{bare.name: value})
        if not isinstance(node, yaml.MappingNode):
            words = "keys with values are expected here: {known}"
            return self.problem("not_a_mapping", node, path, words, known=_listed(known))
        before = len(self.problems)
        values = self._values(node, known, path)
        for field in known.values():
            if field.required and field.name not in values:
                words = "`{key}` is missing; expected here: {known}"
                self.problem("missing", node, path, words, key=field.key, known=_listed(known))
        return kind(**values) if len(self.problems) == before else None

    def _values(self, node: yaml.MappingNode, known: dict[str, FieldShape], path: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        last: yaml.Node | None = None
        told = 0  # parts of a list without brackets, which commas made keys of
        for place, (key, value) in enumerate(node.value):
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            field = known.get(name)
            if place < told:
                continue
            cut = _cut_list(node, place, field, known)
            if field is not None and len(cut) > 1 and field.name not in values:
                told = place + len(cut)
                values[field.name] = self._bare_list(value, ", ".join(cut), f"{path}.{name}" if path else name)
            elif field is None:
                self._unknown_key(node, key, value, last, path, known)
            elif field.name in values:
                self.problem("twice", key, path, "`{key}` is there twice", key=name)
            elif self._strict and (empty := _empty(value, field, path)):
                values[field.name] = self._says_nothing(value, f"{path}.{name}" if path else name, empty)
            else:
                values[field.name] = self.read(value, field.shape, f"{path}.{name}" if path else name)
            last = value
        return values

    def _unknown_key(
        self,
        node: yaml.MappingNode,
        key: yaml.Node,
        value: yaml.Node,
        last: yaml.Node | None,
        path: str,
        known: Collection[str],
    ) -> None:
        """A key that is none. Inside { } it may be the rest of something that a comma cut in two."""
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        cut = node.flow_style and isinstance(value, yaml.ScalarNode) and not value.value and isinstance(name, str)
        before = last.value if isinstance(last, yaml.ScalarNode) else ""
        if cut and re.fullmatch(r"[0-9]{3}(\.[0-9]+)?", name) and re.search(r"[0-9]$", before):
            text = f"{before},{name}"
            words = "`{text}`: a number without commas: write {meant}"
            self.problem("not_a_number", key, path, words, text=_echo(text), meant=text.replace(",", ""))
        elif cut and re.fullmatch(r"[0-9]{1,2}", name) and re.fullmatch(r"[0-9]+", before):
            text, words = f"{before},{name}", "`{text}`: a point stands before decimals: write {meant}"
            self.problem("not_a_number", key, path, words, text=text, meant=text.replace(",", "."))
        elif cut and before and advice.wide_sign(name) is None:
            words = "unknown key `{text}`: a text with a comma has to be in quotes inside {{ }}"
            self.problem("unknown_key", key, path, words, text=_echo(name))
        else:
            self._unknown("unknown_key", key, path, "key", known)

    def _unknown(self, code: str, node: yaml.Node, path: str, what: str, known: Collection[str]) -> Any:
        text = str(node.value) if isinstance(node, yaml.ScalarNode) else "?"
        near = meant_by(text, known)
        words = "unknown {what} `{text}`; expected: {known}"
        if near is not None:
            words = "unknown {what} `{text}`; did you mean `{near}`? Expected: {known}"
        args = {"near": near} if near is not None else {}
        return self.problem(code, node, path, words, what=what, text=_echo(text), known=_listed(known), **args)

    def _time_span(self, node: yaml.Node, path: str) -> Any:
        text = node.value if isinstance(node, yaml.ScalarNode) else ""
        found = re.fullmatch(r"([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})", text)
        try:
            if found:
                return TimeSpan(time.fromisoformat(found[1]), time.fromisoformat(found[2]))
        except ValueError:
            pass  # told below, with what was meant
        said = advice.hours_advice(text) if isinstance(node, yaml.ScalarNode) else None
        if said is not None and isinstance(node, yaml.ScalarNode):
            return self.advise("not_hours", node, path, said)
        if found:
            return self.problem("not_hours", node, path, "`{text}` has an hour that no clock shows", text=text)
        return self.problem("not_hours", node, path, "`{text}`: hours like 18:00-21:00", text=_echo(text))

    def _scalar(self, node: yaml.ScalarNode, shape: Shape, path: str) -> Any:
        text: str = node.value
        if not text.strip() and node.style not in ("'", '"'):
            return self.problem("empty", node, path, "empty")
        if isinstance(shape.type, EnumType):
            allowed = [str(one.value) for one in shape.type]  # type: ignore[var-annotated]
            return shape.type(text) if text in allowed else self._unknown("unknown_value", node, path, "value", allowed)
        if shape.type is bool:
            if text in ("true", "false"):
                return text == "true"
            said = advice.bool_advice(text, _key(path)) or Advice("`{text}`: true or false", "")
            return self.advise("not_a_bool", node, path, said)
        if shape.type is int:
            return self._number(node, shape.mark, path)
        if shape.type is str:
            return self._text(node, shape.mark, path)
        return self._moment(node, shape.type, path)

    def _number(self, node: yaml.ScalarNode, mark: str, path: str) -> Any:
        text: str = node.value
        decimals = {"money": money.exponent(self._currency), "percent": 2, "factor": 4}.get(mark, 0)
        if not (_DECIMAL if self._strict else _DECIMAL_BEFORE).fullmatch(text):
            said = advice.number_advice(advice.narrow(text), mark, _key(path))
            if said is not None:
                return self.advise("not_a_number", node, path, said)
            words = "`{text}`: a number that is not negative" if text.startswith("-") else "`{text}`: a number"
            return self.problem("not_a_number", node, path, words, text=_echo(text))
        scaled = Decimal(text).scaleb(decimals)
        if scaled != scaled.to_integral_value():
            words = "`{text}` has more decimals than the {decimals} allowed here"
            return self.problem("too_fine", node, path, words, text=text, decimals=decimals)
        if scaled > LARGEST:
            return self.problem("too_big", node, path, "`{text}` is too large", text=text)
        return int(scaled)

    def _text(self, node: yaml.ScalarNode, mark: str, path: str) -> Any:
        text: str = node.value
        if self._strict and (said := _hardly_a_name(node, mark)):
            code, words = said
            return self.problem(code, node, path, words, text=_echo(text))
        if mark == "id" and not _ID.fullmatch(text):
            said = advice.id_advice(text)
            words = "`{text}`: small letters, digits, dots, dashes and underscores (64 at most)"
            return self.advise("not_an_id", node, path, said or Advice(words, ""))
        if path == "currency" and (not _CURRENCY.fullmatch(text) or text in _CURRENCIES):
            plain = text.strip().upper()
            meant = _CURRENCIES.get(plain) or (plain if _CURRENCY.fullmatch(plain) else "")
            words = "`{text}`: three capital letters of ISO 4217"
            said = Advice(f"{words}: write {{meant}}" if meant else words, meant)
            return self.advise("not_a_currency", node, path, said)
        if not text.strip():
            return self.problem("empty", node, path, "empty")
        return text

    def _moment(self, node: yaml.ScalarNode, kind: type, path: str) -> Any:
        text: str = node.value
        forms = {
            date: (r"\d{4}-\d\d-\d\d", "`{text}`: a day like 2026-09-25"),
            datetime: (
                r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d",
                "`{text}`: a day and time like 2026-09-25 09:00, by the store's clock",
            ),
            time: (r"\d\d:\d\d", "`{text}`: a time like 20:00"),
        }
        pattern, words = forms[kind]
        try:
            if re.fullmatch(pattern, text, re.ASCII):
                return kind.fromisoformat(text)  # type: ignore[attr-defined]
        except ValueError:
            words = "`{text}` is in no calendar or on no clock"
        said = advice.moment_advice(advice.narrow(text), kind, _key(path))
        return self.advise("not_a_time", node, path, said or Advice(words, ""))


_SAYS_IT = frozenset({"one_language", "twice", "empty"})
"""Problems that signs of a Chinese keyboard have nothing to do with."""


def _hardly_a_name(node: yaml.ScalarNode, mark: str) -> tuple[str, str] | None:
    """The code and the words of what is wrong with a name of goods, tags, codes or of something in the file."""
    text: str = node.value
    if not mark or not text.strip():
        return None
    if "\n" in text.strip("\n") or (_plain(node) and node.start_mark.line != node.end_mark.line):
        return "two_lines", "`{text}` goes on over a line: is a `,` or a `- ` missing? Else put it in quotes"
    if mark != "line":
        return None
    if text != text.strip():
        return "two_lines", "`{text}` begins or ends with a gap or a line: a name has none"
    if _plain(node) and text.lower() in _TRUTH:
        return "yes_or_no", "`{text}` is true or false to many programs: put it in quotes if it is a name"
    if re.fullmatch(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]{2}", text):
        return "cut_short", "`{text}` is a long number that a spreadsheet cut short: write all its digits"
    return None


def _plain(node: yaml.ScalarNode) -> bool:
    """Without quotes."""
    return node.style not in ("'", '"', "|", ">")


def _empty(node: yaml.Node, field: FieldShape, path: str) -> str:
    """An empty list or mapping, as written, where one limits something or says what is meant; "" for all else. Of the
    file's own lists any may be empty, and what a rule gives is judged by the check."""
    if isinstance(node, yaml.SequenceNode) and not node.value and (item := field.shape.item) is not None:
        defined = not path and isinstance(item.type, type) and dataclasses.is_dataclass(item.type)
        return "" if defined or item.gives else "[]"
    kind = field.shape.type
    if isinstance(node, yaml.MappingNode) and not node.value and isinstance(kind, type) and kind is not LocalText:
        keys = fields_of(kind).values() if dataclasses.is_dataclass(kind) else ()
        return "{}" if keys and not any(one.required for one in keys) else ""
    return ""


def _cut_list(node: yaml.MappingNode, place: int, field: FieldShape | None, known: Collection[str]) -> list[str]:
    """A list that was written without its brackets inside { }, `6, 7`: its parts, of which all but the first became
    keys without values."""
    key_value = node.value[place][1]
    if field is None or field.shape.item is None or not node.flow_style or not isinstance(key_value, yaml.ScalarNode):
        return []
    parts = [key_value.value]
    for key, value in node.value[place + 1 :]:
        plain = isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode) and not value.value
        if not plain or key.value in known:
            break
        parts.append(str(key.value))
    return parts


def _as_keys(node: yaml.Node, known: Collection[str], bare: bool) -> str:
    """What was meant by words, a range of numbers or a day without the keys they belong to; "" where nobody knows.
    `bare`: one value may stand for its key there."""
    plain = isinstance(node, yaml.SequenceNode) and all(isinstance(one, yaml.ScalarNode) for one in node.value)
    if isinstance(node, yaml.ScalarNode):
        if "since" in known:
            return _quoted(advice.dates_advice(node.value))
        if "at_least" in known:
            return _quoted(advice.range_advice(node.value))
    names = [name for name in ("any", "categories", "items") if name in known]
    if not names or not (plain or (isinstance(node, yaml.ScalarNode) and node.value.strip() and not bare)):
        return ""
    words = [str(one.value) for one in node.value] if plain else [str(node.value)]
    listed = _echo(", ".join(words))
    return " / ".join(f"`{{{name}: [{listed}]}}`" for name in names)


def _quoted(text: str | None) -> str:
    return f"`{text}`" if text else ""


def _key(path: str) -> str:
    return path.rpartition(".")[2].partition("[")[0]


def _echo(text: str) -> str:
    """What was written, as far as it fits a line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_ECHO else f"{line[:_LONGEST_ECHO]}…"


def _listed(known: Collection[str]) -> str:
    return ", ".join(known)
