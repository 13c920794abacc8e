"""Points are a right like any other: paid within a share offline, by HQ's word online; what is too much is listed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.sales.outcomes import Acted, Redemption
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.simulation.points import CLERK, MANAGER, check_share_follows_facts, shop

ALL = 10_236


def test_two_tills_offline_spend_no_more_than_there_is(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2") as it:
        for name in ("A1", "A2"):
            it.visit(name)
        it.rounds()
        assert it.share("A1") > 0 < it.share("A2")
        it.offline()
        for name in ("A1", "A2"):
            assert isinstance(it.pays(name, 6_000), Redemption)
            assert isinstance(it.pays(name, 6_000), Redemption)
        assert 0 < it.paid["A1"] + it.paid["A2"] <= ALL
        it.online()
        it.rounds()
        assert (it.points_at_hq() >= 0, it.overspent(), it.listed()) == (True, 0, 0)
        assert it.out_at_hq() == {name: it.share(name) for name in ("A1", "A2") if it.share(name)}


def test_without_a_share_nothing_is_paid_offline_and_the_quote_says_how_much_there_is(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2") as it:
        it.offline()
        visit = it.priced("A1", 500)
        assert visit.quote.pay_points is None
        held = visit.quote.held_back
        assert held is not None
        assert (held.usable, held.balance, held.with_manager) == (0, ALL, 0)
        assert visit.quote.total == visit.quote.amount


def test_online_all_points_may_be_paid_though_another_till_has_a_share(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2") as it:
        it.visit("A2")
        it.rounds()
        assert it.share("A2") > 0
        done = it.pays("A1", ALL)
        assert isinstance(done, Redemption)
        assert it.paid["A1"] == ALL
        it.rounds()
        assert (it.share("A1"), it.share("A2"), it.points_at_hq(), it.overspent()) == (0, 0, 0, 0)


def test_a_share_at_a_till_out_of_reach_stays_there_and_the_rest_can_be_paid(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2") as it:
        it.visit("A2")
        it.rounds()
        share = it.share("A2")
        it.offline("A2")
        done = it.pays("A1", ALL)
        assert isinstance(done, Refusal)
        assert done.code is RefusalCode.POINTS_ELSEWHERE
        it.rounds()
        # what HQ has comes, and the next price is made of it
        assert it.priced("A1", ALL).quote.held_back is not None
        again = it.pays("A1", ALL - share)
        assert isinstance(again, Redemption)
        assert it.paid["A1"] == ALL - share
        assert isinstance(it.pays("A2", share), Redemption)
        assert it.paid["A2"] == share
        it.online("A2")
        it.rounds()
        assert (it.points_at_hq(), it.overspent()) == (0, 0)


def test_a_member_of_another_store_pays_by_hqs_word_only(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "B1!") as it:
        done = it.pays("B1", 300)
        assert isinstance(done, Redemption)
        assert it.paid["B1"] == 300
        it.rounds()
        assert (it.points_at_hq(), it.share("B1"), it.out_at_hq()) == (ALL - 300, 0, {})
        it.voids("B1", done.sale.txn)
        it.rounds()
        assert (it.points_at_hq(), it.share("B1"), it.out_at_hq()) == (ALL, 0, {})
        assert it.world.hq.left_out() == []
        it.visit("B1")
        it.offline("B1")
        assert it.priced("B1", 300).quote.pay_points is None


def test_points_earned_here_may_be_spent_here_at_once(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2", points=0) as it:
        it.offline()
        it.buys("A1", 70_000)
        assert it.share("A1") == 700
        assert it.priced("A2", 500).quote.pay_points is None
        assert isinstance(it.pays("A1", 500), Redemption)
        assert it.paid["A1"] == 500
        it.online()
        it.rounds()
        assert (it.points_at_hq(), it.overspent(), it.out_at_hq()) == (200, 0, {"A1": it.share("A1")})
        assert it.share("A1") == 200


def test_a_void_gives_the_points_back_to_the_share(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2") as it:
        it.visit("A1")
        it.rounds()
        it.offline("A1")
        share = it.share("A1")
        done = it.pays("A1", 20_000)
        assert isinstance(done, Redemption)
        assert it.share("A1") == sum(reward.quantity for reward in done.sale.rewards if reward.quantity > 0)
        it.voids("A1", done.sale.txn)
        assert it.share("A1") == share


def test_what_a_manager_accepts_beyond_the_share_is_listed_at_hq_exactly(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2", offline_limit=400) as it:
        it.visit("A1")
        it.rounds()
        it.offline()
        asked = it.pays("A1", 20_000)
        assert isinstance(asked, ApprovalNeeded)
        assert asked.refusal.code is RefusalCode.POINTS_OFFLINE
        assert isinstance(it.pays("A1", 20_000, MANAGER), Redemption)
        assert it.beyond() == 400
        for _ in range(40):
            if not isinstance(it.pays("A2", 20_000, MANAGER), Redemption):
                break
        it.online()
        it.rounds(3)
        assert it.points_at_hq() < 0
        assert it.overspent() == it.listed() == -it.points_at_hq()
        # points that come later make up for it
        it.buys("A1", 100 * 100 * 20)
        it.rounds(3)
        assert it.overspent() == it.listed() == max(0, -it.points_at_hq())


def test_the_mall_sells_within_the_share_or_by_hqs_word(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", points=120) as it:
        till = it.tills["A1"].service
        visit = it.visit("A1")
        skin = next(one for one in till.actions(visit) if one.kind is ActionKind.MALL)
        assert isinstance(till.act(visit, skin, CLERK), Acted)
        it.rounds()
        assert it.points_at_hq() == 70
        it.offline()
        share = it.share("A1")
        assert share < 50
        refused = next(one for one in till.actions(it.visit("A1")) if one.kind is ActionKind.MALL)
        assert refused.refusal == Refusal(RefusalCode.POINTS_OFFLINE, {"need": 50, "have": share})


def test_a_share_is_unusable_after_a_reboot_until_hq_was_met(tmp_path: Path) -> None:
    with shop(tmp_path, "A1") as it:
        it.visit("A1")
        it.rounds()
        it.offline()
        till = it.tills["A1"]
        till.crash()
        till.clock.boot += 1
        till.start()
        it.round(till)
        assert it.share("A1") > 0
        assert it.priced("A1", 100).quote.pay_points is None
        it.online()
        assert it.priced("A1", 100).quote.pay_points is not None


def test_an_old_call_back_read_again_after_a_restore_takes_nothing_that_came_since(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2") as it:
        it.visit("A2")
        it.rounds()
        assert it.share("A2") > 0
        assert isinstance(it.pays("A1", ALL - 1_000), Redemption)  # HQ calls the share back
        till = it.tills["A2"]
        backup = till.back_up()
        it.buys("A2", 900)
        it.rounds()
        it.tills["A1"].crash()
        it.tills["A1"].start()  # nobody is known to be here: what is left goes back
        it.rounds()
        till.restore(backup)
        it.visit("A2")
        it.rounds(3)
        assert it.share("A2") > 9
        # what was earned on the disk that is gone is out for good, until HQ calls it back
        assert it.out_at_hq()["A2"] == it.share("A2") + 9


def test_what_is_earned_after_a_share_was_given_back_is_not_taken_for_a_part_of_it(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2") as it:
        it.visit("A2")
        it.rounds()
        assert it.share("A2") > 0
        it.offline("A2")
        assert isinstance(it.pays("A1", ALL), Refusal)  # HQ calls the share back
        it.tills["A2"].network.up = True
        it.tills["A2"].engine.round()
        it.tills["A2"].network.up = False
        assert it.share("A2") == 0 < it.out_at_hq()["A2"]  # it has heard so, and HQ has not heard that it has
        it.buys("A2", 900)
        assert it.share("A2") == 9
        it.online("A2")  # both are told in one push
        it.rounds()
        assert it.out_at_hq().get("A2", 0) == it.share("A2") >= 9


@pytest.mark.parametrize("trick", ["lost", "crash"])
def test_a_claim_whose_answer_is_lost_comes_to_the_share_once(tmp_path: Path, trick: str) -> None:
    with shop(tmp_path, "A1", "A2") as it:
        till = it.tills["A1"]
        visit = it.priced("A1", 9_000)
        till.network.faults.answer_lost = 1.0
        done = till.service.confirm(visit, CLERK)
        assert isinstance(done, Refusal)
        till.network.faults.answer_lost = 0.0
        if trick == "crash":
            till.crash()
            till.start()
        it.rounds()
        # after a crash nobody is known to be here any more: it goes back
        assert it.out_at_hq().get("A1", 0) == it.share("A1") == (0 if trick == "crash" else 9_000)
        done = it.pays("A1", 9_000)
        assert isinstance(done, Redemption)


SEEDS = range(3)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_overspent_within_shares_and_all_beyond_is_listed(tmp_path: Path, seed: int) -> None:
    play(tmp_path, seed, 50, None if seed % 2 else 150)


@pytest.mark.slow
def test_the_same_in_the_long_run(tmp_path: Path, torture: bool) -> None:
    for seed in range(100, 400) if torture else range(100, 101):
        play(tmp_path / str(seed), seed, 250 if torture else 120, None if seed % 2 else 150)


def play(folder: Path, seed: int, steps: int, limit: int | None) -> None:
    """Anything in any order at three tills and a fourth of another store; then everybody tells everything."""
    dice = random.Random(seed)
    with shop(folder, "A1", "A2", "A3", "B1!", seed=seed, points=dice.choice((0, 60, 900)), offline_limit=limit) as it:
        sales: list[tuple[str, str]] = []
        for _ in range(steps):
            name = dice.choice(list(it.tills))
            till = it.tills[name]
            known = it.known(name)
            match dice.choice(
                ("pay", "pay", "pay", "buy", "void", "return", "net", "net", "round", "round", "time", "boot")
            ):
                case "pay" if known:
                    done = it.pays(name, dice.choice((20, 90, 400)), MANAGER if dice.random() < 0.5 else None)
                    if isinstance(done, Redemption):
                        sales.append((name, done.sale.txn))
                case "buy" if known:
                    sales.append((name, it.buys(name, dice.choice((900, 4_000))).sale.txn))
                case "void" if sales:
                    it.voids(*sales.pop(dice.randrange(len(sales))))
                case "return" if sales:
                    it.returns(*sales[dice.randrange(len(sales))], amount=dice.choice((10, 300)))
                case "net":
                    till.network.up = not till.network.up
                    it.round(till)
                case "round":
                    it.round(till)
                case "time":
                    it.world.pass_time(dice.choice((60_000, 3_600_000, 30 * 3_600_000)))
                case "boot":
                    till.crash()
                    till.start()
            it.check_nothing_overspent()
        it.online()
        it.rounds(4)
        assert it.overspent() == it.listed() == max(0, -it.points_at_hq())
        for till in it.tills.values():
            check_share_follows_facts(till)
