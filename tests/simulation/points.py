"""A member who pays with points at several tills of one world: what may be, what must not, and what HQ says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kiosk.application.sales.outcomes import MemberFound, Redemption, Returned, Visit, Voided
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.application.sync.outcomes import Link
from kiosk.demo.chain.people import card_no, phone
from kiosk.domain.campaigns.facts import LEASE_CHANGED, decision_in
from kiosk.domain.campaigns.points import is_payment, member_of_key, points_key
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.journal.facts import Fact, decode
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.hq.campaigns.commands import CampaignPublished
from kiosk.hq.campaigns.points import points_of
from kiosk.hq.leases import commands as leases
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from tests.shared.campaign_text import NAME, head
from tests.simulation.surroundings import quiet_logs
from tests.simulation.world import SimTerminal, World

CLERK, MANAGER = Staff("s-101", "店長", Role.MANAGER), Approval("s-101", "店長")


def campaign(*, offline_limit: int | None = None, earn: int = 100) -> str:
    """A point for each `earn`, points as money one for one; a mug of the mall for 50."""
    limit = "" if offline_limit is None else f", offline_limit: {offline_limit}"
    return f"""{head("points")}
mall:
  - {{id: skin, name: {NAME}}}
experiences:
  - {{id: skin, name: {NAME}, value: 10}}
rules:
  - {{id: earn, name: {NAME}, when: purchased, give: [{{points_per: {{amount: {earn}, points: 1}}}}]}}
  - {{id: pay, name: {NAME}, when: basket, give: [{{discount: {{off: 1, for_points: 1, with: ["*"]{limit}}}}}]}}
  - {{id: skin, name: {NAME}, when: {{event: points_spent, ref: skin, points: 50}}, give: [{{experience: skin}}]}}
