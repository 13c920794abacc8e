"""A customer at the self-service station: who they are decides what they see, and nothing of them stays behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.ports.faults import LedgerFault
from kiosk.application.selfservice.service import NOT_PROVEN
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import SELFSERVICE_STATES, home, registering, tap, type_in
from kiosk.demo.store.newcomers import RIGHT
from kiosk.domain.campaigns.facts import CHECK_IN_DONE, POINTS_SPENT
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import CameraStatus, ScanEvent, ScanSource, Symbology
from kiosk.ui.stations.selfservice.fields import FieldScreen
from kiosk.ui.stations.selfservice.session import Proof
from tests.shared.wipe_law import Heard, plant_name, plant_phone, traces
from tests.ui.hands import words_in
from tests.ui.selfservice.conftest import MakeStation, Personal


def page(stage: Stage) -> str:
    screen = stage.selfservice.flow.screen
    assert screen is not None
    return screen.name


def layer(stage: Stage) -> str:
    return stage.selfservice.page.layer.name


def wait(stage: Stage, seconds: int) -> None:
    stage.clock.move(seconds * 1000)
    stage.selfservice.flow.session.look()
    stage.settle()


def show_both(stage: Stage, *texts: str) -> None:
    """Codes that the camera sees in one picture."""
    for text in texts:
        stage.window.on_scan(ScanEvent(stage.store.codes[text], Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
    stage.settle()


def test_nobody_signs_in_here(station: Stage) -> None:
    assert page(station) == "attract"
    for part in (station.window.header, station.window.footer, station.window.sign_in):
        assert not part.isVisible()


def test_a_pass_opens_everything_and_the_end_closes_it(station: Stage) -> None:
    station.scan("M:m1")
    assert page(station) == "home"
    assert station.selfservice.flow.session.proof is Proof.PROVED
    assert "3,480" in words_in(station.window)
    tap(station, "end")
    assert page(station) == "attract"
    assert "陳*麗" not in words_in(station.window)


def test_a_card_says_who_it_is_and_proves_nothing(station: Stage) -> None:
    station.scan("K:m3")
    flow = station.selfservice.flow
    assert flow.session.proof is Proof.CARD
    shown = words_in(station.window)
    assert "20,150" not in shown
    assert {"tile_coupons", "tile_points", "tile_mall", "tile_why", "tile_due"}.isdisjoint(
        one.objectName() for one in station.window.findChildren(QAbstractButton) if one.isVisible()
    )
    visit = flow.session.visit
    assert visit is not None
    assert station.api.points_history(visit) == NOT_PROVEN
    assert station.api.why(visit) == NOT_PROVEN
    own = station.api.mine(visit, flow.actor)
    assert (own.due, own.badges) == ((), ())
    for action in own.actions:
        if action.kind is ActionKind.MALL:
            answer = station.api.act(visit, action, flow.actor)
            assert isinstance(answer, Refusal)
    assert not list(station.store.facts(POINTS_SPENT))
    tap(station, "day_5")
    assert page(station) == "won"


def test_the_pass_after_the_card_opens_the_rest(station: Stage) -> None:
    station.scan("K:m3")
    station.scan("M:m3")
    assert station.selfservice.flow.session.proof is Proof.PROVED
    assert layer(station) == ""


def test_the_code_of_the_phone_proves_who_it_is(station: Stage) -> None:
    station.scan("K:m3")
    tap(station, "home_prove")
    assert page(station) == "code"
    type_in(station, "111111")
    assert page(station) == "code"
    type_in(station, RIGHT)
    assert page(station) == "home"
    assert station.selfservice.flow.session.proof is Proof.PROVED


def test_a_second_code_asks_and_whoever_stays_keeps_their_page(station: Stage) -> None:
    home(station)
    station.scan("M:m3")
    assert layer(station) == "switch"
    tap(station, "layer_stay")
    assert (page(station), layer(station)) == ("home", "")
    assert "陳*麗" in words_in(station.window)
    station.scan("M:m3")
    tap(station, "layer_switch")
    shown = words_in(station.window)
    assert "王*明" in shown
    assert "陳*麗" not in shown


def test_of_two_codes_in_one_picture_one_is_looked_at(station: Stage) -> None:
    show_both(station, "M:m1", "M:m3")
    assert layer(station) == ""
    assert "陳*麗" in words_in(station.window)


def test_whoever_moves_no_hand_is_asked_and_then_everything_goes(station: Stage) -> None:
    home(station)
    wait(station, 46)
    assert layer(station) == "still_there"
    tap(station, "layer_more")
    assert layer(station) == ""
    wait(station, 46)
    QTest.mouseClick(station.selfservice.page.layer, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert layer(station) == ""
    assert page(station) == "home"
    wait(station, 60)
    assert (page(station), layer(station)) == ("attract", "")
    assert "陳*麗" not in words_in(station.window)


PAGES = [state for state in SELFSERVICE_STATES if not state.startswith("self_attract")]


@pytest.mark.parametrize("state", PAGES[::9])
def test_whoever_walks_away_leaves_nothing(left_behind: Callable[[], Personal], station: Stage, state: str) -> None:
    walk_away(left_behind, station, state)


@pytest.mark.sizes
@pytest.mark.parametrize("state", PAGES)
def test_whoever_walks_away_from_any_page_leaves_nothing(
    left_behind: Callable[[], Personal], station: Stage, state: str
) -> None:
    walk_away(left_behind, station, state)


def walk_away(left_behind: Callable[[], Personal], station: Stage, state: str) -> None:
    """Reach a page, and move no hand any more."""
    SELFSERVICE_STATES[state](station)
    screen = weakref.ref(station.selfservice.flow.screen) if station.selfservice.flow.screen is not None else None
    wait(station, 61)
    assert page(station) == "attract"
    shown = words_in(station.window)
    assert not [name for name in ("陳*麗", "王*明", "林*安", "陳美麗", "0922333444") if name in shown]
    station.settle()
    gc.collect()
    assert screen is not None
    assert screen() is None, "the page is still held"
    assert left_behind() == []


def test_what_was_typed_is_nowhere_after_the_session(station: Stage) -> None:
    name, phone = plant_name(7), plant_phone(7)
    heard = Heard().start()
    try:
        registering(station, "new_phone")
        type_in(station, "0" + phone.text())
        tap(station, "new_phone_go")
        if page(station) == "new_code":
            type_in(station, RIGHT)
        screen = station.selfservice.flow.screen
        assert isinstance(screen, FieldScreen)
        screen.field.set_text(name.text())
        screen = None
        tap(station, "new_name_go", "age_adult")
        QGuiApplication.clipboard().setText(name.text())
        wait(station, 61)
        assert page(station) == "attract"
        station.scan("M:m1")
        tap(station, "end")
    finally:
        heard.stop()
    QApplication.processEvents()
    assert traces(name, heard=heard) == []
    assert [place for place in traces(phone, heard=heard) if "newcomers" not in place and "list" not in place] == []


def test_language_and_comfort_end_with_the_session(station: Stage) -> None:
    home(station)
    tap(station, "language", "language_en")
    tap(station, "comfort", "letters_large")
    assert station.i18n.language == "en"
    tap(station, "end")
    assert station.i18n.language == "zh_TW"
    assert station.window.ui.comfort.letters == "normal"


def test_an_answer_to_the_customer_before_is_nobodys(station: Stage) -> None:
    home(station)
    screen = station.selfservice.flow.screen
    assert screen is not None
    got: list[int] = []
    screen.ask(lambda: 1, got.append)
    station.selfservice.flow.end()
    station.settle()
    assert got == []


def test_a_hundred_taps_do_it_once(station: Stage) -> None:
    home(station)
    day = station.window.findChild(QAbstractButton, "day_5")
    assert day is not None
    for _ in range(100):
        QTest.mouseClick(day, Qt.MouseButton.LeftButton)
    station.settle()
    assert page(station) == "won"
    assert len(list(station.store.facts(CHECK_IN_DONE))) == 1


@pytest.mark.parametrize("state", list(SELFSERVICE_STATES)[::14])
def test_camera_and_network_may_go_on_any_page(station: Stage, state: str) -> None:
    SELFSERVICE_STATES[state](station)
    before = page(station)
    station.window.devices.on_camera_status(CameraStatus.LOST)
    station.store.offline()
    station.window.on_sync_status(station.api.sync_status())
    station.settle()
    assert page(station) == before
    station.selfservice.flow.stumble(LedgerFault("the disk is full"))
    station.settle()
    assert page(station) == "trouble"
    tap(station, "trouble_end")
    assert page(station) == "attract"


def test_an_invitation_held_up_begins_the_registration(station: Stage) -> None:
    station.scan("I:m1")
    assert page(station) == "new_phone"
    registering_from_here(station)
    assert page(station) == "welcome"
    facts = list(station.store.facts(MEMBER_REGISTERED))
    assert [fact.body.get("other") for fact in facts] == ["m1"]
    assert facts[0].actor == "customer"
    assert facts[0].body["channel"] == "self_service"


def registering_from_here(stage: Stage) -> None:
    type_in(stage, "0912000222")
    tap(stage, "new_phone_go")
    type_in(stage, RIGHT)
    screen = stage.selfservice.flow.screen
    assert isinstance(screen, FieldScreen)
    screen.field.set_text("林小安")
    tap(stage, "new_name_go", "age_adult", "birthday_skip", "new_email_skip", "agree_service", "refuse_marketing")
    tap(stage, "consents_go", "referrer_go", "register_go")


def test_a_child_is_signed_for_by_a_guardian(station: Stage) -> None:
    registering(station, "new_age")
    tap(station, "age_child")
    for text, go in (("林大安", "new_guardian_go"), ("0912000333", "new_guardian_phone_go")):
        screen = station.selfservice.flow.screen
        assert isinstance(screen, FieldScreen)
        screen.field.set_text(text)
        tap(station, go)
    assert page(station) == "new_relation"
    tap(station, "relation_mother", "birthday_skip", "new_email_skip", "agree_service", "refuse_marketing")
    tap(station, "consents_go", "referrer_nobody", "register_go")
    assert page(station) == "welcome"
    assert next(iter(station.store.facts(MEMBER_REGISTERED))).body.get("guardian") is True


def test_who_refuses_what_is_needed_cannot_go_on(station: Stage) -> None:
    registering(station, "new_consents")
    tap(station, "refuse_service", "agree_marketing")
    go = station.window.findChild(QAbstractButton, "consents_go")
    assert go is not None
    assert not go.isEnabled()


def test_offline_somebody_joins_all_the_same_and_waits_for_points(station: Stage) -> None:
    SELFSERVICE_STATES["self_welcome_offline"](station)
    assert page(station) == "welcome"
    assert not next(iter(station.store.facts(MEMBER_REGISTERED))).body.get("proved")


def test_a_wrong_code_at_the_end_is_asked_for_again(station: Stage) -> None:
    registering(station, "new_code")
    type_in(station, "111111")
    screen = station.selfservice.flow.screen
    assert isinstance(screen, FieldScreen)
    screen.field.set_text("林小安")
    tap(station, "new_name_go", "age_adult", "birthday_skip", "new_email_skip", "agree_service", "refuse_marketing")
    tap(station, "consents_go", "referrer_nobody", "register_go")
    assert layer(station) == "refused"
    tap(station, "layer_good")
    assert page(station) == "new_phone"
    tap(station, "new_phone_go")
    type_in(station, RIGHT)
    assert page(station) == "new_summary"
    tap(station, "register_go")
    assert page(station) == "welcome"


def test_codes_are_refused_without_reproach(station: Stage) -> None:
    station.scan("X:forged")
    assert layer(station) == "refused"
    assert "偽造" not in words_in(station.window)
    tap(station, "layer_good")
    assert page(station) == "attract" or page(station) == "identify"


def test_help_is_called_and_ends_with_the_session(station: Stage) -> None:
    home(station)
    tap(station, "help")
    assert [call.ended for call in station.api.help_calls()] == [False] or station.selfservice.flow.help_call
    tap(station, "end")
    station.settle()
    assert station.api.help_calls() == ()


def test_who_called_reads_that_the_store_has_heard(station: Stage) -> None:
    SELFSERVICE_STATES["self_help_called"](station)
    called = station.selfservice.flow.help_call
    assert called is not None
    assert called.heard


def test_whoever_comes_says_so_with_their_badge(station: Stage) -> None:
    home(station)
    tap(station, "help")
    station.scan("S:1001")
    station.settle()
    (call,) = (one for one in [station.selfservice.flow.help_call] if one is not None)
    assert call.answered_by
    assert call.answered_by in words_in(station.window)
    assert page(station) == "help", "and no door opens to them"


def test_points_are_spent_by_whoever_proved_it_is_them(station: Stage) -> None:
    home(station)
    tap(station, "tile_mall", "mall_1", "offer_go")
    assert page(station) == "won"
    spent = list(station.store.facts(POINTS_SPENT))
    assert [(fact.actor, fact.body["channel"]) for fact in spent] == [("customer", "self_service")]


def test_both_orientations_show_the_same_page(make_station: MakeStation) -> None:
    stage = make_station(size=(1366, 768))
    home(stage)
    stage.window.resize(1080, 1920)
    stage.settle()
    assert page(stage) == "home"
    assert stage.window.ui.theme.scale == 1.4
    stage.window.resize(1366, 768)
    stage.settle()
    assert stage.window.ui.theme.scale == 1
