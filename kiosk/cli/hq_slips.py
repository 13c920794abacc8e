"""`kiosk hq slips …`: books of paper slips for when everything is down: allow a kind, make a book, see what is out."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.cli.arguments import complain, number
from kiosk.domain.money import exponent, scale
from kiosk.domain.slips.code import code_of
from kiosk.domain.slips.model import MOST_SLIPS, BookState, SlipRule
from kiosk.domain.time import millis

if TYPE_CHECKING:
    from kiosk.cli.hq_words import Names
    from kiosk.hq.headquarters import Headquarters
    from kiosk.hq.slips.commands import SlipsRefused, Worth

_DONE, _FINDING, _FAULT = 0, 1, 2
_MOST_DIGITS = 12
_REFUSED = {
    "store_unknown": "no such store",
    "template_unknown": "no such template (`--template`), and no amount (`--off`)",
    "template_over": "this template is withdrawn",
    "template_voucher": "a voucher of value has a balance, which paper cannot keep",
    "template_elsewhere": "this template is not good in that store",
    "no_most": "what such a coupon takes off grows with what is bought: say with --most what a slip takes off at most",
    "count": f"a book has 1 to {MOST_SLIPS:,} slips, and no more uses than slips",
    "time": "a book is good for 1 to 366 days",
    "less_than_out": "{left} are out or used already: no fewer can be set aside",
    "not_set_aside": "{left} are left of what is set aside for this kind; `kiosk hq slips allow` sets more aside",
}


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


def add_parser(actions: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add `slips` and what can be done with it to `kiosk hq`."""
    below = actions.add_parser("slips", help="books of paper slips: what is out, and what it can cost").add_subparsers(
        dest="slips_action", required=True, metavar="WHAT"
    )
    listed = action("list", "every book: used, unused, lost, still open, the worst case of what is out", below)
    listed.add_argument("--store", metavar="ID", help="only those of this store")
    listed.add_argument("--json", action="store_true", help="print JSON")
    book = action("book", "make a book for a store: it is out, and counted, from then on", below)
    book.add_argument("--store", required=True, metavar="ID")
    book.add_argument("--count", required=True, type=number(1, MOST_SLIPS), metavar="N", help="slips in it")
    book.add_argument("--uses", type=number(1, MOST_SLIPS), metavar="N", help="how many of them may be used (all)")
    book.add_argument("--days", type=number(1, 366), default=31, metavar="N", help="how long it is good (31)")
    allow = action(
        "allow", "what books of a kind may take in all, and what terminals keep to make some by themselves", below
    )
    allow.add_argument("--count", required=True, type=number(0, 10**9), metavar="N", help="uses in the whole chain")
    allow.add_argument(
        "--share", type=number(0, MOST_SLIPS), default=0, metavar="N", help="of them, kept by each terminal"
    )
    allow.add_argument(
        "--days", type=number(1, 366), default=7, metavar="N", help="how long a terminal's book is good (7)"
    )
    for parser in (book, allow):
        kind = parser.add_mutually_exclusive_group(required=True)
        kind.add_argument("--template", metavar="ID", help="each slip is good for one use of this coupon template")
        kind.add_argument("--off", metavar="AMOUNT", help="each slip takes this amount off whatever is bought")
        parser.add_argument("--most", metavar="AMOUNT", help="what a slip takes off at most")


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 the answer is no; 2 called wrongly."""
    return _ACTIONS[args.slips_action](hq, args)


def _list(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of

    found = [one for one in hq.slips() if args.store in (None, one.book.store)]
    rules = hq.slip_rules()
    if args.json:
        said = {"books": [_plain(one) for one in found], "rules": [_rule(*one) for one in rules]}
        print(json.dumps(said, ensure_ascii=False))
        return _DONE
    names = names_of(hq, templates={one.book.template for one in found} | {rule.template for rule, _, _ in rules})
    for line in _book_lines(names, found):
        print(line)
    for line in _rule_lines(names, rules):
        print(line)
    print(f"{len(found)} in all")
    return _DONE


def _plain(state: BookState) -> dict[str, Any]:
    book = dataclasses.asdict(state.book)
    for name in ("made", "since", "until"):
        book[name] = millis(book[name])
    counted = {name: getattr(state, name) for name in ("used", "unused", "lost", "open", "risk", "worst", "off", "out")}
    return book | counted


def _rule(rule: SlipRule, whole: int, left: int) -> dict[str, Any]:
    return dataclasses.asdict(rule) | {"whole": whole, "left": left}


def _book_lines(names: Names, found: list[BookState]) -> Iterator[str]:
    for one in found:
        book = one.book
        first, last = code_of(book.id, book.first), code_of(book.id, book.last).partition("-")[2]
        what = names.templates.get(book.template) or f"{names.money(book.store, book.off)} off"
        by = "HQ" if not book.device else names.terminals.get(book.device, book.device)
        at = names.time(book.store, millis(book.made))
        yield f"{names.store(book.store)}  {first} to {last}  {what}  made by {by} {at}"
        yield (
            f"    {one.used} used ({names.money(book.store, one.off)} off), {one.unused} unused, {one.lost} lost, "
            f"{one.open} open; what is out can cost {names.money(book.store, one.worst)} more"
        )


def _rule_lines(names: Names, rules: list[tuple[SlipRule, int, int]]) -> Iterator[str]:
    for rule, whole, left in rules:
        what = names.templates.get(rule.template, rule.id)
        each = f"each terminal keeps {rule.share}" if rule.share else "only HQ makes books"
        yield f"{what}: {whole} set aside, {left} left; {each}"


def _book(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.domain.slips.facts import BookMade

    worth = _worth(hq, args)
    if worth is None:
        return _FAULT
    made = hq.make_slips(args.store, worth, args.count, uses=args.uses, days=args.days)
    if not isinstance(made, BookMade):
        return _refuse("book", made)
    last = code_of(made.book, made.last).partition("-")[2]
    print(f"{made.book}: {code_of(made.book, made.first)} to {last}; its store has it with the next contact")
    return _DONE


def _allow(hq: Headquarters, args: argparse.Namespace) -> int:
    worth = _worth(hq, args)
    if worth is None:
        return _FAULT
    rule = hq.allow_slips(worth, args.count, args.share, args.days)
    if not isinstance(rule, SlipRule):
        return _refuse("allow", rule)
    print(f"{rule.id}: {args.count} set aside")
    return _DONE


def _refuse(action: str, why: SlipsRefused) -> int:
    complain(f"kiosk hq slips {action}", _REFUSED[why.code].format(left=why.left))
    return _FINDING


def _worth(hq: Headquarters, args: argparse.Namespace) -> Worth | None:
    """What a slip is good for; None, and it was said, for an amount that is none."""
    from kiosk.cli.hq_words import names_of
    from kiosk.hq.slips.commands import Worth

    stores = names_of(hq).stores
    wanted = getattr(args, "store", None)
    currencies = {store.currency for name, store in stores.items() if wanted in (None, name)}
    currency = next(iter(sorted(currencies)), "")
    found: dict[str, int | None] = {}
    for name in ("off", "most"):
        text = getattr(args, name)
        found[name] = None if text is None else _minor(text, currency)
        if text is not None and (found[name] or 0) <= 0:
            complain(f"kiosk hq slips {args.slips_action}", f"--{name}: {text} is no amount of {currency}")
            return None
    return Worth(args.template or "", found["off"] or 0, found["most"])


def _minor(text: str, currency: str) -> int | None:
    whole, _, part = text.partition(".")
    decimals = exponent(currency)
    if not (whole + part).isdecimal() or not whole.isascii() or len(whole) > _MOST_DIGITS or len(part) > decimals:
        return None
    return int(whole) * scale(currency) + int(part.ljust(decimals, "0") or "0")


_ACTIONS: dict[str, Callable[[Headquarters, argparse.Namespace], int]] = {
    "list": _list,
    "book": _book,
    "allow": _allow,
}
