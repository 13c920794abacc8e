"""`kiosk hq members …`, `kiosk hq referrals`: who members are, their right to their data, and who brought whom."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from kiosk.cli.arguments import complain, moment, new_file
from kiosk.cli.hq_staff import caller
from kiosk.domain.members.masking import mask_name, mask_phone
from kiosk.domain.time import millis

if TYPE_CHECKING:
    from kiosk.cli.hq_words import Names
    from kiosk.hq.headquarters import Headquarters
    from kiosk.hq.registration.referrals import Branch, Joined, Spread

_DONE, _FINDING = 0, 1
_SOON = "terminals forget it with their next contact"
_WHY = ("asked", "unused", "by_law")


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


def add_parsers(actions: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add `members` and `referrals` to `kiosk hq`."""
    below = actions.add_parser("members", help="who members are: find, export, erase, merge").add_subparsers(
        dest="members_action", required=True, metavar="WHAT"
    )

    def of_member(name: str, words: str) -> argparse.ArgumentParser:
        parser = action(name, words, below)
        parser.add_argument("member", metavar="MEMBER", help="their id (`kiosk hq members find`)")
        return parser

    find = action("find", "members by id, card or phone (+886…), masked", below)
    find.add_argument("said", metavar="ID|CARD|PHONE")
    of_member("show", "a member, with what they agreed to and what became of their registration")
    export = of_member("export", "all that HQ has of a member, as JSON: it is theirs")
    export.add_argument("--out", type=new_file, metavar="FILE", help="write it to a file of the owner's alone")
    erase = of_member("erase", "forget who a member is, here and at every terminal; points and money stay by id")
    erase.add_argument("--why", choices=_WHY, required=True, help="they asked for it; unused for long; by law")
    erase.add_argument("--by", default="", metavar="NAME", help="who decides (default: this computer's account)")
    erase.add_argument("--yes", action="store_true", help="it cannot be undone: without it nothing is erased")
    consent = of_member("consent", "a member told HQ that they agree, or do not any more")
    consent.add_argument("purpose", help="service, marketing, …")
    either = consent.add_mutually_exclusive_group(required=True)
    either.add_argument("--given", action="store_true")
    either.add_argument("--withdrawn", action="store_true")
    merge = of_member("merge", "two members are one person: who registered first stays")
    merge.add_argument("other", metavar="OTHER")
    merge.add_argument("--by", default="", metavar="NAME", help="who decides (default: this computer's account)")
    referrals = action("referrals", "who brought whom, how far friends came, and how well it spreads", actions)
    referrals.add_argument("--member", metavar="MEMBER", help="only the tree below this member")
    referrals.add_argument("--campaign", metavar="ID", help="only whom invites to this campaign brought")
    referrals.add_argument("--since", type=moment, metavar="TIME", help="only who registered since then")
    referrals.add_argument("--days", type=int, choices=range(1, 366), default=14, metavar="N", help="of the factor")
    referrals.add_argument("--json", action="store_true", help="print JSON")


