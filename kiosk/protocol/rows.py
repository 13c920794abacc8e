"""What HQ publishes to terminals: buckets and the type of their rows.

| bucket                | id           | row                                   |
| `chain/stores`        | store id     | domain.stores.Store                   |
| `chain/templates`     | template id  | domain.coupons.model.CouponTemplate   |
| `chain/campaigns`     | campaign id  | domain.stores.CampaignHeader          |
| `chain/editions`      | campaign/version | EditionRow (campaigns as signed files) |
| `chain/keys`          | key id (hex) | KeyRow                                |
| `chain/terminals`     | key id (hex)/device | TerminalRow (public keys of terminals) |
| `chain/revocations`   | coupon id    | RevocationRow                         |
| `chain/slip_rules`    | rule id      | domain.slips.model.SlipRule           |
| `chain/goods`         | "goods"      | domain.goods.catalogue.Tree (categories, what never carries a benefit) |
| `chain/articles`      | article id   | domain.goods.catalogue.Article        |
| `chain/brand`         | "brand"      | domain.documents.brand.Brand          |
| `chain/registration`  | "registration" | domain.registration.policy.RegistrationPolicy |
| `chain/draws`         | draw id/seq  | DrawRow (batch draws: planned, held, void) |
| `chain/excluded`      | member id    | ExclusionRow (who may not win: employees and others) |
| `chain/beacon_chains` | "beacon"     | BeaconChainRow (which public beacon draws go by) |
| `chain/beacons`       | chain hash/round | BeaconRow (rounds that draws of this chain wait for) |
| `chain/wheels`        | campaign/wheel | WheelRow (what is left of a wheel's prizes) |
| `store/<id>/members`  | member id    | domain.members.member.Member                 |
| `store/<id>/coupons`  | coupon id    | CouponRow (coupons of the store's members) |
| `store/<id>/staff`    | staff id     | domain.staff.StaffMember              |
| `store/<id>/spent`    | coupon id + "/" + txn | SpentRow (uses anywhere of coupons the store knows) |
| `store/<id>/events`   | device/stamp | EventRow (what touched the store's members, wherever it happened) |
| `store/<id>/slips`    | book id      | SlipBookRow (books of paper slips)    |
| `store/<id>/slip_marks` | book id    | SlipMarksRow (what was declared of their numbers) |
| `store/<id>/help`     | call id      | HelpRow (calls for help from stations without staff) |
| `store/<id>/prizes`   | claim id     | PrizeRow (prizes that somebody has to get) |
| `store/<id>/wheel_leases` | lease id | WheelLeaseRow (leases of wheels, as HQ signed them) |
| `store/<id>/gatherings` | event id   | domain.guests.event.Event (events of the store that are not over) |
| `store/<id>/guests`   | event id/guest id | domain.guests.event.Guest (their lists, with who walked in) |
| `store/<id>/attendance` | event id/guest id | AttendanceRow (what desks said of a guest) |
| `store/<id>/photos`   | event id/photo id | PhotoRow (photographs that guests sent and nobody refused) |
| `store/<id>/photo_marks` | event id/photo id | PhotoMarkRow (whether one may be seen, and its votes) |
| `device/<id>/rights`  | coupon id    | RightRow                              |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

import msgspec

from kiosk.domain.coupons.model import Coupon, CouponTemplate
from kiosk.domain.documents.brand import Brand
from kiosk.domain.guests.event import Event, Guest
from kiosk.domain.members.member import Member
from kiosk.domain.registration.policy import RegistrationPolicy
from kiosk.domain.slips.model import Range, SlipBook, SlipRule
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.texts import LocalText

T = TypeVar("T")

CHAIN_SUBJECTS = (
    "keys",
    "terminals",
    "stores",
    "brand",
    "goods",
    "articles",
    "campaigns",
    "editions",
    "templates",
    "revocations",
    "slip_rules",
    "registration",
    "excluded",
    "beacon_chains",
    "beacons",
    "wheels",
    "draws",
)
"""What every terminal is told of the chain, in the order in which it is wanted."""
NOT_OF_EVERY_HQ = frozenset(
    {
        "registration",
        "goods",
        "articles",
        "terminals",
        "excluded",
        "beacon_chains",
        "beacons",
        "wheels",
        "wheel_leases",
        "draws",
        "gatherings",
        "guests",
        "attendance",
        "photos",
        "photo_marks",
    }
)
"""Subjects that an HQ of the first versions does not know: it refuses whoever asks for one of them."""
BRAND_ID = "brand"
GOODS_ID = "goods"
REGISTRATION_ID = "registration"
BEACON_ID = "beacon"
"""The ids of the only rows of their buckets."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A signing key of HQ. `public` is 64 hex digits. Another key of HQ, which signs tokens, vouches for it by
    `signature` (hex) over `signed_texts.key`, by `signed_by`; and for its withdrawal: `revocation` over
    `signed_texts.key_withdrawal`, by `revoked_by`."""

    key_id: str
    public: str
    not_before: datetime
    not_after: datetime
    revoked_at: datetime | None = None
    purposes: tuple[str, ...] = ()
    signed_by: str = ""
    signature: str = ""
    revoked_by: str = ""
    revocation: str = ""


@dataclass(frozen=True, slots=True)
class TerminalRow:
    """A terminal's public key (64 hex digits), by which it signs what it hands out while HQ is out of reach. A key of
    HQ's that signs tokens vouches for the whole of it: `signature` (hex) over `signed_texts.terminal`, by `signed_by`.
    A terminal that comes with another key has another row; the key before is withdrawn."""

    device: str
    store: str
    name: str
    public: str
    revoked_at: datetime | None = None
    signed_by: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class RevocationRow:
    """A coupon taken back by HQ."""

    coupon: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CouponRow:
    """A coupon with its signed token, so that it can be shown or printed again."""

    coupon: Coupon
    token: str


@dataclass(frozen=True, slots=True)
class SpentRow:
    """A use that counts, wherever it happened. `units`: as of `PastUse`."""

    coupon: str
    template: str
    txn: str
    device: str
    store: str
    at: datetime
    member: str | None = None
    conflict: bool = False
    units: int = 1


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A version of a campaign, in force for what happens from `since` until, without, `until` (None: still; a new
    version or a withdrawal ends it). `document`: the YAML file; `signature`: its signature file
    (`campaigns.signature`)."""

    campaign: str
    version: int
    since: datetime
    until: datetime | None
    document: str
    signature: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """A fact that belongs to the history of `members` of the store. `fact`: its bytes as text; `device` "hq": HQ's own
    (a registration by phone, its daily look at everybody, rewards that no terminal could decide)."""

    device: str
    store: str
    zone: str
    members: tuple[str, ...]
    fact: str


