"""`kiosk verify-draw FILE`: whether a published draw is what it says it is. No network, no ledger, nothing is written.

The answer is in the language of the stores (`--language`); `--json` gives the codes (docs/draws.md).
"""

from __future__ import annotations

import argparse
import json
import string
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli.arguments import complain, file
from kiosk.domain.texts import LANGUAGES
from kiosk.files import read_whole

if TYPE_CHECKING:
    from kiosk.domain.draws.report import Report

GOOD, NOT_GOOD, CANNOT_SAY = 0, 1, 2


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `verify-draw` to the command line; `args.run` is set to `run`."""
    parser = subparsers.add_parser("verify-draw", help="check the published file of a draw")
    parser.add_argument("file", type=file, metavar="FILE", help="the published file (.json, .json.gz, .json.zst)")
    parser.add_argument(
        "--key", action="append", type=_key, metavar="HEX", help="a public key that may have signed; may be repeated"
    )
    parser.add_argument("--language", choices=LANGUAGES, help="of the answer (default: as the station's)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0: all that can be checked holds. 1: something does not. 2: the file cannot be read."""
    from kiosk.domain.draws.verify import verify
    from kiosk.protocol.draws.bls import beacon_signature_is_good
    from kiosk.protocol.draws.published_file import PublishedFileError
    from kiosk.protocol.draws.signatures import signature_is_good

    try:
        value = _read(args.file)
    except (PublishedFileError, OSError, MemoryError) as fault:
        reason = getattr(fault, "strerror", None) or fault or "it does not fit into this machine's memory"
        complain("kiosk verify-draw", f"'{args.file}': {reason}")
        return CANNOT_SAY
    report = verify(
        value, signature_is_good=signature_is_good, beacon_is_good=beacon_signature_is_good, trusted=args.key
    )
    if args.json:
        print(json.dumps(plain(report), ensure_ascii=False, indent=2))
    else:
        for line in _in_words(report, args):
            print(line)
    return GOOD if report.good else NOT_GOOD


def plain(report: Report) -> dict[str, Any]:
    """The report as JSON has it."""
    return {
        "verdict": "good" if report.good else "not_good",
        "subject": dict(report.subject),
        "checks": [
            {"code": one.code, "ok": one.ok, **({"args": dict(one.args)} if one.args else {})} for one in report.checks
        ],
        "notes": [{"code": note.code, **({"args": dict(note.args)} if note.args else {})} for note in report.notes],
        "not_checked": list(report.limits),
    }


def _read(path: Path) -> Any:
    from kiosk.protocol.draws.published_file import MOST_BYTES, PublishedFileError, read_published

    if path.stat().st_size > MOST_BYTES:
        raise PublishedFileError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    return read_published(read_whole(path, MOST_BYTES))


def _key(text: str) -> str:
    small = text.strip().lower()
    if len(small) != 64 or not set(small) <= set(string.hexdigits):
        raise argparse.ArgumentTypeError(f"'{text}' is no public key of 64 hexadecimal digits")
    return small


def _in_words(report: Report, args: argparse.Namespace) -> Iterator[str]:
    """Lines to be printed, in the words of the screen."""
    from PySide6.QtCore import QCoreApplication

    from kiosk.config import load
    from kiosk.station import language_of
    from kiosk.ui.i18n import speaking, translate
    from kiosk.ui.words.verified_draws import check_words, limit_words, note_words, subject_words, verdict_words

    # translations are of an application, though nothing is shown
    application = QCoreApplication.instance() or QCoreApplication([])
    with speaking(args.language or language_of(load(args.config))):
        yield verdict_words(report)
        yield from (f"  {line}" for line in subject_words(report))
        for title, lines in (
            (translate("VerifyDraw", "To be known"), [f"! {note_words(note)}" for note in report.notes]),
            (
                translate("VerifyDraw", "Checked"),
                [f"{'✓' if one.ok else '✗'} {check_words(one)}" for one in report.checks],
            ),
            (
                translate("VerifyDraw", "What no calculation can show"),
                [f"? {limit_words(one)}" for one in report.limits],
            ),
        ):
            if lines:
                yield ""
                yield title
                yield from (f"  {line}" for line in dict.fromkeys(lines))
    del application
