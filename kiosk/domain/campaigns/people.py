"""Who is who, by what is said of registrations: who is the same person as somebody else, whose registration counts,
and who recommended whom.

Of two registrations of one person the earlier one counts, by (hlc, device), and the other is as if it had never been;
so is one that HQ rejected, for as long as that is HQ's last word on it. A merge rests on registrations: when those of
one side are gone (a person undid what a terminal told), so is the merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kiosk.domain.campaigns.happenings import Given, Happening, HappeningKind
from kiosk.domain.campaigns.state import APPROVED, REJECTED

OF_REGISTRATIONS = frozenset(
    {
        HappeningKind.REGISTERED,
        HappeningKind.PROVED,
        HappeningKind.REVIEWED,
        HappeningKind.MERGED,
        HappeningKind.ERASED,
    }
)
"""Happenings that concern whoever recommended the member, too."""

HELD = "held"
"""Why a referral brings nothing yet: somebody at HQ looks at it first."""
ALREADY_MEMBER, ALREADY_REFERRED, SELF_REFERRAL = "already_member", "already_referred", "self_referral"
SAME_HOUSEHOLD, CIRCLE = "same_household", "circle"


@dataclass(frozen=True, slots=True)
class People:
    """`into`: who goes → who stays, at the end of every chain of merges. `void`: ids of registrations that count for
    nothing → why. `friends`: whoever registered → who recommended them, "" where nobody did or it does not count;
    `held`: those of them whose referral waits for HQ; `spoken_of`: whom a word of HQ's on a registration names."""

    into: Mapping[str, str] = field(default_factory=dict)
    void: Mapping[str, str] = field(default_factory=dict)
    friends: Mapping[str, str] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    spoken_of: frozenset[str] = frozenset()
    erased: bool = False

    def root(self, member: str) -> str:
        """Who somebody is."""
        return self.into.get(member, member)

    def same(self, member: str) -> list[str]:
        """All ids of a person."""
        root = self.root(member)
        return sorted({root, *(one for one, stays in self.into.items() if stays == root)})

    @property
    def takes_away(self) -> bool:
        """Whether something that was given may not be due any more by a word of HQ's."""
        return bool(self.into or self.void or self.erased)

    def and_of(self, others: People) -> People:
        """With what others say of who is who."""
        return self if not others.into else replace(self, into={**self.into, **others.into})

    def renamed(self, happening: Happening) -> Happening:
        """As it happened to who stays."""
        if not self.into:
            return happening
        root = self.root
        member, other = root(happening.member), root(happening.other)
        if happening.kind is HappeningKind.MERGED:
            member, other = happening.member, happening.other
        detail = happening.detail
        for name in ("referrer", "awaits"):
            if detail.get(name, "") in self.into:
                detail = {**detail, name: root(detail[name])}
        given = happening.given
        if given.granted and (member != happening.member or any(one.awaits in self.into for one in given.granted)):
            granted = [one._replace(member=root(one.member), awaits=root(one.awaits)) for one in given.granted]
            given = Given(granted, *given[1:])
        return happening._replace(member=member, other=other, detail=detail, given=given)

    def as_counted(self, happening: Happening) -> Happening:
        """A registration, with the reason in `part` when its referral does not count (yet): `held` where somebody looks
        at it first, and without what held it when that was approved."""
        if happening.kind is not HappeningKind.REGISTERED or not happening.other:
            return happening
        friend, part = self.root(happening.member), happening.part or self.void.get(happening.id, "")
        if not part and self.root(happening.other) == friend:
            part = SELF_REFERRAL
        if not part and self.friends.get(friend, "") != self.root(happening.other):
            part = ALREADY_REFERRED
        detail = happening.detail
        if HELD in detail and friend not in self.held:
            detail = {name: value for name, value in detail.items() if name != HELD}
        return happening._replace(part=part, detail=detail)


NOBODY = People()


def takes_away(happening: Happening) -> bool:
    """Whether it is a word of HQ's by which something may not be due any more."""
    if happening.kind is HappeningKind.REVIEWED:
        return happening.part == REJECTED
    return happening.kind in (HappeningKind.MERGED, HappeningKind.ERASED)


def people_of(happenings: Iterable[Happening]) -> People:
    """Who is who by happenings in order; of the same ones everybody learns the same."""
    said = [one for one in happenings if one.kind in OF_REGISTRATIONS]
    if not said:
        return NOBODY
    registrations = [one for one in said if one.kind is HappeningKind.REGISTERED]
    into = _merged(said, {one.id for one in registrations})
    verdicts = {
        one.member: one.part for one in said if one.kind is HappeningKind.REVIEWED and one.part in (APPROVED, REJECTED)
    }
    void = {one.id: REJECTED for one in registrations if verdicts.get(one.member) == REJECTED}
    for root in set(into.values()):
        theirs = [one for one in registrations if into.get(one.member, one.member) == root]
        void |= _counted_once(root, theirs, void)
    friends: dict[str, str] = {}
    held: set[str] = set()
    for one in registrations:
        friend, referrer = into.get(one.member, one.member), into.get(one.other, one.other)
        counts = bool(referrer) and not one.part and one.id not in void and referrer != friend
        if counts and not friends.get(friend):
            friends[friend] = referrer
            if HELD in one.detail and verdicts.get(one.member) != APPROVED:
                held.add(friend)
        friends.setdefault(friend, "")
    words = [one for one in said if one.kind in (HappeningKind.REVIEWED, HappeningKind.MERGED)]
    spoken_of = frozenset(name for one in words for name in (one.member, one.other) if name)
    erased = any(one.kind is HappeningKind.ERASED for one in said)
    return People(into, void, friends, frozenset(held), spoken_of, erased)


def _merged(said: Iterable[Happening], registered: set[str]) -> dict[str, str]:
    """Whoever goes → who stays, all chains followed to their end."""
    into: dict[str, str] = {}

    def root(name: str) -> str:
        while name in into:
            name = into[name]
        return name

    for one in said:
        rests_on = (one.detail.get("of_member", ()), one.detail.get("of_other", ()))
        if one.kind is HappeningKind.MERGED and all(not ids or registered & set(ids) for ids in rests_on):
            stays, goes = root(one.member), root(one.other)
            if stays != goes and stays and goes:
                into[goes] = stays
    return {name: root(name) for name in into}


def _counted_once(root: str, theirs: Iterable[Happening], rejected: Mapping[str, str]) -> dict[str, str]:
    """Registrations of one person that count for nothing, and why. Who stays without a registration was a member before
    journals began."""
    theirs = list(theirs)
    standing = [one for one in theirs if one.id not in rejected]
    first = standing[0] if standing and any(one.member == root for one in theirs) else None
    why = ALREADY_REFERRED if first is not None and first.other and not first.part else ALREADY_MEMBER
    return {one.id: why for one in standing if first is None or one.member != first.member}
