"""The OpenAPI 3.1 document, made from the messages themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire import messages as m

_Answers = dict[str, tuple[str, type[msgspec.Struct] | None]]

# (method, path, summary, request, answers, needs a session)
_Endpoint = tuple[str, str, str, type[msgspec.Struct] | None, _Answers, bool]
_BASIC: tuple[_Endpoint, ...] = (
    (
        "post",
        "/v1/enroll",
        "Take part with a single-use code",
        m.EnrollRequest,
        {"200": ("Enrolled", m.EnrollAnswer)},
        False,
    ),
    (
        "post",
        "/v1/session/challenge",
        "Ask for a nonce to sign",
        m.ChallengeRequest,
        {"200": ("The nonce", m.ChallengeAnswer)},
        False,
    ),
    ("post", "/v1/session", "Open a session", m.SessionRequest, {"200": ("The session", m.SessionAnswer)}, False),
    (
        "post",
        "/v1/push",
        "Hand over facts",
        m.PushRequest,
        {"200": ("Held durably", m.PushAnswer), "409": ("The chains disagree", m.PushRefused)},
        True,
    ),
    (
        "post",
        "/v1/pull",
        "Take rows of buckets",
        m.PullRequest,
        {
            "200": ("Rows", m.PullAnswer),
            "204": ("Nothing new", None),
            "410": ("Snapshots come first", m.SnapshotNeeded),
        },
        True,
    ),
    (
        "get",
        "/v1/snapshots/{bucket}",
        "A bucket's snapshot",
        None,
        {"200": ("The manifest", m.SnapshotManifest)},
        True,
    ),
    (
        "post",
        "/v1/ops/redeem",
        "Claim one use of a coupon",
        m.RedeemRequest,
        {"200": ("Granted or refused", m.RedeemAnswer), "202": ("Another terminal is asked for the right", m.Problem)},
        True,
    ),
    (
        "get",
        "/v1/ops/{op}",
        "The answer to a claim",
        None,
        {"200": ("Granted or refused", m.RedeemAnswer), "202": ("Another terminal is asked for the right", m.Problem)},
        True,
    ),
    (
        "post",
        "/v1/members/lookup",
        "A member of another store, and whether a coupon can be used",
        m.LookupRequest,
        {"200": ("Who was found", m.LookupAnswer), "429": ("Too many look-ups", m.Problem)},
        True,
    ),
    (
        "get",
        "/v1/draws/{id}/{seq}/file",
        "The published file of a draw, packed by zstd",
        None,
        {"200": ("The file", None), "404": ("Not there, or not published yet", m.Problem)},
        False,
    ),
    (
        "get",
        "/v1/draws/{id}/{seq}/stage",
        "A draw's list with masked names, packed by zstd",
        None,
        {"200": ("The list", None)},
        True,
    ),
    (
        "post",
        "/v1/draws/sign",
        "HQ's signature on a terminal's own draw",
        m.DrawSignRequest,
        {"200": ("Signed", m.DrawSigned), "409": ("Another list of that draw is signed", m.Problem)},
        True,
    ),
    (
        "post",
        "/v1/draws/file",
        "The published file of a terminal's own draw",
        None,
        {"200": ("Kept", m.DrawFileKept), "409": ("It does not hold", m.Problem)},
        True,
    ),
    (
        "post",
        "/v1/draws/tickets",
        "A member's tickets in published lists",
        m.DrawTicketsRequest,
        {"200": ("The tickets", m.DrawTickets)},
        True,
    ),
    (
        "post",
        "/v1/prizes/take",
        "Leave to hand over a prize",
        m.PrizeRequest,
        {"200": ("It may, or why not", m.PrizeAnswer)},
        True,
    ),
    (
        "post",
        "/v1/prizes/look",
        "A prize that was won at another store",
        m.PrizeRequest,
        {"200": ("It, if there is one", m.PrizeSeen)},
        True,
    ),
    (
        "post",
        "/v1/persons",
        "Who registered in this store",
        m.PersonsRequest,
        {"200": ("Kept, or why not", m.PersonsAnswer)},
        True,
    ),
    (
        "post",
        "/v1/remarks",
        "What members of this store said in words of their own",
        m.RemarksRequest,
        {"200": ("Kept, or why not", m.RemarksAnswer)},
        True,
    ),
    (
        "post",
        "/v1/guests",
        "Who the guests are whom a desk put on an event's list, and what guests wrote",
        m.GuestsRequest,
        {"200": ("Kept, or why not", m.GuestsAnswer)},
        True,
    ),
    (
        "post",
        "/v1/codes",
        "A one-time code to a phone",
        m.CodeRequest,
        {
            "200": ("It is on its way", m.CodeAnswer),
            "429": ("Too many codes", m.Problem),
            "503": ("HQ has no gateway for messages", m.Problem),
        },
        True,
    ),
    (
        "post",
        "/v1/codes/check",
        "What somebody keyed in",
        m.CodeCheckRequest,
        {"200": ("Right or wrong", m.CodeChecked), "404": ("No such code of this terminal", m.Problem)},
        True,
    ),
    (
        "post",
        "/v1/wheels/ask",
        "A lease of a wheel's sealed prizes",
        m.WheelAsk,
        {
            "200": ("A lease, public from now on", m.WheelLeased),
            "409": ("There is none: Problem.type says why", m.Problem),
        },
        True,
    ),
    (
        "post",
        "/v1/beacons",
        "A round of the beacon that a terminal has from a phone",
        m.BeaconTold,
        {
            "200": ("HQ has it, and tells every terminal", m.BeaconKept),
            "404": ("Nothing waits for it", m.Problem),
            "409": ("It is not that round's signature, or another beacon's", m.Problem),
        },
        True,
    ),
    (
        "post",
        "/v1/pages",
        "A paper for a customer’s phone",
        m.PageRequest,
        {
            "200": ("Kept", m.PageKept),
            "409": ("Another paper has that name", m.Problem),
            "429": ("Too many pages", m.Problem),
        },
        True,
    ),
)
_LEASES = (
    ("acquire", "Take shares of stock, budgets and totals"),
    ("renew", "More time for all shares"),
    ("release", "Give shares back"),
)


def _lease(name: str, words: str) -> _Endpoint:
    return ("post", f"/v1/leases/{name}", words, m.LeaseRequest, {"200": ("What came, or went", m.LeaseAnswer)}, True)


_ENDPOINTS = (*_BASIC, *(_lease(name, words) for name, words in _LEASES))


def _content(kind: type[msgspec.Struct]) -> dict[str, Any]:
    reference = {"schema": {"$ref": f"#/components/schemas/{kind.__name__}"}}
    return {wire.JSON: reference, wire.MSGPACK: reference}


def _parameters(path: str) -> list[dict[str, Any]]:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def document() -> dict[str, Any]:
    """The whole document, JSON-ready."""
    used: set[type[msgspec.Struct]] = {m.Problem}
    paths: dict[str, Any] = {}
    for method, path, summary, request, answers, session in _ENDPOINTS:
        responses: dict[str, Any] = {}
        for status, (words, kind) in answers.items():
            responses[status] = {"description": words} | ({"content": _content(kind)} if kind else {})
            used |= {kind} if kind else set()
        responses["default"] = {"description": "Anything else", "content": _content(m.Problem)}
        operation: dict[str, Any] = {"summary": summary, "responses": responses, "parameters": _parameters(path)}
        if request is not None:
            used.add(request)
            operation["requestBody"] = {"required": True, "content": _content(request)}
        operation["security"] = [{"session": []}] if session else []
        paths.setdefault(path, {})[method] = operation
    paths["/v1/snapshot-files/{sha256}"] = {"get": _file()}
    paths["/p/{page}"] = {
        "get": {
            "summary": "A paper as a page for a phone, without a session",
            "parameters": _parameters("/p/{page}"),
            "responses": {"200": {"description": "HTML"}, "404": {"description": "There is none, or not yet"}},
        }
    }
    paths["/t/{ticket}"] = {
        "get": {
            "summary": "A ticket to an event as a page for its guest's phone, without a session",
            "parameters": _parameters("/t/{ticket}"),
            "responses": {
                "200": {"description": "HTML"},
                "404": {"description": "It is no ticket of ours"},
                "410": {"description": "It is cancelled, or the event is over"},
            },
        }
    }
    paths["/g/{code}"] = {
        "get": {
            "summary": "What is on a voucher of value, as a page for its holder's phone, without a session",
            "parameters": _parameters("/g/{code}"),
            "responses": {
                "200": {"description": "HTML"},
                "404": {"description": "It is no voucher of ours"},
                "410": {"description": "It has run out, or was taken back"},
            },
        }
    }
    forms = {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}}
    paths["/f/{ticket}"] = {
        "get": {
            "summary": "How a guest liked an event, asked on their phone by their ticket, without a session",
            "parameters": _parameters("/f/{ticket}"),
            "responses": {
                "200": {"description": "HTML: the form, or from when on it is there"},
                "404": {"description": "It is no ticket of ours"},
                "410": {"description": "It is cancelled, or the event is closed"},
            },
        },
        "post": {
            "summary": "That page's form: a score of 0 to 10, and words",
            "parameters": _parameters("/f/{ticket}"),
            "requestBody": {"required": True, "content": forms},
            "responses": {
                "200": {"description": "HTML: thanks; it takes the place of what was said before"},
                "422": {"description": "HTML: the form, without a score"},
            },
        },
    }
    photo = {"multipart/form-data": {"schema": {"type": "object"}}}
    paths["/w/{ticket}"] = {
        "get": {
            "summary": "The photo wall on a guest's phone, by their ticket, without a session",
            "parameters": _parameters("/w/{ticket}"),
            "responses": {
                "200": {"description": "HTML: the forms, or from when on they are there"},
                "404": {"description": "It is no ticket of ours, or there is no wall"},
                "410": {"description": "It is cancelled, or the event is closed"},
            },
        },
        "post": {
            "summary": "That page's forms: send a photograph (JPEG or PNG), take one back, vote for one",
            "parameters": _parameters("/w/{ticket}"),
            "requestBody": {"required": True, "content": photo},
            "responses": {
                "200": {"description": "HTML: it is done"},
                "409": {"description": "HTML: the photograph is gone, or there are enough"},
                "422": {"description": "HTML: it is no photograph, or nobody agreed"},
            },
        },
    }
    paths["/w/p/{photo}"] = {
        "get": {
            "summary": "A small picture of a photograph that may be seen",
            "parameters": _parameters("/w/p/{photo}"),
            "responses": {"200": {"description": "JPEG"}, "404": {"description": "There is none, or it was refused"}},
        }
    }
    paths["/q/{invite}"] = {
        "get": {
            "summary": "An invitation's page for a phone, without a session",
            "parameters": _parameters("/q/{invite}"),
            "responses": {
                "200": {"description": "HTML: what it is about, and the form"},
                "404": {"description": "HTML: it is no invitation"},
                "410": {"description": "HTML: it is worth nothing any more"},
            },
        },
        "post": {
            "summary": "A form of that page: the member's data, then the one-time code",
            "parameters": _parameters("/q/{invite}"),
            "requestBody": {"required": True, "content": forms},
            "responses": {
                "200": {"description": "HTML: the next step, or the new member's pass and coupons"},
                "422": {"description": "HTML: the form with what is wrong"},
            },
        },
    }
    paths |= _draws()
    paths["/healthz"] = {"get": {"summary": "Whether HQ works", "responses": {"200": {"description": "It does"}}}}
    _, schemas = msgspec.json.schema_components(
        sorted(used, key=lambda kind: kind.__name__), ref_template="#/components/schemas/{name}"
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "HQ",
            "version": "1",
            "description": "Bodies are JSON or msgpack, by content type, and may be zstd-compressed, by content "
            "encoding. Times are ms since 1970, UTC. Binary fields are base64 in JSON.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"session": {"type": "http", "scheme": "bearer"}},
        },
    }


def _draws() -> dict[str, Any]:
    """What everybody may see of draws, without a session."""
    said = {
        "/draws": ("Draws, the newest first, and what is left on wheels", "HTML", ""),
        "/draws/{id}": ("A draw's page; with its seq behind it, of one of its lists", "HTML", "There is no such draw"),
        "/d/{receipt}": ("What a ticket or a result slip is worth", "HTML", "That is no receipt of a draw"),
        "/verify": ("The program that checks published files; with ?save to be kept, for use offline", "HTML", ""),
        "/v1/wheels/{lease}/file": ("The published file of a closed lease", "JSON", "Not there, or not closed yet"),
    }
    made: dict[str, Any] = {}
    for path, (summary, found, missing) in said.items():
        answers = {"200": {"description": found}} | ({"404": {"description": missing}} if missing else {})
        made[path] = {"get": {"summary": summary, "parameters": _parameters(path), "responses": answers}}
    return made


def _file() -> dict[str, Any]:
    content = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    return {
        "summary": "A snapshot's file; Range may be used",
        "parameters": _parameters("/{sha256}"),
        "responses": {
            "200": {"description": "All of it", "content": content},
            "206": {"description": "The range asked for", "content": content},
            "416": {"description": "No such range"},
        },
        "security": [{"session": []}],
    }
