"""HQ as one synchronous function: method, path, headers and body in, status, headers and body out.

The web (`web/asgi.py`) and the deterministic simulator both call `WireApp.handle`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar

import msgspec
import sqlcipher3.dbapi2
import zstandard
from sqlalchemy.exc import DBAPIError

from kiosk.domain.draws.lease_facts import WHEEL_LEASED
from kiosk.hq import journalling, logs
from kiosk.hq.campaigns.follow_up import follow_up
from kiosk.hq.campaigns.points import points_of
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons_pages import voucher
from kiosk.hq.documents import html, pages
from kiosk.hq.draws import arrivals, wheels
from kiosk.hq.draws_batch import serving as draws
from kiosk.hq.draws_claims import claims as prizes
from kiosk.hq.draws_pages import answers as draw_pages
from kiosk.hq.draws_pages import lease_file
from kiosk.hq.guests_desk import feedback_page, ticket_page
from kiosk.hq.guests_desk import persons as guest_persons
from kiosk.hq.guests_photos import page as photo_page
from kiosk.hq.invites import answers as invites
from kiosk.hq.journal import left_out
from kiosk.hq.leases import commands as leases
from kiosk.hq.rebuild import state
from kiosk.hq.registration import codes, persons
from kiosk.hq.remarks import told as remarks
from kiosk.hq.reply import Piece, Reply, problem
from kiosk.hq.rows import publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.troubles import trouble_of
from kiosk.hq.terminals import commands as terminals
from kiosk.hq.terminals import copies
from kiosk.hq.terminals.queries import caller_of, restarting
from kiosk.hq.wire import claims as ops
from kiosk.hq.wire import lookup, pull, push, snapshots
from kiosk.hq.wire.gate import Admitted, Gate
from kiosk.hq.wire.routes import SNAPSHOT_FILES, find, missing, too_large
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.limits import COMPRESS_ABOVE_BYTES
from kiosk.protocol.wire.messages import (
    BeaconTold,
    ChallengeRequest,
    CodeCheckRequest,
    CodeRequest,
    DrawSignRequest,
    DrawTicketsRequest,
    EnrollRequest,
    GuestsRequest,
    LeaseRequest,
    LookupRequest,
    PageRequest,
    PersonsRequest,
    PrizeRequest,
    PullRequest,
    PushRequest,
    RedeemRequest,
    RemarksRequest,
    SessionRequest,
    WheelAsk,
)

T = TypeVar("T", bound=msgspec.Struct)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class WireResponse:
    """An HTTP answer. `hold_ms`/`topics`: instead of giving this answer at once, ask again when one of the topics
    changes, for at most so long since the request came. `file`: instead of `body`, these bytes of a file."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    file: Piece | None = None
    hold_ms: int = 0
    topics: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    path: str
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    most: int = wire.MAX_BODY
    caller: Caller | None = None
    query: str = ""
    address: str = ""

    def read(self, kind: type[T]) -> T:
        said, packed = self.headers.get("content-type", wire.JSON), self.headers.get("content-encoding")
        return wire.decode(self.body, kind, said, encoding=packed, most=self.most)


Work = Callable[[Context, Tx, _Request], Reply]


