"""Output that no code page can stop, and that no console obeys: Chinese goes to a pipe as UTF-8, a console gets a ? for
what it cannot show, and what a customer, a file or another machine had us print is only shown."""

from __future__ import annotations

import io
import os
import re
import sys

_OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066\u2067\ufff9-\ufffb]")
"""Moves the cursor, changes colours, asks the console to do something, or turns the direction of what is beside it."""


def visible(text: str) -> str:
    """The text with such characters written out (`\\u001b`): JSON that holds them says the same as before."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class _Visible(io.TextIOWrapper):
    def write(self, text: str, /) -> int:
        super().write(visible(text))
        return len(text)


def speak_any_code_page() -> None:
    """Set up stdin, stdout and stderr, once, before anything is said.

    A pipe or a file gets UTF-8 whatever the system's code page is, since whoever reads JSON expects it; where
    PYTHONIOENCODING is set, it is obeyed. A console keeps its own encoding. Nothing that cannot be shown raises, and
    nothing that a console would obey is written as it is. A program without a console (Windows, frozen) has no
    streams: what it says goes nowhere.
    """
    named = "PYTHONIOENCODING" in os.environ
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  (for the whole run)
        elif isinstance(stream, io.TextIOWrapper):
            keeps = named or stream.isatty()
            encoding = stream.encoding if keeps else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
            if mode == "w" and type(stream) is io.TextIOWrapper:
                by_line, at_once = stream.line_buffering, stream.write_through
                buffer = stream.detach()
                made = _Visible(buffer, encoding, "replace", line_buffering=by_line, write_through=at_once)
                setattr(sys, name, made)
