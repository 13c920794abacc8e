"""A campaign file in plain words, rule by rule: what `kiosk campaign tell` prints."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any

from kiosk.adapters.campaigns.tell.forms import Form
from kiosk.adapters.campaigns.tell.of_gives import GIVES
from kiosk.adapters.campaigns.tell.of_rules import RULES
from kiosk.adapters.campaigns.tell.of_things import THINGS
from kiosk.adapters.campaigns.tell.of_values import VALUES, WEEKDAYS
from kiosk.domain.campaigns.check_together import ANY
from kiosk.domain.campaigns.model import Campaign, DateSpan, Rule, Trigger, When
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.domain.money import with_sign
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.protocol.campaigns.shape import FieldShape, fields_of

FORMS: Mapping[str, tuple[Form, ...]] = {**RULES, **GIVES, **THINGS}
"""By the name of the part's class."""
_QUOTES = {"zh_TW": ("「", "」"), "zh_CN": ("“", "”"), "en": ("“", "”")}
_BETWEEN = {"zh_TW": ("；", "、"), "zh_CN": ("；", "、"), "en": ("; ", ", ")}
_OR = LocalText("；或 ", "；或 ", "; or ")
_AND = LocalText("，並且", "，并且", ", and ")
_FREE = LocalText("免費", "免费", "free")
_FOLD = LocalText("{fold} 折（減 {percent}）", "{fold} 折（减 {percent}）", "{percent} off")
_NONE = LocalText("（沒有）", "（没有）", "(none)")
_EVERY = LocalText("任何", "任何", "everything")
_AND_EACH = LocalText("每", "每", " and ")
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z0-9$¥%]")
_PLACE = re.compile(r"\{(\w+)\}")
_RANGE = re.compile(r"\{(\w+)\}(?: 至 | to )\{(\w+)\}")
_REFERS = {
    "template": ("coupons",),
    "stock": ("stock",),
    "of": ("stock",),
    "gift": ("stock",),
    "substitute": ("stock",),
    "draw": ("draws",),
    "wheel": ("wheels",),
    "badge": ("badges",),
    "slot": ("slots",),
    "lock": ("locks",),
    "voucher": ("experiences", "partners"),
    "budget": ("budget",),
    "phases": ("phases",),
    "pay": ("payments",),
}
"""Fields that name other parts of the file, and where those stand."""
_HELD = {
    "badge": "badges",
    "price_lock": "locks",
    "coupon": "coupons",
    "gift": "stock",
    "experience": "experiences",
    "partner": "partners",
}
_OF_EVENT = {
    Trigger.TASK_DONE: "tasks",
    Trigger.SURVEY_ANSWERED: "surveys",
    Trigger.DEPOSIT_PAID: "locks",
    Trigger.SIGNED_UP: "events",
    Trigger.ATTENDED: "events",
    Trigger.VOTED: "events",
    Trigger.POINTS_SPENT: "mall",
    Trigger.SPUN: "wheels",
    Trigger.WON: "draws",
    Trigger.PARTNER_CODE: "partners",
}
_BARE = frozenset(
    {
        "id",
        "code",
        "version",
        "format",
        "currency",
        "contact",
        "theme",
        "plan",
        "mechanics",
        "partner",
        "licence_number",
        "group",
    }
)
"""Words that stand without quotes."""


def tell(campaign: Campaign, language: str) -> list[str]:
    """The lines, in `language` (one of LANGUAGES)."""
    return _Teller(campaign, language).whole()


