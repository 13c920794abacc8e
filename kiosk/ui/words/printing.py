"""What is said about printers and what they print."""

from __future__ import annotations

from kiosk.application.documents.outcomes import JobView, WhyNot
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.documents.paper import BADGE, CARD, SHELF
from kiosk.domain.documents.printers import CodePage, Language, ReceiptPolicy, Trouble
from kiosk.ui.i18n import translate
from kiosk.ui.words.documents import kinds


def document_word(kind: DocumentKind | None) -> str:
    """What a document is called."""
    if kind is None:
        return translate("Printing", "Document")
    return kinds.kind_word(kind)


def word_of_fact(kind: str) -> str:
    """The same by what stands in a fact."""
    return document_word(DocumentKind(kind)) if kind in tuple(DocumentKind) else kind


def trouble_word(trouble: Trouble) -> str:
    """What is wrong with a printer, in two or three words."""
    return {
        Trouble.UNREACHABLE: translate("Printing", "not reached"),
        Trouble.SILENT: translate("Printing", "does not answer"),
        Trouble.GARBAGE: translate("Printing", "no such printer"),
        Trouble.FORBIDDEN: translate("Printing", "not allowed"),
        Trouble.PAPER_OUT: translate("Printing", "out of paper"),
        Trouble.PAPER_LOW: translate("Printing", "little paper left"),
        Trouble.COVER_OPEN: translate("Printing", "cover open"),
        Trouble.CUTTER: translate("Printing", "cutter stuck"),
        Trouble.TOO_HOT: translate("Printing", "too hot"),
        Trouble.FAULT: translate("Printing", "fault"),
        Trouble.FULL: translate("Printing", "disk full"),
    }[trouble]


def what_to_do(trouble: Trouble) -> str:
    """What whoever stands before the printer does about it."""
    return {
        Trouble.UNREACHABLE: translate("Printing", "Switch it on and look at its cable; then at its address."),
        Trouble.SILENT: translate("Printing", "Switch it off, wait ten seconds, switch it on."),
        Trouble.GARBAGE: translate("Printing", "Another device answers there: look at the address and the language."),
        Trouble.FORBIDDEN: translate("Printing", "Another program has it, or IT has to allow it."),
        Trouble.PAPER_OUT: translate("Printing", "Put in paper. What waits is printed then."),
        Trouble.PAPER_LOW: translate("Printing", "Have a new roll ready."),
        Trouble.COVER_OPEN: translate("Printing", "Close the cover."),
        Trouble.CUTTER: translate("Printing", "Open it, take the stuck paper out, close it."),
        Trouble.TOO_HOT: translate("Printing", "Wait some minutes: it goes on by itself."),
        Trouble.FAULT: translate("Printing", "Look at the lamps on the printer; switch it off and on."),
        Trouble.FULL: translate("Printing", "Tell IT: the disk is full."),
    }[trouble]


def state_word(job: JobView) -> str:
    """Where a job stands."""
    if job.old:
        return translate("Printing", "waits since long ago")
    return {
        JobState.QUEUED: translate("Printing", "waits"),
        JobState.SENT: translate("Printing", "on its way"),
        JobState.PRINTED: translate("Printing", "printed"),
        JobState.TAKEN: translate("Printing", "sent whole"),
        JobState.UNKNOWN: translate("Printing", "did it come out?"),
        JobState.FAILED: translate("Printing", "could not be printed"),
        JobState.CAME_OUT: translate("Printing", "came out"),
        JobState.REPLACED: translate("Printing", "printed again"),
        JobState.WITHDRAWN: translate("Printing", "withdrawn"),
    }[job.state]


def why_not_words(why: WhyNot) -> str:
    """Why nothing is printed."""
    return {
        WhyNot.NO_PRINTER: translate("Printing", "No printer is set up for this. A manager does it with Ctrl F9."),
        WhyNot.GONE: translate("Printing", "What stood on it is not kept any more. Print it from the sale (F6)."),
        WhyNot.OVER: translate("Printing", "That has been dealt with meanwhile."),
    }[why]


def copy_word(copy: int) -> str:
    """What a copy is called."""
    return translate("Paper", "Copy {n}").format(n=copy)


def policy_word(policy: ReceiptPolicy) -> str:
    """When receipts are printed."""
    return {
        ReceiptPolicy.ALWAYS: translate("Printing", "With every sale"),
        ReceiptPolicy.ASKED: translate("Printing", "When asked for"),
        ReceiptPolicy.NEVER: translate("Printing", "Never by itself"),
    }[policy]


def language_word(language: Language) -> str:
    """What a printer understands."""
    return {
        Language.ESCPOS: "ESC/POS",
        Language.ZPL: "ZPL",
        Language.TSPL: "TSPL",
        Language.SYSTEM: translate("Printing", "printer of the computer"),
        Language.PAGE: translate("Printing", "customer’s phone (a page at HQ)"),
    }[language]


def code_page_word(page: CodePage) -> str:
    """How Chinese comes to an ESC/POS printer."""
    return {
        CodePage.PICTURE: translate("Printing", "as a picture"),
        CodePage.GB18030: "GB18030",
        CodePage.BIG5: "Big5",
    }[page]


def paper_word(name: str) -> str:
    """What a paper is called."""
    return {
        CARD.name: translate("Printing", "card"),
        BADGE.name: translate("Printing", "badge, {width} × {height} mm").format(width=90, height=55),
        SHELF.name: translate("Printing", "shelf label, {width} × {height} mm").format(width=60, height=40),
    }.get(name, name)


def yes_word(yes: bool) -> str:
    """Yes or no."""
    return translate("Printing", "yes") if yes else translate("Printing", "no")
