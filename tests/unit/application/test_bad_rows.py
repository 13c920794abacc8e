"""One bad row harms only itself: any row of any bucket, changed in any way, and everybody else is served as before."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.adapters.sync.pull import Pull
from kiosk.application.sales.outcomes import Redemption
from kiosk.domain.coupons.model import BenefitKind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.domain.stores import CampaignHeader
from kiosk.domain.tokens import Assurance, MemberPassClaims
from kiosk.protocol.rows import RevocationRow, SpentRow
from kiosk.protocol.wire.messages import BucketPage, Row
from tests.shared.till import CLERK, LONG_AGO, Till, member

STAFF = (("s-1", "林怡君", "1234"), ("s-2", "張志豪", "4321"))
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(("", "5/12", "13-40", "diamond", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "T1", "\0"))
    | st.text(st.characters(codec="utf-8"), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
BROKEN = ("", "null", "[]", "{", '{"id":', "[" * 3000, '{"a":NaN}', "\ufeff{}")


@dataclass(frozen=True)
class Place:
    """A row that is changed. `harms`: what of the others may differ because it follows from the row."""

    bucket: str
    row_id: str
    harms: frozenset[str] = frozenset()


PLACES = (
    Place("store/N01/members", "m-1"),
    Place("store/N01/coupons", "c-1"),
    Place("chain/templates", "odd"),
    Place("chain/stores", "N02"),
    Place("chain/stores", "N01", frozenset({"regional"})),
    Place("chain/campaigns", "odd"),
    Place("chain/keys", "bb"),
    Place("chain/revocations", "c-1"),
    Place("store/N01/spent", "c-1/t-1"),
    Place("chain/editions", "odd/1"),
    Place("store/N01/events", "d-99/1"),
    Place("store/N01/staff", "s-1"),
    Place("chain/brand", "brand"),
)


def shop() -> Till:
    """A good chain: m-2 and their coupon have nothing to do with what is changed."""
    till = Till()
    till.publishes("rules:\n  - {id: welcome, name: NAME, when: purchased, give: [{points: 5}]}\n")
    till.has_members(
        member("m-1", card_no="20000006", name="王小明", birthday="05-12", bought=(("2026-01-05", 500_00),)),
        member("m-2", card_no="20000014", name="王大明", birthday="03-12"),
    )
    till.put("chain/campaigns", "odd", CampaignHeader("odd", till.has_template("odd", campaign="odd").name,
                                                       LONG_AGO, LONG_AGO.replace(year=2028)))  # fmt: skip
    till.has_template("own")
    till.has_coupon("c-1", "odd")
    till.has_coupon("c-2", "own", member="m-2")
    till.put("chain/stores", "N02", till.reference.store("N01"))
    till.put("chain/keys", "bb", till._key)
    till.put("chain/revocations", "c-9", RevocationRow("c-9", LONG_AGO))
    till.put("store/N01/spent", "c-8/t-8", SpentRow("c-8", "odd", "t-8", "d", "N01", LONG_AGO, "m-1"))
    till.elsewhere("member.seen", {"member": "m-1"})
    till.has_staff(*(StaffMember(who, name, Role.CLERK, pin_hash=pin) for who, name, pin in STAFF))
    return till


GOOD: dict[str, Any] = {
    "store/N01/members": {
        "id": "m-1", "card_no": "20000006", "name": "王小明", "phone": "+886912340001", "tier": "gold",
        "segment": "active", "points": 3, "home_store": "N01", "joined": "2025-01-01T00:00:00Z", "birthday": "05-12",
        "visits": 3, "bought": [["2026-01-05", 50000]], "tags": ["x"],
    },
    "store/N01/coupons": {
        "coupon": {"id": "c-1", "template": "odd", "not_before": "2025-01-01T00:00:00Z",
                   "expires": "2027-01-01T00:00:00Z", "member": "m-1", "stores": None},
        "token": "KC1:x",
    },
    "chain/templates": {
        "id": "odd", "name": {"zh_TW": "a", "zh_CN": "b", "en": "c"}, "campaign": "odd",
        "benefit": {"kind": "threshold", "off": 5000, "spend": 100, "each": True},
        "valid_from": "2025-01-01T00:00:00Z", "valid_until": "2027-01-01T00:00:00Z", "uses_per_member": 3,
        "uses_per_member_day": 2, "hours": [{"days": [1, 2, 3, 4, 5, 6, 7], "since": "00:00:00", "until": "00:00:00"}],
        "stores": ["N01"], "categories": None,
    },
    "chain/stores": {
        "name": {"zh_TW": "信義", "zh_CN": "信义", "en": "Xinyi"}, "zone": "Asia/Taipei", "currency": "TWD",
        "region": "north",
    },
    "chain/brand": {
        "name": {"zh_TW": "a", "zh_CN": "b", "en": "c"}, "logo": "iVBORw0KGgo=", "colour": "#0e6b5b",
    },
    "chain/campaigns": {
        "id": "odd", "name": {"zh_TW": "a", "zh_CN": "b", "en": "c"}, "starts": "2025-01-01T00:00:00Z",
        "ends": "2028-01-01T00:00:00Z",
    },
    "chain/keys": {
        "key_id": "bb", "public": "ab" * 32, "not_before": "2025-01-01T00:00:00Z", "not_after": "2028-01-01T00:00:00Z",
        "purposes": ["KM1"],
    },
    "chain/revocations": {"coupon": "c-1", "at": "2025-06-01T00:00:00Z", "reason": "x"},
    "store/N01/spent": {
        "coupon": "c-1", "template": "odd", "txn": "t-1", "device": "d-9", "store": "N02", "at": "2025-06-01T00:00:00Z",
        "member": "m-1",
    },
    "chain/editions": {
        "campaign": "odd", "version": 1, "since": "2025-01-01T00:00:00Z", "until": None, "document": "a: 1",
        "signature": "",
    },
    "store/N01/events": {
        "device": "d-99", "store": "N01", "zone": "Asia/Taipei", "members": ["m-1", "m-2"],
        "fact": '{"actor":"s-9","at":1770000000000,"body":{"member":"m-1"},"boot":"b","epoch":1,"hlc":1,'
                '"kind":"member.seen","mono":1,"off":0,"seq":1}',
    },
    "store/N01/staff": {"id": "s-1", "name": "林怡君", "role": "clerk", "pin_hash": "1234", "active": True},
}  # fmt: skip


def paths(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path for key, part in inner for path in ((*at, key), *paths(part, (*at, key)))]


@st.composite
def changes(draw: st.DrawFn) -> tuple[Place, str]:
    """A place, and what lies there now."""
    place = draw(st.sampled_from(PLACES))
    if draw(st.integers(0, 9)) == 0:
        return place, draw(st.sampled_from(BROKEN))
    row = json.loads(json.dumps(GOOD[place.bucket] | ({"id": place.row_id} if "stores" in place.bucket else {})))
    for _ in range(draw(st.integers(1, 3))):
        where = paths(row)
        match draw(st.sampled_from(("drop", "replace", "replace", "replace", "add"))):
            case "add":
                row[draw(st.text(max_size=6))] = draw(ANYTHING)
            case what if where:
                *outer, last = draw(st.sampled_from(where))
                inner = row
                for key in outer:
                    inner = inner[key]
                if what == "drop":
                    del inner[last]
                else:
                    inner[last] = draw(ANYTHING)
    return place, json.dumps(row)


def put(till: Till, place: Place, data: str) -> None:
    if place.bucket.endswith("staff"):
        till.ledger.run(lambda tx: tx.put_staff([(place.row_id, 99, data)], []))
    else:
        till.rev += 1
        till.reference.apply(place.bucket, [(place.row_id, till.rev, data)], [], till.rev)


def everybody_else(till: Till) -> list[object]:
    """What m-2 and s-2 are told and pay, of whom nothing was changed."""
    found = till.service.find_members("20000014").members
    visit = till.visit("m-2", 300_00)
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption), sold
    return [
        [(one.masked_name, one.points) for one in found],
        visit.quote.total,
        [line.coupon for line in visit.quote.lines],
        [(one.id, one.refusal) for one in visit.coupons],
        type(till.service.sign_in("s-2", "4321")).__name__,
        "m-2" in [one.id for one in till.service.find_members("王").members],
    ]


def the_touched(till: Till) -> None:
    """Everything that a clerk may do with what was changed. It may be refused; it never fails."""
    for text in ("王", "小明", "0001", "20000006", "wxm", "m-1"):
        till.service.find_members(text)
    till.service.staff()
    till.service.sign_in("s-1", "1234")
    till.service.sign_in_badge("s-1", "b-1")
    till.service.terminal()
    assert till.service.recent_sales(20) is not None
    till.scans("20000006")
    till.scans(till.code(MemberPassClaims, member="m-1", assurance=Assurance.PRESENT))
    visit = till.service.choose_member(till.service.new_visit(), "m-1")
    if visit.member is not None:
        till.visit("m-1", 250_00)
        till.clock.advance(1_000)
        assert isinstance(till.service.confirm(till.visit("m-1", 250_00), CLERK), Redemption | Refusal)
        till.service.actions(till.visit("m-1", 0))


@pytest.fixture
def as_it_was() -> list[object]:
    till = shop()
    told = everybody_else(till)
    till.close()
    return told


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(change=changes())
@example(change=(PLACES[0], json.dumps(GOOD["store/N01/members"] | {"birthday": ""})))
@example(change=(PLACES[0], json.dumps(GOOD["store/N01/members"] | {"birthday": "5/12"})))
@example(change=(PLACES[0], json.dumps(GOOD["store/N01/members"] | {"tier": "diamond", "segment": "asleep"})))
@example(change=(PLACES[0], json.dumps(GOOD["store/N01/members"] | {"name": "王" * 50_000})))
@example(change=(PLACES[2], json.dumps(GOOD["chain/templates"] | {"benefit": {"kind": "cashback", "off": 5}})))
@example(change=(PLACES[4], json.dumps({"id": "N01"})))
@example(change=(PLACES[10], json.dumps(GOOD["store/N01/events"] | {"members": [1, "1", None, ["m-1"]]})))
def test_one_bad_row_harms_only_itself(
    as_it_was: list[object], allowed_warnings: list[str], change: tuple[Place, str]
) -> None:
    allowed_warnings.append("update advised|left out|cannot be read")
    place, data = change
    till = shop()
    try:
        put(till, place, data)
        the_touched(till)
        assert everybody_else(till) == as_it_was
    finally:
        till.close()


def test_what_stands_for_an_unreadable_value(allowed_warnings: list[str], caplog: pytest.LogCaptureFixture) -> None:
    allowed_warnings.append("update advised")
    till = shop()
    row = GOOD["store/N01/members"] | {"birthday": "5/12", "tier": "diamond", "points": "many"}
    put(till, PLACES[0], json.dumps(row))
    for _ in range(5):
        (found,) = till.service.find_members("20000006").members
        assert (found.masked_name, str(found.tier), found.points, found.birthday_month) == ("王*明", "basic", 0, False)
    (said,) = [record.getMessage() for record in caplog.records]
    assert "member m-1 is used" in said
    assert "cannot read tier, points, birthday (a newer program may: update advised)" in said
    assert till.reference.unread == 1
    put(till, PLACES[0], json.dumps(GOOD["store/N01/members"]))
    till.service.find_members("20000006")
    assert till.reference.unread == 0
    till.close()


def test_a_benefit_of_a_newer_program_is_shown_and_not_used(allowed_warnings: list[str]) -> None:
    allowed_warnings.append("update advised")
    till = shop()
    put(till, PLACES[2], json.dumps(GOOD["chain/templates"] | {"benefit": {"kind": "cashback", "off": 5}}))
    visit = till.visit("m-1", 300_00)
    (coupon,) = visit.coupons
    assert coupon.benefit.kind is BenefitKind.UNKNOWN
    assert coupon.refusal == Refusal(RefusalCode.NEEDS_UPDATE)
    assert visit.quote.total == 300_00
    till.close()


@pytest.mark.parametrize("broken", BROKEN)
def test_a_use_and_a_revocation_count_however_they_are_written(allowed_warnings: list[str], broken: str) -> None:
    allowed_warnings.append("update advised")
    for place, code in ((PLACES[7], RefusalCode.REVOKED), (PLACES[8], RefusalCode.ALREADY_USED_ELSEWHERE)):
        till = shop()
        put(till, place, broken)
        (coupon,) = till.visit("m-1", 300_00).coupons
        assert coupon.refusal == Refusal(code)
        till.close()


def test_a_store_that_cannot_be_read_stays_as_it_was(allowed_warnings: list[str]) -> None:
    allowed_warnings.append("update advised")
    till = shop()
    before = till.service.terminal()
    put(till, PLACES[4], json.dumps({"id": "N01", "zone": "Mars/Base", "currency": 5, "name": None, "region": "north"}))
    after = till.service.terminal()
    assert (after.zone, after.currency) == (before.zone, before.currency)
    till.close()


WRONG = ('{"coupon":"c-7","uses":"many","fence":1}', '{"coupon":"c-7","uses":-1,"fence":1}')


@pytest.mark.parametrize("bad", [*BROKEN, *WRONG])
def test_a_right_that_cannot_be_read_is_none_and_stops_no_page(allowed_warnings: list[str], bad: str) -> None:
    allowed_warnings.append("update advised")
    till = shop()
    unused: Any = None  # neither HQ nor snapshots are asked
    pull = Pull(till.ledger, till.reference, unused, unused, till.clock)
    good = '{"coupon":"c-6","uses":2,"fence":1}'
    rows = (Row(id="c-7", rev=1, data=bad), Row(id="c-6", rev=2, data=good))
    pull._apply(BucketPage(bucket="device/d-01/rights", rows=rows, cursor=2))
    held = till.ledger.run(lambda tx: tx.rights())
    assert "c-6" in held
    assert "c-7" not in held
    assert till.ledger.run(lambda tx: tx.meta("cursor:device/d-01/rights")) == "2"
    till.close()
