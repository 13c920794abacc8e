"""Facts of members: who they are, and that they were here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind, MemberTouched
from kiosk.domain.members.member import Tier

_OWNER = "members"
OF_MEMBER = "in the history of the member"


class OfMember(Body, frozen=True, kw_only=True):
    """`other`: somebody whose history it belongs to as well; `channel`, `store`, `zone`: where, if not at the till."""

    member: str
    other: str | None = None
    referrer: str | None = None
    channel: str = "checkout"
    store: str | None = None
    zone: str | None = None


class Registered(OfMember, frozen=True, kw_only=True):
    """`other`: who recommended them; `part`: why that does not count; `held`: why somebody looks at it first; `how`
    they were named: invite, pass, invite_unproved, page, card, phone; `campaign`: of the invite. `person`: commitment
    to who the member is, hex (docs/registration.md); `proved`: a one-time code came back from the phone; `consents`:
    pairs of a purpose and the version of its words; `guardian`: somebody signed for a child; `form`: number of the
    paper form, `form_day` when it was filled in. Older programs wrote `household`, a keyed hash of the phone, and
    `birthday`, "MM-DD"."""

    part: str | None = None
    household: str | None = None
    birthday: str | None = None
    tags: tuple[str, ...] = ()
    person: str | None = None
    how: str | None = None
    campaign: str | None = None
    proved: bool = False
    consents: tuple[tuple[str, str], ...] = ()
    guardian: bool = False
    held: tuple[str, ...] = ()
    form: str | None = None
    form_day: str | None = None


class Known(OfMember, frozen=True, kw_only=True):
    """`points`: what they begin with; `joined_day`: an ordinal, by the clock of their home store."""

    household: str | None = None
    birthday: str | None = None
    tags: tuple[str, ...] = ()
    tier: Tier | None = None
    points: int = 0
    joined_day: int | None = None


def touched(_fact: Fact, body: OfMember) -> tuple[Change, ...]:
    """Whose history it belongs to."""
    named = dict.fromkeys((body.member, body.other, body.referrer))
    return tuple(MemberTouched(member) for member in named if member)


@dataclass(frozen=True, slots=True)
class MemberEnrolled(Change):
    """Somebody became a member here, who is kept beside the facts. `referrer`: who was named, if it counts; `form`:
    number of the paper form."""

    member: str
    referrer: str
    form: str


def _enrolled(fact: Fact, body: Registered) -> tuple[Change, ...]:
    if body.person is None:
        return touched(fact, body)
    referrer = "" if body.part else body.other or ""
    return (*touched(fact, body), MemberEnrolled(body.member, referrer, body.form or ""))


MEMBER_REGISTERED = Kind(
    "member.registered",
    owner=_OWNER,
    body=Registered,
    says="in the histories of the member and the referrer; a registration of this terminal",
    changes=_enrolled,
    happening="registered",
)
MEMBER_KNOWN = Kind(
    "member.known", owner=_OWNER, body=Known, says="HQ's row of a member; never journalled, only rehearsed",
    changes=touched, happening="member_known",
)  # fmt: skip
MEMBER_SEEN = Kind(
    "member.seen", owner=_OWNER, body=OfMember, says=OF_MEMBER, changes=touched, happening="seen"
)  # fmt: skip
MEMBER_SWEPT = Kind(
    "member.swept", owner=_OWNER, body=OfMember, says=OF_MEMBER, changes=touched, happening="swept"
)  # fmt: skip

KINDS: tuple[Kind[Any], ...] = (MEMBER_REGISTERED, MEMBER_KNOWN, MEMBER_SEEN, MEMBER_SWEPT)
