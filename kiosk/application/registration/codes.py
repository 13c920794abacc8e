"""Codes that a terminal signs itself, to have them while HQ is out of reach: invitations, and passes for minutes."""

from __future__ import annotations

from datetime import datetime

from kiosk.application.ports.codes import CodeSigner
from kiosk.domain.tokens import TERMINAL_PASS_LIFE, Assurance, InviteClaims, MemberPassClaims


def invite_code(signer: CodeSigner, device: str, member: str, campaign: str, *, now: datetime, until: datetime) -> str:
    """An invitation (KI1) by `member` to `campaign`, of this `device`, good until then (UTC, excluded). Raises
    ValueError for ids that fit into no code; LookupError or a KeyStoreFault where the device's key cannot be had."""
    claims = InviteClaims(
        issuer=device,
        key_id=signer.key_id(),
        issued=_seconds(now),
        expires=_seconds(until),
        referrer=member,
        campaign=campaign,
    )
    return signer.sign(claims)


def pass_code(
    signer: CodeSigner, device: str, member: str, *, now: datetime, assurance: Assurance = Assurance.CLAIMED
) -> str:
    """A pass (KM1) of `member`, good from `now` on for as long as one of a terminal may be. Raises as `invite_code`."""
    issued = _seconds(now)
    claims = MemberPassClaims(
        issuer=device,
        key_id=signer.key_id(),
        issued=issued,
        expires=issued + TERMINAL_PASS_LIFE,
        member=member,
        assurance=assurance,
    )
    return signer.sign(claims)


def _seconds(at: datetime) -> datetime:
    """Codes count in whole seconds."""
    return at.replace(microsecond=0)
