"""Registrations, for the people at HQ: every step in a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.domain.registration.person import Person
from kiosk.domain.registration.policy import RegistrationPolicy
from kiosk.domain.registration.reviewing import Asked, Rejected
from kiosk.hq.context import Context
from kiosk.hq.members.reviews import policy
from kiosk.hq.registration import consents, erasing, merging, referrals, reviews
from kiosk.hq.registration import policy as policies
from kiosk.hq.registration.erasing import MemberFault, MemberSeen
from kiosk.hq.registration.points_letters import PointsLetters
from kiosk.hq.registration.referrals import Joined, Spread
from kiosk.hq.registration.reviews import ReviewSeen


class RegistrationDesk:
    """`by`: whose command it is. What cannot be done raises PolicyFault, ReviewFault or MemberFault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def points_letters(self) -> PointsLetters:
        """Writes to members whose points run out soon; whoever runs HQ gives it a thread."""
        return PointsLetters(self._context)

    def policy(self) -> RegistrationPolicy:
        """How the chain registers."""
        with self._context.database.read() as tx:
            return policy(tx)

    def set_policy(self, said: object, by: str) -> RegistrationPolicy:
        """Another policy, from what a file says."""
        with self._context.database.write() as tx:
            return policies.put(self._context, tx, said, by)

    def queue(self, states: Sequence[str] | None = reviews.OPEN) -> list[ReviewSeen]:
        """Registrations that somebody looks at."""
        with self._context.database.read() as tx:
            return reviews.queue(tx, states)

    def review(self, member: str) -> tuple[ReviewSeen, Person | None]:
        """One of them, with the person."""
        with self._context.database.read() as tx:
            return reviews.one(tx, member)

    def approve(self, member: str, by: str, note: str = "") -> None:
        """It counts like any other."""
        with self._context.database.write() as tx:
            reviews.approve(self._context, tx, member, by, note)

    def reject(self, member: str, reason: Rejected, by: str, note: str = "") -> None:
        """It is as if it had not been."""
        with self._context.database.write() as tx:
            reviews.reject(self._context, tx, member, reason, by, note)

    def ask(self, member: str, what: Asked, by: str, note: str = "") -> int:
        """Ask the customer something; gives how many letters go out."""
        with self._context.database.write() as tx:
            return reviews.ask(self._context, tx, member, what, by, note)

    def find(self, said: str) -> list[MemberSeen]:
        """Members by id, card or phone."""
        with self._context.database.read() as tx:
            return erasing.find(tx, said)

    def export(self, member: str) -> dict[str, Any]:
        """All that HQ has of a member."""
        with self._context.database.read() as tx:
            return erasing.export(self._context, tx, member)

    def erase(self, member: str, why: str, by: str) -> list[str]:
        """Forget who they are; gives the ids that were theirs."""
        with self._context.database.write() as tx:
            ids = erasing.erase(self._context, tx, member, why, by)
        self._context.database.scrub()
        return ids

    def consent(self, member: str, purpose: str, *, given: bool) -> bool:
        """They told HQ that they agree, or do not any more."""
        with self._context.database.write() as tx:
            erasing.known(tx, member)
            return consents.say(self._context, tx, member, purpose, given=given)

    def merge(self, one: str, other: str, by: str) -> tuple[str, str]:
        """Two members are one person. Gives who stays, and who goes."""
        with self._context.database.write() as tx:
            for member in (one, other):
                erasing.known(tx, member)
            done = merging.merge(self._context, tx, one, other, "by_hand", by)
        if done is None:
            raise MemberFault(f"{one} and {other} are one already")
        return done.stays, done.goes

    def joined(self, campaign: str | None = None, since: int = 0) -> list[Joined]:
        """Everybody who registered."""
        with self._context.database.read() as tx:
            return referrals.joined(tx, campaign=campaign, since=since)

    def spread(self, people: Sequence[Joined], days: int = 14) -> Spread:
        """How well it spreads."""
        with self._context.database.read() as tx:
            return referrals.spread(tx, people, self._context.clock.now_ms(), days)
