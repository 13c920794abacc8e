"""From an event to a place on its list: one question a page, in an order that follows from the event and from who
stands here; then what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer

from kiosk.application.guests.visitor_outcomes import Gathering, Place, SignUpAsked
from kiosk.domain.guests.event import Question, QuestionKind, Session
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.remarks.remark import LONGEST
from kiosk.domain.texts import LocalText
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.events.words import place_words, when_words
from kiosk.ui.stations.selfservice.fields import FieldScreen, NameField, PhoneField
from kiosk.ui.stations.selfservice.flow import Flow, Make, Screen
from kiosk.ui.stations.selfservice.parts import Box, Sides, button
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.widgets.basics import Text, column, restyle
from kiosk.ui.widgets.qr_view import QrView

YES, NO = "yes", "no"
LOOK_EVERY_MS = 2000
QR_SIDE = 330


@dataclass(slots=True)
class SigningUp:
    """What somebody has said so far. It lives in the pages of the sign-up and goes with them."""

    flow: Flow
    gathering: Gathering
    id: str
    member: str = ""
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    sessions: tuple[str, ...] = ()
    companions: int = 0
    answers: dict[str, str] = field(default_factory=dict, repr=False)

    def steps(self) -> Iterator[tuple[str, Make]]:
        """The questions, by their names."""
        event = self.gathering.event
        if not self.member:
            yield "name", lambda: GuestName(self)
            yield "phone", lambda: GuestPhone(self)
        if len(event.sessions) > 1:
            yield "session", lambda: ChoiceScreen(self, "session", sessions_of(self))
        if event.sign_up is not None and event.sign_up.companions:
            yield "companions", lambda: ChoiceScreen(self, "companions", companions_of(self))
        for question in self.gathering.questions:
            yield question.id, partial(_page_of, self, question)

    def on_from(self, screen: Screen, step: str) -> None:
        """The next question behind one ("": the first); behind the last it is done."""
        steps = list(self.steps())
        names = [name for name, _make in steps]
        rest = steps[names.index(step) + 1 if step else 0 :]
        if rest:
            self.flow.go(rest[0][1])
        else:
            self._do(screen)

    def keep(self, step: str, value: str) -> None:
        """An answer that was chosen or written."""
        if step == "session":
            self.sessions = (value,) if value else ()
        elif step == "companions":
            self.companions = int(value)
        else:
            self.answers = {name: said for name, said in {**self.answers, step: value}.items() if said}

    def _do(self, screen: Screen) -> None:
        if screen.waits:
            return
        screen.waits = True
        screen.retranslate()
        asked = SignUpAsked(
            self.id,
            self.member,
            self.name,
            self.phone,
            self.companions,
            self.sessions,
            dict(self.answers),
            self.flow.ui.i18n.language,
        )
        work = partial(self.flow.api.sign_up, self.gathering.event.id, asked, self.flow.actor)
        screen.ask(work, partial(self._on_done, screen))

    def _on_done(self, screen: Screen, answer: Gathering | Refusal) -> None:
        screen.waits = False
        screen.retranslate()
        flow = self.flow
        if isinstance(answer, Refusal):
            flow.shell.sounds.play(Sound.REFUSED)
            flow.say(refused(flow, answer))
            return
        flow.shell.sounds.play(Sound.OK)
        flow.begin_at(lambda: SignedUpScreen(flow, answer))


def begin_sign_up(screen: Screen, gathering: Gathering) -> None:
    """Begin; a member who stands here types nothing about themselves."""
    flow = screen.flow
    member = flow.session.member
    if screen.waits:
        return

    def on_id(new: str) -> None:
        way = SigningUp(flow, gathering, new, member.id if member is not None and member.known else "")
        way.on_from(screen, "")

    screen.ask(flow.api.new_sign_up, on_id)


def _page_of(way: SigningUp, question: Question) -> Screen:
    """A question of the event's own."""
    if question.kind in (QuestionKind.TEXT, QuestionKind.DATE):
        return WrittenScreen(way, question)
    return ChoiceScreen(way, question.id, _choices_of(question), question)


