"""The keyboard on the screen: what it writes, by touch, by keypad and beside a keyboard of keys."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.widgets.touch.layouts import LAYOUTS, Act, FieldKind, Layout, accented
from tests.ui.touch.pages import MakePage, Page, settle


def test_a_name_by_zhuyin(page: Page) -> None:
    field = page.focus(FieldKind.NAME)
    page.tap(*"ㄔㄣˊ")
    page.choose("陳")
    page.tap(*"ㄇㄟˇㄌㄧㄥˊ")
    page.choose("美玲")
    assert field.text() == "陳美玲"


def test_a_name_by_pinyin_is_simplified_in_simplified_chinese(make_page: MakePage) -> None:
    page = make_page(language="zh_CN")
    field = page.focus(FieldKind.NAME)
    assert page.keyboard.layout_now is Layout.PINYIN
    page.tap(*"zhangwei")
    page.choose("张")
    page.choose("伟")
    assert field.text() == "张伟"


def test_space_takes_what_comes_first(page: Page) -> None:
    field = page.focus(FieldKind.NAME)
    page.tap(Act.TO_PINYIN, *"wang", " ")
    assert field.text() == "王"


def test_a_latin_name_with_accents(make_page: MakePage) -> None:
    page = make_page(language="en")
    field = page.focus(FieldKind.NAME)
    assert page.keyboard.layout_now is Layout.LATIN
    page.tap(Act.SHIFT, "N", *"guye")
    page.choose("ê")
    page.choose("ễ")
    page.tap("n")
    assert field.text() == "Nguyễn"


def test_capitals_are_for_one_letter_and_signs_for_as_long_as_wanted(page: Page) -> None:
    field = page.focus(FieldKind.WORDS)
    page.tap(Act.TO_LATIN, Act.SHIFT, "O", "k", Act.TO_SIGNS, "!", "，")
    assert field.text() == "Ok!，"


def test_an_address_ends_as_most_do(page: Page) -> None:
    field = page.focus(FieldKind.EMAIL)
    page.tap(*"ann", ".", *"li")
    page.choose("@gmail.com")
    assert field.text() == "ann.li@gmail.com"
    assert page.keyboard.offers.shown() == []


def test_a_phone_number_and_a_code(page: Page) -> None:
    field = page.focus(FieldKind.PHONE)
    page.tap("+", *"886912345678", Act.DELETE)
    assert field.text() == "+88691234567"
    page.tap(Act.DONE)
    settle()
    assert page.keyboard.field is page.fields[FieldKind.DIGITS]
    page.tap(*"123456")
    assert page.fields[FieldKind.DIGITS].text() == "123456"


def test_done_goes_on_to_the_next_field_and_puts_the_keys_away_after_the_last(page: Page) -> None:
    entered = []
    page.fields[FieldKind.DIGITS].entered.connect(lambda: entered.append(True))
    page.focus(FieldKind.NAME)
    for _kind in FieldKind:
        page.tap(Act.DONE)
        settle()
    assert entered == [True]
    assert not page.dock.is_open


# --- nothing is lost ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["done", "mode", "field", "text", "language", "tap", "away", "step"])
def test_what_is_being_composed_is_written_down_whatever_ends_it(page: Page, how: str) -> None:
    field = page.focus(FieldKind.NAME)
    page.tap(Act.TO_PINYIN, *"wang")
    if how == "done":
        page.tap(Act.DONE)
    elif how == "mode":
        page.tap(Act.TO_LATIN)
    elif how == "field":
        page.focus(FieldKind.PHONE)
    elif how == "language":
        page.ui.i18n.set_language("zh_CN")
    elif how == "tap":
        QTest.mouseClick(field.edit, Qt.MouseButton.LeftButton)
    elif how == "away":
        page.dock.put_away()
    elif how == "step":
        page.tap(Act.LEFT)
    assert field.text() == "wang"


def test_nothing_is_chosen_that_has_no_room(make_page: MakePage) -> None:
    page = make_page()
    field = page.focus(FieldKind.NAME)
    assert isinstance(field.edit, QLineEdit)
    field.edit.setMaxLength(3)
    field.set_text("陳美")
    page.tap(*"ㄍㄨㄤˉㄈㄨˋ")
    page.tap(Act.TO_PINYIN, Act.CLEAR)
    field.set_text("陳美")
    page.tap(*"meiling")
    assert page.keyboard.offers.shown()[0] == "美玲"
    page.choose("美玲")
    assert field.edit.text() == "陳美"
    page.choose("美")
    assert field.edit.text() == "陳美美"


def test_delete_takes_back_signs_then_characters_and_clear_everything(page: Page) -> None:
    field = page.focus(FieldKind.NAME)
    page.tap(*"ㄨㄤˊ")
    page.choose("王")
    page.tap(*"ㄇㄟ", Act.DELETE, Act.DELETE, Act.DELETE)
    assert field.text() == ""
    page.tap(*"ㄨㄤˊ", " ", *"ㄇ", Act.CLEAR)
    assert field.text() == ""
    assert page.keyboard.offers.shown() == []


def test_a_character_beyond_ffff_is_deleted_whole(page: Page) -> None:
    field = page.focus(FieldKind.NAME)
    field.set_text("王𬱖")
    page.tap(Act.DELETE)
    assert field.text() == "王"


def test_the_caret_is_set_by_tap_and_by_keys(page: Page) -> None:
    field = page.focus(FieldKind.PHONE)
    page.tap(*"0912", Act.LEFT, Act.LEFT, "5")
    assert field.text() == "09512"
    rect = field.edit.cursorRect()
    QTest.mouseClick(field.edit, Qt.MouseButton.LeftButton, pos=rect.center().__class__(4, field.edit.height() // 2))
    page.tap("+")
    assert field.text() == "+09512"


def test_long_text_is_kept_whole(page: Page) -> None:
    field = page.focus(FieldKind.WORDS)
    page.tap(Act.TO_LATIN, *("abcdefghij" * 20))
    assert field.text() == "abcdefghij" * 20
    field.set_text("x" * 499)
    page.press(Qt.Key.Key_End)
    page.tap("y", "z")
    assert field.text() == "x" * 499 + "y"


def test_words_of_several_lines_are_moved_about_in_before_the_keys_are(page: Page) -> None:
    field = page.focus(FieldKind.WORDS)
    page.tap(Act.TO_LATIN)
    page.type("one")
    page.press(Qt.Key.Key_Return, "\r")
    page.type("two")
    lit = []
    for arrow in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        page.press(arrow)
        lit.append(page.keyboard.lit is not None)
    assert lit == [False, False, True]
    page.press(Qt.Key.Key_Escape)
    assert field.text() == "one\ntwo"


SIGNS = sorted({key.sign for rows in LAYOUTS.values() for row in rows for key in row} - set(Act))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=st.lists(st.sampled_from([*SIGNS, *(act.value for act in Act)]), max_size=60))
def test_no_order_of_keys_breaks_it_or_loses_a_sign_of_latin(page: Page, presses: list[str]) -> None:
    field = page.focus(FieldKind.WORDS)
    field.set_text("")
    page.keyboard.reset()
    page.tap(Act.TO_LATIN)
    expected = ""
    for sign in presses:
        try:
            key = page.keyboard.key(sign)
        except KeyError:
            continue
        if sign == Act.DONE:
            continue
        plain = page.keyboard.layout_now in (Layout.LATIN, Layout.CAPITALS, Layout.SIGNS)
        before, at = field.edit.text(), field.edit.cursorPosition()
        key.click()
        if plain and sign not in tuple(Act) and len(before) < field.edit.maxLength():
            expected = before[:at] + sign + before[at:]
            assert field.edit.text() == expected
    assert len(field.text()) <= field.edit.maxLength()


# --- by keypad, and beside a keyboard ----------------------------------------------------------------------------


def test_everything_is_typed_by_arrows_and_enter(page: Page) -> None:
    field = page.focus(FieldKind.DIGITS)
    page.press(Qt.Key.Key_Down)
    lit = page.keyboard.lit
    assert lit is not None
    assert lit.words() == "1"
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Right)
    page.press(Qt.Key.Key_Return)
    assert field.text() == "15"
    page.press(Qt.Key.Key_Escape)
    assert page.keyboard.lit is None
    assert page.unhandled == []
    page.press(Qt.Key.Key_Escape)
    assert page.unhandled == [Qt.Key.Key_Escape]


@pytest.mark.parametrize("layout", list(Layout))
def test_every_key_is_reached_by_arrows(page: Page, layout: Layout) -> None:
    kinds = {Layout.PHONE: FieldKind.PHONE, Layout.DIGITS: FieldKind.DIGITS, Layout.EMAIL: FieldKind.EMAIL}
    page.focus(kinds.get(layout, FieldKind.EMAIL if layout is Layout.EMAIL_CAPITALS else FieldKind.NAME))
    page.keyboard._show_layout(layout)
    settle()
    page.press(Qt.Key.Key_Down)
    assert page.keyboard.lit is not None
    reached, open_ = set(), [page.keyboard.lit]
    while open_:
        here = open_.pop()
        if here in reached:
            continue
        reached.add(here)
        for arrow in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            page.keyboard._light(here)
            page.press(arrow)
            if page.keyboard.lit is not None:
                open_.append(page.keyboard.lit)
    assert {key.objectName() for key in page.keyboard.buttons()} == {key.objectName() for key in reached}


def test_a_keyboard_of_keys_composes_too(page: Page) -> None:
    field = page.focus(FieldKind.NAME)
    page.type("tp6")  # ㄔㄣˊ where they are printed
    assert page.keyboard.offers.shown()[0] == "陳"
    page.type(" ")
    assert field.text() == "陳"
    page.tap(Act.TO_PINYIN)
    page.type("mei")
    page.type("1")
    assert len(field.text()) == 2
    page.type("ling")
    page.press(Qt.Key.Key_Backspace)
    page.press(Qt.Key.Key_Return)
    assert field.text()[2:] == "lin"


def test_a_keyboard_of_keys_writes_latin_as_it_is(page: Page) -> None:
    field = page.focus(FieldKind.NAME)
    page.tap(Act.TO_LATIN)
    page.type("Ann Li")
    assert field.text() == "Ann Li"
    page.focus(FieldKind.PHONE)
    page.type("0912")
    assert page.fields[FieldKind.PHONE].text() == "0912"


def test_the_focus_moves_through_a_page_by_arrows(page: Page) -> None:
    page.top.setFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Down)
    settle()
    assert page.focusWidget() is page.fields[FieldKind.NAME].edit
    page.press(Qt.Key.Key_Up)
    settle()
    assert page.focusWidget() is page.top
    pressed = []
    page.top.clicked.connect(lambda: pressed.append(True))
    page.press(Qt.Key.Key_Return)
    assert pressed == [True]


def test_what_has_accents() -> None:
    assert {"é", "è", "ê", "ë", "ẻ", "ẹ"} <= set(accented("e"))
    assert {"ế", "ề", "ể", "ễ", "ệ"} <= set(accented("ê"))
    assert "Ł" in accented("L")
    assert accented("陳") == accented("1") == accented("") == ()
