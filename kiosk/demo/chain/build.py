"""A believable chain for demonstrations and tests: the same seed and day give the same chain."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.demo.brand import brand
from kiosk.demo.chain import catalogue, in_time, pasts, people
from kiosk.domain.coupons.model import Coupon, CouponTemplate
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.time import instant
from kiosk.domain.tokens import SigningKey
from kiosk.hq.campaigns.commands import CampaignRefused
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.members.queries import referrers
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.editions import EDITIONS
from kiosk.hq.rows.publish import RowChange, all_rows
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.tokens import issue, keys
from kiosk.protocol.rows import BRAND_ID, CouponRow, EditionRow, RevocationRow

PINS = {Role.CLERK: "1357", Role.MANAGER: "2469", Role.VOLUNTEER: "5791", Role.AUDITOR: "8024"}
"""Demo PINs, documented in docs/hq.md."""

_STAFF = (
    ("s-101", "林怡君", Role.MANAGER, "xinyi"),
    ("s-102", "陳柏翰", Role.CLERK, "xinyi"),
    ("s-103", "黃詩涵", Role.CLERK, "xinyi"),
    ("s-201", "張志豪", Role.MANAGER, "zhongxiao"),
    ("s-202", "吳佳穎", Role.CLERK, "zhongxiao"),
    ("s-301", "蔡淑芬", Role.MANAGER, "banqiao"),
    ("s-302", "許家銘", Role.CLERK, "banqiao"),
    ("s-901", "鄭雅雯", Role.AUDITOR, None),
    ("s-902", "周品妤", Role.VOLUNTEER, None),
)
_BEARER_PER_STORE = 10
_FRIENDS_PER_STORE = 4
# template → how likely a member has one
_SHARE = {
    "cash100": 0.75,
    "ten-percent": 0.45,
    "spend1000": 0.45,
    "each500": 0.2,
    "gift-tote": 0.2,
    "beauty15": 0.3,
    "lunch60": 0.25,
    "night80": 0.15,
    "coffee5": 0.2,
    "daily50": 0.15,
    "flagship150": 0.15,
    "summer70": 0.1,
    "newyear88": 0.2,
    "flash300": 0.05,
}


@dataclass(frozen=True, slots=True)
class DemoChain:
    """What was made. `badges`: staff id → badge token. `coupons` are in the order in which they were given out."""

    stores: tuple[Store, ...]
    campaigns: tuple[CampaignHeader, ...]
    templates: tuple[CouponTemplate, ...]
    staff: tuple[StaffMember, ...]
    badges: dict[str, str]
    members: tuple[Member, ...]
    coupons: tuple[CouponRow, ...]
    revoked: tuple[str, ...]

    def coupons_of(self, member: str) -> tuple[CouponRow, ...]:
        """A member's coupons."""
        return tuple(row for row in self.coupons if row.coupon.member == member)


def build_demo(
    hq: Headquarters,
    hash_pin: Callable[[str], str],
    *,
    seed: int = 1,
    members: int = 2_000,
    campaigns: Sequence[str] = (),
) -> DemoChain:
    """Make the chain and publish it. `hash_pin` makes an argon2id hash. The first members of each store hold a coupon
    of every running kind, so that a demonstration can count on them. `campaigns`: campaign files (YAML), moved in time
    so that their main phase runs; then some members of each store were recommended by others. Raises ValueError when
    one of the files cannot be published."""
    chance = random.Random(seed)
    now = instant(hq.context.clock.now_ms()).replace(microsecond=0)
    today = now.astimezone(ZoneInfo(catalogue.ZONE)).replace(hour=0, minute=0, second=0)
    with hq.database.write() as tx:
        key = keys.signing(hq.context, tx)
    issuer = hq.context.settings.issuer
    templates = catalogue.templates(today)
    made = [_member(chance, number, now) for number in range(1, members + 1)]
    phones = [member.phone for member in made]
    people_made = tuple(
        pasts.with_past(member, seed, number, now.astimezone(today.tzinfo), phones[max(0, number - 2)])
        for number, member in enumerate(made, start=1)
    )
    coupons = _coupons(chance, people_made, templates, today)
    rows = tuple(issue.coupon_row(key, issuer, coupon, today) for coupon in coupons)
    staff, badges = _staff(chance, key, issuer, hash_pin, today)
    chain = DemoChain(
        stores=catalogue.STORES,
        campaigns=catalogue.campaigns(today),
        templates=templates,
        staff=staff,
        badges=badges,
        members=people_made,
        coupons=rows,
        revoked=tuple(row.coupon.id for row in rows if row.coupon.member is not None)[-5:],
    )
    changes = _changes(chain, today)
    friends = _friends(chain) if campaigns else {}
    hq.publish([change for change in changes if change.id not in friends])
    for document in campaigns:
        _publish_campaign(hq, document, today)
    _recommend(hq, chain, friends)
    hq.publish([change for change in changes if change.id in friends])
    return chain


def _publish_campaign(hq: Headquarters, document: str, today: datetime) -> None:
    text = in_time.running(document, today.date())
    name = in_time.campaign_in(text).id
    with hq.database.read() as tx:
        before = [row for row in all_rows(tx, EDITIONS, EditionRow) if row.campaign == name]
    last = max(before, key=lambda row: row.version, default=None)
    if last is not None:  # made again: on the same day nothing changes, on another it is a new version
        same = last.until is None and in_time.versioned(text, last.version) == last.document
        text = in_time.versioned(text, last.version + (not same))
    done = hq.publish_campaign(text)
    if isinstance(done, CampaignRefused):
        raise ValueError("\n".join((done.code, *done.words)))


