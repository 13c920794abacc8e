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
from itertools import islice
from multiprocessing import get_context

from tests.poison.chain import Told, play

_BATCHES, _AT_ONCE = 40, 100
_WORLD = _BATCHES * _AT_ONCE
_TOGETHER = 10
"""Worlds of one process."""


def _world(seed: int) -> Told:
    logging.getLogger("kiosk").setLevel(logging.ERROR)
    return play(seed, _BATCHES, at_once=_AT_ONCE)


def run(facts: int, processes: int, first: int) -> Told:
    """Play as many worlds as it takes; says how far it is on stderr."""
    told, began = Told(), time.monotonic()
    seeds = iter(range(first, first + -(-facts // _WORLD)))
    while some := list(islice(seeds, _TOGETHER * processes)):
        # processes end with their pool: what replaces those that have done their share can wait for ever (gh-115634)
        with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
            waiting = {pool.submit(_world, seed): seed for seed in some}
            for done in as_completed(waiting):
                one = done.result()
                told.add(one)
                for what, count in one.faults.items():
                    print(f"seed {waiting[done]}: {count} x {what}", file=sys.stderr, flush=True)
                rate = told.facts / (time.monotonic() - began)
                faults = sum(told.faults.values())
                print(f"{told.facts:,} facts, {rate:,.0f}/s, {faults} faults", file=sys.stderr, flush=True)
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
