"""`kiosk ledger …`: check, back up, restore and read the journal. English, like the whole command line.

Everything but `restore` only reads, and works while the terminal runs.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli.arguments import complain, folder, number
from kiosk.config import ConfigError, Settings, load, with_data_dir
from kiosk.domain.time import instant

if TYPE_CHECKING:
    from kiosk.domain.journal.facts import Fact

SOUND, PROBLEM, CANNOT_SAY = 0, 1, 2

_WHAT_TO_DO = """\
What to do: close the terminal, keep a copy of the data folder for support, and restore the newest backup that is
sound (kiosk ledger restore FILE). HQ then gives a new epoch; what HQ has already is not lost."""


class _NothingThere(Exception):
    """There is no ledger, or no key for it."""


_SHOWN = 3


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `ledger` to the command line; `args.run` is set to `run`."""
    ledger = subparsers.add_parser("ledger", help="verify, rebuild, backup, restore, show")
    actions = ledger.add_subparsers(dest="ledger_action", required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="check every page, every fact's hash, the end, and the state")
    rebuild = actions.add_parser("rebuild", help="make the state anew from the facts, in memory")
    rebuild.add_argument("--check", action="store_true", required=True, help="compare it with what is stored")
    backup = actions.add_parser("backup", help="copy the ledger and verify the copy")
    backup.add_argument("--to", type=folder, metavar="DIR", help="folder for it; default: backups in the data folder")
    restore = actions.add_parser("restore", help="put a backup in the ledger's place (the terminal must be closed)")
    restore.add_argument("file", type=Path, metavar="FILE")
    show = actions.add_parser("show", help="print the journal, newest last")
    show.add_argument("--last", type=number(1, 10**9), default=50, metavar="N", help="how many facts (default 50)")
    show.add_argument("--json", action="store_true", help="print JSON")
    for action in (verify, rebuild, backup, restore, show):
        action.add_argument("--data", type=folder, metavar="DIR", help="data folder of the installation")
    ledger.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0: done, or sound. 1: a problem was found. 2: nothing can be said (no ledger, no key, not readable)."""
    from kiosk.adapters.keys.keystore_faults import KeyStoreFault
    from kiosk.application.ports.faults import LedgerDamaged, LedgerFault, WrongKey

    actions = {"verify": _verify, "rebuild": _rebuild, "backup": _backup, "restore": _restore, "show": _show}
    try:
        path, key = _ledger(args)
        return actions[args.ledger_action](args, path, key)
    except (LedgerDamaged, WrongKey) as fault:
        print(f"NOT SOUND: {fault}.", file=sys.stderr)
        if args.ledger_action in ("verify", "rebuild"):
            print(_WHAT_TO_DO, file=sys.stderr)
        return PROBLEM
    except (_NothingThere, LedgerFault, KeyStoreFault, ConfigError) as fault:
        complain("kiosk ledger", f"nothing can be said: {fault}")
        return CANNOT_SAY


def _ledger(args: argparse.Namespace) -> tuple[Path, bytes]:
    """Where the ledger lies and its key. Never makes either."""
    from kiosk.adapters.keys.keystore import LEDGER_KEY
    from kiosk.installation import key_store

    settings: Settings = load(args.config)
    if args.data is not None:
        settings = with_data_dir(settings, args.data)
    path = settings.ledger_path
    if args.ledger_action == "restore":
        if not args.file.is_file():
            raise _NothingThere(f"there is no backup {args.file}")
        if not settings.data_dir.is_dir():
            raise _NothingThere(f"there is no data folder {settings.data_dir}")
    elif not path.is_file():
        raise _NothingThere(f"there is no ledger {path}")
    store = key_store(settings)
    key = store.get(LEDGER_KEY)
    if key is None:
        raise _NothingThere(f"the {store.describe()} has no key for {path}")
    return path, key


def _verify(_args: argparse.Namespace, path: Path, key: bytes) -> int:
    from kiosk.adapters.db.verify import rebuild, verify

    report = verify(path, key)
    problem = report.problem
    if problem is None:
        differences = rebuild(path, key).differences
        problem = _differences(differences) if differences else None
    if problem is not None:
        print(f"NOT SOUND: {problem}.\n{_WHAT_TO_DO}", file=sys.stderr)
        return PROBLEM
    print(f"Sound: {_facts(report.facts)} in {report.epochs} epoch{'s' if report.epochs != 1 else ''}.")
    if report.peer_facts:
        print(f"Of other terminals' journals it has {_facts(report.peer_facts)}, chained as well.")
    print("Every page, every hash, the end of the journal and the state made of it agree.")
    if report.head:
        print(f"The chain ends in {report.head}.")
    return SOUND


def _rebuild(_args: argparse.Namespace, path: Path, key: bytes) -> int:
    from kiosk.adapters.db.verify import rebuild

    rebuilt = rebuild(path, key)
    if rebuilt.differences:
        print(f"NOT SOUND: {_differences(rebuilt.differences)}.\n{_WHAT_TO_DO}", file=sys.stderr)
        return PROBLEM
    print(f"The state made anew from {_facts(rebuilt.facts)} equals the stored one.")
    return SOUND


def _backup(args: argparse.Namespace, path: Path, key: bytes) -> int:
    from kiosk.adapters.clock import SystemClock, local_time
    from kiosk.adapters.db.backup import back_up

    made = back_up(path, key, args.to or path.parent / "backups", SystemClock())
    when = local_time(SystemClock().now_ms())
    at = f"{when:%H:%M} (UTC{when.isoformat()[-6:]}) on {when:%d %B %Y}"
    print(f"{made.path}\nBacked up at {at}, read back and verified: {_facts(made.facts)}.")
    return SOUND


def _restore(args: argparse.Namespace, path: Path, key: bytes) -> int:
    from kiosk.adapters.clock import SystemClock
    from kiosk.adapters.db.backup import restore

    report = restore(args.file, path, key, SystemClock())
    print(f"Restored {_facts(report.facts)} from {args.file}. What was there is kept beside it.")
    print("The terminal asks HQ for a new epoch when it starts; until HQ answered it uses no right it held.")
    return SOUND


def _show(args: argparse.Namespace, path: Path, key: bytes) -> int:
    from kiosk.adapters.db.reading import newest_facts

    found = newest_facts(path, key, args.last)
    if args.json:
        print(json.dumps([_record(fact, chained) for fact, chained in found], ensure_ascii=False, indent=2))
    else:
        for fact, _chained in found:
            print(_line(fact))
    return SOUND


def _record(fact: Fact, chained: bytes) -> dict[str, Any]:
    return {
        "epoch": fact.epoch,
        "seq": fact.seq,
        "kind": fact.kind,
        "at": _moment(fact.at),
        "at_by_hq": _moment(fact.corrected_ms) if fact.off is not None else None,
        "boot": fact.boot,
        "mono_ms": fact.mono,
        "hlc": fact.hlc,
        "actor": fact.actor,
        "body": fact.body,
        "hash": chained.hex(),
    }


def _line(fact: Fact) -> str:
    body = "  ".join(f"{name}={_plain(value)}" for name, value in fact.body.items())
    return f"{fact.epoch}/{fact.seq:<6} {_moment(fact.corrected_ms)}  {fact.kind:<18} {fact.actor:<10} {body}".rstrip()


def _plain(value: object) -> str:
    if isinstance(value, list) and len(value) > _SHOWN:
        # a line is for reading; --json has it all
        return f"{_plain(value[:_SHOWN])[:-1]}, … {len(value)} in all]"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _moment(ms: int) -> str:
    try:
        return instant(ms).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except OverflowError:
        # a clock that was far off; the number still says something
        return f"{ms} ms"


def _differences(differences: dict[str, int]) -> str:
    parts = ", ".join(f"{count} in {table}" for table, count in sorted(differences.items()))
    return f"the stored state is not what the facts make: rows that differ: {parts}"


def _facts(count: int) -> str:
    return f"{count:,} fact{'s' if count != 1 else ''}"
