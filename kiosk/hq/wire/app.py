"""HQ as one synchronous function: method, path, headers and body in, status, headers and body out.

The web server (api/app.py) and the deterministic simulator both call `WireApp.handle`.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import zstandard
from sqlalchemy.exc import OperationalError

from kiosk.hq import logs
from kiosk.hq.campaigns.follow_up import follow_up
from kiosk.hq.context import Caller, Context
from kiosk.hq.leases import commands as leases
from kiosk.hq.rebuild import state
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows import publish
from kiosk.hq.store.database import Tx
from kiosk.hq.terminals import commands as terminals
from kiosk.hq.terminals.queries import caller_of
from kiosk.hq.wire import claims as ops
from kiosk.hq.wire import lookup, pull, push, snapshots
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.limits import COMPRESS_ABOVE_BYTES
from kiosk.protocol.wire.messages import (
    ChallengeRequest,
    EnrollRequest,
    LeaseRequest,
    LookupRequest,
    PullRequest,
    PushRequest,
    RedeemRequest,
    SessionRequest,
)

T = TypeVar("T", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class WireResponse:
    """An HTTP answer. `hold_ms`/`topics`: instead of giving this answer at once, ask again when one of the topics
    changes, for at most so long since the request came."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    hold_ms: int = 0
    topics: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    path: str
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    caller: Caller | None = None

    def read(self, kind: type[T]) -> T:
        return wire.decode(
            self.body, kind, self.headers.get("content-type", wire.JSON), encoding=self.headers.get("content-encoding")
        )


Work = Callable[[Context, Tx, _Request], Reply]


class WireApp:
    """Every endpoint of HQ behind one call. Thread-safe."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._log = logs.logger()

    def handle(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> WireResponse:
        """Answer one request. Never raises for what a client sends."""
        request = _Request(method.upper(), path, {name.lower(): value for name, value in headers.items()}, body)
        began = self.context.clock.mono_ms()
        noted: dict[str, Any] = {"method": request.method, "route": "none", "bytes_in": len(body)}
        reply = self._guarded(request, noted)
        response = self._respond(request, reply)
        took = self.context.clock.mono_ms() - began
        self._log.info("request", status=reply.status, ms=took, bytes_out=len(response.body), **noted)
        return response

    def writes(self, method: str, path: str) -> bool:
        """Whether a request takes the database's one writer (where there is only one)."""
        route = _find(method.upper(), path)
        return route is not None and route.writes

    def _guarded(self, request: _Request, noted: dict[str, Any]) -> Reply:
        now = self.context.clock.now_ms()
        try:
            if len(request.body) > wire.MAX_BODY:
                return problem(413, "body_too_large", "at most 8 MB", now)
            return self._route(request, noted)
        except wire.BodyTooLarge:
            return problem(413, "body_too_large", "at most 8 MB", now)
        except wire.WireError:
            return problem(400, "malformed", "the body cannot be read", now)
        except OperationalError as error:
            self._report(error, noted)
            return problem(503, "unavailable", "HQ's database does not answer", now)
        except Exception as error:  # noqa: BLE001  (the last line of defence: logged with an id, answered without details)
            fault = self._report(error, noted)
            return problem(500, "internal", f"internal error {fault}", now)

    def _report(self, error: Exception, noted: dict[str, Any]) -> str:
        """Log where it broke. Not the message: it may quote what a client sent."""
        fault = self.context.new_id("e-", 5)
        where = [
            f"{path.parent.name}/{path.name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
            if "kiosk" in (path := Path(frame.filename)).parts
        ]
        self._log.error("fault", fault=fault, error=type(error).__name__, where=where[-12:], **noted)
        return fault

    def _route(self, request: _Request, noted: dict[str, Any]) -> Reply:
        found = _find(request.method, request.path)
        if found is None:
            known = {method for method in ("GET", "POST") if _find(method, request.path) is not None}
            status, code = (405, "wrong_method") if known else (404, "no_such_path")
            return problem(status, code, "see /openapi.json", self.context.clock.now_ms())
        route = found
        noted["route"] = route.name
        transaction = self.context.database.write if route.writes else self.context.database.read
        with transaction() as tx:
            if route.authorised:
                caller = caller_of(self.context, tx, request.headers.get("authorization"))
                if isinstance(caller, Reply):
                    return caller
                noted["device"], noted["store"] = caller.device, caller.store
                request = _Request(request.method, request.path, request.headers, request.body, caller)
            reply = route.work(self.context, tx, request)
        if reply.queue_empty and request.caller is not None:
            follow_up(self.context, request.caller, lambda fault: self._report(fault, noted))
        return reply

    def _respond(self, request: _Request, reply: Reply) -> WireResponse:
        headers = dict(reply.headers)
        body = b""
        if reply.raw is not None:
            body = reply.raw
            headers["content-type"] = reply.content_type
        elif reply.message is not None:
            headers["content-type"] = kind = _answer_type(request.headers)
            body = wire.encode(reply.message, kind)
            if len(body) > COMPRESS_ABOVE_BYTES and "zstd" in request.headers.get("accept-encoding", ""):
                body = zstandard.compress(body)
                headers["content-encoding"] = "zstd"
        if reply.status == 401:
            headers["www-authenticate"] = "Bearer"
        return WireResponse(reply.status, headers, body, reply.hold_ms, reply.topics)


