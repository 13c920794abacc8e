"""HQ's settings in a file of its data folder: `hq.toml`, one name and value a line. What it does not name is usual."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from pathlib import Path

from kiosk.hq.ports import HqSettings

FILE = "hq.toml"

_LEAST: dict[str, int] = {
    "connections": 16,
    "idle_s": 1,
    "body_s": 1,
    "body_rate": 1,
    "answer_piece_s": 1,
    "requests_of_device": 4,
    "bodies_of_device": 1 << 20,
    "bodies": 1 << 20,
    "enrolments_a_minute": 1,
    "challenges_a_minute": 1,
    "sessions_a_minute": 1,
    "lookups_a_minute": 1,
    "pages_a_minute": 1,
    "codes_a_minute": 1,
    "codes_of_phone_an_hour": 1,
    "codes_of_phone_a_day": 1,
    "codes_of_asker_an_hour": 1,
    "codes_of_address_an_hour": 1,
    "codes_of_invite_a_minute": 1,
    "invites_a_minute": 1,
    "draws_a_minute": 1,
    "guests_kept_days": 0,
    "points_letter_days": 0,
    "unconfirmed_coupons_a_day": 0,
    "wheel_lease_s": 60,
    "wheel_beacon_ahead_s": 3,
}
"""What may be set, and the least that makes sense."""
_MOST = 1 << 40


class SettingsFault(ValueError):
    """The file cannot be read, or names what is no setting; the text says where, on one line."""


def settings_of(folder: Path, *, behind_proxy: bool = False) -> HqSettings:
    """The settings in force for an HQ in `folder`. Raises SettingsFault."""
    file = folder / FILE
    usual = HqSettings(behind_proxy=behind_proxy)
    try:
        said = tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        return usual
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsFault(f"{file}: {getattr(error, 'strerror', None) or error}") from error
    known = {field.name for field in fields(HqSettings)}
    for name, value in said.items():
        if name not in _LEAST or name not in known:
            raise SettingsFault(f"{file}: unknown setting: {name!r}")
        if type(value) is not int or not _LEAST[name] <= value <= _MOST:
            raise SettingsFault(f"{file}: {name} is a whole number of at least {_LEAST[name]}")
    return replace(usual, **said)
