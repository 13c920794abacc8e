"""What must be true of what a campaign deals out: never more than there is, and nobody loses what they were given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select

from kiosk.adapters.db.reading import newest_facts
from kiosk.application.campaigns.histories import Histories
from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.context import Context
from kiosk.application.sync.lease_trust import leases_usable
from kiosk.application.sync.outcomes import Link
from kiosk.domain.campaigns.facts import REWARDS_DECIDED, decision_in
from kiosk.domain.campaigns.points import member_of_key
from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.kinds import EPOCH_BEGAN
from kiosk.hq.campaigns import recount
from kiosk.hq.campaigns.overdue import Overdue
from kiosk.hq.campaigns.recount import OVERDUE
from kiosk.hq.leases.commands import HQ
from kiosk.hq.store.schema import due_member, lease, quantity
from kiosk.protocol.campaigns.file import read_campaign
from tests.simulation.invariants import Attempt, Violation, journal
from tests.simulation.promotion import CAMPAIGN
from tests.simulation.world import SimTerminal, World

_ALL = 1 << 30


@dataclass
class Given:
    """What all journals told of decisions, those of disks that are gone among them: each once, by device and stamp."""

    decisions: dict[tuple[str, int], Fact] = field(default_factory=dict)

    def hear(self, device: str, told: Iterable[Fact]) -> None:
        self.decisions |= {(device, fact.hlc): fact for fact in told if fact.kind == REWARDS_DECIDED}

    def taken(self, excused: Collection[tuple[str, int]] = ()) -> Counter[str]:
        """How much of each shared quantity was given, less what came back, but by the facts that are excused."""
        gone: Counter[str] = Counter()
        for told, fact in self.decisions.items():
            decided = decision_in(fact) if told not in excused else None
            for key, count in decided.takes if decided is not None else ():
                gone[key.partition("|")[2]] += count
        return gone


def check_dealt_out(
    world: World,
    given: Given,
    unaware: Collection[SimTerminal] = (),
    excused: Collection[tuple[str, int]] = (),
) -> None:
    """What was given, what terminals may give without asking, and what HQ has left are never more than there is; but by
    machines that are `unaware` that there are two of them, and facts that are `excused` for that."""
    for terminal in world.terminals.values():
        # also of those that are switched off
        given.hear(terminal.device, (fact for fact, _hash in newest_facts(terminal.path, terminal.key, _ALL)))
    given.hear(HQ, _hqs_own(world))
    out = given.taken(excused)
    for terminal in world.terminals.values():
        if terminal.running and terminal not in unaware and shares_usable(terminal):
            out.update(terminal.ledger.run(lambda tx: tx.shares()))
    with world.hq.database.read() as tx:
        rows = {row.key: row for row in tx.execute(select(quantity))}
        hqs = {row.key: row for row in tx.execute(select(lease).where(lease.c.device == HQ))}
    for key, row in rows.items():
        if member_of_key(key) is not None:
            continue  # shares of points: what there is of them is no number in a file (test_points.py)
        unspent = hqs[key].granted - hqs[key].used if key in hqs else 0
        found = out[key] + max(0, row.left) + max(0, unspent)
        if found > row.whole:
            raise Violation(f"{key}: {out[key]} given or at hand, {row.left} + {unspent} at HQ, of {row.whole}")


def count_overdue(world: World) -> bool:
    """HQ's thread that counts members of whom nobody tells more, an hour later. Gives whether there were any."""

    def due() -> list[str]:
        with world.hq.database.read() as tx:
            return list(tx.execute(select(due_member.c.member)).scalars())

    if not due():
        return False
    world.pass_time(OVERDUE)
    overdue = Overdue(world.hq.context)
    while overdue.once():
        pass
    if left := due():
        raise Violation(f"HQ never counts {left}")
    return True


