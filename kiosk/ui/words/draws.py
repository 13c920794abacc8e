"""Words about draws: what came of looking at a receipt."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.draws.wheel_outcomes import ReceiptCheck, ReceiptCheckCode, ReceiptVerdict
from kiosk.ui.i18n import I18n, spaced, translate


@dataclass(frozen=True, slots=True)
class CheckLine:
    """Something that was looked at. `ok` None: it cannot be told here."""

    ok: bool | None
    text: str


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """`title`: the verdict; `what`: of what the receipt is; `lines`: what was looked at; `next_step`: what is left to
    do; `tone`: of the title."""

    title: str
    what: str
    lines: tuple[CheckLine, ...]
    next_step: str
    tone: str


def verdict_words(check: ReceiptCheck, i18n: I18n, *, customer: bool = False) -> VerdictWords:
    """The verdict on a receipt of a draw, in words that anybody understands. `customer`: who holds it up reads it."""
    title, tone = {
        ReceiptVerdict.GOOD: (translate("Draws", "Genuine"), "jade"),
        ReceiptVerdict.SOUND: (translate("Draws", "Nothing wrong with it"), "ink"),
        ReceiptVerdict.FALSE: (translate("Draws", "Not genuine"), "red"),
    }[check.verdict]
    next_step = {
        ReceiptVerdict.GOOD: translate(
            "Draws", "Anybody can check it again: with a phone, or on the page of headquarters."
        ),
        ReceiptVerdict.SOUND: translate(
            "Draws", "The page of headquarters, which a phone opens from the same code, can check the rest."
        ),
        ReceiptVerdict.FALSE: translate(
            "Draws", "Keep it: whoever is responsible for the campaign wants to see it. Nothing is handed over for it."
        ),
    }[check.verdict]
    if customer and check.verdict is ReceiptVerdict.FALSE:
        next_step = translate("Draws", "Please show it to our staff.")
    lines = tuple(CheckLine(ok, line_words(code, ok)) for code, ok in check.checks)
    return VerdictWords(title, what_it_is(check, i18n), lines, next_step, tone)


def what_it_is(check: ReceiptCheck, i18n: I18n) -> str:
    """“Lucky wheel · Red packet NT$88 · place 13 of 200”."""
    name = i18n.text(check.name) if check.name is not None else check.draw
    if check.wheel:
        prize = i18n.text(check.prize) if check.prize is not None else check.code
        amount = i18n.money(check.amount, check.currency or None) if check.amount else ""
        place = translate("Draws", "place {n} of {size}")
        where = place.format(n=i18n.number(check.index + 1), size=i18n.number(check.size))
        return spaced(" · ".join(part for part in (name, f"{prize} {amount}".strip(), where) if part))
    first, last = i18n.number(check.first), i18n.number(check.first + check.count - 1)
    words = (
        translate("Draws", "ticket {first}") if check.count == 1 else translate("Draws", "tickets {first} to {last}")
    )
    return spaced(f"{name} · {words.format(first=first, last=last)}")


def line_words(code: ReceiptCheckCode, ok: bool | None) -> str:
    """One thing that was looked at."""
    return (_untold if ok is None else _holds if ok else _fails)(code)


def _untold(code: ReceiptCheckCode) -> str:
    return {
        ReceiptCheckCode.SIGNATURE: translate("Draws", "Who signed it cannot be told here."),
        ReceiptCheckCode.PATH: translate("Draws", "Whose ticket it is, and where it stands, cannot be told here."),
        ReceiptCheckCode.PUBLISHED: translate("Draws", "Whether its list was published before cannot be told here."),
        ReceiptCheckCode.SPUN: translate("Draws", "It was drawn at another terminal, which alone knows the turn."),
    }[code]


def _holds(code: ReceiptCheckCode) -> str:
    return {
        ReceiptCheckCode.SIGNATURE: translate("Draws", "A terminal of ours signed it."),
        ReceiptCheckCode.PATH: translate("Draws", "It stands at its place on the sealed list."),
        ReceiptCheckCode.PUBLISHED: translate("Draws", "That list is the one that was published before anybody drew."),
        ReceiptCheckCode.SPUN: translate("Draws", "This terminal wrote that turn down, with that prize."),
    }[code]


def _fails(code: ReceiptCheckCode) -> str:
    return {
        ReceiptCheckCode.SIGNATURE: translate("Draws", "No terminal of ours signed it."),
        ReceiptCheckCode.PATH: translate("Draws", "It does not stand on the list that it names."),
        ReceiptCheckCode.PUBLISHED: translate("Draws", "Its list is not the one that was published."),
        ReceiptCheckCode.SPUN: translate("Draws", "Nobody drew that place here, or with another prize."),
    }[code]
