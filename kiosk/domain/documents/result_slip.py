"""What a draw brought one customer, and what to do for the prize."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Field, Pair, Qr, Rule, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import bullets, document, head, heading, proof
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class ResultSlip:
    """`ticket`: its number, empty on a wheel. `prize` None: nothing was won. Minor units of `currency`: `value` of the
    prize, `tax` withheld of it. Claimed until `claim_until` (UTC, excluded), by what `claim` says. `code`: what proves
    the result (KD1), `fingerprint`: of what was published before the draw, `check_at`: where, as people read it, "" for
    nowhere. `member` is masked."""

    store: LocalText
    zone: str
    draw: LocalText
    at: datetime
    code: str
    ticket: str = ""
    grade: LocalText | None = None
    prize: LocalText | None = None
    currency: str = ""
    value: int = 0
    tax: int = 0
    claim_until: datetime | None = None
    claim: tuple[LocalText, ...] = ()
    member: str = ""
    fingerprint: str = ""
    check_at: str = ""


@dataclass(frozen=True, slots=True)
class ResultSlipWords(PaperWords):
    """`until` holds "{day}", `check_at` "{address}"."""

    title: str
    won: str
    nothing: str
    value: str
    tax: str
    until: str
    ticket: str
    drawn: str
    member: str
    check: str
    fingerprint: str
    check_at: str
    signature: str


def lay_out(slip: ResultSlip, words: ResultSlipWords, brand: Brand | None = None) -> Document:
    """The result slip; with a prize it has a line for the winner's signature."""
    return document(DocumentKind.RESULT_SLIP, words.language, words.title, _blocks(slip, words, brand), brand=brand)


def _blocks(slip: ResultSlip, words: ResultSlipWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language, zone = words.language, slip.zone
    yield from head(slip.store, language, brand)
    yield heading(words.title)
    yield Text(slip.draw.get(language), bold=True, align=Align.CENTRE)
    if slip.prize is None:
        yield Text(words.nothing, Size.LARGE, align=Align.CENTRE)
    else:
        yield Text(words.won, align=Align.CENTRE)
        if slip.grade is not None:
            yield Text(slip.grade.get(language), bold=True, accent=True, align=Align.CENTRE)
        yield Text(slip.prize.get(language), Size.HUGE, bold=True, align=Align.CENTRE)
        if slip.value:
            yield Pair(words.value, words.money(slip.value, slip.currency))
        if slip.tax:
            yield Pair(words.tax, words.money(slip.tax, slip.currency))
        yield Rule()
        until = words.last_day(slip.claim_until, zone)
        yield Text(words.say(words.until, day=until), bold=True)
        yield from bullets(one.get(language) for one in slip.claim)
    yield Rule()
    yield Pair(words.ticket, slip.ticket)
    yield Pair(words.drawn, words.when(slip.at, zone))
    yield Pair(words.member, personal(slip.member))
    if slip.prize is not None:
        yield Field(words.signature)
    yield Qr(slip.code, words.check, mm=30)
    yield from proof(words.fingerprint, slip.fingerprint, words.say(words.check_at, address=slip.check_at))
