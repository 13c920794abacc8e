"""Collects reference cycles on the GUI thread only.

Python's collector runs on whichever thread happens to allocate. Widgets are often part of cycles (a signal connected to
a bound method is enough), and Qt aborts or crashes when a widget is destroyed on another thread than its own. So the
automatic collector is off while a station is up, and this one looks, from the GUI thread, whether it would have run.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 500


class GarbageCollector(QObject):
    """Takes the automatic collector's place from `start` to `stop`. Lives in the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self._thresholds = gc.get_threshold()
        self._was_on = gc.isenabled()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Switch the automatic collector off."""
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Collect what is left, on this thread, and give collecting back to whoever had it."""
        gc.collect()
        self.rest()

    def rest(self) -> None:
        """Collect what is due, on this thread, and give collecting back."""
        self._timer.stop()
        self.look()
        if self._was_on:
            gc.enable()

    def look(self) -> None:
        """Collect the oldest generation that is due, as the automatic collector would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
