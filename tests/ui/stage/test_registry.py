"""The big screen takes whatever scene has its kind: pages turn, what moves comes to rest, pictures keep their shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout import draw_states
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n
from kiosk.ui.stage import registry
from kiosk.ui.stage.backdrop import Backdrop
from kiosk.ui.stage.draws import scenes
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.kinds import Kind, Showing, Stand
from kiosk.ui.stage.parts import Brush, Ground, Part, Photo, Words
from kiosk.ui.stage.scene import Poster, Scene
from kiosk.ui.stage.screen import StageScreen
from kiosk.ui.stage.skin import REAL, stage_skin
from kiosk.ui.stations.stage.wheel_wins import WheelWinsBackdrop
from kiosk.ui.theme import load_theme
from tests.fakes import ManualClock
from tests.ui.stage.conftest import MakeConsole
from tests.ui.stage.test_stage_screens import cut


@dataclass(frozen=True, slots=True)
class Arrivals(Scene):
    """A scene as another capability would add it."""

    names: tuple[str, ...]
    fresh: bool = False


class Slide:
    """A gold area that goes from left to right."""

    ends = 400

    def __init__(self, stand: Stand) -> None:
        self._brush, self.area = stand.brush, QRectF(stand.frame.middle)

    def landed(self, elapsed: int) -> int:
        return int(elapsed >= self.ends)

    def paint(self, painter: QPainter, elapsed: int) -> None:
        left = self.area.left() + self.area.width() * 0.8 * elapsed / self.ends
        self._brush.paint(painter, Ground(QRectF(left, self.area.top(), 20, 20), "gold"))


def _parts(scene: Arrivals, frame: Frame, showing: Showing) -> Iterator[Part]:
    yield Words(scene.names[showing.page], frame.middle, frame.unit * 9)


KIND = Kind(
    Arrivals,
    _parts,
    pages=lambda scene: len(scene.names),
    moves=lambda scene: scene.fresh,
    moving=lambda _, stand: Slide(stand),
)


@pytest.fixture
def arrivals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry._BY_SCENE, Arrivals, KIND)


@pytest.fixture
def ui(qapp: QApplication) -> Ui:
    theme = load_theme("light")
    return Ui(theme, I18n(theme, "zh_TW"))


def test_every_scene_of_a_draw_has_its_kind() -> None:
    known = {kind.scene for kind in registry.KINDS}
    drawn = [one for one in vars(scenes).values() if isinstance(one, type) and issubclass(one, Scene)]
    assert {*drawn} - {Scene, scenes.DrawScene} <= known


@pytest.mark.usefixtures("arrivals")
def test_a_scene_of_somebody_elses_moves_and_comes_to_rest(ui: Ui) -> None:
    clock = ManualClock()
    screen = StageScreen(ui, clock)
    screen.resize(640, 360)
    told: list[object] = []
    screen.landed.connect(told.append)
    screen.settled.connect(lambda: told.append("settled"))
    screen.show_scene(Arrivals(("王*明", "林*", "陳*麗"), fresh=True))
    assert rolling(screen)
    before = screen.grab().toImage()
    clock.advance(100)
    screen._on_frame()
    assert screen.grab().toImage() != before
    clock.advance(1_000)
    screen._on_frame()
    assert told == [1, "settled"]
    assert not rolling(screen)
    screen.turn(-1)
    assert screen.page == 2
    screen.show_scene(Arrivals(("王*明", "林*")))
    assert screen.page == 1, "a page that is there no more gives way to the last one"
    screen.show_scene(Poster("尾牙"))
    assert screen.page == 0
    screen.deleteLater()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("whole", [False, True])
def test_pictures_keep_their_shape(ui: Ui, whole: bool) -> None:
    photo = QImage(400, 100, QImage.Format.Format_RGB32)
    photo.fill(QColor("red"))
    shown = QImage(100, 100, QImage.Format.Format_RGB32)
    shown.fill(QColor("white"))
    painter = QPainter(shown)
    Brush(stage_skin(REAL), ui.theme, "en", 4).paint(painter, Photo(photo, QRectF(0, 0, 100, 100), whole=whole))
    painter.end()
    assert shown.pixelColor(50, 50) == QColor("red")
    assert shown.pixelColor(50, 5) == (QColor("white") if whole else QColor("red"))


def rolling(screen: StageScreen) -> bool:
    return screen.rolling


def seen(stage: Stage) -> Scene:
    return stage.big.big.scene


class Wall(Backdrop):
    def __init__(self) -> None:
        super().__init__()
        self.shown = False
        self.names: tuple[str, ...] = ("王*明",)

    def word(self) -> str:
        return "Arrivals"

    def scene(self) -> Scene:
        return Arrivals(self.names)

    def begin(self) -> None:
        self.shown = True

    def rest(self) -> None:
        self.shown = False


@pytest.mark.usefixtures("arrivals")
def test_between_draws_the_room_sees_what_the_console_chooses(make_console: MakeConsole) -> None:
    from kiosk.demo import stage_states

    stage = make_console(LANGUAGES[-1])
    wall = Wall()
    stage.big._backdrops = (wall,)
    wall.changed.connect(stage.big._paint)
    stage_states._signed_in(stage)
    assert isinstance(seen(stage), Poster)
    stage.big.next_backdrop()
    begun = wall.shown
    assert begun
    wall.names = ("王*明", "林*")
    wall.changed.emit()
    assert seen(stage) == Arrivals(("王*明", "林*"))
    stage_states.frozen(stage)
    assert isinstance(seen(stage), scenes.ListFixed), "a draw comes first"
    stage.big.leave_draw()
    assert isinstance(seen(stage), Arrivals)
    stage.big.next_backdrop()
    assert isinstance(seen(stage), Poster)
    assert not wall.shown


def test_what_was_won_at_the_wheel_is_on_the_board_masked_and_in_pages(qapp: QApplication) -> None:
    with Stage("light", "zh_TW", (1366, 768)) as stage:
        draw_states._won(stage)
        (won,) = stage.api.recent_winners()
        wheel = WheelWinsBackdrop(stage.window.shell, stage.api)
        assert wheel.scene() == scenes.WheelWins(())
        wheel.begin()
        stage.settle()
        shown = wheel.scene()
        assert isinstance(shown, scenes.WheelWins)
        assert shown.wins == (scenes.WheelWin("陳*麗", won.prize, won.amount),)
        wheel.rest()
        many = replace(shown, wins=shown.wins * 30)
        screen = StageScreen(stage.window.ui, stage.clock)
        for size in ((1920, 1080), (1024, 768), (2560, 1080)):
            for language in LANGUAGES:
                stage.i18n.set_language(language)
                screen.resize(*size)
                for scene in (scenes.WheelWins(()), many):
                    screen.show_scene(scene)
                    assert cut(screen) == []
        screen.turn(-1)
        assert screen.page == 2
        screen.deleteLater()
