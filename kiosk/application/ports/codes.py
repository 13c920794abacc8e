"""Signing codes that are handed out here while HQ cannot be reached: invitations and passes of members, receipts of
draws, vouchers of value that are sold."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.tokens import CouponClaims, DrawReceiptClaims, InviteClaims, MemberPassClaims

Signed = CouponClaims | InviteClaims | MemberPassClaims | DrawReceiptClaims


class CodeSigner(Protocol):
    """The device's key, which other terminals and HQ believe for these kinds alone (docs/tokens.md)."""

    def key_id(self) -> bytes:
        """The key's id, to be named in the claims. Raises LookupError where there is no key, or none can be had."""

    def sign(self, claims: Signed) -> str:
        """The code. Raises LookupError where there is no key, a KeyStoreFault."""


class NoCodeSigner(CodeSigner):
    """A terminal without a key of its own."""

    def key_id(self) -> bytes:
        """Raises LookupError."""
        raise LookupError("no key signs codes here")

    def sign(self, claims: Signed) -> str:
        """Raises LookupError."""
        raise LookupError("no key signs codes here")
