"""`kiosk hq staff …`: who works in the stores. A PIN is asked for without an echo, or read from standard input: it is
never an argument, which everybody on the machine could read, and never printed."""

from __future__ import annotations

import argparse
import dataclasses
import getpass
import io
import json
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from kiosk.cli.arguments import complain, new_file
from kiosk.domain.journal.fit import fit_text
from kiosk.domain.staff.new_pins import PinFlaw, pin_flaw
from kiosk.domain.staff.pins import MAX_PIN, MIN_PIN
from kiosk.domain.staff.roles import Role

if TYPE_CHECKING:
    from kiosk.hq.headquarters import Headquarters
    from kiosk.hq.staff.commands import StaffChange
    from kiosk.hq.staff.queries import StaffDone, StaffSeen

_DONE, _FINDING, _FAULT = 0, 1, 2
_SOON = "terminals know it with their next contact"
_FLAWS = {
    PinFlaw.NO_DIGITS: "a PIN has digits only",
    PinFlaw.LENGTH: f"a PIN has {MIN_PIN} to {MAX_PIN} digits",
    PinFlaw.REPEATED: "a PIN of repetitions is guessed first",
    PinFlaw.RUN: "a PIN that counts up or down is guessed first",
    PinFlaw.DATE: "a year or a day is guessed first",
    PinFlaw.FAVOURITE: "this PIN is many people's, and guessed first",
    PinFlaw.KNOWN_NUMBER: "this PIN is part of a number that colleagues know",
}


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


class _NoPin(Exception):
    """Nobody gave one; the text says so."""


