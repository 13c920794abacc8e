"""What a round is made of: pushing, persons, pulling, shares. Each fails alone and is tried again in its own time, so
that what is wrong with one of them keeps none of the others from going on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.adapters.sync.client import HqRefused
from kiosk.adapters.sync.transport import HqNotTrusted, HqUnreachable
from kiosk.application.ports.faults import LedgerClosed
from kiosk.domain.ids import Randomness
from kiosk.domain.time import Clock

log = logging.getLogger(__name__)

BACK_OFF_FIRST_MS, BACK_OFF_MOST_MS = 1_000, 300_000
_OUT_OF_SERVICE = frozenset({"revoked", "device_unknown", "not_enrolled"})

Work = Callable[[], bool]
"""Does the part. True: HQ has answered; False: there was nothing to ask."""


def back_off(failures: int, randomness: Randomness) -> int:
    """Milliseconds until the next try, full jitter (sync.md): anything up to a bound that doubles."""
    return int(randomness.uniform(0, min(BACK_OFF_MOST_MS, BACK_OFF_FIRST_MS * 2 ** min(failures, 20))))


@dataclass
class _Part:
    work: Work
    failures: int = 0
    due_ms: int = 0


@dataclass
class Went:
    """How a round went. `failed`: the parts that did not do it, and what they met; `reached`: HQ has answered one."""

    failed: dict[str, Exception] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    reached: bool = False

    @property
    def whole(self) -> bool:
        """Every part was done."""
        return not self.failed and not self.waiting


class Parts:
    """Runs them, in order. On the sync's thread only."""

    def __init__(self, works: Mapping[str, Work], clock: Clock, randomness: Randomness, sign_in: Callable[[], None]):
        """`sign_in`: opens a new session."""
        self._parts = {name: _Part(work) for name, work in works.items()}
        self._clock, self._randomness, self._sign_in = clock, randomness, sign_in
        self._now_ms = self._promised_ms = 0

    def run(self, *, woken: bool) -> Went:
        """Do what is due. `woken`: the time that `wait_ms` gave is not over; those that failed wait on. Raises
        HqUnreachable and HqRefused for what concerns all: HQ's certificate, the terminal out of service."""
        went = Went()
        self._now_ms = now = max(self._clock.mono_ms(), self._now_ms if woken else self._promised_ms)
        signed_in = False
        for name, part in self._parts.items():
            if part.due_ms > now:
                went.waiting.add(name)
                continue
            try:
                try:
                    answered = part.work()
                except HqRefused as error:
                    if error.status != 401 or signed_in:
                        raise
                    signed_in = True  # once: a part that is refused again after that is the only one that is
                    self._sign_in()
                    answered = part.work()
            except (HqNotTrusted, LedgerClosed):
                raise
            except HqRefused as error:
                if error.status == 403 and error.problem in _OUT_OF_SERVICE:
                    raise
                self._failed(name, part, error, went, now)
            except Exception as error:  # noqa: BLE001  (told by whoever runs the round, after the others had their turn)
                self._failed(name, part, error, went, now)
            else:
                part.failures = part.due_ms = 0
                went.reached |= answered
        return went

    def _failed(self, name: str, part: _Part, error: Exception, went: Went, now: int) -> None:
        log.info("%s failed: %s", name, error)
        part.due_ms = now + back_off(part.failures, self._randomness)
        part.failures += 1
        went.failed[name] = error

    def forget(self) -> None:
        """What failed is tried at once when HQ is reached again."""
        for part in self._parts.values():
            part.failures = part.due_ms = 0

    def wait_ms(self, idle_ms: int) -> int:
        """Until the next round, when nothing happens meanwhile: at most `idle_ms`, or until a part that failed is
        due."""
        now = max(self._clock.mono_ms(), self._now_ms)
        due = [part.due_ms for part in self._parts.values() if part.failures]
        self._promised_ms = min([now + idle_ms, *due])
        return max(0, self._promised_ms - now)


def is_unexpected(error: Exception) -> bool:
    """A fault of the ledger or of our own, which somebody has to hear of."""
    return not isinstance(error, HqUnreachable | HqRefused)
