"""`kiosk hq events photos`: photographs that guests sent: looked at, let through, refused."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.cli.arguments import folder
from kiosk.domain.time import instant
from kiosk.files import write_whole

if TYPE_CHECKING:
    from kiosk.hq.guests_desk.photos import PhotoSeen
    from kiosk.hq.headquarters import Headquarters

_DONE = 0
_SAYS = {None: "waits", True: "on the wall", False: "refused"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked of them."""
    parser.add_argument("--out", type=folder, metavar="FOLDER", help="put the pictures there, to be looked at")
    parser.add_argument("--waiting", action="store_true", help="only those that nobody has looked at")
    parser.add_argument("--let-through", nargs="+", default=[], metavar="PHOTO", help="these are on the wall")
    parser.add_argument("--refuse", nargs="+", default=[], metavar="PHOTO", help="these are not")
    parser.add_argument("--json", action="store_true")


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """Say the word about those that are named, then list them. Raises EventsFault."""
    changed = hq.events.judge_photos(args.event, args.let_through, shown=True)
    changed += hq.events.judge_photos(args.event, args.refuse, shown=False)
    found = [one for one in hq.events.photos(args.event) if one.shown is None or not args.waiting]
    if args.out is not None:
        for one in found:
            write_whole(Path(args.out) / f"{one.photo}.jpg", hq.events.photo(args.event, one.photo))
    if args.json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return _DONE
    zone = ZoneInfo(hq.events.seen(args.event).event.zone)
    for one in found:
        print(_line(one, zone))
    told = f", {changed} changed" if changed else ""
    print(f"{len(found)} in all{told}; waiting: {sum(one.shown is None for one in found)}")
    return _DONE


def _line(one: PhotoSeen, zone: ZoneInfo) -> str:
    at = f"{instant(one.at).astimezone(zone):%Y-%m-%d %H:%M}"
    return f"{one.photo}  {at}  {_SAYS[one.shown]:<11}  {one.votes:>4} votes  {one.name}"
