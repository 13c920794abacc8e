"""A station for customers in a process of its own: what it leaves of somebody, what it begins with after a crash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kiosk.adapters.db.verify import verify
from kiosk.watchdog.forgetting import environment
from tests.e2e.shop import ROOT, Shop
from tests.shared.memory_search import Planted, can_search, in_memory

NEWCOMERS_PHONE, NEWCOMERS_NAME = "0932117845", "歐陽菲翡明"
Order = Callable[[str], dict[str, Any]]


@contextmanager
def _station(shop: Shop) -> Iterator[tuple[subprocess.Popen[bytes], Order]]:
    command = [sys.executable, "-m", "tests.e2e.customers_station", str(shop.folder)]
    pipe = subprocess.PIPE
    with (
        (shop.folder / "station.log").open("ab") as log,
        subprocess.Popen(
            command, cwd=ROOT, env=environment(os.environ), stdin=pipe, stdout=pipe, stderr=log
        ) as running,
    ):
        words, answers = running.stdin, running.stdout
        assert words is not None
        assert answers is not None

        def order(line: str) -> dict[str, Any]:
            words.write(f"{line}\n".encode())
            words.flush()
            told: dict[str, Any] = json.loads(answers.readline())
            return told

        try:
            yield running, order
        finally:
            words.close()
            running.kill()


@pytest.mark.skipif(not can_search(), reason="the memory of a process is shown by Linux alone")
def test_a_session_leaves_nothing_in_memory_and_a_crash_ends_it(closed_shop: Shop) -> None:
    shop = closed_shop
    first, second = shop.visits[0], shop.visits[1]
    with _station(shop) as (running, order):
        assert order("state x") == {"screen": "attract", "member": "", "full": True}
        told = order(f"scan {first.pass_code}")
        assert told["screen"] == "home"
        assert told["member"]
        assert in_memory(Planted(first.card_no), running.pid), "the search finds whoever is there"
        order("end x")
        order("state x")
        left = in_memory(Planted(first.pass_code[8:40]), running.pid)
        assert left == [], [str(one) for one in left]
        for line in (
            "press attract_begin",
            "press identify_register",
            f"type {NEWCOMERS_PHONE}",
            "press new_phone_go",
            f"type {NEWCOMERS_NAME}",
            "press new_name_go",
        ):
            told_now = order(line)
        assert told_now["screen"] == "new_age", "somebody who goes away in the middle"
        assert in_memory(Planted(NEWCOMERS_NAME), running.pid)
        order("end x")
        order("state x")
        left = [one for text in (NEWCOMERS_NAME, NEWCOMERS_PHONE) for one in in_memory(Planted(text), running.pid)]
        assert left == [], [str(one) for one in left]
        shown = order(f"scan {second.pass_code}")
        assert shown["member"] not in ("", told["member"])
        running.kill()
    with _station(shop) as (running, order):
        assert order("state x") == {"screen": "attract", "member": "", "full": True}
        assert in_memory(Planted(second.pass_code), running.pid) == [], "nothing of a session is kept on the disk"
        running.kill()
    said = (shop.folder / "station.log").read_bytes()
    secrets = [NEWCOMERS_PHONE[1:], NEWCOMERS_NAME]
    secrets += [secret for visit in (first, second) for secret in (visit.pass_code, visit.card_no, visit.member)]
    assert [secret for secret in secrets if secret.encode() in said] == []
    report = verify(shop.settings.ledger_path, shop.key())
    assert report.sound, report.problem
