"""A figure that must be read whole is, also when only its letters change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.basics import FitText


def test_the_same_text_in_wider_letters_takes_the_next_smaller_style(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = FitText(stage.window.ui, ("total", "headline", "title"))
    label.setText("NT$1,200")
    label.resize(label._width("total") + 2, 80)
    assert label.property("type") == "total"
    face = Theme.face

    def wide(theme: Theme, language: str) -> QFont:
        font = face(theme, language)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 120)
        return font

    with monkeypatch.context() as patch:
        patch.setattr(Theme, "face", wide)
        QApplication.sendEvent(label, QEvent(QEvent.Type.LanguageChange))
        assert label.property("type") == "headline"
    QApplication.sendEvent(label, QEvent(QEvent.Type.LanguageChange))
    assert label.property("type") == "total"
    label.deleteLater()
