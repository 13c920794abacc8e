"""Batch draws, for the people at HQ and for HQ's process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.draws.facts import FrozenBody, PassedBody, PassReason, VoidReason
from kiosk.domain.draws.life import Held, State
from kiosk.hq.context import Context
from kiosk.hq.draws.people import drawn_members, masked
from kiosk.hq.draws.steps import DrawSeen, draw_of, draws, held_in
from kiosk.hq.draws_batch import drawing, exclusions, files, freezing, passing, planning, publishing, retention, totals
from kiosk.hq.draws_batch.clock import DrawClock
from kiosk.hq.draws_batch.exclusions import Excluded
from kiosk.hq.draws_batch.files import FileSeen
from kiosk.hq.draws_batch.passing import DrawFault
from kiosk.hq.draws_batch.planning import Plan
from kiosk.hq.draws_batch.rows import tell_plans
from kiosk.hq.draws_batch.totals import Shown, YearTotal


@dataclass(frozen=True, slots=True)
class DrawShown:
    """A draw for people: what happened, whose the prizes are with masked names, until when (ms) its record is kept."""

    seen: DrawSeen
    held: tuple[Held, ...]
    names: dict[int, str]
    file: FileSeen | None
    kept_until: int | None


class DrawsDesk:
    """`by`, `second`: who says so. What cannot be done raises DrawFault or ExclusionFault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def clock(self) -> DrawClock:
        """What does what is due; for a thread of its own."""
        return DrawClock(self._context)

    def every(self) -> list[DrawSeen]:
        """All draws that were frozen, void ones too, and terminals' own."""
        with self._context.database.read() as tx:
            return draws(tx)

    def planned(self) -> list[Plan]:
        """Draws to come, and those that nobody held though their time is over, by time."""
        context = self._context
        now = context.clock.now_ms()
        with context.database.read() as tx:
            held = {one.draw for one in draws(tx)}
            until = now + context.settings.draw_plan_days * planning.DAY_MS
            return [one for one in planning.plans(context, tx, 0, until) if one.id not in held]

    def show(self, name: str, seq: int | None = None) -> DrawShown:
        """One draw, by default its newest."""
        context = self._context
        with context.database.read() as tx:
            seen = passing.known(tx, name, seq)
            held = tuple(held_in(tx, seen))
            names = masked(tx, drawn_members(tx, seen.draw, seen.seq), [one.entrant for one in held])
            file = files.file_of(tx, seen.draw, seen.seq, files.folder_of(context))
            return DrawShown(seen, held, names, file, retention.kept_until(tx, seen.draw, seen.seq))

    def freeze(self, name: str, *, envelopes: Sequence[tuple[str, str]] = ()) -> FrozenBody:
        """Freeze a draw of a campaign now: the first time, or after it became void as the next `seq`."""
        context = self._context
        with context.database.read() as tx:
            plan = planning.plan_of(context, tx, name)
            seen = draw_of(tx, name)
        if plan is None:
            raise DrawFault("no_such_draw", f"no campaign has a draw {name} (`kiosk hq draws list`)")
        if seen is not None and seen.voided is None:
            raise DrawFault("frozen", f"{name} is {seen.state}: void it first, then freeze it again")
        try:
            done = freezing.freeze(context, plan, 1 if seen is None else seen.seq + 1, envelopes=envelopes)
        except ValueError as fault:
            raise DrawFault("no_manifest", str(fault)) from fault
        if done is None:
            raise DrawFault("frozen", f"{name} was frozen meanwhile")
        return done

    def publish(self, name: str) -> bool:
        """Publish a frozen draw now; once HQ has by itself, nothing changes. False: it is too late, and the draw is
        void."""
        with self._context.database.read() as tx:
            seen = passing.known(tx, name)
        done = publishing.publish(self._context, seen.draw, seen.seq)
        if done is None:
            with self._context.database.read() as tx:
                seen = passing.known(tx, name)
            if seen.state is State.PUBLISHED:
                return True
            raise DrawFault("not_frozen", f"{name} is {seen.state}: only what is frozen is published")
        return done

    def draw(self, name: str, sources: Sequence[tuple[str, str]] = ()) -> DrawShown:
        """Draw, by the round that has come, or by envelopes and dice."""
        with self._context.database.read() as tx:
            seen = passing.known(tx, name)
        wrong = drawing.draw_now(self._context, seen.draw, seen.seq, sources)
        if wrong is not None:
            raise DrawFault(wrong, f"{name} cannot be drawn: {wrong.replace('_', ' ')}")
        return self.show(name)

    def pass_on(self, name: str, place: int, reason: PassReason, by: str, second: str) -> PassedBody:
        """The prize at a place goes to the next alternate."""
        with self._context.database.write() as tx:
            return passing.pass_on(self._context, tx, name, place, reason, by, second)

    def void(self, name: str, reason: VoidReason, by: str, second: str) -> None:
        """A draw does not count; it stays listed."""
        with self._context.database.write() as tx:
            passing.void(self._context, tx, name, reason, by, second)

    def close(self, name: str) -> None:
        """A draw is over."""
        with self._context.database.write() as tx:
            passing.close(self._context, tx, name)

    def file(self, name: str, seq: int | None = None) -> FileSeen:
        """The published file, made anew where something has happened since."""
        with self._context.database.read() as tx:
            seen = passing.known(tx, name, seq)
            found = files.file_of(tx, seen.draw, seen.seq, files.folder_of(self._context))
            old = files.is_old(tx, seen)
        made = files.make(self._context, seen.draw, seen.seq) if old else found
        if made is None:
            raise DrawFault("no_file", f"HQ has no file of {name}: the terminal has not brought it")
        return made

    def tell_plans(self) -> None:
        """Tell terminals of draws to come, now."""
        with self._context.database.write() as tx:
            tell_plans(self._context, tx)

    # -- the law -------------------------------------------------------------------------------------------------------

    def year_total(self, year: int | None = None) -> YearTotal:
        """Prizes of a year in Taiwan (default: this one)."""
        with self._context.database.read() as tx:
            return totals.year_total(self._context, tx, year or totals.this_year(self._context))

    def set_turnover(self, minor: int, by: str) -> None:
        """Last year's turnover in Taiwan, by which the law bounds a year's prizes."""
        with self._context.database.write() as tx:
            totals.set_turnover(self._context, tx, minor, by)

    def board(self) -> list[Shown]:
        """Winners that the law wants shown, the newest first."""
        with self._context.database.read() as tx:
            return totals.board(self._context, tx)

    # -- who may not win -----------------------------------------------------------------------------------------------

    def excluded(self) -> tuple[list[Excluded], list[str]]:
        """The exclusion list, and the staff of whom nobody has said which member they are."""
        with self._context.database.read() as tx:
            return exclusions.listed(tx), exclusions.unsettled_staff(tx)

    def exclude(self, said: str, why: str, by: str, staff: str = "") -> list[str]:
        """Put a member (id, card, phone) on the list."""
        with self._context.database.write() as tx:
            return exclusions.exclude(self._context, tx, said, why, by, staff)

    def no_member(self, staff: Sequence[str], by: str) -> None:
        """These staff are no members."""
        with self._context.database.write() as tx:
            exclusions.no_member(self._context, tx, staff, by)

    def allow(self, said: str) -> bool:
        """Take somebody off the list."""
        with self._context.database.write() as tx:
            return exclusions.allow(self._context, tx, said)
