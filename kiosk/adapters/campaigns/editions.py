"""Campaigns as HQ published them, judged before they may give anything: the signature holds, and this program can read
the file.

Reading a file takes some 25 ms, so what was found of a row is kept until the row, or HQ's keys, change.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.time import millis
from kiosk.protocol.campaigns.file import CampaignFileError, read_campaign
from kiosk.protocol.campaigns.purpose import PURPOSE
from kiosk.protocol.campaigns.signature import Verdict, verify
from kiosk.protocol.row_reader import read_row
from kiosk.protocol.rows import EditionRow, KeyRow

log = logging.getLogger(__name__)

UNREADABLE_ROW = "unreadable_row"
_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class _Read:
    """A row as far as it can be judged without keys. `refused`: why not further, "" when it could be read."""

    row: EditionRow | None
    campaign: Campaign | None
    refused: str


@dataclass(frozen=True, slots=True)
class Judged:
    """Editions that may give rewards, in order of campaign and version, and the others: (row's id, why not). The codes:
    `unreadable_row`, a `Problem.code` of the campaign file, a `Verdict` of its signature."""

    editions: Sequence[Edition] = ()
    refused: Sequence[tuple[str, str]] = ()


class Editions:
    """Reads and judges rows of `chain/editions`. For one thread at a time."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, int, str], _Read] = {}
        self._said: set[tuple[str, int, str]] = set()

    def judge(self, rows: Sequence[tuple[str, int, str]], keys: Sequence[KeyRow]) -> Judged:
        """What `rows` (id, revision, JSON), in order of their ids, amount to under HQ's keys."""
        # by the text, too: of two references one after the other (or of an HQ that was restored) the same revision of
        # the same row may say something else
        self._read = {row: self._read.get(row) or _read(row[2]) for row in rows}
        good: list[Edition] = []
        refused: list[tuple[str, str]] = []
        for (row_id, rev, _data), read in self._read.items():
            reason = read.refused or _not_believed(read, keys)
            if reason:
                refused.append((row_id, reason))
                self._say(row_id, rev, reason)
            elif read.row is not None and read.campaign is not None:
                until = None if read.row.until is None else millis(read.row.until)
                good.append(Edition(read.campaign, millis(read.row.since), until))
        good.sort(key=lambda edition: (edition.campaign.id, edition.campaign.version))
        return Judged(tuple(good), tuple(refused))

    def _say(self, row_id: str, rev: int, reason: str) -> None:
        if (row_id, rev, reason) not in self._said:
            self._said.add((row_id, rev, reason))
            log.warning("campaign %s is left out: %s", row_id, reason)


def _read(data: str) -> _Read:
    row = read_row(data, EditionRow, "").row
    if row is None:
        return _Read(None, None, UNREADABLE_ROW)
    try:
        campaign = read_campaign(row.document.encode(), published=True).campaign
    except CampaignFileError as error:
        return _Read(row, None, error.problems[0].code)
    return _Read(row, campaign, "")


def _not_believed(read: _Read, keys: Sequence[KeyRow]) -> str:
    assert read.row is not None
    assert read.campaign is not None
    if (read.row.campaign, read.row.version) != (read.campaign.id, read.campaign.version):
        return str(Verdict.OTHER_CAMPAIGN)
    believed = _believed(keys, read.row.since, read.row.until)
    verdict = verify(read.campaign, read.row.signature.encode() or None, believed)
    return "" if verdict is Verdict.GOOD else str(verdict)


def _believed(keys: Sequence[KeyRow], since: datetime, until: datetime | None) -> Mapping[str, bytes]:
    """Keys that may sign a campaign in force in that time. No clock is asked: whoever looks, and whenever, comes to the
    same. Without purposes a key may sign all that HQ signs."""
    return {
        key.key_id: bytes.fromhex(key.public)
        for key in keys
        if _HEX.fullmatch(key.public)
        and key.revoked_at is None
        and (not key.purposes or PURPOSE in key.purposes)
        and since < key.not_after
        and (until is None or key.not_before < until)
    }
