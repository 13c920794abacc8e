"""What an outcome changes beside itself, said in one place; whoever shows it listens.

A use case's answer is shown by who asked for it. What else on the screen is not true any more is found here, from the
kind of the answer: no caller has to know who shows what.
"""

from __future__ import annotations

from enum import Flag, auto

from PySide6.QtCore import QObject, Signal

from kiosk.application.sales.outcomes import Redemption, Voided


class Changed(Flag):
    """What must be asked for again."""

    NOTHING = 0
    SALES = auto()
    """The last sales of this terminal."""
    PRICE = auto()
    """What the visit at the till is judged by: uses of coupons, histories."""


def changed_by(outcome: object) -> Changed:
    """What an answer changes. Refusals, approvals asked for and the like change nothing."""
    match outcome:
        case Redemption():
            return Changed.SALES
        case Voided():
            return Changed.SALES | Changed.PRICE
        case _:
            return Changed.NOTHING


class News(QObject):
    """Hands on what changed.

    Signals:
        changed(Changed): something has; never NOTHING.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._held = False
        self._waiting = Changed.NOTHING

    def tell(self, outcome: object) -> None:
        """An answer came."""
        self.say(changed_by(outcome))

    def say(self, changed: Changed) -> None:
        """Something changed."""
        if self._held:
            self._waiting |= changed
        elif changed:
            self.changed.emit(changed)

    def hold(self) -> None:
        """Keep it back: a verdict is to be painted first, and reading the ledger would compete with it."""
        self._held = True

    def release(self) -> None:
        """Hand on what was kept back."""
        self._held = False
        waiting, self._waiting = self._waiting, Changed.NOTHING
        self.say(waiting)
