"""Draws at HQ and prizes that are fetched, in drawn worlds: whatever dies when, a list is drawn once, a prize goes on
to the alternates in their order, and each thing is given to one person, in time."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.sales.outcomes import MemberFound
from kiosk.domain.draws import verify
from kiosk.domain.draws.batch import draw as draw_again
from kiosk.domain.draws.batch import manifest_of, seed_from_beacon
from kiosk.domain.draws.claim_facts import CLAIM_FORFEITED, Forfeit, How
from kiosk.domain.draws.claims import DAY_MS, Standing, is_wheels
from kiosk.domain.draws.facts import DRAW_DRAWN, DRAW_PASSED, PassReason
from kiosk.domain.draws.life import NOBODY, State
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Kind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.time import millis
from kiosk.hq.draws_batch.files import unpacked
from kiosk.hq.draws_batch.passing import DrawFault
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.leases.commands import HQ
from kiosk.protocol.draws.bls import beacon_signature_is_good
from kiosk.protocol.draws.signatures import signature_is_good
from tests.simulation.gala import ALTERNATES, BOOKED, CAMPAIGN, gala
from tests.simulation.invariants import Violation
from tests.simulation.wheel import beacon, fetch_rounds
from tests.simulation.world import SimTerminal

if TYPE_CHECKING:
    from tests.simulation.run import Run

B = TypeVar("B", bound=Body)
WORKS, FETCHES, BUYS, COMES, DECIDES, LATER = 0.5, 0.3, 0.25, 0.5, 0.08, 0.07
"""How likely after a step: HQ's thread of draws has its turn; that which fetches rounds; a member buys; somebody
comes to a till for a prize; somebody at HQ decides; hours or a day go by."""
_GIVES_OUT = (Standing.HANDED, Standing.SHIPPED)
_WRONG_CLOCK_MS = 5_000
_EXPECTED = {"not_drawn", "handed_over", "held", "no_such_place", "not_the_holder", "no_such_draw", "void"}
_ENDS = {"claim.handed", "claim.shipped"}


@dataclass
class Hand:
    """A thing that was given to somebody. `lost`: the disk that knew of it was replaced before HQ was told; `doubtful`:
    by a machine of which there were two, or whose clock was wrong."""

    claim: str
    till: str
    device: str
    lost: bool = False
    doubtful: bool = False

    @property
    def counts(self) -> bool:
        return not (self.lost or self.doubtful)


class Winners:
    """`hands`: what was given, by the thing: a place of a draw, or a wheel's slot. `freed`: claims of which somebody at
    HQ said that the terminal that held them would not hand them over."""

    def __init__(self, run: Run) -> None:
        self._run = run
        hq = run.world.hq
        hq.wheels.set_beacon({"relays": ["http://relay.example"], "chain": beacon().chain.body()}, "test")
        hq.publish_campaign(gala())
        self.hands: dict[str, list[Hand]] = defaultdict(list)
        self.freed: set[str] = set()
        self._results: dict[tuple[str, int], str] = {}

    @property
    def given(self) -> int:
        """How many things were given."""
        return sum(map(len, self.hands.values()))

    @property
    def drawn(self) -> int:
        """How many lists were drawn."""
        return len(self._results)

    # --- what happens --------------------------------------------------------------------------------

    def step(self, dice: random.Random) -> None:
        """Perhaps time passes, HQ does what is due, somebody comes for a prize, or somebody at HQ decides."""
        run = self._run
        if dice.random() < LATER:
            run.world.pass_time(dice.choice((3_600_000, 3_600_000, 4 * 3_600_000, DAY_MS // 2)))
            run.say("  hours go by")
        if dice.random() < FETCHES:
            with run.world.hq_lives():
                fetch_rounds(run.world)
        if dice.random() < WORKS:
            self._hq_works(dice.randint(1, 8))
        if dice.random() < COMES and (till := run.till(dice)) is not None:
            run.survive(till, partial(self._comes, till, dice), dice)
        if dice.random() < BUYS and (till := run.till(dice)) is not None:
            run.survive(till, partial(self._buys, till, dice), dice)
        if dice.random() < DECIDES:
            self._decides(dice)

    def _hq_works(self, times: int) -> None:
        def work(hq: Headquarters) -> None:
            clock = hq.draws.clock()
            for _ in range(times):
                if not clock.once():
                    return

        if not self._run.world.hq_works(work):
            self._run.say("  HQ died over its draws")

    def _buys(self, till: SimTerminal, dice: random.Random) -> None:
        """A member of the store gets a ticket."""
        run = self._run
        actor = run.actor(till, dice)
        member = dice.choice([one for one in run.members[:9] if one.home_store == till.store])
        event = ScanEvent(member.card_no, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
        found = till.service.scan(till.service.new_visit(), event, actor) if actor is not None else None
        if actor is not None and isinstance(found, MemberFound):
            run.confirm(till, till.service.price(replace(found.visit, amount=50_000)), actor, dice)

    def _comes(self, till: SimTerminal, dice: random.Random) -> None:
        """Somebody wants their prize, or does not."""
        run = self._run
        if dice.random() < 0.5:
            till.engine.round()
        actor = run.actor(till, dice)
        due = [one for one in till.service.claims_due() if one.id not in self.freed]
        if actor is None or not due:
            return
        one = dice.choice(due)
        if dice.random() < 0.12:
            outcome: ClaimView | Refusal = till.service.decline(one.id, actor)
            run.say(f"  {till.name} {one.id} declined: {_what(outcome)}")
            return
        hand = till.service.ship if dice.random() < 0.2 else till.service.hand_over
        proof: Any = How.PAPER if hand == till.service.hand_over else "TW1"
        outcome = hand(one.id, proof, actor)
        if isinstance(outcome, Refusal) and outcome.code is RefusalCode.PRIZE_DOCUMENT:
            till.service.check_identity(one.id, actor, resident=dice.random() < 0.8)
            outcome = hand(one.id, proof, actor)
        run.say(f"  {till.name} {one.id}: {_what(outcome)}")
        if isinstance(outcome, ClaimView):
            self._given(till, outcome, actor)

    def _given(self, till: SimTerminal, view: ClaimView, actor: Staff) -> None:
        if view.standing not in _GIVES_OUT:
            raise Violation(f"{till.name} gave {view.id} out, and it is {view.standing}")
        world = self._run.world
        wrong_clock = abs(till.context.now_ms() - world.true_ms) > _WRONG_CLOCK_MS
        late = world.true_ms >= millis(view.until)
        if late and not wrong_clock:
            raise Violation(f"{till.name} gave {view.id} to {actor.id} after its time")
        hand = Hand(view.id, till.name, till.device, doubtful=wrong_clock or self._run.clones.has(till))
        before = [one for one in self.hands[_thing(view.id)] if one.counts]
        self.hands[_thing(view.id)].append(hand)
        if before and hand.counts:
            raise Violation(f"{till.name} gives {view.id} out, which {before[0].till} gave as {before[0].claim}")

    def _decides(self, dice: random.Random) -> None:
        """A person at HQ passes a prize on, or says that a terminal will not hand one over."""
        hq, run = self._run.world.hq, self._run
        drawn = [one for one in hq.draws.every() if one.state is State.DRAWN]
        if dice.random() < 0.15:
            held = [one.claim for one in hq.claims.every(open_only=True) if one.claim.holder]
            if held:
                claim = dice.choice(held).id
                self.freed.add(claim)
                run.say(f"  HQ frees {claim}: {hq.claims.free(claim)}")
        elif drawn:
            one = dice.choice(drawn)
            place, reason = dice.randrange(3), dice.choice(list(PassReason))
            try:
                said = hq.draws.pass_on(one.draw, place, reason, "anna", "ben")
            except DrawFault as fault:
                if fault.code not in _EXPECTED:
                    raise
                run.say(f"  HQ does not pass {one.draw} {place} on: {fault.code}")
            else:
                run.say(f"  HQ passes {one.draw} {place} on: {reason}, {said.entrant} to {said.alternate}")

    def disk_is_another(self, till: SimTerminal, after: list[Fact]) -> None:
        """An older disk came back: what HQ was not told of is lost with the newer one."""
        kept = {fact.body["claim"] for fact in after if fact.kind in _ENDS} | self._ended_at_hq(till.device)
        for hand in self._every_hand():
            hand.lost |= hand.device == till.device and hand.claim not in kept

    # --- what is true --------------------------------------------------------------------------------

    def check(self) -> None:
        """Each list has one result, which follows from it; prizes went along the alternates in their order; nobody lost
        a prize before its time was over."""
        told = [facts.decode(raw) for raw in self._run.world.hq.facts(HQ, 1)]
        by_draw: dict[tuple[str, int], list[Fact]] = defaultdict(list)
        for fact in told:
            if fact.kind.startswith("draw."):
                by_draw[fact.body["draw"], fact.body.get("seq", 1)].append(fact)
        for key, mine in by_draw.items():
            self._one_result(key, mine)
            in_order(key, mine)
        self._one_that_counts(by_draw)
        self._forfeited_in_time(told)
        for claim, times in Counter(one.body["claim"] for one in told if one.kind == "claim.notified").items():
            if times > 1:
                raise Violation(f"the winner of {claim} was written to {times} times")

    def _one_result(self, key: tuple[str, int], mine: Sequence[Fact]) -> None:
        drawn = [one.body for one in mine if one.kind == "draw.drawn"]
        if len(drawn) > 1:
            raise Violation(f"{key} was drawn {len(drawn)} times")
        if drawn and self._results.setdefault(key, drawn[0]["result"]) != drawn[0]["result"]:
            raise Violation(f"{key} has another result than before")
        if not drawn and key in self._results:
            raise Violation(f"{key} was drawn, and is not any more")

    def _one_that_counts(self, by_draw: dict[tuple[str, int], list[Fact]]) -> None:
        counting = Counter(
            draw for (draw, _seq), mine in by_draw.items() if not any(one.kind == "draw.voided" for one in mine)
        )
        if twice := [draw for draw, times in counting.items() if times > 1]:
            raise Violation(f"{twice} count twice")

    def _forfeited_in_time(self, told: Sequence[Fact]) -> None:
        until = {one.body["claim"]: one.body["until"] for one in told if one.kind == "claim.due"}
        for one in told:
            by_time = one.kind == CLAIM_FORFEITED and one.body["reason"] == Forfeit.DEADLINE
            if by_time and not one.body.get("second") and one.at < until.get(one.body["claim"], 0):
                raise Violation(f"{one.body['claim']} is forfeited before its time")

    def check_together(self) -> None:
        """When everything has come together: HQ and the tills say the same of each prize, what was given is known as
        given, everybody can check every list; and when its time is over each prize is somebody's, or nobody's."""
        for _ in range(ALTERNATES + 2):
            self._agree()
            self._run.world.pass_time(DAY_MS + 2 * 3_600_000)
            for till in self._run.world.terminals.values():
                self._heard(till)
                self._comes(till, self._run.world.dice)
            fetch_rounds(self._run.world)
            self._run.world.hq.draws.clock().settle()
        self.check()
        self._agree()
        claims = [one.claim for one in self._run.world.hq.claims.every()]
        now = self._run.world.true_ms
        if still := [one.id for one in claims if one.late(now - 2 * DAY_MS)]:
            raise Violation(f"nobody ever ends {still}")
        for one in self._run.world.hq.draws.every():
            self._holds(one.draw, one.seq)
        self._booked()

    def _heard(self, till: SimTerminal) -> None:
        """It has something to tell, and tells everything."""
        till.ledger.run(lambda tx: tx.append("staff.signed_out", "s-1", {"staff": "s-1"}))
        for _ in range(8):
            if till.engine.round() and till.engine.status().queue == 0:
                return

    def _agree(self) -> None:
        world = self._run.world
        at_hq = {one.claim.id: one.claim for one in world.hq.claims.every()}
        for thing, hands in self.hands.items():
            counting = [one for one in hands if one.counts]
            for hand in counting:
                found = at_hq.get(hand.claim)
                if found is None or found.standing not in _GIVES_OUT:
                    raise Violation(f"{hand.till} gave {thing} out, and HQ says of it: {found}")
        for claim in at_hq.values():
            hands = self.hands[_thing(claim.id)]
            if claim.conflicts and all(one.counts for one in hands) and claim.id not in self.freed and not self._two():
                raise Violation(f"{claim.id} ended more than once: {claim.conflicts}")
        places = Counter(_thing(one.id) for one in at_hq.values() if one.standing is not Standing.FORFEITED)
        for place, times in places.items():
            if times > 1 and all(one.counts for one in self.hands[place]):
                raise Violation(f"{times} people have, or may fetch, {place}")

    def _two(self) -> bool:
        return self._run.clones.made > 0

    def _holds(self, draw: str, seq: int) -> None:
        """Its published file holds, and the result is that of its list and its seed, worked out by hand."""
        file = json.loads(unpacked(self._run.world.hq.draws.file(draw, seq).path))
        report = verify.verify(file, signature_is_good=signature_is_good, beacon_is_good=beacon_signature_is_good)
        if not report.good:
            raise Violation(f"{draw}/{seq}: {report.faults}")
        if "drawn" in file:
            manifest = manifest_of(file["manifest"])
            seed = seed_from_beacon(manifest.hash(), bytes.fromhex(file["seed"]["beacon"]["signature"]))
            again = draw_again(manifest, [count for count, _ in file["leaves"]], seed)
            if [[one.prize, one.ticket, one.entrant] for one in again.winners] != file["drawn"]["winners"]:
                raise Violation(f"{draw}/{seq} was drawn otherwise than its list and its seed say")

    def _booked(self) -> None:
        """What the rules book for a prize stands for whose it is now, and for nobody else."""
        hq = self._run.world.hq
        expected: Counter[str] = Counter()
        for one in hq.draws.every():
            shown = hq.draws.show(one.draw, one.seq)
            held = [place for place in shown.held if place.prize == BOOKED and place.entrant != NOBODY]
            if one.state is State.DRAWN:
                expected[one.draw.split("/")[1]] += len(held)
        given = Counter(
            reward.rule.removesuffix(f"-{BOOKED}")
            for reward in hq.rewards()
            if reward.campaign == CAMPAIGN and reward.rule.endswith(BOOKED)
        )
        if given != +expected:
            raise Violation(f"points of prizes: {dict(given)} stand, and {dict(expected)} are somebody's")

    def _ended_at_hq(self, device: str) -> set[str]:
        return {
            one.claim.id
            for one in self._run.world.hq.claims.every()
            if one.claim.device == device or any(who == device for who, _ in one.claim.conflicts)
        }

    def _every_hand(self) -> Iterator[Hand]:
        for hands in self.hands.values():
            yield from hands


def in_order(key: tuple[str, int], mine: Sequence[Fact]) -> None:
    """Whose a prize was before, and that the next alternate has it: each of them once, in the order drawn; and each is
    told of it."""
    drawn = next(_read(DRAW_DRAWN, mine), None)
    if drawn is None:
        return
    holders = [entrant for _prize, _ticket, entrant in drawn.winners]
    turns = [0] * len(holders)
    waiting = [entrant for _ticket, entrant in drawn.alternates]
    for one in _read(DRAW_PASSED, mine):
        if holders[one.place] != one.entrant:
            raise Violation(f"{key}: place {one.place} was {holders[one.place]}'s, not {one.entrant}'s")
        nxt = waiting.pop(0) if waiting else NOBODY
        if one.alternate != nxt:
            raise Violation(f"{key}: place {one.place} went to {one.alternate}, and the next alternate is {nxt}")
        holders[one.place] = nxt
        turns[one.place] += 1
    told = Counter((one.body.get("place", 0), one.body.get("turn", 0)) for one in mine if one.kind == "draw.won")
    if any(times > 1 for times in told.values()):
        raise Violation(f"{key}: somebody was told twice of one prize: {told}")
    if wrong := [(place, turn) for place, turn in told if turn > turns[place]]:
        raise Violation(f"{key}: told of {wrong}, and {turns} times they passed on")


def _read(kind: Kind[B], told: Sequence[Fact]) -> Iterator[B]:
    for one in told:
        body = kind.read(one.body) if one.kind == kind else None
        if body is not None:
            yield body


def _thing(claim: str) -> str:
    """What there is one of: a place's prize, whoever may fetch it."""
    return claim if is_wheels(claim) else claim.rsplit("/", 1)[0]


def _what(outcome: ClaimView | Refusal) -> str:
    return str(outcome.code if isinstance(outcome, Refusal) else outcome.standing)
