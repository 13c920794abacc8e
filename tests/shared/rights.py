"""Who may read a file or a folder."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_OURS = {"SY", "BA"}


def others_may_read(path: Path) -> bool:
    """Whether anybody but its owner (and the system and its administrators) may read it."""
    if sys.platform == "win32":
        owner, allowed = _access(path)
        return not allowed <= {owner, *_OURS}
    else:  # noqa: RET505  (so that the type checker passes over what is not of its platform)
        return bool(path.stat().st_mode & 0o077)


if sys.platform == "win32":
    import ctypes

    def _access(path: Path) -> tuple[str, set[str]]:
        """The owner, and whoever an entry of the access list lets in, as their security ids."""
        advapi = ctypes.WinDLL("advapi32", use_last_error=True)
        owner_and_list, size, text = 0x1 | 0x4, ctypes.c_ulong(), ctypes.c_wchar_p()
        advapi.GetFileSecurityW(str(path), owner_and_list, None, 0, ctypes.byref(size))
        descriptor = ctypes.create_string_buffer(size.value)
        assert advapi.GetFileSecurityW(str(path), owner_and_list, descriptor, size, ctypes.byref(size))
        described = advapi.ConvertSecurityDescriptorToStringSecurityDescriptorW
        assert described(descriptor, 1, owner_and_list, ctypes.byref(text), None)
        assert text.value is not None
        owner = re.match(r"O:(.+?)(?=D:|$)", text.value)
        assert owner is not None, text.value
        return owner[1], set(re.findall(r"\(A;[^;]*;[^;]*;[^;]*;[^;]*;([^;)]+)\)", text.value))
