"""Many worlds at once: the same as one by one, with a summary that counts."""

from __future__ import annotations

import io

import pytest

from tests.simulation import many
from tests.simulation.having import OPTIONS, PLAIN, Having
from tests.simulation.invariants import Violation
from tests.simulation.many import Plan, Summary, play_all
from tests.simulation.runner import Failed, Outcome, play_anew

PLAN = Plan(range(5, 8), 6, PLAIN, 40)


def test_worlds_in_two_processes_are_the_worlds_of_one() -> None:
    told = io.StringIO()
    found = play_all(PLAN, 2, told)
    alone = [play_anew(seed, 6) for seed in PLAN.seeds]
    assert (found.worlds, found.failed) == (3, [])
    assert (found.sales, found.crashes) == (sum(one.sales for one in alone), sum(one.crashes for one in alone))
    assert told.getvalue().startswith("1/3 worlds, 0 failed")


def test_the_summary_says_what_failed_and_how_often_and_what_no_failure_bounds() -> None:
    summary = Summary(PLAN)
    summary.add(Outcome([], 3, 1, 2, 0))
    for seed in (6, 7):
        failed = Failed(seed, [0, 1], ["0 sell"], Violation("XY01: rights differ from HQ's"))
        summary.add(many._sent(failed))
    lines = list(summary.lines())
    assert "3 of 3 worlds of 6 steps with nothing, seeds 5 to 7" in lines[0]
    assert "1 held, 2 failed" in lines[0]
    assert lines[-1] == "  2 × Violation: XY01: rights differ from HQ's   [6, 7]"
    held = Summary(PLAN)
    held.add(Outcome([], 0, 0, 0, 0))
    assert list(held.lines())[-1] == "none of 1 failed: fewer than 3e+02 % of such worlds do (95 %)"


def test_a_failure_is_shown_and_made_short(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def all_fail(*_told: object) -> None:
        raise Violation("nothing may happen")

    monkeypatch.setattr("tests.simulation.run.check_together", all_fail)
    assert many.main(["1", "4", "2", "--jobs", "1", "--keep-going", "--shorten", "6"]) == 1
    printed = capsys.readouterr()
    assert "2 × Violation: nothing may happen" in printed.out
    assert "shortened:\nseed 1, 0 steps" in printed.out
    assert "seed 2 failed: Violation: nothing may happen" in printed.err


@pytest.mark.parametrize("wrong", [["-3"], ["x"], ["1", "0"], ["1", "5", "many"], []])
def test_arguments_that_make_no_sense_are_refused(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        many.main(wrong)
    assert refused.value.code == 2


@pytest.mark.parametrize("name", OPTIONS)
def test_what_is_asked_for_is_what_is_played(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """An option that reached no world would let thousands of worlds hold."""
    played: list[Having] = []

    def none(plan: Plan, *_told: object, **_more: object) -> Summary:
        played.append(plan.having)
        return Summary(plan)

    monkeypatch.setattr(many, "play_all", none)
    many.main(["1", "4", "2", f"--{name}"])
    assert played == [Having(**{name: True})]
    assert str(played[0]) == f" --{name}"
