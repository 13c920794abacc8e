"""Our tokens read by another COSE and CWT library (python-cwt), and its tokens by us."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import cbor2
import cwt
import pytest
from cwt import COSE, COSEKey
from cwt.cose_key_interface import COSEKeyInterface

from kiosk.domain.tokens import KIND_OF, Claims, ReadToken
from kiosk.protocol.tokens import claims_map, text_form
from kiosk.protocol.tokens.codec import sign_token
from tests.unit.tokens.samples import HQ, NOON, STRANGER, Issuer, one_of_each

_KTY_OKP, _EDDSA, _ED25519 = 1, -8, 6


def their_key(issuer: Issuer, *, private: bool) -> COSEKeyInterface:
    parts: dict[int, object] = {
        1: _KTY_OKP,
        2: issuer.key.key_id,
        3: _EDDSA,
        -1: _ED25519,
        -2: issuer.trusted.public,
    }
    return COSEKey.new(parts | {-4: issuer.key.private} if private else parts)


@pytest.mark.parametrize("claims", one_of_each(), ids=lambda claims: KIND_OF[type(claims)])
def test_they_read_ours(claims: Claims) -> None:
    data = text_form.to_bytes(sign_token(claims, HQ.key)[4:])
    payload = COSE().decode(data, their_key(HQ, private=False))
    assert cbor2.loads(payload) == claims_map.to_cwt(claims)


def test_they_read_ours_as_a_cwt() -> None:
    now = datetime.now(UTC).replace(microsecond=0)  # python-cwt judges time by the machine's clock
    claims = HQ.coupon(issued=now - timedelta(hours=1), expires=now + timedelta(days=1))
    data = text_form.to_bytes(sign_token(claims, HQ.key)[4:])
    assert cwt.decode(data, their_key(HQ, private=False)) == claims_map.to_cwt(claims)


def test_they_refuse_what_we_refuse() -> None:
    data = text_form.to_bytes(sign_token(HQ.coupon(), HQ.key)[4:])
    foreign = their_key(STRANGER, private=False)
    with pytest.raises(cwt.VerifyError):
        COSE().decode(data[:-1] + bytes([data[-1] ^ 1]), their_key(HQ, private=False))
    with pytest.raises((cwt.VerifyError, ValueError)):
        COSE().decode(data, foreign)


@pytest.mark.parametrize("claims", one_of_each(), ids=lambda claims: KIND_OF[type(claims)])
def test_we_read_theirs(claims: Claims) -> None:
    data = COSE().encode(
        cbor2.dumps(claims_map.to_cwt(claims), canonical=True),
        their_key(HQ, private=True),
        protected={1: _EDDSA, 4: HQ.key.key_id},
        unprotected={},
    )
    kind = KIND_OF[type(claims)]
    assert HQ.reader.read(text_form.to_text(kind, data), NOON) == ReadToken(kind, claims)
    assert text_form.to_text(kind, data) == sign_token(claims, HQ.key)
