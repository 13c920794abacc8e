"""What is said to whoever holds a phone to the camera."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.domain.scan.events import CameraStatus
from kiosk.domain.scan.hints import ScanHint
from kiosk.ui.stations.selfservice.guidance import Guide, Hint, of_outline
from kiosk.ui.stations.selfservice.viewfinder import hint_words

WIDTH, HEIGHT = 640, 360


def picture(value: int) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    return np.full((HEIGHT, WIDTH), value, np.uint8)


def square(left: float, top: float, side: float) -> tuple[tuple[float, float], ...]:
    return ((left, top), (left + side, top), (left + side, top + side), (left, top + side))


@pytest.mark.parametrize(
    ("outline", "hint"),
    [
        (square(260, 120, 120), Hint.SEEN),
        (square(300, 160, 40), Hint.CLOSER),
        (square(0, 60, 250), Hint.AWAY),
        (((200, 100), (400, 140), (400, 220), (200, 260)), Hint.TILT),
        (square(300, 100, 0), Hint.HOLD_UP),
    ],
)
def test_a_codes_place_says_what_to_do(outline: tuple[tuple[float, float], ...], hint: Hint) -> None:
    assert of_outline(outline, WIDTH, HEIGHT) is hint  # type: ignore[arg-type]  # four corners


def test_without_a_code_the_picture_says_it() -> None:
    guide = Guide()
    assert guide.look(picture(5), None) is Hint.BRIGHTER
    guide.forget()
    assert guide.look(picture(120), None) is Hint.HOLD_UP
    assert guide.look(picture(160), None) is Hint.HOLD_STILL
    assert guide.look(picture(160), None) is Hint.HOLD_UP
    glaring = picture(120)
    glaring[:, : WIDTH // 4] = 255
    assert guide.look(glaring, None) is Hint.TILT


@pytest.mark.parametrize("status", [CameraStatus.LOST, CameraStatus.NONE])
def test_without_a_camera_another_way_is_told(status: CameraStatus, qapp: object) -> None:
    assert hint_words(Hint.SEEN, status) != hint_words(Hint.SEEN, CameraStatus.READY)


@pytest.mark.parametrize("hint", ScanHint)
def test_what_whoever_decodes_says_can_be_said_to_a_customer(hint: ScanHint, qapp: object) -> None:
    assert hint_words(Hint(hint.value), CameraStatus.READY)
