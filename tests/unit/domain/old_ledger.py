"""The ledger of tests/fixtures/ledger_v1, read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import zstandard

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.journal.facts import Fact, decode
from kiosk.domain.members.member import Member
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.rows import decode_row

_FILE = Path(__file__).parents[2] / "fixtures" / "ledger_v1" / "ledger.json.zst"


@dataclass(frozen=True)
class OldLedger:
    """What the program of that time wrote, and what it made of it. `chains`: (seq, bytes, hash) by epoch; `tables`:
    rows of the derived tables, by column; `states`: members' states."""

    device: str
    store: str
    zone: str
    now: int
    chains: dict[int, list[tuple[int, bytes, bytes]]]
    editions: list[Edition]
    members: dict[str, Member]
    tables: dict[str, list[dict[str, Any]]]
    states: dict[str, dict[str, Any]]

    def counting(self) -> list[tuple[int, int, bytes]]:
        """Facts that count, in order: of an epoch that was followed by another, those up to the point HQ had."""
        last: dict[int, int] = {}
        for rows in self.chains.values():
            previous = decode(rows[0][1]).body.get("previous")
            if previous:
                last[previous["epoch"]] = previous["seq"]
        return [
            (epoch, seq, raw)
            for epoch, rows in sorted(self.chains.items())
            for seq, raw, _hash in rows
            if seq <= last.get(epoch, seq)
        ]

    def facts(self) -> list[Fact]:
        """The same, decoded."""
        return [decode(raw) for _epoch, _seq, raw in self.counting()]


@cache
def old_ledger() -> OldLedger:
    """It."""
    found = json.loads(zstandard.ZstdDecompressor().decompress(_FILE.read_bytes()))
    chains: dict[int, list[tuple[int, bytes, bytes]]] = {}
    for epoch, seq, text, digest in found["facts"]:
        chains.setdefault(epoch, []).append((seq, text.encode(), bytes.fromhex(digest)))
    editions = [
        Edition(read_campaign(text.encode()).campaign, since, until) for text, since, until in found["editions"]
    ]
    members = [decode_row(json.dumps(row), Member) for row in found["members"]]
    tables = {
        name: [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
        for name, table in found["derived"].items()
    }
    return OldLedger(
        found["device"],
        found["store"],
        found["zone"],
        found["now"],
        chains,
        editions,
        {one.id: one for one in members},
        tables,
        found["states"],
    )
