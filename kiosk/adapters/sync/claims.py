"""Online claims at the till (`application.ports.coupons.Claims`): a bounded wait, never an exception."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.application.ports.coupons import Claim
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.time import Clock, instant
from kiosk.protocol.wire import limits
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)

ANSWER_S = limits.CLAIM_ANSWER_MS / 1000
ASK_AGAIN_S = 0.4
_LEAST_S = 0.2

_TIMES = ("at", "since", "until")
_LAST_MS = 32_472_144_000_000
"""The beginning of the year 2999."""
_MOST_WORDS, _LARGEST = 200, 2**53


class HqClaims:
    """Claims over a connection of its own, so that a claim never waits behind the sync. The session token is the
    sync's; without one HQ counts as out of reach."""

    def __init__(
        self,
        client: HqClient,
        token: Callable[[], str | None],
        clock: Clock,
        wait: Callable[[float], object],
        *,
        answer_s: float = ANSWER_S,
    ) -> None:
        """`wait`: waits so many seconds. `answer_s`: seconds that HQ has for one answer."""
        self._client = client
        self._token = token
        self._clock = clock
        self._wait = wait
        self._answer_s = answer_s

    def claim(self, op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        """Ask HQ. None: no answer in time."""
        token = self._token()
        if token is None:
            return None
        self._client.token = token
        deadline = self._clock.mono_ms() + limits.CLAIM_RECALL_MS
        request = m.RedeemRequest(op=op, coupon=coupon, template=template, txn=txn, value=value)
        try:
            answer = self._first_answer(request, deadline)
            while answer is None and self._clock.mono_ms() < deadline:
                self._wait(ASK_AGAIN_S)
                answer = self._client.operation(op, timeout_s=self._left(deadline))
        except (HqUnreachable, HqRefused) as error:
            log.info("claim without an answer: %s", error)
            return None
        if answer is None:
            return Claim(False, Refusal(RefusalCode.RIGHT_ELSEWHERE, {"coupon": coupon}))
        if answer.verdict == "granted":
            return Claim(True)
        return Claim(False, refusal_of(answer.code, answer.args, coupon))

    def _first_answer(self, request: m.RedeemRequest, deadline: int) -> m.RedeemAnswer | None:
        try:
            return self._client.redeem(request, timeout_s=self._answer_s)
        except HqUnreachable:
            # the claim may have been granted and only the answer lost
            return self._client.operation(request.op, timeout_s=self._left(deadline))

    def _left(self, deadline: int) -> float:
        """Seconds for one more answer."""
        return max(_LEAST_S, min(self._answer_s, (deadline - self._clock.mono_ms()) / 1000))


def refusal_of(said: str | None, args: Mapping[str, Any], coupon: str) -> Refusal:
    """Why HQ says no to a coupon; NO_RIGHT_OFFLINE for a reason that this program does not know."""
    code = RefusalCode(said) if said is not None and said in set(RefusalCode) else RefusalCode.NO_RIGHT_OFFLINE
    return Refusal(code, {**refusal_args(args), "coupon": coupon})


def refusal_args(raw: Mapping[str, Any]) -> dict[str, ArgValue]:
    """What HQ says with a code, in the types of a refusal; what no screen could show is left out."""
    args: dict[str, ArgValue] = {}
    for name, value in raw.items():
        if isinstance(value, int) and name in _TIMES:
            args |= {name: instant(value)} if 0 <= value < _LAST_MS else {}
        elif isinstance(value, int):
            args |= {name: value} if abs(value) <= _LARGEST else {}
        elif isinstance(value, str):
            args[name] = value[:_MOST_WORDS]
    return args
