"""Words for vouchers of value that cannot be sold, topped up or taken back."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _empty(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Nothing is on this voucher"),
        translate("Refusal", "It has not been sold yet, as far as is known here."),
        translate("Refusal", "Sell it (Ctrl B). If it was paid for elsewhere, HQ has to hear of it first."),
    )


def _not_sold(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not sold at the till"),
        translate("Refusal", "Vouchers of this kind are not sold or topped up here, or not any more."),
        translate("Refusal", "Offer another voucher. What is on this one stays good for paying."),
    )


def _amount(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not this amount"),
        translate("Refusal", "From {need} to {most} can be put on this voucher now, in whole coins.").format(
            need=a.money("need"), most=a.money("value")
        ),
        translate("Refusal", "Choose or key in another amount."),
    )


def _used(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Part of the voucher is used"),
        translate("Refusal", "Of {need} that were paid for it {have} are left: it cannot be taken back.").format(
            need=a.money("need"), have=a.money("have")
        )
        if a.has("need", "have")
        else translate("Refusal", "Not all that was paid for it is left: it cannot be taken back."),
        translate("Refusal", "The customer can go on paying with what is left on it."),
    )


def _unsigned(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No new voucher here"),
        translate("Refusal", "This terminal’s key is not at hand, so it cannot sign a new one."),
        translate("Refusal", "Sell a printed card: scan it."),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.VOUCHER_EMPTY: _empty,
    RefusalCode.VOUCHER_NOT_SOLD: _not_sold,
    RefusalCode.VOUCHER_AMOUNT: _amount,
    RefusalCode.VOUCHER_USED: _used,
    RefusalCode.VOUCHER_UNSIGNED: _unsigned,
}
