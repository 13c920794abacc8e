"""Where secret keys live: the operating system's key store, or an encrypted file where there is none.

`docs/tokens.md` says what each protects against. Keys never go into the database, a log or an argument list.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.adapters.keys.key_file import FileKeyStore
from kiosk.adapters.keys.keystore_faults import KeyStoreDamaged, KeyStoreLocked, KeyStoreUnavailable
from kiosk.files import write_whole
from kiosk.owner_only import make_folder

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

LEDGER_KEY = "ledger-key"
DEVICE_KEY, NEXT_DEVICE_KEY = "device-key", "device-key-next"


def wheel_secret_name(op: str) -> str:
    """Under which name lies what the terminal committed itself to in an exchange with HQ about a wheel."""
    return f"wheel-{op}"


_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_CHOICE_FILE = "keystore.json"
_KEY_FILE = "keys.json"
_SECRET_FILE = "machine.secret"


class KeyStore(Protocol):
    """A few small secrets by name. All methods raise a KeyStoreFault when the store cannot do its work."""

    def get(self, name: str) -> bytes | None:
        """The secret, or None when there is none of this name."""

    def put(self, name: str, secret: bytes) -> None:
        """Store or replace a secret; durable when the call returns."""

    def delete(self, name: str) -> None:
        """Forget a secret; nothing happens when there is none."""

    def describe(self) -> str:
        """Which store this is, in a few words for support; no secrets."""


class OsKeyStore:
    """The operating system's store (Windows Credential Manager, Secret Service, KWallet, macOS Keychain)."""

    def __init__(self, backend: KeyringBackend, service: str) -> None:
        self._backend = backend
        self._service = service

    def get(self, name: str) -> bytes | None:
        """See KeyStore."""
        stored = self._ask(lambda: self._backend.get_password(self._service, _checked(name)))
        if stored is None:
            return None
        try:
            return base64.b64decode(stored, validate=True)
        except binascii.Error as fault:
            raise KeyStoreDamaged(f"{name} in {self.describe()} was written by something else") from fault

    def put(self, name: str, secret: bytes) -> None:
        """See KeyStore."""
        text = base64.b64encode(secret).decode("ascii")
        self._ask(lambda: self._backend.set_password(self._service, _checked(name), text))
        if self.get(name) != secret:
            # Some stores take a secret and keep nothing (a locked-down roaming profile).
            raise KeyStoreUnavailable(f"{self.describe()} did not keep {name}")

    def delete(self, name: str) -> None:
        """See KeyStore."""
        if self.get(name) is not None:
            self._ask(lambda: self._backend.delete_password(self._service, name))

    def describe(self) -> str:
        """See KeyStore."""
        return f"key store of the operating system ({_path_of(self._backend)})"

    def _ask(self, question: Callable[[], str | None]) -> str | None:
        from keyring.errors import InitError, KeyringError, KeyringLocked

        try:
            return question()
        except (KeyringLocked, InitError) as fault:
            raise KeyStoreLocked(f"{self.describe()} is locked") from fault
        except KeyringError as fault:
            raise KeyStoreUnavailable(f"{self.describe()}: {fault}") from fault


def find_os_backend(remembered: str | None = None) -> KeyringBackend | None:
    """The operating system's key store, or None when there is none worth the name.

    `remembered`: the class used before, loaded without searching (a search costs 0.1 s at start).
    """
    import keyring.core
    from keyring.errors import KeyringError

    if remembered is not None:
        try:
            return keyring.core.load_keyring(remembered)
        except (ImportError, AttributeError, KeyringError, RuntimeError):
            return None
    found = keyring.core.get_keyring()
    for candidate in getattr(found, "backends", [found]):
        if is_real_store(candidate):
            return candidate  # type: ignore[no-any-return]
    return None


def is_real_store(backend: KeyringBackend) -> bool:
    """True for a backend of keyring itself that keeps secrets. Not those that refuse (fail) or swallow (null)
    everything, nor add-ons, of which some write plain text."""
    package, _, kind = type(backend).__module__.rpartition(".")
    return package == "keyring.backends" and kind not in ("fail", "null", "chainer") and backend.priority > 0


def open_key_store(
    data_dir: Path,
    secret_dir: Path,
    service: str,
    *,
    passphrase: str | None = None,
    find: Callable[[str | None], KeyringBackend | None] = find_os_backend,
) -> KeyStore:
    """The key store of this installation.

    Chosen once, at the first start, and remembered in `data_dir`: a store that changes with the session
    (a remote log-in without a desktop) would look empty, and a ledger without its key is lost.
    `secret_dir` must lie outside `data_dir`, so that a copy of the data does not carry its key along.
    `passphrase`: of an encrypted file; asking for one also makes the first choice a file.
    Raises KeyStoreUnavailable when the remembered store is not there now.
    """
    choice_file = data_dir / _CHOICE_FILE
    if choice_file.exists():
        choice = _read_choice(choice_file)
    else:
        backend = None if passphrase is not None else find(None)
        choice = {"store": "file"} if backend is None else {"store": "os", "backend": _path_of(backend)}
        try:
            make_folder(data_dir)
            write_whole(choice_file, json.dumps(choice).encode())
        except OSError as fault:
            raise KeyStoreUnavailable(f"{data_dir.name}: {fault.strerror}") from fault
    if choice["store"] == "file":
        return FileKeyStore(data_dir / _KEY_FILE, secret_dir / _SECRET_FILE, passphrase)
    backend = find(choice["backend"])
    if backend is None:
        raise KeyStoreUnavailable(f"the key store this terminal was set up with is gone: {choice['backend']}")
    return OsKeyStore(backend, service)


def _read_choice(path: Path) -> dict[str, str]:
    try:
        choice = json.loads(path.read_bytes())
    except OSError as fault:
        raise KeyStoreUnavailable(f"{path.name}: {fault.strerror}") from fault
    except ValueError as fault:
        raise KeyStoreDamaged(f"{path.name} cannot be read") from fault
    known = isinstance(choice, dict) and (
        choice.get("store") == "file" or (choice.get("store") == "os" and isinstance(choice.get("backend"), str))
    )
    if not known:
        raise KeyStoreDamaged(f"{path.name} names no key store")
    return {str(key): str(value) for key, value in choice.items()}


def _path_of(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError("names of keys: lower-case letters, digits, hyphens")
    return name
