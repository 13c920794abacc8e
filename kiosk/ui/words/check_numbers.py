"""Conditions that compare numbers, in plain words. Called by ui/words/checks.py."""

from __future__ import annotations

from kiosk.ui.i18n import translate
from kiosk.ui.words.check_values import UNBOUNDED, Check


def _measured(c: Check, met: str, short: str, above: str, bare: str) -> str:
    """met and short hold {have} and {need}, above {have} and {most}."""
    numbers = c.numbers
    if numbers is None:
        return bare.format(have=c.number(c.have_number))
    have, need = numbers
    sentence = met if c.ok else above if have > need else short
    return sentence.format(have=c.number(have), need=c.number(need), most=c.number(need))


def amount(c: Check) -> str:
    """The sale."""
    return _measured(
        c,
        translate("Check", "bought for {have} (from {need})"),
        translate("Check", "bought for {have}, needs {need}"),
        translate("Check", "bought for {have}, at most {most}"),
        translate("Check", "bought for {have}"),
    )


def spend_reached(c: Check) -> str:
    """Spending has reached a target with this sale."""
    return _measured(
        c,
        translate("Check", "spent {have} in all (target {need})"),
        translate("Check", "spent {have} in all, needs {need}"),
        translate("Check", "spent {have} in all; the target was reached before"),
        translate("Check", "spent {have} in all"),
    )


def spend(c: Check) -> str:
    """Spending before."""
    return _measured(
        c,
        translate("Check", "had spent {have} before (from {need})"),
        translate("Check", "had spent {have} before, needs {need}"),
        translate("Check", "had spent {have} before, at most {most}"),
        translate("Check", "had spent {have} before"),
    )


def categories(c: Check) -> str:
    """Money spent on certain goods; a single minor unit means any of them."""
    if c.view.need == 1:
        return (
            translate("Check", "the right goods are among it")
            if c.ok
            else translate("Check", "no goods of the right kind")
        )
    return _measured(
        c,
        translate("Check", "{have} of it on the right goods (from {need})"),
        translate("Check", "{have} of it on the right goods, needs {need}"),
        translate("Check", "{have} of it on the right goods, at most {most}"),
        translate("Check", "{have} of it on the right goods"),
    )


def items(c: Check) -> str:
    """Pieces of certain articles."""
    return _measured(
        c,
        translate("Check", "pieces of the right article: {have} (from {need})"),
        translate("Check", "pieces of the right article: {have}, needs {need}"),
        translate("Check", "pieces of the right article: {have}, at most {most}"),
        translate("Check", "pieces of the right article: {have}"),
    )


def purchases(c: Check) -> str:
    """Purchases before this one."""
    if c.numbers == (c.have_number, 0) or (c.ok and c.view.need == 0):
        return (
            translate("Check", "the first purchase")
            if c.ok
            else translate("Check", "not the first purchase: {have} before").format(have=c.number(c.have_number))
        )
    return _measured(
        c,
        translate("Check", "purchases before: {have} (from {need})"),
        translate("Check", "purchases before: {have}, needs {need}"),
        translate("Check", "purchases before: {have}, at most {most}"),
        translate("Check", "purchases before: {have}"),
    )


def streak(c: Check) -> str:
    """Days in a row."""
    return _measured(
        c,
        translate("Check", "checked in {have} days in a row (target {need})"),
        translate("Check", "checked in {have} days in a row, needs {need}"),
        translate("Check", "checked in {have} days in a row; the target was reached before"),
        translate("Check", "checked in {have} days in a row"),
    )


def check_ins(c: Check) -> str:
    """Check-ins before."""
    return _measured(
        c,
        translate("Check", "check-ins: {have} (from {need})"),
        translate("Check", "check-ins: {have}, needs {need}"),
        translate("Check", "check-ins: {have}, at most {most}"),
        translate("Check", "check-ins: {have}"),
    )


def referrals(c: Check) -> str:
    """Friends who were brought along."""
    return _measured(
        c,
        translate("Check", "friends brought: {have} (from {need})"),
        translate("Check", "friends brought: {have}, needs {need}"),
        translate("Check", "friends brought: {have}, at most {most}"),
        translate("Check", "friends brought: {have}"),
    )


def points(c: Check) -> str:
    """Points held."""
    return _measured(
        c,
        translate("Check", "points: {have} (from {need})"),
        translate("Check", "points: {have}, needs {need}"),
        translate("Check", "points: {have}, at most {most}"),
        translate("Check", "points: {have}"),
    )


def price(c: Check) -> str:
    """Points paid for an item of the mall."""
    return _measured(
        c,
        translate("Check", "{have} points paid, as asked"),
        translate("Check", "{have} points paid, the price is {need}"),
        translate("Check", "{have} points paid, the price is {most}"),
        translate("Check", "{have} points paid"),
    )


def spins(c: Check) -> str:
    """Turns of the wheel that are left."""
    return translate("Check", "spins left: {have}").format(have=c.number(c.have_number))


def tickets(c: Check) -> str:
    """Draw tickets that pay for a spin."""
    return _measured(
        c,
        translate("Check", "draw tickets: {have} (from {need})"),
        translate("Check", "draw tickets: {have}, needs {need}"),
        translate("Check", "draw tickets: {have}, at most {most}"),
        translate("Check", "draw tickets: {have}"),
    )


def score(c: Check) -> str:
    """An answer’s score."""
    return _measured(
        c,
        translate("Check", "score {have} (from {need})"),
        translate("Check", "score {have}, needs {need}"),
        translate("Check", "score {have}, at most {most}"),
        translate("Check", "score {have}"),
    )


def member_days(c: Check) -> str:
    """How long somebody has been a member."""
    return _measured(
        c,
        translate("Check", "a member for {have} days (from {need})"),
        translate("Check", "a member for {have} days, needs {need}"),
        translate("Check", "a member for {have} days, at most {most}"),
        translate("Check", "a member for {have} days"),
    )


def idle_days(c: Check) -> str:
    """How long ago the last purchase was."""
    if c.have_number >= UNBOUNDED:
        return translate("Check", "has never bought")
    return _measured(
        c,
        translate("Check", "last bought {have} days ago (from {need})"),
        translate("Check", "last bought {have} days ago, needs {need}"),
        translate("Check", "last bought {have} days ago, at most {most}"),
        translate("Check", "last bought {have} days ago"),
    )


def expiring(c: Check) -> str:
    """Points or coupons that run out soon."""
    return _measured(
        c,
        translate("Check", "running out soon: {have} (from {need})"),
        translate("Check", "running out soon: {have}, needs {need}"),
        translate("Check", "running out soon: {have}"),
        translate("Check", "running out soon: {have}"),
    )


def stamps(c: Check) -> str:
    """Pieces on a stamp card, with this purchase."""
    if c.numbers is None:
        return translate("Check", "stamps on the card: {have}").format(have=c.number(c.have_number))
    words = translate("Check", "stamps on the card: {have} of {need}")
    if c.ok:
        words = translate("Check", "the card is full: {have} of {need} stamps")
    return words.format(have=c.number(c.numbers[0]), need=c.number(c.numbers[1]))


def nth(c: Check) -> str:
    """The n-th such event."""
    return _measured(
        c,
        translate("Check", "number {have} of {need}"),
        translate("Check", "number {have} of {need}"),
        translate("Check", "number {have}; only number {most} counts"),
        translate("Check", "number {have}"),
    )
