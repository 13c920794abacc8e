"""An event as a file says it (YAML, docs/events.md): plain values in, an `Event` out, or what is wrong and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from kiosk.domain.guests.event import (
    Asked,
    Choice,
    Entry,
    Event,
    Mask,
    PhotoWall,
    Question,
    QuestionKind,
    Seats,
    Session,
    SignUp,
    Source,
    Tag,
    TagLook,
    Zone,
)
from kiosk.domain.texts import LANGUAGES, LocalText

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
MOST_PARTS = 200
"""Sessions, zones, tags, questions, choices; each."""
MOST_PLACES = 1_000_000
MOST_MINUTES = 7 * 24 * 60
MOST_PHOTOS_EACH = 10
MOST_COMPANIONS = 9
LONGEST_WORDS = 300
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,47}", re.ASCII)
_MISSING: Any = object()


class EventFault(ValueError):
    """It is no event; the text says where and why, to a person."""


def event_of(said: object, zone: str, source: Source = Source.HQ) -> Event:
    """The event of a file. `zone`: where it names none, the store's. Raises EventFault."""
    top = _Fields(said, "")
    where = top.take("zone", _zone, zone)
    clock = ZoneInfo(where)
    names = top.take("name", _words)
    starts = top.take("starts", lambda value, at: _instant(value, at, clock))
    ends = top.take("ends", lambda value, at: _instant(value, at, clock))
    _in_order(starts, ends, "ends")
    event = Event(
        top.take("id", _id),
        names,
        starts,
        ends,
        where,
        place=top.take("place", _text, ""),
        sessions=top.take("sessions", _each(lambda one: _session(one, clock)), ()),
        zones=top.take("zones", _each(_zone_of), ()),
        tags=top.take("tags", _each(_tag), ()),
        questions=top.take("questions", _each(_question), ()),
        entry=top.take("entry", _one_of(Entry), Entry.ONCE),
        exits=top.take("exits", _yes, False),
        quota=top.take("quota", _number(MOST_PLACES), 0),
        waiting_list=top.take("waiting_list", _yes, False),
        walk_ins=top.take("walk_ins", _yes, True),
        seats=top.take("seats", _one_of(Seats), Seats.NONE),
        badge=top.take("badge", _yes, False),
        campaign=top.take("campaign", _text, ""),
        campaign_event=top.take("campaign_event", _text, ""),
        survey=top.take("survey", _text, ""),
        mask=top.take("mask", _one_of(Mask), Mask.MASKED),
        source=source,
        early_minutes=top.take("early_minutes", _number(MOST_MINUTES), 60),
        late_minutes=top.take("late_minutes", _number(MOST_MINUTES), 60),
        photos=top.take("photos", _photos, None),
        sign_up=top.take("sign_up", _sign_up, None),
    )
    top.end()
    if event.waiting_list and not (event.quota or any(one.quota for one in event.sessions)):
        raise EventFault("waiting_list: nobody waits where there is no quota")
    if bool(event.campaign) != bool(event.campaign_event):
        raise EventFault("campaign and campaign_event: both, or neither")
    return event


def _session(one: _Fields, clock: ZoneInfo) -> Session:
    name, words = one.take("id", _id), one.take("name", _words)
    starts = one.take("starts", lambda value, at: _instant(value, at, clock))
    ends = one.take("ends", lambda value, at: _instant(value, at, clock))
    _in_order(starts, ends, one.place("ends"))
    return Session(name, words, starts, ends, one.take("quota", _number(MOST_PLACES), 0))


def _zone_of(one: _Fields) -> Zone:
    return Zone(one.take("id", _id), one.take("name", _words))


def _tag(one: _Fields) -> Tag:
    name = one.take("id", _id)
    usual = TagLook(name) if name in tuple(TagLook) else TagLook.PLAIN
    return Tag(name, one.take("name", _words), one.take("look", _one_of(TagLook), usual))


def _photos(value: Any, place: str) -> PhotoWall | None:
    """`true`, or what is not usual about it."""
    if isinstance(value, bool):
        return PhotoWall() if value else None
    given = _Fields(value, place)
    each = given.take("each", _number(MOST_PHOTOS_EACH), PhotoWall().each)
    made = PhotoWall(each, given.take("votes", _yes, True))
    given.end()
    if not made.each:
        raise EventFault(f"{place}.each: 1 to {MOST_PHOTOS_EACH}")
    return made


def _sign_up(value: Any, place: str) -> SignUp | None:
    """`true`, or what is not usual about it."""
    if isinstance(value, bool):
        return SignUp() if value else None
    given = _Fields(value, place)
    made = SignUp(given.take("companions", _number(MOST_COMPANIONS), SignUp().companions))
    given.end()
    return made


def _question(one: _Fields) -> Question:
    made = Question(
        one.take("id", _id),
        one.take("kind", _one_of(QuestionKind)),
        one.take("name", _words),
        one.take("choices", _each(lambda choice: Choice(choice.take("id", _id), choice.take("name", _words))), ()),
        one.take("required", _yes, False),
        one.take("when", _one_of(Asked), Asked.BEFORE_ENTRY),
    )
    if (made.kind is QuestionKind.CHOICE) != bool(made.choices):
        raise EventFault(f"{one.place('choices')}: of a choice, and of nothing else")
    return made


