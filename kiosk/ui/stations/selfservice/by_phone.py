"""Who are you: by the number of a phone, and the one-time code that is sent to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from kiosk.application.registration.outcomes import CodeGiven, KnownHere
from kiosk.application.sales.outcomes import MemberFound
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.domain.members.card import parse_card
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.phones import PhoneRead
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.entering import Sent, find_and_send, prove_and_enter
from kiosk.ui.stations.selfservice.fields import FieldScreen
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.joining import begin_registration
from kiosk.ui.stations.selfservice.parts import button
from kiosk.ui.stations.selfservice.registering import Draft
from kiosk.ui.widgets.touch.layouts import FieldKind
from kiosk.ui.words.registration import phone_problem_words

DIGITS = 6


class PhoneScreen(FieldScreen):
    """The number."""

    name = "phone"
    kind: ClassVar[FieldKind] = FieldKind.PHONE

    def heading(self) -> str:
        return translate("SelfService", "My phone number")

    def label(self) -> str:
        return translate("SelfService", "Your mobile number")

    def about(self) -> str:
        if self.flow.online:
            return translate("SelfService", "We send a code to it: so nobody else can see what is yours.")
        return translate(
            "SelfService",
            "No code can be sent at the moment: the network is down. Hold up the code in our app instead, or ask our"
            " staff at the checkout.",
        )

    def answered(self, text: str) -> None:
        self.ask(partial(self.flow.api.read_phone, text), self._on_read)

    def _on_read(self, read: PhoneRead) -> None:
        if read.problem is not None:
            self.field.show_problem(phone_problem_words(read.problem))
            return
        self.busy(True)
        language = self.ui.i18n.language
        self.ask(partial(find_and_send, self.flow.api, read.e164, language), self._on_sent, hq=True)

    def _on_sent(self, answer: Sent | Refusal) -> None:
        self.busy(False)
        if isinstance(answer, Refusal):
            self.refuse(answer)
        else:
            self.flow.instead(lambda: CodeScreen(self.flow, answer))


class CardScreen(FieldScreen):
    """The number of a card: it says who stands here, and proves nothing."""

    name = "card"
    kind: ClassVar[FieldKind] = FieldKind.DIGITS

    def __init__(self, flow: Flow, scan: Callable[[ScanEvent], None]) -> None:
        """`scan`: judges a code, wherever it comes from."""
        self._scan = scan
        super().__init__(flow)

    def heading(self) -> str:
        return translate("SelfService", "My card number")

    def label(self) -> str:
        return translate("SelfService", "The number on your card")

    def answered(self, text: str) -> None:
        if parse_card(text) is None:
            self.field.show_problem(translate("SelfService", "This is no card number: please read it once more."))
        else:
            self._scan(ScanEvent(text, Symbology.QR, ScanSource.TYPED, None, None, 0.0))


def prove_member(screen: Screen, member: str) -> None:
    """A code to the phone of who stands here by their card."""
    api, language = screen.flow.api, screen.ui.i18n.language
    screen.ask(partial(_send_to, api, member, language), partial(_on_member_sent, screen.flow), hq=True)


def _send_to(api: SelfServiceApi, member: str, language: str) -> Sent | Refusal:
    sent = api.send_code_to(member, language)
    return sent if isinstance(sent, Refusal) else Sent(sent, KnownHere(member, "", "", ""), "")


def _on_member_sent(flow: Flow, answer: Sent | Refusal) -> None:
    if isinstance(answer, Refusal):
        flow.say(refused(flow, answer))
    else:
        flow.go(lambda: CodeScreen(flow, answer))


class CodeScreen(FieldScreen):
    """The code. It is tried as soon as it is whole; whoever is no member yet becomes one with it."""

    name = "code"
    kind: ClassVar[FieldKind] = FieldKind.DIGITS
    longest: ClassVar[int] = DIGITS

    def __init__(self, flow: Flow, sent: Sent) -> None:
        self._sent = sent
        super().__init__(flow)
        self.again = button("s_link", "code_again", self._on_again, "s_strong")
        self.list.rows.insertWidget(2, self.again)
        flow.session.ticked.connect(self._on_tick)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Your code")

    def label(self) -> str:
        return translate("SelfService", "The six digits that we sent to your phone")

    def about(self) -> str:
        return translate(
            "SelfService", "It may take a minute. If none comes, have another one sent, or ask our staff for help."
        )

    def edited(self) -> None:
        if len(self.field.text()) == DIGITS:
            self._go()

    def answered(self, text: str) -> None:
        if len(text) != DIGITS or not text.isdecimal():
            self.field.show_problem(translate("SelfService", "The code has six digits."))
            return
        code, known = CodeGiven(self._sent.code.op, text), self._sent.known
        if known is None:
            phone = self._sent.phone
            begin_registration(self.flow, Draft(phone=phone, code=code))
            return
        self.busy(True)
        work = partial(prove_and_enter, self.flow.api, known.member, code, self.flow.actor)
        self.ask(work, self._on_entered, hq=True)

    def _on_entered(self, answer: MemberFound | Refusal) -> None:
        self.busy(False)
        if isinstance(answer, MemberFound):
            self.flow.identified(answer.visit)
            return
        self.field.set_text("")
        if answer.code is RefusalCode.CODE_WRONG:
            left = int(str(answer.args.get("uses", 0)))
            words = translate("SelfService", "This is not the code. %n more tries.", None, left)
            self.field.show_problem(spaced(words))
        else:
            self.refuse(answer)

    def _on_again(self) -> None:
        self.busy(True)
        self.ask(partial(self._send_again, self.flow.api, self._sent, self.ui.i18n.language), self._on_sent, hq=True)

    @staticmethod
    def _send_again(api: SelfServiceApi, before: Sent, language: str) -> Sent | Refusal:
        member = before.known.member if before.known is not None else ""
        sent = api.send_code_to(member, language) if member else api.send_code(before.phone, language)
        return sent if isinstance(sent, Refusal) else Sent(sent, before.known, before.phone)

    def _on_sent(self, answer: Sent | Refusal) -> None:
        self.busy(False)
        if isinstance(answer, Refusal):
            self.refuse(answer)
        else:
            self._sent = answer
            self.field.set_text("")
            self.retranslate()

    def _on_tick(self, _left: int) -> None:
        if not self.gone:
            self._say_again()

    def _say_again(self) -> None:
        wait = (self._sent.code.resend_after - self.flow.around().now).total_seconds()
        words = translate("SelfService", "Send another code")
        if wait > 0:
            words = translate("SelfService", "Send another code (in %n second(s))", None, int(wait) + 1)
        self.again.say(spaced(words))
        self.again.setEnabled(wait <= 0 and not self.waits)

    def retranslate(self) -> None:
        super().retranslate()
        if hasattr(self, "again"):
            self._say_again()
