"""`kiosk hq events …`: events and their guests at HQ: published, brought as lists, ticketed, who came, closed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from zoneinfo import ZoneInfo

from kiosk.cli import hq_events_photos, hq_events_pretix, hq_events_report
from kiosk.cli.arguments import complain, file, new_file, number
from kiosk.cli.event import UNREADABLE, country, report_lines
from kiosk.cli.hq_staff import caller
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import instant

if TYPE_CHECKING:
    from kiosk.domain.guests.attendance import CameIn
    from kiosk.domain.guests.from_list import Plan
    from kiosk.domain.lists.guests import Understood
    from kiosk.hq.guests.kept import Kept
    from kiosk.hq.guests_desk.attendance import Attended
    from kiosk.hq.guests_desk.events import EventSeen
    from kiosk.hq.guests_desk.tickets import Ticket
    from kiosk.hq.headquarters import Headquarters

_DONE, _FINDING, _FAULT = 0, 1, 2
_SOON = "its store's desks know it with their next contact"
_MOST_DAYS = 3_660
_SHOWN = 20


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


def add_parser(actions: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add `events` and what can be done with it to `kiosk hq`."""
    events = actions.add_parser("events", help="events: guest lists, tickets, who came")
    below = events.add_subparsers(dest="events_action", required=True, metavar="WHAT")

    def of(name: str, words: str, run: Any, *, event: bool = True) -> argparse.ArgumentParser:
        parser = action(name, words, below)
        if event:
            parser.add_argument("event", metavar="EVENT", help="its id (`kiosk hq events list`)")
        parser.set_defaults(events_run=_guarded(run))
        return parser

    of("list", "events that HQ knows, by when they start", _list, event=False).add_argument(
        "--json", action="store_true"
    )
    of("show", "one event", _show).add_argument("--json", action="store_true")
    publish = of("publish", "an event from a YAML file (docs/events.md)", _publish, event=False)
    publish.add_argument("file", type=file, metavar="FILE")
    publish.add_argument("--store", required=True, metavar="ID", help="whose desks sign its guests in")
    publish.add_argument(
        "--keep-days", type=number(0, _MOST_DAYS), metavar="N", help="after it its guests are kept so long (30)"
    )
    guests = of("guests", "bring a list of guests: XLSX, XLS, ODS, CSV in any encoding", _guests)
    guests.add_argument("file", type=file, metavar="FILE")
    guests.add_argument("--preview", action="store_true", help="only say what was understood and would change")
    guests.add_argument("--yes", action="store_true", help="take it without asking")
    guests.add_argument("--whole", action="store_true", help="who is not in this list is cancelled")
    guests.add_argument("--country", type=country, default="TW", metavar="XX", help="of phones that name none (TW)")
    tickets = of("tickets", "signed tickets of everybody who is expected: sheets, a table, letters", _tickets)
    tickets.add_argument("--out", type=new_file, metavar="FILE", help=".pdf: to be cut apart; .csv or .xlsx: a table")
    tickets.add_argument("--send", action="store_true", help="by letter, once to each (`kiosk hq messages`)")
    tickets.add_argument("--sms", action="store_true", help="with --send: to the phone where there is no address")
    tickets.add_argument("--again", action="store_true", help="with --send: also to those who had theirs")
    tickets.add_argument(
        "--feedback",
        action="store_true",
        help="the page that asks how it was in place of the ticket's code; with --send to everybody who came",
    )
    tickets.add_argument("--language", choices=LANGUAGES, default="zh_TW", help="of sheets and letters (zh_TW)")
    tickets.add_argument("--across", type=number(1, 4), default=2, metavar="N", help="tickets beside each other (2)")
    tickets.add_argument("--down", type=number(1, 6), default=3, metavar="N", help="tickets above each other (3)")
    came = of("attendance", "who came, by desk and hour; exits with 1 where a ticket let in two", _attendance)
    came.add_argument("--json", action="store_true")
    came.add_argument("--out", type=new_file, metavar="FILE", help="guest by guest: .csv or .xlsx")
    hq_events_report.add_arguments(
        of("report", "what an event brought: arrivals, who did not come, ways, answers", hq_events_report.run)
    )
    hq_events_pretix.add_parser(
        of("pretix", "tickets that pretix sells: pull its list, tell it who came", hq_events_pretix.run)
    )
    hq_events_photos.add_arguments(
        of("photos", "guests' photographs: look at them, let them through, refuse them", hq_events_photos.run)
    )
    of("close", "an event is over: no terminal is told of it any more", _close)


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 the answer is no, or there is a finding; 2 called wrongly."""
    code: int = args.events_run(hq, args)
    return code


def _guarded(run: Any) -> Any:
    """What cannot be done is said, with exit code 1."""

    def guarded(hq: Headquarters, args: argparse.Namespace) -> int:
        from kiosk.hq.guests_desk.events import EventsFault

        try:
            code: int = run(hq, args)
        except EventsFault as fault:
            complain(f"kiosk hq events {args.events_action}", fault)
            return _FINDING
        return code

    return guarded


# -- events -----------------------------------------------------------------------------------------------------------


def _plain(kept: Kept, guests: int) -> dict[str, Any]:
    import msgspec

    times = {"until": kept.until, "days": kept.days, "closed_at": kept.closed_at, "forgotten_at": kept.forgotten_at}
    return {"store": kept.store, "guests": guests, **times, "event": msgspec.to_builtins(kept.event)}


def _list(hq: Headquarters, args: argparse.Namespace) -> int:
    found = hq.events.listed()
    if args.json:
        print(json.dumps([_plain(one.kept, one.guests) for one in found], ensure_ascii=False))
        return _DONE
    for one in found:
        print(_line(one))
    print(f"{len(found)} in all")
    return _DONE


def _line(one: EventSeen) -> str:
    kept, event = one.kept, one.kept.event
    state = "  guests forgotten" if kept.forgotten_at else "  closed" if kept.closed_at else ""
    return f"{event.id}  {event.names.en}  {kept.store}  {_hours(kept)}  {one.guests} guests{state}"


def _hours(kept: Kept) -> str:
    zone = ZoneInfo(kept.event.zone)
    starts, ends = (at.astimezone(zone) for at in (kept.event.starts, kept.event.ends))
    same = starts.date() == ends.date()
    return f"{starts:%Y-%m-%d %H:%M} to {ends:%H:%M}" if same else f"{starts:%Y-%m-%d %H:%M} to {ends:%Y-%m-%d %H:%M}"


def _show(hq: Headquarters, args: argparse.Namespace) -> int:
    found = next((one for one in hq.events.listed() if one.kept.event.id == args.event), None)
    if found is None:
        hq.events.seen(args.event)
        return _FINDING
    if args.json:
        print(json.dumps(_plain(found.kept, found.guests), ensure_ascii=False))
        return _DONE
    print(_line(found))
    event = found.kept.event
    until = instant(found.kept.until).astimezone(ZoneInfo(event.zone))
    print(f"    {event.place or 'nowhere said'}; entry {event.entry.value}; guests are kept until {until:%Y-%m-%d}")
    for session in event.sessions:
        quota = f", {session.quota} places" if session.quota else ""
        starts = session.starts.astimezone(ZoneInfo(event.zone))
        print(f"    session {session.id}: {session.names.en}, {starts:%Y-%m-%d %H:%M}{quota}")
    for question in event.questions:
        needed = ", needed" if question.required else ""
        print(f"    question {question.id} ({question.kind.value}{needed}): {question.names.en}")
    return _DONE


def _publish(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.yaml_file import YamlFault, read_yaml

    try:
        said = read_yaml(args.file)
    except YamlFault as fault:
        complain("kiosk hq events publish", fault)
        return _FINDING
    event = hq.events.publish(args.store, said, caller(), args.keep_days)
    print(f"{event.id} is published; {_SOON}")
    return _DONE


def _close(hq: Headquarters, args: argparse.Namespace) -> int:
    kept = hq.events.close(args.event, caller())
    until = instant(kept.until).astimezone(ZoneInfo(kept.event.zone))
    print(f"{args.event} is closed; its guests are kept here until {until:%Y-%m-%d}")
    return _DONE


# -- lists ------------------------------------------------------------------------------------------------------------


def _guests(hq: Headquarters, args: argparse.Namespace) -> int:
    understood = _understood(hq, args)
    if understood is None:
        return _FAULT
    plan = hq.events.plan(args.event, understood.guests)
    for line in [*report_lines(understood), *_plan_lines(plan, whole=args.whole)]:
        print(line)
    if args.preview:
        return _DONE
    if not args.yes and not _agreed():
        print("nothing is taken: --yes takes it")
        return _FINDING
    done = hq.events.take(plan, caller(), whole=args.whole, progress=_progress)
    gone = f", {done.cancelled} cancelled" if args.whole else ""
    print(f"{args.event}: {done.new} new, {done.changed} changed, {done.same} as before{gone}; {_SOON}")
    return _DONE


def _understood(hq: Headquarters, args: argparse.Namespace) -> Understood | None:
    from kiosk.adapters.lists.apart import read_book_apart
    from kiosk.domain.guests.list_answers import ListAnswers
    from kiosk.domain.lists.book import UnreadableList
    from kiosk.domain.lists.understand import understand

    try:
        book = read_book_apart(args.file)
        return understand(book, args.country, questions=ListAnswers(hq.events.seen(args.event).event))
    except UnreadableList as error:
        why = UNREADABLE[error.trouble] + (f" ({error.detail})" if error.detail else "")
        complain("kiosk hq events guests", why)
        return None


def _plan_lines(plan: Plan, *, whole: bool) -> Iterator[str]:
    yield f"{len(plan.new)} would be new, {len(plan.changed)} would change, {plan.same} are there as they are"
    if plan.gone:
        meant = "would be cancelled" if whole else "stay (--whole cancels them)"
        yield f"{len(plan.gone)} of the event's list are not in this one and {meant}:"
        for guest in plan.gone[:_SHOWN]:
            yield f"    {guest.name or guest.id}"
        if len(plan.gone) > _SHOWN:
            yield f"    … and {len(plan.gone) - _SHOWN} more"
    if plan.more_than_quota:
        yield f"{plan.more_than_quota} people more than the event has places"


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    print("take it? [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _progress(done: int, total: int) -> bool:
    if sys.stderr.isatty():
        print(f"\r{done} of {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)
    return True


# -- tickets ----------------------------------------------------------------------------------------------------------


def _tickets(hq: Headquarters, args: argparse.Namespace) -> int:
    if args.out is None and not args.send:
        complain("kiosk hq events tickets", "--out FILE, or --send")
        return _FAULT
    if args.feedback and args.again:
        complain("kiosk hq events tickets", "--again: a guest is asked how it was only once")
        return _FAULT
    if args.out is not None:
        try:
            code = _write_tickets(hq, args, args.out)
        except OSError as fault:
            complain("kiosk hq events tickets", f"{args.out} cannot be written: {fault.strerror or fault}")
            return _FAULT
        if code:
            return code
    if args.send and args.feedback:
        asked = hq.events.ask_feedback(args.event, args.language, sms=args.sms)
        print(f"{asked.sent} who came are asked, each once; {asked.nowhere} have no address, {asked.answered} answered")
    elif args.send:
        done = hq.events.send_tickets(args.event, args.language, sms=args.sms, again=args.again)
        print(f"{done.sent} letters go out; {done.nowhere} guests have no address")
    return _DONE


def _write_tickets(hq: Headquarters, args: argparse.Namespace, out: Path) -> int:
    from kiosk.domain.lists.tables import OutTable
    from kiosk.hq.guests_desk.tickets import HEADINGS, table

    kept, made = hq.events.tickets(args.event)
    if args.feedback:
        linked = _to_feedback(hq, made)
        if linked is None:
            return _FINDING
        made = linked
    kind = out.suffix.lower()
    if kind == ".pdf":
        from kiosk.cli.screenless import application
        from kiosk.ui.documents.event_tickets import Sheet, write_tickets

        held = application()
        sheet = Sheet(kept.event, hq.brand(), tuple((one.guest, one.code) for one in made), args.feedback)
        pages = write_tickets(sheet, out, args.language, across=args.across, down=args.down)
        del held
        print(f"{out}: {len(made)} tickets on {pages} pages")
        return _DONE
    if kind not in (".csv", ".xlsx"):
        complain("kiosk hq events tickets", "--out: a .pdf, a .csv or an .xlsx")
        return _FAULT
    _write_table(out, OutTable(kept.event.id, HEADINGS, list(table(made))))
    print(f"{out}: {len(made)} tickets")
    return _DONE


def _to_feedback(hq: Headquarters, made: list[Ticket]) -> list[Ticket] | None:
    """The tickets with the address of their guest's feedback in place of the code; None: HQ has no address."""
    from kiosk.application.registration.passes import link_to

    brand = hq.brand()
    linked = [replace(one, code=link_to(brand.pages if brand else "", one.code, "/f/")) for one in made]
    if all(one.code for one in linked):
        return linked
    complain(
        "kiosk hq events tickets",
        "HQ's pages have no address that phones reach: kiosk hq brand --pages https://…/p/",
    )
    return None


