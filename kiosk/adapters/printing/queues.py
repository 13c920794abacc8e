"""Receipt and label printers behind a queue of the system: it is handed the bytes as they are, in the printer's own
language. On Windows most printers with a USB plug are reached in no other way."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable

from kiosk.adapters.printing.connections import Patience
from kiosk.adapters.printing.labels import pieces
from kiosk.adapters.printing.rendering import Renderer
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.printers import Reached, Sent, Trouble
from kiosk.processes import start_fed

if sys.platform == "win32":
    from kiosk.adapters.printing.windows_queues import spooled, trouble_of_queue


class QueueDevice:
    """A queue of CUPS or Windows. What it took is not known to be on paper: the system prints it when it can."""

    def __init__(self, renderer: Renderer, queue: str, patience: Patience) -> None:
        self._renderer = renderer
        self._queue = queue
        self._patience = patience
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def render(self, document: Document) -> bytes:
        """See `Device`."""
        return self._renderer.render(document)

    def pieces(self, data: bytes) -> int:
        """See `Device`."""
        return pieces(data)

    def send(self, data: bytes, starting: Callable[[], None]) -> Sent:
        """See `Device`."""
        if (trouble := self.status()) is not None:
            return Sent(Reached.NOTHING, trouble)
        starting()
        if sys.platform == "win32":
            return spooled(self._queue, data)
        return self._spooled_by_cups(data)

    def status(self) -> Trouble | None:
        """See `Device`."""
        if self._closed:
            return Trouble.UNREACHABLE
        if sys.platform == "win32":
            return trouble_of_queue(self._queue)
        if (lpstat := shutil.which("lpstat")) is None:
            return Trouble.UNREACHABLE
        return None if self._run([lpstat, "-p", self._queue], b"") == 0 else Trouble.UNREACHABLE

    def close(self) -> None:
        """See `Device`."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def _spooled_by_cups(self, data: bytes) -> Sent:
        # a queue takes a job when it has come whole, and no part of it
        code = self._run(
            [shutil.which("lp") or "lp", "-s", "-d", self._queue, "-o", "raw", "-t", "kiosk", "--", "-"], data
        )
        if code is None:
            return Sent(Reached.PART, Trouble.SILENT)
        return Sent(Reached.NOTHING, Trouble.UNREACHABLE) if code else Sent(Reached.ALL)

    def _run(self, command: list[str], data: bytes) -> int | None:
        """Its exit code; None: it did not end in time, or was not let."""
        try:
            with self._lock:
                if self._closed:
                    return 1
                process = self._process = start_fed(command)
        except OSError:
            return 1
        with process:
            try:
                process.communicate(data, self._patience.stall_s)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                return None
            except OSError:  # it took none of it
                process.wait()
            finally:
                with self._lock:
                    self._process = None
        return None if self._closed else process.returncode
