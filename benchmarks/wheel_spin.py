"""How long a spin takes until it is durable, and until its receipt is signed.

    python -m benchmarks.wheel_spin [--count 1000] [--quick] [--folder DIR] [--json FILE]

One terminal without HQ, its real files (SQLCipher, WAL, the ledger with synchronous=FULL; nT and the device's key in
an encrypted key file), the plan with the wheel (resources/campaigns/mini-program.yaml), leases of 500 slots, a hundred
members who spin in turn. `spun`: from the use case's call until spin, slot, rewards and receipt are there; the wheel
turns then. `first of a lease`: the same where the tape has to be made of nT, beacon and lease first. `shown`: until it
is durable that the wheel has stopped.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.common import NoPins, spread, write_json
from kiosk import paths
from kiosk.adapters.clock import SystemClock, SystemRandomness
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.keys.code_signer import DeviceCodeSigner
from kiosk.adapters.keys.key_file import FileKeyStore
from kiosk.adapters.keys.keystore import DEVICE_KEY, KeyStore, wheel_secret_name
from kiosk.adapters.scan.code_reader import TokenCodeReader
from kiosk.application.campaigns.histories import Histories
from kiosk.application.context import Context
from kiosk.application.draws.wheel_outcomes import SpinWay, Spun
from kiosk.application.ports.ledger import Identity
from kiosk.application.service import CheckoutService
from kiosk.application.sync.lease_trust import UNTIL, good_for
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.demo.chain.in_time import running
from kiosk.demo.store import offers
from kiosk.demo.store.people import STORE
from kiosk.domain.campaigns.facts import LEASE_CHANGED
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.domain.draws.batch import Prize
from kiosk.domain.draws.beacon import QUICKNET, Round
from kiosk.domain.draws.encoding import jcs
from kiosk.domain.draws.sealed import Tapes
from kiosk.domain.draws.wheel import Lease, tape, tape_root, tape_seed, terminal_commitment
from kiosk.domain.draws.wheel_facts import WHEEL_OPENED, WheelOpened
from kiosk.domain.draws.wheel_stock import stock_of
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.sales.void_policy import DEFAULT_VOID_POLICY
from kiosk.domain.staff.actors import Customer
from kiosk.domain.time import instant
from kiosk.installation import device_seed, wheel_secret
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.campaigns.signature import sign
from kiosk.protocol.rows import EditionRow, KeyRow, encode_row
from kiosk.sync import NoHq

KEY = bytes(range(32))
HQ = Ed25519PrivateKey.from_private_bytes(bytes(32))
SLOTS, MEMBERS = 500, 100
"""Of a lease; who spin in turn."""


def members() -> list[Member]:
    """Who spin."""
    joined = datetime(2025, 1, 1, tzinfo=UTC)
    return [
        Member(f"m{at:03}", f"90{at:05}", "王小明", f"+8869120{at:05}", Tier.BASIC, Segment.ACTIVE, 0, STORE, joined)
        for at in range(MEMBERS)
    ]


def told(folder: Path, text: str) -> tuple[SqlReference, Campaign]:
    """The store and the campaign as HQ tells them."""
    reference = SqlReference(folder / "ref.db", KEY)
    campaign = read_campaign(text.encode()).campaign
    long = datetime(2025, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)
    key = KeyRow("aa", HQ.public_key().public_bytes_raw().hex(), *long, None, ("campaign",))
    edition = EditionRow(campaign.id, 1, instant(0), None, text, sign(campaign, "aa", HQ).decode())
    rows = [("chain/keys", "aa", key), ("chain/editions", f"{campaign.id}/1", edition)]
    rows += [("chain/stores", row_id, row) for bucket, row_id, row in offers.rows() if bucket == "chain/stores"]
    rows += [(f"store/{STORE}/members", one.id, one) for one in members()]
    for at, (bucket, row_id, row) in enumerate(rows, 1):
        reference.apply(bucket, [(row_id, at, encode_row(row).decode())], [], at)
    return reference, campaign


def opened(ledger: SqlLedger, keys: KeyStore, campaign: Campaign, number: int, now: int) -> None:
    """A lease comes, of the wheel's stock in its proportions, and HQ has its root."""
    wheel = campaign.wheels[0]
    stock = [code for code, count in stock_of(campaign, wheel).items() for _ in range(count)]
    step = len(stock) // SLOTS
    taken = [stock[at * step + number % step] for at in range(SLOTS)]
    counts = tuple(Prize(code, taken.count(code)) for code in dict.fromkeys(taken))
    op, nt = f"w-{number}", hashlib.sha256(f"{number}".encode()).digest()
    beacon = hashlib.sha384(nt).digest()
    keys.put(wheel_secret_name(op), nt)
    lease = Lease(
        campaign=campaign.id,
        lease_id=f"{wheel.id}.{number}",
        terminal="d-1",
        seq=number + 1,
        counts=counts,
        commit_terminal=terminal_commitment(nt).hex(),
        beacon=Round(QUICKNET.hash, 1000 + number),
        valid_from=now // 1000 - 60,
        valid_to=now // 1000 + 86_400,
        rules_hash=bytes(32).hex(),
    )
    codes = tape(lease.counts, tape_seed(lease.hash(), nt, beacon))
    said = WheelOpened(
        lease=lease.lease_id,
        op=op,
        campaign=campaign.id,
        wheel=wheel.id,
        body=jcs(lease.body()).decode(),
        key_id="aa",
        signature="",
        beacon=beacon.hex(),
        root=tape_root(lease.lease_id, codes, nt).hex(),
        size=lease.size,
    )

    def journal(tx: Any) -> None:
        fact = tx.append(WHEEL_OPENED, "system", WHEEL_OPENED.write(said))
        tx.set_meta("acked", str(fact.seq))

    ledger.run(journal)


