"""Cameras and scanners as the shell hears of them: what is the matter with one is said, whatever the station."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.domain.scan.events import CameraStatus, Outline
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.scan.keyboard_layouts import LayoutMixup
from kiosk.ui.i18n import translate
from kiosk.ui.shell.messages import Level, Messages
from kiosk.ui.shell.sounds import Sound, Speaker
from kiosk.ui.words.mixups import mixup_words


class Devices(QObject):
    """Lives in the GUI thread; other threads come in through the slots.

    Signals:
        camera_changed(CameraStatus): what the camera is doing now.
        seen(QImage, Outline | None): the newest frame, `outline` in pixels of that image; None when no code is in it.
        hinted(ScanHint | None): what would help a code that the camera sees and cannot read yet.
    """

    camera_changed = Signal(object)
    seen = Signal(QImage, object)
    hinted = Signal(object)

    def __init__(self, messages: Messages, speaker: Speaker) -> None:
        super().__init__()
        self._messages, self._speaker = messages, speaker
        self.camera: CameraStatus | None = None
        """What the camera was said to be doing last."""
        self._serial: CameraStatus | None = None
        self._advised: set[bool] = set()

    @Slot(object)
    def on_layout_mixup(self, mixup: LayoutMixup) -> None:
        """A handheld scanner and the computer disagree about the keyboard; a repaired scan follows by itself."""
        if mixup.repaired is None:
            self._speaker.play(Sound.ATTENTION)
        level = Level.ATTENTION if mixup.repaired is None else Level.INFO
        self._messages.notice(lambda: mixup_words(mixup), level)

    @Slot(object)
    def on_camera_status(self, status: CameraStatus) -> None:
        """What the camera is doing."""
        before, self.camera = self.camera, status
        self.camera_changed.emit(status)
        if status is CameraStatus.LOST and before is not status:
            self._speaker.play(Sound.ATTENTION)
            self._messages.notice(
                lambda: translate(
                    "Notice",
                    "The camera shows nothing. Check cable and lens, use the scanner; it comes back.",
                ),
                Level.ATTENTION,
            )

    @Slot(object)
    def on_serial_status(self, status: CameraStatus) -> None:
        """What the serial scanner is doing."""
        before, self._serial = self._serial, status
        if status is CameraStatus.LOST and before is not status:
            self._speaker.play(Sound.ATTENTION)
            self._messages.notice(
                lambda: translate("Notice", "The serial scanner is gone: check its cable. It comes back by itself."),
                Level.ATTENTION,
            )
        elif status is CameraStatus.READY and before is CameraStatus.LOST:
            self._messages.notice(lambda: translate("Notice", "The serial scanner is back."))

    def advise_update(self, *, manager: bool = False) -> None:
        """HQ wrote something that this program cannot read: told once to who is there, and once to a `manager`, who can
        have something done."""
        if manager in self._advised:
            return
        self._advised.add(manager)
        self._messages.notice(
            lambda: translate(
                "Notice", "HQ sent something that this program does not know. Ask IT to update this terminal."
            ),
            Level.ATTENTION,
        )

    @Slot(QImage, object)
    def on_preview(self, image: QImage, outline: Outline | None) -> None:
        """The newest frame, `outline` in pixels of that image; None when no code is in it."""
        self.camera = CameraStatus.READY
        self.seen.emit(image, outline)

    @Slot(object)
    def on_hint(self, hint: ScanHint | None) -> None:
        """What would help a code that the camera sees and cannot read yet."""
        self.hinted.emit(hint)
