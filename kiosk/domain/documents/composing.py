"""From the blocks that a layout lists to a document: texts cleaned, and nothing left that says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
    Document,
    DocumentKind,
    Field,
    Frame,
    Keep,
    PageBreak,
    Pair,
    Picture,
    Qr,
    Rule,
    Side,
    Size,
    Space,
    Table,
    Text,
    Ticks,
)
from kiosk.domain.documents.brand import BLACK, Brand
from kiosk.domain.documents.cleaning import clean, lines
from kiosk.domain.texts import LocalText

LOGO_MM = 24


_WITH_MONEY = frozenset(
    {DocumentKind.RECEIPT, DocumentKind.RETURN_RECEIPT, DocumentKind.VOID_RECEIPT, DocumentKind.TEST_PAGE}
)
"""With these money goes into the drawer or comes out of it; or it is tried."""


def document(
    kind: DocumentKind,
    language: str,
    title: str,
    blocks: Iterable[AnyBlock],
    *,
    brand: Brand | None = None,
    frame: Frame = Frame.NONE,
) -> Document:
    """What a layout gives. A label without a value goes, and so does an empty text, a table without rows, a line with
    nothing above or below it."""
    colour = brand.colour if brand is not None else BLACK
    said, drawer = tidy(blocks), kind in _WITH_MONEY
    return Document(kind, language, clean(title) or kind.value, said, accent=colour, drawer=drawer, frame=frame)


def head(store: LocalText, language: str, brand: Brand | None, *, mm: int = LOGO_MM) -> tuple[AnyBlock, ...]:
    """Logo, chain and store; the store alone where there is no brand."""
    name = clean(store.get(language))
    if brand is None:
        return (Text(name, Size.LARGE, bold=True, align=Align.CENTRE),)
    chain = clean(brand.name.get(language))
    return (
        Picture(brand.logo, mm, chain or name),
        Text("" if chain == name else chain, Size.SMALL, accent=True, align=Align.CENTRE),
        Text(name, Size.LARGE, bold=True, align=Align.CENTRE),
    )


def heading(text: str) -> Text:
    """What the document is, below its head."""
    return Text(text, Size.LARGE, bold=True, accent=True, align=Align.CENTRE)


def beside(left: str, right: str) -> Pair | Text:
    """Two small things on one line that say something without each other."""
    if clean(right):
        return Pair(left, right, Size.SMALL, pale=True)
    return Text(left, Size.SMALL, pale=True)


def proof(label: str, fingerprint: str, check_at: str) -> tuple[AnyBlock, ...]:
    """What a doubter compares, on a line of its own as large as the text, and the sentence that says where; the label
    only where something was published."""
    where = Text(check_at, Size.SMALL, align=Align.CENTRE)
    if not clean(fingerprint):
        return (where,)
    text = (Text(label, Size.SMALL, pale=True, align=Align.CENTRE), Text(fingerprint, bold=True, align=Align.CENTRE))
    return (Keep((*text, where)),)


def section(title: str, blocks: Iterable[AnyBlock]) -> tuple[AnyBlock, ...]:
    """A title and what stands under it; nothing if nothing does."""
    inner = tidy(blocks)
    if not inner:
        return ()
    return (Space(2), Keep((Text(title, bold=True, accent=True), inner[0])), *inner[1:])


def paragraphs(text: str, *, size: Size = Size.BODY, align: Align = Align.LEFT) -> tuple[Text, ...]:
    """A text of several lines, a paragraph each."""
    return tuple(Text(line, size, align=align) for line in lines(text))


def bullets(texts: Iterable[str], *, size: Size = Size.BODY) -> tuple[Text, ...]:
    """A list; what is empty has no dot."""
    return tuple(Text(f"· {line}", size) for line in map(clean, texts) if line)


def tidy(blocks: Iterable[AnyBlock]) -> tuple[AnyBlock, ...]:
    """The blocks that say something, their texts cleaned."""
    kept: list[AnyBlock] = []
    for block in blocks:
        for said in _said(block):
            if not isinstance(said, Rule | Space | PageBreak) or (kept and not _same_gap(kept[-1], said)):
                kept.append(said)
    while kept and isinstance(kept[-1], Rule | Space | PageBreak):
        kept.pop()
    return tuple(kept)


def _same_gap(before: AnyBlock, gap: AnyBlock) -> bool:
    """A line below a line, or a page begun twice; space may stand beside either."""
    return isinstance(before, PageBreak) or (isinstance(gap, type(before)) and not isinstance(gap, PageBreak))


def _said(block: AnyBlock) -> Iterator[AnyBlock]:
    match block:
        case Text(text=text):
            if text := clean(text):
                yield replace(block, text=text)
        case Pair(left=left, right=right):
            if right := clean(right):
                yield replace(block, left=clean(left), right=right)
        case Table():
            yield from _table(block)
        case Qr(code=code):
            if code:
                yield replace(block, caption=clean(block.caption), readable=clean(block.readable))
        case Barcode(code=code):
            if code:
                yield block
        case Picture(data=data):
            if data:
                yield replace(block, words=clean(block.words))
        case Field(label=label):
            if label := clean(label):
                yield replace(block, label=label, value=clean(block.value))
        case Ticks(label=label, choices=choices):
            if choices := tuple(filter(None, map(clean, choices))):
                yield replace(block, label=clean(label), choices=choices)
        case Keep(blocks=inner):
            if inner := tidy(inner):
                yield Keep(inner)
        case Side(left=left, right=right):
            left, right = tidy(left), tidy(right)
            if left and right:
                yield replace(block, left=left, right=right)
            else:
                yield from left or right
        case _:
            yield block


def _table(table: Table) -> Iterator[Table]:
    """Without rows that are empty and columns that no row fills, unless they are there to be written in."""
    rows: Sequence[tuple[str, ...]] = [tuple(map(clean, row)) for row in table.rows]
    columns = tuple(replace(column, heading=clean(column.heading)) for column in table.columns)
    if not table.lined:
        rows = [row for row in rows if any(row)]
        filled = [at for at in range(len(columns)) if any(row[at] for row in rows)]
        columns = tuple(columns[at] for at in filled)
        rows = [tuple(row[at] for at in filled) for row in rows]
    if rows and columns:
        yield replace(table, columns=columns, rows=tuple(rows))
