"""The search over a real list: the index follows whatever changes the rows, in whatever way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.adapters.db import guest_search
from kiosk.adapters.db.reference import SqlReference
from kiosk.domain.guests.event import Guest
from kiosk.protocol.rows import encode_row
from tests.fakes import KEY
from tests.shared.memory import reference_in_memory

BUCKET = "store/N01/guests"
NAMES = ("王小明", "吳曉梅", "Wendy Ma", "陳大同")


@pytest.fixture
def reference() -> Iterator[SqlReference]:
    opened = reference_in_memory()
    yield opened
    opened.close()


def _row(number: int, name: str, event: str = "party") -> tuple[str, int, str]:
    guest = Guest(event, f"g{number}", name, phone=f"+88691234{number:04}", seat=f"A-{number:02}")
    return f"{event}/g{number}", number + 1, encode_row(guest).decode()


def _put(reference: SqlReference, *rows: tuple[str, int, str], deleted: tuple[str, ...] = ()) -> None:
    reference.apply(BUCKET, rows, deleted, cursor=1)


def _found(reference: SqlReference, text: str, event: str = "party") -> list[str]:
    return [guest.name for guest, _hits in reference.guests.search(event, text, 20).guests]


def test_the_list_of_an_event_is_searched_and_no_other(reference: SqlReference) -> None:
    _put(reference, *(_row(number, name) for number, name in enumerate(NAMES)), _row(9, "王小明", "other"))
    found = reference.guests.search("party", "wxm", 20)
    assert [(guest.id, hits) for guest, hits in found.guests] == [
        ("g0", (("name", 0, 3),)),
        ("g1", (("name", 0, 3),)),
    ]
    assert found.total == 2
    assert _found(reference, "a-03") == ["陳大同"]
    assert reference.guests.search("party", "a03", 5).guests[0][1] == (("seat", 0, 4),)


def test_whoever_changes_the_list_is_followed(reference: SqlReference) -> None:
    _put(reference, _row(0, "王小明"))
    assert _found(reference, "王") == ["王小明"]
    _put(reference, _row(1, "王大同"))
    assert _found(reference, "王") == ["王大同", "王小明"]
    _put(reference, _row(0, "林小明"), deleted=("party/g1",))
    assert _found(reference, "王") == []
    reference.guests.put([Guest("party", "w1", "王美美")])
    assert _found(reference, "wmm") == ["王美美"]
    reference.guests.erase("party", ["w1"])
    assert _found(reference, "wmm") == []
    reference.replace(BUCKET, [_row(5, "王力宏")], 2)
    assert _found(reference, "王") == ["王力宏"]
    assert _found(reference, "林") == []


def test_one_row_that_cannot_be_read_costs_itself(reference: SqlReference, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("guest .* is left out")
    _put(reference, _row(0, "王小明"), ("party/bad", 7, '{"id": 3}'), ("party/none", 8, "[]"))
    assert _found(reference, "王") == ["王小明"]


def test_a_long_list_is_searched_plainly_until_its_index_is_made(
    reference: SqlReference, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guest_search, "AT_ONCE", 2)
    monkeypatch.setattr(guest_search, "PAGE", 2)
    _put(reference, *(_row(number, name) for number, name in enumerate(NAMES)))
    reference.guests.prepare("party")
    assert _found(reference, "wendy") == ["Wendy Ma"]
    reference.guests.wait("party")
    assert _found(reference, "wxm") == ["王小明", "吳曉梅"]


def test_after_a_storm_of_changes_the_index_is_made_anew(
    reference: SqlReference, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guest_search, "MOST_MOVED", 3)
    _put(reference, _row(0, "王小明"))
    assert _found(reference, "王") == ["王小明"]
    _put(reference, *(_row(number, "王大同") for number in range(1, 8)))
    assert len(_found(reference, "wdt")) == 7


def test_a_search_follows_no_run_before(tmp_path: Path) -> None:
    for _run in range(2):
        reference = SqlReference(tmp_path / "ref.db", KEY)
        _put(reference, _row(0, "王小明"))
        assert _found(reference, "wxm") == ["王小明"]
        reference.close()
