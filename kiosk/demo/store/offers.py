"""What HQ published to the demo store: keys, coupons, campaigns; and the codes that people hold up there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk import paths
from kiosk.demo.brand import brand
from kiosk.demo.store.clock import NOW
from kiosk.demo.store.people import ELSEWHERE, MEMBERS, STORE, STORES
from kiosk.domain.campaigns.coupons import template_of
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon, CouponTemplate, OfflinePolicy
from kiosk.domain.staff.roles import StaffMember
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.texts import LocalText
from kiosk.domain.tokens import (
    HQ_PURPOSES,
    InviteClaims,
    SigningKey,
    TokenKind,
)
from kiosk.hq.tokens import issue
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.campaigns.purpose import PURPOSE
from kiosk.protocol.campaigns.signature import sign
from kiosk.protocol.rows import BRAND_ID, CouponRow, EditionRow, KeyRow
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import key_id_of, public_of, signing_key

ZONE, CURRENCY = "Asia/Taipei", "TWD"
DOLLAR = 100
CAMPAIGN = "old-friends"
FILES = (CAMPAIGN, "feast")
"""Of resources/demo, those that every demo store has."""
NEWCOMERS = "newcomers"
"""The one beside them, where newcomers are shown."""
FIRST_DAY = datetime(2026, 11, 12, 16, tzinfo=UTC)
"""The campaign's first midnight in the store."""
LAST_DAY = datetime(2026, 12, 12, 16, tzinfo=UTC)
_SEED = bytes(range(32))
_EARLIER = datetime(2026, 1, 1, tzinfo=UTC)
_LATER = datetime(2028, 1, 1, tzinfo=UTC)
HQ = "HQ"

Row = tuple[str, str, object]
"""Bucket, id, row: as HQ sends them."""


def _template(
    id_: str, name: LocalText, benefit: Benefit, group: str, with_: tuple[str, ...], **more: object
) -> CouponTemplate:
    made = CouponTemplate(
        f"t-{id_}", name, CAMPAIGN, benefit, FIRST_DAY - timedelta(days=30), LAST_DAY + timedelta(days=30),
        stack_group=group, stacks_with=with_, offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=100 * DOLLAR,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]  # fields of CouponTemplate by name


THRESHOLD = _template(
    "c1",
    LocalText("滿 400 減 60", "满 400 减 60", "60 off from 400"),
    Benefit(BenefitKind.THRESHOLD, off=60 * DOLLAR, spend=400 * DOLLAR),
    "threshold",
    ("percent", "category", "gift", "tier", "points"),
)
GOLD_DAY = _template(
    "c2",
    LocalText("金卡會員日", "金卡会员日", "Gold members’ day"),
    Benefit(BenefitKind.PERCENT, rate_bp=500, cap=200 * DOLLAR),
    "percent",
    ("threshold", "birthday", "category", "cash", "gift", "points"),
)
BIRTHDAY = _template(
    "c3",
    LocalText("生日券", "生日券", "Birthday coupon"),
    Benefit(BenefitKind.FIXED, off=30 * DOLLAR),
    "birthday",
    ("percent", "category", "gift", "points"),
)
TEA = _template(
    "c4",
    LocalText("茶品 8 折", "茶品 8 折", "20% off tea"),
    Benefit(BenefitKind.PERCENT, rate_bp=2000),
    "category",
    ("threshold", "percent", "birthday", "cash", "gift", "points"),
    categories=("tea",),
)
SAMPLE = _template(
    "c5",
    LocalText("新品試用裝", "新品试用装", "Sample of the new series"),
    Benefit(BenefitKind.GIFT, gift=LocalText("試用裝一份", "试用装一份", "One sample"), value=50 * DOLLAR),
    "gift",
    ("*",),
)
TOTE = _template(
    "c6",
    LocalText("來店禮", "到店礼", "Welcome gift"),
    Benefit(BenefitKind.GIFT, gift=LocalText("環保袋一個", "环保袋一个", "One tote bag"), value=30 * DOLLAR),
    "gift",
    ("*",),
)
CASH = _template(
    "c7",
    LocalText("現折 60 元", "立减 60 元", "60 off"),
    Benefit(BenefitKind.FIXED, off=60 * DOLLAR),
    "cash",
    ("percent", "category", "gift", "points"),
)
MEMBERS_ONLY = _template(
    "c8",
    LocalText("會員每日折 20", "会员每日减 20", "Members’ daily 20 off"),
    Benefit(BenefitKind.FIXED, off=20 * DOLLAR),
    "daily",
    (),
    uses_per_member_day=1,
)
GRAND = _template(
    "c9",
    LocalText("週年滿 300 折 150", "周年满 300 减 150", "150 off from 300"),
    Benefit(BenefitKind.THRESHOLD, off=150 * DOLLAR, spend=300 * DOLLAR),
    "threshold",
    ("gift",),
)
TEMPLATES = (THRESHOLD, GOLD_DAY, BIRTHDAY, TEA, SAMPLE, TOTE, CASH, MEMBERS_ONLY, GRAND)

