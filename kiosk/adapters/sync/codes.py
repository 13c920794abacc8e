"""HQ's one-time codes (`application.ports.registration.Codes`): a bounded wait, never an exception."""

from __future__ import annotations

import logging
from collections.abc import Callable

from kiosk.adapters.sync.claims import ANSWER_S
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.application.ports.registration import CodeChecked, Codes, CodeTold
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.time import instant
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)

_OVER = frozenset({"spent", "expired"})


class HqCodes(Codes):
    """Over a connection of its own. The session token is the sync's; without one HQ counts as out of reach."""

    def __init__(self, client: HqClient, token: Callable[[], str | None], *, answer_s: float = ANSWER_S) -> None:
        """`answer_s`: seconds that HQ has for its answer."""
        self._client = client
        self._token = token
        self._answer_s = answer_s

    def send(self, phone: str, purpose: str, language: str) -> CodeTold | Refusal | None:
        """Have HQ send one. None: no answer in time."""
        if not self._signed_in():
            return None
        request = m.CodeRequest(phone=phone, purpose=purpose, language=language)
        try:
            answer = self._client.send_code(request, timeout_s=self._answer_s)
        except HqUnreachable as error:
            log.info("no code was sent: %s", error)
            return None
        except HqRefused as error:
            log.info("HQ sends no code: %s", error)
            if error.status == 401:
                return None
            late = error.problem == "too_many"
            return Refusal(RefusalCode.CODE_LATER if late else RefusalCode.CODE_NOT_SENT)
        return CodeTold(answer.op, instant(answer.until), instant(answer.resend_after))

    def check(self, op: str, digits: str) -> CodeChecked | Refusal | None:
        """Whether it is that. None: no answer in time."""
        if not self._signed_in():
            return None
        try:
            answer = self._client.check_code(m.CodeCheckRequest(op=op, code=digits), timeout_s=self._answer_s)
        except HqUnreachable as error:
            log.info("no code was checked: %s", error)
            return None
        except HqRefused as error:
            log.info("HQ checks no code: %s", error)
            return None if error.status == 401 else Refusal(RefusalCode.CODE_OVER)
        if not answer.proved and answer.state in _OVER:
            return Refusal(RefusalCode.CODE_OVER)
        if not answer.proved and answer.state == "undeliverable":
            return Refusal(RefusalCode.CODE_NOT_SENT)
        return CodeChecked(answer.proved, answer.phone, answer.tries_left)

    def _signed_in(self) -> bool:
        self._client.token = self._token()
        return self._client.token is not None
