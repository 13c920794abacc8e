"""Prizes that somebody has to get, at a terminal: who may hand them over, and that it is done once.

A wheel's prize is handed over where it was won, with or without HQ; for any other HQ is asked first, between two
transactions, and what it allowed is journalled before anybody is given anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kiosk.application.context import Context, here
from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.ports.ledger import Identity, LedgerTx
from kiosk.application.ports.remarks import KeptRemark
from kiosk.application.sales.rights import rights_usable
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import Draw, Wheel
from kiosk.domain.channels import Channel
from kiosk.domain.draws import taxes
from kiosk.domain.draws.claim_facts import (
    CLAIM_ADDRESSED,
    CLAIM_CHECKED,
    CLAIM_DUE,
    CLAIM_FORFEITED,
    CLAIM_HANDED,
    CLAIM_SHIPPED,
    AddressedBody,
    CheckedBody,
    DueBody,
    Forfeit,
    ForfeitedBody,
    HandedBody,
    How,
    ShippedBody,
)
from kiosk.domain.draws.claims import DAY_MS, Claim, Standing, joined, wheel_claim
from kiosk.domain.draws.leftovers import is_handed_over
from kiosk.domain.members.masking import mask_name
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.remarks.remark import SALT_BYTES, commitment, read_remark
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant

MOST_SHOWN = 200
LEAST_ADDRESS = 6
"""Characters: a street and a number are no fewer."""


def won_on_wheel(
    context: Context,
    tx: LedgerTx,
    campaign: Campaign,
    wheel: str,
    prize: str,
    lease: str,
    j: int,
    member: str,
    actor: Actor,
) -> None:
    """A slot of a wheel was taken: what has to be handed over for it is due, in the same transaction. Of a station
    without staff any terminal may hand it over, with HQ's leave."""
    found = next((one for one in campaign.wheels if one.id == wheel), None)
    what = next((one for one in found.prizes if one.code == prize), None) if found is not None else None
    if what is None or not is_handed_over(campaign, wheel, what):
        return
    _identity, store = here(context, tx)
    percent = taxes.usual_percent(campaign.jurisdiction, what.value)
    body = DueBody(
        claim=wheel_claim(lease, j),
        member=member,
        campaign=campaign.id,
        source=wheel,
        prize=prize,
        store=store.id,
        value=what.value,
        currency=campaign.currency,
        jurisdiction=str(campaign.jurisdiction),
        percent=percent,
        until=context.now_ms() + campaign.legal.claim_days * DAY_MS,
        identity=taxes.needs_identity(campaign.jurisdiction, what.value, percent),
        anywhere=actor.channel is Channel.SELF_SERVICE,
    )
    tx.append(CLAIM_DUE, actor.id, CLAIM_DUE.write(body))


# -- seen --------------------------------------------------------------------------------------------------------------


def claims_of(context: Context, tx: LedgerTx, member: str) -> tuple[ClaimView, ...]:
    """A member's prizes that are due, or were over lately, those that are due first."""
    known = (*context.prizes.looked_at(), *context.reference.prizes_told())
    told = {one.id: one for one in known if one.due.member == member}
    own = {one.id: one for one in tx.prizes_said(tx.prizes_of(member))}
    return _views(context, tx, (joined(own.get(one), told.get(one)) for one in {**told, **own}))


def claims_due(context: Context, tx: LedgerTx) -> tuple[ClaimView, ...]:
    """All that are due at this store, the one whose time ends first before the others."""
    told = {one.id: one for one in context.reference.prizes_told()}
    own = {one.id: one for one in tx.prizes_said(tx.prizes_due(MOST_SHOWN))}
    views = _views(context, tx, (joined(own.get(one), told.get(one)) for one in {**told, **own}))
    return tuple(sorted((one for one in views if not one.over), key=lambda one: one.until))[:MOST_SHOWN]


def claim_of(context: Context, tx: LedgerTx, claim: str) -> ClaimView | Refusal:
    """One of them. PRIZE_UNKNOWN: nobody here has such a prize."""
    found = _known(context, tx, claim)
    if found is None:
        return Refusal(RefusalCode.PRIZE_UNKNOWN)
    return _view(context, tx, found)


def _known(context: Context, tx: LedgerTx, claim: str) -> Claim | None:
    told = next((one for one in context.reference.prizes_told() if one.id == claim), None)
    told = told or next((one for one in context.prizes.looked_at() if one.id == claim), None)
    own = next(iter(tx.prizes_said([claim])), None)
    found = joined(own, told)
    return _as_said_here(tx, found) if found is not None else None


