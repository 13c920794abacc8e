"""The search for what a session left finds it wherever it is planted, and the wipe takes it away."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kiosk.ui.lockdown.wipe import wipe_surroundings, wipe_widgets
from tests.shared.memory_search import Planted, can_search, in_memory
from tests.shared.wipe_law import Heard, plant_name, plant_phone, traces
from tests.ui.lockdown_law import names_never_imported, ways_out


@dataclass
class _Row:
    name: str


@pytest.fixture
def page(qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    made.show()
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def _typed(page: QWidget, planted: Planted) -> QLineEdit:
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    for char in planted:
        QTest.keyClicks(field, char)
    return field


def test_a_field_that_was_typed_into_is_found_also_when_it_can_only_be_undone(page: QWidget) -> None:
    phone = plant_phone(1)
    field = _typed(page, phone)
    assert any("text" in trace for trace in traces(phone))
    field.clear()
    assert [trace for trace in traces(phone) if "undo" in trace]
    assert field.text() == "", "the search leaves everything as it was"
    wipe_widgets(page)
    assert traces(phone) == []


def test_areas_are_emptied_with_what_they_could_undo_to(page: QWidget) -> None:
    name = plant_name(2)
    area = QPlainTextEdit(page)
    area.show()
    area.insertPlainText(name.text())
    area.selectAll()
    area.textCursor().removeSelectedText()
    assert area.toPlainText() == ""
    assert traces(name)
    wipe_widgets(page)
    assert traces(name) == []


def test_whatever_a_widget_says_is_looked_at(page: QWidget) -> None:
    name = plant_name(3)
    shown, heard, hinted, marked = (QLabel(page) for _ in range(4))
    shown.setText(name.text())
    heard.setAccessibleDescription(name.text())
    hinted.setToolTip(name.text())
    marked.setProperty("whose", name.text())
    box = QComboBox(page)
    box.addItem(name.text())
    found = "\n".join(traces(name))
    for what in ("text", "accessibleDescription", "toolTip", "whose", "item"):
        assert what in found
    for widget in (shown, heard, hinted, marked, box):
        widget.deleteLater()
        QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
    assert traces(name) == []


def test_clipboards_are_emptied(qapp: QApplication) -> None:
    phone = plant_phone(4)
    QGuiApplication.clipboard().setText(phone.text())
    assert traces(phone)
    wipe_surroundings()
    assert traces(phone) == []


def test_what_python_can_reach_is_found_wherever_it_is_kept() -> None:
    phone = plant_phone(5)
    kept: dict[str, object] = {"row": _Row(phone.text())}
    assert any("_Row" in trace for trace in traces(phone))
    assert traces(phone, known_to=(_Row, dict)) == []
    kept["row"] = [(phone.text().encode(),)]
    assert any("list" in trace for trace in traces(phone))
    kept.clear()
    assert traces(phone) == []


def test_logs_and_files_are_read(tmp_path: Path) -> None:
    phone = plant_phone(6)
    heard = Heard().start()
    try:
        logging.getLogger("somewhere").debug("called %s", phone.text())
    finally:
        heard.stop()
    assert [trace for trace in traces(phone, heard=heard) if trace.startswith("log")]
    heard.lines.clear()
    (tmp_path / "settings.ini").write_text(f"last={phone.text()}", encoding="utf-16-le")
    assert any(trace.startswith("file") for trace in traces(phone, files=(tmp_path,)))


@pytest.mark.skipif(not can_search(), reason="the memory of a process is shown by Linux alone")
def test_memory_is_searched_in_every_encoding_and_the_search_does_not_find_itself() -> None:
    phone = plant_phone(7)
    assert in_memory(phone) == []
    kept = bytearray(b"".join(char.encode("utf-16-le") for char in phone))
    assert "utf-16-le" in {found.encoding for found in in_memory(phone)}
    kept[:] = bytes(len(kept))


def test_a_short_text_is_not_looked_for() -> None:
    with pytest.raises(ValueError, match="short"):
        Planted("123")


def test_ways_out_are_seen(page: QWidget, tmp_path: Path) -> None:
    label = QLabel('<a href="https://example.com">rules</a>', page)
    assert ways_out(page) == []
    label.setOpenExternalLinks(True)
    assert ways_out(page)
    (tmp_path / "bad.py").write_text("from PySide6.QtGui import QDesktopServices, QIcon\n", encoding="utf-8")
    assert [line.rpartition(" ")[2] for line in names_never_imported(tmp_path)] == ["QDesktopServices"]
