"""An existing till and a real station beside it: whichever dies, at whatever moment, every transaction is one sale.

Zero failures in n kills bound the rate at 3/n (95 %): the short form tries a few, `make torture` a hundred.
"""

from __future__ import annotations

import importlib.util
import json
import random
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.domain.journal import facts
from kiosk.domain.sales.facts import SALE_COMPLETED
from tests.e2e.shop import ROOT, Shop, assert_converged, prepare

SHORT, LONG = 1, 100
MOST_IN_A_LIFE = 12

_spec = importlib.util.spec_from_file_location("example_client", ROOT / "docs" / "till-bridge" / "example_client.py")
assert _spec is not None
assert _spec.loader is not None
example: Any = importlib.util.module_from_spec(_spec)
sys.modules["example_client"] = example  # dataclasses look their module up
_spec.loader.exec_module(example)


class Beside:
    """A till with its station. The till's client starts the station again when it finds nobody there, as the shop's
    people would."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        shop.write_visits()
        self.coupons: list[str] = [token for _coupon, token in json.loads((shop.folder / "visits.json").read_bytes())]
        self.drop = shop.folder / "drop"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.process: subprocess.Popen[str] | None = None
        self.starts = 0
        self.start()
        token = shop.settings.data_dir / "till-token"
        self.client = example.TillClient(f"http://127.0.0.1:{self.port}", "", pause=self.look, tries=100)
        while not token.exists():  # the station opens its port after it is painted
            self.look(0.05)
        assert self.starts == 1, "the station died by itself"
        self.client.token = token.read_text("ascii").strip()

    def start(self, *words: str) -> None:
        """Open the station."""
        command = [sys.executable, "-m", "tests.e2e.till_station", str(self.shop.folder), self.shop.url]
        command += [str(self.port), str(self.drop), *words]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT)
        self.starts += 1
        assert self.process.stdout is not None
        assert self.process.stdout.readline() in ("ready\n", "")  # "" when it was killed before

    def kill(self) -> None:
        """kill -9"""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            assert self.process.stdout is not None
            self.process.stdout.close()
            self.process = None

    def look(self, seconds: float) -> None:
        """Wait a little, unless the station is dead: then open it again."""
        try:
            assert self.process is not None
            self.process.wait(min(seconds, 0.05))
        except subprocess.TimeoutExpired:
            return
        self.kill()
        self.start()

    def basket(self) -> dict[str, Any]:
        """50,000 worth of goods and a coupon that nobody showed yet."""
        items = [
            {"sku": "tea-1", "pieces": 3, "price": 10_000, "category": "tea"},
            {"sku": "soap-3", "pieces": 1, "price": 20_000, "category": "home"},
        ]
        return {"currency": "TWD", "items": items, "coupons": [self.coupons.pop()]}

    def sell(self, till: str, basket: dict[str, Any]) -> dict[str, Any]:
        sale: dict[str, Any] = self.client.sell(till, basket, fair)
        return sale

    def dropped(self, files: dict[str, dict[str, Any]]) -> dict[str, Any]:
        """Leave files while the station is dead, start it, take the answers away. The last one's transaction."""
        self.kill()
        for name, body in files.items():
            part = self.drop / "in" / f"{name}.part"
            part.write_text(json.dumps(body), "utf-8")
            part.replace(self.drop / "in" / name)
        self.start()
        for name in files:
            answer = self.drop / "out" / name
            while not answer.exists():
                self.client.state("T-0")
            said: dict[str, Any] = json.loads(answer.read_bytes())
            answer.unlink()
        assert said["status"] == 200, said
        transaction: dict[str, Any] = said["transaction"]
        return transaction

    def sales(self) -> Counter[str]:
        """How often each of the till's transactions is in the ledger, from the facts."""
        terminal = self.shop.open()

        def read(tx: LedgerTransaction) -> Counter[str]:
            made = (facts.decode(raw) for _seq, raw, _hash in tx.facts_after(1, 0, -1))
            return Counter(fact.body["till"] for fact in made if fact.kind == SALE_COMPLETED)

        try:
            return terminal.ledger.run(read)
        finally:
            terminal.close()


def fair(quote: dict[str, Any]) -> bool:
    """Whether the quote is one that adds up."""
    assert quote["total"] == quote["amount"] - sum(row["off"] for row in quote["applied"])
    assert quote["total"] == sum(line["net"] for line in quote["lines"])
    assert quote["applied"], quote
    return True


