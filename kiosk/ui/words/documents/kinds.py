"""What each document is called, on screens and in reports."""

from __future__ import annotations

from kiosk.domain.documents.blocks import DocumentKind
from kiosk.ui.i18n import translate


def kind_word(kind: DocumentKind) -> str:
    """A document's name in the language in use."""
    return kind_words()[kind]


def kind_words() -> dict[DocumentKind, str]:
    """All of them."""
    return {
        DocumentKind.RECEIPT: translate("DocumentKind", "Receipt"),
        DocumentKind.RETURN_RECEIPT: translate("DocumentKind", "Return receipt"),
        DocumentKind.VOID_RECEIPT: translate("DocumentKind", "Void receipt"),
        DocumentKind.WELCOME_SLIP: translate("DocumentKind", "Welcome slip"),
        DocumentKind.COUPON: translate("DocumentKind", "Coupon"),
        DocumentKind.INVITE_CARD: translate("DocumentKind", "Invitation"),
        DocumentKind.DRAW_TICKET: translate("DocumentKind", "Draw ticket"),
        DocumentKind.RESULT_SLIP: translate("DocumentKind", "Draw result"),
        DocumentKind.DRAW_NOTICE: translate("DocumentKind", "Notice of a draw"),
        DocumentKind.BADGE: translate("DocumentKind", "Guest badge"),
        DocumentKind.SHELF_LABEL: translate("DocumentKind", "Shelf label"),
        DocumentKind.EVENT_TICKET: translate("DocumentKind", "Event ticket"),
        DocumentKind.GREETING_CARD: translate("DocumentKind", "Greeting card"),
        DocumentKind.SIGN_IN_SHEET: translate("DocumentKind", "Sign-in sheet"),
        DocumentKind.REGISTRATION_FORM: translate("DocumentKind", "Registration form"),
        DocumentKind.RULES_POSTER: translate("DocumentKind", "Rules poster"),
        DocumentKind.FULFILMENT_NOTE: translate("DocumentKind", "Handover note"),
        DocumentKind.CLOSING_REPORT: translate("DocumentKind", "Daily report"),
        DocumentKind.TABLE_SHEET: translate("DocumentKind", "List"),
        DocumentKind.PAPER_SLIP: translate("DocumentKind", "Paper slip"),
        DocumentKind.TEST_PAGE: translate("DocumentKind", "Test page"),
    }
