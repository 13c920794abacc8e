"""Events and their guests in `ref.db`: found by code, phone and member, and read though a newer HQ wrote them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.db.reference import SqlReference
from kiosk.domain.guests.event import Entry, Event, Guest, Mask, Standing
from kiosk.domain.texts import LocalText
from kiosk.protocol.row_reader import read_row
from kiosk.protocol.rows import AttendanceRow, WordRow, encode_row

NAMES = LocalText("週年慶", "周年庆", "Anniversary")
EVENT = Event(
    "gala", NAMES, datetime(2026, 9, 20, 10, tzinfo=UTC), datetime(2026, 9, 20, 14, tzinfo=UTC), "Asia/Taipei"
)
LI = Guest("gala", "g-1", "李小美", phone="+886912345678", codes=("pretix-secret", "second"), member="m-1")
WU = Guest("gala", "g-2", "吳大同", phone="+886912345678")
OTHER = replace(LI, event="gala2")


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlReference]:
    reference = SqlReference(tmp_path_factory.mktemp("told") / "ref.db", bytes(32))
    yield reference
    reference.close()


@pytest.fixture
def told(reference: SqlReference, tmp_path: Path) -> Iterator[SqlReference]:
    put(reference, "gatherings", {"gala": EVENT})
    put(reference, "guests", {f"{one.event}/{one.id}": one for one in (LI, WU, OTHER)})
    yield reference
    for subject in ("gatherings", "guests", "attendance"):
        reference.forget(f"store/N01/{subject}")


def put(reference: SqlReference, subject: str, rows: dict[str, Any]) -> None:
    data = [(name, 1, row if isinstance(row, str) else encode_row(row).decode()) for name, row in rows.items()]
    reference.apply(f"store/N01/{subject}", data, [], 1)


def test_guests_are_found_within_their_event(told: SqlReference) -> None:
    guests = told.guests
    assert (guests.events(), guests.event("gala"), guests.event("gala2")) == ([EVENT], EVENT, None)
    assert guests.guests("gala") == [LI, WU]
    assert (guests.guest("gala2", "g-1"), guests.guest("gala2", "g-2")) == (OTHER, None)
    assert guests.by_code("gala", "second") == [LI]
    assert guests.by_code("gala", "SECOND") == []
    assert guests.by_phone("gala", "+886912345678") == [LI, WU]
    assert guests.by_phone("gala", "") == ()
    assert guests.by_member("gala2", "m-1") == [OTHER]


def test_codes_follow_their_guest(told: SqlReference) -> None:
    put(told, "guests", {"gala/g-1": replace(LI, codes=("third",)), "gala/g-2": replace(WU, codes=("third",))})
    assert told.guests.by_code("gala", "pretix-secret") == []
    assert [one.id for one in told.guests.by_code("gala", "third")] == ["g-1", "g-2"]
    told.apply("store/N01/guests", [], ["gala/g-1"], 9)
    assert [one.id for one in told.guests.by_code("gala", "third")] == ["g-2"]
    assert told.guests.by_code("gala2", "second") == [OTHER]


def test_what_desks_said(told: SqlReference) -> None:
    row = AttendanceRow("gala", "g-1", (WordRow("d-1", "7", "guest.signed_in", 5, "s-1", "{}", "Door 1"),))
    put(told, "attendance", {"gala/g-1": row})
    assert (told.guests.attendance("gala"), told.guests.attendance_of("gala", "g-2")) == ([row], None)


def changed(row: object, **changes: Any) -> str:
    return json.dumps(json.loads(encode_row(row)) | changes)


@pytest.mark.parametrize(
    ("data", "stands"),
    [
        (changed(EVENT, entry="twice"), replace(EVENT, entry=Entry.ONCE)),
        (changed(EVENT, mask="initials"), replace(EVENT, mask=Mask.NONE)),
        (changed(EVENT, questions=[{"id": "q", "kind": "drawing"}]), EVENT),
        (changed(EVENT, names={"fr": "Gala"}), replace(EVENT, names=LocalText("gala", "gala", "gala"))),
        (changed(EVENT, zone="Asia/Nowhere"), None),
        (changed(EVENT, sessions="all"), None),
        (changed(EVENT, quota=-1), None),
    ],
)
def test_an_event_of_a_newer_hq(data: str, stands: Event | None) -> None:
    assert read_row(data, Event, "gala").row == stands


@pytest.mark.parametrize(
    ("data", "stands"),
    [
        (changed(LI, standing="perhaps"), replace(LI, standing=Standing.BLOCKED)),
        (changed(LI, plus_ones="many"), replace(LI, plus_ones=0)),
        (changed(LI, plus_ones=-2), replace(LI, plus_ones=0)),
        (changed(LI, codes=[1]), replace(LI, codes=())),
        (changed(LI, sessions={"a": 1}), None),
        (changed(LI, event="else"), None),
        (changed(LI, id="else"), None),
        (changed(LI, name=7), replace(LI, name="")),
    ],
)
def test_a_guest_of_a_newer_hq(data: str, stands: Guest | None) -> None:
    assert read_row(data, Guest, "gala/g-1").row == stands


def test_a_row_that_is_no_json_stops_no_page(told: SqlReference, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("guest gala/g-. is (left out|used without)")
    odd = changed(Guest("gala", "g-8", "趙"), codes=7)
    put(told, "guests", {"gala/g-9": "no json", "gala/g-8": odd, "gala/g-7": "[]"})
    assert told.guests.guests("gala") == [LI, WU, Guest("gala", "g-8", "趙")]
