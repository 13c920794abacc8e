"""What `kiosk hq …` says to people: names in place of ids, each store's own time, money with its currency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.points import member_of_key
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.money import exponent
from kiosk.domain.slips.code import code_of
from kiosk.domain.slips.model import slip_of
from kiosk.domain.staff.roles import StaffMember
from kiosk.domain.stores import Store
from kiosk.domain.time import instant
from kiosk.hq.campaigns.counted import LIMIT
from kiosk.hq.campaigns.queries import Overrun, StandingReward
from kiosk.hq.coupons.queries import ConflictSeen, RedemptionSeen
from kiosk.hq.guests_desk.doubles import DOUBLE, guest_called, guest_of_key
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.journal.left_out import UNDONE, LeftOut
from kiosk.hq.rebuild.verify import Flaw
from kiosk.hq.remarks.told import Remark
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows, published_rows
from kiosk.hq.staff.queries import StaffDone, StaffSeen
from kiosk.hq.terminals.commands import STORES
from kiosk.hq.terminals.queries import ACTIVE, COPIED, HELD, QUARANTINED, REVOKED, TerminalSeen
from kiosk.hq.undo.deeds import Deeds
from kiosk.protocol.rows import CouponRow

LANGUAGE = "en"
_NAMED = 10
_STATES = {
    ACTIVE: "in service",
    QUARANTINED: "stopped: it has to be set up anew",
    COPIED: "stopped: two machines are this terminal",
    HELD: "stopped: its data were set back too often",
    REVOKED: "out of service",
}
_DECIDE = {
    "copied": (
        "    since {since} two machines are this terminal ({device}); coupons and points wait on both of them",
        "    for the one that stays: kiosk hq enroll-code --store {store} --device {device}",
        "    and on that machine, with its code: kiosk enroll --again --code …",
        "    there is only one (a virtual machine was set back): kiosk hq let-go-on {device}",
    ),
    "held": (
        "    since {since} it is held ({device}): its data were set back several times within an hour",
        "    when that has an end: kiosk hq let-go-on {device}",
    ),
}
_FLAWS = {
    "chain_broken": "a terminal's journal is not as it was received, from this entry on",
    "chain_end": "a terminal's journal does not end where HQ says it does",
    "bucket_totals": "the count of what a store's terminals are told is wrong",
    "slips_out": "a book of paper slips takes more or less of what was set aside than is out",
    "right_held_twice": "two terminals may redeem this coupon offline",
    "lease_totals": "shares and what is left do not add up to the whole",
    "wheel_totals": "what leases of a wheel hold and what is left of its prizes do not add up to the whole",
    "person_wrong": "a person is not whom the fact of their registration commits to",
    "guest_wrong": "a guest is not whom the fact by which a desk added them commits to",
    "person_without_registration": "somebody is a member whose registration is not there",
    "draw_file": "the published file of a draw is not there, or not as it was published",
    "derived": "what HQ counts is not what the journals give (`kiosk hq rebuild` counts anew)",
}
_STAFF = {
    "added": "added",
    "changed": "changed",
    "stopped": "stopped",
    "started": "works again",
    "pin": "new PIN",
    "badge": "new badge",
    "badge_withdrawn": "badge withdrawn",
}
_SLIPS = {
    "slip_unknown": "no book has that number",
    "slip_elsewhere": "its book is another store's",
    "slip_time": "by the time written on it it was not good",
    "slip_lost": "it was declared lost",
    "slip_unused": "it was declared unused",
    "slip_beyond": "as many of its book were used as may be",
}
_USES = {"counts": "counts", "conflict": "used once too often"}


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called. Of what has no row at HQ the id is said: it has no other name."""

    stores: Mapping[str, Store]
    terminals: Mapping[str, str]
    templates: Mapping[str, str]
    coupons: Mapping[str, str]
    members: Mapping[str, str]
    staff: Mapping[str, str]
    campaigns: Mapping[str, Campaign]
    events: Mapping[str, str] = field(default_factory=dict)
    guests: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Masked, by event and guest."""

    def store(self, store: str) -> str:
        """A store's name."""
        return self.stores[store].name.get(LANGUAGE) if store in self.stores else store

    def place(self, store: str, device: str) -> str:
        """Store and terminal; HQ itself has no store."""
        return "HQ" if device == "hq" else f"{self.store(store)}, {self.terminals.get(device, device)}"

    def time(self, store: str, at: int) -> str:
        """An instant on the store's clock; UTC where the store is not known."""
        if store not in self.stores:
            return f"{instant(at):%Y-%m-%d %H:%M} UTC"
        return f"{instant(at).astimezone(ZoneInfo(self.stores[store].zone)):%Y-%m-%d %H:%M}"

    def money(self, store: str, minor: int) -> str:
        """An amount in the store's currency."""
        currency = self.stores[store].currency if store in self.stores else ""
        return money(minor, currency)

    def member(self, member: str | None) -> str:
        """Who it was, masked as on every screen."""
        return "no member" if member is None else self.members.get(member, f"member {member}")

    def given(self, reward: StandingReward | Overrun, quantity: int) -> str:
        """What somebody got; `quantity` of it."""
        # a reward's id begins with its campaign
        campaign = self.campaigns.get(_id_of(reward).partition("/")[0])
        if reward.kind == RewardKind.POINTS:
            return f"{quantity} points"
        if reward.kind == RewardKind.REBATE:
            return f"{money(quantity, campaign.currency if campaign else '')} in cash"
        kind = reward.kind.replace("_", " ")
        words = f"{kind} “{_named(campaign, reward.ref)}”" if reward.ref else kind
        return words if quantity == 1 else f"{quantity} × {words}"

    def reason(self, reward: StandingReward) -> str:
        """Campaign and rule."""
        campaign = self.campaigns.get(reward.campaign)
        if campaign is None:
            return f"{reward.campaign}: {reward.rule}"
        rule = next((one.name.get(LANGUAGE) for one in campaign.rules if one.id == reward.rule), reward.rule)
        return f"{campaign.name.get(LANGUAGE)}: {rule}"


