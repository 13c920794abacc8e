"""Which slip is meant: by its signed code, which proves itself, or by its number, which a book here has to have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.slips import SlipKey, UsedSlip
from kiosk.application.sales.undo import staff_name
from kiosk.application.slips.outcomes import SlipNamed, SlipText
from kiosk.domain.coupons.model import BenefitKind
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.refused_tokens import refusal_of
from kiosk.domain.slips.code import code_of, read_code
from kiosk.domain.slips.model import Range, SlipBook, most_of, rule_id
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.domain.tokens import PaperSlipClaims, ReadToken, TokenProblem, TokenRefusal

PLAIN = LocalText("人工核銷單", "人工核销单", "Paper slip")
"""What slips are called that take an amount off whatever is bought."""
_MOST_SHOWN = 48


@dataclass(frozen=True, slots=True)
class FoundSlip:
    """A slip of a book of this store. `typed`: its number was keyed in, and nothing proves it."""

    book: SlipBook
    number: int
    typed: bool


def books_here(context: Context, tx: LedgerTx) -> dict[str, SlipBook]:
    """All books that are known at this terminal."""
    told = {one.book.id: one.book for one in context.reference.told_books()}
    return told | {one.book.id: one.book for one in tx.own_books()}


def said_of(context: Context, tx: LedgerTx, book: str) -> list[Range]:
    """What was declared of a book's numbers, here or, as far as HQ told, elsewhere."""
    told = context.reference.told_book(book)
    here = [one.range for one in tx.said_of_slips(book)]
    return [*(told.said if told is not None else ()), *here]


def used_of(context: Context, tx: LedgerTx, book: str) -> dict[int, UsedSlip]:
    """Slips of a book that were used, here or, as far as HQ told, elsewhere; what is known best of each."""
    mine, device = list(tx.used_slips(book)), tx.meta("device") or ""
    known = {one.txn for one in mine}
    told = (one for one in context.reference.slips_used(book) if one.txn not in known)
    # a use of this terminal's that HQ still tells of, and that is a sale here, was voided since
    elsewhere = [one for one in told if one.device != device or tx.sale(one.txn) is None]
    return {one.number: one for one in (*elsewhere[::-1], *mine[::-1])}


def find_slip(context: Context, tx: LedgerTx, asked: SlipText) -> FoundSlip | Refusal:
    """The slip that is meant, whatever became of it."""
    code = read_code(asked.text)
    if code is not None:
        return _by_number(context, tx, asked, code.book, code.digits)
    found = context.codes.read_slip(asked.text, asked.symbology, context.now(), _keys(context, tx))
    match found:
        case ReadToken(claims=PaperSlipClaims() as claims):
            return _by_claims(context, tx, claims)
        # when it may have been used is judged by what is written on it, not by the present
        case TokenRefusal(
            problem=TokenProblem.EXPIRED | TokenProblem.NOT_YET_VALID, claims=PaperSlipClaims() as claims
        ):
            return _by_claims(context, tx, claims)
        case TokenRefusal():
            return refusal_of(found)
        case ReadToken():
            return Refusal(RefusalCode.WRONG_KIND, {"read": str(found.kind)})
        case _:
            return Refusal(RefusalCode.SLIP_UNKNOWN, {"read": asked.text.strip()[:_MOST_SHOWN]})


def _keys(context: Context, tx: LedgerTx) -> Sequence[SlipKey]:
    told = (SlipKey(one.public, one.book.device) for one in context.reference.told_books() if one.public)
    return list(dict.fromkeys([*(SlipKey(one.public, one.book.device) for one in tx.own_books()), *told]))


def _by_claims(context: Context, tx: LedgerTx, claims: PaperSlipClaims) -> FoundSlip | Refusal:
    identity, store = here(context, tx)
    if claims.store != store.id and claims.terminal != identity.device:
        return Refusal(RefusalCode.OTHER_STORE, {"store": claims.store} if claims.store else {})
    book = books_here(context, tx).get(claims.book) or _told_by(context, claims, store.id)
    if not book.has(claims.number):
        return Refusal(RefusalCode.SLIP_UNKNOWN, {"read": code_of(claims.book, claims.number)})
    return FoundSlip(book, claims.number, typed=False)


def _told_by(context: Context, claims: PaperSlipClaims, store: str) -> SlipBook:
    """The book as a code tells of it, whose row has not come yet."""
    template = context.reference.template(claims.template) if claims.template else None
    most = claims.off or (most_of(template.benefit) if template is not None else None)
    count = claims.last - claims.first + 1
    since = claims.not_before or claims.issued
    return SlipBook(
        claims.book,
        store,
        rule_id(claims.template or "", claims.off or 0),
        claims.template or "",
        claims.off or 0,
        claims.first,
        claims.last,
        count,
        2**53 if most is None else most,
        claims.issued,
        since,
        claims.expires,
    )


def _by_number(context: Context, tx: LedgerTx, asked: SlipText, named: str, digits: str) -> FoundSlip | Refusal:
    code = read_code(asked.text)
    assert code is not None
    books = books_here(context, tx)
    wanted = [books[named]] if named in books else [] if named else _likely(books, asked.book)
    good = [book for book in wanted if code.holds(book.id)]
    found = next((book for book in good if book.has(code.number)), None)
    if found is not None and (named or asked.book == found.id or len([b for b in good if b.has(code.number)]) == 1):
        return FoundSlip(found, code.number, typed=True)
    read: dict[str, ArgValue] = {"read": asked.text.strip()[:_MOST_SHOWN]}
    return Refusal(RefusalCode.SLIP_MISREAD if wanted and not good else RefusalCode.SLIP_UNKNOWN, read)


def _likely(books: dict[str, SlipBook], before: str) -> list[SlipBook]:
    """Of which book a number alone is: of the one that is being keyed in; else of any."""
    return [books[before]] if before in books else list(books.values())


def what_it_is(context: Context, book: SlipBook) -> LocalText:
    """What a book's slips are good for, in words."""
    template = context.reference.template(book.template) if book.template else None
    return template.name if template is not None else PLAIN


def keyed_in(context: Context, tx: LedgerTx, found: FoundSlip) -> Refusal | None:
    """That a slip was keyed in already: here, by whom and when; or elsewhere."""
    used = used_of(context, tx, found.book.id).get(found.number)
    if used is None:
        return None
    args: dict[str, ArgValue] = {"at": instant(used.at_ms), "read": code_of(found.book.id, found.number)}
    if used.keyed_ms:
        args |= {"since": instant(used.keyed_ms), "clerk": staff_name(tx, used.actor)}
    else:
        args["terminal"] = used.device
    return Refusal(RefusalCode.SLIP_KEYED_IN, args)


def name_slip(context: Context, tx: LedgerTx, asked: SlipText) -> SlipNamed | Refusal:
    """What is known of a slip before the rest is keyed in: whether it can be."""
    found = find_slip(context, tx, asked)
    if isinstance(found, Refusal):
        return found
    refused = keyed_in(context, tx, found)
    if refused is not None:
        return refused
    book = found.book
    template = context.reference.template(book.template) if book.template else None
    off: int | None = book.off or None
    if template is not None:
        off = min(template.benefit.off, book.most) if template.benefit.kind is BenefitKind.FIXED else None
    return SlipNamed(
        book.id,
        found.number,
        code_of(book.id, found.number),
        what_it_is(context, book),
        off,
        book.since,
        book.until,
    )


def ranges_of(numbers: Iterator[int]) -> tuple[tuple[int, int], ...]:
    """Rising numbers as ranges, both ends of each meant."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return tuple(found)
