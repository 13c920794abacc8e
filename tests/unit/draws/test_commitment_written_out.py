"""The commitment of an entrant is written out for speed: it is what H and JCS of its body give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.draws.encoding import H, jcs
from kiosk.domain.draws.entrants import commitment

ANY = st.text(st.characters(codec="utf-8"), max_size=12)


@given(st.binary(min_size=16, max_size=16), ANY, ANY, ANY)
def test_it_is_what_the_encoding_gives(salt: bytes, member: str, name: str, phone: str) -> None:
    body = {"member": member, "name": name, "phone": phone}
    assert commitment(salt, member, name, phone) == H("entrant", salt, jcs(body))


@pytest.mark.parametrize("salt", [b"", bytes(15), bytes(17)])
def test_a_salt_has_sixteen_bytes(salt: bytes) -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        commitment(salt, "m", "n", "")


def test_half_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        commitment(bytes(16), "m", "\ud800", "")
