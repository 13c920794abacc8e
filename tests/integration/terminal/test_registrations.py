"""Newcomers from the till to HQ and back: over real HTTP, with HQ's own code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.registration.outcomes import (
    Agreed,
    AlreadyMember,
    NewMember,
    ReferralStage,
    Referrer,
    Registered,
    ReviewState,
)
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.person import card_of
from kiosk.domain.registration.policy import SERVICE
from kiosk.domain.registration.referral import How, Verdict
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.hq.campaigns.commands import CampaignPublished
from tests.integration.terminal.local_hq import Exchange, LocalHq
from tests.shared.campaign_text import NAME as NAMES
from tests.shared.file_bytes import decrypted
from tests.simulation.promotion import promotion
from tests.simulation.world import SimTerminal, World

CLERK = Staff("s-1", "林怡君", Role.CLERK)
YES = (Agreed(SERVICE, "1", given=True),)
NAME, PHONE = "極罕見名", "+886912345678"


def runs(world: World) -> None:
    """A campaign: with the first of them HQ begins to keep members' histories."""
    rule = f"  - {{id: came, name: {NAMES}, when: referred, give: [{{points: 20}}]}}\n"
    done = world.hq.publish_campaign(promotion() + rule)
    assert isinstance(done, CampaignPublished), done


def joins(till: SimTerminal, name: str = NAME, phone: str = PHONE, by: str = "") -> Registered:
    referrer = Referrer(by, "", How.CARD) if by else None
    made = till.service.register(NewMember(name, phone, YES, referrer=referrer), CLERK)
    assert isinstance(made, Registered), made
    return made


def persons(till: SimTerminal) -> list[str]:
    return [kept.member for kept in till.ledger.run(lambda tx: tx.people())]


def test_a_newcomer_of_an_offline_till_is_known_everywhere_and_forgotten_there(
    world: World, hq: LocalHq, till: SimTerminal, enrolled: Callable[..., SimTerminal]
) -> None:
    beside = enrolled("XY02")
    made = joins(till)
    assert till.reference.told_of(made.member) is False
    assert till.service.find_members("0912345678").total == 1
    till.engine.round()
    assert ("POST", "/v1/persons", 200) in hq.seen
    till.engine.round()
    # HQ's row, the same that stood here, and nothing of the person is kept beside it
    assert till.reference.told_of(made.member) is True
    assert persons(till) == []
    row = till.reference.member(made.member)
    assert row is not None
    assert (row.name, row.phone, row.card_no) == (NAME, PHONE, card_of(made.member))
    assert NAME.encode() not in decrypted(till.path, till.key)
    beside.engine.round()
    there = beside.reference.member(made.member)
    assert there == row
    assert beside.service.who_has("0912 345 678")[0].member == made.member
    till.stop()
    assert verify(till.path, till.key).sound
    assert rebuild(till.path, till.key).differences == {}


def test_hqs_row_says_what_the_tills_said(world: World, hq: LocalHq, till: SimTerminal) -> None:
    made = joins(till)
    before = till.reference.member(made.member)
    for _ in range(2):
        till.engine.round()
    after = till.reference.member(made.member)
    assert before is not None
    assert after is not None
    # joined on the same instant, too: rules that ask for how long see the same day
    assert replace(after, household=before.household) == before


def test_a_registration_sent_again_is_the_one_there_is_whoever_sends_it(till: SimTerminal) -> None:
    new = NewMember(NAME, PHONE, YES, registration="0" * 31 + "1")
    auditor = replace(CLERK, role=Role.AUDITOR)
    assert till.service.register(new, auditor) == Refusal(RefusalCode.NOT_PERMITTED)
    made = till.service.register(new, CLERK)
    assert isinstance(made, Registered)
    assert till.service.register(new, auditor) == replace(made, again=True)


def test_nothing_of_a_person_is_pushed(world: World, hq: LocalHq, till: SimTerminal) -> None:
    joins(till)
    rows = till.ledger.run(lambda tx: tx.facts_after(1, 0, 1000))
    raw = b"".join(bytes(raw) for _seq, raw, _hash in rows)
    assert MEMBER_REGISTERED.encode() in raw
    assert NAME.encode() not in raw
    assert PHONE[1:].encode() not in raw


