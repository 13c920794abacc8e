"""A terminal is put together as the program does it: what a start does to the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kiosk.bootstrap import Terminal, open_terminal
from kiosk.config import Settings, load, with_data_dir
from kiosk.domain.coupons.facts import OP_INTENDED, OP_SETTLED
from kiosk.domain.journal.facts import Fact, decode
from kiosk.domain.journal.kinds import TERMINAL_STARTED
from tests.fakes import IDENTITY, ManualClock


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    # a key store of the operating system would not forget the test
    (tmp_path / "keystore.json").write_text(json.dumps({"store": "file"}), encoding="utf-8")
    return with_data_dir(load(None), tmp_path)


@contextmanager
def opened(settings: Settings, **how: Any) -> Iterator[Terminal]:
    terminal = open_terminal(settings, clock=ManualClock(), **how)
    try:
        yield terminal
    finally:
        terminal.close()


@pytest.fixture
def enrolled(settings: Settings) -> Settings:
    with opened(settings) as terminal:
        assert terminal.identity is None
        terminal.ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
    return settings


def facts(terminal: Terminal) -> list[Fact]:
    return [decode(raw) for _seq, raw, _hash in terminal.ledger.run(lambda tx: tx.facts_after(1, 0, 1_000))]


def test_claims_that_a_crash_left_open_are_settled_when_the_terminal_starts(enrolled: Settings) -> None:
    with opened(enrolled) as terminal:
        body = {"op": "o-1", "coupon": "c-1", "txn": "x-1"}
        terminal.ledger.run(lambda tx: tx.append(OP_INTENDED, "s-1", body))
    with opened(enrolled, only_look=True) as looking:
        assert [op.op for op in looking.ledger.run(lambda tx: tx.open_ops())] == ["o-1"]
    with opened(enrolled) as terminal:
        assert terminal.identity == IDENTITY
        assert terminal.ledger.run(lambda tx: tx.open_ops()) == []
        (settled,) = (fact for fact in facts(terminal) if fact.kind == OP_SETTLED)
        assert (settled.actor, settled.body) == ("system", {"op": "o-1", "verdict": "abandoned"})


def test_a_start_is_journalled_once_enrolled_a_look_is_not(enrolled: Settings) -> None:
    def starts(terminal: Terminal) -> int:
        return sum(fact.kind == TERMINAL_STARTED for fact in facts(terminal))

    with opened(enrolled, only_look=True) as looking:
        assert starts(looking) == 0
    with opened(enrolled) as terminal:
        assert starts(terminal) == 1
        terminal.close()
        terminal.close()  # safe to call twice
