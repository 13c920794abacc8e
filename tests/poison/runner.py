"""Broken facts by the million: `python -m tests.poison.runner --facts 1000000`.

Each world is one seed: a chain with campaigns, to which two terminals push broken bodies of every kind of fact in
correct hash chains. Wanted: no answer of 5xx, every fact acknowledged, no fault in HQ's log, read models as all facts
give them. Exits with 1 when anything else was seen; the seeds are named.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial

from tests.poison.chain import Told, play

_BATCHES, _AT_ONCE = 40, 100
_WORLD = _BATCHES * _AT_ONCE


def _world(seed: int) -> Told:
    logging.getLogger("kiosk").setLevel(logging.ERROR)
    return play(seed, _BATCHES, at_once=_AT_ONCE)


def run(facts: int, processes: int, first: int) -> Told:
    """Play as many worlds as it takes; says how far it is on stderr."""
    told, began = Told(), time.monotonic()
    seeds = range(first, first + -(-facts // _WORLD))
    with ProcessPoolExecutor(processes, max_tasks_per_child=10) as pool:
        waiting = {pool.submit(partial(_world, seed)): seed for seed in seeds}
        for done in as_completed(waiting):
            one = done.result()
            told.add(one)
            rate = told.facts / (time.monotonic() - began)
            for what, count in one.faults.items():
                print(f"seed {waiting[done]}: {count} x {what}", file=sys.stderr, flush=True)
            print(
                f"{told.facts:,} facts, {rate:,.0f}/s, {sum(told.faults.values())} faults", file=sys.stderr, flush=True
            )
    return told


def main() -> int:
    """Run, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=1_000_000, help="at least so many")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1, help="of the first world")
    args = parser.parse_args()
    told = run(args.facts, args.processes, args.seed)
    print(f"{told.facts:,} facts from {args.seed} on; left out, or told of:")
    for what, count in told.unread.most_common():
        print(f"{count:>10,}  {what}")
    print(f"faults: {sum(told.faults.values())}")
    return 1 if told.faults else 0


if __name__ == "__main__":
    sys.exit(main())
