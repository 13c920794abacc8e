"""Output that no code page can stop: Chinese goes to a pipe as UTF-8; a console gets a ? for what it cannot show."""

from __future__ import annotations

import io
import os
import sys


def speak_any_code_page() -> None:
    """Set up stdin, stdout and stderr, once, before anything is said.

    A pipe or a file gets UTF-8 whatever the system's code page is, since whoever reads JSON expects it; where
    PYTHONIOENCODING is set, it is obeyed. A console keeps its own encoding. Nothing that cannot be shown raises. A
    program without a console (Windows, frozen) has no streams: what it says goes nowhere.
    """
    named = "PYTHONIOENCODING" in os.environ
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  (for the whole run)
        elif isinstance(stream, io.TextIOWrapper):
            keeps = named or stream.isatty()
            stream.reconfigure(encoding=None if keeps else "utf-8", errors="replace")
