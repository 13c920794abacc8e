"""A store in another currency: what is keyed in is what is paid and what stands on the receipt, to the last decimal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.adapters.printing.receipt_text import render_text
from kiosk.application.sales.receipt import receipt_of
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.money import exponent
from kiosk.ui.words.receipts import receipt_words
from tests.ui.hands import ENTER, agree

TYPED = [
    ("JPY", "1250", 1_250, "JP¥1,250"),
    ("KRW", "12500", 12_500, "₩12,500"),
    ("VND", "125000", 125_000, "VND 125,000"),
    ("VND", "250000000", 250_000_000, "VND 250,000,000"),
    ("IDR", "12500000", 1_250_000_000, "IDR 12,500,000"),
    ("KWD", "12.345", 12_345, "KWD 12.345"),
    ("BHD", "1.5", 1_500, "BHD 1.500"),
    ("CLF", "0.1234", 1_234, "CLF 0.1234"),
    ("USD", "12.34", 1_234, "US$12.34"),
    ("TWD", "250", 25_000, "NT$250"),
]


@pytest.mark.parametrize(("currency", "typed", "minor", "shown"), TYPED)
def test_from_the_amount_field_to_the_receipt(stage: Stage, currency: str, typed: str, minor: int, shown: str) -> None:
    store = stage.store.reference.store(stage.api.terminal().store)
    assert store is not None
    stage.store.publish("chain/stores", store.id, replace(store, currency=currency))
    stage.window.on_reference_changed()
    stage.settle()
    stage.sign_in()
    stage.type(typed)
    assert stage.checkout.flow.amount.minor == minor
    stage.settle()
    assert stage.checkout.page.quote.total.text() == shown
    stage.key(ENTER)
    stage.settle()
    agree(stage)  # far above what was sold here so far, where it is asked
    (sale, *_older) = stage.api.recent_sales(1)
    assert (sale.amount, sale.total, sale.currency) == (minor, minor, currency)
    text = render_text(receipt_of(sale, stage.api.terminal()), receipt_words("en", sale.currency))
    digits = shown.lstrip("JPNTUSKWDBHVCLF¥$₩ ")
    assert digits in text.replace("\u00a0", " ")
    assert len(digits.partition(".")[2]) in (0, exponent(currency))


@pytest.mark.parametrize(("currency", "typed"), [("JPY", "12.5"), ("KRW", "1.0"), ("VND", "0.5")])
def test_where_there_are_no_decimals_no_point_is_taken(stage: Stage, currency: str, typed: str) -> None:
    store = stage.store.reference.store(stage.api.terminal().store)
    assert store is not None
    stage.store.publish("chain/stores", store.id, replace(store, currency=currency))
    stage.window.on_reference_changed()
    stage.settle()
    stage.sign_in()
    stage.type(typed)
    assert "." not in stage.checkout.flow.amount.text
