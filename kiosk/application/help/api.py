"""What any station may ask about calls for help."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.help.outcomes import HelpCall
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor, Staff


class HelpApi(Protocol):
    """A station without staff calls, the store's others show it, somebody says that they go there."""

    def call_help(self, actor: Actor, page: str = "") -> HelpCall:
        """Call. While a call of this terminal asks still, it gives that one. `page`: what is on the screen, a word of
        the program's, nothing of the customer's."""

    def end_help(self, call: str, actor: Actor) -> None:
        """Whoever called does not want anybody any more, or went away. Again, or of another terminal's: nothing."""

    def help_standing(self, call: str) -> HelpCall | None:
        """What became of a call; None for one of which nothing is known."""

    def help_calls(self) -> tuple[HelpCall, ...]:
        """Those of this store that ask for somebody, the longest waiting first."""

    def answer_help(self, call: str, actor: Staff) -> HelpCall | Refusal:
        """This person goes there. HELP_ANSWERED when somebody else said so before, HELP_OVER when nobody is wanted any
        more."""
