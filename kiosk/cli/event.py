"""`kiosk event …`: lists of guests, understood before anything of them is taken."""

from __future__ import annotations

import argparse
import json
import re
import sys
from typing import TYPE_CHECKING, Any

from kiosk.cli.arguments import complain, file

if TYPE_CHECKING:
    from kiosk.domain.lists.guests import Guest, LeftOut, Understood

UNDERSTOOD, CANNOT_SAY = 0, 2
_COUNTRY = re.compile(r"[A-Z]{2}")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `event` and its actions to the command line; `args.run` is set to `run`."""
    event = subparsers.add_parser("event", help="guest lists: what a file says, before it is taken")
    actions = event.add_subparsers(dest="event_action", required=True, metavar="ACTION")
    taken = actions.add_parser("import", help="a list of guests or entrants: XLSX, XLS, ODS, CSV in any encoding")
    taken.add_argument("file", type=file, metavar="FILE")
    taken.add_argument("--preview", action="store_true", required=True, help="only say what was understood")
    taken.add_argument("--json", action="store_true", help="print the rows as JSON; what was understood goes to stderr")
    taken.add_argument("--country", type=country, default="TW", metavar="XX", help="of phones that name none (TW)")
    taken.set_defaults(event_run=_import)
    rows = actions.add_parser("rows", help="what stands in the cells of a file, as lines of JSON")
    rows.add_argument("file", type=file, metavar="FILE")
    rows.add_argument("--memory", type=int, default=0, help=argparse.SUPPRESS)
    rows.add_argument("--parent", type=int, default=0, help=argparse.SUPPRESS)
    rows.set_defaults(event_run=_rows)
    event.set_defaults(run=run)


def country(text: str) -> str:
    """A country by which phones are dialled."""
    import phonenumbers

    if not _COUNTRY.fullmatch(text.upper()) or text.upper() not in phonenumbers.SUPPORTED_REGIONS:
        raise argparse.ArgumentTypeError(f"'{text}' is no country such as TW")
    return text.upper()


def run(args: argparse.Namespace) -> int:
    """0: the list was understood. 2: nothing of it could be read, and why is said."""
    code: int = args.event_run(args)
    return code


def _rows(args: argparse.Namespace) -> int:
    from kiosk.adapters.lists import wire
    from kiosk.adapters.lists.apart import bound_reader
    from kiosk.adapters.lists.reading import read_book
    from kiosk.domain.lists.book import UnreadableList

    bound_reader(args.memory, args.parent)
    out = sys.stdout.buffer
    try:
        for line in wire.lines(read_book(args.file)):
            out.write(line)
    except UnreadableList as error:
        out.write(wire.trouble_line(error))
        if not args.parent:
            complain("kiosk event rows", UNREADABLE[error.trouble] + (f" ({error.detail})" if error.detail else ""))
        return CANNOT_SAY
    return UNDERSTOOD


def _import(args: argparse.Namespace) -> int:
    from kiosk.adapters.lists.apart import read_book_apart
    from kiosk.domain.lists.book import UnreadableList
    from kiosk.domain.lists.understand import understand

    try:
        understood = understand(read_book_apart(args.file), args.country)
    except UnreadableList as error:
        complain("kiosk event import", UNREADABLE[error.trouble] + (f" ({error.detail})" if error.detail else ""))
        return CANNOT_SAY
    report = "\n".join(report_lines(understood))
    if args.json:
        print(json.dumps([_plain(one) for one in understood.guests], ensure_ascii=False, indent=1))
        print(report, file=sys.stderr)
        return UNDERSTOOD
    print(report)
    for guest in understood.guests:
        print(_line(guest))
    return UNDERSTOOD


def _plain(guest: Guest) -> dict[str, Any]:
    return {
        "name": guest.name,
        "phone": guest.phone,
        "plus_ones": guest.plus_ones,
        "table": guest.table,
        "vip": guest.vip,
        "ticket": guest.code or guest.ticket,
        "note": guest.note,
        "ticket_kind": guest.ticket,
        "email": guest.email,
        "company": guest.company,
        "member": guest.member,
        "tickets": guest.tickets,
        "sheet": guest.sheet,
        "row": guest.row,
        "repairs": list(guest.repairs),
        "doubts": list(guest.doubts),
    }


def _line(guest: Guest) -> str:
    parts = [guest.name, guest.phone, f"+{guest.plus_ones}" if guest.plus_ones else "", guest.table]
    parts += ["VIP" if guest.vip else "", guest.ticket, guest.note]
    where = f"{guest.sheet} {guest.row}".strip()
    doubts = "".join(f"  ({_DOUBTS[one]})" for one in guest.doubts)
    return f"{where}: " + " · ".join(filter(None, parts)) + doubts


def report_lines(understood: Understood) -> list[str]:
    """What was understood of a file, for people."""
    how = [understood.kind, understood.encoding]
    how += [f"separated by {understood.separator!r}"] if understood.separator else []
    lines = [", ".join(filter(None, how))]
    if understood.broken_characters:
        lines.append(f"{understood.broken_characters} characters could not be read")
    for sheet in understood.sheets:
        name = f"sheet {sheet.name}: " if sheet.name else ""
        if sheet.why is not None:
            lines.append(f"{name}left out, {_REASONS[sheet.why]}")
            continue
        where = f"headings in row {sheet.heading_row}" if sheet.heading_row else "no headings, told by what they hold"
        columns = ", ".join(f"{' '.join(said.split())} = {column}" for said, column in sheet.matched)
        lines.append(f"{name}{sheet.taken} people, {where}: {columns}")
        if sheet.answers:
            asked = ", ".join(f"{' '.join(said.split())} = {question}" for said, question in sheet.answers)
            lines.append(f"  answers to questions: {asked}")
        if sheet.table:
            lines.append("  the sheet's name is the table")
        if sheet.unused:
            lines.append(f"  not used: {', '.join(' '.join(one.split()) for one in sheet.unused)}")
    for repair, count in understood.repairs().items():
        lines.append(f"{count} phones repaired: {_REPAIRS[repair]}")
    for doubt, count in understood.doubts().items():
        lines.append(f"{count} rows to look at: {_DOUBTS[doubt]}")
    lines += [_left_out(one) for one in understood.left_out]
    lines.append(f"{len(understood.guests)} taken, {len(understood.left_out)} left out")
    return lines


def _left_out(one: LeftOut) -> str:
    where = f"{one.sheet} row {one.row}".strip()
    of = f" {f'{one.of_sheet} row {one.of}'.strip()}" if one.of else ""
    return f"{where} left out, {_REASONS[one.why]}{of}: {one.text}"


UNREADABLE = {
    "empty": "the file is empty",
    "not_a_list": "the file is no list: it must be a workbook or a text of rows",
    "locked": "the workbook has a password: save it without one",
    "damaged": "the workbook is damaged",
    "too_large": "the file is too large",
    "too_slow": "reading it takes too long: save it anew as XLSX",
    "no_names": "no column of names, phones or tickets was found",
}
_REASONS = {
    "total": "a total",
    "heading_again": "the headings again",
    "remark": "a remark",
    "nobody": "neither name nor phone",
    "duplicate": "says again",
    "cancelled": "cancelled",
    "no_tickets": "no chances in the draw",
    "too_many": "the list is too long",
    "hidden_sheet": "it is hidden",
    "no_headings": "no headings of people",
    "empty_sheet": "it has no rows",
}
_DOUBTS = {
    "no_name": "no name",
    "phone_unreadable": "the phone is none",
    "phone_lost": "the spreadsheet program rounded the phone",
    "phone_shared": "somebody else has the same phone",
    "name_shared": "somebody else has the same name, and nothing tells them apart",
    "count_unreadable": "how many come along cannot be read",
    "tickets_unreadable": "how many chances cannot be read: one",
    "formula_unsaved": "a formula was saved without its value",
    "hidden_row": "hidden in the sheet, by a filter or by hand",
    "answer_unreadable": "an answer is none of its question's: it is asked at the desk",
}
_REPAIRS = {
    "lost_zero": "the 0 in front was lost",
    "wide": "digits of full width",
    "apostrophe": "an apostrophe in front",
    "decimals": "written as a number with decimals",
    "letters": "letters that look like digits",
    "extension": "an extension cut off",
    "first_of_several": "the first of several",
    "words": "words beside it left out",
    "swapped": "it stood in the column of names",
}
