"""Whether a recommendation counts, by everything that is known here: refused, held for somebody to look at, or good.

All of it works without HQ. What HQ knows beyond (the same phone at another store, another referrer first) it says when
it has the facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.context import Context
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.registration.known import member_of
from kiosk.application.registration.outcomes import ReferralOutcome
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.people import HELD
from kiosk.domain.members.masking import mask_name
from kiosk.domain.registration.person import Person
from kiosk.domain.registration.referral import Held, Refused, Verdict
from kiosk.domain.staff.actors import CUSTOMER, Actor

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
_MOST_FRIENDS = 200
"""Friends of a referrer whose phones are compared, the latest."""
_FAMILY_LEAVES_OUT = 2


def judge_referral(
    context: Context, tx: LedgerTx, campaigns: Campaigns, person: Person, referrer: str, actor: Actor
) -> ReferralOutcome:
    """What becomes of `referrer`'s recommendation of somebody who is about to be registered. Their history must have
    been recalled."""
    row = member_of(context, tx, referrer)
    name = mask_name(row.name) if row is not None else ""
    if row is not None and not (row.name or row.phone):
        return ReferralOutcome(Verdict.REFUSED, (Refused.ERASED,))
    if row is not None and row.phone == person.phone:
        return ReferralOutcome(Verdict.REFUSED, (Refused.SELF,), name)
    asked = campaigns.happening(HappeningKind.REGISTERED, person.member, actor.channel, actor.id)
    asked = asked._replace(other=referrer, detail={"household": person.household})
    refused = campaigns.fold.referral_refused(asked)
    if refused:
        return ReferralOutcome(Verdict.REFUSED, (refused,), name)
    held = tuple(dict.fromkeys(_held(context, tx, campaigns, person, referrer, actor)))
    return ReferralOutcome(Verdict.HELD if held else Verdict.ACCEPTED, held, name)


def _held(
    context: Context, tx: LedgerTx, campaigns: Campaigns, person: Person, referrer: str, actor: Actor
) -> Iterator[Held]:
    most = context.reference.registration_policy().most_an_hour
    now = context.now_ms()
    family = person.phone[:-_FAMILY_LEAVES_OUT]
    past = campaigns.fold.happenings(referrer)
    friends = [one for one in past if one.kind is HappeningKind.REFEREE_REGISTERED and one.part in ("", HELD)]
    for other in (referrer, *(one.other for one in friends[-_MOST_FRIENDS:])):
        row = member_of(context, tx, other)
        if row is not None and row.phone[:-_FAMILY_LEAVES_OUT] == family:
            yield Held.PHONE_FAMILY
            break
    if sum(now - one.at < HOUR_MS for one in friends) >= most.referrer:
        yield Held.TOO_MANY
    lately = [one for one in tx.enrolled_since(now - DAY_MS) if one.referrer and one.actor == actor.id]
    beyond = most.device if actor.id == CUSTOMER else most.clerk
    if (
        sum(now - one.at_ms < HOUR_MS for one in lately) >= beyond
        or sum(one.referrer == referrer for one in lately) >= beyond
    ):
        yield Held.DEVICE_FARMING if actor.id == CUSTOMER else Held.CLERK_FARMING
