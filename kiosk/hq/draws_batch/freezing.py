"""Freezing a draw: who takes part with how many tickets, each behind a salted commitment, under one root.

A list of a million is gathered in short transactions, so that terminals go on meanwhile; the last one journals
`draw.frozen`, and with it the list is the draw's. A list that was left half gathered is nobody's and goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import delete, select, update

from kiosk.domain.draws.batch import DICE, DRAND, Manifest, Prize
from kiosk.domain.draws.beacon import MARGIN_S, Round, first_round_from
from kiosk.domain.draws.entrants import SALT_BYTES, commitment, entrants_root, exclusion, exclusions_root
from kiosk.domain.draws.facts import DRAW_FROZEN, FrozenBody
from kiosk.hq.context import Context
from kiosk.hq.draws import beacons
from kiosk.hq.draws.people import ENTRANTS, EXCLUDED
from kiosk.hq.draws.steps import draw_of, lock_of
from kiosk.hq.draws.tables import draw_person, draw_roll
from kiosk.hq.draws_batch.exclusions import excluded_members
from kiosk.hq.draws_batch.planning import Plan
from kiosk.hq.draws_batch.rows import tell
from kiosk.hq.draws_batch.tickets import holders
from kiosk.hq.journalling import append
from kiosk.hq.rows.publish import chunks
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, published
from kiosk.protocol.campaigns.signature import rules_hash

_AT_ONCE = 20_000
_SCAN_FROM = 20_000
"""From so many entrants on all rows of members are gone through, instead of being asked for one by one."""
_GIVEN_UP_MS = 2 * 3_600_000


class _Who(msgspec.Struct):
    """Of a member's row, what a commitment is made of."""

    name: str = ""
    phone: str = ""


@dataclass(slots=True)
class Roll:
    """A list in the making. Of each entrant, in the list's order: tickets, commitment, member, salt; of the excluded:
    commitment, member, salt. `root`: of the entrants, hex."""

    id: str
    counts: list[int] = field(default_factory=list)
    cs: list[bytes] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    salts: list[bytes] = field(default_factory=list)
    barred: list[tuple[bytes, str, bytes]] = field(default_factory=list)
    root: str = ""


def freeze(
    context: Context, plan: Plan, seq: int = 1, *, envelopes: Sequence[tuple[str, str]] = (), until: int | None = None
) -> FrozenBody | None:
    """Freeze the list of a draw: tickets given before `until` (ms; the draw's time when not given). `envelopes`: names
    ("envelope:…") and commitments (hex) of sealed values, for a seed of envelopes and dice instead of the beacon's.
    None when it is frozen already under that `seq`, or nobody may freeze it: an earlier one still counts. Raises
    ValueError where a manifest cannot be made so."""
    with context.database.read() as tx:
        counts = holders(tx, plan.draw.id, plan.at if until is None else until)
        barred = excluded_members(tx)
        roll = _rolled(context, tx, counts, barred)
    _keep(context, roll, plan, seq)
    with context.database.write() as tx:
        done = _journal(context, tx, plan, seq, roll, envelopes)
        if done is None:
            _forget(tx, roll.id)
    return done


def forget_unfinished(context: Context) -> None:
    """Lists that nobody goes on gathering."""
    with context.database.read() as tx:
        before = context.clock.now_ms() - _GIVEN_UP_MS
        mine = (draw_roll.c.store == CHAIN) & (draw_roll.c.state == "gathering") & (draw_roll.c.begun_at < before)
        old = tx.execute(select(draw_roll.c.roll).where(mine)).scalars().all()
    for one in old:
        with context.database.write() as tx:
            _forget(tx, one)


# -- gathering --------------------------------------------------------------------------------------------------------


def _rolled(context: Context, tx: Tx, counts: Mapping[str, int], barred: set[str]) -> Roll:
    """The list is ordered by the commitments: a place in it says nothing of whose it is."""
    made = Roll(context.new_id("roll-", 8))
    who = _people(tx, counts)
    taking_part = [one for one in counts if one not in barred]
    salts = _salts(context, len(taking_part))
    nobody = _Who()
    made_of = []
    for member, salt in zip(taking_part, salts, strict=True):
        one = who.get(member, nobody)
        made_of.append((commitment(salt, member, one.name, one.phone), member, salt))
    made_of.sort()
    for c, member, salt in made_of:
        made.cs.append(c)
        made.members.append(member)
        made.salts.append(salt)
    made.counts = [counts[member] for member in made.members]
    made.root = entrants_root(made.counts, [c.hex() for c in made.cs]).hex()
    out = sorted(barred)
    made.barred = sorted(
        (exclusion(salt, member), member, salt) for member, salt in zip(out, _salts(context, len(out)), strict=True)
    )
    return made


