"""A shop for tests: HQ as a process of its own on loopback and a terminal enrolled with it, both as real as can be."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.bootstrap import Terminal, open_terminal
from kiosk.config import Settings, with_data_dir
from kiosk.domain.journal import facts
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.time import Clock, millis
from kiosk.enrolment import enroll
from kiosk.hq_process import stop_hq
from kiosk.installation import key_store, ledger_key
from tests.e2e.hq_forked import start_hq
from tests.shared.calls import called
from tests.shared.forks import Forked, begun

ROOT = Path(__file__).parents[2]
STORE = "xinyi"
CLERK, CLERK_PIN = "s-102", "1357"
HUNG_S = 90
"""Longer than anything here takes; whoever waits that long waits for something that does not come."""

Use = tuple[str, str]
"""(coupon, transaction)"""


@dataclass(frozen=True, slots=True)
class Visit:
    """Codes to scan: a member's card number and pass, and signed coupons by template."""

    member: str
    card_no: str
    pass_code: str
    coupons: dict[str, str]
    ids: dict[str, str]


def prepare(folder: Path, members: int) -> None:
    """HQ's data and an enrolled terminal that has what it needs, in `folder`; nothing runs afterwards."""
    settings = settings_of(folder)
    for place in (folder / "hq", settings.data_dir):
        place.mkdir(parents=True)
        # a key store of the operating system would neither follow a copy nor forget the test
        (place / "keystore.json").write_text(json.dumps({"store": "file"}), encoding="utf-8")
    code, _said, heard = called(["hq", "demo-data", "--members", str(members), "--data", str(folder / "hq")])
    assert code == 0, heard
    process, url = start_hq(folder / "hq")
    try:
        enroll(settings, url, enrol_code(folder, STORE))
    finally:
        stop_hq(process, folder / "hq")


def enrol_code(folder: Path, store: str) -> str:
    """A single-use code to enrol a terminal with."""
    code, said, heard = called(["hq", "enroll-code", "--data", str(folder / "hq"), "--store", store])
    assert code == 0, heard
    return str(said.split()[-1])


def settings_of(folder: Path) -> Settings:
    settings = with_data_dir(Settings(folder, folder), folder / "terminal")
    return replace(settings, camera="", sounds=False, language="en", idle_lock_s=0)


