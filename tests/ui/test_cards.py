"""Greeting cards: what is shown is what is printed, no word that the chain refuses, no photo without consent, and none
that stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from kiosk.application.documents.contents import read
from kiosk.demo.checkout.pad_states import tap
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.documents import blocks
from kiosk.domain.documents.blocks import Document, Frame, Picture, Side, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.paper import CARD
from kiosk.domain.documents.printers import Language, Printer, PrintSetup
from kiosk.domain.texts import LocalText
from kiosk.protocol.rows import BRAND_ID
from kiosk.ui.stations.checkout.card_sheet import GreetingCardSheet

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stage() -> Iterator[Stage]:
    with Stage(language="en") as stage:
        stage.store.publish("chain/brand", BRAND_ID, Brand(LocalText("好", "好", "Good"), unwanted=("darn",)))
        stage.window.on_reference_changed()
        stage.sign_in()
        yield stage


def opened(stage: Stage) -> GreetingCardSheet:
    stage.key(Qt.Key.Key_F5, modifiers=CTRL)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, GreetingCardSheet)
    return sheet


def write(sheet: GreetingCardSheet, **words: str) -> None:
    for name, text in words.items():
        field = sheet.findChild(QLineEdit, f"card_{name}")
        assert field is not None
        field.setText(text)
        field.textEdited.emit(text)


def button(sheet: GreetingCardSheet, name: str) -> QAbstractButton:
    found = sheet.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def texts(document: Document) -> list[str]:
    found: list[str] = []

    def walk(parts: tuple[blocks.AnyBlock, ...]) -> None:
        for part in parts:
            if isinstance(part, Text):
                found.append(part.text)
            elif isinstance(part, Side):
                walk(part.left)
                walk(part.right)

    walk(document.blocks)
    return found


def photos(document: Document) -> list[bytes]:
    sides = [part for part in document.blocks if isinstance(part, Side)]
    return [one.data for side in sides for one in side.left if isinstance(one, Picture)]


def test_a_card_is_written_and_printed_by_keyboard_alone(stage: Stage) -> None:
    stage.api.set_up_printing(
        PrintSetup((Printer("p-1", "Cards", Language.SYSTEM, "system:Cards", CARD.name),)), "s-101"
    )
    opened(stage)
    for words in ("Ann", "Many happy returns"):
        stage.type(words)
        stage.key(Qt.Key.Key_Tab)
        stage.key(Qt.Key.Key_Tab)  # past the keys on the screen
    stage.type("Bo")
    stage.key(Qt.Key.Key_Return)

    (job,) = stage.api.print_desk().jobs
    kept = stage.store.ledger.run(lambda tx: tx.kept_document(job.job))
    assert kept is not None
    said = " ".join(texts(read(kept).unmarked))
    assert "Many happy returns" in said
    assert "Ann" in said
    assert "Bo" in said
    assert stage.window.overlay.sheet is None
    assert "Cards" in stage.window.notices.text.text()


def test_without_a_printer_the_clerk_is_told(stage: Stage) -> None:
    sheet = opened(stage)
    write(sheet, message="Hello")
    stage.settle()
    tap(stage, "card_print")

    assert "No printer" in stage.window.notices.text.text()


def test_an_empty_card_and_one_with_an_unwanted_word_are_not_printed(stage: Stage) -> None:
    sheet = opened(stage)
    assert not button(sheet, "card_print").isEnabled()
    write(sheet, message="d.a.r.n you")
    assert "darn" in sheet.problem.text()
    stage.key(Qt.Key.Key_Return)
    assert stage.window.overlay.sheet is sheet, "Enter prints no such card"
    for name in ("to", "sender"):
        write(sheet, message="Hello", to="", sender="")
        assert button(sheet, "card_print").isEnabled()
        write(sheet, **{name: "Darn"})
        assert not button(sheet, "card_print").isEnabled()


def test_a_photo_needs_consent_and_goes_with_it(stage: Stage) -> None:
    sheet = opened(stage)
    write(sheet, message="Hello")
    assert button(sheet, "card_photo").isHidden()
    sheet.take_photo(b"came too late")
    assert sheet.card.photo == b""

    tap(stage, "card_consent", "card_photo")
    assert sheet.card.photo[:2] == b"\xff\xd8"
    assert photos(sheet.document()) == [sheet.card.photo]
    tap(stage, "card_photo")
    assert sheet.card.photo == b"", "without it again"
    tap(stage, "card_photo", "card_consent")
    assert sheet.card.photo == b"", "no consent any more"
    assert photos(sheet.document()) in ([], [b""])


def test_frame_and_headline_are_chosen(stage: Stage) -> None:
    sheet = opened(stage)
    write(sheet, message="Hello")
    assert "Old Friends, New Neighbours" in texts(sheet.document())
    tap(stage, "card_headline", "card_frame_spring")

    assert "Old Friends, New Neighbours" not in texts(sheet.document())
    assert sheet.document().frame is Frame.SPRING
    chosen = [one for one in Frame if one and button(sheet, f"card_frame_{one.value}").isChecked()]
    assert chosen == [Frame.SPRING]
