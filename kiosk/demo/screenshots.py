"""`kiosk screenshots`: every page and state of the checkout from its real widgets, in every language and skin, and
every document on its papers, as PNG.

Demo data only. For looking at after each change, and for the pictures in docs/screenshots.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.arguments import folder
from kiosk.config import THEMES
from kiosk.domain.texts import LANGUAGES

if TYPE_CHECKING:
    from kiosk.demo.checkout.stage import Stage


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen in pixels, and how much larger than at 100 % its system shows everything."""

    width: int = 1366
    height: int = 768
    percent: int = 100

    @property
    def size(self) -> tuple[int, int]:
        """In logical pixels."""
        return self.width * 100 // self.percent, self.height * 100 // self.percent

    @property
    def suffix(self) -> str:
        """What a picture's name says of it; nothing of the usual one."""
        if self == Screen():
            return ""
        return f"_{self.width}x{self.height}" + (f"_{self.percent}" if self.percent != 100 else "")


def screen(text: str) -> Screen:
    """A screen as in 1920x1080@150."""
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})(?:@(\d{3}))?", text, re.ASCII)
    if found is None or not 100 <= int(found[3] or 100) <= 400:
        raise argparse.ArgumentTypeError(f"'{text}' is no screen such as 1366x768 or 1920x1080@150")
    return Screen(int(found[1]), int(found[2]), int(found[3] or 100))


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the program's command line."""
    parser = commands.add_parser("screenshots", help="paint every screen in every language to PNG files")
    parser.add_argument("--out", type=folder, default=Path("build/screenshots"), help="folder for the pictures")
    parser.add_argument("--only", default="", help="states whose name contains this")
    parser.add_argument("--screen", type=screen, default=Screen(), help="for example 1920x1080@150; default 1366x768")
    parser.add_argument("--language", choices=LANGUAGES, help="one language only")
    parser.add_argument("--theme", choices=THEMES, help="one skin only")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Paint; prints the number of pictures and where they are. 0 when all were written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if args.screen.percent != 100:
        os.environ["QT_SCALE_FACTOR"] = str(args.screen.percent / 100)
    from kiosk.station import application
    from kiosk.ui.shell.garbage import GarbageCollector

    app = application()
    collector = GarbageCollector()  # windows are made by the hundred, and have to die on this thread
    collector.start()
    try:
        return _paint(args)
    finally:
        collector.stop()
        app.processEvents()


def _paint(args: argparse.Namespace) -> int:
    from kiosk.demo.checkout.states import STATES, stage_of
    from kiosk.demo.checkout.windows import WINDOWS
    from kiosk.demo.desk_states import DESK_STATES, desk_stage
    from kiosk.demo.journal_states import JOURNAL_STATES, journal_stage
    from kiosk.demo.stage_states import STAGE_STATES, console

    size, suffix = args.screen.size, args.screen.suffix
    out: Path = args.out
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for theme in THEMES:
        for language in LANGUAGES:
            if (args.theme and theme != args.theme) or (args.language and language != args.language):
                continue
            for name, play in STATES.items():
                if args.only not in name:
                    continue
                written.append(_shoot(stage_of(name, theme, language, size), play, f"{name}{suffix}", out))
            written += [
                _shoot(journal_stage(theme, language, size), play, f"{name}{suffix}", out)
                for name, play in JOURNAL_STATES.items()
                if args.only in name
            ]
            written += [
                _shoot(console(theme, language, size), play, f"{name}{suffix}", out)
                for name, play in STAGE_STATES.items()
                if args.only in name
            ]
            written += [
                _shoot(desk_stage(theme, language, size), play, f"{name}{suffix}", out)
                for name, play in DESK_STATES.items()
                if args.only in name
            ]
            written += [_shoot_window(theme, language, name, args.screen, out) for name in WINDOWS if args.only in name]
            if args.screen == Screen() and theme == THEMES[0]:
                written += _shoot_selfservice(theme, language, args.only, out)
                written += _shoot_rooms(language, args.only, out)
            shots = [path for path in written if path.stem.endswith(f"{language}_{theme}")]
            if shots:
                _contact_sheet(shots, out / f"_sheet{suffix}_{language}_{theme}.png")
    if size == Screen().size:  # paper is the same on every screen
        from kiosk.demo.paper_pictures import write_papers

        for language in LANGUAGES:
            if args.theme != "dark" and args.language in (None, language):
                written += write_papers(language, out, args.only)
    sys.stdout.write(f"{len(written)} pictures in {out}\n")
    return 0 if written else 1


def _shoot(stage: Stage, play: Callable[[Stage], None], name: str, out: Path) -> Path:
    with stage:
        play(stage)
        stage.settle()
        path = out / f"{name}_{stage.language}_{stage.theme}.png"
        if not stage.window.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
    return path


def _shoot_selfservice(theme: str, language: str, only: str, out: Path) -> list[Path]:
    """The self-service station in its own sizes: upright plain and festive, lying plain."""
    from kiosk.demo.selfservice.states import SELFSERVICE_STATES, SIZES, selfservice_stage

    written = []
    for name, play in SELFSERVICE_STATES.items():
        if only in name:
            for size, festive in ((SIZES[0], False), (SIZES[0], True), (SIZES[1], False)):
                shown = f"{name}_{size[0]}x{size[1]}{'_festive' if festive else ''}"
                stage = selfservice_stage(theme, language, size, festive=festive)
                written.append(_shoot(stage, play, shown, out))
    return written


def _shoot_rooms(language: str, only: str, out: Path) -> list[Path]:
    """What the room sees, on a second screen of 1920×1080 and of 3840×2160."""
    from kiosk.demo.stage_states import ROOM_STATES, ROOMS, console, room_of

    written = []
    for name, play in ROOM_STATES.items():
        for size in ROOMS[:2]:
            if only not in name:
                continue
            with console("light", language) as stage:
                play(stage)
                path = out / f"{name}_{size[0]}x{size[1]}_{language}.png"
                if not room_of(stage, size).grab().save(str(path)):
                    raise OSError(f"cannot write {path}")
                written.append(path)
    return written


def _shoot_window(theme: str, language: str, name: str, on: Screen, out: Path) -> Path:
    from kiosk.demo.checkout.windows import WindowStage

    stage = WindowStage(theme, language, name, on.size)
    path = out / f"{name}{on.suffix}_{language}_{theme}.png"
    try:
        if not stage.show().grab().save(str(path)):
            raise OSError(f"cannot write {path}")
    finally:
        stage.close()
    return path


def _contact_sheet(shots: list[Path], path: Path) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter, QPixmap

    across, width, height, gap = 4, 480, 270, 12
    lines = -(-len(shots) // across)
    sheet = QPixmap(across * (width + gap) + gap, lines * (height + gap) + gap)
    sheet.fill(Qt.GlobalColor.darkGray)
    painter = QPainter(sheet)
    smooth = Qt.TransformationMode.SmoothTransformation
    for at, shot in enumerate(shots):
        picture = QPixmap(str(shot)).scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        painter.drawPixmap(gap + at % across * (width + gap), gap + at // across * (height + gap), picture)
    painter.end()
    sheet.save(str(path))
