"""Which printer a document goes to, and who stands in for one that cannot print."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.paper import A3, A4, A5, BADGE, CARD, ROLL_58, ROLL_80, SHELF
from kiosk.domain.documents.printers import Language, Printer, PrintSetup, Trouble

_ROLLS = (ROLL_80.name, ROLL_58.name)
_SHEETS = (A4.name, A5.name, A3.name)
_CARDS = (CARD.name, A5.name, A4.name)
_ANY = (*_ROLLS, A4.name, A5.name, A3.name, CARD.name, BADGE.name, SHELF.name)

SUITS: Mapping[DocumentKind, tuple[str, ...]] = {
    DocumentKind.RECEIPT: _ROLLS,
    DocumentKind.RETURN_RECEIPT: _ROLLS,
    DocumentKind.VOID_RECEIPT: _ROLLS,
    DocumentKind.WELCOME_SLIP: _ROLLS,
    DocumentKind.COUPON: _ROLLS,
    DocumentKind.INVITE_CARD: (*_CARDS, *_ROLLS),
    DocumentKind.DRAW_TICKET: _ROLLS,
    DocumentKind.RESULT_SLIP: _ROLLS,
    DocumentKind.DRAW_NOTICE: (*_SHEETS, *_ROLLS),
    DocumentKind.BADGE: (BADGE.name,),
    DocumentKind.SHELF_LABEL: (SHELF.name,),
    DocumentKind.EVENT_TICKET: (*_ROLLS, *_CARDS),
    DocumentKind.GREETING_CARD: _CARDS,
    DocumentKind.SIGN_IN_SHEET: _SHEETS,
    DocumentKind.REGISTRATION_FORM: _SHEETS,
    DocumentKind.RULES_POSTER: (A3.name, A4.name),
    DocumentKind.FULFILMENT_NOTE: (*_SHEETS, *_ROLLS),
    DocumentKind.CLOSING_REPORT: (*_ROLLS, *_SHEETS),
    DocumentKind.TABLE_SHEET: _SHEETS,
    DocumentKind.PAPER_SLIP: _SHEETS,
    DocumentKind.TEST_PAGE: _ANY,
}
"""Papers that a document is made for, the best first."""

STILL_PRINTS = frozenset({Trouble.PAPER_LOW})
"""Troubles that are said and hold nothing up."""


def route(setup: PrintSetup, kind: DocumentKind) -> Printer | None:
    """The printer that a manager chose for it; else the first with the best paper for it; None: there is none."""
    chosen = setup.printer(setup.routes.get(kind, ""))
    if chosen is not None:
        return chosen
    for paper in SUITS[kind]:
        for printer in setup.printers:
            if printer.paper == paper and printer.language is not Language.PAGE:  # which is no paper
                return printer
    return None


def phones(setup: PrintSetup, brand: Brand | None) -> str | None:
    """The printer (id) that is a page at HQ, where phones reach one."""
    if brand is None or not brand.pages:
        return None
    return next((printer.id for printer in setup.printers if printer.language is Language.PAGE), None)


def stands_in(setup: PrintSetup, printer: str, cannot: Collection[str]) -> str:
    """Who prints what waits at `printer`: itself while it can, else the first of its fallbacks that can, else nobody
    (itself, later). `cannot`: printers that do not print at the moment."""
    seen = {printer}
    at = setup.printer(printer)
    while at is not None and at.id in cannot:
        if at.fallback in seen:
            return printer
        seen.add(at.fallback)
        at = setup.printer(at.fallback)
    return at.id if at is not None else printer


def sound(setup: PrintSetup) -> PrintSetup:
    """The setup without routes and fallbacks to printers that are not there, nor to a printer itself."""
    there = {printer.id for printer in setup.printers}
    printers = tuple(
        printer
        if not printer.fallback or (printer.fallback in there and printer.fallback != printer.id)
        else replace(printer, fallback="")
        for printer in setup.printers
    )
    routes = {kind: printer for kind, printer in setup.routes.items() if printer in there}
    return replace(setup, printers=printers, routes=routes)
