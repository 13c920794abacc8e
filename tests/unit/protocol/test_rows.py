"""Rows that HQ publishes: what is written is what is read."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.coupons.deal import EVERYTHING, Deal, Exclusive, Part, Picked, Reach, Stage
from kiosk.domain.coupons.model import (
    Benefit,
    BenefitKind,
    Coupon,
    CouponTemplate,
    Offer,
    OfflinePolicy,
    Sold,
    WeekWindow,
)
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.texts import LocalText
from kiosk.protocol import rows

TEXT = st.text(max_size=8)
INSTANT = st.datetimes(timezones=st.just(UTC))
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
BY_TYPE: dict[str, st.SearchStrategy[object]] = {
    "str": TEXT,
    "int": st.integers(0, 2**53),
    "bool": st.booleans(),
    "datetime": INSTANT,
    "time": st.times(),
    "LocalText": st.builds(LocalText, TEXT, TEXT, TEXT),
    "BenefitKind": st.sampled_from(BenefitKind),
    "OfflinePolicy": st.sampled_from(OfflinePolicy),
    "Tier": st.sampled_from(Tier),
    "Segment": st.sampled_from(Segment),
    "Role": st.sampled_from(Role),
    "tuple[str, ...]": TEXTS,
    "tuple[tuple[str, int], ...]": st.lists(st.tuples(TEXT, st.integers(0, 10**9)), max_size=2).map(tuple),
    "Offer": st.builds(Offer),
    "Deal": st.builds(
        Deal,
        reach=st.builds(Reach, items=TEXTS | st.none(), not_reduced=st.booleans()),
        bundle=st.none() | st.just((3, 9900)),
        parts=st.just(()) | st.just((Part(Reach(items=("a",))), Part(EVERYTHING, 2))),
        for_each=st.none() | st.just(Part(EVERYTHING, 2)),
        pick=st.none() | st.tuples(st.sampled_from(Picked), st.integers(1, 9)),
        pieces=st.none() | st.integers(0, 9),
        stage=st.sampled_from(Stage),
        exclusive=st.sampled_from(Exclusive),
    ),
    "bytes": st.binary(max_size=20),
    "tuple[int, ...]": st.lists(st.integers(1, 7), max_size=3).map(tuple),
}


def made(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Rows with something in every field."""
    strategies = {}
    for field in fields(kind):
        name = str(field.type).removesuffix(" | None")
        strategies[field.name] = BY_TYPE[name] | st.none() if name != field.type else BY_TYPE[name]
    return st.builds(kind, **strategies)


BY_TYPE["Benefit"] = made(Benefit)
BY_TYPE["tuple[WeekWindow, ...]"] = st.lists(made(WeekWindow), max_size=2).map(tuple)
BY_TYPE["Sold"] = made(Sold)
BY_TYPE["Coupon"] = made(Coupon)
ROWS = st.one_of(
    *map(
        made,
        (
            CouponTemplate,
            CampaignHeader,
            Store,
            rows.Brand,
            Member,
            StaffMember,
            rows.CouponRow,
            rows.KeyRow,
            rows.TerminalRow,
            rows.RevocationRow,
            rows.SpentRow,
            rows.RightRow,
            rows.EditionRow,
            rows.EventRow,
        ),
    )
)


@given(ROWS)
def test_round_trip(row: object) -> None:
    assert rows.decode_row(rows.encode_row(row), type(row)) == row


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b'{"coupon":1,"uses":2,"fence":3}', b"\xff", "{"])
def test_what_is_no_row_is_a_decode_error(data: bytes | str) -> None:
    with pytest.raises(msgspec.DecodeError):
        rows.decode_row(data, rows.RightRow)


def test_a_row_of_a_newer_program_is_read() -> None:
    row = rows.decode_row(b'{"coupon":"C1","uses":2,"fence":3,"colour":"green"}', rows.RightRow)
    assert row == rows.RightRow("C1", 2, 3)


def test_staff_come_first_and_members_last() -> None:
    buckets = rows.terminal_buckets("S02", "D1")
    assert len(set(buckets)) == len(buckets)
    assert set(rows.chain_buckets()) < set(buckets)
    assert (buckets[0], buckets[-1]) == ("store/S02/staff", "store/S02/members")