class Shop:
    """A copy of what `prepare` made. Use `start_hq` and `open`; `close` at the end."""

    def __init__(self, prepared: Path, folder: Path) -> None:
        shutil.copytree(prepared, folder, dirs_exist_ok=True)
        self.folder = folder
        self.settings = settings_of(folder)
        self.url = ""
        self._port = 0
        self._hq: Any = None
        demo = json.loads((folder / "hq" / "demo.json").read_text("utf-8"))
        self.badges: dict[str, str] = {row["id"]: row["badge"] for row in demo["staff"]}
        self.visits = [
            Visit(
                row["member"],
                row["card_no"],
                row["pass"],
                {coupon["template"]: coupon["token"] for coupon in row["coupons"]},
                {coupon["template"]: coupon["id"] for coupon in row["coupons"]},
            )
            for row in demo["visits"][STORE]
        ]

    # --- HQ ------------------------------------------------------------------------------------------

    def start_hq(self) -> str:
        """Start HQ, at the same address as before. Its URL."""
        self._hq, self.url = start_hq(self.folder / "hq", port=self._port)
        self._port = int(self.url.rpartition(":")[2])
        return self.url

    def stop_hq(self) -> None:
        """End it politely."""
        if self._hq is not None:
            stop_hq(self._hq, self.folder / "hq")
            self._hq = None

    def kill_hq(self) -> None:
        """End it as a power cut would end the process."""
        assert self._hq is not None
        self._hq.kill()
        self._hq.wait()
        if self._hq.stdout is not None:
            self._hq.stdout.close()
        self._hq = None

    def close(self) -> None:
        """End what runs."""
        self.stop_hq()

    def ask_hq(self, *words: str) -> Any:
        """What `kiosk hq … --json` says."""
        code, said, heard = called(["hq", *words, "--json", "--data", str(self.folder / "hq")])
        assert code == 0, heard
        return json.loads(said)

    def hq_uses(self) -> list[Use]:
        """Every use that HQ counts."""
        return sorted((row["coupon"], row["txn"]) for row in self.ask_hq("redemptions"))

    def hq_is_sound(self) -> bool:
        """HQ's own check of chains, totals and rights."""
        return called(["hq", "verify", "--data", str(self.folder / "hq")])[0] == 0

    # --- the terminal --------------------------------------------------------------------------------

    def open(self, *, clock: Clock | None = None) -> Terminal:
        """The terminal, not syncing yet."""
        return open_terminal(self.settings, clock=clock, hq_url=self.url or None)

    def key(self) -> bytes:
        """The ledger's."""
        return ledger_key(self.settings, key_store(self.settings))

    def write_visits(self, template: str = "cash100") -> int:
        """Write what `tests.e2e.till` works through: every coupon of this kind that a member here may use now. How
        many there are."""
        visits = []
        with _Opened(self.open()) as terminal:
            reference = terminal.reference
            now = terminal.clock.now_ms()
            for member in reference.first_members(10**6):
                for row in reference.coupon_rows(member.id):
                    coupon = row.coupon
                    if (
                        coupon.template == template
                        and coupon.revoked_at is None
                        and reference.revoked_at(coupon.id) is None
                        and millis(coupon.expires) > now
                    ):
                        visits.append([coupon.id, row.token])
                        break
        (self.folder / "visits.json").write_text(json.dumps(visits), encoding="utf-8")
        return len(visits)

    def ended_yesterday(self) -> str:
        """The code of a coupon of this store that ended at midnight, of a kind that goes on."""
        reference = SqlReference(self.settings.reference_path, self.key())
        try:
            now = datetime.now(UTC)
            for member in reference.first_members(10**6):
                for row in reference.coupon_rows(member.id):
                    template = reference.template(row.coupon.template)
                    if template is not None and row.coupon.expires <= now < template.valid_until:
                        return row.token
        finally:
            reference.close()
        raise AssertionError("no coupon ended yesterday")

    def till(self, first: int) -> Forked | subprocess.Popen[str]:
        """A station as a process of its own, working through the visits from the `first` one."""
        return begun("tests.e2e.till", str(self.folder), self.url, str(first), errors=self.folder / "till.log")

    def bring_into_step(self) -> None:
        """Open the terminal without a screen and sync until HQ has everything."""
        with _Opened(self.open()) as terminal:
            wait_for_sync(terminal, in_step)


class _Opened:
    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def __enter__(self) -> Terminal:
        return self._terminal

    def __exit__(self, *_exc: object) -> None:
        self._terminal.close()


def in_step(status: SyncStatus) -> bool:
    """Online, and nothing waits."""
    return status.link is Link.ONLINE and status.queue == 0


def wait_for_sync(terminal: Terminal, wanted: Callable[[SyncStatus], bool]) -> None:
    """Start the sync and wait until its status is as wanted."""
    reached = threading.Event()

    def look(status: SyncStatus) -> None:
        if wanted(status):
            reached.set()

    terminal.on_status(look)
    terminal.start()
    assert reached.wait(HUNG_S), terminal.service.sync_status()


def ledger_uses(terminal: Terminal) -> list[Use]:
    """Every use of a coupon that the journal's present epoch holds, straight from the facts: a fact twice is a use
    twice."""

    def read(tx: LedgerTransaction) -> list[Use]:
        identity = tx.identity()
        assert identity is not None
        found = []
        for _seq, raw, _hash in tx.facts_after(identity.epoch, 0, -1):
            fact = facts.decode(raw)
            if fact.kind == SALE_COMPLETED:
                found += [(row["id"], fact.body["txn"]) for row in fact.body["coupons"]]
        return sorted(found)

    return terminal.ledger.run(read)


def assert_converged(shop: Shop, *, epoch: int = 1) -> list[Use]:
    """The ledger is sound, every coupon in it was used once, HQ has exactly the same uses. They come back."""
    terminal = shop.open()
    try:
        booked = ledger_uses(terminal)
        assert terminal.identity is not None
        assert terminal.identity.epoch == epoch
    finally:
        terminal.close()
    assert len({coupon for coupon, _txn in booked}) == len(booked), "a coupon was used twice"
    assert shop.hq_uses() == booked
    assert shop.ask_hq("conflicts") == []
    assert shop.hq_is_sound()
    report = verify(shop.settings.ledger_path, shop.key())
    assert report.sound, report.problem
    assert rebuild(shop.settings.ledger_path, shop.key()).differences == {}
    return booked
