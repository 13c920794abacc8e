"""What printers are asked on the line and what they answer, language by language."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.documents.printers import Language
from tests.shared.printing.streams import STREAMS, Command


@dataclass(frozen=True, slots=True)
class Condition:
    """How a printer is."""

    paper_out: bool = False
    paper_low: bool = False
    cover_open: bool = False
    cutter: bool = False
    too_hot: bool = False
    fault: bool = False
    """Something that it has no name for."""

    @property
    def offline(self) -> bool:
        """It prints nothing."""
        return self.paper_out or self.cover_open or self.cutter or self.too_hot or self.fault


class Talk:
    """One connection's stream, and the printer's side of what is asked on it."""

    asked: frozenset[str] = frozenset()
    """Commands that are questions and no part of a job."""
    waiting: frozenset[str] = frozenset()
    """Of these the ones that are answered when everything before them has come out."""
    last: str = ""
    """The command that ends every job, "" where none does."""

    def __init__(self, language: Language, code_page: str) -> None:
        self._stream = STREAMS[language](code_page)

    def feed(self, data: bytes) -> list[Command]:
        """What has come whole. Raises NoCommand."""
        return self._stream.feed(data)

    @property
    def rest(self) -> bytes:
        """The beginning of a command that has not come whole."""
        return self._stream.rest

    def taken(self, command: Command) -> None:
        """A part of a job was printed."""

    def answer(self, question: Command, condition: Condition) -> bytes:
        """What the printer says to a question, b"" where it has nothing to say."""
        raise NotImplementedError


class _EscPos(Talk):
    asked = frozenset({"DLE EOT", "DLE DC4", "GS r"})
    waiting = frozenset({"GS r"})

    def answer(self, question: Command, condition: Condition) -> bytes:
        if question.name == "GS r":
            return bytes([0x0C * condition.paper_out | 0x03 * condition.paper_low])
        if question.name == "DLE DC4":
            return b"7%\x00"
        failed = condition.cutter or condition.too_hot or condition.fault
        said = {
            1: 0x08 * condition.offline,
            2: 0x04 * condition.cover_open | 0x20 * condition.paper_out | 0x40 * failed,
            3: 0x08 * condition.cutter | 0x20 * condition.fault | 0x40 * condition.too_hot,
            4: 0x0C * condition.paper_low | 0x60 * condition.paper_out,
        }
        which = question.arguments[0]
        return bytes([0x12 | said[which]]) if which in said else b""


class _Zpl(Talk):
    asked = frozenset({"~HS"})
    last = "^XZ"

    def answer(self, question: Command, condition: Condition) -> bytes:
        out, up, hot = map(int, (condition.paper_out, condition.cover_open, condition.too_hot))
        lines = (
            f"030,{out},{int(condition.offline)},0406,000,0,0,0,000,0,0,{hot}",
            f"000,0,{up},0,0,2,4,0,00000000,1,000",
            "0000,0",
        )
        return "".join(f"\x02{line}\x03\r\n" for line in lines).encode()


class _Tspl(Talk):
    asked = frozenset({"ESC ! ?"})
    last = "PRINT"

    def __init__(self, language: Language, code_page: str) -> None:
        super().__init__(language, code_page)
        self._busy = False

    def taken(self, command: Command) -> None:
        self._busy = self._busy or command.name == "PRINT"

    def answer(self, question: Command, condition: Condition) -> bytes:
        said = 0x04 * condition.paper_out | 0x01 * condition.cover_open
        said |= 0x80 * (condition.fault or condition.too_hot or condition.cutter)
        busy, self._busy = self._busy, False  # for as long as one question
        return bytes([said or 0x20 * busy])


_KINDS = {Language.ESCPOS: _EscPos, Language.ZPL: _Zpl, Language.TSPL: _Tspl}


def talk(language: Language, code_page: str) -> Talk:
    """For one connection to a printer of that language."""
    return _KINDS[language](language, code_page)
