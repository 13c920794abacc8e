"""How the station died, kept beside the ledger until the station that was started again has journalled it."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.journal.kinds import PROGRAM_RESTARTED
from kiosk.domain.staff.actors import SYSTEM
from kiosk.files import write_whole

log = logging.getLogger(__name__)

_FILE = "deaths.json"
_MOST = 200
"""More of them in a row say nothing more."""
_REPORTED = "deaths_reported"
"""Key of the ledger's setting: ids of the deaths that were journalled last, so that none is journalled twice when the
file could not be removed."""


class How(StrEnum):
    """How it ended."""

    CRASHED = "crashed"
    HUNG = "hung"
    FAILED = "failed"
    """It could not be opened, and said why."""


@dataclass(frozen=True, slots=True)
class Death:
    """One end of the station that nobody wanted. `id`: of its own. `at`: ms since 1970, by the machine's clock. `code`:
    exit code, or the signal below zero. `fault`: the code of what it said. `lived_s`: whole seconds since its start."""

    id: str
    at: int
    how: str
    code: int = 0
    fault: str = ""
    lived_s: int = 0


def keep(folder: Path, death: Death) -> None:
    """Remember a death. On a disk that takes nothing the log is all there is."""
    try:
        deaths = [*read(folder), death][-_MOST:]
        write_whole(folder / _FILE, json.dumps([asdict(one) for one in deaths]).encode())
    except OSError as error:
        log.warning("%s cannot be written: %s", folder / _FILE, error)


def read(folder: Path) -> list[Death]:
    """Those that were kept; none from a file that is no such list."""
    try:
        rows = json.loads((folder / _FILE).read_text("utf-8"))
        deaths = [Death(**row) for row in rows]
    except (OSError, ValueError, TypeError):
        return []
    return [one for one in deaths if _sound(one)]


def _sound(death: Death) -> bool:
    numbers = (death.at, death.code, death.lived_s)
    words = (death.id, death.how, death.fault)
    return all(type(one) is int and abs(one) < 2**53 for one in numbers) and all(
        type(one) is str and len(one) <= 64 and one.isprintable() for one in words
    )


def journal(tx: LedgerTx, folder: Path) -> None:
    """Journal what was kept, each death once."""
    deaths = read(folder)
    known = set((tx.meta(_REPORTED) or "").split())
    for death in deaths:
        if death.id not in known:
            body = {"how": death.how, "code": death.code, "fault": death.fault, "lived_s": death.lived_s}
            tx.append(PROGRAM_RESTARTED, SYSTEM, {**body, "died_at": death.at})
    if deaths:
        tx.set_meta(_REPORTED, " ".join(death.id for death in deaths))


def forget(folder: Path) -> None:
    """They are journalled, durably."""
    try:
        (folder / _FILE).unlink(missing_ok=True)
    except OSError as error:
        log.warning("%s cannot be removed: %s", folder / _FILE, error)
