"""Every command ends with a documented exit code, one line where it could not do its work, and never a traceback: asked
for help, called with nonsense, over a data folder that is missing, somebody else's or damaged, without HQ."""

from __future__ import annotations

import argparse
import re
import shutil
import socket
import sqlite3
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib import import_module
from pathlib import Path
from threading import Thread

import pytest

from kiosk import paths
from kiosk.__main__ import COMMANDS
from kiosk.adapters.keys.keystore import LEDGER_KEY
from kiosk.cli.arguments import Parser
from kiosk.cli.hq import DATABASE_KEY
from kiosk.config import load, with_data_dir
from kiosk.installation import key_store
from tests.shared.calls import called

pytestmark = pytest.mark.usefixtures("no_key_store_of_the_desktop", "qapp")

KEY = "KB1:RRQ+D9P60CO0JK"
CALLS: dict[str, list[str]] = {
    "run": [],
    "demo": [],
    "enroll": ["--hq", "http://127.0.0.1:1", "--code", "ABCD-EFGH"],
    "ledger verify": [],
    "ledger rebuild": ["--check"],
    "ledger backup": [],
    "ledger restore": [__file__],
    "ledger show": [],
    "token show": [KEY, "--own-keys"],
    "decode": [__file__],
    "scanner learn": [],
    "event import": ["x.csv", "--preview"],
    "event rows": ["x.csv"],
    "explain": ["x"],
    "verify-draw": [__file__],
    "slips list": [],
    "slips print": ["x", "--to", "slips.pdf"],
    "campaign check": [__file__],
    "campaign schema": [],
    "campaign price": [__file__, "--item", "tea:3@100:tea"],
    "campaign tell": [__file__],
    "campaign rehearse": [__file__, "--synthetic", "5"],
    "campaign poster": [__file__, "--out", "poster.pdf"],
    "campaign sign": [__file__, "--key", "0" * 64, "--key-id", "k"],
    "campaign verify": [__file__, "--keys", __file__],
    "screenshots": [],
    "self-test": [],
    "hq run": ["--port", "0"],
    "hq demo-data": ["--members", "1"],
    "hq enroll-code": ["--store", "xinyi"],
    "hq revoke-device": ["x"],
    "hq let-go-on": ["x"],
    "hq brand": ["--name", "x"],
    "hq catalogue": ["--remove"],
    "hq staff list": [],
    "hq staff log": [],
    "hq staff add": ["s-1", "--name", "x", "--role", "clerk", "--store", "xinyi"],
    "hq staff change": ["s-1", "--role", "manager"],
    "hq staff stop": ["s-1"],
    "hq staff start": ["s-1"],
    "hq staff pin": ["s-1"],
    "hq staff badge": ["s-1"],
    "hq issue-coupons": ["--series", "x", "--template", "x", "--count", "5", "--until", "2999-01-01"],
    "hq revoke-coupons": ["--series", "x"],
    "hq series": [],
    "hq vouchers": [],
    "hq slips list": [],
    "hq slips book": ["--store", "xinyi", "--template", "x", "--count", "5"],
    "hq events list": [],
    "hq events show": ["x"],
    "hq events publish": [__file__, "--store", "xinyi"],
    "hq events guests": ["x", __file__, "--preview"],
    "hq events tickets": ["x", "--send"],
    "hq events attendance": ["x"],
    "hq events report": ["x"],
    "hq events pretix": ["x"],
    "hq events photos": ["x"],
    "hq events close": ["x"],
    "hq draws claims": [],
    "hq draws list": [],
    "hq draws show": ["x/y/2026-01-01"],
    "hq draws freeze": ["x/y/2026-01-01"],
    "hq draws publish": ["x/y/2026-01-01"],
    "hq draws draw": ["x/y/2026-01-01"],
    "hq draws pass": ["x/y/2026-01-01", "1", "--reason", "no_show", "--by", "a", "--second", "b"],
    "hq draws void": ["x/y/2026-01-01", "--reason", "wrong_list", "--by", "a", "--second", "b"],
    "hq draws close": ["x/y/2026-01-01"],
    "hq draws file": ["x/y/2026-01-01"],
    "hq draws exclude": [],
    "hq draws totals": [],
    "hq draws board": [],
    "hq draws leases": [],
    "hq draws beacons": [],
    "hq remarks": [],
    "hq draws leftovers": ["x"],
    "hq slips allow": ["--template", "x", "--count", "5"],
    "hq registration show": [],
    "hq registration set": [__file__],
    "hq review list": [],
    "hq review show": ["x"],
    "hq review approve": ["x"],
    "hq review reject": ["x", "--reason", "invented"],
    "hq review ask": ["x", "--what", "phone"],
    "hq members find": ["x"],
    "hq members show": ["x"],
    "hq members export": ["x"],
    "hq members erase": ["x", "--why", "asked", "--yes"],
    "hq members consent": ["x", "marketing", "--withdrawn"],
    "hq members merge": ["x", "y"],
    "hq messages show": [],
    "hq messages mail": [__file__],
    "hq messages sms": [__file__],
    "hq messages off": ["mail"],
    "hq messages test": ["mail", "x@example.org"],
    "hq messages list": [],
    "hq messages retry": [],
    "hq messages texts": [],
    "hq referrals": [],
    "hq keys": ["list"],
    "hq publish-campaign": [__file__],
    "hq withdraw-campaign": ["x"],
    "hq sweep": [],
    "hq stop": [],
    "hq terminals": [],
    "hq conflicts": [],
    "hq redemptions": [],
    "hq rewards": [],
    "hq overruns": [],
    "hq coupons": ["sign", "x"],
    "hq unread": [],
    "hq verify": [],
    "hq rebuild": [],
}
"""Each command as somebody could call it."""
BEGIN = {"hq run", "hq demo-data", "enroll"}
"""Commands that begin something in an empty folder."""
ON_SCREEN = ("demo", "run")
"""What is wrong with their data is said on a page, which waits for whoever looks (tests/ui/test_window.py)."""
DATA = sorted(name for name in CALLS if name.split()[0] in {"enroll", "ledger", "token", "explain", "slips", "hq"})