class WireApp:
    """Every endpoint of HQ behind one call. Thread-safe."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.gate = Gate(context)

    def handle(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        body: bytes,
        *,
        files: bool = False,
        query: str = "",
        address: str = "",
    ) -> WireResponse:
        """Answer one request. Never raises for what a client sends. `files`: the answer may name a file that has what
        is asked for; otherwise it holds it. `query`: behind the "?"; `address`: of the caller, as `gate.address_of`
        gives it."""
        said = {name.lower(): value for name, value in headers.items()}
        request = _Request(method.upper(), path, said, body, query=query, address=address)
        began = self.context.clock.mono_ms()
        noted: dict[str, Any] = {"method": request.method, "route": "none", "bytes_in": len(body)}
        reply = self._never_raising(lambda: self._route(request, noted, files=files), noted)
        return self._said(request, reply, began, noted)

    def refuse(self, method: str, path: str, headers: Mapping[str, str], reply: Reply) -> WireResponse:
        """The answer to a request that was judged before it was read whole; in JSON, unless something else is wanted:
        what the body says it is was not looked at."""
        route = find(method.upper(), path)
        noted = {"method": method.upper(), "route": "none" if route is None else route.name, "bytes_in": 0}
        wanted = {name: value for name, value in headers.items() if name != "content-type"}
        return self._said(_Request(method, path, wanted, b""), reply, self.context.clock.mono_ms(), noted)

    def looked_up(self, method: str, path: str, headers: Mapping[str, str]) -> Admitted | Reply:
        """Whether a request's body is read, as far as the database has to be asked for it. Never raises."""
        noted: dict[str, Any] = {"method": method, "route": "gate", "bytes_in": 0}
        return self._never_raising(lambda: self.gate.looked_up(method, path, headers), noted)

    def _said(self, request: _Request, reply: Reply, began: int, noted: Mapping[str, Any]) -> WireResponse:
        route = find(request.method, request.path)
        if route is not None and route.shown and reply.message is not None:
            headers = {**html.HEADERS, **reply.headers}
            headers |= {"retry-after": "60"} if reply.status in (429, 503) else {}
            reply = Reply(reply.status, raw=html.trouble(reply.status), content_type=html.TYPE, headers=headers)
        response = self._respond(request, reply)
        took = self.context.clock.mono_ms() - began
        sent = len(response.body) if reply.file is None else len(reply.file.span)
        logs.logger().info("request", status=reply.status, ms=took, bytes_out=sent, **noted)
        return response

    def _never_raising(self, work: Callable[[], R], noted: dict[str, Any]) -> R | Reply:
        now = self.context.clock.now_ms()
        try:
            return work()
        except wire.BodyTooLarge as error:
            return problem(413, "body_too_large", str(error), now)
        except wire.WireError:
            return problem(400, "malformed", "the body cannot be read", now)
        except (DBAPIError, sqlcipher3.dbapi2.Error, OSError) as error:
            trouble = trouble_of(error)
            fault = self._report(error, noted)
            if trouble is None:
                return problem(500, "internal", f"internal error {fault}", now)
            return problem(trouble.status, trouble.code, trouble.words, now)
        except Exception as error:  # noqa: BLE001  (the last line of defence: logged with an id, answered without details)
            fault = self._report(error, noted)
            return problem(500, "internal", f"internal error {fault}", now)

    def _report(self, error: Exception, noted: dict[str, Any]) -> str:
        """Log where it broke; gives the id under which the log has it."""
        fault = self.context.new_id("e-", 5)
        logs.report(fault, error, **noted)
        return fault

    def _route(self, request: _Request, noted: dict[str, Any], *, files: bool) -> Reply:
        route = find(request.method, request.path)
        if route is None:
            status, code = missing(request.method, request.path)
            return problem(status, code, "see /openapi.json", self.context.clock.now_ms())
        noted["route"] = route.name
        if len(request.body) > route.body:
            raise wire.BodyTooLarge(too_large(route.body))
        request = replace(request, most=route.body)
        transaction = self.context.database.write if route.writes else self.context.database.read
        with transaction() as tx:
            if route.authorised:
                caller = caller_of(self.context, tx, request.headers.get("authorization"))
                if isinstance(caller, Reply):
                    return caller
                noted["device"], noted["store"] = caller.device, caller.store
                request = replace(request, caller=caller)
            reply = _WORK[route.name](self.context, tx, request)
        if reply.queue_empty and request.caller is not None:
            follow_up(self.context, request.caller, lambda fault: self._report(fault, noted))
        if reply.file is not None and not files:
            return replace(reply, raw=reply.file.read(), file=None)
        return reply

    def _respond(self, request: _Request, reply: Reply) -> WireResponse:
        headers = dict(reply.headers)
        body = b""
        if reply.file is not None:
            headers["content-type"] = reply.content_type
        elif reply.raw is not None:
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
        return WireResponse(reply.status, headers, body, reply.file, reply.hold_ms, reply.topics)


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


def _asleep(context: Context, request: _Request) -> Reply | None:
    """A terminal about which a person has to decide gets no right."""
    if _known(request).state not in copies.WAITING:
        return None
    return problem(409, "rights_asleep", "a person at HQ has to decide about this terminal", context.clock.now_ms())


def _redeem(context: Context, tx: Tx, request: _Request) -> Reply:
    return _asleep(context, request) or ops.redeem(context, tx, _known(request), request.read(RedeemRequest))


def _op(context: Context, tx: Tx, request: _Request) -> Reply:
    return ops.answer(context, tx, _known(request), request.path.removeprefix("/v1/ops/"))


