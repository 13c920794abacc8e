"""States of the stage: the operator's console, and what the room sees at each step, for pictures and tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from kiosk.application.draws.stage_outcomes import DrawPlan, Entrant, PlannedPrize, StageView
from kiosk.application.staff.outcomes import Approval
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.draws.batch import envelope_commitment
from kiosk.domain.draws.facts import PassReason
from kiosk.domain.draws.stage_facts import Shown
from kiosk.domain.staff.roles import Permission, may
from kiosk.domain.stations import StationRole
from kiosk.ui.stage.screen import StageScreen
from kiosk.ui.stations.stage.photo_scene import PhotoBackdrop
from kiosk.ui.stations.stage.show import Pace

MANAGER_NUMBER = 4
"""In the list of staff."""
ROOMS = ((1920, 1080), (3840, 2160), (1280, 720))
"""Second screens."""
GUESTS = 312
DICE = "31415263542613245162"
HQS, WITNESSES = bytes(range(32)), bytes(range(32, 64))
PRIZES = (PlannedPrize("65 吋智慧電視", 1), PlannedPrize("智慧音箱", 2), PlannedPrize("保溫杯", 12))
_FAMILY = "陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊江"
_GIVEN = ("美麗", "志同", "光華", "婷婷", "安安", "明", "家豪", "雅雯", "宗翰", "怡君", "承恩", "詠晴")


def people(count: int) -> tuple[Entrant, ...]:
    """Synthetic guests, with one to three tickets each."""
    return tuple(
        Entrant(
            f"{_FAMILY[at % len(_FAMILY)]}{_GIVEN[at * 7 % len(_GIVEN)]}",
            f"+8869{12_000_000 + at * 7919 % 80_000_000:08}",
            1 + at % 3,
        )
        for at in range(count)
    )


def plan(*, beacon: bool = False, rehearsal: bool = False, prizes: tuple[PlannedPrize, ...] = PRIZES) -> DrawPlan:
    """An evening's draw."""
    sealed = tuple(envelope_commitment(value).hex() for value in (HQS, WITNESSES))
    return DrawPlan(
        title="年終抽獎",
        event="老友新鄰 狂歡派對",
        prizes=prizes,
        shown=Shown.MASKED,
        beacon=beacon,
        commitments=None if beacon or rehearsal else (sealed[0], sealed[1]),
        rehearsal=rehearsal,
    )


def console(theme: str = "light", language: str = "zh_TW", size: tuple[int, int] = (1366, 768)) -> Stage:
    """A terminal that is a stage, nobody signed in."""
    return Stage(theme, language, size, role=StationRole.STAGE)


def _signed_in(stage: Stage) -> None:
    stage.sign_in(MANAGER_NUMBER)


def press(stage: Stage, name: str) -> None:
    """Press a button of the page by its name."""
    button = stage.window.findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    button.click()
    stage.settle()


def type_text(stage: Stage, name: str, text: str) -> None:
    """Put text into a field."""
    field = stage.window.findChild(QLineEdit, name)
    assert field is not None, name
    assert field.isVisible(), name
    field.setText(text)
    stage.settle()


def view_of(stage: Stage) -> StageView:
    """The draw on the console."""
    assert stage.big.desk.view is not None
    return stage.big.desk.view


def frozen(stage: Stage, made: DrawPlan | None = None, count: int = GUESTS) -> None:
    """A list is frozen."""
    _signed_in(stage)
    stage.big.desk.freeze(made or plan(), people(count))
    stage.settle()


def published(stage: Stage, made: DrawPlan | None = None, count: int = GUESTS) -> None:
    """The list is everybody's."""
    frozen(stage, made, count)
    type_text(stage, "draw_entry", "里長 周建宏")
    press(stage, "draw_go")


def throwing(stage: Stage) -> None:
    """Eleven dice are thrown."""
    published(stage)
    stage.big.page.setFocus(Qt.FocusReason.OtherFocusReason)
    stage.type(DICE[:11])


def opening(stage: Stage, made: DrawPlan | None = None, count: int = GUESTS) -> None:
    """All dice are thrown, one envelope is open."""
    published(stage, made, count)
    stage.big.page.setFocus(Qt.FocusReason.OtherFocusReason)
    stage.type(DICE)
    if not view_of(stage).rehearsal:
        type_text(stage, "draw_entry", HQS.hex())
    press(stage, "draw_go")


def drawn(stage: Stage, made: DrawPlan | None = None, count: int = GUESTS) -> None:
    """Drawn; the first prize is announced."""
    opening(stage, made, count)
    if not view_of(stage).rehearsal:
        type_text(stage, "draw_entry", WITNESSES.hex())
    press(stage, "draw_go")
    press(stage, "draw_go")


def rest(stage: Stage) -> None:
    """Let what rolls come to rest."""
    stage.big.big.hasten()
    stage.big.page.likeness.hasten()
    stage.settle()


def one_shown(stage: Stage) -> None:
    """The first prize's winner has been shown."""
    drawn(stage)
    press(stage, "draw_go")
    rest(stage)