def _friends(chain: DemoChain) -> dict[str, str]:
    """Newcomers who have not bought yet, and an old customer of the same store who recommended each."""
    friends: dict[str, str] = {}
    for store in chain.stores:
        here = [member for member in chain.members if member.home_store == store.id]
        new = [member for member in here if member.segment is Segment.NEW and not member.bought]
        old = [member for member in here if member.segment is Segment.ACTIVE]
        pairs = zip(new[:_FRIENDS_PER_STORE], old, strict=False)
        friends |= {friend.id: referrer.id for friend, referrer in pairs}
    return friends


def _recommend(hq: Headquarters, chain: DemoChain, friends: dict[str, str]) -> None:
    """They registered in the mini-program today, before HQ's row of them was there."""
    with hq.database.read() as tx:
        known = referrers(tx, friends)
    for member in chain.members:
        if member.id in friends and member.id not in known:
            body = {
                "member": member.id,
                "other": friends[member.id],
                "household": member.household,
                "channel": "online",
            }
            hq.record(MEMBER_REGISTERED, {**body, "store": member.home_store})


def _member(chance: random.Random, number: int, now: datetime) -> Member:
    segment = chance.choices((Segment.NEW, Segment.ACTIVE, Segment.DORMANT), (0.2, 0.55, 0.25))[0]
    tiers = (0.9, 0.1, 0.0, 0.0) if segment is Segment.NEW else (0.5, 0.28, 0.16, 0.06)
    tier = chance.choices(tuple(Tier), tiers)[0]
    visits = chance.randint(0, 1) if segment is Segment.NEW else chance.randint(2, 60)
    days = chance.randint(0, 30) if segment is Segment.NEW else chance.randint(120, 2000)
    stores = [store.id for store in catalogue.STORES]
    # the first members are spread evenly, so that even a tiny chain has some in each store
    home = stores[(number - 1) % 3] if number <= 30 else chance.choices(stores, (0.45, 0.3, 0.25))[0]
    return Member(
        id=f"m-{number:06d}",
        card_no=people.card_no(number),
        name=people.name(chance),
        phone=people.phone(number),
        tier=tier,
        segment=segment,
        points=chance.randint(0, 300) if segment is Segment.NEW else chance.randint(0, 300 * visits),
        home_store=home,
        joined=now - timedelta(days=days, minutes=chance.randint(0, 1439)),
        birthday=people.birthday(chance),
        visits=visits,
        tickets=chance.choices((0, 1, 2, 3), (0.6, 0.2, 0.15, 0.05))[0],
        streak_days=chance.randint(0, 12) if segment is Segment.ACTIVE else 0,
    )


def _coupons(
    chance: random.Random, members: Sequence[Member], templates: Sequence[CouponTemplate], today: datetime
) -> list[Coupon]:
    coupons: list[Coupon] = []

    def give(template: CouponTemplate, member: str | None, *, stores: tuple[str, ...] | None = None) -> None:
        expires = template.valid_until
        if member is not None and chance.random() < 0.02:
            expires = today - timedelta(days=1)  # run out yesterday
        begins = min(template.valid_from, expires - timedelta(days=1))
        coupons.append(Coupon(f"c{len(coupons) + 1:06d}", template.id, begins, expires, member=member, stores=stores))

    by_id = {template.id: template for template in templates}
    for place, member in enumerate(members):
        for template_id, share in _SHARE.items():
            if chance.random() < share or (place < 30 and share > 0.4):
                give(by_id[template_id], member.id)
        if member.segment is Segment.NEW:
            give(by_id["welcome200"], member.id)
        if member.birthday_month(today.date()):
            give(by_id["birthday20"], member.id)
    for store in catalogue.STORES:
        for _ in range(_BEARER_PER_STORE):
            give(by_id["cash100"], None, stores=(store.id,))
    return coupons


def _staff(
    chance: random.Random, key: SigningKey, issuer: str, hash_pin: Callable[[str], str], today: datetime
) -> tuple[tuple[StaffMember, ...], dict[str, str]]:
    staff: list[StaffMember] = []
    badges: dict[str, str] = {}
    for staff_id, name, role, store in _STAFF:
        serial = f"b{chance.randrange(16**8):08x}"
        stores = None if store is None else (store,)
        staff.append(StaffMember(staff_id, name, role, stores, pin_hash=hash_pin(PINS[role]), badge_id=serial))
        badges[staff_id] = issue.staff_badge(key, issuer, staff_id, serial, today)
    return tuple(staff), badges


def _changes(chain: DemoChain, today: datetime) -> list[RowChange]:
    homes = {member.id: member.home_store for member in chain.members}
    changes = [RowChange(Bucket(CHAIN, "stores"), store.id, store) for store in chain.stores]
    changes.append(RowChange(Bucket(CHAIN, "brand"), BRAND_ID, brand()))
    changes += [RowChange(Bucket(CHAIN, "campaigns"), row.id, row) for row in chain.campaigns]
    changes += [RowChange(Bucket(CHAIN, "templates"), row.id, row) for row in chain.templates]
    for store in chain.stores:
        here = [person for person in chain.staff if person.stores is None or store.id in person.stores]
        changes += [RowChange(Bucket(store.id, "staff"), person.id, person) for person in here]
    changes += [RowChange(Bucket(row.home_store, "members"), row.id, row) for row in chain.members]
    for row in chain.coupons:
        home = homes[row.coupon.member] if row.coupon.member else (row.coupon.stores or ("",))[0]
        if row.coupon.id in chain.revoked:
            row = replace(row, coupon=replace(row.coupon, revoked_at=today))
        changes.append(RowChange(Bucket(home, "coupons"), row.coupon.id, row))
    changes += [
        RowChange(Bucket(CHAIN, "revocations"), coupon, RevocationRow(coupon, today, "misprint"))
        for coupon in chain.revoked
    ]
    return changes
