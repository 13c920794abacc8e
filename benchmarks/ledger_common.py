"""A believable sale, the reads that confirming one does, and a ledger to do it on."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kiosk.adapters.clock import SystemClock
from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.application.ports.ledger import RIGHTS_WAIT, Identity
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.ids import ordered_id
from kiosk.domain.sales.facts import SALE_COMPLETED

KEY = bytes(range(32))
IDENTITY = Identity("d-5f2a77c01b9e4d30", "N01-2", "N01", 1, "https://hq.example")


def enrolled(path: Path) -> SqlLedger:
    """A new ledger in its first epoch, working in the caller's thread."""
    ledger = open_ledger(path, KEY, SystemClock(), threaded=False)
    ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
    return ledger


def enrolled_threads(path: Path) -> SqlLedger:
    """The same with its own thread, as a terminal has it."""
    ledger = open_ledger(path, KEY, SystemClock())
    ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
    return ledger


def random_id(rng: random.Random) -> str:
    """128 random bits: coupons' ids come from HQ in no order."""
    return rng.randbytes(16).hex()


def sale_body(rng: random.Random, number: int, coupon: str) -> dict[str, Any]:
    """What `confirm_sale` journals for a member's sale with one coupon."""
    member = f"m-{rng.randrange(2_000_000):08d}"
    template = f"t-{rng.randrange(40):03d}"
    name = {"zh_TW": "滿一千折一百元折價券", "zh_CN": "满一千减一百元优惠券", "en": "100 off for every 1,000 spent"}
    return {
        "txn": ordered_id(time.time_ns() // 1_000_000, rng.randbytes(10)),
        "number": number,
        "receipt": f"N01-2-{number:06d}",
        "amount": 168_000,
        "total": 158_000,
        "currency": "TWD",
        "clerk": "林怡君",
        "member": member,
        "name": "王＊明",
        "coupons": [{"id": coupon, "template": template, "value": 10_000, "right": "held", "member": member}],
        "lines": [{"coupon": coupon, "template": template, "name": name, "off": 10_000}],
    }


def granted(rng: random.Random, ledger: SqlLedger, count: int) -> list[str]:
    """Coupons whose right this ledger holds."""
    coupons = [random_id(rng) for _ in range(count)]
    for start in range(0, count, 500):
        grant = [{"coupon": coupon, "uses": 1, "fence": 1} for coupon in coupons[start : start + 500]]
        _grant(ledger, {"grant": grant, "revoke": []})
    return coupons


def _grant(ledger: SqlLedger, body: Mapping[str, Any]) -> None:
    ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", body))


def redeem(ledger: SqlLedger, rng: random.Random, coupon: str) -> None:
    """One durable redemption: what `confirm_sale` reads and writes, in one transaction."""

    def work(tx: LedgerTransaction) -> None:
        body = sale_body(rng, 0, coupon)
        assert tx.sale(body["txn"]) is None
        assert tx.identity() is not None
        assert not tx.uses_of_coupon(coupon)
        tx.uses_of_member(body["member"], body["coupons"][0]["template"])
        right = tx.right(coupon)
        assert right is not None
        assert right.uses == 1
        assert all(tx.meta(key) is None for key in RIGHTS_WAIT)
        body["number"] = tx.last_receipt() + 1
        body["receipt"] = f"N01-2-{body['number']:06d}"
        tx.append(SALE_COMPLETED, "s-0007", body)

    ledger.run(work)


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as a table with aligned columns."""
    columns = list(rows[0])
    cells = [columns, *([str(row[column]) for column in columns] for row in rows)]
    widths = [max(len(row[index]) for row in cells) for index in range(len(columns))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)


def write_json(path: Path | None, figures: Mapping[str, Any]) -> None:
    """Save the figures, if a file was asked for."""
    if path is not None:
        path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
