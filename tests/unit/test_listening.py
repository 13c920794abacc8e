"""A port that is taken is noticed, whatever the other program asked for."""

from __future__ import annotations

import socket

import pytest

from kiosk.listening import PortTaken, listening


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_free_port_can_be_had_and_connected_to(host: str) -> None:
    with listening(host, 0) as ours:
        ours.listen()
        with socket.create_connection(ours.getsockname()[:2]):
            pass


def test_a_taken_port_is_said_in_words() -> None:
    with listening("127.0.0.1", 0) as ours:
        ours.listen()
        with pytest.raises(PortTaken, match="another program"):
            listening("127.0.0.1", ours.getsockname()[1])


@pytest.mark.parametrize("shares", [False, True])
def test_nobody_can_listen_beside_us(shares: bool) -> None:
    with listening("127.0.0.1", 0) as ours, socket.socket() as other:
        ours.listen()
        if shares:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with pytest.raises(OSError):
            _listen(other, ours.getsockname())


def _listen(other: socket.socket, address: tuple[str, int]) -> None:
    other.bind(address)
    other.listen()  # where Linux says it


def test_an_address_of_another_machine_is_no_taken_port() -> None:
    with pytest.raises(OSError) as caught:
        listening("192.0.2.1", 0)
    assert not isinstance(caught.value, PortTaken)
