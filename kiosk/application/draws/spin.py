"""A spin: what pays for it, its slot and what that brings, in one transaction. There is no way back."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.campaigns import member_actions as actions
from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.context import Context
from kiosk.application.draws.claims import won_on_wheel
from kiosk.application.draws.current import running, usable
from kiosk.application.draws.wheel_outcomes import SpinWay, WayView
from kiosk.application.members.outcomes import MemberView
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.campaigns.facts import WHEEL_SPUN, Spun
from kiosk.domain.campaigns.gives import Spins
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.things import Wheel
from kiosk.domain.channels import Channel
from kiosk.domain.draws.held import HeldLease, TakenSlot
from kiosk.domain.draws.wheel_facts import WHEEL_SHOWN, WheelShown
from kiosk.domain.draws.wheel_stock import read_code
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class TapeWanted:
    """The tape of a lease has to be made first, outside of the transaction."""

    held: HeldLease


class NothingPaidError(Exception):
    """What was to bring a spin brought none: nothing of the transaction stays."""


def spin(
    context: Context, tx: LedgerTx, visit: Visit, campaign: str, wheel: str, way: SpinWay, actor: Actor
) -> TakenSlot | TapeWanted | Refusal:
    """Take the next slot for the visit's member. Raises NothingPaidError."""
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return Refusal(RefusalCode.NOT_PERMITTED)
    if visit.member is None:
        return Refusal(RefusalCode.MEMBER_NEEDED)
    if context.reference.may_not_win(visit.member.id):
        return Refusal(RefusalCode.MAY_NOT_WIN)
    campaigns = context.campaigns(tx)
    known = {(one.id, its.id): (one, its) for one, its in running(campaigns, visit.channel)}
    if (campaign, wheel) not in known:
        return Refusal(RefusalCode.ACTION_CLOSED)
    found, its = known[campaign, wheel]
    tapes = usable(context, tx, campaign, wheel)
    if isinstance(tapes, Refusal):
        return tapes
    paid = next((one for one in ways(campaigns, visit.member, found, its, visit.channel) if one.way is way), None)
    refusal = Refusal(RefusalCode.ACTION_CLOSED) if paid is None else paid.refusal
    if refusal is not None:
        return refusal
    held = tapes[0]
    tape = context.tapes.known(held.lease)
    if tape is None:
        return TapeWanted(held)
    if way is SpinWay.POINTS:
        _buy(campaigns, visit.member, its, found, visit.channel, actor)
    part, amount = read_code(tape.codes[held.used])
    price = its.tickets if way is SpinWay.TICKET else None
    body = Spun(
        member=visit.member.id,
        channel=str(visit.channel),
        ref=wheel,
        part=part,
        amount=amount,
        lease=held.lease,
        j=held.used,
        ticket=price.draw if price is not None else "",
        tickets=price.count if price is not None else 0,
    )
    _take(campaigns, body, actor)
    won_on_wheel(context, tx, found, wheel, part, held.lease, held.used, visit.member.id, actor)
    taken = tx.taken_slot(held.lease, held.used)
    assert taken is not None
    return taken


def _take(campaigns: Campaigns, body: Spun, actor: Actor) -> None:
    """Journal the slot, and what the rules make of it."""
    campaigns.state(body.member)
    campaigns.journal_rewards(campaigns.tx.append(WHEEL_SPUN, actor.id, WHEEL_SPUN.write(body)))


def shown(context: Context, tx: LedgerTx, lease: str, j: int, actor: Actor) -> bool:
    """The wheel has stopped at a slot. False: nobody took it here, or it was shown before."""
    slot = tx.taken_slot(lease, j)
    if slot is None or slot.shown:
        return False
    tx.append(WHEEL_SHOWN, actor.id, WHEEL_SHOWN.write(WheelShown(lease=lease, j=j)))
    return True


# -- what pays for a spin ----------------------------------------------------------------------------------------------


def ways(
    campaigns: Campaigns,
    member: MemberView,
    campaign: Campaign,
    wheel: Wheel,
    channel: Channel,
    *,
    barred: bool = False,
) -> tuple[WayView, ...]:
    """The ways in which a member may spin a wheel. `barred`: they may not win."""
    if not member.known or member.guest:
        # what somebody holds is taken at home
        return (WayView(SpinWay.FREE, refusal=Refusal(RefusalCode.AT_HOME_ONLY)),)
    if barred:
        return (WayView(SpinWay.FREE, refusal=Refusal(RefusalCode.MAY_NOT_WIN)),)
    state = campaigns.state(member.id)
    free = max(0, state.spins.get(wheel.id, 0))  # a void takes back spins that were used
    found = [WayView(SpinWay.FREE, 0, free, refusal=None if free > 0 else Refusal(RefusalCode.NO_SPINS))]
    if wheel.tickets is not None:
        price, have = wheel.tickets.count, max(0, state.tickets.get(wheel.tickets.draw, 0))
        short = None if have >= price else Refusal(RefusalCode.TICKETS_SHORT, {"need": price, "have": have})
        found.append(WayView(SpinWay.TICKET, price, have, _draw(campaign, wheel.tickets.draw), _proven(member, short)))
    bought = purchase(campaigns, member, campaign, wheel, channel)
    if bought is not None:
        points = state.points_at(campaigns.wall)
        found.append(WayView(SpinWay.POINTS, bought.points, points, bought.name, bought.refusal))
    return tuple(found)


def _proven(member: MemberView, refusal: Refusal | None) -> Refusal | None:
    """What somebody saved up is used by nobody who only typed their number."""
    return refusal or (None if member.proven else Refusal(RefusalCode.MEMBER_NOT_PROVEN))


def _draw(campaign: Campaign, draw: str) -> LocalText | None:
    return next((one.name for one in campaign.draws if one.id == draw), None)


def sells_spins(campaign: Campaign, wheel: Wheel) -> frozenset[str]:
    """Items of the points mall that are spins of a wheel."""
    return frozenset(
        rule.when.ref
        for rule in campaign.rules
        if rule.when.event is Trigger.POINTS_SPENT
        and rule.when.ref is not None
        and any(isinstance(give, Spins) and give.wheel == wheel.id for give in rule.give)
    )


def purchase(
    campaigns: Campaigns, member: MemberView, campaign: Campaign, wheel: Wheel, channel: Channel
) -> MemberAction | None:
    """How spins of a wheel are had for points; what is possible first. None: they are not for sale."""
    refs = sells_spins(campaign, wheel)
    if not refs:
        return None
    offered = actions.member_actions(
        campaigns, member.id, channel, proven=member.proven, vouched=member.vouched
    )  # fmt: skip
    return next((one for one in offered if one.kind is ActionKind.MALL and one.ref in refs), None)


def _buy(
    campaigns: Campaigns, member: MemberView, wheel: Wheel, campaign: Campaign, channel: Channel, actor: Actor
) -> None:
    offered = purchase(campaigns, member, campaign, wheel, channel)
    if offered is None:
        raise NothingPaidError
    brought = actions.act(
        campaigns, member.id, channel, offered, actor, 0, proven=member.proven, vouched=member.vouched
    )  # fmt: skip
    if isinstance(brought, Refusal) or campaigns.state(member.id).spins.get(wheel.id, 0) < 1:
        raise NothingPaidError
