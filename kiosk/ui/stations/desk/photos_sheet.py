"""Guests' photographs, one at a time: on the wall, or not. Those that nobody has looked at come first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.application.desk_api import DeskStationApi
from kiosk.application.guests.outcomes import PhotoView
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.documents.pictures import scaled, shape
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held, px
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, Pill, Text, row

PIXELS = 1_200
_TALL = 320


class OnePhoto(QWidget):
    """One picture, whole, as large as there is room."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui
        self._image: QImage | None = None
        held(self, least_height=140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(_TALL))

    def show_image(self, image: QImage | None, words: str) -> None:
        """Another one; `words`: for the ears."""
        self._image = image
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ui.theme.colour("camera"))
        if self._image is None:
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)


class PhotosSheet(Sheet):
    """Signals:
    refused(Refusal): whoever works here may not say.
    """

    refused = Signal(object)
    wide = True
    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, api: DeskStationApi, tasks: TaskRunner, event: str, actor: Staff) -> None:
        super().__init__(ui)
        self._api, self._tasks, self._event, self._actor = api, tasks, event, actor
        self.photos: tuple[PhotoView, ...] = ()
        self._photo = ""
        self._read = False
        self._writing = False
        gap = ui.theme.space["m"]
        self.head = Text("lead", wrap=True)
        self.picture = OnePhoto(ui)
        self.who = ElidedText("body")
        self.state = Pill()
        self.yes = Button("primary", "action", key="1")
        self.yes.setObjectName("photo_yes")
        self.no = Button("", "action", key="2")
        self.no.setObjectName("photo_no")
        self.before = Button("", "strong", key="←")
        self.after = Button("", "strong", key="→")
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.body.addWidget(self.head)
        self.body.addWidget(self.picture, 1)
        told = row(gap=gap)
        told.addWidget(self.who, 1)
        told.addWidget(self.state)
        self.body.addLayout(told)
        deeds = row(gap=gap)
        deeds.addWidget(self.before)
        deeds.addWidget(self.no, 1)
        deeds.addWidget(self.yes, 1)
        deeds.addWidget(self.after)
        self.body.addLayout(deeds)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self

    def begin(self) -> None:
        """Ask for them."""
        self._tasks.run(partial(self._api.photos, self._event), self._on_photos)

    @property
    def shown(self) -> PhotoView | None:
        """The one that is looked at."""
        return next((one for one in self.photos if one.photo == self._photo), None)

    @Slot(object)
    def _on_photos(self, found: tuple[PhotoView, ...]) -> None:
        first = not self._read
        self._read = True
        self.photos = tuple(sorted(found, key=lambda one: (one.shown is not None, not one.shown, one.at, one.photo)))
        if first or self.shown is None:
            self._look(self.photos[0].photo if self.photos else "")
        else:
            self.retranslate()

    def _look(self, photo: str) -> None:
        self._photo = photo
        self.picture.show_image(None, "")
        self.retranslate()
        if photo:
            self._tasks.run(partial(_read, self._api, self._event, photo), self._on_image)

    @Slot(object)
    def _on_image(self, found: tuple[str, QImage | None]) -> None:
        if found[0] == self._photo:
            self.picture.show_image(found[1], self.who.text())

    # --- the word ----------------------------------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:
        deeds = {
            Qt.Key.Key_1: self.yes,
            Qt.Key.Key_2: self.no,
            Qt.Key.Key_Left: self.before,
            Qt.Key.Key_Right: self.after,
        }
        button = deeds.get(Qt.Key(event.key()))
        if button is None or event.isAutoRepeat():
            return False
        button.click()
        return True

    @Slot()
    def _on_yes(self) -> None:
        self._judge(shown=True)

    @Slot()
    def _on_no(self) -> None:
        self._judge(shown=False)

    def _judge(self, *, shown: bool) -> None:
        if self.shown is not None and not self._writing:
            self._writing = True
            self._tasks.run(
                partial(self._api.judge_photo, self._event, self._photo, self._actor, shown=shown), self._on_judged
            )

    @Slot(object)
    def _on_judged(self, answer: PhotoView | Refusal | None) -> None:
        self._writing = False
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
            return
        gone = self._photo
        if answer is None:
            self.photos = tuple(one for one in self.photos if one.photo != gone)
        else:
            self.photos = tuple(answer if one.photo == gone else one for one in self.photos)
        waiting = next((one.photo for one in self.photos if one.shown is None), None)
        self._look(waiting or (gone if answer is not None else self.photos[0].photo if self.photos else ""))

    @Slot()
    def _on_before(self) -> None:
        self._turn(-1)

    @Slot()
    def _on_after(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        names = [one.photo for one in self.photos]
        if len(names) > 1 and self._photo in names:
            self._look(names[(names.index(self._photo) + by) % len(names)])

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        i18n, one = self.ui.i18n, self.shown
        self.title.setText(translate("Photos", "Guests’ photos"))
        self.close_button.say(translate("Sheet", "Close"))
        self.yes.say(translate("Photos", "On the wall"))
        self.no.say(translate("Photos", "Not on the wall"))
        self.before.say(translate("Photos", "Before"))
        self.after.say(translate("Photos", "Next"))
        waiting = sum(photo.shown is None for photo in self.photos)
        if waiting:
            self.head.setText(translate("Photos", "%n photo(s) wait. Is it one that everybody may see?", None, waiting))
        elif self.photos:
            self.head.setText(translate("Photos", "All have been looked at."))
        elif self._read:
            self.head.setText(translate("Photos", "Nobody has sent a photo yet. Guests do it on their ticket’s page."))
        else:
            self.head.setText("")
        for part in (self.picture, self.who, self.state, self.yes, self.no, self.before, self.after):
            part.setVisible(one is not None)
        if one is None:
            return
        name = one.name or translate("Photos", "a guest")
        self.who.setText(spaced(f"{name} · {i18n.time(one.at)}"))
        if one.shown is None:
            self.state.set("warn", translate("Photos", "waits"))
        elif one.shown:
            self.state.set("ok", translate("Photos", "%n vote(s)", None, one.votes))
        else:
            self.state.set("line", translate("Photos", "not shown"))
        for button in (self.before, self.after):
            button.setEnabled(len(self.photos) > 1)
        self.yes.setEnabled(one.shown is not True)
        self.no.setEnabled(one.shown is not False)


def _read(api: DeskStationApi, event: str, photo: str) -> tuple[str, QImage | None]:
    data = api.picture(event, photo)
    size = shape(data)
    if size is None:
        return photo, None
    part = min(1.0, PIXELS / max(size))
    return photo, scaled(data, max(1, round(size[0] * part)), max(1, round(size[1] * part)), dots=False)
