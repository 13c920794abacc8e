"""Ledgers and databases of the program before limits had names: what was counted goes on counting."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from kiosk.adapters.db import migrate as terminal
from kiosk.adapters.db.cipher import RealDisk, driver, open_engine
from kiosk.adapters.db.layout import place
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.domain.journal.facts import decode
from kiosk.hq.store import migrate
from kiosk.hq.store.database import Database
from kiosk.hq.store.schema import lease, lease_op, quantity, shared_count
from tests.integration.ledger.samples import KEY, open_at
from tests.unit.domain.old_ledger import old_ledger


def test_the_old_ledger_opens_verifies_and_its_state_is_what_its_facts_make(tmp_path: Path) -> None:
    old = old_ledger()
    path = tmp_path / "ledger.db"
    engine = open_engine(path, KEY, disk=RealDisk())
    with engine.connect() as pooled:
        terminal.upgrade(pooled, "0003")
        with pooled.begin():
            connection = driver(pooled)
            for epoch, rows in old.chains.items():
                for seq, raw, digest in rows:
                    fact = decode(raw)
                    connection.execute(
                        "INSERT INTO fact (place, kind, hlc, bytes, hash) VALUES (?, ?, ?, ?, ?)",
                        (place(epoch, seq), fact.kind, fact.hlc, raw, digest),
                    )
            for table, found in old.tables.items():
                for row in found:
                    names = ", ".join(f'"{name}"' for name in row)
                    marks = ", ".join("?" * len(row))
                    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
            for key, value in (("device", old.device), ("store", old.store), ("epoch", "2"), ("acked", "0")):
                connection.execute("INSERT INTO meta (key, value) VALUES (?, ?)", (key, value))
    engine.dispose()
    ledger = open_at(path)
    assert ledger.run(lambda tx: tx.shared("|limit:limits/~mugs")) == shared_of(old.tables, "|total:limits/~mugs")
    both = sum(shared_of(old.tables, f"|total:limits/in-all#{place}") for place in (0, 1))
    assert ledger.run(lambda tx: tx.shared("|limit:limits/in-all/total")) == both
    ledger.close()
    assert verify(path, KEY).problem is None
    assert rebuild(path, KEY).differences == {}


def shared_of(tables: dict[str, list[dict[str, Any]]], key: str) -> int:
    return next((int(row["value"]) for row in tables["shared"] if row["key"] == key), 0)


def test_hqs_shares_and_counts_stay_in_balance(tmp_path: Path) -> None:
    database = Database(tmp_path / "hq.db")
    migrate.upgrade(database, "0003")
    whole = {"store": "*", "campaign": "c"}
    held = {"store": "s1", "device": "d1", "owed": 0}
    told = {"store": "s1", "device": "d1", "fence": 1, "expires_at": 5, "at": 1}
    with database.write() as tx:
        tx.execute(
            insert(quantity),
            [
                # the limit moved from the second place to the first: 30 of it were out by then
                {**whole, "key": "total:c/r#1", "whole": 0, "left": -30},
                {**whole, "key": "total:c/r#0", "whole": 100, "left": 90},
                {**whole, "key": "total:c/two#0", "whole": 50, "left": 45},
                {**whole, "key": "total:c/two#1", "whole": 20, "left": 15},
                {**whole, "key": "total:c/~all", "whole": 9, "left": 9},
                {**whole, "key": "stock:c/mug", "whole": 7, "left": 7},
            ],
        )
        tx.execute(
            insert(lease),
            [
                {**held, "key": "total:c/r#1", "granted": 30, "used": 12},
                {**held, "key": "total:c/r#0", "granted": 10, "used": 1},
                {**held, "key": "total:c/two#0", "granted": 5, "used": 5},
                {**held, "key": "total:c/two#1", "granted": 5, "used": 5},
            ],
        )
        tx.execute(
            insert(shared_count),
            [
                {"store": "*", "key": "total:c/r#2@c:s-1@739000", "count": 4},
                {"store": "*", "key": "total:c/r#0@c:s-1@739000", "count": 3},
                {"store": "*", "key": "k@h:1", "count": 2},
            ],
        )
        granted = json.dumps({"total:c/r#0": 10, "stock:c/mug": 1})
        tx.execute(insert(lease_op), [{**told, "op": "l-1", "granted": granted}])
    migrate.upgrade(database)
    with database.read() as tx:
        quantities = {row.key: (row.whole, row.left) for row in tx.execute(select(quantity))}
        leases = {row.key: (row.granted, row.used) for row in tx.execute(select(lease))}
        counts = {row.key: row.count for row in tx.execute(select(shared_count))}
        (said,) = tx.execute(select(lease_op.c.granted)).scalars()
    assert quantities == {
        "limit:c/r/total": (100, 60),
        "limit:c/two/total": (20, 10),
        "limit:c/~all": (9, 9),
        "stock:c/mug": (7, 7),
    }
    assert leases == {"limit:c/r/total": (40, 13), "limit:c/two/total": (10, 10)}
    for key, (granted_in_all, _used) in leases.items():
        assert quantities[key][0] == quantities[key][1] + granted_in_all
    assert counts == {"limit:c/r/clerk.day@c:s-1@739000": 7, "k@h:1": 2}
    assert json.loads(said) == {"limit:c/r/total": 10, "stock:c/mug": 1}
    database.close()
