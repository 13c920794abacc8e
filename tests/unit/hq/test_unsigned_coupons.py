"""Beyond so many a day HQ signs a terminal's coupons when its own count gives them, or when a person says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.journal.facts import decode
from kiosk.hq.campaigns import recount
from kiosk.hq.campaigns.marks import recounted
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from tests.unit.hq.campaign_rig import buys, decides, member, published, pushes, reward, with_members
from tests.unit.hq.rig import Terminal, TestClock, headquarters

RULES = """
coupons:
  - {id: five, name: NAME, off: 50, min_spend: 100, valid_days: 7}
  - {id: ten, name: NAME, off: 100, min_spend: 100, valid_days: 7}
rules:
  - {id: each, name: NAME, when: purchased, give: [{coupon: {template: five, count: 2}}]}
"""
DAY = 86_400_000


def chain_of(folder: Path, clock: TestClock, most: int | None = None) -> Headquarters:
    settings = HqSettings() if most is None else HqSettings(unconfirmed_coupons_a_day=most)
    hq = headquarters(folder, clock, settings)
    published(hq, RULES)
    with_members(hq, member("m1"), member("m2"))
    return hq


@pytest.fixture
def chain(tmp_path: Path, clock: TestClock) -> Headquarters:
    return chain_of(tmp_path, clock, most=2)


def invented(till: Terminal, number: int, count: int = 1, who: str = "m1", ref: str = "five") -> Reward:
    """For a sale that nobody made."""
    return reward(till, who, "each", number << 16, RewardKind.COUPON, ref, count)


def due(hq: Headquarters, who: str = "m1") -> tuple[Reward, ...]:
    """What the rules give for what was told, to the letter, as an honest till gives it."""
    with hq.database.read() as tx:
        return recounted(hq.context, tx, recount.shared_at_hq(tx), who)[0].effect.granted


def earns(hq: Headquarters, till: Terminal, txn: str) -> Reward:
    """A sale, told while the till has more to tell; what it gives."""
    buys(till, "m1", txn)
    pushes(till, queue=9)
    (given,) = [one for one in due(hq) if one.id not in {seen.id for seen in hq.rewards()}]
    return given


def signed(till: Terminal) -> set[str]:
    return {name for name in till.rows("store/s1/coupons") if name.startswith("r-")}


def waiting(hq: Headquarters) -> set[str]:
    return {one.reward for one in hq.overruns() if one.waits}


def ids(*rewards: Reward) -> set[str]:
    return {coupon for one in rewards for coupon in coupon_ids(one)}


def test_of_two_thousand_invented_coupons_no_more_than_the_cap_are_signed(tmp_path: Path, clock: TestClock) -> None:
    chain = chain_of(tmp_path, clock)
    till, other = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    for number in range(200):
        decides(till, "m1", invented(till, number, count=10))
    pushes(till)
    pushes(till)
    assert len(signed(till)) == 200
    assert len(waiting(chain)) == 180
    # other terminals, and the next day, have their own
    decides(other, "m2", invented(other, 1, who="m2"))
    pushes(other)
    assert len(signed(till)) == 201
    clock.now += DAY
    till.open_session()
    for number in range(300, 340):
        decides(till, "m1", invented(till, number, count=10))
    pushes(till)
    assert len(signed(till)) == 401
    assert chain.verify() == []
    assert chain.decide_coupons(sign=False, device=till.device) == 200
    assert waiting(chain) == set()
    assert chain.verify() == []


def test_what_sales_give_is_signed_when_it_is_counted_and_stays_its_makers(chain: Headquarters) -> None:
    first, till = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    given = [earns(chain, till, "x1")]
    decides(till, "m1", *given)
    pushes(till, queue=9)
    given.append(earns(chain, till, "x2"))
    decides(till, "m1", given[1])
    pushes(till, queue=9)  # more to tell: not counted yet
    assert signed(till) == ids(given[0])
    assert waiting(chain) == {given[1].id}
    pushes(till)
    buys(till, "m2", "y1")
    pushes(till)
    assert signed(till) >= ids(*given)
    assert chain.overruns() == []
    assert ids(*given) <= till.rows(till.rights_bucket).keys()
    assert not ids(*given) & first.rows(first.rights_bucket).keys()
    chain.rebuild()
    assert chain.verify() == []


@pytest.mark.parametrize(
    "changed",
    [{"ref": "ten"}, {"quantity": 3}, {"until": 1_065_604_720}, {"keep": True, "id": "autumn/each/x/1/0"}],
    ids=["another coupon", "more", "longer", "kept"],
)
def test_the_count_confirms_no_more_than_it_gives(chain: Headquarters, changed: dict[str, object]) -> None:
    till = Terminal.enrolled(chain)
    decides(till, "m1", invented(till, 7, count=2))
    pushes(till, queue=9)
    before = signed(till)
    told = earns(chain, till, "x1")._replace(**changed)  # type: ignore[arg-type]
    decides(till, "m1", told)
    pushes(till, queue=9)
    pushes(till)
    buys(till, "m2", "y1")
    pushes(till)
    rows = till.rows("store/s1/coupons")
    extra = {name for name in signed(till) - before if rows[name]["coupon"]["member"] == "m1"}
    assert extra <= ids(told._replace(quantity=2))
    assert all(rows[name]["coupon"]["template"] == "autumn/five" for name in extra)
    assert told.id in waiting(chain)
    assert chain.verify() == []


def test_a_person_signs(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    decides(till, "m1", invented(till, 1, count=2))
    late = invented(till, 2, count=2)
    decides(till, "m1", late)
    pushes(till)
    assert waiting(chain) == {late.id}
    assert chain.decide_coupons(sign=True, reward=late.id) == 1
    assert chain.decide_coupons(sign=True, reward=late.id) == 0
    assert chain.decide_coupons(sign=False, reward=late.id) == 0
    assert ids(late) <= signed(till)
    assert ids(late) <= till.rows(till.rights_bucket).keys()
    said = [decode(raw) for raw in chain.facts("hq", 1)]
    assert [one.body["coupons"] for one in said if one.kind == REWARDS_DECIDED] == [sorted(ids(late))]
    chain.rebuild()
    assert chain.verify() == []


def test_a_person_refuses_and_telling_it_again_does_not_help(chain: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(chain)
    decides(till, "m1", invented(till, 1, count=2))
    late = invented(till, 2, count=2)
    decides(till, "m1", late)
    pushes(till)
    assert chain.decide_coupons(sign=False, reward=late.id) == 1
    assert chain.decide_coupons(sign=False, reward=late.id) == 0
    assert {till.rows("chain/revocations")[one]["reason"] for one in ids(late)} == {"taken_back"}
    assert late.id not in {one.id for one in chain.rewards()}
    clock.now += DAY  # the next day's coupons
    till.open_session()
    decides(till, "m1", late)
    pushes(till)
    assert not ids(late) & signed(till)
    assert waiting(chain) == set()
    chain.rebuild()
    assert chain.verify() == []


def test_what_was_refused_and_is_due_after_all_is_given_by_hq(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    decides(till, "m2", invented(till, 1, count=2, who="m2"))
    given = earns(chain, till, "x1")
    decides(till, "m1", given)
    pushes(till, queue=9)
    assert chain.decide_coupons(sign=False, reward=given.id) == 1
    assert not ids(given) & signed(till)
    buys(till, "m2", "y1")
    pushes(till)
    assert ids(given) <= signed(till)
    assert not ids(given) & till.rows("chain/revocations").keys()
    assert chain.verify() == []


def test_what_is_taken_back_waits_no_more(chain: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(chain)
    decides(till, "m1", invented(till, 1, count=2))
    late = invented(till, 2, count=2)
    decides(till, "m1", late)
    pushes(till)
    clock.now += 1000
    decides(till, "m1", back=[late])
    pushes(till)
    assert waiting(chain) == set()
    assert chain.decide_coupons(sign=True, device=till.device) == 0
    assert not ids(late) & signed(till)
    assert chain.verify() == []


def test_of_two_tills_that_made_it_the_first_has_it(chain: Headquarters) -> None:
    one, two = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    decides(one, "m2", invented(one, 1, count=2, who="m2"))
    given = invented(one, 2, count=2)
    decides(one, "m1", given)
    pushes(one)
    decides(two, "m1", given)  # within its own day's
    pushes(two)
    assert ids(given) <= signed(one)
    assert ids(given) <= one.rows(one.rights_bucket).keys()
    assert not ids(given) & two.rows(two.rights_bucket).keys()
    assert waiting(chain) == set()
    assert chain.verify() == []
