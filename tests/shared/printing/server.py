"""A printer that is not there: TCP 9100 with status answers, and faults on demand.

    with FakePrinter() as printer:                    # or FakePrinter(Language.ZPL), FakePrinter(Language.TSPL)
        setup = Printer(…, address=printer.address, language=printer.language)
        printer.condition = Condition(cover_open=True)      # what it answers when asked; it prints nothing then
        printer.fault = Fault.drop_in(after=30)             # every connection from now on; NONE ends it
        printer.fault = every(3, Fault.drop_in(after=30))   # the third, the sixth, …
        printer.refuse() … printer.accept()                 # off and on again, on the same port
        printer.papers                                      # what lies in the tray

`papers` tells the truth about what came out, whatever was said on the line: `data` is the job without questions,
`whole` that all of it was printed. A job that was broken off is a paper that is not whole; where not a byte of a job
came, there is no paper. A paper lies there before the printer says that it came out; one that it does not speak of,
when its connection is over (`wait`).

It has one thread, which waits for nothing but sockets. What it is sent must be understood: `complaints` holds what was
not, and leaving the `with` raises it.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.domain.documents.printers import Language
from kiosk.listening import listening
from tests.shared.printing.answers import Condition, Talk, talk
from tests.shared.printing.streams import Command, NoCommand

__all__ = ["NONE", "Condition", "FakePrinter", "Fault", "Paper", "every"]

_HANGS_S = 60
"""How long a test that waits for papers in vain stands."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with a connection. Made by its class methods."""

    drop_at: int | None = None
    drop_at_end_: bool = False
    mute_at: int | None = None
    garbage: bytes = b""
    paper_out_at: int | None = None
    piece: int = 65_536
    pause_s: float = 0.0

    @classmethod
    def drop_before(cls) -> Fault:
        """The connection is dropped as soon as it is made."""
        return cls(drop_at=-1)

    @classmethod
    def drop_in(cls, after: int = 30) -> Fault:
        """The connection is dropped when more than so many bytes of the job came (a shorter job comes through)."""
        return cls(drop_at=after)

    @classmethod
    def drop_at_end(cls) -> Fault:
        """All comes out; then the connection is dropped, and what was asked behind the job is not answered."""
        return cls(drop_at_end_=True)

    @classmethod
    def mute(cls, after: int = 0) -> Fault:
        """Takes everything, prints, and never answers once so many bytes of a job came (0: not at all)."""
        return cls(mute_at=after)

    @classmethod
    def says(cls, garbage: bytes = b"HTTP/1.1 400 Bad Request\r\n\r\n") -> Fault:
        """Answers every question with that: something else than a printer is there."""
        return cls(garbage=garbage)

    @classmethod
    def paper_out(cls, after: int = 30) -> Fault:
        """The roll ends when so many bytes of the job came: nothing of the rest comes out, and from then on the
        printer says so until somebody sets `condition` anew."""
        return cls(paper_out_at=after)

    @classmethod
    def slow(cls, piece: int = 64, pause_s: float = 0.001) -> Fault:
        """Takes so many bytes at a time, with a pause after each."""
        return cls(piece=piece, pause_s=pause_s)


NONE = Fault()


def every(nth: int, fault: Fault) -> Callable[[int], Fault]:
    """That fault for every nth connection, counted from 1."""
    return lambda number: fault if number % nth == 0 else NONE


@dataclass(frozen=True, slots=True)
class Paper:
    """What came out: the bytes of a job as far as they were printed. `connection` counts from 1."""

    data: bytes
    whole: bool
    connection: int


class _Dropped(Exception):
    """The connection is dropped by the printer."""


@dataclass
class _Line:
    """One connection under way. `job`: what was printed of the job; `taken`: what came of it."""

    number: int
    fault: Fault
    talk: Talk
    job: bytes = b""
    taken: int = 0
    printing: bool = True
    last: str = ""


