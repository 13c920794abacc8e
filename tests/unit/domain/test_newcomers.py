"""What a newcomer typed is judged the same wherever they typed it: every field at once, nothing kept that is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.registration.newcomers import Field, Given, Newcomer, Typed, Wrong, check
from kiosk.domain.registration.person import canonical, person_of
from kiosk.domain.registration.policy import DEFAULT_POLICY

GOOD = Typed(name=" 林  大文 ", phone="0912-345-678", consents=(Given("service", "1", given=True),))


def checked(**changes: object) -> Newcomer | tuple[Wrong, ...]:
    return check(DEFAULT_POLICY, "TW", "m1", replace(GOOD, **changes))  # type: ignore[arg-type]


def test_what_is_right_is_kept_as_one_form() -> None:
    found = checked(birthday="02-29", email=" ＬＩＮ@example.com ", language="xx")
    assert isinstance(found, Newcomer)
    person = found.person
    assert (person.name, person.phone, person.birthday, person.email) == (
        "林 大文", "+886912345678", "02-29", "LIN@example.com",
    )  # fmt: skip
    assert (person.language, person.guardian, found.consents) == ("zh_TW", None, (("service", "1"),))
    assert found.shown == "0912 345 678"


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"phone": ""}, [(Field.PHONE, "empty")]),
        ({"phone": "0912"}, [(Field.PHONE, "too_short")]),
        ({"name": "\u200b "}, [(Field.NAME, "empty")]),
        ({"name": "0912345678"}, [(Field.NAME, "a_number")]),
        ({"birthday": "02-30"}, [(Field.BIRTHDAY, "bad")]),
        ({"birthday": "5-1"}, [(Field.BIRTHDAY, "bad")]),
        ({"email": "a@b"}, [(Field.EMAIL, "bad")]),
        ({"email": "a b@example.com"}, [(Field.EMAIL, "bad")]),
        ({"child": True}, [(Field.GUARDIAN, "missing")]),
        ({"child": True, "guardian": True}, [(Field.GUARDIAN_NAME, "empty"), (Field.GUARDIAN_PHONE, "empty")]),
        ({"consents": ()}, [(Field.CONSENT, "missing")]),
        ({"consents": (Given("service", "1", given=False),)}, [(Field.CONSENT, "missing")]),
        ({"consents": (Given("service", "0", given=True),)}, [(Field.CONSENT, "changed")]),
        ({"name": "", "phone": "x", "consents": ()},
         [(Field.PHONE, "not_a_number"), (Field.NAME, "empty"), (Field.CONSENT, "missing")]),
    ],
)  # fmt: skip
def test_everything_that_is_wrong_is_named(changes: dict[str, object], wrong: list[tuple[Field, str]]) -> None:
    found = checked(**changes)
    assert not isinstance(found, Newcomer)
    assert [(one.field, one.code) for one in found] == wrong


def test_a_child_has_somebody_who_decides_and_nobody_else_has() -> None:
    said = {"guardian": True, "guardian_name": "林母", "guardian_phone": "0922 333 444", "guardian_relation": "母" * 90}
    found = checked(child=True, **said)
    assert isinstance(found, Newcomer)
    assert found.person.guardian is not None
    assert (found.person.guardian.phone, len(found.person.guardian.relation)) == ("+886922333444", 40)
    grown = checked(child=False, **said)
    assert isinstance(grown, Newcomer)
    assert grown.person.guardian is None


def test_consents_are_given_one_by_one_and_only_those_that_are_asked_for() -> None:
    both = (Given("service", "1", given=True), Given("marketing", "1", given=True), Given("else", "9", given=True))
    found = checked(consents=both)
    assert isinstance(found, Newcomer)
    assert found.consents == (("service", "1"), ("marketing", "1"))


@given(st.builds(Typed, *[st.text(max_size=30)] * 4, child=st.booleans(), guardian=st.booleans()))
def test_whatever_is_typed_is_a_person_that_can_be_kept_or_says_why_not(typed: Typed) -> None:
    found = check(DEFAULT_POLICY, "TW", "m1", replace(typed, consents=GOOD.consents))
    if isinstance(found, Newcomer):
        assert person_of(canonical(found.person)) == found.person
    else:
        assert found
