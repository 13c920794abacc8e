"""Silent, slow and endless callers beside an honest terminal; on real sockets."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import requests

from kiosk.hq.ports import HqSettings
from kiosk.hq.web import bodies
from kiosk.hq.web.seats import Seats
from kiosk.hq.web.server import HqServer
from kiosk.hq.wire.app import WireResponse
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import PullRequest
from tests.integration.hq.sockets import connected, head, rest, serving, status
from tests.integration.hq.test_server import Process, WebTerminal, kiosk, served, stop
from tests.unit.hq.rig import Terminal

_HASTY = HqSettings(idle_s=1, body_s=1, requests_of_device=4)


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, HqServer]]:
    with serving(tmp_path_factory.mktemp("hasty"), _HASTY) as made:
        yield made


@pytest.mark.parametrize("said", [b"", b"GET /hea", b"GET /healthz HTTP/1.1\r\nHost: hq\r\nX: "])
def test_a_connection_that_says_nothing_whole_is_closed(hasty: tuple[Any, HqServer], said: bytes) -> None:
    assert rest(connected(hasty[1].url, sends=said)) in (b"", b"HTTP/1.1 408 Request Timeout\r\n")


def test_a_connection_that_asks_no_more_is_closed(hasty: tuple[Any, HqServer]) -> None:
    assert rest(connected(hasty[1].url, sends=head("GET", "/healthz"))).startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize(
    ("path", "token", "expected"),
    [
        ("/v1/enroll", "", 408),
        ("/v1/session", "", 408),
        ("/v1/push", "", 401),
        ("/v1/push", "guessed", 401),
        ("/v1/nothing", "", 404),
        ("/healthz", "", 405),
        ("/v1/push", "mine", 408),
        ("/v1/pull", "mine", 408),
    ],
)
def test_a_body_that_does_not_end_is_answered(
    hasty: tuple[Any, HqServer], path: str, token: str, expected: int
) -> None:
    hq, server = hasty
    till = Terminal.enrolled(hq, seed=hash((path, token)) % 1000)
    shown = till.token if token == "mine" else token
    sent = (
        head("POST", path, length=5_000, token=shown) + b"x" * 100,
        head("POST", path, token=shown, more="Transfer-Encoding: chunked\r\n") + b"64\r\nxx",
        head("POST", path, length=5_000, token=shown, more="Expect: 100-continue\r\n"),
    )
    for line in [connected(server.url, sends=each) for each in sent]:
        said = rest(line).removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
        assert int(said.split(None, 2)[1]) == expected, said


@pytest.mark.parametrize(("path", "most"), [("/v1/enroll", 8 * 1024), ("/v1/pull", 64 * 1024)])
def test_a_body_that_grows_is_read_up_to_its_bound(hasty: tuple[Any, HqServer], path: str, most: int) -> None:
    hq, server = hasty
    till = Terminal.enrolled(hq, seed=most)
    line = connected(server.url, sends=head("POST", path, token=till.token, more="Transfer-Encoding: chunked\r\n"))
    line.sendall(f"{most + 1:x}\r\n".encode() + b"x" * (most + 1) + b"\r\n")
    assert status(line) == 413


def test_of_one_device_who_waits_longest_makes_room(hasty: tuple[Any, HqServer]) -> None:
    hq, server = hasty
    till, other = Terminal.enrolled(hq, seed=31), Terminal.enrolled(hq, seed=32)
    request = PullRequest(device=till.device, cursors={f"device/{till.device}/rights": 10**6}, wait=25)
    body = wire.encode(request)
    sends = (
        head("POST", "/v1/pull", length=len(body), token=till.token, more=f"Content-Type: {wire.MSGPACK}\r\n") + body
    )
    polls = [connected(server.url, sends=sends) for _ in range(_HASTY.requests_of_device)]
    for terminal in (other, till):
        mine = wire.encode(terminal.batch(1, 0))
        line = connected(
            server.url,
            sends=head(
                "POST", "/v1/push", length=len(mine), token=terminal.token, more=f"Content-Type: {wire.MSGPACK}\r\n"
            )
            + mine,
        )
        assert line.recv(12) == b"HTTP/1.1 200"
        line.close()
    assert polls[0].recv(12) == b"HTTP/1.1 204"  # it may ask again
    for line in polls:
        line.close()


def test_more_connections_than_there_may_be_wait_until_silent_ones_go(tmp_path: Path) -> None:
    with serving(tmp_path, HqSettings(connections=8, idle_s=1)) as (_, server):
        silent = [connected(server.url) for _ in range(30)]
        assert rest(connected(server.url, sends=head("GET", "/healthz", more="Connection: close\r\n"))).startswith(
            b"HTTP/1.1 200"
        )
        for line in silent:
            line.close()


def test_an_answer_that_nobody_takes_is_not_kept() -> None:
    settings = HqSettings(answer_piece_s=0)
    sent: list[Any] = []

    async def takes_two(message: Any) -> None:
        sent.append(message)
        if len(sent) > 2:
            await asyncio.Event().wait()

    async def play() -> None:
        with Seats(settings).seat("d") as seat:
            answer = WireResponse(200, {}, b"x" * 10**6)
            with pytest.raises(TimeoutError):
                await bodies.send_answer(takes_two, answer, settings, seat, close=False)

    asyncio.run(play())
    assert len(sent) <= 3


class _Loop(asyncio.SelectorEventLoop):
    """Its time passes when it is told to."""

    now = 0.0

    def time(self) -> float:
        return self.now


@pytest.mark.parametrize(("rate", "whole"), [(2_500.0, True), (100.0, False)])
def test_a_long_body_has_as_long_as_its_pace_gives_it(rate: float, whole: bool) -> None:
    loop = _Loop()
    settings = HqSettings(body_s=1, body_rate=2_000)
    left = 20

    async def receive() -> Any:
        nonlocal left
        loop.now += 1_000 / rate
        await asyncio.sleep(0)  # a time-out that is due comes first
        await asyncio.sleep(0)
        left -= 1
        return {"type": "http.request", "body": b"x" * 1_000, "more_body": left > 0}

    async def play() -> int:
        with Seats(settings).seat("d") as seat:
            return len(await bodies.read(receive, 10**6, settings, seat))

    try:
        if whole:
            assert loop.run_until_complete(play()) == 20_000
        else:
            with pytest.raises(TimeoutError):
                loop.run_until_complete(play())
    finally:
        loop.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_hq_takes_all_descriptors_that_it_may_have() -> None:
    program = (
        "import resource; from kiosk.hq.web.descriptors import raise_limit\n"
        "hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (300, hard))\n"
        "room = raise_limit()\n"
        "assert resource.getrlimit(resource.RLIMIT_NOFILE) == (hard, hard)\n"
        "assert room is None or room == hard - 256, room\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (300, 300))\n"
        "assert raise_limit() == 44\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def _resident(pid: int) -> int:
    """MB."""
    words = Path(f"/proc/{pid}/statm").read_text("ascii").split()
    return int(words[1]) * 4096 // 1_000_000


def _crowd(process: Process, tokens: list[str], silent: int, slow: int) -> list[Any]:
    """So many connections that say nothing, and so many whose bodies do not end: of strangers, of guessed sessions and
    of a device that is HQ's own."""
    lines = [connected(process.url) for _ in range(silent)]
    kinds = [("/v1/enroll", ""), ("/v1/push", "guessed"), ("/v1/session", ""), *(("/v1/push", one) for one in tokens)]
    for number in range(slow):
        path, token = kinds[number % len(kinds)]
        size = 8_000_000 if token else 8_000
        lines.append(connected(process.url))
        with suppress(ConnectionError):  # where HQ has closed it already
            lines[-1].sendall(head("POST", path, length=size, token=token) + b"x" * min(size // 2, 200_000))
    return lines


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="reads /proc")
def test_an_honest_terminal_beside_a_crowd(tmp_path: Path, torture: bool) -> None:
    """The long form (`--torture`): 2,000 silent connections and 500 slow bodies, none of them let go for its time, and
    how long the terminal's pushes take beside them."""
    folder = tmp_path / "data"
    kiosk("demo-data", "--members", "20", folder=folder)
    (folder / "hq.toml").write_text("idle_s = 600\nbody_s = 600\n", "utf-8")
    process = served(folder, tmp_path / "hq.log")
    lines: list[Any] = []
    try:
        hostile = WebTerminal.through(process, "zhongxiao")
        honest = WebTerminal.through(process)
        counts, many = ((2_000, 500), 200) if torture else ((300, 100), 10)
        times: dict[str, list[float]] = {"alone": [], "crowded": []}

        def pushes(kind: str) -> None:
            for number in range(many):
                honest.sale(f"{kind}-{number}", "some-coupon", right="accepted")
                began = time.perf_counter()
                honest.push()
                times[kind].append(time.perf_counter() - began)

        pushes("alone")
        before = _resident(process.popen.pid)
        lines = _crowd(process, [hostile.token], *counts)
        assert requests.get(f"{process.url}/healthz", timeout=60).status_code == 200  # the crowd has come in
        pushes("crowded")
        assert _resident(process.popen.pid) - before < 150
        if torture:
            p99 = {kind: sorted(found)[int(len(found) * 0.99)] for kind, found in times.items()}
            print({kind: round(value * 1000, 1) for kind, value in p99.items()})
            assert p99["crowded"] < 2 * p99["alone"]
    finally:
        for line in lines:
            line.close()
        assert stop(process) == 0
    assert '"event": "fault"' not in process.log.read_text("utf-8")
