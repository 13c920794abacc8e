"""The use cases of calls for help behind one interface."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.application.context import Context
from kiosk.application.help import calls
from kiosk.application.help.outcomes import HelpCall
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor, Staff


class HelpService:
    """Implements `HelpApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def call_help(self, actor: Actor, page: str = "") -> HelpCall:
        """Call."""
        return self._context.ledger.run(lambda tx: calls.call_help(self._context, tx, actor, page))

    def end_help(self, call: str, actor: Actor) -> None:
        """It is over."""
        self._context.ledger.run(lambda tx: calls.end_help(self._context, tx, call, actor))

    def help_standing(self, call: str) -> HelpCall | None:
        """What became of it."""
        return self._context.ledger.run(lambda tx: calls.help_standing(self._context, tx, call))

    def help_calls(self) -> tuple[HelpCall, ...]:
        """Those that ask for somebody."""
        return self._context.ledger.run(lambda tx: calls.help_calls(self._context, tx))

    def answer_help(self, call: str, actor: Staff) -> HelpCall | Refusal:
        """This person goes there."""
        work: Callable[[LedgerTx], HelpCall | Refusal] = lambda tx: calls.answer_help(self._context, tx, call, actor)  # noqa: E731
        return self._context.ledger.run(work)
