"""Bugs put into the product's code on purpose: the simulation finds each of them in a bounded number of steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import update

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.claims import HqClaims
from kiosk.adapters.sync.pull import Pull
from kiosk.adapters.sync.push import Push
from kiosk.adapters.sync.session import Session
from kiosk.application.ports.coupons import Claim
from kiosk.application.sales import confirm as confirm_sale
from kiosk.application.sales import rights as sale_rights
from kiosk.application.sales.outcomes import RightUsed
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.hq.coupons import judging, rights
from kiosk.hq.coupons.spending import Use
from kiosk.hq.projections import redemptions
from kiosk.hq.store.schema import right_grant
from kiosk.hq.wire import push
from kiosk.protocol.wire import messages as m
from tests.simulation import run
from tests.simulation.invariants import Violation
from tests.simulation.runner import Failed, play_anew

STEPS, WORLDS = 300, 20
Patch = pytest.MonkeyPatch


def acknowledged_when_sent(patch: Patch) -> None:
    """The terminal takes a push for acknowledged as soon as it is sent."""
    build = Push._next_batch

    def next_batch(self: Push, tx: LedgerTransaction) -> m.PushRequest | None:
        batch = build(self, tx)
        if batch is not None:
            self._standing.acked = batch.first + len(batch.facts) - 1
            tx.set_meta("acked", str(self._standing.acked))
        return batch

    patch.setattr(Push, "_next_batch", next_batch)
    patch.setattr(Push, "_take_ack", lambda self, batch, answer: None)
    patch.setattr(Session, "open", _session_without_a_look_at_the_chain)


def _session_without_a_look_at_the_chain(self: Session) -> None:
    self.sign_in()


def told_before_durable(patch: Patch) -> None:
    """The ledger answers first and commits with the next transaction."""
    commit_at_once = SqlLedger._run

    def lazy(self: SqlLedger, work: Callable[[LedgerTransaction], Any]) -> Any:
        if self._db.in_transaction:
            self._db.commit()
        real, db = self._db, _NoCommit(self._db)
        self._db = db
        try:
            return commit_at_once(self, work)
        finally:
            self._db = real

    patch.setattr(SqlLedger, "_run", lazy)


class _NoCommit:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Some other time."""


def rights_not_checked(patch: Patch) -> None:
    """A coupon is redeemed by a right that nobody looked for."""

    def right(context: Any, tx: Any, line: Any, judged: Any) -> Any:
        return confirm_sale._Right(line, judged.template, RightUsed.HELD, gift=judged.gift)

    patch.setattr(confirm_sale, "_right", right)
    patch.setattr(confirm_sale, "_still", lambda context, tx, right: right)


def carried_facts_get_a_new_txn(patch: Patch) -> None:
    """After a restore, sales that are carried into the new epoch are numbered anew."""
    carry = LedgerTransaction._carry

    def carry_anew(self: LedgerTransaction, fact: Any) -> None:
        if fact.kind == SALE_COMPLETED:
            self._store(
                replace(
                    fact,
                    epoch=self.head.epoch,
                    seq=self.head.seq + 1,
                    body={**fact.body, "txn": fact.body["txn"][::-1]},
                )
            )
            return
        carry(self, fact)

    patch.setattr(LedgerTransaction, "_carry", carry_anew)


def unacknowledged_facts_are_not_carried(patch: Patch) -> None:
    """A new epoch begins with a clean slate: what HQ had not got is left behind."""
    patch.setattr(LedgerTransaction, "_carry", lambda self, fact: None)


def hq_counts_repeated_facts(patch: Patch) -> None:
    """HQ takes what it has already for new."""
    record = redemptions._record_uses

    def twice(tx: Any, origin: Any, uses: Sequence[Any]) -> None:
        again = [(fact, replace(use, txn=use.txn + "+")) for fact, use in uses if fact.seq % 2 == 0]
        record(tx, origin, [*uses, *again])

    patch.setattr(redemptions, "_record_uses", twice)


def a_void_keeps_the_use(patch: Patch) -> None:
    """HQ forgets that a void gives the coupon back."""
    patch.setattr(judging._Evidence, "use", _never_voided)


def _never_voided(self: judging._Evidence, row: Any) -> Any:
    return Use(row.txn, True, row.hlc, row.device, row.epoch, row.seq, False)


