"""Messages between terminal and HQ (sync.md, "The wire"). Field names are the wire's names.

Every message travels as JSON or msgpack, by content type, optionally zstd-compressed: see `encoding.py`. Binary fields
are base64 in JSON. Times are ms since 1970, UTC.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec


class Message(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of all messages: unknown fields are ignored, so that either side may be newer."""


class HqKey(Message, frozen=True, kw_only=True):
    """A public key of HQ, by which signed tokens and manifests are judged, and rows that name further keys: what a
    terminal is told at its enrolment it believes (`protocol.key_trust`)."""

    key_id: bytes
    public: bytes
    not_before: int
    not_after: int
    revoked_at: int | None = None
    purposes: tuple[str, ...] = ()


class EnrollRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/enroll`. `code`: single use, ten minutes. `public_key`: the device's Ed25519 key, 32 bytes.

    With `device` set, an enrolled device asks for a new epoch after its ledger was restored: then `signature` is the
    Ed25519 signature by its known key over `signed_texts.re_enrolment`, and `common_seq` is the last seq at
    which its chain of the old epoch agrees with HQ's (0 if none). Another key than the known one needs a code that a
    person at HQ asked for.
    """

    code: str
    public_key: bytes
    app_version: str
    device: str | None = None
    signature: bytes | None = None
    common_seq: int = 0


class EnrollAnswer(Message, frozen=True, kw_only=True):
    """Who the terminal is from now on."""

    device: str
    terminal_name: str
    store: str
    epoch: int
    hq_keys: tuple[HqKey, ...]
    time: int


class ChallengeRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/session/challenge`."""

    device: str


class ChallengeAnswer(Message, frozen=True, kw_only=True):
    """HQ's nonce, 32 bytes, good for one minute and one use."""

    nonce: bytes
    time: int


class SessionRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/session`. `signature`: Ed25519 over `signed_texts.session`. `instance`: a name that the running program
    gave itself when it began; two that take turns are two machines with one key."""

    device: str
    nonce: bytes
    signature: bytes
    instance: str = ""


class SessionAnswer(Message, frozen=True, kw_only=True):
    """`token` goes into `Authorization: Bearer`; `ttl` in seconds; `acked`/`acked_hash`: what HQ holds of the device's
    current epoch (0 and the genesis hash when nothing). `others`: terminals in service in the same store beside it.
    `waits`: "copied" or "held" when a person at HQ has to decide about the terminal; it uses no right until then."""

    token: str
    ttl: int
    epoch: int
    acked: int
    acked_hash: bytes
    time: int
    others: int = 0
    waits: str = ""


class Health(Message, frozen=True, kw_only=True):
    """How the terminal is, for HQ's console. No personal data."""

    app_version: str
    queue: int
    oldest_ms: int | None = None
    clock_offset_ms: int | None = None
    disk_free: int | None = None


class PushRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/push`: facts `first` … `first + len(facts) - 1`, at most 200 or 256 kB, as stored. `prev_hash` is the
    chain's hash before the first, `last_hash` after the last."""

    device: str
    epoch: int
    first: int
    prev_hash: bytes
    last_hash: bytes
    facts: tuple[bytes, ...]
    health: Health | None = None


class PushResult(Message, frozen=True, kw_only=True):
    """What HQ has to say about one fact: `conflict` (a double spend was found; `detail`: coupon, winner's device,
    store, at) or `unread` (kept and acknowledged, but HQ cannot read the body)."""

    seq: int
    kind: Literal["conflict", "unread"]
    detail: dict[str, Any] = msgspec.field(default_factory=dict)


class Hints(Message, frozen=True, kw_only=True):
    """When to call again, in milliseconds; spreads a fleet."""

    push_after: int = 0
    pull_after: int = 0


class PushAnswer(Message, frozen=True, kw_only=True):
    """`acked`: HQ holds everything up to this seq durably; `hash`: its chain hash there."""

    acked: int
    hash: bytes
    time: int
    results: tuple[PushResult, ...] = ()
    hints: Hints = Hints()


class PushRefused(Message, frozen=True, kw_only=True):
    """Body of a 409. `fork`: the chain disagrees with HQ's, the device is quarantined and must re-enroll; `gap`: send
    from acked + 1; `epoch`: the epoch is not the device's current one; `chain`: the batch's own hashes are wrong.
    `acked`/`hash`: what HQ holds of `epoch`, the current one. `reenroll_code` comes with `fork` and `epoch`, unless a
    person has to decide first: then `waits` says why, as in `SessionAnswer`."""

    problem: Literal["fork", "gap", "epoch", "chain"]
    acked: int
    hash: bytes
    epoch: int
    time: int
    reenroll_code: str | None = None
    waits: str = ""


class PullRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/pull`. `cursors`: bucket → last revision seen (0: nothing). `wait`: seconds HQ may hold the answer.
    `compare`: buckets of which a page is wanted though nothing is new, for its count and checksum."""

    device: str
    cursors: dict[str, int]
    limit: int = 500
    wait: int = 0
    compare: tuple[str, ...] = ()


class Row(Message, frozen=True, kw_only=True):
    """One row of a bucket. `data` is the JSON of the row's dataclass (see `rows.py`); None: delete."""

    id: str
    rev: int
    data: str | None = None


class BucketPage(Message, frozen=True, kw_only=True):
    """Rows of one bucket in revision order. `more`: ask again at once. With `more` false, `count` and `checksum`
    describe the whole bucket at `cursor`: checksum = sum over rows of the first 8 bytes (big-endian) of
    SHA256(id + "\\n" + rev as decimal), modulo 2^63."""

    bucket: str
    rows: tuple[Row, ...]
    cursor: int
    more: bool = False
    count: int | None = None
    checksum: int | None = None


class PullAnswer(Message, frozen=True, kw_only=True):
    """204 without a body when nothing is new; 410 with `SnapshotNeeded` when a cursor is too old, or 0 on a large
    bucket."""

    pages: tuple[BucketPage, ...]
    time: int
    hints: Hints = Hints()


class SnapshotNeeded(Message, frozen=True, kw_only=True):
    """Body of a 410: fetch these buckets' snapshots first."""

    buckets: tuple[str, ...]
    time: int


class SnapshotManifest(Message, frozen=True, kw_only=True):
    """`GET /v1/snapshots/{bucket}`. The file at `path` (Range allowed) is a zstd-compressed SQLite file with one table
    `row(id TEXT PRIMARY KEY, rev INTEGER NOT NULL, data TEXT NOT NULL)`. `signature`: Ed25519 by HQ's key `key_id` over
    `signed_texts.snapshot`."""

    bucket: str
    cursor: int
    rows: int
    size: int
    sha256: str
    path: str
    key_id: bytes
    signature: bytes
    time: int


class RedeemRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/ops/redeem`: an online claim of one use of a coupon for sale `txn`. `op` is the caller's id for the
    claim; the same `op` always gets the same answer."""

    op: str
    coupon: str
    template: str
    txn: str
    value: int


class RedeemAnswer(Message, frozen=True, kw_only=True):
    """`refused` carries a RefusalCode in `code` and its arguments in `args` (times in ms). A granted claim that is
    neither followed by the sale's fact nor abandoned stays taken until `expires`.

    Instead of it, 202 with a Problem of type `right_recalled`: another terminal holds the right and HQ is calling it
    back; `GET /v1/ops/{op}` has the answer soon (within seconds; `right_elsewhere` if that terminal does not answer).
    A terminal gives a right back by a fact rights.changed {revoke: [coupon]} for *every* delete row it pulls from its
    `rights` bucket, also of a coupon it never held."""

    op: str
    verdict: Literal["granted", "refused"]
    time: int
    code: str | None = None
    args: dict[str, Any] = msgspec.field(default_factory=dict)
    expires: int | None = None


class LookupRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/members/lookup`: a member who stands at a till of another store than theirs, by one of `member` (id),
    `card` and `phone` (E.164, whole); or what a claim of a `coupon` of `template` for sale `txn` would be refused for
    now, with its member."""

    member: str | None = None
    card: str | None = None
    phone: str | None = None
    coupon: str | None = None
    template: str = ""
    txn: str = ""


class PrizeRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/prizes/take`: a terminal wants to hand over the prize of a `claim`."""

    claim: str


class PrizeAnswer(Message, frozen=True, kw_only=True):
    """`code`, `args`: why it may not, as in `RedeemAnswer`; None: it may, and nobody else does."""

    code: str | None = None
    args: dict[str, Any] = msgspec.field(default_factory=dict)
    time: int


class PrizeSeen(Message, frozen=True, kw_only=True):
    """`POST /v1/prizes/look` (a `PrizeRequest`): the prize of a claim, of whatever store, as a row (`rows.PrizeRow`,
    JSON); None: there is none, or it is over for long."""

    row: bytes | None = None
    time: int


class PageRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/pages`: a paper for a customer's phone, under a name that the terminal made: 32 random hex digits.
    `document`: JSON of blocks (`domain.documents.blocks`)."""

    page: str
    document: bytes


class PageKept(Message, frozen=True, kw_only=True):
    """It can be opened at `/p/<page>` `until` then (ms since 1970)."""

    until: int
    time: int


class LookedUp(Message, frozen=True, kw_only=True):
    """A member: the JSON of rows as their home store has them (see `rows.py`): Member, CouponRow, SpentRow, EventRow.
    `spent`: uses anywhere by the member."""

    member: str
    coupons: tuple[str, ...] = ()
    spent: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


class LookupAnswer(Message, frozen=True, kw_only=True):
    """`found`: the members; several may have one phone, none means that HQ has none (any more), and what is kept of
    them is erased. `keep`: seconds for which a terminal may keep them. `code`, `args`: why the coupon is refused, as in
    `RedeemAnswer`; `left`: minor units that are on a voucher of value."""

    found: tuple[LookedUp, ...] = ()
    keep: int = 0
    time: int
    code: str | None = None
    args: dict[str, Any] = msgspec.field(default_factory=dict)
    left: int | None = None


class DrawSignRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/draws/sign`: HQ's signature on the manifest (JSON) of a draw that this terminal holds from a list of
    its own, `local/<device>/<n>`."""

    manifest: bytes


class DrawSigned(Message, frozen=True, kw_only=True):
    """HQ's signature over `H("sig", JCS(manifest))`, hex, by `key` (public, hex), in the name of `name`."""

    name: str
    key: str
    signature: str
    time: int


class DrawFileKept(Message, frozen=True, kw_only=True):
    """The answer to `POST /v1/draws/file`, whose body is the published file of a draw of this terminal's own, packed by
    zstd: HQ shows it under this hash."""

    sha256: str
    time: int


class DrawTicketsRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/draws/tickets`: the tickets that a member holds in frozen draws."""

    member: str


class DrawTicket(Message, frozen=True, kw_only=True):
    """A member's place in a published list: number `i` of `entrants`, tickets `first` to `first + count - 1`. `token`:
    the signed code with salt and path, by which they check it. `mh`: what the list is known by, hex."""

    draw: str
    seq: int
    state: str
    mh: str
    i: int
    first: int
    count: int
    entrants: int
    token: str


class DrawTickets(Message, frozen=True, kw_only=True):
    """The newest draw first."""

    tickets: tuple[DrawTicket, ...] = ()
    time: int


class PersonRecord(Message, frozen=True, kw_only=True):
    """Who a member is whom this store registered. `data`: the canonical bytes that the fact commits to, by `salt`."""

    member: str
    salt: bytes
    data: bytes


class PersonsRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/persons`: who registered, told after the facts; at most 50 at a time, again until HQ has answered."""

    persons: tuple[PersonRecord, ...]


class PersonsAnswer(Message, frozen=True, kw_only=True):
    """`kept`: HQ has them, and the rows of these members come. `refused`, by member: `unknown` (HQ has no such
    registration of this store yet: again later), `wrong` (not whom the fact commits to), `unreadable` (nobody can be
    such a person), `erased`, `elsewhere` (another store's member): never."""

    kept: tuple[str, ...] = ()
    refused: dict[str, str] = msgspec.field(default_factory=dict)
    time: int


class RemarkRecord(Message, frozen=True, kw_only=True):
    """What a member said in words of their own; a fact commits to it by `salt`."""

    member: str
    salt: bytes
    text: str


class RemarksRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/remarks`: told after the facts; at most 50 at a time, again until HQ has answered."""

    remarks: tuple[RemarkRecord, ...]


class RemarksAnswer(Message, frozen=True, kw_only=True):
    """By commitment. `kept`: HQ has them. `refused`: `unknown` (no fact of this store commits to it yet: again later),
    `erased` (the member is), `unreadable`: never."""

    kept: tuple[str, ...] = ()
    refused: dict[str, str] = msgspec.field(default_factory=dict)
    time: int


class GuestRecord(Message, frozen=True, kw_only=True):
    """Who a guest is whom this desk put on an event's list. `data`: the canonical bytes that the fact commits to, by
    `salt`."""

    event: str
    guest: str
    salt: bytes
    data: bytes


class GuestTextRecord(Message, frozen=True, kw_only=True):
    """What a guest wrote, chose as a day or signed; a fact commits to it by `salt`."""

    event: str
    guest: str
    question: str
    salt: bytes
    text: str


class GuestsRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/guests`: told after the facts; at most 500 guests and texts at a time, again until HQ has answered."""

    guests: tuple[GuestRecord, ...]
    texts: tuple[GuestTextRecord, ...] = ()


class GuestsAnswer(Message, frozen=True, kw_only=True):
    """By "event/guest"; of texts by their commitment. `kept`: HQ has them, and the rows of these guests come.
    `refused`: `unknown` (HQ has no such fact of this store yet: again later), `wrong` (not whom the fact commits to),
    `unreadable` (nobody can be such a guest), `over` (the event's guests are forgotten, or it is another store's):
    never."""

    kept: tuple[str, ...] = ()
    refused: dict[str, str] = msgspec.field(default_factory=dict)
    texts_kept: tuple[str, ...] = ()
    texts_refused: dict[str, str] = msgspec.field(default_factory=dict)
    time: int


class CodeRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/codes`: send a one-time code to a phone (E.164), by which somebody proves that it is theirs. Asked
    again before `resend_after` it is the same code, and nothing more is sent."""

    phone: str
    purpose: str = "register"
    language: str = "zh_TW"


class CodeAnswer(Message, frozen=True, kw_only=True):
    """A code of six digits is on its way: good until `until`; a further one may be asked for from `resend_after` on.
    Whether the phone is a member's is not said."""

    op: str
    until: int
    resend_after: int
    time: int


class CodeCheckRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/codes/check`: what somebody keyed in. The right one may be told again: it gets the same answer."""

    op: str
    code: str


class CodeChecked(Message, frozen=True, kw_only=True):
    """`state`: open (try again), proved, spent (too many wrong ones), expired, or undeliverable (no gateway takes a
    message to that phone). `phone`: as asked for; "" unless proved."""

    proved: bool
    tries_left: int
    phone: str = ""
    state: str = "open"
    time: int


class LeaseRequest(Message, frozen=True, kw_only=True):
    """`POST /v1/leases/acquire` and `/release`: shares of stock, budgets and totals of campaigns. `op`: the caller's
    id; the same `op` always gets the same answer. `quantities`: key (`domain.campaigns.shared.whole_quantities`) → how
    much is wanted, or given back. `POST /v1/leases/renew` takes none: the time of all shares starts anew.

    A share of a member's points is named "points:" and the member's id. With `claim` a customer waits for it: then HQ
    gives as much as is wanted, also of a member of another store, and calls it back from other terminals. While one is
    asked, the answer is 202 with a Problem of type `share_recalled`, and the same request is sent again, for seconds. A
    terminal is asked by a delete row of that name in its `rights` bucket, and answers as for a coupon's right."""

    op: str
    quantities: dict[str, int] = msgspec.field(default_factory=dict)
    claim: bool = False


class LeaseAnswer(Message, frozen=True, kw_only=True):
    """What came (or went, for a release): key → quantity, 0 where nothing is left. `fence` grows with every answer to
    the device. `ttl`: seconds for which all of the device's shares are good, counted by its monotonic clock.
    `signature`: Ed25519 by HQ's key `key_id` over `signed_texts.lease`. `holders`: of what was claimed and could not be
    had, key → the name of a terminal that holds a share and does not answer."""

    op: str
    fence: int
    granted: dict[str, int]
    ttl: int
    key_id: bytes
    signature: bytes
    time: int
    holders: dict[str, str] = msgspec.field(default_factory=dict)


class WheelAsk(Message, frozen=True, kw_only=True):
    """`POST /v1/wheels/ask`: a lease of a wheel's sealed tape. `op`: the caller's id; the same `op` always gets the
    same answer. `commitment`: `H("commit", nT)` of 32 random bytes that the terminal keeps to itself until it closes
    the lease; `want`: how many spins, at most.

    Refused with 409 and a Problem of type `no_such_wheel`, `not_running` (the campaign), `nothing_left`, `enough` (the
    terminal has leases that it has not closed), `commitment_known` or `no_more_time` (before the campaign ends)."""

    op: str
    campaign: str
    wheel: str
    commitment: bytes
    want: int


class WheelLeased(Message, frozen=True, kw_only=True):
    """A lease, public from now on. `body`: canonical JSON (`domain.draws.wheel`) that HQ's key `key_id` signed over
    `H("sig", body)`; its beacon's round is not out yet. `ttl`: seconds for which it is good, counted by the terminal's
    monotonic clock."""

    op: str
    body: str
    key_id: bytes
    signature: bytes
    ttl: int
    time: int


class BeaconTold(Message, frozen=True, kw_only=True):
    """`POST /v1/beacons`: a round that a terminal had from a phone, or that somebody keyed in, while HQ could not fetch
    it. HQ takes what it can verify, of rounds that something waits for."""

    chain: str
    round: int
    signature: bytes


class BeaconKept(Message, frozen=True, kw_only=True):
    """HQ has the round, and tells every terminal."""

    time: int


class Problem(Message, frozen=True, kw_only=True):
    """Body of every other 4xx/5xx (RFC 9457's type and title): `type` is a stable code."""

    type: str
    title: str
    time: int
