"""Points in a price: by what right they are paid.

Within this terminal's share nobody has to be asked. Beyond it HQ is, and what it grants comes into the share. Where HQ
cannot be asked, the campaign says whether a manager may stand in for it, and up to what value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.context import Context
from kiosk.application.sales.outcomes import Visit
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.points import beyond_share
from kiosk.domain.refusals import Refusal, RefusalCode


@dataclass(frozen=True, slots=True)
class PointsToPay:
    """`need`: points in the price, which take `off` minor units off it; `share`: how many of them this terminal may
    take by itself; `allowed`: how many more a manager may accept without HQ. `why_not`: what HQ said."""

    member: str
    need: int
    off: int
    share: int
    allowed: int
    why_not: Refusal | None = None

    @property
    def missing(self) -> int:
        """How many are still without a right."""
        return max(0, self.need - self.share)

    def beyond(self, approval: Approval | None) -> int | None:
        """How many are paid on a manager's word; None when that is not possible."""
        if not self.missing:
            return 0
        stands_in = approval is not None and self.why_not is None and self.missing <= self.allowed
        return self.missing if stands_in else None

    @property
    def may_accept(self) -> bool:
        """Whether a manager's word would do."""
        return self.why_not is None and 0 < self.missing <= self.allowed

    def refusal(self) -> Refusal:
        """Why the points cannot be paid."""
        args = {"need": self.need, "have": min(self.share, self.need)}
        if self.why_not is not None:
            return Refusal(self.why_not.code, {**self.why_not.args, **args})
        worst = {"value": -(-self.off * self.missing // self.need)} if self.may_accept else {}
        return Refusal(RefusalCode.POINTS_OFFLINE, {**args, **worst})


def points_to_pay(campaigns: Campaigns, visit: Visit) -> PointsToPay | None:
    """What a price takes in points; None when nothing."""
    lines = [line for line in visit.quote.lines if line.points]
    if not lines or visit.member is None:
        return None
    need, off = sum(line.points for line in lines), sum(line.off for line in lines)
    allowed = sum(min(line.points, _beyond(campaigns, line.coupon)) for line in lines)
    return PointsToPay(visit.member.id, need, off, campaigns.points_share(visit.member.id), allowed)


def _beyond(campaigns: Campaigns, key: str) -> int:
    name, _, rule = key.partition("/")
    campaign = campaigns.campaign(name)
    rules = campaign.rules if campaign is not None else ()
    gives = (give for one in rules if one.id == rule for give in one.give)
    return max((beyond_share(give) for give in gives if isinstance(give, Discount)), default=0)


def ask_for_points(context: Context, points: PointsToPay) -> PointsToPay:
    """Ask HQ for what is missing. What it grants is in the share then, which is looked at again before the sale."""
    claim = context.points.claim(points.member, points.missing)
    if claim is None:
        return points
    if claim.granted:
        return replace(points, share=points.need)
    return replace(points, why_not=claim.refusal)


def looked_at_again(campaigns: Campaigns, points: PointsToPay | None) -> PointsToPay | None:
    """As it stands in this transaction: a share may have been called back while HQ was asked."""
    if points is None:
        return None
    now = replace(points, share=campaigns.points_share(points.member))
    if now.missing and points.why_not is None and not points.missing:
        return replace(now, why_not=Refusal(RefusalCode.POINTS_ELSEWHERE))
    return now


def points_in_sale(points: PointsToPay | None, approval: Approval | None) -> dict[str, Any]:
    """What the sale's fact says of them."""
    if points is None:
        return {}
    beyond = points.beyond(approval) or 0
    body: dict[str, Any] = {"points": points.need}
    if beyond and approval is not None:
        body |= {"beyond": beyond, "approved_by": approval.staff}
    return {"points": body}


def beyond_of(document: Mapping[str, Any]) -> int:
    """How many of the points of a stored sale were paid without a share; all of them in sales of programs that knew no
    shares."""
    paid = document.get("points")
    if isinstance(paid, Mapping):
        return int(paid.get("beyond", 0))
    return sum(int(line.get("points", 0)) for line in document.get("lines", ()))