def _lookup(context: Context, tx: Tx, request: _Request) -> Reply:
    return lookup.look_up(context, tx, _known(request), request.read(LookupRequest))


def _prize_take(context: Context, tx: Tx, request: _Request) -> Reply:
    return prizes.take(context, tx, _known(request), request.read(PrizeRequest))


def _prize_look(context: Context, tx: Tx, request: _Request) -> Reply:
    return prizes.look(context, tx, request.read(PrizeRequest))


def _acquire(context: Context, tx: Tx, request: _Request) -> Reply:
    def points(member: str) -> int:
        return points_of(context, tx, member)

    asleep = _asleep(context, request)
    return asleep or leases.acquire(context, tx, _known(request), request.read(LeaseRequest), points)


def _renew(context: Context, tx: Tx, request: _Request) -> Reply:
    return _asleep(context, request) or leases.renew(context, tx, _known(request), request.read(LeaseRequest))


def _release(context: Context, tx: Tx, request: _Request) -> Reply:
    return leases.release(context, tx, _known(request), request.read(LeaseRequest))


def _wheel_ask(context: Context, tx: Tx, request: _Request) -> Reply:
    asleep = _asleep(context, request)
    given = asleep or wheels.ask(context, tx, _known(request), request.read(WheelAsk))
    if isinstance(given, Reply):
        return given
    journalling.append(context, tx, WHEEL_LEASED, WHEEL_LEASED.write(given.said))
    return given.reply


def _beacon_told(context: Context, tx: Tx, request: _Request) -> Reply:
    return arrivals.told(context, tx, _known(request), request.read(BeaconTold))


def _snapshot(context: Context, tx: Tx, request: _Request) -> Reply:
    return snapshots.manifest(context, tx, _known(request), request.path.removeprefix("/v1/snapshots/"))


def _snapshot_file(context: Context, tx: Tx, request: _Request) -> Reply:
    name = request.path.removeprefix(SNAPSHOT_FILES)
    return snapshots.part(context, tx, _known(request), name, request.headers.get("range"))


def _page_keep(context: Context, tx: Tx, request: _Request) -> Reply:
    return pages.keep(context, tx, _known(request), request.read(PageRequest))


def _page(context: Context, tx: Tx, request: _Request) -> Reply:
    found = pages.document_of(context, tx, request.path.removeprefix("/p/"))
    status, body = (404, html.nothing_there()) if found is None else (200, html.page(found))
    return Reply(status, raw=body, content_type=html.TYPE, headers=html.HEADERS)


def _persons(context: Context, tx: Tx, request: _Request) -> Reply:
    return persons.told(context, tx, _known(request), request.read(PersonsRequest))


def _remarks(context: Context, tx: Tx, request: _Request) -> Reply:
    return remarks.told(context, tx, _known(request), request.read(RemarksRequest))


def _guests(context: Context, tx: Tx, request: _Request) -> Reply:
    return guest_persons.told(context, tx, _known(request), request.read(GuestsRequest))


def _ticket(context: Context, tx: Tx, request: _Request) -> Reply:
    return ticket_page.opened(context, tx, request.path[len("/t/") :], request.query, request.headers)


def _voucher(context: Context, tx: Tx, request: _Request) -> Reply:
    return voucher.opened(context, tx, request.path[len("/g/") :], request.query, request.headers)


def _feedback(context: Context, tx: Tx, request: _Request) -> Reply:
    return feedback_page.opened(context, tx, request.path[len("/f/") :], request.query, request.headers)


def _feedback_form(context: Context, tx: Tx, request: _Request) -> Reply:
    place = request.path[len("/f/") :]
    return feedback_page.sent(context, tx, place, request.query, request.headers, request.body)


def _photo(_context: Context, tx: Tx, request: _Request) -> Reply:
    return photo_page.picture(tx, request.path[len("/w/p/") :])


def _photos(context: Context, tx: Tx, request: _Request) -> Reply:
    return photo_page.opened(context, tx, request.path[len("/w/") :], request.query, request.headers)


def _photos_form(context: Context, tx: Tx, request: _Request) -> Reply:
    place = request.path[len("/w/") :]
    return photo_page.sent(context, tx, place, request.query, request.headers, request.body)


def _invite(context: Context, tx: Tx, request: _Request) -> Reply:
    return invites.opened(context, tx, _asked(request))


def _invite_form(context: Context, tx: Tx, request: _Request) -> Reply:
    return invites.sent(context, tx, _asked(request))


