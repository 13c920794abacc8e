"""States of the greeting card's sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kiosk.demo.checkout.pad_states import tap
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.printers import PHONES, set_up
from kiosk.domain.documents.brand import Brand
from kiosk.domain.texts import LocalText
from kiosk.protocol.rows import BRAND_ID

_CTRL = Qt.KeyboardModifier.ControlModifier
# the customer's own, whatever language the screen has
_WORDS = ("外婆", "中秋快樂，月圓人團圓", "小安 Ann")


def _card_new(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F5, modifiers=_CTRL)


def _card_written(stage: Stage) -> None:
    _card_new(stage)
    for name, words in zip(("card_to", "card_message", "card_sender"), _WORDS, strict=True):
        field = stage.window.findChild(QLineEdit, name)
        assert field is not None
        field.setText(words)
        field.textEdited.emit(words)
    tap(stage, "card_frame_mid_autumn")  # which paints the card anew, as a pause does


def _card_photo(stage: Stage) -> None:
    _card_written(stage)
    tap(stage, "card_consent", "card_photo")


def _card_refused(stage: Stage) -> None:
    stage.store.publish(
        "chain/brand", BRAND_ID, Brand(LocalText("好鄰", "好邻", "Good Neighbours"), unwanted=("笨蛋",))
    )
    stage.window.on_reference_changed()
    stage.settle()
    _card_written(stage)
    field = stage.window.findChild(QLineEdit, "card_message")
    assert field is not None
    field.setText("笨 蛋")
    field.textEdited.emit("笨 蛋")
    tap(stage, "card_frame_mid_autumn")


def _card_phone(stage: Stage) -> None:
    """The customer takes it on the phone."""
    brand = Brand(LocalText("好鄰", "好邻", "Good Neighbours"), pages="https://hq.example.org/p/")
    stage.store.publish("chain/brand", BRAND_ID, brand)
    set_up(stage.store.context, printers=(PHONES,))
    stage.window.printing.look()
    stage.window.on_reference_changed()
    stage.settle()
    _card_written(stage)
    tap(stage, "card_phone")


CARD_STATES: dict[str, Callable[[Stage], None]] = {
    "card_new": _card_new,
    "card_written": _card_written,
    "card_photo": _card_photo,
    "card_refused": _card_refused,
    "card_phone": _card_phone,
}
