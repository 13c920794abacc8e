"""What a room sees of an event: who came, what comes next, whom to thank."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store import party
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.stage_files import MOST_SIGNS, SIGN_PIXELS, read_signs
from kiosk.ui.i18n import I18n
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.guests.photo_layout import photos
from kiosk.ui.stage.guests.scenes import Arrivals, Came, GuestPhoto, PhotoWall, Programme, ProgrammePart, Sponsors
from kiosk.ui.stage.kinds import Showing
from kiosk.ui.stage.parts import Brush, Words
from kiosk.ui.stage.scene import Scene
from kiosk.ui.stage.screen import StageScreen
from kiosk.ui.stage.skin import REAL, stage_skin
from kiosk.ui.stations.stage.event_scenes import ArrivalsBackdrop, ProgrammeBackdrop
from kiosk.ui.theme import load_theme
from tests.ui.stage.test_stage_screens import ROOMS, cut

NAME = LocalText(
    "老友新鄰 狂歡派對 暨 年終感恩晚會",
    "老友新邻 狂欢派对 暨 年终感恩晚会",
    "Friends and Neighbours, with the Year's Dinner",
)
LONG = "Christoph-Alexander von H*"
START = datetime(2026, 11, 21, 6, tzinfo=UTC)
AMY = Staff("s-1", "林怡君", Role.CLERK)


def _part(at: int) -> ProgrammePart:
    begins = START + timedelta(minutes=30 * at)
    name = LocalText(
        f"第 {at + 1} 場 老師講茶與試飲",
        f"第 {at + 1} 场 老师讲茶与试饮",
        f"Part {at + 1}: a talk on tea, with a tasting",
    )
    return ProgrammePart(name, begins, begins + timedelta(minutes=30))


def _sign(colour: str, width: int = 400, height: int = 120) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def scenes() -> list[Scene]:
    names = ("王○明", "陳*麗", LONG, "", "Anna M*")
    wall = tuple(Came(names[at % 5], honoured=at % 7 == 0) for at in range(40))
    return [
        Arrivals(NAME),
        Arrivals(NAME, came=1, newest=Came("王○明")),
        Arrivals(NAME, came=12_840, expected=20_000, newest=Came(LONG, "A-07", True, 12), before=wall),
        Arrivals(NAME, came=3, expected=9, newest=Came("", "第12桌"), before=wall[:2]),
        Programme(NAME, zone="Asia/Taipei"),
        Programme(NAME, parts=tuple(_part(at) for at in range(15)), zone="Asia/Taipei"),
        Sponsors(NAME),
        Sponsors(NAME, signs=tuple(_sign(tone) for tone in ("red", "green", "blue", "black", "gold", "grey", "navy"))),
    ]


@pytest.mark.parametrize("at", range(len(scenes())))
def test_nothing_is_cut_in_any_room(qapp: QApplication, at: int) -> None:
    with Stage("light", "zh_TW", (1366, 768)) as stage:
        screen = StageScreen(stage.window.ui, stage.clock)
        screen.show_scene(scenes()[at])
        found = []
        for language, size in product(LANGUAGES, ROOMS):
            stage.i18n.set_language(language)
            screen.resize(*size)
            found += [(language, size, text) for text in cut(screen)]
        assert found == []
        screen.deleteLater()


def test_the_room_welcomes_who_comes_and_counts_them(qapp: QApplication) -> None:
    with Stage("light", "zh_TW", (1366, 768)) as stage:
        stage.store.invite()
        wall = ArrivalsBackdrop(stage.window.shell, stage.api)
        changed: list[Scene] = []
        wall.changed.connect(lambda: changed.append(wall.scene()))
        wall.begin()
        stage.settle()
        before = wall.scene()
        assert isinstance(before, Arrivals)
        assert before.expected
        guest = next(one for one in stage.api.find_guests(party.PARTY, "王小明").rows)
        stage.api.sign_in_guest(party.PARTY, guest.id, AMY)
        wall._look()
        stage.settle()
        after = wall.scene()
        assert isinstance(after, Arrivals)
        assert after.event.en == "Friends and Neighbours", "of two events today, the one to which somebody came last"
        assert after.came > 0
        assert after.newest is not None
        assert after.newest.name != guest.name, "as the event shows names in a room"
        wall.rest()
        assert changed


def test_the_programme_is_the_event_s_in_order(qapp: QApplication) -> None:
    with Stage("light", "zh_TW", (1366, 768)) as stage:
        shown = ProgrammeBackdrop(stage.window.shell, stage.api)
        shown.begin()
        stage.settle()
        assert shown.scene() == Programme(LocalText("", "", "")), "no event today"
        stage.store.invite()
        shown._look()
        stage.settle()
        scene = shown.scene()
        assert isinstance(scene, Programme)
        assert [one.starts for one in scene.parts] == sorted(one.starts for one in scene.parts)
        shown.rest()


def test_signs_are_read_in_order_and_what_is_no_picture_is_passed_over(tmp_path: Path, qapp: QApplication) -> None:
    assert read_signs(tmp_path / "none") == ()
    for at in range(MOST_SIGNS + 2):
        _sign("red", 2_000 + at, 500).save(str(tmp_path / f"b{at:02}.png"))
    _sign("blue", 40, 80).save(str(tmp_path / "a.png"))
    (tmp_path / "a-broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno")
    (tmp_path / "notes.txt").write_text("thanks", encoding="utf-8")
    (tmp_path / "folder.png").mkdir()
    signs = read_signs(tmp_path)
    assert len(signs) == MOST_SIGNS
    assert (signs[0].width(), signs[0].height()) == (SIGN_PIXELS // 2, SIGN_PIXELS)
    assert max(signs[1].width(), signs[1].height()) == SIGN_PIXELS


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["王" * 24, "Maximiliane Freifrau von Hohenstein-Wittgenberg und zu Altenburg", "Ana"])
@pytest.mark.parametrize("number", [1, 4, 6])
def test_a_long_name_under_a_photo_is_read_from_far_away(name: str, number: int) -> None:
    frame, theme = Frame(1920, 1080), load_theme("light")
    brush, i18n = Brush(stage_skin(REAL), theme, "zh_TW", 12), I18n(theme, "zh_TW")
    for votes in (False, True):
        scene = PhotoWall(NAME, photos=(GuestPhoto(_sign("red"), name, 3),) * number, votes=votes)
        told = [part for part in photos(scene, frame, Showing(i18n, START)) if isinstance(part, Words)]
        laid = [brush.laid(part)[0] for part in told if part.text == name]
        assert len(laid) == number
        assert all(one.text() == name and one.font().pixelSize() >= 2.2 * frame.unit for one in laid)
