"""What was typed of somebody who wants to be a member, while they are not yet: in memory alone."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from kiosk.application.registration.outcomes import (
    Agreed,
    CodeGiven,
    CodeSent,
    GuardianGiven,
    NewMember,
    PaperForm,
    Referrer,
    RegistrationDesk,
)

KEPT_MS = 5 * 60_000
"""Longer than that nobody comes back to it."""


@dataclass(slots=True)
class Draft:
    """`registration`: its name, so that pressing twice registers once; `answers`: purpose of a consent → given;
    `language`: of messages to them, and of what is read to them, "" the screen's; `touched`: when something was last
    typed (monotonic ms)."""

    registration: str = ""
    language: str = ""
    referrer: Referrer | None = None
    asked_referrer: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    birthday: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    answers: dict[str, bool] = field(default_factory=dict)
    child: bool = False
    guardian_name: str = field(default="", repr=False)
    guardian_phone: str = field(default="", repr=False)
    relation: str = ""
    code: CodeSent | None = None
    digits: str = field(default="", repr=False)
    form: PaperForm | None = None
    touched: int = 0

    @property
    def empty(self) -> bool:
        """Nothing was typed or scanned yet."""
        typed = (self.asked_referrer, self.phone, self.name, self.birthday, self.email)
        return not any(typed) and self.referrer is None and not self.answers and self.form is None

    def whole(self, desk: RegistrationDesk, language: str) -> NewMember:
        """As it is handed in. Each consent in the version that was on the screen; `language`: the screen's."""
        agreed = tuple(
            Agreed(one.purpose, one.version, self.answers[one.purpose])
            for one in desk.consents
            if one.purpose in self.answers
        )
        guardian = GuardianGiven(self.guardian_name, self.guardian_phone, self.relation) if self.child else None
        return NewMember(
            self.name,
            self.phone,
            agreed,
            birthday=birthday_of(self.birthday) or None,
            email=self.email or None,
            language=self.language or language,
            child=self.child,
            guardian=guardian,
            referrer=self.referrer,
            code=CodeGiven(self.code.op, self.digits) if self.code is not None and self.digits else None,
            form=self.form,
            registration=self.registration,
        )


def birthday_of(text: str) -> str:
    """ "MM-DD" of what people write: "1214", "12/14", "12-14", "12月14日"; with a year before it ("19901214"). Anything
    else as it is, to be refused; "" for nothing."""
    digits = "".join(
        char if char.isdecimal() and char.isascii() else " " for char in unicodedata.normalize("NFKC", text)
    ).split()
    if len(digits) == 1 and len(digits[0]) in (4, 8):
        return f"{digits[0][-4:-2]}-{digits[0][-2:]}"
    if len(digits) in (2, 3) and all(len(part) <= 2 for part in digits[-2:]):
        return f"{int(digits[-2]):02}-{int(digits[-1]):02}"
    return text.strip()
