"""What the arguments of all commands may be, and how a wrong one is said: one line, exit code 2, no traceback."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kiosk.cli.usage import WrongCall
from kiosk.config import folder_problem, shown

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_DIGITS = 12
"""More of them are no number that anybody means."""


def complain(command: str, problem: object) -> None:
    """Say on one line of stderr what is wrong; `command` is what was called, as it is typed."""
    print(f"{command}: {shown(str(problem))}", file=sys.stderr)


def system_words(error: OSError) -> str:
    """What the system says is wrong, with the file it is about, and without its number."""
    words = error.strerror or str(error)
    return f"{error.filename}: {words}" if error.filename else words


def no_text(arguments: argparse.Namespace) -> str | None:
    """The first word among them that is no text (bytes of another encoding), and no path; None: all are. Nothing that
    is looked up, stored or sent can hold it."""
    for value in vars(arguments).values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one.encode("utf-8", "replace").decode() != one:
                return one
    return None


class Parser(argparse.ArgumentParser):
    """What is wrong is said in one line, not in a page of usage. Its subparsers are of the same kind."""

    def error(self, message: str) -> NoReturn:
        """Raises WrongCall, which ends with exit code 2."""
        raise WrongCall(self.prog, message)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Raises OSError where it cannot be said (a full disk), as everything that is said does."""
        (file or sys.stdout).write(self.format_help())
        sys.stdout.flush()


def number(least: int, most: int) -> Callable[[str], int]:
    """A whole number between the two, both included."""

    def read(text: str) -> int:
        digits = text[1:] if text[:1] in "+-" else text
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS):
            raise argparse.ArgumentTypeError(f"'{text}' is no whole number")
        if not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text} is not between {least} and {most}")
        return int(text)

    return read


def folder(text: str) -> Path:
    """A folder that is there or can be made."""
    path = _path(text)
    problem = folder_problem(path)
    if problem is not None:
        raise argparse.ArgumentTypeError(f"'{text}' {problem}")
    return path


def file(text: str) -> Path:
    """A file to be read."""
    path = _path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"'{text}' is a folder, not a file")
    if not path.exists():
        raise argparse.ArgumentTypeError(f"there is no file '{text}'")
    return path


def new_file(text: str) -> Path:
    """A file to be written, in a folder that is there."""
    path = _path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"'{text}' is a folder, not a file")
    if path.exists() and not path.is_file():
        # such as /dev/stdout: files are put in place whole, and this one's place is not ours
        raise argparse.ArgumentTypeError(f"'{text}' is a device or a pipe, not a file")
    if path.is_symlink():
        path = path.resolve()  # a link goes on leading there
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"'{text}': there is no folder '{path.parent}'")
    return path


def moment(text: str) -> datetime:
    """An ISO 8601 instant; UTC when it names no offset."""
    try:
        read = datetime.fromisoformat(text)
        # an offset may lead out of the calendar
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no time such as 2026-01-31T12:00+08:00") from error


def _path(text: str) -> Path:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("an empty name is no path" if not text else "no path holds a NUL")
    try:
        path = Path(text).expanduser()
        path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "is no path"
        raise argparse.ArgumentTypeError(f"'{text}': {reason}") from error
    return path
