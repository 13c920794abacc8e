"""Tickets that pretix sells: its list is pulled page by page, who came is told back once, and undone; whatever the
network does."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.cli import hq_events_pretix
from kiosk.domain.guests.facts import GUEST_ADDED, GUEST_LEFT, GUEST_SIGNED_IN, GUEST_UNDONE
from kiosk.domain.guests.person import GuestPerson, commitment
from kiosk.hq.guests_desk.events import EventsFault
from kiosk.hq.guests_desk.lists import Taken
from kiosk.hq.guests_pretix import links, pushing
from kiosk.hq.guests_pretix.api import Fault, Link, Pretix, PretixFault
from kiosk.hq.guests_pretix.clock import PULL_EVERY_MS, PretixClock
from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.guests.pretix_server import TOKEN, Handler, Shop, serving
from tests.unit.hq.guests.test_events import SALT, came, published, record, told
from tests.unit.hq.rig import Terminal, TestClock


@pytest.fixture(scope="module")
def server() -> Iterator[Shop]:
    with serving() as shop:
        yield shop


@pytest.fixture
def shop(server: Shop) -> Shop:
    for rows in (server.positions, server.orders, server.items, server.faults, server.asked):
        rows.clear()
    server.checkins.clear()
    server.items += [
        {"id": 1, "name": {"en": "General", "zh-hant": "一般票"}, "checkin_text": None},
        {"id": 2, "name": {"en": "VIP", "zh-hant": "貴賓票"}, "checkin_text": "請引導至貴賓室"},
    ]
    return server


def link(shop: Shop, **more: Any) -> Link:
    return replace(Link(url=shop.url, organizer="org", event="gala", list=7), **more)


class Door:
    """An event with its desk and its shop."""

    def __init__(self, hq: Headquarters, shop: Shop, clock: TestClock) -> None:
        self.hq, self.shop, self.clock = hq, shop, clock
        self.desk = Terminal.enrolled(hq)
        published(hq)
        self.waited: list[int] = []
        self.pretix = PretixClock(hq.context, self.waited.append)
        with hq.database.write() as tx:
            links.put(hq.context, tx, "gala", link(shop), TOKEN, "boss")

    def pull(self) -> Taken:
        taken = self.pretix.now("gala")
        assert taken is not None, self.seen().why
        return taken

    def seen(self) -> links.LinkSeen:
        with self.hq.database.read() as tx:
            return links.links(tx, "gala")[0]

    def guests(self) -> dict[str, dict[str, Any]]:
        return {one["name"]: one for one in self.desk.rows("store/s1/guests").values()}

    def say(self, kind: str, name: str, **more: Any) -> str:
        """A word of the desk; its name."""
        self.clock.now += 1_000
        seq = self.desk.fact(kind, came(self.guests()[name]["id"] if name else "w-1", **more))
        self.desk.push()
        stamp = json.loads(self.desk.chain[seq - 1][0])["hlc"]
        return f"{self.desk.device}/{stamp:x}"

    def refused(self) -> list[str]:
        with self.hq.database.read() as tx:
            return [why for _guest, _what, why, _at in pushing.refused(tx, "gala")]


@pytest.fixture
def door(hq: Headquarters, shop: Shop, clock: TestClock) -> Door:
    return Door(hq, shop, clock)


def test_a_list_comes_page_by_page(door: Door) -> None:
    shop = door.shop
    shop.sell(1, "王小明", phone="0912345678", company="晨光")
    shop.sell(2, "Ann Lee", item=2, answers=[{"question_identifier": "MEAL", "answer": "魚"}], seat={"name": "A-3"})
    shop.sell(3, "未付", order__status="n")
    shop.sell(4, "停用", blocked=["api"])
    shop.sell(5, "", attendee_email="x@example.org")
    assert door.pull() == Taken(5, 0, 0, 0)
    rows = door.guests()
    assert (rows["王小明"]["phone"], rows["王小明"]["company"], rows["王小明"]["ticket"]) == (
        "+886912345678",
        "晨光",
        "一般票",
    )
    assert rows["Ann Lee"]["tags"] == ["vip"]
    assert (rows["Ann Lee"]["seat"], rows["Ann Lee"]["note"], rows["Ann Lee"]["codes"]) == (
        "A-3",
        "請引導至貴賓室",
        ["secret2"],
    )
    assert rows["Ann Lee"]["answers"] == [["meal", "魚"]]
    assert (rows["未付"]["standing"], rows["未付"]["reason"], rows["停用"]["standing"]) == (
        "blocked",
        "unpaid",
        "blocked",
    )
    assert "ORD5@example.org" in rows
    shop.positions.pop(0)
    shop.positions[1]["order__status"] = "p"
    shop.sell(6, "新人")
    assert door.pull() == Taken(1, 1, 3, 1)
    rows = door.guests()
    assert (rows["王小明"]["standing"], rows["未付"]["standing"]) == ("cancelled", "expected")
    assert door.pull() == Taken(0, 0, 5, 0)


def test_who_came_is_told_once_and_undone(door: Door, clock: TestClock) -> None:
    one, two = door.shop.sell(1, "王小明"), door.shop.sell(2, "Ann Lee")
    door.pull()
    word = door.say(GUEST_SIGNED_IN, "王小明")
    door.say(GUEST_SIGNED_IN, "Ann Lee")
    door.say(GUEST_SIGNED_IN, "Ann Lee", zone="wine")  # inside, of which pretix knows nothing
    door.pretix.once()
    door.pretix.once()
    assert door.shop.inside() == [one, two]
    door.say(GUEST_UNDONE, "王小明", of=word, reason="wrong_guest")
    door.pretix.once()
    assert door.shop.inside() == [two]
    door.say(GUEST_LEFT, "Ann Lee")
    door.say(GUEST_SIGNED_IN, "Ann Lee", turn=3)
    door.pretix.once()
    assert door.shop.inside() == [two, two]
    assert (door.seen().waiting, door.seen().refused, door.seen().why) == (0, 0, "")


def test_what_was_undone_before_pretix_heard_of_it_is_not_told(door: Door) -> None:
    door.shop.sell(1, "王小明")
    door.pull()
    word = door.say(GUEST_SIGNED_IN, "王小明")
    door.say(GUEST_UNDONE, "王小明", of=word, reason="twice")
    door.shop.asked.clear()
    door.pretix.once()
    assert (door.shop.asked, door.seen().waiting) == ([], 0)


def test_a_walk_in_is_no_ticket_of_pretix(door: Door) -> None:
    door.shop.sell(1, "王小明")
    door.pull()
    person = GuestPerson("gala", "w-1", "趙走入", codes=("W123",))
    door.say(GUEST_ADDED, "", person=commitment(SALT, person))
    assert told(door.desk, record(person)).kept == ("gala/w-1",)
    door.say(GUEST_SIGNED_IN, "趙走入")
    door.shop.asked.clear()
    door.pretix.once()
    assert (door.shop.asked, door.seen().done) == ([], 1)
    assert door.pull().cancelled == 0
    assert door.guests()["趙走入"]["standing"] == "expected"


def test_two_desks_that_let_one_ticket_in_are_told_as_pretix_counts_it(door: Door, hq: Headquarters) -> None:
    door.shop.sell(1, "王小明")
    door.pull()
    door.say(GUEST_SIGNED_IN, "王小明")
    door.say(GUEST_SIGNED_IN, "王小明")  # had not heard
    door.say(GUEST_SIGNED_IN, "王小明", turn=3, despite=["already_in"])  # was let in by a person
    door.pretix.once()
    assert door.refused() == ["already_redeemed"]
    assert len(door.shop.inside()) == 2


def test_pretix_is_told_in_pieces(door: Door) -> None:
    names = [f"甲{n}" for n in range(60)]
    for number, name in enumerate(names):
        door.shop.sell(number, name)
    door.pull()
    guests = door.guests()
    for name in names:
        door.desk.fact(GUEST_SIGNED_IN, came(guests[name]["id"]))
    door.desk.push()
    door.pretix.once()
    assert len(door.shop.inside()) == 60


# --- faults ----------------------------------------------------------------------------------------------------------


def hung_up(handler: Handler) -> bool:
    handler.hang_up()
    return True


def answer_lost(handler: Handler) -> bool:
    """pretix does it, and nobody hears that it did."""
    handler.answer(handler.body)
    handler.hang_up()
    return True


def says(status: int, said: Any, **headers: str) -> Callable[[Handler], bool]:
    def fault(handler: Handler) -> bool:
        handler.say(status, said, **headers)
        return True

    return fault


def test_a_word_is_told_again_and_counts_once(door: Door) -> None:
    faults = {
        "hung_up": hung_up,
        "answer_lost": answer_lost,
        "broken": says(500, "<html>"),
        "busy": says(503, {}),
        "too_many": says(429, {}, retry_after="3"),
    }
    secrets = {name: door.shop.sell(number, name) for number, name in enumerate(faults)}
    door.pull()
    for name, fault in faults.items():
        door.waited.clear()
        word = door.say(GUEST_SIGNED_IN, name)
        door.shop.faults += [fault, fault]
        door.pretix.once()
        assert door.shop.inside() == [secrets[name]], name
        assert door.waited == ([3_000, 3_000] if name == "too_many" else [1_000, 2_000])
        door.say(GUEST_UNDONE, name, of=word, reason="twice")
        door.shop.faults += [fault]
        door.pretix.once()
        assert (door.shop.inside(), door.seen().waiting, door.refused()) == ([], 0, []), name


def test_a_word_whose_answer_never_came_is_undone_there_too(door: Door) -> None:
    door.shop.sell(1, "王小明")
    door.pull()
    word = door.say(GUEST_SIGNED_IN, "王小明")
    door.shop.faults += [answer_lost] * 5
    door.pretix.once()
    assert (door.seen().why, door.seen().waiting, len(door.shop.inside())) == ("unreachable", 1, 1)
    door.say(GUEST_UNDONE, "王小明", of=word, reason="twice")
    door.clock.now += 3_600_000
    door.desk.open_session()
    door.pretix.once()
    assert (door.shop.inside(), door.seen().waiting, door.seen().why) == ([], 0, "")


def test_a_list_that_does_not_come_whole_changes_nothing(door: Door, clock: TestClock) -> None:
    door.shop.sell(1, "王小明")
    door.pull()
    door.shop.positions.clear()
    for fault, why in (
        (says(401, {}), "token"),
        (says(404, {"detail": "Not found."}), "not_found"),
        (says(404, "<html>"), "not_found"),
        (says(200, "<html>"), "odd_answer"),
        (says(200, {"results": 7}), "odd_answer"),
        (says(200, [1]), "odd_answer"),
        (says(302, "", location="http://127.0.0.1:9/"), "odd_answer"),
        (says(200, {"results": [], "next": "http://evil.example.org/steal/"}), "odd_answer"),
        (says(200, {"results": [{"id": "x"}], "next": None}), "odd_answer"),
    ):
        door.shop.faults.append(fault)
        assert door.pretix.now("gala") is None
        assert (door.seen().why, door.guests()["王小明"]["standing"]) == (why, "expected")
        asked = len(door.shop.asked)
        door.pretix.once()  # it is left alone for a while
        assert len(door.shop.asked) == asked
    clock.now += PULL_EVERY_MS
    door.desk.open_session()
    door.pretix.once()
    assert door.seen().why == ""
    assert door.guests()["王小明"]["standing"] == "cancelled"


def test_the_token_goes_nowhere_in_the_open(hq: Headquarters, shop: Shop) -> None:
    published(hq)
    for url, token, why in (
        ("http://tickets.example.org", "t", "https"),
        ("ftp://tickets.example.org", "t", "no address"),
        ("https://user:pw@tickets.example.org", "t", "no address"),
        (shop.url, None, "--token-from-stdin"),
    ):
        with pytest.raises(EventsFault, match=why), hq.database.write() as tx:
            links.put(hq.context, tx, "gala", link(shop, url=url), token, "boss")
    api = Pretix(link(shop, url="http://127.0.0.1:9"), "t", hq.context.clock, lambda _ms: None)
    with pytest.raises(PretixFault) as raised:
        api.products()
    assert raised.value.fault is Fault.UNREACHABLE
    api.close()


def test_the_command_says_where_how_and_what_pretix_counts_otherwise(
    hq: Headquarters, shop: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    published(hq)
    desk = Terminal.enrolled(hq)
    parser = argparse.ArgumentParser()
    parser.add_argument("event")
    hq_events_pretix.add_parser(parser)

    def call(*words: str, token: str = "") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(token))
        return hq_events_pretix.run(hq, parser.parse_args(["gala", *words]))

    where = ("--url", shop.url, "--organizer", "org", "--list", "7", "--token-from-stdin")
    assert call() == 1
    assert call("--url", shop.url) == 2
    assert call(*where, token="\n") == 2
    shop.sell(1, "王小明")
    assert call(*where, "--now", token="wrong\n") == 1
    assert "its token is not good" in capsys.readouterr().out
    assert call(*where, "--now", token=f"{TOKEN}\n") == 0
    assert "gala: 1 new, 0 changed" in capsys.readouterr().out
    (guest,) = desk.rows("store/s1/guests").values()
    for _ in range(2):
        desk.fact(GUEST_SIGNED_IN, came(guest["id"]))
    desk.push()
    assert call("--now") == 1
    assert "王小明: entry, pretix says already_redeemed" in capsys.readouterr().out
    assert call("--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["done"], said["refused"], said["link"]["organizer"]) == (1, 1, "org")
    assert TOKEN not in json.dumps(said)
    assert call("--off") == 0
    assert call() == 1
