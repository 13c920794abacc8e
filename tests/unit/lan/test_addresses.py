"""Where other desks may be, and whom of those that are told of a desk calls."""

from __future__ import annotations

import pytest

from kiosk.adapters.lan.addresses import AGAIN_MS, FAILURES_MOST, MOST, UNWELCOME_MS, Addresses
from kiosk.domain.lan.addresses import of_a_lan, plain, read_addresses


def test_addresses_as_somebody_types_them() -> None:
    assert read_addresses("", 47_800) == ()
    assert read_addresses(" 10.0.0.7 ,desk2.local:9, [fe80::1%eth0]:12\t[::1]", 47_800) == (
        ("10.0.0.7", 47_800),
        ("desk2.local", 9),
        ("fe80::1%eth0", 12),
        ("::1", 47_800),
    )


@pytest.mark.parametrize("text", ["10.0.0.7:0", "10.0.0.7:99999", "a:b", "::1", "[::1", "host:", "http://x:1", ":80"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_addresses(text, 47_800)


def test_addresses_of_local_networks() -> None:
    assert [of_a_lan(host) for host in ("10.1.2.3", "192.168.0.9", "fd00::1", "127.0.0.1")] == [True] * 4
    assert [of_a_lan(host) for host in ("8.8.8.8", "example.com", "", "fe80::1%eth0")] == [False] * 4
    assert [plain(host) for host in ("::ffff:10.0.0.7", "fe80::1%eth0", "desk")] == ["10.0.0.7", "fe80::1%eth0", "desk"]


def test_who_is_called_and_when() -> None:
    addresses = Addresses([("typed", 1)])
    addresses.found(("10.0.0.2", 5), "d-2")
    assert addresses.to_call(0, ()) == [("typed", 1), ("10.0.0.2", 5)]
    assert addresses.to_call(0, ()) == []  # they are being called
    addresses.is_at(("10.0.0.2", 5), "d-2")
    addresses.not_reached(("typed", 1), 0)
    assert addresses.to_call(AGAIN_MS, ("d-2",)) == [("typed", 1)]
    addresses.not_reached(("typed", 1), AGAIN_MS, unwelcome=True)
    assert addresses.to_call(AGAIN_MS + UNWELCOME_MS - 1, ("d-2",)) == []
    assert addresses.to_call(AGAIN_MS, ()) == [("10.0.0.2", 5)]
    addresses.not_reached(("10.0.0.2", 5), AGAIN_MS)
    addresses.hurry()
    assert addresses.to_call(AGAIN_MS, ()) == [("10.0.0.2", 5)]
    assert addresses.to_call(AGAIN_MS + UNWELCOME_MS, ()) == [("typed", 1)]
    addresses.not_reached(("typed", 1), AGAIN_MS, unwelcome=True, itself=True)
    addresses.hurry()
    assert addresses.to_call(1 << 40, ()) == []  # nobody calls themselves again


def test_what_was_told_is_forgotten_and_what_was_typed_is_not() -> None:
    addresses = Addresses([("typed", 1)])
    for number in range(10_000):
        addresses.found(("10.0.0.2", number), f"x-{number}")
    assert len(addresses.to_call(0, ())) == MOST
    for _ in range(FAILURES_MOST):
        for number in range(MOST):
            addresses.not_reached(("10.0.0.2", number), 0)
        addresses.not_reached(("typed", 1), 0)
    assert addresses.to_call(UNWELCOME_MS, ()) == [("typed", 1)]
