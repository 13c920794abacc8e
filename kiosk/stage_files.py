"""Files of the stage: lists of people that are read, published draws that are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.files import read_whole, write_whole

MOST_SIGNS = 36
MOST_PICTURES, PICTURE_PIXELS, CLIP_PIXELS = 12, 1_600, 960
"""Of the attract loop, as they are kept to be shown: 60 MB at most. A clip's frames stay packed."""
SIGN_PIXELS = 900
"""The longer side of a sponsor's sign, as it is kept to be shown."""

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from kiosk.domain.progress import Progress
    from kiosk.ui.stations.stage.settings import ListRead


def read_people(file: Path, currency: str, progress: Progress | None = None) -> ListRead:
    """The people of a list, each once with all their tickets; whatever is in the file, the answer says so.
    `currency`: the store's, which tells where a phone number without a country is dialled. Raises Cancelled."""
    from kiosk.adapters.lists.apart import read_book_apart
    from kiosk.application.draws.stage_outcomes import Entrant
    from kiosk.domain.lists.book import UnreadableList
    from kiosk.domain.lists.entrants import Repeated, entrants
    from kiosk.domain.lists.understand import understand
    from kiosk.domain.registration.phones import country_of
    from kiosk.ui.stations.stage.settings import ListRead

    try:
        understood = understand(read_book_apart(file, progress), home=country_of(currency), progress=progress)
    except UnreadableList as unreadable:
        return ListRead(trouble=unreadable.trouble.value)
    except OSError:
        return ListRead(trouble="not_a_list")
    left_out, doubts = len(understood.left_out), sum(understood.doubts().values())
    people = tuple(Entrant(one.name, one.phone, one.tickets) for one in entrants(understood, Repeated.ADD))
    return ListRead(people, sum(one.tickets for one in people), left_out, doubts)


def read_signs(folder: Path) -> tuple[QImage, ...]:
    """Pictures (PNG, JPEG) in a folder in the order of their names; what is none is passed over."""
    return tuple(image for _name, image in read_pictures(folder, MOST_SIGNS, SIGN_PIXELS))


def read_shown(folder: Path) -> list[tuple[str, QImage]]:
    """Pictures and clips (`ui.customer.clips`) of the attract loop, each with the name of its file."""
    from kiosk.ui.customer.clips import clip

    return [
        (name, clip(data, image, CLIP_PIXELS)) for name, image, data in _read(folder, MOST_PICTURES, PICTURE_PIXELS)
    ]


def read_pictures(folder: Path, most: int, pixels: int) -> list[tuple[str, QImage]]:
    """At most so many of them, each with the name of its file; `pixels`: of the longer side."""
    return [(name, image) for name, image, _data in _read(folder, most, pixels)]


def _read(folder: Path, most: int, pixels: int) -> list[tuple[str, QImage, bytes]]:
    from kiosk.ui.documents.pictures import MOST_BYTES, scaled, shape

    found: list[tuple[str, QImage, bytes]] = []
    try:
        files = sorted(one for one in folder.iterdir() if one.is_file())
    except OSError:
        return []
    for file in files:
        try:
            data = read_whole(file, MOST_BYTES)
        except OSError:
            continue
        size = shape(data)
        if size is None:
            continue
        part = pixels / max(size)
        image = scaled(data, max(1, round(size[0] * part)), max(1, round(size[1] * part)), dots=False)
        if image is not None:
            found.append((file.stem, image, data))
            if len(found) == most:
                break
    return found


def save_published(folder: Path, name: str, data: bytes) -> Path:
    """A published draw with the page that checks it beside it, whole or not at all. OSError when it cannot be."""
    from kiosk import paths
    from kiosk.protocol.draws.verifier import NAME, html

    write_whole(folder / NAME, html(paths.resources() / "verifier"), private=False)
    write_whole(folder / name, data, private=False)
    return folder / name
