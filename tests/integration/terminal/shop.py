"""A till in a shop whose HQ can be made to publish anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from kiosk.application.sales.outcomes import ScanOutcome, Visit
from kiosk.application.staff.outcomes import Approval, SignedIn
from kiosk.demo.chain.build import PINS
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.roles import Permission, Role, StaffMember
from kiosk.domain.stores import CampaignHeader
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.domain.tokens import CouponClaims, SigningKey
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.tokens import issue, keys
from kiosk.protocol.rows import CouponRow
from kiosk.protocol.tokens.codec import sign_token
from tests.integration.terminal.visits import MANAGERS, clerk, scan, visit_with
from tests.simulation.world import SimTerminal, World

DAY = timedelta(days=1)


def words(text: str) -> LocalText:
    return LocalText(text, text, text)


class Shop:
    """XY01 in the store xinyi, its clerk, and HQ. Every change at HQ is pulled at once."""

    def __init__(self, world: World, *, threaded: bool = False) -> None:
        self.world = world
        self.till: SimTerminal = world.add("XY01", "xinyi", threaded=threaded)
        self.till.engine.round()
        self.actor = clerk(self.till)
        self.members = [member for member in world.chain.members if member.home_store == "xinyi"]
        self.guests = [member for member in world.chain.members if member.home_store == "zhongxiao"]
        self._given = 0

    @property
    def now(self) -> datetime:
        return instant(self.world.true_ms)

    @property
    def key(self) -> SigningKey:
        with self.world.hq.database.write() as tx:
            return keys.signing(self.world.hq.context, tx)

    def publish(self, place: Bucket, row_id: str, row: object | None) -> None:
        self.world.hq.publish([RowChange(place, row_id, row)])
        if self.till.network.up:
            self.till.engine.round()

    def template(self, name: str = "own", **changes: Any) -> CouponTemplate:
        made = CouponTemplate(
            id=name,
            name=words(name),
            campaign="members",
            benefit=Benefit(BenefitKind.FIXED, off=5_000),
            valid_from=self.now - 30 * DAY,
            valid_until=self.now + 30 * DAY,
        )
        made = replace(made, **changes)
        self.publish(Bucket(CHAIN, "templates"), name, made)
        return made

    def campaign(self, name: str, begin: timedelta, end: timedelta, *, withdrawn: bool = False) -> None:
        row = CampaignHeader(name, words(name), self.now + begin, self.now + end, withdrawn=withdrawn)
        self.publish(Bucket(CHAIN, "campaigns"), name, row)

    def give(
        self, template: CouponTemplate, member: Member | None = None, *, bearer: bool = False, **changes: Any
    ) -> CouponRow:
        """HQ gives the first member (or another) a coupon of `template`, and the till hears of it."""
        self._given += 1
        owner = member or self.members[0]
        coupon = Coupon(f"own{self._given}", template.id, template.valid_from, template.valid_until, member=owner.id)
        coupon = replace(coupon, member=None if bearer else owner.id, **changes)
        row = issue.coupon_row(self.key, "HQ", coupon, self.now - DAY)
        self.publish(Bucket(owner.home_store, "coupons"), row.coupon.id, row)
        return row

    def scan(self, text: str, visit: Visit | None = None) -> ScanOutcome:
        return scan(self.till, visit or self.till.service.new_visit(), text, self.actor)

    def refused(self, text: str, visit: Visit | None = None) -> Refusal:
        outcome = self.scan(text, visit)
        assert isinstance(outcome, Refusal), outcome
        return outcome

    def card(self, number: int = 0) -> str:
        return self.members[number].card_no

    def visit(self, *texts: str, amount: int = 100_000) -> Visit:
        return visit_with(self.till, self.actor, *texts, amount=amount)

    def in_visit(self, row: CouponRow, *, amount: int = 100_000, **changes: Any) -> Refusal:
        """Why a coupon that was scanned stays out of the price."""
        visit = self.till.service.price(replace(self.visit(row.token, amount=amount), **changes))
        return next(left.refusal for left in visit.quote.left_out if left.coupon == row.coupon.id)

    def confirmed(self, visit: Visit, approval: Approval | None = None) -> Any:
        return self.till.service.confirm(visit, self.actor, approval)

    def sold(self, *texts: str, amount: int = 100_000) -> Any:
        return self.confirmed(self.visit(*texts, amount=amount))

    def manager(self, permission: Permission) -> Approval:
        outcome = self.till.service.approve(MANAGERS["xinyi"], PINS[Role.MANAGER], permission)
        assert isinstance(outcome, Approval)
        return outcome

    def offline(self) -> None:
        self.till.network.up = False
        for _ in range(2):
            self.till.engine.round()

    def colleague(self, **changes: Any) -> StaffMember:
        """The other clerk, changed by HQ."""
        person = next(person for person in self.world.chain.staff if person.id == "s-103")
        changed = replace(person, **changes)
        self.publish(Bucket("xinyi", "staff"), person.id, changed)
        return changed

    def sign_in(self, staff: str, pin: str) -> SignedIn | Refusal:
        return self.till.service.sign_in(staff, pin)

    def signed(self, key: SigningKey, **changes: Any) -> str:
        """A coupon's code signed by any key, which HQ may never have heard of."""
        claims = CouponClaims(
            issuer="HQ",
            key_id=key.key_id,
            issued=(self.now - 2 * DAY).replace(microsecond=0),
            expires=(self.now + 2 * DAY).replace(microsecond=0),
            id="x1",
            template="cash100",
        )
        return sign_token(replace(claims, **changes), key)
