"""What this terminal signs for members with its own key: a pass, and an invitation to hand on."""

from __future__ import annotations

import logging
from datetime import UTC, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.registration.codes import invite_code, pass_code
from kiosk.application.registration.known import member_of
from kiosk.application.registration.outcomes import Invite
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.tokens import Assurance

log = logging.getLogger(__name__)

INVITE_GOOD_FOR = timedelta(days=60)
"""At most; an invitation ends with its campaign."""
_REWARDED = frozenset({Trigger.REFERRED, Trigger.REFEREE_BOUGHT, Trigger.SHARE_BOUGHT})
_PAGES, _INVITES = "/p/", "/q/"
VOUCHERS = "/g/"
"""Where HQ has the pages of vouchers of value, as `place` of `link_to`."""


def pass_of(context: Context, tx: LedgerTx, member: str, *, proved: bool = False) -> str:
    """A member's pass; "" where this terminal cannot sign."""
    identity, _store = here(context, tx)
    sure = Assurance.POSSESSION if proved else Assurance.CLAIMED
    try:
        return pass_code(context.signer, identity.device, member, now=context.now(), assurance=sure)
    except LookupError as error:
        log.info("no pass is signed here: %s", error)
        return ""


def invite_of(context: Context, tx: LedgerTx, member: str, wanted: str) -> Invite | Refusal:
    """A member's invitation to a campaign that rewards recommendations; without `wanted` the first of them."""
    identity, store = here(context, tx)
    row = member_of(context, tx, member)
    if row is None or not (row.name or row.phone):
        return Refusal(RefusalCode.MEMBER_UNKNOWN)
    campaigns = context.campaigns(tx)
    asked = campaigns.in_force() if campaigns.running else ()
    found = next((one for one in asked if wanted in ("", one.id) and _rewards_friends(one)), None)
    if found is None:
        return Refusal(RefusalCode.NO_INVITES)
    now = context.now()
    ends = found.ends.replace(tzinfo=ZoneInfo(store.zone)).astimezone(UTC)
    until = min(ends, now + INVITE_GOOD_FOR).replace(microsecond=0)
    try:
        token = invite_code(context.signer, identity.device, member, found.id, now=now, until=until)
    except LookupError as error:
        log.info("no invitation is signed here: %s", error)
        return Refusal(RefusalCode.NO_INVITES)
    brand = context.reference.brand()
    return Invite(token, link_to(brand.pages if brand is not None else "", token), until, found.id, found.name)


def link_to(pages: str, token: str, place: str = _INVITES) -> str:
    """The address of an invitation's page, for a phone's camera; "" where HQ has none. `pages`: where HQ keeps papers
    for phones (`Brand.pages`), beside which invitations are, and at `place` the pages for other codes. In capitals
    where it may be: the symbol stays small."""
    if not pages.endswith(_PAGES):
        return ""
    base, said = pages.removesuffix(_PAGES), quote(token, safe=":$*-.")
    plain = base.partition("://")[2]
    return f"{base.upper()}{place.upper()}{said}" if "/" not in plain else f"{base}{place}{said}"


def page_beside(pages: str, place: str) -> str:
    """The address of another page of HQ's, as `place` says; "" where there is none. `pages`: as of `link_to`."""
    return pages.removesuffix(_PAGES) + place if pages.endswith(_PAGES) else ""


def _rewards_friends(campaign: Campaign) -> bool:
    return any(rule.when.event in _REWARDED for rule in campaign.rules)
