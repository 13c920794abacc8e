"""Spins at a terminal: what pays for them, the slots they take, what those bring, and what proves it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.draws.wheel_outcomes import ReceiptCheck, ReceiptCheckCode, ReceiptVerdict, SpinWay, Spun
from kiosk.application.service import CheckoutService
from kiosk.application.sync.outcomes import Link
from kiosk.domain.documents.result_slip import lay_out
from kiosk.domain.draws.sealed import no_tapes
from kiosk.domain.draws.wheel import Slot, slot_is_in
from kiosk.domain.draws.wheel_facts import Why
from kiosk.domain.draws.wheel_stock import read_code, slot_code, stock_of
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import DrawReceiptClaims, ReadToken
from kiosk.protocol.rows import ExclusionRow, PrizeLeft, WheelRow
from kiosk.ui.words.documents.draws import result_slip_words
from tests.shared.till import CLERK, Till, shown
from tests.shared.wheel_till import CUSTOMER, DAY_S, WheelTill

COUNTS = {"cash:5": 3, "cash:88": 1, "mug": 2, "thanks": 4}


def won(found: Spun | Refusal) -> Spun:
    assert isinstance(found, Spun), found
    return found


def refused(found: object) -> RefusalCode:
    assert isinstance(found, Refusal), found
    return found.code


def claims_of(till: Till, code: str) -> DrawReceiptClaims:
    found = till.context.codes.read(code, Symbology.QR, till.context.now())
    assert isinstance(found, ReadToken), found
    assert isinstance(found.claims, DrawReceiptClaims)
    return found.claims


def test_slots_are_taken_in_the_order_of_the_tape_and_bring_what_it_says(till: WheelTill) -> None:
    lease = till.opens(COUNTS)
    for _ in range(3):
        till.buys("m-1", 100_00)  # three spins each, beside the day's
    brought = {"cash": "rebate", "mug": "gift", "thanks": "points"}
    for j, code in enumerate(till.tapes[lease]):
        part, amount = read_code(code)
        spun = won(till.spins("m-1"))
        assert (spun.lease, spun.j, spun.prize.code, spun.amount) == (lease, j, part, amount)
        assert [str(one.kind) for one in spun.rewards] == [brought[part]]
        if amount:
            assert spun.rewards[0].quantity == amount
        assert till.service.wheels()[0].fields[spun.field].code == part
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_EMPTY
    assert till.state("m-1").rebates == 3 * 5 + 88
    assert [fact.body["j"] for fact in till.facts("wheel.spun")] == list(range(10))
    # what somebody has to hand over is due
    due = [f"w/{lease}/{j}" for j, code in enumerate(till.tapes[lease]) if code == "mug"]
    assert [fact.body["claim"] for fact in till.facts("claim.due")] == due
    assert till.state("m-1").spins == {}


def test_what_a_receipt_proves_anybody_can_recompute(till: WheelTill) -> None:
    lease = till.opens(COUNTS)
    till.buys("m-1", 100_00)
    for _ in range(3):
        spun = won(till.spins("m-1"))
        claims = claims_of(till, spun.receipt)
        slot = Slot(claims.code or "", claims.index, claims.draw, claims.salt.hex())
        assert (slot.lease, slot.j, slot.code) == (lease, spun.j, till.tapes[lease][spun.j])
        assert slot_is_in(slot, claims.size, claims.path, claims.root)
        assert claims.root.hex() == till.service.wheels()[0].root
        assert claims.issuer == "d-01"
        check = till.service.check_receipt(spun.receipt)
        assert isinstance(check, ReceiptCheck)
        assert (check.verdict, check.draw, check.index, check.code) == (ReceiptVerdict.GOOD, lease, spun.j, slot.code)
        assert check.prize is not None
    # the same code whenever it is asked for
    assert till.service.spins_of(till.stands("m-1"))[0].receipt == spun.receipt


def test_three_ways_pay_for_a_spin(till: WheelTill) -> None:
    till.opens(COUNTS)
    visit = till.stands("m-1")
    ways = {one.way: one for one in till.service.wheels(visit)[0].ways}
    assert [(one.way, one.price, one.have) for one in ways.values()] == [
        (SpinWay.FREE, 0, 1), (SpinWay.TICKET, 2, 0), (SpinWay.POINTS, 50, 200),
    ]  # fmt: skip
    assert ways[SpinWay.TICKET].refusal == Refusal(RefusalCode.TICKETS_SHORT, {"need": 2, "have": 0})
    assert ways[SpinWay.TICKET].name is not None
    assert refused(till.spins("m-1", SpinWay.TICKET)) is RefusalCode.TICKETS_SHORT
    won(till.spins("m-1"))
    assert refused(till.spins("m-1")) is RefusalCode.NO_SPINS
    won(till.spins("m-1", SpinWay.POINTS))
    assert till.state("m-1").points_at(1 << 60) in (150, 152, 154)
    assert till.kinds()[-4:] == ["points.spent", "rewards.decided", "wheel.spun", "rewards.decided"]
    till.buys("m-1", 100_00)
    won(till.spins("m-1", SpinWay.TICKET))
    assert till.state("m-1").tickets == {"grand": 1}
    assert till.state("m-1").spins == {"lucky": 3}
    assert refused(till.spins("m-1", SpinWay.TICKET)) is RefusalCode.TICKETS_SHORT
    body = till.facts("wheel.spun")[-1].body
    assert (body["ticket"], body["tickets"]) == ("grand", 2)


def test_what_is_saved_up_is_used_by_nobody_who_only_typed_a_number(till: WheelTill) -> None:
    till.opens(COUNTS)
    till.buys("m-1", 100_00)
    visit = till.visit("m-1", 0)
    for way in (SpinWay.TICKET, SpinWay.POINTS):
        found = till.service.spin(visit, "test", "lucky", way, CUSTOMER)
        assert refused(found) is RefusalCode.MEMBER_NOT_PROVEN
    assert refused(till.service.spin(till.service.new_visit(), "test", "lucky", SpinWay.FREE, CUSTOMER)) is (
        RefusalCode.MEMBER_NEEDED
    )
    assert refused(till.service.spin(visit, "test", "no-such", SpinWay.FREE, CUSTOMER)) is RefusalCode.ACTION_CLOSED
    assert refused(till.service.spin(visit, "other", "lucky", SpinWay.FREE, CUSTOMER)) is RefusalCode.ACTION_CLOSED
    assert till.facts("wheel.spun") == []


def test_whom_hq_excludes_wins_nothing(till: WheelTill) -> None:
    till.opens(COUNTS)
    till.put("chain/excluded", "m-1", ExclusionRow("m-1"))
    for way in SpinWay:
        assert refused(till.spins("m-1", way)) is RefusalCode.MAY_NOT_WIN
    assert [one.refusal for one in till.service.wheels(till.stands("m-1"))[0].ways] == [
        Refusal(RefusalCode.MAY_NOT_WIN)
    ]
    assert till.facts("wheel.spun") == till.facts("points.spent") == []
    won(till.spins("m-2"))
    till.put("chain/excluded", "m-1", None)
    won(till.spins("m-1"))


def test_no_points_no_spin_and_no_slot(till: WheelTill) -> None:
    till.opens(COUNTS)
    for _ in range(4):
        won(till.spins("m-2", SpinWay.POINTS))
    assert refused(till.spins("m-2", SpinWay.POINTS)) in (RefusalCode.POINTS_SHORT, RefusalCode.POINTS_OFFLINE)
    assert len(till.facts("wheel.spun")) == len(till.facts("points.spent")) == 4


def test_a_wheel_is_closed_until_its_root_is_published(till: WheelTill) -> None:
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY
    till.opens(COUNTS, acked=False)
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY
    view = till.service.wheels()[0]
    assert (view.left, view.root) == (0, "")
    assert view.refusal == Refusal(RefusalCode.WHEEL_NOT_READY)
    till.hq_has(till.facts("wheel.opened")[0])
    assert won(till.spins("m-1")).j == 0


def test_the_next_tape_follows_when_one_is_used_up_or_closed(till: WheelTill) -> None:
    till.buys("m-1", 100_00)
    first, second, third = till.opens({"mug": 1}, seq=1), till.opens({"mug": 2}, seq=2), till.opens({"mug": 3}, seq=3)
    assert till.service.wheels()[0].left == 6
    assert [won(till.spins("m-1")).lease for _ in range(2)] == [first, second]
    till.closes(second)
    till.closes(second)  # a second time changes nothing
    spun = won(till.spins("m-1"))
    assert (spun.lease, spun.j) == (third, 0)
    assert [(one.lease, one.used, one.why) for one in till.ledger.run(lambda tx: tx.wheel_leases())] == [
        (first, 1, ""), (second, 1, "expired"), (third, 1, ""),
    ]  # fmt: skip


def test_what_is_left_is_shown_live(till: WheelTill) -> None:
    till.opens(COUNTS)
    view = till.service.wheels()[0]
    assert [(one.code, one.left, one.total, one.value) for one in view.fields] == [
        ("cash", 4, 4, 88_00), ("mug", 2, 2, 90_00), ("thanks", 4, 4, 0),
    ]  # fmt: skip
    assert [one.packets for one in view.fields] == [True, False, False]
    assert {one.everywhere for one in view.fields} == {None}
    rows = (PrizeLeft("cash:5", 30, 21), PrizeLeft("cash:88", 2, 2), PrizeLeft("mug", 9, 4), PrizeLeft("thanks", 40, 0))
    till.put("chain/wheels", "test/lucky", WheelRow("test", "lucky", rows))
    view = till.service.wheels()[0]
    assert [one.everywhere for one in view.fields] == [23, 4, 0]
    assert view.told_at is None  # as of when, nobody could say: it is not shown
    heard = replace(till.context.sync_status(), link=Link.OFFLINE, last_sync=till.context.now())
    view = CheckoutService(replace(till.context, sync_status=lambda: heard)).wheels()[0]
    assert view.told_at == heard.last_sync
    spun = won(till.spins("m-1"))
    left = {one.code: one.left for one in till.service.wheels()[0].fields}
    assert left[spun.prize.code] == {"cash": 4, "mug": 2, "thanks": 4}[spun.prize.code] - 1
    assert sum(left.values()) == till.service.wheels()[0].left == 9


def test_a_slot_that_was_not_shown_is_shown_again_and_never_drawn_anew(till: WheelTill) -> None:
    till.opens(COUNTS)
    spun = won(till.spins("m-1"))
    other = won(till.spins("m-2"))
    assert [(one.lease, one.j) for one in till.service.standing_spins()] == [(spun.lease, 0), (other.lease, 1)]
    again = till.service.standing_spins(till.visit("m-1", 0))
    assert again == (spun,)
    assert till.service.standing_spins(till.service.new_visit()) == ()
    assert till.service.spin_shown(spun.lease, spun.j, CUSTOMER)
    assert not till.service.spin_shown(spun.lease, spun.j, CUSTOMER)
    assert not till.service.spin_shown(spun.lease, 7, CUSTOMER)
    assert not till.service.spin_shown("other", 0, CUSTOMER)
    assert till.service.standing_spins() == (other,)
    assert len(till.facts("wheel.shown")) == 1


def test_winners_are_shown_masked_once_the_wheel_has_stopped_and_without_thanks(till: WheelTill) -> None:
    lease = till.opens(COUNTS)
    for _ in range(3):
        till.buys("m-1", 100_00)
    for _ in range(9):
        spun = won(till.spins("m-1"))
        till.service.spin_shown(spun.lease, spun.j, CUSTOMER)
    won(till.spins("m-1"))  # the tenth still turns
    codes = [read_code(code) for code in till.tapes[lease][:9]]
    found = till.service.recent_winners("test", "lucky")
    assert [one.amount for one in found] == [amount for part, amount in reversed(codes) if part != "thanks"]
    assert {one.member for one in found} == {"王*明"}
    assert till.service.recent_winners(limit=2) == found[:2]
    assert till.service.recent_winners("other") == ()


def test_the_slip_says_what_was_won_and_leads_to_the_proof(till: WheelTill) -> None:
    lease = till.opens({"cash:88": 1, "thanks": 1})
    till.buys("m-1", 100_00)
    for _ in range(2):
        spun = won(till.spins("m-1"))
        slip = till.service.result_slip(spun.lease, spun.j)
        assert slip is not None
        assert slip.code == spun.receipt
        assert slip.fingerprint.replace(" ", "") == claims_of(till, spun.receipt).root.hex()[:32]
        assert (slip.prize is None) == spun.prize.thanks
        assert slip.value == (88 if spun.amount else 0)
        for language in ("zh_TW", "zh_CN", "en"):
            assert lay_out(slip, result_slip_words(language, "NT$")).blocks
    assert till.service.result_slip(lease, 9) is None


# -- when no tape may be spun -----------------------------------------------------------------------------------------


def test_a_lease_runs_out_by_the_wall_clock(till: WheelTill) -> None:
    till.opens(COUNTS, lasts_s=2 * DAY_S)
    won(till.spins("m-1"))
    till.clock.now += 2 * DAY_S * 1000
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY


def test_a_wall_clock_that_is_set_back_prolongs_no_lease(till: WheelTill) -> None:
    till.opens(COUNTS, lasts_s=DAY_S)
    till.clock.advance(DAY_S * 1000)
    till.clock.now -= 2 * DAY_S * 1000 - 60_000
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY
    # nor where the machine was started again meanwhile: the newest fact's time stays
    till.clock.now += 2 * DAY_S * 1000
    till.buys("m-2", 100_00)
    till.clock.reboot()
    till.clock.now -= 2 * DAY_S * 1000
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY


def test_the_monotonic_clock_ends_a_lease_while_the_wall_clock_stands_still(till: WheelTill) -> None:
    till.opens(COUNTS, lasts_s=DAY_S)
    till.clock.mono += DAY_S * 1000
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY


@pytest.mark.parametrize("setting", ["restored_at", "waits"])
def test_nothing_is_spun_while_nobody_knows_what_was_taken(till: WheelTill, setting: str) -> None:
    till.opens(COUNTS)
    till.ledger.run(lambda tx: tx.set_meta(setting, "1"))
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY
    till.ledger.run(lambda tx: tx.drop_meta(setting))
    won(till.spins("m-1"))


def test_a_terminal_that_was_shut_down_in_good_order_goes_on_with_its_tapes(till: WheelTill) -> None:
    till.opens(COUNTS)
    till.ledger.run(lambda tx: tx.set_meta("parked", "1"))
    won(till.spins("m-1"))


def test_a_tape_of_an_older_epoch_is_never_spun_again_even_where_its_facts_are_carried_along(till: WheelTill) -> None:
    till.opens(COUNTS)
    lease = till.opens({"mug": 5}, seq=2, acked=False)
    identity = till.ledger.run(lambda tx: tx.identity())
    assert identity is not None
    till.clock.advance(1_000)
    till.ledger.run(lambda tx: tx.begin_epoch(replace(identity, epoch=2), "restored"))
    till.ledger.run(lambda tx: tx.set_meta("acked", str(tx.head.seq)))
    held = till.ledger.run(lambda tx: tx.wheel_lease(lease))
    assert held is not None
    assert (held.epoch, held.closed) == (2, False)  # carried along
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY
    till.closes(lease, Why.RESTORED)
    assert till.opens(COUNTS, seq=3)
    till.ledger.run(lambda tx: tx.set_meta("acked", str(tx.head.seq)))
    assert won(till.spins("m-1")).lease == "lucky.3"


def test_a_tape_that_is_not_the_published_one_is_not_spun(
    till: WheelTill, caplog: pytest.LogCaptureFixture, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("a tape cannot be spun")
    till.opens(COUNTS)
    till.secrets["w-1"] = bytes(32)
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY
    assert "other_secret" in caplog.text
    del till.secrets["w-1"]
    assert refused(till.spins("m-1")) is RefusalCode.WHEEL_NOT_READY
    assert till.facts("wheel.spun") == []


def test_what_somebody_won_is_known_where_the_tape_is_not_any_more(till: WheelTill) -> None:
    till.opens(COUNTS)
    spun = won(till.spins("m-1"))
    till.context = replace(till.context, tapes=no_tapes())
    till.service = type(till.service)(till.context)
    assert till.service.standing_spins() == (replace(spun, receipt="", link=""),)


def test_what_proves_a_spin_can_be_had_when_its_tape_is_closed_and_its_secret_public(till: WheelTill) -> None:
    lease = till.opens(COUNTS)
    spun = won(till.spins("m-1"))
    till.closes(lease)
    till.secrets.clear()  # the sync drops it from the key store once HQ has it
    till.context = replace(till.context, tapes=no_tapes())
    till.service = type(till.service)(till.context)
    assert till.service.spins_of(till.stands("m-1")) == (spun,)
    slip = till.service.result_slip(spun.lease, spun.j)
    assert slip is not None
    assert slip.code == spun.receipt


def test_staff_spin_for_a_member_at_the_till(till: WheelTill) -> None:
    till.opens(COUNTS)
    spun = won(till.service.spin(till.stands("m-1"), "test", "lucky", SpinWay.FREE, CLERK))
    assert spun.member == "王*明"
    assert till.facts("wheel.spun")[0].actor == "s-1"


def test_a_wheels_stock_has_every_packet_and_every_prize(till: WheelTill) -> None:
    campaign = till.ledger.run(lambda tx: till.context.campaigns(tx).in_force()[0])
    stock = stock_of(campaign, campaign.wheels[0])
    packets = {code: count for code, count in stock.items() if code.startswith("cash:")}
    assert sum(packets.values()) == 40
    assert sum(read_code(code)[1] * count for code, count in packets.items()) == 400_00
    assert (stock["mug"], stock["thanks"]) == (20, 40)
    assert [*map(slot_code, ("mug", "cash"), (0, 5))] == ["mug", "cash:5"]
    lease = till.opens(stock)
    assert sorted(till.tapes[lease]) == sorted(code for code, count in stock.items() for _ in range(count))
    spun = won(till.spins("m-1"))
    assert shown(spun.rewards)
    assert ReceiptCheckCode.SPUN in dict(till.service.check_receipt(spun.receipt).checks)  # type: ignore[union-attr]
