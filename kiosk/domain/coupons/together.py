"""Which discounts may be used in one sale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.domain.coupons.model import CouponTemplate


def stackable(one: CouponTemplate, other: CouponTemplate) -> bool:
    """Whether a coupon of each may be used in one sale: each tolerates the other's group ("*": every group)."""
    return _tolerates(one, other.stack_group) and _tolerates(other, one.stack_group)


def fit(one: CouponTemplate, other: CouponTemplate) -> bool:
    """Whether both may be used in one sale: stackable, and together they use no more of anything than there is."""
    return stackable(one, other) and not (one.offer and other.offer and overdrawn((one, other)))


def overdrawn(templates: Iterable[CouponTemplate]) -> str:
    """Something of which these discounts together use more than there is (the first by name); "" when all is well."""
    used: dict[str, int] = {}
    least: dict[str, int] = {}
    for template in templates:
        for name, quantity, there_is in template.offer.uses if template.offer else ():
            used[name] = used.get(name, 0) + quantity
            least[name] = min(least.get(name, there_is), there_is)
    return min((name for name, quantity in used.items() if quantity > least[name]), default="")


def tolerance(templates: Sequence[CouponTemplate]) -> list[int]:
    """For each template the others that `fit` it, as bits: for all pairs at once."""
    members: dict[str, int] = {}
    for index, template in enumerate(templates):
        members[template.stack_group] = members.get(template.stack_group, 0) | 1 << index
    tolerated, tolerating = [], dict.fromkeys(members, 0)
    for index, template in enumerate(templates):
        groups = members.keys() if "*" in template.stacks_with else members.keys() & set(template.stacks_with)
        bits = 0
        for group in groups:
            bits |= members[group]
            tolerating[group] |= 1 << index
        tolerated.append(bits)
    found = [
        tolerated[index] & tolerating[template.stack_group] & ~(1 << index) for index, template in enumerate(templates)
    ]
    sharing = [index for index, template in enumerate(templates) if template.offer and template.offer.uses]
    for index in sharing:
        for other in sharing:
            if index != other and overdrawn((templates[index], templates[other])):
                found[index] &= ~(1 << other)
    return found


def _tolerates(template: CouponTemplate, group: str) -> bool:
    return "*" in template.stacks_with or group in template.stacks_with
