"""`kiosk hq …`: run headquarters, and what its staff do from the command line. English, like the whole command line."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli import (
    hq_brand,
    hq_campaigns,
    hq_catalogue,
    hq_draws,
    hq_events,
    hq_members,
    hq_messages,
    hq_registration,
    hq_series,
    hq_slips,
    hq_staff,
    optional,
)
from kiosk.cli.arguments import complain, folder, moment, number
from kiosk.cli.hq_revoke import add_revoke_arguments, revoke_device
from kiosk.owner_only import make_folder
from kiosk.stop_request import StopRequest

if TYPE_CHECKING:
    from kiosk.hq.headquarters import Headquarters
    from kiosk.hq.web.certificate import Tls

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

DONE, FINDING, FAULT = 0, 1, 2
DATABASE = "hq.db"
DEMO_DATA = "kiosk.demo.chain.command"
DATABASE_KEY = "hq-database"
_SHOWN = 50
_STOPS_WITHIN_S = 30


class HqFault(Exception):
    """HQ cannot be opened; the text says why and what to do."""


def add_parser(subparsers: Subparsers) -> None:
    """Add `hq` and its actions to the command line."""
    hq = subparsers.add_parser("hq", help="headquarters: run, demo-data, enroll-code, keys, …")
    actions = hq.add_subparsers(dest="hq_action", required=True, metavar="ACTION")

    def action(name: str, words: str, among: Subparsers = actions) -> argparse.ArgumentParser:
        parser = among.add_parser(name, help=words)
        parser.add_argument(
            "--data", type=folder, metavar="DIR", help="HQ's data folder (default: hq in the data folder)"
        )
        return parser

    run_parser = action("run", "serve terminals")
    run_parser.add_argument("--host", default="127.0.0.1")
    run_parser.add_argument("--port", type=number(0, 65_535), default=8765, help="0: any free one")
    run_parser.add_argument("--quiet", action="store_true", help="log faults only, not every request")
    run_parser.add_argument("--tls-cert", type=Path, metavar="FILE", help="PEM: HQ's certificate, then the chain")
    run_parser.add_argument("--tls-key", type=Path, metavar="FILE", help="PEM: the certificate's key, not encrypted")
    run_parser.add_argument(
        "--behind-proxy",
        action="store_true",
        help="a reverse proxy in front does TLS; its X-Forwarded-For says who calls",
    )
    demo = action("demo-data", "make a believable chain: stores, members, coupons, staff")
    optional.add_arguments(demo, DEMO_DATA, "hq demo-data")
    code = action("enroll-code", "a single-use code for a terminal, good for ten minutes")
    code.add_argument("--store", required=True, metavar="ID")
    code.add_argument("--name", help="what the new terminal is called")
    code.add_argument("--device", help="an enrolled terminal that has to start over")
    add_revoke_arguments(action("revoke-device", "take a terminal out of service; undo what it did"))
    go_on = action("let-go-on", "a terminal that was copied or set back too often is one machine: it may begin anew")
    go_on.add_argument("device", help="its name, or its id (`hq terminals` has both)")
    hq_staff.add_parser(actions, action)
    hq_slips.add_parser(actions, action)
    hq_series.add_parsers(actions, action)
    hq_messages.add_parser(actions, action)
    hq_registration.add_parsers(actions, action)
    hq_members.add_parsers(actions, action)
    hq_brand.add_parser(action)
    hq_catalogue.add_parser(action)
    hq_draws.add_parser(actions, action)
    hq_events.add_parser(actions, action)
    keys = action("keys", "the keys HQ signs with")
    keys.add_argument("what", choices=("list", "rotate", "revoke"))
    keys.add_argument("key_id", nargs="?", help="for revoke")
    keys.add_argument("--campaigns", action="store_true", help="rotate the key that signs campaigns")
    hq_campaigns.add_actions(action)
    coupons = action("coupons", "sign or refuse coupons that terminals made and HQ's own count does not give")
    coupons.add_argument("what", choices=("sign", "refuse"))
    coupons.add_argument("reward", nargs="*", help="as `hq overruns` names them")
    coupons.add_argument("--device", metavar="ID", help="all that wait of this terminal")
    action("sweep", "look at every member once a day: birthdays, follow-ups, wake-ups")
    action("stop", "have the HQ that serves from this folder answer what it is asked, close everything and end")
    for name, words in (
        ("terminals", "all terminals"),
        ("conflicts", "coupons used more often than they are good for, tickets that let in two"),
        ("redemptions", "every use that HQ counts"),
        ("rewards", "every reward that stands, whoever gave it"),
        ("overruns", "rewards given beyond what the rules, knowing everything, give"),
        ("unread", "facts that HQ keeps and of which nothing follows, and why"),
    ):
        action(name, words).add_argument("--json", action="store_true", help="print JSON")
    said = action("remarks", "what members said in words of their own beside the scores of surveys")
    said.add_argument("--survey", metavar="ID", help="only of this survey")
    said.add_argument("--since", type=moment, metavar="TIME", help="only what was said since then")
    said.add_argument("--json", action="store_true", help="print JSON")
    action("verify", "check every stored chain, the totals of every bucket, the rights, and what is derived from facts")
    rebuild = action("rebuild", "derive everything that follows from facts anew, and put it in place")
    rebuild.add_argument("--check", action="store_true", help="only compare; say which rows differ")
    hq.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do one action. 0: done; 1: a finding, or nothing of that name; 2: HQ cannot be opened or served."""
    place = args.data or _default_folder(args.config)
    # a new folder is made by what begins a chain, not by a slip of the pen in a query
    if args.hq_action not in ("run", "demo-data") and not (place / DATABASE).exists():
        complain("kiosk hq", f"no HQ in {place}")
        return FAULT
    if args.hq_action == "stop":  # which needs no key, and must not wait for a database in use
        return _stop(place)
    try:
        tls = _tls_of(args) if args.hq_action == "run" else None
        hq = open_hq(place, behind_proxy=getattr(args, "behind_proxy", False))
    except HqFault as fault:
        complain("kiosk hq", fault)
        return FAULT
    try:
        if args.hq_action == "run":
            return _serve(hq, args, tls)
        return _ACTIONS[args.hq_action](hq, args)
    finally:
        hq.database.close()


