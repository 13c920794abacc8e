"""Names, days and hours that a list of the file says twice, and lists that name all there are: of a list that somebody
copied, a part was not changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from kiosk.domain.campaigns.model import Campaign, Conditions, Group
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.domain.findings import Finding, warning
from kiosk.domain.texts import LocalText

_ALL = {"weekdays": frozenset(range(1, 8)), "month_days": frozenset(range(1, 32))}


def twice_findings(campaign: Campaign) -> Iterator[Finding]:
    """In the order of the model."""
    yield from _in_record(campaign, "")


def _in_record(record: Any, path: str) -> Iterator[Finding]:
    for field in fields(record):
        value, name = getattr(record, field.name), field.name.rstrip("_")
        at = f"{path}.{name}" if path else name
        if isinstance(value, tuple):
            yield from _in_list(value, at)
            if isinstance(record, (Conditions, Group)) and name in _ALL and _ALL[name] <= set(value):
                yield warning("no_effect", at, "`{name}` names every day: it limits nothing", name=name)
        elif _is_record(value):
            yield from _in_record(value, at)


def _in_list(values: tuple[Any, ...], path: str) -> Iterator[Finding]:
    seen = set()
    for index, value in enumerate(values):
        at = f"{path}[{index}]"
        if _is_record(value):
            key = getattr(type(value), "KEY", "")
            yield from _in_record(value, f"{at}.{key}" if key else at)
        elif value in seen:
            yield warning("twice", at, "`{key}` is there twice", key=_shown(value))
        else:
            seen.add(value)


def _is_record(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, (TimeSpan, LocalText, type))


def _shown(value: Any) -> str:
    return f"{value.since:%H:%M}-{value.until:%H:%M}" if isinstance(value, TimeSpan) else str(value)
