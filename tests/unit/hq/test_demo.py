"""The demo chain: believable, the same for a seed, and whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.demo.chain.build import PINS, DemoChain, build_demo
from kiosk.demo.chain.catalogue import campaigns, templates
from kiosk.domain.coupons.model import BenefitKind, OfflinePolicy
from kiosk.domain.members.card import MemberCard, parse_card
from kiosk.domain.members.member import Tier
from kiosk.domain.staff.pins import MAX_PIN, MIN_PIN
from kiosk.domain.staff.roles import Role
from kiosk.domain.tokens import TokenKind
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.database import Database
from kiosk.hq.tokens import issue, keys
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader
from tests.unit.hq.rig import NOON, MemoryVault, SeededChance, Terminal, TestClock


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Headquarters, DemoChain]]:
    folder = tmp_path_factory.mktemp("demo")
    hq = empty(folder)
    yield hq, build_demo(hq, "hash of {}".format, members=150)
    hq.database.close()


def empty(folder: Path) -> Headquarters:
    return Headquarters(Database(folder / "hq.db"), TestClock(), SeededChance(), MemoryVault(), folder)


def test_every_kind_of_rule_is_there() -> None:
    rules = templates(NOON)
    assert {rule.benefit.kind for rule in rules} == set(BenefitKind) - {BenefitKind.UNKNOWN}
    assert {rule.benefit.each for rule in rules if rule.benefit.kind is BenefitKind.THRESHOLD} == {True, False}
    assert any(rule.benefit.cap for rule in rules)
    assert any(rule.categories for rule in rules)
    assert any(rule.hours for rule in rules)
    assert any(rule.uses_per_coupon > 1 for rule in rules)
    assert any(rule.uses_per_member_day for rule in rules)
    assert any(rule.uses_per_member for rule in rules)
    assert any(rule.stores for rule in rules)
    assert any(rule.offline is OfflinePolicy.ACCEPT_WITH_MANAGER for rule in rules)
    assert {bool(rule.stacks_with) for rule in rules} == {True, False}
    assert any(rule.withdrawn for rule in rules)
    running = {header.id: (header.starts <= NOON < header.ends, header.withdrawn) for header in campaigns(NOON)}
    assert {running[rule.campaign] for rule in rules} == {(True, False), (False, False), (True, True)}
    assert any(header.ends <= NOON for header in campaigns(NOON))
    assert any(header.starts > NOON for header in campaigns(NOON))


def test_members_are_believable_and_nobodys(made: tuple[Headquarters, DemoChain]) -> None:
    _, chain = made
    assert len({member.phone for member in chain.members}) == len(chain.members) == 150
    assert all(member.phone.startswith("+8869000") and len(member.phone) == 13 for member in chain.members)
    assert all(parse_card(member.card_no) == MemberCard(member.card_no) for member in chain.members)
    assert all(2 <= len(member.name) <= 4 and "\u4e00" <= member.name[0] <= "\u9fff" for member in chain.members)
    assert {member.tier for member in chain.members} == set(Tier)
    assert min(Counter(member.home_store for member in chain.members).values()) > 10
    assert any(member.birthday is None for member in chain.members)
    assert all(member.joined < NOON and member.points >= 0 for member in chain.members)
    assert len(chain.coupons) > 2 * len(chain.members)


def test_every_token_is_good(made: tuple[Headquarters, DemoChain]) -> None:
    hq, chain = made
    with hq.database.write() as tx:
        reader = TokenReader(KeyRing(trusted_key(row) for row in keys.key_rows(tx)))
        key = keys.signing(hq.context, tx)
    kinds: Counter[TokenKind] = Counter()
    for row in chain.coupons:
        opened = reader.read(row.token, max(row.coupon.not_before, NOON - timedelta(days=5)))
        assert opened.kind is not None
        assert opened.claims is not None
        kinds[opened.kind] += 1
        assert (opened.claims.id, opened.claims.template, opened.claims.member) == (  # type: ignore[union-attr]
            row.coupon.id,
            row.coupon.template,
            row.coupon.member,
        )
    assert kinds == {TokenKind.COUPON: len(chain.coupons)}
    for token, kind in (
        *((badge, TokenKind.STAFF_BADGE) for badge in chain.badges.values()),
        (issue.member_pass(key, "HQ", "m-000001", NOON, timedelta(minutes=5)), TokenKind.MEMBER_PASS),
    ):
        assert reader.read(token, NOON).kind is kind


def test_staff_have_good_pins_and_a_store(made: tuple[Headquarters, DemoChain]) -> None:
    _, chain = made
    assert all(pin.isdigit() and MIN_PIN <= len(pin) <= MAX_PIN for pin in PINS.values())
    assert {person.role for person in chain.staff} == set(Role)
    assert all(person.pin_hash == f"hash of {PINS[person.role]}" for person in chain.staff)
    for store in chain.stores:
        roles = {person.role for person in chain.staff if person.stores is None or store.id in person.stores}
        assert roles == set(Role)


def test_a_terminal_gets_its_store_and_no_other(made: tuple[Headquarters, DemoChain]) -> None:
    hq, chain = made
    till = Terminal.enrolled(hq, "banqiao")
    members = till.rows("store/banqiao/members")
    assert members.keys() == {member.id for member in chain.members if member.home_store == "banqiao"}
    coupons = till.rows("store/banqiao/coupons")
    assert {row["coupon"].get("member") for row in coupons.values()} <= members.keys() | {None}
    assert till.rows("chain/revocations").keys() == set(chain.revoked)
    rights = till.rows(till.rights_bucket)
    assert rights.keys() <= coupons.keys()
    assert not rights.keys() & set(chain.revoked)
    assert len(till.rows("chain/templates")) == len(chain.templates)
    assert hq.verify() == []


def test_the_same_seed_gives_the_same_chain_and_again_changes_nothing(
    made: tuple[Headquarters, DemoChain], tmp_path: Path
) -> None:
    hq, chain = made
    assert build_demo(hq, "hash of {}".format, members=150) == chain
    with hq.database.read() as tx:
        before = tx.connection.exec_driver_sql("SELECT max(rev) FROM published").scalar()
    build_demo(hq, "hash of {}".format, members=150)
    with hq.database.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT max(rev) FROM published").scalar() == before
    other = empty(tmp_path)
    assert build_demo(other, "hash of {}".format, members=150) == chain
    different = build_demo(other, "hash of {}".format, members=150, seed=2)
    assert [replace(member, joined=NOON) for member in different.members] != [
        replace(member, joined=NOON) for member in chain.members
    ]
    other.database.close()
