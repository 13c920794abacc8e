"""The law of words: what stands on the screen, in every state and language, is words for people: nothing of the
machine, nothing of another language."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.ui.shell.fault_page import FaultBody
from kiosk.ui.stations.journal.detail import FactPanel, FieldLine
from tests.shared.chinese import wrong_signs

_MACHINE = re.compile(
    r"\bNone\b|\bTrue\b|\bFalse\b|\{\w*\}|%n|[0-9a-f]{32}|\b[a-z]+(?:_[a-z]+)+\b|\b[A-Z]\w+Error\b|<\w+"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z’']+")
_KEYS = {"Enter", "Esc", "Alt", "Ctrl", "Shift", "Tab", "Caps", "Lock", "Space", "Backspace", "Delete"}
_NAMES = {"NT", "PIN", "PDF", "App", "EN", "CA", "HTTPS", "QR", "Grace", "Lin"}
_NUMBERS = re.compile(r"\b[0-9A-F]{6}\b|[dtS]-?\d\d(?:-\d\d)?|https?://\S+|[DS]\d*-[0-9A-Z-]+|\b[2-9A-Z]{8}-\d{5}")
_PRINTERS = {"ESC", "POS", "ZPL", "TSPL", "USB", "dpi", "mm", "TM", "III", "HP"}
"""Printers' languages, measures and models, as they stand on the machines."""
_ADDRESS = re.compile(r"\b(?:tcp|serial|device|file|system|hq):[!-~…]*")
PAPERS = {"printing_paper"}
"""States that show a paper: it keeps the language in which it was made."""
_HAN = re.compile("[\u4e00-\u9fff]")


def words_shown(window: QWidget) -> set[str]:
    """All that can be read or is read aloud, but for the record of a journal as it was written, and what is for IT."""
    raw = {line for field in window.findChildren(FieldLine) for line in field.findChildren(QLabel)}
    raw |= {panel.place for panel in window.findChildren(FactPanel)}
    raw |= {body.details for body in window.findChildren(FaultBody)}
    found = {window.windowTitle()}
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget not in raw:
            if isinstance(widget, QLabel | QAbstractButton):
                found.add(widget.text())
            found |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
            found.add(str(widget.property("placeholderText") or ""))
    return found - {""}


def strangers(texts: set[str], language: str) -> dict[str, list[str]]:
    """Texts with what does not belong into them."""
    found = {}
    for text in texts:
        wrong = _MACHINE.findall(text)
        said = _ADDRESS.sub("0", text)  # as a manager types it, whatever the language
        latin = _LATIN.findall(_NUMBERS.sub("", said))
        known = _KEYS | _NAMES | _PRINTERS
        if language != "en" and _HAN.search(text):
            wrong += [word for word in latin if word not in known]
            wrong += wrong_signs(said, language)
        elif language != "en":
            wrong += [word for word in latin if len(word) > 3 and word not in known]
        if wrong:
            found[text] = wrong
    return found
