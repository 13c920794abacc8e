"""kill -9 in the middle of draws before a room: what was said is there, a draw that goes on comes to the same result,
and the published file of each holds.

Zero failures in n kills bound the rate at 3/n (95 %): the short form tries a few, `make torture` two hundred."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.draws.batch import draw as draw_again
from kiosk.domain.draws.stage import Phase, folded, holders
from kiosk.domain.draws.stage_facts import Said
from tests.fakes import KEY
from tests.integration.draws.evening import evenings, line_of, room_at
from tests.shared.stage_room import Room, good

SHORT, LONG, LIVES = 4, 200, 4


def test_no_kill_changes_a_result(tmp_path: Path, torture: bool) -> None:
    chance = random.Random(3)
    lives = LIVES if torture else 1
    folders = [tmp_path / str(number) for number in range(lives)]
    said: dict[Path, list[str]] = {folder: [] for folder in folders}
    for folder in folders:
        folder.mkdir()
    for round_ in range(0, LONG if torture else SHORT, lives):
        running = [(folder, _started(folder, round_)) for folder in folders]
        for folder, program in running:
            said[folder] += _killed(program, chance.randrange(1, 30))
        for folder in folders:
            _check(folder, said[folder])
    for folder in folders:
        room = room_at(folder)
        evenings(room, lambda view: None, random.Random(1), most=1)
        _all_hold(room)
        room.till.close()


def _started(folder: Path, seed: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.integration.draws.evening", str(folder), str(seed)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd(), encoding="utf-8")


def _killed(program: subprocess.Popen[str], lines: int) -> list[str]:
    assert program.stdout is not None
    told = [program.stdout.readline() for _ in range(lines)]
    program.kill()
    told += program.stdout.readlines()
    program.stdout.close()
    assert program.wait() != 0
    return [line.removeprefix("ok ").strip() for line in told if line.startswith("ok ") and line.endswith("\n")]


def _check(folder: Path, said: list[str]) -> None:
    """What was said last of each draw is there, and at most one step more."""
    room = room_at(folder)
    newest = {line.split()[0]: line.split() for line in said}
    for draw, words in newest.items():
        view = good(room.api.stage_draw(draw, 1))
        now = line_of(view).split()
        assert now[1] == words[1], "the list that was frozen"
        assert now[2].startswith(words[2].strip("-"))
        assert int(now[3]) >= int(words[3])
        assert int(now[4]) >= int(words[4])
        assert int(now[5]) <= int(words[5])
    room.till.close()
    report = verify(folder / "ledger.db", KEY)
    assert report.sound, report.problem
    assert rebuild(folder / "ledger.db", KEY).differences == {}


def _kept(name: str, tx: LedgerTx) -> tuple[Sequence[Said], Sequence[tuple[int, str]]]:
    return tx.draw_said(name, 1), tx.draw_leaves(name, 1)


def _all_hold(room: Room) -> None:
    """Each draw is its list and its seed, worked out by hand; its file says so to anybody."""
    for line in room.api.stage_draws():
        said, leaves = room.till.ledger.run(partial(_kept, line.draw))
        draw = folded(said)
        assert draw is not None
        assert line.phase is Phase.CLOSED
        drawn = draw_again(draw.manifest, [count for count, _ in leaves], draw.seed())
        held = holders(draw, drawn)
        view = good(room.api.stage_draw(line.draw, 1))
        assert [one.entrant for prize in view.prizes for one in prize.winners] == [one.entrant for one in held]
        assert [one.alternate for one in draw.passed] == [one.entrant for one in drawn.alternates]
        report = room.checked(line.draw)
        assert report.good, report
