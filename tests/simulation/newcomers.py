"""Walk-ins in drawn worlds: the same phone at several stores with different referrers, proofs, reviews, merges and
erasures; and what must come of them, reckoned anew from the facts."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from kiosk.application.registration.outcomes import NewMember, Referrer, Registered
from kiosk.application.sales.outcomes import MemberFound
from kiosk.domain.journal.facts import Fact, decode
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.registration.facts import (
    MEMBER_ERASED,
    MEMBERS_MERGED,
    PHONE_PROVED,
    REGISTRATION_REVIEWED,
)
from kiosk.domain.registration.referral import How
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.hq.campaigns import verdicts
from kiosk.hq.campaigns.commands import CampaignPublished
from kiosk.hq.campaigns.points import points_of
from kiosk.hq.campaigns.queries import StandingReward
from kiosk.hq.members.queries import homes
from kiosk.hq.registration.merging import merge
from kiosk.hq.store.schema import fact as fact_row
from tests.shared.campaign_text import NAME, head
from tests.shared.newcomers import YES
from tests.simulation.invariants import Violation
from tests.simulation.surroundings import START_MS
from tests.simulation.world import SimTerminal

if TYPE_CHECKING:
    from tests.simulation.run import Run

HAPPENS = 0.3
"""How likely one of them comes after a step."""
PHONES = tuple(f"091200000{n}" for n in range(5))
FRIENDS = 2
"""How many old customers recommend."""
_KINDS = (MEMBER_REGISTERED, PHONE_PROVED, REGISTRATION_REVIEWED, MEMBERS_MERGED, MEMBER_ERASED)
_DAYS = 86_400_000


def campaign() -> str:
    """Something for each side of a registration, a first purchase, and a friend's."""
    return f"""{head("walkin")}
coupons:
  - {{id: welcome, name: {NAME}, off: 10, valid_days: 30}}
rules:
  - {{id: pack, name: {NAME}, when: registered, give: [{{coupon: welcome}}, {{points: 100}}], on_void: keep}}
  - {{id: friend-in, name: {NAME}, when: referred, give: [{{points: 20}}]}}
  - {{id: bought, name: {NAME}, when: {{event: referee_bought, amount: 200}}, give: [{{points: 200}}]}}
  - {{id: first, name: {NAME}, when: first_purchase, give: [{{points: 7}}]}}
"""


