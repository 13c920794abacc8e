"""`kiosk campaign check`: what is wrong with campaign files, with line and column, in the reader's language."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.cli import file_mistakes
from kiosk.cli.arguments import file
from kiosk.cli.language import add_language, spoken
from kiosk.config import shown
from kiosk.domain.texts import LocalText

if TYPE_CHECKING:
    from kiosk.adapters.campaigns.words.said import Said
    from kiosk.domain.campaigns.check_goods import ChainLists
    from kiosk.domain.campaigns.model import Campaign

GOOD, FOUND, UNREADABLE = 0, 1, 2

_SEVERITY = {"error": LocalText("錯誤", "错误", "error"), "warning": LocalText("注意", "注意", "warning")}
_COLON = LocalText("：", "：", ": ")
_SUMMARY = LocalText(
    "{id} 第 {version} 版，{rules} 條規則，{place}：{errors} 個錯誤，{warnings} 個注意；規則碼 {hash}",
    "{id} 第 {version} 版，{rules} 条规则，{place}：{errors} 个错误，{warnings} 个注意；规则码 {hash}",
    "{id} version {version}, {rules} rules, {place}: {errors} errors, {warnings} warnings; rules {hash}",
)
_MISTAKES = LocalText("{errors} 個錯誤", "{errors} 个错误", "{errors} errors")


class _Found(NamedTuple):
    severity: str
    code: str
    path: str
    line: int
    column: int
    said: Said


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("file", type=Path, nargs="+")
    add_language(parser)
    lists = "the chain's goods file (docs/goods.md): articles, categories and stores that it lacks are errors"
    parser.add_argument("--catalogue", type=file, metavar="FILE", help=lists)
    before = "the version that runs now: what it counted and the new one forgets is found"
    parser.add_argument("--before", type=file, metavar="OLDFILE", help=before)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """0: nothing is an error (warnings may be there); 1: mistakes, each with its place; 2: a file cannot be looked at.
    Of several files the highest. Raises OSError and ValueError for the files of the options."""
    language = spoken(args)
    before = file_mistakes.campaign(args.before, language) if args.before is not None else None
    worst, records, unreadable = GOOD, [], []
    for path in args.file:
        code, record, lines = _look(path, language, args.catalogue, before)
        worst = max(worst, code)
        records.append(record)
        if code == UNREADABLE:
            unreadable += lines
        elif not args.json:
            print(*map(shown, lines), sep="\n")
    if unreadable and not args.json:
        print(shown("; ".join(dict.fromkeys(unreadable))), file=sys.stderr)
    if args.json:
        print(json.dumps(records, ensure_ascii=False, indent=2))
    return worst


def _look(
    path: Path, language: str, catalogue: Path | None, before: Campaign | None
) -> tuple[int, dict[str, object], list[str]]:
    """The exit code, the record and the lines of one file."""
    from kiosk.domain.campaigns.check import check
    from kiosk.domain.campaigns.check_drafts import draft_findings
    from kiosk.protocol.campaigns.file import CampaignFileError, load_campaign
    from kiosk.protocol.campaigns.signature import rules_hash

    try:
        source = load_campaign(path, draft=True)
    except OSError as error:
        problem = file_mistakes.unreadable(error, language)
        return UNREADABLE, {"file": str(path), "unreadable": problem}, [problem]
    except CampaignFileError as error:
        found = [_Found("error", one.code, one.path, one.line, one.column, one) for one in error.problems]
        errors = len(found)
        lines = [
            *_lines(path, found, language),
            f"{path}{_COLON.get(language)}{_filled(_MISTAKES, language, errors=errors)}",
        ]
        return (UNREADABLE if error.unreadable else FOUND), _record(path, found, language), lines
    findings = [
        *check(source.campaign, _lists(catalogue, source.campaign, language), before),
        *draft_findings(source.drafts),
    ]
    found = [_Found(str(one.severity), one.code, one.path, *source.place(one.path), one) for one in findings]
    found.sort(key=lambda one: (one.severity != "error", one.line, one.column))
    errors = sum(one.severity == "error" for one in found)
    campaign = source.campaign
    facts = {
        "id": campaign.id,
        "version": campaign.version,
        "rules": len(campaign.rules),
        "place": campaign.jurisdiction,
        "errors": errors,
        "warnings": len(found) - errors,
        "hash": rules_hash(campaign)[:16],
    }
    summary = _filled(_SUMMARY, language, **facts)
    lines = [*_lines(path, found, language), f"{path}{_COLON.get(language)}{summary}"]
    record = _record(path, found, language) | {"campaign": campaign.id, "version": campaign.version}
    return (FOUND if errors else GOOD), record, lines


def _lists(path: Path | None, campaign: Campaign, language: str) -> ChainLists | None:
    """What the chain has, by its goods file; of what it does not list at all nothing is known."""
    from kiosk.domain.campaigns.check_goods import ChainLists

    return None if path is None else ChainLists.of_file(file_mistakes.goods(path, campaign.currency, language))


def _lines(path: Path, found: Iterable[_Found], language: str) -> list[str]:
    """As FILE:LINE:COLUMN, which editors follow."""
    from kiosk.adapters.campaigns.words.said import in_words

    return [
        f"{path}:{one.line}:{one.column}: {_SEVERITY[one.severity].get(language)}{_COLON.get(language)}"
        f"{in_words(one.said, language)} [{one.code}]"
        for one in found
    ]


def _record(path: Path, found: list[_Found], language: str) -> dict[str, object]:
    from kiosk.adapters.campaigns.words.said import in_words

    findings = [
        {
            "severity": one.severity,
            "code": one.code,
            "path": one.path,
            "line": one.line,
            "column": one.column,
            "words": in_words(one.said, language),
            "args": dict(one.said.args),
        }
        for one in found
    ]
    errors = sum(one.severity == "error" for one in found)
    return {"file": str(path), "errors": errors, "warnings": len(found) - errors, "findings": findings}


def _filled(words: LocalText, language: str, **facts: object) -> str:
    return words.get(language).format(**facts)
