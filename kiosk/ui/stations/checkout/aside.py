"""Sales that were put aside: one by mistake, for a while; and one of each clerk who is away from a locked station."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.application.sales.outcomes import Visit

KEPT_MS = 5 * 60_000
"""So long a sale that was put aside can be taken back."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A sale as it was: `typed` is how its amount was keyed in."""

    visit: Visit
    typed: str


class AsideShelf(QObject):
    """Holds the sale put aside last, until it is taken back or its time is over.

    Signals:
        changed(): there is one now, or none any more.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._aside: Aside | None = None
        self._away: dict[str, Aside] = {}
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(KEPT_MS)
        self.timer.timeout.connect(self.forget)

    @property
    def there(self) -> Aside | None:
        """What can be taken back."""
        return self._aside

    def put(self, aside: Aside) -> None:
        """Keep this one; one before is gone for good."""
        self._aside = aside
        self.timer.start()
        self.changed.emit()

    def take(self) -> Aside | None:
        """Give it back."""
        aside = self._aside
        self.forget()
        return aside

    def forget(self) -> None:
        """Nobody may see it any more."""
        self.timer.stop()
        if self._aside is not None:
            self._aside = None
            self.changed.emit()

    def forget_till(self, till: str) -> None:
        """The till cancelled that basket of its own."""
        if self._aside is not None and self._aside.visit.till == till:
            self.forget()
        self._away = {clerk: one for clerk, one in self._away.items() if one.visit.till != till}

    def keep_for(self, clerk: str, aside: Aside) -> None:
        """This clerk's sale waits behind the lock until they are back."""
        self._away[clerk] = aside

    def of(self, clerk: str) -> Aside | None:
        """Their sale, once."""
        return self._away.pop(clerk, None)
