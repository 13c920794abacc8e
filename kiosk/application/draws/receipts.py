"""What proves a slot: a KD1 receipt that this terminal signs, and what is printed of it."""

from __future__ import annotations

import logging
from datetime import timedelta

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.context import Context
from kiosk.application.draws.wheel_views import prize_name
from kiosk.application.registration.passes import link_to, page_beside
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import Wheel
from kiosk.domain.documents.result_slip import ResultSlip
from kiosk.domain.draws.batch import grouped
from kiosk.domain.draws.held import HeldLease, TakenSlot
from kiosk.domain.draws.sealed import SealedTape
from kiosk.domain.draws.wheel_stock import slot_code
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.domain.tokens import DrawKind, DrawReceiptClaims

log = logging.getLogger(__name__)

GOOD_FOR = timedelta(days=2 * 365 + 1)
"""A receipt proves for as long as the law has results kept."""
_SECOND = 1_000


def receipt_of(context: Context, device: str, held: HeldLease, tape: SealedTape, slot: TakenSlot) -> str:
    """The code of a slot, the same whenever it is asked for; "" where this terminal cannot sign."""
    issued = instant(slot.at // _SECOND * _SECOND)
    try:
        claims = DrawReceiptClaims(
            issuer=device,
            key_id=context.signer.key_id(),
            issued=issued,
            expires=issued + GOOD_FOR,
            draw_kind=DrawKind.WHEEL,
            draw=held.lease,
            index=slot.j,
            size=held.size,
            salt=tape.salt(slot.j),
            path=tape.path(slot.j),
            root=bytes.fromhex(held.root),
            code=slot_code(slot.part, slot.amount),
        )
        return context.signer.sign(claims)
    except LookupError as error:
        log.info("no receipt is signed here: %s", error)
        return ""


def receipt_link(context: Context, receipt: str) -> str:
    """The address under which HQ's page checks a receipt, for any phone; "" where HQ has none."""
    brand = context.reference.brand()
    return link_to(brand.pages if brand is not None else "", receipt, "/d/") if receipt else ""


def draws_address(context: Context) -> str:
    """Where everybody reads about draws and checks them, to be read off paper; "" where HQ has no page for phones."""
    brand = context.reference.brand()
    return page_beside(brand.pages if brand is not None else "", "/draws").partition("://")[2]


def result_slip(
    campaigns: Campaigns, campaign: Campaign | None, wheel: Wheel | None, slot: TakenSlot, root: str, member: str
) -> ResultSlip:
    """What is printed of a slot; its code is put in by who makes it. `member`: masked."""
    prize = next((one for one in wheel.prizes if one.code == slot.part), None) if wheel is not None else None
    won = prize is None or not prize.thanks
    legal = campaign.legal if campaign is not None else None
    claim = (legal.claim_method, legal.claim_conditions, legal.claim_time, legal.forfeiture) if legal else ()
    return ResultSlip(
        store=campaigns.store.name,
        zone=campaigns.store.zone,
        draw=wheel.name if wheel is not None else _plain(slot.wheel),
        at=instant(slot.at),
        code="",
        prize=prize_name(prize, slot) if won else None,
        currency=campaign.currency if campaign is not None else "",
        value=(slot.amount or (prize.best if prize is not None else 0)) if won else 0,
        claim=tuple(one for one in claim if one is not None) if won else (),
        member=member,
        fingerprint=grouped(root),
    )


def _plain(text: str) -> LocalText:
    return LocalText(text, text, text)