def _as_said_here(tx: LedgerTx, found: Claim) -> Claim:
    """With what this terminal said of it since HQ told."""
    claim = found.id
    if found.over:
        return found
    ended, resident, address = tx.prizes_ended(claim), tx.prizes_checked(claim), tx.prizes_addressed(claim)
    if address and not found.address:
        found = replace(found, address=address)
    if ended:
        # this terminal did it with HQ's leave, and HQ has not told of it yet
        return replace(found, standing=Standing(ended))
    return found if resident is None else replace(found, checked=True, resident=resident)


def _views(context: Context, tx: LedgerTx, claims: Iterable[Claim | None]) -> tuple[ClaimView, ...]:
    made = [_view(context, tx, _as_said_here(tx, one)) for one in claims if one is not None]
    return tuple(sorted(made, key=lambda one: (one.over, one.until)))


def _view(context: Context, tx: LedgerTx, claim: Claim) -> ClaimView:
    identity, store = here(context, tx)
    due = claim.due
    campaign = context.campaigns(tx).campaign(due.campaign) if due.campaign else None
    member = context.member(due.member)
    name, source = names(campaign, due)
    tax = taxes.withheld(due.jurisdiction, due.currency, due.value, due.percent, resident=claim.resident)
    return ClaimView(
        claim.id,
        due.member,
        mask_name(member.name) if member is not None else "",
        name,
        source,
        campaign.name if campaign is not None else None,
        claim.standing,
        instant(claim.since),
        instant(due.until),
        due.value,
        due.currency,
        tax.tax,
        due.identity,
        claim.checked,
        claim.resident,
        due.jurisdiction,
        (claim.terminal or claim.holder) if claim.holder not in ("", identity.device) else "",
        claim.late(context.now_ms()),
        instant(claim.ended) if claim.ended else None,
        {one.id: one.name for one in tx.staff()}.get(claim.by, claim.by),
        claim.how,
        store.zone,
        bool(claim.address),
    )


def names(campaign: Campaign | None, due: DueBody) -> tuple[LocalText, LocalText]:
    """The names of a prize, and of the wheel or draw it was won in."""
    plain = due.name or due.prize
    name = LocalText(plain, plain, plain)
    source = LocalText(due.source, due.source, due.source)
    things: tuple[Wheel | Draw, ...] = (*campaign.wheels, *campaign.draws) if campaign is not None else ()
    for thing in things:
        if thing.id == due.source:
            found = next((one.name for one in thing.prizes if one.code == due.prize), name)
            return found, thing.name
    return name, source


# -- done --------------------------------------------------------------------------------------------------------------


def check_identity(context: Context, tx: LedgerTx, claim: str, actor: Actor, *, resident: bool) -> ClaimView | Refusal:
    """A document was looked at; nothing of it is kept but that it was, and whether the winner lives here."""
    found = _open(context, tx, claim, actor)
    if isinstance(found, Refusal):
        return found
    if not found.checked or found.resident != resident:
        tx.append(CLAIM_CHECKED, actor.id, CLAIM_CHECKED.write(CheckedBody(claim=claim, resident=resident)))
    return claim_of(context, tx, claim)


def must_ask(context: Context, tx: LedgerTx, claim: str, actor: Actor) -> bool | Refusal:
    """Before anything is handed over: whether HQ has to be asked; why it cannot be at all."""
    found = _open(context, tx, claim, actor)
    if isinstance(found, Refusal):
        return found
    if found.address:
        return Refusal(RefusalCode.PRIZE_SENT)
    if found.due.identity and not found.checked:
        return Refusal(RefusalCode.PRIZE_DOCUMENT)
    identity, _store = here(context, tx)
    return not (_holds(found, identity) and rights_usable(context, tx))


def _why_not(context: Context, tx: LedgerTx, claim: str, actor: Actor, *, allowed: bool) -> Refusal | None:
    needed = must_ask(context, tx, claim, actor)
    if isinstance(needed, Refusal):
        return needed
    return Refusal(RefusalCode.PRIZE_OFFLINE) if needed and not allowed else None