@dataclass(frozen=True, slots=True)
class RightRow:
    """This device may redeem `coupon` `uses` times in all without asking; of a voucher of value: minor units."""

    coupon: str
    uses: int
    fence: int


@dataclass(frozen=True, slots=True)
class SlipBookRow:
    """A book of paper slips. `codes`: the signed code of each slip, from its first number on, where HQ signed them;
    else `public` (hex): the key of the terminal that signs them."""

    book: SlipBook
    codes: tuple[str, ...] = ()
    public: str = ""


@dataclass(frozen=True, slots=True)
class SlipMarksRow:
    """What was declared of a book's numbers, at whatever terminal."""

    book: str
    said: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A call for help of the store's terminal `device` (`terminal`: its name). `answered_by`: the staff id of who goes
    there."""

    call: str
    device: str
    terminal: str
    since: datetime
    answered_by: str = ""
    answered: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class PrizeRow:
    """A prize that somebody has to get (`domain/draws/claims.py`). `holder`: the device that may hand it over, "": each
    asks HQ; `terminal`: its name; `standing`: a `Standing`; `by`: the staff id of who ended it; `address`: commitment
    to where HQ sends it."""

    claim: str
    member: str
    campaign: str
    source: str
    prize: str
    name: str
    value: int
    currency: str
    jurisdiction: str
    percent: int
    identity: bool
    since: datetime
    until: datetime
    standing: str
    holder: str = ""
    terminal: str = ""
    checked: bool = False
    resident: bool = True
    ended: datetime | None = None
    by: str = ""
    how: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class DrawPrizeRow:
    """A prize of a draw, in the order of drawing. `value`: of one, minor units; `tax_percent`: basis points withheld,
    None where nothing is said."""

    code: str
    name: LocalText
    count: int
    value: int
    tax_percent: int | None = None


@dataclass(frozen=True, slots=True)
class DrawPlaceRow:
    """Whose a prize is: `place` in the order drawn; `entrant`: number in the list, -1 where no alternate was left;
    `name`: masked, "" where the person was erased; `turn`: how often it was passed on."""

    place: int
    prize: str
    ticket: int
    entrant: int
    name: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class DrawRow:
    """A batch draw as it stands. `state`: of `domain.draws.life.State`; `at`: when it is, or was, to be frozen;
    `manifest`: its JSON, "" while it is planned; `mh`, `result`: hex; `round`, `signature`: of the beacon, once it is
    out; `sources`: of envelopes and dice; `winners`: those that are shown, of a long list the first; `void`: a code;
    `board`: the law wants its winners shown; `licence`: number of the promotion's; `jurisdiction`: TW, CN, HK, "" for
    a draw of no campaign; `file_sha`: of the published file; `device`: whose it is, "" for HQ's."""

    draw: str
    seq: int
    state: str
    campaign: str
    name: LocalText
    at: datetime
    prizes: tuple[DrawPrizeRow, ...] = ()
    alternates: int = 0
    manifest: str = ""
    mh: str = ""
    round: int = 0
    signature: str = ""
    sources: tuple[tuple[str, str], ...] = ()
    result: str = ""
    winners: tuple[DrawPlaceRow, ...] = ()
    void: str = ""
    board: bool = False
    licence: str = ""
    currency: str = ""
    jurisdiction: str = ""
    file_sha: str = ""
    file_size: int = 0
    device: str = ""


