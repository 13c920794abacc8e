"""What HQ does about staff: rows in the right stores, each step in the journal, nothing secret in it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.domain.stores import Store
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows
from kiosk.hq.staff.commands import ANY_DAY, StaffChange, StaffFault
from kiosk.hq.store.schema import CHAIN
from tests.unit.hq.rig import STORES, headquarters, put, words

LIN = StaffChange(name="林怡君", role=Role.CLERK, stores=("s1",))


@pytest.fixture
def hq(tmp_path: Path) -> Headquarters:
    return headquarters(tmp_path)


def rows(hq: Headquarters, store: str) -> dict[str, StaffMember]:
    with hq.database.read() as tx:
        return {one.id: one for one in all_rows(tx, Bucket(store, "staff"), StaffMember)}


def test_somebody_new_is_known_where_they_work(hq: Headquarters) -> None:
    hq.staff.add("s-1", LIN, "it")
    assert rows(hq, "s1") == {"s-1": StaffMember("s-1", "林怡君", Role.CLERK, ("s1",))}
    assert rows(hq, "s2") == {}
    hq.staff.change("s-1", StaffChange(stores=("s2",)), "it")
    assert (rows(hq, "s1"), list(rows(hq, "s2"))) == ({}, ["s-1"])
    hq.staff.change("s-1", StaffChange(stores=()), "it")
    assert rows(hq, "s1")["s-1"].stores is None
    assert rows(hq, "s1") == rows(hq, "s2")
    assert hq.verify() == []


def test_a_new_store_knows_who_works_in_every_store(hq: Headquarters) -> None:
    hq.staff.add("s-1", LIN, "it")
    hq.staff.add("s-9", StaffChange(name="稽核", role=Role.AUDITOR, stores=()), "it")
    store = Store("s3", words("s3"), "Asia/Taipei", "TWD", "r")
    older = StaffMember("s-9", "an older name", Role.AUDITOR)
    hq.publish([put(CHAIN, "stores", "s3", store), put("s3", "staff", "s-8", replace(older, id="s-8"))])
    assert set(rows(hq, "s3")) == {"s-9", "s-8"}
    hq.publish([put(CHAIN, "stores", "s3", store), put("s3", "staff", "s-9", older)])  # what is put counts
    assert rows(hq, "s3")["s-9"].name == "an older name"


def test_days_are_those_of_the_store_and_both_included(hq: Headquarters) -> None:
    hq.staff.add("s-1", LIN, "it")
    made = hq.staff.change("s-1", StaffChange(first_day=date(2026, 12, 1), last_day=date(2026, 12, 31)), "it")
    assert made.valid_from == datetime(2026, 11, 30, 16, tzinfo=UTC)
    assert made.valid_until == datetime(2026, 12, 31, 16, tzinfo=UTC)
    assert hq.staff.change("s-1", StaffChange(first_day=date(2026, 12, 31)), "it").valid_from is not None
    with pytest.raises(StaffFault, match="before the first"):
        hq.staff.change("s-1", StaffChange(first_day=date(2027, 1, 1)), "it")
    made = hq.staff.change("s-1", StaffChange(first_day=ANY_DAY, last_day=ANY_DAY), "it")
    assert (made.valid_from, made.valid_until) == (None, None)


def test_stopped_nothing_lets_them_in_any_more(hq: Headquarters) -> None:
    hq.staff.add("s-1", LIN, "it")
    hq.staff.set_pin("s-1", "$argon2id$hash", "it")
    _, token, _ = hq.staff.new_badge("s-1", "it")
    assert token.startswith("KB1:")
    hq.staff.stop("s-1", "it")
    row = rows(hq, "s1")["s-1"]
    assert (row.active, row.pin_hash, row.badge_id, row.name) == (False, None, None, "林怡君")
    again: tuple[Callable[[], object], ...] = (
        lambda: hq.staff.stop("s-1", "it"),
        lambda: hq.staff.set_pin("s-1", "$argon2id$other", "it"),
        lambda: hq.staff.new_badge("s-1", "it"),
        lambda: hq.staff.withdraw_badge("s-1", "it"),
        lambda: hq.staff.add("s-1", LIN, "it"),
    )
    for step in again:
        with pytest.raises(StaffFault):
            step()
    assert rows(hq, "s1")["s-1"] == row
    assert hq.staff.start("s-1", "it").active
    assert hq.staff.everybody()[0].has_pin is False


def test_each_badge_ends_the_one_before(hq: Headquarters) -> None:
    hq.staff.add("s-1", LIN, "it")
    serials = [hq.staff.new_badge("s-1", "it")[0].badge_id for _ in range(2)]
    assert None not in serials
    assert serials[0] != serials[1]
    assert rows(hq, "s1")["s-1"].badge_id == serials[1]
    hq.staff.withdraw_badge("s-1", "it")
    assert rows(hq, "s1")["s-1"].badge_id is None


def test_the_journal_has_every_step_and_no_secret(hq: Headquarters) -> None:
    hq.staff.add("s-1", LIN, "wang")
    hq.staff.set_pin("s-1", "$argon2id$hash", "wang")
    badge = hq.staff.new_badge("s-1", "wang")[0].badge_id
    hq.staff.change("s-1", StaffChange(role=Role.MANAGER), "chen")
    hq.staff.withdraw_badge("s-1", "chen")
    hq.staff.stop("s-1", "chen")
    hq.staff.start("s-1", "chen")
    done = hq.staff.done("s-1")
    assert [(one.what, one.by) for one in done] == [
        ("added", "wang"), ("pin", "wang"), ("badge", "wang"), ("changed", "chen"), ("badge_withdrawn", "chen"),
        ("stopped", "chen"), ("started", "chen"),
    ]  # fmt: skip
    assert (done[0].role, done[3].role, done[0].stores) == ("clerk", "manager", ("s1",))
    told = b"".join(hq.facts("hq", 1)).decode()
    assert "argon2" not in told
    assert str(badge) not in told
    assert "林怡君" not in told
    assert hq.staff.done("s-2") == []
    assert (hq.verify(), hq.left_out()) == ([], [])


@pytest.mark.parametrize("staff", ["", " ", "a b", "system", "till", "customer", "林", "-1", "x" * 33, "a/b", "a\n"])
def test_ids_that_are_none(hq: Headquarters, staff: str) -> None:
    with pytest.raises(StaffFault):
        hq.staff.add(staff, LIN, "it")


@pytest.mark.parametrize(
    "change",
    [
        StaffChange(name=" ", role=Role.CLERK, stores=("s1",)),
        StaffChange(name="a\0b", role=Role.CLERK, stores=("s1",)),
        StaffChange(name="\ud800", role=Role.CLERK, stores=("s1",)),
        StaffChange(name="x" * 65, role=Role.CLERK, stores=("s1",)),
        StaffChange(name="x", role=Role.CLERK, stores=("nowhere",)),
        StaffChange(name="x", role=Role.CLERK),
        StaffChange(name="x", stores=()),
        StaffChange(role=Role.CLERK, stores=()),
    ],
)
def test_what_cannot_be_changes_nothing(hq: Headquarters, change: StaffChange) -> None:
    with pytest.raises(StaffFault):
        hq.staff.add("s-1", change, "it")
    assert hq.staff.everybody() == []
    assert hq.staff.done() == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("stores"), st.lists(st.sampled_from(STORES), max_size=3)),
        st.tuples(st.sampled_from(("stop", "start", "pin", "badge", "withdraw")), st.just(())),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_after_any_steps_every_store_knows_the_same_of_somebody(steps: list[tuple[str, list[str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hq = headquarters(Path(folder))
        done = 1
        hq.staff.add("s-1", LIN, "it")
        for what, stores in steps:
            try:
                if what == "stores":
                    hq.staff.change("s-1", StaffChange(stores=tuple(stores)), "it")
                elif what == "pin":
                    hq.staff.set_pin("s-1", "$argon2id$hash", "it")
                elif what == "badge":
                    hq.staff.new_badge("s-1", "it")
                elif what == "withdraw":
                    hq.staff.withdraw_badge("s-1", "it")
                else:
                    (hq.staff.stop if what == "stop" else hq.staff.start)("s-1", "it")
            except StaffFault:
                continue
            done += 1
        (person,) = hq.staff.everybody()
        known = {store: found["s-1"] for store in STORES if (found := rows(hq, store))}
        assert set(known) == set(STORES if person.stores is None else person.stores)
        assert len(set(known.values())) == 1
        assert len(hq.staff.done()) == done
        assert person.active or not (person.has_pin or person.has_badge)
        assert hq.verify() == []
        hq.database.close()
