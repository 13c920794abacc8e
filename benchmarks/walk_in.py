"""A walk-in becomes a member among a million: how long until it is durable, how long the look for their phone takes.

    python -m benchmarks.walk_in [--members 1000000] [--count 300] [--quick] [--folder DIR] [--json FILE]

One terminal without HQ, its real files (SQLCipher, WAL, the ledger with synchronous=FULL), the demo store's campaigns
with their shares. `registered`: from the use case's call until the fact, the person, the welcome pack and the row that
searches find are there, recommended by a member. `looked for`: everybody who has a phone, half of them members, half
nobody.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.common import NoPins, spread, write_json
from kiosk.adapters.clock import SystemClock, SystemRandomness
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.keys.code_signer import DeviceCodeSigner
from kiosk.adapters.scan.code_reader import TokenCodeReader
from kiosk.application.campaigns.histories import Histories
from kiosk.application.context import Context
from kiosk.application.ports.ledger import Identity
from kiosk.application.registration.outcomes import Agreed, NewMember, Referrer, Registered
from kiosk.application.service import CheckoutService
from kiosk.application.sync.lease_trust import UNTIL, good_for
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.demo.store import offers
from kiosk.demo.store.people import STORE
from kiosk.domain.campaigns.facts import LEASE_CHANGED
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.registration.person import card_of
from kiosk.domain.registration.policy import DEFAULT_POLICY, MARKETING, SERVICE
from kiosk.domain.registration.referral import How
from kiosk.domain.sales.void_policy import DEFAULT_VOID_POLICY
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.time import instant
from kiosk.protocol.rows import REGISTRATION_ID, encode_row
from kiosk.sync import NoHq

KEY = bytes(range(32))
CLERK = Staff("s-101", "林怡君", Role.CLERK)
SURNAMES, GIVEN = "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐", "志明淑芬俊傑美玲建宏雅婷家豪怡君宗翰詩涵"
YES = (Agreed(SERVICE, "1", given=True), Agreed(MARKETING, "1", given=True))


def phone(number: int) -> str:
    """E.164 of the member of that number, spread over the range as real ones are."""
    return f"+8869{number * 37 % 50_000_000 + 10_000_000:08}"


def rows(count: int) -> Iterator[tuple[str, int, str]]:
    """(id, revision, JSON) of so many members."""
    joined = datetime(2025, 1, 1, tzinfo=UTC)
    for number in range(count):
        name = SURNAMES[number % 20] + GIVEN[number // 20 % 20] + GIVEN[number // 400 % 20]
        member = f"m{number:07}"
        row = Member(
            member,
            card_of(member),
            name,
            phone(number),
            Tier.BASIC,
            Segment.ACTIVE,
            0,
            STORE,
            joined,
            visits=number % 9,
        )
        yield member, number + 1, encode_row(row).decode()


def filled(folder: Path, count: int) -> SqlReference:
    """A reference as a snapshot of HQ makes it."""
    file = folder / "snapshot.db"
    with sqlite3.connect(file) as made:
        made.execute("CREATE TABLE row (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, data TEXT NOT NULL)")
        made.executemany("INSERT INTO row VALUES (?, ?, ?)", rows(count))
    made.close()
    reference = SqlReference(folder / "ref.db", KEY)
    for at, (bucket, row_id, row) in enumerate(offers.rows(), 1):
        reference.apply(bucket, [(row_id, at, encode_row(row).decode())], [], at)
    policy = replace(DEFAULT_POLICY, household_key="ab" * 32)
    reference.apply("chain/registration", [(REGISTRATION_ID, 1, encode_row(policy).decode())], [], 1)
    reference.load_snapshot(f"store/{STORE}/members", file, count)
    file.unlink()
    return reference


def measure(folder: Path, members: int, count: int) -> dict[str, Any]:
    """The figures."""
    clock, chance = SystemClock(), SystemRandomness()
    ledger = open_ledger(folder / "ledger.db", KEY, clock)
    reference = filled(folder, members)
    shares = {key: most for one in offers.campaigns() for key, most in whole_quantities(one).items()}

    def begin(tx: Any) -> None:
        tx.begin_epoch(Identity("d-1", "N01-1", STORE, 1, "https://hq.example.com"), "enrolled")
        tx.append(LEASE_CHANGED, "system", {"op": "l-1", "quantities": shares})
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
        signer=DeviceCodeSigner(lambda: KEY),
    )
    service = CheckoutService(context)
    dice = random.Random(7)
    looked, registered, busy = [], [], []
    for turn in range(-10, count):  # the first ones warm up
        known = dice.randrange(members)
        asked = phone(known) if turn % 2 else f"+8869{dice.randrange(70_000_000, 99_999_999)}"
        began, began_busy = time.perf_counter(), time.process_time()
        found = service.who_has(asked)
        took, took_busy = time.perf_counter() - began, time.process_time() - began_busy
        if bool(found) is not bool(turn % 2):
            raise SystemExit(f"{asked}: {found}")
        new = NewMember(
            "王小明",
            f"+8869{61_000_000 + (turn + 10) * 101}",
            YES,
            referrer=Referrer(f"m{dice.randrange(members):07}", "", How.CARD),
        )
        began = time.perf_counter()
        made = service.register(new, CLERK)
        took_all = time.perf_counter() - began
        if not isinstance(made, Registered):
            raise SystemExit(f"not registered: {made}")
        if turn >= 0:
            looked.append(took * 1000)
            busy.append(took_busy * 1000)
            registered.append(took_all * 1000)
    people = len(ledger.run(lambda tx: tx.people()))
    ledger.close()
    reference.close()
    if people != count + 10:
        raise SystemExit(f"{people} newcomers in the ledger")
    return {
        "members": members,
        "registered, durable ms": spread(registered, 2),
        "phone looked for ms": spread(looked, 2),
        "phone looked for, processor ms": spread(busy, 2),
    }


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--members", type=int, default=1_000_000)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--quick", action="store_true", help="100,000 members")
    parser.add_argument("--folder", type=Path, help="on the disk that counts; default: the system's temporary folder")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(argv)
    members = min(args.members, 100_000) if args.quick else args.members
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        found = measure(Path(folder), members, args.count)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    write_json(args.json, found)
    return found


if __name__ == "__main__":
    main()
