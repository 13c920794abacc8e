"""The till bridge over files, for tills that cannot speak HTTP.

    in/ID.basket.json   in/ID.paid.json   in/ID.cancelled.json   written by the till
    taken/                                                       what the terminal works on
    out/ID.basket.json  …                                        the answer, written by the terminal, taken by the till
    done/                                                        what was answered
    bad/                                                         what could not be read, each with NAME.reason.json

Either side writes a file under a name that the other does not look at, and renames it: a file with a name that counts
is whole. The answer is durable before its request leaves taken/; a terminal that died in between answers it again,
which the use cases make harmless.
"""

from __future__ import annotations

import logging
import re
import stat
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from kiosk.adapters.till.actions import Action, Answered, perform, problem
from kiosk.application.till.bridge import TillBridge
from kiosk.files import write_whole
from kiosk.protocol import till as m

INTERVAL_S = 0.2
KEPT = 2_000
"""Files that stay in out/, done/ and bad/, the newest ones: nobody tidies up at a till."""
_TIDY_EVERY = 200

_NAME = re.compile(r"(?P<id>.+)\.(?P<action>basket|paid|cancelled)\.json")
_ORDER = (Action.BASKET, Action.PAID, Action.CANCELLED)

log = logging.getLogger(__name__)


class TillDrop:
    """Answers what lies in the folder. `poll` does one round; `start` does rounds in a thread until `close`."""

    def __init__(
        self, bridge: TillBridge, folder: Path, *, wait: Callable[[threading.Event], bool] | None = None
    ) -> None:
        """Makes the folders. `wait`: pauses between two rounds, True when it is over. Raises OSError."""
        self._bridge = bridge
        self._in, self._taken = folder / "in", folder / "taken"
        self._out, self._done, self._bad = folder / "out", folder / "done", folder / "bad"
        for place in (self._in, self._taken, self._out, self._done, self._bad):
            # whoever may write here may redeem: only the account that the terminal runs under
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._stopping = threading.Event()
        self._wait = wait or (lambda stopping: stopping.wait(INTERVAL_S))
        self._thread = threading.Thread(target=self._work, name="till-drop", daemon=True)
        self._since_tidy = _TIDY_EVERY
        self._said = ""

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def close(self) -> None:
        """Finish the file in hand and end."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                self.poll()
            except OSError as error:
                self._say(error)
            if self._wait(self._stopping):
                return

    def poll(self) -> int:
        """Answer everything that lies there, oldest first; how many files that were. What cannot be answered now, or
        not put away, is tried again in the next round. Raises OSError when the folder cannot be listed."""
        for path in self._in.iterdir():
            if path.suffix == ".json":
                self._try(partial(path.replace, self._taken / path.name))
        waiting = self._waiting()
        answered = sum(self._try(partial(self._finish, path)) for path in waiting)
        if answered == len(waiting):
            self._said = ""
        self._since_tidy += answered
        if self._since_tidy >= _TIDY_EVERY:
            self._since_tidy = 0
            for place in (self._out, self._done, self._bad):
                self._tidy(place)
        return answered

    def _try(self, step: Callable[[], object]) -> bool:
        """One file must not stop the others: a full disk, a file that another program holds open (Windows)."""
        try:
            return step() is not False
        except FileNotFoundError:
            return False  # taken back
        except OSError as error:
            self._say(error)
            return False

    def _say(self, error: OSError) -> None:
        if str(error) != self._said:  # every round has the same trouble
            log.error("the till's folder: %s", error)
            self._said = str(error)

    def _waiting(self) -> list[Path]:
        """What was taken. One transaction's files are in the order they make sense in, whatever the times of files say,
        which may be as coarse as two seconds."""
        found: list[tuple[int, str, int, Path]] = []
        for path in self._taken.iterdir():
            name = _NAME.fullmatch(path.name)
            place = _ORDER.index(Action(name["action"])) if name else 0
            found.append((path.lstat().st_mtime_ns, name["id"] if name else "", place, path))
        first: dict[str, int] = {}
        for at, till, _, _ in found:
            first[till] = min(at, first.get(till, at))
        return [path for *_, path in sorted(found, key=lambda row: (first[row[1]], row[1], row[2]))]

    def _finish(self, path: Path) -> bool:
        """Answer one file and put it away. False when the ledger cannot do it now."""
        name = _NAME.fullmatch(path.name)
        answered = self._answer(path, name["id"], Action(name["action"])) if name else _UNKNOWN_NAME
        if answered.status == 503:
            return False
        body = msgspec.json.format(msgspec.json.encode(_file(answered)), indent=1)
        if name:
            write_whole(self._out / path.name, body)
        unreadable = isinstance(answered.message, m.Problem) and answered.message.type in _UNREADABLE
        if unreadable:
            write_whole(self._bad / f"{path.name}.reason.json", body)
        path.replace((self._bad if unreadable else self._done) / path.name)
        return True

    def _tidy(self, place: Path) -> None:
        files = []
        for path in place.iterdir():
            try:
                files.append((path.lstat().st_mtime_ns, path.name, path))
            except FileNotFoundError:
                continue  # the till took it
        for _, _, path in sorted(files)[:-KEPT]:
            self._try(partial(path.unlink, missing_ok=True))

    def _answer(self, path: Path, till: str, action: Action) -> Answered:
        if not stat.S_ISREG(path.lstat().st_mode):
            return problem("not_a_file", "a link or a folder is not followed", 400)
        with path.open("rb") as file:
            body = file.read(m.MAX_BODY + 1)
        return perform(self._bridge, action, till, body)


_UNREADABLE = frozenset({"malformed", "invalid", "invalid_id", "body_too_large", "unknown_name", "not_a_file"})
_UNKNOWN_NAME = problem("unknown_name", "a file is called ID.basket.json, ID.paid.json or ID.cancelled.json", 404)


def _file(answered: Answered) -> m.DropAnswer:
    if isinstance(answered.message, m.Problem):
        return m.DropAnswer(status=answered.status, problem=answered.message)
    return m.DropAnswer(status=answered.status, transaction=answered.message)