def a_lost_claim_counts_as_granted(patch: Patch) -> None:
    """No answer is taken for a yes."""
    ask = HqClaims.claim

    def claim(self: HqClaims, op: str, coupon: str, template: str, txn: str, value: int) -> Any:
        return ask(self, op, coupon, template, txn, value) or Claim(True)

    patch.setattr(HqClaims, "claim", claim)


def cursor_before_page(patch: Patch) -> None:
    """The cursor is kept before the page is applied."""
    apply = SqlReference.apply

    def early(self: SqlReference, bucket: str, put: Any, deleted: Any, cursor: int) -> None:
        apply(self, bucket, [], [], cursor)
        apply(self, bucket, put, deleted, cursor)

    patch.setattr(SqlReference, "apply", early)
    _buckets_are_not_compared(patch)


def _buckets_are_not_compared(patch: Patch) -> None:
    """Otherwise the terminal mends by itself, once a day, what such a bug leaves behind."""
    patch.setattr(Pull, "_to_be_compared", lambda self, buckets: ())


def deletions_are_not_pulled(patch: Patch) -> None:
    """The terminal does not give back what HQ calls back."""
    apply = Pull._apply

    def without(self: Pull, page: m.BucketPage) -> None:
        if page.bucket.endswith("/rights"):
            page = m.BucketPage(bucket=page.bucket, rows=tuple(r for r in page.rows if r.data), cursor=page.cursor)
        apply(self, page)

    patch.setattr(Pull, "_apply", without)


def a_right_goes_on_at_once(patch: Patch) -> None:
    """HQ gives a right to another terminal without waiting for its holder."""
    recall = rights.recall

    def hasty(tx: Any, grant: Any, now: int) -> None:
        recall(tx, grant, now)
        tx.execute(update(right_grant).where(rights._same(grant)).values(ended_at=now))

    patch.setattr(rights, "recall", hasty)


def a_parked_till_uses_its_rights(patch: Patch) -> None:
    """A till that was shut down in good order uses its rights at once when it opens, though HQ may have given them
    away."""
    patch.setattr(sale_rights, "RIGHTS_WAIT", ())


def a_restored_ledger_goes_on_as_if_nothing_had_been(patch: Patch) -> None:
    """The session does not compare the chains, and HQ takes any hash."""
    patch.setattr(push, "_disagreement", lambda tx, caller, request, acked, acked_hash: None)
    patch.setattr(Session, "open", _session_without_a_look_at_the_chain)


def granted_claims_are_forgotten(patch: Patch) -> None:
    """HQ gives a claimed coupon to the next one although nobody knows what became of the first."""
    patch.setattr(run, "SETTINGS", replace(run.SETTINGS, claim_ttl=0))


PLANTED = {
    # where to begin to look: the first world in which it showed when this was written
    acknowledged_when_sent: 3,
    told_before_durable: 7,
    rights_not_checked: 1,
    carried_facts_get_a_new_txn: 6,
    unacknowledged_facts_are_not_carried: 2,
    hq_counts_repeated_facts: 1,
    a_void_keeps_the_use: 1,
    a_lost_claim_counts_as_granted: 1,
    cursor_before_page: 24,
    deletions_are_not_pulled: 1,
    a_right_goes_on_at_once: 8,
    a_parked_till_uses_its_rights: 22,
    a_restored_ledger_goes_on_as_if_nothing_had_been: 2,
    granted_claims_are_forgotten: 5,
}

SHORT = (told_before_durable, rights_not_checked, a_void_keeps_the_use)
"""One of the ledger's, one of the till's, one of HQ's: looked for each time."""


@pytest.mark.parametrize(("bug", "first"), [pytest.param(bug, at, id=bug.__name__) for bug, at in PLANTED.items()])
def test_a_planted_bug_is_found(
    monkeypatch: pytest.MonkeyPatch,
    allowed_warnings: list[str],
    torture: bool,
    bug: Callable[[Patch], None],
    first: int,
) -> None:
    if bug not in SHORT and not torture:
        pytest.skip("make torture looks for all of them")
    allowed_warnings.append("facts that were durable are missing")  # the ledger's own witness of the second one
    bug(monkeypatch)
    assert any(_found(seed) for seed in range(first, first + WORLDS)), f"unnoticed in {WORLDS} worlds of {STEPS} steps"


def _found(seed: int) -> bool:
    try:
        play_anew(seed, STEPS, check_every=10)
    except Failed as failed:
        # a program that merely breaks would be found without a simulation
        return isinstance(failed.__cause__, Violation)
    return False
