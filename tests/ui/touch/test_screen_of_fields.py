"""Fields and keyboard look as they should at every size: nothing cut, nothing covered, nothing too small, all named."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kiosk.domain.texts import LANGUAGES
from kiosk.ui.comfort import CONTRAST, Comfort, Letters
from kiosk.ui.context import Ui
from kiosk.ui.theme import SHAPE_PAIRS, TEXT_PAIRS, contrast, load_theme
from kiosk.ui.widgets.basics import column
from kiosk.ui.widgets.touch.comfort_panel import ComfortPanel
from kiosk.ui.widgets.touch.layouts import Act, FieldKind, Layout
from kiosk.ui.window import Window
from tests.shared.wipe_law import Heard, plant_name, plant_phone, traces
from tests.ui import screen_law
from tests.ui.touch.pages import LABELS, LANDSCAPE, PORTRAIT, MakePage, Page, settle, shown

SIZES = (PORTRAIT, LANDSCAPE, (2160, 3840))
LEAST = 72
KINDS = list(FieldKind)


def rounds() -> list[tuple[str, tuple[int, int], Letters, FieldKind]]:
    """Every pair of language, size, letters and kind once or more, in fewer than all."""
    every = product(enumerate(LANGUAGES), enumerate(SIZES), enumerate(Letters), enumerate(KINDS))
    return [
        (language, size, letters, kind)
        for (a, language), (b, size), (c, letters), (d, kind) in every
        if (a + b + c + d) % 5 == 0
    ]


@pytest.mark.parametrize(("language", "size", "letters", "kind"), rounds())
def test_nothing_is_cut_covered_or_too_small(
    make_page: MakePage, language: str, size: tuple[int, int], letters: Letters, kind: FieldKind
) -> None:
    page = make_page(language=language, size=size, comfort=Comfort(letters=letters, calm=True))
    field = page.fields[kind]
    page.focus(kind)
    layouts = [page.keyboard.layout_now]
    if kind is FieldKind.NAME:
        layouts = [Layout.ZHUYIN, Layout.PINYIN, Layout.CAPITALS, Layout.SIGNS]
    for layout in layouts:
        page.keyboard._show_layout(layout)
        if layout is Layout.PINYIN:
            page.tap("y")
        field.show_problem("This is not right: 請再看一次, please look at it once more and write it again.")
        settle()
        assert screen_law.problems(page.keyboard) == []
        assert [one for one in screen_law.problems(page) if "outside" not in one] == []
        small = [
            f"{key.objectName()} {key.width()}×{key.height()}"
            for key in page.keyboard.findChildren(QAbstractButton)
            if key.isVisible() and min(key.width(), key.height()) < LEAST
        ]
        assert small == []
        assert in_sight(page, field.label)
        assert in_sight(page, field.edit)
        assert in_sight(page, field.problem)


def in_sight(page: Page, widget: QWidget) -> bool:
    """Whether something lies between the upper edge of the page and the keyboard."""
    box = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    view = QRect(page.area.mapTo(page, QPoint(0, 0)), page.area.size())
    keyboard = QRect(page.dock.mapTo(page, QPoint(0, 0)), page.dock.size())
    return view.contains(box) and not keyboard.intersects(box)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_has_a_name(make_page: MakePage, kind: FieldKind) -> None:
    for language in LANGUAGES:
        page = make_page(language=language)
        page.focus(kind)
        for key in page.keyboard.findChildren(QAbstractButton):
            assert key.accessibleName() or key.text() or not key.isVisible(), key.objectName()
        for edit in page.findChildren(QLineEdit):
            assert edit.accessibleName()


def test_a_problem_is_said_and_goes_when_somebody_types(page: Page) -> None:
    said = []
    page.ui.voice.said.connect(lambda words, now: said.append((words, now)))
    field = page.focus(FieldKind.PHONE)
    field.show_problem("電話少了幾位數字")
    assert said == [("電話少了幾位數字", True)]
    assert "電話少了幾位數字" in field.edit.accessibleDescription()
    page.tap("1")
    assert field.problem.isHidden()


def test_nothing_is_left_of_somebody(page: Page) -> None:
    field = page.focus(FieldKind.NAME)
    page.tap(Act.TO_PINYIN, *"wang")
    page.dock.forget()
    field.forget()
    assert field.edit.text() == ""
    assert isinstance(field.edit, QLineEdit)
    assert not field.edit.isUndoAvailable()
    assert not page.dock.is_open
    page.focus(FieldKind.NAME)
    assert page.keyboard.layout_now is Layout.ZHUYIN
    assert page.keyboard.offers.shown() == []
    assert field.text() == ""


@pytest.mark.parametrize("kind", [FieldKind.NAME, FieldKind.PHONE])
def test_the_law_of_the_wipe_holds_for_fields_and_keys(make_page: MakePage, kind: FieldKind) -> None:
    page = make_page(language="zh_CN")
    heard = Heard().start()
    planted = plant_name(7) if kind in (FieldKind.NAME, FieldKind.WORDS) else plant_phone(7)
    page.focus(kind)
    for sign in planted:
        page.keyboard.typist.write(sign)
        page.tap(*("chen" if kind in (FieldKind.NAME, FieldKind.WORDS) else "1"), Act.DELETE)
        page.tap(*((Act.DELETE,) * (3 if kind in (FieldKind.NAME, FieldKind.WORDS) else 0)))
    assert traces(planted)
    page.dock.forget()
    for field in page.fields.values():
        field.forget()
    heard.stop()
    assert traces(planted, heard=heard) == []


def test_the_table_is_read_when_chinese_is_typed_and_not_before(make_page: MakePage) -> None:
    from kiosk.ui.widgets.touch.table import characters

    characters.cache_clear()
    page = make_page(language="en")
    page.focus(FieldKind.NAME)
    page.tap("a")
    assert characters.cache_info().currsize == 0
    page.tap(Act.TO_PINYIN)
    settle()
    assert characters.cache_info().currsize == 1


# --- comfort -----------------------------------------------------------------------------------------------------


def test_strong_contrast_is_stronger_than_the_law_asks() -> None:
    colours, light = load_theme(CONTRAST).colours, load_theme("light").colours
    assert colours.keys() == light.keys()
    weak = [pair for pair in TEXT_PAIRS if contrast(colours[pair[0]], colours[pair[1]]) < 7]
    weak += [pair for pair in SHAPE_PAIRS if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_reach_brings_everything_down_on_a_tall_screen(make_page: MakePage, size: tuple[int, int]) -> None:
    page = make_page(size=size, comfort=Comfort(reach=True, calm=True))
    top = page.top.mapTo(page, QPoint(0, 0)).y()
    assert (top > page.height() * 0.4) is (size == PORTRAIT)
    page.focus(FieldKind.DIGITS)
    assert in_sight(page, page.fields[FieldKind.DIGITS].edit)
    page.ui.set_comfort(Comfort())
    settle()
    assert page.top.mapTo(page, QPoint(0, 0)).y() < page.height() * 0.1


def test_comfort_goes_with_whoever_wanted_it(make_page: MakePage) -> None:
    page = make_page(comfort=Comfort())
    ui, field = page.ui, page.fields[FieldKind.NAME]
    before = (ui.theme.name, field.label.font().pixelSize(), ui.moving(180))
    ui.set_comfort(Comfort(letters=Letters.LARGEST, contrast=True, calm=True))
    ui.set_theme("dark")
    settle()
    assert (ui.theme.name, ui.moving(180)) == (CONTRAST, 0)
    assert field.label.fontMetrics().height() > 1.3 * before[1]
    ui.set_comfort(Comfort())
    settle()
    assert ui.theme.name == "dark"
    ui.set_theme("light")
    assert (ui.theme.name, field.label.font().pixelSize(), ui.moving(180)) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_choices_of_comfort_say_what_is_on(qapp: object, language: str) -> None:
    with shown(language=language, make=_panel) as window:
        panel = window.findChild(ComfortPanel)
        assert panel is not None
        ui = panel.ui
        ui.set_comfort(Comfort())
        for name in ("contrast", "reach", "calm", "speech"):
            key = window.findChild(QAbstractButton, f"comfort_{name}")
            assert key is not None
            off = key.text()
            key.click()
            assert getattr(ui.comfort, name)
            assert key.text() != off
        for letters in Letters:
            key = window.findChild(QAbstractButton, f"letters_{letters}")
            assert key is not None
            key.click()
            settle()
            assert ui.comfort.letters is letters
            assert screen_law.problems(window) == []
        usual = window.findChild(QAbstractButton, "comfort_usual")
        assert usual is not None
        usual.click()
        assert ui.comfort == Comfort()


class Spoken:
    """Speech that remembers."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str, bool]] = []

    def say(self, text: str, language: str, now: bool = False) -> None:
        self.said.append((text, language, now))

    def hush(self) -> None:
        self.said.append(("", "", True))

    def close(self) -> None:
        self.hush()


