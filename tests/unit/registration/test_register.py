"""Somebody becomes a member at the till: the fact, the person beside it, the pack; and everything that is no."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.application.registration.outcomes import (
    Agreed,
    AlreadyMember,
    CodeGiven,
    ConsentState,
    GuardianGiven,
    PaperForm,
    Registered,
)
from kiosk.application.sync.outcomes import Link
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.journal.facts import encode
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.members.facts import Registered as Body
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.person import card_of, commitment_of, person_of
from kiosk.domain.registration.policy import DEFAULT_CONSENTS, MARKETING, SERVICE, ConsentText
from kiosk.domain.registration.referral import Verdict
from kiosk.domain.staff.actors import Customer, Staff
from kiosk.domain.staff.roles import Role
from kiosk.protocol.rows import encode_row
from tests.shared.newcomers import YES, Desk, newcomer
from tests.shared.till import CLERK, member

PACK = """
coupons:
  - {id: hello, name: NAME, off: 50, min_spend: 100, valid_days: 30, cost: 20}
rules:
  - {id: pack, mechanics: [M04], name: NAME, when: registered, give: [{coupon: hello}, {points: 50}]}
"""


def body_of(desk: Desk) -> Body:
    found = MEMBER_REGISTERED.read(desk.facts("member.registered")[-1].body)
    assert found is not None
    return found


def test_a_walk_in_is_a_member_at_once_and_gets_the_pack_offline() -> None:
    desk = Desk()
    desk.publishes(PACK)
    made = desk.joins()
    assert {gift.kind for gift in made.gifts} == {RewardKind.COUPON, RewardKind.POINTS}
    assert (made.masked_name, made.provisional, made.again) == ("王*明", True, False)
    assert made.card_no == card_of(made.member)
    assert made.pass_token.startswith("KM1:")
    # found like everybody else: by phone, by card, by name, by their pass
    assert [one.id for one in desk.service.find_members("0912345678").members] == [made.member]
    assert [one.id for one in desk.service.find_members("王小明").members] == [made.member]
    assert desk.scans(made.card_no).visit.member.id == made.member  # type: ignore[union-attr]
    # and the coupon is good here, without HQ
    sold = desk.buys(made.member, 300_00)
    assert sold.sale.total == 250_00
    desk.agrees()


def test_the_fact_has_a_commitment_and_nothing_of_the_person() -> None:
    desk = Desk()
    made = desk.joins(
        birthday="02-29",
        email="ann@example.org",
        child=True,
        guardian=GuardianGiven("李大華", "0922 333 444", "母親"),
    )
    (kept,) = desk.ledger.run(lambda tx: tx.people())
    body, person = body_of(desk), person_of(kept.data)
    assert body.person == commitment_of(kept.salt, kept.data)
    assert (person.name, person.phone, person.birthday, person.email) == (
        "王小明", "+886912345678", "02-29", "ann@example.org",
    )  # fmt: skip
    assert person.guardian is not None
    assert (person.guardian.name, person.guardian.phone, person.guardian.relation) == (
        "李大華",
        "+886922333444",
        "母親",
    )
    assert len(person.household) == len(person.family) == 64
    journal = b"".join(raw for _seq, raw, _hash in desk.ledger.run(lambda tx: tx.facts_after(1, 0, 1000)))
    for secret in ("王小明", "912345678", "02-29", "ann@example", "李大華", "922333444", "母親", person.household):
        assert secret.encode() not in journal
        assert json.dumps(secret)[1:-1].encode() not in journal
    assert (body.consents, body.guardian, body.proved) == (((SERVICE, "1"),), True, False)
    assert kept.at_ms == desk.facts("member.registered")[0].corrected_ms
    assert made.member == kept.member


@settings(max_examples=40)
@given(
    name=st.text(min_size=4, max_size=80),
    email=st.sampled_from((None, "a.b+c@example.org", "王@例子.台灣")),
    guardian=st.none() | st.text(min_size=4, max_size=40),
)
def test_whatever_the_name_no_fact_holds_it(name: str, email: str | None, guardian: str | None) -> None:
    desk = Desk()
    signs = None if guardian is None else GuardianGiven(guardian, "0922333444", guardian)
    made = desk.tries(name=name, email=email, child=signs is not None, guardian=signs)
    facts = [json.loads(encode(fact)) for fact in desk.facts()]
    texts = [one for fact in facts for one in _texts(fact)]
    kept = desk.service.read_name(name).name
    assert isinstance(made, Registered | Refusal)
    for secret in filter(None, (kept, email, guardian)):
        assert not any(secret == one or (len(secret) > 6 and secret in one) for one in texts)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [one for part in value.values() for one in _texts(part)]
    if isinstance(value, list):
        return [one for part in value for one in _texts(part)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(
    ("changes", "code", "other"),
    [
        ({"phone": "12"}, RefusalCode.PHONE_BAD, "too_short"),
        ({"phone": "王"}, RefusalCode.PHONE_BAD, "not_a_number"),
        ({"name": " \u200b"}, RefusalCode.NAME_BAD, "empty"),
        ({"name": "0912345678"}, RefusalCode.NAME_BAD, "a_number"),
        ({"birthday": "02-30"}, RefusalCode.BIRTHDAY_BAD, None),
        ({"birthday": "1990-02-03"}, RefusalCode.BIRTHDAY_BAD, None),
        ({"email": "nobody"}, RefusalCode.EMAIL_BAD, None),
        ({"email": "a@b@c.example"}, RefusalCode.EMAIL_BAD, None),
        ({"email": "<script>@x.example"}, RefusalCode.EMAIL_BAD, None),
        ({"child": True}, RefusalCode.GUARDIAN_MISSING, None),
        ({"child": True, "guardian": GuardianGiven("", "0922333444")}, RefusalCode.NAME_BAD, "empty"),
        ({"child": True, "guardian": GuardianGiven("李", "1")}, RefusalCode.PHONE_BAD, "too_short"),
        ({"consents": ()}, RefusalCode.CONSENT_MISSING, SERVICE),
        ({"consents": (Agreed(SERVICE, "1", given=False),)}, RefusalCode.CONSENT_MISSING, SERVICE),
        ({"consents": (Agreed(SERVICE, "0", given=True),)}, RefusalCode.CONSENT_CHANGED, SERVICE),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    changes: dict[str, object], code: RefusalCode, other: str | None
) -> None:
    desk = Desk()
    refused = desk.service.register(replace(newcomer(), **changes), CLERK)  # type: ignore[arg-type]
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.args.get("other")) == (code, other)
    assert desk.facts("member.registered") == []
    assert desk.ledger.run(lambda tx: tx.people()) == []


def test_who_may() -> None:
    desk = Desk()
    auditor = Staff("s-9", "X", Role.AUDITOR)
    assert desk.tries(actor=auditor).code is RefusalCode.NOT_PERMITTED
    made = desk.joins(actor=Customer())
    assert body_of(desk).channel == "self_service"
    assert desk.facts("member.registered")[0].actor == "customer"
    assert made.member


def test_pressing_the_button_twice_registers_once() -> None:
    desk = Desk()
    desk.publishes(PACK)
    name = desk.service.registration_desk().registration
    first = desk.joins(registration=name)
    assert first.member == name
    again = desk.joins(registration=name)
    assert (again.member, again.again, again.card_no) == (first.member, True, first.card_no)
    assert sorted(one.id for one in again.gifts) == sorted(one.id for one in first.gifts)
    assert len(desk.facts("member.registered")) == 1


def test_a_form_is_keyed_in_once() -> None:
    desk = Desk()
    form = PaperForm("F-0001", date(2026, 3, 9))
    first = desk.joins(form=form)
    body = body_of(desk)
    assert (body.form, body.form_day) == ("F-0001", "2026-03-09")
    again = desk.joins(form=form)
    assert (again.member, again.again) == (first.member, True)
    refused = desk.tries("0922333444", form=form)
    assert (refused.code, refused.args["clerk"]) == (RefusalCode.FORM_KEYED_IN, "s-1")
    assert len(desk.facts("member.registered")) == 1


def test_who_signed_a_form_agreed_to_the_words_that_were_printed_on_it() -> None:
    desk = Desk(consents=(ConsentText(SERVICE, "2", DEFAULT_CONSENTS[0].text, required=True),))
    signed = (Agreed(SERVICE, "1", given=True),)
    assert desk.tries(consents=signed).code is RefusalCode.CONSENT_CHANGED
    made = desk.joins(consents=signed, form=PaperForm("F-1", date(2026, 3, 1)))
    assert body_of(desk).consents == ((SERVICE, "1"),)
    assert [one.current for one in _consents(desk, made.member)] == [False]


def test_a_phone_that_is_a_members_shows_them() -> None:
    desk = Desk()
    desk.has_members(member("m-1", phone="+886912345678", name="陳美麗"))
    there = desk.tries("+886 (0)912-345-678")
    assert isinstance(there, AlreadyMember)
    assert (there.known.member, there.known.masked_name, there.known.masked_phone) == ("m-1", "陳*麗", "0912***678")
    assert there.referral.verdict is Verdict.NONE
    assert desk.facts("member.registered") == []
    newest = desk.joins("0922333444")
    assert desk.tries("0922333444", name="別人").known.member == newest.member


@pytest.mark.parametrize(
    ("referred", "by", "reason"),
    [("", "m-2", "already_member"), ("m-9", "m-2", "already_referred"), ("", "m-1", "self_referral")],
)
def test_who_was_a_member_before_is_no_friend_any_more(referred: str, by: str, reason: str) -> None:
    desk = Desk()
    today = desk.context.now()
    desk.has_members(member("m-1", phone="+886912345678", joined=today), member("m-2"), member("m-9"))
    if referred:
        desk.happens("member.registered", {"member": "m-1", "other": referred})
    there = desk.tries("0912345678", by=by)
    assert isinstance(there, AlreadyMember)
    assert (there.referral.verdict, there.referral.reasons) == (Verdict.REFUSED, (reason,))


def test_a_code_that_came_back_proves_the_phone() -> None:
    desk = Desk()
    desk.link = Link.ONLINE
    sent = desk.service.send_code("0912 345 678", "zh_TW")
    assert not isinstance(sent, Refusal)
    wrong = desk.tries(code=CodeGiven(sent.op, "000000"))
    assert (wrong.code, wrong.args["uses"]) == (RefusalCode.CODE_WRONG, 4)
    assert desk.facts("member.registered") == []
    elsewhere = desk.tries("0922333444", code=CodeGiven(sent.op, "123456"))
    assert elsewhere.code is RefusalCode.CODE_OVER  # it was another phone's
    made = desk.joins(code=CodeGiven(sent.op, "123456"))
    assert (made.provisional, body_of(desk).proved) == (False, True)
    assert desk.service.registration_state(made.member).proved


def test_a_code_of_which_hq_says_nothing_leaves_the_phone_unproved() -> None:
    desk = Desk()
    desk.hq_codes.reachable = False
    assert desk.service.send_code("0912345678", "en").code is RefusalCode.HQ_OFFLINE  # type: ignore[union-attr]
    assert desk.joins(code=CodeGiven("op1", "123456")).provisional


def test_where_codes_are_needed_they_are_needed_while_hq_is_there() -> None:
    desk = Desk(code_needed=True)
    desk.link = Link.ONLINE
    assert desk.tries().code is RefusalCode.CODE_NEEDED
    desk.link = Link.OFFLINE
    assert desk.joins().provisional


def test_proved_later() -> None:
    desk = Desk()
    made = desk.joins()
    sent = desk.service.send_code("0912345678", "en")
    assert not isinstance(sent, Refusal)
    assert desk.service.prove_phone(made.member, sent.op, "1", CLERK).code is RefusalCode.CODE_WRONG  # type: ignore[union-attr]
    for _ in range(2):
        assert not isinstance(desk.service.prove_phone(made.member, sent.op, "123456", CLERK), Refusal)
    assert len(desk.facts("phone.proved")) == 1
    assert desk.service.registration_state(made.member).proved
    missing = desk.service.prove_phone("nobody", sent.op, "123456", CLERK)
    assert isinstance(missing, Refusal)
    assert missing.code is RefusalCode.MEMBER_UNKNOWN


def test_consents_are_asked_apart_given_and_withdrawn() -> None:
    words = replace(DEFAULT_CONSENTS[1], purpose="partners", version="3")
    desk = Desk(consents=(*DEFAULT_CONSENTS, words))
    made = desk.joins(consents=(*YES, Agreed("partners", "3", given=True)))
    assert body_of(desk).consents == ((SERVICE, "1"), ("partners", "3"))
    for _ in range(2):
        assert not isinstance(desk.service.consent(made.member, MARKETING, True, CLERK), Refusal)
    assert len(desk.facts("member.consented")) == 1
    desk.clock.advance(1000)
    ended = desk.service.consent(made.member, SERVICE, False, CLERK)
    assert not isinstance(ended, Refusal)
    assert ended.ends
    state = {one.purpose: (one.given, one.version, one.current) for one in _consents(desk, made.member)}
    assert state == {SERVICE: (False, "1", True), MARKETING: (True, "1", True), "partners": (True, "3", True)}
    desk.policy(consents=(ConsentText(SERVICE, "2", DEFAULT_CONSENTS[0].text, required=True), DEFAULT_CONSENTS[1]))
    assert {one.purpose: one.current for one in _consents(desk, made.member)}["partners"] is False
    # what is not asked any more can be withdrawn, and not given
    assert desk.service.consent(made.member, "partners", True, CLERK).code is RefusalCode.ACTION_CLOSED  # type: ignore[union-attr]
    assert not isinstance(desk.service.consent(made.member, "partners", False, CLERK), Refusal)
    assert desk.service.consent("nobody", MARKETING, True, CLERK).code is RefusalCode.MEMBER_UNKNOWN  # type: ignore[union-attr]


def _consents(desk: Desk, who: str) -> Sequence[ConsentState]:
    return desk.service.registration_state(who).consents


def test_another_stores_member_is_shown_as_hq_tells() -> None:
    desk = Desk()
    desk.link = Link.ONLINE
    assert desk.service.who_has("0912345678") == ()
    assert desk.asked[-1].phone == "+886912345678"
    elsewhere = member("m-7", phone="+886912345678", home_store="S02")
    desk.reference.keep_guest("m-7", desk.clock.now + 1_000_000, encode_row(elsewhere).decode(), {})
    (found,) = desk.service.who_has("0912345678")
    assert (found.member, found.here, found.home) == ("m-7", False, "S02")
    assert desk.tries().known.member == "m-7"


def test_the_ledger_is_sound_and_follows_from_its_facts(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.publishes(PACK)
    desk.has_members(member("m-1"))
    made = desk.joins(by="m-1", form=PaperForm("F1", None))
    desk.joins("0922333444", by=made.member)
    desk.service.consent(made.member, MARKETING, True, CLERK)
    desk.buys(made.member, 300_00)
    desk._members |= {made.member}
    desk.sound()
    desk.reference.close()
