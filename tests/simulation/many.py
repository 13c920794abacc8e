"""Many worlds, in several processes, with a word of progress and a summary: what `python -m tests.simulation.runner`
does."""

from __future__ import annotations

import argparse
import os
import pickle
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from typing import TextIO

from tests.simulation.having import OPTIONS, Having
from tests.simulation.run import CHECK_EVERY
from tests.simulation.runner import Failed, Outcome, play_anew, shorten

_MOST_KINDS, _LINES = 12, 50
_HELP = """\
Each world is decided by its seed: the same seed and number of steps play the same, in every process. Exit status: 0 all
held, 1 some did not, 2 the arguments make no sense.

  python -m tests.simulation.runner 7                           one world of 300 steps
  python -m tests.simulation.runner 1000 250 500 --campaign     500 worlds with a campaign, two at a time
  python -m tests.simulation.runner 91083 176 --campaign --shorten 400
"""


@dataclass(frozen=True)
class Plan:
    """Which worlds, and how they are played."""

    seeds: range
    steps: int
    having: Having
    check_every: int


@dataclass
class Summary:
    """What came of the worlds so far."""

    plan: Plan
    worlds: int = 0
    sales: int = 0
    voids: int = 0
    crashes: int = 0
    restores: int = 0
    copies: int = 0
    paid: int = 0
    newcomers: int = 0
    spins: int = 0
    draws: int = 0
    prizes: int = 0
    returns: int = 0
    charges: int = 0
    slips: int = 0
    failed: list[Failed] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, outcome: Outcome | Failed) -> None:
        self.worlds += 1
        if isinstance(outcome, Failed):
            self.failed.append(outcome)
            return
        self.sales += outcome.sales
        self.voids += outcome.voids
        self.crashes += outcome.crashes
        self.restores += outcome.restores
        self.copies += outcome.copies
        self.paid += outcome.paid
        self.newcomers += outcome.newcomers
        self.spins += outcome.spins
        self.draws += outcome.draws
        self.prizes += outcome.prizes
        self.returns += outcome.returns
        self.charges += outcome.charges
        self.slips += outcome.slips

    def lines(self) -> Iterator[str]:
        """In words, with what zero failures bound (95 %): 3 in so many worlds."""
        plan, held = self.plan, self.worlds - len(self.failed)
        having = ", ".join(plan.having.names()) or "nothing"
        yield (
            f"{self.worlds} of {len(plan.seeds)} worlds of {plan.steps} steps with {having}, seeds "
            f"{plan.seeds.start} to {plan.seeds.stop - 1}, in {self.seconds / 60:.1f} min: {held} held, "
            f"{len(self.failed)} failed"
        )
        yield (
            f"in those that held: {self.sales} sales, {self.voids} voids, {self.crashes} crashes, "
            f"{self.restores} restored ledgers, {self.copies} copied disks, {self.paid} sales paid in points, "
            f"{self.newcomers} newcomers, {self.spins} spins, {self.draws} draws, {self.prizes} prizes fetched, "
            f"{self.returns} returns of goods, {self.charges} vouchers sold or topped up, {self.slips} slips keyed in"
        )
        if not self.failed and self.worlds:
            yield f"none of {self.worlds} failed: fewer than {300 / self.worlds:.2g} % of such worlds do (95 %)"
        for kind, times in Counter(_kind(one) for one in self.failed).most_common(_MOST_KINDS):
            seeds = sorted(one.seed for one in self.failed if _kind(one) == kind)
            shown = ", ".join(map(str, seeds[:8])) + (" …" if len(seeds) > 8 else "")
            yield f"  {times} × {kind}   [{shown}]"


def _kind(failed: Failed) -> str:
    return failed.cause.partition("\n")[0][:160]


def play_all(plan: Plan, jobs: int, progress: TextIO | None = None, *, stop_after: int = 0) -> Summary:
    """Play the worlds of a plan, `jobs` at a time. `stop_after`: so many failures (0: never)."""
    summary, began = Summary(plan), time.monotonic()
    for outcome in _outcomes(plan, jobs):
        summary.add(outcome)
        summary.seconds = time.monotonic() - began
        if progress is not None:
            _tell(progress, summary, outcome)
        if stop_after and len(summary.failed) >= stop_after:
            break
    return summary


