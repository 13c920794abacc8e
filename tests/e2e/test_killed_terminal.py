"""kill -9 of the terminal at random moments: what was shown is there once, here and at HQ.

Zero failures in n kills bound the rate at 3/n (95 %): the short form tries a few, `make torture` two hundred.
"""

from __future__ import annotations

import random
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.shop import Shop, Use, assert_converged, in_step, prepare, wait_for_sync
from tests.e2e.till import newcomer

pytestmark = pytest.mark.slow

SHORT, LONG = 3, 200
AT_START = 0.15
"""Of the kills, before the till is ready: migrations, the first facts, the first sync."""


@dataclass
class Lives:
    """What a till said before its deaths."""

    shown: list[Use] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    joined: dict[int, str] = field(default_factory=dict)
    next: int = 0
    over: bool = False

    def hear(self, line: str) -> None:
        match line.split():
            case ["try", number]:
                self.next = int(number)
            case ["shown", coupon, txn]:
                self.shown.append((coupon, txn))
            case ["joined", number, member]:
                assert self.joined.setdefault(int(number), member) == member
            case ["refused", code]:
                self.refused.append(code)
            case ["over"]:
                self.over = True


def live_and_die(shop: Shop, lives: Lives, chance: random.Random) -> None:
    """One life of a till. Whoever comes after begins with the coupon that was tried last: it must not count twice."""
    with shop.till(lives.next) as till:
        assert till.stdout is not None
        try:
            if chance.random() >= AT_START:
                line = till.stdout.readline()
                assert line == "ready\n", line
            with pytest.raises(subprocess.TimeoutExpired):  # a till does not end by itself
                till.wait(chance.uniform(0, 1.2))
        finally:
            till.kill()
        for line in till.stdout:
            lives.hear(line)


def assert_members(shop: Shop, lives: Lives) -> None:
    """Who was told that they are a member is one, once, here and at HQ, whose row this is; nothing of who they are is
    kept beside it."""
    terminal = shop.open()
    try:
        wait_for_sync(terminal, lambda status: in_step(status) and not terminal.ledger.run(lambda tx: tx.people()))
        assert lives.joined, "no till lived long enough to make a member of anybody"
        for number, member in lives.joined.items():
            (row,) = terminal.reference.members_with_phone(newcomer(number).phone)
            assert (row.id, terminal.reference.told_of(member)) == (member, True)
    finally:
        terminal.close()


def test_every_success_shown_is_in_the_ledger_once_and_at_hq(tmp_path: Path, torture: bool) -> None:
    kills = LONG if torture else SHORT
    prepare(tmp_path / "prepared", members=6_000 if torture else 400)
    shop = Shop(tmp_path / "prepared", tmp_path / "shop")
    chance = random.Random(2)
    lives = Lives()
    shop.start_hq()
    try:
        coupons = shop.write_visits()
        for _ in range(kills):
            live_and_die(shop, lives, chance)
            assert not lives.over, f"{coupons} coupons are not enough for {kills} kills"
        shop.bring_into_step()
        booked = assert_converged(shop)
        assert_members(shop, lives)
        assert lives.shown, "no till lived long enough to redeem anything"
        assert len(set(lives.shown)) == len(lives.shown)
        assert set(lives.shown) <= set(booked)
        assert set(lives.refused) <= {"already_used_here"}, lives.refused
    finally:
        shop.close()
    print(f"{kills} kills, {len(booked)} redemptions, {len(lives.shown)} shown, {len(lives.refused)} refused again")
