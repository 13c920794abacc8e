"""Whatever HQ is sent, it answers with what it thinks of it, goes on, and writes nothing unexpected to its log."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

import msgspec
import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.ports import HqSettings
from kiosk.hq.web.server import HqServer
from kiosk.hq.wire.routes import ROUTES
from kiosk.protocol.wire import encoding as wire
from tests.integration.hq.sockets import connected, rest, serving, told
from tests.shared.odd import HEADERS, PIECES, bodies, requests_by_hand
from tests.shared.post.sms_server import sms_server
from tests.unit.hq.rig import Terminal

Served = tuple[Headquarters, HqServer, list[Terminal]]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    hasty = HqSettings(idle_s=1, body_s=1, enrolments_a_minute=10**6, challenges_a_minute=10**6, lookups_a_minute=10**6)
    with sms_server() as box, serving(tmp_path_factory.mktemp("odd"), hasty) as (hq, server):
        hq.messages.set_gateway(Channel.SMS, {"url": box.url, "json": {"to": "{to}"}}, None, "t")
        yield hq, server, [Terminal.enrolled(hq, seed=80)]


@pytest.fixture
def count(torture: bool) -> int:
    """Examples of each kind."""
    return 20_000 if torture else 250


def _examples(count: int, test: Callable[..., None]) -> Callable[..., None]:
    return settings(max_examples=count, suppress_health_check=list(HealthCheck), database=None)(test)


def _messages(till: Terminal) -> dict[str, dict[str, Any]]:
    """A good message of each kind, as plain values; of one shape, whatever happened before."""
    if not till.chain:
        for number in range(3):
            till.sale(f"t{number}", f"c{number}")
    batch = till.batch(1, 3)
    return {
        "enroll": {
            "code": "ABCD-EFGH",
            "public_key": bytes(32),
            "app_version": "1",
            "device": till.device,
            "common_seq": 0,
        },
        "challenge": {"device": till.device},
        "session": {"device": till.device, "nonce": bytes(32), "signature": bytes(64)},
        "push": {
            "device": till.device,
            "epoch": till.epoch,
            "first": 1,
            "prev_hash": batch.prev_hash,
            "last_hash": batch.last_hash,
            "facts": list(batch.facts),
            "health": {"app_version": "1", "queue": 3, "oldest_ms": 5, "clock_offset_ms": 0, "disk_free": 10**9},
        },
        "pull": {"device": till.device, "cursors": {"store/s1/coupons": 0, "chain/keys": 1}, "limit": 5, "wait": 0},
        "redeem": {"op": "o-1", "coupon": "c1", "template": "t1", "txn": "t1", "value": 100},
        "lookup": {"member": "m1", "card": None, "phone": None, "coupon": None, "template": "t1", "txn": "t1"},
        "persons": {"persons": [{"member": "m9", "salt": bytes(32), "data": b'{"member":"m9"}'}]},
        "remarks": {"remarks": [{"member": "m9", "salt": bytes(32), "text": "nice"}]},
        "code_send": {"phone": "+886900000001", "purpose": "register", "language": "en"},
        "photos_form": {"form": "x", "step": "vote", "photo": "p"},
        "feedback_form": {"form": "x", "score": "9", "words": "w"},
        "invite_form": {"step": "details", "name": "n", "phone": "0912345678"},
        "code_check": {"op": "o" + "a" * 24, "code": "123456"},
        "guests": {
            "guests": [{"event": "e1", "guest": "g9", "salt": bytes(32), "data": b'{"event":"e1","guest":"g9"}'}],
            "texts": [{"event": "e1", "guest": "g9", "question": "q", "salt": bytes(32), "text": "x"}],
        },
        "page_keep": {"page": "0" * 32, "document": b'{"kind":"receipt","language":"en","title":"R","blocks":[]}'},
        "lease_acquire": {"op": "l-1", "quantities": {"k/stock/x": 3}},
        "lease_renew": {"op": "l-2"},
        "prize_take": {"claim": "w/l-1/0"},
        "prize_look": {"claim": "w/l-1/0"},
        "wheel_ask": {"op": "w-1", "campaign": "k", "wheel": "x", "commitment": bytes(32), "want": 5},
        "beacon_told": {"chain": "ab" * 32, "round": 7, "signature": bytes(48)},
        "draw_sign": {"manifest": b'{"draw_id":"local/x/1"}'},
        "draw_file_keep": {"kind": "batch"},
        "draw_tickets": {"member": "m1"},
        "lease_release": {"op": "l-3", "quantities": {"k/stock/x": 3}},
    }


def test_odd_messages_on_every_route(served: Served, count: int) -> None:
    hq, _, tills = served
    met: set[int] = set()

    def play(data: st.DataObject) -> None:
        till = tills[-1]
        if hq.wire.handle("POST", "/v1/push", {"authorization": f"Bearer {till.token}"}, b"").status == 403 or (
            hq.terminals()[-1].state != "active"
        ):
            tills.append(Terminal.enrolled(hq, seed=81 + len(tills)))
            till = tills[-1]
        route = data.draw(st.sampled_from(ROUTES))
        path = route.path + (data.draw(PIECES) if route.path.endswith("/") else "")
        body, headers = data.draw(bodies(_messages(till)[route.name])) if route.method == "POST" else (b"", {})
        headers |= data.draw(HEADERS)
        headers["authorization"] = data.draw(st.sampled_from((f"Bearer {till.token}",) * 6 + ("Bearer x", "", "\xff")))
        answer = hq.wire.handle(route.method, path, headers, body)
        met.add(answer.status)
        assert answer.status < 500, (route.name, path, headers, body, answer)

    _examples(count, given(st.data())(play))()
    assert {200, 400, 401} <= met  # others by chance
    assert hq.verify() == []


_NUMBERS = (-(2**63), -1, 0, 2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1)
_NESTED = b"[" * 200 + b"]" * 200


def _odd_leaves(message: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Sequence[Any]]]:
    """Where numbers and documents stand in a message, and what may stand there instead."""
    parts = message.items() if isinstance(message, dict) else enumerate(message) if isinstance(message, list) else ()
    for key, part in parts:
        yield from _odd_leaves(part, (*path, key))
    if type(message) is int:
        yield path, _NUMBERS
    elif isinstance(message, bytes) and message[:1] == b"{":
        odd = (b"NaN", b"1e999", b'"\\ud800"', _NESTED, *(str(number).encode() for number in _NUMBERS))
        yield path, [message[:-1] + b',"%s":%s}' % (name, one) for name in (b"x", b"kind", b"member") for one in odd]


def test_every_number_of_every_message_may_be_any(served: Served) -> None:
    """Of 32, 53, 63 and 64 bits; and documents that say a name twice, or what no JSON says."""
    hq, _, _ = served
    till, met = Terminal.enrolled(hq, seed=79), 0
    headers = {"content-type": wire.MSGPACK, "authorization": f"Bearer {till.token}"}
    for name, message in _messages(till).items():
        route = next(route for route in ROUTES if route.name == name)
        for path, odd in _odd_leaves(message):
            for one in odd:
                changed = copy.deepcopy(message)
                place = changed
                for key in path[:-1]:
                    place = place[key]
                place[path[-1]] = one
                answer = hq.wire.handle(route.method, route.path, headers, msgspec.msgpack.encode(changed))
                assert answer.status < 500, (name, path, one, answer)
                met += 1
    assert met > 250
    assert hq.verify() == []


def test_odd_bytes_on_a_connection(served: Served, count: int) -> None:
    _, server, _ = served
    paths = [route.path + ("x" if route.path.endswith("/") else "") for route in ROUTES]

    def play(sent: bytes) -> None:
        for status in re.findall(rb"^HTTP/1\.1 (\d+)", told(server.url, sent), re.MULTILINE):
            assert int(status) < 500, sent

    _examples(count // 2, given(requests_by_hand(paths))(play))()
    assert requests.get(f"{server.url}/healthz", timeout=60).status_code == 200


@pytest.mark.parametrize("said", ["Transfer-Encoding: chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked"])
def test_a_body_that_ends_before_it_is_whole(served: Served, said: str) -> None:
    _, server, _ = served
    answer = told(server.url, f"POST /v1/enroll HTTP/1.1\r\nHost: hq\r\n{said}\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 4"), answer


def test_headers_as_odd_through_the_whole_server(served: Served, count: int) -> None:
    hq, server, _ = served
    till = Terminal.enrolled(hq, seed=79)

    def play(data: st.DataObject) -> None:
        route = data.draw(st.sampled_from(ROUTES))
        path = route.path + (quote(data.draw(PIECES)) if route.path.endswith("/") else "")
        body, headers = data.draw(bodies(_messages(till)[route.name])) if route.method == "POST" else (b"", {})
        headers |= {name: value for name, value in data.draw(HEADERS).items() if name != "expect"}
        said = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value.strip())
        sent = f"{route.method} {path} HTTP/1.1\r\nHost: hq\r\nConnection: close\r\n{said}"
        sent += f"Authorization: Bearer {till.token}\r\nContent-Length: {len(body)}\r\n\r\n"
        answer = rest(connected(server.url, sends=sent.encode("latin-1") + body))
        assert answer.startswith(b"HTTP/1.1 "), sent
        assert int(answer.split(None, 2)[1]) < 500, (sent, body, answer)

    _examples(count // 2, given(st.data())(play))()
    assert requests.get(f"{server.url}/healthz", timeout=60).status_code == 200
