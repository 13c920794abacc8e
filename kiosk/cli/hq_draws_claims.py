"""`kiosk hq draws claims|leftovers …`: prizes that somebody has to get, what is withheld of them, and what is left
when a campaign is over."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.cli.arguments import complain, new_file
from kiosk.domain.draws.claim_facts import Forfeit
from kiosk.domain.draws.leftovers import LeftHow
from kiosk.files import write_whole

if TYPE_CHECKING:
    from kiosk.domain.lists.tables import OutTable
    from kiosk.hq.draws_claims.desk import ClaimSeen, Left
    from kiosk.hq.headquarters import Headquarters

_DONE, _FINDING, _FAULT = 0, 1, 2
_STATES = {
    "due": "to be fetched",
    "notified": "to be fetched; the winner was written to",
    "checked": "to be fetched; a document was seen",
    "handed": "handed over",
    "shipped": "shipped",
    "forfeited": "forfeited",
}


_ON_PAPER = ("Prize", "Won in", "Winner", "State", "Ended (UTC)", "By", "Value", "Withheld")


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


def add_parsers(below: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add them to `kiosk hq draws`."""
    claims = action("claims", "prizes that somebody has to get, and what became of them", below)
    claims.add_argument("--campaign", default="", metavar="ID", help="of one campaign")
    claims.add_argument("--all", action="store_true", help="those that are over, too")
    claims.add_argument("--json", action="store_true")
    claims.add_argument("--to", type=new_file, metavar="FILE", help="write a table: .xlsx, .csv or .pdf")
    claims.add_argument(
        "--names",
        action="store_true",
        help="whole names, phones and addresses: for the tax office, and for who sends prizes",
    )
    what = claims.add_mutually_exclusive_group()
    what.add_argument("--free", metavar="CLAIM", help="the terminal that holds it will not hand it over: ask HQ again")
    what.add_argument("--forfeit", metavar="CLAIM", help="the winner does not get it; a wheel's prize is left over")
    what.add_argument("--ship", metavar="CLAIM", help="it was sent to where the winner said (see --names)")
    what.add_argument("--signature", metavar="CLAIM", help="what was drawn on the screen for it, as SVG into --to FILE")
    claims.add_argument("--parcel", default="", metavar="NUMBER", help="with --ship: the carrier's number")
    claims.add_argument("--reason", choices=(Forfeit.DECLINED.value, Forfeit.INELIGIBLE.value))
    claims.add_argument("--second", default="", metavar="NAME", help="with --forfeit: who else signs")
    claims.set_defaults(draws_run=_claims)
    left = action("leftovers", "what there was of each prize of a campaign, and what is left", below)
    left.add_argument("campaign", metavar="CAMPAIGN")
    left.add_argument("--settle", choices=[one.value for one in LeftHow], help="what became of what is left")
    left.add_argument("--json", action="store_true")
    left.add_argument("--to", type=new_file, metavar="FILE", help="write a table: .xlsx, .csv or .pdf")
    left.set_defaults(draws_run=_leftovers)


# -- claims -----------------------------------------------------------------------------------------------------------


def _claims(hq: Headquarters, args: argparse.Namespace) -> int:
    if args.free:
        if hq.claims.free(args.free):
            print("HQ is asked again before anybody hands it over")
            return _DONE
        complain("kiosk hq draws claims", f"no terminal holds {args.free}, or it is over")
        return _FINDING
    if args.forfeit:
        return _forfeit(hq, args)
    if args.ship:
        if hq.claims.ship(args.ship, args.parcel):
            print("shipped; the winner's stores are told")
            return _DONE
        complain("kiosk hq draws claims", f"nobody asked for {args.ship} to be sent, or it is over")
        return _FINDING
    if args.signature:
        return _signature(hq, args)
    found = hq.claims.every(campaign=args.campaign, open_only=not args.all)
    if args.to is not None:
        return _write(hq, args.to, claims_table(found, names=args.names), "Prizes", _ON_PAPER)
    if args.json:
        print(json.dumps([_plain(one) for one in found], ensure_ascii=False))
    else:
        for line in _claim_lines(hq, found, names=args.names):
            print(line)
        print(f"{len(found)} in all")
    return _FINDING if any(one.claim.conflicts for one in found) else _DONE


