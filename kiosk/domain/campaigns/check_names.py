"""Names in a campaign's parts that nothing carries: each at its own place, with the nearest name."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns import things as t
from kiosk.domain.campaigns.model import Campaign, Rule, Trigger
from kiosk.domain.findings import Finding, error

_NEAR = 0.6
"""So alike, at least, are a slip and what was meant (difflib's ratio)."""
_MOST_LISTED = 30


class _Used(NamedTuple):
    """A name that is used somewhere: what it should be, where, and what there is."""

    what: str
    path: str
    name: str
    known: Collection[str]


def name_findings(campaign: Campaign) -> Iterator[Finding]:
    """Every name that nothing carries."""
    stock = {item.id for item in campaign.stock}
    used = [
        _Used("stock", f"coupons[{index}].gift", spec.gift, stock)
        for index, spec in enumerate(campaign.coupons)
        if spec.gift is not None
    ]
    used += [
        _Used("stock", f"stock[{index}].substitute", item.substitute, stock)
        for index, item in enumerate(campaign.stock)
        if item.substitute is not None
    ]
    for index, rule in enumerate(campaign.rules):
        used += _in_rule(campaign, rule, f"rules[{index}]")
    for one in used:
        if one.name not in one.known:
            yield unknown(one.what, one.name, one.known, one.path)


def unknown(what: str, name: str, known: Collection[str], path: str) -> Finding:
    """The error about a name: with the nearest one, else with all that there are. `what`: "stock", "coupon", …"""
    code = f"unknown_{what.replace(' ', '_')}"
    near = nearest(name, known)
    if near is not None:
        return error(code, path, "no {what} `{name}`; did you mean `{near}`?", what=what, name=name, near=near)
    if not known:
        return error(code, path, "no {what} `{name}`: there is none at all", what=what, name=name)
    listed = ", ".join(sorted(known)[:_MOST_LISTED]) + (", …" if len(known) > _MOST_LISTED else "")
    return error(code, path, "no {what} `{name}`; there are: {known}", what=what, name=name, known=listed)


def nearest(name: str, known: Collection[str]) -> str | None:
    """The name that was meant, as far as one can tell."""
    found = difflib.get_close_matches(name, sorted(known), n=1, cutoff=_NEAR)
    return found[0] if found else None


def _ids(parts: Iterable[object]) -> set[str]:
    return {part.id for part in parts}  # type: ignore[attr-defined]


def _in_rule(campaign: Campaign, rule: Rule, path: str) -> Iterator[_Used]:
    if rule.budget is not None:
        yield _Used("budget", f"{path}.budget", rule.budget, _ids(campaign.budget))
    for index, phase in enumerate(rule.if_.phases):
        yield _Used("phase", f"{path}.if.phases[{index}]", phase, _ids(campaign.phases))
    yield from _in_when(campaign, rule, f"{path}.when")
    for key, gives in (("give", rule.give), ("otherwise", rule.otherwise)):
        for index, give in enumerate(gives):
            yield from _in_give(campaign, give, f"{path}.{key}[{index}].{give.KEY}")
    for key, things in (("holds", rule.if_.holds), ("lacks", rule.if_.lacks)):
        for index, thing in enumerate(things):
            yield from _thing(campaign, thing, f"{path}.if.{key}[{index}]")


def _in_when(campaign: Campaign, rule: Rule, path: str) -> Iterator[_Used]:
    refs: dict[Trigger, tuple[str, Iterable[object]]] = {
        Trigger.TASK_DONE: ("task", campaign.tasks),
        Trigger.SURVEY_ANSWERED: ("survey", campaign.surveys),
        Trigger.SIGNED_UP: ("event", campaign.events),
        Trigger.ATTENDED: ("event", campaign.events),
        Trigger.VOTED: ("event", campaign.events),
        Trigger.DEPOSIT_PAID: ("lock", campaign.locks),
        Trigger.POINTS_SPENT: ("mall item", campaign.mall),
        Trigger.SPUN: ("wheel", campaign.wheels),
        Trigger.WON: ("draw", campaign.draws),
        Trigger.PARTNER_CODE: ("partner", campaign.partners),
    }
    when = rule.when
    if when.ref is not None and when.event in refs:
        what, parts = refs[when.event]
        names = _ids(parts) | (_ids(campaign.draws) if when.event is Trigger.POINTS_SPENT else set())
        yield _Used(what, f"{path}.ref", when.ref, names)
    for trigger, drawn in ((Trigger.SPUN, campaign.wheels), (Trigger.WON, campaign.draws)):
        for one in drawn:
            if when.event is trigger and when.ref == one.id and when.part is not None:
                codes = {prize.code for prize in one.prizes}
                yield _Used("prize", f"{path}.part", when.part, codes)


def _thing(campaign: Campaign, thing: str, path: str) -> Iterator[_Used]:
    kind, _, name = thing.partition(":")
    parts: dict[str, Iterable[t.Named | t.CouponSpec | t.Stock | t.Voucher]] = {
        "badge": campaign.badges,
        "price_lock": campaign.locks,
        "coupon": campaign.coupons,
        "gift": campaign.stock,
        "experience": campaign.experiences,
        "partner": campaign.partners,
    }
    yield _Used("kind of thing", path, kind, parts)
    if kind in parts:
        yield _Used(kind, path, name, _ids(parts[kind]))


def _in_give(campaign: Campaign, give: g.Give, path: str) -> Iterator[_Used]:
    match give:
        case g.GiveCoupon(template=name):
            yield _Used("coupon", f"{path}.template", name, _ids(campaign.coupons))
        case g.Gift(stock=name):
            yield _Used("stock", f"{path}.stock", name, _ids(campaign.stock))
        case g.Choice(of=names):
            for index, name in enumerate(names):
                yield _Used("stock", f"{path}.of[{index}]", name, _ids(campaign.stock))
        case g.Tickets(draw=name):
            yield _Used("draw", f"{path}.draw", name, _ids(campaign.draws))
        case g.Spins(wheel=name):
            yield _Used("wheel", f"{path}.wheel", name, _ids(campaign.wheels))
        case g.GiveBadge(badge=name):
            yield _Used("badge", f"{path}.badge", name, _ids(campaign.badges))
        case g.Experience(voucher=name):
            yield _Used("experience", f"{path}.voucher", name, _ids(campaign.experiences))
        case g.Partner(voucher=name):
            yield _Used("partner", f"{path}.voucher", name, _ids(campaign.partners))
        case g.SlotRight(slot=name):
            yield _Used("slot", f"{path}.slot", name, _ids(campaign.slots))
        case g.LockPrice(lock=name):
            yield _Used("lock", f"{path}.lock", name, _ids(campaign.locks))
        case g.Discount(stock=str(name)):
            yield _Used("stock", f"{path}.stock", name, _ids(campaign.stock))
        case _:
            return