def _asked(request: _Request) -> invites.Asked:
    return invites.Asked(request.path[len("/q/") :], request.query, request.headers, request.address, request.body)


def _draws(context: Context, tx: Tx, request: _Request) -> Reply:
    return draw_pages.draws(context, tx, _asked_of_draws(request, "/draws"))


def _draw_page(context: Context, tx: Tx, request: _Request) -> Reply:
    return draw_pages.draw(context, tx, _asked_of_draws(request, "/draws/"))


def _draw_slip(context: Context, tx: Tx, request: _Request) -> Reply:
    return draw_pages.slip(context, tx, _asked_of_draws(request, "/d/"))


def _verifier(_context: Context, _tx: Tx, request: _Request) -> Reply:
    return draw_pages.program(_asked_of_draws(request, "/verify"))


def _asked_of_draws(request: _Request, path: str) -> draw_pages.Asked:
    return draw_pages.Asked(request.path[len(path) :], request.query, request.headers)


def _wheel_file(context: Context, tx: Tx, request: _Request) -> Reply:
    return lease_file.asked(context, tx, request.path)


def _code_send(context: Context, tx: Tx, request: _Request) -> Reply:
    return codes.send(context, tx, _known(request), request.read(CodeRequest))


def _code_check(context: Context, tx: Tx, request: _Request) -> Reply:
    return codes.checked(context, tx, _known(request), request.read(CodeCheckRequest))


def _draw(context: Context, tx: Tx, request: _Request) -> Reply:
    caller = caller_of(context, tx, request.headers.get("authorization"))
    return draws.asked(context, tx, request.path, caller if isinstance(caller, Caller) else None)


def _draw_sign(context: Context, tx: Tx, request: _Request) -> Reply:
    return draws.sign(context, tx, _known(request), request.read(DrawSignRequest))


def _draw_file_keep(context: Context, tx: Tx, request: _Request) -> Reply:
    return draws.keep_file(context, tx, _known(request), request.body)


def _draw_tickets(context: Context, tx: Tx, request: _Request) -> Reply:
    return draws.tickets(context, tx, request.read(DrawTicketsRequest))


def _health(context: Context, tx: Tx, request: _Request) -> Reply:
    context.writes.look(context.database, context.clock.mono_ms())
    return Reply(200, raw=msgspec.json.encode(health(context, tx)), content_type=wire.JSON)


def health(context: Context, tx: Tx) -> dict[str, object]:
    """What `/healthz` says once the database has answered."""
    models = [asdict(one) for one in state.progress(context, tx)]
    now = context.clock.now_ms()
    undone = left_out.total_undone(tx)
    return {
        "status": "ok",
        "revision": publish.current_revision(tx),
        "time": now,
        "read_models": models,
        "unread": left_out.total(tx) - undone,
        "undone": undone,
        "terminals_waiting": len(copies.waiting(tx)),
        "terminals_restarting": restarting(tx, now),
    }


def _known(request: _Request) -> Caller:
    assert request.caller is not None
    return request.caller


_WORK: Mapping[str, Work] = {
    "enroll": _enroll,
    "challenge": _challenge,
    "session": _session,
    "push": _push,
    "pull": _pull,
    "redeem": _redeem,
    "op": _op,
    "lookup": _lookup,
    "prize_take": _prize_take,
    "prize_look": _prize_look,
    "lease_acquire": _acquire,
    "lease_renew": _renew,
    "lease_release": _release,
    "wheel_ask": _wheel_ask,
    "beacon_told": _beacon_told,
    "snapshot": _snapshot,
    "snapshot_file": _snapshot_file,
    "page_keep": _page_keep,
    "persons": _persons,
    "remarks": _remarks,
    "guests": _guests,
    "ticket": _ticket,
    "voucher": _voucher,
    "feedback": _feedback,
    "feedback_form": _feedback_form,
    "photo": _photo,
    "photos": _photos,
    "photos_form": _photos_form,
    "draws": _draws,
    "draw_page": _draw_page,
    "draw_slip": _draw_slip,
    "verifier": _verifier,
    "wheel_file": _wheel_file,
    "code_send": _code_send,
    "code_check": _code_check,
    "page": _page,
    "invite": _invite,
    "invite_form": _invite_form,
    "draw": _draw,
    "draw_sign": _draw_sign,
    "draw_file_keep": _draw_file_keep,
    "draw_tickets": _draw_tickets,
    "health": _health,
}
"""What each of `ROUTES` does."""
