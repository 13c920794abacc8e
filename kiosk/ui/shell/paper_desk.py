"""Documents that a station prints, or saves as PDF where no printer is set up for them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.application.documents.api import DocumentsApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import A4
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.documents.document_files import DocumentOutput
from kiosk.ui.i18n import spaced
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.station import Shell
from kiosk.ui.words.printing import trouble_word, what_to_do, why_not_words

log = logging.getLogger(__name__)

_Made = Queued | NotPrinted | Refusal | Path


@dataclass(frozen=True, slots=True)
class PaperSaid:
    """What is said of a document, in the language in force: `saved` holds "{path}", `goes` "{printer}", `waits`
    "{printer}", "{trouble}" and "{do}"; `failed`: the file could not be written."""

    saved: Callable[[], str]
    failed: Callable[[], str]
    goes: Callable[[], str]
    waits: Callable[[], str]


class PaperDesk(QObject):
    """Has one document made at a time, on the thread on which a PIN waits for nobody: it may take a while."""

    def __init__(self, shell: Shell, files: DocumentOutput | None, refused: Callable[[Refusal], None]) -> None:
        super().__init__()
        self._shell, self._files, self._refused = shell, files, refused
        self._said: PaperSaid | None = None

    def make(self, work: Callable[[], Document | Refusal], staff: Staff, said: PaperSaid) -> None:
        """Print what `work` makes; each is a paper of its own, and no copy of the one before."""
        if self._said is not None:
            return
        self._said = said
        self._shell.tasks.ask_hq(
            partial(_made, work, self._shell.api, self._files, staff), self._on_made, self._on_fault
        )

    def _on_made(self, made: _Made) -> None:
        said, self._said = self._said, None
        assert said is not None
        notice = self._shell.messages.notice
        if isinstance(made, Refusal):
            self._refused(made)
        elif isinstance(made, Path):
            notice(lambda: spaced(said.saved().format(path=made.name)))
        elif isinstance(made, NotPrinted):
            notice(partial(why_not_words, made.why), Level.ATTENTION)
        else:
            self._shell.printing.look_soon()
            notice(partial(_sentence, made, said), Level.INFO if made.trouble is None else Level.ATTENTION)

    def _on_fault(self, fault: Exception) -> None:
        said, self._said = self._said, None
        if isinstance(fault, OSError) and said is not None:
            log.info("document not saved: %s", fault.strerror)
            self._shell.messages.notice(said.failed, Level.ATTENTION)
        else:
            self._shell.messages.fault(fault)


def _made(
    work: Callable[[], Document | Refusal], api: DocumentsApi, files: DocumentOutput | None, staff: Staff
) -> _Made:
    document = work()
    if isinstance(document, Refusal):
        return document
    queued = api.queue_document(document, staff)
    if isinstance(queued, NotPrinted) and files is not None:
        return files.save(document, A4)
    return queued


def _sentence(queued: Queued, said: PaperSaid) -> str:
    if queued.trouble is not None:
        trouble, do = trouble_word(queued.trouble), what_to_do(queued.trouble)
        return spaced(said.waits().format(printer=queued.printer, trouble=trouble, do=do))
    return spaced(said.goes().format(printer=queued.printer))
