"""What documents are made of: blocks that say what stands on paper, not how a printer brings it there.

A layout (one file a document beside this one) turns what happened into a `Document`, once; renderers turn documents
into a screen, a PDF, plain text, ESC/POS, ZPL, TSPL, whatever the paper. Words come from the screen's side, in the
language of whoever will read the paper. Blocks have a form that can be kept in a file (`written`, `read`).
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class DocumentKind(StrEnum):
    """What a document is: what the set-up sends to one printer or another."""

    RECEIPT = "receipt"
    RETURN_RECEIPT = "return_receipt"
    VOID_RECEIPT = "void_receipt"
    WELCOME_SLIP = "welcome_slip"
    COUPON = "coupon"
    INVITE_CARD = "invite_card"
    DRAW_TICKET = "draw_ticket"
    RESULT_SLIP = "result_slip"
    DRAW_NOTICE = "draw_notice"
    BADGE = "badge"
    SHELF_LABEL = "shelf_label"
    EVENT_TICKET = "event_ticket"
    GREETING_CARD = "greeting_card"
    SIGN_IN_SHEET = "sign_in_sheet"
    REGISTRATION_FORM = "registration_form"
    RULES_POSTER = "rules_poster"
    FULFILMENT_NOTE = "fulfilment_note"
    CLOSING_REPORT = "closing_report"
    TABLE_SHEET = "table_sheet"
    PAPER_SLIP = "paper_slip"
    TEST_PAGE = "test_page"


class Frame(StrEnum):
    """What is drawn around a card or a poster, by the season of the campaign. Rolls and labels have no room for it."""

    NONE = ""
    PLAIN = "plain"
    SPRING = "spring"
    """Spring Festival."""
    LOVERS = "lovers"
    """Valentine's Day, Double Seventh."""
    MID_AUTUMN = "mid_autumn"
    WINTER = "winter"
    """Christmas and the turn of the year."""
    BIRTHDAY = "birthday"


class Size(StrEnum):
    """How large a text is beside the body's; how many points that makes is the paper's (`paper.py`)."""

    SMALL = "small"
    BODY = "body"
    LARGE = "large"
    HUGE = "huge"


class Align(StrEnum):
    """Where a block stands across the paper."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Block(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="is"):
    """One thing on paper. Blocks follow each other downwards; each wraps where it is too long, none is cut."""


class Text(Block, frozen=True, tag="text"):
    """A paragraph. `inverse`: white on black, which nobody overlooks; `accent`: in the chain's colour where there is
    colour. `fit`: as large as its lines fit beside each other, for names on badges."""

    text: str
    size: Size = Size.BODY
    bold: bool = False
    pale: bool = False
    inverse: bool = False
    accent: bool = False
    fit: bool = False
    align: Align = Align.LEFT


class Pair(Block, frozen=True, tag="pair"):
    """What stands left and how much of it right, on one line where both fit. `less`: it comes off, and is red where
    there is colour."""

    left: str
    right: str
    size: Size = Size.BODY
    bold: bool = False
    pale: bool = False
    less: bool = False


class Column(msgspec.Struct, frozen=True, omit_defaults=True):
    """A column of a table: its heading, its share of the width (of the sum of all), where its cells stand. `count`:
    figures that stand below each other."""

    heading: str
    share: int = 1
    align: Align = Align.LEFT
    count: bool = False


class Table(Block, frozen=True, tag="table"):
    """Rows of cells, as many as there are columns; headings come again on every page. Where a paper is too narrow, each
    row becomes pairs of heading and cell. `lined`: with lines around the cells, for writing; `tall`: rows high enough
    for a pen (9 mm)."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    lined: bool = False
    tall: bool = False


class Rule(Block, frozen=True, tag="rule"):
    """A line across the paper. `torn`: dashed, where a part is torn or cut off by hand."""

    torn: bool = False


class Space(Block, frozen=True, tag="space"):
    """Nothing, so many millimetres of it."""

    mm: int = 3


class Qr(Block, frozen=True, tag="qr"):
    """A QR symbol of `code`, at most `mm` millimetres wide without its quiet zone, and a caption below. `readable`: the
    code itself in letters too, for keying in."""

    code: str
    caption: str = ""
    mm: int = 26
    readable: str = ""
    align: Align = Align.CENTRE


class Barcode(Block, frozen=True, tag="barcode"):
    """A Code 128 symbol of printable ASCII, `mm` high, its text below."""

    code: str
    mm: int = 12
    align: Align = Align.CENTRE


class Picture(Block, frozen=True, tag="picture"):
    """A picture (PNG or JPEG), at most `mm` wide and as high as that makes it; narrower where the paper is. `words`:
    what it shows, for plain text and screen readers ("" leaves it out there)."""

    data: bytes
    mm: int
    words: str = ""
    align: Align = Align.CENTRE


class Field(Block, frozen=True, tag="field"):
    """A word and a line to write on; `boxes`: so many boxes for single characters instead. `value`: what is known
    already."""

    label: str
    boxes: int = 0
    value: str = ""


class Ticks(Block, frozen=True, tag="ticks"):
    """A question with boxes to tick."""

    label: str
    choices: tuple[str, ...]


class Keep(Block, frozen=True, tag="keep"):
    """Blocks that stay on one page."""

    blocks: tuple[AnyBlock, ...]


class Side(Block, frozen=True, tag="side"):
    """Blocks beside each other where the paper is wide enough (100 mm, or a label), below each other where not.
    `shares`: of the width."""

    left: tuple[AnyBlock, ...]
    right: tuple[AnyBlock, ...]
    shares: tuple[int, int] = (1, 1)


class PageBreak(Block, frozen=True, tag="page"):
    """What follows begins a new page; a cut on a roll."""


AnyBlock = Text | Pair | Table | Rule | Space | Qr | Barcode | Picture | Field | Ticks | Keep | Side | PageBreak


class Document(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is printed at once. `language` ("en", "zh_TW", "zh_CN") chooses fonts and where lines break; `title` names
    it in queues and files; `accent`: the chain's colour as "#rrggbb"; `drawer`: a cash drawer opens with it, where one
    hangs on the printer; `frame`: what is drawn around it; `page`: the name under which a phone opens it at HQ, where
    it is a page. The paper is cut behind each."""

    kind: DocumentKind
    language: str
    title: str
    blocks: tuple[AnyBlock, ...]
    accent: str = "#000000"
    drawer: bool = False
    frame: Frame = Frame.NONE
    page: str = ""


class UnreadableDocument(ValueError):
    """Bytes that are no document."""


def written(document: Document) -> bytes:
    """The document as JSON."""
    return msgspec.json.encode(document)


def read(data: bytes) -> Document:
    """What `written` wrote. Raises UnreadableDocument."""
    try:
        return msgspec.json.decode(data, type=Document)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise UnreadableDocument(str(error)) from error
