"""`kiosk token show`: what is inside a token, for support. English, like the whole command line."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli.arguments import complain, folder, moment
from kiosk.files import read_whole

if TYPE_CHECKING:
    from kiosk.domain.tokens import Claims, ReadToken, TokenRefusal
    from kiosk.protocol.tokens.parser import OpenedToken, TokenReader

GOOD, NOT_GOOD, CANNOT_SAY = 0, 1, 2

_KIND_WORDS = {
    "KC1": "coupon",
    "KM1": "member pass",
    "KT1": "event ticket",
    "KI1": "invite",
    "KD1": "draw receipt",
    "KS1": "paper slip",
    "KB1": "staff badge",
}

_WORDS = {
    "good": "The signature holds and the token is good now.",
    "not_ours": "This is not one of our tokens.",
    "too_large": "This is longer than anything we print (4 kB at most).",
    "unreadable": "It begins like one of ours but is damaged, or newer than this program.",
    "unknown_key": "No key with this id is in the key ring: forged, or the key ring is old. Synchronise and retry.",
    "forged": "FORGED: the signature does not hold, or this key may not sign such a token.",
    "key_revoked": "The signature holds, but HQ has revoked the key.",
    "key_expired": "The signature holds, but the key has run out.",
    "malformed": "The signature holds, but what it says makes no sense: a fault of the issuer.",
    "not_yet_valid": "The signature holds, but the token is not good yet.",
    "expired": "The signature holds, but the token has run out.",
    "not_checked": "The signature was NOT checked: no keys were named (--own-keys, or --keys FILE).",
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `token show` to the command line; `args.run` is set to `run`."""
    token = subparsers.add_parser("token", help="look into a scanned token")
    actions = token.add_subparsers(dest="token_action", required=True)
    show = actions.add_parser("show", help="print what is inside a token and whether its signature holds")
    show.add_argument("text", help="the scanned text, or - to read it from standard input")
    show.add_argument("--keys", type=Path, metavar="FILE", help="JSON list of public keys to judge by")
    show.add_argument("--own-keys", action="store_true", help="judge by the keys that this terminal has from HQ")
    show.add_argument("--data", type=folder, metavar="DIR", help="data folder of the terminal, with --own-keys")
    show.add_argument("--at", type=moment, metavar="TIME", help="judge as of this ISO 8601 instant; default: now")
    show.add_argument("--json", action="store_true", help="print JSON")
    token.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run `token show`. Returns 0 when the token is good, 1 when it is not, 2 when nothing can be said
    (no or unreadable key file)."""
    from kiosk.protocol.tokens.parser import open_token

    text: str = sys.stdin.read() if args.text == "-" else args.text
    at: datetime = args.at or datetime.now(UTC)
    opened = open_token(text)
    try:
        reader = _reader(args)
    except _NoKeys as fault:
        complain("kiosk token", fault)
        return CANNOT_SAY
    report = _report(opened, reader.read(text, at) if reader else None)
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.json else _in_words(report))
    return {"good": GOOD, "not_checked": CANNOT_SAY}.get(report["verdict"], NOT_GOOD)


class _NoKeys(Exception):
    """There are no keys to judge by; the text says why."""


def _reader(args: argparse.Namespace) -> TokenReader | None:
    """With the keys to judge by; None when none were named. Raises _NoKeys."""
    from kiosk.protocol.tokens.key_ring import KeyRing, read_key_file, terminal_key, trusted_key
    from kiosk.protocol.tokens.parser import TokenReader

    if args.keys is not None:
        try:
            return TokenReader(read_key_file(read_whole(args.keys)))
        except (OSError, ValueError) as fault:
            raise _NoKeys(f"{args.keys}: {getattr(fault, 'strerror', None) or fault}") from fault
    if not args.own_keys:
        return None

    from kiosk.adapters.db.reading import token_keys
    from kiosk.adapters.keys.keystore import LEDGER_KEY
    from kiosk.adapters.keys.keystore_faults import KeyStoreFault
    from kiosk.application.ports.faults import LedgerFault
    from kiosk.config import load, with_data_dir
    from kiosk.installation import key_store

    settings = load(args.config)
    if args.data is not None:
        settings = with_data_dir(settings, args.data)
    if not settings.reference_path.is_file():
        raise _NoKeys(f"there is no terminal in {settings.data_dir}")
    try:
        key = key_store(settings).get(LEDGER_KEY)
        if key is None:
            raise _NoKeys(f"the key of {settings.reference_path} is not there")
        rows, terminals = token_keys(settings.reference_path, key)
        if not rows:
            raise _NoKeys(f"HQ has not sent {settings.reference_path} any keys yet: open the station once")
        theirs = [terminal_key(row) for row in terminals]
        return TokenReader(
            KeyRing(trusted_key(row) for row in rows), lambda key_id: [one for one in theirs if one.key_id == key_id]
        )
    except (KeyStoreFault, LedgerFault, ValueError) as fault:
        raise _NoKeys(f"{settings.reference_path}: {fault}") from fault


def _report(opened: OpenedToken | TokenRefusal, answer: ReadToken | TokenRefusal | None) -> dict[str, Any]:
    from kiosk.domain.tokens import TokenRefusal

    if isinstance(opened, TokenRefusal):
        return {"verdict": str(opened.problem), "read": opened.shown}
    report: dict[str, Any] = {"verdict": "not_checked", "read": opened.shown}
    if isinstance(answer, TokenRefusal):
        report["verdict"] = str(answer.problem)
        report |= {"since": _plain(answer.since)} if answer.since else {}
        report |= {"until": _plain(answer.until)} if answer.until else {}
    elif answer is not None:
        report["verdict"] = "good"
    report["kind"] = _KIND_WORDS[opened.kind]
    report["key_id"] = opened.message.key_id.hex()
    report["bytes"] = opened.size
    claims = opened.unproven_claims()
    report["proven"] = answer is not None and getattr(answer, "claims", None) is not None
    report["claims"] = _claims(claims) if claims is not None else None
    return report


def _claims(claims: Claims) -> dict[str, Any]:
    return {
        field.name: _plain(value)
        for field in dataclasses.fields(claims)
        if field.name != "key_id" and (value := getattr(claims, field.name)) is not None
    }


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Enum):
        return value.name.lower()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _in_words(report: dict[str, Any]) -> str:
    lines = [_WORDS[report["verdict"]]]
    lines += [f"  {name} {report[name]}" for name in ("since", "until") if name in report]
    lines.append(f"read: {report['read']}")
    if "kind" in report:
        lines.append(f"kind: {report['kind']}   key id: {report['key_id']}   {report['bytes']} bytes signed")
        if report["claims"] is None:
            lines.append("what it says makes no sense")
        else:
            lines.append("it says:" if report["proven"] else "it says (not proven, anybody may have written it):")
            width = max(len(name) for name in report["claims"])
            lines += [f"  {name:<{width}}  {_short(value)}" for name, value in report["claims"].items()]
    return "\n".join(lines)


def _short(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list) else value
