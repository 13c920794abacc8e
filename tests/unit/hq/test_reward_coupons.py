"""Coupons that terminals made: HQ signs them, confirms the right, takes them back; whatever arrives first."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.tokens import TokenKind
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.tokens import keys
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader
from tests.unit.hq.campaign_rig import buys, decides, member, published, pushes, reward, with_members
from tests.unit.hq.rig import NOON, Terminal, TestClock, headquarters

RULES = """
coupons:
  - {id: five, name: NAME, off: 50, min_spend: 100, valid_days: 7}
rules:
  - {id: seen, name: NAME, when: seen, give: [{coupon: {template: five, count: 2}}],
     limits: [{most: 100, per: [household]}]}
"""


@pytest.fixture
def chain(hq: Headquarters) -> Headquarters:
    published(hq, RULES)
    with_members(hq, member("m1"), member("m3", "s2"))
    return hq


def five(till: Terminal, who: str = "m1", count: int = 1) -> Reward:
    """The reward of having bought, with its sale journalled."""
    stamp = buys(till, who, f"{till.device}-{len(till.chain)}")
    made = reward(till, who, "seen", stamp, RewardKind.COUPON, "five", count)
    wall = NOON.toordinal() * 1440
    return made._replace(wall=wall, until=wall + 7 * 1440)


def use(till: Terminal, coupon: str, txn: str) -> None:
    rows = [{"id": coupon, "template": "autumn/five", "member": "m1", "value": 5_000, "right": "held", "op": None}]
    body = {"txn": txn, "receipt": "R", "member": "m1", "amount": 50_000, "total": 45_000, "currency": "TWD"}
    till.fact(SALE_COMPLETED, {**body, "coupons": rows, "lines": []})


def test_a_coupon_made_by_a_till_is_signed_and_stays_its_own(chain: Headquarters) -> None:
    first, maker = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    given = five(maker, count=2)
    decides(maker, "m1", given)
    pushes(maker)
    ids = coupon_ids(given)
    rows = maker.rows("store/s1/coupons")
    assert {one: rows[one]["coupon"]["template"] for one in ids} == dict.fromkeys(ids, "autumn/five")
    rights = maker.rows(maker.rights_bucket)
    assert {one: (rights[one]["uses"], rights[one]["fence"]) for one in ids} == dict.fromkeys(ids, (1, 1))
    assert not first.rows(first.rights_bucket).keys() & set(ids)
    with chain.database.write() as tx:
        reader = TokenReader(KeyRing(trusted_key(row) for row in keys.key_rows(tx)))
    opened = reader.read(rows[ids[0]]["token"], NOON)
    assert (opened.kind, opened.claims.id if opened.claims else "") == (TokenKind.COUPON, ids[0])  # type: ignore[union-attr]
    # by the clock in Taipei
    assert datetime.fromisoformat(rows[ids[0]]["coupon"]["not_before"]).hour == 16


def test_nobody_decides_for_another_stores_member(chain: Headquarters) -> None:
    """HQ gives what is due by its own count."""
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    given = five(here, "m3")
    decides(here, "m3", given)
    answer = pushes(here)
    assert [one.detail.get("reason") for one in answer.results] == ["not_its_member"]
    assert coupon_ids(given)[0] not in here.rows(here.rights_bucket)
    assert [row["coupon"]["member"] for row in there.rows("store/s2/coupons").values()] in ([], ["m3"])


def test_who_made_it_may_use_it_in_the_same_batch(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    given = five(till)
    decides(till, "m1", given)
    use(till, coupon_ids(given)[0], "y1")
    assert pushes(till).results == ()
    assert [(seen.coupon, seen.state) for seen in chain.redemptions()] == [(coupon_ids(given)[0], "counts")]


def test_two_tills_that_made_the_same_coupon_use_it_once(chain: Headquarters) -> None:
    one, two = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    given = five(one)
    decides(one, "m1", given)
    pushes(one)
    two.rows(two.rights_bucket)
    decides(two, "m1", given)
    use(two, coupon_ids(given)[0], "y2")
    pushes(two)
    use(one, coupon_ids(given)[0], "y1")
    pushes(one)
    assert {(seen.txn, seen.state) for seen in chain.redemptions()} == {("y1", "counts"), ("y2", "conflict")}
    answer = two.pull(two.rights_bucket)
    assert answer is not None
    assert [(row.id, row.data) for row in answer.pages[0].rows] == [(coupon_ids(given)[0], None)]


def test_a_coupon_taken_back_is_void_and_not_given_to_others(chain: Headquarters, clock: TestClock) -> None:
    first, till = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    given = five(till)
    (one,) = coupon_ids(given)
    decides(till, "m1", given)
    pushes(till)
    clock.now += 1000
    decides(till, "m1", back=[given])
    pushes(till)
    assert first.rows("chain/revocations")[one]["reason"] == "taken_back"
    assert one not in till.rows(till.rights_bucket)
    assert one not in first.rows(first.rights_bucket)
    assert first.claim_raw("op", one, "y", template="autumn/five").status == 200
    clock.now += 1000
    decides(till, "m1", given)  # and back again
    pushes(till)
    assert one not in first.rows("chain/revocations")
    assert one in till.rows(till.rights_bucket)
    assert first.rows("store/s1/coupons")[one]["coupon"]["revoked_at"] is None


def test_a_coupon_taken_back_and_made_again_in_one_batch_goes_home(chain: Headquarters, clock: TestClock) -> None:
    """Its maker has no right on it any more: two voids shifted the reward away and back."""
    till = Terminal.enrolled(chain)
    given = five(till)
    (one,) = coupon_ids(given)
    decides(till, "m1", given)
    pushes(till)
    clock.now += 1000
    decides(till, "m1", back=[given])
    decides(till, "m1", given, rights=[])
    pushes(till)
    assert one not in till.rows(till.rights_bucket)
    till.give_back(one)
    assert till.rows(till.rights_bucket)[one]["fence"] == 2
    assert chain.verify() == []


def test_a_coupon_that_was_used_cannot_be_taken_back(chain: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(chain)
    given = five(till)
    decides(till, "m1", given)
    use(till, coupon_ids(given)[0], "y1")
    pushes(till)
    clock.now += 1000
    decides(till, "m1", back=[given])
    pushes(till)
    assert coupon_ids(given)[0] not in till.rows("chain/revocations")
    assert [seen.state for seen in chain.redemptions()] == ["counts"]


def test_the_later_word_counts_though_it_arrives_first(chain: Headquarters, clock: TestClock) -> None:
    maker, other = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    given = five(maker)
    decides(maker, "m1", given)
    clock.now += 1000
    decides(other, "m1", back=[given])
    pushes(other)
    pushes(maker)
    assert coupon_ids(given)[0] in maker.rows("chain/revocations")
    assert coupon_ids(given)[0] not in maker.rows("store/s1/coupons")


def test_ids_that_follow_from_no_reward_are_no_coupons(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    given = five(till)
    decides(till, "m1", given, coupons=["c1", "r-made-up-0"])
    decides(till, "m2", given)  # somebody else's reward
    decides(till, "m1", given._replace(ref="unheard-of"))
    decides(till, "m1", given._replace(campaign="unheard-of"))
    decides(till, "m1", given._replace(wall=5))  # in the year 1
    till.fact(REWARDS_DECIDED, {"member": "m1", "granted": [["too", "short"]], "coupons": ["x"]})
    before = set(till.rows("store/s1/coupons"))
    assert pushes(till).acked == 7
    assert set(till.rows("store/s1/coupons")) == before


def test_decisions_carried_into_a_new_epoch_count_once(chain: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(chain)
    given = five(till)
    stamp = (clock.now << 16) + 99
    limit = "limit:autumn/seen/household@h:m1"
    given = given._replace(takes=((limit, 1),))
    body = {"member": "m1", "granted": [list(given)[:15]], "coupons": list(coupon_ids(given)), "takes": given.takes}
    till.fact(REWARDS_DECIDED, body, hlc=stamp)
    pushes(till)
    code = chain.enroll_code("s1", for_device=till.device)
    assert code is not None
    till.start_over(code)
    till.fact(REWARDS_DECIDED, body, hlc=stamp)
    pushes(till)
    with chain.database.read() as tx:
        counts = tx.connection.exec_driver_sql("SELECT key, count FROM shared_count").all()
    assert counts == [(limit, 1)]


class Wallet:
    """A till's rights, as its ledger derives them from its journal and from the rows it pulls."""

    def __init__(self, hq: Headquarters, seed: int) -> None:
        self.till = Terminal.enrolled(hq, seed=seed)
        self.rights: dict[str, tuple[int, int]] = {}
        self.cursor = 0

    def says(self, given: Reward, *, back: bool, alone: bool) -> None:
        """`alone`: nobody else can have made it."""
        (coupon,) = coupon_ids(given)
        if back:
            decides(self.till, "m1", back=[given])
            self.rights.pop(coupon, None)
        else:
            decides(self.till, "m1", given, rights=[coupon] if alone else [])
            self.rights |= {coupon: (1, 0)} if alone else {}

    def pulls(self) -> bool:
        """Whether there was anything."""
        answer = self.till.pull(self.till.rights_bucket, self.cursor)
        if answer is None or not answer.pages[0].rows:
            return False
        page = answer.pages[0]
        rows = {row.id: msgspec.json.decode(row.data) for row in page.rows if row.data is not None}
        gone = [row.id for row in page.rows if row.data is None]
        grant = [{"coupon": one, "uses": row["uses"], "fence": row["fence"]} for one, row in rows.items()]
        self.till.fact(RIGHTS_CHANGED, {"grant": grant, "revoke": gone})
        self.rights |= {one: (row["uses"], row["fence"]) for one, row in rows.items()}
        for coupon in gone:
            self.rights.pop(coupon, None)
        self.cursor = page.cursor
        return True