# id, template, member (None: whoever holds the paper), days from NOW until it ends
_COUPONS = (
    ("c1", THRESHOLD, "m1", 9), ("c2", GOLD_DAY, "m1", 20), ("c3", BIRTHDAY, "m1", 9), ("c4", TEA, "m1", 30),
    ("c5", SAMPLE, "m1", -2), ("c6", TOTE, "m2", 12), ("c31", THRESHOLD, "m3", 9), ("c32", GOLD_DAY, "m3", 20),
    ("c51", BIRTHDAY, "m5", 9), ("c61", TOTE, "m6", 12), ("c91", GOLD_DAY, "m9", 20),
    ("p1", CASH, None, 9), ("p2", TOTE, None, 12), ("p3", MEMBERS_ONLY, None, 9), ("p4", GRAND, None, 9),
    ("p5", CASH, None, 9), ("s1", CASH, "m2", 9), ("s3", THRESHOLD, "m7", 9),
)  # fmt: skip
SOLD = ("p5", "s1", "s3")
"""Coupons with which the sales of the past are made."""
WITHOUT_RIGHT = ("p4",)
"""Coupons that this terminal may not redeem by itself."""


def token_key() -> SigningKey:
    """HQ's key for codes."""
    return signing_key(_SEED)


def coupons() -> tuple[Coupon, ...]:
    """What members were given, and paper without a name."""
    begins = FIRST_DAY - timedelta(days=1)
    return tuple(
        Coupon(id_, template.id, begins, (NOW + timedelta(days=days)), member)
        for id_, template, member, days in _COUPONS
    )


@dataclass(frozen=True, slots=True)
class Codes:
    """The texts behind the codes that people hold up, by short names: "M:<member>" their pass, "K:<member>" their plain
    card, "I:<member>" their invitation, "C:<coupon>", "S:<staff>" a badge; "X:forged" and "X:torn" a coupon that HQ
    did not sign, and one that cannot be read."""

    texts: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.texts.get(name, name)


def codes(staff: tuple[StaffMember, ...]) -> Codes:
    """Everything that can be held up in the store."""
    key = token_key()
    valid = LAST_DAY - FIRST_DAY

    def held_up() -> Iterator[tuple[str, str]]:
        for member in MEMBERS:
            yield f"M:{member.id}", issue.member_pass(key, HQ, member.id, FIRST_DAY, valid)
            yield f"K:{member.id}", member.card_no
            invitation = InviteClaims(
                issuer=HQ, key_id=key.key_id, issued=FIRST_DAY, expires=LAST_DAY, referrer=member.id, campaign=CAMPAIGN
            )
            yield f"I:{member.id}", sign_token(invitation, key)
        for person in staff:
            yield f"S:{person.id}", issue.staff_badge(key, HQ, person.id, person.badge_id or "", FIRST_DAY)
        for row in coupon_rows():
            yield f"C:{row.coupon.id}", row.token

    texts = dict(held_up())
    paper = next(coupon for coupon in coupons() if coupon.id == "p1")
    texts["X:forged"] = issue.coupon_row(SigningKey(key.key_id, bytes(32)), HQ, paper, FIRST_DAY).token
    texts["X:torn"] = texts["C:p1"][:-12]
    return Codes(texts)


def coupon_rows() -> tuple[CouponRow, ...]:
    """All coupons with their signed codes."""
    return tuple(map(coupon_row, coupons()))


def coupon_row(coupon: Coupon) -> CouponRow:
    """A coupon with its signed code."""
    return issue.coupon_row(token_key(), HQ, coupon, coupon.not_before)


