"""What is drawn as a QR symbol can be read again by the product's decoder."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.adapters.printing.qr_symbols import ErrorCorrection, TooLongForSymbol, make_symbol, symbol_size
from kiosk.domain.tokens import KIND_OF, Claims, ReadToken
from kiosk.protocol.tokens.codec import sign_token
from tests.unit.tokens.samples import HQ, NOON, one_of_each


def decoded(png: bytes) -> list[str]:
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("claims", one_of_each(), ids=lambda claims: KIND_OF[type(claims)])
def test_a_printed_token_is_scanned_and_judged_good(claims: Claims) -> None:
    (text,) = decoded(make_symbol(sign_token(claims, HQ.key)).to_png(module_px=4))
    assert HQ.reader.read(text, NOON) == ReadToken(KIND_OF[type(claims)], claims)


@pytest.mark.parametrize("text", ["8800000013", "優惠券 KC1:", "kc1:lower", "HTTPS://SHOP.EXAMPLE/Q/KC1:A%20B"])
def test_any_text_is_scanned_as_it_was_written(text: str) -> None:
    assert decoded(make_symbol(text).to_png()) == [text]


def test_size_and_version_agree() -> None:
    token = sign_token(HQ.coupon(not_before=NOON), HQ.key)
    symbol = make_symbol(token)
    assert symbol.version == 8
    assert symbol.size == 17 + 4 * symbol.version == 49
    assert all(len(row) == symbol.size for row in symbol.modules)
    assert make_symbol(token, ErrorCorrection.L).version < symbol.version
    # Lower case needs byte mode and a larger symbol: why tokens are in capitals.
    assert make_symbol(token.lower()).version > symbol.version


def test_a_text_beyond_the_largest_symbol_is_refused() -> None:
    with pytest.raises(TooLongForSymbol):
        make_symbol("A" * 5000)


@pytest.mark.parametrize("text", ["", "A", "KC1:ABC" * 20, "會員" * 50, "a" * 2_331])
def test_the_size_is_known_without_the_symbol(text: str) -> None:
    assert symbol_size(text) == make_symbol(text).size


def test_a_text_too_long_has_no_size() -> None:
    with pytest.raises(TooLongForSymbol):
        symbol_size("a" * 2_332)
