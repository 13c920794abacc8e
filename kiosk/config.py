"""Settings of one installation: a TOML file, overridden by KIOSK_… environment variables. Frozen, passed in.

The file is `kiosk.toml` in the configuration folder (platformdirs) or the one named by KIOSK_CONFIG or --config.
Unknown names, values of the wrong kind and values that make no sense are errors, so that a slip of the pen is not
ignored; of variables, which other programs have too, those whose names are nearly one of ours. What each setting may be
is said in one place, `_ALLOWED`.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import platformdirs

from kiosk.domain.draws.keeping import NAMES_DAYS
from kiosk.domain.lan.addresses import read_addresses
from kiosk.domain.lockdown.hours import HoursError, read_hours
from kiosk.domain.stations import StationRole
from kiosk.domain.texts import LANGUAGES
from kiosk.files import read_whole, write_whole

PROGRAM = "kiosk"


LEARNED = ("scanner_gap_ms", "scanner_length", "scanner_prefix", "scanner_suffix", "scanner_enter_ms")
"""What a learning scan finds. Learned at the terminal, it is in force even where the environment says otherwise:
somebody held this scanner in their hand."""
_ESCAPED = frozenset({"scanner_prefix", "scanner_suffix", "serial_prefix", "serial_suffix"})
"""Settings in which "\\n", "\\t", "\\x03" stand for the characters they name."""

PARITIES = ("none", "even", "odd", "mark", "space")

POLE_PROTOCOLS = ("escpos", "cd5220")
POLE_CODE_PAGES = ("ascii", "gb18030", "big5")

_NO_SETTINGS = frozenset({"KIOSK_CONFIG", "KIOSK_WITH_DEMO", "KIOSK_WATCHED_BY", "KIOSK_WATCHED_FROM"})
"""Variables of ours that say something else."""

THEMES = ("light", "dark")
"""The skins that come with the program (`kiosk.ui.theme` paints the same)."""


class ConfigError(ValueError):
    """The settings cannot be read; the text says which file and line, or which name, in one line. `code` is stable, as
    the faults' are."""

    code = "config_error"


def _data_dir() -> Path:
    return Path(platformdirs.user_data_dir(PROGRAM, appauthor=False))


