"""Calls for help as the ledger has them, and as HQ told of other terminals'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kiosk.domain.help.model import CallForHelp


class HelpState(Protocol):
    """What this terminal journalled of calls."""

    def help_said(self, since_ms: int) -> Sequence[CallForHelp]:
        """Calls of which something was said here since then, as far as it was said here. One that came from elsewhere
        has no terminal and no time."""


class HelpReference(Protocol):
    """What HQ told of calls."""

    def help_told(self) -> Sequence[CallForHelp]:
        """Calls of all terminals of this store."""
