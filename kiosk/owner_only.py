"""Files and folders that only their owner may read, on both systems.

Elsewhere that is a mode (0600, 0700). On Windows modes mean nothing and a file takes the rights of its folder, so it is
given an access list of its own: the account that made it, and the system and its administrators, who are there what
root is elsewhere. Nobody else is on it, and nothing is inherited.
"""

from __future__ import annotations

import sys
from pathlib import Path


def restrict(path: Path) -> None:
    """Take a file, or a folder and all that will be made in it, from everybody but its owner. Raises OSError."""
    if sys.platform == "win32":
        _set_access_list(path)
    else:
        path.chmod(0o700 if path.is_dir() else 0o600)


def make_folder(path: Path) -> None:
    """Make a folder for its owner only, and the folders above it as they come. One that is there stays as it is: who
    set it up may have let another account in. Raises OSError."""
    try:
        path.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        if not path.is_dir():
            raise
    else:
        restrict(path)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _DACL, _PROTECTED_DACL = 0x4, 0x8000_0000
    _TOKEN_QUERY, _TOKEN_USER = 0x8, 1
    _REVISION = 1
    _advapi = ctypes.WinDLL("advapi32", use_last_error=True)
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _pointer = ctypes.POINTER(ctypes.c_void_p)
    _kernel.GetCurrentProcess.restype = wintypes.HANDLE
    _kernel.LocalFree.argtypes = [ctypes.c_void_p]
    _kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    _advapi.OpenProcessToken.argtypes = [wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE)]
    _about = _advapi.GetTokenInformation
    _about.argtypes = [wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD, ctypes.c_void_p]
    _advapi.ConvertSidToStringSidW.argtypes = [ctypes.c_void_p, _pointer]
    _advapi.SetFileSecurityW.argtypes = [wintypes.LPCWSTR, wintypes.DWORD, ctypes.c_void_p]
    _described = _advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW
    _described.argtypes = [wintypes.LPCWSTR, wintypes.DWORD, _pointer, ctypes.c_void_p]

    def _set_access_list(path: Path) -> None:
        # what is made in a folder gets the folder's list
        flags = "OICI" if path.is_dir() else ""
        words = "D:P" + "".join(f"(A;{flags};FA;;;{who})" for who in (_account(), "SY", "BA"))
        descriptor = ctypes.c_void_p()
        _done(_described(words, _REVISION, ctypes.byref(descriptor), None))
        try:
            _done(_advapi.SetFileSecurityW(str(path), _DACL | _PROTECTED_DACL, descriptor), str(path))
        finally:
            _kernel.LocalFree(descriptor)

    def _account() -> str:
        """The security id of the account that this process runs under, as text."""
        token, size, text = wintypes.HANDLE(), wintypes.DWORD(), ctypes.c_void_p()
        _done(_advapi.OpenProcessToken(_kernel.GetCurrentProcess(), _TOKEN_QUERY, ctypes.byref(token)))
        try:
            _about(token, _TOKEN_USER, None, 0, ctypes.byref(size))  # says how much it is
            user = ctypes.create_string_buffer(size.value)
            _done(_about(token, _TOKEN_USER, user, size, ctypes.byref(size)))
        finally:
            _kernel.CloseHandle(token)
        # TOKEN_USER begins with a pointer to the id
        _done(_advapi.ConvertSidToStringSidW(ctypes.c_void_p.from_buffer(user), ctypes.byref(text)))
        try:
            return ctypes.wstring_at(text.value or 0)
        finally:
            _kernel.LocalFree(text)

    def _done(worked: int, path: str | None = None) -> None:
        if not worked:
            code = ctypes.get_last_error()
            raise OSError(None, ctypes.FormatError(code), path, code)
