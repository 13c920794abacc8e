"""HQ put together: the database brought up to date, the wire, and what a person at HQ does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.coupons.facts import SERIES_ISSUED, SERIES_REVOKED
from kiosk.domain.documents.brand import Brand
from kiosk.domain.goods.catalogue import Catalogue
from kiosk.domain.ids import Randomness
from kiosk.domain.journal.kinds import SETTING_CHANGED
from kiosk.domain.slips.facts import SLIPS_BOOK_MADE, BookMade
from kiosk.domain.slips.model import BookState, SlipRule, share_key
from kiosk.domain.time import Clock
from kiosk.hq import journalling
from kiosk.hq.campaigns import commands as campaigns
from kiosk.hq.campaigns import confirming, happenings
from kiosk.hq.campaigns import queries as campaign_queries
from kiosk.hq.campaigns.commands import CampaignPublished, CampaignRefused
from kiosk.hq.campaigns.counted import limits_passed
from kiosk.hq.campaigns.points import points_conflicts
from kiosk.hq.campaigns.queries import Overrun, StandingReward
from kiosk.hq.context import Context
from kiosk.hq.coupons import commands as coupons
from kiosk.hq.coupons import owed, series
from kiosk.hq.coupons import queries as coupon_queries
from kiosk.hq.coupons.owed import VoucherSums
from kiosk.hq.coupons.queries import ConflictSeen, RedemptionSeen
from kiosk.hq.coupons.series import SeriesRefused, SeriesSeen, SeriesWanted
from kiosk.hq.documents import brand as brands
from kiosk.hq.draws import stock as wheel_stock
from kiosk.hq.draws_batch import law
from kiosk.hq.draws_batch.desk import DrawsDesk
from kiosk.hq.draws_claims.desk import ClaimsDesk
from kiosk.hq.goods import catalogue as catalogues
from kiosk.hq.guests_desk.desk import EventsDesk
from kiosk.hq.guests_desk.doubles import doubles
from kiosk.hq.journal import left_out
from kiosk.hq.journal.left_out import LeftOut
from kiosk.hq.leases import commands as leases
from kiosk.hq.messages.desk import MessagesDesk
from kiosk.hq.ports import HqSettings, KeyVault
from kiosk.hq.projections import histories
from kiosk.hq.projections.projection import Projection
from kiosk.hq.projections.registry import PROJECTIONS
from kiosk.hq.put_rows import put_rows
from kiosk.hq.rebuild import catch_up, check, state, verify
from kiosk.hq.rebuild.verify import Flaw
from kiosk.hq.registration import policy as policies
from kiosk.hq.registration.desk import RegistrationDesk
from kiosk.hq.remarks import told as remarks
from kiosk.hq.remarks.told import Remark
from kiosk.hq.rows.publish import RowChange, all_rows, forget_deletions
from kiosk.hq.slips import books as slip_books
from kiosk.hq.slips import commands as slips
from kiosk.hq.slips.conflicts import slip_conflicts
from kiosk.hq.staff.desk import StaffDesk
from kiosk.hq.store import migrate
from kiosk.hq.store.database import Database
from kiosk.hq.terminals import challenges, copies, public_keys
from kiosk.hq.terminals import commands as terminals
from kiosk.hq.terminals import queries as terminal_queries
from kiosk.hq.terminals.queries import TerminalSeen
from kiosk.hq.tokens import keys
from kiosk.hq.undo import commands as undoing
from kiosk.hq.undo.commands import Undone
from kiosk.hq.undo.deeds import Deeds, deeds_of
from kiosk.hq.wheel_desk import WheelDesk
from kiosk.hq.wire.app import WireApp
from kiosk.protocol.rows import CouponRow, Store

_SWEPT_AT_ONCE = 200


class Headquarters:
    """Everything HQ does. `wire.handle` serves terminals; `staff` and the other methods are for people and tests."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        random: Randomness,
        vault: KeyVault,
        folder: Path,
        settings: HqSettings | None = None,
        projections: tuple[Projection, ...] = PROJECTIONS,
    ) -> None:
        migrate.upgrade(database)
        with database.write():
            secret = challenges.secret(vault, random)
        self.context = Context(database, clock, random, vault, folder, settings or HqSettings(), projections, secret)
        self.wire = WireApp(self.context)
        self.staff = StaffDesk(self.context)
        self.messages = MessagesDesk(self.context)
        self.registration = RegistrationDesk(self.context)
        self.draws = DrawsDesk(self.context)
        self.claims = ClaimsDesk(self.context)
        self.wheels = WheelDesk(self.context)
        self.events = EventsDesk(self.context)
        with database.write() as tx:
            keys.signing(self.context, tx)
            keys.sign_rows(self.context, tx)
            policies.begin(self.context, tx)
            public_keys.tell(self.context, tx)
            state.prepare(self.context, tx)

    @property
    def database(self) -> Database:
        """Where everything is kept."""
        return self.context.database

    def publish(self, changes: Sequence[RowChange]) -> int:
        """Put or delete rows of buckets; coupons of a store get their rights at once, a member's new home gets
        their history. Gives how many changed."""
        with self.database.write() as tx:
            changed = put_rows(self.context, tx, changes)
        self._tell_the_rest()
        return changed

    def _tell_the_rest(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Long histories of members who have moved, bit by bit. False when it was stopped."""
        more = True
        while more and not stop():
            with self.database.write() as tx:
                more = histories.retell_some(tx, self.context.clock.now_ms())
        return not more

    def brand(self) -> Brand | None:
        """The chain's name, logo and colour, as terminals are told."""
        with self.database.read() as tx:
            return brands.brand(tx)

    def put_brand(self, brand: Brand | None) -> None:
        """Another one, or none. Raises BrandFault."""
        with self.database.write() as tx:
            brands.put(self.context, tx, brand)

    def catalogue(self) -> Catalogue | None:
        """The chain's goods file, as terminals are told of it."""
        with self.database.read() as tx:
            return catalogues.catalogue(tx)

    def put_catalogue(self, catalogue: Catalogue | None) -> catalogues.Changed:
        """Another one, or none. Raises CatalogueFault."""
        with self.database.write() as tx:
            return catalogues.put(self.context, tx, catalogue)

    def enroll_code(self, store: str, *, name: str | None = None, for_device: str | None = None) -> str | None:
        """A single-use code for a new terminal (or for one that starts over). None if there is no such store."""
        with self.database.write() as tx:
            return terminals.new_code(self.context, tx, store, name=name, for_device=for_device, by_hand=True)

    def let_go_on(self, device_id: str) -> bool:
        """A person says that a terminal that was copied, or set back too often, is one machine: it begins anew with its
        next push. False if it does not wait for that."""
        with self.database.write() as tx:
            return copies.let_go_on(self.context, tx, device_id)

    def revoke_device(self, device_id: str) -> bool:
        """Take a terminal out of service, at once. False if there is no such terminal."""
        with self.database.write() as tx:
            return terminals.revoke_device(self.context, tx, device_id)

    def deeds(self, device_id: str, since: int = 0) -> Deeds | None:
        """What a terminal did, by what it told since then (ms since 1970, HQ's clock). None if there is none of it."""
        return deeds_of(self.context, device_id, since)

    def undo(self, device_id: str, since: int = 0) -> bool:
        """Undo what a terminal that is out of service told since then, and what followed from it; works until it is
        done. False if there is no such terminal, or it is in service. May be asked again after a stop."""
        with self.database.write() as tx:
            begun = undoing.begin(self.context, tx, device_id, since)
        return begun and undoing.Undoing(self.context).run()

    def put_back(self, device_id: str) -> bool:
        """What was undone of a terminal counts again, as if it had been told now. False if nothing is undone of it."""
        with self.database.write() as tx:
            begun = undoing.put_back(self.context, tx, device_id)
        return begun and undoing.Undoing(self.context).run()

    def undone(self) -> list[Undone]:
        """Terminals of which what they told is undone, or becomes so."""
        with self.database.read() as tx:
            return undoing.undone(tx)

    def revoke_coupon(self, coupon: str, reason: str = "") -> None:
        """Take a coupon back, in every store."""
        with self.database.write() as tx:
            coupons.revoke_coupon(self.context, tx, coupon, reason)

    def publish_campaign(
        self, document: str, since: int | None = None, *, refuse_mistakes: bool = False, favour_by: str = ""
    ) -> CampaignPublished | CampaignRefused:
        """Sign a campaign file (YAML) and publish it, in force from `since` (ms since 1970; default: now), with its
        coupons, and what there is of stock and budgets. `refuse_mistakes`: as `campaign check` finds them, and what
        the law says of prizes. `favour_by`: who says that words which changed are no worse for customers; it is
        journalled."""
        with self.database.write() as tx:
            against = law.refused(self.context, tx, document, favour_by) if refuse_mistakes else None
            if against is not None:
                return against
            done = campaigns.publish_campaign(self.context, tx, document, since, refuse_mistakes=refuse_mistakes)
            if isinstance(done, CampaignPublished):
                leases.offer(tx, done.campaign)
                wheel_stock.offer(tx, done.campaign, self.context.clock.now_ms())
                if favour_by:
                    about = {"campaign": done.campaign.id, "version": done.campaign.version, "by": favour_by}
                    journalling.append(self.context, tx, SETTING_CHANGED, {"what": "rules_in_favour", **about})
        if isinstance(done, CampaignPublished) and done.first:
            self.catch_up()
        return done

    def catch_up(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Bring every read model up to date, and finish what was to be undone, in short transactions, until all is done
        or somebody says stop. False when it was stopped."""
        done = catch_up.CatchUp(self.context).run(stop) and self._tell_the_rest(stop)
        return done and undoing.Undoing(self.context).run(stop)

    def rebuild(self) -> None:
        """Derive every read model anew and put it in place of what is there."""
        catch_up.begin_anew(self.context)
        self.catch_up()

    def check(self) -> list[check.Difference]:
        """Rows of read models that are not what all facts give."""
        return check.check(self.context)

    def progress(self) -> list[state.Progress]:
        """How far each read model has got."""
        with self.database.read() as tx:
            return state.progress(self.context, tx)

    def withdraw_campaign(self, campaign: str, *, keep_coupons: bool = False) -> bool:
        """End a campaign now, and refuse its coupons unless they are kept. False if there is none of that name that
        runs or is still to come."""
        with self.database.write() as tx:
            return campaigns.withdraw_campaign(self.context, tx, campaign, keep_coupons=keep_coupons) is not None

    def record(self, kind: str, body: Mapping[str, Any]) -> tuple[Reward, ...]:
        """Something happened to a member at HQ (registered by phone, won a draw): journal it, and what the rules give
        for it, to whomever. Bodies: docs/facts.md. Raises ProjectionError on one that does not fit."""
        with self.database.write() as tx:
            return happenings.happened(self.context, tx, kind, body)

    def sweep(self) -> int:
        """Look at every member of every store, once per day of its clock: birthdays, follow-ups, wake-ups. Gives to how
        many that brought something."""
        with self.database.read() as tx:
            stores = [store.id for store in all_rows(tx, campaigns.STORES, Store)]
        given = 0
        for store in stores:
            more: int | None = 0
            while more is not None:
                given += more
                with self.database.write() as tx:
                    more = happenings.sweep_store(self.context, tx, store, _SWEPT_AT_ONCE)
        return given

    def overruns(self, *, closed: bool = False) -> list[Overrun]:
        """Rewards that terminals gave though the rules, knowing everything, give less; with `closed` also those that
        later arrivals explained. What waits for a signature is among them."""
        with self.database.read() as tx:
            found = campaign_queries.overruns(tx, closed=closed)
            waits = {one.reward: one for one in confirming.waiting_rewards(tx)}
            listed = [replace(one, waits=1) if waits.pop(one.reward, None) else one for one in found]
            return [*listed, *waits.values(), *limits_passed(self.context, tx)]

    def decide_coupons(self, *, sign: bool, reward: str | None = None, device: str | None = None) -> int:
        """A person signs or refuses coupons that wait: of a reward, or all that a device made. Gives how many rewards
        that were; 0 when nothing waits there (any more)."""
        with self.database.write() as tx:
            return confirming.decide(self.context, tx, sign=sign, reward=reward, device=device)

    def rewards(self) -> list[StandingReward]:
        """Every reward that stands, whoever journalled it."""
        with self.database.read() as tx:
            return campaign_queries.standing_rewards(tx)

    def remarks(self, survey: str | None = None, since: int = 0) -> list[Remark]:
        """What members said in words of their own since then (ms since 1970), newest first."""
        with self.database.read() as tx:
            return remarks.remarks(tx, survey=survey, since=since)

    def rotate_key(self, *, campaign: bool = False) -> str:
        """Sign with a new key from now on (tokens, or campaigns); the old ones stay good for what they signed. Gives
        the new key's id."""
        with self.database.write() as tx:
            purposes = keys.CAMPAIGNS if campaign else keys.TOKENS
            return keys.new_key(self.context, tx, purposes).key_id.hex()

    def revoke_key(self, key_id: str) -> bool:
        """Withdraw a key: nothing it signed is accepted any more; campaigns and terminals' keys are signed
        anew. False if there is no such
        key."""
        with self.database.write() as tx:
            found = keys.revoke_key(self.context, tx, key_id)
            if found:
                campaigns.sign_again(self.context, tx, key_id)
                public_keys.tell(self.context, tx)
            return found

    def forget_deletions(self) -> int:
        """Drop deletions that every terminal had time to pull."""
        before = self.context.clock.now_ms() - self.context.settings.tombstones_kept
        with self.database.write() as tx:
            return forget_deletions(tx, before)

    def redemptions(self) -> list[RedemptionSeen]:
        """Every use that was not voided, by time."""
        with self.database.read() as tx:
            return coupon_queries.redemptions(tx)

    def conflicts(self, *, closed: bool = False) -> list[ConflictSeen]:
        """Double spends and tickets that let in two, by time; with `closed` also those that came to nothing."""
        with self.database.read() as tx:
            found = [*coupon_queries.conflicts(tx, closed=closed), *points_conflicts(tx, closed=closed)]
            found += [*slip_conflicts(tx), *copies.waiting(tx), *doubles(tx, closed=closed)]
            return sorted(found, key=lambda one: (one.at, one.coupon))

    def allow_slips(
        self, worth: slips.Worth, whole: int, share: int = 0, days: int = 7
    ) -> SlipRule | slips.SlipsRefused:
        """Paper slips of this kind may be out, or used, `whole` times; each terminal keeps `share` of that for books of
        its own, good for `days`."""
        with self.database.write() as tx:
            return slips.allow(self.context, tx, worth, whole, share, days)

    def make_slips(
        self,
        store: str,
        worth: slips.Worth,
        count: int,
        *,
        uses: int | None = None,
        since: datetime | None = None,
        days: int = 31,
    ) -> BookMade | slips.SlipsRefused:
        """A book of paper slips for a store."""
        with self.database.write() as tx:
            made = slips.make_book(self.context, tx, store, worth, count, uses=uses, since=since, days=days)
            if isinstance(made, BookMade):
                journalling.append(self.context, tx, SLIPS_BOOK_MADE, SLIPS_BOOK_MADE.write(made))
            return made

    def issue_coupons(
        self, wanted: SeriesWanted, by: str = "", done: Callable[[int], None] = lambda _count: None
    ) -> list[CouponRow] | SeriesRefused:
        """Coupons on paper, bit by bit: one that is there is not made again, so that what was broken off goes on.
        `done` is told how many there are."""
        with self.database.write() as tx:
            begun = series.begin(self.context, tx, wanted, by)
            if isinstance(begun, SeriesRefused):
                return begun
            if begun is not None:
                journalling.append(self.context, tx, SERIES_ISSUED, SERIES_ISSUED.write(begun))
        rows: list[CouponRow] = []
        while len(rows) < wanted.count:
            with self.database.write() as tx:
                rows += series.go_on(self.context, tx, wanted.series, len(rows) + 1)
            done(len(rows))
        return rows

    def revoke_series(
        self, name: str, numbers: tuple[int, int] | None = None, reason: str = "", by: str = ""
    ) -> int | SeriesRefused:
        """Take a series back, or some numbers of it. Gives how many coupons that are."""
        with self.database.write() as tx:
            told = series.revoke(self.context, tx, name, numbers, reason, by)
            if isinstance(told, SeriesRefused):
                return told
            journalling.append(self.context, tx, SERIES_REVOKED, SERIES_REVOKED.write(told))
            whole = next(one.count for one in series.all_series(tx) if one.series == name)
            return whole if numbers is None else told.last - told.first + 1

    def series(self) -> list[SeriesSeen]:
        """Coupons on paper, and what became of them."""
        with self.database.read() as tx:
            return series.all_series(tx)

    def voucher_sums(self) -> list[VoucherSums]:
        """What is owed on vouchers of value."""
        with self.database.read() as tx:
            return owed.voucher_sums(self.context, tx)

    def slips(self) -> list[BookState]:
        """Every book of paper slips, and what became of it."""
        with self.database.read() as tx:
            return slip_books.states(tx)

    def slip_rules(self) -> list[tuple[SlipRule, int, int]]:
        """What books may be made of: (rule, how often in all, how much of that is left)."""
        with self.database.read() as tx:
            rules = all_rows(tx, leases.SLIP_RULES, SlipRule)
            return [(rule, *(leases.left_of(tx, share_key(rule.id)) or (0, 0))) for rule in rules]

    def terminals(self) -> list[TerminalSeen]:
        """All terminals ever enrolled."""
        with self.database.read() as tx:
            return terminal_queries.terminals(tx, self.context.clock.now_ms())

    def facts(self, device_id: str, epoch: int) -> list[bytes]:
        """A journal's facts, as stored."""
        with self.database.read() as tx:
            return terminal_queries.facts(tx, device_id, epoch)

    def left_out(self, most: int | None = None) -> list[LeftOut]:
        """Facts that are kept and of which nothing follows, with the reasons; the last `most` of them."""
        with self.database.read() as tx:
            return left_out.left_out(tx, most)

    def verify(self) -> list[Flaw]:
        """What is stored and does not agree with itself, or with the facts."""
        return verify.verify(self.context)
