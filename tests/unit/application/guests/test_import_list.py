"""A file of guests taken in at a desk: shown first, taken in steps, stopped, taken again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.adapters.lists.reading import read_book
from kiosk.adapters.lists.writing import write_csv
from kiosk.application.guests.import_list import AT_ONCE, ListPreview, ListTaken
from kiosk.application.service import CheckoutService
from kiosk.domain.channels import Channel
from kiosk.domain.guests.event import Source
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.lists.book import Trouble
from kiosk.domain.lists.tables import OutTable
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Customer
from tests.shared.desk import VOLUNTEER, EventDesk, gala

HEAD = ("姓名", "手機", "桌次", "攜伴", "VIP")


@pytest.fixture
def desk() -> Iterator[EventDesk]:
    made = EventDesk()
    made.context = replace(made.context, read_book=lambda path, _progress: read_book(path))
    made.service = CheckoutService(made.context)
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def write(file: Path, *rows: tuple[str, ...]) -> Path:
    write_csv(file, OutTable("list", HEAD, rows))
    return file


def read(desk: EventDesk, file: Path) -> ListPreview:
    found = desk.service.read_list("gala", file)
    assert isinstance(found, ListPreview), found
    return found


def take(desk: EventDesk, file: Path, *, whole: bool = False) -> ListTaken:
    done = desk.service.take_list(read(desk, file), VOLUNTEER, whole=whole)
    assert isinstance(done, ListTaken), done
    return done


def test_a_list_for_an_event_made_on_the_spot(desk: EventDesk, file: Path) -> None:
    assert not isinstance(desk.service.make_event(gala(tags=(), source=Source.LOCAL), VOLUNTEER), Refusal)
    write(file, ("李小美", "0912-345-678", "3", "1", "是"), ("王明", "", "5", "", ""), ("合計", "", "", "1", ""))
    seen = read(desk, file)
    assert seen.understood is not None
    assert seen.plan is not None
    assert (len(seen.plan.new), len(seen.understood.left_out)) == (2, 1)
    assert desk.service.find_guests("gala", "李").total == 0  # nothing is taken yet
    assert desk.service.take_list(seen, VOLUNTEER) == ListTaken(2, 0, 0)
    (row,) = desk.service.find_guests("gala", "李").rows
    assert (row.name, row.seat, row.plus_ones, row.tags) == ("李小美", "3", 1, ("vip",))
    opened = desk.service.open_event("gala")
    assert not isinstance(opened, Refusal)
    assert [tag.id for tag in opened.event.event.tags] == ["vip"]
    assert desk.comes(row.id).kind is VerdictKind.WELCOME
    assert desk.service.guest("gala", row.id).came == 1  # type: ignore[union-attr]


def test_what_is_taken_again_is_as_it_was_and_what_changed_is_not(desk: EventDesk, file: Path) -> None:
    desk.service.make_event(gala(source=Source.LOCAL), VOLUNTEER)
    take(desk, write(file, ("李小美", "0912345678", "3", "", ""), ("王明", "", "", "", ""), ("走了", "", "", "", "")))
    (before,) = desk.service.find_guests("gala", "李").rows
    again = write(file, ("李小美", "0912345678", "9", "", ""), ("王明", "", "", "", ""), ("新人", "", "", "", ""))
    seen = read(desk, again)
    assert seen.plan is not None
    assert (len(seen.plan.new), len(seen.plan.changed), seen.plan.same, len(seen.plan.gone)) == (1, 1, 1, 1)
    assert take(desk, again, whole=True) == ListTaken(1, 1, 1)
    (after,) = desk.service.find_guests("gala", "李").rows
    assert (after.id, after.seat) == (before.id, "9")
    (gone,) = desk.service.find_guests("gala", "走了").rows
    assert desk.comes(gone.id).kind is VerdictKind.CANCELLED
    assert take(desk, again, whole=True) == ListTaken(0, 0, 0)


def test_another_desk_that_hears_of_it_knows_who_they_are(desk: EventDesk, file: Path) -> None:
    other = EventDesk("d-2", "Door 2")
    desk.service.make_event(gala(source=Source.LOCAL), VOLUNTEER)
    take(desk, write(file, ("李小美", "0912345678", "3", "", ""), ("走了", "", "", "", "")))
    take(desk, write(file, ("李小美", "0912345678", "4", "", "")), whole=True)
    desk.meets(other)
    (row,) = other.service.find_guests("gala", "李").rows
    assert (row.name, row.seat) == ("李小美", "4")
    assert other.comes(row.id).kind is VerdictKind.WELCOME
    other.close()


def test_a_list_that_is_stopped_goes_on_the_next_time(desk: EventDesk, file: Path) -> None:
    desk.service.make_event(gala(source=Source.LOCAL), VOLUNTEER)
    names = [(f"甲{number}", "", "", "", "") for number in range(AT_ONCE + 50)]
    seen = read(desk, write(file, *names))
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> bool:
        told.append((done, of))
        return False

    done = desk.service.take_list(seen, VOLUNTEER, progress=stop)
    assert done == ListTaken(AT_ONCE, 0, 0, stopped=True, left=50)
    assert told == [(AT_ONCE, AT_ONCE + 50)]
    assert take(desk, file) == ListTaken(50, 0, 0)
    write(file, *names, *names[:100])  # a word of progress every 500 rows
    assert desk.service.read_list("gala", file, progress=lambda *_: False) is None


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b"%PDF-1.7", Trouble.NOT_A_LIST),
        (b"PK\x03\x04nothing", Trouble.DAMAGED),
        ("價格,數量\n1,2\n".encode(), Trouble.NO_NAMES),
        (None, Trouble.DAMAGED),
    ],
)
def test_a_file_that_is_no_list(desk: EventDesk, file: Path, data: bytes | None, trouble: Trouble) -> None:
    desk.has_event(gala())
    if data is not None:
        file.write_bytes(data)
    seen = read(desk, file)
    assert (seen.trouble, seen.plan) == (trouble, None)
    assert desk.service.take_list(seen, VOLUNTEER) == ListTaken(0, 0, 0)


def test_who_may_not_and_no_event(desk: EventDesk, file: Path) -> None:
    desk.has_event(gala())
    seen = read(desk, write(file, ("李小美", "", "", "", "")))
    refused = desk.service.take_list(seen, Customer(Channel.EVENT))
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.NOT_PERMITTED
    nowhere = desk.service.read_list("nowhere", file)
    assert isinstance(nowhere, Refusal)
    assert nowhere.code is RefusalCode.EVENT_UNKNOWN
