"""`kiosk explain …`: why a sale cost and brought what it did, or what happened to a member and why, in plain words.

The answer is in the language of the stores (`--language`); what the command itself has to say is English, like the
whole command line. Nothing is journalled.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kiosk.cli.arguments import complain, folder
from kiosk.config import ConfigError, Settings, load, with_data_dir
from kiosk.domain.texts import LANGUAGES

if TYPE_CHECKING:
    from kiosk.application.members.outcomes import MemberView
    from kiosk.application.sales.outcomes import Explained
    from kiosk.application.service import CheckoutService
    from kiosk.ui.stations.checkout.explain_sheet import Entry
    from kiosk.ui.words.surroundings import Surroundings

EXPLAINED, UNKNOWN, CANNOT_SAY = 0, 1, 2


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `explain` to the command line; `args.run` is set to `run`."""
    parser = subparsers.add_parser("explain", help="why a sale or a member got what they got")
    parser.add_argument("what", help="receipt number, transaction id, member id or card number")
    parser.add_argument("--language", choices=LANGUAGES, help="of the answer (default: as the station's)")
    parser.add_argument("--all", action="store_true", help="every condition of every rule, not of those given alone")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--data", type=folder, metavar="DIR", help="data folder of the installation")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0: explained. 1: nothing is known by that name. 2: nothing can be said (no ledger, no key, the terminal runs)."""
    from kiosk.adapters.clock import local_time
    from kiosk.adapters.keys.keystore_faults import KeyStoreFault
    from kiosk.application.ports.faults import LedgerFault, LedgerLocked
    from kiosk.bootstrap import open_terminal

    try:
        settings = _settings(args)
        if not settings.ledger_path.is_file():
            complain("kiosk explain", f"nothing can be said: there is no ledger {settings.ledger_path}")
            return CANNOT_SAY
        terminal = open_terminal(settings, only_look=True)
    except LedgerLocked:
        complain("kiosk explain", "the terminal is running and owns the ledger: close it, or ask there (F1, Why)")
        return CANNOT_SAY
    except (LedgerFault, KeyStoreFault, ConfigError) as fault:
        complain("kiosk explain", f"nothing can be said: {fault}")
        return CANNOT_SAY
    try:
        found = terminal.service.find_explained(args.what)
        if found is None:
            complain("kiosk explain", f"No sale of this terminal and no member of its store is known as '{args.what}'")
            return UNKNOWN
        member, explained = found
        if args.json:
            record = {"member": _plain(member), "explained": _plain(explained)}
            print(json.dumps(record, ensure_ascii=False, indent=2))
        else:
            now = local_time(terminal.clock.now_ms())
            for line in _in_words(terminal.service, settings, member, explained, now, everything=args.all):
                print(line)
        return EXPLAINED
    except LedgerFault as fault:
        complain("kiosk explain", f"nothing can be said: {fault}")
        return CANNOT_SAY
    finally:
        terminal.close()


def _settings(args: argparse.Namespace) -> Settings:
    settings = load(args.config)
    if args.data is not None:
        settings = with_data_dir(settings, args.data)
    return settings if args.language is None else dataclasses.replace(settings, language=args.language)


def _in_words(
    service: CheckoutService,
    settings: Settings,
    member: MemberView | None,
    explained: Sequence[Explained],
    now: datetime,
    *,
    everything: bool,
) -> list[str]:
    """Lines to be printed, in the words of the screen."""
    from PySide6.QtCore import QCoreApplication

    from kiosk.station import language_of
    from kiosk.ui.i18n import I18n
    from kiosk.ui.stations.checkout.explain_sheet import entries_of
    from kiosk.ui.theme import load_theme
    from kiosk.ui.words.surroundings import Surroundings

    # translations are of an application, though nothing is shown
    application = QCoreApplication.instance() or QCoreApplication([])
    terminal = service.terminal()
    i18n = I18n(load_theme(settings.theme), language_of(settings))
    i18n.set_store(terminal.zone, terminal.currency)
    around = Surroundings(i18n, now, stores={store: i18n.text(name) for store, name in terminal.stores})
    try:
        lines = [_person(member, around)] if member is not None else []
        for one in explained:
            lines += ["", _title(one, around)] if lines else [_title(one, around)]
            lines += [line for entry in entries_of(one, around) for line in _entry(entry, everything=everything)]
        return lines
    finally:
        i18n.remove()
        del application


def _person(member: MemberView, around: Surroundings) -> str:
    from kiosk.ui.words.codes import tier_word
    from kiosk.ui.words.rewards import points_name

    name = f"{member.masked_name} · {tier_word(member.tier)}"
    return points_name(name, member.points, around.i18n)


def _title(explained: Explained, around: Surroundings) -> str:
    from kiosk.ui.i18n import translate
    from kiosk.ui.words.campaigns import kind_word

    when = f"{around.i18n.day(explained.at)} {around.i18n.time(explained.at)}"
    words = [kind_word(explained.kind), when, explained.title]
    if explained.voided:
        words.append(translate("Explain", "voided"))
    return " · ".join(word for word in words if word)


def _entry(entry: Entry, *, everything: bool) -> Iterator[str]:
    if entry.heading:
        yield f"  {entry.name}"
        return
    yield "    " + " — ".join(part for part in (entry.name, entry.state, entry.note) if part)
    if everything or entry.pill == "jade":  # what was given; the facts, by their numbers, only for who wants it all
        for _tone, words in entry.details:
            yield f"        {words}"


def _plain(value: Any) -> Any:
    """As JSON has it: times in ISO 8601, texts by language."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(part) for part in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)
