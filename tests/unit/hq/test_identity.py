"""Enrolment, sessions, revocation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.wire.messages import ChallengeAnswer, ChallengeRequest, EnrollAnswer, Problem, SessionRequest
from tests.unit.hq.rig import STORES, Terminal, TestClock, put, read

MINUTE = 60_000


def fresh(hq: Headquarters, clock: TestClock, seed: int = 3) -> Terminal:
    """A machine that was not enrolled yet."""
    return Terminal.machine(hq, clock, seed=str(seed))


def code_for(hq: Headquarters, store: str = "s1") -> str:
    code = hq.enroll_code(store)
    assert code is not None
    return code


def test_a_code_makes_a_terminal_of_its_store(hq: Headquarters, clock: TestClock) -> None:
    till = fresh(hq, clock)
    answer = till.ok("/v1/enroll", till.enroll_request(code_for(hq, "s2")), EnrollAnswer)
    assert (answer.store, answer.terminal_name, answer.epoch, answer.time) == ("s2", "s2-01", 1, clock.now)
    assert [key.revoked_at for key in answer.hq_keys] == [None]


def test_people_may_type_a_code_in_small_letters_and_without_the_dash(hq: Headquarters, clock: TestClock) -> None:
    till = fresh(hq, clock)
    typed = code_for(hq).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert till.call("POST", "/v1/enroll", till.enroll_request(typed)).status == 200


def test_a_code_is_good_once_and_for_ten_minutes(hq: Headquarters, clock: TestClock) -> None:
    one, two = fresh(hq, clock, 3), fresh(hq, clock, 4)
    code = code_for(hq)
    answer = one.ok("/v1/enroll", one.enroll_request(code), EnrollAnswer)
    # the answer may have been lost: the same machine may ask again, no other
    assert one.ok("/v1/enroll", one.enroll_request(code), EnrollAnswer).device == answer.device
    response = two.call("POST", "/v1/enroll", two.enroll_request(code))
    assert (response.status, read(response, Problem).type) == (403, "code_used")
    late = code_for(hq)
    clock.now += 10 * MINUTE
    response = two.call("POST", "/v1/enroll", two.enroll_request(late))
    assert (response.status, read(response, Problem).type) == (403, "code_expired")
    assert len(hq.terminals()) == 1


def test_no_code_for_a_store_that_does_not_exist(hq: Headquarters) -> None:
    assert hq.enroll_code("nowhere") is None


@pytest.mark.parametrize("code", ["", "AAAA-AAAA", "x" * 5000, "\0", "測試"])
def test_a_guessed_code_is_refused(hq: Headquarters, clock: TestClock, code: str) -> None:
    till = fresh(hq, clock)
    assert till.call("POST", "/v1/enroll", till.enroll_request(code)).status == 403


def test_starting_over_needs_the_devices_own_key_and_its_own_code(hq: Headquarters) -> None:
    till, thief = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=9)
    code = hq.enroll_code("s1", for_device=till.device)
    assert code is not None
    forged = thief.key.sign(b"re-enroll/" + till.device.encode() + b"/" + code.encode())
    request = thief.enroll_request(code, device=till.device, signature=forged)
    assert read(thief.call("POST", "/v1/enroll", request), Problem).type == "bad_signature"
    assert read(thief.call("POST", "/v1/enroll", thief.enroll_request(code)), Problem).type == "code_unknown"
    own = thief.key.sign(b"re-enroll/" + thief.device.encode() + b"/" + code.encode())
    request = thief.enroll_request(code, device=thief.device, signature=own)
    assert read(thief.call("POST", "/v1/enroll", request), Problem).type == "code_unknown"
    old = till.token
    till.start_over(code)
    assert till.epoch == 2
    till.token = old  # sessions of the old epoch are over
    assert till.call("POST", "/v1/push", till.batch(1, 0)).status == 401


def test_a_session_needs_a_fresh_challenge_and_the_right_key(hq: Headquarters, clock: TestClock) -> None:
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=9)
    challenge = till.ok("/v1/session/challenge", ChallengeRequest(device=till.device), ChallengeAnswer)
    said = b"session/" + till.device.encode() + b"/" + challenge.nonce

    def ask(signature: bytes) -> str | None:
        request = SessionRequest(device=till.device, nonce=challenge.nonce, signature=signature)
        response = till.call("POST", "/v1/session", request)
        return None if response.status == 200 else read(response, Problem).type

    assert ask(other.key.sign(said)) == "bad_signature"
    assert ask(till.key.sign(said)) == "challenge_unknown"  # one use, also for who failed
    challenge = till.ok("/v1/session/challenge", ChallengeRequest(device=till.device), ChallengeAnswer)
    said = b"session/" + till.device.encode() + b"/" + challenge.nonce
    clock.now += MINUTE
    assert ask(till.key.sign(said)) == "challenge_unknown"
    assert ask(b"short") == "challenge_unknown"


@pytest.mark.parametrize("fast_days", [-400, -2, 2, 400])
def test_a_wrong_terminal_clock_keeps_nobody_out(hq: Headquarters, fast_days: int) -> None:
    till = Terminal.enrolled(hq)
    till.fast = int(timedelta(days=fast_days).total_seconds() * 1000)
    till.open_session()
    till.sale("t1", "c1")
    assert till.push().acked == 1
    (use,) = hq.redemptions()
    assert use.at == hq.context.clock.now_ms()


def test_a_session_ends_with_its_time(hq: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(hq)
    ttl = till.open_session().ttl
    clock.now += ttl * 1000 - 1
    assert till.pull(till.rights_bucket) is not None
    clock.now += 1
    response = till.call("POST", "/v1/push", till.batch(1, 0))
    assert (response.status, read(response, Problem).type) == (401, "session_expired")
    assert response.headers["www-authenticate"] == "Bearer"


def test_a_session_says_what_hq_holds(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    till.push()
    answer = till.open_session()
    assert (answer.epoch, answer.acked, answer.acked_hash) == (1, 1, till.chain[0][1])


def test_revocation_holds_at_once_and_for_everything(hq: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    assert hq.revoke_device(till.device)
    clock.now += 1
    for path, message in (
        ("/v1/push", till.batch(1, 1)),
        ("/v1/session/challenge", ChallengeRequest(device=till.device)),
    ):
        response = till.call("POST", path, message)
        assert (response.status, read(response, Problem).type) == (403, "revoked")
    assert till.claim_raw("op1", "c1", "t1").status == 403
    assert till.call("GET", f"/v1/snapshots/store/{STORES[0]}/members").status == 403
    code = hq.enroll_code("s1", for_device=till.device)
    assert code is not None
    proof = till.key.sign(b"re-enroll/" + till.device.encode() + b"/" + code.encode())
    request = till.enroll_request(code, device=till.device, signature=proof)
    assert read(till.call("POST", "/v1/enroll", request), Problem).type == "revoked"
    assert not hq.revoke_device("nobody")


def test_without_a_session_nothing_is_given(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    for header in ("", "Bearer", "Bearer ", "Bearer nonsense", "Basic abc", f"Token {till.token}"):
        assert till.call("POST", "/v1/push", till.batch(1, 0), authorization=header).status == 401


def test_secrets_are_not_stored_as_they_are(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    code = code_for(hq)
    with hq.database.read() as tx:
        for table in ("session", "enroll_code"):
            rows = str(tx.connection.exec_driver_sql(f"SELECT * FROM {table}").all())
            assert till.token not in rows
            assert code not in rows
            assert code.replace("-", "") not in rows


def test_keys_rotate_and_are_revoked_through_the_feed(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    (old,) = till.rows("chain/keys")
    new = hq.rotate_key()
    rows = till.rows("chain/keys")
    assert set(rows) == {old, new}
    assert rows[old].get("revoked_at") is None
    assert hq.revoke_key(old)
    assert till.rows("chain/keys")[old]["revoked_at"] is not None
    assert not hq.revoke_key("feedbeef")
    manifest = till.call("GET", "/v1/snapshots/chain/stores")
    assert manifest.status == 200
    assert put("s1", "members", "x", None).bucket.name == "store/s1/members"
