"""What tills hand over for coupons counts at HQ as the stock that it is, though it is in nobody's history."""

from __future__ import annotations

from typing import Any

from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.leases import commands as leases
from tests.unit.hq.campaign_rig import buys, decides, member, published, pushes, reward, with_members
from tests.unit.hq.rig import Terminal

RULES = """
stock:
  - {id: mug, name: NAME, value: 100, quantity: 40, substitute: bag}
  - {id: bag, name: NAME, value: 50, quantity: 40}
  - {id: car, name: NAME, value: 900, quantity: 4}
coupons:
  - {id: cup, name: NAME, gift: mug, valid_days: 30}
  - {id: off, name: NAME, off: 10, valid_days: 30}
draws:
  - id: last
    name: NAME
    at: 20:00
    prizes: [{code: a, name: NAME, count: 1, value: 100}]
rules:
  - {id: prize, name: NAME, when: {event: won, ref: last}, give: [{gift: mug}]}
  - {id: car, name: NAME, when: {event: won, ref: last}, give: [{gift: car}]}
"""


def handed_over(till: Terminal, txn: str, what: str = "mug", coupon: str = "cup", count: int = 1) -> Reward:
    """In a sale of m1's."""
    made = reward(till, "", coupon, buys(till, "m1", txn), RewardKind.GIFT, what, count)
    return made._replace(id=made.id.removesuffix("/0") + f"/coupon:{txn}", takes=((f"|stock:autumn/{what}", count),))


def used(hq: Headquarters, what: str = "mug") -> int:
    with hq.database.read() as tx:
        return leases.used_here(tx, "s1", f"stock:autumn/{what}")


def reasons(till: Terminal) -> list[Any]:
    return [one.detail.get("reason") for one in pushes(till).results if one.kind == "unread"]


def opened(hq: Headquarters) -> Terminal:
    published(hq, RULES)
    with_members(hq, member("m1"))
    return Terminal.enrolled(hq)


def test_it_is_counted_and_comes_back_with_a_void(hq: Headquarters) -> None:
    till = opened(hq)
    mug, bag = handed_over(till, "x1"), handed_over(till, "x2", "bag")
    decides(till, "", mug, takes=[["|stock:autumn/mug", 1]])
    decides(till, "", bag, takes=[["|stock:autumn/bag", 1]])
    assert (reasons(till), used(hq), used(hq, "bag")) == ([], 1, 1)
    decides(till, "", back=[mug], takes=[["|stock:autumn/mug", -1]])
    assert (reasons(till), used(hq), used(hq, "bag")) == ([], 0, 1)
    assert hq.verify() == []


def test_no_till_takes_more_for_a_coupon_or_for_one_that_is_for_something_else(hq: Headquarters) -> None:
    till = opened(hq)
    for made in (
        handed_over(till, "x1", count=2),
        handed_over(till, "x2", "car"),
        handed_over(till, "x3", coupon="off"),
    ):
        decides(till, "", made, takes=[list(take) for take in made.takes])
    assert (reasons(till), used(hq)) == (["not_its_share", "no_such_rule", "no_such_rule"], 0)


def test_goods_for_coupons_are_not_kept_back_for_prizes(hq: Headquarters) -> None:
    opened(hq)
    with hq.database.read() as tx:
        left = {row.key: row.left for row in leases._quantities(tx, [f"stock:autumn/{one}" for one in ("mug", "car")])}
    assert left == {"stock:autumn/mug": 36, "stock:autumn/car": 0}
