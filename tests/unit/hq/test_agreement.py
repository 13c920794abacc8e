"""HQ and the checkout judge by the same rules: what one till with all its facts decides, HQ finds right. Played with
the four plans, with a till that keeps its histories as the program does (its journal, and the events it pulls)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.demo.chain.in_time import running
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.facts import CHECK_IN_DONE, LEASE_CHANGED, REWARDS_DECIDED, SharedChanged
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.known import known_happenings
from kiosk.domain.campaigns.shared import Shared, one_pool, whole_quantities
from kiosk.domain.facts import changes, happening_of
from kiosk.domain.journal.facts import decode
from kiosk.domain.journal.registry import MemberTouched
from kiosk.domain.members.facts import MEMBER_REGISTERED, MEMBER_SEEN, MEMBER_SWEPT
from kiosk.domain.members.member import Member, Tier
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.rows import EventRow, decode_row
from kiosk.protocol.wire.messages import LeaseAnswer, LeaseRequest
from tests.unit.hq.campaign_rig import member, pushes, with_members
from tests.unit.hq.rig import NOON, NOON_MS, Terminal, TestClock, headquarters

CAMPAIGNS = Path(__file__).parents[3] / "resources" / "campaigns"
PLANS = sorted(path.stem for path in CAMPAIGNS.glob("*.yaml"))
ZONE = "Asia/Taipei"
CATEGORIES = ("beauty", "snacks", "home", "fresh")
HOUR = 3_600_000


@cache
def plan(name: str) -> str:
    return running((CAMPAIGNS / f"{name}.yaml").read_text("utf-8"), NOON.date())


def people() -> list[Member]:
    return [
        member("m0", household="h0", birthday="10-03", bought=(("2026-09-20", 40_000),)),
        member("m1", household="h1", tier=Tier.GOLD, bought=(("2026-09-01", 9_000), ("2026-09-20", 9_900))),
        member("m2", household="h1", bought=(("2026-01-20", 40_000),)),
        member("m3", household="h3", joined=NOON),
    ]


class Checkout:
    """A till with the rules and histories of its members."""

    def __init__(self, hq: Headquarters, names: list[str]) -> None:
        self.hq = hq
        self.till = Terminal.enrolled(hq)
        self.rows = {row.id: row for row in people()}
        campaigns = [read_campaign(plan(name).encode()).campaign for name in names]
        self.engine = Engine([Edition(one, NOON_MS) for one in campaigns])
        self.shared: dict[str, int] = {}
        wanted = {key: count for one in campaigns for key, count in whole_quantities(one).items()}
        answer = self.till.ok("/v1/leases/acquire", LeaseRequest(op="all", quantities=wanted), LeaseAnswer)
        self.write(LEASE_CHANGED, {"op": "all", "quantities": answer.granted})
        self.sales: dict[str, str] = {}

    def write(self, kind: str, body: dict[str, Any]) -> Happening:
        self.till.fact(kind, body)
        made = decode(self.till.chain[-1][0])
        for change in changes(made):
            if isinstance(change, SharedChanged):
                self.shared[change.key] = self.shared.get(change.key, 0) + change.delta
        happening = happening_of(made, self.till.device, lambda _: ("s1", ZONE))
        assert happening is not None
        return happening

    def fold(self) -> Fold:
        shared = Shared(one_pool, dict(self.shared), dict(self.shared))
        return Fold(self.engine, pool_of=one_pool, load=self.recall, shared=shared)

    def recall(self, who: str) -> list[Happening]:
        happenings = list(known_happenings(self.rows[who], ZONE)) if who in self.rows else []
        sales = {txn for txn, buyer in self.sales.items() if who in buyer.split("|")}
        for raw, _ in self.till.chain:
            made = decode(raw)
            mine = any(isinstance(one, MemberTouched) and one.member == who for one in changes(made))
            if mine or made.body.get("txn") in sales:
                happening = happening_of(made, self.till.device, lambda _: ("s1", ZONE))
                happenings += [happening] if happening else []
        for data in self.till.rows("store/s1/events").values():
            row = decode_row(msgspec.json.encode(data), EventRow)
            if who in row.members and row.device != self.till.device:
                happening = happening_of(decode(row.fact.encode()), row.device, lambda _, at=(row.store, row.zone): at)  # type: ignore[misc]
                happenings += [happening] if happening else []
        return happenings

    def happens(self, kind: str, body: dict[str, Any], whose: str) -> None:
        fold = self.fold()
        for name in dict.fromkeys((whose, str(body.get("other") or whose))):
            fold.member(name)
        happening = self.write(kind, body)
        for effect in fold.add(happening._replace(member=happening.member or whose)):
            if not effect.empty:
                made = {coupon for one in effect.granted for coupon in coupon_ids(one)}
                back = {coupon for one in effect.taken_back for coupon in coupon_ids(one)}
                coupons = {"coupons": sorted(made - back), "coupons_back": sorted(back - made)}
                self.write(REWARDS_DECIDED, effect.body() | coupons)

    def sells(self, who: str, amount: int, category: str, sharer: str | None) -> None:
        txn = f"x{len(self.till.chain)}"
        referrer = self.fold().member(who).referrer
        body = {"txn": txn, "receipt": "R", "member": who, "amount": amount, "total": amount, "currency": "TWD"}
        body |= {"coupons": [], "lines": [], "by_category": [[category, amount]]}
        body |= {"referrer": referrer} if referrer else {}
        body |= {"other": sharer} if sharer and sharer != who else {}
        self.sales[txn] = "|".join(filter(None, (who, referrer, str(body.get("other") or ""))))
        self.happens(SALE_COMPLETED, body, who)

    def undoes(self, kind: str, amount: int) -> None:
        if self.sales:
            txn, buyer = list(self.sales.items())[-1]
            body = {"txn": txn, "reason": "wrong", "amount": amount, "by_category": []}
            self.happens(kind, body, buyer.split("|")[0])

    def registers(self, number: int, referrer: str) -> None:
        """By phone, at HQ."""
        body = {"member": f"n{number}", "other": referrer, "household": f"hh{number}", "store": "s1"}
        self.hq.record(MEMBER_REGISTERED, body)

    def pushes(self) -> list[dict[str, Any]]:
        """What HQ gives after a push, but for its daily look at everybody."""
        before = len(self.hq.facts("hq", 1))
        pushes(self.till)
        new = [decode(raw) for raw in self.hq.facts("hq", 1)[before:]]
        swept = {f"hq/{fact.hlc:x}" for fact in new if fact.kind == MEMBER_SWEPT}
        decided = [dict(fact.body) for fact in new if fact.kind == REWARDS_DECIDED]
        return [body for body in decided if body["happening"] not in swept]


WHO = st.sampled_from(["m0", "m1", "m2", "m3", "n0", "n1"])
STEP = st.one_of(
    st.tuples(st.just("sale"), WHO, st.integers(10, 6_000), st.sampled_from(CATEGORIES), st.none() | WHO),
    st.tuples(st.just("sale"), WHO, st.integers(10, 6_000), st.sampled_from(CATEGORIES), st.none()),
    st.tuples(st.sampled_from([SALE_VOIDED, SALE_RETURNED]), st.integers(1, 3_000)),
    st.tuples(st.sampled_from([CHECK_IN_DONE, MEMBER_SEEN]), WHO),
    st.tuples(st.just("register"), st.integers(0, 1), WHO),
    st.tuples(st.just("wait"), st.sampled_from([1, 20, 50])),
    st.tuples(st.just("push")),
)


@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=3, max_size=14))
def test_hq_has_nothing_to_add_and_nothing_to_blame(
    tmp_path_factory: pytest.TempPathFactory, name: str, steps: list[tuple[Any, ...]]
) -> None:
    clock = TestClock()
    hq = headquarters(tmp_path_factory.mktemp("hq"), clock, HqSettings(session_ttl_s=10**8))
    with_members(hq, *people())
    hq.publish_campaign(plan(name))
    checkout = Checkout(hq, [name])
    registered: set[int] = set()
    to_come = {f"n{step[1]}" for step in steps if step[0] == "register"}
    for what, *rest in steps:
        clock.now += 60_000
        if what == "sale":
            who, amount, category, sharer = rest
            if who in to_come and int(who[1:]) not in registered:
                continue  # nobody buys as a member before HQ registered them
            checkout.sells(who, amount * 100, category, sharer)
        elif what in (SALE_VOIDED, SALE_RETURNED):
            checkout.undoes(what, rest[0] * 100)
        elif what == "register":
            if rest[0] not in registered and rest[1] != f"n{rest[0]}":
                registered.add(rest[0])
                assert checkout.pushes() == []  # HQ decides by what it knows
                checkout.registers(*rest)
        elif what == "wait":
            clock.now += rest[0] * HOUR
        elif what == "push":
            assert checkout.pushes() == []
        else:
            checkout.happens(what, {"member": rest[0]}, rest[0])
    assert checkout.pushes() == []
    assert hq.overruns() == []
    assert hq.verify() == []
    hq.database.close()
