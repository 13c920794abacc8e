"""Sales are found by number, amount, member and time; what it costs does not grow with those that are not meant."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kiosk.adapters.db import migrate
from kiosk.adapters.db.cipher import RealDisk, open_engine
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.state import sales as sales_state
from kiosk.adapters.db.verify import rebuild
from kiosk.application.ports.sales import SaleQuery, StoredSale
from kiosk.domain.sales.facts import SALE_COMPLETED
from tests.fakes import ManualClock
from tests.integration.ledger.samples import KEY, enrolled, live, open_at, sale_body

CUSTOMERS = ("m-1", "m-2", None)


@pytest.fixture
def ledger(tmp_path: Path) -> SqlLedger:
    return enrolled(tmp_path / "ledger.db", ManualClock())


def sell_many(ledger: SqlLedger, clock: ManualClock, count: int, seed: int) -> list[StoredSale]:
    chance = random.Random(seed)
    for number in range(1, count + 1):
        clock.advance(chance.randrange(0, 3 * 3_600_000))  # two in one millisecond, too
        body = sale_body(f"{number:032x}", number, member=chance.choice(CUSTOMERS))
        body |= {"amount": chance.choice((1_000, 2_000, 3_000)), "total": chance.choice((900, 1_000))}
        ledger.run(lambda tx, body=body: tx.append(SALE_COMPLETED, "lin", body))  # type: ignore[misc]
    return list(ledger.run(lambda tx: tx.recent_sales(count)))


def meant(query: SaleQuery, sale: StoredSale) -> bool:
    body = sale.document
    named = (
        body["number"] in query.numbers
        or body["total"] in query.amounts
        or body["amount"] in query.amounts
        or body.get("member") in query.members
    )
    until = query.until_ms if query.until_ms is not None else 2**62
    return (query.anything or named) and query.since_ms <= sale.at_ms < until


@pytest.mark.parametrize("seed", range(6))
def test_every_page_is_what_a_look_at_all_sales_says(tmp_path: Path, seed: int) -> None:
    clock = ManualClock()
    ledger = enrolled(tmp_path / "ledger.db", clock)
    every = sell_many(ledger, clock, 60, seed)
    chance = random.Random(seed)
    for _ in range(25):
        since = chance.choice((0, every[chance.randrange(60)].at_ms))
        query = SaleQuery(
            numbers=tuple(chance.sample(range(1, 70), chance.randrange(3))),
            amounts=tuple(chance.sample((900, 1_000, 2_000, 7), chance.randrange(2))),
            members=tuple(chance.sample(("m-1", "m-2", "m-9"), chance.randrange(2))),
            since_ms=since,
            until_ms=chance.choice((None, since + 86_400_000)),
            anything=chance.random() < 0.3,
        )
        expected = sorted((one for one in every if meant(query, one)), key=lambda one: (one.at_ms, one.txn))[::-1]
        seen: list[str] = []
        after = None
        for _page in range(20):
            found = ledger.run(lambda tx, q=query, a=after: tx.find_sales(q, 7, a))  # type: ignore[misc]
            assert found.total == len(expected)
            seen += [sale.txn for _device, sale in found.sales]
            if len(found.sales) < 7:
                break
            after = (found.sales[-1][1].at_ms, found.sales[-1][1].txn)
        assert seen == [sale.txn for sale in expected]
    ledger.close()


def test_every_way_to_be_meant_has_an_index(ledger: SqlLedger) -> None:
    def plan(tx: object) -> list[str]:
        connection = tx._connection  # type: ignore[attr-defined]
        rows = connection.execute(
            "EXPLAIN QUERY PLAN " + sales_state._MEANT + sales_state._PAGE, ("[]", "[]", "[]", 0, 1, 1, "", 1)
        )
        return [row[3] for row in rows]

    steps = ledger.run(plan)
    assert [step for step in steps if step.startswith("SCAN") and step.split()[1] in ("sale_key", "k", "s", "f")] == []
    ledger.close()


def test_a_ledger_of_before_finds_what_it_sold(tmp_path: Path) -> None:
    path, clock = tmp_path / "ledger.db", ManualClock()
    ledger = enrolled(path, clock)
    live(ledger, clock, random.Random(3), 80)
    before = ledger.run(lambda tx: tx.find_sales(SaleQuery(), 500))
    ledger.close()
    engine = open_engine(path, KEY, disk=RealDisk())
    with engine.connect() as connection:
        migrate.downgrade(connection, "0005")
    engine.dispose()
    again = open_at(path, clock)
    assert before.total > 10
    assert again.run(lambda tx: tx.find_sales(SaleQuery(), 500)) == before
    again.close()


def test_a_sale_makes_few_pages_durable(tmp_path: Path) -> None:
    """What a sale is found by is written when somebody looks for one: it would double the pages of every sale."""
    path = tmp_path / "ledger.db"
    ledger = enrolled(path, ManualClock())
    sell_many(ledger, ManualClock(), 40, 1)
    ledger._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    ledger._db.execute("PRAGMA wal_autocheckpoint = 0").fetchone()
    for number in range(41, 141):
        body = sale_body(f"{number:032x}", number, f"c{number:04d}", member=f"m-{number * 7919 % 100}")
        ledger.run(lambda tx, body=body: tx.append(SALE_COMPLETED, "lin", body))  # type: ignore[misc]
    frames = path.with_name("ledger.db-wal").stat().st_size / (4_096 + 24)
    assert frames / 100 < 7.5
    ledger.close()


def test_keys_are_made_in_pieces_once_and_compared_with_the_facts(tmp_path: Path) -> None:
    path, clock = tmp_path / "ledger.db", ManualClock()
    ledger = enrolled(path, clock)
    sell_many(ledger, clock, 25, 2)
    assert rebuild(path, KEY).differences == {}
    assert [ledger.run(lambda tx: tx.key_sales(10)) for _ in range(4)] == [10, 10, 5, 0]
    ledger.close()
    assert rebuild(path, KEY).differences == {}
    connection = RealDisk().connect(path, KEY)
    connection.execute("UPDATE sale_key SET total = total + 1 WHERE number = 7")
    connection.close()
    assert rebuild(path, KEY).differences == {"sale_key": 1}


def test_a_ledger_whose_sales_all_had_their_keys_goes_on_from_the_last(tmp_path: Path) -> None:
    """As a program before this one left it."""
    path, clock = tmp_path / "ledger.db", ManualClock()
    ledger = enrolled(path, clock)
    sell_many(ledger, clock, 12, 3)
    ledger.run(lambda tx: tx.key_sales())
    ledger.run(lambda tx: tx.drop_meta(sales_state._KEYED))
    body = sale_body(f"{13:032x}", 13)
    ledger.run(lambda tx: tx.append(SALE_COMPLETED, "lin", body))
    assert ledger.run(lambda tx: tx.key_sales()) == 1
    ledger.close()
