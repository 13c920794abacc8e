"""The till bridge over files, for tills that cannot speak HTTP.

    in/ID.basket.json, .paid.json, .returned.json, .charged.json, .cancelled.json   written by the till
    taken/                                                       what the terminal works on
    out/ID.basket.json  …                                        the answer, written by the terminal, taken by the till
    done/                                                        what was answered
    bad/                                                         what could not be read, each with NAME.reason.json

Either side writes a file under a name that the other does not look at, and renames it: a file with a name that counts,
in capitals or small letters, is whole. Any other file that stays as it is for a while is put aside and said, so that
nothing lies in in/ for ever. The answer is durable before its request leaves taken/; a terminal that died in between
answers it again, which the use cases make harmless.
"""

from __future__ import annotations

import hashlib
import itertools
import logging
import os
import re
import stat
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from kiosk.adapters.till.actions import Action, Answered, perform, problem
from kiosk.application.till.bridge import TillBridge
from kiosk.files import put_in_place, write_whole
from kiosk.owner_only import make_folder
from kiosk.protocol import till as m

INTERVAL_S = 0.2
KEPT = 2_000
"""Files that stay in out/, done/ and bad/, the newest ones: nobody tidies up at a till."""
_TIDY_EVERY = 200

SETTLED_S = 60.0
"""What has no name that counts, or cannot be read, and does not change for so long is not being written any more."""
_LONGEST_NAME = 180
"""Bytes of a name that leave room for what is added to it; file systems take 255."""

_NAME = re.compile(r"(?P<id>.+)\.(?P<action>basket|paid|returned|charged|cancelled)\.json", re.IGNORECASE)
_ORDER = (Action.BASKET, Action.PAID, Action.RETURNED, Action.CHARGED, Action.CANCELLED)

log = logging.getLogger(__name__)


