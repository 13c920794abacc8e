"""What an invitation is worth at HQ: whose it is, to which campaign, and why it may be worth nothing (any more)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.campaigns.localtime import minutes, wall_minutes
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.registration.phones import country_of
from kiosk.domain.stores import Store
from kiosk.domain.time import instant
from kiosk.domain.tokens import InviteClaims, ReadToken, TokenProblem, TokenRefusal
from kiosk.hq.context import Context
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows, published_row, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.terminals import public_keys
from kiosk.hq.tokens import keys
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader
from kiosk.protocol.tokens.text_form import MAX_TEXT_CHARS

STORES = Bucket(CHAIN, "stores")
_MOST_MOVES = 8


class Worth(StrEnum):
    """What can be done with an invitation. Stable codes."""

    GOOD = "good"
    NOT_YET = "not_yet"
    """The campaign begins later."""
    OVER = "over"
    """The campaign is over, or was withdrawn."""
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    """The key that signed it is not believed any more."""
    NONE = "none"
    """It is no invitation of this chain, or was damaged on the way."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """`about`: a hash that names it; `referrer`: the member whom it names now ("" for one who is gone), `name`: theirs,
    masked; `store`: where whoever registers will be at home; `until`: its own end."""

    worth: Worth
    about: str = ""
    token: str = ""
    campaign: Campaign | None = None
    referrer: str = ""
    asked: str = ""
    name: str = ""
    store: Store | None = None
    until: datetime | None = None

    @property
    def zone(self) -> str:
        """Of the store's clock."""
        return self.store.zone if self.store is not None else "UTC"

    @property
    def country(self) -> str:
        """Of the store, ISO 3166-1."""
        return country_of(self.store.currency) if self.store is not None else ""


def read(context: Context, tx: Tx, text: str) -> Invitation:
    """The invitation behind a link's last part."""
    now = instant(context.clock.now_ms())
    if len(text) > MAX_TEXT_CHARS:
        return Invitation(Worth.NONE)
    ring = KeyRing(trusted_key(row) for row in keys.key_rows(tx))
    found = TokenReader(ring, lambda key_id: public_keys.trusted(tx, key_id)).read(text, now)
    claims = found.claims
    if not isinstance(claims, InviteClaims):
        return Invitation(Worth.NONE)
    worth = Worth.GOOD if isinstance(found, ReadToken) else _worth(found)
    made = _named(context, tx, claims, text)
    if worth is not Worth.GOOD:
        return Invitation(worth, made.about, text, made.campaign, until=claims.expires, store=made.store)
    return made


def _worth(found: TokenRefusal) -> Worth:
    if found.problem in (TokenProblem.KEY_REVOKED, TokenProblem.KEY_EXPIRED):
        return Worth.WITHDRAWN
    if found.problem is TokenProblem.EXPIRED:
        return Worth.EXPIRED
    return Worth.NOT_YET if found.problem is TokenProblem.NOT_YET_VALID else Worth.NONE


def _named(context: Context, tx: Tx, claims: InviteClaims, text: str) -> Invitation:
    about = hashlib.sha256(f"{claims.issuer}/{claims.referrer}/{claims.campaign}".encode()).hexdigest()
    row, home = _member(tx, claims.referrer)
    gone = row is None or not (row.name or row.phone)
    store = _store(tx, claims, home)
    campaign = context.rules.campaign(tx, claims.campaign)
    return Invitation(
        _runs(context, tx, campaign, store),
        about,
        text,
        campaign,
        "" if gone or row is None else row.id,
        claims.referrer,
        "" if row is None else mask_name(row.name),
        store,
        claims.expires,
    )


def _member(tx: Tx, member: str) -> tuple[Member | None, str]:
    """Who a member is now: whoever they were found to be one with."""
    home, row = "", None
    for _ in range(_MOST_MOVES):
        home, row = published_rows(tx, "members", [member], Member).get(member, ("", None))
        if row is None or not row.merged_into:
            break
        member = row.merged_into
    return row, home


def _store(tx: Tx, claims: InviteClaims, home: str) -> Store | None:
    """Where the invitation was made; else where who invites is at home; else any store of the chain."""
    made_at = next((row.store for row in public_keys.rows_of(tx, claims.key_id) if row.device == claims.issuer), "")
    for name in filter(None, (made_at, home)):
        store = published_row(tx, STORES, name, Store)
        if store is not None:
            return store
    stores = sorted(all_rows(tx, STORES, Store), key=lambda one: one.id)
    return stores[0] if stores else None


def _runs(context: Context, tx: Tx, campaign: Campaign | None, store: Store | None) -> Worth:
    if campaign is None or store is None:
        return Worth.OVER
    now = context.clock.now_ms()
    edition = next(
        one
        for one in reversed(context.rules.of(tx).editions)
        if (one.campaign.id, one.campaign.version) == (campaign.id, campaign.version)
    )
    wall = wall_minutes(now, store.zone)
    if (edition.until is not None and edition.until <= now) or wall >= minutes(campaign.ends):
        return Worth.OVER
    return Worth.NOT_YET if now < edition.since or wall < minutes(campaign.starts) else Worth.GOOD
