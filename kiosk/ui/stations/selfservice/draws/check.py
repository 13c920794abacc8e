"""How anybody checks a draw: what is made sure of, and the code of a result."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.application.draws.wheel_outcomes import Spun, WheelView
from kiosk.domain.draws.batch import grouped
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.papers import print_result
from kiosk.ui.stations.selfservice.parts import Box, Line, Sides, button
from kiosk.ui.widgets.basics import Text, column, row
from kiosk.ui.widgets.qr_view import QrView
from kiosk.ui.words.wheels import check_paragraphs, not_public, proof_steps, won_name

QR_SIDE = 400


class CheckScreen(ListScreen):
    """What is made sure of; then what the member won here, each with its code."""

    name = "wheel_check"

    def __init__(self, flow: Flow, wheel: WheelView) -> None:
        super().__init__(flow)
        self._wheel = wheel
        self._spins: tuple[Spun, ...] = ()
        self.retranslate()

    def heading(self) -> str:
        return translate("Wheels", "How to check")

    def shown(self) -> None:
        visit = self.flow.session.visit
        if visit is not None:
            self.ask(partial(self.flow.api.spins_of, visit), self._on_found)

    def _on_found(self, spins: tuple[Spun, ...]) -> None:
        self._spins = tuple(one for one in spins if one.shown)
        self.retranslate()

    def retranslate(self) -> None:
        self.say_above("" if self._wheel.public_beacon else not_public())
        self.put(self._lines(), none="")

    def _lines(self) -> Iterator[QWidget]:
        box = Box(gap=14)
        for words in check_paragraphs(self._wheel.root):
            box.lines.addWidget(Text("s_body", wrap=True, text=words))
        yield box
        i18n = self.ui.i18n
        for at, spun in enumerate(self._spins):
            line = Line(f"spun_{at}", partial(self._open, spun))
            line.say(
                won_name(spun, i18n, self._wheel.currency),
                spaced(i18n.when(spun.at, self.flow.around().now)),
                translate("Wheels", "Check it"),
                tone="ink2" if spun.prize.thanks else "jade",
            )
            yield line

    def _open(self, spun: Spun) -> None:
        self.flow.go(lambda: ProofScreen(self.flow, spun, self._wheel))


class ProofScreen(Screen):
    """The code of a result, and what to do with it."""

    name = "wheel_proof"

    def __init__(self, flow: Flow, spun: Spun, wheel: WheelView) -> None:
        super().__init__(flow)
        self._spun, self._wheel = spun, wheel
        column(self).addWidget(sides := Sides(24, stretch=(4, 6)))
        self._sides = sides
        left = column(sides.first, gap=12)
        left.addStretch(1)
        left.addWidget(QrView(spun.link or spun.receipt, QR_SIDE), 0, Qt.AlignmentFlag.AlignHCenter)
        left.addStretch(1)
        right = column(sides.second, gap=12)
        right.addStretch(1)
        self.prize = Text("s_title", wrap=True)
        self.when = Text("s_note", "ink2", wrap=True)
        right.addWidget(self.prize)
        right.addWidget(self.when)
        self.steps: list[Text] = []
        for at in range(len(proof_steps())):
            line = row(gap=16)
            line.addWidget(Text("s_lead", "jade", text=str(at + 1)), 0, Qt.AlignmentFlag.AlignTop)
            self.steps.append(Text("s_body", wrap=True))
            line.addWidget(self.steps[-1], 1)
            right.addLayout(line)
        self.fingerprint = Text("s_note", "ink2", wrap=True)
        self.practice = Text("s_note", "warn", wrap=True)
        right.addWidget(self.fingerprint)
        right.addWidget(self.practice)
        self.print = button("s_pill", "proof_print", self._print, "s_strong")
        self.printed = Text("s_note", "ink2", wrap=True)
        right.addWidget(self.print)
        right.addWidget(self.printed)
        right.addStretch(1)
        self.printed.hide()
        self.retranslate()

    def heading(self) -> str:
        return translate("Wheels", "Check it yourself")

    def start_focus(self) -> QWidget:
        return self.print

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)

    def retranslate(self) -> None:
        i18n, spun = self.ui.i18n, self._spun
        self.prize.setText(won_name(spun, i18n, self._wheel.currency))
        when = i18n.when(spun.at, self.flow.around().now)
        place = translate("Wheels", "place {n} of the list").format(n=i18n.number(spun.j + 1))
        self.when.setText(spaced(f"{i18n.text(self._wheel.name)} · {when} · {place}"))
        for label, words in zip(self.steps, proof_steps(), strict=True):
            label.setText(words)
        words = translate("Wheels", "Fingerprint of the list, published before the first turn: {fingerprint}")
        self.fingerprint.setText(words.format(fingerprint=grouped(self._wheel.root)))
        self.fingerprint.setVisible(bool(self._wheel.root))
        self.practice.setText(not_public())
        self.practice.setVisible(not self._wheel.public_beacon)
        self.print.say(translate("Wheels", "Print it"))

    def _print(self) -> None:
        print_result(self, self._spun, self.printed, self.print)
