"""Every state of the checkout, reached on the real window as people reach it.

The pictures of `kiosk screenshots` and the tests of layout and focus walk through the same list, so that a state that
is painted is a state that is tested. What cannot be reached (a full disk, how HQ is reached, a camera, a keyboard of
another country) is told to the window as the adapters tell it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from kiosk.application.ports.faults import LedgerDamaged, LedgerFull
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.demo.checkout.campaign_states import CAMPAIGN_STATES
from kiosk.demo.checkout.card_states import CARD_STATES
from kiosk.demo.checkout.draw_states import DRAW_STATES
from kiosk.demo.checkout.goods_states import GOODS_STATES
from kiosk.demo.checkout.help_states import HELP_STATES
from kiosk.demo.checkout.newcomer_states import NEWCOMER_STATES
from kiosk.demo.checkout.pad_states import PAD_STATES
from kiosk.demo.checkout.printing_states import PRINTING_STATES
from kiosk.demo.checkout.prize_states import PRIZE_STATES
from kiosk.demo.checkout.refusal_states import REFUSAL_STATES
from kiosk.demo.checkout.return_states import RETURN_STATES
from kiosk.demo.checkout.setting_up_states import SETTING_UP_STATES
from kiosk.demo.checkout.slip_states import SLIP_STATES
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.voucher_states import VOUCHER_STATES
from kiosk.demo.store.clock import NOW
from kiosk.domain.scan.events import CameraStatus
from kiosk.domain.scan.keyboard_layouts import KeyboardLayout, LayoutMixup, MixupKind

FIRST_DAYS = frozenset({"first_day"})
"""States of a store in which nothing has been sold yet."""


def stage_of(state: str, theme: str = "light", language: str = "zh_TW", size: tuple[int, int] = (1366, 768)) -> Stage:
    """A stage on which one of STATES can be played."""
    return Stage(theme, language, size, past=state not in FIRST_DAYS)


def _sign_in(stage: Stage) -> None:
    stage.window.on_sync_status(stage.api.sync_status())


def _sign_in_pin(stage: Stage) -> None:
    stage.type("183")


def _sign_in_wrong(stage: Stage) -> None:
    stage.type("19999")
    stage.key(Qt.Key.Key_Return)


def _sign_in_wait(stage: Stage) -> None:
    stage.type("1")
    for _ in range(3):
        stage.type("9999")
        stage.key(Qt.Key.Key_Return)


def _sign_in_nobody(stage: Stage) -> None:
    stage.window.sign_in.entry.show_people(())


def _locked(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F10)


def _empty(stage: Stage) -> None:
    stage.sign_in()


def _first_day(stage: Stage) -> None:
    stage.sign_in()
    stage.window.devices.on_camera_status(CameraStatus.STARTING)


def _member(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")


def _member_plain(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("K:m4")
    stage.type("1200")


def _stranger(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("C:c91")
    stage.type("320")


def _main(stage: Stage) -> None:
    stage.basket()


def _offline(stage: Stage) -> None:
    stage.store.offline()
    stage.basket()


def _chosen(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_3, "3", Qt.KeyboardModifier.AltModifier)


def _focus(stage: Stage) -> None:
    stage.basket()
    for _ in range(8):
        stage.key(Qt.Key.Key_Tab)


def _gift(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m2")
    stage.type("88")
    stage.key(Qt.Key.Key_Return)


def _done(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_Return)


def _done_offline(stage: Stage) -> None:
    stage.store.offline()
    stage.basket()
    stage.key(Qt.Key.Key_Return)


def _status(stage: Stage, link: Link, **more: object) -> None:
    stage.basket()
    status = SyncStatus(link, NOW - timedelta(minutes=12), 3, NOW - timedelta(minutes=12))
    stage.store.status = replace(status, **more)  # type: ignore[arg-type]  # fields of SyncStatus by name
    stage.window.on_sync_status(stage.store.status)


def _forked(stage: Stage) -> None:
    _status(stage, Link.FORKED)


def _revoked(stage: Stage) -> None:
    _status(stage, Link.REVOKED)


def _clock(stage: Stage) -> None:
    _status(stage, Link.ONLINE, queue=0, clock_off_ms=-47 * 60_000)


def _camera_lost(stage: Stage) -> None:
    stage.basket()
    stage.window.devices.on_camera_status(CameraStatus.LOST)


def _mixup(stage: Stage) -> None:
    stage.sign_in()
    stage.window.devices.on_layout_mixup(
        LayoutMixup(MixupKind.OTHER_LAYOUT, "KC1M", computer=KeyboardLayout.FR, scanner=KeyboardLayout.US)
    )
    stage.window.devices.on_camera_status(CameraStatus.NONE)


def _find_empty(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F3)


def _find(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F3)
    stage.type("li")
    stage.key(Qt.Key.Key_Return)


def _find_none(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F3)
    stage.type("7777")
    stage.key(Qt.Key.Key_Return)


def _categories(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F4)
    stage.type("900")


def _categories_used(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F4)
    stage.type("120")
    stage.key(Qt.Key.Key_Return)


def _recent(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F6)


def _recent_unsent(stage: Stage) -> None:
    """The newest sale has not reached HQ."""
    _done_offline(stage)
    stage.key(Qt.Key.Key_Escape)
    stage.key(Qt.Key.Key_F6)


def _recent_voided(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F6)
    for _ in range(3):
        stage.key(Qt.Key.Key_Down)


def _void(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F8)
    stage.type("3")


def _void_other(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F8)
    stage.type("6")


def _voided(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F8)
    stage.type("2")
    stage.key(Qt.Key.Key_Return)


def _amount_asked(stage: Stage) -> None:
    stage.basket()
    stage.type("4567")
    stage.key(Qt.Key.Key_Return)


def _other_member(stage: Stage) -> None:
    stage.basket()
    stage.scan("M:m2")


def _abandon_asked(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_Escape)


def _put_aside(stage: Stage) -> None:
    """The sale was put aside and can be taken back."""
    _abandon_asked(stage)
    stage.clock.move(500)
    stage.key(Qt.Key.Key_Return)


def _coupon_scanned(stage: Stage) -> None:
    """A coupon of the list was scanned before there is an amount."""
    stage.sign_in()
    stage.scan("M:m2")
    stage.scan("C:p1")


def _done_voided(stage: Stage) -> None:
    """The sale just made is undone while its verdict is on screen."""
    stage.sign_in()
    stage.scan("M:m2")
    stage.scan("C:p1")
    stage.type("100")
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_F8)
    stage.type("2")
    stage.key(Qt.Key.Key_Return)


def _returned(stage: Stage) -> None:
    """Part of the third sale came back a moment ago, and more of it shall."""
    stage.sign_in()
    for amount in ("150", "80"):
        stage.key(Qt.Key.Key_F6)
        for _ in range(2):
            stage.key(Qt.Key.Key_Down)
        stage.key(Qt.Key.Key_F8)
        stage.key(Qt.Key.Key_F4)
        stage.type(amount)
        if amount == "150":
            stage.key(Qt.Key.Key_Return)


def _recent_returned(stage: Stage) -> None:
    _returned(stage)
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_F6)
    for _ in range(2):
        stage.key(Qt.Key.Key_Down)


def _approval(stage: Stage) -> None:
    """HQ has called the right on a coupon back, and cannot be asked for it."""
    stage.store.take_right("c1")
    stage.basket()
    stage.key(Qt.Key.Key_Return)


def _switch(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F9)
    stage.type("2")


def _fault(stage: Stage) -> None:
    stage.basket()
    stage.window.messages.fault(LedgerFull("no space left"))


def _start_fault(stage: Stage) -> None:
    stage.window.messages.fault(LedgerDamaged("chain broken at 4711"))


STATES: dict[str, Callable[[Stage], None]] = {
    "sign_in": _sign_in,
    "sign_in_pin": _sign_in_pin,
    "sign_in_wrong": _sign_in_wrong,
    "sign_in_wait": _sign_in_wait,
    "sign_in_nobody": _sign_in_nobody,
    "locked": _locked,
    "empty": _empty,
    "first_day": _first_day,
    "member": _member,
    "member_plain": _member_plain,
    "stranger": _stranger,
    "main": _main,
    "offline": _offline,
    "chosen": _chosen,
    "focus": _focus,
    "gift": _gift,
    "done": _done,
    "done_offline": _done_offline,
    "forked": _forked,
    "revoked": _revoked,
    "clock": _clock,
    "camera_lost": _camera_lost,
    "layout_mixup": _mixup,
    "find_empty": _find_empty,
    "find": _find,
    "find_none": _find_none,
    "categories": _categories,
    "categories_used": _categories_used,
    "recent": _recent,
    "recent_unsent": _recent_unsent,
    "recent_voided": _recent_voided,
    "void": _void,
    "void_other": _void_other,
    "voided": _voided,
    "amount_asked": _amount_asked,
    "other_member": _other_member,
    "abandon_asked": _abandon_asked,
    "put_aside": _put_aside,
    "coupon_scanned": _coupon_scanned,
    "done_voided": _done_voided,
    "returned": _returned,
    "recent_returned": _recent_returned,
    "approval": _approval,
    "switch": _switch,
    "fault": _fault,
    "start_fault": _start_fault,
    **SETTING_UP_STATES,
    **PRINTING_STATES,
    **CAMPAIGN_STATES,
    **REFUSAL_STATES,
    **RETURN_STATES,
    **PAD_STATES,
    **CARD_STATES,
    **GOODS_STATES,
    **VOUCHER_STATES,
    **PRIZE_STATES,
    **SLIP_STATES,
    **HELP_STATES,
    **NEWCOMER_STATES,
    **DRAW_STATES,
}
"""Name → how to get there from a freshly opened window."""
