"""What the first version of the journal wrote is read as it was: chain, derived state, members' states, limits."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from typing import Any

import pytest

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.facts import REWARDS_DECIDED, SharedChanged, decision_in
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.known import known_happenings
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.campaigns.scopes import Scope
from kiosk.domain.campaigns.shared import Shared, one_pool
from kiosk.domain.facts import BY_NAME, changes, happening_of
from kiosk.domain.journal.facts import Fact, encode, first_break
from kiosk.domain.journal.registry import MemberTouched
from kiosk.domain.sales.facts import SALE_COMPLETED
from tests.unit.domain.old_ledger import OldLedger, old_ledger


@pytest.fixture(scope="module")
def old() -> OldLedger:
    return old_ledger()


def test_its_chain_verifies_and_its_bytes_are_what_would_be_written(old: OldLedger) -> None:
    assert sorted(old.chains) == [1, 2]
    for epoch, rows in old.chains.items():
        assert first_break(old.device, epoch, rows) is None
    for fact, (_epoch, _seq, raw) in zip(old.facts(), old.counting(), strict=True):
        assert encode(fact) == raw


def test_it_is_rich(old: OldLedger) -> None:
    kinds = Counter(fact.kind for fact in old.facts())
    assert len(kinds) >= 24
    assert set(kinds) <= set(BY_NAME)
    rewards = [reward for fact in old.facts() if (decided := decision_in(fact)) for reward in decided.rewards()]
    assert len({reward.kind for reward in rewards}) >= 11
    assert kinds["sale.voided"] > 20 < kinds["sale.returned"]


def test_every_body_is_read_in_its_newest_form(old: OldLedger) -> None:
    for fact in old.facts():
        kind = BY_NAME[fact.kind]
        body = kind.read(fact.body)
        assert body is not None
        written = kind.write(body)
        assert kind.read(written) == body
        assert written.get("v", 1) == kind.version


def rewards_as_written(fact: Fact) -> list[tuple[Any, ...]]:
    return [tuple(row[:14]) for row in fact.body.get("granted", ())]


def test_rewards_are_those_that_were_written(old: OldLedger) -> None:
    for fact in old.facts():
        decided = decision_in(fact)
        if decided is not None:
            assert [tuple(reward)[:14] for reward in decided.rewards()] == rewards_as_written(fact)
            assert decided.happening == fact.body["event"]


_FIRST = {
    Scope.HOUSEHOLD: "h:",
    Scope.DEVICE: "v:",
    Scope.CLERK: "c:",
    Scope.STORE: "s:",
    Scope.WEEK: "w",
    Scope.MONTH: "m",
    Scope.YEAR: "y",
}


def present_name(old: OldLedger, key: str, *, of_member: bool) -> str:
    """The present name of a counted thing, found by the editions: that of the limit which stood at its place in an
    edition and counts by what its name ends in. (Not in the edition at the time of the fact: a void counts again what
    was bought before.)"""
    bar, name = ("|", key[1:]) if key.startswith("|") else ("", key)
    found = re.fullmatch(r"total:([^/]+)/(?:([^#~]+)#(\d+)|(~[^@]+))(.*)", name)
    if not found:
        return key
    campaign, rule_id, index, shared, tail = found.groups()
    parts = tail.split("@")[1:]
    names = set()
    for rule in [rule for one in old.editions if one.campaign.id == campaign for rule in one.campaign.rules]:
        for at, limit in enumerate(rule.limits):
            if (rule.id, at) != (rule_id, int(index or 0)) and f"~{limit.shared}" != shared:
                continue
            written = [scope for scope in limit.per if scope is not Scope.MEMBER]
            fits = len(written) == len(parts) and all(map(str.startswith, parts, (_FIRST.get(s, "7") for s in written)))
            if not fits or (Scope.MEMBER in limit.per) != of_member:
                continue
            told = dict(zip(written, parts, strict=True))
            order = sorted(limit.per, key=list(Scope).index)
            base = shared or f"{rule.id}/{'.'.join(order) or 'total'}"
            names.add(f"{bar}limit:{campaign}/{base}" + "".join(f"@{told[one]}" for one in order if one in told))
    assert len(names) == 1, (key, names)
    return names.pop()


def test_limits_go_on_under_their_ids(old: OldLedger) -> None:
    """What was counted by a place in the list counts for the limit that stood there when it was counted."""
    seen = set()
    for fact in old.facts():
        decided = decision_in(fact)
        if decided is None:
            continue
        counters = {present_name(old, key, of_member=True): count for key, count in fact.body["counters"]}
        assert dict(decided.counters) == counters
        takes = {present_name(old, key, of_member=False): count for key, count in fact.body["takes"]}
        assert dict(decided.takes) == takes
        seen |= {*counters, *takes}
        for row, reward in zip(fact.body["granted"], decided.rewards(), strict=True):
            assert dict(reward.takes) == {present_name(old, k, of_member=False): n for k, n in row[14]}
    assert not any(key.lstrip("|").startswith("total:") for key in seen)
    assert {key.partition("@")[0] for key in seen} >= {
        "limit:limits/by-member/member",
        "limit:limits/by-member/member.day",
        "limit:limits/by-member/member.store.day",
        "limit:limits/by-home/household.month",
        "limit:limits/by-home/clerk.year",
        "limit:limits/in-all/device",
        "|limit:limits/in-all/total",
        "|limit:limits/~mugs",
        "limit:limits/~mine",
        "limit:limits/~daily",
    }


def shared_of(old: OldLedger) -> Counter[str]:
    found: Counter[str] = Counter()
    for fact in old.facts():
        for change in changes(fact):
            if isinstance(change, SharedChanged):
                found[change.key] += change.delta
    return found


def test_shared_quantities_are_what_they_were(old: OldLedger) -> None:
    """By today's names: of what moved about, the old program had two rows where there is one now."""
    expected: Counter[str] = Counter()
    for row in old.tables["shared"]:
        expected[present_name(old, row["key"], of_member=False)] += row["value"]
    assert {k: n for k, n in shared_of(old).items() if n} == {k: n for k, n in expected.items() if n}


