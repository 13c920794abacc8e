"""Which keys are kept from Windows."""

from __future__ import annotations

import pytest

from kiosk.adapters.lockdown.windows_keys import SystemKeys, belongs_to_windows

_TAB, _ESC, _F4, _SPACE, _A, _F9 = 0x09, 0x1B, 0x73, 0x20, 0x41, 0x78


@pytest.mark.parametrize(
    ("key", "alt", "control"),
    [
        (0x5B, False, False),
        (0x5C, False, False),
        (0x5D, False, False),
        (_TAB, True, False),
        (_ESC, True, False),
        (_ESC, False, True),
        (_F4, True, False),
        (_SPACE, True, False),
        (0xAC, False, False),  # the browser's home
        (0xB4, False, False),  # mail
    ],
)
def test_keys_of_windows_are_kept(key: int, alt: bool, control: bool) -> None:
    assert belongs_to_windows(key, alt=alt, control=control)


@pytest.mark.parametrize(
    ("key", "alt", "control"),
    [
        (_TAB, False, False),
        (_ESC, False, False),
        (_SPACE, False, False),
        (_A, False, False),
        (_A, True, True),  # AltGr
        (0x61, True, False),  # Alt and the number block: how some scanners type
        (0xDD, False, True),  # Ctrl ]: the separator of GS1 codes
        (_F9, False, True),
    ],
)
def test_what_customers_and_scanners_type_is_not(key: int, alt: bool, control: bool) -> None:
    assert not belongs_to_windows(key, alt=alt, control=control)


def test_held_and_released_as_often_as_a_station_comes_and_goes() -> None:
    keys = SystemKeys()
    held = keys.hold()
    assert keys.hold() is held
    keys.release()
    keys.release()
