"""States of paper slips: keyed in, refused, and a manager's books."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.clock import NOW
from kiosk.demo.store.offers import THRESHOLD, token_key
from kiosk.demo.store.people import STORE
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.slips.model import SlipBook, SlipRule
from kiosk.domain.slips.signed import slip_claims
from kiosk.protocol.rows import SlipBookRow
from kiosk.protocol.tokens.codec import sign_token

MANAGER = 4
BOOK = "K7MP3QRT"


def publish_book(stage: Stage, book: str = BOOK, first: int = 1, count: int = 50) -> tuple[str, ...]:
    """A book of the store, made by HQ yesterday; its codes."""
    made = NOW - timedelta(days=1)
    row = SlipBook(
        book,
        STORE,
        THRESHOLD.id,
        THRESHOLD.id,
        0,
        first,
        first + count - 1,
        count,
        THRESHOLD.benefit.off,
        made,
        made,
        made + timedelta(days=31),
    )
    key = token_key()
    codes = tuple(sign_token(claims, key) for claims in slip_claims(row, key.key_id, "HQ"))
    stage.store.publish(f"store/{STORE}/slips", book, SlipBookRow(row, codes))
    return codes


def scan_code(stage: Stage, code: str) -> None:
    """A slip is held before the camera."""
    stage.window.on_scan(ScanEvent(code, Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
    stage.settle()


def open_slips(stage: Stage, person: int = 1) -> tuple[str, ...]:
    """Somebody signed in, and Ctrl K; the codes of the book."""
    codes = publish_book(stage)
    stage.sign_in(person)
    stage.key(Qt.Key.Key_K, modifiers=Qt.KeyboardModifier.ControlModifier)
    return codes


def key_in(stage: Stage, code: str, time: str, amount: str) -> None:
    """One slip, as people do it."""
    scan_code(stage, code)
    stage.type(time)
    stage.type(amount)
    stage.key(Qt.Key.Key_Return)


def _slip(stage: Stage) -> None:
    codes = open_slips(stage)
    scan_code(stage, codes[2])
    stage.type("1105")
    stage.type("462")


def _done(stage: Stage) -> None:
    codes = open_slips(stage)
    for at, (time, amount) in enumerate((("1042", "462"), ("1105", "980"), ("1131", "1250"))):
        key_in(stage, codes[at], time, amount)


def _refused(stage: Stage) -> None:
    codes = open_slips(stage)
    key_in(stage, codes[0], "1042", "462")
    scan_code(stage, codes[0])


def _missing(stage: Stage) -> None:
    open_slips(stage)
    stage.key(Qt.Key.Key_Return)


def _approval(stage: Stage) -> None:
    """A number that was declared lost."""
    codes = open_slips(stage, MANAGER)
    stage.key(Qt.Key.Key_F4)
    stage.key(Qt.Key.Key_F6)
    stage.key(Qt.Key.Key_Escape)
    stage.key(Qt.Key.Key_K, modifiers=Qt.KeyboardModifier.ControlModifier)
    key_in(stage, codes[4], "1105", "462")


def open_books(stage: Stage) -> None:
    """A manager's books, after a morning on paper."""
    rule = SlipRule(THRESHOLD.id, THRESHOLD.id, THRESHOLD.benefit.off, share=30)
    stage.store.publish("chain/slip_rules", rule.id, rule)
    publish_book(stage, "W4XN8HCE", 51, 20)
    codes = open_slips(stage, MANAGER)
    for at, time in enumerate(("1042", "1105", "1131")):
        key_in(stage, codes[at], time, "980")
    stage.key(Qt.Key.Key_F4)


SLIP_STATES: dict[str, Callable[[Stage], None]] = {
    "slip": _slip,
    "slips_done": _done,
    "slip_refused": _refused,
    "slip_missing": _missing,
    "slip_approval": _approval,
    "slip_books": open_books,
}
