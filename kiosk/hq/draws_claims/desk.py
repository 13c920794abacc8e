"""Prizes that somebody has to get, for the people at HQ: every step in a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC

from sqlalchemy import select

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.draws.claim_facts import PRIZES_SETTLED, Forfeit, SettledBody
from kiosk.domain.draws.claims import Claim
from kiosk.domain.draws.leftovers import LeftHow, PrizeAccount, accounts
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.texts import LocalText
from kiosk.domain.time import millis
from kiosk.hq.context import Context
from kiosk.hq.draws_claims import claims
from kiosk.hq.journalling import append
from kiosk.hq.projections.prizes import claims_in, prize_said, prize_settled, signatures
from kiosk.hq.remarks.told import address, signature
from kiosk.hq.rows.publish import published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN

_LATEST_ZONE_MS = 12 * 3_600_000
"""By the last zone's clock it is twelve hours earlier than by UTC."""


class ClaimFault(ValueError):
    """It cannot be done; the text says why, to a person."""


@dataclass(frozen=True, slots=True)
class ClaimSeen:
    """A claim with its names. `member`: masked; `person`, `phone`: whole, for who has to report it to the tax
    office or to send it to `address`."""

    claim: Claim
    prize: LocalText
    source: LocalText
    member: str
    person: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Left:
    """A prize's account, and what became of what was left: None while nobody said."""

    account: PrizeAccount
    settled: int | None = None
    how: str = ""
    by: str = ""


class ClaimsDesk:
    """What `kiosk hq draws claims` does."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def every(self, *, campaign: str = "", open_only: bool = False) -> list[ClaimSeen]:
        """Claims, the newest first."""
        with self._context.database.read() as tx:
            found = [
                one
                for one in _all(tx)
                if (not campaign or one.due.campaign == campaign) and not (open_only and one.over)
            ]
            return self._seen(tx, found)

    def _seen(self, tx: Tx, found: Sequence[Claim]) -> list[ClaimSeen]:
        rows = published_rows(tx, "members", {one.due.member for one in found}, Member)
        seen = []
        for one in found:
            row = rows[one.due.member][1] if one.due.member in rows else None
            prize, source = claims.named(self._context, tx, one)
            masked = mask_name(row.name) if row is not None else ""
            person, phone = (row.name, row.phone) if row is not None else ("", "")
            where = address(tx, one.address) if one.address else ""
            seen.append(ClaimSeen(one, prize, source, masked, person, phone, where))
        return seen

    def signature(self, claim: str) -> str:
        """What was drawn on the screen for a prize (`domain.remarks.strokes`); "": nothing that HQ has."""
        with self._context.database.read() as tx:
            return signature(tx, signatures(tx, claim))

    def free(self, claim: str) -> bool:
        """The terminal that holds a prize has not handed it over and will not: HQ is asked again."""
        with self._context.database.write() as tx:
            return claims.free(self._context, tx, claim)

    def ship(self, claim: str, parcel: str) -> bool:
        """It is on its way to where the winner said; `parcel`: the carrier's number."""
        with self._context.database.write() as tx:
            return claims.ship(self._context, tx, claim, parcel.strip()[:64])

    def forfeit(self, claim: str, reason: Forfeit, second: str, pass_on: claims.PassOn | None = None) -> bool:
        """The winner does not get it: declined, or not eligible. False: it is over already, or there is none. Raises
        ClaimFault while a terminal may hand it over unheard."""
        with self._context.database.write() as tx:
            found = claims_in(tx, [claim]).get(claim)
            if found is not None and not found.over and found.holder:
                raise ClaimFault(f"{found.holder} may have handed it over: free it first (--free)")
            return claims.forfeit(self._context, tx, claim, reason, pass_on, second)

    def left(self, campaign: str) -> list[Left]:
        """What there was of each prize of a campaign, and what is left. Raises ClaimFault."""
        with self._context.database.read() as tx:
            return self._left(tx, campaign)

    def _left(self, tx: Tx, campaign: str) -> list[Left]:
        edition = _edition(self._context, tx, campaign)
        said = {
            (row.source, row.prize): row
            for row in tx.execute(
                select(prize_settled).where(prize_settled.c.store == CHAIN, prize_settled.c.campaign == campaign)
            )
        }
        made = []
        for one in accounts(edition.campaign, _all(tx)):
            row = said.get((one.source, one.prize))
            made.append(Left(one) if row is None else Left(one, row.left, row.how, row.by))
        return made

    def settle(self, campaign: str, how: LeftHow, by: str) -> list[Left]:
        """What is left of every prize of a campaign that is over is accounted for. Raises ClaimFault while the campaign
        runs, or somebody may still fetch something."""
        context = self._context
        with context.database.write() as tx:
            if not _over(_edition(context, tx, campaign), context.clock.now_ms()):
                raise ClaimFault(f"{campaign} still runs")
            found = self._left(tx, campaign)
            waiting = sum(one.account.open for one in found)
            if waiting:
                raise ClaimFault(f"{waiting} prizes of {campaign} may still be fetched (`kiosk hq draws claims`)")
            for one in found:
                account = one.account
                body = SettledBody(
                    campaign=campaign,
                    source=account.source,
                    prize=account.prize,
                    left=max(0, account.left),
                    how=how.value,
                    by=by,
                )
                append(context, tx, PRIZES_SETTLED, PRIZES_SETTLED.write(body))
            return self._left(tx, campaign)


def _all(tx: Tx) -> list[Claim]:
    query = select(prize_said.c.claim).where(prize_said.c.store == CHAIN, prize_said.c.what == "due")
    ids = list(dict.fromkeys(tx.execute(query.order_by(prize_said.c.at.desc(), prize_said.c.claim)).scalars()))
    found = claims_in(tx, ids)
    return [found[one] for one in ids if one in found]


def _edition(context: Context, tx: Tx, campaign: str) -> Edition:
    """The newest edition of a campaign. Raises ClaimFault."""
    for edition in reversed(context.rules.of(tx).editions):
        if edition.campaign.id == campaign:
            return edition
    raise ClaimFault(f"no campaign {campaign} was ever published")


def _over(edition: Edition, now: int) -> bool:
    """Whether a campaign is over in every zone of the world, or was withdrawn."""
    if edition.until is not None:
        return edition.until <= now
    last = max(phase.ends for phase in edition.campaign.phases)
    return millis(last.replace(tzinfo=UTC)) + _LATEST_ZONE_MS <= now
