"""Prizes that somebody has to get, in words."""

from __future__ import annotations

from datetime import datetime

from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.domain.draws.claims import Standing
from kiosk.ui.i18n import I18n, spaced, translate


def standing_word(claim: ClaimView) -> str:
    """How it stands, in a word or two."""
    if claim.late:
        return translate("Prizes", "time is over")
    if claim.sent and not claim.over:
        return translate("Prizes", "headquarters sends it")
    return {
        Standing.DUE: translate("Prizes", "to hand over"),
        Standing.NOTIFIED: translate("Prizes", "winner knows"),
        Standing.CHECKED: translate("Prizes", "document seen"),
        Standing.HANDED: translate("Prizes", "handed over"),
        Standing.SHIPPED: translate("Prizes", "on its way"),
        Standing.FORFEITED: translate("Prizes", "went on"),
    }[claim.standing]


def standing_tone(claim: ClaimView) -> str:
    """The colour of that word: a pill's kind."""
    if claim.late:
        return "red"
    if claim.standing is Standing.FORFEITED:
        return "line"
    return "jade" if claim.over else "gold"


def last_day_words(claim: ClaimView, i18n: I18n) -> str:
    """The last day on which it can be had."""
    return spaced(translate("Prizes", "until {day}").format(day=i18n.last_day(claim.until)))


def until_words(claim: ClaimView, i18n: I18n, now: datetime) -> str:
    """Until when it can be had."""
    days = i18n.days_left(claim.until, now)
    last = i18n.last_day(claim.until)
    if claim.over or days < 0:
        return last_day_words(claim, i18n)
    if days == 0:
        return translate("Prizes", "until today")
    return spaced(translate("Prizes", "until {day}, %n more day(s)", None, days).format(day=last))


def worth_words(claim: ClaimView, i18n: I18n) -> str:
    """What it is worth; "" where nobody says."""
    return i18n.money(claim.value, claim.currency) if claim.value and claim.currency else ""


def tax_words(claim: ClaimView, i18n: I18n) -> str:
    """What is withheld, and that it is paid before the prize is handed over; "" where nothing is."""
    if not claim.tax:
        return ""
    money = i18n.money(claim.tax, claim.currency)
    return spaced(translate("Prizes", "Tax withheld: {money}. Take it before you hand over.").format(money=money))


def ended_words(claim: ClaimView, i18n: I18n, now: datetime) -> str:
    """Who ended it, and when."""
    if claim.ended is None:
        return ""
    when = i18n.when(claim.ended, now)
    proof = {
        "paper": translate("Prizes", "signed on paper"),
        "screen": translate("Prizes", "signed on the screen"),
        "receipt": translate("Prizes", "by the slip’s code"),
    }.get(claim.how, "")
    return " · ".join(filter(None, (claim.by, when, proof)))
