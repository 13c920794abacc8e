"""The clerk's keys on the screen write Chinese by its sound, too, and nothing that was typed is lost."""

from __future__ import annotations

import pytest

from kiosk.demo.checkout.stage import Stage
from kiosk.ui.widgets.letter_pad import LetterPad, TypedField


@pytest.fixture
def typed(stage: Stage) -> TypedField:
    """A field with its keys."""
    made = TypedField(stage.window.ui, "typed")
    made.setParent(stage.window)
    made.keys.click()
    return made


def press(field: TypedField, *names: str) -> None:
    for name in names:
        field.pad.key(name).click()


def choose(field: TypedField, text: str) -> None:
    composed = field.pad.composed
    assert composed is not None
    offered = [key.words() for key in composed.offers]
    composed.offers[offered.index(text)].click()


def test_a_name_in_pinyin(typed: TypedField) -> None:
    press(typed, LetterPad.METHOD, LetterPad.METHOD, *"wang")
    choose(typed, "王")
    press(typed, *"xiaomiq", LetterPad.BACK, *"ng")
    choose(typed, "小明")
    assert typed.text() == "王小明"
    press(typed, LetterPad.BACK)
    assert typed.text() == "王小"


def test_a_name_in_zhuyin_on_the_places_of_a_keyboard(typed: TypedField) -> None:
    press(typed, LetterPad.METHOD)
    assert [typed.pad.key(name).words() for name in "1qa:"] == ["ㄅ", "ㄆ", "ㄇ", "ㄤ"]
    press(typed, *"xup", "6")  # ㄌㄧㄣˊ
    choose(typed, "林")
    press(typed, *"vul3")  # ㄒㄧㄠˇ
    press(typed, " ")
    assert typed.text()[0] == "林"
    assert len(typed.text()) == 2
    press(typed, LetterPad.CLEAR)
    assert typed.text() == ""


def test_what_was_not_chosen_is_written_as_it_was_typed(typed: TypedField) -> None:
    press(typed, LetterPad.METHOD, LetterPad.METHOD, *"lin", "/")
    assert typed.text() == "lin/"
    press(typed, *"chen", LetterPad.METHOD)
    assert typed.text() == "lin/chen"
    press(typed, *"ab", "1", " ", ",")
    assert typed.field.text() == "lin/chenab1 ,"
