"""What the room sees of an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QImage

from kiosk.domain.documents.blocks import Frame
from kiosk.domain.texts import LocalText
from kiosk.ui.stage.scene import Scene


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who came. `name`: as the event shows it in a room, "" where it shows none; `honoured`: a guest of
    honour; `people`: with whom they came."""

    name: str
    seat: str = ""
    honoured: bool = False
    people: int = 1


@dataclass(frozen=True, slots=True)
class EventScene(Scene):
    """A scene of an event."""

    event: LocalText
    kept: Frame = Frame.NONE

    def season(self) -> Frame:
        return self.kept


@dataclass(frozen=True, slots=True)
class Arrivals(EventScene):
    """Who is welcomed now, and who came before, the newest first. `came`, `expected`: people; 0 expected: nobody
    counted on anybody."""

    came: int = 0
    expected: int = 0
    newest: Came | None = None
    before: tuple[Came, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """A part of the evening. Instants are aware."""

    name: LocalText
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Programme(EventScene):
    """What goes on and what comes. `zone`: IANA, whose clock is shown."""

    parts: tuple[ProgrammePart, ...] = ()
    zone: str = "UTC"


@dataclass(frozen=True, slots=True, eq=False)
class Sponsors(EventScene):
    """Signs of those who are to be thanked."""

    signs: tuple[QImage, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class GuestPhoto:
    """A photograph of a guest. `name`: as the event shows it in a room, "" where it shows none."""

    image: QImage
    name: str
    votes: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class PhotoWall(EventScene):
    """Photographs that somebody let through, in the order in which they are shown. `votes`: guests vote for them;
    `leading`: how many votes the most liked one has."""

    photos: tuple[GuestPhoto, ...] = ()
    votes: bool = False
    leading: int = 0
