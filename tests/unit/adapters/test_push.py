"""Pushing over a ledger in memory, with an HQ that answers what it is told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.clock import HqTime
from kiosk.adapters.sync.push import Push
from kiosk.adapters.sync.restore import Restore
from kiosk.adapters.sync.session import Session
from kiosk.adapters.sync.standing import Standing
from kiosk.adapters.sync.transport import HqAnswer, HqUnreachable
from kiosk.application.ports.ledger import Identity
from kiosk.domain.journal.facts import link
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.limits import PUSH_BYTES, PUSH_FACTS
from kiosk.protocol.wire.messages import Hints, Problem, PushAnswer, PushRequest
from tests.fakes import ManualClock

KEY = bytes(range(32))
NOW = ManualClock().now
Answer = Callable[[PushRequest], PushAnswer | HqAnswer]


class Device:
    """A device's key."""

    def __init__(self) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(KEY)

    @property
    def public_key(self) -> bytes:
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self._key.sign(message)


class Hq:
    """Answers each push with the next answer, then takes everything."""

    def __init__(self) -> None:
        self.pushes: list[PushRequest] = []
        self.answers: list[Answer] = []

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout_s: float) -> HqAnswer:
        assert path == "/v1/push"
        push = wire.decode(body, PushRequest, headers["Content-Type"], encoding=headers.get("Content-Encoding"))
        self.pushes.append(push)
        said = self.answers.pop(0)(push) if self.answers else everything(push)
        return said if isinstance(said, HqAnswer) else HqAnswer(200, {"content-type": wire.MSGPACK}, wire.encode(said))

    def download(
        self, path: str, headers: Mapping[str, str], target: Path, *, timeout_s: float, most: int | None = None
    ) -> None:
        raise AssertionError("a push downloads nothing")


def everything(push: PushRequest) -> PushAnswer:
    """All of it arrived."""
    return PushAnswer(acked=push.first + len(push.facts) - 1, hash=push.last_hash, time=NOW, hints=Hints(push_after=7))


def nothing_new(push: PushRequest) -> PushAnswer:
    """What was acknowledged before, once more."""
    return PushAnswer(acked=push.first - 1, hash=push.prev_hash, time=NOW)


def the_first(push: PushRequest) -> PushAnswer:
    """One fact of it."""
    return PushAnswer(acked=push.first, hash=link(push.prev_hash, push.first, push.facts[0]), time=NOW)


def too_large(push: PushRequest) -> HqAnswer:
    return HqAnswer(413, {"content-type": wire.MSGPACK}, wire.encode(Problem(type="too_large", title="", time=NOW)))


@pytest.fixture
def ledger() -> Iterator[SqlLedger]:
    ledger = memory_ledger(KEY, ManualClock(), threaded=False)
    ledger.run(lambda tx: tx.begin_epoch(Identity("d-01", "N01-1", "N01", 1, "https://hq.example"), "enrolled"))
    yield ledger
    ledger.close()


@pytest.fixture
def hq() -> Hq:
    return Hq()


@pytest.fixture
def standing(ledger: SqlLedger) -> Standing:
    return Standing(ledger, ManualClock(), HqTime(ledger, ManualClock()))


@pytest.fixture
def push(ledger: SqlLedger, hq: Hq, standing: Standing) -> Push:
    client, device, time = HqClient(hq), Device(), HqTime(ledger, ManualClock())
    client.token = "t"
    session = Session(ledger, client, device, standing, time, "run-1")
    restore = Restore(ledger, client, device, standing, ManualClock(), "1")
    return Push(ledger, client, session, restore, standing, time, "1")


def refuse(ledger: SqlLedger, times: int, *, note: str = "") -> None:
    """Facts that are journalled."""
    for number in range(times):
        body = {"code": "expired", "coupon": f"c-{number}", "note": note}
        ledger.run(lambda tx, body=body: tx.append(SCAN_REFUSED, "s-1", body))  # type: ignore[misc]


def test_everything_is_pushed_and_kept_as_acknowledged(
    ledger: SqlLedger, hq: Hq, standing: Standing, push: Push
) -> None:
    refuse(ledger, 3)
    assert push.all().push_after == 7
    assert [(one.first, len(one.facts)) for one in hq.pushes] == [(1, 4)]
    assert standing.acked == 4
    assert ledger.run(lambda tx: tx.meta("acked")) == "4"
    assert push.all() == Hints()  # and nothing is pushed twice
    assert len(hq.pushes) == 1


def test_an_acknowledgement_of_nothing_new_ends_the_round(
    ledger: SqlLedger, hq: Hq, standing: Standing, push: Push
) -> None:
    """Its hash is ours. Whoever went on here would ask the same for ever."""
    refuse(ledger, 2)
    hq.answers = [the_first, nothing_new]
    with pytest.raises(HqUnreachable, match="nothing new"):
        push.all()
    assert len(hq.pushes) == 2
    assert standing.acked == 1
    push.all()
    assert standing.acked == 3


def test_a_part_may_be_acknowledged(ledger: SqlLedger, hq: Hq, standing: Standing, push: Push) -> None:
    refuse(ledger, 2)
    hq.answers = [the_first]
    push.all()
    assert [(one.first, len(one.facts)) for one in hq.pushes] == [(1, 3), (2, 2)]
    assert standing.acked == 3


def test_a_batch_has_so_many_facts_and_no_more(ledger: SqlLedger, hq: Hq, push: Push) -> None:
    refuse(ledger, PUSH_FACTS)
    push.all()
    assert [(one.first, len(one.facts)) for one in hq.pushes] == [(1, PUSH_FACTS), (PUSH_FACTS + 1, 1)]


def test_a_batch_has_so_many_bytes_and_at_least_one_fact(ledger: SqlLedger, hq: Hq, push: Push) -> None:
    refuse(ledger, 1, note="x" * (PUSH_BYTES + 1))
    refuse(ledger, 3, note="x" * (PUSH_BYTES // 2 - 500))
    push.all()
    assert [(one.first, len(one.facts)) for one in hq.pushes] == [(1, 1), (2, 1), (3, 2), (5, 1)]


def test_a_batch_that_is_too_large_for_hq_is_halved_and_grows_again(ledger: SqlLedger, hq: Hq, push: Push) -> None:
    refuse(ledger, 15)
    hq.answers = [too_large, too_large]
    push.all()
    assert [(one.first, len(one.facts)) for one in hq.pushes] == [(1, 16), (1, 8), (1, 4), (5, 8), (13, 4)]
