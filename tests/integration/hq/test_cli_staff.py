"""`kiosk hq staff` on a real data folder, and a real terminal at whose sign-in it counts."""

from __future__ import annotations

import getpass
import io
import json
import os
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from kiosk.adapters.clock import SystemClock, SystemRandomness
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.engine import SyncEngine
from kiosk.adapters.sync.transport import RequestsTransport
from kiosk.application.staff.outcomes import BadgeRead, SignedIn
from kiosk.bootstrap import Terminal, open_terminal
from kiosk.cli.hq import open_hq
from kiosk.config import load, with_data_dir
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.hq.headquarters import Headquarters
from kiosk.installation import DeviceSigner, key_store
from tests.integration.hq.conftest import DemoData
from tests.integration.terminal.local_hq import LocalHq
from tests.shared.calls import called

PIN = "30619"
ADD = ("add", "s-104", "--name", "賴冠廷", "--role", "clerk", "--store", "xinyi")


class Shop(NamedTuple):
    """HQ's folder and a terminal in xinyi; `staff` is the command, `pull` the next contact with HQ."""

    folder: Path
    hq: Headquarters
    till: Terminal
    pull: Callable[[], object]

    def staff(self, *words: str, told: str | io.StringIO = "", ends: int = 0) -> str:
        """What the command says; `told`: what comes from its standard input."""
        code, said, heard = called(["hq", "staff", *words, "--data", str(self.folder)], told=told)
        assert code == ends, (said, heard)
        assert "Traceback" not in heard
        assert (heard == "") == (ends == 0)
        return said if ends == 0 else heard

    def sign_in(self, staff: str, pin: str) -> SignedIn | Refusal:
        """At the terminal, after its next contact with HQ."""
        self.pull()
        return self.till.service.sign_in(staff, pin)

    def badge(self, code: str) -> SignedIn | Refusal | None:
        """A badge is scanned there."""
        self.pull()
        read = self.till.service.badge_of(ScanEvent(code, Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
        return self.till.service.sign_in_badge(read.staff, read.serial) if isinstance(read, BadgeRead) else None


class Keyboard(io.StringIO):
    """Somebody sits at it."""

    def isatty(self) -> bool:
        return True


class Garbled(io.StringIO):
    """What comes is no text of the machine's code page."""

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]  # as StringIO itself
        raise UnicodeDecodeError("cp950", b"\xff", 0, 1, "illegal multibyte sequence")


@pytest.fixture
def shop(tmp_path: Path, demo_data: DemoData) -> Iterator[Shop]:
    folder = tmp_path / "hq"
    demo_data(folder, 3)
    hq = open_hq(folder)
    served = LocalHq(lambda *request: hq.wire.handle(*request))
    code = hq.enroll_code("xinyi", name="XY01")
    assert code is not None
    data = tmp_path / "till"
    assert called(["enroll", "--hq", served.url, "--code", code, "--data", str(data)])[0] == 0
    settings = with_data_dir(load(environment={}), data)
    till = open_terminal(settings)
    way = RequestsTransport(served.url)
    engine = SyncEngine(
        till.ledger, till.reference, HqClient(way), DeviceSigner(key_store(settings), SystemRandomness()),
        SystemClock(), SystemRandomness(), folder=data, app_version="test",
    )  # fmt: skip
    yield Shop(folder, hq, till, engine.round)
    till.close()
    way.close()
    served.close()
    hq.database.close()


def test_from_the_first_day_to_the_last(shop: Shop) -> None:
    assert "next their PIN: kiosk hq staff pin s-104" in shop.staff(*ADD)
    assert "賴冠廷  clerk  Xinyi Flagship (xinyi)  no PIN yet" in shop.staff("list")
    refused = shop.sign_in("s-104", PIN)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.STAFF_INACTIVE

    said = shop.staff("pin", "s-104", told=PIN + "\n")
    assert "賴冠廷 has a new PIN" in said
    answer = shop.sign_in("s-104", PIN)
    assert isinstance(answer, SignedIn)
    assert (answer.actor.name, answer.actor.role) == ("賴冠廷", Role.CLERK)
    assert shop.till.service.must_leave(answer.actor) is None

    shop.staff("pin", "s-104", told="90418\r\n")  # of a pipe on Windows
    wrong = shop.sign_in("s-104", PIN)
    assert isinstance(wrong, Refusal)
    assert wrong.code is RefusalCode.WRONG_PIN
    assert isinstance(shop.sign_in("s-104", "90418"), SignedIn)

    shop.staff("change", "s-104", "--role", "manager", "--name", "賴冠廷（店長）")
    assert shop.sign_in("s-104", "90418") == SignedIn(Staff("s-104", "賴冠廷（店長）", Role.MANAGER))
    assert shop.till.service.must_leave(answer.actor) == answer.actor  # who works as a clerk signs in again

    assert "signs in nowhere any more" in shop.staff("stop", "s-104")
    stopped = shop.sign_in("s-104", "90418")
    assert isinstance(stopped, Refusal)
    assert stopped.code is RefusalCode.STAFF_INACTIVE
    assert "s-104" not in {one.id for one in shop.till.service.staff()}
    assert shop.till.service.must_leave(Staff("s-104", "賴冠廷（店長）", Role.MANAGER)) is not None
    assert "stopped" in shop.staff("list", "--store", "xinyi")

    shop.staff("start", "s-104")
    shop.staff("pin", "s-104", told=PIN)
    assert isinstance(shop.sign_in("s-104", PIN), SignedIn)
    shop.staff("change", "s-104", "--store", "banqiao")
    gone = shop.sign_in("s-104", PIN)
    assert isinstance(gone, Refusal)
    assert gone.code is RefusalCode.STAFF_UNKNOWN
    assert shop.hq.verify() == []


def test_badges(shop: Shop, tmp_path: Path) -> None:
    shop.staff(*ADD)
    first = shop.staff("badge", "s-104").strip()
    assert isinstance(shop.badge(first), SignedIn)  # without a PIN, too
    second = shop.staff("badge", "s-104").strip()
    answer = shop.badge(first)
    assert isinstance(answer, Refusal)
    assert answer.code is RefusalCode.STAFF_INACTIVE
    assert isinstance(shop.badge(second), SignedIn)
    shop.staff("badge", "s-104", "--withdraw")
    assert isinstance(shop.badge(second), Refusal)
    shop.staff("badge", "s-104", "--withdraw", ends=1)

    picture = tmp_path / "badge.svg"
    said = shop.staff("badge", "s-104", "--picture", str(picture))
    assert "KB1:" not in said
    assert re.search(r"good until \d{4}-\d\d-\d\d", said)
    assert ElementTree.parse(picture).getroot().tag.endswith("svg")
    if os.name != "nt":
        assert picture.stat().st_mode & 0o077 == 0  # whoever has the picture has the badge


@pytest.mark.parametrize(
    ("pin", "ends", "why"),
    [
        ("", 2, "standard input is empty"),
        ("\n30619\n", 2, "standard input is empty"),
        ("30a19", 1, "digits only"),
        ("306", 1, "4 to 8 digits"),
        ("1234", 1, "counts up or down"),
        ("7777", 1, "repetitions"),
        ("1987", 1, "a year or a day"),
        ("2580", 1, "many people's"),
    ],
)
def test_a_pin_that_is_none_or_guessed_first_changes_nothing(shop: Shop, pin: str, ends: int, why: str) -> None:
    said = shop.staff("pin", "s-102", told=pin, ends=ends)
    assert why in said
    assert said.count("\n") == 1
    assert not pin.strip() or pin.strip() not in said
    assert isinstance(shop.sign_in("s-102", "1357"), SignedIn)
    assert shop.hq.staff.done() == []


def test_at_a_keyboard_it_is_asked_for_twice_without_an_echo(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def keyed(*pins: str) -> None:
        waiting = iter(pins)

        def ask(prompt: str) -> str:
            asked.append(prompt)
            return next(waiting)

        monkeypatch.setattr("getpass.getpass", ask)

    keyed(PIN, "30618")
    assert "not the same; nothing was changed" in shop.staff("pin", "s-102", told=Keyboard(), ends=2)
    keyed(PIN, PIN)
    shop.staff("pin", "s-102", told=Keyboard())
    assert asked[-2] == "New PIN of s-102 陳柏翰: "
    assert isinstance(shop.sign_in("s-102", PIN), SignedIn)


def test_a_console_that_would_show_it_and_bytes_that_are_no_text(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(_prompt: str) -> str:
        warnings.warn("Can not control echo on the terminal.", getpass.GetPassWarning, stacklevel=2)
        return PIN

    monkeypatch.setattr("getpass.getpass", shown)
    assert "would show the PIN" in shop.staff("pin", "s-102", told=Keyboard(), ends=2)
    assert "no text" in shop.staff("pin", "s-102", told=Garbled(), ends=2)
    assert shop.hq.staff.done() == []


def test_whose_command_it_was_is_a_name_or_nothing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, kept in (("wang", "wang"), ("\udc80", ""), ("x" * 200, "x" * 64)):
        monkeypatch.setattr("getpass.getuser", lambda name=name: name)
        shop.staff("badge", "s-102")
        assert shop.hq.staff.done()[-1].by == kept


def test_the_terminals_screen_hears_of_staff_alone(shop: Shop) -> None:
    """Staff lie in the ledger, the rest of what HQ publishes in ref.db: the screen looks at one number for both."""
    shop.pull()
    before = shop.till.reference.generation
    shop.pull()
    assert shop.till.reference.generation == before
    shop.staff("stop", "s-103")
    shop.pull()
    assert shop.till.reference.generation > before


def test_nobody_is_asked_for_the_pin_of_nobody(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.cli.hq_staff._asked", lambda _: pytest.fail("asked"))
    shop.staff("stop", "s-103")
    for staff in ("s-999", "s-103"):
        assert staff in shop.staff("pin", staff, ends=1)


def test_what_is_wrong_is_said_in_one_line(shop: Shop) -> None:
    shop.staff(*ADD)
    refused: tuple[tuple[tuple[str, ...], str], ...] = (
        (ADD, "ids are not given twice"),
        (("add", "s 1", *ADD[2:]), "cannot be a staff id"),
        (("add", "s-105", *ADD[2:-1], "nowhere"), "no such store: nowhere"),
        (("change", "s-104", "--first-day", "2027-02-01", "--last-day", "2027-01-31"), "before the first"),
        (("stop", "s-999"), "no such staff: s-999"),
        (("start", "s-104"), "was not stopped"),
    )
    for words, why in refused:
        said = shop.staff(*words, ends=1)
        assert why in said
        assert said.count("\n") == 1
    wrong: tuple[tuple[tuple[str, ...], str], ...] = (
        (("change", "s-104"), "say what changes"),
        (("change", "s-104", "--first-day", "31.12.2026"), "no day such as"),
        (("change", "s-104", "--store", "xinyi", "--every-store"), "not allowed with"),
        (("add", "s-105", "--name", "x", "--role", "king", "--store", "xinyi"), "invalid choice"),
        (("pin", "s-104", PIN), "unrecognized arguments"),  # never as an argument
    )
    for words, why in wrong:
        said = shop.staff(*words, ends=2)
        assert why in said
        assert said.count("\n") == 1


def test_the_lists_are_for_people_and_have_no_secret(shop: Shop) -> None:
    shop.staff(*ADD, "--last-day", "2031-03-31")
    shop.staff("pin", "s-104", told=PIN)
    badge = shop.staff("badge", "s-104").strip()
    shop.staff("stop", "s-103")
    listed, log = shop.staff("list"), shop.staff("log")
    assert "s-104  賴冠廷  clerk  Xinyi Flagship (xinyi)  PIN and badge  until 2031-03-31\n" in listed
    assert "s-103  黃詩涵  clerk  Xinyi Flagship (xinyi)  stopped\n" in listed
    assert "s-901  鄭雅雯  auditor  every store  PIN and badge\n" in listed
    assert listed.endswith("10 in all\n")
    line = r"\d{4}-\d\d-\d\d \d\d:\d\d  s-10\d  [^ ]+  [a-zA-Z ]+(: clerk, Xinyi Flagship \(xinyi\))?(  by .+)?"
    assert [one for one in log.splitlines()[:-1] if not re.fullmatch(line, one)] == []
    assert log.endswith("4 in all\n")
    assert shop.staff("log", "s-103").count("stopped") == 1
    rows = json.loads(shop.staff("list", "--json"))
    assert next(row for row in rows if row["id"] == "s-104")["has_pin"] is True
    assert [row["what"] for row in json.loads(shop.staff("log", "s-104", "--json"))] == ["added", "pin", "badge"]
    serial = shop.till.service.badge_of(ScanEvent(badge, Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
    assert isinstance(serial, BadgeRead)
    for text in (listed, log, json.dumps(rows)):
        assert "argon2" not in text
        assert PIN not in text
        assert serial.serial not in text
