"""Prizes that somebody has to get, from HQ's rows."""

from __future__ import annotations

from kiosk.domain.draws.claim_facts import DueBody
from kiosk.domain.draws.claims import Claim, Standing
from kiosk.domain.time import millis
from kiosk.protocol.rows import PrizeRow


def told_claim(row: PrizeRow) -> Claim:
    """A row as the claim it tells of; one that stands in a way this program does not know is over."""
    known = row.standing in set(Standing)
    return Claim(
        row.claim,
        DueBody(
            claim=row.claim,
            member=row.member,
            campaign=row.campaign,
            source=row.source,
            prize=row.prize,
            store="",
            name=row.name,
            value=row.value,
            currency=row.currency,
            jurisdiction=row.jurisdiction,
            percent=row.percent,
            until=millis(row.until),
            identity=row.identity,
        ),
        millis(row.since),
        row.holder,
        Standing(row.standing) if known else Standing.FORFEITED,
        checked=row.checked,
        resident=row.resident,
        ended=millis(row.ended) if row.ended is not None else 0,
        by=row.by,
        how=row.how,
        terminal=row.terminal,
        address=row.address,
    )