class _Teller:
    def __init__(self, campaign: Campaign, language: str) -> None:
        self._campaign = campaign
        self._language = language
        self._clause, self._comma = _BETWEEN[language]

    def whole(self) -> list[str]:
        """Head, rules, and what they speak of."""
        lines: list[str] = []
        for sentence in self._sentences(self._campaign):
            title, *rest = sentence.split("\n")
            lines += ["", title, *rest] if rest else [title]
        return lines

    # -- parts --------------------------------------------------------------------------------------------------------

    def part(self, part: Any) -> str:
        """A part of the file as clauses in a row."""
        return self._joined(self._sentences(part))

    def _sentences(self, part: Any) -> Iterator[str]:
        kind: type = type(part)
        known = fields_of(kind)
        left = [field for field in known.values() if field.required or getattr(part, field.name) != field.default]
        unsaid = {field.key: field for field in left}
        for form in FORMS.get(kind.__name__, ()):
            if not set(form.fields) <= set(unsaid):
                continue
            if any(_written(getattr(part, unsaid[key].name)) != value for key, value in form.wanted):
                continue
            said = {key: self._value(part, unsaid[key]) for key in form.fields}
            said |= {f"{key}_fold": self._fold(part, unsaid[key]) for key in form.fields if key == "percent"}
            for key in form.fields:
                del unsaid[key]
            yield _fitted(_RANGE.sub(partial(_one_or_both, said), form.words.get(self._language)), said)
        for key, field in unsaid.items():
            yield f"`{key}` {self._value(part, field)}"

    def _joined(self, sentences: Iterable[str]) -> str:
        """Clauses one after the other; what stands in brackets belongs to the one before."""
        text = ""
        for one in sentences:
            bare = one.strip() if not text else one.rstrip()
            between = "" if not text else " " if bare.startswith("(") else "" if bare.startswith("（") else self._clause
            text += between + (bare.strip() if between == self._clause else bare)
        return text

    def _value(self, part: Any, field: FieldShape) -> str:
        value = getattr(part, field.name)
        parts = isinstance(value, tuple) and bool(value) and dataclasses.is_dataclass(value[0])
        if isinstance(part, Campaign) and parts and field.key != "phases":
            return "\n".join(self._lines_of(value))
        if isinstance(part, Campaign) and field.key == "legal":
            return "\n".join(f"  {line}" for line in self._sentences(value))
        if isinstance(part, When) and field.key in ("ref", "part"):
            return self._of_event(part, field.key)
        if isinstance(value, tuple):
            return self._listed(field, value)
        return self._one(field, value)

    def _lines_of(self, parts: Iterable[Any]) -> Iterator[str]:
        for number, part in enumerate(parts, start=1):
            if not isinstance(part, Rule):
                yield f"  {self.part(part)}"
                continue
            heading, *sentences = self._sentences(part)
            yield f"{number}. {heading}"
            yield from (f"   {sentence}" for sentence in sentences)

    # -- values -------------------------------------------------------------------------------------------------------

    def _listed(self, field: FieldShape, value: tuple[Any, ...]) -> str:
        if not value:
            return _NONE.get(self._language)
        between = {
            "any_of": _OR.get(self._language),
            "all_of": _AND.get(self._language),
            "give": " + ",
            "otherwise": " + ",
            "limits": self._clause,
            "phases": self._comma if isinstance(value[0], str) else self._clause,
            "prizes": self._clause,
        }.get(field.key, self._comma)
        if field.key == "per":
            between = _AND_EACH.get(self._language)
        return between.join(self._one(field, one) for one in value)

    def _one(self, field: FieldShape, value: Any) -> str:
        shape = field.shape.item or field.shape
        if isinstance(value, LocalText):
            return value.get(self._language)
        if isinstance(value, StrEnum):
            words = VALUES.get((type(value), value.value))
            return words.get(self._language) if words is not None else value.value
        if isinstance(value, TimeSpan):
            return f"{value.since:%H:%M}-{value.until:%H:%M}"
        if isinstance(value, DateSpan) and value.since == value.until:
            return value.since.isoformat()
        if dataclasses.is_dataclass(value):
            return self.part(value)
        if isinstance(value, bool):
            return _written(value)
        if isinstance(value, int):
            return self._number(field.key, shape.mark, value)
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, time):
            return f"{value:%H:%M}"
        return self._text(field.key, str(value))

    def _number(self, key: str, mark: str, value: int) -> str:
        if mark == "money":
            return with_sign(value, self._campaign.currency)
        if mark == "percent":
            return f"{_trimmed(Decimal(value) / 100)} %"
        if mark == "factor":
            return _trimmed(Decimal(value) / 10_000)
        if key == "weekdays" and 1 <= value <= len(WEEKDAYS[0]):
            return WEEKDAYS[LANGUAGES.index(self._language)][value - 1]
        return str(value) if key in ("version", "format") else f"{value:,}"

    def _fold(self, part: Any, field: FieldShape) -> str:
        """What is left of the price in tenths, as shops say it."""
        share = getattr(part, field.name)
        left = Decimal(10_000 - share) / 100
        if left <= 0:
            return _FREE.get(self._language)
        fold = _trimmed(left / 10 if left % 10 == 0 else left)
        return _FOLD.get(self._language).format(fold=fold, percent=self._one(field, share))

    def _text(self, key: str, text: str) -> str:
        if key in ("holds", "lacks"):
            kind, _, name = text.partition(":")
            return self._named(name, (_HELD.get(kind, ""),), text)
        if key in _REFERS:
            return self._named(text, _REFERS[key], text)
        if key == "with" and text == ANY:
            return _EVERY.get(self._language)
        return text if key in _BARE else self._quoted(text)

    def _named(self, name: str, lists: tuple[str, ...], otherwise: str) -> str:
        """The name for people of a part of the file; what nothing carries as it is written."""
        for where in lists:
            for one in getattr(self._campaign, where, ()):
                if one.id == name:
                    return self._quoted(one.name.get(self._language))
        return self._quoted(otherwise)

    def _of_event(self, when: When, key: str) -> str:
        lists = (_OF_EVENT[when.event], "draws") if when.event in _OF_EVENT else ()
        if key == "ref":
            return self._named(when.ref or "", lists, when.ref or "")
        prizes = (
            prize
            for where in ("wheels", "draws")
            for one in getattr(self._campaign, where)
            if one.id == when.ref
            for prize in one.prizes
        )
        name = next((prize.name.get(self._language) for prize in prizes if prize.code == when.part), when.part or "")
        return self._quoted(name)

    def _quoted(self, text: str) -> str:
        before, after = _QUOTES[self._language]
        return f"{before}{text}{after}"


def _written(value: Any) -> str:
    """As the file has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.value) if isinstance(value, StrEnum) else str(value)


def _one_or_both(said: Mapping[str, str], ends: re.Match[str]) -> str:
    """From 2 to 2 is 2."""
    first, last = ends.groups()
    return f"{{{first}}}" if said[first] == said[last] else ends.group()


def _fitted(words: str, said: Mapping[str, str]) -> str:
    """A sentence with its values; between Chinese and Latin there is a gap."""
    text = ""
    for index, piece in enumerate(_PLACE.split(words)):
        new = said[piece] if index % 2 else piece
        sides = (text[-1:], new[:1])
        apart = any(_HAN.match(one) and _LATIN.match(other) for one, other in (sides, sides[::-1]))
        text += f" {new}" if apart else new
    return text


def _trimmed(value: Decimal) -> str:
    text = f"{value:f}"
    return re.sub(r"\.?0+$", "", text) if "." in text else text