def test_an_answer_that_is_lost_is_asked_for_again(world: World, hq: LocalHq, till: SimTerminal) -> None:
    made = joins(till)

    def cut(exchange: Exchange) -> None:
        exchange.hand_over()
        exchange.close_connection = True

    hq.play("/v1/persons", cut)
    till.engine.round()
    assert till.ledger.run(lambda tx: tx.people_untold(10)) != []
    world.pass_time(400_000)
    for _ in range(3):
        till.engine.round()
    assert till.reference.told_of(made.member) is True
    assert persons(till) == []


def test_whom_hq_erases_is_erased_here(
    world: World, hq: LocalHq, till: SimTerminal, enrolled: Callable[..., SimTerminal]
) -> None:
    runs(world)
    beside = enrolled("XY02")
    made = joins(till)
    for terminal in (till, till, beside):
        terminal.engine.round()
    world.hq.registration.erase(made.member, "asked", "somebody")
    for terminal in (till, beside):
        terminal.engine.round()
        for file in (terminal.path, terminal.folder / "ref.db"):
            left = decrypted(file, terminal.key)
            assert NAME.encode() not in left
            assert PHONE.encode() not in left
        assert terminal.service.find_members(NAME).total == 0
    assert till.service.registration_state(made.member).erased


def test_who_is_erased_before_hq_heard_of_them_from_a_restored_till(
    world: World, hq: LocalHq, till: SimTerminal
) -> None:
    made = joins(till)
    (kept,) = till.ledger.run(lambda tx: tx.people())
    for _ in range(2):
        till.engine.round()
    world.hq.registration.erase(made.member, "asked", "somebody")
    till.engine.round()
    # an old backup has the person again
    till.ledger.run(lambda tx: tx.keep_person(replace(kept, told_at_ms=None), PHONE))
    for _ in range(2):
        till.engine.round()
    assert persons(till) == []
    row = till.reference.member(made.member)
    assert row is not None
    assert (row.name, row.phone) == ("", "")


def test_one_person_at_two_stores_out_of_reach_of_hq_is_one_with_one_referrer(
    world: World, hq: LocalHq, till: SimTerminal, enrolled: Callable[..., SimTerminal]
) -> None:
    runs(world)
    other = enrolled("ZX01", "zhongxiao")
    first, second = joins(till, "老友甲", "+886911111111"), joins(other, "老友乙", "+886922222222")
    for terminal in (till, other) * 3:
        terminal.engine.round()
    made = joins(till, by=first.member)
    world.pass_time(60_000)
    again = joins(other, by=second.member)
    for terminal in (till, other) * 3:
        world.pass_time(3_000)
        terminal.engine.round()
    assert (persons(till), persons(other)) == ([], [])
    assert other.service.registration_state(again.member).merged_into == made.member
    (friend,) = till.service.referrals_of(first.member).friends
    assert (friend.friend, friend.stage) == (made.member, ReferralStage.REGISTERED)
    (told,) = other.service.referrals_of(second.member).friends
    assert (told.stage, told.reasons) == (ReferralStage.REFUSED, ("already_referred",))
    # and whoever gives the phone anywhere is the one who stays, once
    assert [[one.member for one in there.service.who_has(PHONE)] for there in (till, other)] == [[made.member]] * 2
    once_more = other.service.register(NewMember(NAME, PHONE, YES), CLERK)
    assert isinstance(once_more, AlreadyMember)
    assert once_more.known.member == made.member


def test_what_hq_says_of_a_registration_is_shown_in_the_store(world: World, hq: LocalHq, till: SimTerminal) -> None:
    runs(world)
    first = joins(till, "老友", "+886912345600")
    made = joins(till, by=first.member)  # two phones that differ in their last digits
    assert made.referral.verdict is Verdict.HELD
    for _ in range(3):
        till.engine.round()
    assert till.service.registration_state(made.member).review is ReviewState.WAITING
    world.hq.registration.approve(made.member, "somebody")
    for _ in range(2):
        till.engine.round()
    assert till.service.registration_state(made.member).review is ReviewState.APPROVED
    (friend,) = till.service.referrals_of(first.member).friends
    assert friend.stage is ReferralStage.REGISTERED


@pytest.mark.parametrize("told", [False, True])
def test_a_till_that_dies_between_everything_forgets_nobody(
    world: World, hq: LocalHq, till: SimTerminal, told: bool
) -> None:
    made = joins(till)
    if told:
        till.engine.round()
    till.crash()
    for file in till.folder.glob("ref.db*"):
        file.unlink()
    till.start()
    for _ in range(3):
        till.engine.round()
    assert till.reference.told_of(made.member) is True
    assert till.service.find_members("0912345678").total == 1
    assert persons(till) == []
