"""A draw for the member at the till: the customer's screen turns with the clerk's, and both stop at the same slot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt

from kiosk.demo.checkout.draw_states import open_draw
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.draw_states import spin_before
from kiosk.demo.store import offers
from kiosk.demo.store.wheels import publish_wheel
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.comfort import Comfort
from kiosk.ui.customer.draws import look_place
from kiosk.ui.customer.parts import Area
from kiosk.ui.customer.screen import CustomerScreen
from kiosk.ui.customer.views import Drawing
from kiosk.ui.draws.wheel import Wheel
from kiosk.ui.stations.checkout.draws_sheet import DrawsSheet
from kiosk.ui.widgets.painted import Symbol, Words
from kiosk.ui.words.documents.campaign_rules import frame_of

_CTRL = Qt.KeyboardModifier.ControlModifier
SIZES = ((800, 480), (1366, 768), (1920, 1080), (600, 1024), (1080, 1920), (1280, 1024))


@pytest.fixture
def till() -> Iterator[tuple[Stage, CustomerScreen]]:
    with Stage(language="en") as stage:
        screen = CustomerScreen(stage.window.ui)
        screen.resize(1366, 768)
        screen.show_terminal(stage.api.terminal())
        stage.checkout.customer_sees.connect(screen.show_view)
        yield stage, screen
        screen.deleteLater()


def sheet_of(stage: Stage) -> DrawsSheet:
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, DrawsSheet)
    return sheet


def kinds(stage: Stage) -> list[str]:
    return [fact.kind for fact in stage.store.facts("wheel.spun", "wheel.shown")]


def what_is_shown(screen: CustomerScreen) -> str:
    return type(screen.view).__name__


def laws_of(screen: CustomerScreen, size: tuple[int, int]) -> None:
    """Everything has its place, beside the look and beside everything else."""
    screen.resize(*size)
    whole = QRectF(screen.rect())
    solid = [part for part in screen.parts() if isinstance(part, Words | Symbol)]
    look = look_place(Area(*size))
    for at, part in enumerate(solid):
        assert whole.contains(part.place), part
        for other in [look, *(one.place for one in solid[at + 1 :])]:
            common = part.place.intersected(other)
            assert common.width() < 1 or common.height() < 1, (size, part)
        if isinstance(part, Words):
            laid, high = screen.brush().laid(part)
            assert high <= part.place.height() + 0.5, part
            assert "…" not in laid.text() or "…" in part.text, (size, part)


def test_both_screens_turn_and_stop_at_the_slot_that_was_taken(till: tuple[Stage, CustomerScreen]) -> None:
    stage, screen = till
    open_draw(stage)
    stage.window.ui.set_comfort(Comfort())
    assert what_is_shown(screen) == "Drawing"
    for size in SIZES:
        for language in LANGUAGES:
            stage.i18n.set_language(language)
            laws_of(screen, size)
    stage.i18n.set_language("en")
    sheet = sheet_of(stage)
    now = [0.0]
    mine, theirs = sheet.look, screen._stage.look
    assert isinstance(mine, Wheel)
    assert isinstance(theirs, Wheel)
    for look in (mine, theirs):
        look._ticks = lambda: now[0]
    stage.key(Qt.Key.Key_Return)
    for look in (mine, theirs):
        look._timer.stop()
    assert kinds(stage) == ["wheel.spun"]
    stage.key(Qt.Key.Key_Return)  # somebody in a hurry
    assert stage.window.overlay.sheet is sheet
    while not (mine.at_rest and theirs.at_rest):
        now[0] += 40
        mine.tick()
        theirs.tick()
    stage.settle()
    assert kinds(stage) == ["wheel.spun", "wheel.shown"]
    won = stage.store.facts("wheel.spun")[0].body["part"]
    assert mine.fields[mine.pointed].code == theirs.fields[theirs.pointed].code == won
    view = screen.view
    assert isinstance(view, Drawing)
    assert view.seen
    assert view.spun is not None
    assert [part.code for part in screen.parts() if isinstance(part, Symbol)] == [view.spun.receipt]
    for size in SIZES:
        laws_of(screen, size)
    stage.key(Qt.Key.Key_Escape)
    assert what_is_shown(screen) == "Serving", "the sale goes on"
    assert screen._stage.look is None


def test_without_a_member_nothing_opens(till: tuple[Stage, CustomerScreen]) -> None:
    stage, _screen = till
    publish_wheel(stage.store)
    stage.sign_in()
    stage.key(Qt.Key.Key_D, modifiers=_CTRL)
    assert stage.window.overlay.sheet is None


def test_what_was_not_seen_at_the_other_station_is_shown_here_and_nothing_anew(
    till: tuple[Stage, CustomerScreen],
) -> None:
    stage, screen = till
    publish_wheel(stage.store)
    spun = spin_before(stage)
    stage.window.ui.set_comfort(Comfort(calm=True))
    stage.sign_in()
    stage.scan("M:m1")
    stage.key(Qt.Key.Key_D, modifiers=_CTRL)
    sheet = sheet_of(stage)
    assert sheet.main.words() == "See what it is"
    sheet._other(0)
    stage.settle()
    assert kinds(stage) == ["wheel.spun"], "first what stands"
    stage.key(Qt.Key.Key_Return)
    assert kinds(stage) == ["wheel.spun", "wheel.shown"]
    assert isinstance(screen.view, Drawing)
    assert screen.view.spun is not None
    assert (screen.view.spun.lease, screen.view.spun.j) == (spun.lease, spun.j)


def test_points_pay_by_their_digit_and_the_visit_knows(till: tuple[Stage, CustomerScreen]) -> None:
    stage, _screen = till
    open_draw(stage)
    visit = stage.checkout.flow.visit
    assert visit is not None
    assert visit.member is not None
    before = visit.member.points
    stage.key(Qt.Key.Key_2, "2")
    won = stage.store.facts("wheel.spun")[0].body["part"]
    after = stage.checkout.flow.visit
    assert after is not None
    assert after.member is not None
    assert after.member.points == before - 50 + {"points": 20, "thanks": 2}.get(won, 0)
    stage.key(Qt.Key.Key_P, modifiers=_CTRL)
    assert kinds(stage) == ["wheel.spun", "wheel.shown"]


def test_a_proof_that_is_given_up_leaves_no_draw_on_the_customers_screen(till: tuple[Stage, CustomerScreen]) -> None:
    stage, screen = till
    open_draw(stage, code="K:m1")
    stage.key(Qt.Key.Key_Return)  # the turn they have
    assert what_is_shown(screen) == "Drawing"
    sheet = sheet_of(stage)
    sheet.proof_wanted.emit()
    stage.settle()
    assert what_is_shown(screen) == "Drawing"
    stage.key(Qt.Key.Key_Escape)
    assert stage.window.overlay.sheet is None
    assert what_is_shown(screen) == "Serving"


def test_the_customers_look_has_the_ornaments_of_the_season(till: tuple[Stage, CustomerScreen]) -> None:
    stage, screen = till
    for row_id, row in offers.season_rows("mid-autumn"):
        stage.store.publish("chain/editions", row_id, row)
    stage.window.on_reference_changed()
    stage.settle()
    assert stage.api.terminal().theme == "mid-autumn"
    open_draw(stage)
    assert isinstance(screen.view, Drawing)
    assert screen.view.season is frame_of("mid-autumn")


def test_how_many_there_are_in_the_chain_is_said_with_its_time(till: tuple[Stage, CustomerScreen]) -> None:
    stage, screen = till
    open_draw(stage)
    told = " ".join(part.text for part in screen.parts() if isinstance(part, Words))
    assert "in the whole chain (21 Nov" in told
    assert " / 60" in told


def test_a_store_copied_from_the_same_beginning_has_its_own_campaigns() -> None:
    for theme in ("mid-autumn", ""):  # the same revision of the same row, and another text
        with Stage(language="en") as stage:
            for row_id, row in offers.season_rows(theme):
                stage.store.publish("chain/editions", row_id, row)
            assert stage.api.terminal().theme == theme
