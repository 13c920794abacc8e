"""A customer at the station, from the first touch until nothing of them is left."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.application.members.outcomes import MemberView
from kiosk.application.sales.outcomes import Visit
from kiosk.application.selfservice.outcomes import Mine
from kiosk.domain.time import Clock


class Proof(Enum):
    """How a customer showed who they are, which decides what they see and may do."""

    NOBODY = auto()
    CARD = auto()
    """A plain card: it names somebody and proves nothing."""
    PROVED = auto()
    """A signed pass, or the one-time code of their phone."""


class Session(QObject):
    """Everything that the station knows of whoever stands there; `end` lets go of all of it.

    Signals:
        ticked(int): so many seconds are left.
        expired(): nobody has moved a hand for too long.
        changed(): the member, or what is known of them, is another.
    """

    ticked = Signal(int)
    expired = Signal()
    changed = Signal()

    def __init__(self, clock: Clock, idle_s: int) -> None:
        super().__init__()
        self._clock, self._idle_s = clock, idle_s
        self._touched_ms = 0
        self.number = 0
        """Another one for each session: an answer to an older one's question is nobody's."""
        self.visit: Visit | None = None
        self.mine: Mine | None = None
        self.open = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)

    @property
    def member(self) -> MemberView | None:
        """Who stands here, as far as is known."""
        return self.visit.member if self.visit is not None else None

    @property
    def proof(self) -> Proof:
        """How they showed it."""
        if self.member is None:
            return Proof.NOBODY
        return Proof.PROVED if self.member.proven else Proof.CARD

    @property
    def left_s(self) -> int:
        """Seconds until it is over."""
        return max(0, self._idle_s - (self._clock.mono_ms() - self._touched_ms) // 1000)

    def begin(self) -> None:
        """Somebody is here."""
        if not self.open:
            self.number += 1
            self.open = True
            self._timer.start()
        self.touch()

    def touch(self) -> None:
        """A hand moved, a code was read."""
        self._touched_ms = self._clock.mono_ms()
        if self.open:
            self.ticked.emit(self.left_s)

    def is_member(self, visit: Visit) -> None:
        """It is them."""
        self.begin()
        self.visit, self.mine = visit, None
        self.changed.emit()

    def knows(self, mine: Mine) -> None:
        """What they have and may do, as it stands now."""
        self.mine = mine
        self.changed.emit()

    def end(self) -> None:
        """Nobody is here any more."""
        self.number += 1
        self.open = False
        self._timer.stop()
        self.visit = self.mine = None

    def look(self) -> None:
        """A second has passed."""
        if not self.open:
            return
        left = self.left_s
        self.ticked.emit(left)
        if left == 0:
            self.expired.emit()
