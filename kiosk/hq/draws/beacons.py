"""Rounds of the randomness beacon that draws wait for: which are wanted, and those that are here, verified by the
chain's key and told to every terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select, update

from kiosk.domain.draws.beacon import QUICKNET, Chain, chain_of, time_of
from kiosk.domain.draws.fields import FieldFault
from kiosk.hq.context import Context
from kiosk.hq.draws import relays
from kiosk.hq.draws.relays import RelayFault
from kiosk.hq.draws.wheel_tables import beacon_round
from kiosk.hq.messages import settings
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.draws.bls import beacon_signature_is_good
from kiosk.protocol.rows import BEACON_ID, BeaconChainRow, BeaconRow

BEACONS, CHAINS = Bucket(CHAIN, "beacons"), Bucket(CHAIN, "beacon_chains")
TOPIC = "beacons"
"""Somebody waits for a round, or has it (`Tx.touch`)."""
BY_HAND = "hand"
_SETTING = "beacon"
_FARTHEST_S = 400 * 86_400
"""A round that is further away is nothing that a draw of ours waits for."""


class BeaconFault(ValueError):
    """Settings of the beacon that cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class BeaconSettings:
    """Which chain draws go by, and who is asked for its rounds. `public`: it is the League of Entropy's quicknet."""

    chain: Chain = QUICKNET
    relays: tuple[str, ...] = relays.USUAL

    @property
    def public(self) -> bool:
        """Whether it is the public beacon; everything says so where it is not."""
        return self.chain == QUICKNET


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """A round for people. Times in ms; `signature` "" and `got_at` None until it is here; `source`: who told it."""

    chain: str
    round: int
    due_at: int
    tries: int
    signature: str
    got_at: int | None
    source: str
    public: bool


# -- settings ---------------------------------------------------------------------------------------------------------


def in_force(tx: Tx) -> BeaconSettings:
    """The settings as they are now."""
    said = settings.read(tx, _SETTING)
    return BeaconSettings() if said is None else read_settings(msgspec.json.decode(said))


def chain_in_force(tx: Tx) -> Chain:
    """The chain that draws go by."""
    return in_force(tx).chain


def read_settings(said: Any) -> BeaconSettings:
    """Settings as a file or HQ's table has them: {"relays": [addresses], "chain": drand's own description}; what is
    missing is usual. Raises BeaconFault."""
    if not isinstance(said, dict) or not set(said) <= {"relays", "chain"}:
        raise BeaconFault("it has `relays`, a list of addresses, and `chain`, the description of a drand chain")
    named = said.get("relays", list(relays.USUAL))
    if not isinstance(named, list) or not 0 < len(named) <= relays.MOST_RELAYS:
        raise BeaconFault(f"relays: 1 to {relays.MOST_RELAYS} addresses")
    try:
        addresses = tuple(dict.fromkeys(relays.checked(str(one)) for one in named))
        chain = chain_of(said["chain"]) if "chain" in said else QUICKNET
    except RelayFault as fault:
        raise BeaconFault(str(fault)) from fault
    except FieldFault as fault:
        raise BeaconFault(f"chain: {fault}") from fault
    if chain.scheme != QUICKNET.scheme:
        raise BeaconFault(f"chain: only {QUICKNET.scheme} is understood")
    return BeaconSettings(chain, addresses)


def put_settings(context: Context, tx: Tx, said: Any, by: str) -> BeaconSettings:
    """Other settings; None: the usual ones. Draws that wait for a round of another chain go on waiting for that one.
    Raises BeaconFault."""
    found = BeaconSettings() if said is None else read_settings(said)
    kept = None
    if said is not None:
        kept = msgspec.json.encode({"relays": found.relays, "chain": found.chain.body()}).decode()
    settings.write(context, tx, _SETTING, kept, by)
    row = None if found.public else BeaconChainRow(**found.chain.body())
    publish(tx, [RowChange(CHAINS, BEACON_ID, row)], context.clock.now_ms())
    tx.touch(TOPIC)
    return found


# -- rounds -----------------------------------------------------------------------------------------------------------


def want(tx: Tx, chain: str, number: int) -> None:
    """A draw waits for this round of the chain in force (`chain`: its hash): it is fetched when it is out. Raises
    ValueError for a round of any other chain, which nothing could verify."""
    known = chain_in_force(tx)
    if chain != known.hash:
        raise ValueError(f"another chain is in force than {chain}")
    due = time_of(known, number) * 1000
    row = {"store": CHAIN, "chain": chain, "round": number, "due_at": due, "next_at": due, "tries": 0, "source": ""}
    tx.insert_new(beacon_round, [row])
    tx.touch(TOPIC)


def signature(tx: Tx, chain: str, number: int) -> bytes | None:
    """A round's signature, verified; None: it is not here yet."""
    found = tx.execute(select(beacon_round.c.signature).where(_is(chain, number))).scalar()
    return None if found is None else bytes(found)


def is_wanted(tx: Tx, chain: str, number: int) -> bool:
    """Whether a draw waits for it, or did."""
    return tx.execute(select(beacon_round.c.round).where(_is(chain, number))).first() is not None


def keep(context: Context, tx: Tx, chain: str, number: int, told: bytes, source: str) -> bool:
    """A round has come (`arrivals.arrived`, which goes on with what waited for it): when its signature is good it is
    kept and told to everybody. False when it is not, or nothing waits for it. Again, it changes nothing."""
    known = chain_in_force(tx)
    row = tx.execute(select(beacon_round).where(_is(chain, number))).one_or_none()
    if row is None or chain != known.hash:
        return False
    if row.signature is not None:
        return bytes(row.signature) == told
    if not beacon_signature_is_good(known, number, told):
        return False
    now = context.clock.now_ms()
    said = {"signature": told, "got_at": now, "source": source[:200]}
    tx.execute(update(beacon_round).where(_is(chain, number)).values(said))
    publish(tx, [RowChange(BEACONS, f"{chain}/{number}", BeaconRow(chain, number, told.hex()))], now)
    tx.touch(TOPIC)
    return True


def rounds(tx: Tx, limit: int = 200) -> Sequence[RoundSeen]:
    """The latest rounds that something waits for, or waited."""
    public = QUICKNET.hash
    query = select(beacon_round).order_by(beacon_round.c.due_at.desc(), beacon_round.c.round.desc()).limit(limit)
    return [
        RoundSeen(
            row.chain,
            row.round,
            row.due_at,
            row.tries,
            "" if row.signature is None else bytes(row.signature).hex(),
            row.got_at,
            row.source,
            row.chain == public,
        )
        for row in tx.execute(query)
    ]


def _is(chain: str, number: int) -> Any:
    return (beacon_round.c.store == CHAIN) & (beacon_round.c.chain == chain) & (beacon_round.c.round == number)
