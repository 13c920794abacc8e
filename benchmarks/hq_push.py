"""Facts a second that HQ takes over HTTP: the real process on loopback, batches of 200, one core each for HQ and load.

    python benchmarks/hq_push.py [--seconds 8] [--terminals 2] [--kind sales|plain] [--campaign NAME]

`sales`: every fact is a sale with one coupon (a redemption to project and to publish); `plain`: facts that change
nothing. With `--campaign` that campaign is published, and every sale becomes part of its member's history. The same
facts are inserted bare into the same kind of file in the same run, for comparison.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TypeVar

import msgspec
import requests
import sqlcipher3.dbapi2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.common import write_json
from kiosk.domain.documents.facts import RECEIPT_PRINTED
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.protocol import signed_texts
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import (
    ChallengeAnswer,
    ChallengeRequest,
    EnrollAnswer,
    EnrollRequest,
    PushAnswer,
    PushRequest,
    SessionAnswer,
    SessionRequest,
)

T = TypeVar("T")
BATCH = 200


class Load:
    """One terminal that pushes as fast as it is answered."""

    def __init__(self, url: str, code: str, kind: str) -> None:
        self._http = requests.Session()
        self._url = url
        self._kind = kind
        key = Ed25519PrivateKey.generate()
        public = key.public_key().public_bytes_raw()
        enrolled = self._post(
            "/v1/enroll", EnrollRequest(code=code, public_key=public, app_version="bench"), EnrollAnswer
        )
        self.device = enrolled.device
        nonce = self._post("/v1/session/challenge", ChallengeRequest(device=self.device), ChallengeAnswer).nonce
        proof = key.sign(signed_texts.session(self.device, nonce))
        opened = self._post(
            "/v1/session", SessionRequest(device=self.device, nonce=nonce, signature=proof), SessionAnswer
        )
        self._http.headers["Authorization"] = f"Bearer {opened.token}"
        self.acked = 0
        self.taken: list[float] = []

    def _post(self, path: str, message: msgspec.Struct, kind: type[T]) -> T:
        answer = self._http.post(
            self._url + path, data=wire.encode(message), headers={"Content-Type": wire.MSGPACK}, timeout=60
        )
        answer.raise_for_status()
        return wire.decode(answer.content, kind, answer.headers["content-type"])

    def batches(self, count: int, size: int = BATCH) -> list[bytes]:
        """Ready-made request bodies, so that making them is not measured."""
        made, previous, seq = [], facts.genesis(self.device, 1), 0
        for _ in range(count):
            raw, before, first = [], previous, seq + 1
            for _ in range(size):
                seq += 1
                raw.append(self._fact(seq))
                previous = facts.link(previous, seq, raw[-1])
            request = PushRequest(
                device=self.device, epoch=1, first=first, prev_hash=before, last_hash=previous, facts=tuple(raw)
            )
            made.append(wire.encode(request))
        return made

    def _fact(self, seq: int) -> bytes:
        now = int(time.time() * 1000)
        if self._kind == "plain":
            body: dict[str, object] = {"receipt": f"R{seq}", "copies": 1}
            return facts.encode(Fact(1, seq, RECEIPT_PRINTED, now << 16, now, 0, "boot", now, "s-101", body))
        txn, member = f"{self.device[-6:]}-{seq}", f"m-{seq % 50 + 1:06d}"
        coupon = {"id": f"x{txn}", "template": "cash100", "member": member, "value": 10_000, "right": "held"}
        body = {"txn": txn, "receipt": f"R{seq}", "member": member, "amount": 50_000, "total": 40_000}
        body |= {
            "currency": "TWD",
            "coupons": [coupon],
            "lines": [{"kind": "coupon", "ref": "c", "label": "", "off": 1}],
        }
        return facts.encode(Fact(1, seq, SALE_COMPLETED, (now << 16) + seq % 65536, now, 0, "boot", now, "s-101", body))

    def run(self, bodies: list[bytes], until: float) -> None:
        """Push until the time is over or nothing is left."""
        for body in bodies:
            if time.perf_counter() >= until:
                return
            began = time.perf_counter()
            answer = self._http.post(
                self._url + "/v1/push", data=body, headers={"Content-Type": wire.MSGPACK}, timeout=60
            )
            self.taken.append(time.perf_counter() - began)
            self.acked = wire.decode(answer.content, PushAnswer, answer.headers["content-type"]).acked


def bare_inserts(raw: list[bytes], folder: Path) -> float:
    """Rows a second of bare inserts of the same bytes, a commit per batch, in the same kind of file."""
    connection = sqlcipher3.dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
    for pragma in (f"key = \"x'{'11' * 32}'\"", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE f (device TEXT, seq INTEGER, raw BLOB, PRIMARY KEY (device, seq)) WITHOUT ROWID")
    began = time.perf_counter()
    for start in range(0, len(raw), BATCH):
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO f VALUES ('d', ?, ?)", list(enumerate(raw[start : start + BATCH], start)))
        connection.execute("COMMIT")
    took = time.perf_counter() - began
    connection.close()
    return len(raw) / took


def main() -> None:
    """Measure and print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--terminals", type=int, default=2)
    parser.add_argument("--kind", choices=("sales", "plain"), default="sales")
    parser.add_argument("--campaign", action="append", default=[], metavar="NAME")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-", ignore_cleanup_errors=True) as name:
        data = Path(name) / "hq"
        command = [sys.executable, "-m", "kiosk", "hq"]
        making = [*command, "demo-data", "--members", "50", "--data", str(data)]
        making += [word for campaign in args.campaign for word in ("--campaign", campaign)]
        subprocess.run(making, check=True, capture_output=True)
        serving = subprocess.Popen(
            [*command, "run", "--port", "0", "--quiet", "--data", str(data)],
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        try:
            assert serving.stdout is not None
            url = serving.stdout.readline().split()[-1]
            loads = []
            for _ in range(args.terminals):
                code = subprocess.run(
                    [*command, "enroll-code", "--store", "xinyi", "--data", str(data)],
                    check=True,
                    capture_output=True,
                    text=True,
                    encoding="utf-8",
                ).stdout.strip()
                loads.append(Load(url, code, args.kind))
            bodies = [load.batches(int(args.seconds * 120)) for load in loads]
            began = time.perf_counter()
            threads = [
                threading.Thread(target=load.run, args=(ready, began + args.seconds))
                for load, ready in zip(loads, bodies, strict=True)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            took = time.perf_counter() - began
        finally:
            serving.terminate()
            serving.wait()
        acked = sum(load.acked for load in loads)
        raw = [fact for body in bodies[0][:100] for fact in wire.decode(body, PushRequest, wire.MSGPACK).facts]
        bare = bare_inserts(raw, Path(name))
        times = sorted(each for load in loads for each in load.taken)
        figures = {
            "figure": ", ".join((f"hq push, {args.kind}, batches of {BATCH}", *args.campaign)),
            "facts_per_s": round(acked / took),
            "facts": acked,
            "terminals": args.terminals,
            "batch_ms_p50": round(times[len(times) // 2] * 1000, 1),
            "batch_ms_p95": round(times[int(len(times) * 0.95)] * 1000, 1),
            "bare_inserts_per_s": round(bare),
            "share_of_bare": round(acked / took / bare, 2),
        }
        print(json.dumps(figures))
        write_json(args.json, figures)


if __name__ == "__main__":
    main()
