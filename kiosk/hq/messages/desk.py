"""Messages, for the people at HQ: every step in a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kiosk.domain.texts import LocalText
from kiosk.hq.context import Context
from kiosk.hq.messages import outbox, postman, texts
from kiosk.hq.messages.gateways import Answer, Channel
from kiosk.hq.messages.outbox import LetterSeen
from kiosk.hq.messages.postman import Postman
from kiosk.hq.messages.settings import KINDS, put_gateway, settings_of


class MessagesDesk:
    """`by`: whose command it is, as HQ's computer knows them. What sets something raises MessagesFault when it cannot
    be set so."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def gateway(self, channel: Channel) -> dict[str, object] | None:
        """A channel's settings, without its secret; None where there is no gateway."""
        with self._context.database.read() as tx:
            found = settings_of(tx, channel, KINDS[channel])
        return None if found is None else msgspec.to_builtins(found)

    def set_gateway(self, channel: Channel, said: object, secret: str | None, by: str) -> None:
        """Another gateway, or (`said` None) none. `secret` None: as it was."""
        with self._context.database.write() as tx:
            put_gateway(self._context, tx, channel, said, secret, by)

    def texts(self) -> dict[str, LocalText]:
        """What messages say."""
        with self._context.database.read() as tx:
            return texts.texts(tx)

    def set_texts(self, said: object, by: str) -> None:
        """The chain's own texts; {}: the usual ones."""
        with self._context.database.write() as tx:
            texts.put_texts(self._context, tx, said, by)

    def test(self, channel: Channel, to: str, language: str) -> Answer | None:
        """Send a test letter now; None where there is no gateway."""
        return postman.send_now(self._context, channel, to, language)

    def letters(self, states: Sequence[str] | None = None) -> list[LetterSeen]:
        """The newest letters, of these states."""
        with self._context.database.read() as tx:
            return outbox.letters(tx, states)

    def counts(self) -> dict[str, int]:
        """How many letters there are of each state."""
        with self._context.database.read() as tx:
            return outbox.counts(tx)

    def retry(self, ids: Sequence[str] | None = None) -> int:
        """What waits or was given up is tried now; None: all. Gives how many letters that are."""
        with self._context.database.write() as tx:
            return outbox.retry(self._context, tx, ids)

    def postmen(self) -> list[Postman]:
        """One for each channel; whoever runs HQ gives each of them a thread."""
        return [Postman(self._context, channel) for channel in Channel]
