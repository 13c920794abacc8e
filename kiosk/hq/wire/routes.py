"""HQ's endpoints as data: where they are, what they need, how large a body they read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.protocol.wire import encoding as wire

_STRANGERS = 8 * 1024
"""What HQ reads of somebody it does not know."""
_USUAL = 64 * 1024
_SHARES = 512 * 1024
_PHOTOS = 13 * 1024 * 1024
"""A photograph and what stands beside it in the form."""
_FORMS = 48 * 1024
"""A name of 500 characters takes 4,500 bytes of a form; what is sealed of it a third more."""


@dataclass(frozen=True, slots=True)
class Route:
    """One endpoint. `path` ending in "/" stands for everything below it. `writes`: it takes the database's one writer
    (where there is only one). `body`: bytes it reads, packed or unpacked. `limited`: which allowance of the caller's
    address it draws on. `shown`: by a browser, so that what is wrong is said on a page. `holder`: only who holds a
    ticket of ours, with which the path ends, is heard to the end."""

    method: str
    path: str
    name: str
    writes: bool = True
    authorised: bool = True
    body: int = _USUAL
    limited: str = ""
    shown: bool = False
    holder: bool = False


SNAPSHOT_FILES = "/v1/snapshot-files/"

ROUTES = (
    Route("POST", "/v1/enroll", "enroll", authorised=False, body=_STRANGERS, limited="enrolments"),
    Route(
        "POST",
        "/v1/session/challenge",
        "challenge",
        writes=False,
        authorised=False,
        body=_STRANGERS,
        limited="challenges",
    ),
    Route("POST", "/v1/session", "session", authorised=False, body=_STRANGERS, limited="challenges"),
    Route("POST", "/v1/push", "push", body=wire.MAX_BODY),
    Route("POST", "/v1/pull", "pull", writes=False),
    Route("POST", "/v1/ops/redeem", "redeem"),
    Route("GET", "/v1/ops/", "op"),
    Route("POST", "/v1/members/lookup", "lookup", writes=False),
    Route("POST", "/v1/prizes/take", "prize_take", body=_STRANGERS),
    Route("POST", "/v1/prizes/look", "prize_look", writes=False, body=_STRANGERS),
    Route("POST", "/v1/leases/acquire", "lease_acquire", body=_SHARES),
    Route("POST", "/v1/leases/renew", "lease_renew", body=_SHARES),
    Route("POST", "/v1/leases/release", "lease_release", body=_SHARES),
    Route("POST", "/v1/wheels/ask", "wheel_ask"),
    Route("POST", "/v1/beacons", "beacon_told", body=_STRANGERS),
    Route("GET", "/v1/snapshots/", "snapshot", writes=False),
    Route("GET", SNAPSHOT_FILES, "snapshot_file", writes=False),
    Route("POST", "/v1/pages", "page_keep", body=_SHARES),
    Route("POST", "/v1/persons", "persons", body=_SHARES),
    Route("POST", "/v1/remarks", "remarks", body=_SHARES),
    Route("POST", "/v1/guests", "guests", body=wire.MAX_BODY),
    Route("POST", "/v1/codes", "code_send", body=_STRANGERS, limited="codes"),
    Route("POST", "/v1/codes/check", "code_check", body=_STRANGERS, limited="codes"),
    Route("GET", "/p/", "page", writes=False, authorised=False, body=_STRANGERS, limited="pages", shown=True),
    Route("GET", "/q/", "invite", writes=False, authorised=False, body=_STRANGERS, limited="invites", shown=True),
    Route("POST", "/q/", "invite_form", authorised=False, body=_FORMS, limited="invites", shown=True),
    Route("POST", "/v1/draws/sign", "draw_sign"),
    Route("POST", "/v1/draws/file", "draw_file_keep", writes=False, body=wire.MAX_BODY),
    Route("POST", "/v1/draws/tickets", "draw_tickets", writes=False),
    Route("GET", "/v1/draws/", "draw", writes=False, authorised=False, body=_STRANGERS, limited="draws"),
    Route("GET", "/draws", "draws", writes=False, authorised=False, body=_STRANGERS, limited="draws", shown=True),
    Route("GET", "/draws/", "draw_page", writes=False, authorised=False, body=_STRANGERS, limited="draws", shown=True),
    Route("GET", "/d/", "draw_slip", writes=False, authorised=False, body=_STRANGERS, limited="draws", shown=True),
    Route("GET", "/t/", "ticket", writes=False, authorised=False, body=_STRANGERS, limited="pages", shown=True),
    Route("GET", "/g/", "voucher", writes=False, authorised=False, body=_STRANGERS, limited="pages", shown=True),
    Route("GET", "/f/", "feedback", writes=False, authorised=False, body=_STRANGERS, limited="invites", shown=True),
    Route("POST", "/f/", "feedback_form", authorised=False, body=_STRANGERS, limited="invites", shown=True),
    Route("GET", "/w/p/", "photo", writes=False, authorised=False, body=_STRANGERS, limited="photos"),
    Route("GET", "/w/", "photos", writes=False, authorised=False, body=_STRANGERS, limited="invites", shown=True),
    Route(
        "POST",
        "/w/",
        "photos_form",
        writes=False,
        authorised=False,
        body=_PHOTOS,
        limited="invites",
        shown=True,
        holder=True,
    ),
    Route("GET", "/verify", "verifier", writes=False, authorised=False, body=_STRANGERS, limited="draws", shown=True),
    Route("GET", "/v1/wheels/", "wheel_file", writes=False, authorised=False, body=_STRANGERS, limited="draws"),
    Route("GET", "/healthz", "health", writes=False, authorised=False, body=_STRANGERS),
)


def find(method: str, path: str) -> Route | None:
    """The endpoint of a request. HEAD is answered as GET is, by the server without the body; a symbol's link is in
    capitals all through."""
    method = "GET" if method == "HEAD" else method
    path = path[:3].lower() + path[3:] if path.startswith(("/Q/", "/D/", "/T/", "/F/", "/G/", "/W/")) else path
    for route in ROUTES:
        fits = path == route.path
        if route.path.endswith("/"):
            fits = path.startswith(route.path) and len(path) > len(route.path)
        if route.method == method and fits:
            return route
    return None


def missing(method: str, path: str) -> tuple[int, str]:
    """Status and code of what is answered where there is no such endpoint."""
    known = any(find(other, path) is not None for other in ("GET", "POST") if other != method)
    return (405, "wrong_method") if known else (404, "no_such_path")


def too_large(most: int) -> str:
    """What is said of a body that is larger."""
    return f"at most {most // 1024} KiB"


Headers = Mapping[str, str]
"""Names in lower case."""
