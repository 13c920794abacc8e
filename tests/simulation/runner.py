"""Draws what happens in a world, step by step, from one seed, and checks the invariants along the way.

Every step draws from dice of its own (seed and number), so that a trace stays much the same when other steps are left
out: that is how a failing run is made shorter.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.adapters.sync.transport import HqUnreachable
from tests.simulation.having import PLAIN, Having
from tests.simulation.hostile import Hostile
from tests.simulation.run import CHECK_EVERY, Run
from tests.simulation.steps import STEPS
from tests.simulation.surroundings import HqFault, quiet_logs

HARM = 0.15
"""How likely a hostile terminal does something after a step."""


class Failed(AssertionError):
    """A run broke an invariant. `trace` says what led there."""

    def __init__(
        self,
        seed: int,
        steps: list[int],
        trace: list[str],
        cause: BaseException,
        having: Having = PLAIN,
        check_every: int = CHECK_EVERY,
    ) -> None:
        shown = "\n  ".join(trace[-60:])
        super().__init__(
            f"seed {seed}, {len(steps)} steps: {type(cause).__name__}: {cause}\n  {shown}\n"
            f"again: python -m tests.simulation.runner {seed} {max(steps, default=0) + 1}{having}"
            f"{f' --check-every {check_every}' if check_every != CHECK_EVERY else ''}"
        )
        self.cause = f"{type(cause).__name__}: {cause}"
        self.seed = seed
        self.having = having
        self.steps = steps
        self.trace = trace

    def __reduce__(self) -> tuple[object, ...]:  # from one process to another, its cause in words
        return _failed_elsewhere, (self.seed, self.steps, self.trace, self.cause, str(self), self.having)


def _failed_elsewhere(seed: int, steps: list[int], trace: list[str], cause: str, words: str, having: Having) -> Failed:
    failed = Failed(seed, steps, trace, AssertionError(cause), having)
    failed.args, failed.cause = (words,), cause
    return failed


@dataclass(frozen=True)
class Outcome:
    """A run that held."""

    trace: list[str]
    sales: int
    voids: int
    crashes: int
    restores: int
    copies: int = 0
    paid: int = 0
    """Sales with points."""
    newcomers: int = 0
    spins: int = 0
    draws: int = 0
    prizes: int = 0
    """Things that were handed over or shipped."""
    returns: int = 0
    charges: int = 0
    """Vouchers sold and topped up."""
    slips: int = 0
    """Keyed in."""

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n".join(self.trace).encode()).hexdigest()


def step(run: Run, number: int) -> None:
    """One thing happens."""
    dice = run.dice_of(number)
    name = dice.choices(list(STEPS), [weight for weight, _ in STEPS.values()])[0]
    run.say(f"{number} {name}")
    STEPS[name][1](run, dice)
    if run.purses is not None:
        run.purses.step(run.dice_of(number, "points"))
    if run.newcomers is not None:
        run.newcomers.step(run.dice_of(number, "newcomers"))
    if run.spinners is not None:
        run.spinners.step(run.dice_of(number, "wheels"))
    if run.winners is not None:
        run.winners.step(run.dice_of(number, "draws"))
    if run.baskets is not None:
        run.baskets.step(run.dice_of(number, "goods"))
    if run.cards is not None:
        run.cards.step(run.dice_of(number, "vouchers"))
    if run.papers is not None:
        run.papers.step(run.dice_of(number, "slips"))
    if run.having.clones:
        run.clones.step(run.dice_of(number, "clones"))
    harm = random.Random(f"{run.seed}/{number}/hostile")
    if run.hostile is not None and harm.random() < HARM:
        run.say(f"  hostile {_harm(run.hostile, harm)}")


def _harm(hostile: Hostile, dice: random.Random) -> str:
    try:
        return f"told {hostile.tell(dice)}"
    except HqUnreachable:
        return "told nothing: HQ died"


def play(
    folder: Path,
    seed: int,
    steps: int | Iterable[int],
    *,
    check_every: int = CHECK_EVERY,
    having: Having = PLAIN,
) -> Outcome:
    """Run `steps` steps (or just these) of `seed` in `folder`. Raises Failed."""
    numbers = list(range(steps)) if isinstance(steps, int) else list(steps)
    run: Run | None = None
    done: list[int] = []
    with quiet_logs():
        try:
            run = Run(folder, seed, having)
            for number in numbers:
                done.append(number)
                step(run, number)
                if len(done) % check_every == 0:
                    run.check()
            run.come_together()
        except Exception as error:
            raise Failed(seed, done, run.trace if run else [], error, having, check_every) from error
        finally:
            if run is not None:
                run.world.close()
    attempts = run.deeds.attempts.values()
    sales, voids = sum(a.sold for a in attempts), sum(a.voided for a in attempts)
    paid = run.purses.paid if run.purses is not None else 0
    newcomers = len(run.newcomers.phones) if run.newcomers is not None else 0
    spins = run.spinners.spins if run.spinners is not None else 0
    draws, prizes = (run.winners.drawn, run.winners.given) if run.winners is not None else (0, 0)
    copies = run.clones.made
    returns = run.baskets.returns if run.baskets is not None else 0
    charges = sum(bool(put.machine) for put in run.cards.asked.values()) if run.cards is not None else 0
    slips = run.papers.keyed if run.papers is not None else 0
    return Outcome(
        *(run.trace, sales, voids, run.crashes, run.restores, copies, paid, newcomers, spins, draws, prizes, returns),
        charges=charges,
        slips=slips,
    )


def play_anew(
    seed: int,
    steps: int | Iterable[int],
    *,
    check_every: int = CHECK_EVERY,
    having: Having = PLAIN,
) -> Outcome:
    """`play` in a folder of its own that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-sim-"))
    try:
        return play(folder, seed, steps, check_every=check_every, having=having)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shorten(failed: Failed, *, tries: int = 200) -> Failed:
    """The same failure with fewer steps, as far as so many tries get: chunks of steps are left out while it fails."""
    best, size = failed, max(1, len(failed.steps) // 2)
    while size >= 1 and tries > 0:
        at, shorter = 0, False
        while at < len(best.steps) and tries > 0:
            tries -= 1
            try:
                left = best.steps[:at] + best.steps[at + size :]
                play_anew(best.seed, left, check_every=1, having=best.having)
            except Failed as again:
                best, shorter = again, True
            else:
                at += size
        size = size if shorter and size == 1 else size // 2
        if not shorter and size == 0:
            break
    return best


__all__ = ["Failed", "HqFault", "Outcome", "Run", "play", "play_anew", "shorten", "step"]

if __name__ == "__main__":
    import sys

    from tests.simulation.many import main

    sys.exit(main(sys.argv[1:]))
