"""One code read by two sources is one scan."""

from __future__ import annotations

from kiosk.domain.scan.codes_as_sent import as_written
from kiosk.domain.scan.events import ScanEvent, ScanSource


class OneScan:
    """A code that two sources read within `within_s` (camera and serial scanner, say) is one scan: the first counts.
    The same source reading it again is somebody's decision and counts."""

    def __init__(self, within_s: float = 1.5) -> None:
        self._within_s = within_s
        self._read: dict[str, tuple[ScanSource, float]] = {}

    def forget(self) -> None:
        """Whoever held the codes up has gone: none of them is kept."""
        self._read.clear()

    def is_new(self, scan: ScanEvent, now: float) -> bool:
        """Whether the scan counts. `now`: monotonic seconds of one clock for all sources."""
        text = as_written(scan.text)[0].strip()
        self._read = {key: seen for key, seen in self._read.items() if 0 <= now - seen[1] < self._within_s}
        known = self._read.get(text)
        if known is not None and known[0] is not scan.source:
            return False
        self._read[text] = scan.source, now
        return True
