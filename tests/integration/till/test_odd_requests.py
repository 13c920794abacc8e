"""Whatever is sent to the till bridge, and however many say nothing whole: it answers, and the till is served."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.adapters.till.http import ROUTES
from kiosk.adapters.till.room import CONNECTIONS, HALF_S, IDLE_S, keep_room
from tests.integration.till.test_http import BASKET, TOKEN, Http, serving
from tests.shared.odd import HEADERS, bodies, requests_by_hand
from tests.simulation.surroundings import quiet_logs
from tests.simulation.world import World

_GOOD = {
    "PUT": {**BASKET, "member": "m-1", "coupons": ["c-1"], "without": ["c-2"], "use_points": True},
    "POST": {"total": 40_000, "reason": "x"},
}
_HEAD = f"PUT /v1/transactions/T-9 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\n"


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Http]:
    with quiet_logs():
        world = World(tmp_path_factory.mktemp("world"), 1)
        with serving(world) as made:
            yield made
        world.close()


@pytest.fixture
def count(torture: bool) -> int:
    return 10_000 if torture else 120


def _examples(count: int, test: Callable[..., None]) -> Callable[..., None]:
    return settings(max_examples=count, suppress_health_check=list(HealthCheck), database=None)(test)


def test_odd_messages_on_every_route(http: Http, count: int) -> None:
    paths = [(verb, route.pattern.replace("([^/]+)", "{}")) for verb, route, _ in ROUTES]
    ids = st.sampled_from(("T-1", "T-2", "x" * 65, "a%00b", "..", "%ff", "-", "a" * 3_000))

    def play(data: st.DataObject) -> None:
        verb, path = data.draw(st.sampled_from(paths))
        body, headers = data.draw(bodies(_GOOD[verb])) if verb in _GOOD else (b"", {})
        headers |= {name: value for name, value in data.draw(HEADERS).items() if name != "expect"}
        said = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value.strip())
        sent = f"{verb} {path.format(data.draw(ids))} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{said}"
        sent += f"Authorization: Bearer {TOKEN}\r\nContent-Length: {len(body)}\r\n\r\n"
        answer = http.by_hand(sent.encode("latin-1") + body)
        assert answer.startswith(b"HTTP/1.1 "), (sent, body)
        assert int(answer.split(None, 2)[1]) < 500, (sent, body, answer)

    _examples(count, given(st.data())(play))()
    assert http.ask("GET", "/v1/transactions/T-0").status_code == 200


def test_odd_bytes_on_a_connection(http: Http, count: int) -> None:
    paths = ["/v1/transactions/T-1", "/v1/transactions/T-1/paid", "/openapi.json"]

    def play(sent: bytes) -> None:
        answer = b""
        with suppress(ConnectionError):
            answer = http.by_hand(sent)
        for status in re.findall(rb"^HTTP/1\.[01] (\d+)", answer, re.MULTILINE):
            # waitress' own word for a transfer encoding that it does not speak
            assert int(status) < 500 or int(status) == 501, (sent, answer)

    _examples(count, given(requests_by_hand(paths))(play))()
    assert http.ask("GET", "/v1/transactions/T-0").status_code == 200


@pytest.mark.parametrize(
    "sent", [b"", b"PUT /v1/tra", f"{_HEAD}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{{".encode()]
)
def test_half_requests_keep_nobody_waiting(http: Http, sent: bytes) -> None:
    lines = []
    for _ in range(60):
        lines.append(socket.create_connection(("127.0.0.1", http.port)))
        lines[-1].sendall(sent)
    assert http.ask("GET", "/v1/transactions/T-0").status_code == 200
    for line in lines:
        line.close()


def test_of_too_many_that_say_nothing_whole_the_oldest_goes(http: Http) -> None:
    lines = [socket.create_connection(("127.0.0.1", http.port)) for _ in range(2 * CONNECTIONS + 50)]
    fresh = requests.get(f"http://127.0.0.1:{http.port}/openapi.json", timeout=60)
    assert fresh.status_code == 200
    assert lines[0].recv(1) == b""  # closed
    for line in lines:
        line.close()


class _Line:
    """A connection as waitress keeps one."""

    def __init__(self, *, request: Any = None, asked: bool = False) -> None:
        self.creation_time, self.last_activity = 0.0, 0.5 if asked or request is not None else 0.0
        self.request, self.requests, self.will_close = request, list[str](), False


def test_who_drips_has_no_more_time_and_who_asked_before_has_more() -> None:
    silent, dripping, idle, working = _Line(), _Line(request="half"), _Line(asked=True), _Line(asked=True)
    working.requests = ["one that is being answered"]
    server: Any = SimpleNamespace(active_channels={1: silent, 2: dripping, 3: idle, 4: working}, handle_accept=None)
    keep_room(server)
    for now in range(1, HALF_S + 3):
        dripping.last_activity = float(now)  # one more byte
        server.maintenance(float(now))
    assert (silent.will_close, dripping.will_close, idle.will_close, working.will_close) == (True, True, False, False)
    server.maintenance(IDLE_S + 2.0)
    assert idle.will_close
    assert not working.will_close
