"""Look-ups of other stores' members (`application.ports.lookups.Lookups`): a bounded wait, never an exception.

What HQ tells is kept in `ref.db` for as long as HQ allows; an answer without anybody erases what was kept.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.claims import ANSWER_S, refusal_of
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.application.ports.lookups import Ask, Told
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.protocol.row_reader import read_row
from kiosk.protocol.wire import messages as m


class _Named(msgspec.Struct):
    id: str


log = logging.getLogger(__name__)

_MOST_MONEY = 10**12
"""Minor units: no voucher has more on it."""
_KEPT_MOST_S, _LAST_MS = 31 * 86_400, 32_472_144_000_000


class HqLookups:
    """Look-ups over a connection of their own, so that they wait for nothing. The session token is the sync's; without
    one HQ counts as out of reach."""

    def __init__(
        self,
        client: HqClient,
        token: Callable[[], str | None],
        reference: SqlReference,
        *,
        answer_s: float = ANSWER_S,
    ) -> None:
        """`answer_s`: seconds that HQ has for its answer."""
        self._client = client
        self._token = token
        self._reference = reference
        self._answer_s = answer_s

    def look_up(self, ask: Ask) -> Told | None:
        """Ask HQ. None: no answer in time."""
        token = self._token()
        if token is None:
            return None
        self._client.token = token
        request = m.LookupRequest(
            member=ask.member or None,
            card=ask.card or None,
            phone=ask.phone or None,
            coupon=ask.coupon or None,
            template=ask.template,
            txn=ask.txn,
        )
        try:
            answer = self._client.look_up(request, timeout_s=self._answer_s)
        except (HqUnreachable, HqRefused) as error:
            log.info("look-up without an answer: %s", error)
            return None
        left = answer.left if answer.left is not None and 0 <= answer.left <= _MOST_MONEY else None
        return Told(self._kept(ask, answer), _refusal(answer.code, answer.args, ask.coupon), left)

    def _kept(self, ask: Ask, answer: m.LookupAnswer) -> tuple[Member, ...]:
        members: list[Member] = []
        for found in answer.found:
            member = read_row(found.member, Member, ask.member or _id_in(found.member)).row
            if member is None:
                log.warning("a member HQ told of cannot be read. Update advised.")
                continue
            members.append(member)
            rows = {"coupon": found.coupons, "spent": found.spent, "event": found.events}
            until = answer.time + max(0, min(answer.keep, _KEPT_MOST_S)) * 1000
            self._reference.keep_guest(member.id, max(0, min(until, _LAST_MS)), found.member, rows)
        if ask.member and not answer.found:
            self._reference.erase_guests(member=ask.member)
        if ask.card and not answer.found:
            self._reference.erase_guests(card=ask.card)
        return tuple(members)


def _id_in(row: str) -> str:
    try:
        return msgspec.json.decode(row, type=_Named).id
    except msgspec.MsgspecError:
        return ""


def _refusal(code: str | None, args: Mapping[str, Any], coupon: str) -> Refusal | None:
    """A reason this program does not know is left to the claim."""
    return refusal_of(code, args, coupon) if code is not None and code in set(RefusalCode) else None
