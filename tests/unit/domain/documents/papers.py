"""Data of every document, drawn from its types: names as nobody should have them, and all that may be empty."""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from importlib import import_module
from itertools import count
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from kiosk.domain.documents import blocks as b
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.registration_form import PaperConsent
from kiosk.domain.documents.rules_poster import WRITTEN
from kiosk.domain.texts import LocalText

PIECES = (
    *("陳美麗", "Ann Lee", "x" * 100, "會員" * 50, "𠮷野家", "㵟堃喆"),
    *("👩\u200d👩\u200d👧🎁", "🏴\U000e0067\U000e0062\U000e007f", "e\u0301", "\ufdfa"),
    *("\u05e9\u05dc\u05d5\u05dd", "\u0639\u0628\u062f \u0627\u0644\u0644\u0647"),
    *("\u202eevil", "a\u2066b", "\u2069\u2068", "\x00\x1b[2J", "tab\there", "line\nbreak", "\u2028", "\ufeff"),
    *("\ud800", "%s", "<b>&amp;", "100 %", "-", "…", "\u200b", "\u3000", " ", ""),
)
CODE = "KC1:6BF+70B9WDWE"
TXN = "019aa4f1c2e07b6c9d3f5a8e21b04c77"
_CODES = {"code": CODE, "txn": TXN}
_SET: dict[str, tuple[Any, ...]] = {
    "currency": ("TWD", "CNY", "JPY"),
    "zone": ("Asia/Taipei", "America/New_York", "UTC"),
    "article": ("", "471"),
    "blank": (0, 3),
    "phone_boxes": (8, 11),
}
NASTY = st.lists(st.sampled_from(PIECES), max_size=3).map("".join)
_INSTANTS = st.datetimes(datetime(1971, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
_COUNTS = st.sampled_from((0, 1, 2, 31, 10_000, 10**12))


def data_class(kind: DocumentKind) -> type[Any]:
    """The data that its layout takes."""
    hints = get_type_hints(import_module(f"kiosk.domain.documents.{kind.value}").lay_out)
    return typing.cast(type[Any], next(iter(hints.values())))


def words_class(kind: DocumentKind) -> type[Any]:
    """The words that its layout takes."""
    hints = get_type_hints(import_module(f"kiosk.domain.documents.{kind.value}").lay_out)
    return typing.cast(type[Any], hints["words"])


def made(of: type[Any], texts: st.SearchStrategy[str] = NASTY) -> st.SearchStrategy[Any]:
    """Data of a class."""
    hints = get_type_hints(of)
    parts = {field.name: _part(of, field.name, hints[field.name], texts) for field in dataclasses.fields(of)}

    def build(values: dict[str, Any]) -> Any:
        try:
            return of(**values)
        except ValueError:  # what the class itself refuses
            return None

    return st.fixed_dictionaries(parts).map(build).filter(lambda one: one is not None)


def _part(of: type[Any], name: str, hint: Any, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if name in _CODES:
        return st.just(_CODES[name])
    if name in _SET:
        return st.sampled_from(_SET[name])
    if name == "phone_end":
        return st.sampled_from(("", "0907"))
    if get_origin(hint) is Mapping or name == "texts":
        return st.fixed_dictionaries({item: _local(texts) for item in WRITTEN})
    if get_origin(hint) is types.UnionType:
        inner = next(one for one in get_args(hint) if one is not types.NoneType)
        return st.none() | _part(of, name, inner, texts)
    if get_origin(hint) is tuple:
        least = 1 if name == "consents" else 0
        return st.lists(_part(of, name, get_args(hint)[0], texts), min_size=least, max_size=2).map(tuple)
    if hint is str:
        return texts
    if hint is LocalText:
        return _local(texts.map(lambda text: f"§{text}") if of is PaperConsent else texts)
    if hint is bool:
        return st.booleans()
    if hint is int:
        return _COUNTS
    if hint is bytes:
        return st.sampled_from((b"", b"\x89PNG\r\n\x1a\n"))
    if hint is datetime:
        return _INSTANTS
    if hint is date:
        return _INSTANTS.map(datetime.date)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(hint)
    return made(hint, texts)


def _local(texts: st.SearchStrategy[str]) -> st.SearchStrategy[LocalText]:
    return st.builds(LocalText, texts, texts, texts)


BRANDS = st.none() | st.builds(Brand, _local(NASTY), st.sampled_from((b"", b"\x89PNG\r\n\x1a\n")))


def said(data: Any, language: str) -> Iterator[str]:
    """Every text of the data that a reader of this language is told, but codes and keys."""
    if isinstance(data, LocalText):
        yield data.get(language)
    elif isinstance(data, str) and not isinstance(data, enum.Enum):
        yield data
    elif isinstance(data, Mapping):
        for item in data.values():
            yield from said(item, language)
    elif isinstance(data, tuple):
        for one in data:
            yield from said(one, language)
    elif dataclasses.is_dataclass(data):
        for field in dataclasses.fields(data):
            if field.name not in (*_CODES, *_SET):
                yield from said(getattr(data, field.name), language)


def texts(blocks: tuple[b.AnyBlock, ...]) -> Iterator[str]:
    """Every text that people read on a paper."""
    for block in blocks:
        match block:
            case b.Text(text=text):
                yield text
            case b.Pair(left=left, right=right):
                yield from (left, right)
            case b.Table(columns=columns, rows=rows):
                yield from (column.heading for column in columns)
                yield from (cell for row in rows for cell in row)
            case b.Qr(caption=caption, readable=readable):
                yield from (caption, readable)
            case b.Picture(words=words):
                yield words
            case b.Field(label=label, value=value):
                yield from (label, value)
            case b.Ticks(label=label, choices=choices):
                yield from (label, *choices)
            case b.Keep(blocks=inner):
                yield from texts(inner)
            case b.Side(left=first, right=second):
                yield from (*texts(first), *texts(second))


def flat(text: str) -> str:
    """Without spaces and marks of direction: what is left wraps anywhere."""
    return "".join(text.split()).replace("\u2068", "").replace("\u2069", "")


def full(of: type[Any], names: Iterator[int] | None = None) -> Any:
    """Data of a class with nothing left out, each of its texts 100 characters long and like no other."""
    names = names or count(100)
    hints = get_type_hints(of)
    return of(**{field.name: _full_part(of, field.name, hints[field.name], names) for field in dataclasses.fields(of)})


def _full_part(of: type[Any], name: str, hint: Any, names: Iterator[int]) -> Any:
    def text() -> str:
        number = next(names)
        return f"{number}" + "名" * 94 + f"{number}"

    if name in _CODES:
        return _CODES[name]
    if name in _SET:
        return _SET[name][-1]
    if name == "phone_end":
        return "0907"
    if get_origin(hint) is Mapping:
        return {item: LocalText(text(), text(), text()) for item in WRITTEN}
    if get_origin(hint) is types.UnionType:
        inner = next(one for one in get_args(hint) if one is not types.NoneType)
        return _full_part(of, name, inner, names)
    if get_origin(hint) is tuple:
        return tuple(_full_part(of, name, get_args(hint)[0], names) for _ in range(2))
    if hint is LocalText:
        return LocalText(text(), text(), text())
    if hint is datetime:
        return datetime(2026, 11, 21 if name in ("starts", "since") else 28, tzinfo=UTC)
    fixed: dict[type[Any], Any] = {bool: True, int: 3, bytes: b"\x89PNG\r\n\x1a\n", date: date(2026, 11, 21)}
    if hint in fixed:
        return fixed[hint]
    if hint is str:
        return text()
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return next(iter(hint))
    return full(hint, names)
