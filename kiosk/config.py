"""Settings of one installation: a TOML file, overridden by KIOSK_… environment variables. Frozen, passed in.

The file is `kiosk.toml` in the configuration folder (platformdirs) or the one named by KIOSK_CONFIG or --config.
Unknown names and values of the wrong kind are errors, so that a slip of the pen is not ignored.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

from kiosk.domain.stations import StationRole

PROGRAM = "kiosk"


_ESCAPED = frozenset({"scanner_prefix", "scanner_suffix", "serial_prefix", "serial_suffix"})
"""Settings in which "\\n", "\\t", "\\x03" stand for the characters they name."""


PARITIES = ("none", "even", "odd", "mark", "space")


class ConfigError(ValueError):
    """The settings cannot be read; the text says which line or name. `code` is stable, as the faults' are."""

    code = "config_error"


def _data_dir() -> Path:
    return Path(platformdirs.user_data_dir(PROGRAM, appauthor=False))


def _secret_dir() -> Path:
    return Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)) / "secret"


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be set.

    data_dir: ledger, reference data, backups, receipts. secret_dir: where a key file's machine secret lies, outside of
    data_dir. station: what the terminal is (checkout, journal), until a manager changes it. camera: index, device
    path, video file, picture or folder; "" for none. serial_port: of a serial scanner, "" for none; serial_baud,
    serial_parity (none, even, odd, mark, space), serial_data_bits, serial_stop_bits: how its line is set;
    serial_prefix, serial_suffix: what it sends around a code ("" behind: CR, LF, Tab, ETX or a pause). scanner_gap_ms,
    scanner_length, scanner_prefix, scanner_suffix: how a handheld scanner types (`kiosk scanner learn` finds them;
    "\\n" is Enter, "\\t" Tab). language: zh_TW, zh_CN,
    en or "" for the system's. theme: light, dark. idle_lock_s: 0 for never. ca_bundle: path of a CA file for HQ's
    certificate, "" for the usual ones. void_minutes, void_limit: what a clerk may void alone (minutes since the sale;
    minor units of its amount). backups_dir: where the daily backups go, "" for a folder beside the ledger; another disk
    is better. till_port: of the till bridge on 127.0.0.1, 0 for none. till_drop: the folder of its file
    variant, "" for none (docs/till-bridge.md).
    """

    data_dir: Path
    secret_dir: Path
    station: str = StationRole.CHECKOUT.value
    camera: str = "0"
    serial_port: str = ""
    serial_baud: int = 9600
    serial_parity: str = "none"
    serial_data_bits: int = 8
    serial_stop_bits: int = 1
    serial_prefix: str = ""
    serial_suffix: str = ""
    scanner_gap_ms: int = 120
    scanner_length: int = 12
    scanner_prefix: str = ""
    scanner_suffix: str = "\n"
    language: str = ""
    theme: str = "light"
    sounds: bool = True
    idle_lock_s: int = 180
    ca_bundle: str = ""
    void_minutes: int = 15
    void_limit: int = 500_000
    backups_dir: str = ""
    till_port: int = 0
    till_drop: str = ""

    @property
    def ledger_path(self) -> Path:
        """ledger.db"""
        return self.data_dir / "ledger.db"

    @property
    def reference_path(self) -> Path:
        """ref.db"""
        return self.data_dir / "ref.db"

    @property
    def backups_path(self) -> Path:
        """Where the daily backups go."""
        return Path(self.backups_dir).expanduser() if self.backups_dir else self.data_dir / "backups"

    @property
    def receipts_dir(self) -> Path:
        """Where receipts are saved."""
        return self.data_dir / "receipts"


def load(path: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in force. Raises ConfigError."""
    environment = os.environ if environment is None else environment
    named = path or (Path(environment["KIOSK_CONFIG"]) if environment.get("KIOSK_CONFIG") else None)
    file = settings_file(path, environment)
    values: dict[str, Any] = {}
    if named is not None or file.exists():
        try:
            values = tomllib.loads(file.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(f"{file}: {error}") from error
    for field in fields(Settings):
        variable = f"KIOSK_{field.name.upper()}"
        if variable in environment:
            values[field.name] = environment[variable]
    return _settings(values)


def settings_file(path: Path | None, environment: Mapping[str, str]) -> Path:
    """Where the settings are, whether or not there are any yet."""
    named = path or (Path(environment["KIOSK_CONFIG"]) if environment.get("KIOSK_CONFIG") else None)
    return named or Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)) / "kiosk.toml"


def store_values(file: Path, values: Mapping[str, str]) -> None:
    """Write values (as TOML has them) into a settings file; every other line of it stays."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    lines = [line for line in lines if line.partition("=")[0].strip() not in values]
    lines += [f"{name} = {value}" for name, value in values.items()]
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(file.name + ".new")
    fresh.write_text("\n".join(lines) + "\n", "utf-8")
    fresh.replace(file)


def with_data_dir(settings: Settings, folder: Path) -> Settings:
    """The same settings for another data folder; its secret lies beside it, not in it."""
    return replace(settings, data_dir=folder, secret_dir=folder.with_name(folder.name + "-secret"))


def defaults() -> Settings:
    """The settings where nothing is set: what a page about unreadable settings is shown with."""
    return Settings(_data_dir(), _secret_dir())


def _settings(values: Mapping[str, Any]) -> Settings:
    known = {field.name for field in fields(Settings)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise ConfigError(f"unknown setting: {', '.join(unknown)}")
    usual = defaults()
    made = replace(usual, **{name: _of_kind(name, value, getattr(usual, name)) for name, value in values.items()})
    if not 0 <= made.till_port <= 65_535:
        raise ConfigError(f"till_port: {made.till_port} is no port")
    if made.serial_parity not in PARITIES:
        raise ConfigError(f"serial_parity: {made.serial_parity!r} is none of {', '.join(PARITIES)}")
    for name, value, allowed in (
        ("serial_baud", made.serial_baud, range(50, 4_000_001)),
        ("serial_data_bits", made.serial_data_bits, (7, 8)),
        ("serial_stop_bits", made.serial_stop_bits, (1, 2)),
    ):
        if value not in allowed:
            raise ConfigError(f"{name}: {value} is nothing a serial line can be set to")
    if made.station not in tuple(StationRole):
        raise ConfigError(f"station: {made.station!r} is none of {', '.join(StationRole)}")
    return made


def _of_kind(name: str, value: Any, default: Any) -> Any:
    """`value` as the kind of `default`; environment variables are text."""
    if isinstance(default, Path):
        return Path(str(value)).expanduser()
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
        if str(value).lower() in ("1", "true", "yes", "on", "0", "false", "no", "off"):
            return str(value).lower() in ("1", "true", "yes", "on")
    elif isinstance(default, int):
        if str(value).lstrip("-").isdecimal():
            return int(value)
    elif isinstance(value, str):
        return value.encode().decode("unicode_escape") if name in _ESCAPED else value
    raise ConfigError(f"{name}: {value!r} is not understood")
