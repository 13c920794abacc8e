"""`kiosk campaign poster`: the rules of a campaign on a poster, as a PDF, or what they lack for it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kiosk.cli.arguments import complain, new_file
from kiosk.domain.texts import LANGUAGES, LocalText

if TYPE_CHECKING:
    from kiosk.domain.campaigns.model import Campaign

_GOOD, _FOUND = 0, 1
_PAPERS = ("A4", "A3", "A5")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes beside the campaign file."""
    parser.add_argument("--out", type=new_file, required=True, metavar="OUT.pdf")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--paper", choices=_PAPERS, default=_PAPERS[0])
    parser.add_argument("--check-at", metavar="ADDRESS", default="", help="where HQ publishes draws, as people read it")
    parser.add_argument("--store", metavar="NAME", help="the store's name at its head (default: the organiser's)")


def run(campaign: Campaign, args: argparse.Namespace) -> int:
    """0: written; 1: the law wants more on it, which is named. OSError when it cannot be written."""
    from kiosk.cli.screenless import application
    from kiosk.domain.documents.paper import paper_named
    from kiosk.domain.documents.rules_poster import MissingRules, lay_out
    from kiosk.protocol.campaigns.signature import rules_hash
    from kiosk.ui.documents.pdf import write_pdf
    from kiosk.ui.words.documents.campaign_rules import poster_of
    from kiosk.ui.words.documents.draws import rules_poster_words

    held = application()
    store = campaign.organiser.name if args.store is None else LocalText(args.store, args.store, args.store)
    paper = paper_named(args.paper)
    assert paper is not None
    try:
        poster = poster_of(campaign, store, rules_hash(campaign), args.check_at)
        document = lay_out(poster, rules_poster_words(args.language, campaign.currency))
    except MissingRules as gaps:
        complain("kiosk campaign poster", f"the rules do not say in {args.language}: {', '.join(gaps.items)}")
        return _FOUND
    write_pdf(document, paper, args.out)
    del held
    print(args.out)
    return _GOOD
