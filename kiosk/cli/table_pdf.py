"""A table as a PDF, for the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kiosk.domain.documents.brand import Brand
from kiosk.domain.lists.tables import OutTable, as_text
from kiosk.domain.texts import LocalText


def write_table_pdf(path: Path, table: OutTable, title: str, brand: Brand | None, language: str = "en") -> None:
    """Write it on A4. OSError when it cannot be written."""
    from kiosk.cli.screenless import application
    from kiosk.domain.documents.paper import A4
    from kiosk.domain.documents.table_sheet import TableSheet, lay_out
    from kiosk.ui.documents.pdf import write_pdf
    from kiosk.ui.words.documents.store import table_sheet_words

    held = application()
    counts = tuple(
        at
        for at in range(len(table.headings))
        if any(isinstance(row[at], int | float) and not isinstance(row[at], bool) for row in table.rows)
    )
    sheet = TableSheet(
        store=brand.name if brand is not None else LocalText("", "", ""),
        zone="UTC",
        title=LocalText(title, title, title),
        made=datetime.now(UTC),
        headings=table.headings,
        rows=tuple(tuple(_cell(cell) for cell in row) for row in table.rows),
        counts=counts,
    )
    write_pdf(lay_out(sheet, table_sheet_words(language, ""), brand), A4, path)
    del held


def _cell(cell: object) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, str):
        return cell  # paper runs nothing
    return as_text(cell) if cell is None or isinstance(cell, int | float | bool) else str(cell)
