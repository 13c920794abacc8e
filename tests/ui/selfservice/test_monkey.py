"""Random sessions of random people, two after the other never seeing each other's: some in every run, 5,000 by
`make monkey`."""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import tap, type_in
from kiosk.demo.store import party
from kiosk.demo.store.people import STORE
from kiosk.demo.store.store import OFFLINE
from kiosk.domain.scan.events import CameraStatus, ScanEvent, ScanSource, Symbology
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.stations.selfservice.fields import FieldScreen
from kiosk.ui.stations.selfservice.flow import Screen
from tests.ui.hands import words_in
from tests.ui.selfservice.conftest import MakeStation, Personal

PEOPLE = {"m1": "陳*麗", "m2": "李*", "m3": "王*明", "m5": "A", "m7": "黃*君"}
SESSIONS = int(os.environ.get("KIOSK_MONKEYS", "4"))
_NEVER = frozenset({"end", "help", "trouble_end"})
"""Buttons that a monkey leaves alone, so that sessions are long enough."""
MOST_TAPS = 14


def targets(stage: Stage) -> list[QWidget]:
    """What a finger can press now."""
    layer = stage.selfservice.page.layer
    scope: QWidget = layer if layer.isVisible() else stage.window
    kinds = (*scope.findChildren(QAbstractButton), *scope.findChildren(QLineEdit))
    return [one for one in kinds if one.isVisible() and one.isEnabled() and one.objectName() not in _NEVER]


def step(stage: Stage, chance: random.Random) -> None:
    """Something that somebody does."""
    what = chance.random()
    if what < 0.04:
        stage.scan(f"{chance.choice('MK')}:{chance.choice(list(PEOPLE))}")
    elif what < 0.06:
        stage.scan(chance.choice(("X:forged", "C:p1", "I:m2", "nonsense", "")))
    elif what < 0.10:
        stage.clock.move(chance.randrange(1, 59) * 1000)
        stage.selfservice.flow.session.look()
        stage.settle()
    elif what < 0.13:
        stage.window.devices.on_camera_status(chance.choice((CameraStatus.LOST, CameraStatus.READY)))
        stage.frame()
    elif what < 0.16:
        type_in(stage, chance.choice(("0912345678", "1", "abc", "12 34")))
    elif what < 0.22:
        odd(stage, chance)
    elif found := targets(stage):
        QTest.mouseClick(chance.choice(found), Qt.MouseButton.LeftButton)
        stage.settle()


ODD = (
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u202eabc", "مرحبا", "王" * 500, "葛\U000e0100城", "\ud83d",
    "\u0301", "a\nb", "<b>{name} %s</b>", "e\u0301" * 250, "2026-02-30", "  ",
)  # fmt: skip
"""Texts that somebody types, or that a code brings."""


def odd(stage: Stage, chance: random.Random) -> None:
    """What nobody expects, and what happens around whoever stands there."""
    store, screen = stage.store, stage.selfservice.flow.screen
    match chance.randrange(6):
        case 0:  # two codes in the moment in which both are seen, before anything of the first is answered
            for code in chance.sample(("M:m1", "K:m2", "M:m3", "C:p1", "I:m2", "X:forged"), 2):
                shown = ScanEvent(store.codes[code], Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
                stage.window.on_scan(shown)
        case 1 if isinstance(screen, FieldScreen):
            screen.field.set_text(chance.choice(ODD))
            screen._go()
        case 2:
            stage.i18n.set_language(chance.choice(LANGUAGES))
        case 3:
            store.status = chance.choice((store.status, OFFLINE))
            stage.window.on_sync_status(stage.api.sync_status())
        case 4:  # HQ says otherwise while they look at it
            event = chance.choice(party.events())
            changed = replace(event, quota=chance.choice((0, 1, 3)), waiting_list=True)
            store.publish(f"store/{STORE}/gatherings", event.id, chance.choice((None, event, changed)))
        case _:
            found = targets(stage)
            target = chance.choice(found) if found else None
            for _ in range(100):
                if target is not None and shiboken6.isValid(target):
                    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    stage.settle()


def brisk(stage: Stage) -> None:
    """As `Stage.settle`, for thousands of sessions: until every answer is there."""
    for _ in range(3):
        QApplication.processEvents()
        while stage.tasks.pending:
            QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def one_session(stage: Stage, chance: random.Random) -> None:
    """From the attract loop to the attract loop."""
    flow = stage.selfservice.flow
    begin = chance.random()
    if begin < 0.7:
        stage.scan(f"{'M' if begin < 0.5 else 'K'}:{chance.choice(list(PEOPLE))}")
    else:
        tap(stage, "attract_begin")
    for _ in range(chance.randrange(1, MOST_TAPS)):
        step(stage, chance)
        member = flow.session.member
        others = {name for name in PEOPLE.values() if len(name) > 1 and (member is None or member.masked_name != name)}
        # a friend's name stands on the page of friends, and in a registration
        screen = flow.screen
        if screen is not None and screen.name in ("home", "coupons", "points", "due", "mall", "offer", "calendar"):
            shown = words_in(stage.window)
            assert not [name for name in others if name in shown], (screen.name, others)
    flow.end()
    stage.settle()
    screen = flow.screen
    assert screen is not None
    assert screen.name == "attract"
    shown = words_in(stage.window)
    assert not [name for name in PEOPLE.values() if len(name) > 1 and name in shown]
    assert flow.session.visit is None


def test_monkeys_find_no_fault_and_no_trace(left_behind: Callable[[], Personal], make_station: MakeStation) -> None:
    stage = make_station()
    stage.store.invite()
    setattr(stage, "settle", partial(brisk, stage))  # noqa: B010  (a method of the class for this one stage)
    chance = random.Random(20261121)
    for _ in range(SESSIONS):
        one_session(stage, chance)
        QApplication.processEvents()
        gc.collect()
        alive = [one for one in gc.get_objects() if isinstance(one, Screen) and shiboken6.isValid(one)]
        assert [one.name for one in alive] == ["attract"], "pages outlive their customers"
        assert left_behind() == []
