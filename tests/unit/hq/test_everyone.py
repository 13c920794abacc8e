"""What discounts for everyone use up of shared quantities counts at HQ, though it is in nobody's history."""

from __future__ import annotations

from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.leases import commands as leases
from tests.unit.hq.campaign_rig import decides, last_stamp, published, pushes, reward
from tests.unit.hq.rig import Terminal

RULES = """
stock:
  - {id: pots, name: NAME, value: 100, quantity: 40}
rules:
  - {id: flash, name: NAME, when: basket, for: everyone, give: [{discount: {price: 490, items: [pot], stock: pots}}]}
"""
POTS = "|stock:autumn/pots"
KEY = POTS[1:]


def _sold(till: Terminal, txn: str, pieces: int, *, hlc: int | None = None) -> Reward:
    """Two pots to nobody known; gives what the price used up."""
    offer = {"rule": "autumn/flash", "off": 800, "pieces": 2}
    body = {"txn": txn, "receipt": "R1", "amount": 1_780, "total": 980, "offers": [offer], "coupons": [], "lines": []}
    till.fact(SALE_COMPLETED, {"v": SALE_COMPLETED.version, **body}, hlc=hlc)
    made = reward(till, "", "flash", hlc or last_stamp(till), RewardKind.DISCOUNT, "discount", 800)
    return made._replace(takes=((POTS, pieces),))


def _used(hq: Headquarters) -> int:
    with hq.database.read() as tx:
        return leases.used_here(tx, "s1", KEY)


def _reasons(till: Terminal) -> list[object]:
    return [one.detail.get("reason") for one in pushes(till).results if one.kind == "unread"]


def test_it_is_counted_and_given_back(hq: Headquarters) -> None:
    published(hq, RULES)
    till = Terminal.enrolled(hq)
    taken = _sold(till, "x1", 2)
    decides(till, "", taken, takes=[[POTS, 2]])
    assert _reasons(till) == []
    assert _used(hq) == 2
    decides(till, "", back=[taken], takes=[[POTS, -2]])
    assert _reasons(till) == []
    assert _used(hq) == 0
    assert hq.verify() == []


def test_the_decision_may_arrive_after_its_sale(hq: Headquarters) -> None:
    published(hq, RULES)
    till = Terminal.enrolled(hq)
    taken = _sold(till, "x1", 2)
    pushes(till)
    decides(till, "", taken, takes=[[POTS, 2]])
    assert (_reasons(till), _used(hq)) == ([], 2)


def test_no_more_than_the_sale_says(hq: Headquarters) -> None:
    published(hq, RULES)
    till = Terminal.enrolled(hq)
    decides(till, "", _sold(till, "x1", 3), takes=[[POTS, 3]])
    assert (_reasons(till), _used(hq)) == (["not_its_share"], 0)


def test_what_a_restored_terminal_carries_along_counts_once(hq: Headquarters) -> None:
    published(hq, RULES)
    till = Terminal.enrolled(hq)
    taken = _sold(till, "x1", 2)
    decides(till, "", taken, takes=[[POTS, 2]])
    pushes(till)
    carried = [data for data, _link in till.chain]
    code = hq.enroll_code("s1", for_device=till.device)
    assert code is not None
    till.start_over(code)
    for data in carried:
        till.carry(data)
    assert (_reasons(till), _used(hq)) == ([], 2)
    decides(till, "", _sold(till, "x2", 2), takes=[[POTS, 2]])
    assert (_reasons(till), _used(hq)) == ([], 4)