def open_hq(folder: Path, *, behind_proxy: bool = False) -> Headquarters:
    """HQ as it lies in `folder` (made when it is not there), brought up to date. Raises HqFault."""
    from sqlalchemy.exc import DatabaseError

    from kiosk.adapters.clock import SystemClock, SystemRandomness
    from kiosk.adapters.keys.keystore import open_key_store
    from kiosk.adapters.keys.keystore_faults import KeyStoreFault
    from kiosk.hq.headquarters import Headquarters
    from kiosk.hq.settings_file import SettingsFault, settings_of
    from kiosk.hq.store.database import Database

    random = SystemRandomness()
    path = folder / DATABASE
    try:
        make_folder(folder)
        vault = open_key_store(folder, folder.with_name(folder.name + "-secret"), f"kiosk-hq:{folder.resolve()}")
        key = vault.get(DATABASE_KEY)
        if key is None:
            if path.exists():
                raise HqFault(f"{path} is there, but its key is not in {vault.describe()}: restore the key first")
            key = random.bytes(32)
            vault.put(DATABASE_KEY, key)
        settings = settings_of(folder, behind_proxy=behind_proxy)
        database = Database(path, key=key)
        return Headquarters(database, SystemClock(), random, vault, folder / "snapshots", settings)
    except SettingsFault as fault:
        raise HqFault(str(fault)) from fault
    except KeyStoreFault as fault:
        raise HqFault(f"the key store does not work: {fault}") from fault
    except DatabaseError as fault:
        raise HqFault(f"{path} cannot be opened: damaged, locked, or encrypted with another key") from fault
    except OSError as fault:
        raise HqFault(f"{folder} cannot be used: {fault.strerror}") from fault


def _default_folder(settings_file: Path | None) -> Path:
    from kiosk import config

    return config.load(settings_file).data_dir / "hq"


def _tls_of(args: argparse.Namespace) -> Tls | None:
    """The files of HQ's certificate, looked at. Raises HqFault, also where the wire would be open to all on it."""
    from kiosk.hosts import is_loopback
    from kiosk.hq.web.certificate import CertificateFault, checked

    if args.tls_cert is None and args.tls_key is None:
        if not args.behind_proxy and not is_loopback(args.host):
            raise HqFault(
                f"on {args.host} everybody on the way could read and change what terminals say: give --tls-cert and "
                "--tls-key, or --behind-proxy where a reverse proxy in front does TLS (docs/hq.md)"
            )
        return None
    if args.tls_cert is None or args.tls_key is None:
        raise HqFault("--tls-cert and --tls-key go together")
    try:
        return checked(args.tls_cert, args.tls_key)
    except CertificateFault as fault:
        raise HqFault(str(fault)) from fault


