"""Who works here: by PIN, by badge; what a wrong PIN costs; and a manager's PIN for one action."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.application.staff.outcomes import Approval, SignedIn
from kiosk.domain.channels import Channel
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Customer, Staff, System
from kiosk.domain.staff.facts import STAFF_LOCKED, STAFF_PIN_FAILED, STAFF_SIGNED_IN, STAFF_SIGNED_OUT
from kiosk.domain.staff.roles import Permission, Role, StaffMember
from tests.shared.till import Till

CLERK = StaffMember("s-1", "林怡君", Role.CLERK, pin_hash="1357", badge_id="B7")
MANAGER = StaffMember("s-2", "張志豪", Role.MANAGER, pin_hash="2468")
NEW = StaffMember("s-3", "周先生", Role.CLERK)


@pytest.fixture(autouse=True)
def people(till: Till) -> None:
    till.has_staff(CLERK, MANAGER, NEW)


def refused(outcome: object, code: RefusalCode) -> Refusal:
    assert isinstance(outcome, Refusal), outcome
    assert outcome.code is code
    return outcome


def wrong(till: Till, times: int, staff: str = "s-1") -> list[Refusal]:
    found = []
    for _ in range(times):
        outcome = till.service.sign_in(staff, "0000")
        assert isinstance(outcome, Refusal)
        found.append(outcome)
    return found


def test_the_right_pin_signs_in_and_is_journalled(till: Till) -> None:
    assert till.service.sign_in("s-1", "1357") == SignedIn(Staff("s-1", "林怡君", Role.CLERK, Channel.CHECKOUT))
    (fact,) = till.facts(STAFF_SIGNED_IN)
    assert (fact.actor, fact.body) == ("s-1", {"staff": "s-1", "how": "pin"})


def test_a_badge_signs_in_as_long_as_its_serial_is_the_one_in_the_list(till: Till) -> None:
    assert isinstance(till.service.sign_in_badge("s-1", "B7"), SignedIn)
    refused(till.service.sign_in_badge("s-1", "B6"), RefusalCode.STAFF_INACTIVE)
    refused(till.service.sign_in_badge("s-9", "B7"), RefusalCode.STAFF_UNKNOWN)
    assert [fact.body["how"] for fact in till.facts(STAFF_SIGNED_IN)] == ["badge"]


def test_wrong_pins_are_counted_down_then_waited_for(till: Till) -> None:
    first, second, third = wrong(till, 3)
    assert [(one.code, one.args.get("uses")) for one in (first, second)] == [
        (RefusalCode.WRONG_PIN, 2),
        (RefusalCode.WRONG_PIN, 1),
    ]
    assert (third.code, third.args["seconds"]) == (RefusalCode.PIN_LOCKED, 5)
    till.clock.advance(4_999)
    waiting = refused(till.service.sign_in("s-1", "1357"), RefusalCode.PIN_LOCKED)
    assert waiting.args["seconds"] == 1
    till.clock.advance(1)
    assert isinstance(till.service.sign_in("s-1", "1357"), SignedIn)
    assert wrong(till, 1)[0].args["uses"] == 2  # a right one clears the count
    assert len(till.facts(STAFF_PIN_FAILED)) == 4


def test_eight_who_guess_at_once_have_no_more_guesses_than_one(till: Till) -> None:
    tried = list[str]()
    verify = till.context.hasher.verify_pin

    def slowly(hashed: str, pin: str) -> bool:
        tried.append(pin)
        ready.wait(0.05)  # whoever else may try now has come by then
        return verify(hashed, pin)

    ready = threading.Event()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(till.context.hasher, "verify_pin", slowly)
        guesses = [threading.Thread(target=till.service.sign_in, args=("s-1", f"000{number}")) for number in range(8)]
        for guess in guesses:
            guess.start()
        for guess in guesses:
            guess.join()
    assert len(tried) == len(till.facts(STAFF_PIN_FAILED)) == 3
    refused(till.service.sign_in("s-1", "1357"), RefusalCode.PIN_LOCKED)


def test_a_clock_set_back_does_not_lock_anybody_out_for_as_long_as_that(till: Till) -> None:
    wrong(till, 3)
    till.clock.now -= 86_400_000
    waiting = refused(till.service.sign_in("s-1", "1357"), RefusalCode.PIN_LOCKED)
    assert waiting.args["until"] == till.context.now() + timedelta(seconds=5)
    till.clock.advance(4_999)
    refused(till.service.sign_in("s-1", "1357"), RefusalCode.PIN_LOCKED)
    till.clock.advance(1)
    (wrong_again,) = wrong(till, 1)
    assert wrong_again.args["seconds"] == 15  # what was counted before still counts
    till.clock.advance(14_999)
    refused(till.service.sign_in("s-1", "1357"), RefusalCode.PIN_LOCKED)
    till.clock.advance(1)
    assert isinstance(till.service.sign_in("s-1", "1357"), SignedIn)


def test_a_clock_set_forward_gives_no_guesses(till: Till) -> None:
    wrong(till, 3)
    for _ in range(20):
        till.clock.now += 3_600_000
        refused(till.service.sign_in("s-1", "1357"), RefusalCode.PIN_LOCKED)
    assert len(till.facts(STAFF_PIN_FAILED)) == 3


def test_a_start_of_the_machine_begins_the_wait_anew_and_once(till: Till) -> None:
    wrong(till, 3)
    till.clock.advance(4_999)
    till.clock.reboot()
    assert refused(till.service.sign_in("s-1", "1357"), RefusalCode.PIN_LOCKED).args["seconds"] == 5
    till.clock.advance(4_999)
    assert refused(till.service.sign_in("s-1", "1357"), RefusalCode.PIN_LOCKED).args["seconds"] == 1
    till.clock.advance(1)
    assert isinstance(till.service.sign_in("s-1", "1357"), SignedIn)


STEP = st.tuples(st.sampled_from(("pass", "jump", "reboot")), st.integers(0, 1_200_000), st.integers(-(10**10), 10**10))
LONGEST_MS = 15 * 60 * 1000


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=12))
def test_guesses_are_bounded_whatever_the_wall_clock_says(steps: list[tuple[str, int, int]]) -> None:
    """Somebody guesses whenever they may, and sets the clock, or switches off and on, in between."""
    till = Till()
    till.has_staff(CLERK)
    passed = guesses = 0
    for what, ms, jump in [("pass", 0, 0), *steps]:
        match what:
            case "pass":
                till.clock.advance(ms)
                passed += ms
            case "jump":
                till.clock.now = max(0, till.clock.now + jump)
            case _:
                till.clock.reboot()
        for _ in range(6):
            answer = till.service.sign_in("s-1", "0000")
            assert isinstance(answer, Refusal)
            guesses = len(till.facts(STAFF_PIN_FAILED))
            if answer.code is RefusalCode.PIN_LOCKED:
                seconds = answer.args["seconds"]
                assert isinstance(seconds, int)
                assert 0 < seconds * 1000 <= LONGEST_MS
    # three at once, four more in the first 6 min 20 s, then one in a quarter of an hour
    assert guesses <= 7 + passed // LONGEST_MS
    till.clock.advance(LONGEST_MS)
    assert isinstance(till.service.sign_in("s-1", "1357"), SignedIn)
    till.close()


def test_one_persons_wrong_pins_are_not_anothers(till: Till) -> None:
    wrong(till, 3)
    assert isinstance(till.service.sign_in("s-2", "2468"), SignedIn)


def test_who_has_no_pin_and_who_is_nobody(till: Till) -> None:
    refused(till.service.sign_in("s-3", "1357"), RefusalCode.STAFF_INACTIVE)
    refused(till.service.sign_in("s-9", "1357"), RefusalCode.STAFF_UNKNOWN)
    assert till.facts(STAFF_PIN_FAILED) == []


def test_whether_somebody_may_work_here_is_told_to_who_knows_the_pin(till: Till) -> None:
    till.has_staff(replace(CLERK, stores=("N09",)))
    refused(till.service.sign_in("s-1", "0000"), RefusalCode.WRONG_PIN)
    refused(till.service.sign_in("s-1", "1357"), RefusalCode.STAFF_INACTIVE)


def test_the_list_has_who_may_sign_in_and_who_waits(till: Till) -> None:
    wrong(till, 3, "s-2")
    names = till.service.staff()
    assert [name.id for name in names] == ["s-1", "s-2"]
    assert names[0].wait_until is None
    assert names[1].wait_until == till.context.now() + timedelta(seconds=5)


def test_leaving_and_locking_are_told_apart(till: Till) -> None:
    clerk = Staff("s-1", "林怡君", Role.CLERK)
    till.service.sign_out(clerk)
    till.service.sign_out(clerk, locked=True)
    kinds = [fact.kind for fact in till.facts() if fact.actor == "s-1"]
    assert kinds == [STAFF_SIGNED_OUT, STAFF_LOCKED]


def test_a_managers_pin_approves_and_signs_nobody_in(till: Till) -> None:
    assert till.service.approve("s-2", "2468", Permission.APPROVE_VOID) == Approval("s-2", "張志豪")
    assert till.facts(STAFF_SIGNED_IN) == []
    named = refused(till.service.approve("s-1", "1357", Permission.APPROVE_VOID), RefusalCode.NOT_PERMITTED)
    assert named.args["name"] == "林怡君"
    refused(till.service.approve("s-2", "0000", Permission.APPROVE_VOID), RefusalCode.WRONG_PIN)
    refused(till.service.approve("customer", "", Permission.APPROVE_VOID), RefusalCode.STAFF_UNKNOWN)


@pytest.mark.parametrize("permission", Permission)
def test_what_a_customer_and_the_system_may_do(permission: Permission) -> None:
    assert Customer().may(permission) == (permission is Permission.ACT_FOR_ONESELF)
    assert not System().may(permission)
    till = System(Channel.TILL)
    assert till.may(permission) == (permission in (Permission.REDEEM, Permission.VOID_OWN))
    assert Staff("s-2", "", Role.MANAGER).may(permission)


def test_who_acts_is_named_in_facts() -> None:
    assert (Customer().id, System().id, System(Channel.TILL).id) == ("customer", "system", "till")
