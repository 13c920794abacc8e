"""Newcomers at a till of `tests.shared.till`: who wants to be a member, with HQ's codes and the device's key beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from kiosk.application.ports.codes import Signed
from kiosk.application.ports.registration import CodeChecked, CodeTold
from kiosk.application.registration.outcomes import Agreed, NewMember, Referrer, Registered
from kiosk.application.service import CheckoutService
from kiosk.domain.refusals import Refusal
from kiosk.domain.registration.policy import MARKETING, SERVICE, MostAnHour, RegistrationPolicy
from kiosk.domain.registration.referral import How
from kiosk.domain.staff.actors import Actor
from kiosk.domain.tokens import SigningKey
from kiosk.protocol.rows import REGISTRATION_ID
from kiosk.protocol.tokens.codec import sign_token
from tests.shared.till import CLERK, Till

KEY_ID = b"\xaa"
POLICY = RegistrationPolicy(household_key="ab" * 32, most_an_hour=MostAnHour(3, 5, 4))
YES = (Agreed(SERVICE, "1", given=True), Agreed(MARKETING, "1", given=False))


class Signing:
    """The device's key; tests let HQ's stand for it, which this till believes."""

    def key_id(self) -> bytes:
        return KEY_ID

    def sign(self, claims: Signed) -> str:
        return sign_token(replace(claims, issuer="HQ"), SigningKey(KEY_ID, bytes(32)))


class HqCodes:
    """HQ's one-time codes: 123456 is always right. `reachable`; `refuses`: what it says instead."""

    def __init__(self) -> None:
        self.reachable = True
        self.refuses: Refusal | None = None
        self.sent: list[str] = []
        self.checked = 0
        self.now: Any = None

    def send(self, phone: str, purpose: str, language: str) -> CodeTold | Refusal | None:
        if not self.reachable or self.refuses is not None:
            return self.refuses
        self.sent.append(phone)
        now = self.now()
        return CodeTold(f"op{len(self.sent)}", now + timedelta(minutes=10), now + timedelta(minutes=1))

    def check(self, op: str, digits: str) -> CodeChecked | Refusal | None:
        if not self.reachable or self.refuses is not None:
            return self.refuses
        self.checked += 1
        phone = self.sent[int(op.removeprefix("op")) - 1]
        return CodeChecked(digits == "123456", phone if digits == "123456" else "", 4)


class Desk(Till):
    """A till at which people register."""

    def __init__(self, folder: Path | None = None, **policy: Any) -> None:
        super().__init__(folder)
        self.hq_codes = HqCodes()
        self.hq_codes.now = lambda: self.context.now()
        self.context = replace(self.context, one_time=self.hq_codes, signer=Signing())
        self.service = CheckoutService(self.context)
        self.policy(**policy)

    def policy(self, **changes: Any) -> None:
        """HQ's rules of registration."""
        self.put("chain/registration", REGISTRATION_ID, replace(POLICY, **changes))

    def joins(self, phone: str = "0912345678", by: str = "", actor: Actor = CLERK, **changes: Any) -> Registered:
        """Somebody becomes a member."""
        outcome = self.tries(phone, by, actor, **changes)
        assert isinstance(outcome, Registered), outcome
        return outcome

    def tries(self, phone: str = "0912345678", by: str = "", actor: Actor = CLERK, **changes: Any) -> Any:
        """The same, whatever comes of it."""
        self.clock.advance(1_000)
        return self.service.register(newcomer(phone, by, **changes), actor)


def newcomer(phone: str = "0912345678", by: str = "", **changes: Any) -> NewMember:
    """Who wants to be a member, recommended `by` somebody's card."""
    referrer = Referrer(by, "", How.CARD) if by else None
    return replace(NewMember("王小明", phone, YES, referrer=referrer), **changes)
