"""What the station says reaches its watchdog, whole and in order; nobody else's words do."""

from __future__ import annotations

import os
import socket

from kiosk.watchdog.line import VARIABLE, Ear, Mouth


def _heard(ear: Ear, least: int) -> list[str]:
    lines: list[str] = []
    while len(lines) < least:
        lines += ear.listen(1)
    return lines


def test_lines_arrive_in_order_and_a_stop_comes_back() -> None:
    ear = Ear()
    around = ear.environment({"A": "b"})
    mouth = Mouth(around)
    assert mouth.watched
    assert around == {"A": "b"}, "what the station starts is watched by nobody"
    for line in ("opening", "beating", "fault disk_full"):
        mouth.say(line)
    assert _heard(ear, 3) == ["opening", "beating", "fault disk_full"]
    assert not mouth.told_to_stop()
    ear.stop()
    while not mouth.told_to_stop():
        pass
    mouth.close()
    ear.close()


def test_without_a_watchdog_nothing_is_said() -> None:
    mouth = Mouth({})
    mouth.say("beating")
    assert not mouth.watched
    assert not mouth.told_to_stop()


def test_a_watchdog_that_is_gone_ends_its_station() -> None:
    ear = Ear()
    mouth = Mouth(ear.environment({}))
    mouth.say("beating")
    _heard(ear, 1)
    ear.close()
    while not mouth.told_to_stop():
        pass
    mouth.say("beating")
    mouth.close()


def test_strangers_are_hung_up_on() -> None:
    ear = Ear()
    around = ear.environment({})
    port = int(around[VARIABLE].partition(":")[0])
    with socket.create_connection(("127.0.0.1", port)) as liar, socket.create_connection(("127.0.0.1", port)) as flood:
        liar.sendall(b"hello nothing\nfault me\n")
        flood.sendall(b"x" * 10_000)
        mouth = Mouth(around)
        mouth.say("beating")
        assert _heard(ear, 1) == ["beating"]
        for one in (liar, flood):
            one.settimeout(60)
            try:
                while one.recv(10):
                    pass
            except ConnectionResetError:
                pass  # what it sent was never read
    mouth.close()
    ear.close()


def test_the_secret_is_another_for_the_next_station() -> None:
    ear = Ear()
    before = ear.environment(os.environ)[VARIABLE]
    ear.let_go()
    assert ear.environment(os.environ)[VARIABLE] != before
    ear.close()