@dataclass(frozen=True, slots=True)
class ExclusionRow:
    """A member who may win nothing (反不正當競爭法: no insiders among the winners). Why is HQ's business."""

    member: str


@dataclass(frozen=True, slots=True)
class BeaconChainRow:
    """The drand chain that draws go by (`domain.draws.beacon.Chain`: `public_key` and `group_hash` in hex, `genesis` in
    seconds since 1970, `period` in seconds). Without such a row it is quicknet, which the program knows by heart; any
    other is not the public beacon, and everything says so."""

    public_key: str
    genesis: int
    period: int
    group_hash: str
    beacon_id: str
    scheme: str


@dataclass(frozen=True, slots=True)
class BeaconRow:
    """A round of a beacon that HQ has fetched and verified. `signature`: 96 hex digits; whoever uses it verifies it
    again by the chain's key."""

    chain: str
    round: int
    signature: str


@dataclass(frozen=True, slots=True)
class PrizeLeft:
    """Of a wheel's prize: `whole` in the campaign, `left`: not won by anything HQ knows of."""

    code: str
    whole: int
    left: int


@dataclass(frozen=True, slots=True)
class WheelRow:
    """What is left of the prizes of a wheel, in the order of the campaign."""

    campaign: str
    wheel: str
    prizes: tuple[PrizeLeft, ...]


@dataclass(frozen=True, slots=True)
class WheelLeaseRow:
    """A lease of a wheel's sealed tape, as HQ made it public before anybody could know the tape. `body`: the JSON that
    HQ's key `key_id` signed (`signature`, hex, over `H("sig", body)`); `root` (hex): what its terminal published before
    the first spin, signed by its own key, "" before that; `state`: granted, opened, closing, closed, faulty, lost or
    returned."""

    lease: str
    device: str
    campaign: str
    wheel: str
    body: str
    key_id: str
    signature: str
    root: str = ""
    root_signature: str = ""
    state: str = "granted"