def money(minor: int, currency: str) -> str:
    """TWD 1,234.50; decimals only when there are any."""
    decimals = exponent(currency)
    whole, part = divmod(abs(minor), 10**decimals)
    text = f"{'-' if minor < 0 else ''}{whole:,}" + (f".{part:0{decimals}d}" if part else "")
    return f"{currency} {text}".strip()


def local_times(hq: Headquarters, at: int) -> list[str]:
    """An instant in the zones of the stores, each named; UTC where there are none."""
    with hq.database.read() as tx:
        zones = sorted({store.zone for store in all_rows(tx, STORES, Store)}) or ["UTC"]
    return [f"{instant(at).astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S} ({zone})" for zone in zones]


def names_of(
    hq: Headquarters,
    *,
    members: Iterable[str | None] = (),
    coupons: Iterable[str] = (),
    templates: Iterable[str] = (),
    guests: Iterable[tuple[str, str]] = (),
) -> Names:
    """The names of all stores, terminals, staff and campaigns, and of these members, coupons, templates and guests
    (event, guest) with their events."""
    with hq.database.read() as tx:
        stores = {store.id: store for store in all_rows(tx, STORES, Store)}
        people = published_rows(tx, "members", {one for one in members if one is not None}, Member)
        rows = published_rows(tx, "coupons", coupons, CouponRow)
        wanted = {*templates, *(row.coupon.template for _, row in rows.values())}
        found = published_rows(tx, "templates", wanted, CouponTemplate)
        called = {template: row.name.get(LANGUAGE) for template, (_, row) in found.items()}
        staff = {
            person.id: person.name for store in stores for person in all_rows(tx, Bucket(store, "staff"), StaffMember)
        }
        campaigns = {edition.campaign.id: edition.campaign for edition in hq.context.rules.of(tx).editions}
        came = {one: known for one in set(guests) if (known := guest_called(tx, *one)) is not None}
    return Names(
        stores=stores,
        terminals={one.device: one.name for one in hq.terminals()},
        templates=called,
        coupons={one: called.get(row.coupon.template, row.coupon.template) for one, (_, row) in rows.items()},
        members={one: _person(row) for one, (_, row) in people.items()},
        staff=staff,
        campaigns=campaigns,
        events={event: known[0].get(LANGUAGE) for (event, _), known in came.items()},
        guests={one: mask_name(known[1]) for one, known in came.items() if known[1]},
    )


