"""Who acts: staff, a customer by themselves, or no person at all; and through which channel."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.channels import Channel
from kiosk.domain.staff.roles import CUSTOMER_PERMISSIONS, PERMISSIONS, TILL_PERMISSIONS, Permission, Role

SYSTEM, CUSTOMER, TILL = "system", "customer", "till"
"""Stand where a staff id does in facts: nobody's hand is known; a customer by themselves; what a till did through the
bridge while nobody was signed in."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody of the store's staff who is signed in. `channel`: where they work."""

    id: str
    name: str
    role: Role
    channel: Channel = Channel.CHECKOUT

    @property
    def permissions(self) -> frozenset[Permission]:
        """What their role may do."""
        return PERMISSIONS[self.role]

    def may(self, permission: Permission) -> bool:
        """True when their role has the permission."""
        return permission in self.permissions


@dataclass(frozen=True, slots=True)
class Customer:
    """Whoever stands at a station without staff."""

    channel: Channel = Channel.SELF_SERVICE
    name: str = ""

    @property
    def id(self) -> str:
        """As facts name them: members are named in the fact's body, where they are known."""
        return CUSTOMER

    @property
    def permissions(self) -> frozenset[Permission]:
        """What a customer may do alone."""
        return CUSTOMER_PERMISSIONS

    def may(self, permission: Permission) -> bool:
        """True when a customer may do it alone."""
        return permission in self.permissions


@dataclass(frozen=True, slots=True)
class System:
    """No person: the terminal by itself, or the till beside it. `name`: the terminal's, for receipts."""

    channel: Channel = Channel.CHECKOUT
    name: str = ""

    @property
    def id(self) -> str:
        """As facts name it."""
        return TILL if self.channel is Channel.TILL else SYSTEM

    @property
    def permissions(self) -> frozenset[Permission]:
        """A till sells and undoes what it sold; the terminal by itself does neither."""
        return TILL_PERMISSIONS if self.channel is Channel.TILL else frozenset()

    def may(self, permission: Permission) -> bool:
        """True when it may do so without anybody."""
        return permission in self.permissions


Actor = Staff | Customer | System
"""Who acts, and through which channel. Every action carries it; facts have its `id`."""
