"""Two lines of twenty characters: whatever is to be said, no figure is cut and nothing of a text is a command."""

from __future__ import annotations

import os
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.customer.pole_display import (
    CODE_PAGES,
    COLUMNS,
    PROTOCOLS,
    PoleDisplay,
    PoleSettings,
    message,
    one_line,
)
from kiosk.config import POLE_CODE_PAGES, POLE_PROTOCOLS

FIGURES = st.integers(0, 10**12).map(lambda amount: f"{amount:,}")


@given(st.text(max_size=60), FIGURES, st.sampled_from(CODE_PAGES))
def test_a_line_has_twenty_columns_with_the_whole_figure_at_its_end(words: str, figure: str, page: str) -> None:
    line = one_line((words, figure), page)

    assert len(line) == COLUMNS
    assert line.endswith(b" " + figure.encode())
    assert all(byte >= 0x20 and byte != 0x7F for byte in line)
    line.decode(page)  # no character is cut in two


@pytest.mark.parametrize(
    ("words", "page", "shown"),
    [
        ("TOTAL", "ascii", b"TOTAL          1,000"),
        ("應付金額", "big5", "應付金額".encode("big5") + b"       1,000"),
        ("应付", "gb18030", "应付".encode("gb18030") + b"           1,000"),
        ("應付", "ascii", b"??             1,000"),
        ("\U00020bb7\x1b@ A", "gb18030", b"?@ A           1,000"),
    ],
)
def test_words_are_written_in_the_displays_code_page(words: str, page: str, shown: bytes) -> None:
    assert one_line((words, "1,000"), page) == shown


def test_both_protocols_clear_what_stood_there() -> None:
    upper, lower = ("To pay", "980"), ("Saved", "20")

    assert message(upper, lower, PoleSettings("COM4")) == b"\x0c" + one_line(upper) + one_line(lower)
    cd5220 = message(upper, lower, PoleSettings("COM4", protocol="cd5220"))
    assert cd5220 == b"\x1bQA" + one_line(upper) + b"\r\x1bQB" + one_line(lower) + b"\r"


@pytest.mark.parametrize("wrong", [{"baud": 0}, {"protocol": "logic"}, {"code_page": "latin-1"}])
def test_a_line_that_cannot_be_set_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"is no|is none of"):
        PoleSettings("COM4", **wrong)  # type: ignore[arg-type]


def test_the_settings_know_what_the_display_knows() -> None:
    assert (POLE_PROTOCOLS, POLE_CODE_PAGES) == (PROTOCOLS, CODE_PAGES)


class Cable:
    """A display on a cable that can be pulled out."""

    def __init__(self) -> None:
        self.shown: list[bytes] = []
        self.plugged_in = True
        self.opened = 0
        self.changed = threading.Condition()

    def open(self, _settings: PoleSettings) -> Cable:
        with self.changed:
            if not self.plugged_in:
                raise OSError("no such port")
            self.opened += 1
        return self

    def write(self, data: bytes, /) -> int:
        with self.changed:
            if not self.plugged_in:
                raise OSError("gone")
            self.shown.append(data)
            self.changed.notify_all()
        return len(data)

    def close(self) -> None:
        """Nothing to do."""

    def wait_for(self, data: bytes) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.shown[-1:] == [data], 10)


def test_a_display_that_was_unplugged_shows_the_moment_when_it_is_back(
    allowed_warnings: list[str],
) -> None:
    allowed_warnings.append("pole display")
    cable, settings = Cable(), PoleSettings("COM4")
    pole = PoleDisplay(settings, open_port=cable.open, retry_s=(0.001,))
    pole.start()
    pole.show(("Goods", "100"), ("", ""))
    assert cable.wait_for(message(("Goods", "100"), ("", ""), settings))

    cable.plugged_in = False
    pole.show(("Goods", "200"), ("", ""))
    pole.show(("To pay", "150"), ("Saved", "50"))
    with cable.changed:
        cable.plugged_in = True

    assert cable.wait_for(message(("To pay", "150"), ("Saved", "50"), settings))
    assert pole.stop()


def test_it_ends_while_the_display_is_missing(allowed_warnings: list[str]) -> None:
    allowed_warnings.append("pole display")
    cable = Cable()
    cable.plugged_in = False
    pole = PoleDisplay(PoleSettings("COM4"), open_port=cable.open, retry_s=(3600,))
    pole.start()

    assert pole.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals to stand in for a serial line")
def test_a_real_serial_line_gets_the_bytes() -> None:
    ours, theirs = os.openpty()
    settings = PoleSettings(os.ttyname(theirs))
    wanted = b"\x1b@" + message(("To pay", "980"), ("", ""), settings)
    pole = PoleDisplay(settings)
    try:
        pole.show(("To pay", "980"), ("", ""))
        pole.start()
        got = b""
        while len(got) < len(wanted):
            got += os.read(ours, 100)
        assert got == wanted
    finally:
        assert pole.stop()
        os.close(ours)
        os.close(theirs)