def terminal_lines(names: Names, found: Iterable[TerminalSeen]) -> Iterator[str]:
    """A line a terminal."""
    for one in found:
        seen = "never seen" if one.seen_at is None else f"seen {names.time(one.store, one.seen_at)}"
        store = f"{names.store(one.store)} ({one.store})"
        yield f"{one.name}  {store}  {_STATES.get(one.state, one.state)}  {seen}  {one.acked} journal entries received"
        if one.ahead_at is not None:
            yield f"    its clock was wrong: it stamped entries with times up to {names.time(one.store, one.ahead_at)}"
        if one.restarted_at is not None:
            last = names.time(one.store, one.restarted_at)
            yield f"    its program died or hung {one.restarts} times within a week and was started again, last {last}"
        if one.undone:
            yield f"    what it did is undone: {one.undone} entries"
        if one.waits_since is not None:
            since = names.time(one.store, one.waits_since)
            for line in _DECIDE.get(one.state, ()):
                yield line.format(since=since, device=one.device, store=one.store)


def redemption_lines(names: Names, found: Iterable[RedemptionSeen]) -> Iterator[str]:
    """A line a use."""
    for one in found:
        coupon = names.coupons.get(one.coupon) or names.templates.get(one.template, one.template)
        yield (
            f"{names.time(one.store, one.at)}  {names.place(one.store, one.device)}  {names.member(one.member)}  "
            f"{coupon}  worth {names.money(one.store, one.value)}  {_USES.get(one.state, one.state)}"
        )


def _slip(use: str) -> str:
    """What a slip is called whose use this is; "" for a coupon's."""
    slip = slip_of(use)
    return "" if slip is None else f"paper slip {code_of(*slip)}"


def conflict_lines(names: Names, found: Iterable[ConflictSeen]) -> Iterator[str]:
    """A line a double spend."""
    for one in found:
        if one.what in (COPIED, HELD):
            terminal = names.place(one.store, one.device)
            yield f"{names.time(one.store, one.at)}  {terminal}  {_STATES[one.what]}; see kiosk hq terminals"
            continue
        if one.what == DOUBLE:
            yield _double(names, one)
            continue
        if one.what == "points":
            yield (
                f"{names.time(one.store, one.at)}  {names.place(one.store, one.device)}  "
                f"{names.member(member_of_key(one.coupon))} paid {one.count} points that were not there, worth "
                f"{names.money(one.store, one.value)}, taken by {names.staff.get(one.actor, one.actor)}  "
                f"found {names.time(one.store, one.found_at)}"
            )
            continue
        if one.what in _SLIPS:
            yield (
                f"{names.time(one.store, one.at)}  {names.place(one.store, one.device)}  {_slip(one.coupon)}, worth "
                f"{names.money(one.store, one.value)}, was keyed in by {names.staff.get(one.actor, one.actor)} though "
                f"{_SLIPS[one.what]}  keyed in {names.time(one.store, one.found_at)}"
            )
            continue
        coupon = names.coupons.get(one.coupon) or _slip(one.coupon) or f"coupon {one.coupon}"
        winner = names.terminals.get(one.winner_device, one.winner_device)
        yield (
            f"{names.time(one.store, one.at)}  {names.place(one.store, one.device)}  {coupon}, worth "
            f"{names.money(one.store, one.value)}, was used once too often by {names.staff.get(one.actor, one.actor)}; "
            f"the use at {winner} counts  found {names.time(one.store, one.found_at)}"
        )