def _serve(hq: Headquarters, args: argparse.Namespace, tls: Tls | None) -> int:
    from kiosk.hq import logs
    from kiosk.hq.web.server import HqServer

    logs.to_stderr(requests=not args.quiet)
    stopping = StopRequest(args.data or _default_folder(args.config))
    stopping.forget()
    server = HqServer(hq, args.host, args.port, tls)
    try:
        server.run(lambda: print(f"HQ listens on {server.url}", flush=True), stopping.take)
    except OSError as fault:
        complain("kiosk hq", f"cannot listen on {server.url}: {fault.strerror}")
        return FAULT
    hq.database.close()
    stopping.answer()
    sys.stdout.flush()
    sys.stderr.flush()
    # Everything is closed. granian's native threads may still be letting go of Python objects; one that does so while
    # the interpreter is torn down aborts the process (seen in one of five exits under load, granian 2.8).
    os._exit(DONE)


def _stop(folder: Path) -> int:
    if StopRequest(folder).ask(_STOPS_WITHIN_S):
        print("HQ has stopped")
        return DONE
    complain("kiosk hq", f"nothing has stopped: no HQ serves from {folder}, or it is not done yet")
    return FINDING


def _demo(hq: Headquarters, args: argparse.Namespace) -> int:
    module = optional.module(DEMO_DATA)
    assert module is not None
    code: int = module.run(hq, args)
    return code


def campaign_file(name: str) -> Path:
    """A campaign file by its path, or by its name among those that come with the program."""
    from kiosk import paths

    ours = paths.resources() / "campaigns" / f"{name}.yaml"
    return ours if ours.is_file() else Path(name)


def _enroll_code(hq: Headquarters, args: argparse.Namespace) -> int:
    code = hq.enroll_code(args.store, name=args.name, for_device=args.device)
    if code is None:
        print(f"no such store: {args.store}", file=sys.stderr)
        return FINDING
    print(code)
    return DONE


def _let_go_on(hq: Headquarters, args: argparse.Namespace) -> int:
    named = [one.device for one in hq.terminals() if one.name == args.device and one.waits_since is not None]
    if hq.let_go_on(named[0] if len(named) == 1 else args.device):
        return DONE
    print(f"no terminal of that name waits for a decision: {args.device}", file=sys.stderr)
    return FINDING


