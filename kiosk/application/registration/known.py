"""Who has a phone already: this store's members, newcomers of this terminal, and others as far as HQ told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.lookups import Ask
from kiosk.application.registration.outcomes import KnownHere
from kiosk.application.sync.outcomes import Link
from kiosk.domain.members.masking import mask_name, mask_phone
from kiosk.domain.members.member import Member
from kiosk.domain.registration.person import newcomer_row
from kiosk.domain.registration.phones import PhoneRead, country_of, read_phone
from kiosk.domain.stores import Store


def online(context: Context) -> bool:
    """Whether HQ can be asked, as far as the sync knows."""
    return context.sync_status().link is Link.ONLINE


def phone_read(context: Context, store: Store, text: str) -> PhoneRead:
    """The phone that was typed, as the chain reads it."""
    policy = context.reference.registration_policy()
    return read_phone(text, country_of(store.currency), policy.countries)


def who_has(context: Context, text: str) -> tuple[KnownHere, ...]:
    """Members with a phone. HQ is asked while it can be; it has the last word on who is another store's."""

    def found(tx: LedgerTx) -> tuple[str, tuple[KnownHere, ...]]:
        _identity, store = here(context, tx)
        phone = phone_read(context, store, text).e164
        return phone, tuple(known(member, store) for member in having(context, tx, phone)) if phone else ()

    phone, at_once = context.ledger.run(found)
    if not phone or not online(context):
        return at_once
    context.lookups.look_up(Ask(phone=phone))  # what HQ tells is in the reference then
    return context.ledger.run(found)[1]


def having(context: Context, tx: LedgerTx, phone: str) -> Sequence[Member]:
    """Members with a phone (E.164), this store's first; of one who was merged into another who stays, as far as that is
    known here."""
    identity = tx.identity()
    assert identity is not None
    found = {row.id: row for row in context.reference.members_with_phone(phone)}
    for kept in tx.people_with(phone):
        newcomer = newcomer_row(kept.data, identity.store, kept.at_ms)
        if newcomer is not None:
            found.setdefault(newcomer.id, newcomer)
    for row in context.reference.guests_with_phone(phone, context.now_ms()):
        found.setdefault(row.id, row)
    standing = (_who_stays(context, row, found) for row in found.values())
    return list({row.id: row for row in standing}.values())


def _who_stays(context: Context, row: Member, beside: Mapping[str, Member]) -> Member:
    seen: set[str] = set()
    while row.merged_into and row.id not in seen:
        seen.add(row.id)
        into = beside.get(row.merged_into) or context.member(row.merged_into)
        if into is None:
            return row
        row = into
    return row


def known(member: Member, store: Store) -> KnownHere:
    """As they may be shown."""
    return KnownHere(
        member.id, mask_name(member.name), mask_phone(member.phone), member.home_store, member.home_store == store.id
    )


def member_of(context: Context, tx: LedgerTx, member: str) -> Member | None:
    """A member by id: this store's, a newcomer of this terminal, or another's as HQ told."""
    identity = tx.identity()
    assert identity is not None
    row, kept = context.member(member), tx.person(member)
    return row or (newcomer_row(kept.data, identity.store, kept.at_ms) if kept is not None else None)
