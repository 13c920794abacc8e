"""Writing a book of paper slips on a thread of its own, with progress, until it is done or somebody says stop."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.application.slips.outcomes import SlipSheet
from kiosk.ui.documents.slip_books import book_path, write_book

log = logging.getLogger(__name__)


class SlipPrinting(QObject):
    """One book after the other.

    Signals:
        progress(int, int): so many slips of so many are painted.
        written(Path): the file is there.
        stopped(): somebody said stop; there is no file.
        failed(Exception): it could not be written.
    """

    progress = Signal(int, int)
    written = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a book is being written."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self, book: SlipSheet, language: str) -> None:
        """Write a book; nothing happens while another is being written."""
        if self.busy:
            return
        self._stop.clear()
        self._thread = threading.Thread(target=self._write, args=(book, language), name="slips", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Have it end with the slip that is being painted. Returns at once."""
        self._stop.set()

    def wait(self) -> None:
        """Until nothing is being written."""
        if self._thread is not None:
            self._thread.join()

    def _write(self, book: SlipSheet, language: str) -> None:
        path = book_path(book, self._folder)
        count = book.book.count
        try:
            pages = write_book(
                book,
                path,
                language,
                done=lambda number: self.progress.emit(number, count),
                cancelled=self._stop.is_set,
            )
        except Exception as fault:
            log.info("a book of slips was not written: %s", type(fault).__name__, exc_info=fault)
            self.failed.emit(fault)
            return
        if pages is None:
            self.stopped.emit()
        else:
            self.written.emit(path)