WORDS = st.tuples(
    st.integers(0, 1), st.sampled_from(["make", "back", "back", "make", "push", "pull"]), st.integers(0, 1)
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=4, max_size=16))
def test_rights_at_hq_are_those_the_tills_have_whatever_was_told_in_one_batch(
    tmp_path_factory: pytest.TempPathFactory, words: list[tuple[int, str, int]]
) -> None:
    clock = TestClock()
    hq = headquarters(tmp_path_factory.mktemp("hq"), clock)
    published(hq, RULES)
    with_members(hq, member("m1"))
    wallets = [Wallet(hq, 1), Wallet(hq, 8)]
    # each till's own coupon; the other may take it back, and make it again, once it knows of it
    coupons = [five(wallet.till) for wallet in wallets]
    made: set[int] = set()
    told: set[int] = set()
    stands: set[int] = set()
    for who, what, which in words:
        clock.now += 1000
        wallet = wallets[who]
        if what == "push":
            pushes(wallet.till)
            told |= {who} & made
        elif what == "pull":
            wallet.pulls()
        elif (which in told or which == who) and (what == "back") is (which in stands):
            wallet.says(coupons[which], back=what == "back", alone=what == "make" and which not in made)
            made |= {which}
            stands ^= {which}
        both = wallets[0].rights.keys() & wallets[1].rights.keys()
        assert not both, f"two tills may use {both}"
    moved = True
    while moved:
        for wallet in wallets:
            pushes(wallet.till)
        moved = sum(wallet.pulls() for wallet in wallets) > 0
    for wallet in wallets:
        rows = wallet.till.rows(wallet.till.rights_bucket)
        assert {one: (row["uses"], row["fence"]) for one, row in rows.items()} == wallet.rights
    assert hq.verify() == []
    hq.database.close()