def _write_table(out: Path, table: Any) -> None:
    from kiosk.adapters.lists.writing import write_csv, write_xlsx

    if out.suffix.lower() == ".csv":
        write_csv(out, table)
    else:
        write_xlsx(out, [table])


# -- who came ---------------------------------------------------------------------------------------------------------


def _attendance(hq: Headquarters, args: argparse.Namespace) -> int:
    found = hq.events.attended(args.event)
    if args.out is not None:
        from kiosk.domain.lists.tables import OutTable

        if args.out.suffix.lower() not in (".csv", ".xlsx"):
            complain("kiosk hq events attendance", "--out: a .csv or an .xlsx")
            return _FAULT
        try:
            _write_table(args.out, OutTable(args.event, _CAME, list(_came_rows(found))))
        except OSError as fault:
            complain("kiosk hq events attendance", f"{args.out} cannot be written: {fault.strerror or fault}")
            return _FAULT
    if args.json:
        print(json.dumps(_came_plain(hq, found), ensure_ascii=False))
    else:
        for line in _came_lines(hq, found):
            print(line)
    return _FINDING if found.doubles else _DONE


_CAME = ("guest", "name", "company", "seat", "ticket", "list", "people", "inside", "first in", "desk", "entries")


def _came_rows(found: Attended) -> Iterator[tuple[Any, ...]]:
    ids = dict.fromkeys([*found.guests, *(one.guest for one in found.attendance.spoken_of())])
    for name in ids:
        guest, state = found.guests.get(name), found.attendance.state(name)
        first = state.first
        yield (
            name,
            guest.name if guest else "",
            guest.company if guest else "",
            state.seat if state.seat is not None else guest.seat if guest else "",
            guest.ticket if guest else "",
            guest.standing.value if guest else "",
            state.people,
            state.inside,
            _time(found, first.at) if first else "",
            found.desks.get(first.word.device, first.word.device) if first else "",
            sum(1 for one in state.came if not one.double),
        )


