"""`kiosk campaign`: check campaign files, price baskets by them, rehearse them, export their schema, sign them."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli import campaign_check, campaign_poster, campaign_price, campaign_tell, file_mistakes
from kiosk.cli.arguments import complain, file, new_file, number
from kiosk.cli.language import add_language, spoken
from kiosk.config import shown
from kiosk.domain.facts import happening_of
from kiosk.domain.texts import LocalText
from kiosk.files import read_whole, write_whole

if TYPE_CHECKING:
    from kiosk.domain.campaigns.happenings import Happening
    from kiosk.domain.campaigns.model import Campaign
    from kiosk.protocol.campaigns.file import CampaignSource

GOOD, FOUND, FAULT = 0, 1, 2
_REPORT = LocalText("報告：{file}", "报告：{file}", "report: {file}")
_NOT_A_FACT = LocalText("不是事實：{error}", "不是事实：{error}", "not a fact: {error}")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `campaign` and its actions to the command line; `args.run` is set to `run`."""
    campaign = subparsers.add_parser("campaign", help="check, rehearse and sign campaign files")
    actions = campaign.add_subparsers(dest="campaign_action", required=True)
    check = actions.add_parser("check", help="mistakes, contradictions, dead rules, loops, the legal checklist")
    campaign_check.add_arguments(check)
    actions.add_parser("schema", help="print the JSON Schema of campaign files")
    price = actions.add_parser("price", help="what a basket costs by a campaign, and why")
    price.add_argument("file", type=Path)
    campaign_price.add_arguments(price)
    tell = actions.add_parser("tell", help="what a campaign file does, in plain words")
    tell.add_argument("file", type=Path)
    campaign_tell.add_arguments(tell)
    rehearse = actions.add_parser("rehearse", help="run a campaign over past or made-up facts and add up")
    rehearse.add_argument("file", type=Path)
    facts = rehearse.add_mutually_exclusive_group(required=True)
    facts.add_argument(
        "--facts", type=file, metavar="FILE", help="facts, one JSON object a line (docs/campaign-file.md)"
    )
    facts.add_argument("--synthetic", type=number(1, 100_000_000), metavar="N", help="about so many made-up facts")
    rehearse.add_argument("--seed", type=number(0, 10**12), default=1, help="another seed, another story (default: 1)")
    rehearse.add_argument(
        "--runs",
        type=number(1, 1_000),
        default=3,
        metavar="N",
        help="made-up stories for the spread of outcomes (default: 3)",
    )
    rehearse.add_argument(
        "--catalogue", type=file, metavar="FILE", help="the chain's goods file: made-up baskets are of its articles"
    )
    add_language(rehearse)
    rehearse.add_argument("--json", action="store_true", help="print the report as JSON; money in minor units")
    rehearse.add_argument("--html", type=new_file, metavar="OUT", help="write the report with charts")
    poster = actions.add_parser("poster", help="the rules as a poster (PDF), or what the law wants on it beside")
    poster.add_argument("file", type=Path)
    campaign_poster.add_arguments(poster)
    sign = actions.add_parser("sign", help="write FILE.sig")
    sign.add_argument("file", type=Path)
    sign.add_argument("--key", type=file, required=True, help="32 bytes of an Ed25519 private key, as 64 hex digits")
    sign.add_argument("--key-id", required=True)
    verify = actions.add_parser("verify", help="say whether FILE.sig is HQ's")
    verify.add_argument("file", type=Path)
    verify.add_argument("--keys", type=file, required=True, help='JSON: {"key id": "64 hex digits", …}')
    campaign.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command. 0: good; 1: something was found; 2: the file cannot be read at all."""
    action = {
        "check": _check,
        "schema": _schema,
        "price": _price,
        "tell": _tell,
        "rehearse": _rehearse,
        "poster": _poster,
        "sign": _sign,
        "verify": _verify,
    }
    try:
        return action[args.campaign_action](args)
    except BrokenPipeError:
        raise  # whoever read has gone
    except OSError as error:
        complain(f"kiosk campaign {args.campaign_action}", file_mistakes.unreadable(error, spoken(args)))
        return FAULT
    except ValueError as error:
        for problem in str(error).splitlines() or [type(error).__name__]:
            print(shown(problem), file=sys.stderr)  # as FILE:LINE:COLUMN, which editors follow
        return FAULT


def _load(args: argparse.Namespace, *, draft: bool = False) -> CampaignSource:
    """Raises ValueError with every mistake, each with file, line and column, in the language that is set."""
    from kiosk.protocol.campaigns.file import CampaignFileError, load_campaign

    try:
        return load_campaign(args.file, draft=draft)
    except CampaignFileError as error:
        poster = args.campaign_action == "poster"  # whose language is the poster's
        language = spoken(argparse.Namespace(config=args.config)) if poster else spoken(args)
        raise ValueError("\n".join(file_mistakes.lines(args.file, error.problems, language))) from error


def _load_named(args: argparse.Namespace) -> Campaign:
    """A campaign, perhaps a draft, in which every name is that of something: who misspells a gift cannot be told what
    it costs. Raises ValueError as `_load` does."""
    from kiosk.adapters.campaigns.words.said import in_words
    from kiosk.domain.campaigns.check_names import name_findings

    source, language = _load(args, draft=True), spoken(args)
    lines = []
    for one in name_findings(source.campaign):
        line, column = source.place(one.path)
        lines.append(f"{args.file}:{line}:{column}: {in_words(one, language)} [{one.code}]")
    if lines:
        raise ValueError("\n".join(lines))
    return source.campaign


def _check(args: argparse.Namespace) -> int:
    return campaign_check.run(args)


def _schema(_args: argparse.Namespace) -> int:
    from kiosk.adapters.campaigns.schema import campaign_schema

    print(json.dumps(campaign_schema(), ensure_ascii=False, indent=2))
    return GOOD


def _price(args: argparse.Namespace) -> int:
    return campaign_price.run(_load_named(args), args)


def _tell(args: argparse.Namespace) -> int:
    return campaign_tell.run(_load(args, draft=True).campaign, args)


def _rehearse(args: argparse.Namespace) -> int:
    from kiosk.adapters.campaigns.words.said import in_words
    from kiosk.cli.campaign_rehearsal import print_report
    from kiosk.domain.campaigns.check import check
    from kiosk.domain.campaigns.rehearsal import as_plain
    from kiosk.domain.campaigns.rehearse import rehearse
    from kiosk.domain.findings import Severity

    campaign, language = _load_named(args), spoken(args)
    findings = check(campaign)
    gc.disable()  # a rehearsal makes no cycles and keeps all it makes: looking for garbage takes a quarter of the time
    happenings, source = _story(campaign, args, args.seed)
    began = time.perf_counter()
    report = rehearse(campaign, happenings, seed=args.seed)
    took = time.perf_counter() - began
    if args.json:
        print(json.dumps(as_plain(report), ensure_ascii=False, indent=1))
    else:
        print_report(report, took, language)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    for finding in errors:
        said = f"  {in_words(finding, language)} [{finding.code}]"
        print(shown(said), file=sys.stderr if args.json else sys.stdout)
    if args.html is not None:
        from kiosk.adapters.campaigns.rehearsal_page import page

        short = any(item.gone is not None for item in report.stock)
        wanted = (
            rehearse(campaign, _story(campaign, args, args.seed)[0], seed=args.seed, plenty=True) if short else None
        )
        seeds = range(args.seed + 1, args.seed + (args.runs if args.synthetic else 1))
        others = [rehearse(campaign, _story(campaign, args, seed)[0], seed=seed) for seed in seeds]
        html = page(report, source, findings=findings, others=others, wanted=wanted, language=language)
        write_whole(args.html, html.encode(), private=False)
        print(_REPORT.get(language).format(file=args.html), file=sys.stderr if args.json else sys.stdout)
    gc.enable()
    runaway = any(one.severity is Severity.ERROR for one in report.warnings)
    return FOUND if runaway or errors else GOOD


def _story(campaign: Campaign, args: argparse.Namespace, seed: int) -> tuple[Iterable[Happening], str]:
    """The facts to rehearse on, in order, and where they come from."""
    from kiosk.adapters.campaigns.rehearsal_words import Said, say
    from kiosk.domain.campaigns.chain_goods import NO_GOODS, Goods
    from kiosk.domain.campaigns.shelf import Ware
    from kiosk.domain.campaigns.synthetic import synthetic

    language = spoken(args)
    if args.facts is None:
        wares: list[Ware] = []
        goods = NO_GOODS
        if args.catalogue is not None:
            found = file_mistakes.goods(args.catalogue, campaign.currency, language)
            wares = [Ware(one.id, one.category, one.price) for one in found.articles]
            goods = Goods.in_file(found, campaign.currency)
        return synthetic(campaign, args.synthetic, seed, wares, goods), say(Said.MADE_UP, language, seed=seed)
    return sorted(_past(args.facts, language), key=lambda happening: happening.order), say(
        Said.OF_FILE, language, name=args.facts.name
    )


def _past(path: Path, language: str) -> Iterator[Happening]:
    """Facts of a file: {"device", "store", "zone", "fact": {…}} a line. Raises ValueError with the line's number."""
    from kiosk.domain.journal.facts import decode

    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                store, zone = str(record["store"]), str(record["zone"])
                fact = decode(json.dumps(record["fact"]).encode())
                happening = happening_of(fact, str(record["device"]), lambda _, at=(store, zone): at)  # type: ignore[misc]
            except (ValueError, KeyError, TypeError) as error:
                said = _NOT_A_FACT.get(language).format(error=error)
                raise ValueError(f"{path}:{number}: {said}") from error
            if happening is not None:
                yield happening


def _poster(args: argparse.Namespace) -> int:
    return campaign_poster.run(_load(args).campaign, args)


def _sign(args: argparse.Namespace) -> int:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from kiosk.protocol.campaigns.signature import sign

    campaign = _load(args).campaign
    try:
        key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(read_whole(args.key).decode("ascii").strip()))
    except ValueError as error:
        raise ValueError(f"{args.key}: not 64 hex digits of a key") from error
    beside = _signature_file(args.file)
    write_whole(beside, sign(campaign, args.key_id, key), private=False)
    print(beside)
    return GOOD


def _verify(args: argparse.Namespace) -> int:
    from kiosk.protocol.campaigns.signature import Verdict, verify

    campaign = _load(args).campaign
    beside = _signature_file(args.file)
    try:
        keys = {
            name: bytes.fromhex(value) for name, value in json.loads(read_whole(args.keys).decode("utf-8-sig")).items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f'{args.keys}: not {{"key id": "64 hex digits", …}}') from error
    verdict = verify(campaign, read_whole(beside) if beside.exists() else None, keys)
    print(f"{args.file}: {verdict}")
    return GOOD if verdict is Verdict.GOOD else FOUND


def _signature_file(path: Path) -> Path:
    return path.with_name(path.name + ".sig")
