"""Who this terminal is, and how HQ is reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.documents.brand import Brand
from kiosk.domain.texts import LocalText


class Link(StrEnum):
    """How HQ is reached at the moment."""

    CONNECTING = "connecting"
    ONLINE = "online"
    OFFLINE = "offline"
    REVOKED = "revoked"
    FORKED = "forked"
    COPIED = "copied"  # two machines are this terminal: a person at HQ has to decide
    HELD = "held"  # it was set back too often: the same


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """For the badge: since when, how many facts wait, when HQ was last met. `clock_off_ms`: HQ's clock minus ours.
    `trouble`: a stable code of what somebody has to mend before HQ is reached (`tls_expired`, …), or of how it is
    (`plain_http`: by a way on which others can read); "" for none. `waits`: what HQ said last of a person's decision
    about this terminal ("copied", "held"), also while it is out of reach."""

    link: Link
    since: datetime
    queue: int
    last_sync: datetime | None = None
    clock_off_ms: int | None = None
    clock_backwards: bool = False
    trouble: str = ""
    waits: str = ""


@dataclass(frozen=True, slots=True)
class TerminalInfo:
    """Who this terminal is, for the header and the receipt. `day`/`days`: progress of the running campaign, if any."""

    device: str
    name: str
    store: str
    store_name: LocalText
    zone: str
    currency: str
    campaign: LocalText | None = None
    day: int | None = None
    days: int | None = None
    stores: tuple[tuple[str, LocalText], ...] = ()
    """Names of the chain's stores by id, for refusals that name one."""
    brand: Brand | None = None
    """The chain's, for papers."""
    theme: str = ""
    """Of the running campaign: the season that it keeps."""