def _time(found: Attended, at: int) -> str:
    return f"{instant(at).astimezone(ZoneInfo(found.kept.event.zone)):%Y-%m-%d %H:%M:%S}"


def _came_plain(hq: Headquarters, found: Attended) -> dict[str, Any]:
    counts = found.attendance.counts(hq.context.clock.now_ms())
    doubles = [
        {
            "guest": one.guest,
            "name": found.name_of(one.guest),
            "at": [_said(found, each) for each in (one.first, *one.others)],
        }
        for one in found.doubles
    ]
    said = {name: getattr(counts, name) for name in ("guests", "arrived", "inside", "walk_ins")}
    by = {name: dict(getattr(counts, name)) for name in ("by_tag", "by_session", "by_zone", "by_desk")}
    about = {"event": found.kept.event.id, "listed": len(found.guests)}
    return {**about, **said, **by, "by_slot": counts.by_slot, "doubles": doubles}


def _said(found: Attended, came: CameIn) -> dict[str, Any]:
    word = came.word
    return {"desk": found.desks.get(word.device, word.device), "device": word.device, "at": word.at, "by": word.actor}


def _came_lines(hq: Headquarters, found: Attended) -> Iterator[str]:
    counts = found.attendance.counts(hq.context.clock.now_ms())
    listed = len(found.guests)
    yield f"{counts.arrived} people came: {counts.guests} guests and whom they brought; {listed} are on the list"
    yield f"{counts.inside} are in the house; {counts.walk_ins} were not on the list before"
    for device, count in counts.by_desk.items():
        yield f"    {found.desks.get(device, device)}: {count}"
    for slot, count in counts.by_slot:
        yield f"    {_time(found, slot)[11:16]}  {count}"
    for one in found.doubles:
        yield f"one ticket let in two: {found.name_of(one.guest)}"
        for each in (one.first, *one.others):
            said = _said(found, each)
            yield f"    {_time(found, each.at)}, {said['desk']}, by {said['by']}"
