"""The words of papers that a store works with."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.documents.closing_report import ClosingReportWords
from kiosk.domain.documents.fulfilment_note import FulfilmentNoteWords
from kiosk.domain.documents.paper_slip import PaperSlipWords
from kiosk.domain.documents.shelf_label import ShelfLabelWords
from kiosk.domain.documents.table_sheet import TableSheetWords
from kiosk.domain.documents.test_page import TestPageWords
from kiosk.domain.money import currency_sign
from kiosk.ui.i18n import speaking, translate
from kiosk.ui.words.documents.kinds import kind_words


def shelf_label_words(language: str, currency: str, folder: Path | None = None) -> ShelfLabelWords:
    """The words in one of LANGUAGES, with the sign of `currency` (ISO 4217), as of every document here. May be called
    on any thread. `folder`: where the translations lie."""
    with speaking(language, folder):
        return ShelfLabelWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Shelf label"),
            before=translate("Paper", "Was"),
            members=translate("Paper", "Members pay"),
            per=translate("Paper", "{price} a {unit}"),
            until=translate("Paper", "Offer ends {day}"),
        )


def fulfilment_note_words(language: str, currency: str, folder: Path | None = None) -> FulfilmentNoteWords:
    """The words of a handover note."""
    with speaking(language, folder):
        return FulfilmentNoteWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Handover note"),
            number=translate("Paper", "Note number"),
            reason=translate("Paper", "For"),
            member=translate("Receipt", "Member"),
            due_since=translate("Paper", "Due since"),
            handed_at=translate("Paper", "Handed over"),
            clerk=translate("Paper", "By"),
            item=translate("Paper", "Item"),
            quantity=translate("Paper", "Quantity"),
            value=translate("Paper", "Value"),
            total=translate("Paper", "Total value"),
            tax=translate("Paper", "Tax withheld"),
            by_post=translate("Paper", "Headquarters will send it to the address you gave."),
            identity=translate("Paper", "Identity"),
            identity_seen=translate("Paper", "Identity document seen"),
            received=translate("Paper", "I have received the items above, complete and undamaged."),
            signature=translate("Paper", "Signature"),
            dated=translate("Paper", "Date"),
        )


def table_sheet_words(language: str, currency: str, folder: Path | None = None) -> TableSheetWords:
    """The words of a table on paper."""
    with speaking(language, folder):
        return TableSheetWords(
            language=language,
            currency=currency_sign(currency) if currency else "",
            title=translate("Paper", "List"),
            made=translate("Paper", "Made"),
            lines=translate("Paper", "Lines"),
            fingerprint=translate("Paper", "Fingerprint of what was published before the draw"),
        )


def closing_report_words(language: str, currency: str, folder: Path | None = None) -> ClosingReportWords:
    """The words of a day's report."""
    with speaking(language, folder):
        return ClosingReportWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Daily report"),
            dated=translate("Paper", "Day"),
            terminal=translate("Paper", "Terminal"),
            made=translate("Paper", "Printed"),
            by=translate("Paper", "By"),
            sales=translate("Paper", "Sales"),
            number=translate("Paper", "Number"),
            receipts=translate("Paper", "Receipts"),
            goods=translate("Receipt", "Goods"),
            off=translate("Paper", "Discounts"),
            returns=translate("Paper", "Returns"),
            returned=translate("Paper", "Refunded"),
            net=translate("Paper", "Net sales"),
            by_voucher=translate("Paper", "Paid by voucher"),
            for_vouchers=translate("Paper", "Vouchers sold"),
            taken=translate("Paper", "Taken in money"),
            coupons=translate("Paper", "Coupons and offers"),
            coupon=translate("Paper", "Offer"),
            used=translate("Paper", "Used"),
            worth=translate("Paper", "Amount"),
            voids=translate("Paper", "Voids"),
            receipt=translate("DocumentKind", "Receipt"),
            amount=translate("Paper", "Amount"),
            voided=translate("Paper", "Voided"),
            reason=translate("Paper", "Reason"),
            members=translate("Paper", "Members"),
            points_given=translate("Paper", "Points given"),
            points_taken=translate("Paper", "Points used"),
            registered=translate("Paper", "New members"),
            open_matters=translate("Paper", "Open matters"),
            conflicts=translate("Paper", "Coupons in conflict"),
            unsent=translate("Paper", "Entries not yet at headquarters"),
            since=translate("Paper", "Waiting since {time}"),
            nothing_open=translate("Paper", "Everything has reached headquarters."),
            prints=translate("Paper", "Printed papers"),
            document=translate("Paper", "Document"),
            printed=translate("Paper", "Pieces"),
            copies=translate("Paper", "Copies"),
            failed=translate("Paper", "Failed"),
            labels=translate("Paper", "Labels left"),
            checked=translate("Paper", "Checked and filed"),
            manager=translate("Word", "Manager"),
            signature=translate("Paper", "Signature"),
            kinds=kind_words(),
        )


def paper_slip_words(language: str, currency: str, folder: Path | None = None) -> PaperSlipWords:
    """The words of a slip of manual redemption."""
    with speaking(language, folder):
        return PaperSlipWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Manual redemption"),
            number=translate("Paper", "No. {number}"),
            until=translate("Paper", "Valid through {day}"),
            span=translate("Paper", "Valid {first} to {last}"),
            dated=translate("Paper", "Date"),
            time=translate("Paper", "Time"),
            amount=translate("Paper", "Amount"),
            member=translate("Paper", "Member or card number"),
            clerk=translate("Word", "Clerk"),
            signature=translate("Paper", "Customer’s signature"),
            keep=translate("Paper", "Stays in the store. Key it in when the system is back."),
        )


def printer_test_words(language: str, currency: str, folder: Path | None = None) -> TestPageWords:
    """The words of a test page."""
    with speaking(language, folder):
        return TestPageWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Test page"),
            printer=translate("Paper", "Printer"),
            paper=translate("Paper", "Paper"),
            dpi=translate("Paper", "Dots per inch"),
            speaks=translate("Paper", "Printer language"),
            sizes=translate("Paper", "Type sizes"),
            small=translate("Paper", "Small"),
            body=translate("Paper", "Normal"),
            large=translate("Paper", "Large"),
            huge=translate("Paper", "Very large"),
            bold=translate("Paper", "Bold"),
            pale=translate("Paper", "Pale"),
            inverse=translate("Paper", "White on black"),
            scripts=translate("Paper", "Scripts"),
            rare=translate("Paper", "Rare characters"),
            width=translate("Paper", "Width and position"),
            scale=translate("Paper", "This scale is {mm} mm long."),
            edges=translate("Paper", "Both arrows are whole, and as far from the left edge as from the right."),
            columns=translate("Paper", "Alignment"),
            left=translate("Paper", "On the left"),
            right=translate("Paper", "On the right"),
            code=translate("Paper", "Codes to scan"),
            cut=translate("Paper", "Cut below this line"),
        )
