"""What is signed between terminal and HQ: the bytes themselves, for every text, and whose signature counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.protocol import signed_texts
from kiosk.protocol.rows import KeyRow
from kiosk.protocol.signed_texts import NotSigned
from kiosk.protocol.tokens.cose import key_id_of

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
START = datetime(2026, 1, 1, tzinfo=UTC)
ROW = KeyRow(key_id_of(PUBLIC).hex(), PUBLIC.hex(), START, datetime(2030, 1, 1, tzinfo=UTC), None, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (signed_texts.session("d-1", b"\x00\xffnonce"), b"session/d-1/\x00\xffnonce"),
        (signed_texts.re_enrolment("d-1", "K7QP-2M"), b"re-enroll/d-1/K7QP-2M"),
        (signed_texts.snapshot("chain/stores", 41, 7, "ab12"), b"snapshot/chain/stores/41/7/ab12"),
        (
            signed_texts.lease("d-1", "l-1-2", 3, 86_400, {"stock:春/b": 2, "budget:a/b": 10}),
            'lease/d-1/l-1-2/3/86400/{"budget:a/b":10,"stock:春/b":2}'.encode(),
        ),
        (signed_texts.lease("d-1", "l-1-2", 3, 0, {}), b"lease/d-1/l-1-2/3/0/{}"),
    ],
)
def test_texts_are_these_bytes(text: bytes, said: bytes) -> None:
    """Programs of different versions meet: none of this may change."""
    assert text == said


def test_the_signature_of_a_published_key_counts() -> None:
    other = replace(ROW, key_id="00000000")
    signed_texts.check_hq([other, ROW], bytes.fromhex(ROW.key_id), KEY.sign(b"x"), b"x")


@pytest.mark.parametrize(
    ("rows", "key_id", "signature", "why"),
    [
        ([], bytes.fromhex(ROW.key_id), KEY.sign(b"x"), "unknown key"),
        ([ROW], b"else", KEY.sign(b"x"), "unknown key"),
        ([replace(ROW, revoked_at=START)], bytes.fromhex(ROW.key_id), KEY.sign(b"x"), "unknown key"),
        ([ROW], bytes.fromhex(ROW.key_id), KEY.sign(b"y"), "does not hold"),
        ([ROW], bytes.fromhex(ROW.key_id), b"", "does not hold"),
        ([replace(ROW, public="00")], bytes.fromhex(ROW.key_id), KEY.sign(b"x"), "does not hold"),
    ],
)
def test_no_other_does(rows: list[KeyRow], key_id: bytes, signature: bytes, why: str) -> None:
    with pytest.raises(NotSigned, match=why):
        signed_texts.check_hq(rows, key_id, signature, b"x")


def test_a_key_proves_only_its_own_signatures() -> None:
    assert signed_texts.holds(PUBLIC, KEY.sign(b"x"), b"x")
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
    assert not signed_texts.holds(stranger, KEY.sign(b"x"), b"x")
    assert not signed_texts.holds(b"no key", KEY.sign(b"x"), b"x")
