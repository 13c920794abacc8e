"""What a signed token says, which keys are trusted, and what can be wrong with a token.

Words only: how the claims become bytes is the matter of `kiosk.protocol.tokens`. All instants are aware
datetimes of whole seconds (CWT's NumericDate, RFC 8392); ids are short texts, because every character is
printed in a QR code that a cheap camera must read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from kiosk.domain.time import millis

MAX_ID_CHARS = 64
KEY_BYTES = 32
MAX_KEY_ID_BYTES = 16
DRAW_SALT_BYTES = 16
HASH_BYTES = 32
MAX_DRAW_PATH = 40
"""Longest inclusion proof that is read: a tree of 2^40 leaves, more than any draw has."""


class TokenKind(StrEnum):
    """The kinds of token. The value is the prefix in front of the Base45 text, without its colon."""

    COUPON = "KC1"
    MEMBER_PASS = "KM1"
    EVENT_TICKET = "KT1"
    INVITE = "KI1"
    DRAW_RECEIPT = "KD1"
    PAPER_SLIP = "KS1"
    STAFF_BADGE = "KB1"


class Assurance(IntEnum):
    """How sure the issuer of a member pass was of whom it gave it to."""

    CLAIMED = 1
    """The person typed a number or showed a card; nothing was proven."""
    POSSESSION = 2
    """The person held the member's phone or was signed in to the mini-program."""
    PRESENT = 3
    """Staff checked the person against the member's record, face to face."""


class DrawKind(StrEnum):
    """Which of the two draws of the KD1 scheme a receipt belongs to."""

    WHEEL = "wheel"
    BATCH = "batch"


def _check_id(name: str, value: str | None) -> None:
    if value is not None and not (0 < len(value) <= MAX_ID_CHARS and value.isprintable()):
        raise ValueError(f"{name}: 1 to {MAX_ID_CHARS} printable characters")


def _check_instant(name: str, value: datetime | None) -> None:
    if value is None:
        return
    if value.tzinfo is None:
        raise ValueError(f"{name}: an instant needs a time zone")
    if value.microsecond:
        raise ValueError(f"{name}: whole seconds")
    if millis(value) < 0:
        raise ValueError(f"{name}: not before 1970")


