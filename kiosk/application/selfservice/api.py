"""What the self-service station asks beside what every station may."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.registration.outcomes import Proved
from kiosk.application.sales.outcomes import Explained, MemberFound, Visit
from kiosk.application.selfservice.outcomes import Mine, PointsLine, Poster
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor


class OwnApi(Protocol):
    """Campaigns as they invite, and what a member may see of themselves. How a member proved who they are decides what
    that is: history only for who showed a signed pass or the one-time code of their phone (MEMBER_NOT_PROVEN)."""

    def enter(self, visit: Visit, proved: Proved, actor: Actor) -> MemberFound | Refusal:
        """The visit with the member whose phone was proved by its one-time code. May ask HQ about another store's
        member (bounded wait)."""

    def posters(self) -> tuple[Poster, ...]:
        """Campaigns that run in this store now."""

    def mine(self, visit: Visit, actor: Actor) -> Mine:
        """What the visit's member has and may do. Without proof: no rewards, no badges, no friends."""

    def points_history(self, visit: Visit) -> tuple[PointsLine, ...] | Refusal:
        """Points that came and went, the newest first."""

    def why(self, visit: Visit) -> tuple[Explained, ...] | Refusal:
        """What happened to the member last, and why it brought what it brought, or nothing."""
