"""`kiosk enroll`: make this machine a terminal of the chain."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk.config import ConfigError, load, with_data_dir


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `enroll` to the command line."""
    parser = subparsers.add_parser("enroll", help="make this machine a terminal of the chain")
    parser.add_argument("--hq", required=True, metavar="URL", help="HQ's address, e.g. https://hq.example")
    parser.add_argument("--code", required=True, help="the single-use code that HQ gave (good for ten minutes)")
    parser.add_argument("--data", type=Path, help="data folder")


def run(args: argparse.Namespace) -> int:
    """0 when enrolled, 1 when HQ said no, 2 when HQ or the ledger could not be reached."""
    from kiosk.adapters.hq.client import HqRefused
    from kiosk.adapters.hq.transport import HqUnreachable
    from kiosk.adapters.keystore_faults import KeyStoreFault
    from kiosk.application.ports import LedgerFault
    from kiosk.bootstrap import AlreadyEnrolled, enroll

    try:
        settings = load(args.config)
        if args.data is not None:
            settings = with_data_dir(settings, args.data)
        identity = enroll(settings, args.hq, args.code)
    except HqRefused as error:
        print(f"HQ refused: {error.problem}", file=sys.stderr)
        return 1
    except AlreadyEnrolled as error:
        print(str(error), file=sys.stderr)
        return 1
    except (HqUnreachable, LedgerFault, KeyStoreFault, ConfigError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 2
    print(f"Enrolled as {identity.terminal_name} of store {identity.store} ({identity.device}).")
    return 0
