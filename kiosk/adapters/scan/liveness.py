"""Whether a camera sees anything: some go on giving the last picture, or a black one, when they are gone.

The noise of a sensor makes two real pictures differ in some pixel, however still the scene. Files and pictures handed
over are still on purpose: nobody looks at them with this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SECONDS = 5.0
"""How long pictures may be the same, or black, before the camera counts as lost."""
_BLACK_MEAN = 4.0
_BLACK_MOST = 24


class Liveness:
    """Looks at every picture of one camera. Kept while the camera is opened again: one that was lost is back with the
    first picture that is another, and not black."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._last: NDArray[np.uint8] | None = None
        self._since: float | None = None
        self._lost = False

    def look(self, gray: NDArray[np.uint8], now: float) -> str:
        """A picture, taken at `now` (monotonic seconds). Gives why the camera is lost, "" while it is not."""
        why = self._dead(gray)
        if self._since is None or not why:
            self._since = now
        self._last = gray
        if not why:
            self._lost = False
        elif now - self._since >= self._seconds:
            self._lost = True
        return why if self._lost else ""

    def _dead(self, gray: NDArray[np.uint8]) -> str:
        import numpy as np

        if int(gray.max(initial=0)) <= _BLACK_MOST and float(gray.mean()) <= _BLACK_MEAN:
            return "its picture is black"
        if self._last is not None and self._last.shape == gray.shape and np.array_equal(self._last, gray):
            return "its picture does not change"
        return ""
