"""Where somebody says how they want it: a page's content, in large choices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.comfort import Comfort, Letters
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held
from kiosk.ui.widgets.basics import Button, Panel, Text, column, restyle, row


class ComfortPanel(Panel):
    """Sizes of letters, and what can be on or off. Each says in words whether it is on."""

    def __init__(self, ui: Ui) -> None:
        """Reading aloud is there where this machine can speak."""
        super().__init__(ui)
        space = ui.theme.space
        lines = column(self, gap=space["xl"])
        self._size = Text("s_strong", wrap=True)
        lines.addWidget(self._size)
        sizes = row(gap=space["m"])
        self._sizes: dict[Letters, Button] = {}
        for letters, style in zip(Letters, ("s_body", "s_lead", "s_title"), strict=True):
            key = self._made(f"letters_{letters}", style)
            sizes.addWidget(key, 1)
            self._sizes[letters] = key
        lines.addLayout(sizes)
        self._switches: dict[str, Button] = {}
        for name in ("contrast", "reach", "calm", *(("speech",) if ui.prompter.able else ())):
            self._switches[name] = self._made(f"comfort_{name}", "s_button")
            lines.addWidget(self._switches[name])
        self._usual = self._made("comfort_usual", "s_button")
        lines.addWidget(self._usual)
        ui.comfort_changed.connect(self.retranslate)
        self.retranslate()

    def _made(self, name: str, style: str) -> Button:
        key = Button("touch_choice", style)
        key.setObjectName(name)
        key.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        held(key, least_height=self.ui.theme.size["s_action"])
        key.clicked.connect(self._on_clicked)
        return key

    def retranslate(self) -> None:
        comfort = self.ui.comfort
        self._size.setText(translate("Comfort", "Size of the letters"))
        names = {
            Letters.NORMAL: translate("Comfort", "Normal"),
            Letters.LARGE: translate("Comfort", "Large"),
            Letters.LARGEST: translate("Comfort", "Largest"),
        }
        for letters, key in self._sizes.items():
            on = comfort.letters is letters
            key.say(f"✓ {names[letters]}" if on else names[letters])
            key.setAccessibleName(_switch_words(names[letters], on))
            restyle(key, on="true" if on else "false")
        words: dict[str, Callable[[], str]] = {
            "contrast": lambda: translate("Comfort", "Strong contrast"),
            "reach": lambda: translate("Comfort", "Everything further down"),
            "calm": lambda: translate("Comfort", "Nothing moves"),
            "speech": lambda: translate("Comfort", "Read aloud"),
        }
        for name, key in self._switches.items():
            on = bool(getattr(comfort, name))
            key.say(_switch_words(words[name](), on))
            restyle(key, on="true" if on else "false")
        self._usual.say(translate("Comfort", "As usual"))
        self._usual.setEnabled(comfort != Comfort())

    def _on_clicked(self) -> None:
        sender = self.sender()
        comfort = self.ui.comfort
        for letters, key in self._sizes.items():
            if key is sender:
                comfort = replace(comfort, letters=letters)
        for name, key in self._switches.items():
            if key is sender:
                comfort = comfort.switched(name)
        if sender is self._usual:
            comfort = Comfort()
        said = sender.accessibleName() or sender.words() if isinstance(sender, Button) else ""
        self.ui.set_comfort(comfort)
        if isinstance(sender, Button):
            said = sender.accessibleName() or sender.words()
            self.ui.voice.say(sender, said)


def _switch_words(name: str, on: bool) -> str:
    if on:
        return translate("Comfort", "{what}: on").format(what=name)
    return translate("Comfort", "{what}: off").format(what=name)
