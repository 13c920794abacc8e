"""States of the sheet of prizes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt

from kiosk.application.ports.ledger import LedgerTx
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.draws.claim_facts import CLAIM_DUE, DueBody
from kiosk.domain.draws.claims import DAY_MS, draw_claim, wheel_claim
from kiosk.protocol.rows import PrizeRow
from kiosk.ui.widgets.sign_field import SignField

_CTRL = Qt.KeyboardModifier.ControlModifier
TELEVISION, MUG, TRIP, BASKET = (
    wheel_claim("lucky.k3vq", 7),
    wheel_claim("lucky.k3vq", 9),
    draw_claim("mid-autumn/grand/2026-11-20", 1, 0, 412),
    draw_claim("mid-autumn/grand/2026-11-20", 1, 3, 96),
)


def _due(body: DueBody, tx: LedgerTx) -> None:
    tx.append(CLAIM_DUE, "customer", CLAIM_DUE.write(body))


def win(stage: Stage, *, member: str = "m1") -> None:
    """Somebody won two things here, and two more in a draw of HQ's."""
    store = stage.store
    now = store.context.now_ms()
    for claim, name, value, percent in ((TELEVISION, "55 吋電視", 2_599_000, 1000), (MUG, "馬克杯", 28_000, 0)):
        body = DueBody(
            claim=claim,
            member=member,
            source="幸運轉盤",
            prize="tv",
            name=name,
            store="S02",
            value=value,
            currency="TWD",
            jurisdiction="TW",
            percent=percent,
            until=now + 20 * DAY_MS,
            identity=percent > 0,
        )
        store.ledger.run(partial(_due, body))
    at = store.context.now()
    told = (
        (TRIP, "m3", "花蓮兩天一夜", 880_000, "", "", "notified"),
        (BASKET, "m4", "年節禮籃", 168_000, "d-07", "S02-K1", "due"),
    )
    for claim, who, name, value, holder, terminal, standing in told:
        row = PrizeRow(
            claim, who, "", "中秋大抽獎", "trip", name, value, "TWD", "TW", 0, value > 100_000, at - timedelta(days=2),
            at + timedelta(days=3), standing, holder, terminal,
        )  # fmt: skip
        store.publish("store/S02/prizes", claim, row)
    stage.window.on_reference_changed()
    stage.settle()


def _prizes(stage: Stage) -> None:
    stage.sign_in()
    win(stage)
    stage.key(Qt.Key.Key_G, modifiers=_CTRL)


def _prizes_none(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_G, modifiers=_CTRL)


def _prizes_member(stage: Stage) -> None:
    stage.sign_in()
    win(stage)
    stage.scan("M:m1")
    stage.key(Qt.Key.Key_G, modifiers=_CTRL)
    stage.key(Qt.Key.Key_Down)


def _document(stage: Stage) -> None:
    stage.sign_in()
    win(stage)
    stage.scan("M:m1")
    stage.key(Qt.Key.Key_G, modifiers=_CTRL)
    stage.key(Qt.Key.Key_F4)


def _handed(stage: Stage) -> None:
    _document(stage)
    stage.key(Qt.Key.Key_Return)


def _elsewhere(stage: Stage) -> None:
    _prizes(stage)
    stage.key(Qt.Key.Key_Down)


def _offline(stage: Stage) -> None:
    """A draw's prize, and HQ is not there."""
    _prizes(stage)
    stage.key(Qt.Key.Key_F4)
    stage.key(Qt.Key.Key_Return)


def _address(stage: Stage) -> None:
    """Where it is to be sent."""
    _document(stage)
    stage.key(Qt.Key.Key_F7)


def _sent(stage: Stage) -> None:
    _address(stage)
    stage.type("王小美 110 台北市信義區松高路 12 號")
    stage.key(Qt.Key.Key_Return)


def signed(stage: Stage) -> None:
    """The winner has signed on the screen, and nothing is handed over yet."""
    _document(stage)
    stage.key(Qt.Key.Key_F5)
    field = stage.window.findChild(SignField, "prize_sign")
    assert field is not None
    field.strokes = [
        [(180 + 9 * at, 560 - (at * 67) % 240 - 60 * (at % 3)) for at in range(30)],
        [(520 + 6 * at, 620 - (at * 41) % 190) for at in range(40)],
    ]
    field.edited.emit()
    stage.settle()


PRIZE_STATES: dict[str, Callable[[Stage], None]] = {
    "prizes": _prizes,
    "prizes_none": _prizes_none,
    "prizes_member": _prizes_member,
    "prizes_document": _document,
    "prizes_handed": _handed,
    "prizes_signed": signed,
    "prizes_address": _address,
    "prizes_sent": _sent,
    "prizes_elsewhere": _elsewhere,
    "prizes_offline": _offline,
}
