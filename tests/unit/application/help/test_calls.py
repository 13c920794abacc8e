"""Calls for help over a real ledger: made once, answered once, by whoever was first, and heard only where HQ was."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.application.help.outcomes import HelpCall
from kiosk.domain.help.facts import HELP_ANSWERED, HELP_CALLED, HELP_ENDED
from kiosk.domain.help.model import STANDS_MS, CallForHelp, joined
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Customer
from kiosk.domain.time import instant
from kiosk.protocol.rows import HelpRow
from tests.fakes import IDENTITY
from tests.shared.till import CLERK, MANAGER, Till

KIOSK = Customer()


def told(till: Till, call: str = "h-9", *, device: str = "d-9", **more: object) -> HelpRow:
    row = HelpRow(call, device, "N01-K1", till.context.now(), **more)  # type: ignore[arg-type]
    till.put("store/N01/help", call, row)
    return row


def kinds(till: Till) -> list[str]:
    return [fact.kind for fact in till.facts() if fact.kind.startswith("help.")]


def test_pressed_twice_is_one_call_and_nobody_hears_it_before_hq(till: Till) -> None:
    call = till.service.call_help(KIOSK, "coupons")
    assert till.service.call_help(KIOSK) == call
    assert kinds(till) == [HELP_CALLED]
    assert (call.here, call.heard, call.terminal) == (True, False, IDENTITY.terminal_name)
    told(till, call.call, device=IDENTITY.device)
    standing = till.service.help_standing(call.call)
    assert standing is not None
    assert standing.heard


def test_a_call_is_answered_once_and_the_next_hears_by_whom(till: Till) -> None:
    told(till)
    (call,) = till.service.help_calls()
    answer = till.service.answer_help(call.call, CLERK)
    assert isinstance(answer, HelpCall)
    assert (answer.answered_by, answer.answered_at) == (CLERK.id, till.context.now())
    assert till.service.help_calls() == ()
    assert till.service.answer_help(call.call, CLERK) == answer
    refused = till.service.answer_help(call.call, MANAGER)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.HELP_ANSWERED
    assert refused.args["clerk"] == CLERK.id
    assert kinds(till) == [HELP_ANSWERED]


def test_the_kiosk_learns_who_comes(till: Till) -> None:
    call = till.service.call_help(KIOSK)
    told(till, call.call, device=IDENTITY.device, answered_by="s-7", answered=till.context.now())
    standing = till.service.help_standing(call.call)
    assert standing is not None
    assert standing.answered_by == "s-7"


def test_a_call_is_ended_by_the_terminal_that_made_it_only(till: Till) -> None:
    told(till)
    till.service.end_help("h-9", KIOSK)
    till.service.end_help("unknown", KIOSK)
    assert kinds(till) == []
    call = till.service.call_help(KIOSK)
    till.service.end_help(call.call, KIOSK)
    till.service.end_help(call.call, KIOSK)
    assert kinds(till) == [HELP_CALLED, HELP_ENDED]
    refused = till.service.answer_help(call.call, CLERK)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.HELP_OVER
    assert till.service.call_help(KIOSK).call != call.call  # the next customer's is another


def test_a_call_told_late_asks_nobody_to_go_there(till: Till) -> None:
    told(till)
    till.clock.now += STANDS_MS - 1
    assert len(till.service.help_calls()) == 1
    till.clock.now += 1
    assert till.service.help_calls() == ()
    refused = till.service.answer_help("h-9", CLERK)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.HELP_OVER


def test_the_longest_waiting_comes_first(till: Till) -> None:
    for minutes, call in ((1, "h-1"), (5, "h-2"), (3, "h-3")):
        row = HelpRow(call, "d-9", "N01-K1", till.context.now() - timedelta(minutes=minutes))
        till.put("store/N01/help", call, row)
    assert [one.call for one in till.service.help_calls()] == ["h-2", "h-3", "h-1"]


def test_the_state_follows_from_the_facts(tmp_path: Path) -> None:
    till = Till(tmp_path)
    call = till.service.call_help(KIOSK)
    till.service.end_help(call.call, KIOSK)
    till.sound()
    till.close()


@pytest.mark.parametrize("turned", [False, True])
def test_who_said_so_first_goes_whatever_was_heard_first(turned: bool) -> None:
    one = CallForHelp("h", "d", "K1", 10, "s-1", 30)
    other = CallForHelp("h", "d", "K1", 10, "s-2", 20, 40)
    (found,) = joined([other, one] if turned else [one, other]).values()
    assert (found.answered_by, found.answered, found.ended) == ("s-2", 20, 40)
    assert instant(found.since) == instant(10)
