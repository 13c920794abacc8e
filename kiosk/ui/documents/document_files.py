"""Documents into files, where there is no printer for them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import Paper
from kiosk.files import file_name


class DocumentOutput(Protocol):
    """Writes documents. Called on the task thread; OSError when the file cannot be written."""

    def save(self, document: Document, paper: Paper) -> Path:
        """Write it as PDF and say where."""


class DocumentFiles:
    """A `DocumentOutput` that writes into one folder, a file a title; the same title again replaces its file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, document: Document, paper: Paper) -> Path:
        """Write it as PDF and say where."""
        from kiosk.ui.documents.pdf import write_pdf  # a terminal may never write one

        path = self._folder / f"{file_name(document.title)}.pdf"
        write_pdf(document, paper, path)
        return path
