"""A randomness beacon on loopback for the demo and for tests: it speaks drand's HTTP and signs by a key of its own, so
its chain is another than the public one, and everything that goes by it says so."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kiosk.domain.draws.beacon import Chain, round_at, signed_message
from kiosk.protocol.draws.bls import DST

PERIOD_S = 3
_ROUND = re.compile(
    r"/(?:v2/chains/(?P<v2>[0-9a-f]{64})/rounds|(?P<v1>[0-9a-f]{64})/public)/(?P<round>[0-9]{1,15}|latest)"
)
_INFO = re.compile(r"/(?:v2/chains/)?(?P<chain>[0-9a-f]{64})/info")


class DemoBeacon:
    """Signs rounds. The same `seed` is the same key."""

    def __init__(self, seed: bytes, genesis: int, period: int = PERIOD_S) -> None:
        """`genesis`: unix seconds of the first round."""
        from py_arkworks_bls12381 import G2Point, Scalar

        self._secret = Scalar.from_be_bytes_mod_order(hashlib.sha512(b"demo beacon" + seed).digest()[:32])
        self.chain = Chain(
            public_key=bytes((G2Point() * self._secret).to_compressed_bytes()).hex(),
            genesis=genesis,
            period=period,
            group_hash=hashlib.sha256(b"demo group" + seed).hexdigest(),
            beacon_id="demo",
        )

    def signature(self, number: int) -> bytes:
        """Of a round, whether it is out or not: whoever serves it looks at the clock."""
        from py_arkworks_bls12381 import G1Point

        return bytes((G1Point.hash_to_curve(signed_message(number), DST) * self._secret).to_compressed_bytes())


class BeaconServer:
    """Serves a beacon's rounds once they are out."""

    def __init__(self, beacon: DemoBeacon, now_s: Callable[[], float], port: int = 0) -> None:
        """`now_s`: the clock by which rounds come out, unix seconds."""
        self.beacon = beacon
        self._server = _Server(beacon, now_s, port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def settings(self) -> dict[str, object]:
        """What HQ is set to, to go by it (`kiosk hq draws beacons set`)."""
        return {"relays": [self.url], "chain": self.beacon.chain.body()}

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def beacon_server(seed: bytes, now_s: Callable[[], float], *, begun_s_ago: int = 3_600) -> Iterator[BeaconServer]:
    """A beacon that has been running for a while."""
    server = BeaconServer(DemoBeacon(seed, int(now_s()) - begun_s_ago), now_s)
    try:
        yield server
    finally:
        server.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, beacon: DemoBeacon, now_s: Callable[[], float], port: int) -> None:
        super().__init__(("127.0.0.1", port), _Exchange)
        self.beacon, self.now_s = beacon, now_s


class _Exchange(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = 20

    def do_GET(self) -> None:
        """Answer one request."""
        chain = self.server.beacon.chain
        info, asked = _INFO.fullmatch(self.path), _ROUND.fullmatch(self.path)
        if self.path in ("/chains", "/v2/chains"):
            self._say(200, [chain.hash])
        elif info is not None and info["chain"] == chain.hash:
            self._say(200, {**chain.body(), "hash": chain.hash, "genesis_time": chain.genesis})
        elif asked is not None and (asked["v2"] or asked["v1"]) == chain.hash:
            self._round(asked["round"], old=bool(asked["v1"]))
        else:
            self._say(404, {"error": "no such chain"})

    def _round(self, name: str, *, old: bool) -> None:
        newest = round_at(self.server.beacon.chain, int(self.server.now_s()))
        number = newest if name == "latest" else int(name)
        if not 1 <= number <= newest:
            self._say(425 if number > newest else 404, {"error": "not yet"})
            return
        signature = self.server.beacon.signature(number)
        said: dict[str, object] = {"round": number, "signature": signature.hex()}
        if old:  # the older HTTP says this as well
            said["randomness"] = hashlib.sha256(signature).hexdigest()
        self._say(200, said)

    def _say(self, status: int, said: object) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Say nothing."""
