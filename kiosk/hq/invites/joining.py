"""Whoever came by an invitation and proved their phone becomes a member, in one transaction, as in the store: the fact,
the person beside it, and what campaigns give for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.channels import Channel
from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.members.facts import MEMBER_REGISTERED, Registered
from kiosk.domain.members.member import Member
from kiosk.domain.registration.newcomers import Newcomer
from kiosk.domain.registration.person import SALT_BYTES, commitment, member_row
from kiosk.domain.registration.policy import RegistrationPolicy
from kiosk.domain.registration.referral import Held, How, Refused
from kiosk.domain.time import instant
from kiosk.hq.campaigns import happenings, recount
from kiosk.hq.context import Context
from kiosk.hq.invites.invitation import Invitation
from kiosk.hq.projections.registrations import registered
from kiosk.hq.put_rows import put_rows
from kiosk.hq.registration import persons
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, published_rows, rows_there
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import CouponRow

_HOUR_MS = 3_600_000
_MOST_FRIENDS = 200
"""Friends of a referrer whose phones are compared, the latest."""
_FAMILY_LEAVES_OUT = 2
"""Last digits of a phone that those bought together differ by."""
_TEMPLATES = Bucket(CHAIN, "templates")


@dataclass(frozen=True, slots=True)
class Joined:
    """A new member. `part`: why the recommendation does not count, `held` why somebody looks at it first."""

    row: Member
    rewards: tuple[Reward, ...]
    coupons: tuple[tuple[CouponRow, CouponTemplate], ...]
    part: str = ""
    held: tuple[str, ...] = ()


def join(context: Context, tx: Tx, invitation: Invitation, policy: RegistrationPolicy, new: Newcomer) -> Joined | None:
    """Make them a member, with a phone that was proved. The same again gives the same. None: their phone is another
    member's already."""
    assert invitation.store is not None
    assert invitation.campaign is not None
    person, store = new.person, invitation.store.id
    tx.hold([f"phone/{person.phone}"])
    again = joined(context, tx, person.member)
    if again is not None:
        return again
    if persons.having(context, tx, person.phone):
        return None
    salt, now = context.random.bytes(SALT_BYTES), context.clock.now_ms()
    body = Registered(
        member=person.member,
        channel=str(Channel.ONLINE),
        store=store,
        person=commitment(salt, person),
        proved=True,
        consents=new.consents,
        guardian=person.guardian is not None,
        other=invitation.referrer or invitation.asked,
        how=str(How.PAGE),
        campaign=invitation.campaign.id,
        part=None if invitation.referrer else str(Refused.ERASED),
        held=tuple(dict.fromkeys(map(str, _held(context, tx, invitation, policy, person.phone)))),
    )
    # their row first: what the rules give may depend on their birthday and household
    put_rows(context, tx, [RowChange(Bucket(store, "members"), person.member, member_row(person, store, instant(now)))])
    happenings.happened(context, tx, MEMBER_REGISTERED, MEMBER_REGISTERED.write(body))
    persons.keep(context, tx, store, person, salt, registered(tx, person.member, store))
    return joined(context, tx, person.member)


def joined(context: Context, tx: Tx, member: str) -> Joined | None:
    """Somebody who registered on the page, with what they got; None: nobody of that id."""
    found = published_rows(tx, "members", [member], Member).get(member)
    if found is None:
        return None
    store, row = found
    fact = registered(tx, member, store)
    if fact is None:
        return None
    rewards = tuple(recount.fold_of(context, tx).member(member).rewards.values())
    held = tuple(msgspec.json.decode(fact.held, type=list[str])) if fact.held else ()
    return Joined(row, rewards, tuple(_coupons(tx, store, rewards)), fact.part or "", held)


def _coupons(tx: Tx, store: str, rewards: Sequence[Reward]) -> Iterator[tuple[CouponRow, CouponTemplate]]:
    ids = [one for reward in rewards if reward.kind is RewardKind.COUPON for one in coupon_ids(reward)]
    rows = rows_there(tx, Bucket(store, "coupons"), ids, CouponRow)
    templates = rows_there(tx, _TEMPLATES, {row.coupon.template for row in rows.values()}, CouponTemplate)
    for name in ids:
        if name in rows and rows[name].coupon.template in templates:
            yield rows[name], templates[rows[name].coupon.template]


def _held(context: Context, tx: Tx, invitation: Invitation, policy: RegistrationPolicy, phone: str) -> Iterator[Held]:
    """Why somebody looks at a recommendation first, by what HQ knows of who recommends."""
    if not invitation.referrer:
        return
    fold = recount.fold_of(context, tx)
    now = context.clock.now_ms()
    fold.member(invitation.referrer)
    past = fold.happenings(invitation.referrer)
    friends = [one for one in past if one.kind is HappeningKind.REFEREE_REGISTERED and not one.part]
    known = [invitation.referrer, *(one.other for one in friends[-_MOST_FRIENDS:])]
    rows = published_rows(tx, "members", known, Member).values()
    family = phone[:-_FAMILY_LEAVES_OUT]
    if any(row.phone[:-_FAMILY_LEAVES_OUT] == family for _store, row in rows):
        yield Held.PHONE_FAMILY
    if sum(now - one.at < _HOUR_MS for one in friends) >= policy.most_an_hour.referrer:
        yield Held.TOO_MANY