def _keys(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.hq.tokens import keys

    if args.what == "rotate":
        print(hq.rotate_key(campaign=args.campaigns))
        return DONE
    if args.what == "revoke":
        if args.key_id and hq.revoke_key(args.key_id):
            print(f"{args.key_id} is withdrawn: what it signed is refused by each terminal from its next contact on")
            return DONE
        print(f"no such key: {args.key_id or 'name one (`hq keys list`)'}", file=sys.stderr)
        return FINDING
    with hq.database.read() as tx:
        for row in keys.key_rows(tx):
            state = f"revoked {row.revoked_at:%Y-%m-%d}" if row.revoked_at else f"until {row.not_after:%Y-%m-%d}"
            signs = "campaigns" if set(row.purposes) & set(keys.CAMPAIGNS) else "coupons, passes, badges and tickets"
            print(f"{row.key_id}  {state}  signs {signs}")
    return DONE


def _list(rows: Sequence[Any], lines: Callable[[], Iterable[str]] | None) -> None:
    """In words, or as JSON where there are no `lines`."""
    if lines is None:
        print(json.dumps([dataclasses.asdict(row) for row in rows], ensure_ascii=False))
        return
    for line in lines():
        print(line)
    print(f"{len(rows)} in all")


def _terminals(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of, terminal_lines

    found = hq.terminals()
    _list(found, None if args.json else lambda: terminal_lines(names_of(hq), found))
    return DONE


def _redemptions(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of, redemption_lines

    found = hq.redemptions()

    def lines() -> Iterable[str]:
        members, coupons = {one.member for one in found}, {one.coupon for one in found}
        names = names_of(hq, members=members, coupons=coupons, templates={one.template for one in found})
        return redemption_lines(names, found)

    _list(found, None if args.json else lines)
    return DONE


def _conflicts(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import conflict_lines, names_of
    from kiosk.domain.campaigns.points import member_of_key
    from kiosk.hq.guests_desk.doubles import DOUBLE, guest_of_key

    found = hq.conflicts()
    coupons = {one.coupon for one in found if one.what == "coupon"}
    members = {member_of_key(one.coupon) for one in found}
    guests = {guest_of_key(one.coupon) for one in found if one.what == DOUBLE}

    def lines() -> Iterable[str]:
        return conflict_lines(names_of(hq, members=members, coupons=coupons, guests=guests), found)

    _list(found, None if args.json else lines)
    return FINDING if found else DONE


def _rewards(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of, reward_lines

    found = hq.rewards()
    members = {one.member for one in found}
    _list(found, None if args.json else lambda: reward_lines(names_of(hq, members=members), found))
    return DONE


def _remarks(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of, remark_lines
    from kiosk.domain.time import millis

    found = hq.remarks(args.survey, millis(args.since) if args.since else 0)
    members = {one.member for one in found}
    _list(found, None if args.json else lambda: remark_lines(names_of(hq, members=members), found))
    return DONE


def _overruns(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of, overrun_lines

    found = hq.overruns()
    members = {one.member for one in found}
    _list(found, None if args.json else lambda: overrun_lines(names_of(hq, members=members), found))
    return FINDING if found else DONE


def _coupons(hq: Headquarters, args: argparse.Namespace) -> int:
    if not (args.reward or args.device):
        complain("kiosk hq coupons", "name rewards (`kiosk hq overruns`) or --device ID")
        return FINDING
    named = [one.device for one in hq.terminals() if one.name == args.device]
    device = named[0] if len(named) == 1 else args.device
    sign, result = args.what == "sign", DONE
    for reward in [None] if args.device else args.reward:
        name = reward or args.device
        done = hq.decide_coupons(sign=sign, reward=reward, device=None if reward else device)
        if done:
            print(f"{name}: {'signed' if sign else 'refused'} ({done})")
        else:
            print(f"nothing waits of {name}", file=sys.stderr)
            result = FINDING
    return result


def _unread(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import left_out_lines, names_of

    found = hq.left_out()
    _list(found, None if args.json else lambda: left_out_lines(names_of(hq), found))
    return FINDING if found else DONE


def _sweep(hq: Headquarters, _args: argparse.Namespace) -> int:
    print(f"{hq.sweep()} members got something")
    return DONE


def _verify(hq: Headquarters, _args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import flaw_lines, names_of

    flaws = hq.verify()
    for line in flaw_lines(names_of(hq), flaws) if flaws else ():
        print(line)
    print("no flaw found" if not flaws else f"{len(flaws)} in all")
    return FINDING if flaws else DONE


def _rebuild(hq: Headquarters, args: argparse.Namespace) -> int:
    found = hq.check()
    for one in found[:_SHOWN]:
        print(f"{one.table}  {one.key}  {one.what}")
    if len(found) > _SHOWN:
        print(f"… and {len(found) - _SHOWN} more")
    for model in hq.progress():
        if model.version != model.wanted:
            print(f"{model.name} is being derived: {model.done} of {model.total} facts")
    if args.check:
        print(f"{len(found)} rows differ" if found else "no difference found")
        return FINDING if found else DONE
    hq.rebuild()
    total = max((one.total for one in hq.progress()), default=0)
    print(f"derived anew from {total} facts; {len(found)} rows had differed")
    return DONE


_ACTIONS: dict[str, Callable[[Headquarters, argparse.Namespace], int]] = {
    "demo-data": _demo,
    "enroll-code": _enroll_code,
    "revoke-device": revoke_device,
    "let-go-on": _let_go_on,
    "remarks": _remarks,
    "draws": hq_draws.run,
    "events": hq_events.run,
    "staff": hq_staff.run,
    "slips": hq_slips.run,
    "issue-coupons": hq_series.issue_coupons,
    "revoke-coupons": hq_series.revoke_coupons,
    "series": hq_series.list_series,
    "vouchers": hq_series.list_vouchers,
    "messages": hq_messages.run,
    "registration": hq_registration.run_registration,
    "review": hq_registration.run_review,
    "members": hq_members.run_members,
    "referrals": hq_members.run_referrals,
    "brand": hq_brand.run,
    "catalogue": hq_catalogue.run,
    "keys": _keys,
    "terminals": _terminals,
    "conflicts": _conflicts,
    "redemptions": _redemptions,
    "overruns": _overruns,
    "coupons": _coupons,
    "rewards": _rewards,
    "unread": _unread,
    "publish-campaign": hq_campaigns.publish_campaign,
    "withdraw-campaign": hq_campaigns.withdraw_campaign,
    "sweep": _sweep,
    "verify": _verify,
    "rebuild": _rebuild,
}
