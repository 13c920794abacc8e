"""Commands that are not in every program: the demo is left out of a frozen one unless its builder asked for it
(`build.spec`). They are found by name, so that nothing of the product imports them.
"""

from __future__ import annotations

import argparse
import importlib
from types import ModuleType
from typing import NoReturn

OPTIONAL = "kiosk.demo"


def module(name: str) -> ModuleType | None:
    """The module of a command; None when this program was built without it."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as missing:
        inside = (missing.name or "").startswith(OPTIONAL) and f"{name}.".startswith(f"{missing.name}.")
        if not inside:
            raise
        return None


def left_out(command: str) -> str:
    """What to say then."""
    return f"kiosk: `{command}` is not in this program: it was built without the demo (KIOSK_WITH_DEMO=1 at the build)"


def add_arguments(parser: argparse.ArgumentParser, name: str, command: str) -> None:
    """The arguments of an optional action; without its module the answer to whatever follows is `left_out`."""
    found = module(name)
    if found is not None:
        found.add_arguments(parser)
        return

    def refuse(*_: object) -> NoReturn:
        parser.exit(2, left_out(command) + "\n")

    parser.parse_known_args = refuse  # type: ignore[method-assign, assignment]
