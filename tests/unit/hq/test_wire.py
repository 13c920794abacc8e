"""The wire itself: formats, garbage, sizes, faults, logs."""

from __future__ import annotations

import json
import logging
import random

import msgspec
import pytest
import zstandard

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.web.openapi import document
from kiosk.hq.wire.routes import ROUTES
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import Problem, PullAnswer, PullRequest, PushAnswer
from tests.unit.hq.rig import Terminal, read

POSTS = [route.path for route in ROUTES if route.method == "POST" and not route.shown]


def test_json_msgpack_and_zstd_say_the_same(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    request = PullRequest(device=till.device, cursors={"store/s1/coupons": 0})
    answers = []
    for kind in (wire.JSON, wire.MSGPACK):
        for compress in (False, True):
            headers = {
                "Authorization": f"Bearer {till.token}",
                "Content-Type": kind,
                "Accept": kind,
                **({"Content-Encoding": "zstd", "Accept-Encoding": "gzip, zstd"} if compress else {}),
            }
            body = wire.encode(request, kind, compress=compress)
            response = hq.wire.handle("POST", "/v1/pull", headers, body)
            assert response.headers["content-type"] == kind
            assert response.headers.get("content-encoding") == ("zstd" if compress else None)
            answers.append(read(response, PullAnswer))
    assert len(answers[0].pages[0].rows) == 10
    assert all(answer == answers[0] for answer in answers)


def test_an_answer_speaks_what_is_accepted_else_what_was_spoken_else_json(hq: Headquarters) -> None:
    for headers, kind in (
        ({"accept": wire.MSGPACK, "content-type": wire.JSON}, wire.MSGPACK),
        ({"accept": "*/*", "content-type": wire.MSGPACK}, wire.MSGPACK),
        ({"accept": f"{wire.JSON}, {wire.MSGPACK}"}, wire.JSON),
        ({}, wire.JSON),
    ):
        assert hq.wire.handle("GET", "/v1/ops/x", headers, b"").headers["content-type"] == kind


@pytest.mark.parametrize("path", POSTS)
def test_garbage_gets_a_problem_never_a_fault(hq: Headquarters, path: str) -> None:
    till = Terminal.enrolled(hq)
    chance = random.Random(path)
    good = wire.encode(till.batch(1, 0))
    bodies = [
        b"",
        b"\xff",
        b"{}",
        b"[]",
        b"null",
        b"[" * 50_000,
        good[:-2],
        b'{"device":"\\ud800"}',
        b'{"device":1e999}',
    ]
    bodies += [chance.randbytes(chance.randint(1, 200)) for _ in range(40)]
    for body in bodies:
        for kind in (wire.JSON, wire.MSGPACK, "text/html", ""):
            for encoding in ("", "zstd", "gzip"):
                headers = {"content-type": kind, "content-encoding": encoding}
                response = till.call("POST", path, None, **headers)
                assert response.status == 400
                sent = {"authorization": f"Bearer {till.token}", **headers}
                response = hq.wire.handle("POST", path, sent, body)
                assert response.status in (400, 413)
                said = msgspec.json.decode(response.body) if kind != wire.MSGPACK else read_any(response.body)
                assert said["type"] in ("malformed", "body_too_large")


def read_any(body: bytes) -> dict[str, object]:
    return msgspec.msgpack.decode(body, type=dict[str, object])


def test_flipped_bytes_never_break_hq_nor_change_what_it_has(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    for number in range(3):
        till.sale(f"t{number}", f"c{number}")
    good = wire.encode(till.batch(1, 3))
    chance = random.Random(5)
    headers = {"authorization": f"Bearer {till.token}", "content-type": wire.MSGPACK}
    for _ in range(300):
        body = bytearray(good)
        body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
        assert hq.wire.handle("POST", "/v1/push", headers, bytes(body)).status in (200, 400, 403, 409)
    till.ok("/v1/push", till.batch(1, 3), PushAnswer)
    assert hq.facts(till.device, 1) == [raw for raw, _ in till.chain]
    assert hq.terminals()[0].state == "active"


def test_large_bodies_and_bombs_are_413(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    plain = b"x" * (wire.MAX_BODY + 1)
    headers = {"authorization": f"Bearer {till.token}", "content-type": wire.JSON}
    assert hq.wire.handle("POST", "/v1/push", headers, plain).status == 413
    bomb = zstandard.compress(b"\0" * (wire.MAX_BODY + 1))
    response = hq.wire.handle("POST", "/v1/push", {**headers, "content-encoding": "zstd"}, bomb)
    assert response.status == 413


def test_unknown_paths_and_methods(hq: Headquarters) -> None:
    for method, path, status in (
        ("GET", "/", 404),
        ("GET", "/v1/push", 405),
        ("POST", "/healthz", 405),
        ("DELETE", "/v1/push", 405),
        ("GET", "/v1/ops/", 404),
        ("GET", "/v1/../etc/passwd", 404),
    ):
        response = hq.wire.handle(method, path, {}, b"")
        assert response.status == status
        assert msgspec.json.decode(response.body)["type"] in ("no_such_path", "wrong_method")


def test_health(hq: Headquarters) -> None:
    response = hq.wire.handle("GET", "/healthz", {}, b"")
    assert response.status == 200
    assert msgspec.json.decode(response.body)["status"] == "ok"


def test_a_fault_is_answered_without_details_logged_with_its_id_and_undone(
    hq: Headquarters, caplog: pytest.LogCaptureFixture, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append('"fault"')
    till = Terminal.enrolled(hq)
    with hq.database.write() as tx:  # as a programmer's slip would leave it: a row that no longer reads
        tx.connection.exec_driver_sql("UPDATE published SET data = '{\"broken' WHERE id = 'c1' AND subject = 'coupons'")
    response = till.claim_raw("o1", "c1", "t1")
    assert response.status == 500
    said = read(response, Problem)
    assert said.type == "internal"
    fault = said.title.rpartition(" ")[2]
    (record,) = [record for record in caplog.records if "fault" in record.message]
    logged = json.loads(record.message)
    assert (logged["fault"], logged["route"], logged["error"]) == (fault, "redeem", "DecodeError")
    assert any("claims.py" in place for place in logged["where"])
    assert till.ask("o1").status == 404
    hq.revoke_coupon("c9")  # HQ goes on working


def test_a_database_that_does_not_answer_is_503(hq: Headquarters, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("database")
    till = Terminal.enrolled(hq)
    with hq.database.write() as tx:
        tx.connection.exec_driver_sql("ALTER TABLE session RENAME TO gone")
    assert till.call("POST", "/v1/push", till.batch(1, 0)).status == 503
    with hq.database.write() as tx:
        tx.connection.exec_driver_sql("ALTER TABLE gone RENAME TO session")
    assert till.call("POST", "/v1/push", till.batch(1, 0)).status == 200


def test_requests_are_logged_with_ids_only(hq: Headquarters, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "kiosk.hq")
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    till.push()
    lines = [json.loads(record.message) for record in caplog.records]
    assert [line["route"] for line in lines] == ["enroll", "challenge", "session", "push"]
    assert (lines[-1]["device"], lines[-1]["status"]) == (till.device, 200)
    assert till.token not in caplog.text


def test_the_openapi_document_covers_every_route() -> None:
    made = document()
    assert made["openapi"].startswith("3.1")
    described = {(method.upper(), path.split("{")[0]) for path, item in made["paths"].items() for method in item}
    assert described == {(route.method, route.path) for route in ROUTES}
    text = json.dumps(made)
    names = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert names <= made["components"]["schemas"].keys()