def _answer_type(headers: Mapping[str, str]) -> str:
    """What the caller accepts; else what it speaks; else JSON."""
    wanted = headers.get("accept", "") + "," + headers.get("content-type", "")
    at = {kind: wanted.find(kind) for kind in (wire.JSON, wire.MSGPACK)}
    found = [kind for kind, place in sorted(at.items(), key=lambda item: item[1]) if place >= 0]
    return found[0] if found else wire.JSON


def _enroll(context: Context, tx: Tx, request: _Request) -> Reply:
    return terminals.enroll(context, tx, request.read(EnrollRequest))


def _challenge(context: Context, tx: Tx, request: _Request) -> Reply:
    return terminals.give_challenge(context, tx, request.read(ChallengeRequest))


def _session(context: Context, tx: Tx, request: _Request) -> Reply:
    return terminals.open_session(context, tx, request.read(SessionRequest))


def _push(context: Context, tx: Tx, request: _Request) -> Reply:
    return push.push(context, tx, _known(request), request.read(PushRequest))


def _pull(context: Context, tx: Tx, request: _Request) -> Reply:
    return pull.pull(context, tx, _known(request), request.read(PullRequest))


def _redeem(context: Context, tx: Tx, request: _Request) -> Reply:
    return ops.redeem(context, tx, _known(request), request.read(RedeemRequest))


def _op(context: Context, tx: Tx, request: _Request) -> Reply:
    return ops.answer(context, tx, _known(request), request.path.removeprefix("/v1/ops/"))


def _lookup(context: Context, tx: Tx, request: _Request) -> Reply:
    return lookup.look_up(context, tx, _known(request), request.read(LookupRequest))


def _acquire(context: Context, tx: Tx, request: _Request) -> Reply:
    return leases.acquire(context, tx, _known(request), request.read(LeaseRequest))


def _renew(context: Context, tx: Tx, request: _Request) -> Reply:
    return leases.renew(context, tx, _known(request), request.read(LeaseRequest))


def _release(context: Context, tx: Tx, request: _Request) -> Reply:
    return leases.release(context, tx, _known(request), request.read(LeaseRequest))


def _snapshot(context: Context, tx: Tx, request: _Request) -> Reply:
    return snapshots.manifest(context, tx, _known(request), request.path.removeprefix("/v1/snapshots/"))


def _snapshot_file(context: Context, tx: Tx, request: _Request) -> Reply:
    name = request.path.removeprefix(snapshots.FILES)
    return snapshots.part(context, tx, _known(request), name, request.headers.get("range"))


def _health(context: Context, tx: Tx, request: _Request) -> Reply:
    return Reply(200, raw=msgspec.json.encode(health(context, tx)), content_type=wire.JSON)


def health(context: Context, tx: Tx) -> dict[str, object]:
    """What `/healthz` says once the database has answered."""
    models = [asdict(one) for one in state.progress(context, tx)]
    now = context.clock.now_ms()
    return {"status": "ok", "revision": publish.current_revision(tx), "time": now, "read_models": models}


def _known(request: _Request) -> Caller:
    assert request.caller is not None
    return request.caller


@dataclass(frozen=True, slots=True)
class Route:
    """One endpoint. `path` ending in "/" stands for everything below it."""

    method: str
    path: str
    name: str
    work: Work
    writes: bool = True
    authorised: bool = True


ROUTES = (
    Route("POST", "/v1/enroll", "enroll", _enroll, authorised=False),
    Route("POST", "/v1/session/challenge", "challenge", _challenge, authorised=False),
    Route("POST", "/v1/session", "session", _session, authorised=False),
    Route("POST", "/v1/push", "push", _push),
    Route("POST", "/v1/pull", "pull", _pull, writes=False),
    Route("POST", "/v1/ops/redeem", "redeem", _redeem),
    Route("GET", "/v1/ops/", "op", _op),
    Route("POST", "/v1/members/lookup", "lookup", _lookup, writes=False),
    Route("POST", "/v1/leases/acquire", "lease_acquire", _acquire),
    Route("POST", "/v1/leases/renew", "lease_renew", _renew),
    Route("POST", "/v1/leases/release", "lease_release", _release),
    Route("GET", "/v1/snapshots/", "snapshot", _snapshot, writes=False),
    Route("GET", snapshots.FILES, "snapshot_file", _snapshot_file, writes=False),
    Route("GET", "/healthz", "health", _health, writes=False, authorised=False),
)


def _find(method: str, path: str) -> Route | None:
    for route in ROUTES:
        fits = path == route.path
        if route.path.endswith("/"):
            fits = path.startswith(route.path) and len(path) > len(route.path)
        if route.method == method and fits:
            return route
    return None
