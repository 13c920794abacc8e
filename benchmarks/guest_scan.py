"""A ticket is scanned at a desk with 100,000 guests on its list: how long until the verdict is durable.

    python -m benchmarks.guest_scan [--guests N] [--count N] [--came N] [--quick] [--folder DIR] [--json FILE]

One desk without HQ and its real files (SQLCipher, WAL, the ledger with synchronous=FULL): from the use case's call with
the scanned text until it answers. `welcome`: tickets that HQ signed (KT1) of guests who are expected, a fifth of them
members for whom a campaign gives a voucher; `other`: secrets of another system, tickets that were used, forged and
unknown ones, phones. Before them `--came` guests came, half of them at another desk whose facts are here. Beside the
scans the desk asks for the counts and the last arrivals, as its page does every other second: `page`. `opened`: the
event is opened for the first time after the program was started; `list`: the whole list comes as a snapshot.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.common import NoPins, spread, write_json
from benchmarks.walk_in import GIVEN, KEY, SURNAMES, phone
from kiosk.adapters.clock import SystemClock, SystemRandomness
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.peers import PeerBatch
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.scan.code_reader import TokenCodeReader
from kiosk.application.campaigns.histories import Histories
from kiosk.application.context import Context
from kiosk.application.guests.outcomes import Verdict
from kiosk.application.ports.ledger import Identity
from kiosk.application.service import CheckoutService
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.demo.store import offers
from kiosk.demo.store.people import STORE
from kiosk.domain.channels import Channel
from kiosk.domain.guests.event import Event, Guest, Tag, TagLook
from kiosk.domain.guests.facts import GUEST_SIGNED_IN, SignedInBody
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.sales.void_policy import DEFAULT_VOID_POLICY
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.domain.tokens import EventTicketClaims, SigningKey, TokenKind
from kiosk.protocol.rows import KeyRow, encode_row
from kiosk.protocol.tokens.codec import sign_token
from kiosk.sync import NoHq

VOLUNTEER = Staff("s-101", "林怡君", Role.CLERK, Channel.EVENT)
HQ = Ed25519PrivateKey.from_private_bytes(bytes(32))
EVENT = "gala"
NAMES = LocalText("週年慶", "周年庆", "Anniversary")


def guests(count: int) -> Iterator[tuple[str, int, str]]:
    """(id, revision, JSON) of a list."""
    for number in range(count):
        name = SURNAMES[number % 20] + GIVEN[number // 20 % 20] + GIVEN[number // 400 % 20]
        one = Guest(
            EVENT,
            f"g{number:06}",
            name,
            phone=phone(number),
            seat=str(number % 900),
            tags=("vip",) if number % 20 == 0 else (),
            codes=(f"secret{number:06}",) if number % 3 == 0 else (),
            plus_ones=number % 4,
            member=f"m{number:06}" if number % 5 == 0 else "",
        )
        yield f"{EVENT}/{one.id}", number + 1, encode_row(one).decode()


def filled(folder: Path, count: int) -> tuple[SqlReference, float]:
    """A reference as a snapshot of HQ makes it, and how many seconds the list took."""
    file = folder / "snapshot.db"
    with sqlite3.connect(file) as made:
        made.execute("CREATE TABLE row (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, data TEXT NOT NULL)")
        made.executemany("INSERT INTO row VALUES (?, ?, ?)", guests(count))
    made.close()
    reference = SqlReference(folder / "ref.db", KEY)
    for at, (bucket, row_id, row) in enumerate(offers.rows(), 1):
        reference.apply(bucket, [(row_id, at, encode_row(row).decode())], [], at)
    began = time.perf_counter()
    reference.load_snapshot(f"store/{STORE}/guests", file, count)
    took = time.perf_counter() - began
    file.unlink()
    now = datetime.now(UTC).replace(microsecond=0)
    day = timedelta(days=1)
    public = HQ.public_key().public_bytes_raw().hex()
    key = KeyRow("aa", public, now - day, now + 9 * day, None, tuple(kind.value for kind in TokenKind))
    event = Event(
        EVENT, NAMES, now - day, now + day, "Asia/Taipei", tags=(Tag("vip", NAMES, TagLook.VIP),), quota=400_000
    )
    reference.apply("chain/keys", [("aa", 99, encode_row(key).decode())], [], 99)
    reference.apply(f"store/{STORE}/gatherings", [(EVENT, 1, encode_row(event).decode())], [], 1)
    return reference, took


def ticket(number: int, private: bytes = bytes(32)) -> str:
    """A ticket of the guest of that number."""
    now = datetime.now(UTC).replace(microsecond=0)
    claims = EventTicketClaims(
        issuer="HQ",
        key_id=b"\xaa",
        issued=now - timedelta(hours=1),
        expires=now + timedelta(days=1),
        event=EVENT,
        registration=f"g{number:06}",
    )
    return sign_token(claims, SigningKey(b"\xaa", private))


def came(tx: Any, numbers: Sequence[int], name: str) -> None:
    """Guests who came before anybody looks at the clock."""
    for number in numbers:
        body = SignedInBody(event=EVENT, guest=f"g{number:06}", turn=1, desk=name)
        tx.append(GUEST_SIGNED_IN, "s-101", GUEST_SIGNED_IN.write(body))


def of_another_desk(clock: SystemClock, numbers: Sequence[int]) -> PeerBatch:
    """Their facts, as another desk sends them."""
    other = memory_ledger(KEY, clock, threaded=False)
    other.run(lambda tx: tx.begin_epoch(Identity("d-2", "Door 2", STORE, 1, "https://hq.example.com"), "enrolled"))
    other.run(lambda tx: came(tx, numbers, "Door 2"))
    rows = other.run(lambda tx: tx.facts_after(1, 0, len(numbers) + 10))
    other.close()
    return PeerBatch("d-2", 1, 1, tuple(row[1] for row in rows), rows[-1][2])


class Desk:
    """One desk and its files."""

    def __init__(self, folder: Path, count: int, before: int) -> None:
        clock = SystemClock()
        self.reference, self.list_took = filled(folder, count)
        self.ledger: SqlLedger = open_ledger(folder / "ledger.db", KEY, clock)
        own, others = range(before // 2), range(before // 2, before)
        identity = Identity("d-1", "Door 1", STORE, 1, "https://hq.example.com")
        self.ledger.run(lambda tx: tx.begin_epoch(identity, "enrolled"))
        self.ledger.run(lambda tx: came(tx, own, "Door 1"))
        batch = of_another_desk(clock, others)
        self.ledger.run(lambda tx: tx.append_of_peer(batch))
        nobody = NoHq()
        self.service = CheckoutService(
            Context(
                ledger=self.ledger,
                reference=self.reference,
                codes=TokenCodeReader(self.reference),
                claims=nobody,
                lookups=nobody,
                hasher=NoPins(),
                clock=clock,
                randomness=SystemRandomness(),
                sync_status=lambda: SyncStatus(Link.OFFLINE, instant(0), 0),
                void_policy=DEFAULT_VOID_POLICY,
                histories=Histories(self.reference),
            )
        )

    def scans(self, text: str, *, typed: bool = False) -> tuple[Verdict, float, float]:
        """What is said, after how many milliseconds, and how many of those this process worked."""
        source = ScanSource.TYPED if typed else ScanSource.HANDHELD
        scan = ScanEvent(text, Symbology.QR, source, None, None, 0.0)
        began, began_busy = time.perf_counter(), time.process_time()
        said = self.service.scan_guest(EVENT, scan, VOLUNTEER)
        took, busy = (time.perf_counter() - began) * 1000, (time.process_time() - began_busy) * 1000
        assert isinstance(said, Verdict)
        return said, took, busy

    def looks(self) -> float:
        """What the page asks for, in milliseconds."""
        began = time.perf_counter()
        self.service.desk_state(EVENT)
        self.service.arrivals(EVENT, most=30)
        return (time.perf_counter() - began) * 1000


def measure(folder: Path, count: int, scans: int, before: int) -> dict[str, Any]:
    """The figures."""
    desk = Desk(folder, count, before)
    began, began_busy = time.perf_counter(), time.process_time()
    desk.service.open_event(EVENT)
    opened, opened_busy = time.perf_counter() - began, time.process_time() - began_busy
    dice = random.Random(5)
    numbers = dice.sample(range(before, count), scans)
    welcome, worked, other, page = [], [], [], []
    for turn, number in enumerate(numbers):
        said, took, busy = desk.scans(ticket(number))
        if said.kind is not VerdictKind.WELCOME:
            raise SystemExit(f"guest {number}: {said}")
        welcome.append(took)
        worked.append(busy)
        texts = (
            ticket(dice.randrange(before)),
            ticket(number, bytes([1]) * 32),
            f"secret{number // 3 * 3:06}",
            "nobody",
        )
        other.append(desk.scans(texts[turn % 4])[1])
        if turn % 2 == 0:
            page.append(desk.looks())
        if turn % 10 == 0:
            other.append(desk.scans(phone(dice.randrange(before)).replace("+886", "0"), typed=True)[1])
    desk.ledger.close()
    desk.reference.close()
    warm = scans // 50
    return {
        "guests": count,
        "came before": before,
        "welcome, durable ms": spread(welcome[warm:], 1),
        "welcome, processor ms": spread(worked[warm:], 1),
        "other verdicts ms": spread(other[warm:], 1),
        "page ms": spread(page[warm:], 1),
        "event opened s": round(opened, 2),
        "event opened, processor s": round(opened_busy, 2),
        "list from its snapshot s": round(desk.list_took, 2),
    }


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guests", type=int, default=100_000)
    parser.add_argument("--count", type=int, default=1_500)
    parser.add_argument("--came", type=int, default=20_000)
    parser.add_argument("--quick", action="store_true", help="300 scans")
    parser.add_argument("--folder", type=Path, help="on the disk that counts; default: the system's temporary folder")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        found = measure(Path(folder), args.guests, 300 if args.quick else args.count, args.came)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    write_json(args.json, found)
    return found


if __name__ == "__main__":
    main()
