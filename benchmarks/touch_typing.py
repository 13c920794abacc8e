"""Names typed on the screen of the self-service station at 1080×1920, painted by software.

usage: python -m benchmarks.touch_typing [--rounds 20] [--quick] [--json FILE]

The real page that asks for a name. In milliseconds that the process worked, for others use the machine, too; each until
what changed was painted:

first key       in a process that has typed nothing yet: by zhuyin (the keyboard is up, its table just read)
key             a sign of zhuyin or pinyin, with what is offered for it
choice          a character that is offered, with what is offered for the rest

and what the table of characters takes: to be read (ms), to be kept (MB of Python), on the disk (kB).
"""

from __future__ import annotations

import argparse
import os
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from benchmarks.common import spread, write_json

from PySide6.QtCore import QCoreApplication, QEvent  # isort: skip  (offscreen is set first)

from kiosk import paths
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import SELFSERVICE_STATES, selfservice_stage
from kiosk.domain.typing.characters import Characters
from kiosk.station import application
from kiosk.ui.stations.selfservice.station import SelfServiceStation
from kiosk.ui.widgets.touch.keyboard import TouchKeyboard
from kiosk.ui.widgets.touch.layouts import Act

NAMES = ("ㄔㄣˊ", "ㄌㄧㄣˊ", "ㄏㄨㄤˊ", "ㄇㄟˇㄌㄧㄥˊ", "ㄓˋㄇㄧㄥˊ", "ㄧˋ")
NAMES_BY_PINYIN = ("chen", "lin", "huang", "meiling", "zhiming", "yi")


def painted(stage: Stage, do: Callable[[], None]) -> float:
    """Milliseconds that this process worked from doing something until what changed in the window is painted."""
    begin = time.process_time()
    do()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(stage.window, QEvent.Type.UpdateRequest)
    QCoreApplication.processEvents()
    return (time.process_time() - begin) * 1000


def typed(stage: Stage, keyboard: TouchKeyboard, names: tuple[str, ...]) -> tuple[list[float], list[float]]:
    """How long each key of the names, and each choice, took."""
    keys, choices = [], []
    for name in names:
        keys += [painted(stage, keyboard.key(sign).click) for sign in name]
        while keyboard.typist.composing and keyboard.offers.shown():
            choices.append(painted(stage, keyboard.offers.buttons()[0].click))
        painted(stage, keyboard.key(Act.CLEAR).click)
    return keys, choices


def table() -> dict[str, float]:
    """What the table of characters takes."""
    file = paths.resources() / "typing" / "characters.txt"
    begin = time.process_time()
    Characters(file.read_text(encoding="utf-8"))
    took = (time.process_time() - begin) * 1000
    tracemalloc.start()
    kept = Characters(file.read_text(encoding="utf-8"))
    size, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept.syllables
    return {"read_ms": round(took, 1), "kept_mb": round(size / 1e6, 1), "disk_kb": round(file.stat().st_size / 1e3)}


def measure(rounds: int) -> dict[str, Any]:
    """All of it."""
    application()
    with selfservice_stage() as stage:
        SELFSERVICE_STATES["self_new_name"](stage)
        station = stage.window.station
        assert isinstance(station, SelfServiceStation)
        keyboard = station.page.dock.keyboard
        first = painted(stage, keyboard.key("ㄔ").click)
        painted(stage, keyboard.key(Act.CLEAR).click)
        keys: list[float] = []
        choices: list[float] = []
        for mode, names in ((Act.TO_ZHUYIN, NAMES), (Act.TO_PINYIN, NAMES_BY_PINYIN)):
            keyboard.key(mode).click()
            for _ in range(rounds):
                more_keys, more_choices = typed(stage, keyboard, names)
                keys, choices = keys + more_keys, choices + more_choices
    return {"first_key": round(first, 1), "key": spread(keys), "choice": spread(choices), "table": table()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--quick", action="store_true", help="three rounds")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    args = parser.parse_args()
    figures = measure(3 if args.quick else args.rounds)
    for name, value in figures.items():
        print(f"{name:10} {value}")
    write_json(args.json, figures)


if __name__ == "__main__":
    main()
