"""The file of an event: what it says, and what is wrong with it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from kiosk.domain.guests.event import Asked, Entry, Event, Mask, QuestionKind, Seats, TagLook
from kiosk.domain.guests.event_file import EventFault, event_of
from kiosk.domain.texts import LocalText

LEAST = {"id": "gala-2026", "name": "年度晚宴", "starts": "2026-12-05 18:00", "ends": "2026/12/05 23:00"}
ALL = LEAST | {
    "name": {"zh_TW": "年度晚宴", "en": "Annual gala"},
    "place": "大倉久和",
    "sessions": [
        {"id": "dinner", "name": "晚宴", "starts": "2026-12-05 18:30", "ends": "2026-12-05 22:00", "quota": 80}
    ],
    "zones": [{"id": "wine", "name": "Wine room"}],
    "tags": [{"id": "vip", "name": "貴賓"}, {"id": "board", "name": "董事", "look": "vip"}],
    "questions": [
        {"id": "meal", "kind": "choice", "name": "餐點", "choices": [{"id": "veg", "name": "素食"}], "required": True},
        {"id": "photo", "kind": "consent", "name": "拍照", "when": "after"},
    ],
    "entry": "many",
    "exits": True,
    "quota": 100,
    "waiting_list": True,
    "seats": "tables",
    "mask": "family",
    "badge": True,
}  # fmt: skip


def test_the_least_that_makes_an_event() -> None:
    event = event_of(LEAST, "Asia/Taipei")
    assert (event.id, event.names, event.zone) == (
        "gala-2026",
        LocalText("年度晚宴", "年度晚宴", "年度晚宴"),
        "Asia/Taipei",
    )
    assert event.starts == datetime(2026, 12, 5, 10, tzinfo=UTC)
    assert event.ends == datetime(2026, 12, 5, 15, tzinfo=UTC)
    assert event == Event(event.id, event.names, event.starts, event.ends, "Asia/Taipei")


def test_all_of_it() -> None:
    event = event_of(ALL, "UTC")
    assert event.names == LocalText("年度晚宴", "年度晚宴", "Annual gala")
    assert event.starts == datetime(2026, 12, 5, 18, tzinfo=UTC)
    assert [(one.id, one.quota) for one in event.sessions] == [("dinner", 80)]
    assert [tag.look for tag in event.tags] == [TagLook.VIP, TagLook.VIP]
    meal, photo = event.questions
    assert (meal.kind, meal.choices[0].names.en, meal.required) == (QuestionKind.CHOICE, "素食", True)
    assert (photo.when, photo.required) == (Asked.AFTER, False)
    assert (event.entry, event.seats, event.mask) == (Entry.MANY, Seats.TABLES, Mask.FAMILY)


def test_a_time_of_another_clock() -> None:
    event = event_of(LEAST | {"zone": "America/New_York", "ends": "2026-12-06T08:00+08:00"}, "Asia/Taipei")
    assert event.starts == datetime(2026, 12, 5, 23, tzinfo=UTC)
    assert event.ends == datetime(2026, 12, 6, 0, tzinfo=UTC)


def said(**changes: Any) -> dict[str, Any]:
    return {name: value for name, value in (LEAST | changes).items() if value is not None}


@pytest.mark.parametrize(
    ("file", "where"),
    [
        (None, "the file"),
        ([LEAST], "the file"),
        (said(id=None), "id: missing"),
        (said(id="a/b"), "id: an id"),
        (said(id="A b"), "id: an id"),
        (said(name=""), "name: a line"),
        (said(name={"fr": "Gala"}), "name: a text"),
        (said(name={"en": "Gala", "fr": "Gala"}), "name: a text"),
        (said(starts="2026-12-05"), None),
        (said(starts="soon"), "starts: a time"),
        (said(starts=20261205), "starts: a time"),
        (said(starts=datetime(2026, 12, 5, tzinfo=UTC).date()), "with its hour"),
        (said(ends="2026-12-05 18:00"), "ends: after"),
        (said(zone="Asia/Nowhere"), "no zone"),
        (said(entry="twice"), "entry: one of once"),
        (said(quota=-1), "quota: a number"),
        (said(quota=True), "quota: a number"),
        (said(exits="yes"), "exits: true or false"),
        (said(waiting_list=True), "waiting_list"),
        (said(campaign="c"), "campaign"),
        (said(colour="red"), "colour: there is no such field"),
        (said(sessions={"id": "a"}), "sessions: a list"),
        (said(sessions=["a"]), r"sessions\[1\]: fields"),
        (said(zones=[{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]), r"zones\[2\].id: a is there"),
        (said(zones=[{"id": "a", "name": "A", "size": 3}]), r"zones\[1\].size: there is no"),
        (said(questions=[{"id": "q", "kind": "choice", "name": "Q"}]), r"questions\[1\].choices"),
        (said(questions=[{"id": "q", "kind": "text", "name": "Q", "choices": [{"id": "a", "name": "A"}]}]), "choices"),
        (said(tags=[{"id": "t", "name": "T", "look": "blue"}]), r"tags\[1\].look: one of"),
        (said(tags=[{"id": str(n), "name": "T"} for n in range(201)]), "at most 200"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(file: object, where: str | None) -> None:
    if where is None:
        assert event_of(file, "Asia/Taipei").starts < event_of(LEAST, "Asia/Taipei").starts
        return
    with pytest.raises(EventFault, match=where):
        event_of(file, "Asia/Taipei")
