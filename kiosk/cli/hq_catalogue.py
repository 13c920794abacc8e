"""`kiosk hq catalogue`: the chain's goods file, as campaigns look at goods everywhere."""

from __future__ import annotations

import argparse
import json
import re
import sys
from typing import TYPE_CHECKING, Protocol

from kiosk.cli.arguments import complain, file
from kiosk.cli.file_mistakes import goods
from kiosk.cli.language import add_language, spoken
from kiosk.config import shown

if TYPE_CHECKING:
    from kiosk.domain.goods.catalogue import Catalogue
    from kiosk.hq.headquarters import Headquarters

_DONE, _FINDING = 0, 1
_COMMAND = "kiosk hq catalogue"
_CURRENCY = re.compile("[A-Z]{3}")


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(self, name: str, words: str) -> argparse.ArgumentParser: ...


def add_parser(action: _Action) -> None:
    """Add `catalogue` to `kiosk hq`."""
    parser = action(
        "catalogue", "categories, articles, and goods that never carry a benefit; without an option: what is"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--file", type=file, metavar="FILE", help="YAML, or articles as CSV (docs/goods.md)")
    what.add_argument("--remove", action="store_true", help="none: goods are as tills say")
    parser.add_argument("--currency", type=_currency, metavar="TWD", help="of the prices in a CSV")
    add_language(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 the file is no catalogue, and every mistake is named with its place."""
    if args.remove:
        hq.put_catalogue(None)
        print("no catalogue: goods are as tills say; terminals know it with their next contact")
        return _DONE
    if args.file is None:
        _show(hq.catalogue(), as_json=args.json)
        return _DONE
    try:
        catalogue = goods(args.file, args.currency or "", spoken(args))
    except OSError as error:
        complain(_COMMAND, f"'{args.file}' cannot be read: {error.strerror or error}")
        return _FINDING
    except ValueError as error:
        print(shown(str(error)), file=sys.stderr)
        return _FINDING
    changed = hq.put_catalogue(catalogue)
    if args.json:
        _show(catalogue, as_json=True)
    else:
        print(
            f"{changed.articles:,} articles ({changed.fresh:,} new, {changed.other:,} changed, {changed.gone:,} gone), "
            f"{len(catalogue.categories):,} categories; terminals know it with their next contact"
        )
    return _DONE


def _show(catalogue: Catalogue | None, *, as_json: bool) -> None:
    from kiosk.protocol.campaigns.shape import to_plain

    if as_json:
        print(json.dumps(None if catalogue is None else to_plain(catalogue), ensure_ascii=False))
    elif catalogue is None:
        print("no catalogue: goods are as tills say")
    else:
        print(f"{len(catalogue.articles):,} articles, {len(catalogue.categories):,} categories, {catalogue.currency}")
        barred = [*catalogue.no_benefit.categories, *catalogue.no_benefit.items]
        barred += [one.id for one in catalogue.articles if one.no_benefit and one.id not in barred]
        print(f"never carries a benefit: {', '.join(barred) if barred else 'nothing'}")


def _currency(text: str) -> str:
    if not _CURRENCY.fullmatch(text):
        raise argparse.ArgumentTypeError(f"'{text}' is no currency such as TWD")
    return text