def two_roll(stage: Stage) -> None:
    """The second prize's names roll."""
    one_shown(stage)
    press(stage, "draw_go")
    press(stage, "draw_go")


def all_shown(stage: Stage, made: DrawPlan | None = None, count: int = GUESTS) -> None:
    """Everybody has been shown at once; the board."""
    drawn(stage, made, count)
    stage.big.desk.pace = Pace.ALL
    stage.big.page.step.pace.value = Pace.ALL
    press(stage, "draw_go")
    rest(stage)
    press(stage, "draw_go") if view_of(stage).to_reveal > view_of(stage).revealed else stage.big.desk.board()
    stage.settle()


def _asked_why(stage: Stage) -> None:
    all_shown(stage)
    stage.key(Qt.Key.Key_F6)


def _signing(stage: Stage) -> None:
    _asked_why(stage)
    stage.key(Qt.Key.Key_1, "1")


def _passed(stage: Stage) -> None:
    all_shown(stage)
    winner = stage.big.page.winner
    assert winner is not None
    first, second = signatures(stage)
    stage.big.desk.pass_on(winner, PassReason.NO_SHOW, first, second)
    stage.settle()


def signatures(stage: Stage) -> tuple[Approval, Approval]:
    """A manager's, and somebody else's."""
    staff = stage.api.staff()
    first = next(one for one in staff if may(one.role, Permission.HOLD_DRAWS))
    second = next(one for one in staff if may(one.role, Permission.SIGN_DRAWS) and one.id != first.id)
    return Approval(first.id, first.name), Approval(second.id, second.name)


def _planning(stage: Stage) -> None:
    _signed_in(stage)
    stage.key(Qt.Key.Key_F4)
    panel = stage.big.page.plan
    panel.occasion.field.setText("老友新鄰 狂歡派對")
    panel.name.field.setText("年終抽獎")
    panel.prizes.field.setPlainText("65 吋智慧電視 1\n智慧音箱 2\n保溫杯 12")
    panel.people.field.setPlainText("\n".join(one.name for one in people(24)))
    panel.source.choose(1)
    stage.settle()


def _sealing(stage: Stage) -> None:
    _planning(stage)
    press(stage, "plan_seal_0")


def _few(stage: Stage) -> None:
    published(stage, plan(prizes=(PlannedPrize("保溫杯", 20),)), 10)


def _refused(stage: Stage) -> None:
    opening(stage)
    type_text(stage, "draw_entry", HQS.hex())
    press(stage, "draw_go")


def _waiting(stage: Stage) -> None:
    published(stage, plan(beacon=True))
    press(stage, "draw_go")


def _rehearsed(stage: Stage) -> None:
    all_shown(stage, plan(rehearsal=True))


def _rehearsal_rolls(stage: Stage) -> None:
    drawn(stage, plan(rehearsal=True))
    press(stage, "draw_go")


def _listed(stage: Stage) -> None:
    all_shown(stage)
    stage.key(Qt.Key.Key_Escape)


def _photo_wall(stage: Stage) -> None:
    """Photographs of guests, with their votes."""
    stage.store.invite()
    stage.store.send_photos()
    _signed_in(stage)
    wall = PhotoBackdrop(stage.window.shell, stage.api)
    wall.begin()
    stage.settle()
    wall.rest()
    stage.big.big.show_scene(wall.scene())


STAGE_STATES: dict[str, Callable[[Stage], None]] = {
    "stage_none": _signed_in,
    "stage_plan": _planning,
    "stage_envelope": _sealing,
    "stage_frozen": frozen,
    "stage_published": partial(published, made=plan(beacon=True)),
    "stage_waiting": _waiting,
    "stage_dice": throwing,
    "stage_envelopes": opening,
    "stage_refused": _refused,
    "stage_few": _few,
    "stage_announced": drawn,
    "stage_won": one_shown,
    "stage_board": all_shown,
    "stage_why": _asked_why,
    "stage_sign": _signing,
    "stage_passed": _passed,
    "stage_rehearsal": _rehearsed,
    "stage_list": _listed,
}
"""Name → how to get there from `console`."""

ROOM_STATES: dict[str, Callable[[Stage], None]] = {
    "room_poster": _signed_in,
    "room_photos": _photo_wall,
    "room_fixed": partial(published, made=plan(beacon=True)),
    "room_waiting": _waiting,
    "room_dice": throwing,
    "room_envelopes": opening,
    "room_announced": drawn,
    "room_rolling": two_roll,
    "room_won": one_shown,
    "room_board": all_shown,
    "room_passed": _passed,
    "room_rehearsal": _rehearsal_rolls,
}
"""Name → how to get there; what the big screen shows then is looked at."""


def room_of(stage: Stage, size: tuple[int, int]) -> StageScreen:
    """The big screen at a size, with what it shows now; names that roll are caught after two and a half seconds."""
    screen = stage.big.big
    screen.resize(*size)
    stage.clock.move(2_500)
    return screen
