"""Events at the station: signing up, saying how it was, and what is left of whoever did."""

from __future__ import annotations

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import SELFSERVICE_STATES, tap
from kiosk.demo.store import party
from kiosk.domain.guests.facts import AnsweredBody
from kiosk.domain.guests.opinion import IN_WORDS, RECOMMEND
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.ui.stations.selfservice.events.gathering import GatheringScreen
from kiosk.ui.stations.selfservice.events.opinion import OpinionScreen
from kiosk.ui.stations.selfservice.events.signing_up import SignedUpScreen
from kiosk.ui.stations.selfservice.fields import FieldScreen
from kiosk.ui.widgets.basics import Button
from tests.ui.hands import words_in


def name(stage: Stage) -> str:
    screen = stage.selfservice.flow.screen
    assert screen is not None
    return screen.name


def opinions(stage: Stage, guest: str) -> list[AnsweredBody]:
    said = stage.store.ledger.run(lambda tx: tx.words_of(party.PARTY, guest))
    return [one.said for one in said if isinstance(one.said, AnsweredBody)]


def test_a_ticket_that_is_held_up_asks_how_it_was_and_the_answer_is_kept(station: Stage) -> None:
    station.store.invite()
    SELFSERVICE_STATES["self_identify"](station)
    scan = ScanEvent(party.ticket("魏雪梅"), Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
    station.window.on_scan(scan)
    station.settle()
    assert isinstance(station.selfservice.flow.screen, OpinionScreen)
    tap(station, "score_2", "score_10", "opinion_go")
    screen = station.selfservice.flow.screen
    assert isinstance(screen, FieldScreen)
    screen.field.set_text("很棒的一天")
    for _ in range(5):
        screen._go()
    station.settle()
    (said,) = opinions(station, "g4")
    assert said.answers == {RECOMMEND: "10"}
    assert said.texts[IN_WORDS]
    tap(station, "thanks_on")
    assert name(station) == "attract"
    assert "很棒的一天" not in words_in(station.window)


def test_nobodys_sign_up_is_confirmed_while_they_wait_and_leaves_nothing(station: Stage) -> None:
    SELFSERVICE_STATES["self_guest_name"](station)
    screen = station.selfservice.flow.screen
    assert isinstance(screen, FieldScreen)
    screen.field.set_text("林小安")
    tap(station, "guest_name_go", "guest_phone_skip", "choice_1", "choice_0", "sign_up_words_skip")
    screen = station.selfservice.flow.screen
    assert isinstance(screen, SignedUpScreen)
    guest = station.store.reference.guests.guest("gala", screen.gathering.guest)
    assert guest is not None
    assert (guest.name, guest.plus_ones, guest.member) == ("林小安", 1, "")
    waiting = words_in(station.window)
    station.store.tell_guest(guest)
    screen.look()
    station.settle()
    assert words_in(station.window) != waiting
    tap(station, "signed_up_on")
    assert name(station) == "attract"
    assert "林小安" not in words_in(station.window)


def test_who_cannot_come_is_asked_once_and_gives_the_place_up(station: Stage) -> None:
    SELFSERVICE_STATES["self_gathering_mine"](station)
    tap(station, "gathering_give_up", "layer_keep")
    assert name(station) == "gathering"
    tap(station, "gathering_give_up")
    for _ in range(5):
        station.selfservice.page.layer.findChildren(Button, "layer_give_up")[0].click()
    station.settle()
    assert name(station) == "given_up"
    assert len(station.store.facts("guest.withdrawn")) == 1
    tap(station, "given_up_on", "tile_events", "gathering_gala")
    assert [one.isVisible() for one in gathering_buttons(station)] == [True, False]  # they may sign up anew


def gathering_buttons(stage: Stage) -> list[Button]:
    screen = stage.selfservice.flow.screen
    assert isinstance(screen, GatheringScreen)
    return [screen.go, screen.give_up]


def test_a_page_that_goes_takes_its_question_along(station: Stage) -> None:
    SELFSERVICE_STATES["self_agreed"](station)
    tap(station, "consent_service", "consent_service")
    layer = station.selfservice.page.layer
    assert layer.name == "ends"
    station.selfservice.flow.back()
    station.settle()
    assert (name(station), layer.name) == ("home", "")
