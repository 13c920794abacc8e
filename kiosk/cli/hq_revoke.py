"""`kiosk hq revoke-device`: a terminal goes out of service; what it did is listed, and can be undone, or put back."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from typing import TYPE_CHECKING

from kiosk.cli.arguments import complain, moment
from kiosk.domain.time import millis

if TYPE_CHECKING:
    from kiosk.hq.headquarters import Headquarters
    from kiosk.hq.undo.deeds import Deeds

DONE, FINDING = 0, 1
_COMMAND = "kiosk hq revoke-device"


def add_revoke_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("device", help="its name, or its id (`hq terminals --json`)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--undo", action="store_true", help="and undo what it told, and what followed from that")
    what.add_argument("--put-back", action="store_true", help="what was undone counts again")
    what.add_argument("--dry-run", action="store_true", help="only say what it did")
    parser.add_argument(
        "--since",
        type=moment,
        metavar="TIME",
        help="of what it told from then on, by HQ's clock (2026-01-31T12:00+08:00; UTC without an offset)",
    )
    parser.add_argument("--yes", action="store_true", help="with --undo: do not ask")
    parser.add_argument("--json", action="store_true", help="print what it did as JSON")


def revoke_device(hq: Headquarters, args: argparse.Namespace) -> int:
    """Do it. 1: no such terminal, or not what it takes; nothing was done then but what was said."""
    device = _device_named(hq, args.device)
    if args.put_back:
        if hq.put_back(device):
            print(f"what {args.device} did counts again; it stays out of service")
            return DONE
        print(f"nothing is undone of {args.device}, or that is not finished: say --undo again", file=sys.stderr)
        return FINDING
    since = 0 if args.since is None else millis(args.since)
    found = hq.deeds(device, since)
    if found is None:
        print(f"no such terminal: {args.device}", file=sys.stderr)
        return FINDING
    if not args.dry_run:
        hq.revoke_device(device)
        found = hq.deeds(device, since) or found  # what it told until then
    _say(hq, args, found)
    if not args.undo:
        if found.facts and not (args.json or args.dry_run):
            print(f"If that is not to stand: {_COMMAND} {device} --undo  (of what it told from TIME on: --since TIME)")
        return DONE
    if not _confirmed(args, found):
        return FINDING
    hq.undo(device, since)
    if not args.json:
        print(f"{found.facts} entries are undone, and what followed from them; to have them back: --put-back")
    return DONE


def _device_named(hq: Headquarters, name: str) -> str:
    """By the name that `hq terminals` shows, too; of several of one name only the one in service is meant, or the only
    one there is."""
    named = [one for one in hq.terminals() if one.name == name]
    named = [one for one in named if one.state == "active"] or named
    return named[0].device if len(named) == 1 else name


def _say(hq: Headquarters, args: argparse.Namespace, found: Deeds) -> None:
    from kiosk.cli.hq_words import deed_lines, names_of

    if args.json:
        print(json.dumps(dataclasses.asdict(found), ensure_ascii=False))
        return
    if not args.dry_run:
        print(f"{args.device} is out of service; what only it could redeem goes to the store's other terminals")
    for line in deed_lines(names_of(hq, members=found.members), found):
        print(line)


def _confirmed(args: argparse.Namespace, found: Deeds) -> bool:
    if args.yes:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        complain(_COMMAND, "nothing was undone: add --yes")
        return False
    print(
        f"Undo these {found.facts} entries, and what followed from them? Their journal stays. [y/N] ",
        end="",
        flush=True,
    )
    return sys.stdin.readline().strip().lower() in ("y", "yes")
