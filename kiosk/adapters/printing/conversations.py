"""What printers of a language are asked, and what their answers mean: how they are, and whether a job came out."""

from __future__ import annotations

import re
import time
from typing import Protocol

from kiosk.adapters.printing.connections import Connection, Patience
from kiosk.domain.documents.printers import Language, Reached, Sent, Trouble

STILL_PRINTS = frozenset({None, Trouble.PAPER_LOW})
"""How a printer may be and take a job."""


class Conversation(Protocol):
    """Talks with a printer of one language. OSErrors of the connection come through."""

    def condition(self, connection: Connection) -> Trouble | None:
        """How the printer is; SILENT where it does not answer, GARBAGE where what it says is no answer."""

    def outcome(self, connection: Connection) -> Sent:
        """Whether the job just handed over came out. Waits for it."""

    def forget(self, connection: Connection) -> None:
        """Have the printer throw away what it holds of a job that was broken off: it may still wait for the rest of a
        picture, and take the next job for it."""


def conversation(language: Language, patience: Patience) -> Conversation:
    """The one of a language. ValueError: of a system's printers."""
    if language is Language.ESCPOS:
        return _EscPos(patience)
    if language is Language.ZPL:
        return _Zpl(patience)
    if language is Language.TSPL:
        return _Tspl(patience)
    raise ValueError(f"nothing is asked of {language} printers")


def _sent_all(connection: Connection, question: bytes, within: float) -> bool:
    """Hand a question over."""
    while question:
        if not (taken := connection.write(question, within)):
            return False
        question = question[taken:]
    return True


_FLOW = bytes([0x11, 0x13])
"""XON, XOFF: never a part of an answer."""


def _class_of(mask: int, value: int) -> bytes:
    return b"[" + b"".join(re.escape(bytes([byte])) for byte in range(256) if byte & mask == value) + b"]"


_BY_ITSELF = re.compile(_class_of(0x93, 0x10) + _class_of(0x90, 0x00) + b"{3}", re.DOTALL)
"""Automatic status back: four bytes that a printer sends unasked when something about it changes (the drawer, the
paper, the cover) once any program, or another till that shares the printer, has switched that on (GS a)."""


def _answered(heard: bytes) -> bytes:
    """What of it answers a question."""
    return _BY_ITSELF.sub(b"", heard.translate(None, _FLOW))


