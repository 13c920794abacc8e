"""argon2id hashing of PINs. Cheap parameters, except where the real ones are the subject."""

from __future__ import annotations

import pytest

from kiosk.adapters.keys.passwords import STORE_PC, Argon2Cost, Argon2PinHasher, BadPinHash

CHEAP = Argon2PinHasher(Argon2Cost(passes=1, memory_kib=64, lanes=1))


def test_only_the_same_pin_verifies() -> None:
    stored = CHEAP.hash_pin("4928")
    assert stored.startswith("$argon2id$")
    assert CHEAP.verify_pin(stored, "4928")
    for wrong in ("4929", "", "49281", "４９２８"):
        assert not CHEAP.verify_pin(stored, wrong)


def test_each_hash_has_its_own_salt() -> None:
    assert CHEAP.hash_pin("4928") != CHEAP.hash_pin("4928")


def test_a_hash_of_another_cost_still_verifies() -> None:
    assert Argon2PinHasher().verify_pin(CHEAP.hash_pin("4928"), "4928")


def test_the_stores_cost_is_above_the_least_that_owasp_asks_for() -> None:
    assert STORE_PC.passes >= 2
    assert STORE_PC.memory_kib >= 19 * 1024
    stored = Argon2PinHasher().hash_pin("4928")
    assert stored.startswith("$argon2id$v=19$m=32768,t=2,p=1$")


@pytest.mark.parametrize("stored", ["", "4928", "$argon2id$v=19$m=32768", "$2b$12$abc"])
def test_what_is_no_hash_is_a_fault(stored: str) -> None:
    with pytest.raises(BadPinHash):
        CHEAP.verify_pin(stored, "4928")
