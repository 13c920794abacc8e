"""A desk of an event without a screen, a process of its own that does what it is told (`tests.e2e.desks` starts it). It
listens on loopback alone, anywhere that is free."""

from __future__ import annotations

import threading
import time
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kiosk.adapters.lan import node as nodes
from kiosk.application.guests.outcomes import CountsView
from kiosk.bootstrap import Terminal, open_terminal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from tests.e2e.desks import EVENT, HUNG_S, settings_of

CLERK = Staff("s-1", "", Role.CLERK)


class Desk:
    """The commands, by their names."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal, self.api = terminal, terminal.service
        self.device = terminal.identity.device if terminal.identity is not None else ""
        self.moved = threading.Condition()
        self.seen: dict[str, tuple[int, int]] = {}
        self.log: list[tuple[float, str, int]] = []
        self._news = threading.Event()
        terminal.lan.on_news(self._news.set)
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        """Note when which fact of which other desk was durable here."""
        while True:
            self._news.clear()
            heads = self.terminal.ledger.run(lambda tx: {of: tx.peer_head(of) for of in tx.peers_here()})
            now = time.monotonic()
            with self.moved:
                self.log += [(now, of, at[1]) for of, at in heads.items() if self.seen.get(of) != at]
                self.seen = heads
                self.moved.notify_all()
            self._news.wait()

    def head(self) -> dict[str, Any]:
        """Up to where its own journal is."""
        head = self.terminal.ledger.head
        return {"head": [head.epoch, head.seq]}

    def have(self, heads: dict[str, list[int]]) -> dict[str, Any]:
        """Wait until it has all that; what it counts then."""
        others = {of: tuple(at) for of, at in heads.items() if of != self.device}

        def there() -> bool:
            return all(self.seen.get(of, (0, 0)) >= at for of, at in others.items())

        with self.moved:
            reached = self.moved.wait_for(there, HUNG_S)
            at = max((moment for moment, of, _seq in self.log if of in others), default=0.0)
            return {"reached": reached, "at": at, "seen": self.seen} | self._said()

    def _said(self) -> dict[str, Any]:
        counts, doubles = self.api.counts(EVENT), self.api.doubles(EVENT)
        assert isinstance(counts, CountsView)
        told = repr((counts, sorted((one.id, one.guest, sorted(s.ref for s in one.sides)) for one in doubles)))
        return {
            "came": counts.came,
            "inside": counts.inside,
            "doubles": sorted([one.guest, one.id] for one in doubles),
            "digest": sha256(told.encode()).hexdigest(),
        }

    def sign_in(self, guests: list[str], despite: bool = False) -> dict[str, Any]:
        """Sign these in, one after the other; what was said of each, where the fact is and when it was durable."""
        said = []
        for guest in guests:
            verdict = self.api.sign_in_guest(EVENT, guest, CLERK)
            said.append([verdict.kind.value, self.terminal.ledger.head.seq, time.monotonic()])
        return {"said": said}

    def noted(self) -> dict[str, Any]:
        """When facts of others were durable here."""
        with self.moved:
            return {"log": list(self.log)}

    def status(self) -> dict[str, Any]:
        """How it stands with others."""
        status = self.terminal.lan.status()
        return {"together": status.together, "desks": [[d.device, d.link.value, d.behind] for d in status.desks]}

    def together(self, count: int) -> dict[str, Any]:
        """Wait until so many stand together."""
        came = threading.Event()
        self.terminal.lan.on_change(lambda status: came.set() if status.together == count else None)
        if self.terminal.lan.status().together != count:
            came.wait(HUNG_S)
        return self.status()


def main(told: Connection, folder: Path, device: str, peers: str, whole: bool) -> None:
    """Work until told to end. `told`: commands by their names, with what they take; `peers`: as the setting says it;
    `whole`: everything of the terminal runs, the search for HQ too."""
    # here all that is said goes over the lines of the test, which can be cut: nobody tells of other ways
    nodes.of_a_lan = lambda host: False  # type: ignore[attr-defined]
    settings = settings_of(folder, device, lan_port=0, lan_host="127.0.0.1", lan_peers=peers)
    terminal = open_terminal(settings)
    desk = Desk(terminal)
    listening = threading.Event()
    terminal.lan.on_change(lambda status: listening.set() if status.port else None)
    if whole:
        terminal.start()
    else:
        terminal.lan.start()
    assert listening.wait(HUNG_S), terminal.lan.status()
    told.send({"port": terminal.lan.status().port})
    while True:
        what, given = told.recv()
        if what == "end":
            break
        told.send(getattr(desk, what)(**given))
    terminal.close()
