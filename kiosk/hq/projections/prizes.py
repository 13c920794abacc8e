"""Prizes that somebody has to get: what was said of each, by whom, and what their store's terminals are told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import BigInteger, Column, Index, MetaData, String, Table, Text, select

from kiosk.domain.draws.claim_facts import BODIES, ClaimSaid, DueBody, PrizeSettled, Said, read_said
from kiosk.domain.draws.claims import DAY_MS, Claim, standing
from kiosk.domain.journal.facts import Fact
from kiosk.domain.time import instant
from kiosk.hq.context import Caller
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, publish
from kiosk.hq.store.columns import ID, WHOLE, key, metadata
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device
from kiosk.protocol.rows import PrizeRow

TOLD_MS = 7 * DAY_MS
"""For how long a store is told of a prize that is over."""
_FIRST = ("epoch", "seq")
_DERIVED = MetaData(naming_convention=metadata.naming_convention)
_CLAIM = String(300)

prize_said = Table(
    "prize_said",
    _DERIVED,
    key("store"),
    key("claim", _CLAIM),
    key("hlc", BigInteger),
    key("device"),
    Column("what", String(16), nullable=False),
    Column("at_store", ID, nullable=False, comment="where it was said"),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Column("member", ID, nullable=False, comment="of the word that it is due; else empty"),
    Column("until", BigInteger, nullable=False, comment="the same; else 0"),
    Column("said", Text, nullable=False, comment="JSON: the fact's body"),
    Index(None, "member"),
    Index(None, "what", "until"),
    sqlite_with_rowid=False,
    comment="what was said of each prize that somebody has to get",
)

prize_settled = Table(
    "prize_settled",
    _DERIVED,
    key("store"),
    key("campaign"),
    key("source"),
    key("prize"),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("left", BigInteger, nullable=False),
    Column("how", String(16), nullable=False),
    Column("by", String(64), nullable=False),
    Column("at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
    comment="what became of what was left of a prize; the newest word",
)


def lock_of(claim: str) -> str:
    """What is held while somebody decides about a claim."""
    return f"prize/{claim}"


def _of(facts: Sequence[ReadFact]) -> Iterator[tuple[Fact, ClaimSaid]]:
    for read in facts:
        for change in read.changes:
            if isinstance(change, ClaimSaid):
                yield read.fact, change


def _locks(_tx: Tx, _origin: Caller, facts: Sequence[ReadFact]) -> Iterator[str]:
    yield from sorted({lock_of(said.claim) for _, said in _of(facts)})


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    found = list(_of(facts))
    run.tx.insert_first(prize_said, [_row(origin, fact, said) for fact, said in found], _FIRST)
    for read in facts:
        for change in read.changes:
            if isinstance(change, PrizeSettled):
                run.tx.upsert(prize_settled, [_settled(read.fact, change)])
    if run.live is not None and found:
        tell(run.tx, {said.claim for _, said in found}, run.live.now)


def _row(origin: Caller, fact: Fact, said: ClaimSaid) -> dict[str, str | int]:
    due = said.said if isinstance(said.said, DueBody) else None
    return {
        "store": CHAIN,
        "claim": said.claim,
        "what": said.what.value,
        "device": origin.device,
        "at_store": origin.store,
        "epoch": fact.epoch,
        "seq": fact.seq,
        "hlc": fact.hlc,
        "at": said.at,
        "actor": said.actor,
        "member": due.member if due is not None else "",
        "until": due.until if due is not None else 0,
        "said": json.dumps(BODIES[said.what].write(said.said), ensure_ascii=False, sort_keys=True),
    }


def _settled(fact: Fact, change: PrizeSettled) -> dict[str, str | int]:
    said = change.said
    place = {"store": CHAIN, "campaign": said.campaign, "source": said.source, "prize": said.prize}
    stamp = {"epoch": fact.epoch, "seq": fact.seq, "hlc": fact.hlc, "at": change.at}
    return {**place, **stamp, "left": said.left, "how": said.how, "by": said.by[:64]}


def claims_in(tx: Tx, claims: Iterable[str]) -> dict[str, Claim]:
    """Claims as they stand, by id; those that nobody said are due are left out."""
    said: dict[str, list[tuple[str, ClaimSaid]]] = {}
    for ids in chunks(sorted(set(claims))):
        for row in tx.execute(select(prize_said).where(prize_said.c.store == CHAIN, prize_said.c.claim.in_(ids))):
            what = Said(row.what)
            body = read_said(what, msgspec.json.decode(row.said))
            said.setdefault(row.claim, []).append(
                (row.device, ClaimSaid(row.claim, what, row.hlc, row.at, row.actor, body))
            )
    return {claim: found for claim, words in said.items() if (found := standing(words)) is not None}


COMMITS = {Said.ADDRESSED: "address", Said.HANDED: "signature"}
"""Which words about a claim commit to something that lies beside them, and in which field."""


def committed(tx: Tx, member: str, commitment: str) -> tuple[Said, int] | None:
    """What was said of a claim of `member` that commits to this, and when (ms); None: nothing."""
    mine = select(prize_said.c.claim).where(prize_said.c.store == CHAIN, prize_said.c.member == member)
    said = select(prize_said).where(
        prize_said.c.store == CHAIN,
        prize_said.c.what.in_([one.value for one in COMMITS]),
        prize_said.c.claim.in_(mine),
    )
    for row in tx.execute(said):
        what = Said(row.what)
        if msgspec.json.decode(row.said).get(COMMITS[what]) == commitment:
            return what, row.at
    return None


def signatures(tx: Tx, claim: str) -> list[str]:
    """Commitments to what was drawn when a prize was handed over; mostly one."""
    said = select(prize_said.c.said).where(
        prize_said.c.store == CHAIN, prize_said.c.claim == claim, prize_said.c.what == Said.HANDED.value
    )
    found = (str(msgspec.json.decode(one).get("signature", "")) for one in tx.execute(said).scalars())
    return list(filter(None, found))


def tell(tx: Tx, claims: Iterable[str], now: int) -> None:
    """What the stores' terminals know of these claims."""
    rows = told_rows(tx, claims, now)
    publish(tx, [RowChange(Bucket(store, "prizes"), claim, row) for claim, (store, row) in rows.items()], now)


