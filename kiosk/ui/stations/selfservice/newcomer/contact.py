"""The newcomer's phone, its code, name and e-mail address."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from kiosk.application.registration.outcomes import CodeGiven, CodeSent, KnownHere
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.fields import FieldScreen, NameField, PhoneField
from kiosk.ui.stations.selfservice.layer import Answer, Saying
from kiosk.ui.stations.selfservice.registering import Registering
from kiosk.ui.widgets.touch.layouts import FieldKind

KNOWN = "known"


class Question(FieldScreen):
    """A question of the registration."""

    def __init__(self, way: Registering, text: str = "") -> None:
        self.way = way
        super().__init__(way.flow, text)

    def heading(self) -> str:
        return translate("SelfService", "Become a member")


class NewPhone(PhoneField, Question):
    """A phone that no member has yet."""

    name = "new_phone"

    def __init__(self, way: Registering) -> None:
        super().__init__(way, way.draft.phone)

    def label(self) -> str:
        return translate("SelfService", "Your mobile number")

    def about(self) -> str:
        return translate("SelfService", "By it you are found again, in every store.")

    def keep(self, phone: str) -> None:
        self.busy(True)
        self.way.draft.phone, self.way.draft.code = phone, None
        work = partial(_send_if_new, self.flow.api, phone, self.ui.i18n.language, codes=self.way.desk.codes)
        self.ask(work, self._on_answer, hq=True)

    def _on_answer(self, answer: KnownHere | CodeSent | Refusal | None) -> None:
        self.busy(False)
        if isinstance(answer, KnownHere):
            self.flow.say(self._known())
        elif isinstance(answer, CodeSent):
            way = self.way
            self.flow.go(lambda: NewCode(way, answer))
        elif isinstance(answer, Refusal) and (self.way.desk.code_needed or answer.code is RefusalCode.PHONE_BAD):
            self.refuse(answer)
        else:
            self.way.on_from(self.name)

    def _known(self) -> Saying:
        def sign_in() -> None:
            self.flow.hush()
            self.flow.start()

        return Saying(
            KNOWN,
            lambda: translate("SelfService", "This number is a member’s already"),
            lambda: translate("SelfService", "If it is yours, show your member code, or sign in by your phone number."),
            (
                Answer("sign_in", lambda: translate("SelfService", "Sign in"), sign_in, "s_primary"),
                Answer("other", lambda: translate("SelfService", "Another number"), self.flow.hush),
            ),
            self.flow.hush,
        )


def _send_if_new(
    api: SelfServiceApi, phone: str, language: str, *, codes: bool
) -> KnownHere | CodeSent | Refusal | None:
    """Whose it is already; else a code is sent to it, where codes can be sent."""
    known = api.who_has(phone)
    if known:
        return known[0]
    return api.send_code(phone, language) if codes else None


class NewCode(Question):
    """The code that was sent; without it what is given stays provisional."""

    name = "new_code"
    kind: ClassVar[FieldKind] = FieldKind.DIGITS
    longest: ClassVar[int] = 6

    def __init__(self, way: Registering, sent: CodeSent) -> None:
        self._op = sent.op
        super().__init__(way)

    def label(self) -> str:
        return translate("SelfService", "The six digits that we sent to your phone")

    def about(self) -> str:
        if self.may_skip():
            return translate("SelfService", "Without the code your points wait until your phone is proved.")
        return translate("SelfService", "It may take a minute. If none comes, ask our staff for help.")

    def may_skip(self) -> bool:
        return not self.way.desk.code_needed

    def edited(self) -> None:
        if len(self.field.text()) == self.longest:
            self._go()

    def answered(self, text: str) -> None:
        if len(text) != self.longest or not text.isdecimal():
            self.field.show_problem(translate("SelfService", "The code has six digits."))
            return
        self.way.draft.code = CodeGiven(self._op, text)
        self.way.on_from(NewPhone.name)

    def skipped(self) -> None:
        self.way.draft.code = None
        self.way.on_from(NewPhone.name)


class NewName(NameField, Question):
    """How they are called."""

    name = "new_name"

    def __init__(self, way: Registering) -> None:
        super().__init__(way, way.draft.name)

    def label(self) -> str:
        return translate("SelfService", "Your name")

    def about(self) -> str:
        return translate("SelfService", "On screens and papers it is shown in part only.")

    def keep(self, name: str) -> None:
        self.way.draft.name = name
        self.way.on_from(self.name)


class NewEmail(Question):
    """Where else they can be written to; nobody has to say it."""

    name = "new_email"
    kind: ClassVar[FieldKind] = FieldKind.EMAIL
    longest: ClassVar[int] = 254
    optional: ClassVar[bool] = True

    def __init__(self, way: Registering) -> None:
        super().__init__(way, way.draft.email or "")

    def label(self) -> str:
        return translate("SelfService", "Your e-mail address, if you like")

    def answered(self, text: str) -> None:
        self.way.draft.email = text
        self.way.on_from(self.name)

    def skipped(self) -> None:
        self.way.draft.email = None
        self.way.on_from(self.name)


class GuardianName(NameField, Question):
    """Who decides for a child."""

    name = "new_guardian"

    def __init__(self, way: Registering) -> None:
        super().__init__(way, way.draft.guardian_name)

    def label(self) -> str:
        return translate("SelfService", "Name of a parent or guardian")

    def about(self) -> str:
        return translate("SelfService", "A parent or guardian goes on from here, and decides.")

    def keep(self, name: str) -> None:
        self.way.draft.guardian_name = name
        self.way.on_from(self.name)


class GuardianPhone(PhoneField, Question):
    """Where the guardian is reached."""

    name = "new_guardian_phone"

    def __init__(self, way: Registering) -> None:
        super().__init__(way, way.draft.guardian_phone)

    def label(self) -> str:
        return translate("SelfService", "Their mobile number")

    def keep(self, phone: str) -> None:
        self.way.draft.guardian_phone = phone
        self.way.on_from(self.name)


class FriendsPhone(Question):
    """Who recommends, by their phone."""

    name = "new_friend"
    kind: ClassVar[FieldKind] = FieldKind.PHONE

    def label(self) -> str:
        return translate("SelfService", "Your friend’s mobile number")

    def answered(self, text: str) -> None:
        self.busy(True)
        self.ask(partial(self.flow.api.find_referrer, text), self._on_found, hq=True)

    def _on_found(self, answer: object) -> None:
        self.busy(False)
        if isinstance(answer, Refusal):
            self.flow.say(refused(self.flow, answer))
            return
        self.way.draft.referrer = answer  # type: ignore[assignment]  # a Referrer, else it is a Refusal
        self.flow.back()
