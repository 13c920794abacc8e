"""kill -9 of HQ within its draws: what it said is there, a list that goes on comes to the same result, and nothing
is drawn, told, given or passed on twice, and the published file of each holds.

Zero failures in n kills bound the rate at 3/n (95 %): the short form tries a few, `make torture` two hundred."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from contextlib import suppress
from pathlib import Path

from kiosk.domain.draws.life import NOBODY, State
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.hq.draws_batch.files import unpacked
from kiosk.hq.headquarters import Headquarters
from tests.integration.draws.hq_days import Told, live, opened, prepared
from tests.shared.forks import PROCESSES
from tests.simulation.winners import in_order
from tests.unit.hq.draws_batch.rig import comes_out
from tests.unit.hq.draws_batch.test_draws import good

SHORT, LONG, LIVES = 3, 200, 10
_ONCE = ("frozen", "published", "seeded", "drawn")


def test_no_kill_of_hq_changes_a_result(tmp_path: Path, torture: bool) -> None:
    dice = random.Random(5)
    kills = LONG // LIVES if torture else SHORT
    prepared(tmp_path)
    base = (tmp_path / "hq.db").read_bytes()
    for number in range(LIVES if torture else 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "hq.db").write_bytes(base)
        (folder / "vault.json").write_bytes((tmp_path / "vault.json").read_bytes())
        said: list[Told] = []
        for _ in range(kills):
            said += _killed(folder, dice.randrange(1, 25))
            _check(folder, said)
        _ends_well(folder, said)


def _killed(folder: Path, lines: int) -> list[Told]:
    """Kill it somewhere behind so many words. It goes on while we read, so the moment falls anywhere."""
    hears, tells = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=live, args=(folder, tells), daemon=True)
    process.start()
    tells.close()
    told: list[Told] = [hears.recv() for _ in range(lines)]
    process.kill()
    with suppress(EOFError, OSError):
        while True:
            told.append(hears.recv())
    process.join()
    assert process.exitcode != 0
    return told


def _facts(hq: Headquarters) -> list[Fact]:
    return [facts.decode(raw) for raw in hq.facts("hq", 1)]


def _check(folder: Path, said: list[Told]) -> None:
    hq, _clock = opened(folder)
    told = _facts(hq)
    hq.database.close()
    by_draw: dict[tuple[str, int], list[Fact]] = defaultdict(list)
    for fact in told:
        if fact.kind.startswith("draw."):
            by_draw[fact.body["draw"], fact.body.get("seq", 1)].append(fact)
    for key, mine in by_draw.items():
        kinds = Counter(fact.kind for fact in mine)
        assert all(kinds[f"draw.{one}"] <= 1 for one in _ONCE), (key, kinds)
        in_order(key, mine)
    due = Counter(fact.body["claim"] for fact in told if fact.kind == "claim.due")
    assert set(due.values()) <= {1}
    results = {key: fact.body["result"] for key, mine in by_draw.items() for fact in mine if fact.kind == "draw.drawn"}
    passed = {
        (fact.body["draw"], fact.body.get("seq", 1), fact.body["place"], fact.body["entrant"])
        for mine in by_draw.values()
        for fact in mine
        if fact.kind == "draw.passed"
    }
    for word, *rest in said:
        if word == "drawn":
            assert results[rest[0], int(rest[1])] == rest[2]
        elif word == "passed":
            assert (rest[0], int(rest[1]), int(rest[2]), int(rest[3])) in passed


def _ends_well(folder: Path, said: list[Told]) -> None:
    """What goes on comes to its end: HQ is sound, all files hold, each holder was told of their prize and has what it
    brings."""
    hq, clock = opened(folder)
    work = hq.draws.clock()
    work.settle()
    for seen in hq.draws.every():
        if seen.state is State.PUBLISHED:
            comes_out(hq, seen)
    clock.now += 1_000
    work.settle()
    assert hq.verify() == []
    standing = Counter(one.rule for one in hq.rewards() if one.rule != "chance")
    booked: Counter[str] = Counter()
    for seen in hq.draws.every():
        report = good(json.loads(unpacked(hq.draws.file(seen.draw, seen.seq).path)))
        assert report.good, report.faults
        if seen.state is State.DRAWN:
            held = hq.draws.show(seen.draw, seen.seq).held
            booked[seen.draw.split("/")[1]] += sum(one.prize == "ten" and one.entrant != NOBODY for one in held)
    assert standing == +booked
    assert any(word == "drawn" for word, *_ in said)
    hq.database.close()
    _check(folder, said)
