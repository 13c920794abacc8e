"""What a browser sends of the page's forms, read with care: whatever it is, it becomes a few texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

import msgspec

from kiosk.domain.registration.newcomers import Field, Given, Newcomer, Typed, Wrong, check
from kiosk.domain.registration.phones import read_phone
from kiosk.domain.registration.policy import RegistrationPolicy

MOST_BYTES = 48 * 1024
"""Of a form: a name of 500 characters takes 4,500, what was sealed a third more than what it holds."""
_MOST_FIELDS = 60
_LONGEST = 2_000
_LONGEST_SEALED = 24_000
_CONSENT = "consent."


class Kept(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What travels sealed from the form to the code: what was typed, the member's future id, and of which code and
    whom the code was asked for."""

    member: str
    language: str
    name: str
    phone: str
    birthday: str = ""
    email: str = ""
    age: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    guardian_relation: str = ""
    consents: tuple[tuple[str, str], ...] = ()
    op: str = ""
    asked_by: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it was filled in. `age`: "adult", "child", or "" where nobody said."""

    typed: Typed = field(default_factory=Typed)
    age: str = ""


def fields_of(body: bytes) -> dict[str, str]:
    """A form's fields; of one that comes twice the last. {}: that is no form."""
    try:
        pairs = parse_qsl(
            body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="replace"
        )
    except ValueError:
        return {}
    return {
        name[:80]: value.replace("\0", "")[: _LONGEST_SEALED if name == "kept" else _LONGEST] for name, value in pairs
    }


def filled(fields: Mapping[str, str], language: str) -> Filled:
    """The form with the member's data."""
    age = fields.get("who", "")
    month, day = fields.get("month", ""), fields.get("day", "")
    consents = tuple(
        Given(name.removeprefix(_CONSENT), version, given=True)
        for name, version in fields.items()
        if name.startswith(_CONSENT)
    )
    typed = Typed(
        fields.get("name", ""),
        fields.get("phone", ""),
        f"{month}-{day}" if month or day else "",
        fields.get("email", ""),
        language,
        age == "child",
        age == "child",
        fields.get("guardian_name", ""),
        fields.get("guardian_phone", ""),
        fields.get("guardian_relation", ""),
        consents,
    )
    return Filled(typed, age if age in ("adult", "child") else "")


def judged(policy: RegistrationPolicy, country: str, member: str, form: Filled) -> Newcomer | tuple[Wrong, ...]:
    """The newcomer, or what is wrong: as in the store, and on top of it that a message reaches the phone, and that
    somebody said how old they are."""
    found = check(policy, country, member, form.typed)
    wrong = [] if isinstance(found, Newcomer) else list(found)
    if policy.guardian_below > 0 and not form.age:
        at = next((n for n, one in enumerate(wrong) if one.field is Field.CONSENT), len(wrong))
        wrong.insert(at, Wrong(Field.AGE, "missing"))
    phone = read_phone(form.typed.phone, country, policy.countries)
    if phone.problem is None and not phone.mobile:
        wrong.insert(0, Wrong(Field.PHONE, "not_mobile"))
    return found if isinstance(found, Newcomer) and not wrong else tuple(wrong)


def kept(form: Filled, new: Newcomer, op: str, asked_by: str) -> Kept:
    """What is to be sealed."""
    typed = form.typed
    return Kept(
        member=new.person.member,
        language=typed.language,
        name=typed.name,
        phone=typed.phone,
        birthday=typed.birthday,
        email=typed.email,
        age=form.age,
        guardian_name=typed.guardian_name,
        guardian_phone=typed.guardian_phone,
        guardian_relation=typed.guardian_relation,
        consents=tuple((one.purpose, one.version) for one in typed.consents if one.given),
        op=op,
        asked_by=asked_by,
        shown=new.shown,
    )


def filled_again(said: Kept) -> Filled:
    """The form as it was before it was sealed."""
    typed = Typed(
        said.name,
        said.phone,
        said.birthday,
        said.email,
        said.language,
        said.age == "child",
        said.age == "child",
        said.guardian_name,
        said.guardian_phone,
        said.guardian_relation,
        tuple(Given(purpose, version, given=True) for purpose, version in said.consents),
    )
    return Filled(typed, said.age)
