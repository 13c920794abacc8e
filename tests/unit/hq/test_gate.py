"""What HQ says before it reads a body, and how much it does for whom."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kiosk.hq.allowance import Allowance
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.hq.reply import Reply
from kiosk.hq.web.seats import Crowded, Seats
from kiosk.hq.wire.gate import Admitted, address_of
from kiosk.hq.wire.routes import ROUTES
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import ChallengeAnswer, ChallengeRequest, Problem
from tests.unit.hq.rig import Terminal, TestClock, headquarters, read


@pytest.mark.parametrize(
    ("peer", "forwarded", "behind_proxy", "counted"),
    [
        ("192.0.2.7", "", False, "192.0.2.7"),
        ("192.0.2.7", "198.51.100.1", False, "192.0.2.7"),  # whoever calls writes what they like
        ("127.0.0.1", "203.0.113.9, 198.51.100.1", True, "198.51.100.1"),  # our proxy's own word is the last
        ("127.0.0.1", "nonsense", True, "127.0.0.1"),
        ("127.0.0.1", "", True, "127.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "", False, "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "", False, "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "", False, "192.0.2.7"),
        ("fe80::1%eth0", "", False, "fe80::"),
        ("127.0.0.1", "[2001:db8:1:2::9]", True, "2001:db8:1:2::"),
        ("", "", False, ""),
    ],
)
def test_whose_requests_are_counted_together(peer: str, forwarded: str, behind_proxy: bool, counted: str) -> None:
    assert address_of(peer, forwarded, behind_proxy=behind_proxy) == counted


def _judge(hq: Headquarters, method: str, path: str, address: str = "", **headers: str) -> Admitted | Reply | None:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return hq.wire.gate.at_once(method, path, named, address)


@pytest.mark.parametrize("route", [route for route in ROUTES if route.authorised], ids=lambda route: route.name)
def test_no_body_is_read_of_whoever_has_no_session(hq: Headquarters, route: object) -> None:
    assert isinstance(route, type(ROUTES[0]))
    path = route.path + ("x" if route.path.endswith("/") else "")
    for authorization in (None, "", "Bearer", "Bearer  ", "Basic eDp5"):
        headers = {} if authorization is None else {"authorization": authorization}
        said = _judge(hq, route.method, path, content_length="10", **headers)
        assert isinstance(said, Reply)
        assert said.status == 401
    guessed = {"authorization": "Bearer guessed"}
    assert _judge(hq, route.method, path, **guessed) is None
    looked = hq.wire.looked_up(route.method, path, guessed)
    assert isinstance(looked, Reply)
    assert looked.status == 401


def test_a_session_is_asked_for_once_and_judged_again_in_the_work(hq: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(hq)
    headers = {"authorization": f"Bearer {till.token}"}
    assert _judge(hq, "POST", "/v1/pull", **headers) is None
    looked = hq.wire.looked_up("POST", "/v1/pull", headers)
    assert isinstance(looked, Admitted)
    assert looked.device == till.device
    assert _judge(hq, "POST", "/v1/push", **headers) == Admitted(ROUTES[3], till.device)
    hq.revoke_device(till.device)
    assert isinstance(_judge(hq, "POST", "/v1/push", **headers), Admitted)  # its body is read at most
    assert till.call("POST", "/v1/push", till.batch(1, 0)).status == 403
    clock.now += 31_000
    assert _judge(hq, "POST", "/v1/push", **headers) is None


@pytest.mark.parametrize("said", ["13631489", "9" * 5_000, "1" + "0" * 30])
def test_a_body_that_says_it_is_too_large_is_not_read(hq: Headquarters, said: str) -> None:
    for route in ROUTES:
        reply = _judge(hq, route.method, route.path + ("x" if route.path.endswith("/") else ""), content_length=said)
        assert isinstance(reply, Reply)
        assert reply.status == 413
    reply = _judge(hq, "POST", "/v1/enroll", content_length="9000")
    assert isinstance(reply, Reply)
    assert reply.status == 413


def test_codes_are_not_tried_out_from_one_address(hq: Headquarters, clock: TestClock) -> None:
    most = hq.context.settings.enrolments_a_minute
    answers = [_judge(hq, "POST", "/v1/enroll", "192.0.2.7") for _ in range(most + 1)]
    assert all(isinstance(one, Admitted) for one in answers[:most])
    assert isinstance(answers[-1], Reply)
    assert answers[-1].status == 429
    assert isinstance(_judge(hq, "POST", "/v1/enroll", "192.0.2.8"), Admitted)
    clock.now += 60_000
    assert isinstance(_judge(hq, "POST", "/v1/enroll", "192.0.2.7"), Admitted)


def test_challenges_are_limited_by_address_and_cost_no_write(tmp_path: Path) -> None:
    hq = headquarters(tmp_path, settings=HqSettings(challenges_a_minute=30))
    till = Terminal.enrolled(hq)
    most = hq.context.settings.challenges_a_minute
    with hq.database.write() as tx:
        before = tx.connection.exec_driver_sql("SELECT total_changes()").scalar_one()
    for _ in range(most):
        assert isinstance(_judge(hq, "POST", "/v1/session/challenge", "192.0.2.7"), Admitted)
        till.ok("/v1/session/challenge", ChallengeRequest(device=till.device), ChallengeAnswer)
    assert isinstance(_judge(hq, "POST", "/v1/session", "192.0.2.7"), Reply)
    with hq.database.write() as tx:
        assert tx.connection.exec_driver_sql("SELECT total_changes()").scalar_one() == before
        assert tx.connection.exec_driver_sql("SELECT count(*) FROM challenge").scalar_one() == 1  # its session's


def test_a_device_opens_so_many_sessions_and_others_do_not_use_them_up(hq: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(hq)
    stranger = Terminal.machine(hq, clock, seed="stranger")
    stranger.device = till.device
    for _ in range(40):  # with a wrong key
        nonce = stranger.ok("/v1/session/challenge", ChallengeRequest(device=till.device), ChallengeAnswer).nonce
        proof = stranger.key.sign(b"session/" + till.device.encode() + b"/" + nonce)
        request = {"device": till.device, "nonce": nonce, "signature": proof}
        body = msgspec.msgpack.encode(request)
        said = hq.wire.handle("POST", "/v1/session", {"content-type": wire.MSGPACK}, body)
        assert read(said, Problem).type == "bad_signature"
    for _ in range(hq.context.settings.sessions_a_minute - 1):
        till.open_session()
    challenge = till.ok("/v1/session/challenge", ChallengeRequest(device=till.device), ChallengeAnswer)
    proof = till.key.sign(b"session/" + till.device.encode() + b"/" + challenge.nonce)
    body = msgspec.msgpack.encode({"device": till.device, "nonce": challenge.nonce, "signature": proof})
    assert hq.wire.handle("POST", "/v1/session", {"content-type": wire.MSGPACK}, body).status == 429
    assert till.call("POST", "/v1/push", till.batch(1, 0)).status == 200  # what is open stays open


def test_a_nonce_is_of_one_device_and_not_made_by_others(hq: Headquarters, clock: TestClock) -> None:
    first, second = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)
    nonce = first.ok("/v1/session/challenge", ChallengeRequest(device=first.device), ChallengeAnswer).nonce
    for till, used in (
        (second, nonce),
        (first, nonce[:8] + bytes(24)),
        (first, (clock.now + 10**9).to_bytes(8, "big") + nonce[8:]),
        (first, nonce + b"\0"),
        (first, b""),
    ):
        proof = till.key.sign(b"session/" + till.device.encode() + b"/" + used)
        body = msgspec.msgpack.encode({"device": till.device, "nonce": used, "signature": proof})
        said = hq.wire.handle("POST", "/v1/session", {"content-type": wire.MSGPACK}, body)
        assert read(said, Problem).type == "challenge_unknown"


def test_an_allowance_forgets_who_asks_no_more() -> None:
    allowance = Allowance()
    assert all(allowance.take(f"2001:db8:{number:x}::", 5, number) for number in range(30_000))
    assert len(allowance._spent) <= 10_000
    assert [allowance.take("one", 2, 30_000) for _ in range(3)] == [True, True, False]


def test_a_device_has_so_many_seats_and_its_longest_waiting_leaves() -> None:
    seats = Seats(HqSettings(requests_of_device=2))
    told: list[str] = []
    with seats.seat("d") as first, seats.seat("d") as second, seats.seat("other"), seats.seat(""):
        second.leave = lambda: told.append("second")
        with seats.seat("d"):
            assert told == ["second"]  # the first does its work, and is not disturbed
            with pytest.raises(Crowded), seats.seat("d"):
                pass
            first.leave = lambda: told.append("first")
            with seats.seat("d"):
                assert told == ["second", "first"]
    assert not seats._of


def test_bodies_are_bounded_by_device_and_in_all_and_small_ones_always_fit() -> None:
    settings = HqSettings(bodies_of_device=100_000, bodies=250_000)
    seats = Seats(settings)
    free = 64 * 1024
    with seats.seat("a") as a, seats.seat("a") as again, seats.seat("b") as b, seats.seat("c") as c:
        a.hold(free + 90_000)
        with pytest.raises(Crowded) as caught:
            again.hold(free + 10_001)
        assert not caught.value.whole
        b.hold(free + 100_000)
        with pytest.raises(Crowded) as caught:
            c.hold(free + 60_001)
        assert caught.value.whole
        c.hold(free)
        again.hold(free)
    with seats.seat("a") as a:
        a.hold(free + 100_000)  # what was given back is there again


def test_codes_are_asked_for_and_tried_so_often_from_an_address(hq: Headquarters, clock: TestClock) -> None:
    gate, head = hq.wire.gate, {"authorization": "Bearer x"}
    most = HqSettings().codes_a_minute
    paths = ("/v1/codes", "/v1/codes/check")
    for n in range(most):
        assert gate.at_once("POST", paths[n % 2], head, "192.0.2.7") is None
    over = gate.at_once("POST", paths[0], head, "192.0.2.7")
    assert isinstance(over, Reply)
    assert over.status == 429
    assert gate.at_once("POST", paths[0], head, "192.0.2.8") is None
    clock.now += 60_000
    assert gate.at_once("POST", paths[1], head, "192.0.2.7") is None
