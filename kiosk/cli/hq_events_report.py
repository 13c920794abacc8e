"""`kiosk hq events report EVENT`: what an event brought, for the people who held it."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.cli.arguments import complain, new_file
from kiosk.domain.lists.tables import OutCell, OutTable
from kiosk.domain.time import instant

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.domain.guests.event import Event
    from kiosk.domain.guests.report import Report
    from kiosk.hq.guests.feedback import Feedback
    from kiosk.hq.guests_desk.attendance import Attended
    from kiosk.hq.headquarters import Headquarters

_DONE, _FAULT = 0, 2
_KINDS = (".xlsx", ".csv", ".pdf")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", type=new_file, metavar="FILE", help="write it: .xlsx, or the figures as .csv or .pdf")
    parser.add_argument("--names", action="store_true", help="with an .xlsx: who did not come, and who wrote, by name")


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 2 the file cannot be written."""
    from kiosk.domain.guests.report import report_of

    found = hq.events.attended(args.event)
    said = hq.events.feedback(args.event)
    now = hq.context.clock.now_ms()
    report = report_of(
        found.kept.event, found.guests.values(), found.attendance, now, (answer.score for answer in said)
    )
    if args.out is not None:
        if args.out.suffix.lower() not in _KINDS:
            complain("kiosk hq events report", "--out: an .xlsx, a .csv or a .pdf")
            return _FAULT
        try:
            _write(hq, args.out, found, report, said, names=args.names)
        except OSError as fault:
            complain("kiosk hq events report", f"{args.out} cannot be written: {fault.strerror or fault}")
            return _FAULT
        print(args.out)
    elif args.json:
        plain = dataclasses.asdict(report)
        plain["nps"] |= {"answers": report.nps.answers, "score": report.nps.score}
        print(json.dumps(plain, ensure_ascii=False))
    else:
        for what, value in _figures(found.kept.event, report):
            print(f"{what:34} {value}")
    return _DONE


def _write(
    hq: Headquarters, path: Path, found: Attended, report: Report, said: Sequence[Feedback], *, names: bool
) -> None:
    event = found.kept.event
    figures = OutTable("Figures", ("what", "how many"), list(_figures(event, report)))
    match path.suffix.lower():
        case ".pdf":
            from kiosk.cli.table_pdf import write_table_pdf

            write_table_pdf(path, figures, event.names.en, hq.brand())
        case ".csv":
            from kiosk.adapters.lists.writing import write_csv

            write_csv(path, figures)
        case _:
            from kiosk.adapters.lists.writing import write_xlsx

            write_xlsx(path, [figures, *_tables(found, report, names=names), *_feedback(found, said, names=names)])


def _figures(event: Event, report: Report) -> Iterator[tuple[str, OutCell]]:
    """Everything that is one number."""
    counts = report.counts
    yield "guests on the list", report.listed
    yield "of them came", report.came
    yield "of them did not come", report.no_shows
    yield "walk-ins", report.walk_ins
    yield "walk-ins whom a member brought", report.recommended
    yield "left on the waiting list", report.waiting
    yield "cancelled", report.cancelled
    yield "people expected", report.people_expected
    yield "people who came", counts.arrived
    yield "tickets let in twice", counts.doubles
    if report.peak is not None:
        yield f"most in five minutes, from {_clock(event, report.peak[0])}", report.peak[1]
    for name, shares in (("tag", report.tags), ("session", report.sessions)):
        for share in shares:
            yield f"{name} {share.id}, expected", share.expected
            yield f"{name} {share.id}, came", share.came
    for source, count in report.by_source.items():
        yield f"onto the list by {source}", count
    for how, count in report.by_how.items():
        yield f"found by {how}", count
    for asked in report.answers:
        for answer, count in asked.by:
            yield f"{asked.question}: {answer}", count
        yield f"{asked.question}: in words", asked.texts
        yield f"{asked.question}: no answer", asked.none
    nps = report.nps
    yield "would they recommend it, answers", nps.answers
    if nps.score is not None:
        yield "NPS (-100 to 100)", nps.score
        yield "promoters (9, 10)", nps.promoters
        yield "passives (7, 8)", nps.passives
        yield "detractors (0 to 6)", nps.detractors


def _tables(found: Attended, report: Report, *, names: bool) -> Iterator[OutTable]:
    event = found.kept.event
    slots = [(_clock(event, start), people) for start, people in report.counts.by_slot]
    yield OutTable("Arrivals", ("from", "people"), slots)
    desks = [(found.desks.get(device, device), people) for device, people in report.counts.by_desk.items()]
    yield OutTable("Desks", ("desk", "people"), desks)
    missing = [
        (guest.id, guest.name if names else "", guest.company if names else "", guest.ticket, 1 + guest.plus_ones)
        for guest in found.guests.values()
        if found.attendance.state(guest.id).first is None and guest.standing.value == "expected"
    ]
    yield OutTable("Did not come", ("guest", "name", "company", "ticket", "people"), missing)


def _feedback(found: Attended, said: Sequence[Feedback], *, names: bool) -> Iterator[OutTable]:
    given = Counter(one.score for one in said)
    yield OutTable("Recommend", ("score", "answers"), [(score, given[score]) for score in range(10, -1, -1)])
    event = found.kept.event
    words = [
        (_clock(event, one.at), one.score, one.text, one.guest, found.name_of(one.guest) if names else "")
        for one in said
        if one.text
    ]
    yield OutTable("In words", ("when", "score", "words", "guest", "name"), words)


def _clock(event: Event, at: int) -> str:
    return f"{instant(at).astimezone(ZoneInfo(event.zone)):%Y-%m-%d %H:%M}"
