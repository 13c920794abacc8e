"""`kiosk run`: open the station."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.arguments import complain, folder
from kiosk.cli.display import display_needed
from kiosk.config import THEMES, ConfigError, Settings, defaults, load, with_data_dir
from kiosk.domain.texts import LANGUAGES
from kiosk.watchdog.line import PARENT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kiosk.watchdog.beat import Heart

START_AGAIN = 75
"""What the event loop returns when somebody pressed "Try again"."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `run` to the command line."""
    parser = subparsers.add_parser("run", help="open the station")
    parser.add_argument("--data", type=folder, help="data folder (ledger, receipts, …)")
    parser.add_argument("--camera", help="camera index or path, video file, picture or folder; '' for none")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--full-screen", action="store_true")
    parser.add_argument("--watched", action="store_true", help="start it again when it dies or hangs")
    parser.add_argument(
        "--stop", action="store_true", help="end the watched station of this data folder, and its watch"
    )
    parser.add_argument("--calm", metavar="WHY", help=argparse.SUPPRESS)  # the page while a watched station rests
    parser.add_argument("--timings", action="store_true", help="print when the station was painted and ready, and end")


def settings_of(args: argparse.Namespace) -> Settings:
    """The settings with the command line's on top. Raises ConfigError."""
    settings = load(args.config)
    if args.data is not None:
        settings = with_data_dir(settings, args.data)
    changes = {name: getattr(args, name) for name in ("camera", "language", "theme") if getattr(args, name) is not None}
    return replace(settings, **changes)


def run(args: argparse.Namespace) -> int:
    """Show the station until it is closed. 0, or 2 when it could not start."""
    if args.watched or args.stop or args.calm is not None:
        from kiosk.cli import watched

        return watched.run(args)
    # nearly everything that a start makes stays; looking through it again and again costs a tenth of the time
    gc.disable()
    while True:
        try:
            settings = settings_of(args)
            break
        except ConfigError as error:
            if PARENT in os.environ:
                from kiosk.watchdog.beat import Heart

                return _failed(Heart(), error)
            if not _somebody_looks():
                complain("kiosk run", error)
                return 2
            settings = replace(defaults(), language=args.language or "", theme=args.theme or "light")
            if not _tried_again(settings, error):
                return 2
    if settings.watched and PARENT not in os.environ and not args.timings:
        from kiosk.cli import watched

        return watched.watch(args)
    return show(settings, full_screen=args.full_screen, timings=args.timings, settings_at=args.config)


def show(
    settings: Settings, *, full_screen: bool = False, timings: bool = False, settings_at: Path | None = None
) -> int:
    """The event loop around a station. A start that fails shows what to do and can be tried again. `settings_at`: the
    file that --config named."""
    from kiosk.bootstrap import open_terminal
    from kiosk.station import Station, language_of
    from kiosk.watchdog.beat import Heart

    app = application()
    app.setApplicationName("kiosk")
    heart = Heart()
    heart.stop_wanted.connect(app.quit)
    while True:
        heart.opening()
        try:
            terminal = open_terminal(settings)
            if terminal.identity is None:
                terminal.close()
                heart.beat(settings.data_dir)
                if not _enrolled(settings):
                    heart.closing()
                    return 2
                continue
            station = Station(terminal, language_of(settings), settings_at=settings_at)
        except Exception as fault:  # noqa: BLE001  (whatever stops the start is shown to whoever stands there)
            if heart.watched:
                return _failed(heart, fault)
            if _tried_again(settings, fault):
                continue
            return 2
        break
    station.window.quit_wanted.connect(app.quit)
    if timings:
        from kiosk.station_timings import Timings

        timer = Timings(station, time.time() - process_age_s(), peak_memory_mb)
        timer.over.connect(station.window.closing.let_go)
        timer.over.connect(app.quit)
    station.window.whole.connect(_keep_for_good)
    station.window.whole.connect(station.start)
    station.show(full_screen=full_screen)
    heart.beat(settings.data_dir)
    try:
        return int(app.exec())
    finally:
        heart.closing()
        station.close()


def _failed(heart: Heart, fault: Exception) -> int:
    """A watched station does not wait for somebody who tries again: its watchdog does, with a calm page meanwhile."""
    from kiosk.ui.shell.messages import report_of
    from kiosk.watchdog.beat import COULD_NOT

    complain("kiosk run", fault if isinstance(fault, ConfigError) else f"{type(fault).__name__}: {fault}")
    heart.failed(report_of(fault).code)
    return COULD_NOT


def _somebody_looks() -> bool:
    """Whether a page about the settings is of use: not where somebody typed the command and reads what it answers, and
    not where nothing is painted on a screen."""
    painted = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] not in ("offscreen", "minimal")
    return painted and not (sys.stderr is not None and sys.stderr.isatty())


def application(*, said: bool = False) -> QApplication:
    """The one QApplication. Without a display the process ends here, with exit code 2 and one line, unless what is
    wrong was `said` already."""
    from kiosk.station import application as made

    with display_needed("kiosk run", quiet=said):
        return made()


def _tried_again(settings: Settings, fault: Exception) -> bool:
    """Show what stops the start, until somebody wants to try again (True) or to leave."""
    from kiosk.station import show_fault

    complain("kiosk run", fault if isinstance(fault, ConfigError) else f"{type(fault).__name__}: {fault}")
    app = application(said=True)
    window = show_fault(settings, fault)
    window.retried.connect(_start_again)
    again = app.exec() == START_AGAIN
    window.close()
    return again


def _enrolled(settings: Settings) -> bool:
    """Ask for HQ's address and a code until this machine is a terminal (True), or somebody leaves."""
    from kiosk.cli.enroll import enrol
    from kiosk.station import show_enrolment
    from kiosk.ui.tasks import TaskRunner

    print("kiosk: this terminal is not enrolled", file=sys.stderr)
    app = application()
    tasks = TaskRunner()
    window = show_enrolment(settings, tasks, partial(enrol, settings))
    window.enrolled.connect(_start_again)
    done = app.exec() == START_AGAIN
    window.close()
    if done:  # who leaves does not wait for HQ's answer
        tasks.close()
    return done


def _keep_for_good() -> None:
    """What is there now needs no collecting; so a collection later (ui/shell/garbage.py) takes a millisecond or two,
    not fifty."""
    gc.collect()
    gc.freeze()


def _start_again() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.exit(START_AGAIN)


def process_age_s() -> float:
    """Seconds since this process was started; where the system does not tell, the processor time it used."""
    stat = Path("/proc/self/stat")
    if sys.platform == "win32" or not stat.exists():
        return time.process_time()
    started_ticks = int(stat.read_text("ascii").rsplit(")", 1)[1].split()[19])
    uptime = float(Path("/proc/uptime").read_text("ascii").split()[0])
    return uptime - started_ticks / float(os.sysconf("SC_CLK_TCK"))


def peak_memory_mb() -> float:
    """The most memory this process had in RAM so far, in MiB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    peak = next((line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:")), "VmHWM: 0 kB")
    return int(peak.split()[1]) / 1024
