"""`kiosk screenshots`: every page and state of the checkout from its real widgets, in every language and skin, as PNG.

Demo data only. For looking at after each change, and for the pictures in docs/screenshots.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.arguments import folder
from kiosk.config import THEMES
from kiosk.domain.texts import LANGUAGES

if TYPE_CHECKING:
    from kiosk.demo.checkout.stage import Stage

SIZE = (1366, 768)
LARGE = (1920, 1080)


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the program's command line."""
    parser = commands.add_parser("screenshots", help="paint every screen in every language to PNG files")
    parser.add_argument("--out", type=folder, default=Path("build/screenshots"), help="folder for the pictures")
    parser.add_argument("--only", default="", help="states whose name contains this")
    parser.add_argument("--language", choices=LANGUAGES, help="one language only")
    parser.add_argument("--theme", choices=THEMES, help="one skin only")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Paint; prints the number of pictures and where they are. 0 when all were written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kiosk.demo.checkout.states import STATES, stage_of
    from kiosk.demo.checkout.windows import WINDOWS
    from kiosk.demo.journal_states import JOURNAL_STATES, journal_stage

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
                sizes = (SIZE, LARGE) if name == "main" else (SIZE,)
                written += [_shoot(stage_of(name, theme, language, size), play, name, out) for size in sizes]
            written += [
                _shoot(journal_stage(theme, language, SIZE), play, name, out)
                for name, play in JOURNAL_STATES.items()
                if args.only in name
            ]
            written += [_shoot_window(theme, language, name, out) for name in WINDOWS if args.only in name]
            shots = [path for path in written if path.stem.endswith(f"{language}_{theme}")]
            if shots:
                _contact_sheet(shots, out / f"_sheet_{language}_{theme}.png")
    sys.stdout.write(f"{len(written)} pictures in {out}\n")
    return 0 if written else 1


def _shoot(stage: Stage, play: Callable[[Stage], None], name: str, out: Path) -> Path:
    with stage:
        play(stage)
        stage.settle()
        wide = f"_{stage.size[0]}" if stage.size == LARGE else ""
        path = out / f"{name}{wide}_{stage.language}_{stage.theme}.png"
        if not stage.window.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
    return path


def _shoot_window(theme: str, language: str, name: str, out: Path) -> Path:
    from kiosk.demo.checkout.windows import WindowStage

    stage = WindowStage(theme, language, name)
    path = out / f"{name}_{language}_{theme}.png"
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
