"""`kiosk hq events pretix EVENT`: where an event's tickets are sold, and how it goes."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.cli.arguments import complain, file, number
from kiosk.cli.hq_staff import caller
from kiosk.domain.time import instant
from kiosk.files import read_whole

if TYPE_CHECKING:
    from kiosk.hq.guests_pretix.links import LinkSeen
    from kiosk.hq.headquarters import Headquarters

_DONE, _FINDING, _FAULT = 0, 1, 2
_LONGEST_TOKEN = 256
_WHY = {
    "unreachable": "it cannot be reached",
    "certificate": "its certificate is not believed (--ca)",
    "token": "its token is not good, or may not see that event",
    "not_found": "it has no such event or check-in list",
    "busy": "it is busy",
    "odd_answer": "its answer makes no sense",
}


def add_parser(parser: argparse.ArgumentParser) -> None:
    """Add what can be said."""
    parser.add_argument("--url", metavar="URL", help="the server, such as https://tickets.example.org")
    parser.add_argument("--organizer", metavar="NAME", help="as pretix names it in its addresses")
    parser.add_argument("--slug", metavar="NAME", help="the event, as pretix names it (default: its id here)")
    parser.add_argument("--list", type=number(1, 10**9), metavar="N", help="the check-in list's number")
    parser.add_argument("--token-from-stdin", action="store_true", help="the first line is a team's API token")
    parser.add_argument("--ca", type=file, metavar="FILE", help="certificates (PEM) believed instead of the computer's")
    parser.add_argument("--off", action="store_true", help="its tickets are sold there no longer")
    parser.add_argument("--now", action="store_true", help="pull and tell now; exits with 1 when it fails")
    parser.add_argument("--json", action="store_true")


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 it fails, or pretix counts something otherwise; 2 called wrongly."""
    from kiosk.hq.guests_pretix import links
    from kiosk.hq.guests_pretix.api import Link
    from kiosk.hq.guests_pretix.clock import PretixClock

    token = None
    if args.token_from_stdin:
        token = sys.stdin.readline(_LONGEST_TOKEN + 2).strip()
        if not 0 < len(token) <= _LONGEST_TOKEN or not token.isascii() or not token.isprintable():
            complain("kiosk hq events pretix", "the first line of standard input is no token")
            return _FAULT
    if args.off or args.url:
        link = None
        if not args.off:
            if not args.organizer or args.list is None:
                complain("kiosk hq events pretix", "--organizer and --list, as pretix names them")
                return _FAULT
            ca = read_whole(args.ca).decode() if args.ca else ""
            link = Link(url=args.url, organizer=args.organizer, event=args.slug or args.event, list=args.list, ca=ca)
        with hq.database.write() as tx:
            links.put(hq.context, tx, args.event, link, token, caller())
        if args.off:
            print(f"{args.event}: pretix is asked no longer")
            return _DONE
    if args.now:
        taken = PretixClock(hq.context).now(args.event)
        if taken is not None:
            said = f"{taken.new} new, {taken.changed} changed, {taken.same} as before, {taken.cancelled} cancelled"
            print(f"{args.event}: {said}")
    return _shown(hq, args)


def _shown(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.hq.guests_pretix import links, pushing

    kept = hq.events.seen(args.event)
    with hq.database.read() as tx:
        found = links.links(tx, args.event)
        refused = pushing.refused(tx, args.event)
    if not found:
        complain("kiosk hq events pretix", f"no tickets of {args.event} are sold by pretix (--url)")
        return _FINDING
    (one,) = found
    if args.json:
        said = {name.name: getattr(one, name.name) for name in dataclasses.fields(one)}
        link = {name: getattr(one.link, name) for name in ("url", "organizer", "event", "list")}
        print(json.dumps(said | {"link": link, "refusals": refused}, ensure_ascii=False))
    else:
        for line in _lines(one, kept.event.zone):
            print(line)
        names = hq.events.attended(args.event)
        for guest, what, why, at in refused:
            print(f"    {_time(at, kept.event.zone)}  {names.name_of(guest)}: {what}, pretix says {why}")
    return _FINDING if one.why or refused else _DONE


def _lines(one: LinkSeen, zone: str) -> Iterator[str]:
    yield f"{one.event}: {one.link.url}, {one.link.organizer}/{one.link.event}, list {one.link.list}"
    yield f"    the list came {_time(one.pulled_at, zone) if one.pulled_at else 'never yet'}"
    if one.why and one.failed_at:
        yield f"    failed {_time(one.failed_at, zone)}: {_WHY.get(one.why, one.why)}"
    yield f"    {one.done} told, {one.waiting} wait, {one.refused} that pretix counts otherwise"


def _time(at: int, zone: str) -> str:
    return f"{instant(at).astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
