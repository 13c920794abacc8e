"""Rows as they are read at a terminal: one value that this program cannot read costs that value, or that row, alone.

A newer HQ writes new words into old fields, leaves fields out and adds others. `decode_row` says no to all of that;
here every field is judged by itself, and what stands for an unreadable one is in `_SPARE`. The rule behind it: what is
only shown becomes nothing, what permits becomes "no", and what limits makes the whole unusable here, never unlimited.
Fields that nobody here knows are passed over.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, Generic, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import msgspec

from kiosk.domain.coupons.deal import Deal
from kiosk.domain.coupons.model import (
    Benefit,
    BenefitKind,
    Coupon,
    CouponTemplate,
    OfflinePolicy,
    WeekWindow,
)
from kiosk.domain.documents.brand import BLACK, Brand, is_logo, is_pages, readable
from kiosk.domain.draws.claim_facts import DueBody
from kiosk.domain.guests.event import Entry, Event, Guest, Mask, Seats, Source, Standing
from kiosk.domain.members.member import Member, Segment, Tier, day_of
from kiosk.domain.registration.phones import COUNTRIES
from kiosk.domain.registration.policy import (
    DEFAULT_CONSENTS,
    GUARDIAN_BELOW,
    MostAnHour,
    RegistrationPolicy,
    Review,
)
from kiosk.domain.staff.roles import StaffMember
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.protocol.rows import (
    AttendanceRow,
    CouponRow,
    EventRow,
    KeyRow,
    PhotoMarkRow,
    PhotoRow,
    PrizeRow,
    RevocationRow,
    RightRow,
    SpentRow,
    TerminalRow,
)

T = TypeVar("T")

FIRST_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for an instant that could not be read, and for all before it."""
LAST_INSTANT = datetime(9999, 12, 30, tzinfo=UTC)
"""Stands for all after it: a day later some zones' calendars end."""
LARGEST = 1 << 53
"""Numbers beyond are no amounts, points or counts."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """`row`: None when nothing of it can be used. `missed`: fields that could not be read; "": the row's JSON."""

    row: T | None
    missed: tuple[str, ...] = ()


def read_row(data: bytes | str, row_type: type[T], row_id: str, before: bytes | str | None = None) -> Reading[T]:
    """The row published as `row_id`. `before`: an older state of it; its fields stand for those that nothing else can
    stand for. Never raises."""
    try:
        return Reading(_sound(msgspec.json.decode(data, type=row_type), row_id))
    except _BAD:
        return _by_field(data, row_type, row_id, before)


_BAD = (msgspec.MsgspecError, ValueError, TypeError, OverflowError, RecursionError, KeyError)


def _by_field(data: bytes | str, row_type: type[T], row_id: str, before: bytes | str | None) -> Reading[T]:
    raw = _object(data)
    if raw is None:
        raw, missed = {}, [""]
        if before is None and row_type not in _COUNT_EVEN_WHEN_BROKEN:
            return Reading(None, ("",))
    else:
        missed = []
    older = (_object(before) if before is not None else None) or {}
    row = _built(raw, row_type, row_id, missed, older)
    return Reading(cast(T | None, row), tuple(missed) or ("",))


def _object(data: bytes | str) -> dict[str, Any] | None:
    try:
        found = msgspec.json.decode(data)
    except _BAD:
        return None
    return found if isinstance(found, dict) else None


