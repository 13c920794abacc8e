"""A batch draw at HQ among many ticket holders: freezing, publishing, drawing 1,000 winners, and the memory it took.

`python -m benchmarks.hq_draws [--entrants 1000000] [--winners 1000]`: HQ's own database, encrypted, in a folder of its
own. How long others were kept from writing is the longest transaction that writes."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from kiosk.demo.beacon import DemoBeacon
from kiosk.domain.draws import verify
from kiosk.domain.members.member import Member
from kiosk.hq.draws.tables import ticket_word
from kiosk.hq.draws_batch.files import unpacked
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.database import Database, Tx
from kiosk.hq.store.schema import CHAIN, published
from kiosk.protocol.draws.bls import beacon_signature_is_good
from kiosk.protocol.draws.signatures import signature_is_good
from kiosk.protocol.rows import encode_row
from tests.unit.hq.campaign_rig import member
from tests.unit.hq.campaign_rig import published as publish_campaign
from tests.unit.hq.draws_batch.rig import DRAW, HOUR, rules
from tests.unit.hq.rig import NOON_MS, MemoryVault, SeededChance, TestClock, _fill

_AT_ONCE = 20_000


class _Longest:
    """The longest that anybody was kept from writing."""

    def __init__(self, database: Database) -> None:
        self.seconds = 0.0
        self._write = database.write
        database.write = self.write  # type: ignore[method-assign]

    @contextmanager
    def write(self) -> Iterator[Tx]:
        began = time.perf_counter()
        with self._write() as tx:
            yield tx
        self.seconds = max(self.seconds, time.perf_counter() - began)


def _member(n: int) -> Member:
    return replace(member(f"m{n:07}"), name=f"王小{n % 97}", phone=f"+8869{n:08}")


def _filled(hq: Headquarters, entrants: int) -> None:
    """Members with a ticket or a few each, as their histories would have it."""
    for first in range(0, entrants, _AT_ONCE):
        numbers = range(first, min(entrants, first + _AT_ONCE))
        rows: list[dict[str, Any]] = [
            {
                "store": "s1",
                "subject": "members",
                "id": f"m{n:07}",
                "rev": n + 1000,
                "data": encode_row(_member(n)).decode(),
                "changed_at": NOON_MS,
            }
            for n in numbers
        ]
        words = [
            {
                "store": CHAIN,
                "member": f"m{n:07}",
                "reward": f"autumn/chance/d-x/{n:x}/0",
                "hlc": NOON_MS << 16,
                "device": "d-x",
                "draw": "grand",
                "quantity": 1 + n % 5,
                "anew": 0,
            }
            for n in numbers
        ]
        with hq.database.write() as tx:
            tx.execute(insert(published), rows)
            tx.execute(insert(ticket_word), words)


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--entrants", type=int, default=1_000_000)
    parser.add_argument("--winners", type=int, default=1_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), TestClock()
        database = Database(folder / "hq.db", key=b"k" * 32)
        hq = Headquarters(database, clock, SeededChance(), MemoryVault(), folder / "snapshots")
        _fill(hq)
        publish_campaign(hq, rules(mugs=args.winners - 1, alternates=100))
        made = DemoBeacon(b"bench", NOON_MS // 1000 - 3_600)
        hq.wheels.set_beacon({"relays": ["http://127.0.0.1:9"], "chain": made.chain.body()}, "bench")
        _filled(hq, args.entrants)
        clock.now += HOUR
        import resource  # which only Unix has

        longest = _Longest(database)

        def timed(what: str, work: Any) -> Any:
            longest.seconds = 0.0
            began, cpu = time.perf_counter(), time.process_time()
            done = work()
            took, busy = time.perf_counter() - began, time.process_time() - cpu
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            waited = f"others waited {longest.seconds:.2f} s at most"
            print(f"{what}: {took:.1f} s ({busy:.1f} s of CPU), {waited}, {peak:,.0f} MB so far", flush=True)
            return done

        timed("freeze", lambda: hq.draws.freeze(DRAW))
        timed("publish", lambda: hq.draws.publish(DRAW))
        manifest = hq.draws.every()[0].manifest
        assert manifest is not None
        assert manifest.beacon is not None
        clock.now += HOUR
        hq.wheels.put_round(manifest.beacon.round, made.signature(manifest.beacon.round))
        timed("draw", lambda: hq.draws.draw(DRAW))
        path = timed("file", lambda: hq.draws.file(DRAW)).path
        print(f"file: {path.stat().st_size / 1e6:.1f} MB packed")
        file = json.loads(unpacked(path))
        report = timed(
            "verify",
            lambda: verify.verify(file, signature_is_good=signature_is_good, beacon_is_good=beacon_signature_is_good),
        )
        print("good" if report.good else report.faults)
        database.close()


if __name__ == "__main__":
    main()
