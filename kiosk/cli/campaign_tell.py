"""`kiosk campaign tell`: what a campaign file does, in plain words."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kiosk.cli.language import add_language, spoken
from kiosk.config import shown

if TYPE_CHECKING:
    from kiosk.domain.campaigns.model import Campaign

_TOLD = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes beside the campaign file."""
    add_language(parser)


def run(campaign: Campaign, args: argparse.Namespace) -> int:
    """0: told."""
    from kiosk.adapters.campaigns.tell.told import tell

    for line in tell(campaign, spoken(args)):
        print(shown(line))
    return _TOLD
