"""Desks of one store find each other on a network that lets multicast through; loopback does."""

from __future__ import annotations

import threading

import pytest
from zeroconf import ServiceInfo

from kiosk.adapters.lan.discovery import SERVICE, Discovery, own_addresses, store_tag

HUNG_S = 60


def test_desks_of_one_store_find_each_other() -> None:
    met = threading.Condition()
    seen: set[tuple[str, str, int, str]] = set()

    def desk(device: str, store: str) -> Discovery:
        def found(host: str, port: int, who: str) -> None:
            with met:
                seen.add((device, host, port, who))
                met.notify_all()

        return Discovery(device, store, found, lambda: None, host="127.0.0.1")

    desks = [desk("d-1", "N01"), desk("d-9", "N02"), desk("d-2", "N01")]
    for port, one in enumerate(desks, start=47_801):
        one.start(port)
    both = {("d-1", "127.0.0.1", 47_803, "d-2"), ("d-2", "127.0.0.1", 47_801, "d-1")}
    with met:
        assert met.wait_for(lambda: both <= seen, HUNG_S), seen
    for one in desks:
        one.close()
    assert seen == both


@pytest.mark.parametrize(
    "properties",
    [
        {},
        {"d": "d-2"},
        {"s": store_tag("N01")},
        {"d": "d-1", "s": store_tag("N01")},  # itself
        {"d": "d-2", "s": store_tag("N02")},
        {"d": "x" * 65, "s": store_tag("N01")},
    ],
)
def test_whatever_else_is_announced_is_passed_over(properties: dict[str, str | bytes]) -> None:
    found: list[object] = []
    one = Discovery("d-1", "N01", lambda *said: found.append(said), lambda: None)
    one.heard(ServiceInfo(SERVICE, f"x.{SERVICE}", port=9, properties=properties, parsed_addresses=["10.0.0.2"]))
    assert found == []
    good = {"d": "d-2", "s": store_tag("N01")}
    one.heard(ServiceInfo(SERVICE, f"x.{SERVICE}", port=9, properties=good, parsed_addresses=["10.0.0.2"]))
    assert found == [("10.0.0.2", 9, "d-2")]


def test_loopback_is_nobodys_address() -> None:
    assert not {"127.0.0.1", "::1"} & own_addresses()
