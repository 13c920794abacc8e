"""Draws at the self-service station: durable before anything moves, the same again after a crash, seen once, and to be
checked by anybody."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk.adapters.scan.decoder import Decoder
from kiosk.application.draws.wheel_outcomes import ReceiptCheck, ReceiptVerdict
from kiosk.application.sync.outcomes import SyncStatus
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.draw_states import spin_before
from kiosk.demo.selfservice.states import SELFSERVICE_STATES, home, tap
from kiosk.demo.store.printers import COUNTER, set_up
from kiosk.demo.store.wheels import publish_wheel
from kiosk.domain.campaigns.things import WheelLook
from kiosk.domain.documents.facts import DOCUMENT_QUEUED
from kiosk.domain.draws.claim_facts import CLAIM_ADDRESSED
from kiosk.ui.comfort import Comfort
from kiosk.ui.draws.look import Look
from kiosk.ui.draws.looks import LOOKS
from kiosk.ui.draws.prizes import Prize
from kiosk.ui.draws.wheel import Wheel
from kiosk.ui.stations.selfservice.address import AddressScreen
from kiosk.ui.stations.selfservice.draws.play import Step, WheelScreen
from kiosk.ui.stations.selfservice.draws.tickets import TicketsScreen
from kiosk.ui.stations.selfservice.parts import Line
from kiosk.ui.widgets.basics import Text
from tests.ui.selfservice.conftest import MakeStation


class At:
    """A member before a draw that moves, with time in the hands of the test."""

    def __init__(self, stage: Stage, look: WheelLook = WheelLook.WHEEL, *, code: str = "") -> None:
        self.stage, self.now = stage, 0.0
        stage.window.ui.set_comfort(Comfort())
        if code:
            stage.scan(code)
        else:
            home(stage)
        tap(stage, "wheel_0")
        self.look._ticks = lambda: self.now
        assert type(self.look) is LOOKS[look.value]

    @property
    def page(self) -> WheelScreen:
        """The page."""
        screen = self.stage.selfservice.flow.screen
        assert isinstance(screen, WheelScreen)
        return screen

    @property
    def look(self) -> Look:
        """What is played."""
        assert self.page.look is not None
        return self.page.look

    def rest(self) -> None:
        """Time passes until it rests."""
        while not self.look.at_rest:
            self.now += 40
            self.look.tick()
        self.look._timer.stop()
        self.stage.settle()

    def facts(self) -> list[str]:
        """What was journalled of draws."""
        kinds = ("wheel.spun", "wheel.shown")
        return [fact.kind for fact in self.stage.store.facts(*kinds)]


def pressed(at: At, name: str = "wheel_main") -> None:
    """A button, with nothing settled: the clock of the look stands still, its timer does not."""
    tap(at.stage, name)
    at.look._timer.stop()


def test_a_turn_is_durable_before_anything_moves_and_told_when_it_was_seen(station: Stage) -> None:
    publish_wheel(station.store)
    at = At(station)
    order: list[str] = []
    moves = at.look.play

    def played(won: Prize) -> None:
        order.extend(at.facts())
        moves(won)

    at.look.play = played  # type: ignore[method-assign]
    at.page._on_main()
    at.page._on_main()  # a second press takes no second turn
    station.settle()
    at.look._timer.stop()
    at.page._on_other(0)
    assert order == ["wheel.spun"], "it was written down when it began to move"
    assert at.look.playing
    assert at.facts() == ["wheel.spun"], "nobody has seen it yet"
    at.rest()
    assert at.facts() == ["wheel.spun", "wheel.shown"]
    assert at.page._step is Step.RESULT
    look, part = at.look, station.store.facts("wheel.spun")[0].body["part"]
    assert isinstance(look, Wheel)
    assert look.fields[look.pointed].code == part
    assert at.page.prize.text().startswith(look.fields[look.pointed].name)
    assert {prize.code: prize.sign for prize in look.prizes} == {
        "cash": "packet",
        "off-30": "coupon",
        "off-100": "coupon",
        "drink": "gift",
        "cup": "gift",
        "points": "points",
        "thanks": "flower",
    }


def test_keys_alone_play(station: Stage) -> None:
    publish_wheel(station.store, WheelLook.SCRATCH)
    at = At(station, WheelLook.SCRATCH)
    assert station.window.focusWidget() is at.page.main
    station.key(Qt.Key.Key_Space)
    at.look._timer.stop()
    assert at.look.playing
    at.now += 400
    at.look.tick()
    station.key(Qt.Key.Key_Space)  # scratch it for me
    begin = at.now
    at.rest()
    assert at.now - begin < 3000
    assert station.window.focusWidget() is at.page.main
    station.key(Qt.Key.Key_Space)
    screen = station.selfservice.flow.screen
    assert screen is not None
    assert screen.name == "home", "what is left costs points: the large button urges nobody"


def test_a_touch_on_the_wheel_turns_it_where_that_costs_nothing(station: Stage) -> None:
    publish_wheel(station.store)
    at = At(station)
    QTest.mouseClick(at.look, Qt.MouseButton.LeftButton, pos=at.look.rect().center())
    station.settle()
    at.rest()
    at.page._load()
    station.settle()
    tap(station, "back")
    tap(station, "wheel_0")
    assert [way.price for way in at.page.ways] == [50]
    QTest.mouseClick(at.look, Qt.MouseButton.LeftButton, pos=at.look.rect().center())
    station.settle()
    assert at.facts().count("wheel.spun") == 1, "points are spent by a button that says so"


def test_what_was_not_seen_to_the_end_is_shown_again_and_nothing_is_drawn_anew(station: Stage) -> None:
    publish_wheel(station.store)
    at = At(station)
    pressed(at)
    at.now += 700
    at.look.tick()
    first = station.store.facts("wheel.spun")[0].body
    station.selfservice.flow.end()  # the customer is gone, or the power was
    station.settle()
    assert at.facts() == ["wheel.spun"]
    home(station)
    banner = station.window.findChildren(Text)
    assert any("你的結果還沒看完" in one.text() for one in banner if one.isVisible())
    again = At(station)
    assert again.page._standing is not None
    pressed(again)
    again.rest()
    assert at.facts() == ["wheel.spun", "wheel.shown"]
    look = again.look
    assert isinstance(look, Wheel)
    assert look.fields[look.pointed].code == first["part"]


def test_points_pay_where_no_turn_is_left_and_the_page_knows_what_is_left(station: Stage) -> None:
    publish_wheel(station.store)
    spin_before(station, shown=True)
    home(station)
    member = station.selfservice.flow.session.member
    assert member is not None
    before, left = member.points, 0
    at = At(station)
    assert at.page._view is not None
    left = at.page._view.left
    pressed(at)
    at.rest()
    after = station.selfservice.flow.session.member
    assert after is not None
    won = station.store.facts("wheel.spun")[-1].body["part"]
    assert after.points == before - 50 + {"points": 20, "thanks": 2}.get(won, 0)
    assert at.page._view.left == left - 1


def test_it_is_played_without_hq_and_who_wants_it_calm_sees_it_at_once(station: Stage) -> None:
    publish_wheel(station.store)
    station.store.offline()
    at = At(station)
    station.window.ui.set_comfort(Comfort(calm=True))
    tap(station, "wheel_main")
    assert not at.look.moving
    assert at.facts() == ["wheel.spun", "wheel.shown"]
    assert at.page.prize.isVisible()


def test_a_wheel_without_a_tape_says_so_and_turns_for_nobody(station: Stage) -> None:
    publish_wheel(station.store, slots=0)
    at = At(station)
    assert at.page.told.isVisible()
    assert "尚未開放" in at.page.told.text() or at.page.told.text()
    assert not at.page.main.isVisible()
    at.page._on_main()
    QTest.mouseClick(at.look, Qt.MouseButton.LeftButton)
    station.settle()
    assert at.facts() == []
    publish_wheel(station.store, seq=2)  # HQ is reached, and the page hears of it
    status: SyncStatus = station.api.sync_status()
    station.window.on_sync_status(status)
    station.settle()
    assert at.page.main.isVisible()


def test_the_code_of_a_result_is_read_and_holds(make_station: MakeStation) -> None:
    stage = make_station("en", (1920, 1080))
    publish_wheel(stage.store)
    home(stage)
    tap(stage, "wheel_0", "wheel_main", "wheel_proof")
    picture = stage.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    texts = [one.text for one in Decoder().decode(_grey(picture))]
    assert len(texts) == 1
    checked = stage.api.check_receipt(texts[0])
    assert isinstance(checked, ReceiptCheck)
    assert checked.verdict in (ReceiptVerdict.GOOD, ReceiptVerdict.SOUND)
    assert checked.wheel
    tap(stage, "back")  # the result still stands
    screen = stage.selfservice.flow.screen
    assert isinstance(screen, WheelScreen)
    assert screen._step is Step.RESULT
    assert screen.prize.isVisible()
    assert [fact.kind for fact in stage.store.facts("wheel.spun", "wheel.shown")] == ["wheel.spun", "wheel.shown"]


def test_winners_are_shown_in_part_and_thanks_are_not_prizes(station: Stage) -> None:
    publish_wheel(station.store)
    for member in ("m2", "m5", "m6", "m7"):
        spin_before(station, member, shown=True)
    home(station)
    tap(station, "wheel_0", "wheel_winners")
    shown = " ".join(one.text() for one in station.window.findChildren(Text) if one.isVisible())
    assert "*" in shown
    prizes = [fact.body["part"] for fact in station.store.facts("wheel.spun")]
    lines = [at for at in range(8) if station.window.findChild(Line, f"winner_{at}") is not None]
    assert len(lines) == sum(part != "thanks" for part in prizes)


def _grey(picture: QImage) -> np.ndarray[Any, np.dtype[np.uint8]]:
    data = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return np.ascontiguousarray(data[:, : picture.width()])


def test_who_won_says_where_to_send_it_and_sees_that_it_is_sent(make_station: MakeStation) -> None:
    stage = make_station("en")
    SELFSERVICE_STATES["self_address"](stage)
    page = stage.selfservice.flow.screen
    assert isinstance(page, AddressScreen)
    page.field.set_text("1 High Street, 110 Taipei")
    tap(stage, "address_go")
    (body,) = [fact.body for fact in stage.store.facts(CLAIM_ADDRESSED)]
    assert "High" not in str(body)
    tap(stage, "layer_good", "tile_due")
    line = next(line for line in stage.window.findChildren(Line) if line.objectName() == "prize_2")
    assert line.end.text() == "is sent"


def test_tickets_are_shown_as_a_code_and_printed(make_station: MakeStation) -> None:
    stage = make_station("en")
    set_up(stage.store.context, printers=(COUNTER,))
    SELFSERVICE_STATES["self_tickets"](stage)
    lines = [line for line in stage.window.findChildren(Line) if line.objectName().startswith("tickets_")]
    assert [line.end.text() for line in lines] == ["No. 000123–000125", "No. 000008"]
    tap(stage, "tickets_0", "ticket_print")
    assert [fact.body["about"] for fact in stage.store.facts(DOCUMENT_QUEUED)] == ["autumn/grand/2026-12-05/1"]


def test_without_hq_no_ticket_can_be_proved(make_station: MakeStation) -> None:
    stage = make_station("en")
    home(stage)
    stage.store.held = None
    tap(stage, "tile_due", "draw_tickets")
    screen = stage.selfservice.flow.screen
    assert isinstance(screen, TicketsScreen)
    assert not [line for line in screen.findChildren(Line) if line.objectName().startswith("tickets_")]
