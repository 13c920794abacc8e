"""kill -9 in the middle of spins: what was said to be drawn is drawn, once; nothing is lost; and what nobody saw to the
end is shown again, the same slot with the same prize.

Zero failures in n kills bound the rate at 3/n (95 %): the short form tries a few, `make torture` two hundred."""

from __future__ import annotations

import random
import subprocess
import sys
from functools import partial
from pathlib import Path

from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.draws.held import TakenSlot
from kiosk.domain.draws.sealed import open_tape
from kiosk.domain.draws.wheel_stock import slot_code
from tests.fakes import KEY
from tests.integration.draws.spinner import Lived
from tests.shared.wheel_till import secret_of

SHORT, LONG = 3, 200
LIVES = 4
"""Programs at work at once in the long form, each on a ledger of its own: starting them must not take all the time."""
Slots = dict[tuple[str, int], str]


def test_no_kill_draws_a_slot_twice_or_loses_one(tmp_path: Path, torture: bool) -> None:
    dice = random.Random(12)
    lives = LIVES if torture else 1
    folders = [tmp_path / str(number) for number in range(lives)]
    for folder in folders:
        folder.mkdir()
    said: dict[Path, Slots] = {folder: {} for folder in folders}
    shown: dict[Path, set[tuple[str, int]]] = {folder: set() for folder in folders}
    for _ in range(0, LONG if torture else SHORT, lives):
        running = [(folder, _started(folder)) for folder in folders]
        for folder, program in running:
            standing = _standing(said[folder], shown[folder])
            _hear(_killed(program, dice.randrange(2, 40)), standing, said[folder], shown[folder])
        for folder in folders:
            _check(folder, said[folder], shown[folder])
    assert all(len(slots) > 10 for slots in said.values())


def _started(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.integration.draws.spinner", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd(), encoding="utf-8")


def _killed(program: subprocess.Popen[str], lines: int) -> list[list[str]]:
    """Kill it somewhere behind that many lines. It goes on while we read, so the moment falls anywhere in a spin."""
    assert program.stdout is not None
    told = [program.stdout.readline() for _ in range(lines)]
    program.kill()
    told += program.stdout.readlines()
    program.stdout.close()
    assert program.wait() != 0
    assert sys.platform == "win32" or program.returncode == -9
    # the last line may be cut off in the middle; it was not said then
    return [line.split() for line in told if line.endswith("\n")]


def _standing(said: Slots, shown: set[tuple[str, int]]) -> set[tuple[str, int]]:
    return set(said) - shown


def _hear(told: list[list[str]], standing: set[tuple[str, int]], said: Slots, shown: set[tuple[str, int]]) -> None:
    again: set[tuple[str, int]] = set()
    for word, lease, j, *code in told:
        slot = (lease, int(j))
        if word == "shown":
            shown.add(slot)
        elif word == "again":
            # the same slot with the same prize; or one that was durable at the kill and not yet said
            assert said.setdefault(slot, code[0]) == code[0]
            assert slot not in shown
            again.add(slot)
        else:
            assert slot not in said, "drawn twice"
            said[slot] = code[0]
    # what was shown in the moment of the kill may have been durable, and not yet said
    unsaid = standing - again
    assert len(unsaid) <= 1
    shown |= unsaid


def _taken(lease: str, j: int, tx: LedgerTx) -> TakenSlot | None:
    return tx.taken_slot(lease, j)


def _check(folder: Path, said: Slots, shown: set[tuple[str, int]]) -> None:
    till = Lived(folder)
    leases = till.ledger.run(lambda tx: tx.opened_leases("test", "lucky"))
    there: Slots = {}
    for held in leases:
        tape = open_tape(held, secret_of("lucky", int(held.op.removeprefix("w-"))))
        for j in range(held.size):
            slot = till.ledger.run(partial(_taken, held.lease, j))
            assert (slot is not None) == (j < held.used), "no gap"
            if slot is not None:
                there[held.lease, j] = slot_code(slot.part, slot.amount)
                assert there[held.lease, j] == tape.codes[j]
                assert slot.shown or (held.lease, j) not in shown
    facts = [(fact.body["lease"], fact.body["j"]) for fact in till.facts("wheel.spun")]
    assert len(facts) == len(set(facts)) == len(there)
    assert said.items() <= there.items()
    assert len(there) - len(said) <= 1  # durable in the moment of the kill, and not yet said
    # one open lease is spun after the other
    assert sum(0 < one.used < one.size for one in leases) <= 1
    till.ledger.close()
    till.reference.close()
    assert verify(till.path, KEY).sound
    assert rebuild(till.path, KEY).differences == {}