class _EscPos:
    """DLE EOT is answered at once, whatever the printer does; GS r when everything before it was printed and cut."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience

    def condition(self, connection: Connection) -> Trouble | None:
        """See `Conversation`."""
        said: dict[int, int] = {}
        for which in (1, 2, 3, 4):
            answer = self._asked(connection, which)
            if isinstance(answer, Trouble):
                # from the second on: cheap printers know the first question only
                return answer if which == 1 else self._meaning(said)
            said[which] = answer
        return self._meaning(said)

    def _asked(self, connection: Connection, which: int) -> int | Trouble:
        garbage = False
        for _ in range(2):  # what it said before may still be on the way
            connection.read(0)
            if not _sent_all(connection, b"\x10\x04" + bytes([which]), self._patience.answer_s):
                return Trouble.SILENT
            heard = connection.read(self._patience.answer_s)
            answer = _answered(heard)
            if len(answer) == 1 and answer[0] & 0x93 == 0x12:
                return answer[0]
            garbage = garbage or bool(answer)
            if not heard:
                break
        return Trouble.GARBAGE if garbage else Trouble.SILENT

    @staticmethod
    def _meaning(said: dict[int, int]) -> Trouble | None:
        printer, offline, error, paper = (said.get(which, 0) for which in (1, 2, 3, 4))
        if paper & 0x60 or offline & 0x20:
            return Trouble.PAPER_OUT
        if offline & 0x04:
            return Trouble.COVER_OPEN
        if error & 0x08:
            return Trouble.CUTTER
        if error & 0x40:
            return Trouble.TOO_HOT
        if error & 0x24 or offline & 0x40 or printer & 0x08:
            return Trouble.FAULT
        return Trouble.PAPER_LOW if paper & 0x0C else None

    def forget(self, connection: Connection) -> None:
        """See `Conversation`. DLE DC4 is obeyed in the middle of a picture too."""
        _sent_all(connection, b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", self._patience.answer_s)
        connection.read(min(self._patience.poll_s, self._patience.answer_s))

    def outcome(self, connection: Connection) -> Sent:
        """See `Conversation`."""
        if not _sent_all(connection, b"\x1dr\x01", self._patience.stall_s):
            return Sent(Reached.PART, Trouble.SILENT)
        until = time.monotonic() + self._patience.come_out_s
        asked = 1
        while time.monotonic() < until:
            heard = connection.read(self._patience.poll_s)
            answer = _answered(heard)
            came_out = bytes(byte for byte in answer if byte & 0x93 != 0x12)  # an answer to DLE EOT may be late
            # what was asked again while it printed is answered all at once, when it is done
            if 0 < len(came_out) <= asked and all(byte & 0x90 == 0 for byte in came_out):
                if came_out[-1] & 0x0C:
                    return Sent(Reached.PART, Trouble.PAPER_OUT)
                return Sent(Reached.PRINTED, Trouble.PAPER_LOW if came_out[-1] & 0x03 else None)
            if came_out:
                return Sent(Reached.PART, Trouble.GARBAGE)
            if not heard:
                if (trouble := self._still(connection)) not in STILL_PRINTS:
                    return Sent(Reached.PART, trouble)
                asked += 1
        return Sent(Reached.PART, Trouble.SILENT)

    def _still(self, connection: Connection) -> Trouble | None:
        """How it is while it prints; what it says of the job meanwhile is not lost, as it is asked again."""
        trouble = self.condition(connection)
        if trouble in STILL_PRINTS:
            _sent_all(connection, b"\x1dr\x01", self._patience.stall_s)
        return trouble


class _Zpl:
    """~HS is answered in the order in which the printer reads: behind a job it knows of it."""

    _ANSWER = re.compile(
        rb"\x02(\d{3}),([01]),([01]),\d+,(\d+),([01]),[01],([01]),\d*,([01]),([01]),([01])\x03\s*"
        rb"\x02\d+,[01],([01]),([01]),[01],\w,\w,[01],(\d+),[01],\d*\x03\s*\x02\w+,[01]\x03"
    )

    _BEGINS = re.compile(rb"\s*\x02(\d|$)")

    def __init__(self, patience: Patience) -> None:
        self._patience = patience

    def condition(self, connection: Connection) -> Trouble | None:
        """See `Conversation`."""
        answer = self._asked(connection)
        return answer if isinstance(answer, Trouble) else self._meaning(answer)

    def outcome(self, connection: Connection) -> Sent:
        """See `Conversation`."""
        until = time.monotonic() + self._patience.come_out_s
        while time.monotonic() < until:
            answer = self._asked(connection)
            if isinstance(answer, Trouble):
                return Sent(Reached.PART, answer)
            if trouble := self._meaning(answer):
                return Sent(Reached.PART, trouble)
            waiting, partial, left = int(answer[4]), answer[6] == b"1", int(answer[12])
            if not waiting and not partial and not left:
                return Sent(Reached.PRINTED)
            connection.read(self._patience.poll_s)
        return Sent(Reached.PART, Trouble.SILENT)

    def forget(self, connection: Connection) -> None:
        """See `Conversation`. A label that was broken off ends where the next begins."""

    def _asked(self, connection: Connection) -> re.Match[bytes] | Trouble:
        connection.read(0)
        if not _sent_all(connection, b"~HS", self._patience.answer_s):
            return Trouble.SILENT
        said = b""
        until = time.monotonic() + self._patience.answer_s
        while (left := until - time.monotonic()) > 0 and len(said) < 1000:
            more = connection.read(left)
            said += more
            if found := self._ANSWER.search(said):
                return found
            if not more or not self._BEGINS.match(said):
                break
        return Trouble.GARBAGE if said else Trouble.SILENT

    @staticmethod
    def _meaning(answer: re.Match[bytes]) -> Trouble | None:
        if answer[2] == b"1":
            return Trouble.PAPER_OUT
        if answer[10] == b"1":
            return Trouble.COVER_OPEN
        if answer[9] == b"1":
            return Trouble.TOO_HOT
        # paused by hand, ribbon out, memory broken
        return Trouble.FAULT if b"1" in (answer[3], answer[7], answer[11]) else None


class _Tspl:
    """<ESC>!? is answered at once. A printer that was seen printing and then is idle has printed."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience

    def condition(self, connection: Connection) -> Trouble | None:
        """See `Conversation`."""
        answer = self._asked(connection)
        return answer if isinstance(answer, Trouble) else self._meaning(answer)

    def outcome(self, connection: Connection) -> Sent:
        """See `Conversation`."""
        until = time.monotonic() + self._patience.come_out_s
        begun = time.monotonic() + self._patience.answer_s
        seen = False
        while (now := time.monotonic()) < until:
            answer = self._asked(connection)
            if isinstance(answer, Trouble):
                return Sent(Reached.PART, answer)
            if trouble := self._meaning(answer):
                return Sent(Reached.PART, trouble)
            if answer & 0x20:
                seen = True
            elif seen:
                return Sent(Reached.PRINTED)
            elif now > begun:
                return Sent(Reached.ALL)
            connection.read(min(self._patience.poll_s, 0.05))
        return Sent(Reached.PART, Trouble.SILENT)

    def forget(self, connection: Connection) -> None:
        """See `Conversation`. Nothing but switching it off would do."""

    def _asked(self, connection: Connection) -> int | Trouble:
        connection.read(0)
        if not _sent_all(connection, b"\x1b!?", self._patience.answer_s):
            return Trouble.SILENT
        answer = connection.read(self._patience.answer_s)
        if not answer:
            return Trouble.SILENT
        known = len(answer) == 1 and answer[0] & 0x40 == 0 and answer[0] & 0x30 != 0x30
        return answer[0] if known else Trouble.GARBAGE

    @staticmethod
    def _meaning(answer: int) -> Trouble | None:
        if answer & 0x04:
            return Trouble.PAPER_OUT
        if answer & 0x01:
            return Trouble.COVER_OPEN
        return Trouble.FAULT if answer & ~0x20 else None
