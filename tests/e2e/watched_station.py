"""A watched station for tests that make it die:

    python -m tests.e2e.watched_station watch FOLDER WELL_S
    python -m tests.e2e.watched_station live FOLDER

`watch` is the watchdog, for which a life of WELL_S seconds is a good one, `live` its child: the real window on an
offscreen display, which does what stands in FOLDER/order. Lines in FOLDER/said tell what came to pass: `painted PID
SECONDS`, `resting PID WHY`.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

_ORDERS = ("block", "crash", "leave")
_DIE = "die-at-start"


def say(folder: Path, words: str) -> None:
    with (folder / "said").open("a", encoding="utf-8") as file:
        file.write(f"{words}\n")


def said(folder: Path, word: str) -> list[str]:
    """What came to pass, by its first word."""
    with suppress(FileNotFoundError):
        return [line for line in (folder / "said").read_text("utf-8").splitlines() if line.split()[0] == word]
    return []


def order(folder: Path, word: str) -> None:
    (folder / "order").write_text(word, encoding="utf-8")


def _take(folder: Path) -> str:
    path = folder / "order"
    word = path.read_text("utf-8") if path.exists() else ""
    if word in _ORDERS:
        path.unlink()
    return word


def live(folder: Path) -> int:
    """A station, as `kiosk run` shows it."""
    if _take(folder) == _DIE:
        os._exit(9)
    from PySide6.QtCore import QTimer

    from kiosk.cli.run import show
    from kiosk.station import application
    from kiosk.ui.shell.window import ShellWindow
    from tests.e2e.shop import settings_of

    app = application()
    painted = False

    def look() -> None:
        nonlocal painted
        windows = [one for one in app.topLevelWidgets() if isinstance(one, ShellWindow) and one.isVisible()]
        if windows and not painted:
            painted = True
            say(folder, f"painted {os.getpid()} {time.monotonic()}")
        match _take(folder):
            case "block":
                threading.Event().wait()  # nobody sets it
            case "crash":
                os.abort()
            case "leave":
                windows[0].quit_wanted.emit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    return show(settings_of(folder))


def rest(folder: Path, why: str) -> None:
    """In place of the calm page."""
    say(folder, f"resting {os.getpid()} {why}")
    threading.Event().wait()  # until it is ended


def watch(folder: Path, well_s: float) -> int:
    """The watchdog, as `kiosk run --watched` is one."""
    from kiosk.watchdog.patience import Recovery
    from kiosk.watchdog.watch import Commands, Watch
    from tests.e2e.shop import settings_of

    me = [sys.executable, "-m", "tests.e2e.watched_station"]
    commands = Commands([*me, "live", str(folder)], lambda why: [*me, "rest", str(folder), why])
    watching = Watch(commands, settings_of(folder).data_dir, recovery=Recovery(well_s))
    signal.signal(signal.SIGTERM, lambda *_: watching.stop())
    return watching.run()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["watch", place, well]:
            sys.exit(watch(Path(place), float(well)))
        case ["live", place]:
            sys.exit(live(Path(place)))
        case ["rest", place, reason]:
            rest(Path(place), reason)
