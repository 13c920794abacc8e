"""Staff badges that are scanned: at the sign-in page, and while somebody works."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.application.shell_api import ShellApi
from kiosk.application.staff.outcomes import BadgeRead, SignedIn
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.ui.i18n import translate
from kiosk.ui.shell.messages import Messages
from kiosk.ui.shell.signin.page import SignInPage
from kiosk.ui.shell.sounds import Sound, Speaker
from kiosk.ui.tasks import TaskRunner


class Badges(QObject):
    """Ask whose badge a code is, and sign its owner in.

    Signals:
        taken(Staff): somebody may work, by a badge scanned while somebody worked.
        refused(Refusal): that badge was not accepted.
    """

    taken = Signal(object)
    refused = Signal(object)

    def __init__(
        self, api: ShellApi, tasks: TaskRunner, door: SignInPage, messages: Messages, speaker: Speaker
    ) -> None:
        super().__init__()
        self._api, self._tasks, self._door = api, tasks, door
        self._messages, self._speaker = messages, speaker

    def at_the_door(self, event: ScanEvent) -> None:
        """A code before anybody has signed in: it counts only when it is a badge."""
        self._tasks.run(partial(self._api.badge_of, event), self._on_read_at_the_door)

    def at_work(self, event: ScanEvent) -> None:
        """A code that is nothing to the station in use."""
        self._tasks.run(partial(self._api.badge_of, event), self._on_read_at_work)

    def sign_in(self, badge: BadgeRead) -> None:
        """Its owner works from now on."""
        self._tasks.run(partial(self._api.sign_in_badge, badge.staff, badge.serial), self._on_answer)

    def _on_read_at_the_door(self, badge: BadgeRead | None) -> None:
        if badge is not None:
            self._door.badge(badge)
        else:
            self._speaker.play(Sound.REFUSED)
            self._door.note(lambda: translate("SignIn", "Sign in first: scan your staff badge or key in your PIN."))

    def _on_read_at_work(self, badge: BadgeRead | None) -> None:
        if badge is not None:
            self.sign_in(badge)
        else:
            self._speaker.play(Sound.ATTENTION)
            self._messages.notice(lambda: translate("Notice", "Nothing but staff badges is scanned at this station."))

    def _on_answer(self, answer: SignedIn | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
        else:
            self.taken.emit(answer.actor)
