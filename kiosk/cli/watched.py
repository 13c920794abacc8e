"""`kiosk run --watched`: the station as a child that is started again, its end, and the page while it rests."""

from __future__ import annotations

import argparse
import logging
import signal
from dataclasses import replace
from types import FrameType

from kiosk.cli.arguments import complain
from kiosk.cli.display import display_needed
from kiosk.config import ConfigError, Settings, defaults, load, with_data_dir
from kiosk.processes import program
from kiosk.stop_request import StopRequest

_STOPS_WITHIN_S = 60.0


def run(args: argparse.Namespace) -> int:
    """What `kiosk run` was called for with --watched, --stop or --calm."""
    if args.calm is not None:
        return _calm(args)
    if args.stop:
        return _stop(_settings(args))
    return watch(args)


def command(args: argparse.Namespace, *more: str) -> list[str]:
    """The command line of a station with these arguments, but for being watched."""
    before = ["--config", str(args.config)] if args.config is not None else []
    before += ["--verbose"] if args.verbose else []
    values = {name: getattr(args, name) for name in ("data", "camera", "language", "theme")}
    given = [word for name, value in values.items() if value is not None for word in (f"--{name}", str(value))]
    return [*program(), *before, "run", *given, *(["--full-screen"] if args.full_screen else []), *more]


def _settings(args: argparse.Namespace) -> Settings:
    settings = load(args.config)
    return settings if args.data is None else with_data_dir(settings, args.data)


def watch(args: argparse.Namespace) -> int:
    """Watch a station until it ends in good order."""
    from kiosk.watchdog.watch import Commands, Watch

    try:
        folder = _settings(args).data_dir
    except ConfigError:  # the station says what is wrong, and says it until somebody has mended it
        folder = args.data or defaults().data_dir
    logging.getLogger("kiosk.watchdog").setLevel(logging.INFO)
    watching = Watch(Commands(command(args), lambda why: command(args, "--calm", why)), folder)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        watching.stop()

    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    return watching.run()


def _stop(settings: Settings) -> int:
    if StopRequest(settings.data_dir).ask(_STOPS_WITHIN_S):
        print("the station has ended")
        return 0
    complain("kiosk run", f"nothing has ended: no watched station over {settings.data_dir}, or it is not done yet")
    return 1


def _calm(args: argparse.Namespace) -> int:
    from kiosk.station import application, language_of
    from kiosk.ui.context import Ui
    from kiosk.ui.i18n import I18n
    from kiosk.ui.lockdown.calm_page import CalmWindow
    from kiosk.ui.theme import load_theme
    from kiosk.watchdog.beat import end_with_watchdog

    try:
        settings = _settings(args)
    except ConfigError:
        settings = defaults()
    settings = replace(settings, **{name: value for name in ("language", "theme") if (value := getattr(args, name))})
    with display_needed("kiosk run"):
        app = application()
    end_with_watchdog()
    theme = load_theme(settings.theme)
    window = CalmWindow(Ui(theme, I18n(theme, language_of(settings))), args.calm)
    window.showFullScreen()
    return int(app.exec())