def hand_over(
    context: Context, tx: LedgerTx, claim: str, how: How, actor: Actor, *, allowed: bool, signature: str = ""
) -> ClaimView | Refusal:
    """The winner has it. `allowed`: HQ says so; without, only who holds the claim may. `signature`: what they drew on
    the screen (`domain.remarks.strokes`): the fact commits to it, and it goes its own way, where it can be erased."""
    why = _why_not(context, tx, claim, actor, allowed=allowed)
    found = _known(context, tx, claim)
    if why is not None or found is None:
        return why or Refusal(RefusalCode.PRIZE_UNKNOWN)
    name = ""
    if signature:
        salt = context.randomness.bytes(SALT_BYTES)
        name = commitment(salt, signature)
    body = HandedBody(claim=claim, how=How.SCREEN if name else how, tax=_tax(context, tx, claim), signature=name)
    tx.append(CLAIM_HANDED, actor.id, CLAIM_HANDED.write(body))
    if name:
        tx.keep_remark(KeptRemark(name, found.due.member, salt, signature))
    return claim_of(context, tx, claim)


def send_to(
    context: Context, tx: LedgerTx, claim: str, address: str, actor: Actor, *, winner: str = ""
) -> ClaimView | Refusal:
    """The winner wants it sent there: HQ does, and nobody hands it over any more. The fact commits to the address,
    which goes its own way and can be erased. `winner`: the member who asks for it themselves, having proved who they
    are."""
    found = _open(context, tx, claim, actor, winner=winner)
    if isinstance(found, Refusal):
        return found
    if found.due.identity and not found.checked:
        return Refusal(RefusalCode.PRIZE_DOCUMENT)
    text = read_remark(address)
    if len(text) < LEAST_ADDRESS:
        return Refusal(RefusalCode.PRIZE_ADDRESS)
    salt = context.randomness.bytes(SALT_BYTES)
    name = commitment(salt, text)
    tx.append(CLAIM_ADDRESSED, actor.id, CLAIM_ADDRESSED.write(AddressedBody(claim=claim, address=name)))
    tx.keep_remark(KeptRemark(name, found.due.member, salt, text))
    return claim_of(context, tx, claim)


def ship(
    context: Context, tx: LedgerTx, claim: str, parcel: str, actor: Actor, *, allowed: bool
) -> ClaimView | Refusal:
    """It is on its way to the winner."""
    why = _why_not(context, tx, claim, actor, allowed=allowed)
    if why is not None:
        return why
    body = ShippedBody(claim=claim, parcel=parcel.strip()[:64], tax=_tax(context, tx, claim))
    tx.append(CLAIM_SHIPPED, actor.id, CLAIM_SHIPPED.write(body))
    return claim_of(context, tx, claim)


def decline(context: Context, tx: LedgerTx, claim: str, actor: Actor, *, allowed: bool) -> ClaimView | Refusal:
    """The winner does not want it: it goes on by the published rule."""
    found = _open(context, tx, claim, actor)
    if isinstance(found, Refusal):
        return found
    identity, _store = here(context, tx)
    if not (_holds(found, identity) and rights_usable(context, tx)) and not allowed:
        return Refusal(RefusalCode.PRIZE_OFFLINE)
    body = ForfeitedBody(claim=claim, reason=Forfeit.DECLINED)
    tx.append(CLAIM_FORFEITED, actor.id, CLAIM_FORFEITED.write(body))
    return claim_of(context, tx, claim)


def _tax(context: Context, tx: LedgerTx, claim: str) -> int:
    found = _known(context, tx, claim)
    assert found is not None
    due = found.due
    return taxes.withheld(due.jurisdiction, due.currency, due.value, due.percent, resident=found.resident).tax


def _holds(claim: Claim, identity: Identity) -> bool:
    return claim.holder == identity.device


def _open(context: Context, tx: LedgerTx, claim: str, actor: Actor, *, winner: str = "") -> Claim | Refusal:
    """A claim of which something can be done: by staff, or by who won it."""
    if not winner and not actor.may(Permission.SERVE):
        return Refusal(RefusalCode.NOT_PERMITTED)
    found = _known(context, tx, claim)
    if found is None or (winner and found.due.member != winner):
        return Refusal(RefusalCode.PRIZE_UNKNOWN)
    if found.over:
        by = {one.id: one.name for one in tx.staff()}.get(found.by, found.by)
        args: dict[str, ArgValue] = {
            "other": found.standing.value,
        }
        if found.ended:
            args |= {"at": instant(found.ended), "clerk": by}
        return Refusal(RefusalCode.PRIZE_OVER, args)
    if found.late(context.now_ms()):
        return Refusal(RefusalCode.PRIZE_LATE, {"until": instant(found.due.until)})
    identity, _store = here(context, tx)
    if found.holder not in ("", identity.device):
        return Refusal(RefusalCode.PRIZE_ELSEWHERE, {"terminal": found.terminal or found.holder})
    return found
