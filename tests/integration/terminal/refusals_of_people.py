"""Refusals of members, sales and staff, each brought about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kiosk.application.sales.outcomes import Voided
from kiosk.domain.members.card import luhn_digit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission, Role
from tests.integration.terminal.refusal_cases import case, expect
from tests.integration.terminal.shop import DAY, Shop

# --- member and sale ---------------------------------------------------------------------------------


@case(RefusalCode.MEMBER_UNKNOWN)
def member_unknown(shop: Shop) -> Refusal:
    nobodys = "9999999" + luhn_digit("9999999")
    return expect(shop.refused(nobodys), read=nobodys)


@case(RefusalCode.MEMBER_NOT_LOOKED_UP)
def member_not_looked_up(shop: Shop) -> Refusal:
    shop.offline()
    return expect(shop.refused(shop.guests[0].card_no), read=shop.guests[0].card_no)


@case(RefusalCode.AMOUNT_MISSING)
def amount_missing(shop: Shop) -> Refusal:
    return expect(shop.confirmed(shop.till.service.new_visit()))


@case(RefusalCode.AMOUNT_TOO_LARGE)
def amount_too_large(shop: Shop) -> Refusal:
    return expect(shop.confirmed(replace(shop.till.service.new_visit(), amount=10**10 + 1)))


@case(RefusalCode.SALE_UNKNOWN)
def sale_unknown(shop: Shop) -> Refusal:
    return expect(shop.till.service.void("no-such-sale", "wrong_coupon", shop.actor))


@case(RefusalCode.ALREADY_VOIDED)
def already_voided(shop: Shop) -> Refusal:
    txn = shop.sold(shop.give(shop.template()).token).sale.txn
    at = shop.now
    assert isinstance(shop.till.service.void(txn, "wrong_coupon", shop.actor), Voided)
    shop.world.pass_time(60_000)
    return expect(shop.till.service.void(txn, "wrong_coupon", shop.actor), at=at, clerk="陳柏翰")


@case(RefusalCode.REASON_MISSING)
def reason_missing(shop: Shop) -> Refusal:
    txn = shop.sold(shop.give(shop.template()).token).sale.txn
    return expect(shop.till.service.void(txn, "  ", shop.actor))


# --- staff -------------------------------------------------------------------------------------------


@case(RefusalCode.STAFF_UNKNOWN)
def staff_unknown(shop: Shop) -> Refusal:
    return expect(shop.sign_in("s-202", "1357"))  # works in another store


@case(RefusalCode.STAFF_INACTIVE)
def staff_inactive(shop: Shop) -> Refusal:
    shop.colleague(active=False)
    return expect(shop.sign_in("s-103", "1357"), name="黃詩涵")


@case(RefusalCode.STAFF_INACTIVE)
def staff_no_longer(shop: Shop) -> Refusal:
    shop.colleague(valid_until=shop.now - DAY)
    return expect(shop.sign_in("s-103", "1357"), since=shop.now - DAY)


@case(RefusalCode.WRONG_PIN)
def wrong_pin(shop: Shop) -> Refusal:
    return expect(shop.sign_in("s-103", "0000"), uses=2, name="黃詩涵")


@case(RefusalCode.PIN_LOCKED)
def pin_locked(shop: Shop) -> Refusal:
    for _ in range(3):
        last = shop.sign_in("s-103", "0000")
    return expect(last, seconds=5, until=shop.now + timedelta(seconds=5))


@case(RefusalCode.NOT_PERMITTED)
def an_auditor_sells_nothing(shop: Shop) -> Refusal:
    visit = shop.visit(shop.give(shop.template()).token)
    return expect(shop.till.service.confirm(visit, Staff("s-901", "鄭雅雯", Role.AUDITOR)))


@case(RefusalCode.NOT_PERMITTED)
def a_clerk_approves_nothing(shop: Shop) -> Refusal:
    outcome = shop.till.service.approve("s-103", "1357", Permission.APPROVE_VOID)
    assert isinstance(outcome, Refusal)
    return outcome
