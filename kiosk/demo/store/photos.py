"""Photographs that guests of the demo's party sent: lanterns over hills, made of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

import cv2
import numpy as np

from kiosk.demo.store.clock import NOW
from kiosk.demo.store.party import PARTY
from kiosk.domain.guests.event import Mask
from kiosk.domain.guests.stage_names import stage_name
from kiosk.protocol.rows import PhotoMarkRow, PhotoRow

_SENT = (("王小明", 12, True), ("吳曉梅", 31, True), ("Wendy X. Ma", 7, True), ("周柏宇", 0, True), ("林大同", 0, None))
"""Whose, how many votes, and whether somebody let it through."""


@lru_cache(maxsize=8)
def photograph(number: int, wide: int = 720, high: int = 540) -> bytes:
    """JPEG."""
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    sky = np.stack([90 + 80 * y / high, 60 + 90 * y / high, 40 + 20 * number + 120 * y / high], axis=-1)
    for at in range(5):
        middle = (wide * (0.12 + 0.19 * at), high * (0.2 + 0.07 * ((at * 3 + number) % 4)))
        near = np.exp(-((x - middle[0]) ** 2 + (y - middle[1]) ** 2) / (2 * 26.0**2))[..., None]
        sky = sky * (1 - near) + np.array([60, 140, 250], np.float32) * near
    hills = y > high * 0.72 + 40 * np.sin((x + 130 * number) / 97.0)
    sky[hills] = (52, 74 + 9 * number, 32)
    return bytes(cv2.imencode(".jpg", np.clip(sky, 0, 255).astype(np.uint8))[1].tobytes())


def rows() -> Iterator[tuple[str, str, PhotoRow | PhotoMarkRow]]:
    """What HQ tells of them: subject, id and row."""
    for at, (name, votes, shown) in enumerate(_SENT):
        photo = f"{at + 1:032x}"
        sent = NOW - timedelta(minutes=9 - at)
        row = PhotoRow(PARTY, photo, stage_name(name, Mask.MASKED), sent, photograph(at))
        yield "photos", f"{PARTY}/{photo}", row
        stamp = "" if shown is None else f"{at + 1:x}"
        yield "photo_marks", f"{PARTY}/{photo}", PhotoMarkRow(PARTY, photo, votes, shown, stamp, "hq" if stamp else "")
