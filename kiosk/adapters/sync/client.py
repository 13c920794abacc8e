"""HQ's endpoints as typed calls (protocol/wire/messages.py)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import msgspec

from kiosk.adapters.sync.transport import HqAnswer, HqUnreachable, Transport
from kiosk.protocol import signed_texts
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire import messages as m
from kiosk.protocol.wire.limits import COMPRESS_ABOVE_BYTES

T = TypeVar("T", bound=msgspec.Struct)


_OF_CODES = frozenset({"too_many", "no_gateway"})


class HqRefused(Exception):
    """HQ understood and said no. `status` is HTTP's, `problem` the stable code in the body."""

    def __init__(self, status: int, problem: str) -> None:
        super().__init__(f"{status} {problem}")
        self.status = status
        self.problem = problem


class HqClient:
    """One terminal's calls. Holds the session token in memory only."""

    def __init__(self, transport: Transport, *, answer_s: float = 15.0) -> None:
        """`answer_s`: seconds that HQ has for an answer, where nothing else is said."""
        self._transport = transport
        self._answer_s = answer_s
        self.token: str | None = None

    def enroll(self, request: m.EnrollRequest) -> m.EnrollAnswer:
        """`POST /v1/enroll`."""
        return self._post("/v1/enroll", request, m.EnrollAnswer)

    def challenge(self, device: str) -> m.ChallengeAnswer:
        """A nonce of HQ to sign."""
        return self._post("/v1/session/challenge", m.ChallengeRequest(device=device), m.ChallengeAnswer)

    def open_session(self, device: str, sign: Callable[[bytes], bytes], instance: str = "") -> m.SessionAnswer:
        """Prove the device's key and keep the token. `instance`: the running program's name for itself."""
        challenge = self.challenge(device)
        signature = sign(signed_texts.session(device, challenge.nonce))
        request = m.SessionRequest(device=device, nonce=challenge.nonce, signature=signature, instance=instance)
        answer = self._post("/v1/session", request, m.SessionAnswer)
        self.token = answer.token
        return answer

    def push(self, request: m.PushRequest) -> m.PushAnswer | m.PushRefused:
        """`POST /v1/push`; a 409 is an answer, not an error."""
        answer = self._send("POST", "/v1/push", request)
        if answer.status == 409:
            return _read(answer, m.PushRefused)
        return _read(_good(answer), m.PushAnswer)

    def pull(self, request: m.PullRequest) -> m.PullAnswer | m.SnapshotNeeded | None:
        """`POST /v1/pull`. None when nothing is new."""
        answer = self._send("POST", "/v1/pull", request, timeout_s=self._answer_s + request.wait)
        if answer.status == 204:
            return None
        if answer.status == 410:
            return _read(answer, m.SnapshotNeeded)
        return _read(_good(answer), m.PullAnswer)

    def manifest(self, bucket: str) -> m.SnapshotManifest:
        """`GET /v1/snapshots/{bucket}`."""
        return _read(_good(self._send("GET", f"/v1/snapshots/{bucket}", None, timeout_s=60.0)), m.SnapshotManifest)

    def download(self, manifest: m.SnapshotManifest, target: Path) -> None:
        """Fetch (or go on fetching) a snapshot's file."""
        self._transport.download(manifest.path, self._headers(), target, timeout_s=60.0, most=manifest.size)

    def keep_page(self, request: m.PageRequest) -> m.PageKept:
        """`POST /v1/pages`."""
        return self._post("/v1/pages", request, m.PageKept)

    def redeem(self, request: m.RedeemRequest, *, timeout_s: float) -> m.RedeemAnswer | None:
        """`POST /v1/ops/redeem`. None while HQ calls the right back from another terminal."""
        return _settled(self._send("POST", "/v1/ops/redeem", request, timeout_s=timeout_s), request.op)

    def operation(self, op: str, *, timeout_s: float) -> m.RedeemAnswer | None:
        """`GET /v1/ops/{op}`: the answer that was given before, or that has come since."""
        return _settled(self._send("GET", f"/v1/ops/{op}", None, timeout_s=timeout_s), op)

    def look_up(self, request: m.LookupRequest, *, timeout_s: float) -> m.LookupAnswer:
        """`POST /v1/members/lookup`."""
        answer = self._send("POST", "/v1/members/lookup", request, timeout_s=timeout_s)
        return _read(_good(answer), m.LookupAnswer)

    def keep_remarks(self, request: m.RemarksRequest) -> m.RemarksAnswer:
        """`POST /v1/remarks`."""
        return self._post("/v1/remarks", request, m.RemarksAnswer)

    def look_at_prize(self, request: m.PrizeRequest, *, timeout_s: float) -> m.PrizeSeen:
        """`POST /v1/prizes/look`."""
        answer = self._send("POST", "/v1/prizes/look", request, timeout_s=timeout_s)
        return _read(_good(answer), m.PrizeSeen)

    def take_prize(self, request: m.PrizeRequest, *, timeout_s: float) -> m.PrizeAnswer:
        """`POST /v1/prizes/take`."""
        answer = self._send("POST", "/v1/prizes/take", request, timeout_s=timeout_s)
        return _read(_good(answer), m.PrizeAnswer)

    def sign_draw(self, request: m.DrawSignRequest, *, timeout_s: float) -> m.DrawSigned:
        """`POST /v1/draws/sign`."""
        return _read(_good(self._send("POST", "/v1/draws/sign", request, timeout_s=timeout_s)), m.DrawSigned)

    def draw_tickets(self, request: m.DrawTicketsRequest, *, timeout_s: float) -> m.DrawTickets:
        """`POST /v1/draws/tickets`."""
        return _read(_good(self._send("POST", "/v1/draws/tickets", request, timeout_s=timeout_s)), m.DrawTickets)

    def keep_draw_file(self, packed: bytes, *, timeout_s: float) -> m.DrawFileKept:
        """`POST /v1/draws/file`: a published file of this terminal's own draw, packed by zstd."""
        headers = {**self._headers(), "Content-Type": "application/zstd"}
        answer = self._transport.request("POST", "/v1/draws/file", headers, packed, timeout_s=timeout_s)
        return _read(_good(answer), m.DrawFileKept)

    def download_draw(self, draw: str, seq: int, target: Path) -> None:
        """`GET /v1/draws/{id}/{seq}/stage` into a file that is not there yet."""
        path = f"/v1/draws/{quote(draw)}/{seq}/stage"
        self._transport.download(path, self._headers(), target, timeout_s=60.0)

    def keep_persons(self, request: m.PersonsRequest) -> m.PersonsAnswer:
        """`POST /v1/persons`."""
        return self._post("/v1/persons", request, m.PersonsAnswer)

    def keep_guests(self, request: m.GuestsRequest) -> m.GuestsAnswer:
        """`POST /v1/guests`."""
        return self._post("/v1/guests", request, m.GuestsAnswer)

    def send_code(self, request: m.CodeRequest, *, timeout_s: float) -> m.CodeAnswer:
        """`POST /v1/codes`. Raises HqRefused, too, for "too_many" and "no_gateway", which are no matter of the
        network."""
        answer = self._send("POST", "/v1/codes", request, timeout_s=timeout_s)
        if answer.status in (429, 503) and (problem := _problem(answer)) in _OF_CODES:
            raise HqRefused(answer.status, problem)
        return _read(_good(answer), m.CodeAnswer)

    def check_code(self, request: m.CodeCheckRequest, *, timeout_s: float) -> m.CodeChecked:
        """`POST /v1/codes/check`."""
        answer = self._send("POST", "/v1/codes/check", request, timeout_s=timeout_s)
        return _read(_good(answer), m.CodeChecked)

    def lease(self, ask: str, request: m.LeaseRequest) -> m.LeaseAnswer:
        """`POST /v1/leases/{ask}`: "acquire", "renew" or "release"."""
        return self._post(f"/v1/leases/{ask}", request, m.LeaseAnswer)

    def claim_share(self, request: m.LeaseRequest, *, timeout_s: float | None = None) -> m.LeaseAnswer | None:
        """`POST /v1/leases/acquire` while a customer waits. None while HQ calls the share back from another terminal:
        asked again, the same `op` gets an answer soon."""
        answer = self._send("POST", "/v1/leases/acquire", request, timeout_s=timeout_s)
        return None if answer.status == 202 else _read(_good(answer), m.LeaseAnswer)

    def ask_wheel(self, request: m.WheelAsk) -> m.WheelLeased:
        """`POST /v1/wheels/ask`."""
        return self._post("/v1/wheels/ask", request, m.WheelLeased)

    def tell_beacon(self, request: m.BeaconTold) -> m.BeaconKept:
        """`POST /v1/beacons`."""
        return self._post("/v1/beacons", request, m.BeaconKept)

    def _post(self, path: str, message: msgspec.Struct, answer_type: type[T]) -> T:
        return _read(_good(self._send("POST", path, message)), answer_type)

    def _headers(self) -> dict[str, str]:
        headers = {"Accept": wire.MSGPACK}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        return headers

    def _send(
        self, method: str, path: str, message: msgspec.Struct | None, *, timeout_s: float | None = None
    ) -> HqAnswer:
        headers, body = self._headers(), b""
        if message is not None:
            body = wire.encode(message)
            headers["Content-Type"] = wire.MSGPACK
            if len(body) > COMPRESS_ABOVE_BYTES:
                body = wire.encode(message, compress=True)
                headers["Content-Encoding"] = "zstd"
        return self._transport.request(
            method, path, headers, body, timeout_s=self._answer_s if timeout_s is None else timeout_s
        )


def _good(answer: HqAnswer) -> HqAnswer:
    """The answer if it is a 2xx. Raises HqUnreachable on 5xx (and on what only a stranger would answer), HqRefused
    on 4xx."""
    if 200 <= answer.status < 300:
        return answer
    if answer.status == 408 or answer.status == 429 or not 400 <= answer.status < 500:
        raise HqUnreachable(f"HTTP {answer.status}")
    raise HqRefused(answer.status, _problem(answer))


def _problem(answer: HqAnswer) -> str:
    try:
        return _read(answer, m.Problem).type
    except HqUnreachable:
        return "unknown"


def _settled(answer: HqAnswer, op: str) -> m.RedeemAnswer | None:
    if answer.status == 202:
        return None
    settled = _read(_good(answer), m.RedeemAnswer)
    if settled.op != op:  # a grant is good for one sale
        raise HqUnreachable("the answer to another claim")
    return settled


def _read(answer: HqAnswer, answer_type: type[T]) -> T:
    try:
        return wire.decode(
            answer.body,
            answer_type,
            answer.headers.get("content-type", ""),
            encoding=answer.headers.get("content-encoding"),
        )
    except wire.WireError as error:
        raise HqUnreachable(f"unreadable answer: {error}") from error
