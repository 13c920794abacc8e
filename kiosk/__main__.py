"""The command line. Each command imports only what it needs: the station has to be on the screen in under a second."""

from __future__ import annotations

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.cli import optional
from kiosk.cli.arguments import Parser, complain, no_text, system_words
from kiosk.cli.streams import speak_any_code_page
from kiosk.cli.usage import WrongCall

DONE, FINDING, FAULT = 0, 1, 2
"""Exit codes of every command: it did what it should; it found something, or the answer is no; it was called wrongly,
or could not do its work. With the last comes one line on stderr that says why."""

COMMANDS = {
    "run": ("kiosk.cli.run", "open the station"),
    "demo": ("kiosk.demo.command", "HQ with demo data and a terminal enrolled with it"),
    "enroll": ("kiosk.cli.enroll", "make this machine a terminal of the chain"),
    "hq": ("kiosk.cli.hq", "headquarters: run, demo-data, enroll-code, keys, …"),
    "ledger": ("kiosk.cli.ledger", "verify, rebuild, backup, restore, show"),
    "token": ("kiosk.cli.token", "say what is inside a code"),
    "decode": ("kiosk.cli.decode", "read codes in pictures, folders and bursts"),
    "scanner": ("kiosk.cli.scanner", "learn how the handheld scanner types"),
    "slips": ("kiosk.cli.slips", "books of paper slips for when everything is down"),
    "event": ("kiosk.cli.event", "guest lists: what a file says, before it is taken"),
    "explain": ("kiosk.cli.explain", "why a sale or a member got what they got"),
    "verify-draw": ("kiosk.cli.verify_draw", "check the published file of a draw"),
    "campaign": ("kiosk.cli.campaign", "check, rehearse and sign campaign files"),
    "screenshots": ("kiosk.demo.screenshots", "render every page and state"),
    "self-test": ("kiosk.cli.self_test", "check that this installation works"),
}


class _Version(argparse.Action):
    """Say the version; looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from kiosk.installation import app_version

        print(f"kiosk {app_version()}", flush=True)
        parser.exit(DONE)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code comes back (DONE, FINDING, FAULT). Raises SystemExit with such a code for --help,
    --version and arguments that are none."""
    speak_any_code_page()
    arguments = list(sys.argv[1:] if argv is None else argv)
    wanted = _command_word(arguments)
    parser = _parser(wanted)
    if parser is None:
        print(optional.left_out(str(wanted)), file=sys.stderr)
        return FAULT
    return _run(parser, arguments)


@cache
def _parser(wanted: str | None) -> Parser | None:
    """Of all commands, with the arguments of the `wanted` one; None where that was left out of this program. Kept:
    whoever calls commands within one process, as the demo does, waits once for the eighty of HQ."""
    parser = Parser(prog="kiosk", description="Store application for retail campaigns.", allow_abbrev=False)
    parser.add_argument("--config", type=Path, help="settings file (default: kiosk.toml in the configuration folder)")
    parser.add_argument("--verbose", action="store_true", help="log more")
    parser.add_argument("--version", action=_Version, nargs=0, help="say the version, and end")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, words) in COMMANDS.items():
        if name == wanted:
            found = optional.module(module)
            if found is None:
                return None
            found.add_parser(subparsers)
        else:
            subparsers.add_parser(name, help=words)
    return parser


def _run(parser: Parser, arguments: Sequence[str]) -> int:
    """What stops a command is said in one line; where it came from, with --verbose."""
    from kiosk.config import ConfigError

    command = "kiosk"
    try:
        args = parser.parse_args(arguments)
        command = f"kiosk {args.command}"
        odd = no_text(args)
        if odd is not None:
            complain(command, f"'{odd}' is no text: it was typed or stored in another encoding")
            return FAULT
        logging.basicConfig(
            level=logging.INFO if args.verbose else logging.WARNING,
            format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        )
        code = int(importlib.import_module(COMMANDS[args.command][0]).run(args))
        sys.stdout.flush()
        return code
    except WrongCall as fault:
        complain(*fault.said(arguments))
        raise
    except BrokenPipeError:
        # whoever read has gone (`kiosk ledger show | head`); the interpreter must not try to flush again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULT
    except KeyboardInterrupt:
        return FAULT
    except ConfigError as error:
        complain("kiosk", error)
    except OSError as error:
        logging.getLogger(__name__).info("%s", error, exc_info=error)
        complain(command, system_words(error))
    return FAULT


def _command_word(arguments: Sequence[str]) -> str | None:
    """The first word that is neither an option nor an option's value."""
    words = iter(arguments)
    for word in words:
        if word == "--config":
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


if __name__ == "__main__":
    sys.exit(main())