@dataclass(frozen=True, slots=True)
class WordRow:
    """A fact about a guest, of the terminal `device` (`terminal`: its name). `stamp`: its hlc in hex, by which it is
    known however often it comes; `at`: corrected ms; `said`: its body's JSON as text."""

    device: str
    stamp: str
    kind: str
    at: int
    actor: str
    said: str
    terminal: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """What desks said of a guest of an event, word by word, so that a desk folds it with its own, each once. The newest
    of a guest who came and went very often."""

    event: str
    guest: str
    words: tuple[WordRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A guest's photograph. `name`: whose, as the event shows names in a room; `picture`: JPEG, as HQ made it, at most
    `PHOTO_BYTES`."""

    event: str
    photo: str
    name: str
    at: datetime
    picture: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class PhotoMarkRow:
    """How a photograph stands. `shown`: None: nobody has looked at it; `stamp` (hex), `device`: of the newest word
    about that, as far as HQ was told."""

    event: str
    photo: str
    votes: int = 0
    shown: bool | None = None
    stamp: str = ""
    device: str = ""


PHOTO_BYTES = 200_000
"""Of one picture: a row goes on its way whole."""


def chain_buckets() -> Sequence[str]:
    """Buckets every terminal takes."""
    return tuple(f"chain/{subject}" for subject in CHAIN_SUBJECTS)


def guest_buckets(store: str) -> Sequence[str]:
    """Those that only desks of events and stages take: nobody else needs to know who is expected."""
    return tuple(f"store/{store}/{subject}" for subject in ("attendance", "guests", "photo_marks", "photos"))


def terminal_buckets(store: str, device: str) -> Sequence[str]:
    """All buckets of one terminal, in the order in which they are wanted."""
    return (
        f"store/{store}/staff",
        *chain_buckets(),
        f"device/{device}/rights",
        f"store/{store}/help",
        f"store/{store}/prizes",
        f"store/{store}/gatherings",
        f"store/{store}/wheel_leases",
        f"store/{store}/spent",
        f"store/{store}/slips",
        f"store/{store}/slip_marks",
        *guest_buckets(store),
        f"store/{store}/coupons",
        f"store/{store}/events",
        f"store/{store}/members",
    )


def encode_row(row: object) -> bytes:
    """A row's JSON."""
    return msgspec.json.encode(row)


def decode_row(data: bytes | str, row_type: type[T]) -> T:
    """The row behind `data`. Raises msgspec.ValidationError."""
    return msgspec.json.decode(data, type=row_type)


__all__ = [
    "BEACON_ID",
    "BRAND_ID",
    "CHAIN_SUBJECTS",
    "REGISTRATION_ID",
    "AttendanceRow",
    "BeaconChainRow",
    "BeaconRow",
    "Brand",
    "CampaignHeader",
    "CouponRow",
    "CouponTemplate",
    "DrawPlaceRow",
    "DrawPrizeRow",
    "DrawRow",
    "EditionRow",
    "Event",
    "EventRow",
    "ExclusionRow",
    "Guest",
    "HelpRow",
    "KeyRow",
    "Member",
    "PhotoMarkRow",
    "PhotoRow",
    "PrizeLeft",
    "PrizeRow",
    "RegistrationPolicy",
    "RevocationRow",
    "RightRow",
    "SlipBookRow",
    "SlipMarksRow",
    "SlipRule",
    "SpentRow",
    "Store",
    "TerminalRow",
    "WheelLeaseRow",
    "WheelRow",
    "WordRow",
    "chain_buckets",
    "decode_row",
    "encode_row",
    "guest_buckets",
    "terminal_buckets",
]
