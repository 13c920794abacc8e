"""A server that speaks as much of pretix's REST API as a door needs, with the faults of a network in between. It was
compared with a real server (`make test-pretix`)."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "t0ken"
PAGE = 2
Fault = Callable[["Handler"], bool]
"""Answers a request in place of the server; True when it did."""


@dataclass
class Shop:
    """What is sold. `checkins`: nonce → (secret, type, counts)."""

    positions: list[dict[str, Any]] = field(default_factory=list)
    orders: list[dict[str, Any]] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)
    checkins: dict[str, list[Any]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def sell(self, number: int, name: str, *, item: int = 1, phone: str = "", **more: Any) -> str:
        """A ticket; its secret."""
        secret, order = f"secret{number}", f"ORD{number}"
        self.positions.append(
            {"id": number, "positionid": 1, "order": order, "secret": secret, "item": item, "attendee_name": name}
            | {"attendee_email": "", "company": "", "order__status": "p", "blocked": None, "seat": None, "answers": []}
            | more
        )
        self.orders.append({"code": order, "phone": phone, "email": f"{order}@example.org", "invoice_address": None})
        return secret

    def inside(self) -> list[str]:
        """Secrets of who came in and counts, in order."""
        return [secret for secret, kind, counts in self.checkins.values() if counts and kind == "entry"]

    def redeem(self, body: dict[str, Any]) -> tuple[int, Any]:
        """`POST …/checkinrpc/redeem/`."""
        secret, nonce, kind = body["secret"], body["nonce"], body["type"]
        if all(one["secret"] != secret for one in self.positions):
            return 404, {"detail": "Not found.", "status": "error", "reason": "invalid"}
        if nonce not in self.checkins:
            said = [one for one in self.checkins.values() if one[0] == secret and one[2]]
            if kind == "entry" and said and said[-1][1] == "entry" and not body["force"]:
                return 400, {"status": "error", "reason": "already_redeemed"}
            self.checkins[nonce] = [secret, kind, True]
        return 201, {"status": "ok"}

    def annul(self, body: dict[str, Any]) -> tuple[int, Any]:
        """`POST …/checkinrpc/annul/`."""
        found = self.checkins.get(body["nonce"])
        if found is None:
            return 404, {"detail": "No check-in found based on nonce"}
        if not found[2]:
            return 400, ["Cannot annul an unsuccessful checkin"]
        found[2] = False
        return 200, {"status": "ok"}


class Handler(BaseHTTPRequestHandler):
    """One request."""

    shop: Shop
    body: Any = None
    protocol_version = "HTTP/1.1"

    def log_message(self, *_words: Any) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """A page of a list."""
        self._serve(None)

    def do_POST(self) -> None:
        """A word about a ticket."""
        self.body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self._serve(self.body)

    def _serve(self, body: Any) -> None:
        shop = self.shop
        shop.asked.append(self.path)
        if shop.faults and shop.faults.pop(0)(self):
            return
        if self.headers["authorization"] != f"Token {TOKEN}":
            self.say(401, {"detail": "Invalid token."})
            return
        self.say(*self.answer(body))

    def answer(self, body: Any) -> tuple[int, Any]:
        """What pretix would say."""
        parts = urlsplit(self.path)
        place = parts.path.removeprefix("/api/v1/organizers/org/")
        if place == "checkinrpc/redeem/":
            return self.shop.redeem(body)
        if place == "checkinrpc/annul/":
            return self.shop.annul(body)
        rows = {
            "events/gala/items/": self.shop.items,
            "events/gala/orders/": self.shop.orders,
            "events/gala/checkinlists/7/positions/": self.shop.positions,
        }.get(place)
        if rows is None:
            return 404, {"detail": "Not found."}
        page = int(parse_qs(parts.query).get("page", ["1"])[0])
        more = page * PAGE < len(rows)
        query = "&".join(one for one in parts.query.split("&") if one and not one.startswith("page="))
        following = f"{self.shop.url}{parts.path}?{query}&page={page + 1}" if more else None
        return 200, {"count": len(rows), "next": following, "results": rows[(page - 1) * PAGE : page * PAGE]}

    def say(self, status: int, said: Any, kind: str = "application/json", **headers: str) -> None:
        """Answer."""
        body = said.encode() if isinstance(said, str) else json.dumps(said).encode()
        self.send_response(status)
        for name, value in {"content-type": kind, "content-length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> None:
        """The connection is gone."""
        self.close_connection = True


@contextmanager
def serving() -> Iterator[Shop]:
    """A shop that is open."""
    shop = Shop()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"shop": shop}))
    shop.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield shop
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
