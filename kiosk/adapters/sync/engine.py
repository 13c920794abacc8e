"""The terminal's side of sync.md: push first, then pull. One `round` is one attempt; `runner.py` repeats it.

Nothing here is needed for a sale to be durable; it only carries facts to HQ and HQ's rows here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from kiosk.adapters.db import guest_people
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.newcomers import forget_lost
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.clock import HqTime
from kiosk.adapters.sync.guests import GuestPeople
from kiosk.adapters.sync.hq_keys import HqKeys
from kiosk.adapters.sync.leases import LeaseKeeper
from kiosk.adapters.sync.lists import ListKeeper
from kiosk.adapters.sync.parts import Parts, back_off, is_unexpected
from kiosk.adapters.sync.persons import Persons
from kiosk.adapters.sync.points import PointsSeen
from kiosk.adapters.sync.pull import Pull
from kiosk.adapters.sync.push import Push
from kiosk.adapters.sync.remarks import Remarks
from kiosk.adapters.sync.restore import Restore
from kiosk.adapters.sync.session import Session, Signer
from kiosk.adapters.sync.snapshot import Snapshots
from kiosk.adapters.sync.standing import PLAIN_HTTP, Standing
from kiosk.adapters.sync.transport import HqNotTrusted, HqUnreachable
from kiosk.adapters.sync.wheels import Secrets, WheelKeeper
from kiosk.application.ports.ledger import Identity
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.domain.draws.keeping import NAMES_DAYS
from kiosk.domain.ids import Randomness
from kiosk.domain.time import Clock
from kiosk.protocol.rows import guest_buckets, terminal_buckets
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)

IDLE_MS = 2_000
"""Between two rounds when nothing happens and HQ gives no hint."""
HINTED_MOST_MS = 600_000
"""The longest that HQ may have a terminal wait until the next."""
WAITING_MS = 15_000
"""The same while a person at HQ has to decide about this terminal."""


class SyncEngine:
    """Carries facts and rows between this terminal and HQ. `round`, `park` and `enroll` run on one thread, the sync's
    own."""

    def __init__(
        self,
        ledger: SqlLedger,
        reference: SqlReference,
        client: HqClient,
        signer: Signer,
        clock: Clock,
        randomness: Randomness,
        *,
        folder: Path,
        app_version: str,
        in_the_open: bool = False,
        points: PointsSeen | None = None,
        instance: str | None = None,
        secrets: Secrets | None = None,
        names_days: int = NAMES_DAYS,
        at_events: Callable[[], bool] = lambda: True,
    ) -> None:
        """`folder`: where a snapshot may lie while it is fetched. `in_the_open`: HQ is reached by a way on which others
        can read; it is said on the screen. `points`: of whom shares of points are wanted. `instance`: this program's
        name for itself, which no other program ever had; made up when it is not given. `secrets`: the key store;
        without one there are no wheels here. `names_days`: how long people's names on lists of this stage's draws are
        kept. `at_events`: whether this terminal has to know who is expected at events; else nobody of them is told to
        it."""
        self._ledger = ledger
        self._client = client
        self._randomness = randomness
        self._reference, self._clock = reference, clock
        self._time = time = HqTime(ledger, clock)
        self._standing = Standing(ledger, clock, time, PLAIN_HTTP if in_the_open else "")
        self._session = Session(ledger, client, signer, self._standing, time, instance or randomness.bytes(12).hex())
        keys = HqKeys(ledger, reference)
        self._wheels = None
        if secrets is not None:
            self._wheels = WheelKeeper(ledger, reference, client, clock, randomness, secrets, signer)
        self._restore = Restore(ledger, client, signer, self._standing, clock, app_version, keys, self._wheels)
        self._push = Push(ledger, client, self._session, self._restore, self._standing, time, app_version)
        self._pull = Pull(ledger, reference, client, Snapshots(reference, client, folder, keys), clock, keys)
        self._leases = LeaseKeeper(ledger, reference, client, clock, points or PointsSeen(clock))
        self._persons = Persons(ledger, reference, client, clock)
        self._remarks = Remarks(ledger, client, clock)
        self._guests, self._at_events = GuestPeople(ledger, reference, client, clock), at_events
        works = {
            "push": self._push_all,
            "persons": self._tell_persons,  # before pulling: their rows come along
            "remarks": self._tell_remarks,
            "guests": self._tell_guests,
            "pull": self._pull_all,
            "shares": self._keep_leases,
            "wheels": self._keep_wheels,
        }
        self._lists = ListKeeper(ledger, clock, names_days)
        self._parts = Parts(works, clock, randomness, self._session.open)
        self._hints = {name: m.Hints() for name in works}
        self._pushed = False
        self._failures = 0
        self._said = ""

    def on_status(self, listener: Callable[[SyncStatus], None]) -> None:
        """Call `listener` (on the sync's thread) whenever the link's state changes or a round ended."""
        self._standing.on_status(listener)

    def status(self) -> SyncStatus:
        """How HQ is reached; cheap, from any thread."""
        return self._standing.status()

    def enroll(self, code: str, hq_url: str) -> Identity:
        """Take part with a single-use code of HQ. Raises HqUnreachable, HqRefused."""
        return self._restore.enroll(code, hq_url)

    def enroll_again(self, code: str, public_key: bytes) -> None:
        """Go on as the same terminal with another key, by a person's word at HQ: of two copies the one that stays.
        Sign with that key from then on. Raises HqUnreachable, HqRefused."""
        self._restore.with_another_key(code, public_key, self._session.sign_in())

    def round(self, *, woken: bool = False) -> int:
        """Push what waits, pull what is new. Returns the milliseconds until the next round is due. Never raises for
        what HQ or the network does. `woken`: it comes before its time, because something has happened here."""
        now_ms = self._clock.now_ms() + (self._time.offset_ms or 0)
        self._reference.erase_guests(before_ms=now_ms)
        self._lists.keep(now_ms)
        try:
            delay_ms = self._round(woken=woken)
        except HqUnreachable as error:
            # somebody has to mend a certificate, a network mends itself; once, though it is tried again and again
            mend = isinstance(error, HqNotTrusted) and str(error) != self._said
            log.log(logging.WARNING if mend else logging.INFO, "HQ unreachable: %s", error)
            self._said = str(error)
            self._client.token = None if self._failures else self._client.token
            self._standing.set_link(Link.OFFLINE, error.fault if isinstance(error, HqNotTrusted) else "")
            return self._back_off(woken=woken)
        except HqRefused as error:
            if error.status == 401:
                self._client.token = None
                if self._failures == 0:
                    self._failures = 1
                    return 0
            log.info("HQ refused: %s", error)
            self._client.token = None
            self._standing.set_link(Link.REVOKED if error.status == 403 else Link.OFFLINE)
            return self._back_off(woken=woken)
        self._failures = 0
        return delay_ms

    def _back_off(self, *, woken: bool) -> int:
        """Nothing works: all parts wait together. Longer each time, but not because something happens here: a till
        that sells would hear last that HQ is back."""
        self._parts.forget()
        self._failures += not woken or not self._failures
        return back_off(self._failures - 1, self._randomness)

    def _round(self, *, woken: bool) -> int:
        if self._ledger.run(lambda tx: tx.identity()) is None:
            raise HqRefused(403, "not_enrolled")
        reached = self._client.token is None
        if reached:
            self._session.open()
        self._pushed = False
        went = self._parts.run(woken=woken)
        if went.failed and not (reached or went.reached):
            self._session.open()  # is it HQ that cannot be reached, or only this that does not work?
        hinted = max(self._hints["push"].push_after, self._hints["pull"].pull_after, 0) or IDLE_MS
        delay_ms = self._parts.wait_ms(WAITING_MS if self._standing.waits else min(hinted, HINTED_MOST_MS))
        if not {"push", "pull"} & (went.failed.keys() | went.waiting):
            self._standing.synced()
        else:
            self._standing.hindered(next((name for name in ("push", "pull") if name in went.failed), ""))
        for error in filter(is_unexpected, went.failed.values()):
            raise error
        return delay_ms

    def _push_all(self) -> bool:
        waited = self._standing.status().queue > 0
        self._hints["push"] = self._push.all()
        self._pushed = True
        return waited

    def _tell_persons(self) -> bool:
        """Who registered here: HQ takes nobody of whom it does not have the fact."""
        return self._persons.round() if self._pushed and not self._standing.waits else False

    def _tell_remarks(self) -> bool:
        """What customers said, once HQ has the facts that commit to it."""
        return self._remarks.round() if self._pushed and not self._standing.waits else False

    def _tell_guests(self) -> bool:
        """Whom this desk put on lists of events, once HQ has the facts that commit to them."""
        return self._guests.round() if self._pushed and not self._standing.waits else False

    def _pull_all(self) -> bool:
        identity = self._ledger.run(lambda tx: tx.identity())
        assert identity is not None
        buckets = terminal_buckets(identity.store, identity.device)
        if not self._at_events():
            not_here = guest_buckets(identity.store)
            buckets = [one for one in buckets if one not in not_here]
            for one in not_here:
                if self._reference.cursor(one):  # it was a desk
                    self._reference.forget(one)
        self._hints["pull"] = self._pull.all(identity.device, buckets)
        if self._pushed:  # HQ was told everything, and has told everything
            self._restore.met_hq()
            forget_lost(self._ledger, self._reference)
            guest_people.forget_lost(self._ledger, self._reference)
        return True

    def _keep_leases(self) -> bool:
        """Shares of what campaigns give away; those of an older ledger are to be forgotten first."""
        if not (self._restore.waits or self._standing.waits):
            self._leases.round()
        return False

    def _keep_wheels(self) -> bool:
        """Leases of wheels; those of an older ledger are to be closed first."""
        if self._wheels is None or self._restore.waits or self._standing.waits:
            return False
        return self._wheels.round()

    def park(self) -> None:
        """The last thing before the program ends in good order: give back shares of what campaigns give away, and say
        to HQ that this terminal stops. HQ may then give its rights to others at once; in return it uses none before it
        has met HQ again. Nothing is given up when HQ is out of reach, and no right when the store has no other terminal
        that could use it."""
        if self._standing.link is not Link.ONLINE or self._ledger.run(lambda tx: tx.identity()) is None:
            return
        try:
            if self._leases.held():
                self._push.all()  # HQ takes back what it knows to be left
                self._leases.give_back()
                self._push.all()
            # asked now: a second terminal may have come since the session began
            if self._session.sign_in().others == 0:
                return
        except (HqUnreachable, HqRefused) as error:
            log.info("HQ is not told that this terminal stops: %s", error)
            return
        self._restore.park()
        try:
            self._push.all()
        except (HqUnreachable, HqRefused) as error:
            log.info("HQ did not hear that this terminal stops: %s", error)
