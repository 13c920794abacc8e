"""`kiosk hq draws leases|beacons …`: what is out of wheels' prizes, which leases are missing, and the rounds of the
beacon that draws wait for."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.cli.arguments import complain, number

if TYPE_CHECKING:
    from kiosk.cli.hq_words import Names
    from kiosk.hq.draws.lease_list import LeaseSeen, WheelSeen
    from kiosk.hq.headquarters import Headquarters

_DONE, _FINDING, _FAULT = 0, 1, 2
_SIGNATURE_BYTES = 48
_STATES = {
    "granted": "granted; its tape is not opened yet",
    "opened": "open",
    "closing": "closed by its terminal; it is judged when the beacon's round is here",
    "closed": "closed",
    "faulty": "closed, and something does not hold",
    "lost": "closed by a terminal that was restored: what it gave since its backup is known to nobody",
    "missing": "MISSING: nobody has closed it",
    "returned": "given back",
}
_FAULTS = {
    "secret_lost": "the terminal has lost its secret: the tape cannot be made again",
    "commitment": "the secret that was shown is not the one the lease was given for",
    "not_opened": "no root of the tape was published before the spins",
    "root": "the tape is another than the one whose root was published",
    "size": "the tape that was published has another number of slots",
    "used": "more slots are said to be taken than there are",
    "gap": "slots are missing between those that were told",
    "beyond": "slots were won that are said not to be taken",
    "twice": "a slot was won twice",
    "prize": "a slot was won with another prize than it has",
}


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


def add_parsers(below: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add both to `kiosk hq draws`."""
    leases = action("leases", "what is out of wheels' prizes, and which leases are missing or do not hold", below)
    leases.add_argument(
        "--give-back", metavar="LEASE", help="what nobody told of a lost terminal's lease is in reserve"
    )
    leases.add_argument("--by", metavar="NAME", default="", help="who says so (default: this computer's account)")
    leases.add_argument("--yes", action="store_true", help="without it, --give-back only says what it would do")
    leases.add_argument("--json", action="store_true", help="print JSON")
    leases.set_defaults(draws_run=_leases)
    rounds = action("beacons", "the randomness beacon: relays, and rounds that draws wait for", below)
    what = rounds.add_mutually_exclusive_group()
    what.add_argument("--set", type=Path, metavar="FILE", help="relays, or another chain, from a YAML file")
    what.add_argument("--usual", action="store_true", help="the public beacon and its relays again")
    what.add_argument("--round", type=number(1, 10**15), metavar="N", help="a round that somebody has from elsewhere")
    what.add_argument("--ask", action="store_true", help="ask the relays for a round now, to see whether they answer")
    rounds.add_argument("--signature", metavar="HEX", help="with --round: its signature, 96 hex digits")
    rounds.add_argument("--json", action="store_true", help="print JSON")
    rounds.set_defaults(draws_run=_beacons)


# -- leases -----------------------------------------------------------------------------------------------------------


def _leases(hq: Headquarters, args: argparse.Namespace) -> int:
    if args.give_back:
        return _give_back(hq, args)
    found, wheels = hq.wheels.leases(), hq.wheels.wheels()
    if args.json:
        said = {"leases": [_plain(one) for one in found], "wheels": [_wheel(one, found) for one in wheels]}
        print(json.dumps(said, ensure_ascii=False))
    else:
        from kiosk.cli.hq_words import names_of

        for line in (*_wheel_lines(wheels, found), *_lease_lines(names_of(hq), found)):
            print(line)
        print(f"{len(found)} in all")
    return _FINDING if any(one.to_see_to for one in found) else _DONE


def _plain(one: LeaseSeen) -> dict[str, Any]:
    return dataclasses.asdict(one) | {"to_see_to": one.to_see_to}


def _wheel(one: WheelSeen, found: Iterable[LeaseSeen]) -> dict[str, Any]:
    prizes = [dataclasses.asdict(prize) | {"open": prize.whole - prize.left - prize.won} for prize in one.prizes]
    return {"campaign": one.campaign, "wheel": one.wheel, "prizes": prizes}


def _wheel_lines(wheels: Iterable[WheelSeen], found: Iterable[LeaseSeen]) -> Iterator[str]:
    for one in wheels:
        yield f"{one.campaign}/{one.wheel}"
        for prize in one.prizes:
            held = prize.whole - prize.left - prize.won
            yield f"    {prize.code}: {prize.whole} = {prize.won} won + {held} in leases + {prize.left} in reserve"


