"""What the room may look at while nothing is drawn: arrivals, photos, the schedule of an evening."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.ui.stage.scene import Scene


class Backdrop(QObject):
    """One of them; the console chooses among them (Ctrl B).

    Signals:
        changed(): `scene()` is another one.
    """

    changed = Signal()

    def word(self) -> str:
        """What it is called at the console, in the language in force."""
        raise NotImplementedError

    def scene(self) -> Scene:
        """What is to be seen now."""
        raise NotImplementedError

    def begin(self) -> None:
        """The room looks at it from now on: whatever it waits for is asked for now."""

    def rest(self) -> None:
        """The room looks at something else."""
