"""HQ's leave to hand a prize over (`application.ports.prizes.PrizesAtHq`): a bounded wait, never an exception."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence

import msgspec

from kiosk.adapters.db.told_prizes import told_claim
from kiosk.adapters.sync.claims import ANSWER_S, refusal_args
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.application.ports.prizes import Leave
from kiosk.domain.draws.claims import Claim
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.protocol.rows import PrizeRow
from kiosk.protocol.wire import messages as m

MOST_SEEN = 50
"""Prizes of other stores that are remembered."""
log = logging.getLogger(__name__)


class HqPrizes:
    """Asks over a connection of its own. The session token is the sync's; without one HQ counts as out of reach."""

    def __init__(self, client: HqClient, token: Callable[[], str | None], *, answer_s: float = ANSWER_S) -> None:
        """`answer_s`: seconds that HQ has for its answer."""
        self._client = client
        self._token = token
        self._answer_s = answer_s
        self._seen: OrderedDict[str, Claim] = OrderedDict()

    def look(self, claim: str) -> Claim | Refusal:
        """A claim of another store."""
        token = self._token()
        if token is None:
            return Refusal(RefusalCode.PRIZE_OFFLINE)
        self._client.token = token
        try:
            answer = self._client.look_at_prize(m.PrizeRequest(claim=claim), timeout_s=self._answer_s)
            row = None if answer.row is None else msgspec.json.decode(answer.row, type=PrizeRow)
        except (HqUnreachable, HqRefused, msgspec.MsgspecError) as error:
            log.info("no answer about a prize: %s", error)
            return Refusal(RefusalCode.PRIZE_OFFLINE)
        if row is None:
            return Refusal(RefusalCode.PRIZE_UNKNOWN)
        found = self._seen[claim] = told_claim(row)
        self._seen.move_to_end(claim)
        if len(self._seen) > MOST_SEEN:
            self._seen.popitem(last=False)
        return found

    def looked_at(self) -> Sequence[Claim]:
        """What HQ said of those."""
        return tuple(self._seen.values())

    def may_hand_over(self, claim: str) -> Leave | None:
        """Ask HQ. None: no answer in time."""
        token = self._token()
        if token is None:
            return None
        self._client.token = token
        try:
            answer = self._client.take_prize(m.PrizeRequest(claim=claim), timeout_s=self._answer_s)
        except (HqUnreachable, HqRefused) as error:
            log.info("no answer about a prize: %s", error)
            return None
        if answer.code is None:
            return Leave()
        known = answer.code in set(RefusalCode)
        code = RefusalCode(answer.code) if known else RefusalCode.PRIZE_OFFLINE
        return Leave(Refusal(code, refusal_args(answer.args)))
