"""Wheels, prizes and slots as they may be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.reward_views import plain, reward_views
from kiosk.application.context import Context
from kiosk.application.draws.current import running, usable
from kiosk.application.draws.prize_kinds import with_kind, with_kinds
from kiosk.application.draws.spin import ways
from kiosk.application.draws.wheel_outcomes import PrizeView, Spun, WayView, WheelView, Winner
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import Wheel, WheelPrize
from kiosk.domain.channels import Channel
from kiosk.domain.draws.beacon import QUICKNET
from kiosk.domain.draws.claims import Standing, is_wheels, lease_of
from kiosk.domain.draws.held import HeldLease, TakenSlot
from kiosk.domain.draws.wheel_stock import read_code
from kiosk.domain.members.masking import mask_name
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant

_TURNS_MS = 30_000
"""So long after a win at another terminal nobody reads of it: its wheel still turns."""


def wheels(context: Context, tx: LedgerTx, visit: Visit | None) -> tuple[WheelView, ...]:
    """Wheels that run here now."""
    campaigns = context.campaigns(tx)
    channel = visit.channel if visit is not None else Channel.SELF_SERVICE
    return tuple(with_kinds(_wheel(context, tx, campaigns, visit, *one), *one) for one in running(campaigns, channel))


def _wheel(
    context: Context, tx: LedgerTx, campaigns: Campaigns, visit: Visit | None, campaign: Campaign, wheel: Wheel
) -> WheelView:
    tapes = usable(context, tx, campaign.id, wheel.id)
    good = [] if isinstance(tapes, Refusal) else tapes
    first = good[0] if good else None
    told, told_at = context.reference.wheel_left(campaign.id, wheel.id), context.sync_status().last_sync
    return WheelView(
        campaign=campaign.id,
        id=wheel.id,
        campaign_name=campaign.name,
        name=wheel.name,
        look=wheel.look,
        fields=fields(tx, wheel, good, told),
        currency=campaign.currency,
        ways=_ways(context, campaigns, visit, campaign, wheel),
        refusal=tapes if isinstance(tapes, Refusal) else None,
        left=sum(one.left for one in good),
        root=first.root if first is not None else "",
        public_beacon=first is None or is_public(first),
        told_at=told_at if told else None,
    )


def _ways(
    context: Context, campaigns: Campaigns, visit: Visit | None, campaign: Campaign, wheel: Wheel
) -> tuple[WayView, ...]:
    if visit is None or visit.member is None:
        return ()
    barred = context.reference.may_not_win(visit.member.id)
    return ways(campaigns, visit.member, campaign, wheel, visit.channel, barred=barred)


def is_public(held: HeldLease) -> bool:
    """Whether a lease rests on the public beacon."""
    beacon = held.body.get("beacon")
    return isinstance(beacon, dict) and beacon.get("chain") == QUICKNET.hash


def fields(
    tx: LedgerTx, wheel: Wheel, tapes: Sequence[HeldLease], told: Mapping[str, tuple[int, int]]
) -> tuple[PrizeView, ...]:
    """The prizes of a wheel, how many of each are in the tapes that are spun, and how many (`told`, by code) HQ says
    that nobody has won."""
    total: dict[str, int] = {}
    taken: dict[str, int] = {}
    for held in tapes:
        for count in held.body["counts"]:
            prize, _amount = read_code(count["code"])
            total[prize] = total.get(prize, 0) + count["n"]
        for code, many in tx.taken_counts(held.lease).items():
            prize, _amount = read_code(code)
            taken[prize] = taken.get(prize, 0) + many
    chain: dict[str, int] = {}
    for code, (left, _whole) in told.items():
        prize, _amount = read_code(code)
        chain[prize] = chain.get(prize, 0) + left
    return tuple(
        replace(
            prize_view(one, max(0, total.get(one.code, 0) - taken.get(one.code, 0)), total.get(one.code, 0)),
            everywhere=chain.get(one.code),
        )
        for one in wheel.prizes
    )


def prize_view(prize: WheelPrize, left: int = 0, total: int = 0) -> PrizeView:
    """A field of a wheel."""
    return PrizeView(prize.code, prize.name, left, total, prize.best, prize.thanks, prize.packets is not None)


def prize_name(prize: WheelPrize | None, slot: TakenSlot) -> LocalText:
    """What a slot's prize is called; its code where its campaign is not known any more."""
    return prize.name if prize is not None else plain(slot.part)