def _double(names: Names, one: ConflictSeen) -> str:
    event, guest = key = guest_of_key(one.coupon)
    people = "one person" if one.count == 1 else f"{one.count} people"
    first = names.terminals.get(one.winner_device, one.winner_device)
    return (
        f"{names.time(one.store, one.at)}  {names.place(one.store, one.device)}  the ticket of "
        f"{names.guests.get(key, guest)} for {names.events.get(event, event)} let in {people} more, by "
        f"{names.staff.get(one.actor, one.actor)}; {first} had let it in at {names.time(one.store, one.winner_at)}, by "
        f"{names.staff.get(one.winner_actor, one.winner_actor)}: the two had not heard of each other"
    )


def reward_lines(names: Names, found: Iterable[StandingReward]) -> Iterator[str]:
    """A line a reward."""
    for one in found:
        by = "HQ" if one.device == "hq" else names.terminals.get(one.device, one.device)
        yield f"{names.member(one.member)}  {names.given(one, one.quantity)}  {names.reason(one)}  given by {by}"


def remark_lines(names: Names, found: Iterable[Remark]) -> Iterator[str]:
    """Two lines a remark: who, where, of what and how satisfied; then their words."""
    for one in found:
        where = f"{names.time(one.store, one.at)}  {names.store(one.store)}"
        yield f"{where}  {names.member(one.member)}  {one.survey}: {one.score} of 5"
        yield f"    {one.text}"


def overrun_lines(names: Names, found: Iterable[Overrun]) -> Iterator[str]:
    """A line a reward that went too far."""
    currencies = {campaign.currency for campaign in names.campaigns.values()}
    currency = next(iter(currencies)) if len(currencies) == 1 else ""
    some = next(iter(names.stores), "")
    for one in found:
        if one.kind == LIMIT:
            yield f"limit of {one.ref} passed ({one.reward.partition('@')[2]}): {one.given} times, {one.due} allowed"
            continue
        yield (
            f"found {names.time(some, one.found_at)}  {names.member(one.member)}  {names.given(one, one.given)} given, "
            f"{one.due} due; costs {money(one.cost, currency)}"
        )
        if one.waits:
            yield f"    its coupons wait for a signature: kiosk hq coupons sign (or refuse) {one.reward}"


def left_out_lines(names: Names, found: Iterable[LeftOut]) -> Iterator[str]:
    """A line a journal entry that nothing follows from; what is undone in one line a terminal."""
    found = list(found)
    undone = Counter((one.store, one.device) for one in found if one.reason == UNDONE)
    for (store, device), count in sorted(undone.items()):
        yield f"{names.place(store, device)}  {count} entries are undone (kiosk hq revoke-device {device} --put-back)"
    for one in (one for one in found if one.reason != UNDONE):
        yield (
            f"{names.time(one.store, one.at)}  {names.place(one.store, one.device)}  entry {one.epoch}/{one.seq}  "
            f"{f'{one.kind}  ' if one.kind else ''}{one.reason}"
        )


def deed_lines(names: Names, deeds: Deeds) -> Iterator[str]:
    """What a terminal did."""
    if not deeds.facts:
        yield f"{deeds.name} told nothing that HQ goes by" + (
            f"; {deeds.undone} entries are undone" * bool(deeds.undone)
        )
        return
    first, last = (names.time(deeds.store, at or 0) for at in (deeds.first_told, deeds.last_told))
    yield f"{deeds.name}, {names.store(deeds.store)}: {deeds.facts} journal entries, told from {first} to {last}"
    first, last = (names.time(deeds.store, at or 0) for at in (deeds.first_at, deeds.last_at))
    yield f"    by its own clock from {first} to {last}"
    for kind, count in deeds.kinds:
        yield f"    {count} × {kind.replace('.', ' ').replace('_', ' ')}"
    yield f"    {deeds.sales} sales of {names.money(deeds.store, deeds.sold)} in all; {deeds.voids} voids"
    yield f"    {deeds.uses} coupons used, worth {names.money(deeds.store, deeds.used_value)}"
    yield f"    {deeds.coupons_given} coupons given, {deeds.coupons_taken_back} taken back"
    yield f"    {deeds.points_given} points given, {deeds.points_spent} spent"
    yield f"    {deeds.events} entries in histories of members"
    for key, count in deeds.taken:
        whose = member_of_key(key)
        yield f"    {count} taken of {'points of ' + names.member(whose) if whose else key.replace(':', ' ')}"
    if deeds.left_out:
        yield f"    besides, {deeds.left_out} entries of which nothing follows; {deeds.undone} of them are undone"
    yield f"    {len(deeds.members)} members: " + ", ".join(names.member(one) for one in deeds.members[:_NAMED])
    if len(deeds.members) > _NAMED:
        yield f"    … and {len(deeds.members) - _NAMED} more (--json has all)"


