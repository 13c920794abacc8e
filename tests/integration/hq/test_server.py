"""The real HQ process on loopback, spoken to with requests."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.processes import program
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import (
    EnrollAnswer,
    PullAnswer,
    PullRequest,
    PushAnswer,
    PushRefused,
    SnapshotManifest,
)
from tests.shared.calls import called
from tests.unit.hq.rig import SeededChance, Terminal, TestClock

_SECRETS = re.compile(r"\+886|KC1:|KM1:|\$argon2|[\u4e00-\u9fff]")


@dataclass
class Process:
    """`kiosk hq run` and how to talk to it."""

    folder: Path
    popen: subprocess.Popen[str]
    url: str
    log: Path

    def post(self, path: str, body: bytes, token: str = "", **headers: str) -> requests.Response:
        sent = {"Content-Type": wire.MSGPACK, "Authorization": f"Bearer {token}", **headers}
        return requests.post(self.url + path, data=body, headers=sent, timeout=60)


def kiosk(*words: str, folder: Path) -> str:
    """One `kiosk hq` command; its output."""
    code, said, heard = called(["hq", *words, "--data", str(folder)])
    assert code == 0, heard
    return said


def served(folder: Path, log: Path) -> Process:
    with log.open("a", encoding="utf-8") as errors:
        popen = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "hq", "run", "--port", "0", "--data", str(folder)],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            encoding="utf-8",
        )
    assert popen.stdout is not None
    line = popen.stdout.readline()
    assert line.startswith("HQ listens on http://127.0.0.1:"), (line, log.read_text("utf-8"))
    return Process(folder, popen, line.split()[-1], log)


def stop(process: Process, how: str = "command") -> int:
    if how == "signal":
        process.popen.send_signal(signal.SIGTERM)
    else:
        assert kiosk("stop", folder=process.folder) == "HQ has stopped\n"
    code = process.popen.wait()
    assert process.popen.stdout is not None
    process.popen.stdout.close()
    return code


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("hq") / "data"
    kiosk("demo-data", "--members", "60", folder=folder)
    return folder, json.loads((folder / "demo.json").read_text("utf-8"))


@pytest.fixture
def process(chain: tuple[Path, dict[str, Any]], tmp_path: Path) -> Iterator[Process]:
    started = served(chain[0], tmp_path / "hq.log")
    yield started
    if started.popen.returncode is None:
        stop(started)


class WebTerminal(Terminal):
    """A terminal whose calls go through HTTP."""

    process: Process

    @classmethod
    def through(cls, process: Process, store: str = "xinyi") -> WebTerminal:
        key = Ed25519PrivateKey.from_private_bytes(SeededChance(os.getpid()).bytes(32))
        made = cls(None, TestClock(), key)  # type: ignore[arg-type]
        made.process = process
        code = kiosk("enroll-code", "--store", store, folder=process.folder).strip()
        made.take_part(made.ok("/v1/enroll", made.enroll_request(code), EnrollAnswer))
        made.open_session()
        return made

    def call(self, method: str, path: str, message: Any = None, **headers: str) -> Any:
        sent = {
            "Content-Type": wire.MSGPACK,
            "Accept": wire.MSGPACK,
            "Authorization": f"Bearer {self.token}",
            **headers,
        }
        body = b"" if message is None else wire.encode(message)
        answer = requests.request(method, self.process.url + path, data=body, headers=sent, timeout=60)

        @dataclass
        class Answer:
            status: int = answer.status_code
            body: bytes = answer.content
            headers: Any = None

        plain = {name.lower(): value for name, value in answer.headers.items() if name.lower() != "content-encoding"}
        return Answer(headers=plain)


def test_a_visit_through_http_and_again_after_a_restart(
    process: Process, chain: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    till = WebTerminal.through(process)
    rows = till.rows("store/xinyi/coupons")
    visit = chain[1]["visits"]["xinyi"][0]
    assert {coupon["id"] for coupon in visit["coupons"]} <= rows.keys()
    coupon = visit["coupons"][0]["id"]
    assert coupon in till.rows(till.rights_bucket)
    till.sale("t1", coupon)
    assert till.push().acked == 1
    manifest = till.call("GET", "/v1/snapshots/store/xinyi/members")
    found = wire.decode(manifest.body, SnapshotManifest, wire.MSGPACK)
    half = till.call("GET", found.path, Range=f"bytes=0-{found.size // 2}")
    rest = till.call("GET", found.path, Range=f"bytes={found.size // 2 + 1}-")
    assert (half.status, rest.status, len(half.body) + len(rest.body)) == (206, 206, found.size)
    assert stop(process) == 0, process.log.read_text("utf-8")
    again = served(process.folder, tmp_path / "again.log")
    till.process = again
    try:
        assert till.ok("/v1/push", till.batch(1, 1), PushAnswer).acked == 1
        counted = json.loads(kiosk("redemptions", "--json", folder=process.folder))
        assert [(use["coupon"], use["txn"], use["state"]) for use in counted] == [(coupon, "t1", "counts")]
        assert "no flaw" in kiosk("verify", folder=process.folder)
        del till.chain[0:]
        till.sale("t9", coupon)
        response = till.call("POST", "/v1/push", till.batch(1, 1))
        assert wire.decode(response.body, PushRefused, wire.MSGPACK).problem == "fork"
    finally:
        assert stop(again) == 0, again.log.read_text("utf-8")


def test_a_long_poll_wakes_on_a_change_and_others_are_not_kept_waiting(process: Process) -> None:
    till = WebTerminal.through(process)
    cursors = dict.fromkeys(till.buckets, 0)  # one that is empty yet is waited for too
    for bucket in till.buckets:
        while (answer := till.pull(bucket, cursors[bucket])) is not None:
            cursors[bucket] = answer.pages[0].cursor
    answers: list[Any] = []
    request = PullRequest(device=till.device, cursors=cursors, wait=25)
    # more waiting requests than HQ has threads
    polls = [threading.Thread(target=lambda: answers.append(till.call("POST", "/v1/pull", request))) for _ in range(12)]
    for poll in polls:
        poll.start()
    assert requests.get(process.url + "/healthz", timeout=60).status_code == 200
    till.sale("t-poll", "some-coupon", right="accepted")
    till.push()  # tells the store's `spent` bucket
    for poll in polls:
        poll.join()
    assert {answer.status for answer in answers} == {200}
    page = wire.decode(answers[0].body, PullAnswer, wire.MSGPACK).pages[0]
    assert (page.bucket, [row.id for row in page.rows]) == ("store/xinyi/spent", ["some-coupon/t-poll"])


WAYS = [
    "command",
    pytest.param("signal", marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")),
]


@pytest.mark.parametrize("how", WAYS)
def test_a_stop_answers_long_polls_and_exits_cleanly(process: Process, how: str) -> None:
    till = WebTerminal.through(process, "banqiao")
    cursors = dict.fromkeys(("store/banqiao/spent",), 0)
    answers: list[Any] = []
    request = PullRequest(device=till.device, cursors=cursors, wait=25)
    poll = threading.Thread(target=lambda: answers.append(till.call("POST", "/v1/pull", request)))
    poll.start()
    while "pull" not in process.log.read_text("utf-8"):  # the request has arrived
        pass
    assert stop(process, how) == 0
    poll.join()
    assert answers[0].status == 204
    assert not list(process.folder.glob("stop-*"))


def test_no_hq_to_be_stopped(chain: tuple[Path, dict[str, Any]]) -> None:
    done = subprocess.run(
        [*program(), "hq", "stop", "--data", str(chain[0])], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert done.stderr == f"kiosk hq: nothing has stopped: no HQ serves from {chain[0]}, or it is not done yet\n"


def test_odd_requests_and_the_documents(process: Process) -> None:
    assert requests.get(process.url + "/openapi.json", timeout=60).json()["openapi"] == "3.1.0"
    assert requests.get(process.url + "/healthz", timeout=60).json()["status"] == "ok"
    assert requests.get(process.url + "/nothing", timeout=60).json()["type"] == "no_such_path"
    assert requests.delete(process.url + "/v1/push", timeout=60).status_code == 405
    assert process.post("/v1/push", b"\xff" * 100).status_code == 401
    large = process.post("/v1/push", b"x" * (wire.MAX_BODY + 1))
    assert (large.status_code, large.json()["type"]) == (413, "body_too_large")

    def endless() -> Iterator[bytes]:
        for _ in range(140):
            yield b"x" * 65_536

    try:
        status = requests.post(process.url + "/v1/enroll", data=endless(), timeout=60).status_code
    except requests.ConnectionError:
        status = 413  # HQ closed the connection while we were still sending
    assert status == 413
    assert requests.get(process.url + "/healthz", timeout=60).status_code == 200


def test_the_log_of_a_busy_run_names_no_one(process: Process, chain: tuple[Path, dict[str, Any]]) -> None:
    till = WebTerminal.through(process)
    demo = chain[1]
    for bucket in till.buckets:
        till.rows(bucket)
    names = {row["name"] for row in till.rows("store/xinyi/members").values()}
    phones = {row["phone"] for row in till.rows("store/xinyi/members").values()}
    assert len(names) > 5
    for number, visit in enumerate(demo["visits"]["xinyi"]):
        till.sale(f"busy{number}", *(coupon["id"] for coupon in visit["coupons"]))
    till.push()
    till.call("GET", f"/v1/ops/{next(iter(phones))}")
    till.call("POST", "/v1/ops/redeem", till.enroll_request("x"))
    process.post("/v1/enroll", json.dumps({"code": next(iter(names))}).encode(), **{"Content-Type": wire.JSON})
    stop(process)
    log = process.log.read_text("utf-8")
    assert log.count('"route": "push"') == 1
    assert [line for line in log.splitlines() if not line.startswith("{")] == []
    for line in log.splitlines():
        assert json.loads(line)["event"] == "request"
    assert not _SECRETS.search(log)
    for secret in (*names, *phones, till.token, *(person["pin"] + '"' for person in demo["staff"])):
        assert secret not in log


def test_a_taken_port_is_said_plainly(process: Process) -> None:
    port = process.url.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "hq", "run", "--port", port, "--data", str(process.folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert "another program listens there" in done.stderr
    assert "cannot listen" in done.stderr
    assert "Traceback" not in done.stderr