def _built(
    raw: Mapping[str, Any], kind: type[Any], row_id: str, missed: list[str], older: Mapping[str, Any]
) -> object | None:
    """`raw` as `kind`, field by field; None when a field is missing that nothing stands for."""
    hints = _hints(cast(Any, kind))
    spares = _SPARE.get(kind, {})
    values: dict[str, Any] = {}
    unusable = False
    for field in fields(kind):
        name = field.name
        if name not in raw and (field.default is not MISSING or field.default_factory is not MISSING):
            continue
        if name in raw:
            try:
                values[name] = _field(raw[name], kind, name, hints[name], row_id)
                continue
            except _BAD:
                pass
            if is_dataclass(hints[name]) and isinstance(raw[name], dict) and hints[name] in _SPARE:
                inner = _built(raw[name], cast(type[Any], hints[name]), row_id, missed, {})
                if inner is not None:
                    values[name] = inner
                    continue
        missed.append(name)
        if name in older:
            try:
                values[name] = _field(older[name], kind, name, hints[name], row_id)
                continue
            except _BAD:
                pass
        if name not in spares:
            return None
        spare = spares[name]
        unusable |= isinstance(spare, _Unusable)
        spare = spare.spare if isinstance(spare, _Unusable) else spare
        values[name] = spare(row_id) if callable(spare) else spare
    if unusable:
        values["benefit"] = Benefit(BenefitKind.UNKNOWN)
    try:
        built: object = _sound(kind(**values), row_id)
    except _BAD:
        return None
    return built


def _field(raw: object, kind: type[Any], name: str, hint: Any, row_id: str) -> Any:
    if hint is LocalText and isinstance(raw, dict):
        return _words(raw)
    value = _checker(hint)(msgspec.convert(raw, hint))
    check = _CHECKS.get((kind, name))
    if check is not None:
        check(value, row_id)
    return value


def _words(raw: Mapping[str, Any]) -> LocalText:
    """A phrase of which a language is missing is said in another."""
    known = {name: raw[name] for name in LANGUAGES if isinstance(raw.get(name), str)}
    if not known:
        raise ValueError("words in none of our languages")
    any_words = known.get("en") or next(iter(known.values()))
    return LocalText(**{name: known.get(name, any_words) for name in LANGUAGES})


# --- what is right in form and wrong all the same ------------------------------------------------------------------


def _sound(row: T, row_id: str) -> T:
    """The row with its instants within the calendar. Raises ValueError for a value that is none."""
    kind: Any = type(row)
    checked = _checker(kind)(row)
    for name, check in _checks_of(kind):
        check(getattr(checked, name), row_id)
    return cast(T, checked)


