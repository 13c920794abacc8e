"""A round of the beacon has come, from a relay, a terminal or a person's hand: what waited for it goes on."""

from __future__ import annotations

from kiosk.hq.context import Caller, Context
from kiosk.hq.draws import beacons, leases
from kiosk.hq.reply import Reply, problem
from kiosk.hq.store.database import Tx
from kiosk.protocol.wire.messages import BeaconKept, BeaconTold


def arrived(context: Context, tx: Tx, chain: str, number: int, signature: bytes, source: str) -> bool:
    """Keep it if it is good, tell everybody, and do what waited for it. False when it is not, or nothing waits for
    it."""
    if not beacons.keep(context, tx, chain, number, signature, source):
        return False
    leases.round_is_here(tx, chain, number, context.clock.now_ms())
    return True


def told(context: Context, tx: Tx, caller: Caller, request: BeaconTold) -> Reply:
    """`POST /v1/beacons`."""
    now = context.clock.now_ms()
    if request.chain != beacons.chain_in_force(tx).hash:
        return problem(409, "other_chain", "HQ goes by another beacon", now)
    if not beacons.is_wanted(tx, request.chain, request.round):
        return problem(404, "not_wanted", "nothing waits for that round", now)
    if not arrived(context, tx, request.chain, request.round, request.signature, caller.device):
        return problem(409, "bad_signature", "that is not the round's signature", now)
    return Reply(200, BeaconKept(time=now))