class TillDrop:
    """Answers what lies in the folder. `poll` does one round; `start` does rounds in a thread until `close`."""

    def __init__(
        self,
        bridge: TillBridge,
        folder: Path,
        *,
        wait: Callable[[threading.Event], bool] | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Makes the folders. `wait`: pauses between two rounds, True when it is over. `seconds`: a monotonic clock.
        Raises OSError."""
        self._bridge = bridge
        self._folder = folder
        self._in, self._taken = folder / "in", folder / "taken"
        self._out, self._done, self._bad = folder / "out", folder / "done", folder / "bad"
        self._make_folders()
        self._stopping = threading.Event()
        self._wait = wait or (lambda stopping: stopping.wait(INTERVAL_S))
        self._thread = threading.Thread(target=self._work, name="till-drop", daemon=True)
        self._since_tidy = _TIDY_EVERY
        self._said = ""
        self._seconds = seconds
        self._lying: dict[Path, tuple[tuple[int, int], float]] = {}

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
        if self._folder.is_dir():  # one that is away, a disk that is not there, is looked for and not made up
            self._make_folders()
        lying = list(self._in.iterdir())
        self._lying = {path: seen for path, seen in self._lying.items() if path.parent != self._in or path in lying}
        for path in lying:
            if path.suffix.lower() == ".json" or self._settled(path):
                self._try(partial(_move, path, self._taken))
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

    def _make_folders(self) -> None:
        """Those that are not there: somebody may have tidied up. Raises OSError."""
        for place in (self._in, self._taken, self._out, self._done, self._bad):
            # whoever may write here may redeem: only the account that the terminal runs under
            make_folder(place)

    def _try(self, step: Callable[[], object]) -> bool:
        """One file must not stop the others: a full disk, a file that another program holds open (Windows)."""
        try:
            return step() is not False
        except FileNotFoundError:
            return False  # taken back
        except OSError as error:
            self._say(error)
            return False

    def _say(self, trouble: object) -> None:
        if str(trouble) != self._said:  # every round has the same trouble
            log.error("the till's folder: %s", trouble)
            self._said = str(trouble)

    def _settled(self, path: Path) -> bool:
        """Whether a file lies there unchanged long enough."""
        try:
            found = path.lstat()
        except FileNotFoundError:
            return False
        state, now = (found.st_size, found.st_mtime_ns), self._seconds()
        known, since = self._lying.get(path, (None, now))
        self._lying[path] = (state, since if known == state else now)
        return now - self._lying[path][1] >= SETTLED_S

    def _waiting(self) -> list[Path]:
        """What was taken. One transaction's files are in the order they make sense in, whatever the times of files say,
        which may be as coarse as two seconds."""
        found: list[tuple[int, str, int, Path]] = []
        for path in self._taken.iterdir():
            name = _NAME.fullmatch(path.name)
            place = _ORDER.index(Action(name["action"].lower())) if name else 0
            found.append((path.lstat().st_mtime_ns, name["id"] if name else "", place, path))
        first: dict[str, int] = {}
        for at, till, _, _ in found:
            first[till] = min(at, first.get(till, at))
        return [path for *_, path in sorted(found, key=lambda row: (first[row[1]], row[1], row[2]))]

    def _finish(self, path: Path) -> bool:
        """Answer one file and put it away. False when the ledger cannot do it now."""
        name = _NAME.fullmatch(path.name) if len(os.fsencode(path.name)) <= _LONGEST_NAME else None
        answered = self._answer(path, name["id"], Action(name["action"].lower())) if name else _UNKNOWN_NAME
        if answered.status == 503 and isinstance(answered.message, m.Problem):
            self._say(f"{answered.message.type}: {answered.message.title}")  # once, though it is tried every round
            return False
        if not name:
            log.warning("the till's folder: %s says nothing to the bridge and is put aside", ascii(path.name))
        body = msgspec.json.format(msgspec.json.encode(_file(answered)), indent=1)
        if name:
            self._write(self._out / path.name, body)
        unreadable = isinstance(answered.message, m.Problem) and answered.message.type in _UNREADABLE
        if unreadable:
            aside = _move(path, self._bad)
            self._write(aside.with_name(f"{aside.name}.reason.json"), body)
        else:
            _move(path, self._done)
        return True

    def _write(self, target: Path, body: bytes) -> None:
        """A file replaces the file of its name; a folder of that name makes room, or there would never be an answer."""
        if target.is_dir() and not target.is_symlink():
            log.warning("the till's folder: a folder stands where %s belongs and is put aside", ascii(target.name))
            _move(target, self._bad)
        write_whole(target, body, private=False)

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
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return _NOT_A_FILE
        try:
            with path.open("rb") as file:
                if not os.path.samestat(os.fstat(file.fileno()), found):
                    return _NOT_A_FILE  # a link was put in its place meanwhile
                body = file.read(m.MAX_BODY + 4)  # a byte order mark is not counted
        except OSError as error:
            if not self._settled(path):  # another program may hold it open (Windows)
                raise
            return problem("not_readable", "the file cannot be read", 403, error.strerror or "")
        try:
            return perform(self._bridge, action, till, body)
        except Exception:
            log.exception("the till bridge failed")
            return problem("fault", "the terminal made a mistake; its log says which", 500)


def _move(path: Path, place: Path) -> Path:
    """Put a file (or a folder, a link) into `place`, under its own name as far as that can be; where it is now. A file
    replaces the file of its name, and never a folder."""
    name = path.name
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f"{hashlib.sha256(os.fsencode(name)).hexdigest()[:32]}.json"
    target = place / name
    for number in itertools.count(2):
        folders = [one for one in (path, target) if one.is_dir() and not one.is_symlink()]
        if not folders or not (target.exists() or target.is_symlink()):
            break
        target = place / f"{number}-{name}"
    return put_in_place(path, target, patient=False)  # the next round tries again


_UNREADABLE = frozenset(
    {"malformed", "invalid", "invalid_id", "body_too_large", "unknown_name", "not_a_file", "not_readable", "fault"}
)
_NOT_A_FILE = problem("not_a_file", "a link or a folder is not followed", 400)
_UNKNOWN_NAME = problem("unknown_name", "a file is called ID.basket.json, ID.paid.json or ID.cancelled.json", 404)


def _file(answered: Answered) -> m.DropAnswer:
    if isinstance(answered.message, m.Problem):
        return m.DropAnswer(status=answered.status, problem=answered.message)
    return m.DropAnswer(status=answered.status, transaction=answered.message)
