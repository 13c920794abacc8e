"""What happens at HQ itself, which it journals and judges like a terminal; and its daily look at every member."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from kiosk.domain.campaigns.conditions import KINDS
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.localtime import DAY, minutes, wall_minutes
from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.channels import Channel
from kiosk.domain.members.facts import MEMBER_REGISTERED, MEMBER_SWEPT
from kiosk.hq.campaigns import recount
from kiosk.hq.context import Context
from kiosk.hq.journalling import ACTOR, append
from kiosk.hq.leases import commands as leases
from kiosk.hq.projections import histories
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import published, sweep

_CHANNEL = str(Channel.HQ)
_LATER = 1 << 62


def happened(context: Context, tx: Tx, kind: str, body: Mapping[str, Any]) -> tuple[Reward, ...]:
    """Journal what a member did and what the rules give for it, to whomever. `channel` is "hq" unless the body says
    otherwise; `store` is where the member will be at home when HQ has no row of them yet. Raises ProjectionError on a
    body that does not fit the kind."""
    fold = recount.fold_of(context, tx)
    body = {"channel": _CHANNEL, **body}
    if kind == MEMBER_REGISTERED and body.get("other"):
        refused = _referral_refused(context, tx, body)
        body |= {"part": refused} if refused else {}
    for name in ("member", "other"):  # as they were before
        if body.get(name):
            fold.member(str(body[name]))
    made = append(context, tx, kind, body)
    effects = [effect for effect in fold.add(recount.happening_at_hq(tx, made)) if not effect.empty]
    for effect in effects:
        store = str(body.get("store") or "") if effect.member == body["member"] else ""
        recount.journal(context, tx, effect, made.hlc, store)
    return tuple(reward for effect in effects for reward in effect.granted)


def _referral_refused(context: Context, tx: Tx, body: Mapping[str, Any]) -> str:
    """Why a referral does not count; "" when it does. It is part of the fact: whoever reads it later needs no history
    of the referrer to know."""
    fold = recount.fold_of(context, tx)
    member = str(body["member"])
    now = context.clock.now_ms()
    asked = _happening(HappeningKind.REGISTERED, member, "", "UTC", now)
    fold.add(asked._replace(other=str(body["other"]), detail=dict(body)))
    return next(happening.part for happening in fold.happenings(member) if happening.id == asked.id)


def _happening(kind: HappeningKind, member: str, store: str, zone: str, now: int) -> Happening:
    order = (_LATER, leases.HQ, 0, 0, 0)
    return Happening(
        "asked", kind, order, now, wall_minutes(now, zone), store, leases.HQ, ACTOR, _CHANNEL, member=member
    )


# -- the daily look ---------------------------------------------------------------------------------------------------


def sweep_store(context: Context, tx: Tx, store: str, limit: int) -> int | None:
    """Look at the next `limit` members of a store, once per day of its clock: a fact `member.swept` is journalled for
    those to whom it brings something. Gives how many they were; None when the day's look is over, or no rule waits."""
    now = context.clock.now_ms()
    zone = histories.zone_of(tx, store)
    day = wall_minutes(now, zone) // DAY
    state = tx.execute(select(sweep).where(sweep.c.store == store)).one_or_none()
    after = state.after if state is not None and state.day == day else ""
    if (state is not None and state.day == day and state.done) or not _waited_for(context, tx, now, zone):
        return None
    members = _members(tx, store, after, limit)
    given = 0
    fold = recount.fold_of(context, tx)
    for member in members:
        given += _swept(context, tx, fold, _happening(HappeningKind.SWEPT, member, store, zone, now))
    done = int(len(members) < limit)
    row = {"store": store, "day": day, "after": members[-1] if members else after, "done": done}
    tx.upsert(sweep, [row])
    return given


def _swept(context: Context, tx: Tx, fold: Fold, happening: Happening) -> bool:
    decision = fold.quote(happening)
    if not (decision.rewards or decision.progress):
        return False
    happened(context, tx, MEMBER_SWEPT, {"member": happening.member})
    return True


def _waited_for(context: Context, tx: Tx, now: int, zone: str) -> bool:
    """Whether any rule of a campaign that runs wants to be asked."""
    wall = wall_minutes(now, zone)
    return any(
        edition.since <= now
        and (edition.until is None or now < edition.until)
        and minutes(edition.campaign.starts) <= wall < minutes(edition.campaign.ends)
        and any(HappeningKind.SWEPT in KINDS[rule.when.event] for rule in edition.campaign.rules)
        for edition in context.rules.of(tx).editions
    )


def _members(tx: Tx, store: str, after: str, limit: int) -> Sequence[str]:
    query = select(published.c.id).where(
        published.c.store == store,
        published.c.subject == "members",
        published.c.data.is_not(None),
        published.c.id > after,
    )
    return list(tx.execute(query.order_by(published.c.id).limit(limit)).scalars())