def told_rows(tx: Tx, claims: Iterable[str], now: int) -> dict[str, tuple[str, PrizeRow | None]]:
    """Claims with their store and what a terminal is told of them; None: it is over for long."""
    found = claims_in(tx, set(claims))
    names = _names(tx, {one.holder for one in found.values()})
    told: dict[str, tuple[str, PrizeRow | None]] = {}
    for claim, one in found.items():
        old = one.over and now - one.ended >= TOLD_MS
        told[claim] = one.due.store, None if old else _told(one, names.get(one.holder, ""))
    return told


def _names(tx: Tx, devices: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for ids in chunks(sorted(set(devices) - {""})):
        found |= {row.device: row.name for row in tx.execute(select(device).where(device.c.device.in_(ids)))}
    return found


def _told(claim: Claim, holder_name: str) -> PrizeRow:
    due = claim.due
    return PrizeRow(
        claim.id,
        due.member,
        due.campaign,
        due.source,
        due.prize,
        due.name,
        due.value,
        due.currency,
        due.jurisdiction,
        due.percent,
        due.identity,
        instant(claim.since),
        instant(due.until),
        claim.standing.value,
        claim.holder,
        holder_name,
        claim.checked,
        claim.resident,
        instant(claim.ended) if claim.ended else None,
        claim.by,
        claim.how,
        claim.address,
    )


def mend(tx: Tx, store: str, claim: str, now: int) -> None:
    """Facts that spoke of a claim were undone: what its store is told follows from what is left."""
    if claims_in(tx, [claim]):
        tell(tx, [claim], now)
    else:
        publish(tx, [RowChange(Bucket(store, "prizes"), claim, None)], now)


PRIZES = Projection(
    name="prizes",
    version=1,
    kinds=frozenset({*map(str, BODIES.values()), "prizes.settled"}),
    tables=(prize_said, prize_settled),
    apply=_apply,
    locks=_locks,
)
