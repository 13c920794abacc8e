"""Facts of coupons: claims at HQ, and the rights by which a terminal may redeem without asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kiosk.domain.coupons.series import LONGEST_NAME, MOST
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind

_OWNER = "coupons"


class OpIntended(Body, frozen=True, kw_only=True):
    """A claim of a coupon for a sale."""

    op: str
    coupon: str
    txn: str


class OpSettled(Body, frozen=True, kw_only=True):
    """`verdict`: granted, refused, abandoned."""

    op: str
    verdict: str


class Grant(Body, frozen=True, kw_only=True):
    """A right on a coupon."""

    coupon: str
    uses: int
    fence: int


class RightsChanged(Body, frozen=True, kw_only=True):
    """`revoke`: ids of coupons."""

    grant: tuple[Grant, ...]
    revoke: tuple[str, ...]


class SeriesIssued(Body, frozen=True, kw_only=True):
    """Coupons `first` to `last` of a series of HQ's, of `template`, for whoever holds them. `since`, `until`: ms since
    1970, the end excluded; `store`: where alone they are good, "": in all that the template names; `worth`: minor units
    of vouchers of value that are not worth what their template says; `by`: whose command it was."""

    series: str
    template: str
    first: int
    last: int
    since: int
    until: int
    store: str = ""
    worth: int | None = None
    by: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for a series that is none."""
        if not (1 <= self.first <= self.last <= MOST and 0 < len(self.series) <= LONGEST_NAME):
            raise ValueError(f"{self.series!r}: {self.first} to {self.last}")
        if not 0 <= self.since < self.until:
            raise ValueError("at no time")


class SeriesRevoked(Body, frozen=True, kw_only=True):
    """Coupons `first` to `last` of a series are taken back; both 0: all of them."""

    series: str
    first: int = 0
    last: int = 0
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class SeriesMade(Change):
    """Coupons of a series were issued."""

    series: str
    template: str
    first: int
    last: int
    since: int
    until: int
    store: str
    worth: int | None
    by: str


@dataclass(frozen=True, slots=True)
class SeriesBack(Change):
    """Coupons of a series were taken back."""

    series: str
    first: int
    last: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class CouponUsed(Change):
    """One use of a coupon by a sale. `right` says by what right it was taken; `units`: how much of the coupon it took,
    of a voucher of value minor units; `kept`: a void of the sale does not give it back."""

    coupon: str
    txn: str
    template: str
    member: str | None
    at: int
    actor: str
    value: int
    right: str
    op: str | None
    units: int = 1
    kept: bool = False


@dataclass(frozen=True, slots=True)
class VoucherRefunded(Change):
    """Goods came back that a voucher of value had paid for: `units` minor units are on it again."""

    coupon: str
    txn: str
    units: int


@dataclass(frozen=True, slots=True)
class OpOpened(Change):
    """An online claim was intended."""

    op: str
    coupon: str
    txn: str
    at: int


@dataclass(frozen=True, slots=True)
class OpClosed(Change):
    """An online claim came to an end: granted, refused or abandoned."""

    op: str
    verdict: str


@dataclass(frozen=True, slots=True)
class RightGranted(Change):
    """This terminal may redeem the coupon `uses` times without asking. `fence` grows with every grant by HQ."""

    coupon: str
    uses: int
    fence: int


@dataclass(frozen=True, slots=True)
class RightRevoked(Change):
    """The right went elsewhere."""

    coupon: str


def _rights(_fact: Fact, body: RightsChanged) -> tuple[Change, ...]:
    granted = (RightGranted(one.coupon, one.uses, one.fence) for one in body.grant)
    return (*granted, *map(RightRevoked, body.revoke))


OP_INTENDED = Kind(
    "op.intended",
    owner=_OWNER,
    body=OpIntended,
    says="opens a claim at HQ",
    changes=lambda fact, body: (OpOpened(body.op, body.coupon, body.txn, fact.corrected_ms),),
)
OP_SETTLED = Kind(
    "op.settled",
    owner=_OWNER,
    body=OpSettled,
    says="closes it",
    changes=lambda _fact, body: (OpClosed(body.op, body.verdict),),
)
RIGHTS_CHANGED = Kind(
    "rights.changed", owner=_OWNER, body=RightsChanged, says="sets and removes rights", changes=_rights
)

SERIES_ISSUED = Kind(
    "series.issued",
    owner=_OWNER,
    body=SeriesIssued,
    says="none; HQ's own fact: coupons on paper are there",
    changes=lambda _fact, body: (
        SeriesMade(
            body.series,
            body.template,
            body.first,
            body.last,
            body.since,
            body.until,
            body.store,
            body.worth,
            body.by,
        ),
    ),
)
SERIES_REVOKED = Kind(
    "series.revoked",
    owner=_OWNER,
    body=SeriesRevoked,
    says="none; HQ's own fact: some of them are not good any more",
    changes=lambda _fact, body: (SeriesBack(body.series, body.first, body.last, body.reason, body.by),),
)

KINDS: tuple[Kind[Any], ...] = (OP_INTENDED, OP_SETTLED, RIGHTS_CHANGED, SERIES_ISSUED, SERIES_REVOKED)
