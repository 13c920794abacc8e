"""The use cases of wheels behind one interface."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kiosk.application.context import Context, here
from kiosk.application.draws.check import check_receipt
from kiosk.application.draws.current import running
from kiosk.application.draws.receipts import draws_address, receipt_link, receipt_of, result_slip
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


@dataclass(frozen=True, slots=True)
class _Seen:
    """A slot as a transaction saw it, and what its receipt is made of; `published`: the secret of its tape, once that
    was closed."""

    slot: TakenSlot
    held: HeldLease | None
    published: bytes
    device: str
    spun: Spun


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
                found = self._context.ledger.run(lambda tx: self._take(tx, visit, campaign, wheel, way, actor))
            except NothingPaidError:
                return Refusal(RefusalCode.ACTION_CLOSED)
            if isinstance(found, Refusal):
                return found
            if isinstance(found, _Seen):
                return self._proved(found)
            try:
                self._context.tapes.get(found.held)
            except TapeFault as fault:
                log.error("a tape cannot be spun: %s", fault)
                return Refusal(RefusalCode.WHEEL_NOT_READY)
        return Refusal(RefusalCode.WHEEL_NOT_READY)

    def _take(
        self, tx: LedgerTx, visit: Visit, campaign: str, wheel: str, way: SpinWay, actor: Actor
    ) -> _Seen | TapeWanted | Refusal:
        taken = spin(self._context, tx, visit, campaign, wheel, way, actor)
        return self._seen(tx, [taken])[0] if isinstance(taken, TakenSlot) else taken

    def spin_shown(self, lease: str, j: int, actor: Actor) -> bool:
        """The wheel has stopped at it."""
        return self._context.ledger.run(lambda tx: shown(self._context, tx, lease, j, actor))

    def standing_spins(self, visit: Visit | None = None) -> tuple[Spun, ...]:
        """Slots that were taken and not shown to the end."""
        if visit is not None and visit.member is None:
            return ()
        member = visit.member.id if visit is not None and visit.member is not None else ""
        return self._all(lambda tx: tx.standing_slots(member))

    def spins_of(self, visit: Visit, limit: int = 20) -> tuple[Spun, ...]:
        """What the visit's member won here."""
        if visit.member is None:
            return ()
        member = visit.member.id
        return self._all(lambda tx: tx.slots_of(member, limit))

    def recent_winners(self, campaign: str = "", wheel: str = "", limit: int = 20) -> tuple[Winner, ...]:
        """Prizes that were shown at this terminal."""
        return self._context.ledger.run(lambda tx: winners(self._context, tx, campaign, wheel, limit))

    def result_slip(self, lease: str, j: int) -> ResultSlip | None:
        """What is printed of a spin."""

        def laid(tx: LedgerTx) -> tuple[_Seen, ResultSlip] | None:
            slot = tx.taken_slot(lease, j)
            if slot is None:
                return None
            seen, campaigns = self._seen(tx, [slot])[0], self._context.campaigns(tx)
            campaign, wheel = wheel_of(campaigns, slot.campaign, slot.wheel)
            root = seen.held.root if seen.held is not None else ""
            return seen, result_slip(campaigns, campaign, wheel, slot, root, masked(self._context, slot.member))

        found = self._context.ledger.run(laid)
        if found is None:
            return None
        seen, slip = found
        spun = self._proved(seen)
        return replace(slip, code=spun.link or spun.receipt, check_at=draws_address(self._context))

    def check_receipt(self, text: str, visit: Visit | None = None) -> ReceiptCheck | Refusal:
        """Whether a draw's receipt holds."""
        member = visit.member.id if visit is not None and visit.member is not None else ""
        return self._context.ledger.run(lambda tx: check_receipt(self._context, tx, text, member))

    def _all(self, slots: Callable[[LedgerTx], Sequence[TakenSlot]]) -> tuple[Spun, ...]:
        return tuple(map(self._proved, self._context.ledger.run(lambda tx: self._seen(tx, slots(tx)))))

    def _seen(self, tx: LedgerTx, slots: Sequence[TakenSlot]) -> list[_Seen]:
        """Slots with what they brought."""
        if not slots:
            return []
        campaigns, device = self._context.campaigns(tx), here(self._context, tx)[0].device
        found = []
        for slot in slots:
            held = tx.wheel_lease(slot.lease)
            published = tx.published_secret(held) if held is not None else b""
            found.append(_Seen(slot, held, published, device, spun(self._context, campaigns, slot)))
        return found

    def _proved(self, seen: _Seen) -> Spun:
        """A slot with what proves it: made outside of the transaction, since a key store may be slow. Without, where it
        cannot be made."""
        if seen.held is None:
            return seen.spun
        try:
            tape = self._context.tapes.get(seen.held, seen.published)
        except TapeFault as fault:
            log.info("no receipt is made: %s", fault)
            return seen.spun
        code = receipt_of(self._context, seen.device, seen.held, tape, seen.slot)
        return replace(seen.spun, receipt=code, link=receipt_link(self._context, code))

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
