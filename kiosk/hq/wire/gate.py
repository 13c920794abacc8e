"""Whether HQ reads a request's body at all: what its head says is judged first.

It keeps strangers from filling HQ's memory, disk and time. What it lets through is judged again, from the beginning,
in the transaction that does the work.
"""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.hq.allowance import Allowance
from kiosk.hq.context import Caller, Context
from kiosk.hq.guests_desk import ticket_links
from kiosk.hq.guests_desk.ticket_links import Worth
from kiosk.hq.reply import Reply, problem
from kiosk.hq.terminals.queries import bearer, caller_of, digest
from kiosk.hq.wire.routes import Route, find, missing, too_large

_KNOWN_MS = 30_000
_KNOWN_AT_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Admitted:
    """A request whose body may be read: the endpoint, and whose it is ("" of a stranger)."""

    route: Route
    device: str = ""


class Gate:
    """Judges heads of requests. Thread-safe."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._allowances = {
            "enrolments": Allowance(),
            "challenges": Allowance(),
            "pages": Allowance(),
            "codes": Allowance(),
            "invites": Allowance(),
            "draws": Allowance(),
            "photos": Allowance(),
        }
        self._lock = threading.Lock()
        self._known: dict[str, tuple[str, int]] = {}
        """A session's token, as it is stored → its device, and until when (ms, monotonic) nobody is asked again."""

    def at_once(self, method: str, path: str, headers: Mapping[str, str], address: str) -> Admitted | Reply | None:
        """What can be said without the database; None: ask `looked_up`. `address`: of the caller, "" where there is
        none."""
        now = self._context.clock.now_ms()
        route = find(method, path)
        if route is None:
            status, code = missing(method, path)
            return problem(status, code, "see /openapi.json", now)
        said = headers.get("content-length", "0")
        if said.isdecimal() and (len(said) > 18 or int(said) > route.body):
            return problem(413, "body_too_large", too_large(route.body), now)
        if route.limited and not self._allowed(route.limited, address):
            return problem(429, "too_many", "too many requests from this address", now)
        if route.holder:
            return None
        if not route.authorised:
            return Admitted(route)
        token = bearer(headers.get("authorization"))
        if token is None:
            return problem(401, "no_session", "open a session first", now)
        known = self._known.get(digest(token))
        if known is not None and self._context.clock.mono_ms() < known[1]:
            return Admitted(route, known[0])
        return None

    def looked_up(self, method: str, path: str, headers: Mapping[str, str]) -> Admitted | Reply:
        """What the database says of a session."""
        route = find(method, path)
        assert route is not None
        if route.holder:
            return self._holder(route, path)
        with self._context.database.read() as tx:
            caller = caller_of(self._context, tx, headers.get("authorization"))
        if not isinstance(caller, Caller):
            return caller
        token = bearer(headers.get("authorization"))
        assert token is not None
        with self._lock:
            if len(self._known) >= _KNOWN_AT_MOST:
                self._known.clear()
            self._known[digest(token)] = (caller.device, self._context.clock.mono_ms() + _KNOWN_MS)
        return Admitted(route, caller.device)

    def _holder(self, route: Route, path: str) -> Admitted | Reply:
        """Whoever holds a ticket counts as somebody of their own: what strangers send at a time is bounded for all of
        them together."""
        with self._context.database.read() as tx:
            found = ticket_links.opened(self._context, tx, path[len(route.path) :])
        if isinstance(found, Worth):
            return problem(404, "no_ticket", "a ticket's own link", self._context.clock.now_ms())
        return Admitted(route, f"guest/{found.guest.event}/{found.guest.id}")

    def _allowed(self, what: str, address: str) -> bool:
        settings = self._context.settings
        most = {
            "enrolments": settings.enrolments_a_minute,
            "challenges": settings.challenges_a_minute,
            "pages": settings.pages_a_minute,
            "codes": settings.codes_a_minute,
            "invites": settings.invites_a_minute,
            "draws": settings.draws_a_minute,
            "photos": settings.photos_a_minute,
        }[what]
        return not address or self._allowances[what].take(address, most, self._context.clock.mono_ms())


def address_of(peer: str, forwarded: str, *, behind_proxy: bool) -> str:
    """Whose requests are counted together: an IPv4 address, or the /64 of an IPv6 one. `forwarded`: X-Forwarded-For, of
    which a proxy of ours has written the last entry; all before it is what the caller likes it to be."""
    told = forwarded.rpartition(",")[2].strip() if behind_proxy else ""
    for text in filter(None, (told, peer)):
        try:
            found = ipaddress.ip_address(text.strip("[]").partition("%")[0])
        except ValueError:
            continue
        if isinstance(found, ipaddress.IPv6Address):
            if found.ipv4_mapped is not None:
                return str(found.ipv4_mapped)
            return str(ipaddress.ip_network((int(found), 64), strict=False).network_address)
        return str(found)
    return peer