def recalled(old: OldLedger, editions: list[Edition]) -> Fold:
    """The members, recalled from the facts as a terminal does."""
    voided = {fact.body["txn"] for fact in old.facts() if fact.kind == "sale.voided"}
    of_member: dict[str, list[Fact]] = {}
    for fact in old.facts():
        if fact.kind == SALE_COMPLETED and fact.body["txn"] in voided:
            continue
        for change in changes(fact):
            if isinstance(change, MemberTouched):
                of_member.setdefault(change.member, []).append(fact)

    def load(member: str) -> list[Happening]:
        found = list(known_happenings(old.members[member], old.zone))
        for fact in of_member.get(member, ()):
            happening = happening_of(fact, old.device, lambda _: (old.store, old.zone))
            assert happening is not None
            found.append(happening)
        return found

    shared = Shared(one_pool)
    for key, count in shared_of(old).items():
        (shared.pools if "|" in key else shared.counts)[key] = count
    return Fold(Engine(editions), pool_of=one_pool, load=load, shared=shared, owns=old.members.__contains__)


RENAMED = {"event": "happening"}


def plain(value: Any) -> Any:
    """As the fixture has it."""
    if isinstance(value, Reward):
        return {name: plain(one) for name, one in value._asdict().items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(plain(one) for one in value)
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def test_members_states_are_what_they_were(old: OldLedger) -> None:
    fold = recalled(old, old.editions)
    wall = wall_minutes(old.now, old.zone)
    for member, told in old.states.items():
        state = fold.member(member)
        state.settle(wall)
        found = plain(state)
        counters: Counter[str] = Counter()
        for key, count in told["counters"].items():
            counters[present_name(old, key, of_member=True)] += count
        assert found["counters"] == counters
        for reward, row in told["rewards"].items():
            # nothing waited for the proof of a phone, no coupon had a worth of its own
            newer = {"takes": 0, "awaits": "", "worth": 0}
            assert found["rewards"][reward] | {"takes": 0} == {RENAMED.get(k, k): v for k, v in row.items()} | newer
        assert found["rewards"].keys() == told["rewards"].keys()
        for name in told.keys() - {"counters", "rewards", "sums"}:
            assert found[name] == told[name], (member, name)


def test_nobody_is_given_anything_again(old: OldLedger) -> None:
    """Judged once more by the same editions with the limits moved about again, what stands is what was given."""
    moved = [
        one._replace(
            campaign=dataclasses.replace(
                one.campaign,
                rules=tuple(dataclasses.replace(rule, limits=rule.limits[::-1]) for rule in one.campaign.rules),
            )
        )
        for one in old.editions
    ]
    for editions in (old.editions, moved):
        fold = recalled(old, editions)
        for member in old.members:
            # nor is any reward another than it was, down to the order of what it took
            assert fold.recount(member).granted == ()


def test_a_newer_version_changes_nothing_and_is_kept(old: OldLedger) -> None:
    fact = next(one for one in old.facts() if one.kind == REWARDS_DECIDED)
    newer = dataclasses.replace(fact, body={"v": REWARDS_DECIDED.version + 1, "something": "else"})
    assert changes(newer) == ()
    assert happening_of(newer, old.device, lambda _: (old.store, old.zone)) is None
    assert decision_in(newer) is None
