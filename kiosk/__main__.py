"""The command line. Each command imports only what it needs: the station has to be on the screen in under a second."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.cli import optional

COMMANDS = {
    "run": ("kiosk.cli.run", "open the station"),
    "demo": ("kiosk.demo.command", "HQ with demo data and a terminal enrolled with it"),
    "enroll": ("kiosk.cli.enroll", "make this machine a terminal of the chain"),
    "hq": ("kiosk.cli.hq", "headquarters: run, demo-data, enroll-code, keys, …"),
    "ledger": ("kiosk.cli.ledger", "verify, rebuild, backup, restore, show"),
    "token": ("kiosk.cli.token", "say what is inside a code"),
    "decode": ("kiosk.cli.decode", "read codes in pictures, folders and bursts"),
    "scanner": ("kiosk.cli.scanner", "learn how the handheld scanner types"),
    "explain": ("kiosk.cli.explain", "why a sale or a member got what they got"),
    "campaign": ("kiosk.cli.campaign", "check, rehearse and sign campaign files"),
    "screenshots": ("kiosk.demo.screenshots", "render every page and state"),
    "self-test": ("kiosk.cli.self_test", "check that this installation works"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code comes back. 0 is success, 1 a finding, 2 a wrong call or a fault."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="kiosk", description="Store application for retail campaigns.")
    parser.add_argument("--config", type=Path, help="settings file (default: kiosk.toml in the configuration folder)")
    parser.add_argument("--verbose", action="store_true", help="log more")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    wanted = next((word for word in arguments if not word.startswith("-")), None)
    for name, (module, words) in COMMANDS.items():
        if name == wanted:
            found = optional.module(module)
            if found is None:
                print(optional.left_out(name), file=sys.stderr)
                return 2
            found.add_parser(subparsers)
        else:
            subparsers.add_parser(name, help=words)
    args = parser.parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO if args.verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    return int(importlib.import_module(COMMANDS[args.command][0]).run(args))


if __name__ == "__main__":
    sys.exit(main())