def wheel_of(campaigns: Campaigns, campaign: str, wheel: str) -> tuple[Campaign | None, Wheel | None]:
    """A wheel as its campaign stands now, whether it runs or not."""
    found = campaigns.campaign(campaign)
    its = next((one for one in found.wheels if one.id == wheel), None) if found is not None else None
    return found, its


def masked(context: Context, member: str) -> str:
    """A member's name as it may be shown; "" of who is not known (any more)."""
    row = context.member(member)
    return mask_name(row.name) if row is not None else ""


def spun(context: Context, campaigns: Campaigns, slot: TakenSlot) -> Spun:
    """A slot that is taken, with what it brought; not yet with what proves it."""
    campaign, wheel = wheel_of(campaigns, slot.campaign, slot.wheel)
    prizes = wheel.prizes if wheel is not None else ()
    at = next((place for place, one in enumerate(prizes) if one.code == slot.part), 0)
    prize = next((one for one in prizes if one.code == slot.part), None)
    happening = f"{campaigns.identity.device}/{slot.stamp:x}"
    rewards = [one for one in campaigns.state(slot.member).rewards.values() if one.happening == happening]
    view = prize_view(prize) if prize is not None else PrizeView(slot.part, plain(slot.part), 0, 0)
    return Spun(
        campaign=slot.campaign,
        wheel=slot.wheel,
        lease=slot.lease,
        j=slot.j,
        field=at,
        prize=with_kind(view, campaign, wheel),
        rewards=reward_views(campaigns, rewards, slot.member),
        at=instant(slot.at),
        receipt="",
        link="",
        amount=slot.amount,
        member=masked(context, slot.member),
        shown=bool(slot.shown),
    )


def winners(context: Context, tx: LedgerTx, campaign: str, wheel: str, limit: int) -> tuple[Winner, ...]:
    """Prizes that were shown here, without thanks, and those of the store's other terminals of which HQ told: things
    that somebody has to get. The newest first."""
    here = _winners_here(context, tx, campaign, wheel, limit)
    elsewhere = _winners_elsewhere(context, tx, campaign, wheel)
    return tuple(sorted((*here, *elsewhere), key=lambda one: one.at, reverse=True)[:limit])


def _winners_elsewhere(context: Context, tx: LedgerTx, campaign: str, wheel: str) -> Iterator[Winner]:
    campaigns, latest = context.campaigns(tx), context.now_ms() - _TURNS_MS
    for claim in context.reference.prizes_told():
        due = claim.due
        other = campaign not in ("", due.campaign) or wheel not in ("", due.source)
        if other or not is_wheels(claim.id) or claim.standing is Standing.FORFEITED or claim.since > latest:
            continue
        if tx.wheel_lease(lease_of(claim.id)) is not None:
            continue  # of this terminal's own tapes: shown when the wheel has come to rest
        _campaign, its = wheel_of(campaigns, due.campaign, due.source)
        prize = next((one for one in its.prizes if one.code == due.prize), None) if its is not None else None
        name = prize.name if prize is not None else plain(due.name or due.prize)
        yield Winner(instant(claim.since), masked(context, due.member), name, value=due.value)


def _winners_here(context: Context, tx: LedgerTx, campaign: str, wheel: str, limit: int) -> list[Winner]:
    campaigns = context.campaigns(tx)
    known = list({edition.campaign.id: edition.campaign for edition in campaigns.engine.editions}.values())
    thanks = [f"{one.id}/{its.id}/{p.code}" for one in known for its in one.wheels for p in its.prizes if p.thanks]
    found = []
    for slot in tx.newest_slots(campaign, wheel, thanks, limit):
        _campaign, its = wheel_of(campaigns, slot.campaign, slot.wheel)
        prize = next((one for one in its.prizes if one.code == slot.part), None) if its is not None else None
        value = slot.amount or (prize.value if prize is not None else 0)
        found.append(
            Winner(instant(slot.at), masked(context, slot.member), prize_name(prize, slot), slot.amount, value)
        )
    return found