class Newcomers:
    """Who walks in, and what HQ's people make of it."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self.phones: dict[str, str] = {}
        self.cards: dict[str, str] = {}
        self.old = [row.id for row in run.world.chain.members if row.home_store == "xinyi"][:FRIENDS]
        done = run.world.hq.publish_campaign(campaign())
        assert isinstance(done, CampaignPublished), done

    # --- what happens --------------------------------------------------------------------------------

    def step(self, dice: random.Random) -> None:
        """Perhaps somebody walks in, or somebody at HQ decides."""
        if dice.random() >= HAPPENS:
            return
        what = dice.choices(("joins", "buys", "proves", "says", "merges", "erases"), (8, 6, 2, 3, 3, 0.4))[0]
        if what in ("says", "merges", "erases"):
            self._at_hq(what, dice)
            return
        till = self._run.till(dice)
        if till is not None:
            self._run.survive(till, lambda: getattr(self, f"_{what}")(till, dice), dice)

    def _joins(self, till: SimTerminal, dice: random.Random) -> None:
        actor = self._run.actor(till, dice)
        if actor is None:
            return
        phone = dice.choice(PHONES)
        by = dice.choice([*self.old, *self.phones, ""])
        referrer = Referrer(by, "", How.CARD) if by else None
        self._run.world.pass_time(1_000)
        made = till.service.register(NewMember(f"王{phone[-1]}明", phone, YES, referrer=referrer), actor)
        if isinstance(made, Registered):
            self.phones[made.member], self.cards[made.member] = phone, made.card_no
        said = made.member if isinstance(made, Registered) else type(made).__name__
        self._run.say(f"  {till.name} {phone} by {by}: {said}")

    def _buys(self, till: SimTerminal, dice: random.Random) -> None:
        actor = self._run.actor(till, dice)
        if actor is None or not self.cards:
            return
        member = dice.choice(list(self.cards))
        event = ScanEvent(self.cards[member], Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
        found = till.service.scan(till.service.new_visit(), event, actor)
        if isinstance(found, MemberFound):
            self._run.world.pass_time(1_000)
            visit = till.service.price(replace(found.visit, amount=dice.choice((9_000, 30_000))))
            self._run.say(f"  {till.name} {member} buys")
            self._run.confirm(till, visit, actor, dice)

    def _proves(self, till: SimTerminal, dice: random.Random) -> None:
        here = [one for one in self.phones if (row := till.reference.member(one)) is not None and row.id == one]
        if here:
            member = dice.choice(here)
            till.ledger.run(lambda tx: tx.append(PHONE_PROVED, "s-1", {"member": member}))
            self._run.say(f"  {till.name} {member} proves the phone")

    def _at_hq(self, what: str, dice: random.Random) -> None:
        hq = self._run.world.hq
        with hq.database.write() as tx:
            known = sorted(homes(tx, self.phones))
            if not known:
                return
            member = dice.choice(known)
            if what == "says":
                verdict = dice.choice(("approved", "rejected", "asked"))
                body = {"member": member, "verdict": verdict, "reason": "r", "by": "p"}
                verdicts.say(hq.context, tx, REGISTRATION_REVIEWED, body)
                self._run.say(f"  {member} {verdict}")
            elif what == "erases":
                verdicts.say(hq.context, tx, MEMBER_ERASED, {"member": member, "why": "asked", "by": "p"})
                self._run.say(f"  {member} erased")
            else:
                same = [one for one in known if self.phones[one] == self.phones[member] and one != member]
                if same:
                    self._run.say(f"  {merge(hq.context, tx, member, dice.choice(same), 'same_phone', 'p')}")

    # --- what must be true ---------------------------------------------------------------------------

    def check_together(self) -> None:
        """When everything has come together: nobody has anything twice, everybody what is theirs."""
        hq = self._run.world.hq
        with hq.database.read() as tx:
            columns = (fact_row.c.device, fact_row.c.raw)
            mine = fact_row.c.kind.in_(list(map(str, _KINDS))) & fact_row.c.unread.is_(None)
            told = [(row.device, decode(bytes(row.raw))) for row in tx.execute(select(*columns).where(mine))]
        said = Said(told)
        given: dict[str, list[StandingReward]] = defaultdict(list)
        for one in hq.rewards():
            given[said.who(one.member)].append(one)
        everybody = {said.who(name) for name in (*said.registered, *self.old)}
        for person in sorted(everybody):
            self._check(said, person, [one for one in given[person] if one.campaign == "walkin"])
        with hq.database.write() as tx:
            for person in sorted(everybody - set(self.old)):
                expected = _points(said, person, given[person])
                if points_of(hq.context, tx, person) != expected:
                    found = points_of(hq.context, tx, person)
                    raise Violation(f"{person} may spend {found} points at HQ, by the facts {expected}")
        self._agree(everybody)

    def _check(self, said: Said, person: str, given: Iterable[StandingReward]) -> None:
        given = list(given)
        counts = Counter(f"{one.rule}:{one.kind}" for one in given)
        first = said.first(person)
        for what in ("pack:coupon", "pack:points"):
            due = int(first is not None)
            lacks = first is not None and first.timely and not counts[what] and person not in said.erased
            if counts[what] > due or lacks:
                raise Violation(f"{person} has {counts[what]} of {what} and is due {due}: {sorted(counts)}")
        friends = said.friends_of(person)
        if counts["friend-in:points"] > len(friends):  # one for another of equal ones will do
            raise Violation(f"{person} was given {counts['friend-in:points']} friends, of {len(friends)} that count")
        # two tills that hear nothing of each other sell a friend's first purchase each: what is too much is listed
        listed = {one.reward for one in self._run.world.hq.overruns()}
        bought = [one for one in given if one.rule == "bought" and one.id not in listed]
        if len(bought) > len(friends):
            raise Violation(f"{person} has {len(bought)} friends who bought, of {len(friends)}")
        timely = [friend for friend in friends if friend.timely and said.who(friend.member) not in said.erased]
        if counts["friend-in:points"] < len(timely) and person not in said.erased:
            raise Violation(f"{person} was given {counts['friend-in:points']} of {len(timely)} friends")

    def _agree(self, people: Iterable[str]) -> None:
        """The tills of whoever is at home there say the same as HQ, points that wait among them."""
        hq = self._run.world.hq
        for person in sorted(people):
            with hq.database.write() as tx:
                points = points_of(hq.context, tx, person)
            for till in self._run.world.terminals.values():
                if till.reference.member(person) is None or person in self.old:
                    continue
                state = till.ledger.run(lambda tx, who=person, till=till: till.context.campaigns(tx).state(who))  # type: ignore[misc]
                if state.points != points:
                    raise Violation(f"{till.name}: {person} has {state.points} points, at HQ {points}")


def _stamps(names: Iterable[str]) -> set[str]:
    return {name.partition("/")[2] for name in names}


@dataclass(frozen=True)
class Enrolled:
    """A registration as a fact tells it. `name`: device/stamp."""

    name: str
    order: tuple[int, str]
    member: str
    other: str
    counts: bool
    held: bool
    proved: bool
    timely: bool


@dataclass
class Said:
    """Who is who, by the facts alone: the rules of docs/registration.md, written a second time."""

    told: list[tuple[str, Fact]]
    registered: dict[str, Enrolled] = field(default_factory=dict)
    verdict: dict[str, str] = field(default_factory=dict)
    proved: set[str] = field(default_factory=set)
    erased: set[str] = field(default_factory=set)
    _into: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        erased: list[str] = []
        for device, one in sorted(self.told, key=lambda row: (row[1].hlc, row[0])):
            body, member = one.body, str(one.body["member"])
            if one.kind == MEMBER_REGISTERED:
                self.registered.setdefault(member, _enrolled(device, one))
            elif one.kind == PHONE_PROVED:
                if self.who(member) not in map(self.who, erased):  # from who is erased nothing new follows
                    self.proved.add(member)
            elif one.kind == MEMBER_ERASED:
                erased.append(member)
            elif one.kind == MEMBERS_MERGED:
                stays, goes = self.who(member), self.who(str(body["other"]))
                if stays != goes:
                    self._into[goes] = stays
            elif body["verdict"] != "asked":
                self.verdict[member] = str(body["verdict"])
                self.proved |= {member} if body["verdict"] == "approved" else set()
        self.erased = {self.who(one) for one in erased}

    def who(self, member: str) -> str:
        while member in self._into:
            member = self._into[member]
        return member

    def first(self, person: str) -> Enrolled | None:
        """The registration that counts."""
        standing = [
            one
            for one in self.registered.values()
            if self.who(one.member) == person and self.verdict.get(one.member) != "rejected"
        ]
        return min(standing, key=lambda one: one.order, default=None)

    def friends_of(self, person: str) -> list[Enrolled]:
        """Registrations by which somebody else is a friend of this person's, by now."""
        found = []
        for friend in {self.who(name) for name in self.registered} - {person}:
            first = self.first(friend)
            if first is None or not first.counts or self.who(first.other) != person:
                continue
            if not first.held or self.verdict.get(first.member) == "approved":
                found.append(first)
        return found

    def is_proved(self, person: str) -> bool:
        """Whether one of the person's phones is."""
        ids = [one for one in (*self.registered, *self.proved) if self.who(one) == person]
        return any(one in self.proved or (one in self.registered and self.registered[one].proved) for one in ids)


def _enrolled(device: str, one: Fact) -> Enrolled:
    body = one.body
    return Enrolled(
        f"{device}/{one.hlc:x}",
        (one.hlc, device),
        str(body["member"]),
        str(body.get("other") or ""),
        counts=bool(body.get("other")) and not body.get("part"),
        held=bool(body.get("held")),
        proved=bool(body.get("proved")),
        timely=START_MS <= one.corrected_ms < START_MS + 40 * _DAYS,
    )


def _points(said: Said, person: str, given: Iterable[StandingReward]) -> int:
    """What they may spend: what was given, less what waits for the proof of a phone, theirs or a friend's."""
    waits = {one.name for one in said.registered.values() if not said.is_proved(said.who(one.member))}
    found = 0
    for one in given:
        if one.kind != "points":
            continue
        own = one.rule == "pack" and not said.is_proved(person)
        friends = one.rule == "friend-in" and one.id.split("/")[-2].partition("+")[0] in _stamps(waits)
        found += 0 if own or friends else one.quantity
    return found
