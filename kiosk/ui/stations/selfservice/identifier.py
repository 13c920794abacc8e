"""From a code that is held up to who stands there, or to a reasoned no."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from kiosk.application.guests.visitor_outcomes import Gathering
from kiosk.application.help.outcomes import HelpCall
from kiosk.application.members.outcomes import CouponView
from kiosk.application.ports.lookups import Ask
from kiosk.application.registration.outcomes import Referrer
from kiosk.application.sales.outcomes import (
    CodeRead,
    CouponAdded,
    DrawReceiptScanned,
    MemberFound,
    ReceiptRead,
    ScanOutcome,
    ShareRead,
    Visit,
)
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.domain.channels import Channel
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent
from kiosk.ui.i18n import translate
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.events.listed import on_ticket
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.help import HelpScreen
from kiosk.ui.stations.selfservice.joining import begin_registration
from kiosk.ui.stations.selfservice.layer import Answer, Saying, Words
from kiosk.ui.stations.selfservice.receipt_check import ReceiptCheckScreen
from kiosk.ui.stations.selfservice.registering import Draft
from kiosk.ui.stations.selfservice.words import coupon_note

SWITCH, REFUSED = "switch", "refused"


class Identifier(QObject):
    """Judges one code at a time: what is held up meanwhile is not looked at, so that of two codes before the camera
    only one counts."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self._flow = flow
        self._event: ScanEvent | None = None
        self._session = 0

    @property
    def busy(self) -> bool:
        """A code is being judged."""
        return self._event is not None

    def scan(self, event: ScanEvent) -> None:
        """Judge a code."""
        if self.busy:
            return
        self._flow.session.begin()
        self._event, self._session = event, self._flow.session.number
        self._flow.tasks.run(partial(self._at_once, event), self._on_outcome, self._on_fault)

    def _at_once(self, event: ScanEvent) -> tuple[Visit, ScanOutcome | Ask | Gathering]:
        api = self._flow.api
        visit = api.new_visit(Channel.SELF_SERVICE)
        return visit, api.ticket_shown(event) or api.scan_at_once(visit, event, self._flow.actor)

    def _on_outcome(self, answer: tuple[Visit, ScanOutcome | Ask | Gathering]) -> None:
        visit, outcome = answer
        if isinstance(outcome, Gathering):
            self._event = None
            if self._current:
                on_ticket(self._flow, outcome)
        elif self._event is not None and isinstance(outcome, Ask) and self._current:
            work = partial(self._flow.api.scan_asking, visit, self._event, self._flow.actor, outcome)
            self._flow.tasks.ask_hq(work, self._on_asked, self._on_fault)
        else:
            self._on_asked(None if isinstance(outcome, Ask) else outcome)

    @property
    def _current(self) -> bool:
        """Whoever held the code up is still here."""
        return self._session == self._flow.session.number

    def _on_fault(self, fault: Exception) -> None:
        self._event = None
        self._flow.stumble(fault)

    def _on_badge(self, badge: BadgeRead) -> None:
        """Somebody of the store: whoever was called has come; else they want to get out of here."""
        call = self._flow.help_call
        if call is None or call.answered_by:
            self._flow.shell.exit_wanted()
        else:
            self._flow.tasks.run(partial(_comes, self._flow.api, badge, call.call), self._on_came, self._on_fault)

    def _on_came(self, answer: HelpCall | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._flow.say(refused(self._flow, answer))
            return
        self._flow.help_call = answer
        if isinstance(self._flow.screen, HelpScreen):
            self._flow.screen.look()

    def _on_asked(self, outcome: ScanOutcome | None) -> None:
        event, self._event = self._event, None
        if outcome is None or event is None or not self._current:
            return
        match outcome:
            case MemberFound(visit=visit):
                self._is(visit)
            case BadgeRead():
                self._on_badge(outcome)
            case Refusal(code=RefusalCode.WRONG_KIND):
                self._invited(event)
            case Refusal():
                self.refuse(outcome)
            case CouponAdded(coupon=coupon):
                self._tell(lambda: self._flow.ui.i18n.text(coupon.name), partial(_of_coupon, self._flow, coupon))
            case ReceiptRead():
                self._tell(
                    lambda: translate("SelfService", "This is a receipt"),
                    lambda: translate("SelfService", "Hold up your member code to see what your purchases brought."),
                )
            case DrawReceiptScanned(text=code):
                self._flow.shell.sounds.play(Sound.ATTENTION)
                self._flow.go(lambda: ReceiptCheckScreen(self._flow, code))
            case ShareRead():
                self._invited(event)
            case CodeRead():
                self._tell(
                    lambda: translate("SelfService", "This is a code for a purchase"),
                    lambda: translate("SelfService", "Tell it to our staff at the checkout when you pay."),
                )

    def _invited(self, event: ScanEvent) -> None:
        """Perhaps an invitation: whoever holds one up becomes a member."""
        self._flow.tasks.ask_hq(partial(self._flow.api.find_referrer, event), self._on_referrer, self._on_fault)

    def _on_referrer(self, found: Referrer | Refusal) -> None:
        if not self._current:
            return
        if isinstance(found, Refusal):
            self.refuse(found)
        elif self._flow.session.member is None:
            begin_registration(self._flow, Draft(referrer=found))
        else:
            self._tell(
                lambda: translate("SelfService", "This is an invitation"),
                lambda: translate("SelfService", "It is for whoever is no member yet."),
            )

    def _is(self, visit: Visit) -> None:
        session, found = self._flow.session, visit.member
        assert found is not None
        known = session.member
        if known is None:
            self._flow.identified(visit)
        elif known.id == found.id:
            if found.proven and not known.proven:  # first the card, now the pass
                self._flow.identified(visit)
            else:
                session.touch()
        else:
            self._flow.shell.sounds.play(Sound.ATTENTION)
            self._flow.say(self._switch(visit))

    def _switch(self, visit: Visit) -> Saying:
        def switch() -> None:
            self._flow.end()
            self._flow.identified(visit)

        return Saying(
            SWITCH,
            lambda: translate("SelfService", "Another member’s code"),
            lambda: translate("SelfService", "Go on with that one? What is shown now is cleared from here first."),
            (
                Answer("switch", lambda: translate("SelfService", "Yes, change"), switch, "s_primary"),
                Answer("stay", lambda: translate("SelfService", "No, stay"), self._flow.hush),
            ),
            self._flow.hush,
        )

    def refuse(self, refusal: Refusal) -> None:
        """Say why a code is not accepted, and what to do."""
        self._flow.shell.sounds.play(Sound.REFUSED)
        self._flow.say(refused(self._flow, refusal))

    def _tell(self, title: Words, text: Words) -> None:
        self._flow.shell.sounds.play(Sound.ATTENTION)
        self._flow.say(self._said(title, text))

    def _said(self, title: Words, text: Words) -> Saying:
        good = Answer("good", lambda: translate("SelfService", "All right"), self._flow.hush, "s_primary")
        return Saying(REFUSED, title, text, (good,), self._flow.hush)


def _comes(api: SelfServiceApi, badge: BadgeRead, call: str) -> HelpCall | Refusal:
    """Whose badge it is has come to who called."""
    who = api.sign_in_badge(badge.staff, badge.serial)
    return who if isinstance(who, Refusal) else api.answer_help(call, who.actor)


def _of_coupon(flow: Flow, coupon: CouponView) -> str:
    """What is on it, and what to do with it."""
    more = translate("SelfService", "Show it at the checkout. Here, hold up your member code to see all you have.")
    return f"{coupon_note(coupon, flow.around())}\n\n{more}"