def _choices_of(question: Question) -> Mapping[str, LocalText | None]:
    if question.kind is QuestionKind.CHOICE:
        return {one.id: one.names for one in question.choices}
    # a consent that is needed is given, or there is no way on
    return {YES: None} if question.kind is QuestionKind.CONSENT and question.required else {YES: None, NO: None}


def sessions_of(way: SigningUp) -> Mapping[str, LocalText | None]:
    """Which part of the event they come to."""
    return {one.id: one.names for one in way.gathering.event.sessions}


def companions_of(way: SigningUp) -> Mapping[str, LocalText | None]:
    """How many they may bring."""
    sign_up = way.gathering.event.sign_up
    return {str(count): None for count in range((sign_up.companions if sign_up is not None else 0) + 1)}


class ChoiceScreen(Screen):
    """A question whose answers are buttons."""

    name = "sign_up_choice"

    def __init__(
        self, way: SigningUp, step: str, choices: Mapping[str, LocalText | None], asked: Question | None = None
    ) -> None:
        super().__init__(way.flow)
        self._way, self._step, self._choices, self._asked = way, step, choices, asked
        lines = column(self, gap=24)
        self.question = Text("s_title", wrap=True)
        lines.addWidget(self.question)
        self.list = Scroll(self.ui, gap=20)
        lines.addWidget(self.list, 1)
        self.buttons = {
            value: button("s_second", f"choice_{at}", partial(self._choose, value), "s_lead")
            for at, value in enumerate(choices)
        }
        self.skip = button("s_second", "choice_skip", partial(self._choose, ""))
        self.list.fill([*self.buttons.values(), self.skip])
        self.retranslate()

    def heading(self) -> str:
        return self.ui.i18n.text(self._way.gathering.event.names)

    def retranslate(self) -> None:
        self.question.setText(self._question())
        for value, made in self.buttons.items():
            made.say(self._word(value))
            made.setEnabled(not self.waits)
        self.skip.say(translate("SelfService", "Leave it out"))
        free = self._asked is not None and not self._asked.required and self._asked.kind is not QuestionKind.CONSENT
        self.skip.setVisible(free)
        self.skip.setEnabled(not self.waits)

    def _question(self) -> str:
        if self._asked is not None:
            return self.ui.i18n.text(self._asked.names)
        if self._step == "session":
            return translate("SelfService", "Which session do you come to?")
        return translate("SelfService", "How many come with you?")

    def _word(self, value: str) -> str:
        names = self._choices[value]
        if names is not None:
            part = self._session(value)
            when = f"  {when_words(part, self.ui.i18n)}" if part is not None else ""
            return f"{self.ui.i18n.text(names)}{when}"
        if self._step == "companions":
            alone = translate("SelfService", "Nobody, I come alone")
            return spaced(translate("SelfService", "%n more", None, int(value))) if value != "0" else alone
        if self._asked is not None and self._asked.kind is QuestionKind.CONSENT:
            return translate("SelfService", "I agree") if value == YES else translate("SelfService", "I do not agree")
        return translate("SelfService", "Yes") if value == YES else translate("SelfService", "No")

    def _session(self, value: str) -> Session | None:
        if self._step != "session":
            return None
        return next((one for one in self._way.gathering.event.sessions if one.id == value), None)

    def _choose(self, value: str) -> None:
        if not self.waits:
            self._way.keep(self._step, value)
            self._way.on_from(self, self._step)


class _Asked(FieldScreen):
    """A question that is typed."""

    def __init__(self, way: SigningUp, text: str = "") -> None:
        self.way = way
        super().__init__(way.flow, text)

    def heading(self) -> str:
        return self.ui.i18n.text(self.way.gathering.event.names)


class GuestName(NameField, _Asked):
    """How they are called."""

    name = "guest_name"

    def label(self) -> str:
        return translate("SelfService", "Your name")

    def about(self) -> str:
        return translate("SelfService", "The organizer finds you by it at the door, and deletes it after the event.")

    def keep(self, name: str) -> None:
        self.way.name = name
        self.way.on_from(self, "name")


