"""`kiosk hq publish-campaign` and `withdraw-campaign`. What stands against publishing is said in the reader's
language, as `campaign check` says it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.arguments import complain
from kiosk.cli.language import add_language, spoken
from kiosk.config import shown
from kiosk.files import read_whole

if TYPE_CHECKING:
    from kiosk.domain.campaigns.model import Campaign
    from kiosk.domain.findings import Finding
    from kiosk.hq.headquarters import Headquarters
    from kiosk.protocol.campaigns.problems import Problem

DONE, FINDING, FAULT = 0, 1, 2


def add_actions(action: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add them to the command line of HQ; `action` makes one."""
    publish = action("publish-campaign", "check, sign and publish campaign files; each ends the version before it")
    publish.add_argument("file", type=Path, nargs="+")
    publish.add_argument("--favour", metavar="NAME", help="who says that changed words are no worse for customers")
    add_language(publish)
    withdraw = action("withdraw-campaign", "end a campaign now and refuse its coupons")
    withdraw.add_argument("campaign", metavar="ID")
    withdraw.add_argument("--keep-coupons", action="store_true", help="what was given stays good")


def publish_campaign(hq: Headquarters, args: argparse.Namespace) -> int:
    """0: all are in force; 1: one is not, and why; 2: a file cannot be read."""
    from kiosk.cli.hq_words import local_times
    from kiosk.hq.campaigns.commands import CampaignRefused
    from kiosk.protocol.campaigns.file import LARGEST_FILE

    result, language = DONE, spoken(args)
    for path in args.file:
        try:
            document = read_whole(path, LARGEST_FILE).decode()
        except (OSError, UnicodeDecodeError) as fault:
            complain(str(path), getattr(fault, "strerror", None) or "not UTF-8")
            result = FAULT
            continue
        done = hq.publish_campaign(document, refuse_mistakes=True, favour_by=args.favour or "")
        if isinstance(done, CampaignRefused):
            for problem in done.problems:
                print(shown(f"{path}:{_said(problem, language)}"), file=sys.stderr)
            result = max(result, FINDING)
        else:
            since = " and ".join(local_times(hq, done.since))
            print(f"{done.campaign.id} version {done.campaign.version} is in force from {since} on")
            for finding in _without_benefit(hq, done.campaign):
                print(shown(f"{path}:{_said(finding, language)}"), file=sys.stderr)
    return result


def _without_benefit(hq: Headquarters, campaign: Campaign) -> list[Finding]:
    """Goods that the campaign names and that never carry a benefit, by the chain's goods file as it is published. (What
    that does not name is goods like all others: `campaign check --catalogue` is stricter.)"""
    from kiosk.domain.campaigns.check_goods import ChainLists, goods_findings

    goods = hq.catalogue()
    if goods is None:
        return []
    barred = ChainLists(barred=ChainLists.of_file(goods).barred)
    return [one for one in goods_findings(campaign, barred) if one.code == "no_benefit"]


def withdraw_campaign(hq: Headquarters, args: argparse.Namespace) -> int:
    """0: it has ended; 1: there is none of that name."""
    if hq.withdraw_campaign(args.campaign, keep_coupons=args.keep_coupons):
        print(f"{args.campaign} has ended; its coupons {'stay good' if args.keep_coupons else 'are refused'}")
        return DONE
    print(f"no such campaign that runs or is to come: {args.campaign}", file=sys.stderr)
    return FINDING


def _said(problem: Finding | Problem, language: str) -> str:
    """With its line and column, or its place in the file, where it has one."""
    from kiosk.adapters.campaigns.words.said import in_words

    line, column = getattr(problem, "line", 0), getattr(problem, "column", 0)
    place = f"{line}:{column}: " if line else f" {problem.path}: " if problem.path else " "
    return f"{place}{in_words(problem, language)} [{problem.code}]"
