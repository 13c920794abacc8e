"""Bounds of the wire that terminal and HQ both go by, and what each has to leave the other. HQ's settings take theirs
from here (`hq.ports.HqSettings`); a terminal that meets a stricter HQ is told so by a 413.
The largest body is `encoding.MAX_BODY`.
"""

from __future__ import annotations

COMPRESS_ABOVE_BYTES = 1024
"""Smaller bodies travel as they are."""

PUSH_FACTS = 200
PUSH_BYTES = 256 * 1024
"""Of one push: facts, and their bytes. One fact may be larger; it then goes alone."""
PULL_ROWS = 500
"""Rows of a bucket that a terminal asks for in one page."""
PULL_ROWS_MOST = 2_000
"""Rows that HQ gives at most, whatever was asked for."""
PULL_BYTES = 2 * 1024 * 1024
"""Of the rows of one bucket in one answer, as text; one row may be longer."""

CLAIM_ANSWER_MS = 2_500
"""A till waits so long for one answer to a claim."""
CLAIM_HOLD_MS = 2_000
"""HQ keeps a request of a claim open so long: it answers before the till gives up."""
CLAIM_RECALL_MS = 6_000
"""A till waits so long in all, when HQ has to call the right back from another terminal first."""
CLAIM_WAIT_MS = 5_500
"""HQ waits so long for that terminal: its verdict is there before the till gives up."""
