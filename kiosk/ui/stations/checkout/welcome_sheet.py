"""Somebody is a member now: their code, what they got, what became of the recommendation, and what is told to them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.registration.outcomes import Registered
from kiosk.domain.registration.referral import Verdict
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.widgets.basics import Button, ListArea, Panel, Text, column, row
from kiosk.ui.widgets.qr_view import QrView
from kiosk.ui.words.registration import reason_words
from kiosk.ui.words.rewards import received, reward_lines
from kiosk.ui.words.surroundings import Audience

_SIDE = 260


class WelcomeSheet(Sheet):
    """To be read to the customer, who sees their code on their own screen meanwhile.

    Signals:
        slip_wanted(): the welcome slip, once more or at last.
        invite_wanted(): an invitation for their own friends, on the customer's screen.
        proof_wanted(): prove the phone by a code.
        take_wanted(): this member in place of the one at the till.
        done(): go on with the sale.
    """

    wide = True
    on_scan = OnScan.CLOSE
    slip_wanted = Signal()
    invite_wanted = Signal()
    proof_wanted = Signal()
    take_wanted = Signal()
    done = Signal()

    def __init__(self, ui: Ui, made: Registered, *, other: str, slip: bool, codes: bool) -> None:
        """`other`: the masked name of the member whose sale is open, "" when the new one was taken into it. `slip`:
        there is a printer for it. `codes`: HQ can send one now."""
        super().__init__(ui)
        self._made, self._other, self._slip, self._codes = made, other, slip, codes
        self._printed = ""
        space = ui.theme.space
        sides = row(gap=space["xl"])
        left = column(gap=space["s"])
        self.code = QrView(made.pass_token or made.card_no, _SIDE)
        left.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.card = Text("strong")
        self.card.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown = Text("caption", "ink2", wrap=True)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left.addWidget(self.card)
        left.addWidget(self.shown)
        left.addStretch(1)
        sides.addLayout(left, 2)
        right = column(gap=space["m"])
        self.gifts_title = Text("caption_strong", "ink2")
        right.addWidget(self.gifts_title)
        area = ListArea(space["xs"], right=space["s"])
        area.prefer(150)
        self.gifts = Text("lead", wrap=True)
        area.rows.insertWidget(0, self.gifts)
        right.addWidget(area, 1)
        self.referral = Panel(ui, "say")
        words = column(self.referral, margins=(space["l"], space["m"], space["l"], space["m"]), gap=2)
        self.verdict = Text("strong", wrap=True)
        self.tell = Text("body", "ink", wrap=True)
        words.addWidget(self.verdict)
        words.addWidget(self.tell)
        right.addWidget(self.referral)
        self.provisional = Text("body", "ink2", wrap=True)
        right.addWidget(self.provisional)
        self.news = Text("body", "ink2", wrap=True)
        right.addWidget(self.news)
        sides.addLayout(right, 3)
        self.body.addLayout(sides, 1)
        foot = row(gap=space["m"])
        self.slip, self.invite, self.proof = (Button("", "strong", key=key) for key in ("F11", "F6", "F4"))
        for button, name, signal in (
            (self.slip, "welcome_slip", self.slip_wanted),
            (self.invite, "welcome_invite", self.invite_wanted),
            (self.proof, "welcome_proof", self.proof_wanted),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
            foot.addWidget(button, 1)
        self.body.addLayout(foot)
        last = row(gap=space["m"])
        self.instead = Button("", "strong", key="F3", rank="action")
        self.instead.setObjectName("welcome_take")
        self.instead.clicked.connect(self._on_take)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("welcome_go")
        self.go.clicked.connect(self.close_sheet)
        last.addWidget(self.instead, 1)
        last.addWidget(self.go, 2)
        self.body.addLayout(last)
        self.closed.connect(self.done)
        self.retranslate()

    @property
    def made(self) -> Registered:
        """Who it is about."""
        return self._made

    def retranslate(self) -> None:
        made, i18n = self._made, self.ui.i18n
        title = (
            translate("Newcomer", "{name} is a member")
            if not made.again
            else translate("Newcomer", "{name} was registered already")
        )
        self.title.setText(spaced(title.format(name=made.masked_name)))
        self.close_button.say(translate("Sheet", "Close"))
        self.code.setAccessibleName(translate("Newcomer", "The member’s QR code"))
        self.card.setText(" ".join(made.card_no[at : at + 4] for at in range(0, len(made.card_no), 4)))
        self.shown.setText(translate("Newcomer", "The customer takes a photo of it, here or on their own screen."))
        lines = reward_lines(received(made.gifts), i18n)
        self.gifts_title.setText(translate("Newcomer", "Welcome gifts, to be used at once"))
        self.gifts.setText(
            "\n".join(lines) if lines else translate("Newcomer", "No campaign gives newcomers anything now.")
        )
        self.gifts_title.setVisible(bool(lines))
        self._show_referral()
        self.provisional.setText(
            translate("Newcomer", "Points follow when the phone is proved, or headquarters has looked.")
        )
        self.provisional.setVisible(made.provisional)
        self.slip.say(translate("Newcomer", "Print slip"))
        self.slip.setVisible(self._slip)
        self.invite.say(translate("Newcomer", "Their invitation"))
        self.proof.say(translate("Newcomer", "Prove phone"))
        self.proof.setVisible(made.provisional and self._codes)
        self.instead.say(translate("Newcomer", "Take into the sale"))
        self.instead.setVisible(bool(self._other))
        if self._other:
            words = translate("Newcomer", "Go on with {name}").format(name=self._other)
            self.go.say(spaced(words))
        else:
            self.go.say(translate("Newcomer", "Go on with the sale"))
        self.news.setText(self._printed)
        self.news.setVisible(bool(self._printed))

    def _show_referral(self) -> None:
        outcome = self._made.referral
        self.referral.setVisible(outcome.verdict is not Verdict.NONE)
        code = outcome.reasons[0] if outcome.reasons else None
        if outcome.verdict is Verdict.ACCEPTED:
            self.verdict.setText(spaced(translate("Newcomer", "Recommended by {name}").format(name=outcome.referrer)))
            self.tell.setText(translate("Newcomer", "Tell them: their friend is thanked after the first purchase."))
        elif code is not None:
            held = outcome.verdict is Verdict.HELD
            title = (
                translate("Newcomer", "Recommendation to be looked at: {why}")
                if held
                else translate("Newcomer", "Recommendation not counted: {why}")
            )
            self.verdict.setText(spaced(title.format(why=reason_words(code))))
            self.tell.setText(
                spaced(translate("Newcomer", "Tell them: {words}").format(words=reason_words(code, Audience.CUSTOMER)))
            )

    def show_news(self, words: str) -> None:
        """What became of the slip, the invitation, the proof."""
        self._printed = words
        self.retranslate()
        self.ui.voice.say(self, words)

    def show_proved(self) -> None:
        """The phone is theirs."""
        self._made = replace(self._made, provisional=False)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self

    def enter(self) -> None:
        self.close_sheet()

    def _on_take(self) -> None:
        self.take_wanted.emit()
        self.close_sheet()

    def own_key(self, event: QKeyEvent) -> bool:
        keys: dict[int, Button] = {
            Qt.Key.Key_F11: self.slip,
            Qt.Key.Key_F6: self.invite,
            Qt.Key.Key_F4: self.proof,
            Qt.Key.Key_F3: self.instead,
        }
        button = keys.get(event.key())
        if button is None:
            return False
        if button.isVisible() and button.isEnabled():
            button.click()
        return True
