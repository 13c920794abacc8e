"""Durable redemptions a second, against bare inserts with commit on the same encrypted file.

usage: python -m benchmarks.ledger_rate [--count 2000] [--folder DIR] [--json FILE]

Both go through the ledger's own connection (SQLCipher, WAL, synchronous=FULL), alternating in blocks within one run, so
that what else the machine does hits both alike. A second connection for the inserts would make each side drop its page
cache at every turn, as no till does: one program owns the file, and it has one connection. A redemption is the
transaction of `confirm_sale`: its reads, the fact, the sale, the coupon use. A bare insert is one row of the size of
all it writes, in a table of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.ledger_common import enrolled, granted, redeem, sale_body, table, write_json

BLOCK = 100


def measure(folder: Path, count: int) -> dict[str, Any]:
    """Seconds spent on `count` of each, and the figures made of them."""
    rng = random.Random(1)
    path = folder / "ledger.db"
    ledger = enrolled(path)
    coupons = granted(rng, ledger, count + BLOCK)
    bare = ledger._db
    assert bare.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
    bare.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, data BLOB NOT NULL)")
    body = json.dumps(sale_body(rng, 1, coupons[0]), ensure_ascii=False).encode()
    row = rng.randbytes(len(body) + 500)  # the fact with its frame and hash, sale, coupon use, ids in indexes
    spent = {"redemption": 0.0, "bare": 0.0}
    for turn in range(-1, count // BLOCK):  # the first round warms up
        block = coupons[(turn + 1) * BLOCK : (turn + 2) * BLOCK]
        start = time.perf_counter()
        for coupon in block:
            redeem(ledger, rng, coupon)
        middle = time.perf_counter()
        for _ in block:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO bare (data) VALUES (?)", (row,))
            bare.execute("COMMIT")
        end = time.perf_counter()
        if turn >= 0:
            spent["redemption"] += middle - start
            spent["bare"] += end - middle
    ledger.close()
    done = count // BLOCK * BLOCK
    rates = {name: done / seconds for name, seconds in spent.items()}
    return {
        "count": done,
        "bytes a row": len(row),
        "redemptions/s": round(rates["redemption"]),
        "bare inserts/s": round(rates["bare"]),
        "ratio": round(rates["redemption"] / rates["bare"], 3),
    }


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--folder", type=Path, help="on the disk that counts; default: the system's temporary folder")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        figures = measure(Path(folder), args.count)
    print(table([figures]))
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
