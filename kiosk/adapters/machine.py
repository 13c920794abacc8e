"""How the machine is: its battery and plug, and the room on its disk.

Linux says it below /sys/class/power_supply, Windows by GetSystemPowerStatus; of other systems nothing is known.
"""

from __future__ import annotations

import ctypes
import shutil
import sys
from pathlib import Path
from typing import Any

from kiosk.domain.guests.drill import Power

SUPPLIES = Path("/sys/class/power_supply")
_NO_BATTERY, _UNKNOWN = 128, 255


def power() -> Power | None:
    """None: the system does not say."""
    if sys.platform == "win32":
        return _of_windows()
    return power_below(SUPPLIES) if SUPPLIES.is_dir() else None


def power_below(folder: Path) -> Power:
    """Of Linux. Batteries of mice and pens are not the machine's."""
    batteries, plugs = [], []
    for supply in sorted(folder.iterdir()):
        kind = _text(supply / "type")
        if kind == "Battery" and _text(supply / "scope") != "Device":
            batteries.append(supply)
        elif kind in ("Mains", "USB", "Wireless"):
            plugs.append(_text(supply / "online"))
    if not batteries:
        return Power(battery=False)
    charges = [int(text) for one in batteries if (text := _text(one / "capacity")).isdecimal()]
    states = {_text(one / "status") for one in batteries}
    if "Discharging" in states:
        plugged: bool | None = False
    elif states & {"Charging", "Full", "Not charging"} or "1" in plugs:
        plugged = True
    else:
        plugged = False if plugs else None
    return Power(battery=True, percent=min(max(charges), 100) if charges else None, plugged=plugged)


def power_told(plug: int, battery: int, percent: int) -> Power | None:
    """What Windows' SYSTEM_POWER_STATUS means: ACLineStatus, BatteryFlag, BatteryLifePercent."""
    if battery == _UNKNOWN:
        return None
    if battery & _NO_BATTERY:
        return Power(battery=False)
    return Power(
        battery=True,
        percent=percent if percent <= 100 else None,
        plugged={0: False, 1: True}.get(plug),
    )


def free_bytes(folder: Path) -> int | None:
    """Free for this user; None: nobody knows."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


class _Status(ctypes.Structure):
    """SYSTEM_POWER_STATUS."""

    _fields_ = (
        ("plug", ctypes.c_ubyte),
        ("battery", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("seconds", ctypes.c_uint32),
        ("seconds_full", ctypes.c_uint32),
    )


def _of_windows() -> Power | None:
    if sys.platform == "win32":
        status: Any = _Status()
        if ctypes.WinDLL("kernel32").GetSystemPowerStatus(ctypes.byref(status)):
            return power_told(status.plug, status.battery, status.percent)
    return None


def _text(file: Path) -> str:
    """What the kernel says; "" where it does not: some drivers answer with an error."""
    try:
        return file.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
