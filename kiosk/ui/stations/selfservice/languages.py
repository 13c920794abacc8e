"""Which language? Each is written in itself: whoever needs it can read it."""

from __future__ import annotations

from functools import partial

from kiosk.domain.texts import LANGUAGES
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.parts import button
from kiosk.ui.widgets.basics import Button, column

LANGUAGE_WORDS = {"zh_TW": "繁體中文", "zh_CN": "简体中文", "en": "English"}


class LanguageScreen(Screen):
    """One button a language."""

    name = "language"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        lines = column(self, gap=24)
        lines.addStretch(1)
        self.buttons: dict[str, Button] = {}
        for language in LANGUAGES:
            chosen = language == self.ui.i18n.language
            made = button(
                "s_primary" if chosen else "s_second", f"language_{language}", partial(self._choose, language), "s_lead"
            )
            made.say(LANGUAGE_WORDS[language])
            self.buttons[language] = made
            lines.addWidget(made)
        lines.addStretch(1)

    def heading(self) -> str:
        return translate("SelfService", "Which language?")

    def _choose(self, language: str) -> None:
        self.ui.i18n.set_language(language)
        self.flow.back()