def _lease_lines(names: Names, found: Iterable[LeaseSeen]) -> Iterator[str]:
    for one in found:
        who = names.terminals.get(one.device, one.device)
        yield f"{one.lease}  {who}  {one.slots} slots, {one.told} told of  {_STATES.get(one.state, one.state)}"
        until = names.time(one.store, one.valid_to)
        yield (
            f"    {one.campaign}/{one.wheel}, the terminal's {one.seq}., from {names.time(one.store, one.issued_at)}"
            + (f" until {until}" if one.closed_at is None else f", closed {names.time(one.store, one.closed_at)}")
        )
        for fault in one.faults:
            yield f"    {_FAULTS.get(fault, fault)}"
        if one.decided_by:
            yield f"    given back by {one.decided_by}"


def _give_back(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_staff import caller

    lease = next((one for one in hq.wheels.leases() if one.lease == args.give_back), None)
    if lease is None or lease.state in ("closed", "returned"):
        complain("kiosk hq draws leases", f"no lease of that name holds anything back: {args.give_back}")
        return _FINDING
    back = {code: count - lease.won.get(code, 0) for code, count in lease.out.items() if count > lease.won.get(code, 0)}
    words = ", ".join(f"{count} {code}" for code, count in sorted(back.items())) or "nothing"
    if not args.yes:
        print(
            f"{lease.lease}: {words} would be in reserve again. Whoever won one of them and comes with a slip that HQ"
        )
        print("was never told of would have it all the same: then there is one less. Say --yes to do it.")
        return _FINDING
    hq.wheels.give_back(lease.lease, args.by or caller())
    print(f"{lease.lease}: {words} in reserve again")
    return _DONE


# -- the beacon -------------------------------------------------------------------------------------------------------


def _beacons(hq: Headquarters, args: argparse.Namespace) -> int:
    if args.signature and args.round is None:
        complain("kiosk hq draws beacons", "--signature goes with --round")
        return _FAULT
    if args.set is not None or args.usual:
        return _set(hq, args)
    if args.round is not None:
        return _round(hq, args)
    settings, rounds = hq.wheels.beacon(), hq.wheels.rounds()
    if args.ask:
        return _ask(hq)
    if args.json:
        said = {
            "public": settings.public,
            "chain": settings.chain.body() | {"hash": settings.chain.hash},
            "relays": settings.relays,
            "rounds": [dataclasses.asdict(one) for one in rounds],
        }
        print(json.dumps(said))
        return _DONE
    print("the public beacon (drand quicknet)" if settings.public else "NOT the public beacon: a chain of your own")
    print(f"chain {settings.chain.hash}")
    for relay in settings.relays:
        print(f"    {relay}")
    from kiosk.domain.time import instant

    for one in rounds:
        here = f"here, from {one.source}" if one.signature else f"waited for; asked {one.tries} times"
        print(f"round {one.round}  out at {instant(one.due_at):%Y-%m-%d %H:%M:%S} UTC  {here}")
    print(f"{len(rounds)} in all")
    return _DONE


def _set(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_staff import caller
    from kiosk.cli.yaml_file import YamlFault, read_yaml
    from kiosk.hq.draws.beacons import BeaconFault

    try:
        settings = hq.wheels.set_beacon(None if args.usual else read_yaml(args.set), caller())
    except (YamlFault, BeaconFault) as fault:
        complain("kiosk hq draws beacons", fault)
        return _FAULT
    print(f"draws go by chain {settings.chain.hash}, asked of {', '.join(settings.relays)}")
    if not settings.public:
        print("this is not the public beacon, and every screen, paper and verifier will say so")
    return _DONE


def _round(hq: Headquarters, args: argparse.Namespace) -> int:
    try:
        signature = bytes.fromhex(args.signature or "")
    except ValueError:
        signature = b""
    if len(signature) != _SIGNATURE_BYTES:
        complain("kiosk hq draws beacons", "--round needs --signature: 96 hex digits, as a relay says them")
        return _FAULT
    if hq.wheels.put_round(args.round, signature):
        print(f"round {args.round} is here")
        return _DONE
    complain("kiosk hq draws beacons", f"that is not the signature of round {args.round}, or nothing waits for it")
    return _FINDING


def _ask(hq: Headquarters) -> int:
    answers = hq.wheels.relays_answer()
    for relay, words in answers:
        print(f"{relay}: {words}")
    return _DONE if any(words == "good" for _relay, words in answers) else _FINDING
