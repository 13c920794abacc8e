"""`kiosk hq draws …`: batch draws, wheels' leases and the beacon. What each action does is in the files that this one
names."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Protocol

from kiosk.cli import hq_draws_batch, hq_draws_claims, hq_draws_wheels

if TYPE_CHECKING:
    from kiosk.hq.headquarters import Headquarters


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


def add_parser(actions: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add `draws` and what can be done with them to `kiosk hq`."""
    draws = actions.add_parser("draws", help="prize draws: batch draws, leases of wheels, the randomness beacon")
    below = draws.add_subparsers(dest="draws_action", required=True, metavar="WHAT")
    hq_draws_batch.add_parsers(below, action)
    hq_draws_claims.add_parsers(below, action)
    hq_draws_wheels.add_parsers(below, action)


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 a finding, or nothing of that name; 2 called wrongly."""
    code: int = args.draws_run(hq, args)
    return code