def _leaves(parser: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    below = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not below:
        yield name, parser
    for word, one in below[0].choices.items() if below else ():
        yield from _leaves(one, f"{name} {word}".strip())


def _parsers() -> dict[str, argparse.ArgumentParser]:
    parser = Parser(prog="kiosk")
    below = parser.add_subparsers()
    for module, _ in COMMANDS.values():
        import_module(module).add_parser(below)
    return dict(_leaves(parser))


@pytest.fixture(scope="module")
def no_key_store_of_the_desktop() -> Iterator[None]:
    """Whoever runs the tests on a desktop keeps their key store as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        yield


def _one_line(code: int, said: str, heard: str, *, expected: int = 2) -> None:
    assert (code, said) == (expected, ""), heard
    assert heard.endswith("\n")
    assert heard[:-1].isprintable(), heard  # one line
    assert "Traceback" not in heard


def test_every_command_is_called_here() -> None:
    assert set(CALLS) == set(_parsers())
    assert {name for name, parser in _parsers().items() if "--data" in parser._option_string_actions} == {
        *DATA,
        *ON_SCREEN,
    }


def test_every_argument_takes_its_own_default() -> None:
    """Else the command can only be called with it."""
    for name, parser in _parsers().items():
        for argument in parser._actions:
            if callable(argument.type) and isinstance(argument.default, str):
                assert argument.type(argument.default) is not None, (name, argument.option_strings)


def test_the_codes_that_are_documented() -> None:
    told = (paths.root() / "docs" / "operations.md").read_text(encoding="utf-8")
    section = told.partition("## Exit codes and output\n")[2].partition("\n## ")[0]
    assert re.findall(r"`(\d)`:", section) == ["0", "1", "2"]
    readme = (paths.root() / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"`(\d)`", readme.partition("Exit codes: ")[2].partition("\n\n")[0]) == ["0", "1", "2"]


@pytest.mark.parametrize("name", CALLS)
def test_help(name: str) -> None:
    code, said, heard = called([*name.split(), "--help"])
    assert (code, heard) == (0, "")
    assert said.startswith(f"usage: kiosk {name} ")
    for group in (name.split()[:at] for at in range(1, len(name.split()))):
        code, said, heard = called([*group, "--help"])
        assert (code, heard, name.split()[len(group)] in said) == (0, "", True)


@pytest.mark.parametrize("name", CALLS)
def test_nonsense(name: str) -> None:
    words = [*name.split(), *CALLS[name]]
    for more in (["--nonsense"], ["one", "too", "many"], ["--config", "x"]):
        if more[0] == "one" and name in {"decode", "campaign check", "hq publish-campaign"}:
            continue  # which take any number of files
        code, said, heard = called([*words, *more])
        _one_line(code, said, heard)
        assert heard.startswith("kiosk")
    for wrong in ([*name.split()[:-1], "no-such"], name.split()[:-1]):
        _one_line(*called(wrong))


def _missing(folder: Path) -> None:
    """Nothing is made."""


def _empty(folder: Path) -> None:
    folder.mkdir()


def _foreign(folder: Path) -> None:
    """Files of our names that somebody else's program wrote."""
    folder.mkdir()
    for name in ("ledger.db", "ref.db", "hq.db"):
        (folder / name).write_bytes(b"\x00\xffno database\n" * 900)


def _plain(folder: Path) -> None:
    """Databases, but not encrypted, and not ours; with a key at hand."""
    folder.mkdir()
    for name in ("ledger.db", "ref.db", "hq.db"):
        with sqlite3.connect(folder / name) as database:
            database.execute("CREATE TABLE fact (a)")
        database.close()
    keys = key_store(with_data_dir(load(environment={}), folder))
    for name in (LEDGER_KEY, DATABASE_KEY):
        keys.put(name, b"k" * 32)


def _elsewhere(folder: Path) -> None:
    """A data folder that was copied from another machine: its secret stayed there."""
    _plain(folder)
    shutil.rmtree(folder.with_name(f"{folder.name}-secret"))


def _folders(folder: Path) -> None:
    """Folders where files are looked for."""
    for name in ("ledger.db", "ref.db", "hq.db", "keys.json"):
        (folder / name).mkdir(parents=True)


def _key_store(folder: Path) -> None:
    """A key store that cannot be read."""
    _foreign(folder)
    (folder / "keystore.json").write_bytes(b"\xff{")


@pytest.mark.parametrize("kind", [_missing, _empty, _foreign, _plain, _elsewhere, _folders, _key_store])
@pytest.mark.parametrize("name", DATA)
def test_a_data_folder_that_is_of_no_use(
    name: str, kind: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.stop_request._NOTICED_WITHIN_S", 0.01)  # nobody serves from here
    folder = tmp_path / "data"
    kind(folder)
    if name in BEGIN and kind in (_missing, _empty):
        return  # nothing is wrong with it: it begins there
    before = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*.db")) if path.is_file()}
    code, said, heard = called([*name.split(), *CALLS[name], "--data", str(folder)])
    if name.startswith("ledger") and kind is _plain:  # the key is there: what is found is no sound ledger
        assert (code, said) == (1, "")
        assert heard.startswith("NOT SOUND: ")
        assert "Traceback" not in heard
    else:
        nobody = name == "hq stop" and (folder / "hq.db").exists()  # serves from there, which is an answer
        _one_line(code, said, heard, expected=1 if nobody else 2)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("name", [*DATA, *ON_SCREEN])
def test_a_file_is_no_data_folder(name: str) -> None:
    for file in (__file__, f"{__file__}/below"):
        code, said, heard = called([*name.split(), *CALLS[name], "--data", file])
        _one_line(code, said, heard)
        assert file in heard


def test_hq_that_is_not_reached_is_said(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
        code, said, heard = called(["enroll", "--hq", address, "--code", "ABCD-EFGH", "--data", str(tmp_path / "d")])
    _one_line(code, said, heard)
    assert f"HQ at {address} is not reached: nothing listens there" in heard


class _Stranger(BaseHTTPRequestHandler):
    """Some web server."""

    def do_POST(self) -> None:
        self.send_error(404, "What?")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Say nothing."""


def test_a_stranger_is_not_hq(tmp_path: Path) -> None:
    server = HTTPServer(("127.0.0.1", 0), _Stranger)
    thread = Thread(target=server.serve_forever)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    try:
        code, said, heard = called(["enroll", "--hq", address, "--code", "ABCD-EFGH", "--data", str(tmp_path / "d")])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    _one_line(code, said, heard)
    assert f"what answers at {address} is not HQ" in heard
