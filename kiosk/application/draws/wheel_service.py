"""The use cases of wheels behind one interface."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from kiosk.application.context import Context, here
from kiosk.application.draws.check import check_receipt
from kiosk.application.draws.current import running
from kiosk.application.draws.receipts import receipt_link, receipt_of, result_slip
from kiosk.application.draws.spin import NothingPaidError, TapeWanted, purchase, shown, spin
from kiosk.application.draws.wheel_outcomes import ReceiptCheck, SpinWay, Spun, WheelView, Winner
from kiosk.application.draws.wheel_views import masked, spun, wheel_of, wheels, winners
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.documents.result_slip import ResultSlip
from kiosk.domain.draws.held import HeldLease, TakenSlot
from kiosk.domain.draws.sealed import TapeFault
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor

log = logging.getLogger(__name__)

_TAPES_AT_ONCE = 4
"""So often a spin finds that another tape came into use meanwhile."""


class WheelService:
    """Implements `WheelApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def wheels(self, visit: Visit | None = None) -> tuple[WheelView, ...]:
        """Wheels that run here, and the ways in which the visit's member may spin."""
        return self._context.ledger.run(lambda tx: wheels(self._context, tx, visit))

    def spin(self, visit: Visit, campaign: str, wheel: str, way: SpinWay, actor: Actor) -> Spun | Refusal:
        """Take the next slot, durably. Then the wheel may turn."""
        if way is SpinWay.POINTS:
            self._ask_for_points(visit, campaign, wheel)
        for _ in range(_TAPES_AT_ONCE):
            try:
                found = self._context.ledger.run(lambda tx: spin(self._context, tx, visit, campaign, wheel, way, actor))
            except NothingPaidError:
                return Refusal(RefusalCode.ACTION_CLOSED)
            if isinstance(found, Refusal):
                return found
            if isinstance(found, TakenSlot):
                return self._spun([found])[0]
            assert isinstance(found, TapeWanted)
            try:
                self._context.tapes.get(found.held)
            except TapeFault as fault:
                log.error("a tape cannot be spun: %s", fault)
                return Refusal(RefusalCode.WHEEL_NOT_READY)
        return Refusal(RefusalCode.WHEEL_NOT_READY)

    def spin_shown(self, lease: str, j: int, actor: Actor) -> bool:
        """The wheel has stopped at it."""
        return self._context.ledger.run(lambda tx: shown(self._context, tx, lease, j, actor))

    def standing_spins(self, visit: Visit | None = None) -> tuple[Spun, ...]:
        """Slots that were taken and not shown to the end."""
        if visit is not None and visit.member is None:
            return ()
        member = visit.member.id if visit is not None and visit.member is not None else ""
        return self._spun(self._context.ledger.run(lambda tx: tx.standing_slots(member)))

    def spins_of(self, visit: Visit, limit: int = 20) -> tuple[Spun, ...]:
        """What the visit's member won here."""
        if visit.member is None:
            return ()
        member = visit.member.id
        return self._spun(self._context.ledger.run(lambda tx: tx.slots_of(member, limit)))

    def recent_winners(self, campaign: str = "", wheel: str = "", limit: int = 20) -> tuple[Winner, ...]:
        """Prizes that were shown at this terminal."""
        return self._context.ledger.run(lambda tx: winners(self._context, tx, campaign, wheel, limit))

    def result_slip(self, lease: str, j: int) -> ResultSlip | None:
        """What is printed of a spin."""
        slot = self._context.ledger.run(lambda tx: tx.taken_slot(lease, j))
        if slot is None:
            return None
        code, link = self._receipt(slot)

        def laid(tx: LedgerTx) -> ResultSlip:
            campaigns = self._context.campaigns(tx)
            campaign, wheel = wheel_of(campaigns, slot.campaign, slot.wheel)
            held = tx.wheel_lease(lease)
            name = masked(self._context, slot.member)
            root = held.root if held is not None else ""
            return result_slip(campaigns, campaign, wheel, slot, root, link or code, name)

        return self._context.ledger.run(laid)

    def check_receipt(self, text: str) -> ReceiptCheck | Refusal:
        """Whether a draw's receipt holds."""
        return self._context.ledger.run(lambda tx: check_receipt(self._context, tx, text))

    def _spun(self, slots: Sequence[TakenSlot]) -> tuple[Spun, ...]:
        """Slots with what they brought and what proves them. The receipts are made outside of the transaction: a key
        store may be slow."""
        proofs = [self._receipt(slot) for slot in slots]

        def seen(tx: LedgerTx) -> tuple[Spun, ...]:
            campaigns = self._context.campaigns(tx)
            return tuple(
                spun(self._context, campaigns, slot, *proof) for slot, proof in zip(slots, proofs, strict=True)
            )

        return self._context.ledger.run(seen) if slots else ()

    def _receipt(self, slot: TakenSlot) -> tuple[str, str]:
        """(code, address) that prove a slot; empty where they cannot be made."""
        found = self._context.ledger.run(lambda tx: (here(self._context, tx)[0].device, tx.wheel_lease(slot.lease)))
        device, held = found
        if not isinstance(held, HeldLease):
            return "", ""
        try:
            tape = self._context.tapes.get(held)
        except TapeFault as fault:
            log.info("no receipt is made: %s", fault)
            return "", ""
        code = receipt_of(self._context, device, held, tape, slot)
        return code, receipt_link(self._context, code)

    def _ask_for_points(self, visit: Visit, campaign: str, wheel: str) -> None:
        """Have HQ add to this terminal's share of the member's points what a spin takes beyond it."""
        member = visit.member
        if member is None or member.guest or not member.known:
            return

        def missing(tx: LedgerTx) -> int:
            campaigns = self._context.campaigns(tx)
            for found, its in running(campaigns, visit.channel):
                if (found.id, its.id) == (campaign, wheel):
                    bought = purchase(campaigns, member, found, its, visit.channel)
                    if bought is not None and bought.refusal is None:
                        return bought.points - campaigns.points_share(member.id)
            return 0

        more = self._context.ledger.run(missing)
        if more > 0:
            self._context.points.claim(member.id, more)
