"""What must be true of a world, whatever befell it. Read from the journals and HQ's tables, not asked of the use cases
under test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from kiosk.adapters.db.reading import newest_facts
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.ports.ledger import RIGHTS_WAIT
from kiosk.domain.campaigns import facts as of_campaigns
from kiosk.domain.coupons import charge_facts as of_charges
from kiosk.domain.coupons import facts as of_coupons
from kiosk.domain.coupons.model import CouponTemplate, OfflinePolicy
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales import facts as of_sales
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from kiosk.hq.coupons.charge_tables import voucher_charge
from kiosk.hq.coupons.queries import refunded
from kiosk.hq.rows.buckets import Bucket, rights_of
from kiosk.hq.rows.publish import all_rows, bucket_state, published_rows
from kiosk.hq.store.schema import CHAIN, op, redemption, sale
from kiosk.protocol.rows import RightRow, terminal_buckets
from tests.simulation.world import SimTerminal, World


class Violation(AssertionError):
    """An invariant does not hold."""


@dataclass
class Attempt:
    """A sale that was tried, and what the service said about it."""

    txn: str
    terminal: str
    coupons: tuple[str, ...] = ()
    sold: bool = False
    """The service said so."""
    maybe: bool = False
    """The program died while it was being made."""
    voided: bool = False
    maybe_voided: bool = False
    forgotten: bool = False
    """The ledger that had it was replaced by an older backup; HQ had it."""
    lost: bool = False
    """The ledger that had it was replaced by an older backup before HQ got it."""
    void_lost: bool = False
    voided_by: str = ""
    """Which machine said so: a copy may undo what its original sold."""
    rewards: tuple[str, ...] = ()
    """Ids of what the till showed as given."""


@dataclass
class Deeds:
    """Everything the tills were told, by transaction."""

    attempts: dict[str, Attempt] = field(default_factory=dict)
    in_doubt: set[str] = field(default_factory=set)
    """Coupons that a machine sold while there was another of it."""
    stamps_in_doubt: set[tuple[str, int]] = field(default_factory=set)
    """Devices and stamps of facts of two such machines."""


def journal(terminal: SimTerminal) -> list[Fact]:
    """The facts that count, in order: of an epoch that was followed by another, those up to the point HQ had. Also of a
    machine that is switched off."""
    epochs: dict[int, list[Fact]] = {}
    for fact, _hash in newest_facts(terminal.path, terminal.key, -1):
        epochs.setdefault(fact.epoch, []).append(fact)
    last: dict[int, int] = {}
    for rows in epochs.values():
        previous = rows[0].body.get("previous") if rows else None
        if previous:
            last[previous["epoch"]] = previous["seq"]
    return [fact for epoch, rows in epochs.items() for fact in rows if fact.seq <= last.get(epoch, fact.seq)]


def _rows(terminal: SimTerminal, epoch: int) -> Sequence[tuple[int, bytes, bytes]]:
    return terminal.ledger.run(lambda tx: tx.facts_after(epoch, 0, -1))


# --- one terminal ------------------------------------------------------------------------------------


def check_terminal(world: World, terminal: SimTerminal, deeds: Deeds) -> None:
    """The file verifies, its state follows from its facts, every sale had a right, and what was said is there."""
    report = verify(terminal.path, terminal.key)
    if not report.sound:
        raise Violation(f"{terminal.name}: {report.problem}")
    rebuilt = rebuild(terminal.path, terminal.key)
    if rebuilt.differences:
        raise Violation(f"{terminal.name}: state differs from its facts in {rebuilt.differences}")
    counting = journal(terminal)
    _every_sale_had_a_right(world, terminal, counting)
    _what_was_said_is_there(terminal, counting, deeds)


def _every_sale_had_a_right(world: World, terminal: SimTerminal, counting: list[Fact]) -> None:
    rights: dict[str, int] = {}
    used: Counter[str] = Counter()
    by_txn: dict[str, dict[str, int]] = {}
    open_ops: dict[str, tuple[str, str]] = {}
    with world.hq.database.read() as tx:
        templates = {row.id: row for row in all_rows(tx, Bucket(CHAIN, "templates"), CouponTemplate)}
        granted = {
            (row.op, row.coupon, row.txn)
            for row in tx.execute(select(op.c.op, op.c.coupon, op.c.txn).where(op.c.verdict == "granted"))
        }
    for fact in counting:
        body = fact.body
        where = f"{terminal.name} {fact.epoch}/{fact.seq}"
        match fact.kind:
            case of_coupons.RIGHTS_CHANGED:
                rights |= {row["coupon"]: row["uses"] for row in body["grant"]}
                for coupon in body["revoke"]:
                    rights.pop(coupon, None)
            case of_campaigns.REWARDS_DECIDED:
                # coupons that the terminal made: nobody else knows them before HQ does
                rights |= dict.fromkeys(body["rights"], 1)
                for coupon in body["coupons_back"]:
                    rights.pop(coupon, None)
            case of_charges.VOUCHER_CHARGED if body.get("right") is not None:
                rights[body["coupon"]] = body["right"]["uses"]
            case of_charges.CHARGE_VOIDED:
                row, takes = {"id": body["coupon"], **body}, body["value"]
                _had_a_right(row, takes, body["txn"], rights, used, open_ops, granted, templates, where)
                used[body["coupon"]] += takes
            case of_coupons.OP_INTENDED:
                open_ops[body["op"]] = (body["coupon"], body["txn"])
            case of_coupons.OP_SETTLED:
                open_ops.pop(body["op"], None)
            case of_sales.SALE_COMPLETED:
                vouchers = body.get("vouchers", ())
                # a right on a voucher of value is counted in minor units
                units = {row["id"]: 1 for row in body["coupons"]} | {row["id"]: row["value"] for row in vouchers}
                by_txn[body["txn"]] = units
                for row in (*body["coupons"], *vouchers):
                    takes = units[row["id"]]
                    _had_a_right(row, takes, body["txn"], rights, used, open_ops, granted, templates, where)
                    used[row["id"]] += takes
            case of_sales.SALE_RETURNED:
                for row in body.get("vouchers", ()):
                    back = min(row["value"], by_txn.get(body["txn"], {}).get(row["id"], 0))
                    used[row["id"]] -= back
                    if back:
                        by_txn[body["txn"]][row["id"]] -= back
            case of_sales.SALE_VOIDED:
                used.subtract(by_txn.pop(body["txn"], {}))


def _had_a_right(
    row: dict[str, Any],
    takes: int,
    txn: str,
    rights: dict[str, int],
    used: Counter[str],
    open_ops: dict[str, tuple[str, str]],
    granted: set[tuple[str, str, str]],
    templates: dict[str, CouponTemplate],
    where: str,
) -> None:
    coupon = row["id"]
    match row["right"]:
        case "held":
            if rights.get(coupon, 0) - used[coupon] < takes:
                raise Violation(f"{where}: {coupon} redeemed by a right that was not held")
        case "claimed":
            if open_ops.get(row["op"]) != (coupon, txn) or (row["op"], coupon, txn) not in granted:
                raise Violation(f"{where}: {coupon} redeemed by a claim that HQ never granted")
        case "accepted":
            template = templates[row["template"]]
            value = row["value"] or template.benefit.value
            allowed = template.offline is OfflinePolicy.ACCEPT_WITH_MANAGER and value <= template.offline_limit
            if not allowed or not row.get("approved_by"):
                raise Violation(f"{where}: {coupon} accepted against the rules")
        case "slip":
            if used[coupon] > 0:
                raise Violation(f"{where}: {coupon} was keyed in twice")
        case other:
            raise Violation(f"{where}: {coupon} redeemed by {other!r}")


def _what_was_said_is_there(terminal: SimTerminal, counting: list[Fact], deeds: Deeds) -> None:
    sold = Counter(fact.body["txn"] for fact in counting if fact.kind == SALE_COMPLETED)
    voided = Counter(fact.body["txn"] for fact in counting if fact.kind == SALE_VOIDED)
    for found, what in ((sold, "sale"), (voided, "void")):
        for txn, times in found.items():
            if times > 1:
                raise Violation(f"{terminal.name}: {what} of {txn} journalled {times} times")
            if txn not in deeds.attempts:
                raise Violation(f"{terminal.name}: {what} of {txn} that nobody made")
    for attempt in deeds.attempts.values():
        if attempt.terminal != terminal.name or attempt.lost or attempt.forgotten:
            continue
        if attempt.sold and not sold[attempt.txn]:
            raise Violation(f"{terminal.name}: acknowledged sale {attempt.txn} is not in the ledger")
        if sold[attempt.txn] and not (attempt.sold or attempt.maybe):
            raise Violation(f"{terminal.name}: refused sale {attempt.txn} is in the ledger")
        here = attempt.voided_by == terminal.name and not attempt.void_lost
        if attempt.voided and here and not voided[attempt.txn]:
            raise Violation(f"{terminal.name}: acknowledged void of {attempt.txn} is not in the ledger")


def charged_in(world: World) -> set[str]:
    """Vouchers that tills put something on: each holds what it put there."""
    found = set(charged_at_hq(world))
    for till in world.terminals.values():
        if till.running:
            found |= {one.coupon for one in till.ledger.run(lambda tx: tx.recent_charges(10_000))}
    return found


def charged_at_hq(world: World) -> Counter[str]:
    """How much tills put on each voucher, as HQ was told; minor units."""
    with world.hq.database.read() as tx:
        told = {(row.store, row.txn): row for row in tx.execute(select(voucher_charge))}
    found: Counter[str] = Counter()
    for row in told.values():
        found[row.coupon] += row.value
    return found


# --- between terminals -------------------------------------------------------------------------------


def check_rights_apart(world: World, unaware: Collection[SimTerminal] = ()) -> None:
    """No use of a coupon may be granted by two terminals without asking; but by machines that are `unaware` that there
    are two of them."""
    holders: dict[str, str] = {}
    charged = charged_in(world)
    for terminal in world.terminals.values():
        if not terminal.running or terminal in unaware:
            continue
        for coupon in usable_rights(terminal):
            if coupon in charged:
                continue  # each till holds what it put on a voucher
            if coupon in holders:
                raise Violation(f"{holders[coupon]} and {terminal.name} both hold the right on {coupon}")
            holders[coupon] = terminal.name


def check_sold_without_rights(terminal: SimTerminal, txn: str) -> None:
    """A machine that knows that there are two of it sells by nothing that it holds or is given."""
    sold = terminal.ledger.run(lambda tx: tx.sale(txn))
    assert sold is not None
    rights = [row["right"] for row in (*sold.document["coupons"], *sold.document.get("vouchers", ()))]
    points = sold.document.get("points") or {}
    if {"held", "claimed"} & set(rights) or points.get("points", 0) > points.get("beyond", 0):
        raise Violation(f"{terminal.name} is two, knows it, and sold {txn} by {rights} and {points}")


def usable_rights(terminal: SimTerminal) -> list[str]:
    """Coupons that a terminal may redeem by itself."""

    def read(tx: Any) -> list[str]:
        if any(tx.meta(key) is not None for key in RIGHTS_WAIT):
            return []  # not to be used before HQ was reached
        return [coupon for coupon in tx.rights() if tx.right(coupon).uses > 0]

    return terminal.ledger.run(read)


# --- when everything has come together ---------------------------------------------------------------


def check_together(world: World, deeds: Deeds) -> None:
    """After everything was healed and synced: HQ has exactly what the tills said, and both sides agree byte by byte."""
    if flaws := world.hq.verify():
        raise Violation(f"HQ: {flaws}")
    for terminal in world.terminals.values():
        check_terminal(world, terminal, deeds)
        _chains_agree(world, terminal)
        _buckets_agree(world, terminal)
    check_rights_apart(world)
    check_stamps(world, deeds.stamps_in_doubt)
    _hq_has_what_was_said(world, deeds)
    _nothing_counts_twice(world, deeds)


def _chains_agree(world: World, terminal: SimTerminal) -> None:
    head = terminal.ledger.head
    identity = terminal.ledger.run(lambda tx: tx.identity())
    assert identity is not None
    here = [raw for _seq, raw, _hash in _rows(terminal, head.epoch)]
    if world.hq.facts(identity.device, head.epoch) != here:
        raise Violation(f"{terminal.name}: HQ's copy of the journal differs")
    known = next(row for row in world.hq.terminals() if row.device == identity.device)
    if (known.epoch, known.acked) != (head.epoch, head.seq):
        raise Violation(f"{terminal.name}: HQ is at {known.epoch}/{known.acked}, the ledger at {head.epoch}/{head.seq}")


def _buckets_agree(world: World, terminal: SimTerminal) -> None:
    identity = terminal.ledger.run(lambda tx: tx.identity())
    assert identity is not None
    for name in terminal_buckets(identity.store, identity.device):
        owner, _, subject = name.rpartition("/")
        if subject in ("staff", "rights"):
            continue
        place = Bucket(CHAIN if owner == "chain" else identity.store, subject)
        with world.hq.database.read() as tx:
            state = bucket_state(tx, place)
        if terminal.reference.digest(name) != (state.rows, state.checksum):
            raise Violation(f"{terminal.name}: bucket {name} differs from HQ's")
    with world.hq.database.read() as tx:
        rights = all_rows(tx, rights_of(identity.store, identity.device), RightRow)
        staff = {row.id for row in all_rows(tx, Bucket(identity.store, "staff"), _Any)}
    held = terminal.ledger.run(lambda tx: tx.rights())
    if {(r.coupon, r.uses, r.fence) for r in rights} != {(r.coupon, r.uses, r.fence) for r in held.values()}:
        raise Violation(f"{terminal.name}: rights differ from HQ's")
    if staff != {row.id for row in terminal.ledger.run(lambda tx: tx.staff())}:
        raise Violation(f"{terminal.name}: staff differ from HQ's")


@dataclass(frozen=True)
class _Any:
    id: str


def _hq_has_what_was_said(world: World, deeds: Deeds) -> None:
    with world.hq.database.read() as tx:
        sales = {row.txn: row for row in tx.execute(select(sale)) if row.device not in world.strangers}
        uses: dict[str, dict[str, str]] = {}
        told = select(redemption.c.txn, redemption.c.coupon, redemption.c.state)
        for row in tx.execute(told.where(redemption.c.device.not_in(world.strangers))):
            uses.setdefault(row.txn, {})[row.coupon] = row.state
    if strangers := sales.keys() - deeds.attempts.keys():
        raise Violation(f"HQ has sales that nobody made: {sorted(strangers)}")
    for attempt in deeds.attempts.values():
        stands = attempt.txn in sales
        if attempt.sold and not attempt.lost and not stands:
            raise Violation(f"acknowledged sale {attempt.txn} of {attempt.terminal} never reached HQ")
        if stands and not (attempt.sold or attempt.maybe):
            raise Violation(f"HQ has the refused sale {attempt.txn}")
        found = uses.get(attempt.txn, {})
        if stands and attempt.sold and set(found) != set(attempt.coupons):
            raise Violation(f"HQ has {attempt.txn} with {sorted(found)}, sold were {sorted(attempt.coupons)}")
        for coupon, state in found.items():
            if attempt.voided and not attempt.void_lost and state != "voided":
                raise Violation(f"HQ counts {coupon} of the voided sale {attempt.txn}")
            if state == "voided" and not (attempt.voided or attempt.maybe_voided):
                raise Violation(f"HQ takes {attempt.txn} for voided")


def check_stamps(world: World, in_doubt: Collection[tuple[str, int]] = ()) -> None:
    """HQ, and every other terminal, know a fact by its device and stamp. What a device carried into its next epoch
    has the stamp it had. `in_doubt`: of machines of which there were two."""
    for till in world.terminals.values():
        identity = till.ledger.run(lambda tx: tx.identity())
        assert identity is not None
        said: dict[int, tuple[str, object]] = {}
        for epoch in range(1, identity.epoch + 1):
            for fact in map(facts.decode, world.hq.facts(identity.device, epoch)):
                if (identity.device, fact.hlc) in in_doubt:
                    continue
                if said.setdefault(fact.hlc, (fact.kind, fact.body)) != (fact.kind, fact.body):
                    raise Violation(f"{till.name} {fact.epoch}/{fact.seq}: {fact.kind} has the stamp of another fact")


def _nothing_counts_twice(world: World, deeds: Deeds) -> None:
    with world.hq.database.read() as tx:
        used = select(redemption.c.coupon, redemption.c.template, redemption.c["right"], redemption.c.device)
        rows = list(tx.execute(used))
        templates = {
            name: row
            for name, (_store, row) in published_rows(
                tx, "templates", {row.template for row in rows}, CouponTemplate
            ).items()
        }
        came_back = refunded(tx, {row.coupon for row in rows})
    template_of = {row.coupon: row.template for row in rows if row.device not in world.strangers}
    charged = charged_at_hq(world)
    counted: Counter[str] = Counter()
    for one in world.hq.redemptions():
        if one.state == "counts":
            known = templates.get(one.template)
            money = one.value - came_back.get((one.store, one.coupon, one.txn), 0)
            counted[one.coupon] += money if known is not None and known.is_voucher else 1
    for coupon, times in counted.items():
        kind = templates.get(template_of.get(coupon, ""))
        whole = charged.get(coupon, kind.units if kind is not None else 1)  # 1: a slip's number
        if coupon in template_of and times > whole:
            raise Violation(f"HQ counts {times} of {coupon}")
    # a double spend is possible only where somebody accepted a coupon without a right, or had the same right as a copy
    # of the machine, or a use was lost with a disk
    excused = deeds.in_doubt | {row.coupon for row in rows if row.right == "accepted" or row.device in world.strangers}
    excused |= {coupon for attempt in deeds.attempts.values() if attempt.lost for coupon in attempt.coupons}
    for row in world.hq.conflicts(closed=True):
        if row.what == "coupon" and row.coupon not in excused:
            raise Violation(f"double spend of {row.coupon}: {row.txn} and {row.winner_txn}")


def excuse_what_a_restore_loses(
    world: World, terminal: SimTerminal, deeds: Deeds, before: Iterator[Fact] | list[Fact], after: list[Fact]
) -> None:
    """An older disk came back: what HQ has not got is lost with the newer one, and the ledger forgets the rest."""
    with world.hq.database.read() as tx:
        at_hq = set(tx.execute(select(sale.c.txn)).scalars())
    kept = {(fact.kind, fact.body["txn"]) for fact in after if fact.kind in _SALES}
    for fact in before:
        if fact.kind not in _SALES or (fact.kind, fact.body["txn"]) in kept:
            continue
        attempt = deeds.attempts[fact.body["txn"]]
        if fact.kind == SALE_COMPLETED:
            attempt.forgotten = True
            attempt.lost |= attempt.txn not in at_hq
            attempt.coupons = tuple(row["id"] for row in (*fact.body["coupons"], *fact.body.get("vouchers", ())))
        else:
            attempt.void_lost = True
            attempt.maybe_voided = True


_SALES = (SALE_COMPLETED, SALE_VOIDED)
