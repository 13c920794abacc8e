"""The terminal's side of HQ's draws: what its reference has of them, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import pytest

from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.draws_at_hq import HqDraws
from kiosk.adapters.sync.transport import HqAnswer, HqUnreachable, Transport
from kiosk.domain.draws.batch import manifest_of
from kiosk.domain.draws.encoding import signed_bytes
from kiosk.domain.draws.entrants import entrants_root
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.draws.signatures import signature_is_good
from tests.unit.hq.draws_batch.rig import DRAW, at_one, chain_with, comes_out
from tests.unit.hq.draws_batch.test_terminals import local
from tests.unit.hq.rig import Terminal, TestClock

FIVE = {f"m{n}": n for n in range(1, 6)}


class _Straight(Transport):
    """Requests go to HQ without a network; `off`: nothing does."""

    def __init__(self, hq: Headquarters) -> None:
        self.hq, self.off = hq, False

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout_s: float) -> HqAnswer:
        if self.off:
            raise HqUnreachable("off")
        answer = self.hq.wire.handle(method, path, headers, body)
        return HqAnswer(answer.status, answer.headers, answer.body)

    def download(
        self, path: str, headers: Mapping[str, str], target: Path, *, timeout_s: float, most: int | None = None
    ) -> None:
        answer = self.request("GET", path, headers, b"", timeout_s=timeout_s)
        if answer.status != 200:
            raise HqUnreachable(str(answer.status))
        target.write_bytes(answer.body)


@pytest.fixture
def reference(tmp_path: Path) -> Iterator[SqlReference]:
    made = SqlReference(tmp_path / "ref.db", b"k" * 32)
    yield made
    made.close()


def told(reference: SqlReference, till: Terminal) -> None:
    """What the terminal pulls of draws."""
    rows = [(name, 1, msgspec.json.encode(row).decode()) for name, row in till.rows("chain/draws").items()]
    reference.replace("chain/draws", rows, 1)


def test_a_stage_has_hqs_draw_with_its_list(hq: Headquarters, clock: TestClock, reference: SqlReference) -> None:
    till = chain_with(hq, FIVE)
    way = _Straight(hq)
    draws = HqDraws(HqClient(way), lambda: till.token, reference, lambda: "en")
    at_one(hq, clock)
    till.open_session()
    told(reference, till)
    (line,) = draws.draws()
    assert (line.draw, line.seq, line.title) == (DRAW, 1, "Rule")
    found = draws.draw(DRAW, 1)
    assert found is not None
    manifest = manifest_of(found.manifest)
    assert entrants_root([one.count for one in found.people], [one.c for one in found.people]).hex() == (
        manifest.entrants_root
    )
    (signed,) = found.signatures
    assert signature_is_good(bytes.fromhex(signed.key), signed_bytes(found.manifest), bytes.fromhex(signed.signature))
    assert {one.name for one in found.people} == {"*"}
    assert [one.count for one in draws.held_tickets("m4") or ()] == [4]
    assert draws.draw("no/such/2026-01-01", 1) is None
    way.off = True
    assert draws.draw(DRAW, 1) is None
    assert draws.held_tickets("m4") is None
    comes_out(hq, hq.draws.every()[0])
    hq.draws.clock().settle()
    told(reference, till)
    assert draws.draws() == []


def test_hq_signs_a_list_of_the_terminals_own(hq: Headquarters, reference: SqlReference) -> None:
    till = Terminal.enrolled(hq)
    way = _Straight(hq)
    draws = HqDraws(HqClient(way), lambda: till.token, reference, lambda: "en")
    body = local(till)[0].body()
    signed = draws.sign(body)
    assert signed is not None
    assert signature_is_good(bytes.fromhex(signed.key), signed_bytes(body), bytes.fromhex(signed.signature))
    assert draws.sign(local(till, 9)[0].body()) is None
    assert not draws.keep_file(b"nothing")
    assert HqDraws(HqClient(way), lambda: None, reference, lambda: "en").sign(body) is None
