"""The command line, called within this process."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Mapping, Sequence
from unittest import mock

from kiosk.__main__ import main


def called(
    words: Sequence[str], environment: Mapping[str, str] | None = None, *, told: str | io.StringIO = ""
) -> tuple[int, str, str]:
    """`kiosk WORDS` with `told` on its standard input: the exit code, what it said, and what it said on stderr."""
    said, heard = io.StringIO(), io.StringIO()
    with (
        contextlib.redirect_stderr(heard),
        contextlib.redirect_stdout(said),
        mock.patch.dict(os.environ, environment or {}),
        mock.patch("sys.stdin", told if isinstance(told, io.StringIO) else io.StringIO(told)),
    ):
        try:
            code = main(words)
        except SystemExit as end:
            code = int(end.code or 0)
    return code, said.getvalue(), heard.getvalue()
