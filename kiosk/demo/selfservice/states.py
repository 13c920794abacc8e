"""States of the self-service station, for pictures and tests: every page, reached by touches and codes as people do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.application.ports.faults import LedgerFault
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store import offers
from kiosk.domain.scan.events import CameraStatus
from kiosk.domain.stations import StationRole

SIZES = ((1080, 1920), (1920, 1080), (1366, 768))
"""Windows that the station is made for: upright, and two lying ones."""


def selfservice_stage(
    theme: str = "light", language: str = "zh_TW", size: tuple[int, int] = SIZES[0], *, festive: bool = False
) -> Stage:
    """The station with nobody there. `festive`: a campaign of a season runs."""
    stage = Stage(theme, language, size, role=StationRole.SELF_SERVICE)
    if festive:
        publish_season(stage)
    return stage


def publish_season(stage: Stage) -> None:
    """HQ's campaign is one of the Mid-Autumn festival from now on."""
    for row_id, row in offers.season_rows():
        stage.store.publish("chain/editions", row_id, row)


def tap(stage: Stage, *names: str) -> None:
    """Press buttons by their object names, one after the other, where they are seen."""
    for name in names:
        found = [one for one in stage.window.findChildren(QAbstractButton, name) if one.isVisible()]
        assert found, name
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=found[0].rect().center())
        stage.settle()


def _attract(stage: Stage) -> None:
    stage.window.on_sync_status(stage.api.sync_status())
    stage.window.devices.on_camera_status(CameraStatus.READY)
    stage.settle()


def _rules(stage: Stage) -> None:
    _attract(stage)
    tap(stage, "attract_rules")


def _identify(stage: Stage) -> None:
    _attract(stage)
    tap(stage, "attract_begin")
    stage.frame()


def _identify_dark(stage: Stage) -> None:
    _attract(stage)
    tap(stage, "attract_begin")
    stage.window.devices.on_camera_status(CameraStatus.LOST)
    stage.settle()


def _refused(stage: Stage) -> None:
    _identify(stage)
    stage.scan("X:forged")


def home(stage: Stage) -> None:
    """A gold member who showed the code in the app."""
    _attract(stage)
    stage.scan("M:m1")


def _home_card(stage: Stage) -> None:
    _attract(stage)
    stage.scan("K:m3")


def _page(*names: str) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        home(stage)
        tap(stage, *names)

    return play


def _other(stage: Stage) -> None:
    home(stage)
    stage.scan("M:m3")


def _idle(stage: Stage) -> None:
    home(stage)
    stage.clock.move(50_000)
    stage.selfservice.flow.session.look()
    stage.settle()


def _due(stage: Stage) -> None:
    _attract(stage)
    stage.scan("M:m3")
    tap(stage, "tile_due")


def _offline(stage: Stage) -> None:
    stage.store.offline()
    home(stage)
    stage.window.on_sync_status(stage.api.sync_status())
    tap(stage, "tile_mall", "mall_1")


def _trouble(stage: Stage) -> None:
    home(stage)
    stage.selfservice.flow.stumble(LedgerFault("nobody sees this"))
    stage.settle()


SELFSERVICE_STATES: dict[str, Callable[[Stage], None]] = {
    "self_attract": _attract,
    "self_rules": _rules,
    "self_identify": _identify,
    "self_camera_lost": _identify_dark,
    "self_refused": _refused,
    "self_home": home,
    "self_home_card": _home_card,
    "self_language": _page("language"),
    "self_coupons": _page("tile_coupons"),
    "self_points": _page("tile_points"),
    "self_check_in": _page("day_5"),
    "self_calendar": _page("tile_calendar"),
    "self_mall": _page("tile_mall"),
    "self_mall_offer": _page("tile_mall", "mall_1"),
    "self_mall_gone": _page("tile_mall", "mall_2"),
    "self_mall_won": _page("tile_mall", "mall_1", "offer_go"),
    "self_mall_offline": _offline,
    "self_tasks": _page("tile_tasks"),
    "self_task": _page("tile_tasks", "tasks_0"),
    "self_surveys": _page("tile_surveys"),
    "self_survey": _page("tile_surveys", "surveys_0", "score_4"),
    "self_events": _page("tile_events"),
    "self_due": _due,
    "self_why": _page("tile_why"),
    "self_reasons": _page("tile_why", "why_0"),
    "self_help": _page("help"),
    "self_other_member": _other,
    "self_still_there": _idle,
    "self_trouble": _trouble,
}
"""Name → how to get there from `selfservice_stage`."""
