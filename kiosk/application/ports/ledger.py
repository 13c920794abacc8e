"""The journal and the state derived from it. Adapters implement these; tests and the simulator do too, on purpose with
the real ledger and the real HQ code behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from kiosk.application.ports.campaigns import CampaignState
from kiosk.application.ports.charges import ChargeState
from kiosk.application.ports.coupons import CouponState
from kiosk.application.ports.documents import DocumentsState
from kiosk.application.ports.guests import GuestsState
from kiosk.application.ports.help import HelpState
from kiosk.application.ports.journal import JournalReading
from kiosk.application.ports.prizes import PrizeState
from kiosk.application.ports.registration import RegistrationState
from kiosk.application.ports.remarks import RemarkState
from kiosk.application.ports.sales import SalesState
from kiosk.application.ports.slips import SlipState
from kiosk.application.ports.staff import StaffState
from kiosk.application.ports.stage_draws import StageDrawState
from kiosk.application.ports.wheels import WheelState
from kiosk.domain.journal.facts import Fact

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this terminal is, as enrolled."""

    device: str
    terminal_name: str
    store: str
    epoch: int
    hq_url: str


RESTORED, PARKED = "restored_at", "parked"
"""Keys of the ledger's settings: it was restored from a backup; the terminal was shut down in good order."""
MET_ENDS = (RESTORED, PARKED)
"""While one of them is set, held rights may have gone elsewhere and are not used before HQ was met."""
WAITS = "waits"
"""Key of the ledger's settings: HQ says that a person has to decide about this terminal, and why ("copied": two
machines are this terminal; "held": it was set back too often)."""
RIGHTS_WAIT = (*MET_ENDS, WAITS)
"""While one of them is set, held rights are not used."""


class LedgerTx(
    SalesState,
    CouponState,
    ChargeState,
    CampaignState,
    StaffState,
    DocumentsState,
    SlipState,
    RegistrationState,
    RemarkState,
    HelpState,
    WheelState,
    StageDrawState,
    PrizeState,
    GuestsState,
    JournalReading,
    Protocol,
):
    """One transaction on the ledger: reads see the writes before them; all of it is durable, or none."""

    def append(self, kind: str, actor: str, body: Mapping[str, Any]) -> Fact:
        """Journal a fact and carry out its changes. Nothing of the transaction stays when it raises: LedgerFault before
        enrolment, ValueError (ProjectionError, FactError) or TypeError for a body that does not fit its kind or is not
        JSON."""

    def facts_after(self, epoch: int, seq: int, limit: int) -> Sequence[tuple[int, bytes, bytes]]:
        """(seq, bytes, hash) of the next facts of an epoch."""

    def last_stamp(self) -> int:
        """The HLC stamp of the newest fact, 0 before the first."""

    @property
    def undone(self) -> int:
        """How many transactions of this ledger were undone before this one: what was kept of them is wrong."""

    def identity(self) -> Identity | None:
        """Who this terminal is; None before enrolment."""

    def meta(self, key: str) -> str | None:
        """A setting of the ledger itself (identity, acked seq, clock offset, …)."""

    def set_meta(self, key: str, value: str) -> None:
        """Change one."""


class Ledger(Protocol):
    """The journal and the state derived from it."""

    def run(self, work: Callable[[LedgerTx], T]) -> T:
        """Do `work` in one transaction on the ledger's own thread and wait for it. Raises LedgerFault."""
