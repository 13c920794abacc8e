"""Looks show what they are told, exactly; they move only while something is played, for nobody who wants it calm."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.ui.comfort import Comfort
from kiosk.ui.context import Ui
from kiosk.ui.draws.confetti import LASTS_MS
from kiosk.ui.draws.grid import Grid
from kiosk.ui.draws.look import Look
from kiosk.ui.draws.looks import LOOKS
from kiosk.ui.draws.prizes import Prize, fields_of, tones_of
from kiosk.ui.draws.scratch import Scratch
from kiosk.ui.draws.wheel import Wheel
from kiosk.ui.shell.sounds import Sound
from tests.ui.draws.conftest import MakeLook, prizes

FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)


def shown(look: Look) -> str:
    """The code of the prize that is seen to be won."""
    if isinstance(look, Wheel):
        return look.fields[look.pointed].code
    if isinstance(look, Grid):
        return look.fields[look.lit].code
    assert look.won is not None
    return look.won.code


@FIXTURE
@given(
    count=st.integers(1, 24), at=st.integers(0, 23), seed=st.integers(0, 10**6), name=st.sampled_from(["wheel", "grid"])
)
def test_what_turns_stops_at_what_was_won(make_look: MakeLook, count: int, at: int, seed: int, name: str) -> None:
    played = make_look(name, seed=seed)
    played.look.show_prizes(prizes(count))
    for won in (prizes(count)[at % count], prizes(count)[0]):  # the second turn begins where the first ended
        played.play(won)
        played.to_the_end()
        assert shown(played.look) == won.code


@pytest.mark.parametrize("name", LOOKS)
def test_whatever_is_won_it_takes_as_long_and_begins_alike(make_look: MakeLook, name: str) -> None:
    times, beginnings = set(), []
    for won in prizes():
        played = make_look(name, seed=3, alone=True)
        played.look.show_prizes(prizes())
        played.play(won)
        if name in ("wheel", "grid"):  # as long as the way there, which is a lap more or less
            assert 4000 < played.to_the_end() < 5400
            continue
        played.until(1400)
        beginnings.append(played.look.grab().toImage() if name != "scratch" else None)
        times.add(played.to_the_end())
    assert len(times) <= 1, "the end would be known by the time it takes"
    assert all(one == beginnings[0] for one in beginnings), "the beginning tells the end"


@FIXTURE
@given(st.permutations(prizes()), st.integers(0, 10**6))
def test_no_near_miss_is_staged(make_look: MakeLook, order: list[Prize], seed: int) -> None:
    """Same noise, other neighbours, another prize: the same place within the field, reached by the same curve."""
    plain, other = make_look("wheel", seed=seed), make_look("wheel", seed=seed)
    plain.look.show_prizes(prizes())
    other.look.show_prizes(order)
    ways = []
    for played, won in ((plain, prizes()[0]), (other, order[3])):
        look = played.look
        assert isinstance(look, Wheel)
        played.play(won)
        way = look._turning
        assert way is not None
        within = (-way.end % 360) % look.span / look.span
        ways.append((round(within, 6), [round(way.end - way.at(way.whole_ms - ms), 6) for ms in range(0, 4000, 200)]))
    assert ways[0] == ways[1]


def test_fields_follow_the_file_and_neighbours_differ_in_colour() -> None:
    for count in range(1, 30):
        made = prizes(count)
        fields = fields_of(made, 6)
        assert [field.code for field in fields] == [made[at % count].code for at in range(len(fields))]
        assert len(fields) >= 6
        assert len(fields) % count == 0, "no prize has more fields than another"
        tones = tones_of(len(fields))
        assert all(one != tones[at - 1] for at, one in enumerate(tones))
        assert len(fields_of(made, 8, 4)) % 4 == 0
    assert fields_of([], 6) == []


@pytest.mark.parametrize("name", LOOKS)
def test_nothing_moves_before_it_is_told_nor_after_it_rests(make_look: MakeLook, name: str) -> None:
    played = make_look(name, alone=True)
    look = played.look
    look.show_prizes(prizes())
    before = look.grab().toImage()
    assert (look.moving, look.playing) == (False, False)
    played.now += 5000
    look.tick()
    assert look.grab().toImage() == before
    look.play(prizes()[1])
    assert (look.moving, look.playing) == (True, True)
    played.to_the_end()
    assert played.rested == 1
    in_the_air = look.moving
    assert in_the_air, "paper that was thrown"
    played.now += LASTS_MS + 1
    look.tick()
    assert not look.moving
    assert played.rested == 1
    assert played.heard[-1] == Sound.WON


@pytest.mark.parametrize("name", LOOKS)
def test_who_wants_it_calm_sees_the_result_at_once(make_look: MakeLook, ui: Ui, name: str) -> None:
    played, moved = make_look(name), make_look(name, alone=True)
    for one in (played, moved):
        one.look.show_prizes(prizes())
    ui.set_comfort(Comfort(calm=True))
    try:
        played.look.play(prizes()[2])
        assert played.rested == 1
        assert not played.look.moving
        assert shown(played.look) == "p2"
        assert played.heard == [Sound.WON]
    finally:
        ui.set_comfort(Comfort())
    if name in ("scratch", "capsule"):  # the same picture as after all the motion
        moved.play(prizes()[2])
        moved.to_the_end()
        moved.now += LASTS_MS + 1
        moved.look.tick()
        assert moved.look.grab().toImage() == played.look.grab().toImage()


@pytest.mark.parametrize("name", LOOKS)
def test_thanks_are_not_celebrated_and_not_mocked(make_look: MakeLook, name: str) -> None:
    played = make_look(name, alone=True)
    played.look.show_prizes(prizes())
    played.play(prizes()[-1])
    played.to_the_end()
    assert played.heard[-1] == Sound.CONSOLED
    assert not played.look.moving


@pytest.mark.parametrize("name", ["scratch", "rain"])
def test_a_hand_or_a_key_plays_along_and_patience_has_an_end(make_look: MakeLook, name: str) -> None:
    for way in ("key", "nobody"):
        played = make_look(name)
        played.look.show_prizes(prizes())
        played.play(prizes()[0])
        if way == "key":
            played.until(1500)
            played.look.help_along()
        waited = played.to_the_end()
        assert (waited < 3000) if way == "key" else (8000 < waited < 16_000)


def test_a_packet_that_is_touched_opens(make_look: MakeLook) -> None:
    played = make_look("rain", (400, 400))
    look = played.look
    look.show_prizes(prizes())
    look.show()
    played.play(prizes()[4])
    played.until(1400)
    QTest.mouseClick(look, Qt.MouseButton.LeftButton, pos=look.rect().center())
    assert played.to_the_end() < 1000


def test_a_card_is_rubbed_with_a_finger(make_look: MakeLook) -> None:
    played = make_look("scratch", (400, 400))
    look = played.look
    assert isinstance(look, Scratch)
    look.show_prizes(prizes())
    look.show()
    played.play(prizes()[4])
    place = look.panel
    assert not look.rubbed
    for row in range(8):
        y = place.top() + place.height() * (row + 0.5) / 8
        points = [QPointF(place.left() + 4, y).toPoint(), QPointF(place.right() - 4, y).toPoint()]
        QTest.mousePress(look, Qt.MouseButton.LeftButton, pos=points[0])
        QTest.mouseMove(look, points[1])
        QTest.mouseRelease(look, Qt.MouseButton.LeftButton, pos=points[1])
        played.now += 16
        look.tick()
    assert look.rubbed > 0.9 or look.at_rest
    assert played.to_the_end() < 600


@pytest.mark.parametrize("name", LOOKS)
def test_the_card_tells_nothing_before_it_is_rubbed(make_look: MakeLook, name: str) -> None:
    """The first picture after the start is the same whatever was won, where nothing turns."""
    if name in ("wheel", "grid"):
        return
    seen = []
    for won in (prizes()[0], prizes()[-1]):
        played = make_look(name, seed=2)
        played.look.show_prizes(prizes())
        played.play(won)
        seen.append(played.look.grab().toImage())
    assert seen[0] == seen[1]


@pytest.mark.parametrize("name", LOOKS)
def test_a_touch_begins_only_when_nothing_is_played(make_look: MakeLook, name: str) -> None:
    played = make_look(name)
    pressed: list[int] = []
    played.look.pressed.connect(lambda: pressed.append(1))
    played.look.show_prizes(prizes())
    played.look.show()
    QTest.mouseClick(played.look, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    played.play(prizes()[0])
    QTest.mouseClick(played.look, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    played.look.help_along()
    played.to_the_end()
    played.look.invite()
    assert played.look.won is None
    QTest.mouseClick(played.look, Qt.MouseButton.LeftButton)
    assert pressed == [1, 1]


@pytest.mark.parametrize("name", LOOKS)
def test_other_sizes_and_prizes_are_painted_anew(make_look: MakeLook, name: str) -> None:
    played = make_look(name, (400, 300))
    look = played.look
    assert look.grab().toImage().width() == 400, "nothing to win yet, and nothing fails"
    look.show_prizes(prizes())
    first = look.grab().toImage()
    look.show_prizes([replace(one, name="別的") for one in prizes()])
    if name in ("wheel", "grid"):
        assert look.grab().toImage() != first
    look.reveal(prizes()[0])
    small = look.grab().toImage()
    look.resize(500, 500)
    large = look.grab().toImage()
    assert (small.width(), large.width()) == (400, 500)


@pytest.mark.parametrize("name", LOOKS)
def test_a_result_is_told_again_in_another_language(make_look: MakeLook, name: str) -> None:
    told, fresh = make_look(name), make_look(name)
    other = [replace(one, name=f"Prize {one.code}") for one in prizes()]
    told.look.show_prizes(prizes())
    told.look.reveal(prizes()[2])
    told.look.grab()
    told.look.show_prizes(other)
    told.look.retell(other[2])
    fresh.look.show_prizes(other)
    fresh.look.reveal(other[2])
    assert told.look.grab().toImage() == fresh.look.grab().toImage()
    assert told.rested == 1