def shares_usable(terminal: SimTerminal) -> bool:
    """Whether a terminal may give away what it holds."""
    online = terminal.engine.status().link is Link.ONLINE
    return terminal.ledger.run(lambda tx: leases_usable(tx, terminal.clock, online=online))


def check_given_by_right(terminal: SimTerminal, usable: bool, shown: Iterable[RewardView], txn: str) -> None:
    """Nothing that is shared was given by a till whose shares may not be used."""
    if not usable and any(f"{CAMPAIGN}/mug/" in reward.id or f"{CAMPAIGN}/points/" in reward.id for reward in shown):
        raise Violation(f"{terminal.name}: {txn} was given a share that may not be used")


def check_rewards_kept(terminal: SimTerminal, attempts: Iterable[Attempt]) -> None:
    """What a till showed as given is in its journal, unless it was undone or lost with a disk."""
    decided = [found for fact in journal(terminal) if (found := decision_in(fact)) is not None]
    given = {reward.id for one in decided for reward in one.rewards()}
    for attempt in attempts:
        undone = attempt.voided or attempt.maybe_voided or attempt.lost or attempt.forgotten
        if attempt.terminal != terminal.name or undone:
            continue
        missing = [reward for reward in attempt.rewards if reward not in given]
        if missing:
            raise Violation(f"{terminal.name}: {attempt.txn} was shown {missing}, which no journal has")


def check_rewards_agree(world: World, members: Iterable[str] | None = None) -> None:
    """When everything has come together, HQ and every terminal of a member's store say the same of their rewards, and
    HQ knows how much each terminal has used and has left. `members`: ids (those of the chain)."""
    members = [member.id for member in world.chain.members] if members is None else list(members)
    with world.hq.database.read() as tx:
        fold = recount.fold_of(world.hq.context, tx)
        at_hq = {member: _rewards(fold.member(member).rewards) for member in members}
        held = {(row.device, row.key): row for row in tx.execute(select(lease))}
    for terminal in world.terminals.values():
        # what the till remembers, and what its journal says
        anew = replace(terminal.context, histories=Histories(terminal.reference))
        for member, expected in at_hq.items():
            if terminal.reference.member(member) is None:
                continue
            for context in (terminal.context, anew):
                found = _rewards_here(terminal, context, member)
                if found != expected:
                    differing = sorted(set(found.items()) ^ set(expected.items()))
                    raise Violation(f"{terminal.name}: rewards of {member} differ from HQ's: {differing[:4]}")
        _shares_agree(terminal, held)


def _rewards_here(terminal: SimTerminal, context: Context, member: str) -> Mapping[str, tuple[Any, ...]]:
    return terminal.ledger.run(lambda tx: _rewards(context.campaigns(tx).state(member).rewards))


def _rewards(rewards: Mapping[str, Reward]) -> dict[str, tuple[Any, ...]]:
    return {key: (str(reward.kind), reward.ref, reward.quantity) for key, reward in rewards.items()}


def _shares_agree(terminal: SimTerminal, held: Mapping[tuple[str, str], Any]) -> None:
    left = terminal.ledger.run(lambda tx: tx.shares())
    restored = any(fact.kind == EPOCH_BEGAN and fact.body["reason"] == "restored" for fact in journal(terminal))
    for (device, key), row in held.items():
        if device != terminal.device:
            continue
        unspent, mine = row.granted - row.used - row.owed, left.get(key, 0)
        # after a restore some of it is out for good; what a till owes of somebody's points HQ does not count against it
        fewer = mine < unspent and not restored and not terminal.was_restored and member_of_key(key) is None
        if mine > max(0, unspent) or fewer:
            raise Violation(f"{terminal.name}: {mine} of {key} left, HQ says {unspent}")


def _hqs_own(world: World) -> list[Fact]:
    return [facts.decode(raw) for raw in world.hq.facts(HQ, 1)]


def wholes(document: str) -> Mapping[str, int]:
    """Everything that a campaign file deals out."""
    return whole_quantities(read_campaign(document.encode()).campaign)