def flaw_lines(names: Names, found: Iterable[Flaw]) -> Iterator[str]:
    """A line a flaw: what is wrong and where, and its code."""
    for one in found:
        device, slash, rest = one.where.partition("/")
        where = f"{names.terminals[device]}{slash}{rest}" if device in names.terminals else one.where
        yield f"{_FLAWS.get(one.what, one.what)}: {where}  [{one.what}]"


def _person(member: Member) -> str:
    name = mask_name(member.name)
    return f"{name} (card {member.card_no})" if member.card_no else name


def _id_of(reward: StandingReward | Overrun) -> str:
    return reward.id if isinstance(reward, StandingReward) else reward.reward


def _named(campaign: Campaign | None, refs: str) -> str:
    """What a reward's `ref` names; several where somebody may choose."""
    if campaign is None:
        return refs
    lists: tuple[Iterable[Any], ...] = (
        campaign.stock,
        campaign.coupons,
        campaign.experiences,
        campaign.partners,
        campaign.locks,
        campaign.badges,
        campaign.slots,
        campaign.draws,
        campaign.wheels,
    )
    called = {listed.id: listed.name.get(LANGUAGE) for one in reversed(lists) for listed in one}
    return " or ".join(called.get(ref, ref) for ref in refs.split("|"))


def staff_lines(names: Names, found: Iterable[StaffSeen], now: int) -> Iterator[str]:
    """A line a person, as things are at `now` (ms); days by the clock of their first store."""
    for one in found:
        zone = _zone(names, one.stores)
        days = []
        if one.valid_from is not None and instant(now) < one.valid_from:
            days.append(f"from {one.valid_from.astimezone(zone):%Y-%m-%d} on")
        if one.valid_until is not None:
            last = (one.valid_until - timedelta(milliseconds=1)).astimezone(zone)
            days.append(f"{'until' if instant(now) < one.valid_until else 'ended on'} {last:%Y-%m-%d}")
        ways = [way for way, there in (("PIN", one.has_pin), ("badge", one.has_badge)) if there]
        state = "  ".join((" and ".join(ways) or "no PIN yet", *days)) if one.active else "stopped"
        yield f"{one.id}  {one.name}  {one.role.value}  {_places(names, one.stores)}  {state}"


def staff_log_lines(names: Names, found: Iterable[StaffDone]) -> Iterator[str]:
    """A line for each thing done, on the clock of the person's first store."""
    for one in found:
        at = instant(one.at).astimezone(_zone(names, one.stores))
        what = _STAFF.get(one.what, one.what)
        if one.what in ("added", "changed"):
            what += f": {one.role}, {_places(names, one.stores)}"
        by = f"  by {one.by}" if one.by else ""
        yield f"{at:%Y-%m-%d %H:%M}  {one.staff}  {names.staff.get(one.staff, one.staff)}  {what}{by}"


def _places(names: Names, stores: tuple[str, ...] | None) -> str:
    if stores is None:
        return "every store"
    return ", ".join(f"{names.store(store)} ({store})" for store in stores)


def _zone(names: Names, stores: tuple[str, ...] | None) -> ZoneInfo:
    known = [store for store in stores or sorted(names.stores) if store in names.stores]
    return ZoneInfo(names.stores[known[0]].zone if known else "UTC")
