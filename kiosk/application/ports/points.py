"""Rights to members' points that lie at HQ."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.ports.coupons import Claim


class PointsAtHq(Protocol):
    """Shares of points: asked for now, or wanted soon."""

    def claim(self, member: str, points: int) -> Claim | None:
        """Ask HQ for the right to so many more of a member's points, waiting a few seconds at most; when it is granted,
        they are in the terminal's share. None: HQ could not be reached, or did not answer in time; what it granted then
        comes with the sync."""

    def limited(self, member: str) -> bool:
        """Whether HQ said a moment ago that it has no more of a member's points to give: then they are paid within the
        share, as if HQ were out of reach."""

    def seen(self, member: str, points: int) -> None:
        """A member who has so many points is at the till: a share of them is fetched when there is time. Cheap."""


class NoPointsAtHq:
    """A terminal that knows no HQ."""

    def claim(self, member: str, points: int) -> Claim | None:
        """Never answered."""
        return None

    def limited(self, member: str) -> bool:
        """It never said anything."""
        return False

    def seen(self, member: str, points: int) -> None:
        """Nothing comes of it."""
