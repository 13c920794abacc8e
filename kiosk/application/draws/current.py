"""Which tape is spun now, and what stands against spinning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.context import Context
from kiosk.application.ports.ledger import RESTORED, WAITS, LedgerTx
from kiosk.application.sync import clock_trust
from kiosk.application.sync.outcomes import Link
from kiosk.domain.campaigns.localtime import shown
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import Wheel
from kiosk.domain.channels import Channel
from kiosk.domain.draws.held import HeldLease
from kiosk.domain.journal import hlc
from kiosk.domain.refusals import Refusal, RefusalCode

_NOT_SPUN = (RESTORED, WAITS)
"""While one of these settings of the ledger is there, nobody here knows which slots were taken. (A terminal that was
shut down in good order goes on: nobody else can spin its tapes.)"""
_SECOND = 1_000


def running(campaigns: Campaigns, channel: Channel) -> Sequence[tuple[Campaign, Wheel]]:
    """Wheels that run in this store, at this place, now."""
    now = shown(campaigns.wall)
    found: dict[tuple[str, str], tuple[Campaign, Wheel]] = {}
    for campaign in campaigns.in_force() if campaigns.running else ():
        if campaign.wheels and _here(campaigns, campaign, now, channel):
            found |= {(campaign.id, wheel.id): (campaign, wheel) for wheel in campaign.wheels}
    return tuple(found.values())


def _here(campaigns: Campaigns, campaign: Campaign, now: datetime, channel: Channel) -> bool:
    in_time = campaign.starts <= now < campaign.ends
    in_store = not campaign.stores or campaigns.store.id in campaign.stores
    return in_time and in_store and (not campaign.channels or channel in campaign.channels)


def usable(context: Context, tx: LedgerTx, campaign: str, wheel: str) -> Sequence[HeldLease] | Refusal:
    """Tapes of a wheel that may be spun now, in the order they are spun; or why none may: not opened, not published,
    not yet or no longer good, or a clock or a ledger that cannot be trusted."""
    online = context.sync_status().link is Link.ONLINE
    if any(tx.meta(key) is not None for key in _NOT_SPUN):
        return Refusal(RefusalCode.WHEEL_NOT_READY)
    if not online and clock_trust.clock_behind(context.clock.now_ms(), tx.last_stamp(), tx.meta(clock_trust.MET)):
        return Refusal(RefusalCode.WHEEL_NOT_READY)
    acked, epoch, began = int(tx.meta("acked") or 0), int(tx.meta("epoch") or 0), tx.epoch_stamp()
    held = [one for one in tx.wheel_leases() if (one.campaign, one.wheel, one.closed) == (campaign, wheel, False)]
    # of an older epoch nobody here knows which slots were taken: also where its facts were carried into this one
    published = [one for one in held if one.epoch == epoch and one.stamp > began and one.opened_seq <= acked]
    good = [one for one in published if _in_time(context, tx, one)]
    if not good:
        return Refusal(RefusalCode.WHEEL_NOT_READY)
    return [one for one in good if one.left] or Refusal(RefusalCode.WHEEL_EMPTY)


def _in_time(context: Context, tx: LedgerTx, held: HeldLease) -> bool:
    """Whether a lease is good now. The latest of three clocks counts, so that none that is set back prolongs it: the
    wall, the newest fact's stamp, and since it was opened, in the same run of the machine, the monotonic one."""
    wall, off = context.now_ms(), context.sync_status().clock_off_ms or 0
    latest = max(wall, _newest_ms(tx) + off)
    if held.boot == context.clock.boot_id():
        latest = max(latest, held.at + max(0, context.clock.mono_ms() - held.mono))
    since, until = held.body.get("valid_from"), held.body.get("valid_to")
    if not isinstance(since, int) or not isinstance(until, int):
        return False
    return since * _SECOND <= wall and latest < until * _SECOND


def _newest_ms(tx: LedgerTx) -> int:
    """The newest fact's time, by the wall clock it was made by; where HQ was met after a clock that stood ahead, the
    time of the meeting (`clock_trust`)."""
    newest, met = hlc.milliseconds(tx.last_stamp()), tx.meta(clock_trust.MET)
    if met is not None:
        stamp, wall = map(int, met.split())
        if newest <= stamp + clock_trust.CLOCK_SLACK_MS:
            return wall
    return newest
