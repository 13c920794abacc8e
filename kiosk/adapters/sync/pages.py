"""Papers for customers' phones: to the print queue a printer like others, whose paper is a page at HQ.

HQ takes the same page twice without harm, so what did not get an answer is simply sent again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.domain.documents import blocks
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.printers import Reached, Sent, Trouble
from kiosk.protocol.wire.messages import PageRequest

log = logging.getLogger(__name__)


class HqPages:
    """Implements `Device` over a connection of its own, so that it waits for nothing. `client`: None while the sync
    has not begun; `token`: the session's, None while HQ is out of reach."""

    def __init__(self, client: Callable[[], HqClient | None], token: Callable[[], str | None]) -> None:
        self._client, self._token = client, token

    def render(self, document: Document) -> bytes:
        """As HQ keeps it."""
        return blocks.written(document)

    def pieces(self, data: bytes) -> int:
        """No labels."""
        return 0

    def send(self, data: bytes, starting: Callable[[], None]) -> Sent:
        """To HQ."""
        document = blocks.read(data)
        client, token = self._client(), self._token()
        if client is None or token is None:
            return Sent(Reached.NOTHING, Trouble.UNREACHABLE)
        starting()
        client.token = token
        try:
            client.keep_page(PageRequest(page=document.page, document=data))
        except HqUnreachable as error:
            log.info("a page did not reach HQ: %s", error)
            return Sent(Reached.NOTHING, Trouble.UNREACHABLE)
        except HqRefused as error:
            log.info("HQ does not keep a page: %s", error)
            return Sent(Reached.NOTHING, Trouble.UNREACHABLE if error.status == 401 else Trouble.FAULT)
        return Sent(Reached.PRINTED)

    def status(self) -> Trouble | None:
        """Whether HQ is reached."""
        return None if self._client() is not None and self._token() is not None else Trouble.UNREACHABLE

    def close(self) -> None:
        """Nothing is held open; a request under way has its time-out."""
