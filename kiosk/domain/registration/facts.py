"""Facts of registrations beside `member.registered`: consents, proved phones, and what HQ decided of them."""

from __future__ import annotations

from typing import Any

from kiosk.domain.journal.registry import Body, Kind
from kiosk.domain.members.facts import OF_MEMBER, OfMember, touched

_OWNER = "registration"


class ConsentedBody(OfMember, frozen=True, kw_only=True):
    """`purpose`: service, marketing; `version`: of the words; `given`: or withdrawn."""

    purpose: str
    version: str
    given: bool


class ProvedBody(OfMember, frozen=True, kw_only=True):
    """`how`: code (a one-time code that HQ sent to it), staff (somebody of HQ called it)."""

    how: str = "code"


class ReviewedBody(OfMember, frozen=True, kw_only=True):
    """`verdict`: approved, rejected, asked; `by`: a person at HQ, as the computer there knows them."""

    verdict: str
    reason: str = ""
    by: str = ""


class MergedBody(OfMember, frozen=True, kw_only=True):
    """`member` stays, `other` is the same person; `why`: same_phone, by_hand. `of_member`, `of_other`: their
    registrations that were known, as "device/stamp": it counts only while one of each counts."""

    why: str = ""
    by: str = ""
    of_member: tuple[str, ...] = ()
    of_other: tuple[str, ...] = ()


class ErasedBody(OfMember, frozen=True, kw_only=True):
    """`why`: asked (by the person), unused, by_law."""

    why: str = ""
    by: str = ""


MEMBER_CONSENTED = Kind("member.consented", owner=_OWNER, body=ConsentedBody, says=OF_MEMBER, changes=touched)
PHONE_PROVED = Kind("phone.proved", owner=_OWNER, body=ProvedBody, says=OF_MEMBER, changes=touched, happening="proved")
REGISTRATION_REVIEWED = Kind(
    "registration.reviewed",
    owner=_OWNER,
    body=ReviewedBody,
    says="in the history of the member; only HQ journals it",
    changes=touched,
    happening="reviewed",
)
MEMBERS_MERGED = Kind(
    "members.merged",
    owner=_OWNER,
    body=MergedBody,
    says="in the histories of both; only HQ journals it",
    changes=touched,
    happening="merged",
)
MEMBER_ERASED = Kind(
    "member.erased",
    owner=_OWNER,
    body=ErasedBody,
    says="in the history of the member, whose person is gone everywhere; only HQ journals it",
    changes=touched,
    happening="erased",
)


class FormsPrintedBody(Body, frozen=True, kw_only=True):
    """Numbers `first` to `last` of a set of paper forms."""

    set: str
    first: int
    last: int


FORMS_PRINTED = Kind("forms.printed", owner=_OWNER, body=FormsPrintedBody, says="none")

KINDS: tuple[Kind[Any], ...] = (
    MEMBER_CONSENTED,
    PHONE_PROVED,
    REGISTRATION_REVIEWED,
    MEMBERS_MERGED,
    MEMBER_ERASED,
    FORMS_PRINTED,
)