def _check_count(name: str, value: int | None, least: int = 0) -> None:
    if value is not None and not least <= value < 2**53:
        raise ValueError(f"{name}: {least} to 2^53 - 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenClaims:
    """What every token says.

    `expires` is the first instant at which it is no longer good, `not_before` the first at which it is.
    Raises ValueError when a value cannot be put into a token.
    """

    issuer: str
    key_id: bytes
    issued: datetime
    expires: datetime
    not_before: datetime | None = None

    def __post_init__(self) -> None:
        _check_id("issuer", self.issuer)
        if not 0 < len(self.key_id) <= MAX_KEY_ID_BYTES:
            raise ValueError(f"key_id: 1 to {MAX_KEY_ID_BYTES} bytes")
        _check_instant("issued", self.issued)
        _check_instant("expires", self.expires)
        _check_instant("not_before", self.not_before)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponClaims(TokenClaims):
    """A coupon. `member` is None for a bearer coupon; `stores` and `regions` None mean everywhere; `worth`: minor units
    of a voucher of value that is not worth what its template says.

    When both are given, a store that is listed *or* lies in a listed region may redeem it.
    """

    id: str
    template: str
    member: str | None = None
    stores: tuple[str, ...] | None = None
    regions: tuple[str, ...] | None = None
    worth: int | None = None

    def __post_init__(self) -> None:
        super(CouponClaims, self).__post_init__()
        if self.worth is not None and self.worth < 0:
            raise ValueError("worth: less than nothing")
        _check_id("id", self.id)
        _check_id("template", self.template)
        _check_id("member", self.member)
        for name, places in (("stores", self.stores), ("regions", self.regions)):
            if places is not None and not places:
                raise ValueError(f"{name}: None means everywhere; an empty list would mean nowhere")
            for place in places or ():
                _check_id(name, place)

    def allows_store(self, store: str, region: str | None) -> bool:
        """True when the coupon may be redeemed in this store (lying in this region)."""
        if self.stores is None and self.regions is None:
            return True
        return store in (self.stores or ()) or region in (self.regions or ())


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPassClaims(TokenClaims):
    """A member's pass, shown by the mini-program or the kiosk and good for minutes."""

    member: str
    assurance: Assurance

    def __post_init__(self) -> None:
        super(MemberPassClaims, self).__post_init__()
        _check_id("member", self.member)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTicketClaims(TokenClaims):
    """A ticket to one event. `plus_ones` is how many people the guest may bring."""

    event: str
    registration: str
    seat: str | None = None
    plus_ones: int = 0

    def __post_init__(self) -> None:
        super(EventTicketClaims, self).__post_init__()
        _check_id("event", self.event)
        _check_id("registration", self.registration)
        _check_id("seat", self.seat)
        _check_count("plus_ones", self.plus_ones)


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteClaims(TokenClaims):
    """An invitation: whoever registers with it was referred by `referrer` in `campaign`."""

    referrer: str
    campaign: str

    def __post_init__(self) -> None:
        super(InviteClaims, self).__post_init__()
        _check_id("referrer", self.referrer)
        _check_id("campaign", self.campaign)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawReceiptClaims(TokenClaims):
    """What lets a customer check one draw: a leaf of a published tree and the way to its root (KD1).

    `draw` is the lease of a wheel or the id of a batch draw; `index` the slot j or the leaf number i;
    `size` the number of leaves; `salt` 16 bytes; `path` and `root` are RFC 9162 hashes of 32 bytes.
    A wheel's receipt has the prize `code`; a batch draw's the `first` ticket number and their `count`.
    No personal data: who the entrant is stays behind the salted commitment.
    """

    draw_kind: DrawKind
    draw: str
    index: int
    size: int
    salt: bytes = field(repr=False)
    path: tuple[bytes, ...] = field(repr=False)
    root: bytes
    code: str | None = None
    first: int | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        super(DrawReceiptClaims, self).__post_init__()
        _check_id("draw", self.draw)
        _check_id("code", self.code)
        _check_count("size", self.size, 1)
        _check_count("index", self.index)
        if self.index >= self.size:
            raise ValueError("index: below size")
        if len(self.salt) != DRAW_SALT_BYTES:
            raise ValueError(f"salt: {DRAW_SALT_BYTES} bytes")
        if len(self.path) > MAX_DRAW_PATH or any(len(step) != HASH_BYTES for step in self.path):
            raise ValueError(f"path: at most {MAX_DRAW_PATH} hashes of {HASH_BYTES} bytes")
        if len(self.root) != HASH_BYTES:
            raise ValueError(f"root: {HASH_BYTES} bytes")
        if self.draw_kind is DrawKind.WHEEL and (self.code is None or (self.first, self.count) != (None, None)):
            raise ValueError("a wheel's receipt has a code and no ticket numbers")
        if self.draw_kind is DrawKind.BATCH and (self.first is None or self.count is None):
            raise ValueError("a batch draw's receipt has its first ticket number and their count")
        _check_count("first", self.first)
        _check_count("count", self.count, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSlipClaims(TokenClaims):
    """One numbered, pre-signed slip for manual redemption when everything electric is off.

    `number` is this slip's, in the `book` that runs `first` to `last`; given out to a `terminal` or a `store`. It is
    good for one use of `template`, or takes `off` minor units off whatever is bought.
    """

    book: str
    number: int
    first: int
    last: int
    template: str | None = None
    off: int | None = None
    terminal: str | None = None
    store: str | None = None

    def __post_init__(self) -> None:
        super(PaperSlipClaims, self).__post_init__()
        _check_id("book", self.book)
        _check_id("template", self.template)
        if (self.template is None) == (self.off is None):
            raise ValueError("a slip is good for a template or for an amount")
        _check_count("off", self.off, 1)
        _check_id("terminal", self.terminal)
        _check_id("store", self.store)
        if (self.terminal is None) == (self.store is None):
            raise ValueError("a slip belongs to a terminal or to a store")
        _check_count("first", self.first)
        _check_count("last", self.last)
        if not self.first <= self.number <= self.last:
            raise ValueError("number: within first to last")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffBadgeClaims(TokenClaims):
    """A staff member's QR badge. It is good while the staff row names the same `serial`."""

    staff: str
    serial: str

    def __post_init__(self) -> None:
        super(StaffBadgeClaims, self).__post_init__()
        _check_id("staff", self.staff)
        _check_id("serial", self.serial)


Claims = (
    CouponClaims
    | MemberPassClaims
    | EventTicketClaims
    | InviteClaims
    | DrawReceiptClaims
    | PaperSlipClaims
    | StaffBadgeClaims
)

KIND_OF: dict[type[TokenClaims], TokenKind] = {
    CouponClaims: TokenKind.COUPON,
    MemberPassClaims: TokenKind.MEMBER_PASS,
    EventTicketClaims: TokenKind.EVENT_TICKET,
    InviteClaims: TokenKind.INVITE,
    DrawReceiptClaims: TokenKind.DRAW_RECEIPT,
    PaperSlipClaims: TokenKind.PAPER_SLIP,
    StaffBadgeClaims: TokenKind.STAFF_BADGE,
}

HQ_PURPOSES = frozenset(TokenKind)
"""What HQ's keys sign: tickets of batch draws are draw receipts, too."""
TERMINAL_PURPOSES = frozenset(
    {TokenKind.DRAW_RECEIPT, TokenKind.PAPER_SLIP, TokenKind.INVITE, TokenKind.MEMBER_PASS, TokenKind.COUPON}
)
"""What a terminal's own device key signs: what is handed out while HQ cannot be reached. Of coupons only vouchers of
value that are worth nothing by themselves (what is put on them is journalled); no badges."""
TERMINAL_PASS_LIFE = timedelta(minutes=15)
"""How long a pass is good at most that a terminal signs: it proves that its member stood there a moment ago."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private Ed25519 key (32 bytes, RFC 8032 seed) and the id under which others know it.

    Lives in the key store and in memory only; its repr never shows the secret.
    """

    key_id: bytes
    private: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not 0 < len(self.key_id) <= MAX_KEY_ID_BYTES:
            raise ValueError(f"key_id: 1 to {MAX_KEY_ID_BYTES} bytes")
        if len(self.private) != KEY_BYTES:
            raise ValueError(f"private: {KEY_BYTES} bytes")


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A public key that this terminal believes, for `purposes`, from `not_before` until `not_after`.

    The span is the time in which its tokens are *accepted*, not only signed: HQ stops signing with a key
    while its longest-lived token can still run out inside the span. From `revoked_at` on none of its tokens
    is accepted whenever it says it was issued, because a thief writes any date he likes.
    `issuer`, when given, is the only issuer this key may speak for (a terminal, a partner). `pass_life`: how long a
    member pass of it is good at most; None: as long as it says. `empty_coupons`: its coupons are vouchers of value that
    are worth nothing by themselves, and nobody's.
    """

    key_id: bytes
    public: bytes
    not_before: datetime
    not_after: datetime
    revoked_at: datetime | None = None
    purposes: frozenset[TokenKind] = HQ_PURPOSES
    issuer: str | None = None
    pass_life: timedelta | None = None
    empty_coupons: bool = False

    def __post_init__(self) -> None:
        if not 0 < len(self.key_id) <= MAX_KEY_ID_BYTES:
            raise ValueError(f"key_id: 1 to {MAX_KEY_ID_BYTES} bytes")
        if len(self.public) != KEY_BYTES:
            raise ValueError(f"public: {KEY_BYTES} bytes")
        for name, instant in (
            ("not_before", self.not_before),
            ("not_after", self.not_after),
            ("revoked_at", self.revoked_at),
        ):
            if instant is not None and instant.tzinfo is None:
                raise ValueError(f"{name}: an instant needs a time zone")


class TokenProblem(StrEnum):
    """Why a text is not accepted as a token. Stable codes; the words live in the screen's language files."""

    NOT_OURS = "not_ours"
    """No prefix of ours."""
    GOODS = "goods"
    """The code of an article in the shop."""
    TOO_LARGE = "too_large"
    """More than the 4 kB that is read."""
    UNREADABLE = "unreadable"
    """Looks like ours, but damaged on the way, or of a newer form than this program knows."""
    UNKNOWN_KEY = "unknown_key"
    """Signed by a key this terminal does not have (perhaps it has not synchronised for long)."""
    FORGED = "forged"
    """The signature does not hold, or the key may not sign such a token."""
    KEY_REVOKED = "key_revoked"
    KEY_EXPIRED = "key_expired"
    MALFORMED = "malformed"
    """Well signed, but what it says makes no sense: a fault of the issuer, to be reported."""
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ReadToken:
    """A token whose signature holds and whose time has come and not gone."""

    kind: TokenKind
    claims: Claims


@dataclass(frozen=True, slots=True)
class TokenRefusal:
    """Why a text was not accepted.

    `since`: the problem exists since then (expired, key revoked). `until`: it goes away then (not yet valid).
    `shown`: a shortened, printable form of what was read, for the clerk; never to be opened or executed.
    `claims`: only when the signature holds, so that the page can say which coupon has run out.
    """

    problem: TokenProblem
    shown: str
    since: datetime | None = None
    until: datetime | None = None
    kind: TokenKind | None = None
    key_id: bytes | None = None
    claims: Claims | None = None
