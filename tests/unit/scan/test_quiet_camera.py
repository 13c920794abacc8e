"""A log that cannot be made quiet is not a lost camera."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from kiosk.adapters.scan.frames import _quieten


@pytest.mark.parametrize("cv2", [SimpleNamespace(), SimpleNamespace(utils=SimpleNamespace())])
def test_an_opencv_without_such_a_setting_is_left_as_it_is(cv2: SimpleNamespace) -> None:
    _quieten(cv2)


def test_the_one_that_is_installed_says_only_what_is_fatal() -> None:
    import cv2

    _quieten(cv2)
    assert cv2.utils.logging.getLogLevel() == cv2.utils.logging.LOG_LEVEL_FATAL
