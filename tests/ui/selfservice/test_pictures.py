"""Pictures of the attract loop: read from a folder, of the campaign after which they are named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import attract_picture
from kiosk.stage_files import CLIP_PIXELS, read_pictures, read_shown
from kiosk.ui.comfort import Comfort
from kiosk.ui.customer.clips import MOST_FRAMES, Clip
from kiosk.ui.customer.posters import slides
from kiosk.ui.stations.selfservice.attract import AttractScreen


def picture(colour: str) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_pictures_come_by_their_names_and_what_is_none_is_passed_over(tmp_path: Path, qapp: QApplication) -> None:
    for name in ("b.png", "a.jpg", "c.png"):
        assert picture("red").save(str(tmp_path / name))
    (tmp_path / "notes.txt").write_text("no picture", encoding="utf-8")
    found = read_pictures(tmp_path, 2, 100)
    assert [(name, max(image.width(), image.height())) for name, image in found] == [("a", 100), ("b", 100)]
    assert read_pictures(tmp_path / "none", 2, 100) == []


def film(*colours: str, size: tuple[int, int] = (400, 300)) -> bytes:
    """A clip as film programs write it: JPEG behind JPEG."""
    made = b""
    for colour in colours:
        image, buffer = picture(colour).scaled(*size), QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert QImageWriter(buffer, QByteArray(b"jpeg")).write(image)
        made += bytes(buffer.data().data())
    return made


def test_a_clip_is_read_in_frames_of_bounded_size_and_number(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "a.mjpeg").write_bytes(film("red", "green", "blue", size=(1_920, 1_080)))
    (tmp_path / "b.mjpeg").write_bytes(film("red") * (MOST_FRAMES + 9))
    (tmp_path / "c.mjpeg").write_bytes(film("red") + b"\xff\xd8\xff cut off")
    assert picture("red").save(str(tmp_path / "d.png"))
    read = read_shown(tmp_path)
    assert [name for name, _image in read] == ["a", "b", "c", "d"]
    clips = [image.frames for _name, image in read if isinstance(image, Clip)]
    assert [len(frames) for frames in clips] == [3, MOST_FRAMES]
    first = read[0][1]
    assert isinstance(first, Clip)
    shown = [first.frame(at) for at in range(4)]
    assert [(one.width(), one.height()) for one in shown] == [(CLIP_PIXELS, CLIP_PIXELS * 9 // 16)] * 4
    tones = [one.pixelColor(5, 5) for one in shown]
    assert [max((tone.red(), "red"), (tone.green(), "green"), (tone.blue(), "blue"))[1] for tone in tones] == [
        "red", "green", "blue", "red",
    ]  # fmt: skip


def test_a_clip_runs_while_it_is_seen_and_stands_where_people_want_it_calm(station: Stage) -> None:
    attract_picture(station)
    screen = station.selfservice.flow.screen
    assert isinstance(screen, AttractScreen)
    art, still = screen.art, picture("red")
    clip = Clip(still, (film("red"), film("green")))
    art.show_picture(clip)
    assert not art._frames.isActive(), "calm, as pictures are taken"
    station.window.ui.set_comfort(Comfort())
    art.show_picture(clip)
    assert art._frames.isActive()
    art._next_frame()
    shown = art._image
    assert shown is not None
    assert shown.pixelColor(5, 5).green() > 100
    art.rest(True)
    assert not art._frames.isActive()
    art.rest(False)
    assert art._frames.isActive()
    art.show_picture(still)
    assert not art._frames.isActive()


def test_each_campaign_takes_turns_with_each_of_its_pictures(station: Stage) -> None:
    attract_picture(station)
    flow = station.selfservice.flow
    screen = flow.screen
    assert isinstance(screen, AttractScreen)
    first = flow.posters[0]
    other = replace(first, campaign=f"{first.campaign}-2")
    tea, cake, hall = picture("red"), picture("green"), picture("blue")
    named = [(first.campaign, tea), (f"{other.campaign}-b", cake), ("hall", hall)]
    assert slides([first, other], named) == [(first, tea), (other, cake), (None, hall)]
    assert slides([first, other], named[:1]) == [(first, tea), (other, None)]
    assert slides([], []) == [(None, None)]
    assert slides([], named[2:]) == [(None, hall)]
    flow.pictures = [("hall", hall)]
    count = len(flow.posters) + 1
    seen = []
    for _ in range(count):
        seen.append(screen.poster)
        screen._on_turn()
    assert seen == [*flow.posters, None]