def _signature(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.domain.remarks.strokes import svg

    if args.to is None or args.to.suffix.lower() != ".svg":
        complain("kiosk hq draws claims", "--signature needs --to FILE.svg")
        return _FAULT
    text = hq.claims.signature(args.signature)
    if not text:
        complain("kiosk hq draws claims", f"nothing was drawn for {args.signature} that HQ has")
        return _FINDING
    try:
        write_whole(args.to, svg(text).encode())
    except ValueError:
        complain("kiosk hq draws claims", "what was drawn cannot be read")
        return _FAULT
    except OSError as fault:
        complain("kiosk hq draws claims", f"{args.to} cannot be written: {fault.strerror or fault}")
        return _FAULT
    print(args.to)
    return _DONE


def _forfeit(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_staff import caller

    if not args.reason or not args.second or args.second == caller():
        complain("kiosk hq draws claims", "--forfeit needs --reason and --second, who is somebody else than you")
        return _FAULT
    if args.forfeit.startswith("d/"):
        complain("kiosk hq draws claims", "a draw's prize goes to the next alternate: kiosk hq draws pass DRAW PLACE")
        return _FAULT
    from kiosk.hq.draws_claims.desk import ClaimFault

    try:
        done = hq.claims.forfeit(args.forfeit, Forfeit(args.reason), args.second)
    except ClaimFault as fault:
        complain("kiosk hq draws claims", str(fault))
        return _FINDING
    if done:
        print("forfeited; it is among the leftovers of its campaign")
        return _DONE
    complain("kiosk hq draws claims", f"no claim {args.forfeit}, or it is over")
    return _FINDING


def _claim_lines(hq: Headquarters, found: Sequence[ClaimSeen], *, names: bool = False) -> Iterator[str]:
    from kiosk.cli.hq_words import names_of

    known = names_of(hq)
    for one in found:
        claim, due = one.claim, one.claim.due
        worth = f", {_money(due.value, due.currency)}" if due.value and due.currency else ""
        yield f"{one.prize.en}{worth}  {one.member or due.member}  {_STATES[claim.standing.value]}"
        until = known.time(due.store, due.until)
        where = (
            f", held by {known.terminals.get(claim.holder, claim.holder)}" if claim.holder and not claim.over else ""
        )
        when = f", {known.time(due.store, claim.ended)}" if claim.ended else f" until {until}{where}"
        yield f"    {claim.id}  {one.source.en}{when}"
        if claim.tax:
            yield f"    {_money(claim.tax, due.currency)} withheld"
        if claim.address and not claim.over:
            to = f"{one.person}, {one.phone}, {one.address or '(the address has not come yet)'}" if names else "--names"
            yield f"    to be sent: {to}"
        for device, what in claim.conflicts:
            yield f"    CONFLICT: also {what} by {known.terminals.get(device, device)}"


def _plain(one: ClaimSeen) -> dict[str, Any]:
    claim, due = one.claim, one.claim.due
    return {
        "claim": claim.id,
        "member": due.member,
        "campaign": due.campaign,
        "source": due.source,
        "prize": due.prize,
        "value": due.value,
        "currency": due.currency,
        "standing": claim.standing.value,
        "since": claim.since,
        "until": due.until,
        "ended": claim.ended,
        "holder": claim.holder,
        "device": claim.device,
        "resident": claim.resident,
        "percent": _percent(one),
        "tax": claim.tax,
        "conflicts": [list(pair) for pair in claim.conflicts],
    }


def _percent(one: ClaimSeen) -> int:
    from kiosk.domain.draws.taxes import withheld

    due = one.claim.due
    return withheld(due.jurisdiction, due.currency, due.value, due.percent, resident=one.claim.resident).percent


def claims_table(found: Sequence[ClaimSeen], *, names: bool) -> OutTable:
    """Claims as a table. `names`: whole names and phones; else masked ones, and no phone."""
    from kiosk.domain.lists.tables import OutTable

    headings = ("Claim", "Campaign", "Won in", "Prize", "Winner", "Phone", "State", "Since (UTC)", "Until (UTC)",
                "Ended (UTC)", "By", "Value", "Currency", "Resident", "Withheld %", "Withheld", "Parcel")  # fmt: skip
    rows = []
    for one in found:
        claim, due = one.claim, one.claim.due
        rows.append(
            (
                claim.id,
                due.campaign,
                one.source.zh_TW,
                one.prize.zh_TW,
                one.person if names else one.member,
                one.phone if names else "",
                _STATES[claim.standing.value],
                _moment(claim.since),
                _moment(due.until),
                _moment(claim.ended) if claim.ended else None,
                claim.by,
                _amount(due.value, due.currency),
                due.currency,
                "yes" if claim.resident else "no",
                _percent(one) / 100,
                _amount(claim.tax, due.currency),
                claim.parcel,
            )
        )
    return OutTable("Prizes", headings, rows)


# -- leftovers ---------------------------------------------------------------------------------------------------------


def _leftovers(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_staff import caller
    from kiosk.hq.draws_claims.desk import ClaimFault

    try:
        if args.settle:
            found = hq.claims.settle(args.campaign, LeftHow(args.settle), caller())
        else:
            found = hq.claims.left(args.campaign)
    except ClaimFault as fault:
        complain("kiosk hq draws leftovers", fault)
        return _FINDING
    if args.to is not None:
        return _write(hq, args.to, leftovers_table(found), f"Leftovers {args.campaign}")
    if args.json:
        print(json.dumps([_left_plain(one) for one in found], ensure_ascii=False))
        return _DONE
    for one in found:
        account = one.account
        print(
            f"{account.source}/{account.prize}: {account.whole} = {account.given} given + {account.open} to be fetched"
            f" + {account.left} left" + (f"  ({account.forfeited} forfeited)" if account.forfeited else "")
        )
        if one.settled is not None:
            print(f"    {one.settled} {one.how}, said {one.by}")
    return _DONE


def _left_plain(one: Left) -> dict[str, Any]:
    account = one.account
    counted = {
        name: getattr(account, name) for name in ("source", "prize", "whole", "given", "open", "forfeited", "left")
    }
    return {**counted, "settled": one.settled, "how": one.how, "by": one.by}


def leftovers_table(found: Sequence[Left]) -> OutTable:
    """What is left, as a table."""
    from kiosk.domain.lists.tables import OutTable

    headings = ("Won in", "Prize", "In all", "Given", "To be fetched", "Forfeited", "Left", "Settled", "How", "By")
    rows = [tuple(_left_plain(one).values()) for one in found]
    order = ("source", "prize", "whole", "given", "open", "forfeited", "left", "settled", "how", "by")
    assert not found or tuple(_left_plain(found[0])) == order
    return OutTable("Leftovers", headings, rows)


# -- files -------------------------------------------------------------------------------------------------------------


def _write(hq: Headquarters, path: Path, table: OutTable, title: str, columns: Sequence[str] | None = None) -> int:
    """`columns`: those for which a sheet of paper has room."""
    from kiosk.adapters.lists.writing import write_csv, write_xlsx

    match path.suffix.lower():
        case ".xlsx":
            write_xlsx(path, [table])
        case ".csv":
            write_csv(path, table)
        case ".pdf":
            from kiosk.cli.table_pdf import write_table_pdf

            write_table_pdf(path, table if columns is None else _only(table, columns), title, hq.brand())
        case other:
            complain("kiosk hq draws", f"'{other or path.name}' is no kind of table: .xlsx, .csv or .pdf")
            return _FAULT
    print(f"{len(table.rows)} rows in {path}")
    return _DONE


def _only(table: OutTable, columns: Sequence[str]) -> OutTable:
    from kiosk.domain.lists.tables import OutTable

    places = [table.headings.index(name) for name in columns]
    return OutTable(table.name, tuple(columns), [[row[at] for at in places] for row in table.rows])


def _moment(ms: int) -> datetime:
    from kiosk.domain.time import instant

    return instant(ms)


def _amount(minor: int, currency: str) -> float | int | None:
    from kiosk.domain.money import exponent

    if not currency:
        return None
    whole = minor / 10 ** exponent(currency)
    return int(whole) if whole.is_integer() else whole


def _money(minor: int, currency: str) -> str:
    from kiosk.domain.money import plain

    return f"{currency} {plain(minor, currency)}"
