"""Who recommends the newcomer; all the answers once more; and the welcome."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from kiosk.application.registration.outcomes import AlreadyMember, Referrer, Registered
from kiosk.application.sales.outcomes import MemberFound
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.referral import Verdict
from kiosk.domain.scan.events import ScanEvent
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.entering import entered
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.looking import LookingScreen
from kiosk.ui.stations.selfservice.newcomer.choices import Choice
from kiosk.ui.stations.selfservice.newcomer.contact import FriendsPhone, NewPhone
from kiosk.ui.stations.selfservice.papers import print_welcome
from kiosk.ui.stations.selfservice.parts import Box, Line, Sides, button
from kiosk.ui.stations.selfservice.registering import Registering
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.stations.selfservice.viewfinder import Viewfinder
from kiosk.ui.widgets.basics import Text, column
from kiosk.ui.widgets.qr_view import QrView
from kiosk.ui.words.registration import reason_words
from kiosk.ui.words.rewards import reward_lines
from kiosk.ui.words.surroundings import Audience

QR_SIDE = 360


class ReferrerScreen(LookingScreen, Choice):
    """Did a friend invite you? Hold up their code, or say their number, or nobody did."""

    name = "new_referrer"

    def __init__(self, way: Registering) -> None:
        super().__init__(way)
        self._sides = Sides(32, stretch=(5, 5))
        self.lines.addWidget(self._sides)
        seen = column(self._sides.first, gap=12)
        self.camera = Viewfinder(self.ui)
        self.hint = Text("s_body", wrap=True)
        self.camera.hinted.connect(self.hint.setText)
        seen.addWidget(self.camera, 1)
        seen.addWidget(self.hint)
        right = column(self._sides.second, gap=20)
        self.question = Text("s_lead", wrap=True)
        self.found = Text("s_lead", "jade", wrap=True)
        self.go = button("s_primary", "referrer_go", partial(way.on_from, self.name), "s_lead")
        self.phone = button("s_second", "referrer_phone", self._on_phone)
        self.nobody = button("s_second", "referrer_nobody", self._nobody)
        for part in (self.question, self.found, self.go, self.phone, self.nobody):
            right.addWidget(part)
        right.addStretch(1)
        self.retranslate()

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)

    def retranslate(self) -> None:
        friend = self.way.draft.referrer
        self.question.setText(translate("SelfService", "Did a friend invite you? Hold up the invitation."))
        self.found.setVisible(friend is not None)
        self.go.setVisible(friend is not None)
        if friend is not None:
            name = friend.masked_name or translate("SelfService", "your friend")
            self.found.setText(spaced(translate("SelfService", "Invited by {name}").format(name=name)))
        self.go.say(translate("SelfService", "Go on"))
        self.phone.say(translate("SelfService", "By my friend’s number"))
        self.nobody.say(translate("SelfService", "Nobody invited me"))
        self.camera.tell()

    def on_scan(self, event: ScanEvent) -> bool:
        self.ask(partial(self.flow.api.find_referrer, event), self._on_found, hq=True)
        return True

    def _on_found(self, answer: Referrer | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.flow.shell.sounds.play(Sound.REFUSED)
            self.flow.say(refused(self.flow, answer))
            return
        self.flow.shell.sounds.play(Sound.OK)
        self.way.draft.referrer = answer
        self.retranslate()

    def _on_phone(self) -> None:
        way = self.way
        self.flow.go(lambda: FriendsPhone(way))

    def _nobody(self) -> None:
        self.way.draft.referrer = None
        self.way.on_from(self.name)


class SummaryScreen(Choice):
    """What they said, once more; then it is done."""

    name = "new_summary"

    def __init__(self, way: Registering) -> None:
        super().__init__(way)
        way.draft.complete = True
        self.list = Scroll(self.ui)
        self.go = button("s_primary", "register_go", self._go, "s_lead")
        self.lines.addWidget(self.list, 1)
        self.lines.addWidget(self.go)
        self.retranslate()

    def retranslate(self) -> None:
        self.list.fill([self._line(at, title, text) for at, (title, text) in enumerate(self._said()) if text])
        self.go.say(translate("SelfService", "One moment…") if self.waits else translate("SelfService", "Join now"))
        self.go.setEnabled(not self.waits)

    def _said(self) -> list[tuple[str, str]]:
        draft = self.way.draft
        friend = draft.referrer.masked_name if draft.referrer is not None else ""
        return [
            (translate("SelfService", "Your name"), draft.name),
            (translate("SelfService", "Your mobile number"), draft.phone),
            (translate("SelfService", "Parent or guardian"), draft.guardian_name),
            (translate("SelfService", "Birthday"), (draft.birthday or "").replace("-", "/")),
            (translate("SelfService", "E-mail"), draft.email or ""),
            (translate("SelfService", "Invited by"), friend),
        ]

    def _line(self, at: int, title: str, text: str) -> Line:
        line = Line(f"summary_{at}")
        line.say(text, title)
        return line

    def _go(self) -> None:
        if self.waits:
            return
        self.waits = True
        self.retranslate()
        new = self.way.new_member()
        self.ask(partial(self.flow.api.register, new, self.flow.actor), self._on_done, hq=new.code is not None)

    def _on_done(self, answer: Registered | AlreadyMember | Refusal) -> None:
        self.waits = False
        self.retranslate()
        if isinstance(answer, Registered):
            self.flow.shell.sounds.play(Sound.OK)
            way = self.way
            self.flow.begin_at(lambda: WelcomeScreen(way.flow, answer))
            return
        self.flow.shell.sounds.play(Sound.REFUSED)
        refusal = Refusal(RefusalCode.ALREADY_DONE) if isinstance(answer, AlreadyMember) else answer
        self.flow.say(refused(self.flow, refusal))
        if isinstance(answer, AlreadyMember) or answer.code in _ABOUT_PHONE:
            self.way.draft.code = None
            self.way.again_from(NewPhone.name)


_ABOUT_PHONE = frozenset(
    {RefusalCode.CODE_WRONG, RefusalCode.CODE_OVER, RefusalCode.CODE_NEEDED, RefusalCode.PHONE_BAD}
)


class WelcomeScreen(Screen):
    """Welcome: the code, the gifts, what becomes of the recommendation."""

    name = "welcome"

    def __init__(self, flow: Flow, new: Registered) -> None:
        super().__init__(flow)
        self.new = new
        column(self).addWidget(sides := Sides(32, stretch=(4, 6)))
        self._sides = sides
        left = column(sides.first, gap=16)
        if new.pass_token:
            self.code = QrView(new.pass_token, QR_SIDE)
            left.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.card = Text("s_body", "ink2", wrap=True)
        left.addWidget(self.card)
        left.addStretch(1)
        right = column(sides.second, gap=20)
        box = Box("s_good", gap=12)
        self.title = Text("s_title", "jade_ink", wrap=True)
        self.gifts = Text("s_body", wrap=True)
        self.later = Text("s_body", wrap=True)
        self.friend = Text("s_body", wrap=True)
        for part in (self.title, self.gifts, self.later, self.friend):
            box.lines.addWidget(part)
        self.list = Scroll(self.ui)
        self.list.fill([box])
        right.addWidget(self.list, 1)
        self.printed = Text("s_body", "ink2", wrap=True)
        self.print = button("s_second", "welcome_print", self._print)
        self.mine = button("s_primary", "welcome_home", self._home)
        right.addWidget(self.mine)
        right.addWidget(self.print)
        right.addWidget(self.printed)
        self.printed.hide()
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Welcome!")

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=1)

    def retranslate(self) -> None:
        new, i18n = self.new, self.ui.i18n
        title = translate("SelfService", "{name}, you are a member now")
        self.title.setText(spaced(title.format(name=new.masked_name)))
        gifts = reward_lines(new.gifts, i18n)
        self.gifts.setText("\n".join(f"✓  {gift}" for gift in gifts))
        self.gifts.setVisible(bool(gifts))
        self.later.setText(translate("SelfService", "Points can be used once your phone number is proved."))
        self.later.setVisible(new.provisional)
        self.friend.setText(self._friend_words())
        self.friend.setVisible(bool(self.friend.text()))
        self.card.setText(
            translate(
                "SelfService", "Take a photo of it: it is your member code for some minutes. Card number {card}."
            ).format(card=new.card_no)
        )
        self.print.say(translate("SelfService", "Print my welcome slip"))
        self.mine.say(translate("SelfService", "To my page"))

    def _friend_words(self) -> str:
        referral = self.new.referral
        if referral.verdict is Verdict.NONE:
            return ""
        if referral.reasons:
            return reason_words(referral.reasons[0], Audience.CUSTOMER)
        words = translate("SelfService", "{name} is told that you joined.")
        return spaced(words.format(name=referral.referrer or translate("SelfService", "Your friend")))

    def _print(self) -> None:
        print_welcome(self, self.new, self.printed, self.print)

    def _home(self) -> None:
        if self.new.provisional:
            self.flow.start()
            return
        self.ask(partial(entered, self.flow.api, self.new.member, self.flow.actor), self._on_entered, hq=True)

    def _on_entered(self, answer: MemberFound | Refusal) -> None:
        if isinstance(answer, MemberFound):
            self.flow.identified(answer.visit)
        else:
            self.flow.say(refused(self.flow, answer))