@pytest.fixture
def beside(shop: Shop) -> Iterator[Beside]:
    made = Beside(shop)
    yield made
    made.kill()


@pytest.mark.slow
def test_whoever_dies_in_between_every_transaction_is_one_sale(beside: Beside) -> None:
    client, receipts = beside.client, {}

    # the station dies between the quote and the payment
    def die_then_agree(quote: dict[str, Any]) -> bool:
        beside.kill()
        beside.start()
        return fair(quote)

    receipts["T-1"] = client.sell("T-1", beside.basket(), die_then_agree)["receipt"]

    # the till dies after it sent the payment; its successor knows the id and no more
    basket = beside.basket()
    total = client.basket("T-2", basket)["quote"]["total"]
    body = json.dumps({"total": total}).encode()
    with socket.create_connection(("127.0.0.1", beside.port)) as line:
        head = f"POST /v1/transactions/T-2/paid HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {client.token}\r\n"
        line.sendall(f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    while client.state("T-2")["state"] != "paid":
        pass
    receipts["T-2"] = client.state("T-2")["sale"]["receipt"]
    assert beside.sell("T-2", basket)["receipt"] == receipts["T-2"]

    # the station dies between the payment's commit and the answer
    beside.kill()
    beside.start("die-when-sold")
    starts = beside.starts
    receipts["T-3"] = beside.sell("T-3", beside.basket())["receipt"]
    assert beside.starts == starts + 1

    # the till leaves its files while nobody is there: first the basket, later the same basket and the payment
    basket = beside.basket()
    quote = beside.dropped({"T-4.basket.json": basket})["quote"]
    assert fair(quote)
    done = beside.dropped({"T-4.basket.json": basket, "T-4.paid.json": {"total": quote["total"]}})
    receipts["T-4"] = done["sale"]["receipt"]

    # a paid one is off again, also after a restart
    paid = client.sell("T-5", {"currency": "TWD", "amount": 12_300}, lambda quote: quote["total"] == 12_300)
    beside.kill()
    beside.start()
    assert client.cancelled("T-5")["sale"]["receipt"] == paid["receipt"]
    assert client.state("T-5")["state"] == "cancelled"

    beside.kill()
    assert beside.sales() == dict.fromkeys([*receipts, "T-5"], 1)
    assert len(set(receipts.values())) == len(receipts)
    beside.shop.bring_into_step()
    booked = assert_converged(beside.shop)
    assert len({txn for _coupon, txn in booked}) == len(receipts)


def test_an_answer_that_breaks_off_is_asked_for_again() -> None:
    whole = json.dumps({"transaction": {"status": "open"}}).encode()
    bodies = [whole[:7], b"", whole]

    class Dying(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(whole)))
            self.end_headers()
            self.wfile.write(bodies.pop(0))

        def log_message(self, *_args: object) -> None:
            """Nobody reads it."""

    with HTTPServer(("127.0.0.1", 0), Dying) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        client = example.TillClient(f"http://127.0.0.1:{server.server_port}", "t", pause=lambda _s: None)
        assert client.state("T-1") == json.loads(whole)
        server.shutdown()
    assert bodies == []


@pytest.mark.slow
def test_a_station_killed_at_random_moments_sells_each_transaction_once(tmp_path: Path, torture: bool) -> None:
    prepare(tmp_path / "prepared", members=6_000 if torture else 400)
    shop = Shop(tmp_path / "prepared", tmp_path / "shop")
    shop.start_hq()
    beside = Beside(shop)
    chance = random.Random(3)
    kills = LONG if torture else SHORT
    receipts: dict[str, str] = {}
    try:
        while beside.starts <= kills:
            process = beside.process
            assert process is not None
            killer = threading.Timer(chance.uniform(0.02, 0.8), process.kill)
            killer.start()
            for _ in range(MOST_IN_A_LIFE):
                till = f"T-{len(receipts)}"
                receipts[till] = beside.sell(till, beside.basket())["receipt"]
                if process.poll() is not None:
                    break
            killer.join()
            beside.look(0)
        beside.kill()
        assert len(set(receipts.values())) == len(receipts)
        assert beside.sales() == dict.fromkeys(receipts, 1)
        shop.bring_into_step()
        booked = assert_converged(shop)
        assert len({txn for _coupon, txn in booked}) == len(receipts)
    finally:
        beside.kill()
        shop.close()
    print(f"{beside.starts - 1} kills, {len(receipts)} transactions, {len(booked)} coupons")
