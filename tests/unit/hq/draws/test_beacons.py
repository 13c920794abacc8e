"""Rounds of the beacon: fetched from relays that are slow, silent or wrong, believed by the chain's key alone."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.demo.beacon import BeaconServer, DemoBeacon
from kiosk.domain.draws.beacon import QUICKNET, Chain
from kiosk.domain.time import Clock
from kiosk.hq.draws import beacons, relays
from kiosk.hq.draws.beacons import BeaconFault
from kiosk.hq.draws.fetching import BeaconFetcher, relays_answer
from kiosk.hq.draws.relays import Missing, RelayFault, Told
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.wire.messages import BeaconKept, BeaconTold
from tests.shared.wheels import beacon, goes_by
from tests.unit.hq.rig import NOON_MS, Terminal, TestClock, headquarters

ROUND = (NOON_MS // 1000 - beacon().chain.genesis) // 3 + 11
"""Out in 30 seconds."""
KNOWN = Path(__file__).parents[2] / "draws" / "vectors" / "drand.json"


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def hq(tmp_path: Path, clock: TestClock) -> Iterator[Headquarters]:
    made = headquarters(tmp_path, clock)
    yield made
    made.database.close()


@pytest.fixture
def server(clock: TestClock) -> Iterator[BeaconServer]:
    made = BeaconServer(beacon(), lambda: clock.now / 1000)
    yield made
    made.close()


def wants(hq: Headquarters, number: int = ROUND, chain: str = "") -> None:
    with hq.database.write() as tx:
        beacons.want(tx, chain or beacon().chain.hash, number)


def here(hq: Headquarters, number: int = ROUND) -> bytes | None:
    with hq.database.read() as tx:
        return beacons.signature(tx, beacon().chain.hash, number)


def relay(*answers: Told | Missing | Exception) -> Callable[[str, Chain, int, Clock], Told | Missing]:
    """One that answers so, one after the other, and then not at all. `asked`: what it was asked."""
    waiting = list(answers)

    def fetch(address: str, _chain: Chain, _number: int, _clock: Clock) -> Told | Missing:
        asked.append(address)
        found = waiting.pop(0) if waiting else Missing.UNREACHABLE
        if isinstance(found, Exception):
            raise found
        return found

    asked: list[str] = []
    fetch.asked = asked  # type: ignore[attr-defined]
    return fetch


# -- fetching ---------------------------------------------------------------------------------------------------------


def test_a_round_is_fetched_when_it_is_out_and_told_to_terminals(
    hq: Headquarters, clock: TestClock, server: BeaconServer
) -> None:
    hq.wheels.set_beacon(server.settings(), "test")
    till = Terminal.enrolled(hq)
    fetcher = BeaconFetcher(hq.context)
    assert fetcher.once() is None  # nothing is waited for
    wants(hq)
    assert fetcher.once() == 30_000
    clock.now += 30_000
    assert fetcher.once() == 0
    assert fetcher.once() is None
    signature = beacon().signature(ROUND)
    assert here(hq) == signature
    chain = beacon().chain
    assert till.rows("chain/beacons") == {
        f"{chain.hash}/{ROUND}": {"chain": chain.hash, "round": ROUND, "signature": signature.hex()}
    }
    assert till.rows("chain/beacon_chains") == {"beacon": chain.body()}
    seen = hq.wheels.rounds()[0]
    assert (seen.round, seen.source, seen.public) == (ROUND, server.url, False)


def test_a_round_that_is_late_is_asked_for_again(hq: Headquarters, clock: TestClock, server: BeaconServer) -> None:
    """The relay's clock stands behind HQ's."""
    hq.wheels.set_beacon(server.settings(), "test")
    wants(hq)
    fetcher = BeaconFetcher(hq.context)
    late = TestClock(clock.now)
    server._server.now_s = lambda: late.now / 1000
    waits = []
    for _ in range(4):
        clock.now += fetcher.once() or 0
        assert fetcher.once() == 0  # asked, and it was not there yet
        waits.append(fetcher.once() or 0)
    assert waits == sorted(waits)
    assert 1_000 <= waits[0] < 1_400
    late.now = clock.now
    clock.now += waits[-1]
    assert fetcher.once() == 0
    assert here(hq) == beacon().signature(ROUND)


def test_the_older_http_is_understood(clock: TestClock, server: BeaconServer) -> None:
    old = f"{server.url}/{beacon().chain.hash}/public/3"
    assert relays._asked(old, 3, clock) == Told(beacon().signature(3))
    assert relays.fetch(server.url, beacon().chain, 3, clock) == Told(beacon().signature(3))
    assert relays.fetch(server.url, beacon().chain, 10**9, clock) is Missing.NOT_YET
    assert relays.fetch(server.url, QUICKNET, 3, clock) is Missing.NOT_YET  # it has no such chain
    assert relays.fetch("http://127.0.0.1:9", QUICKNET, 3, clock) is Missing.UNREACHABLE


def test_a_wrong_relay_is_left_alone_and_the_next_one_asked(
    hq: Headquarters, clock: TestClock, caplog: pytest.LogCaptureFixture
) -> None:
    goes_by(hq, beacon(), ("http://a.example", "http://b.example"))
    wants(hq)
    clock.now += 30_000
    fetch = relay(Told(beacon().signature(ROUND + 1)), Told(beacon().signature(ROUND)), Missing.NOT_YET)
    fetcher = BeaconFetcher(hq.context, fetch)
    with caplog.at_level(logging.ERROR):
        assert fetcher.once() == 0
    assert here(hq) == beacon().signature(ROUND)
    wants(hq, ROUND - 1)
    assert fetcher.once() == 0
    asked = fetch.asked  # type: ignore[attr-defined]
    assert asked[2:] == [asked[1]]


def test_relays_take_turns_and_silence_is_borne(hq: Headquarters, clock: TestClock) -> None:
    goes_by(hq, beacon(), ("http://a.example", "http://b.example"))
    wants(hq)
    fetch = relay()
    fetcher = BeaconFetcher(hq.context, fetch)
    for _ in range(20):
        clock.now += fetcher.once() or 0
    asked = fetch.asked  # type: ignore[attr-defined]
    assert len(asked) == 20
    assert {asked[0], asked[2]} == {"http://a.example", "http://b.example"}
    seen = hq.wheels.rounds()[0]
    assert (seen.tries, seen.signature) == (10, "")
    assert (fetcher.once() or 0) <= 5 * 60_000 * 1.3


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"oops",
        b"[]",
        b"{}",
        b'{"round": 4, "signature": "' + b"ab" * 48 + b'"}',
        b'{"round": 3, "signature": "' + b"ab" * 47 + b'"}',
        b'{"round": 3, "signature": "' + b"zz" * 48 + b'"}',
        b'{"round": "3", "signature": "' + b"ab" * 48 + b'"}',
        b"[" * 10_000,
        '{"round": 3, "signature": "\ud800"}'.encode("utf-8", "surrogatepass"),
    ],
)
def test_an_odd_answer_is_no_round(body: bytes) -> None:
    assert relays.read(body, 3) is Missing.ODD_ANSWER


def test_an_answer_may_say_more_than_we_read() -> None:
    said = {"round": 3, "signature": "AB" * 48, "randomness": "x", "previous_signature": ""}
    assert relays.read(json.dumps(said).encode(), 3) == Told(b"\xab" * 48)


def test_whether_the_relays_answer_is_asked_now(hq: Headquarters, server: BeaconServer) -> None:
    hq.wheels.set_beacon({**server.settings(), "relays": [server.url, "http://127.0.0.1:9"]}, "test")
    assert hq.wheels.relays_answer() == [(server.url, "good"), ("http://127.0.0.1:9", "unreachable")]
    wrong = relay(Told(b"x" * 48), Missing.NOT_YET)
    assert [words for _, words in relays_answer(hq.context, wrong)] == ["wrong", "not_yet"]


# -- believing --------------------------------------------------------------------------------------------------------


def test_a_terminal_tells_a_round_it_had_from_a_phone(hq: Headquarters) -> None:
    goes_by(hq, beacon())
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")

    def tell(number: int, signature: bytes, chain: str = beacon().chain.hash) -> int:
        return till.call("POST", "/v1/beacons", BeaconTold(chain=chain, round=number, signature=signature)).status

    good = beacon().signature(ROUND)
    assert tell(ROUND, good) == 404  # nothing waits for it
    wants(hq)
    assert tell(ROUND, beacon().signature(ROUND + 1)) == 409
    assert tell(ROUND, b"") == 409
    assert tell(ROUND, good, QUICKNET.hash) == 409
    assert here(hq) is None
    till.ok("/v1/beacons", BeaconTold(chain=beacon().chain.hash, round=ROUND, signature=good), BeaconKept)
    till.ok("/v1/beacons", BeaconTold(chain=beacon().chain.hash, round=ROUND, signature=good), BeaconKept)
    assert len(other.rows("chain/beacons")) == 1
    assert hq.wheels.rounds()[0].source == till.device


def test_the_public_beacon_is_known_by_heart(hq: Headquarters) -> None:
    """A round of the real one; nothing but its number was asked for."""
    known = next(one for one in json.loads(KNOWN.read_text("utf-8"))["rounds"] if one["round"] == 1000)
    till = Terminal.enrolled(hq)
    assert hq.wheels.beacon().public
    wants(hq, 1000, QUICKNET.hash)
    assert not hq.wheels.put_round(1000, bytes(48))
    assert hq.wheels.put_round(1000, bytes.fromhex(known["signature"]))
    assert till.rows("chain/beacon_chains") == {}
    assert hq.wheels.rounds()[0].public


def test_a_round_of_another_chain_is_nothing_to_wait_for(hq: Headquarters) -> None:
    goes_by(hq, beacon())
    with pytest.raises(ValueError, match="another chain"):
        wants(hq, ROUND, QUICKNET.hash)


# -- settings ---------------------------------------------------------------------------------------------------------


def test_settings_come_and_go(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    made = hq.wheels.set_beacon({"relays": ["http://a.example/"]}, "it")
    assert (made.public, made.relays) == (True, ("http://a.example",))
    goes_by(hq, beacon())
    assert not hq.wheels.beacon().public
    assert len(till.rows("chain/beacon_chains")) == 1
    hq.wheels.set_beacon(None, "it")
    assert hq.wheels.beacon() == beacons.BeaconSettings()
    assert till.rows("chain/beacon_chains") == {}


@pytest.mark.parametrize(
    "said",
    [
        [],
        "x",
        {"relay": []},
        {"relays": []},
        {"relays": "http://a.example"},
        {"relays": ["ftp://a.example"]},
        {"relays": ["http://"]},
        {"relays": ["http://x:y@a.example"]},
        {"relays": ["http://a.example"] * 17},
        {"chain": {}},
        {"chain": {**beacon().chain.body(), "public_key": "ab"}},
        {"chain": {**beacon().chain.body(), "scheme": "pedersen-bls-chained"}},
        {"chain": {**beacon().chain.body(), "period": 0}},
    ],
)
def test_settings_that_are_none_are_refused(said: object) -> None:
    with pytest.raises(BeaconFault):
        beacons.read_settings(said)


def test_an_address_is_one_of_the_web() -> None:
    assert relays.checked(" https://api.drand.sh/ ") == "https://api.drand.sh"
    for text in ("", "api.drand.sh", "http://[", "http://a.example/?x=1", "http://a.example:0", "x" * 300):
        with pytest.raises(RelayFault):
            relays.checked(text)


def test_another_seed_is_another_chain() -> None:
    one, other = DemoBeacon(b"a", 0), DemoBeacon(b"b", 0)
    assert one.chain.hash != other.chain.hash
    assert one.signature(7) != other.signature(7)
