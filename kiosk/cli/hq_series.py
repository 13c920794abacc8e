"""`kiosk hq issue-coupons`, `revoke-coupons`, `series`, `vouchers`: coupons on paper in numbered series, and what is
owed on vouchers of value."""

from __future__ import annotations

import argparse
import csv
import dataclasses
import io
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli.arguments import complain, moment, new_file, number
from kiosk.domain.coupons.series import MOST
from kiosk.domain.money import exponent, scale
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.domain.time import instant, millis

if TYPE_CHECKING:
    from kiosk.cli.hq_slips import _Action
    from kiosk.domain.coupons.model import CouponTemplate
    from kiosk.domain.documents.blocks import Document
    from kiosk.domain.stores import Store
    from kiosk.hq.coupons.series import SeriesRefused
    from kiosk.hq.headquarters import Headquarters
    from kiosk.protocol.rows import CouponRow

DONE, FINDING, FAULT = 0, 1, 2
_REFUSED = {
    "name": "a series has a name of 1 to 64 letters",
    "count": f"a series has 1 to {MOST:,} coupons",
    "time": "it has to begin before it ends, and end in the future",
    "template_unknown": "no such template (`campaign/coupon` of a published file)",
    "template_over": "this template is withdrawn, or ends before the coupons begin",
    "store_unknown": "no such store",
    "worth": "--worth is for vouchers of value, above 0; of 0 for those that tills sell",
    "other_series": "there is a series of that name, of other coupons: nothing was issued. Take another name",
    "series_unknown": "no such series",
    "number": "it has no such numbers",
}
_SUMS = (
    ("issued", "issued"),
    ("sold", "sold"),
    ("topped_up", "topped up"),
    ("refunded", "refunded"),
    ("used", "used"),
    ("taken_off", "paid back for sales of them that were undone"),
    ("left", "left"),
    ("expired", "expired"),
    ("revoked", "taken back"),
)
_NUMBERS = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?", re.ASCII)


