"""What HQ told of draws, read from `ref.db`: the beacon and its rounds, wheels' prizes, leases."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from kiosk.application.ports.wheels import EntrantList, ToldLease
from kiosk.domain.draws.beacon import QUICKNET, Chain, chain_of
from kiosk.domain.draws.encoding import signed_bytes
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.wheel import lease_of, opening_body
from kiosk.protocol.rows import (
    BEACON_ID,
    BeaconChainRow,
    BeaconRow,
    DrawRow,
    ExclusionRow,
    KeyRow,
    TerminalRow,
    WheelLeaseRow,
    WheelRow,
)

T = TypeVar("T")


class _All(Protocol):
    """Every row of a statement that can be read, of (id, data); the table names it in the log."""

    def __call__(self, table: str, statement: str, values: tuple[Any, ...], row_type: type[T]) -> Sequence[T]: ...


class ToldDraws:
    """Reads them."""

    def __init__(
        self, rows: _All, keys: Callable[[], Sequence[KeyRow]], terminals: Callable[[str], Sequence[TerminalRow]]
    ) -> None:
        """`keys`: of HQ's, which are believed; `terminals`: keys of a device that HQ vouches for."""
        self._rows, self._keys, self._terminals = rows, keys, terminals

    def chain(self) -> Chain:
        """The drand chain that draws go by: the public one, where HQ told of no other that can be read."""
        found = self._one("beacon_chain", BEACON_ID, BeaconChainRow)
        try:
            return QUICKNET if found is None else chain_of({name: getattr(found, name) for name in QUICKNET.body()})
        except FieldFault:
            return QUICKNET

    def beacon(self, chain: str, number: int) -> bytes | None:
        """A round's signature as HQ told, not verified; None while it has not."""
        found = self._one("beacon", f"{chain}/{number}", BeaconRow)
        try:
            return None if found is None else bytes.fromhex(found.signature)
        except ValueError:
            return None

    def wheel_left(self, campaign: str, wheel: str) -> Mapping[str, tuple[int, int]]:
        """(left, whole) of each code of a wheel, as far as HQ knew."""
        found = self._one("wheel", f"{campaign}/{wheel}", WheelRow)
        return {} if found is None else {one.code: (one.left, one.whole) for one in found.prizes}

    def lease(self, lease: str) -> ToldLease | None:
        """A lease of this store, as HQ made it public."""
        row = self._one("wheel_lease", lease, WheelLeaseRow)
        if row is None:
            return None
        return ToldLease(row.lease, row.device, row.campaign, row.wheel, row.root, row.state, self._sealed(row))

    def _sealed(self, row: WheelLeaseRow) -> bool | None:
        """Whether HQ signed that lease, and its terminal that root: a row proves nothing by having come from HQ."""
        if not row.root or not row.root_signature:
            return None
        try:
            lease = lease_of(json.loads(row.body))
            opening = signed_bytes(opening_body(lease, bytes.fromhex(row.root)))
            of_hq, of_terminal = bytes.fromhex(row.signature), bytes.fromhex(row.root_signature)
        except (ValueError, TypeError, FieldFault):
            return False
        if (lease.lease_id, lease.terminal) != (row.lease, row.device):
            return False
        signers = [one.public for one in self._keys() if one.key_id == row.key_id]
        theirs = [one.public for one in self._terminals(row.device)]
        granted = _signed(signers, of_hq, signed_bytes(lease.body()))
        published = _signed(theirs, of_terminal, opening)
        return False if False in (granted, published) else None if None in (granted, published) else True

    def lists(self, draw: str) -> Sequence[EntrantList]:
        """Lists of a draw that were published."""
        told = self._rows("draw", "SELECT id, data FROM draw WHERE id > ?1 || '/' AND id < ?1 || '0'", (draw,), DrawRow)
        found = []
        for row in told:
            try:
                root = json.loads(row.manifest)["entrants_root"] if row.draw == draw and row.manifest else None
            except (ValueError, TypeError, KeyError):
                root = None
            if isinstance(root, str):
                found.append(EntrantList(draw, row.seq, row.name, root, bool(row.void)))
        return sorted(found, key=lambda one: one.seq)

    def excluded(self, member: str) -> bool:
        """Whether a member may win nothing."""
        return self._one("excluded", member, ExclusionRow) is not None

    def _one(self, table: str, row_id: str, row_type: type[T]) -> T | None:
        return next(iter(self._rows(table, f"SELECT id, data FROM {table} WHERE id = ?", (row_id,), row_type)), None)


def _signed(keys: Iterable[str], signature: bytes, text: bytes) -> bool | None:
    """Whether one of these keys signed it; None where there are none."""
    from kiosk.protocol.draws.signatures import signature_is_good  # a start has no time for it

    known = list(keys)
    return any(signature_is_good(bytes.fromhex(one), text, signature) for one in known) if known else None
