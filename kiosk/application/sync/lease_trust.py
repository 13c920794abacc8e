"""Whether this terminal may give away its shares of stock, budgets and totals (sync.md, "Coupons and stock without a
network").

A share is good for a time that runs on the monotonic clock. After a start of the machine nobody knows how much of it
has passed, and a wall clock that was set back might say anything: then HQ has to be met first. So it is after a
restore from a backup, and after an end in good order, when the shares were given back.
"""

from __future__ import annotations

from kiosk.application.ports.ledger import RIGHTS_WAIT, LedgerTx
from kiosk.application.sync import clock_trust
from kiosk.domain.time import Clock

UNTIL = "lease_until"
"""Key of the ledger's setting that `good_for` makes."""


def good_for(boot: str, asked_ms: int, ttl_s: int) -> str:
    """What to remember when HQ says that shares are good for `ttl_s` seconds: counted from `asked_ms`, the monotonic
    clock before HQ was asked, because nobody knows how long the answer took."""
    return f"{asked_ms} {asked_ms + ttl_s * 1000} {boot}"


def leases_usable(tx: LedgerTx, clock: Clock, *, online: bool) -> bool:
    """Whether shares may be given away now. `online`: HQ is being met, which makes up for a wall clock behind."""
    if any(tx.meta(key) is not None for key in RIGHTS_WAIT):
        return False
    if not online and clock_trust.clock_behind(clock.now_ms(), tx.last_stamp(), tx.meta(clock_trust.MET)):
        return False
    return time_left(tx.meta(UNTIL), clock.boot_id(), clock.mono_ms()) > 0


def points_usable(tx: LedgerTx, clock: Clock, *, online: bool) -> bool:
    """The same of points. What was earned here while HQ never set a time is this terminal's own: HQ can give it to
    nobody else."""
    if tx.meta(UNTIL) is None:
        waits = any(tx.meta(key) is not None for key in RIGHTS_WAIT)
        return not waits and (
            online or not clock_trust.clock_behind(clock.now_ms(), tx.last_stamp(), tx.meta(clock_trust.MET))
        )
    return leases_usable(tx, clock, online=online)


def time_left(remembered: str | None, boot: str, mono_ms: int) -> int:
    """Milliseconds for which shares are good, 0 when HQ has to be asked first. `remembered`: what `good_for` made."""
    if remembered is None:
        return 0
    since, until, known = remembered.split(" ", 2)
    return max(0, int(until) - mono_ms) if known == boot and int(since) <= mono_ms else 0


def renewal_due(remembered: str | None, boot: str, mono_ms: int) -> bool:
    """Whether half of the time is over."""
    if remembered is None:
        return True
    since, until, _boot = remembered.split(" ", 2)
    return time_left(remembered, boot, mono_ms) * 2 <= int(until) - int(since)
