"""Who a member is: what a fact only holds a commitment to, and what can be erased.

A fact of a registration holds `commitment(salt, person)`. Terminal and HQ keep the person beside their journals, with
the salt. Without the salt, which goes with the person, the commitment says nothing to anybody.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from kiosk.domain.commitments import SALT_BYTES as SALT_BYTES
from kiosk.domain.commitments import commitment_of as commitment_of
from kiosk.domain.members.card import luhn_digit
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.time import instant

_CARD_DIGITS = 16
_MAY_LACK = ("birthday", "email", "household", "family")
_FAMILY_LEAVES_OUT = 2
"""Last digits of a phone that those bought together differ by."""


@dataclass(frozen=True, slots=True)
class Guardian:
    """Who decides for a child. `phone`: E.164; `relation`: as they said it."""

    name: str = field(repr=False)
    phone: str = field(repr=False)
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One member's personal data. `phone`: E.164; `birthday`: "MM-DD"; `household`, `family`: `phone_keys` of the
    phone."""

    member: str
    name: str = field(repr=False)
    phone: str = field(repr=False)
    birthday: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    language: str = "zh_TW"
    guardian: Guardian | None = None
    household: str = field(default="", repr=False)
    family: str = field(default="", repr=False)


def canonical(person: Person) -> bytes:
    """A person's bytes, the same everywhere: JSON, keys sorted, no spaces, UTF-8, what is not known left out."""
    return msgspec.json.encode(_said(person), order="sorted")


def _said(person: Person) -> dict[str, Any]:
    said: dict[str, Any] = {name: getattr(person, name) for name in ("member", "name", "phone", "language")}
    said |= {name: value for name in _MAY_LACK if (value := getattr(person, name))}
    if person.guardian is not None:
        said["guardian"] = {
            "name": person.guardian.name, "phone": person.guardian.phone, "relation": person.guardian.relation
        }  # fmt: skip
    return said


def commitment(salt: bytes, person: Person) -> str:
    """What a fact says of a person: hex SHA-256 of `salt` (32 bytes) and the canonical bytes. Raises ValueError for
    another salt."""
    return commitment_of(salt, canonical(person))


def person_of(data: bytes) -> Person:
    """The person behind canonical bytes. Raises ValueError for any others."""
    try:
        person = msgspec.json.decode(data, type=Person)
        whole = canonical(person) == data
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ValueError(f"no person: {error!r}") from error
    if not whole or not person.member:
        raise ValueError("not the canonical bytes of a person")
    return person


def phone_keys(key: bytes, phone: str) -> tuple[str, str]:
    """(household, family) of a phone (E.164): the chain's keyed hashes of it, and of it without its last two digits.
    Both "" where HQ gave no key."""
    if not key or not phone:
        return "", ""
    whole, part = phone.encode(), phone[:-_FAMILY_LEAVES_OUT].encode()
    return (
        hmac.new(key, b"household/" + whole, hashlib.sha256).hexdigest(),
        hmac.new(key, b"family/" + part, hashlib.sha256).hexdigest(),
    )


def card_of(member: str, again: int = 0) -> str:
    """The card number of a member whom a terminal registered: 16 digits with a Luhn digit, the same wherever it is
    made. `again`: the number of another that HQ found taken."""
    hashed = hashlib.sha256(f"card/{member}/{again}".encode()).digest()
    body = f"9{int.from_bytes(hashed[:8], 'big') % 10 ** (_CARD_DIGITS - 2):0{_CARD_DIGITS - 2}d}"
    return body + luhn_digit(body)


def member_row(person: Person, store: str, joined: datetime) -> Member:
    """The row of a member who was just registered. `store`: where; `joined`: when, by the fact."""
    return Member(
        person.member,
        card_of(person.member),
        person.name,
        person.phone,
        Tier.BASIC,
        Segment.NEW,
        0,
        store,
        joined,
        birthday=person.birthday,
        household=person.household,
    )


def newcomer_row(data: bytes, store: str, at_ms: int) -> Member | None:
    """The row of who registered in `store` at an instant (ms since 1970), made of their canonical bytes; None for bytes
    that are nobody's."""
    try:
        return member_row(person_of(data), store, instant(at_ms))
    except ValueError:
        return None