# --- values ----------------------------------------------------------------------------------------------------------


class _Fields:
    """The fields of a mapping; what nobody took is a mistake."""

    def __init__(self, said: object, place: str) -> None:
        if not isinstance(said, Mapping):
            raise EventFault(f"{place or 'the file'}: fields with names")
        self._said = {str(name): value for name, value in said.items()}
        self._place = place

    def place(self, name: str) -> str:
        """Where a field stands."""
        return f"{self._place}.{name}" if self._place else name

    def take(self, name: str, read: Callable[[Any, str], T], usual: T = _MISSING) -> T:
        """A field's value; `usual` where there is none."""
        value = self._said.pop(name, None)
        if value is None:
            if usual is _MISSING:
                raise EventFault(f"{self.place(name)}: missing")
            return usual
        return read(value, self.place(name))

    def end(self) -> None:
        """Everything was taken."""
        if self._said:
            raise EventFault(f"{self.place(min(self._said))}: there is no such field")


def _each(make: Callable[[_Fields], T]) -> Callable[[Any, str], tuple[T, ...]]:
    def read(value: Any, place: str) -> tuple[T, ...]:
        if not isinstance(value, Sequence) or isinstance(value, str | bytes) or len(value) > MOST_PARTS:
            raise EventFault(f"{place}: a list of at most {MOST_PARTS}")
        made: list[T] = []
        ids: set[str] = set()
        for number, one in enumerate(value, 1):
            given = _Fields(one, f"{place}[{number}]")
            found = make(given)
            given.end()
            name = str(getattr(found, "id", number))
            if name in ids:
                raise EventFault(f"{place}[{number}].id: {name} is there already")
            ids.add(name)
            made.append(found)
        return tuple(made)

    return read


def _one_of(kind: type[E]) -> Callable[[Any, str], E]:
    def read(value: Any, place: str) -> E:
        try:
            return kind(value)
        except ValueError as error:
            raise EventFault(f"{place}: one of {', '.join(kind)}") from error

    return read


def _number(most: int) -> Callable[[Any, str], int]:
    def read(value: Any, place: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise EventFault(f"{place}: a number from 0 to {most}")
        return value

    return read


def _yes(value: Any, place: str) -> bool:
    if not isinstance(value, bool):
        raise EventFault(f"{place}: true or false")
    return value


def _text(value: Any, place: str) -> str:
    if not isinstance(value, str) or not value.isprintable() or not value.strip() or len(value) > LONGEST_WORDS:
        raise EventFault(f"{place}: a line of at most {LONGEST_WORDS} characters")
    return value.strip()


def _id(value: Any, place: str) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _ID.fullmatch(text):
        raise EventFault(f"{place}: an id of a-z, 0-9, '.', '_', '-', at most 48 long")
    return text


def _words(value: Any, place: str) -> LocalText:
    """One text for all languages, or one for each; a language that is missing is said in another."""
    if isinstance(value, Mapping):
        known = {language: _text(value[language], f"{place}.{language}") for language in LANGUAGES if language in value}
        if not known or set(map(str, value)) - set(LANGUAGES):
            raise EventFault(f"{place}: a text, or one for each of {', '.join(LANGUAGES)}")
        # Chinese stands for Chinese first
        order = {"zh_TW": ("zh_TW", "zh_CN", "en"), "zh_CN": ("zh_CN", "zh_TW", "en"), "en": ("en", "zh_TW", "zh_CN")}
        return LocalText(**{name: next(known[one] for one in order[name] if one in known) for name in LANGUAGES})
    text = _text(value, place)
    return LocalText(text, text, text)


def _zone(value: Any, place: str) -> str:
    try:
        if isinstance(value, str) and 0 < len(value) <= 64:
            ZoneInfo(value)
            return value
    except (OSError, ValueError, KeyError) as error:
        raise EventFault(f"{place}: {value} is no zone such as Asia/Taipei") from error
    raise EventFault(f"{place}: a zone such as Asia/Taipei")


def _instant(value: Any, place: str, clock: ZoneInfo) -> datetime:
    """A time of the event's own clock, unless it names another."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip().replace("/", "-"))
        except ValueError as error:
            raise EventFault(f"{place}: a time such as 2026-09-20 18:00") from error
    elif isinstance(value, date) and not isinstance(value, datetime):
        raise EventFault(f"{place}: a time such as 2026-09-20 18:00, with its hour")
    if not isinstance(value, datetime) or not 1971 <= value.year < 9999:
        raise EventFault(f"{place}: a time such as 2026-09-20 18:00")
    return value if value.tzinfo is not None else value.replace(tzinfo=clock)


def _in_order(starts: datetime, ends: datetime, place: str) -> None:
    if not starts < ends:
        raise EventFault(f"{place}: after it starts")