def _secret_dir() -> Path:
    return Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)) / "secret"


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be set.

    data_dir: ledger, reference data, backups, receipts. secret_dir: where a key file's machine secret lies, outside of
    data_dir. station: checkout, journal, self_service or stage, until a manager changes it. camera: index, device
    path, video file, picture or folder; "" for none. serial_port: of a serial scanner, "" for none; serial_baud,
    serial_parity (none, even, odd, mark, space), serial_data_bits, serial_stop_bits: how its line is set;
    serial_prefix, serial_suffix: what it sends around a code ("" behind: CR, LF, Tab, ETX or a pause). scanner_gap_ms,
    scanner_length, scanner_prefix, scanner_suffix, scanner_enter_ms: how a handheld scanner types (`kiosk scanner
    learn` finds them; "\\n" is Enter, "\\t" Tab). scanner_learned: the terminal learned them, and they are in force
    whatever the environment says. language: zh_TW, zh_CN, en or "" for the system's. theme: light,
    dark. idle_lock_s: 0 for never. ca_bundle: path of a CA file for HQ's
    certificate, "" for the usual ones. plain_http: HQ may be reached without TLS where it is another machine, which the
    screen then says. void_minutes, void_limit: what a clerk may void alone (minutes since the sale;
    minor units of its amount). slips_by_clerks: clerks key in paper slips, too, not managers alone. backups_dir: where
    the daily backups go, "" for a folder beside the ledger; another disk is better. till_port: of the till bridge on
    127.0.0.1, 0 for none. till_drop: the folder of its file variant, "" for none (docs/till-bridge.md).
    customer_screen: which screen shows the customer what is to be paid: "auto" for the first that is not the clerk's,
    the name of one, "" for none. pole_port: serial port of a pole display, "" for none; pole_baud, pole_protocol
    (escpos, cd5220), pole_code_page (ascii, gb18030, big5): how it is set. Of a station for customers: screen: the name
    of the screen that it fills, "" for the first; lock_down: it fills that, and only a manager leaves it;
    opening_hours: when it is bright, as `domain/lockdown/hours.py` reads it, "" for always. watched: `kiosk run` is a
    watchdog with the station as its child. Of a desk at an event: lan: it speaks to the store's other desks over the
    local network, without HQ; lan_port: where others call it, 0 for any that is free; lan_host: on which of its
    addresses, "" for all; lan_peers: where others are, where they do not find each other by themselves (addresses
    parted by commas, as "10.0.0.7, desk2.local:47800"); lan_discovery: they look for each other by multicast.
    Of a stage: draw_names_days: how long names on the lists of its draws are kept after their last step.
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
    scanner_enter_ms: int = 27
    scanner_learned: bool = False
    language: str = ""
    theme: str = "light"
    sounds: bool = True
    speech: bool = True
    idle_lock_s: int = 180
    ca_bundle: str = ""
    plain_http: bool = False
    void_minutes: int = 15
    void_limit: int = 500_000
    backups_dir: str = ""
    slips_by_clerks: bool = True
    till_port: int = 0
    till_drop: str = ""
    customer_screen: str = ""
    pole_port: str = ""
    pole_baud: int = 9600
    pole_protocol: str = "escpos"
    pole_code_page: str = "ascii"
    screen: str = ""
    lock_down: bool = True
    opening_hours: str = ""
    watched: bool = False
    lan: bool = True
    lan_port: int = 47_800
    lan_host: str = ""
    lan_peers: str = ""
    lan_discovery: bool = True
    draw_names_days: int = NAMES_DAYS

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
    values: dict[str, tuple[str, Any]] = {}
    if named is not None or file.exists():
        values = {name: (f"{file}: {name}", value) for name, value in _read(file).items()}
    written = dict(values)
    known = {field.name for field in fields(Settings)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise ConfigError(f"{file}: unknown setting: {', '.join(map(shown, unknown))}")
    _refuse_slips(environment, known)
    usual = defaults()
    for name in known:
        variable = variable_of(name)
        if variable in environment:
            values[name] = (variable, environment[variable])
    where, value = values.get("scanner_learned", ("", usual.scanner_learned))
    if written and _value(where, "scanner_learned", value, usual.scanner_learned):
        values |= {name: written[name] for name in LEARNED if name in written}
    changes = {name: _value(where, name, value, getattr(usual, name)) for name, (where, value) in values.items()}
    return replace(usual, **changes)


def _refuse_slips(environment: Mapping[str, str], known: Collection[str]) -> None:
    """A variable that is no setting but was surely meant for one."""
    variables = {variable_of(name) for name in known}
    for variable in sorted(environment):
        if variable.startswith("KIOSK_") and variable not in variables | _NO_SETTINGS:
            meant = get_close_matches(variable.removeprefix("KIOSK_").lower(), known)
            if meant:
                which = " or ".join(map(variable_of, meant))
                raise ConfigError(f"{shown(variable)}: unknown setting; was {which} meant?")


def variable_of(name: str) -> str:
    """The environment variable of a setting."""
    return f"KIOSK_{name.upper()}"


def settings_file(path: Path | None, environment: Mapping[str, str]) -> Path:
    """Where the settings are, whether or not there are any yet."""
    named = path or (Path(environment["KIOSK_CONFIG"]) if environment.get("KIOSK_CONFIG") else None)
    return named or Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)) / "kiosk.toml"


def store_values(file: Path, values: Mapping[str, str]) -> None:
    """Write values (as TOML has them) into a settings file; every other line of it stays."""
    lines = file.read_text("utf-8-sig").splitlines() if file.exists() else []
    lines = [line for line in lines if line.partition("=")[0].strip() not in values]
    lines += [f"{name} = {value}" for name, value in values.items()]
    write_whole(file, ("\n".join(lines) + "\n").encode(), private=False)


def with_data_dir(settings: Settings, folder: Path) -> Settings:
    """The same settings for another data folder; its secret lies beside it, not in it."""
    # named from the whole path: "." and "/" have no name of their own
    whole = folder.absolute()
    return replace(settings, data_dir=folder, secret_dir=whole.parent / f"{whole.name}-secret")


def defaults() -> Settings:
    """The settings where nothing is set: what a page about unreadable settings is shown with."""
    return Settings(_data_dir(), _secret_dir())


def shown(text: str, most: int = 1_000) -> str:
    """`text` on one line: what a line cannot hold is escaped, and what is endless is cut."""
    line = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
    return line if len(line) <= most else f"{line[:most]}…"


def folder_problem(path: Path) -> str | None:
    """Why `path` can be no folder of ours; None for one that is there or can be made."""
    try:
        there = next((one for one in (path, *path.absolute().parents) if one.exists() or one.is_symlink()), None)
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or "is no path"
    if there is None or there.is_dir():
        return None
    return "is no folder" if there == path else f"cannot be a folder: {shown(str(there))} is none"


def _read(file: Path) -> dict[str, Any]:
    try:
        # Windows' editors begin a file with a byte order mark
        return tomllib.loads(read_whole(file).decode("utf-8-sig"))
    except OSError as error:
        # Windows says of a folder that there are no rights
        why = "is a folder, not a file" if file.is_dir() else error.strerror or error
        raise ConfigError(f"{shown(str(file))}: {why}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: byte {error.start} is no UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{shown(str(file))}: {shown(str(error))}") from error