def campaigns() -> tuple[Campaign, ...]:
    """The demo's campaign files."""
    return tuple(read_campaign(document(name).encode()).campaign for name in FILES)


def document(name: str) -> str:
    """A campaign file of resources/demo."""
    return (paths.resources() / "demo" / f"{name}.yaml").read_text(encoding="utf-8")


def rows() -> Iterator[Row]:
    """Everything that HQ published, as the sync would bring it."""
    for key, purposes in _keys():
        row = _key_row(key, purposes)
        yield "chain/keys", row.key_id, row
    for id_, words in STORES:
        yield "chain/stores", id_, Store(id_, words, ZONE, CURRENCY, "taipei")
    for template in TEMPLATES:
        yield "chain/templates", template.id, template
    for name in FILES:
        yield from campaign_rows(name)
    header = CampaignHeader(CAMPAIGN, campaigns()[0].name, FIRST_DAY, LAST_DAY)
    yield "chain/campaigns", header.id, header
    yield "chain/brand", BRAND_ID, brand()
    for member in MEMBERS:
        yield f"store/{STORE}/members", member.id, member
    for coupon in coupon_rows():
        home = ELSEWHERE if coupon.coupon.member == "m9" else STORE
        if home == STORE:
            yield f"store/{STORE}/coupons", coupon.coupon.id, coupon


def _edition(text: str) -> EditionRow:
    campaign, key = read_campaign(text.encode()).campaign, bytes(reversed(_SEED))
    signature = sign(campaign, key_id_of(public_of(key)).hex(), Ed25519PrivateKey.from_private_bytes(key))
    return EditionRow(campaign.id, campaign.version, _EARLIER, None, text, signature.decode())


_FOR_FRIENDS = """
  - {id: welcome, name: {zh_TW: 新會員禮, zh_CN: 新会员礼, en: Welcome pack}, when: registered, give: [{points: 100}, {coupon: mooncake}]}
  - {id: friend, name: {zh_TW: 好友首購送積分, zh_CN: 好友首单送积分, en: Points for a friend’s first purchase}, when: referee_bought, give: [{points: 200}], hold_days: 7}
  - {id: three, name: {zh_TW: 三位好友送禮籃, zh_CN: 三位好友送礼篮, en: A hamper for three friends}, when: {event: referee_bought, n: 3}, give: [{gift: hamper}]}
"""  # noqa: E501  (a rule a line, as in the file)


def season_rows(theme: str = "") -> Iterator[tuple[str, EditionRow]]:
    """The demo's campaign with rules for newcomers and friends, and a season's `theme`: id and row of the edition."""
    text = document(CAMPAIGN).replace("\nlegal:\n", f"{_FOR_FRIENDS}legal:\n", 1)
    if theme:
        text = text.replace("jurisdiction: TW\n", f"jurisdiction: TW\ntheme: {theme}\n", 1)
    edition = _edition(text)
    yield f"{edition.campaign}/{edition.version}", edition


def campaign_rows(name: str) -> Iterator[Row]:
    """A campaign file of resources/demo, as HQ publishes it: the signed edition, and templates of its coupons."""
    yield from rows_of(document(name))


def rows_of(text: str) -> Iterator[Row]:
    """The same of a file's text."""
    campaign = read_campaign(text.encode()).campaign
    yield "chain/editions", f"{campaign.id}/{campaign.version}", _edition(text)
    for spec in campaign.coupons:
        template = template_of(campaign, spec)
        yield "chain/templates", template.id, template


def all_purpose_key() -> KeyRow:
    """The key for codes as one that is believed for codes of terminals, too: with it the demo's terminal signs."""
    return _key_row(_SEED, tuple(sorted(kind.value for kind in TokenKind)))


def _key_row(seed: bytes, purposes: tuple[str, ...]) -> KeyRow:
    public = public_of(seed)
    return KeyRow(key_id_of(public).hex(), public.hex(), _EARLIER, _LATER, None, purposes)


def _keys() -> tuple[tuple[bytes, tuple[str, ...]], ...]:
    return (
        (_SEED, tuple(sorted(kind.value for kind in HQ_PURPOSES))),
        (bytes(reversed(_SEED)), (PURPOSE,)),
    )
