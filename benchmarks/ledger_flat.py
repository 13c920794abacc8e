"""What one redemption costs with 1,000, 100,000 and 1,000,000 facts in the ledger.

usage: python -m benchmarks.ledger_flat [--quick] [--count 1000] [--folder DIR] [--json FILE]

The ledgers are filled in bulk with valid, chained facts and the state they make (one sale a fact), then redemptions
are made on all of them in turns, block by block, so that what else the machine does hits all alike. --quick leaves
the million out.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.ledger_common import IDENTITY, KEY, enrolled, granted, redeem, sale_body, table, write_json
from kiosk.adapters.clock import SystemClock
from kiosk.adapters.db.cipher import RealDisk
from kiosk.adapters.db.layout import place
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.tables import project
from kiosk.domain.journal import facts, hlc
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_COMPLETED

SIZES = (1_000, 100_000, 1_000_000)
BLOCK = 50


def fill(path: Path, size: int) -> None:
    """A ledger with `size` facts, all but the first of them sales: written with a large cache and without syncs."""
    rng = random.Random(size)
    enrolled(path).close()
    connection = RealDisk().connect(path, KEY)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -400000")
    chained, stamp = connection.execute("SELECT hash, hlc FROM fact").fetchone()
    now = SystemClock().now_ms()
    connection.execute("BEGIN IMMEDIATE")
    for seq in range(2, size + 1):
        stamp = hlc.tick(stamp, now)
        body = sale_body(rng, seq - 1, rng.randbytes(16).hex())
        fact = Fact(IDENTITY.epoch, seq, SALE_COMPLETED, stamp, now, 0, "boot", seq, "s-0007", body)
        raw = facts.encode(fact)
        chained = facts.link(chained, seq, raw)
        connection.execute(
            "INSERT INTO fact (place, kind, hlc, bytes, hash) VALUES (?, ?, ?, ?, ?)",
            (place(fact.epoch, seq), fact.kind, fact.hlc, raw, chained),
        )
        project(connection, fact)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.close()
    # the witness saw the first fact only; that is still true


def measure(folder: Path, sizes: Sequence[int], count: int) -> dict[str, Any]:
    """Milliseconds of one redemption at each size."""
    ledgers: dict[int, tuple[SqlLedger, list[str], random.Random]] = {}
    for size in sizes:
        path = folder / str(size) / "ledger.db"
        path.parent.mkdir()
        start = time.perf_counter()
        fill(path, size)
        megabytes = path.stat().st_size / 1e6
        print(f"filled {size:>9,} facts in {time.perf_counter() - start:.0f} s, {megabytes:.0f} MB", flush=True)
        rng = random.Random(2)
        ledger = open_ledger(path, KEY, SystemClock(), threaded=False)
        ledgers[size] = (ledger, granted(rng, ledger, count + BLOCK), rng)
    spent: dict[int, list[float]] = {size: [] for size in sizes}
    for turn in range(-1, count // BLOCK):  # the first round warms up
        for size, (ledger, coupons, rng) in ledgers.items():
            for coupon in coupons[(turn + 1) * BLOCK : (turn + 2) * BLOCK]:
                start = time.perf_counter()
                redeem(ledger, rng, coupon)
                if turn >= 0:
                    spent[size].append(1000 * (time.perf_counter() - start))
    for ledger, _coupons, _rng in ledgers.values():
        ledger.close()
    base = statistics.mean(spent[sizes[0]])
    rows: list[dict[str, Any]] = [
        {
            "facts": f"{size:,}",
            "mean ms": round(statistics.mean(times), 3),
            "median ms": round(statistics.median(times), 3),
            "p95 ms": round(statistics.quantiles(times, n=20)[-1], 3),
            "times the smallest": round(statistics.mean(times) / base, 2),
        }
        for size, times in spent.items()
    ]
    print(table(rows))
    return {"rows": rows, "worst": max(row["times the smallest"] for row in rows), "count": count}


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the table and return the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="up to 100,000 facts only")
    parser.add_argument("--count", type=int, default=1000, help="redemptions at each size")
    parser.add_argument("--folder", type=Path, help="on the disk that counts; default: the system's temporary folder")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        figures = measure(Path(folder), SIZES[:2] if args.quick else SIZES, args.count)
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
