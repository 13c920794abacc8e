"""What a newcomer typed, judged: the same in the store and on the invite's page, every field at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.members.member import day_of
from kiosk.domain.registration.names import read_name
from kiosk.domain.registration.person import Guardian, Person, phone_keys
from kiosk.domain.registration.phones import read_phone
from kiosk.domain.registration.policy import RegistrationPolicy
from kiosk.domain.texts import LANGUAGES

_EMAIL = re.compile(
    r"[^\s@<>\"',;:()\[\]\\]{1,64}@(?:[^\s@.<>\"',;:()\[\]\\/]{1,63}\.)+[^\s@.<>\"',;:()\[\]\\/\d]{2,63}"
)
_LONGEST_EMAIL = 254
_LONGEST_RELATION = 40


class Field(StrEnum):
    """What is asked."""

    PHONE = "phone"
    NAME = "name"
    BIRTHDAY = "birthday"
    EMAIL = "email"
    GUARDIAN = "guardian"
    GUARDIAN_NAME = "guardian_name"
    GUARDIAN_PHONE = "guardian_phone"
    AGE = "age"
    """Whether they are old enough to decide, where somebody has to say so."""
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to one consent, in the version that was shown."""

    purpose: str
    version: str
    given: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """As typed. `birthday`: "MM-DD"; `child`: below the policy's age; `guardian`: somebody signs for them; `on_paper`:
    they signed a form, with the words that were printed there, whatever is asked by now."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    birthday: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    language: str = LANGUAGES[0]
    child: bool = False
    guardian: bool = False
    guardian_name: str = field(default="", repr=False)
    guardian_phone: str = field(default="", repr=False)
    guardian_relation: str = field(default="", repr=False)
    consents: tuple[Given, ...] = ()
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """`code`: a PhoneProblem or NameProblem, "bad", "missing", or "changed" of a consent whose words are others now.
    `purpose`: of the consent."""

    field: Field
    code: str
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody whose every field is right. `consents`: what they agreed to, pairs of a purpose and a version; `shown`:
    their phone as people write it."""

    person: Person
    consents: tuple[tuple[str, str], ...]
    shown: str = field(default="", repr=False)


def check(policy: RegistrationPolicy, country: str, member: str, typed: Typed) -> Newcomer | tuple[Wrong, ...]:
    """The newcomer as they are kept, or everything that is wrong, in the order in which it is asked. `country`: the
    store's (ISO 3166-1)."""
    wrong: list[Wrong] = []
    phone = read_phone(typed.phone, country, policy.countries)
    if phone.problem is not None:
        wrong.append(Wrong(Field.PHONE, phone.problem))
    name = read_name(typed.name)
    if name.problem is not None:
        wrong.append(Wrong(Field.NAME, name.problem))
    birthday = typed.birthday.strip()
    if birthday and day_of(birthday) is None:
        wrong.append(Wrong(Field.BIRTHDAY, "bad"))
    email = unicodedata.normalize("NFKC", typed.email).strip()
    if email and not (len(email) <= _LONGEST_EMAIL and _EMAIL.fullmatch(email)):
        wrong.append(Wrong(Field.EMAIL, "bad"))
    guardian = _guardian(policy, country, typed, wrong)
    wrong += _consent_faults(policy, typed)
    if wrong:
        return tuple(wrong)
    household, family = phone_keys(policy.key, phone.e164)
    language = typed.language if typed.language in LANGUAGES else LANGUAGES[0]
    person = Person(
        member,
        name.name,
        phone.e164,
        birthday or None,
        email or None,
        language,
        guardian,
        household,
        family,
    )
    given = {one.purpose: one.version for one in typed.consents if one.given}
    consents = tuple((text.purpose, given[text.purpose]) for text in policy.consents if text.purpose in given)
    return Newcomer(person, consents, phone.shown)


def _guardian(policy: RegistrationPolicy, country: str, typed: Typed, wrong: list[Wrong]) -> Guardian | None:
    """Who signs for a child; nobody is asked for anybody else."""
    if not typed.child:
        return None
    if not typed.guardian:
        wrong.append(Wrong(Field.GUARDIAN, "missing"))
        return None
    name = read_name(typed.guardian_name)
    if name.problem is not None:
        wrong.append(Wrong(Field.GUARDIAN_NAME, name.problem))
    phone = read_phone(typed.guardian_phone, country, policy.countries)
    if phone.problem is not None:
        wrong.append(Wrong(Field.GUARDIAN_PHONE, phone.problem))
    relation = read_name(typed.guardian_relation).name[:_LONGEST_RELATION]
    return Guardian(name.name, phone.e164, relation)


def _consent_faults(policy: RegistrationPolicy, typed: Typed) -> Iterator[Wrong]:
    answers = {one.purpose: one for one in typed.consents}
    for text in policy.consents:
        answer = answers.get(text.purpose)
        if answer is not None and answer.given and answer.version != text.version and not typed.on_paper:
            yield Wrong(Field.CONSENT, "changed", text.purpose)
        elif text.required and not (answer is not None and answer.given):
            yield Wrong(Field.CONSENT, "missing", text.purpose)
