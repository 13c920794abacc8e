"""Beside a real pretix, in one run on one machine: its check-in API, and a desk of ours with a list as long.

    PRETIX_URL=… PRETIX_SEED=… python -m benchmarks.pretix [--count N] [--json FILE]      (make test-pretix starts one)

`check-in`: a ticket of somebody who is expected, over HTTP on loopback, one after the other, against the use case of a
desk without HQ, durable on an encrypted disk. `search`: three letters of a name. `list`: every position, as a scanner
that works without the server has to have them, against a desk's list from its snapshot. Tickets that were redeemed
before are passed over. What a network and a screen take comes on top of both.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import tempfile
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.common import spread, write_json
from benchmarks.guest_scan import EVENT, Desk, ticket
from kiosk.domain.guests.verdict import VerdictKind

LETTERS = ("lin", "che", "wan", "hua", "lee")


class Server:
    """The seeded server, over one connection that is kept."""

    def __init__(self, url: str, seed: dict[str, Any]) -> None:
        self._list = seed["list_main"]
        self._organizer = f"/api/v1/organizers/{seed['organizer']}"
        self._positions = f"{self._organizer}/events/{seed['event']}/checkinlists/{self._list}/positions/"
        self._headers = {"Authorization": f"Token {seed['token']}", "Content-Type": "application/json"}
        self._http = HTTPConnection(urlsplit(url).netloc, timeout=60)

    def _ask(self, method: str, place: str, said: dict[str, Any] | None = None) -> dict[str, Any]:
        self._http.request(method, place, json.dumps(said) if said is not None else None, self._headers)
        found: dict[str, Any] = json.loads(self._http.getresponse().read())
        return found

    def checks_in(self, secret: str) -> tuple[str, float]:
        """What it says, and after how many milliseconds."""
        said = {"secret": secret, "lists": [self._list], "nonce": secrets.token_hex(8), "force": False}
        began = time.perf_counter()
        answer = self._ask("POST", f"{self._organizer}/checkinrpc/redeem/", said)
        return str(answer.get("status")), (time.perf_counter() - began) * 1000

    def searches(self, text: str) -> float:
        """Milliseconds."""
        began = time.perf_counter()
        self._ask("GET", f"{self._positions}?search={text}")
        return (time.perf_counter() - began) * 1000

    def lists(self) -> tuple[int, float]:
        """How many positions came, and in how many seconds."""
        began, found, place = time.perf_counter(), 0, self._positions
        while place:
            page = self._ask("GET", place)
            found, after = found + len(page["results"]), urlsplit(page["next"] or "")
            place = f"{after.path}?{after.query}" if page["next"] else ""
        return found, time.perf_counter() - began


def measure(folder: Path, server: Server, tickets: Sequence[str], count: int) -> dict[str, Any]:
    """The figures of both."""
    positions, listed = server.lists()
    theirs: list[float] = []
    for secret in tickets:
        said, took = server.checks_in(secret)
        if said == "ok":
            theirs.append(took)
        if len(theirs) == count:
            break
    searched = [server.searches(text) for text in LETTERS for _ in range(4)]
    desk = Desk(folder, positions, 2)
    desk.service.open_event(EVENT)
    ours: list[float] = []
    for number in islice(range(2, positions), count):
        verdict, took, _busy = desk.scans(ticket(number))
        if verdict.kind is not VerdictKind.WELCOME:
            raise SystemExit(f"guest {number}: {verdict}")
        ours.append(took)
    found = []
    for text in LETTERS * 4:
        began = time.perf_counter()
        desk.service.find_guests(EVENT, text)
        found.append((time.perf_counter() - began) * 1000)
    desk.ledger.close()
    desk.reference.close()
    return {
        "positions": positions,
        "pretix": {
            "check-in ms": spread(theirs, 1),
            "check-ins a second": round(1000 * len(theirs) / sum(theirs), 1),
            "search ms": spread(searched, 1),
            "list s": round(listed, 2),
        },
        "desk": {
            "check-in, durable ms": spread(ours, 1),
            "check-ins a second": round(1000 * len(ours) / sum(ours), 1),
            "search ms": spread(found, 1),
            "list s": round(desk.list_took, 2),
        },
    }


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(argv)
    seed = json.loads(Path(os.environ["PRETIX_SEED"]).read_text("utf-8"))
    server = Server(os.environ["PRETIX_URL"], seed)
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), server, seed["secrets"]["gen"], args.count)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    write_json(args.json, found)
    return found


if __name__ == "__main__":
    main()
