"""Whatever a printer, or something else, answers: it is one of the outcomes, and nothing is said to be printed unless
the printer said so."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.printing.connections import Patience
from kiosk.adapters.printing.conversations import conversation
from kiosk.domain.documents.printers import Language, Reached, Trouble

AT_ONCE = Patience(connect_s=0, answer_s=0.001, stall_s=0.001, come_out_s=60, poll_s=0.0001, end_s=0)
LANGUAGES = [Language.ESCPOS, Language.ZPL, Language.TSPL]


class Answering:
    """A connection on which answers wait. `dead`: it takes nothing."""

    def __init__(self, answers: list[bytes], *, dead: bool = False) -> None:
        self._answers = list(answers)
        self._dead = dead
        self.asked = b""

    def open(self) -> None:
        pass

    def write(self, data: bytes, within: float) -> int:
        self.asked += b"" if self._dead else data
        return 0 if self._dead else len(data)

    def read(self, within: float) -> bytes:
        return self._answers.pop(0) if within and self._answers else b""

    def finish(self, within: float) -> None:
        pass

    def interrupt(self) -> None:
        pass

    def close(self) -> None:
        pass


def hs(paper: int = 0, pause: int = 0, waiting: int = 0, partial: int = 0, head: int = 0, left: int = 0) -> bytes:
    return (
        f"\x02030,{paper},{pause},0406,{waiting:03d},0,0,{partial},000,0,0,0\x03\r\n"
        f"\x02000,0,{head},0,0,2,4,0,{left:08d},1,000\x03\r\n\x020000,0\x03\r\n"
    ).encode()


ANSWERS = st.lists(
    st.one_of(
        st.binary(max_size=6),
        st.integers(0, 255).map(lambda value: bytes([value])),
        st.sampled_from([b"\x12", b"\x16", b"\x1a", b"\x00", b"\x0f", b"\x11\x13", b"7%\x00", b"HTTP/1.1 400\r\n"]),
        st.builds(hs, *[st.integers(0, 1)] * 6),
    ),
    max_size=12,
)


@given(ANSWERS, st.sampled_from(LANGUAGES), st.booleans())
def test_nothing_that_is_answered_is_more_than_a_trouble(answers: list[bytes], language: Language, dead: bool) -> None:
    talk = conversation(language, AT_ONCE)
    assert talk.condition(Answering(answers, dead=dead)) in (None, *Trouble)
    told = talk.outcome(Answering(answers, dead=dead))
    assert told.reached is not Reached.NOTHING
    if told.reached is Reached.PRINTED:
        said = b"".join(answers)
        if language is Language.ESCPOS:
            assert any(byte & 0x9C == 0 for byte in said)
        elif language is Language.ZPL:
            assert re.search(rb",000,0,0,0,.*00000000", said, re.DOTALL)
        else:
            assert any(0x20 <= answer[0] < 0x40 for answer in answers if len(answer) == 1)
            assert b"\x00" in answers


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_that_takes_nothing_is_silent(language: Language) -> None:
    talk = conversation(language, AT_ONCE)
    assert talk.condition(Answering([], dead=True)) is Trouble.SILENT
    assert talk.outcome(Answering([], dead=True)).reached is Reached.PART


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [
        ([b"\x12", b"\x12", b"\x12", b"\x12"], None),
        ([b"\x12"], None),  # one that knows the first question only
        ([b"\x1a"], Trouble.FAULT),
        ([b"\x1a", b"\x16", b"\x12", b"\x12"], Trouble.COVER_OPEN),
        ([b"\x1a", b"\x32", b"\x12", b"\x72"], Trouble.PAPER_OUT),
        ([b"\x1a", b"\x52", b"\x1a", b"\x12"], Trouble.CUTTER),
        ([b"\x1a", b"\x52", b"\x52", b"\x12"], Trouble.TOO_HOT),
        ([b"\x12", b"\x12", b"\x12", b"\x1e"], Trouble.PAPER_LOW),
        ([b"\x0f", b"\x12", b"\x12", b"\x12", b"\x12"], None),  # what was said before comes late
        ([b"\x13\x12", b"\x12\x11", b"\x12", b"\x12"], None),
        ([b"\x14\x00\x00\x0f\x12", b"\x12", b"\x12\x10\x00\x00\x0f", b"\x12"], None),  # what nobody asked comes beside
        ([b"\x18\x24\x00\x0c", b"\x1a", b"\x16", b"\x12", b"\x12"], Trouble.COVER_OPEN),
        ([b"\x14\x00\x00", b"\x14\x00\x00"], Trouble.GARBAGE),
        ([b"\x12\x12", b"\x12\x12"], Trouble.GARBAGE),
        ([b"\x02", b"\xff"], Trouble.GARBAGE),
    ],
)
def test_what_bits_of_a_receipt_printer_mean(answers: list[bytes], trouble: Trouble | None) -> None:
    assert conversation(Language.ESCPOS, AT_ONCE).condition(Answering(answers)) is trouble


@pytest.mark.parametrize(
    ("answers", "reached", "trouble"),
    [
        ([b"\x00"], Reached.PRINTED, None),
        ([b"\x03"], Reached.PRINTED, Trouble.PAPER_LOW),
        ([b"\x0c"], Reached.PART, Trouble.PAPER_OUT),
        ([b"\x12", b"\x12\x00"], Reached.PRINTED, None),  # an answer to another question comes late
        ([b"\x14\x00\x00\x0f", b"\x10\x00\x00\x0f", b"\x00"], Reached.PRINTED, None),  # the drawer opens and shuts
        ([b"\x18\x00\x00\x0f\x00"], Reached.PRINTED, None),
        ([b"\x00\x00"], Reached.PART, Trouble.GARBAGE),
        ([], Reached.PART, Trouble.SILENT),
        ([b"", b"\x12", b"\x12", b"\x12", b"\x12", b"\x00"], Reached.PRINTED, None),  # it took its time
        ([b"", b"\x1a", b"\x32", b"\x12", b"\x72"], Reached.PART, Trouble.PAPER_OUT),
    ],
)
def test_whether_a_receipt_came_out(answers: list[bytes], reached: Reached, trouble: Trouble | None) -> None:
    told = conversation(Language.ESCPOS, AT_ONCE).outcome(Answering(answers))
    assert (told.reached, told.trouble) == (reached, trouble)


@pytest.mark.parametrize(
    ("answers", "reached", "trouble"),
    [
        ([hs(waiting=1), hs(left=2), hs()], Reached.PRINTED, None),
        ([hs(partial=1), hs(head=1)], Reached.PART, Trouble.COVER_OPEN),
        ([hs(paper=1, pause=1)], Reached.PART, Trouble.PAPER_OUT),
        ([hs(left=2)], Reached.PART, Trouble.SILENT),
        ([hs(partial=1)], Reached.PART, Trouble.SILENT),
        ([hs(waiting=1)], Reached.PART, Trouble.SILENT),
        ([hs(pause=1)], Reached.PART, Trouble.FAULT),
        ([hs()[:20], hs()[20:]], Reached.PRINTED, None),  # in two pieces
        ([hs()[:20]], Reached.PART, Trouble.GARBAGE),
    ],
)
def test_whether_labels_of_zebra_came_out(answers: list[bytes], reached: Reached, trouble: Trouble | None) -> None:
    told = conversation(Language.ZPL, Patience(answer_s=1, poll_s=0)).outcome(Answering(answers))
    assert (told.reached, told.trouble) == (reached, trouble)


@pytest.mark.parametrize(
    ("answers", "reached", "trouble"),
    [
        ([b"\x20", b"\x00"], Reached.PRINTED, None),
        ([b"\x20", b"\x04"], Reached.PART, Trouble.PAPER_OUT),
        ([b"\x20", b"\x24"], Reached.PART, Trouble.PAPER_OUT),
        ([b"\x00"] * 100_000, Reached.ALL, None),  # until a clock of 16 ms has gone on
        ([b"\x08"], Reached.PART, Trouble.FAULT),
        ([b"\x10"], Reached.PART, Trouble.FAULT),
        ([b"\x41"], Reached.PART, Trouble.GARBAGE),
    ],
)
def test_whether_labels_of_tsc_came_out(answers: list[bytes], reached: Reached, trouble: Trouble | None) -> None:
    told = conversation(Language.TSPL, Patience(answer_s=0.0005, poll_s=0, come_out_s=60)).outcome(Answering(answers))
    assert (told.reached, told.trouble) == (reached, trouble)