@cache
def _checks_of(kind: Any) -> tuple[tuple[str, Callable[[Any, str], None]], ...]:
    return tuple((name, check) for (of, name), check in _CHECKS.items() if of is kind)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _checker(hint: Any) -> Callable[[Any], Any]:
    """What checks a value of that type, and gives it back as it is used."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (inner,) = (_checker(part) for part in get_args(hint) if part is not type(None))
        return inner if inner is _as_it_is else lambda value: None if value is None else inner(value)
    if origin in (tuple, frozenset):
        parts = [_checker(part) for part in get_args(hint) if part is not Ellipsis]
        if all(part is _as_it_is for part in parts):
            return _as_it_is
        if origin is tuple and Ellipsis not in get_args(hint):
            return lambda value: tuple(part(one) for part, one in zip(parts, value, strict=True))
        return lambda value: origin(parts[0](one) for one in value)
    if hint is datetime:
        return _instant
    if hint is int:
        return _number
    if isinstance(hint, type) and is_dataclass(hint) and not issubclass(hint, Enum):
        return _dataclass_checker(hint)
    return _as_it_is


def _dataclass_checker(kind: type[Any]) -> Callable[[Any], Any]:
    hints = _hints(cast(Any, kind))
    parts = [(field.name, _checker(hints[field.name])) for field in fields(kind)]
    parts = [(name, part) for name, part in parts if part is not _as_it_is]
    own = _OWN_CHECKS.get(kind)

    def check(value: Any) -> Any:
        changed = {}
        for name, part in parts:
            old = getattr(value, name)
            new = part(old)
            if new is not old and new != old:
                changed[name] = new
        if changed:
            value = kind(**{field.name: getattr(value, field.name) for field in fields(kind)} | changed)
        if own is not None:
            own(value)
        return value

    return check


def _instant(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("an instant without its zone")
    return min(max(value, FIRST_INSTANT), LAST_INSTANT)


def _number(value: int) -> int:
    if not -LARGEST <= value <= LARGEST:
        raise ValueError("out of range")
    return value


def _benefit(benefit: Benefit) -> None:
    numbers = (benefit.off, benefit.rate_bp, benefit.spend, benefit.value, benefit.cap or 0)
    if min(numbers) < 0 or benefit.rate_bp > 10_000:
        raise ValueError("a benefit that takes")
    if benefit.kind is BenefitKind.THRESHOLD and benefit.each and not benefit.spend:
        raise ValueError("every full nothing")
    if benefit.kind is BenefitKind.GIFT and benefit.gift is None:
        raise ValueError("a gift of nothing")


def _deal(deal: Deal) -> None:
    numbers = (deal.off, deal.rate_bp, deal.off_piece, deal.buy, deal.free, deal.gets, deal.spend, deal.least)
    bounds = (deal.price, deal.pieces, deal.most, deal.most_percent, deal.to_pieces)
    if min(*numbers, deal.from_pieces, deal.unit_off, deal.units, *(one or 0 for one in bounds)) < 0:
        raise ValueError("a deal that takes")
    if deal.rate_bp > 10_000 or (deal.bundle and (deal.bundle[0] < 1 or deal.bundle[1] < 0)):
        raise ValueError("more than everything")
    if any(part.pieces < 1 for part in (*deal.parts, *((deal.for_each,) if deal.for_each else ()))):
        raise ValueError("every nothing")
    if (deal.pick and deal.pick[1] < 1) or (deal.each and not deal.spend) or (deal.free and not deal.buy):
        raise ValueError("every nothing")


def _window(window: WeekWindow) -> None:
    if not all(1 <= day <= 7 for day in window.days):
        raise ValueError("a day of no week")
    if window.since.tzinfo is not None or window.until.tzinfo is not None:
        raise ValueError("an hour that is not the store's")


def _prize(row: PrizeRow) -> None:
    # raises ValueError where no prize can be so
    DueBody(
        claim=row.claim,
        member=row.member,
        source=row.source,
        prize=row.prize,
        store="",
        value=row.value,
        percent=row.percent,
        until=0,
    )


_OWN_CHECKS: dict[type[Any], Callable[[Any], None]] = {
    Benefit: _benefit,
    Deal: _deal,
    WeekWindow: _window,
    PrizeRow: _prize,
}

_CURRENCY = re.compile(r"[A-Z]{3}")
_PUBLIC = re.compile(r"[0-9a-f]{64}")


def _zone(zone: str, _row_id: str) -> None:
    if not zone or len(zone) > 64:
        raise ValueError("no zone")
    try:
        ZoneInfo(zone)
    except (OSError, ValueError, KeyError) as error:
        raise ValueError("no zone of this system") from error


def _same_id(value: str, row_id: str) -> None:
    if value != row_id:
        raise ValueError("published as something else")


def _birthday(value: str | None, _row_id: str) -> None:
    if value is not None and day_of(value) is None:
        raise ValueError("no day of a year")


def _bought(value: tuple[tuple[str, int], ...], _row_id: str) -> None:
    for day, amount in value:
        if date.fromisoformat(day).year < 1970 or amount < 0:
            raise ValueError("no purchase")


def _never_less_than_zero(value: int | None, _row_id: str) -> None:
    if value is not None and value < 0:
        raise ValueError("less than nothing")


def _matching(pattern: re.Pattern[str]) -> Callable[[Any, str], None]:
    def check(value: str | None, _row_id: str) -> None:
        if value is not None and not pattern.fullmatch(value):
            raise ValueError("not as it is written")

    return check


def _logo(value: bytes, _row_id: str) -> None:
    if not is_logo(value):
        raise ValueError("no picture")


def _opened_safely(value: str, _row_id: str) -> None:
    if not is_pages(value):
        raise ValueError("not by TLS")


def _dark_enough(value: str, _row_id: str) -> None:
    if readable(value) != value:
        raise ValueError("too pale")


def _starts_as(value: str, row_id: str) -> None:
    if not row_id.startswith(f"{value}/"):
        raise ValueError("published as something else")


def _ends_as(value: str, row_id: str) -> None:
    if row_id.partition("/")[2] != value:
        raise ValueError("published as another's")


_CHECKS: dict[tuple[type[Any], str], Callable[[Any, str], None]] = {
    (Store, "id"): _same_id,
    (Store, "zone"): _zone,
    (Store, "currency"): _matching(_CURRENCY),
    (CampaignHeader, "id"): _same_id,
    (Brand, "logo"): _logo,
    (Brand, "colour"): _dark_enough,
    (Brand, "pages"): _opened_safely,
    (KeyRow, "key_id"): _same_id,
    (KeyRow, "public"): _matching(_PUBLIC),
    (TerminalRow, "device"): _ends_as,
    (TerminalRow, "public"): _matching(_PUBLIC),
    (RevocationRow, "coupon"): _same_id,
    (Coupon, "id"): _same_id,
    (Coupon, "worth"): _never_less_than_zero,
    (SpentRow, "coupon"): _starts_as,
    (SpentRow, "units"): _never_less_than_zero,
    (EventRow, "zone"): _zone,
    (RightRow, "coupon"): _same_id,
    (RightRow, "uses"): _never_less_than_zero,
    (RightRow, "fence"): _never_less_than_zero,
    (StaffMember, "id"): _same_id,
    (Member, "id"): _same_id,
    (Member, "birthday"): _birthday,
    (Member, "bought"): _bought,
    (Member, "visits"): _never_less_than_zero,
    (Member, "tickets"): _never_less_than_zero,
    (Member, "streak_days"): _never_less_than_zero,
    (Event, "id"): _same_id,
    (Event, "zone"): _zone,
    (Event, "quota"): _never_less_than_zero,
    (Guest, "event"): _starts_as,
    (Guest, "id"): _ends_as,
    (Guest, "plus_ones"): _never_less_than_zero,
    (AttendanceRow, "event"): _starts_as,
    (AttendanceRow, "guest"): _ends_as,
    (PhotoRow, "event"): _starts_as,
    (PhotoRow, "photo"): _ends_as,
    (PhotoMarkRow, "event"): _starts_as,
    (PhotoMarkRow, "photo"): _ends_as,
    (PhotoMarkRow, "votes"): _never_less_than_zero,
    (CouponTemplate, "id"): _same_id,
    (CouponTemplate, "min_spend"): _never_less_than_zero,
    (CouponTemplate, "offline_limit"): _never_less_than_zero,
    (CouponTemplate, "uses_per_coupon"): _never_less_than_zero,
    (CouponTemplate, "uses_per_member"): _never_less_than_zero,
    (CouponTemplate, "uses_per_member_day"): _never_less_than_zero,
}


# --- what stands for a value that cannot be read ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Unusable:
    """The template can be shown, and no coupon of it used: its benefit becomes one of an unknown kind."""

    spare: Any = None


def _its_id(row_id: str) -> str:
    return row_id


def _before_slash(row_id: str) -> str:
    return row_id.partition("/")[0]


def _after_slash(row_id: str) -> str:
    return row_id.partition("/")[2]


def _id_as_words(row_id: str) -> LocalText:
    return LocalText(row_id, row_id, row_id)


_SPARE: dict[type[Any], Mapping[str, Any]] = {
    # zone and currency: as they were before; a store that never had any is none
    Store: {"id": _its_id, "name": _id_as_words, "region": ""},
    # without a name there is none
    Brand: {"logo": b"", "colour": BLACK, "unwanted": (), "pages": ""},
    CampaignHeader: {"id": _its_id, "name": _id_as_words, "withdrawn": True},
    # newcomers are asked what they were asked before any row came, and somebody looks at all of them
    RegistrationPolicy: {
        "consents": DEFAULT_CONSENTS,
        "guardian_below": GUARDIAN_BELOW,
        "household_key": "",
        "countries": COUNTRIES,
        "review": Review.ALL,
        "most_an_hour": MostAnHour(),
        "code_needed": False,
        "ask_birthday": False,
        "ask_email": False,
    },
    # the key signs nothing
    KeyRow: {"key_id": _its_id},
    RevocationRow: {"coupon": _its_id, "at": FIRST_INSTANT, "reason": ""},
    CouponRow: {"token": ""},
    Coupon: {"id": _its_id},
    # it was used all the same
    SpentRow: {
        "coupon": lambda row_id: row_id.rpartition("/")[0],
        "txn": lambda row_id: row_id.rpartition("/")[2],
        "template": "",
        "device": "",
        "store": "",
        "at": FIRST_INSTANT,
        "member": None,
        "conflict": False,
        "units": LARGEST,
    },
    RightRow: {"coupon": _its_id},
    # signs in with what can be read of PIN and badge; what limits them must be readable
    StaffMember: {"id": _its_id, "name": _its_id, "pin_hash": None, "badge_id": None},
    Member: {
        "id": _its_id,
        "card_no": "",
        "name": "",
        "phone": "",
        "tier": Tier.BASIC,
        "segment": Segment.ACTIVE,
        "points": 0,
        "home_store": "",
        "joined": FIRST_INSTANT,
        "birthday": None,
        "visits": 0,
        "tickets": 0,
        "streak_days": 0,
        "household": "",
        "tags": (),
        "bought": (),
    },
    # hours, zone and places must be readable; what is only asked, shown or given is left out
    Event: {
        "id": _its_id,
        "names": _id_as_words,
        "place": "",
        "zones": (),
        "tags": (),
        "questions": (),
        "entry": Entry.ONCE,
        "exits": False,
        "waiting_list": False,
        "walk_ins": False,
        "seats": Seats.NONE,
        "badge": False,
        "campaign": "",
        "campaign_event": "",
        "survey": "",
        "mask": Mask.NONE,
        "source": Source.HQ,
        "early_minutes": 0,
        "late_minutes": 0,
        "photos": None,
        "sign_up": None,
    },
    # a guest of whom it cannot be read whether they may come in is one about whom somebody is called
    Guest: {
        "name": "",
        "name_sounds": "",
        "phone": "",
        "email": "",
        "company": "",
        "seat": "",
        "tags": (),
        "ticket": "",
        "codes": (),
        "plus_ones": 0,
        "standing": Standing.BLOCKED,
        "reason": "",
        "note": "",
        "member": "",
        "answers": (),
    },
    AttendanceRow: {"event": _before_slash, "guest": _after_slash, "words": ()},
    # what cannot be read of a photograph is not on the wall
    PhotoRow: {"event": _before_slash, "photo": _after_slash, "name": "", "at": FIRST_INSTANT},
    PhotoMarkRow: {
        "event": _before_slash,
        "photo": _after_slash,
        "votes": 0,
        "shown": False,
        "stamp": "",
        "device": "",
    },
    CouponTemplate: {
        "id": _its_id,
        "name": _id_as_words,
        "campaign": _Unusable(""),
        "benefit": _Unusable(),
        "valid_from": _Unusable(FIRST_INSTANT),
        "valid_until": _Unusable(LAST_INSTANT),
        "min_spend": _Unusable(0),
        "categories": _Unusable(),
        "stores": _Unusable(),
        "hours": _Unusable(()),
        "uses_per_coupon": _Unusable(1),
        "uses_per_member": _Unusable(),
        "uses_per_member_day": _Unusable(),
        "stack_group": _Unusable(""),
        "stacks_with": (),
        "offline": OfflinePolicy.REFUSE,
        "offline_limit": 0,
        "withdrawn": _Unusable(False),
        "offer": _Unusable(),
        "reusable": _Unusable(True),
        "deal": _Unusable(),
    },
}

_COUNT_EVEN_WHEN_BROKEN = frozenset({RevocationRow, SpentRow, CouponTemplate})
"""Rows that say something by being there."""