def test_what_has_the_focus_and_what_is_announced_is_spoken_while_it_is_wanted(make_page: MakePage) -> None:
    page = make_page(comfort=Comfort(calm=True))
    spoken = Spoken()
    page.ui.prompter.use(spoken)
    page.focus(FieldKind.NAME)
    assert spoken.said == []
    page.ui.set_comfort(Comfort(calm=True, speech=True))
    page.focus(FieldKind.PHONE).set_text("0912")
    page.fields[FieldKind.PHONE].show_problem("少了六位")
    page.top.setFocus()
    page.fields[FieldKind.PHONE].edit.setFocus()
    said = [words for words, _language, _now in spoken.said]
    assert said == [
        f"{LABELS[FieldKind.PHONE]}. …",
        "少了六位",
        "Back",
        f"{LABELS[FieldKind.PHONE]}. 0912. 少了六位，…",
    ]
    assert {language for _words, language, _now in spoken.said} == {"zh_TW"}
    page.ui.set_comfort(Comfort())
    assert spoken.said[-1] == ("", "", True)
    page.focus(FieldKind.NAME)
    assert spoken.said[-1] == ("", "", True)


def _panel(ui: Ui) -> Window:
    window = Window()
    ui.prompter.use(Spoken())
    column(window, margins=(56, 56, 56, 56)).addWidget(ComfortPanel(ui))
    return window
