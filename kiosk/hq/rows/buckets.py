"""Names of buckets (protocol/rows.py) and where HQ keeps their rows: (store, subject)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import CHAIN_SUBJECTS

STORE_SUBJECTS = (
    "members",
    "coupons",
    "staff",
    "spent",
    "events",
    "slips",
    "slip_marks",
    "help",
    "prizes",
    "wheel_leases",
    "gatherings",
    "guests",
    "attendance",
    "photos",
    "photo_marks",
)
RIGHTS = "rights/"


@dataclass(frozen=True, slots=True)
class Bucket:
    """One bucket."""

    store: str
    subject: str

    @property
    def in_ledger(self) -> bool:
        """Terminals keep staff and rights in their journal, where a snapshot cannot be put in place of the rows: these
        buckets are always pulled row by row, and their deletions never forgotten."""
        return self.subject == "staff" or self.subject.startswith(RIGHTS)

    @property
    def name(self) -> str:
        """What terminals call it."""
        if self.store == CHAIN:
            return f"chain/{self.subject}"
        if self.subject.startswith(RIGHTS):
            return f"device/{self.subject.removeprefix(RIGHTS)}/rights"
        return f"store/{self.store}/{self.subject}"


def rights_of(store: str, device: str) -> Bucket:
    """The bucket of a device's rights."""
    return Bucket(store, RIGHTS + device)


def readable_by(store: str, device: str) -> Mapping[str, Bucket]:
    """Everything a terminal may pull, by name: its own, its store's and the chain's."""
    buckets = [
        *(Bucket(CHAIN, subject) for subject in CHAIN_SUBJECTS),
        *(Bucket(store, subject) for subject in STORE_SUBJECTS),
        rights_of(store, device),
    ]
    return {bucket.name: bucket for bucket in buckets}
