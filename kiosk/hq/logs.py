"""Structured logs: one JSON object a line. Ids and counts only; no names, phones, tokens or hashes.

Lines go to the standard logger "kiosk.hq": silent below WARNING until `to_stderr` is called, as in any library.
"""

from __future__ import annotations

import logging
import sys
import traceback
from functools import cache
from pathlib import Path
from typing import Any

NAME = "kiosk.hq"


@cache
def logger() -> Any:
    """HQ's logger; its methods take an event and named values."""
    import structlog  # takes a tenth of a second, and of the commands most have nothing to log

    return structlog.wrap_logger(
        logging.getLogger(NAME),
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def report(fault: str, error: BaseException, **noted: Any) -> None:
    """Log a fault under its id, with where it broke. Not the message: it may quote what a client sent."""
    where = [
        f"{path.parent.name}/{path.name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
        if "kiosk" in (path := Path(frame.filename)).parts
    ]
    logger().error("fault", fault=fault, error=type(error).__name__, where=where[-12:], **noted)


def to_stderr(*, requests: bool = True) -> None:
    """Write the lines to stderr as they are; every request's (`requests`), or faults only."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    target = logging.getLogger(NAME)
    target.handlers = [handler]
    target.propagate = False
    target.setLevel(logging.INFO if requests else logging.WARNING)