def _salts(context: Context, count: int) -> list[bytes]:
    drawn = context.random.bytes(SALT_BYTES * count)
    return [drawn[at : at + SALT_BYTES] for at in range(0, len(drawn), SALT_BYTES)]


def _people(tx: Tx, members: Mapping[str, int]) -> dict[str, _Who]:
    read = msgspec.json.Decoder(_Who)
    rows = (published.c.subject == "members") & published.c.data.is_not(None)
    query = select(published.c.id, published.c.data).where(rows)
    if len(members) >= _SCAN_FROM:
        found = tx.execute(query.execution_options(yield_per=_AT_ONCE))
        return {row[0]: read.decode(row[1]) for row in found if row[0] in members}
    asked = (row for ids in chunks(sorted(members)) for row in tx.execute(query.where(published.c.id.in_(ids))))
    return {row[0]: read.decode(row[1]) for row in asked}


def _keep(context: Context, roll: Roll, plan: Plan, seq: int) -> None:
    first = {
        "store": CHAIN,
        "roll": roll.id,
        "draw": plan.id,
        "seq": seq,
        "state": "gathering",
        "entrants": len(roll.counts),
        "tickets": sum(roll.counts),
        "campaign": plan.campaign.id,
        "version": plan.campaign.version,
        "begun_at": context.clock.now_ms(),
        "kept_until": None,
        "forgotten_at": None,
    }
    with context.database.write() as tx:
        tx.insert_new(draw_roll, [first])
    for rows in chunks(_rows(roll), _AT_ONCE):
        with context.database.write() as tx:
            tx.pour(draw_person, rows)


def _rows(roll: Roll) -> Iterator[tuple[object, ...]]:
    """In the order of the members, as the table keeps them: each row is written behind the one before."""
    order = sorted(range(len(roll.members)), key=roll.members.__getitem__)
    for i in order:
        yield (CHAIN, roll.id, ENTRANTS, roll.members[i], i, roll.counts[i], roll.cs[i], roll.salts[i])
    for i, (c, member, salt) in sorted(enumerate(roll.barred), key=lambda one: one[1][1]):
        yield (CHAIN, roll.id, EXCLUDED, member, i, 0, c, salt)


def _forget(tx: Tx, roll: str) -> None:
    tx.execute(delete(draw_person).where(draw_person.c.store == CHAIN, draw_person.c.roll == roll))
    tx.execute(delete(draw_roll).where(draw_roll.c.store == CHAIN, draw_roll.c.roll == roll))


# -- the manifest -----------------------------------------------------------------------------------------------------


def _journal(
    context: Context, tx: Tx, plan: Plan, seq: int, roll: Roll, envelopes: Sequence[tuple[str, str]]
) -> FrozenBody | None:
    tx.hold([lock_of(plan.id)])
    before = draw_of(tx, plan.id)
    if (before.seq if before is not None else 0) != seq - 1 or (before is not None and before.voided is None):
        return None
    manifest = _manifest(context, tx, plan, seq, roll, envelopes)
    body = FrozenBody(draw=plan.id, seq=seq, manifest=manifest.body(), mh=manifest.hash().hex())
    if manifest.beacon is not None:
        beacons.want(tx, manifest.beacon.chain, manifest.beacon.round)
    mine = (draw_roll.c.store == CHAIN) & (draw_roll.c.roll == roll.id)
    tx.execute(update(draw_roll).where(mine).values(state="frozen"))
    append(context, tx, DRAW_FROZEN, DRAW_FROZEN.write(body))
    tell(context, tx, plan.id, seq)
    return body


def _manifest(
    context: Context, tx: Tx, plan: Plan, seq: int, roll: Roll, envelopes: Sequence[tuple[str, str]]
) -> Manifest:
    now = context.clock.now_ms() // 1000
    deadline = now + context.settings.draw_publish_s
    chain = beacons.chain_in_force(tx)
    beacon = None if envelopes else Round(chain.hash, first_round_from(chain, deadline + MARGIN_S))
    return Manifest(
        campaign=plan.campaign.id,
        draw_id=plan.id,
        seq=seq,
        rules_hash=rules_hash(plan.campaign),
        entrants=len(roll.counts),
        tickets=sum(roll.counts),
        entrants_root=roll.root,
        prizes=tuple(Prize(one.code, one.count) for one in plan.draw.prizes),
        alternates=plan.draw.alternates,
        exclusions_root=exclusions_root(c for c, _, _ in roll.barred).hex(),
        sources=(*(name for name, _ in envelopes), DICE) if envelopes else (DRAND,),
        freeze_time=now,
        publish_deadline=deadline,
        beacon=beacon,
        envelopes=tuple(envelopes),
    )
