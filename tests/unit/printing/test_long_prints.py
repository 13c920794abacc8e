"""A receipt printer is asked again and again while it prints, and answers all of it when the paper is out."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from kiosk.adapters.printing.connections import Patience
from kiosk.adapters.printing.conversations import conversation
from kiosk.domain.documents.printers import Language, Reached, Sent, Trouble

ASKED = b"\x1dr\x01"
PATIENCE = Patience(answer_s=0, stall_s=0, poll_s=0)


@dataclass
class LongPrint:
    """A connection to a printer that is done after so many questions whether the paper is out. DLE EOT it answers at
    once."""

    questions: int
    answer: int = 0
    asked: int = 0
    waiting: bytes = b""
    written: list[bytes] = field(default_factory=list)

    def write(self, data: bytes, within: float) -> int:
        self.written.append(data)
        if data == ASKED:
            self.asked += 1
            if self.asked == self.questions:
                self.waiting += bytes([self.answer]) * self.questions
        else:
            self.waiting += b"\x12"
        return len(data)

    def read(self, within: float) -> bytes:
        said, self.waiting = self.waiting, b""
        return said


@pytest.mark.parametrize("questions", [1, 2, 7])
@pytest.mark.parametrize(
    ("answer", "sent"),
    [
        (0, Sent(Reached.PRINTED)),
        (0x03, Sent(Reached.PRINTED, Trouble.PAPER_LOW)),
        (0x0C, Sent(Reached.PART, Trouble.PAPER_OUT)),
    ],
)
def test_so_many_answers_are_one(questions: int, answer: int, sent: Sent) -> None:
    line = LongPrint(questions, answer)
    assert conversation(Language.ESCPOS, PATIENCE).outcome(line) == sent  # type: ignore[arg-type]
