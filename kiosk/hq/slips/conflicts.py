"""Slips that were keyed in though something stands against them. A number that was used twice, or whose coupon was used
elsewhere too, is a double use like any other (`coupons/judging.py`).
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from kiosk.domain.slips.model import Declared, Range, SlipBook, use_of
from kiosk.domain.time import millis
from kiosk.hq.coupons.queries import ConflictSeen
from kiosk.hq.slips.books import books, said, uses
from kiosk.hq.store.database import Tx


class Against(StrEnum):
    """What stands against a slip."""

    UNKNOWN = "slip_unknown"
    """There is no such book, or no such number in it."""
    ELSEWHERE = "slip_elsewhere"
    """It was keyed in in another store than the book is for."""
    TIME = "slip_time"
    """By the time written on it, it was used before the book was made, before it was good, or afterwards."""
    LOST = "slip_lost"
    UNUSED = "slip_unused"
    """It was said to lie there blank."""
    BEYOND = "slip_beyond"
    """More of the book were used than it allows."""


def slip_conflicts(tx: Tx) -> list[ConflictSeen]:
    """By the time written on them. They do not depend on who told first."""
    known, declared = books(tx), said(tx)
    counted: dict[str, set[int]] = defaultdict(set)
    found: list[ConflictSeen] = []
    for row in uses(tx):
        why = _against(row, known.get(row.book), declared.get(row.book, []), counted[row.book])
        if why not in (Against.UNKNOWN, Against.ELSEWHERE):
            counted[row.book].add(row.number)
        if why is not None:
            found.append(
                ConflictSeen(
                    coupon=use_of(row.book, row.number),
                    txn=row.txn,
                    store=row.store,
                    device=row.device,
                    at=row.at,
                    value=row.off,
                    actor=row.actor,
                    winner_txn="",
                    winner_device="",
                    found_at=row.keyed,
                    closed_at=None,
                    what=why,
                )
            )
    return sorted(found, key=lambda one: (one.at, one.coupon, one.txn))


def _against(row: Row[Any], book: SlipBook | None, declared: list[Range], counted: set[int]) -> Against | None:
    """`counted`: numbers of the book that were keyed in before."""
    if book is None or not book.has(row.number):
        return Against.UNKNOWN
    if book.store != row.store:
        return Against.ELSEWHERE
    if row.at < millis(book.made) or not millis(book.since) <= row.at < millis(book.until):
        return Against.TIME
    of_it = {one.what for one in declared if one.first <= row.number <= one.last}
    if of_it:
        return Against.LOST if Declared.LOST in of_it else Against.UNUSED
    return Against.BEYOND if row.number not in counted and len(counted) >= book.uses else None
