"""What two people sign: a winner gives way, a draw is called off."""

from __future__ import annotations

from functools import partial

from kiosk.application.draws.stage_outcomes import WinnerView
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.draws.facts import PassReason, VoidReason
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.reason_sheet import ReasonSheet
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.stage.desk import StageDesk
from kiosk.ui.stations.stage.sheets import TwoSignatures
from kiosk.ui.stations.stage.words import passed_word, void_word

CALLED_OFF = (
    VoidReason.WRONG_LIST,
    VoidReason.WRONG_PRIZES,
    VoidReason.WRONG_RULES,
    VoidReason.LATE,
    VoidReason.ENVELOPE_MISSING,
    VoidReason.ABANDONED,
    VoidReason.BY_LAW,
)


class SignedSteps:
    """Asks for a reason, then for two signatures."""

    def __init__(self, shell: Shell, desk: StageDesk) -> None:
        self._shell, self._desk = shell, desk
        self._signing: TwoSignatures | None = None

    def not_here(self, winner: WinnerView) -> None:
        """The next alternate takes the winner's place."""

        def title() -> str:
            return translate("StageDesk", "Why does the prize go on?")

        def text() -> str:
            words = translate("StageDesk", "{name}: the next alternate takes the place. Two people sign.")
            return spaced(words.format(name=winner.name or str(winner.ticket + 1)))

        def chosen(reason: PassReason) -> None:
            def done(first: Approval, second: Approval) -> None:
                self._desk.pass_on(winner, reason, first, second)

            self._signing = TwoSignatures(self._shell, lambda: f"{text()} · {passed_word(reason)}", done)
            self._signing.ask()

        self._shell.overlay.open(ReasonSheet(self._shell.ui, title, text, tuple(PassReason), passed_word, chosen))

    def call_off(self) -> None:
        """The draw is void."""

        def title() -> str:
            return translate("StageDesk", "Call the draw off?")

        def text() -> str:
            return translate("StageDesk", "It stays on the public list, as void. Two people sign.")

        def chosen(reason: VoidReason) -> None:
            self._signing = TwoSignatures(
                self._shell, lambda: f"{text()} · {void_word(reason)}", partial(self._desk.void, reason)
            )
            self._signing.ask()

        self._shell.overlay.open(ReasonSheet(self._shell.ui, title, text, CALLED_OFF, void_word, chosen))
