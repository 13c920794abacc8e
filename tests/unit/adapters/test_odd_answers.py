"""What HQ says to claims and refusals, whatever it says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.sync.claims import HqClaims, refusal_args, refusal_of
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.transport import HqAnswer
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import RedeemAnswer
from tests.fakes import ManualClock

_SAID = st.one_of(
    *(st.integers(-(2**70), 2**70), st.text(max_size=400), st.floats(), st.booleans(), st.none(), st.binary()),
    st.lists(st.integers(), max_size=2),
)
_NAMES = st.one_of(st.sampled_from(["at", "since", "until", "have", "need", "coupon"]), st.text(max_size=9))


class Answers:
    """HQ says this to every claim."""

    def __init__(self, said: RedeemAnswer) -> None:
        self._said = said
        self.asked: list[str] = []

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout_s: float) -> HqAnswer:
        self.asked.append(path)
        return HqAnswer(200, {"content-type": wire.MSGPACK}, wire.encode(self._said))

    def download(
        self, path: str, headers: Mapping[str, str], target: Path, *, timeout_s: float, most: int | None = None
    ) -> None:
        raise AssertionError("claims download nothing")


@given(st.dictionaries(_NAMES, _SAID, max_size=5), st.one_of(st.none(), st.text(max_size=9), st.just("coupon_used")))
def test_whatever_comes_with_a_code_is_something_that_a_screen_can_show(said: dict[str, Any], code: str) -> None:
    for value in refusal_args(said).values():
        assert isinstance(value, str | int | datetime)
        assert not isinstance(value, int) or abs(value) <= 2**53
        assert not isinstance(value, str) or len(value) <= 200
    assert refusal_of(code, said, "c1").args["coupon"] == "c1"


@pytest.mark.parametrize(("op", "granted"), [("o1", True), ("o2", None)])
def test_a_grant_of_another_claim_grants_nothing(op: str, granted: bool | None) -> None:
    hq = Answers(RedeemAnswer(op=op, verdict="granted", time=1))
    claims = HqClaims(HqClient(hq), lambda: "token", ManualClock(), lambda _seconds: None)
    claim = claims.claim("o1", "c1", "t1", "x1", 1)
    assert (claim.granted if claim is not None else None) is granted
    assert hq.asked[0] == "/v1/ops/redeem"
