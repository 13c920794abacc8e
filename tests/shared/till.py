"""A till with the real ledger, the real reference and the real use cases, on the disk or in memory; HQ's rows are put
in as they would come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.adapters.scan.code_reader import TokenCodeReader
from kiosk.application.campaigns.histories import Histories
from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.context import Context
from kiosk.application.ports.coupons import Claim
from kiosk.application.ports.lookups import Ask, Told
from kiosk.application.sales.outcomes import Acted, Redemption, Returned, ScanOutcome, Visit, Voided
from kiosk.application.service import CheckoutService
from kiosk.application.sync.lease_trust import UNTIL, good_for
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.domain.campaigns.coupons import template_of
from kiosk.domain.campaigns.facts import LEASE_CHANGED
from kiosk.domain.campaigns.points import points_key
from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.journal.facts import Fact, decode, encode
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.sales.void_policy import VoidPolicy
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Actor, Staff
from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.domain.stores import Store
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant, millis
from kiosk.domain.tokens import SigningKey, TokenKind
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.campaigns.signature import sign
from kiosk.protocol.rows import CouponRow, EditionRow, EventRow, KeyRow, encode_row
from kiosk.protocol.tokens.codec import sign_token
from tests.fakes import IDENTITY, KEY, ManualClock
from tests.shared.memory import enrolled_in_memory, reference_in_memory
from tests.unit.campaigns.stage import HEAD, NAME, PHASES

ZONE = "Asia/Taipei"
CLERK = Staff("s-1", "林怡君", Role.CLERK)
MANAGER = Staff("s-2", "張志豪", Role.MANAGER)
HQ = Ed25519PrivateKey.from_private_bytes(bytes(32))
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)
CAMPAIGNS = Path(__file__).parents[2] / "resources" / "campaigns"


class NoHasher:
    def hash_pin(self, pin: str) -> str:
        return pin

    def verify_pin(self, encoded: str, pin: str) -> bool:
        return encoded == pin


class Counting:
    """Random numbers that are not."""

    def __init__(self) -> None:
        self._next = 0

    def bytes(self, count: int) -> bytes:
        self._next += 1
        return self._next.to_bytes(count, "big")

    def uniform(self, low: float, high: float) -> float:
        return low


def member(member_id: str, **changes: Any) -> Member:
    """A member of the store who never bought anything."""
    row = Member(
        member_id, f"9{member_id[2:]}", "王小明", f"+88691234{member_id[2:]:0>4}", Tier.BASIC, Segment.NEW, 0, "N01",
        LONG_AGO,
    )  # fmt: skip
    return replace(row, **changes)


class Till:
    """`wall` sets the store's clock. `folder` None: everything is in memory."""

    def __init__(self, folder: Path | None = None, *, reference: Path | None = None) -> None:
        self.clock = ManualClock()
        self.wall("2026-03-10 12:00")
        self.path = (folder or Path("/nonexistent")) / "ledger.db"
        self.ledger, self.reference = self._opened(folder, reference)
        self.rev = 0
        self.link = Link.OFFLINE
        self.answer: Claim | None = None
        self.told: Told | None = None
        self.asked: list[Ask] = []
        self.claimed: list[tuple[str, list[str]]] = []
        """Coupons that HQ was asked for, with the claims that were open in the ledger then."""
        self._key = KeyRow(
            "aa", HQ.public_key().public_bytes_raw().hex(), LONG_AGO, datetime(2099, 1, 1, tzinfo=UTC), None,
            (*(kind.value for kind in TokenKind), "campaign"),
        )  # fmt: skip
        self.put("chain/keys", "aa", self._key)
        self.put("chain/stores", "N01", Store("N01", LocalText("信義", "信义", "Xinyi"), ZONE, "TWD", "north"))
        self.context = Context(
            ledger=self.ledger,
            reference=self.reference,
            codes=TokenCodeReader(self.reference),
            claims=self,
            lookups=self,
            hasher=NoHasher(),
            clock=self.clock,
            randomness=Counting(),
            sync_status=lambda: SyncStatus(self.link if self.answer is None else Link.ONLINE, instant(0), 0),
            void_policy=VoidPolicy(timedelta(minutes=15), None),
            histories=Histories(self.reference),
        )
        self.service = CheckoutService(self.context)
        self._members: set[str] = set()

    def _opened(self, folder: Path | None, reference: Path | None) -> tuple[SqlLedger, SqlReference]:
        if folder is None:
            return enrolled_in_memory(self.clock), reference_in_memory()
        ledger = open_ledger(folder / "ledger.db", KEY, self.clock, threaded=False)
        ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
        return ledger, SqlReference(reference or folder / "ref.db", KEY)

    def close(self) -> None:
        self.ledger.close()
        self.reference.close()

    def claim(self, op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        """HQ is not there, unless `answer` says what it says."""
        self.claimed.append((coupon, self.open_claims()))
        return self.answer

    def look_up(self, ask: Ask) -> Told | None:
        """HQ's answer about a stranger: `told`, if it says anything."""
        self.asked.append(ask)
        return self.told

    # -- the world ----------------------------------------------------------------------------------------------------

    def wall(self, text: str) -> None:
        """Set the store's clock."""
        at = millis(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE)))
        self.clock.now = max(self.clock.now, at) if at > self.clock.now else at

    def put(self, bucket: str, row_id: str, row: object | None) -> None:
        """A row as HQ sends it."""
        self.rev += 1
        changes = [] if row is None else [(row_id, self.rev, encode_row(row).decode())]
        self.reference.apply(bucket, changes, [row_id] if row is None else [], self.rev)

    def has_members(self, *rows: Member) -> None:
        for row in rows:
            self._members.add(row.id)
            self.put("store/N01/members", row.id, row)
            if row.points > 0:
                self.has_share({points_key(row.id): row.points})

    def has_staff(self, *people: StaffMember) -> None:
        """The store's staff, as HQ published them; `NoHasher` is who knows their PINs."""
        rows = [(person.id, at, encode_row(person).decode()) for at, person in enumerate(people, 1)]
        self.ledger.run(lambda tx: tx.put_staff(rows, []))

    def has_template(self, name: str = "own", **changes: Any) -> CouponTemplate:
        """50 off anything, beside every other coupon, for two years; unless changed."""
        made = CouponTemplate(
            name, LocalText(name, name, name), "coupons", Benefit(BenefitKind.FIXED, off=50_00), LONG_AGO,
            LONG_AGO + timedelta(days=730), stack_group=name, stacks_with=("*",),
        )  # fmt: skip
        self.put("chain/templates", name, replace(made, **changes))
        return replace(made, **changes)

    def has_coupon(self, name: str, template: str = "own", *, held: bool = True, **changes: Any) -> Coupon:
        """A coupon of m-1, unless changed, with the right to it."""
        coupon = replace(Coupon(name, template, LONG_AGO, LONG_AGO + timedelta(days=730), "m-1"), **changes)
        self.put("store/N01/coupons", name, CouponRow(coupon, "no code"))
        if held:
            self.holds(name)
        return coupon

    def holds(self, *coupons: str, uses: int = 1) -> None:
        """HQ gives the rights to coupons."""
        grants = [{"coupon": coupon, "uses": uses, "fence": 1} for coupon in coupons]
        body = {"grant": grants, "revoke": []}
        self.ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", body))

    def loses(self, *coupons: str) -> None:
        """HQ calls rights back."""
        body = {"grant": [], "revoke": list(coupons)}
        self.ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", body))

    def open_claims(self) -> list[str]:
        """Coupons whose claims were not settled."""
        return [op.coupon for op in self.ledger.run(lambda tx: tx.open_ops())]

    def code(self, claims: Any, **fields: Any) -> str:
        """A code that HQ signed yesterday, good for a week."""
        now = self.context.now()
        made = claims(
            issuer="HQ", key_id=b"\xaa", issued=now - timedelta(days=1), expires=now + timedelta(days=7), **fields
        )
        return sign_token(made, SigningKey(b"\xaa", bytes(32)))

    def scans(self, text: str, visit: Visit | None = None, actor: Actor | None = None) -> ScanOutcome:
        """Something is scanned, by the clerk unless `actor` says who."""
        event = ScanEvent(text, Symbology.QR, ScanSource.HANDHELD, None, None, 0.0)
        return self.service.scan(visit or self.service.new_visit(), event, actor or CLERK)

    def publishes(self, rules: str, *, phases: str = PHASES, since: int = 0, until: int | None = None) -> None:
        """A campaign of the lines that matter; with shares of everything it deals out."""
        text = (HEAD + phases + rules).replace("NAME", NAME)
        self.publishes_file(text, since=since, until=until)

    def publishes_file(self, text: str, *, since: int = 0, until: int | None = None) -> None:
        campaign = read_campaign(text.encode()).campaign
        ends = None if until is None else instant(until)
        row = EditionRow(campaign.id, campaign.version, instant(since), ends, text, sign(campaign, "aa", HQ).decode())
        self.put("chain/editions", f"{campaign.id}/{campaign.version}", row)
        for spec in campaign.coupons:
            template = template_of(campaign, spec)
            self.put("chain/templates", template.id, template)
        if until is None:
            self.has_share(dict(whole_quantities(campaign)))

    def plays(self, plan: str, wall: str) -> Till:
        """One of the four plans' own files, on a day of it."""
        self.wall(wall)
        self.publishes_file((CAMPAIGNS / f"{plan}.yaml").read_text(encoding="utf-8"))
        return self

    def has_share(self, quantities: dict[str, int]) -> None:
        """Shares came from HQ."""

        def come(tx: Any) -> None:
            tx.append(LEASE_CHANGED, "system", {"op": f"l-{self.rev}", "quantities": quantities})
            tx.set_meta(UNTIL, good_for(self.clock.boot_id(), self.clock.mono_ms(), 86_400 * 400))

        self.ledger.run(come)

    def elsewhere(self, kind: str, body: dict[str, Any], *members: str, device: str = "d-99") -> None:
        """Something happened at another terminal, or at HQ, and came by sync."""
        self.clock.advance(1_000)
        now = self.clock.now
        fact = Fact(1, self.rev + 1, kind, now << 16, now, 0, "b", 1, "s-9", body)
        row = EventRow(device, "N01", ZONE, members or (body["member"],), encode(fact).decode())
        self.put("store/N01/events", f"{device}/{fact.hlc:x}", row)

    def happens(self, kind: str, body: dict[str, Any], actor: str = "system") -> list[Reward]:
        """Something happened here that no screen of the checkout does: journalled and decided as its page will do."""
        self.clock.advance(1_000)

        def do(tx: Any) -> list[Reward]:
            campaigns = self.context.campaigns(tx)
            campaigns.state(body["member"])
            effects = campaigns.journal_rewards(tx.append(kind, actor, body))
            return [reward for effect in effects for reward in effect.granted]

        return self.ledger.run(do)

    def registers(self, who: str, by: str = "", **changes: Any) -> list[tuple[str, str, str, int]]:
        """Somebody becomes a member today, by somebody's recommendation; gives what that brought whom."""
        self.has_members(member(who, joined=self.context.now(), **changes))
        body = {"member": who} | ({"other": by} if by else {})
        return [(one.member, str(one.kind), one.ref, one.quantity) for one in self.happens("member.registered", body)]

    # -- the clerk ----------------------------------------------------------------------------------------------------

    def visit(self, who: str | None, amount: int, **changes: Any) -> Visit:
        """A customer, priced."""
        visit = self.service.new_visit()
        if who is not None:
            visit = self.service.choose_member(visit, who)
            assert visit.member is not None
        return self.service.price(replace(visit, amount=amount, **changes))

    def buys(self, who: str | None, amount: int, **changes: Any) -> Redemption:
        """They pay."""
        self.clock.advance(1_000)
        sold = self.service.confirm(self.visit(who, amount, **changes), CLERK)
        assert isinstance(sold, Redemption), sold
        return sold

    def voids(self, txn: str) -> Voided:
        self.clock.advance(1_000)
        done = self.service.void(txn, "wrong_amount", MANAGER)
        assert isinstance(done, Voided), done
        return done

    def action(self, who: str, kind: ActionKind, ref: str = "") -> MemberAction:
        """What the clerk could do for a member who has proven who they are."""
        found = [one for one in self.service.actions(self._proven(who)) if one.kind is kind and ref in ("", one.ref)]
        assert len(found) == 1, found
        return found[0]

    def acts(self, who: str, kind: ActionKind, ref: str = "", value: int = 0) -> list[tuple[str, str, int]]:
        """Do it; gives what it brought."""
        self.clock.advance(1_000)
        done = self.service.act(self._proven(who), self.action(who, kind, ref), CLERK, value)
        assert isinstance(done, Acted), done
        return shown(done.rewards)

    def _proven(self, who: str) -> Visit:
        proven = self.service.prove(self.visit(who, 0), f"{who[2:]:0>4}")
        assert isinstance(proven, Visit)
        return proven

    def state(self, who: str) -> MemberState:
        """A member's state as the terminal has it."""
        return self.ledger.run(lambda tx: self.context.campaigns(tx).state(who))

    def returns(self, txn: str, amount: int) -> Voided:
        """Part of a sale comes back."""
        self.clock.advance(1_000)
        done = self.service.return_goods(txn, Returned(amount), "goods_returned", MANAGER)
        assert isinstance(done, Voided), done
        return done

    def points(self, who: str) -> int:
        found = self.visit(who, 0).member
        assert found is not None
        return found.points

    def kinds(self) -> list[str]:
        """Kinds of the facts so far."""
        return [fact.kind for fact in self.facts()]

    def facts(self, kind: str = "") -> list[Fact]:
        """The facts of a kind so far."""
        rows = self.ledger.run(lambda tx: tx.facts_after(1, 0, 100_000))
        return [fact for fact in (decode(raw) for _seq, raw, _hash in rows) if kind in ("", fact.kind)]

    def agrees(self) -> None:
        """What the terminal remembers of its members is what the ledger says of them."""
        anew = replace(self.context, histories=Histories(self.reference))

        def compare(tx: Any) -> None:
            for who in sorted(self._members):
                known, told = self.context.campaigns(tx).state(who), anew.campaigns(tx).state(who)
                for state in (known, told):
                    state.settle(self.context.campaigns(tx).wall)
                    state.bought(0, 1 << 60)
                assert known.rewards == told.rewards
                assert replace(known, rewards={}, sums=[]) == replace(told, rewards={}, sums=[])

        self.ledger.run(compare)

    def counts_the_same(self) -> None:
        """The rules, judging everything that happened once more as HQ does, give what was given."""
        anew = replace(self.context, histories=Histories(self.reference))

        def count(tx: Any) -> None:
            for who in sorted(self._members):
                counted = anew.campaigns(tx).fold.recount(who)
                assert (counted.granted, counted.taken_back) == ((), ()), counted

        self.ledger.run(count)

    def sound(self) -> None:
        """The ledger verifies, and its state follows from its facts; what is remembered follows from it too."""
        self.agrees()
        self.ledger.close()
        assert verify(self.path, KEY).sound
        assert rebuild(self.path, KEY).differences == {}


def shown(rewards: Any) -> list[tuple[str, str, int]]:
    """Rewards as (kind, ref, quantity)."""
    return [(str(reward.kind), reward.ref, reward.quantity) for reward in rewards]