@dataclass
class FakePrinter:
    """See the module. `tells`: False for a printer that never answers. `code_page`: "gb18030" or "big5", of one that
    has such characters. `drawer`: how often it opened the drawer; `asked`: how many questions it heard; `cleared`: how
    often it was told to throw away what was left of another job."""

    language: Language = Language.ESCPOS
    code_page: str = ""
    tells: bool = True
    condition: Condition = field(default_factory=Condition)
    fault: Fault | Callable[[int], Fault] = NONE
    connections: int = 0
    drawer: int = 0
    asked: int = 0
    cleared: int = 0
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._papers: list[Paper] = []
        self._changed = threading.Condition()
        self._conn: socket.socket | None = None
        self._port = 0
        self._thread: threading.Thread | None = None
        self._over = threading.Event()

    def __enter__(self) -> FakePrinter:
        self.accept()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.refuse()
        if kind is None and self.complaints:
            raise AssertionError("; ".join(self.complaints))

    @property
    def address(self) -> str:
        """As in a printer's settings."""
        return f"tcp://127.0.0.1:{self._port}"

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What lies in the tray, in the order in which it came out."""
        with self._changed:
            return tuple(self._papers)

    def wait(self, papers: int) -> tuple[Paper, ...]:
        """What lies in the tray as soon as it is so many pieces."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._papers) >= papers, _HANGS_S)
            return tuple(self._papers)

    def accept(self) -> None:
        """Switch it on, on the port it had before."""
        self._over.clear()
        listener = listening("127.0.0.1", self._port)
        self._port = listener.getsockname()[1]
        listener.listen(16)
        self._thread = threading.Thread(target=self._run, args=(listener,), name="fake printer", daemon=True)
        self._thread.start()

    def refuse(self) -> None:
        """Switch it off: connections are refused, one under way is dropped."""
        if self._thread is None:
            return
        self._over.set()
        with self._changed:
            if self._conn is not None:
                _reset(self._conn)
                with contextlib.suppress(OSError):
                    self._conn.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError):  # it may have ended by itself just now
            socket.create_connection(("127.0.0.1", self._port), _HANGS_S).close()
        self._thread.join()
        self._thread = None

    def _run(self, listener: socket.socket) -> None:
        with listener:
            while not self._over.is_set():
                conn, _ = listener.accept()
                with conn:
                    with self._changed:
                        if self._over.is_set():
                            return
                        self._conn = conn
                    self.connections += 1
                    self._serve(conn)
                    with self._changed:
                        self._conn = None

    def _serve(self, conn: socket.socket) -> None:
        fault = self.fault if isinstance(self.fault, Fault) else self.fault(self.connections)
        line = _Line(self.connections, fault, talk(self.language, self.code_page))
        try:
            if fault.drop_at == -1:
                raise _Dropped
            while data := conn.recv(fault.piece):
                if fault.pause_s:
                    self._over.wait(fault.pause_s)
                self._take(conn, line, data)
            self._out(line, whole=not line.talk.rest and line.last == (line.talk.last or line.last))
        except (NoCommand, _Dropped) as error:
            if isinstance(error, NoCommand):
                self.complaints.append(str(error))
            _reset(conn)
        except OSError:
            pass  # whoever sent has dropped it
        self._out(line, whole=False)

    def _take(self, conn: socket.socket, line: _Line, data: bytes) -> None:
        """Bytes as they come."""
        for command in line.talk.feed(data):
            if command.name in line.talk.asked:
                self._answer(conn, line, command)
            else:
                self._print(line, command)
        limit = line.fault.drop_at
        if limit is not None and line.taken + len(line.talk.rest) > limit:
            line.job += line.talk.rest[: limit - line.taken]
            raise _Dropped

    def _print(self, line: _Line, command: Command) -> None:
        fault, before = line.fault, line.taken
        line.taken += len(command.raw)
        if fault.paper_out_at is not None and line.taken > fault.paper_out_at and line.printing:
            self.condition = replace(self.condition, paper_out=True)
        line.printing = line.printing and not self.condition.offline
        if fault.drop_at is not None and line.taken > fault.drop_at:
            line.job += command.raw[: fault.drop_at - before] if line.printing else b""
            raise _Dropped
        if line.printing:
            line.job += command.raw
            line.last = command.name if command.name != "space" else line.last
            line.talk.taken(command)
            self.drawer += command.name == "ESC p"
            if line.talk.last == command.name:
                self._out(line, whole=True)

    def _answer(self, conn: socket.socket, line: _Line, question: Command) -> None:
        self.asked += 1
        self.cleared += question.name == "DLE DC4"
        fault = line.fault
        if question.name in line.talk.waiting:
            if not line.printing:
                return
            self._out(line, whole=True)
        if fault.drop_at_end_ and line.taken:
            raise _Dropped
        if self.tells and (fault.mute_at is None or line.taken < fault.mute_at):
            conn.sendall(fault.garbage or line.talk.answer(question, self.condition))

    def _out(self, line: _Line, *, whole: bool) -> None:
        """What was printed lies in the tray."""
        job, line.job = line.job, b""
        if not job.strip():
            return
        with self._changed:
            self._papers.append(Paper(job, whole and line.printing, line.number))
            self._changed.notify_all()


def _reset(conn: socket.socket) -> None:
    """Let a connection end as after a pulled cable or a crash: with a reset."""
    with contextlib.suppress(OSError):
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
