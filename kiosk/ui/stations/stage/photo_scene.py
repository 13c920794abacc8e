"""Between draws: the photographs that guests sent, and that somebody let through, with their votes as they come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage

from kiosk.application.guests.api import DeskApi
from kiosk.application.guests.outcomes import PhotoView
from kiosk.domain.guests.event import Event
from kiosk.ui.documents.pictures import scaled, shape
from kiosk.ui.i18n import translate
from kiosk.ui.shell.station import Shell
from kiosk.ui.stage.guests.photo_layout import MOST
from kiosk.ui.stage.guests.scenes import GuestPhoto, PhotoWall
from kiosk.ui.stage.scene import Scene
from kiosk.ui.stations.stage.event_scenes import EventBackdrop, of_today

PIXELS = 900
"""The longer side of a picture as it is kept to be shown."""


@dataclass(frozen=True, slots=True)
class Wall:
    """Photographs in the order in which they are shown, and their pictures."""

    event: Event | None = None
    photos: tuple[PhotoView, ...] = ()


class PhotoBackdrop(EventBackdrop):
    """The wall. What HQ told of it is here, so it goes on without HQ."""

    def __init__(self, shell: Shell, api: DeskApi) -> None:
        super().__init__(shell, api)
        self._wall = Wall()
        self._images: dict[str, QImage] = {}

    def word(self) -> str:
        return translate("Footer", "Photos")

    def scene(self) -> Scene:
        event = self._wall.event
        if event is None:
            return PhotoWall(self._seen.name, self._season)
        shown = [(one, self._images[one.photo]) for one in self._wall.photos if one.photo in self._images]
        photos = tuple(GuestPhoto(image, one.name, one.votes) for one, image in shown)
        votes = event.photos is not None and event.photos.votes
        leading = max((one.votes for one in photos), default=0)
        return PhotoWall(event.names, self._season, photos, votes, leading)

    @Slot()
    def _look(self) -> None:
        self._shell.tasks.run(partial(_look_at, self._api, frozenset(self._images)), self._on_wall)

    @Slot(object)
    def _on_wall(self, found: tuple[Wall, Mapping[str, QImage]]) -> None:
        wall, images = found
        if wall == self._wall and not images:
            return
        there = {one.photo for one in wall.photos}
        self._wall = wall
        self._images = {name: image for name, image in {**self._images, **images}.items() if name in there}
        self.changed.emit()


def in_turn(photos: tuple[PhotoView, ...]) -> tuple[PhotoView, ...]:
    """Those that may be seen: the liked ones first, and of many others the newest."""
    seen = [one for one in photos if one.shown]
    liked = sorted(seen, key=lambda one: (-one.votes, one.at, one.photo))[: MOST // 2]
    there = {one.photo for one in liked}
    others = [one for one in reversed(seen) if one.photo not in there]
    return (*liked, *others[: MOST - len(liked)])


def _look_at(api: DeskApi, known: frozenset[str]) -> tuple[Wall, Mapping[str, QImage]]:
    event = of_today(api, lambda one: one.photos is not None)
    if event is None:
        return Wall(), {}
    photos = in_turn(api.photos(event.id))
    images: dict[str, QImage] = {}
    for one in photos:
        image = _image(api.picture(event.id, one.photo)) if one.photo not in known else None
        if image is not None:
            images[one.photo] = image
    return Wall(event, photos), images


def _image(data: bytes) -> QImage | None:
    size = shape(data)
    if size is None:
        return None
    part = min(1.0, PIXELS / max(size))
    return scaled(data, max(1, round(size[0] * part)), max(1, round(size[1] * part)), dots=False)