def _value(where: str, name: str, value: Any, default: Any) -> Any:
    """`value` as the kind of `default`; environment variables are text. Raises ConfigError."""
    kind, what = next(_KINDS[one] for one in _KINDS if isinstance(default, one))
    try:
        made = kind(value)
        if name in _ESCAPED:
            made = _keys(made)
        problem = _ALLOWED[name](made)
    except (ValueError, RuntimeError):  # RuntimeError: a ~ of a user that is not there
        problem = what
    if problem is not None:
        raise ConfigError(f"{shown(where)}: {_quoted(value)} {problem}")
    return made


def _quoted(value: Any) -> str:
    return f"'{shown(value, 80)}'" if isinstance(value, str) else shown(repr(value), 80)


def _path(value: Any) -> Path:
    text = _text(value)
    if not text:
        raise ValueError(text)
    return Path(text).expanduser()


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = _text(value).lower()
    if word not in _ON + _OFF:
        raise ValueError(word)
    return word in _ON


def _number(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", _text(value)):
        raise ValueError(value)
    return int(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError(value)
    return value


def _keys(text: str) -> str:
    """What a scanner types, with Enter, Tab and the like written as \\n, \\t, \\x02, \\u0002."""
    if not _TYPED.fullmatch(text):
        raise ValueError(text)
    return _ESCAPE.sub(lambda found: _NAMED.get(found[1]) or chr(int(found[1][1:], 16)), text)


_NAMED = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
_ESCAPE = re.compile(r"\\([nrt\\]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})")
_TYPED = re.compile(rf"(?:[^\\]|{_ESCAPE.pattern})*", re.DOTALL)
_ON, _OFF = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
_KINDS: Mapping[type, tuple[Callable[[Any], Any], str]] = {
    Path: (_path, "is no path"),
    bool: (_flag, "is neither true nor false"),
    int: (_number, "is no whole number"),
    str: (_text, "is no text that can be used"),
}
"""How a value of each kind is read, bool before int, and what is said when it cannot be."""


def _any(_value: Any) -> None:
    return None


def _one_of(*allowed: str) -> Callable[[str], str | None]:
    words = ", ".join(word or '""' for word in allowed)
    return lambda value: None if value in allowed else f"is none of {words}"


def _between(least: int, most: int) -> Callable[[int], str | None]:
    return lambda value: None if least <= value <= most else f"is not between {least} and {most}"


def _maybe_folder(value: str) -> str | None:
    return folder_problem(Path(value).expanduser()) if value else None


def _hours(value: str) -> str | None:
    try:
        read_hours(value)
    except HoursError as error:
        return f"says no opening hours: {shown(str(error), 120)}"
    return None


def _desks(value: str) -> str | None:
    try:
        read_addresses(value, 1)
    except ValueError as error:
        return f"holds no address: {shown(str(error), 80)}"
    return None


_ALLOWED: Mapping[str, Callable[[Any], str | None]] = {
    "data_dir": folder_problem,
    "secret_dir": folder_problem,
    "station": _one_of(*StationRole),
    "camera": _any,
    "serial_port": _any,
    "serial_baud": _between(50, 4_000_000),
    "serial_data_bits": _between(7, 8),
    "serial_stop_bits": _between(1, 2),
    "serial_parity": _one_of(*PARITIES),
    "serial_prefix": _any,
    "serial_suffix": _any,
    "scanner_gap_ms": _between(1, 280),
    "scanner_length": _between(2, 4_096),
    "scanner_prefix": _any,
    "scanner_suffix": _any,
    "scanner_enter_ms": _between(0, 280),
    "scanner_learned": _any,
    "language": _one_of("", *LANGUAGES),
    "theme": _one_of(*THEMES),
    "sounds": _any,
    "speech": _any,
    "slips_by_clerks": _any,
    "idle_lock_s": _between(0, 86_400),
    # a file that is missing is said beside the link to HQ: the store goes on selling without HQ
    "ca_bundle": _any,
    "plain_http": _any,
    "void_minutes": _between(0, 525_600),
    "void_limit": _between(0, 10**12),
    "backups_dir": _maybe_folder,
    "till_port": _between(0, 65_535),
    "till_drop": _maybe_folder,
    "customer_screen": _any,
    "pole_port": _any,
    "pole_baud": _between(50, 4_000_000),
    "pole_protocol": _one_of(*POLE_PROTOCOLS),
    "pole_code_page": _one_of(*POLE_CODE_PAGES),
    "screen": _any,
    "lock_down": _any,
    "opening_hours": _hours,
    "watched": _any,
    "lan": _any,
    "lan_port": _between(0, 65_535),
    "lan_host": _any,
    "lan_peers": _desks,
    "lan_discovery": _any,
    "draw_names_days": _between(1, 730),
}
"""What makes no sense of a value of the right kind; None when it does. Every setting has its line here."""
