"""The watchdog: a process without a screen that has the station as its child.

It starts the station again when that dies or hangs, waits longer each time when it dies again and again, and ends when
the station ended in good order or somebody wants both to end. It owns no ledger: how the station died lies in a file
until the next one has journalled it.
"""

from __future__ import annotations

import logging
import os
import subprocess
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk import processes
from kiosk.stop_request import StopRequest
from kiosk.watchdog import deaths
from kiosk.watchdog.bound import end_with_me
from kiosk.watchdog.deaths import Death, How
from kiosk.watchdog.forgetting import environment
from kiosk.watchdog.line import PARENT, Ear
from kiosk.watchdog.patience import CALM_FROM_S, TICK_S, Patience, Phase, Recovery

log = logging.getLogger(__name__)

DONE = 0
COULD_NOT = 2
_LOCK = "watchdog.lock"


@dataclass(frozen=True, slots=True)
class Commands:
    """What is started. `station`: its command line. `calm`: of a page that is shown while the station rests, given what
    the last one said was wrong; None for no page."""

    station: Sequence[str]
    calm: Callable[[str], Sequence[str]] | None = None


class Watch:
    """One station, watched. `run` until it is over; `stop` from a signal handler ends both."""

    def __init__(
        self,
        commands: Commands,
        folder: Path,
        around: Mapping[str, str] | None = None,
        *,
        recovery: Recovery | None = None,
        now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        """`folder`: where the ledger lies, and deaths are kept."""
        self._commands, self._folder, self._now_ms = commands, folder, now_ms
        self._around = os.environ if around is None else around
        self._ear = Ear()
        self._asked = StopRequest(folder)
        self._recovery = recovery or Recovery()
        self._stopping = False
        self._calm: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """End the station in good order, and then the watch."""
        self._stopping = True

    def run(self) -> int:
        """Watch until the station has ended in good order, or was stopped: 0. 2 where one watches over this ledger
        already. Raises OSError where the folder cannot be used."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self._folder / _LOCK, timeout=0):
                return self._watch()
        except Timeout:
            log.error("the station in %s is watched already", self._folder)
            return COULD_NOT
        finally:
            self._ear.close()

    def _watch(self) -> int:
        self._asked.forget()
        try:
            while not self._one_life():
                pass
        finally:
            self._end_calm()
        self._asked.answer()
        return DONE

    # --- one station -------------------------------------------------------------------------------------------------

    def _one_life(self) -> bool:
        """Start a station and watch it to its end. Whether that was the end of the watch; else start another one."""
        around = self._ear.environment(environment({**self._around, PARENT: str(os.getpid())}))
        child = processes.start_watched(self._commands.station, around)
        end_with_me(child)
        patience = Patience()
        fault, hung, told = "", False, False
        while child.poll() is None:
            for line in self._ear.listen(TICK_S):
                word, _, rest = line.partition(" ")
                if word == "fault":
                    fault = rest[:64]
                elif word in tuple(Phase):
                    self._heard(patience, Phase(word))
            patience.turn()
            if self._wants_to_stop() and not told:
                told = True
                self._ear.stop()
                patience.hear(Phase.CLOSING)
            if patience.over:
                hung = patience.phase is not Phase.CLOSING
                self._end(child)
        self._ear.let_go()
        # whatever happened at its end, somebody wanted that
        if self._stopping or patience.phase is Phase.CLOSING or child.returncode == DONE:
            return True
        how = How.HUNG if hung else How.FAILED if fault else How.CRASHED
        self._keep(Death(uuid.uuid4().hex[:16], self._now_ms(), how, child.returncode, fault, int(patience.lived_s)))
        return self._rest(self._recovery.died(patience.lived_s), fault or how)

    def _heard(self, patience: Patience, phase: Phase) -> None:
        if patience.phase is not Phase.BEATING and phase is Phase.BEATING:
            self._end_calm()  # the station is on the screen
        patience.hear(phase)

    def _keep(self, death: Death) -> None:
        log.warning(
            "the station %s after %d s (exit code %d%s): it is started again",
            death.how,
            death.lived_s,
            death.code,
            f", {death.fault}" if death.fault else "",
        )
        deaths.keep(self._folder, death)

    def _rest(self, pause_s: float, why: str) -> bool:
        """Wait before the next start. Whether somebody wants to stop meanwhile."""
        if pause_s >= CALM_FROM_S:
            self._show_calm(why)
        for _ in range(round(pause_s / TICK_S)):
            if self._wants_to_stop():
                return True
            time.sleep(TICK_S)
        return False

    def _wants_to_stop(self) -> bool:
        try:
            self._stopping = self._stopping or self._asked.take()
        except OSError as error:
            log.warning("whether to stop cannot be read: %s", error)
        return self._stopping

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        """Kill it and wait until it has gone: until then it may own the ledger."""
        child.kill()
        while True:
            try:
                child.wait(10)
                return
            except subprocess.TimeoutExpired:
                log.error("process %d does not end, not even killed; no other is started before it has", child.pid)

    # --- the calm page -----------------------------------------------------------------------------------------------

    def _show_calm(self, why: str) -> None:
        if self._commands.calm is None or (self._calm is not None and self._calm.poll() is None):
            return
        around = {name: value for name, value in self._around.items() if name != PARENT}
        self._calm = processes.start_watched(self._commands.calm(why), {**around, PARENT: str(os.getpid())})
        end_with_me(self._calm)

    def _end_calm(self) -> None:
        calm, self._calm = self._calm, None
        if calm is not None and calm.poll() is None:
            self._end(calm)
