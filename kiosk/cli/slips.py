"""`kiosk slips …`: the books of paper slips that a terminal knows, and a book as a PDF. While the program runs it owns
the ledger: then the same is done there (Ctrl K).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli.arguments import complain, folder, new_file, number
from kiosk.config import ConfigError, Settings, load, with_data_dir
from kiosk.domain.documents.paper import A4, A5
from kiosk.domain.refusals import Refusal
from kiosk.domain.slips.code import code_of
from kiosk.domain.texts import LANGUAGES

if TYPE_CHECKING:
    from kiosk.application.service import CheckoutService
    from kiosk.application.slips.outcomes import BookView

DONE, UNKNOWN, CANNOT_SAY = 0, 1, 2
_PAPERS = {paper.name: paper for paper in (A4, A5)}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `slips` and its actions to the command line; `args.run` is set to `run`."""
    slips = subparsers.add_parser("slips", help="books of paper slips for when everything is down")
    actions = slips.add_subparsers(dest="slips_action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="every book: used, unused, lost, still open, the worst case")
    listed.add_argument("--json", action="store_true", help="print JSON")
    printed = actions.add_parser("print", help="a book as a PDF, several slips to a page")
    printed.add_argument("book", help="as `kiosk slips list` names it")
    printed.add_argument("--to", type=new_file, required=True, metavar="FILE")
    printed.add_argument("--language", choices=LANGUAGES, help="of the slips (default: as the station's)")
    printed.add_argument("--paper", choices=tuple(_PAPERS), default=A4.name)
    printed.add_argument("--across", type=number(1, 4), default=2, metavar="N", help="slips beside each other (2)")
    printed.add_argument("--down", type=number(1, 6), default=3, metavar="N", help="slips above each other (3)")
    for parser in (listed, printed):
        parser.add_argument("--data", type=folder, metavar="DIR", help="data folder of the installation")
    slips.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0: done. 1: there is no such book here. 2: nothing can be said (no ledger, no key, the terminal runs, the file
    cannot be written)."""
    from kiosk.adapters.keys.keystore_faults import KeyStoreFault
    from kiosk.application.ports.faults import LedgerFault, LedgerLocked
    from kiosk.bootstrap import open_terminal

    try:
        settings = load(args.config)
        settings = with_data_dir(settings, args.data) if args.data is not None else settings
        if not settings.ledger_path.is_file():
            complain("kiosk slips", f"nothing can be said: there is no ledger {settings.ledger_path}")
            return CANNOT_SAY
        terminal = open_terminal(settings, only_look=True)
    except LedgerLocked:
        complain("kiosk slips", "the terminal is running and owns the ledger: close it, or do it there (Ctrl K)")
        return CANNOT_SAY
    except (LedgerFault, KeyStoreFault, ConfigError) as fault:
        complain("kiosk slips", f"nothing can be said: {fault}")
        return CANNOT_SAY
    try:
        if args.slips_action == "list":
            return _list(terminal.service, as_json=args.json)
        return _print(terminal.service, settings, args)
    except (LedgerFault, KeyStoreFault, LookupError) as fault:
        complain("kiosk slips", f"nothing can be said: {fault}")
        return CANNOT_SAY
    finally:
        terminal.close()


def _list(service: CheckoutService, *, as_json: bool) -> int:
    found = service.slip_books()
    if as_json:
        print(json.dumps([_plain(one) for one in found.books], ensure_ascii=False))
        return DONE
    for one in found.books:
        state, book = one.state, one.book
        last = code_of(book.id, book.last).partition("-")[2]
        print(f"{code_of(book.id, book.first)} to {last}  {one.name.en}")
        print(
            f"    {state.used} used, {state.unused} unused, {state.lost} lost, {state.open} open; what is out can cost "
            f"{_money(state.worst, found.currency)} more"
        )
    print(f"{len(found.books)} in all")
    return DONE


def _money(minor: int, currency: str) -> str:
    from kiosk.domain.money import plain

    return f"{currency} {plain(minor, currency)}"


def _plain(view: BookView) -> dict[str, Any]:
    state, book = view.state, view.book
    counted = {name: getattr(state, name) for name in ("used", "unused", "lost", "open", "risk", "worst", "off")}
    return {"book": book.id, "template": book.template, "first": book.first, "last": book.last, **counted}


def _print(service: CheckoutService, settings: Settings, args: argparse.Namespace) -> int:
    sheet = service.slip_sheet(args.book)
    if isinstance(sheet, Refusal):
        complain(
            "kiosk slips print", f"no book {args.book} whose slips can be signed here; `kiosk slips list` has them"
        )
        return UNKNOWN
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # nothing is shown
    from PySide6.QtGui import QGuiApplication

    from kiosk.station import language_of
    from kiosk.ui.documents.slip_books import write_book

    application = QGuiApplication.instance() or QGuiApplication([])
    language = args.language or language_of(settings)
    paper, target = _PAPERS[args.paper], Path(args.to)
    try:
        pages = write_book(sheet, target, language, paper=paper, across=args.across, down=args.down)
    except OSError as fault:
        complain("kiosk slips print", f"{target} cannot be written: {fault.strerror or fault}")
        return CANNOT_SAY
    del application
    print(f"{target}: {sheet.book.count} slips on {pages} pages")
    return DONE
