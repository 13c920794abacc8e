"""Short ways through a visit."""

from __future__ import annotations

from dataclasses import replace

from kiosk.application.sales.outcomes import CouponAdded, MemberFound, Redemption, ScanOutcome, Visit
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded, SignedIn
from kiosk.demo.chain.build import PINS
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.time import millis
from kiosk.protocol.rows import CouponRow
from tests.simulation.world import SimTerminal, World

CLERKS = {"xinyi": "s-102", "zhongxiao": "s-202", "banqiao": "s-302"}
MANAGERS = {"xinyi": "s-101", "zhongxiao": "s-201", "banqiao": "s-301"}


def clerk(till: SimTerminal) -> Staff:
    outcome = till.service.sign_in(CLERKS[till.store], PINS[Role.CLERK])
    assert isinstance(outcome, SignedIn), outcome
    return outcome.actor


def scan(till: SimTerminal, visit: Visit, text: str, actor: Staff) -> ScanOutcome:
    return till.service.scan(visit, ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, None, 0.0), actor)


def coupon_of(world: World, template: str, home: str | None, *, skip: int = 0) -> CouponRow:
    """A coupon in good standing of a template; `home`: its member's store, None: nobody's."""
    homes = {member.id: member.home_store for member in world.chain.members}
    found = [
        row
        for row in world.chain.coupons
        if row.coupon.template == template
        and homes.get(row.coupon.member or "") == home
        and row.coupon.id not in world.chain.revoked
        and millis(row.coupon.expires) > world.true_ms
    ]
    return found[skip]


def visit_with(till: SimTerminal, actor: Staff, *texts: str, amount: int = 200_000) -> Visit:
    """A visit with these codes scanned, priced; only the scanned coupons are chosen."""
    visit = till.service.new_visit()
    for text in texts:
        outcome = scan(till, visit, text, actor)
        assert isinstance(outcome, MemberFound | CouponAdded), outcome
        visit = outcome.visit
    chosen = visit.scanned if visit.scanned else None
    return till.service.price(replace(visit, amount=amount, chosen=chosen))


def sell(
    till: SimTerminal, actor: Staff, *texts: str, amount: int = 200_000, approval: Approval | None = None
) -> Redemption | ApprovalNeeded | Refusal:
    return till.service.confirm(visit_with(till, actor, *texts, amount=amount), actor, approval)


def redeemed(till: SimTerminal, actor: Staff, *texts: str, amount: int = 200_000) -> Redemption:
    outcome = sell(till, actor, *texts, amount=amount)
    assert isinstance(outcome, Redemption), outcome
    return outcome
