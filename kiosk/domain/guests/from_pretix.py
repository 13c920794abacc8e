"""Tickets of a pretix check-in list as guests of an event."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.domain.guests.event import Event, Guest, Standing
from kiosk.domain.guests.from_list import tags_of
from kiosk.domain.lists import names, repair
from kiosk.domain.lists.duplicates import name_key

_LONGEST = 300
UNPAID, HELD_BACK = "unpaid", "blocked"
"""Why a ticket is blocked: it is not paid; pretix blocks it."""


def pretix_guests(
    event: Event,
    positions: Iterable[Mapping[str, Any]],
    products: Mapping[int, tuple[str, str]],
    orders: Mapping[str, Mapping[str, Any]],
    home: str,
) -> Iterator[Guest]:
    """Guests without ids. `products`: (name, what is told at the door) by number; `orders`: by code; `home`: the
    country where a phone that names none is dialled. Tickets without a secret are nobody's."""
    tags = tags_of(event)
    for one in positions:
        secret = _text(one.get("secret"))
        if not secret:
            continue
        order = orders.get(_text(one.get("order")), {})
        address = order.get("invoice_address")
        bill: Mapping[str, Any] = address if isinstance(address, dict) else {}
        product, told = products.get(one.get("item") or 0, ("", ""))
        honoured = names.honoured(product)
        found = [tag for tag in (tags.get(name_key(product)), tags["vip"] if honoured else None) if tag]
        standing, reason = _standing(one)
        yield Guest(
            event.id,
            "",
            _text(one.get("attendee_name")) or _text(bill.get("name")) or _text(order.get("email")),
            phone=repair.phone(_text(order.get("phone")), home).e164,
            email=_text(one.get("attendee_email")) or _text(order.get("email")),
            company=_text(one.get("company")) or _text(bill.get("company")),
            seat=_seat(one.get("seat")),
            tags=tuple(dict.fromkeys(found)),
            ticket=product,
            codes=(secret,),
            standing=standing,
            reason=reason,
            note=told,
            answers=tuple(_answers(one.get("answers"))),
        )


def _standing(one: Mapping[str, Any]) -> tuple[Standing, str]:
    status = one.get("order__status")
    if one.get("canceled") or status in ("c", "e"):
        return Standing.CANCELLED, ""
    if one.get("blocked"):
        return Standing.BLOCKED, HELD_BACK
    if one.get("order__require_approval"):
        return Standing.WAITING, ""
    if status == "n" and not one.get("order__valid_if_pending"):
        return Standing.BLOCKED, UNPAID
    return Standing.EXPECTED, ""


def _seat(said: object) -> str:
    if not isinstance(said, dict):
        return ""
    parts = [_text(said.get(name)) for name in ("zone_name", "row_name", "seat_number")]
    return _text(said.get("name")) or " ".join(filter(None, parts))


def _answers(said: object) -> Iterator[tuple[str, str]]:
    for one in said if isinstance(said, list) else ():
        if isinstance(one, dict) and (name := _text(one.get("question_identifier"))):
            yield name.lower(), _text(one.get("answer"))


def _text(said: object) -> str:
    """One line, as a person wrote it."""
    if not isinstance(said, str):
        return ""
    plain = "".join(one if one.isprintable() else " " for one in unicodedata.normalize("NFC", said))
    return " ".join(plain.split())[:_LONGEST]