def run_members(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 the answer is no: nobody of that name, erased already, one already."""
    from kiosk.hq.registration.erasing import MemberFault

    try:
        return _MEMBERS[args.members_action](hq, args)
    except MemberFault as fault:
        complain(f"kiosk hq members {args.members_action}", fault)
        return _FINDING


def _find(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of

    found, names = hq.registration.find(args.said), names_of(hq)
    for one in found:
        who = "erased" if one.erased else f"{mask_name(one.row.name)}  {mask_phone(one.row.phone)}"
        same = f"  the same person: {', '.join(one.same)}" if one.same else ""
        print(f"{one.row.id}  {who}  card {one.row.card_no or '–'}  {names.store(one.store)}{same}")
    if not found:
        complain("kiosk hq members find", "nobody")
    return _DONE if found else _FINDING


def _show(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of

    said, names = hq.registration.export(args.member), names_of(hq)
    for row in said["rows"]:
        print(f"{row['id']}  {mask_name(row['name']) or 'erased'}  {names.store(row['store'])}  {row['tier']}")
    for one in said["registrations"]:
        print(f"    registered {names.time(one['store'], one['at'])}, {names.place(one['store'], one['device'])}")
    for one in said["consents"]:
        given = "agreed to" if one["given"] else "withdrew"
        print(f"    {names.time('', one['at'])}  {given} {one['purpose']}, version {one['version']}")
    for one in said["said"]:
        reason = f" ({one['reason'].replace('_', ' ')})" if one["reason"] else ""
        by = f" by {one['by']}" if one["by"] else ""
        print(f"    {names.time('', one['at'])}  {one['what']}{reason}{by}")
    for one in said["letters"]:
        print(f"    {names.time('', one['at'])}  {one['channel']} {one['kind']} to {one['shown']}: {one['state']}")
    ends = "".join(f", {points:,} of them until {_last_day(until)}" for until, points in said["points"]["ahead"])
    print(f"    {said['points']['points']:,} points{ends}")
    counts = f"{len(said['history'])} entries in journals, {len(said['rewards'])} rewards"
    print(f"    {counts}, {len(said['coupons'])} coupons")
    return _DONE


def _last_day(end: datetime) -> str:
    return f"{end - timedelta(minutes=1):%Y-%m-%d}"


def _export(hq: Headquarters, args: argparse.Namespace) -> int:
    text = json.dumps(hq.registration.export(args.member), ensure_ascii=False, indent=1, default=str)
    if args.out is None:
        print(text)
        return _DONE
    from kiosk.files import write_whole

    write_whole(args.out, text.encode())
    print(f"all that HQ has of {args.member} is in {args.out}")
    return _DONE


def _erase(hq: Headquarters, args: argparse.Namespace) -> int:
    if not args.yes:
        complain("kiosk hq members erase", "it cannot be undone; with --yes it is done")
        return _FINDING
    ids = hq.registration.erase(args.member, args.why, args.by or caller())
    print(f"{', '.join(ids)}: HQ does not know any more who it was; {_SOON}")
    return _DONE


def _consent(hq: Headquarters, args: argparse.Namespace) -> int:
    if not hq.registration.consent(args.member, args.purpose, given=args.given):
        complain("kiosk hq members consent", f"the chain asks for no such consent: {args.purpose}")
        return _FINDING
    print(f"{args.member} {'agreed to' if args.given else 'withdrew'} {args.purpose}")
    return _DONE


def _merge(hq: Headquarters, args: argparse.Namespace) -> int:
    stays, goes = hq.registration.merge(args.member, args.other, args.by or caller())
    print(f"{goes} is {stays} from now on; both histories count, nothing is given twice")
    return _DONE


_MEMBERS: dict[str, Callable[[Headquarters, argparse.Namespace], int]] = {
    "find": _find,
    "show": _show,
    "export": _export,
    "erase": _erase,
    "consent": _consent,
    "merge": _merge,
}


def run_referrals(hq: Headquarters, args: argparse.Namespace) -> int:
    """0, whatever there is."""
    from kiosk.cli.hq_words import names_of
    from kiosk.hq.registration.referrals import climbs, tree

    since = 0 if args.since is None else millis(args.since)
    people = hq.registration.joined(args.campaign, since)
    spread = hq.registration.spread(people, args.days)
    ladder, branches = climbs(people), tree(people, args.member)
    if args.member is not None:
        ladder = [one for one in ladder if one.member == args.member]
    if args.json:
        said = {
            "spread": dataclasses.asdict(spread),
            "ladder": [dataclasses.asdict(one) for one in ladder],
            "tree": [dataclasses.asdict(one) for one in branches],
            "registrations": [dataclasses.asdict(one) for one in people],
        }
        print(json.dumps(said, ensure_ascii=False))
        return _DONE
    named = {one.member for one in people} | {one.member for one in ladder} | {one.member for one in branches}
    names = names_of(hq, members=named)
    for branch in branches:
        for line in _branch(names, branch, people):
            print(line)
    for one in ladder:
        step = f", next step {one.next}" if one.next is not None else ", at the top"
        print(f"{names.member(one.member)}: {one.registered} registered, {one.bought} bought{step}")
    for line in _spread(spread):
        print(line)
    return _DONE


def _branch(names: Names, branch: Branch, people: list[Joined], depth: int = 0) -> Iterator[str]:
    store = next((one.store for one in people if one.member == branch.member), "")
    at = f"  {names.time(store, branch.at)}" if branch.at else ""
    bought = "  bought" if branch.bought else ""
    yield f"{'    ' * depth}{names.member(branch.member)}{at}{bought}"
    for friend in branch.friends:
        yield from _branch(names, friend, people, depth + 1)


def _spread(spread: Spread) -> Iterator[str]:
    yield (
        f"{spread.newcomers} newcomers, {spread.referred} of them recommended by {spread.referrers} members; "
        f"{spread.held} held, {spread.refused} do not count"
    )
    if spread.factor is None:
        yield f"viral factor: nobody has been a member for {spread.days} days"
    else:
        yield (
            f"viral factor: {spread.factor} (friends within {spread.days} days of registering, over {spread.cohort} "
            "newcomers who have had that long)"
        )
    if spread.generations:
        yield "by generation: " + ", ".join(str(one) for one in spread.generations)
    for words, share in (("recommended", spread.bought_referred), ("others", spread.bought_others)):
        if share is not None:
            yield f"bought something, {words}: {share:.0%}"
    sources = ", ".join(f"{count} {how.replace('_', ' ')}" for how, count in spread.by_source.items())
    yield f"by source: {sources or '–'}"
    yield "by hour: " + (", ".join(f"{hour:02d} h {count}" for hour, count in spread.by_hour.items()) or "–")