def _outcomes(plan: Plan, jobs: int) -> Iterator[Outcome | Failed]:
    if jobs == 1 or len(plan.seeds) == 1:
        yield from (_play(plan, seed) for seed in plan.seeds)
        return
    # spawned, not forked: each process has an HQ of its own to copy, and nobody else's files
    with ProcessPoolExecutor(min(jobs, len(plan.seeds)), get_context("spawn")) as pool:
        ahead = iter(plan.seeds)
        open_ = {pool.submit(_play, plan, seed) for seed in islice(ahead, 2 * jobs)}
        try:
            while open_:
                done, open_ = wait(open_, return_when=FIRST_COMPLETED)
                open_ |= {pool.submit(_play, plan, seed) for seed in islice(ahead, len(done))}
                for one in done:
                    yield one.result()
        finally:
            for one in open_:
                one.cancel()


def _play(plan: Plan, seed: int) -> Outcome | Failed:
    try:
        return play_anew(seed, plan.steps, check_every=plan.check_every, having=plan.having)
    except Failed as failed:
        return _sent(failed)


def _sent(failed: Failed) -> Failed:
    """As it comes from another process."""
    return pickle.loads(pickle.dumps(failed))  # type: ignore[no-any-return]


# -- the command ------------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str]) -> int:
    """Play the worlds that are asked for, tell how it goes, and make the first failure short."""
    asked = _parser().parse_args(arguments)
    seeds = range(asked.seed, asked.seed + asked.worlds)
    having = Having(**{name: getattr(asked, name) for name in OPTIONS})
    plan = Plan(seeds, asked.steps, having, asked.check_every)
    summary = play_all(plan, asked.jobs, sys.stderr, stop_after=0 if asked.keep_going else 1)
    if len(plan.seeds) == 1 and not summary.failed:
        return 0
    print(*summary.lines(), sep="\n")
    for failed in summary.failed[: asked.show]:
        print("\n" + str(failed))
    if summary.failed and asked.shorten:
        print("\nshortened:")
        short = shorten(summary.failed[0], tries=asked.shorten)
        print(short, f"steps: {' '.join(map(str, short.steps))}", sep="\n")
    return 1 if summary.failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulation.runner",
        description="Terminals and HQ in worlds where everything goes wrong; see docs/simulation.md.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    count = _at_least(1)
    parser.add_argument("seed", type=_at_least(0), help="of the first world; the others follow")
    parser.add_argument("steps", type=count, nargs="?", default=300, help="of each world (300)")
    parser.add_argument("worlds", type=count, nargs="?", default=1, help="how many (1)")
    for name, words in OPTIONS.items():
        parser.add_argument(f"--{name}", action="store_true", help=words)
    parser.add_argument("--jobs", type=count, default=os.cpu_count() or 1, help="processes (one for each processor)")
    parser.add_argument("--check-every", type=count, default=CHECK_EVERY, metavar="N", help=f"steps ({CHECK_EVERY})")
    parser.add_argument("--keep-going", action="store_true", help="do not stop at the first world that fails")
    parser.add_argument("--show", type=_at_least(0), default=1, metavar="N", help="failures told at length (1)")
    parser.add_argument(
        "--shorten",
        type=_at_least(0),
        default=200,
        metavar="TRIES",
        help="runs for making the first short (200; 0: not)",
    )
    return parser


def _at_least(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"{text!r} is no number from {least} on")
        return int(text)

    return number


def _tell(progress: TextIO, summary: Summary, outcome: Outcome | Failed) -> None:
    """A line for each failure, and now and then how far it is; for one world, what happened in it."""
    plan = summary.plan
    if isinstance(outcome, Failed):
        print(f"seed {outcome.seed} failed: {_kind(outcome)}", file=progress, flush=True)
    elif len(plan.seeds) == 1:
        done = f"{outcome.sales} sales, {outcome.voids} voids, {outcome.crashes} crashes"
        print(plan.seeds.start, outcome.digest[:16], done)
    every = max(1, len(plan.seeds) // _LINES)
    if len(plan.seeds) > 1 and summary.worlds % every == 0:
        left = summary.seconds / summary.worlds * (len(plan.seeds) - summary.worlds)
        told = (
            f"{summary.worlds}/{len(plan.seeds)} worlds, {len(summary.failed)} failed, about {left / 60:.0f} min left"
        )
        print(told, file=progress, flush=True)
