"""What Windows shows of the program in its file's properties."""

from __future__ import annotations

import re
from typing import Any


def numbers(version: str) -> tuple[int, int, int, int]:
    """A version as the four numbers Windows compares: `0.1.0` is (0, 1, 0, 0)."""
    found = [int(number) for number in re.match(r"[\d.]*", version)[0].split(".") if number]  # type: ignore[index]
    first, second, third, fourth = (*found, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def version_resource(version: str) -> Any:
    """The version as PyInstaller puts it into a program. Only on Windows."""
    from PyInstaller.utils.win32.versioninfo import (
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    words = {
        "FileDescription": "Kiosk",
        "ProductName": "Kiosk",
        "InternalName": "kiosk",
        "FileVersion": version,
        "ProductVersion": version,
    }
    english, utf16 = 0x0409, 1200
    table = StringTable(f"{english:04x}{utf16:04x}", [StringStruct(name, value) for name, value in words.items()])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers(version), prodvers=numbers(version)),
        kids=[StringFileInfo([table]), VarFileInfo([VarStruct("Translation", [english, utf16])])],
    )
