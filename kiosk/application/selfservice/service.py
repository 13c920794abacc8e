"""What the self-service station asks beside what every station may."""

from __future__ import annotations

from dataclasses import replace

from kiosk.application.campaigns.member_actions import needs
from kiosk.application.context import Context, here
from kiosk.application.draws.claims import claims_of
from kiosk.application.guests.visitors import gatherings
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.lookups import Ask
from kiosk.application.registration.outcomes import Proved
from kiosk.application.sales.explain import explain_member
from kiosk.application.sales.member_actions import member_actions
from kiosk.application.sales.outcomes import Explained, MemberFound, Visit
from kiosk.application.sales.rights import online
from kiosk.application.sales.scan import Answered, with_member
from kiosk.application.selfservice.outcomes import Mine, PointsLine, Poster
from kiosk.application.selfservice.own import mine, offers_now, points_history
from kiosk.application.selfservice.posters import posters
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor

NOT_PROVEN = Refusal(RefusalCode.MEMBER_NOT_PROVEN)


class OwnService:
    """Implements `OwnApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def enter(self, visit: Visit, proved: Proved, actor: Actor) -> MemberFound | Refusal:
        """The visit with the member whose phone was proved."""
        context, answered = self._context, None
        if context.reference.member(proved.member) is None and online(context):
            answered = Answered(context.lookups.look_up(Ask(member=proved.member)))

        def entered(tx: LedgerTx) -> MemberFound | Refusal:
            _identity, store = here(context, tx)
            row = context.member(proved.member)
            if row is None:
                return Refusal(RefusalCode.MEMBER_UNKNOWN)
            return with_member(context, tx, visit, store, row, proven=True, actor=actor, answered=answered)

        return context.ledger.run(entered)

    def posters(self) -> tuple[Poster, ...]:
        """Campaigns that run in this store now."""
        return self._context.ledger.run(lambda tx: posters(self._context.campaigns(tx)))

    def mine(self, visit: Visit, actor: Actor) -> Mine:
        """What the visit's member has and may do."""

        def found(tx: LedgerTx) -> Mine:
            actions = member_actions(self._context, tx, visit)
            campaigns = self._context.campaigns(tx)
            if visit.member is None or not visit.member.known:
                return Mine(None, actions, {}, (), (), offers=offers_now(campaigns, ""))
            own = mine(campaigns, visit.member.id, visit.channel, actions)
            events = gatherings(self._context, tx, visit)
            if visit.member.proven:
                return replace(own, prizes=claims_of(self._context, tx, visit.member.id), gatherings=events)
            alone = tuple(action for action in actions if actor.may(needs(action)))
            offers = offers_now(campaigns, "")
            return Mine(own.days, alone, own.stock, (), (), offers=offers, gatherings=events)

        return self._context.ledger.run(found)

    def points_history(self, visit: Visit) -> tuple[PointsLine, ...] | Refusal:
        """Points that came and went."""
        member = visit.member
        if member is None or not member.proven:
            return NOT_PROVEN
        return self._context.ledger.run(lambda tx: points_history(self._context.campaigns(tx), member.id))

    def why(self, visit: Visit) -> tuple[Explained, ...] | Refusal:
        """What happened to the member last, and why."""
        member = visit.member
        if member is None or not member.proven:
            return NOT_PROVEN
        return self._context.ledger.run(lambda tx: explain_member(self._context, tx, member.id))
