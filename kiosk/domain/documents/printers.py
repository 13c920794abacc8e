"""Printers as a manager sets them up, and what a printer says of itself. No device is touched here."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from kiosk.domain.documents.blocks import DocumentKind


class Language(StrEnum):
    """What a printer understands."""

    ESCPOS = "escpos"
    ZPL = "zpl"
    TSPL = "tspl"
    SYSTEM = "system"
    """A printer of the operating system (CUPS, Windows)."""
    PAGE = "page"
    """No printer at all: a page at HQ, which the customer's phone opens by a code. Its address is "hq:"."""


class CodePage(StrEnum):
    """How an ESC/POS printer is told what is beyond ASCII: as characters of its own font, or as a picture, which every
    printer can. What its code page lacks goes as a picture too."""

    PICTURE = "picture"
    GB18030 = "gb18030"
    BIG5 = "big5"


class Printer(msgspec.Struct, frozen=True, omit_defaults=True):
    """A printer. `id`: made once, never shown; `name`: as people call it.

    `address`: "tcp://host:port", "serial:COM3@9600", "device:/dev/usb/lp0", "file:/folder/name", "system:Queue".
    `paper`: a name of `paper.PAPERS`; `dpi`: dots an inch. `left`, `top`: tenths of a millimetre by which everything
    is moved. `fallback`: id of the printer that takes over while this one cannot. `labels`: pieces left on the roll,
    None where nobody counts them; `warn_at`: from how few on it is said. `tells`: it answers when asked how it is and
    when a job came out. `drawer`: a cash drawer hangs on it.
    """

    id: str
    name: str
    language: Language
    address: str
    paper: str
    dpi: int = 203
    code_page: CodePage = CodePage.PICTURE
    cuts: bool = True
    drawer: bool = False
    tells: bool = True
    left: int = 0
    top: int = 0
    fallback: str = ""
    labels: int | None = None
    warn_at: int = 20


class ReceiptPolicy(StrEnum):
    """Whether a receipt is printed with each sale."""

    ALWAYS = "always"
    ASKED = "asked"
    """When the clerk presses for it."""
    NEVER = "never"
    """Only as a reprint, from the list of sales."""


class PrintSetup(msgspec.Struct, frozen=True, omit_defaults=True):
    """All printers of a terminal. `routes`: which document goes to which printer (id); what has no route goes to the
    first printer whose paper suits it, or nowhere. `stale_minutes`: jobs older than that are offered, not printed."""

    printers: tuple[Printer, ...] = ()
    routes: dict[DocumentKind, str] = {}
    stale_minutes: int = 30
    receipts: ReceiptPolicy = ReceiptPolicy.ASKED

    def printer(self, printer_id: str) -> Printer | None:
        """The printer of that id."""
        return next((printer for printer in self.printers if printer.id == printer_id), None)


class Trouble(StrEnum):
    """Why a printer does not print, for people who stand before it."""

    UNREACHABLE = "unreachable"
    """Off, its cable out, or another address."""
    SILENT = "silent"
    """It was reached, and neither takes anything nor answers."""
    GARBAGE = "garbage"
    """What answers there is no printer of that kind."""
    FORBIDDEN = "forbidden"
    """The program may not use it, or another program has it."""
    PAPER_OUT = "paper_out"
    PAPER_LOW = "paper_low"
    """It still prints."""
    COVER_OPEN = "cover_open"
    CUTTER = "cutter"
    TOO_HOT = "too_hot"
    FAULT = "fault"
    """It says that something is wrong, and not what."""
    FULL = "full"
    """The disk that the file would go to is full."""


class Reached(StrEnum):
    """How far a job came."""

    NOTHING = "nothing"
    """No byte left: it may be sent again."""
    PART = "part"
    """Some bytes left: whether paper came out is known only to whoever stands there."""
    ALL = "all"
    """Everything was taken by a printer that cannot tell more."""
    PRINTED = "printed"
    """The printer says that it came out."""


class Sent(msgspec.Struct, frozen=True):
    """What became of sending a job."""

    reached: Reached
    trouble: Trouble | None = None
