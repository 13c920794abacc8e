"""Make this machine a terminal of the chain: `kiosk enroll`, and what the enrolment page of `kiosk run` calls."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.application.sync.enrolment import EnrolmentRefusal, address_of, code_of
from kiosk.cli.arguments import complain, folder
from kiosk.config import ConfigError, Settings, load, with_data_dir

if TYPE_CHECKING:
    from kiosk.adapters.sync.client import HqRefused

log = logging.getLogger(__name__)

_CODE = "a code such as ABCD-EFGH"
_KNOWN = "https://hq.example"
"""Stands for an address where none is needed: a terminal knows its HQ."""
_REFUSED: dict[str, str] = {
    "key_known": "two machines know this key: take --again",
    "bad_signature": "another machine goes on as this terminal; enrol this one as a new one",
    EnrolmentRefusal.CODE_UNKNOWN: "code not known; type it again, or have HQ make a new one",
    EnrolmentRefusal.CODE_EXPIRED: "code too old (ten minutes); have HQ make a new one",
    EnrolmentRefusal.CODE_USED: "code used already; have HQ make a new one",
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `enroll` to the command line."""
    parser = subparsers.add_parser("enroll", help="make this machine a terminal of the chain")
    parser.add_argument("--hq", metavar="URL", help="HQ's address, e.g. https://hq.example; not with --again")
    parser.add_argument("--code", required=True, help="the single-use code that HQ gave (good for ten minutes)")
    parser.add_argument(
        "--ca",
        type=Path,
        metavar="FILE",
        help="HQ's certificate, or its CA's, in PEM: this terminal believes no other from now on",
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="this machine is a terminal already, the one of two copies that stays: go on, with another key",
    )
    parser.add_argument("--data", type=folder, help="data folder")


def run(args: argparse.Namespace) -> int:
    """0 when enrolled, 1 when HQ said no, 2 when HQ or the ledger could not be reached."""
    from kiosk.adapters.keys.keystore_faults import KeyStoreFault
    from kiosk.adapters.sync.client import HqRefused
    from kiosk.adapters.sync.transport import HqUnreachable
    from kiosk.application.ports.faults import LedgerFault
    from kiosk.enrolment import AlreadyEnrolled, NotEnrolled, enroll, enroll_again

    if args.hq is None and not args.again:
        complain("kiosk enroll", "HQ's address is missing: --hq URL")
        return 2
    address, code = address_of(args.hq or _KNOWN), code_of(args.code)
    if address is None or code is None:
        wrong, like = (args.hq, "an address such as https://hq.example") if address is None else (args.code, _CODE)
        complain("kiosk enroll", f"'{wrong}' is not {like}")
        return 2
    try:
        settings = load(args.config)
        if args.data is not None:
            settings = with_data_dir(settings, args.data)
        identity = enroll_again(settings, code) if args.again else enroll(settings, address, code, args.ca)
    except HqRefused as error:
        if _elsewhere(error):
            complain("kiosk enroll", f"what answers at {address} is not HQ")
            return 2
        complain("kiosk enroll", f"HQ says no: {_REFUSED.get(error.problem, error.problem)}")
        return 1
    except (AlreadyEnrolled, NotEnrolled) as error:
        complain("kiosk enroll", error)
        return 1
    except HqUnreachable as error:
        complain("kiosk enroll", f"HQ{'' if args.again else f' at {address}'} is not reached: {error}")
        return 2
    except (LedgerFault, KeyStoreFault, ConfigError) as error:
        complain("kiosk enroll", error)
        return 2
    if args.again:
        print(f"This machine goes on as terminal {identity.terminal_name} of store {identity.store}, and no other can.")
        return 0
    print(f"This machine is terminal {identity.terminal_name} of store {identity.store} now.")
    return 0


def enrol(settings: Settings, address: str, code: str) -> EnrolmentRefusal | None:
    """The enrolment page's port. Raises LedgerFault or a KeyStoreFault."""
    from requests.exceptions import InvalidURL

    from kiosk.adapters.sync.client import HqRefused
    from kiosk.adapters.sync.transport import HqNotTrusted, HqUnreachable
    from kiosk.enrolment import AlreadyEnrolled, enroll
    from kiosk.protocol.wire.encoding import WireError

    try:
        enroll(settings, address, code)
    except AlreadyEnrolled:
        return None  # HQ's answer came the last time, what followed did not
    except HqUnreachable as error:
        if isinstance(error, HqNotTrusted):
            log.warning("HQ at %s: %s", address, error)
            return EnrolmentRefusal(error.fault.value)
        wrong = isinstance(error.__cause__, WireError | InvalidURL)
        return EnrolmentRefusal.NOT_HQ if wrong else EnrolmentRefusal.HQ_UNREACHABLE
    except HqRefused as error:
        if error.problem in EnrolmentRefusal.__members__.values():
            return EnrolmentRefusal(error.problem)
        return EnrolmentRefusal.NOT_HQ if _elsewhere(error) else EnrolmentRefusal.REFUSED
    return None


def _elsewhere(error: HqRefused) -> bool:
    """What HQ's endpoint refuses has a name; a stranger, or another path, has none or "not found"."""
    named = error.problem in EnrolmentRefusal.__members__.values()
    return not named and (error.problem == "unknown" or error.status in (404, 405))