class GuestPhone(PhoneField, _Asked):
    """By which they are found at the door, too; nobody has to say it."""

    name = "guest_phone"
    optional: ClassVar[bool] = True

    def label(self) -> str:
        return translate("SelfService", "Your mobile number")

    def about(self) -> str:
        return translate("SelfService", "As you like: with it you are found faster at the door.")

    def skipped(self) -> None:
        self.way.phone = ""
        self.way.on_from(self, "phone")

    def keep(self, phone: str) -> None:
        self.way.phone = phone
        self.way.on_from(self, "phone")


class WrittenScreen(_Asked):
    """A question of the event's own that is answered in words, or with a day."""

    name = "sign_up_words"
    longest: ClassVar[int] = LONGEST

    def __init__(self, way: SigningUp, question: Question) -> None:
        self._asked = question
        super().__init__(way, way.answers.get(question.id, ""))

    def label(self) -> str:
        return self.ui.i18n.text(self._asked.names)

    def hint(self) -> str:
        return "2026-11-30" if self._asked.kind is QuestionKind.DATE else ""

    def may_skip(self) -> bool:
        return not self._asked.required

    def answered(self, text: str) -> None:
        if not text:
            self.refuse(Refusal(RefusalCode.ANSWER_BAD, {"other": self._asked.id}))
            return
        self._keep(text)

    def skipped(self) -> None:
        self._keep("")

    def _keep(self, text: str) -> None:
        self.way.keep(self._asked.id, text)
        self.way.on_from(self, self._asked.id)


class SignedUpScreen(Screen):
    """What came of it. While HQ is asked it is looked at again and again."""

    name = "signed_up"

    def __init__(self, flow: Flow, gathering: Gathering) -> None:
        super().__init__(flow)
        self.gathering = gathering
        column(self).addWidget(sides := Sides(32, stretch=(6, 4)))
        self._sides = sides
        left = column(sides.first, gap=24)
        left.addStretch(1)
        self.box = Box("s_note", gap=16)
        self.title, self.text = Text("s_title", wrap=True), Text("s_body", wrap=True)
        self.named, self.people = Text("s_strong", wrap=True), Text("s_body", wrap=True)
        for part in (self.title, self.named, self.people, self.text):
            self.box.lines.addWidget(part)
        left.addWidget(self.box)
        left.addStretch(1)
        right = column(sides.second, gap=16)
        self.code = QrView(gathering.code, QR_SIDE) if gathering.code else None
        if self.code is not None:
            right.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.about = Text("s_body", "ink2", wrap=True)
        right.addWidget(self.about)
        self.on = button("s_primary", "signed_up_on", flow.done)
        right.addWidget(self.on)
        right.addStretch(1)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Events")

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)

    def shown(self) -> None:
        self._look.start()
        self.ui.voice.say(self, self.title.text(), now=True)

    def look(self) -> None:
        """How it stands now."""
        if self.gathering.place is Place.PROVISIONAL:
            self.ask(partial(self.flow.api.place_at, self.gathering.event.id, self.gathering.guest), self._on_place)

    def _on_place(self, found: Gathering | Refusal) -> None:
        if isinstance(found, Gathering) and found.place is not self.gathering.place:
            self.gathering = found
            self.retranslate()
            self.ui.voice.say(self, self.title.text(), now=True)

    def show_status(self, status: object) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        one, i18n = self.gathering, self.ui.i18n
        title, text = place_words(one, i18n, online=self.flow.online)
        self.title.setText(title)
        self.text.setText(text)
        self.named.setText(i18n.text(one.event.names))
        self.people.setText(spaced(translate("SelfService", "%n people", None, one.people)))
        self.people.setVisible(one.people > 1)
        restyle(self.box, role="s_good" if one.place is Place.SURE else "s_note")
        code = translate("SelfService", "Take a picture of this code and show it at the door. Your name will do, too.")
        self.about.setText(code if self.code is not None else translate("SelfService", "Say your name at the door."))
        self.on.say(translate("SelfService", "Good"))

    def retire(self) -> None:
        super().retire()
        self._look.stop()