def add_parser(actions: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add `staff` and what can be done with it to `kiosk hq`."""
    below = actions.add_parser("staff", help="who works in the stores: names, roles, PINs, badges").add_subparsers(
        dest="staff_action", required=True, metavar="WHAT"
    )
    listed = action("list", "everybody, also those who were stopped", below)
    listed.add_argument("--store", metavar="ID", help="only those who may work there")
    listed.add_argument("--json", action="store_true", help="print JSON")
    log = action("log", "what was done about staff, when, and by whom", below)
    log.add_argument("staff", nargs="?", metavar="STAFF", help="only about this person")
    log.add_argument("--json", action="store_true", help="print JSON")
    for name, words in (
        ("add", "somebody new; the PIN comes afterwards (`kiosk hq staff pin`)"),
        ("change", "another name, role, stores or days"),
    ):
        parser = action(name, words, below)
        new = name == "add"
        parser.add_argument("staff", metavar="STAFF", help="their id; journals name them by it, so it is never reused")
        parser.add_argument("--name", required=new)
        parser.add_argument("--role", choices=[role.value for role in Role], required=new)
        where = parser.add_mutually_exclusive_group(required=new)
        where.add_argument("--store", action="append", metavar="ID", help="where they work; may be repeated")
        where.add_argument("--every-store", action="store_true", help="they may work anywhere")
        parser.add_argument("--first-day", type=_day, metavar="DATE", help="first day of work, 2026-12-01, or none")
        parser.add_argument("--last-day", type=_day, metavar="DATE", help="last day of work, or none")
    for name, words in (
        ("stop", "they sign in nowhere any more; PIN and badge are forgotten"),
        ("start", "somebody who was stopped works again, with a new PIN"),
        ("pin", "a new PIN: asked for twice, or one line on standard input"),
    ):
        action(name, words, below).add_argument("staff", metavar="STAFF", help="their id")
    badge = action("badge", "a new badge in place of the old one: prints the code that is to be on it", below)
    badge.add_argument("staff", metavar="STAFF", help="their id")
    either = badge.add_mutually_exclusive_group()
    either.add_argument("--picture", type=new_file, metavar="FILE", help="write the code as a QR picture (SVG) instead")
    either.add_argument("--withdraw", action="store_true", help="the badge was lost: none is good any more")


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 the answer is no: no such person, a PIN that is guessed first; 2 called wrongly, or no PIN came."""
    from kiosk.hq.staff.commands import StaffFault

    try:
        return _ACTIONS[args.staff_action](hq, args)
    except StaffFault as fault:
        complain(f"kiosk hq staff {args.staff_action}", fault)
        return _FINDING
    except _NoPin as fault:
        complain("kiosk hq staff pin", fault)
        return _FAULT


def _list(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of, staff_lines

    found = [
        one for one in hq.staff.everybody() if args.store is None or one.stores is None or args.store in one.stores
    ]
    _print(found, args, lambda: staff_lines(names_of(hq), found, hq.context.clock.now_ms()))
    return _DONE


def _log(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of, staff_log_lines

    found = hq.staff.done(args.staff)
    _print(found, args, lambda: staff_log_lines(names_of(hq), found))
    return _DONE


def _add(hq: Headquarters, args: argparse.Namespace) -> int:
    person = hq.staff.add(args.staff, _change(args), caller())
    print(f"{person.id}: {person.name} is added; next their PIN: kiosk hq staff pin {person.id}")
    return _DONE


def _change_of(hq: Headquarters, args: argparse.Namespace) -> int:
    change = _change(args)
    if change.empty:
        complain("kiosk hq staff change", "say what changes: --name, --role, --store, --first-day, --last-day")
        return _FAULT
    person = hq.staff.change(args.staff, change, caller())
    print(f"{person.id}: {person.name} is changed; {_SOON}")
    return _DONE


def _stop(hq: Headquarters, args: argparse.Namespace) -> int:
    person = hq.staff.stop(args.staff, caller())
    print(f"{person.id}: {person.name} signs in nowhere any more; {_SOON}")
    return _DONE


def _start(hq: Headquarters, args: argparse.Namespace) -> int:
    person = hq.staff.start(args.staff, caller())
    print(f"{person.id}: {person.name} works again; next their PIN: kiosk hq staff pin {person.id}")
    return _DONE


def _pin(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.adapters.keys.passwords import Argon2PinHasher

    person = next((one for one in hq.staff.everybody() if one.id == args.staff and one.active), None)
    # nobody is asked for a PIN in vain; who is not there or was stopped hears so from the step itself
    pin = "" if person is None else _asked(f"{person.id} {person.name}")
    flaw = pin_flaw(pin, (args.staff,)) if person is not None else None
    if flaw is not None:
        complain("kiosk hq staff pin", _FLAWS[flaw])
        return _FINDING
    done = hq.staff.set_pin(args.staff, Argon2PinHasher().hash_pin(pin), caller())
    print(f"{done.id}: {done.name} has a new PIN; {_SOON}")
    return _DONE


def _badge(hq: Headquarters, args: argparse.Namespace) -> int:
    if args.withdraw:
        person = hq.staff.withdraw_badge(args.staff, caller())
        print(f"{person.id}: no badge of {person.name} is good any more; {_SOON}")
        return _DONE
    person, token, until = hq.staff.new_badge(args.staff, caller())
    if args.picture is None:
        print(token)
    else:
        from kiosk.files import write_whole

        write_whole(args.picture, _picture(token))
        print(f"{person.id}: the badge of {person.name} is in {args.picture}, good until {until:%Y-%m-%d}; {_SOON}")
    return _DONE


_ACTIONS: dict[str, Callable[[Headquarters, argparse.Namespace], int]] = {
    "list": _list,
    "log": _log,
    "add": _add,
    "change": _change_of,
    "stop": _stop,
    "start": _start,
    "pin": _pin,
    "badge": _badge,
}


def _change(args: argparse.Namespace) -> StaffChange:
    from kiosk.hq.staff.commands import StaffChange

    stores = () if args.every_store else tuple(args.store) if args.store else None
    role = None if args.role is None else Role(args.role)
    return StaffChange(args.name, role, stores, args.first_day, args.last_day)


def caller() -> str:
    """Whose command it is, as this computer knows them."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name
        return ""
    return name[:64] if fit_text(name) else ""


def _day(text: str) -> date:
    """A day, or "none"."""
    if text == "none":
        return date.min  # `kiosk.hq.staff.commands.ANY_DAY`
    try:
        read = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no day such as 2026-12-31") from error
    if not 1970 <= read.year <= 2999:
        raise argparse.ArgumentTypeError(f"'{text}' is not between 1970 and 2999")
    return read


def _asked(whose: str) -> str:
    """The PIN: from somebody at the keyboard, twice and without an echo; else the first line of standard input."""
    if sys.stdin is None:
        raise _NoPin("no PIN: there is no standard input")
    if not sys.stdin.isatty():
        try:
            line = sys.stdin.readline().rstrip("\r\n").removeprefix("\ufeff")
        except UnicodeDecodeError as fault:
            raise _NoPin("no PIN: standard input is no text") from fault
        if not line:
            raise _NoPin("no PIN: standard input is empty")
        return line
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            pin = getpass.getpass(f"New PIN of {whose}: ")
            if pin != getpass.getpass("Once more: "):
                raise _NoPin("the two are not the same; nothing was changed")
    except EOFError as ended:
        raise _NoPin("no PIN was given; nothing was changed") from ended
    except getpass.GetPassWarning as shown:
        raise _NoPin("this console would show the PIN: give it on standard input") from shown
    return pin


def _picture(token: str) -> bytes:
    import qrcode
    from qrcode.image.svg import SvgPathImage

    symbol = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, image_factory=SvgPathImage)
    symbol.add_data(token)
    made = io.BytesIO()
    symbol.make_image().save(made)
    return made.getvalue()


def _print(
    found: Sequence[StaffSeen] | Sequence[StaffDone], args: argparse.Namespace, lines: Callable[[], Iterator[str]]
) -> None:
    if args.json:
        print(json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False, default=str))
        return
    for line in lines():
        print(line)
    print(f"{len(found)} in all")