def add_parsers(actions: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add them to `kiosk hq`."""
    issue = action(
        "issue-coupons", "coupons on paper: a numbered series, signed, as CSV and as sheets with QR", actions
    )
    issue.add_argument("--series", required=True, metavar="NAME", help="never issued twice: again, it goes on")
    issue.add_argument("--template", required=True, metavar="ID", help="as a campaign's coupon: campaign/coupon")
    issue.add_argument("--count", required=True, type=number(1, MOST), metavar="N")
    issue.add_argument("--from", dest="since", type=moment, metavar="TIME", help="good from then on (at once)")
    issue.add_argument("--until", required=True, type=moment, metavar="TIME", help="good until then")
    issue.add_argument("--store", default="", metavar="ID", help="good in that store alone")
    issue.add_argument("--worth", metavar="AMOUNT", help="of a voucher of value, where its template says otherwise")
    issue.add_argument("--csv", type=new_file, metavar="OUT.csv")
    issue.add_argument("--pdf", type=new_file, metavar="OUT.pdf", help="sheets of A4 to be cut up, nine to a sheet")
    issue.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="of the PDF")
    revoke = action("revoke-coupons", "take a series back, or some numbers of it", actions)
    revoke.add_argument("--series", required=True, metavar="NAME")
    revoke.add_argument("--numbers", type=_numbers, metavar="N[-M]", help="these alone")
    revoke.add_argument("--reason", default="", metavar="WORDS")
    for name, words in (
        ("series", "coupons on paper: what was issued, used and taken back"),
        (
            "vouchers",
            "vouchers of value by kind: what was issued, sold, used and so on, and what is left: that is owed",
        ),
    ):
        action(name, words, actions).add_argument("--json", action="store_true", help="print JSON")


def _numbers(text: str) -> tuple[int, int]:
    found = _NUMBERS.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"'{text}' are no numbers such as 5 or 5-9")
    return int(found[1]), int(found[2] or found[1])


def issue_coupons(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 the answer is no; 2 called wrongly."""
    from kiosk.cli.hq_staff import caller
    from kiosk.hq.coupons.series import SeriesRefused, SeriesWanted

    template, currency = _template(hq, args.template), _currency(hq, args.store)
    worth = None if args.worth is None else _minor(args.worth, currency)
    if args.worth is not None and worth is None:
        complain("kiosk hq issue-coupons", f"--worth: {args.worth} is no amount of {currency}")
        return FAULT
    known = next((one for one in hq.series() if one.series == args.series), None)
    since = args.since if args.since is not None else instant(known.since) if known else datetime.now(UTC)
    whole = since.replace(microsecond=0)
    wanted = SeriesWanted(args.series, args.template, args.count, millis(whole), millis(args.until), args.store, worth)
    made = hq.issue_coupons(wanted, caller(), _progress("signed", args.count))
    if isinstance(made, SeriesRefused):
        return _refuse("issue-coupons", made)
    assert template is not None
    again = " (they were there already)" if known is not None else ""
    print(f"{args.series}: {len(made):,} coupons of {args.template}{again}")
    try:
        if args.csv is not None:
            _write_csv(made, args.csv, _links(hq, made, template))
            print(args.csv)
        if args.pdf is not None:
            _write_pdf(hq, made, template, args, currency)
            print(args.pdf)
    except OSError as fault:
        complain("kiosk hq issue-coupons", f"{fault.strerror or fault}: the coupons are there; say the same again")
        return FAULT
    return DONE


def revoke_coupons(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 no such series or numbers."""
    from kiosk.cli.hq_staff import caller
    from kiosk.hq.coupons.series import SeriesRefused

    found = hq.revoke_series(args.series, args.numbers, args.reason, caller())
    if isinstance(found, SeriesRefused):
        return _refuse("revoke-coupons", found)
    print(f"{args.series}: {found:,} coupons are taken back")
    return DONE


def list_series(hq: Headquarters, args: argparse.Namespace) -> int:
    """Always 0."""
    found = hq.series()
    if args.json:
        print(json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False))
        return DONE
    for one in found:
        where = f", in {one.store} alone" if one.store else ""
        print(f"{one.series}: {one.count:,} of {one.template}{where}, {_day(one.since)} to {_day(one.until)}")
        print(f"    {one.used:,} used, {one.revoked:,} taken back; issued {_day(one.at)} by {one.by or 'nobody known'}")
    print(f"{len(found)} in all")
    return DONE


def list_vouchers(hq: Headquarters, args: argparse.Namespace) -> int:
    """Always 0."""
    found = hq.voucher_sums()
    if args.json:
        print(json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False))
        return DONE
    currency = _currency(hq, "")
    for one in found:
        shown = [(word, getattr(one, name)) for name, word in _SUMS]
        sums = ", ".join(f"{word} {_money(value, currency)}" for word, value in shown if value)
        print(f"{one.template}: {one.count:,} vouchers; {sums or 'nothing on them'}")
        if one.beyond:
            print(f"    {_money(one.beyond, currency)} was paid that was not there (`kiosk hq conflicts`)")
    print(f"owed: {_money(sum(one.left for one in found), currency)}")
    return DONE


def _refuse(command: str, why: SeriesRefused) -> int:
    complain(f"kiosk hq {command}", _REFUSED[why.code])
    return FINDING


def _progress(what: str, count: int) -> Any:
    """Says now and then how far it is, where somebody looks."""
    watched = sys.stderr is not None and sys.stderr.isatty()

    def say(done: int) -> None:
        if watched and (done % 500 == 0 or done == count):
            print(f"\r{done:,} of {count:,} {what}", end="\n" if done == count else "", file=sys.stderr, flush=True)

    return say


def _links(hq: Headquarters, made: list[CouponRow], template: CouponTemplate) -> list[str]:
    """Of each voucher of value the page with what is on it; "" of others, and where HQ has no address for phones."""
    from kiosk.application.registration.passes import VOUCHERS, link_to

    brand = hq.brand()
    pages = brand.pages if brand is not None and template.is_voucher else ""
    return [link_to(pages, row.token, VOUCHERS) for row in made]


def _write_csv(made: list[CouponRow], path: Path, links: list[str]) -> None:
    from kiosk.files import write_whole

    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    known = any(links)
    rows.writerow(("number", "id", "code", "from", "until", *(("page",) if known else ())))
    for at, (row, link) in enumerate(zip(made, links, strict=True), 1):
        one = row.coupon
        days = one.not_before.isoformat(), one.expires.isoformat()
        rows.writerow((at, one.id, row.token, *days, *((link,) if known else ())))
    write_whole(path, text.getvalue().encode("utf-8-sig"))  # so that spreadsheets read it as what it is


def _write_pdf(
    hq: Headquarters, made: list[CouponRow], template: CouponTemplate, args: argparse.Namespace, currency: str
) -> None:
    from kiosk.cli.screenless import application
    from kiosk.domain.documents.paper import A4
    from kiosk.ui.documents.pdf import part_of, write_sheet

    held = application()
    papers = _papers(hq, made, template, args, currency)
    write_sheet(papers, part_of(A4, 3, 3), A4, args.pdf, title=args.series, done=_progress("painted", len(made)))
    del held


def _papers(
    hq: Headquarters, made: list[CouponRow], template: CouponTemplate, args: argparse.Namespace, currency: str
) -> Iterator[Document]:
    from kiosk.domain.documents.coupon import PrintedCoupon, lay_out
    from kiosk.ui.words.documents.members import coupon_words

    brand, words = hq.brand(), coupon_words(args.language, currency)
    stores = _stores(hq)
    store = next((one for one in stores if one.id == args.store), None)
    name = store.name if store is not None else brand.name if brand is not None else LocalText("", "", "")
    zone = store.zone if store is not None else next((one.zone for one in stores), "UTC")
    first = made[0].coupon  # a series is of one kind: only numbers and codes differ
    worth, terms = (
        _worth(template, first.worth, currency, zone),
        _terms(hq, template, first.stores, currency, zone),
    )
    links = _links(hq, made, template)
    for at, (row, link) in enumerate(zip(made, links, strict=True), 1):
        coupon, number = row.coupon, f"No. {at:05d} · {args.series}"
        printed = PrintedCoupon(
            store=name,
            zone=zone,
            name=template.name,
            worth=worth,
            code=link or row.token,  # a phone's camera finds what is on it; tills read it as they read the code alone
            until=min(coupon.expires, template.valid_until),
            since=coupon.not_before,
            conditions=(*terms, LocalText(*[number] * 3)),
            uses=0 if template.is_voucher else template.uses_per_coupon,
        )
        yield lay_out(printed, words, brand)


def _worth(template: CouponTemplate, worth: int | None, currency: str, zone: str) -> LocalText:
    """What it gives, in a few signs of each language; nothing for a card on which nothing is yet."""
    if worth == 0:
        return LocalText("", "", "")
    from kiosk.ui.i18n import Customs, speaking
    from kiosk.ui.words.codes import benefit_figure

    benefit = dataclasses.replace(template.benefit, value=worth) if worth is not None else template.benefit
    said = []
    for language in LANGUAGES:
        with speaking(language):
            said.append(benefit_figure(benefit, Customs(language, zone, currency)))
    return LocalText(*said)


def _terms(
    hq: Headquarters, template: CouponTemplate, stores: tuple[str, ...] | None, currency: str, zone: str
) -> tuple[LocalText, ...]:
    """What it asks for, in every language, with the names of stores and goods that HQ knows."""
    from kiosk.ui.i18n import Customs, speaking
    from kiosk.ui.words.codes import category_word
    from kiosk.ui.words.coupon_terms import TermNames, coupon_terms

    goods = hq.catalogue()
    articles = {one.id: one.name for one in goods.articles if one.name} if goods is not None else {}
    categories = {one.id: one.name for one in goods.categories if one.name is not None} if goods is not None else {}
    by_language = []
    for language in LANGUAGES:
        with speaking(language):
            called = {one.id: one.name.get(language) for one in _stores(hq)}
            names = TermNames(
                called,
                lambda name, at=language: categories[name].get(at) if name in categories else category_word(name),  # type: ignore[misc]
                lambda name: articles.get(name, name),
            )
            by_language.append(coupon_terms(template, Customs(language, zone, currency), names, stores))
    return tuple(LocalText(*said) for said in zip(*by_language, strict=True))


def _template(hq: Headquarters, name: str) -> CouponTemplate | None:
    from kiosk.domain.coupons.model import CouponTemplate
    from kiosk.hq.rows.buckets import Bucket
    from kiosk.hq.rows.publish import published_row
    from kiosk.hq.store.schema import CHAIN

    with hq.database.read() as tx:
        return published_row(tx, Bucket(CHAIN, "templates"), name, CouponTemplate)


def _stores(hq: Headquarters) -> Sequence[Store]:
    from kiosk.hq.rows.buckets import Bucket
    from kiosk.hq.rows.publish import all_rows
    from kiosk.hq.store.schema import CHAIN
    from kiosk.protocol.rows import Store

    with hq.database.read() as tx:
        return all_rows(tx, Bucket(CHAIN, "stores"), Store)


def _currency(hq: Headquarters, store: str) -> str:
    return next((one.currency for one in _stores(hq) if store in ("", one.id)), "")


def _minor(text: str, currency: str) -> int | None:
    whole, _, part = text.partition(".")
    decimals = exponent(currency)
    if not (whole + part).isdecimal() or not whole.isascii() or len(whole) > 12 or len(part) > decimals:
        return None
    return int(whole) * scale(currency) + int(part.ljust(decimals, "0") or "0")


def _money(minor: int, currency: str) -> str:
    from kiosk.domain.money import decimal

    return f"{decimal(minor, currency)} {currency}"


def _day(at: int) -> str:
    return f"{instant(at):%Y-%m-%d %H:%M}Z"