def measure(folder: Path, count: int) -> dict[str, Any]:
    """The figures."""
    clock, chance = SystemClock(), SystemRandomness()
    plan = (paths.resources() / "campaigns" / "mini-program.yaml").read_text(encoding="utf-8")
    # as many as are measured, whatever the plan gives a member a day
    plan = plan.replace("give: [{spins: lucky}]", "give: [{spins: {wheel: lucky, count: 10000}}]", 1)
    text = running(plan, instant(clock.now_ms()).date())
    ledger = open_ledger(folder / "ledger.db", KEY, clock)
    keys = FileKeyStore(folder / "keys.json", folder / "secret" / "machine.secret", None)
    keys.put(DEVICE_KEY, bytes([7]) * 32)
    reference, campaign = told(folder, text)

    def begin(tx: Any) -> None:
        tx.begin_epoch(Identity("d-1", "N01-1", STORE, 1, "https://hq.example.com"), "enrolled")
        tx.append(LEASE_CHANGED, "system", {"op": "l-1", "quantities": dict(whole_quantities(campaign))})
        tx.set_meta(UNTIL, good_for(clock.boot_id(), clock.mono_ms(), 86_400))

    ledger.run(begin)
    nobody = NoHq()
    context = Context(
        ledger=ledger,
        reference=reference,
        codes=TokenCodeReader(reference),
        claims=nobody,
        lookups=nobody,
        hasher=NoPins(),
        clock=clock,
        randomness=chance,
        sync_status=lambda: SyncStatus(Link.OFFLINE, instant(0), 0),
        void_policy=DEFAULT_VOID_POLICY,
        histories=Histories(reference),
        signer=DeviceCodeSigner(lambda: device_seed(keys)),
        tapes=Tapes(partial(wheel_secret, keys)),
    )
    service, customer = CheckoutService(context), Customer()
    for number in range(count // SLOTS + 2):
        opened(ledger, keys, campaign, number, clock.now_ms())
    visits = [service.choose_member(service.new_visit(), one.id) for one in members()]
    visits = [replace(visit, channel=customer.channel) for visit in visits]
    spun: list[float] = []
    first: list[float] = []
    busy: list[float] = []
    shown: list[float] = []
    for turn in range(-10, count):
        began, began_busy = time.perf_counter(), time.process_time()
        found = service.spin(visits[turn % MEMBERS], campaign.id, "lucky", SpinWay.FREE, customer)
        took, took_busy = (time.perf_counter() - began) * 1000, (time.process_time() - began_busy) * 1000
        if not isinstance(found, Spun) or not found.receipt:
            raise SystemExit(f"not spun: {found}")
        began = time.perf_counter()
        service.spin_shown(found.lease, found.j, customer)
        if turn >= 0:
            shown.append((time.perf_counter() - began) * 1000)
            (spun if found.j else first).append(took)
            busy.append(took_busy)
    ledger.close()
    reference.close()
    return {
        "spun, durable ms": spread(spun, 2),
        "spun, processor ms": spread(busy, 2),
        "first of a lease ms": spread(first, 2),
        "shown, durable ms": spread(shown, 2),
    }


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--quick", action="store_true", help="a quarter of them")
    parser.add_argument("--folder", type=Path, help="on the disk that counts; default: the system's temporary folder")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        found = measure(Path(folder), args.count // 4 if args.quick else args.count)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    write_json(args.json, found)
    return found


if __name__ == "__main__":
    main()
