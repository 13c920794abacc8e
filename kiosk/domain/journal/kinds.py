"""Facts of the journal itself and of the terminal that keeps it."""

from __future__ import annotations

from typing import Any

from kiosk.domain.journal.registry import Body, Kind

_OWNER = "journal"


class Previous(Body, frozen=True, kw_only=True):
    """The end of the epoch before: `seq`: what HQ had of it; `last` and `hash`: its last fact."""

    epoch: int
    seq: int
    last: int
    hash: str


class EpochBegan(Body, frozen=True, kw_only=True):
    """`reason`: enrolled, restored. `previous` binds the end of the epoch before."""

    reason: str
    device: str
    store: str
    previous: Previous | None = None


class Started(Body, frozen=True, kw_only=True):
    """`version`: the program's."""

    version: str


class Restarted(Body, frozen=True, kw_only=True):
    """`how`: crashed, hung, failed (it said what is wrong: `fault`); `code`: exit code, or the signal below zero;
    `lived_s`: seconds since it was started; `died_at`: ms since 1970, by the machine's clock then."""

    how: str
    code: int = 0
    fault: str = ""
    lived_s: int = 0
    died_at: int = 0


class Nothing(Body, frozen=True, kw_only=True):
    """Nothing more."""


class ClockJumped(Body, frozen=True, kw_only=True):
    """HQ's clock minus ours, before and after."""

    before_ms: int
    after_ms: int


class Free(Body, frozen=True, kw_only=True):
    """Free."""


class Short(Body, frozen=True, kw_only=True):
    """The newest fact that was durable and is not there any more."""

    epoch: int
    seq: int
    hash: str


class Restored(Body, frozen=True, kw_only=True):
    """`known`: what HQ has that this ledger does not."""

    epoch: int
    known: int


EPOCH_BEGAN = Kind("epoch.began", owner=_OWNER, body=EpochBegan, says="none")
TERMINAL_STARTED = Kind("terminal.started", owner=_OWNER, body=Started, says="none")
TERMINAL_STOPPED = Kind(
    "terminal.stopped",
    owner=_OWNER,
    body=Nothing,
    says="none; the terminal was shut down in good order, and HQ may give its rights to others until it is met again",
)
PROGRAM_RESTARTED = Kind(
    "program.restarted",
    owner=_OWNER,
    body=Restarted,
    says="none; the program died or hung, and its watchdog started it again; HQ counts them",
)
CLOCK_JUMPED = Kind("clock.jumped", owner=_OWNER, body=ClockJumped, says="none")
SETTING_CHANGED = Kind("setting.changed", owner=_OWNER, body=Free, says="none")
LEDGER_BACKED_UP = Kind("ledger.backed_up", owner=_OWNER, body=Free, says="none")
LEDGER_RESTORED = Kind("ledger.restored", owner=_OWNER, body=Restored, says="none")
LEDGER_SHORT = Kind("ledger.short", owner=_OWNER, body=Short, says="none")

KINDS: tuple[Kind[Any], ...] = (
    EPOCH_BEGAN,
    TERMINAL_STARTED,
    TERMINAL_STOPPED,
    PROGRAM_RESTARTED,
    CLOCK_JUMPED,
    SETTING_CHANGED,
    LEDGER_BACKED_UP,
    LEDGER_RESTORED,
    LEDGER_SHORT,
)