"""


@contextmanager
def shop(
    folder: Path, *tills: str, seed: int = 1, points: int = 10_236, offline_limit: int | None = None
) -> Iterator[Shop]:
    """A world with tills of one store ("!" behind a name: of another), in which one member has points."""
    folder.mkdir(parents=True, exist_ok=True)
    with quiet_logs():
        world = World(folder, seed)
        try:
            yield Shop(world, tills, points, offline_limit)
        finally:
            world.close()


class Shop:
    """`who`: the member; `paid`: points paid by sales that stand, by till."""

    def __init__(self, world: World, tills: tuple[str, ...], points: int, offline_limit: int | None) -> None:
        self.world = world
        home = next(row for row in world.chain.members if row.home_store == "xinyi")
        self.who, self.card, self.points = "m-points", card_no(90_001), points
        self.gives(replace(home, id=self.who, card_no=self.card, phone=phone(90_001), points=points))
        done = world.hq.publish_campaign(campaign(offline_limit=offline_limit))
        assert isinstance(done, CampaignPublished), done
        self.tills = {
            name.rstrip("!"): world.add(name.rstrip("!"), "zhongxiao" if name.endswith("!") else "xinyi")
            for name in tills
        }
        self.paid: dict[str, int] = defaultdict(int)
        self.rounds()

    def gives(self, member: Member) -> None:
        """HQ's row of the member."""
        self.world.hq.publish([RowChange(Bucket(member.home_store, "members"), member.id, member)])

    # -- what happens -------------------------------------------------------------------------------------------------

    def round(self, till: SimTerminal) -> None:
        """A round that comes to its end, if HQ can be reached."""
        while till.engine.round() == 0:
            pass

    def rounds(self, times: int = 2) -> None:
        for _ in range(times):
            for till in self.tills.values():
                self.round(till)

    def offline(self, *names: str) -> None:
        for name in names or tuple(self.tills):
            self.tills[name].network.up = False
            self.round(self.tills[name])
            assert self.tills[name].engine.status().link is not Link.ONLINE

    def online(self, *names: str) -> None:
        for name in names or tuple(self.tills):
            self.tills[name].network.up = True
            self.round(self.tills[name])

    def visit(self, name: str) -> Visit:
        """The member comes, and shows who they are."""
        till = self.tills[name]
        event = ScanEvent(self.card, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
        found = till.service.scan(till.service.new_visit(), event, CLERK)
        assert isinstance(found, MemberFound), found
        assert found.visit.member is not None
        return replace(found.visit, member=replace(found.visit.member, proven=True))

    def known(self, name: str) -> bool:
        """Whether the till can find the member now: another store's may not be known there."""
        event = ScanEvent(self.card, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
        service = self.tills[name].service
        return isinstance(service.scan(service.new_visit(), event, CLERK), MemberFound)

    def priced(self, name: str, amount: int, visit: Visit | None = None) -> Visit:
        """So many dollars of goods, as far as may be for points."""
        visit = replace(visit or self.visit(name), amount=amount * 100, use_points=True)
        return self.tills[name].service.price(visit)

    def pays(self, name: str, amount: int, approval: Approval | None = None) -> Redemption | ApprovalNeeded | Refusal:
        """As far as may be with points."""
        self.world.pass_time(1_000)
        visit = self.priced(name, amount)
        done = self.tills[name].service.confirm(visit, CLERK, approval)
        if isinstance(done, Redemption):
            self.paid[name] += sum(line.points for line in done.sale.lines)
        return done

    def buys(self, name: str, amount: int) -> Redemption:
        """With money."""
        self.world.pass_time(1_000)
        till = self.tills[name]
        visit = till.service.price(replace(self.visit(name), amount=amount * 100))
        done = till.service.confirm(visit, CLERK)
        assert isinstance(done, Redemption), done
        return done

    def voids(self, name: str, txn: str) -> None:
        self.world.pass_time(1_000)
        sale = self.tills[name].service.sale(txn)
        assert sale is not None
        done = self.tills[name].service.void(txn, "wrong_amount", CLERK, MANAGER)
        assert isinstance(done, Voided), done
        self.paid[name] -= sum(line.points for line in sale.lines)

    def returns(self, name: str, txn: str, amount: int) -> None:
        self.world.pass_time(1_000)
        self.tills[name].service.return_goods(txn, Returned(amount * 100), "wrong_amount", CLERK, MANAGER)

    # -- what is true -------------------------------------------------------------------------------------------------

    def share(self, name: str) -> int:
        """What the till's ledger says that it may spend."""
        return self.tills[name].ledger.run(lambda tx: tx.shared(f"|{points_key(self.who)}"))

    def points_at_hq(self) -> int:
        with self.world.hq.database.read() as tx:
            return points_of(self.world.hq.context, tx, self.who)

    def out_at_hq(self) -> dict[str, int]:
        """What HQ says that each till may still spend."""
        with self.world.hq.database.read() as tx:
            assert leases.out_of_balance(tx) == []
            query = "SELECT d.name, l.granted - l.used FROM lease l JOIN device d USING (device) WHERE l.key = ?"
            return {
                str(name): int(left)
                for name, left in tx.connection.exec_driver_sql(query, (points_key(self.who),)).all()
                if left
            }

    def overspent(self) -> int:
        """Points that HQ lists as paid without being there."""
        return sum(one.given - one.due for one in self.world.hq.overruns() if (one.kind, one.ref) == ("points", "paid"))

    def listed(self) -> int:
        """The same in the list of conflicts."""
        return sum(one.count for one in self.world.hq.conflicts() if one.what == "points")

    def beyond(self) -> int:
        """Points that managers accepted, in sales that stand, by the tills' own journals."""
        return sum(self._beyond(till) for till in self.tills.values())

    def _beyond(self, till: SimTerminal) -> int:
        sales = [till.ledger.run(lambda tx, txn=one.txn: tx.sale(txn)) for one in till.service.recent_sales(10_000)]  # type: ignore[misc]
        return sum(
            int(sale.document.get("points", {}).get("beyond", 0))
            for sale in sales
            if sale is not None and sale.voided_at_ms is None
        )

    def check_nothing_overspent(self) -> None:
        """By what everybody has journalled, told or not: what was paid within shares and what may still be paid is no
        more than the member ever had."""
        had, paid = self.points, 0
        journals = [facts_of(till) for till in self.tills.values()]
        journals.append([decode(raw) for raw in self.world.hq.facts("hq", 1)])
        for facts in journals:
            for fact in facts:
                decided = decision_in(fact)
                if decided is None or decided.member != self.who:
                    continue
                for reward in decided.rewards():
                    if is_payment(reward):
                        paid -= reward.quantity
                    elif reward.kind is RewardKind.POINTS:
                        had += reward.quantity
                paid -= sum(self._was_paid(facts, reward) for reward in decided.taken_back)
        shares = sum(max(0, self.share(name)) for name in self.tills)
        assert paid - self.beyond() + shares <= had, (paid, self.beyond(), shares, had)

    @staticmethod
    def _was_paid(facts: list[Fact], reward: str) -> int:
        given = (one for fact in facts if (made := decision_in(fact)) is not None for one in made.rewards())
        return next((-one.quantity for one in given if one.id == reward and is_payment(one)), 0)


def facts_of(till: SimTerminal) -> list[Fact]:
    """The journal of a till that never began a new epoch."""
    return [decode(raw) for _seq, raw, _hash in till.ledger.run(lambda tx: tx.facts_after(1, 0, 10**6))]


def check_share_follows_facts(till: SimTerminal) -> None:
    """A share is what came, less what was paid: from the journal alone."""
    shares: dict[str, int] = defaultdict(int)
    for fact in facts_of(till):
        if fact.kind == LEASE_CHANGED:
            for key, count in fact.body["quantities"].items():
                if member_of_key(key) is not None:
                    shares[key] += count
        elif (decided := decision_in(fact)) is not None:
            shares[points_key(decided.member)] += decided.points
    for key, count in shares.items():
        assert till.ledger.run(lambda tx, at=key: tx.shared(f"|{at}")) == count  # type: ignore[misc]
