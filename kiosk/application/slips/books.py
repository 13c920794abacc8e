"""Books of slips as a manager has them: made, printed, and said what became of their numbers."""

from __future__ import annotations

from datetime import timedelta

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.undo import staff_name
from kiosk.application.slips.find import PLAIN, books_here, ranges_of, said_of, used_of, what_it_is
from kiosk.application.slips.outcomes import BookView, RuleView, Said, SlipBooks, SlipSheet, Writer
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.application.sync.lease_trust import leases_usable
from kiosk.application.sync.outcomes import Link
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.slips.code import book_id
from kiosk.domain.slips.facts import SLIPS_BOOK_MADE, SLIPS_DECLARED, BookMade, SlipsDeclared
from kiosk.domain.slips.model import MOST_SLIPS, Declared, SlipBook, SlipRule, share_key, state_of
from kiosk.domain.slips.signed import slip_claims
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant, millis

_MINUTE = 60_000


def slip_books(context: Context, tx: LedgerTx) -> SlipBooks:
    """All books of the store that are known here, and what new ones may be made of."""
    _identity, store = here(context, tx)
    books = sorted(books_here(context, tx).values(), key=lambda book: (book.made, book.id), reverse=True)
    rules = [rule for rule in context.reference.slip_rules() if rule.share or _share(context, tx, rule)]
    return SlipBooks(
        tuple(book_view(context, tx, book) for book in books),
        tuple(_rule_view(context, tx, rule) for rule in rules),
        store.currency,
    )


def book_view(context: Context, tx: LedgerTx, book: SlipBook) -> BookView:
    """One of them."""
    used, said = used_of(context, tx, book.id), said_of(context, tx, book.id)
    taken = set(used) | {number for one in said for number in one.numbers()}
    own = {one.book.id for one in tx.own_books()}
    told = context.reference.told_book(book.id)
    return BookView(
        state_of(book, used, said, sum(one.off for one in used.values())),
        what_it_is(context, book),
        ranges_of(number for number in range(book.first, book.last + 1) if number not in taken),
        tuple(
            Said(one.range.first, one.range.last, str(one.range.what), instant(one.at_ms), staff_name(tx, one.actor))
            for one in tx.said_of_slips(book.id)
        ),
        here=book.id in own,
        printable=book.id in own or bool(told is not None and told.codes),
    )


def _rule_view(context: Context, tx: LedgerTx, rule: SlipRule) -> RuleView:
    template = context.reference.template(rule.template) if rule.template else None
    name = template.name if template is not None else PLAIN
    return RuleView(rule.id, name, _share(context, tx, rule), rule.most, rule.days)


def _share(context: Context, tx: LedgerTx, rule: SlipRule) -> int:
    """Uses that this terminal may make books of without asking."""
    online = context.sync_status().link is Link.ONLINE
    usable = leases_usable(tx, context.clock, online=online)
    return max(0, tx.shared(f"|{share_key(rule.id)}")) if usable else 0


def make_book(
    context: Context, tx: LedgerTx, rule_id: str, count: int, actor: Actor, approval: Approval | None
) -> BookView | ApprovalNeeded | Refusal:
    """A book out of this terminal's own share, which HQ need not be asked for. Its slips are signed by the device's key
    when they are printed. Raises LookupError where there is none, or a KeyStoreFault."""
    needed = _manager(actor, approval)
    if needed is not None:
        return needed
    identity, _store = here(context, tx)
    rule = next((one for one in context.reference.slip_rules() if one.id == rule_id), None)
    have = _share(context, tx, rule) if rule is not None else 0
    if rule is None or not 0 < count <= min(have, MOST_SLIPS):
        return Refusal(RefusalCode.SLIPS_NOT_SET_ASIDE, {"need": count, "have": have})
    _key, public = context.slips.key()
    last = max((book.last for book in books_here(context, tx).values()), default=0)
    now = context.now_ms() // _MINUTE * _MINUTE  # what is written on paper has no seconds
    made = BookMade(
        book=book_id(context.randomness.bytes(8)),
        store=identity.store,
        rule=rule.id,
        template=rule.template,
        off=rule.off,
        first=last + 1,
        last=last + count,
        uses=count,
        most=rule.most,
        made=now,
        since=now,
        until=millis(instant(now) + timedelta(days=rule.days)),
        public=public.hex(),
        approved_by=approval.staff if approval is not None else None,
    )
    tx.append(SLIPS_BOOK_MADE, actor.id, SLIPS_BOOK_MADE.write(made))
    return book_view(context, tx, books_here(context, tx)[made.book])


def declare(
    context: Context,
    tx: LedgerTx,
    book_name: str,
    first: int,
    last: int,
    what: Declared,
    actor: Actor,
    approval: Approval | None,
) -> BookView | ApprovalNeeded | Refusal:
    """Say of the numbers `first` to `last` that they lie here blank, or that nobody knows where they are. Of those that
    were used, or of which it was said already, nothing is said."""
    needed = _manager(actor, approval)
    if needed is not None:
        return needed
    book = books_here(context, tx).get(book_name)
    if book is None or not first <= last or not (book.has(first) and book.has(last)):
        return Refusal(RefusalCode.SLIP_UNKNOWN, {"read": f"{first}–{last}"})
    said = {number for one in said_of(context, tx, book.id) if one.what is what for number in one.numbers()}
    out = said | set(used_of(context, tx, book.id))
    ranges = ranges_of(number for number in range(first, last + 1) if number not in out)
    if ranges:
        body = SlipsDeclared(
            book=book.id,
            ranges=ranges,
            what=str(what),
            approved_by=approval.staff if approval is not None else None,
        )
        tx.append(SLIPS_DECLARED, actor.id, SLIPS_DECLARED.write(body))
    return book_view(context, tx, book)


def slip_sheet(context: Context, tx: LedgerTx, book_name: str) -> SlipSheet | Refusal:
    """What is printed of a book: one of HQ's with the codes that HQ signed, one of this terminal's signed here. Raises
    as `make_book`."""
    identity, store = here(context, tx)
    told = context.reference.told_book(book_name)
    own = next((one.book for one in tx.own_books() if one.book.id == book_name), None)
    if own is not None:
        key_id, _public = context.slips.key()
        codes = tuple(context.slips.sign(list(slip_claims(own, key_id, identity.device))))
    elif told is not None and told.codes:
        own, codes = told.book, told.codes
    else:
        return Refusal(RefusalCode.SLIP_UNKNOWN, {"read": book_name})
    brand = context.reference.brand()
    return SlipSheet(own, what_it_is(context, own), store.name, store.currency, store.zone, codes, brand)


def writers(tx: LedgerTx) -> tuple[Writer, ...]:
    """Everybody who may have written a slip, by their ids."""
    return tuple(Writer(one.id, one.name) for one in sorted(tx.staff(), key=lambda one: one.id))


def _manager(actor: Actor, approval: Approval | None) -> ApprovalNeeded | None:
    if actor.may(Permission.MANAGE_SLIPS) or approval is not None:
        return None
    return ApprovalNeeded(Refusal(RefusalCode.NOT_PERMITTED))
