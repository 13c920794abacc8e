"""A till that holds draws before a room: the real ledger and use cases, the device's key, a beacon of its own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from kiosk.adapters.draws.stage_tools import DeviceStageTools, NoDrawsAtHq
from kiosk.application.draws.stage_outcomes import DrawPlan, Entrant, PlannedPrize, StageView
from kiosk.application.service import CheckoutService
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.draws.batch import envelope_commitment
from kiosk.domain.draws.beacon import Chain, signed_message
from kiosk.domain.draws.report import Report
from kiosk.domain.draws.verify import verify
from kiosk.domain.refusals import Refusal
from kiosk.protocol.draws.bls import DST, beacon_signature_is_good
from kiosk.protocol.draws.signatures import signature_is_good
from tests.shared.till import MANAGER, Till

LIN, WANG = Approval("s-1", "林怡君"), Approval("s-2", "張志豪")
HQS, WITNESSES = bytes(range(32)), bytes(range(32, 64))
DICE = "31415926535897932384".translate(str.maketrans("7890", "1234"))
PEOPLE = tuple(
    Entrant(name, f"+88691200{at:04}", 1 + at % 3)
    for at, name in enumerate(
        ("王小明", "林志同", "陳美麗", "李光華", "黃婷婷", "許安安", "張三", "Ann Lee", "周周", "蔡一")
    )
)


class Beacon:
    """A chain whose key is known here."""

    def __init__(self) -> None:
        from py_arkworks_bls12381 import G2Point, Scalar

        self._secret = Scalar.from_be_bytes_mod_order(hashlib.sha512(b"room").digest()[:32])
        public = bytes((G2Point() * self._secret).to_compressed_bytes()).hex()
        self.chain = Chain(public, 1_700_000_000, 3, "ab" * 32, "room")
        self.told: dict[int, bytes] = {}

    def signature(self, number: int) -> bytes:
        """A round's."""
        from py_arkworks_bls12381 import G1Point

        return bytes((G1Point.hash_to_curve(signed_message(number), DST) * self._secret).to_compressed_bytes())

    def beacon_chain(self) -> Chain:
        return self.chain

    def beacon(self, chain: str, number: int) -> bytes | None:
        return self.told.get(number) if chain == self.chain.hash else None


class Room:
    """A till with a stage, and what an evening needs."""

    def __init__(self, till: Till | None = None) -> None:
        self.till = till or Till()
        self.beacon = Beacon()
        tools = DeviceStageTools(lambda: bytes(range(1, 33)), self.beacon, NoDrawsAtHq(), self.till.context.randomness)
        self.context = replace(self.till.context, stage=tools)
        self.api = CheckoutService(self.context)

    def restarted(self) -> CheckoutService:
        """The same ledger under a program that remembers nothing."""
        self.api = CheckoutService(self.context)
        return self.api

    def frozen(self, people: Sequence[Entrant] = PEOPLE, **changes: Any) -> StageView:
        plan = DrawPlan(
            "尾牙抽獎", (PlannedPrize("電視", 1), PlannedPrize("音箱", 2)), "尾牙", commitments=commitments()
        )
        return good(self.api.freeze_draw(replace(plan, **changes), people, MANAGER))

    def published(self, people: Sequence[Entrant] = PEOPLE, **changes: Any) -> StageView:
        view = self.frozen(people, **changes)
        return good(self.api.publish_draw(view.draw, 1, MANAGER, "里長"))

    def by_dice(self, view: StageView) -> StageView:
        """Throw, open both envelopes, draw."""
        good(self.api.throw_dice(view.draw, 1, DICE, MANAGER))
        for name, value in (("envelope:HQ", HQS), ("envelope:witness", WITNESSES)):
            text = "" if view.rehearsal else value.hex()
            good(self.api.open_envelope(view.draw, 1, name, text, MANAGER))
        return good(self.api.draw_winners(view.draw, 1, MANAGER))

    def shown(self, view: StageView) -> StageView:
        """Everybody has seen all winners."""
        return good(self.api.reveal_winners(view.draw, 1, view.to_reveal, MANAGER))

    def checked(self, draw: str) -> Report:
        """What anybody finds who checks the published file."""
        file = self.api.published_draw(draw, 1)
        assert isinstance(file, bytes)
        return verify(json.loads(file), signature_is_good=signature_is_good, beacon_is_good=beacon_signature_is_good)


def commitments() -> tuple[str, str]:
    """Of both envelopes."""
    return envelope_commitment(HQS).hex(), envelope_commitment(WITNESSES).hex()


def good(answer: StageView | Refusal) -> StageView:
    """The draw as it stands, if nothing was refused."""
    assert isinstance(answer, StageView), answer
    return answer


def code(answer: object) -> str:
    """Why it was refused."""
    assert isinstance(answer, Refusal), answer
    return answer.code.value


Step = Callable[[], StageView | Refusal]
