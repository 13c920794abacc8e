"""What stops a start or a sale is shown as a page with what to do, never as a traceback, and the process lives."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.adapters.keys.keystore import LEDGER_KEY
from kiosk.installation import key_store
from kiosk.ui.shell.fault_page import FaultSheet
from kiosk.ui.stations.checkout.machine import Phase
from tests.e2e.hands import Hands, Wait
from tests.e2e.shop import ROOT, STORE, Shop, assert_converged, enrol_code, ledger_uses
from tests.shared.forks import begun

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own


def start(shop: Shop, *typed: str) -> Any:
    """What comes on the screen at a start; `typed`: address and code, into the enrolment page."""
    errors = shop.folder / "start.log"
    with begun("tests.e2e.start", str(shop.folder), *typed, errors=errors) as station:
        assert station.stdout is not None
        out = station.stdout.read()
        return _said(out, errors.read_text("utf-8"), station.wait())


def start_by(prefix: list[str], shop: Shop) -> Any:
    """What comes on the screen when another program starts it."""
    command = [*prefix, sys.executable, "-m", "tests.e2e.start", str(shop.folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)
    return _said(done.stdout, done.stderr, done.returncode)


def _said(out: str, errors: str, code: int) -> Any:
    assert "Traceback" not in out + errors
    said = json.loads(out)
    assert code == (0 if "station" in said else 2), errors
    return said


def assert_words(said: Any, code: str) -> None:
    """A page with a title, a sentence, and steps, and the code for support."""
    assert said["code"] == code
    assert said["title"]
    assert len([words for words in said["words"] if len(words) > 20]) >= 3
    assert any(code in words for words in said["words"])


def other_key(shop: Shop) -> None:
    key_store(shop.settings).put(LEDGER_KEY, bytes(32))


def no_key(shop: Shop) -> None:
    key_store(shop.settings).delete(LEDGER_KEY)


def flipped_header(shop: Shop) -> None:
    _flip(shop, 100)


def flipped_page(shop: Shop) -> None:
    _flip(shop, 3 * 4096 + 1000, count=shop.settings.ledger_path.stat().st_size)


def no_ledger_at_all(shop: Shop) -> None:
    shop.settings.ledger_path.write_bytes(b"this is no database" * 1000)


def half_a_ledger(shop: Shop) -> None:
    whole = shop.settings.ledger_path.read_bytes()
    shop.settings.ledger_path.write_bytes(whole[: len(whole) // 2])


def _flip(shop: Shop, at: int, count: int = 1) -> None:
    """Flip a byte, and one a page from there on."""
    with shop.settings.ledger_path.open("r+b") as file:
        for place in range(at, min(at + count, shop.settings.ledger_path.stat().st_size), 4096):
            file.seek(place)
            byte = file.read(1)
            file.seek(place)
            file.write(bytes([byte[0] ^ 1]))


@pytest.mark.parametrize(
    ("spoil", "codes"),
    [
        (other_key, {"ledger_wrong_key"}),
        (no_key, {"ledger_wrong_key"}),
        (flipped_header, {"ledger_wrong_key"}),  # a damaged first page and a wrong key look the same to the cipher
        (flipped_page, {"ledger_damaged"}),
        (no_ledger_at_all, {"ledger_wrong_key"}),
        (half_a_ledger, {"ledger_damaged"}),
    ],
)
def test_a_ledger_that_cannot_be_opened(closed_shop: Shop, spoil: Callable[[Shop], None], codes: set[str]) -> None:
    spoil(closed_shop)
    before = closed_shop.settings.ledger_path.read_bytes()
    said = start(closed_shop)
    assert said.get("code") in codes, said
    assert_words(said, said["code"])
    assert closed_shop.settings.ledger_path.read_bytes() == before, "a fault must not make it worse"


@pytest.mark.skipif(sys.platform == "win32", reason="folders of Windows have no such rights, and its files have locks")
def test_a_folder_that_cannot_be_written(closed_shop: Shop) -> None:
    folder = closed_shop.settings.data_dir
    for path in (*folder.iterdir(), folder):
        path.chmod(path.stat().st_mode & ~0o222)
    # root may write everywhere, unless it gives that up
    caps = "-dac_override,-dac_read_search"
    prefix = ["setpriv", f"--bounding-set={caps}", f"--inh-caps={caps}"] if os.geteuid() == 0 else []
    try:
        said = start_by(prefix, closed_shop)
    finally:
        for path in (folder, *folder.iterdir()):
            path.chmod(path.stat().st_mode | 0o200)
    assert_words(said, "ledger_read_only")
    assert start(closed_shop) == {"station": True}


@pytest.mark.skipif(sys.platform != "win32", reason="files of Windows have such an attribute")
def test_a_ledger_with_the_read_only_attribute(closed_shop: Shop) -> None:
    ledger = closed_shop.settings.ledger_path
    ledger.chmod(0o444)
    try:
        said = start(closed_shop)
    finally:
        ledger.chmod(0o644)
    assert_words(said, "ledger_read_only")
    assert start(closed_shop) == {"station": True}


def test_a_second_instance(closed_shop: Shop) -> None:
    terminal = closed_shop.open()
    try:
        assert_words(start(closed_shop), "ledger_locked")
    finally:
        terminal.close()
    assert start(closed_shop) == {"station": True}


def test_a_terminal_that_was_never_enrolled(shop: Shop) -> None:
    shutil.rmtree(shop.settings.data_dir)
    shop.settings.data_dir.mkdir()
    (shop.settings.data_dir / "keystore.json").write_text(json.dumps({"store": "file"}), encoding="utf-8")
    assert start(shop) == {"enrolment": "Set up this terminal"}
    code = enrol_code(shop.folder, STORE)
    assert "does not know this code" in start(shop, shop.url, "ABCD-0000")["enrolment"]
    assert "does not answer" in start(shop, "http://127.0.0.1:9", code)["enrolment"]
    assert "not HQ" in start(shop, f"{shop.url}/elsewhere", code)["enrolment"]
    assert start(shop, shop.url.removeprefix("http://"), code.lower()) == {"station": True}
    assert start(shop) == {"station": True}


def test_a_disk_that_fills_up_and_is_emptied(wait: Wait, shop: Shop) -> None:
    terminal = shop.open()
    hands = Hands(wait, terminal)
    try:
        hands.sign_in()
        hands.until(hands.in_step)
        _limit_pages(terminal.ledger.run, more=0)
        shown = []
        for visit in shop.visits:
            hands.scan(visit.coupons["cash100"])
            hands.until(lambda: hands.priced_member() or _fault(hands) is not None)
            if _fault(hands) is None:
                hands.type("500")
                hands.until(lambda: hands.priced(50_000))
                hands.press(Qt.Key.Key_Return)
                hands.until(lambda: hands.done() or _fault(hands) is not None)
            if _fault(hands) is not None:
                break
            shown += hands.used()
            hands.next_customer()
        fault = _fault(hands)
        assert fault is not None, "the disk never filled up"
        assert fault.content.report.code == "disk_full"
        assert hands.flow.phase is Phase.ENTRY  # nothing says that the sale was done
        assert ledger_uses(terminal) == sorted(shown)

        _limit_pages(terminal.ledger.run, more=10_000)
        hands.press(Qt.Key.Key_Return)  # "Try again"
        hands.until(lambda: _fault(hands) is None)
        hands.until(lambda: hands.priced(50_000))
        hands.press(Qt.Key.Key_Return)
        hands.until(hands.done)
        shown += hands.used()
        hands.until(hands.in_step)
    finally:
        hands.close()
    shop.bring_into_step()
    assert assert_converged(shop) == sorted(shown)


def _fault(hands: Hands) -> FaultSheet | None:
    sheet = hands.window.overlay.sheet
    return sheet if isinstance(sheet, FaultSheet) else None


def _limit_pages(run: Callable[[Callable[[LedgerTransaction], None]], None], more: int) -> None:
    """Let the file grow by no more than so many pages: SQLite then answers as on a full disk."""

    def limit(tx: LedgerTransaction) -> None:
        pages = tx._connection.execute("PRAGMA page_count").fetchone()[0]
        tx._connection.execute(f"PRAGMA max_page_count = {pages + more}")

    run(limit)
