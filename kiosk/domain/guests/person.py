"""Who a guest is whom a desk added: what a fact only holds a commitment to, and what can be erased.

Beside their journals terminals and HQ keep the person with the salt. Without the salt, which goes with the person, the
commitment says nothing to anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import msgspec

from kiosk.domain.commitments import SALT_BYTES as SALT_BYTES
from kiosk.domain.commitments import commitment_of as commitment_of
from kiosk.domain.guests.event import Guest
from kiosk.domain.guests.facts import AddedBody

MOST_BYTES = 8 * 1024
"""Of a person's canonical bytes."""


@dataclass(frozen=True, slots=True)
class GuestPerson:
    """What is known of somebody; fields as of `Guest`. `answers`: (question, answer) in words of their own."""

    event: str
    guest: str
    name: str = field(default="", repr=False)
    name_sounds: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    company: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    ticket: str = ""
    codes: tuple[str, ...] = field(default=(), repr=False)
    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)


_FIELDS = tuple(one.name for one in fields(GuestPerson))


def canonical(person: GuestPerson) -> bytes:
    """A person's bytes, the same everywhere: JSON, keys sorted, no spaces, UTF-8, what is not known left out."""
    said = {name: value for name in _FIELDS if (value := getattr(person, name))}
    return msgspec.json.encode(said, order="sorted")


def commitment(salt: bytes, person: GuestPerson) -> str:
    """What a fact says of a person: hex SHA-256 of `salt` (32 bytes) and the canonical bytes. Raises ValueError for
    another salt."""
    return commitment_of(salt, canonical(person))


def person_of(data: bytes) -> GuestPerson:
    """The person behind canonical bytes. Raises ValueError for any others."""
    try:
        person = msgspec.json.decode(data, type=GuestPerson)
        whole = canonical(person) == data
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ValueError(f"no person: {error!r}") from error
    if not whole or not person.event or not person.guest or len(data) > MOST_BYTES:
        raise ValueError("not the canonical bytes of a person")
    return person


def person_from(guest: Guest) -> GuestPerson:
    """What of a guest belongs to the person."""
    return GuestPerson(
        guest.event,
        guest.id,
        guest.name,
        guest.name_sounds,
        guest.phone,
        guest.email,
        guest.company,
        guest.note,
        guest.ticket,
        guest.codes,
        guest.answers,
    )


def guest_of(person: GuestPerson, added: AddedBody) -> Guest:
    """The guest whom a desk put on the list: who they are, and what the fact says of them."""
    return Guest(
        person.event,
        person.guest,
        person.name,
        person.name_sounds,
        person.phone,
        person.email,
        person.company,
        added.seat,
        added.tags,
        person.ticket,
        person.codes,
        added.plus_ones,
        added.sessions,
        added.standing,
        note=person.note,
        member=added.member,
        answers=person.answers,
    )
