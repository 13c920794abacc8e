"""An encrypted file of keys, for machines without a key store of their own.

The whole set is one AES-256-GCM box (NIST SP 800-38D) under a key that comes from a passphrase by argon2id
(RFC 9106) or, without one, from a random machine secret in another folder that only its owner may read.
A checksum outside the box tells damage from a wrong passphrase. Writes replace the file atomically.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from filelock import FileLock

from kiosk.adapters.keys.keystore_faults import (
    KeyStoreDamaged,
    KeyStoreUnavailable,
    MachineSecretMissing,
    PassphraseNeeded,
    WrongPassphrase,
)
from kiosk.adapters.keys.passwords import Argon2Cost
from kiosk.files import write_whole
from kiosk.owner_only import make_folder

_FORMAT = "kiosk-keys/1"
_PASSPHRASE, _MACHINE = "passphrase", "machine"
_SALT_BYTES = 16
_NONCE_BYTES = 12
_SECRET_BYTES = 32

RFC9106_LOW_MEMORY = Argon2Cost(passes=3, memory_kib=64 * 1024, lanes=4)
"""Second recommended choice of RFC 9106, section 4; paid once at start."""
_MOST_MEMORY_KIB = 1024 * 1024


class FileKeyStore:
    """The KeyStore port over one encrypted file.

    `passphrase` locks a new file; an existing one is opened the way it was locked and moves under the
    passphrase with the next `put`. Not for secrets in large numbers: each `put` writes the whole file.
    `random_bytes` must be unpredictable.
    """

    def __init__(
        self,
        path: Path,
        secret_path: Path,
        passphrase: str | None = None,
        *,
        cost: Argon2Cost = RFC9106_LOW_MEMORY,
        random_bytes: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._path = path
        self._secret_path = secret_path
        self._passphrase = passphrase
        self._cost = cost
        self._random_bytes = random_bytes
        self._derived: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        """See KeyStore."""
        return self._read().get(name)

    def put(self, name: str, secret: bytes) -> None:
        """See KeyStore."""
        with self._alone():
            self._write(self._read() | {name: secret})

    def delete(self, name: str) -> None:
        """See KeyStore."""
        with self._alone():
            kept = self._read()
            if kept.pop(name, None) is not None:
                self._write(kept)

    def describe(self) -> str:
        """See KeyStore."""
        head = self._head() if self._path.exists() else {"lock": self._lock_for_new()}
        by = "a passphrase" if head["lock"] == _PASSPHRASE else "this machine's secret file"
        return f"encrypted key file, locked by {by}"

    def _alone(self) -> FileLock:
        try:
            make_folder(self._path.parent)
        except OSError as fault:
            raise KeyStoreUnavailable(f"{self._path.parent.name}: {fault.strerror}") from fault
        return FileLock(self._path.with_name(self._path.name + ".lock"))

    def _lock_for_new(self) -> str:
        return _MACHINE if self._passphrase is None else _PASSPHRASE

    def _read(self) -> dict[str, bytes]:
        if not self._path.exists():
            return {}
        head = self._head()
        master = self._master(head)
        if not hmac.compare_digest(_check_of(master).hex(), head["check"]):
            if head["lock"] == _PASSPHRASE:
                raise WrongPassphrase("the passphrase does not open the key file")
            raise MachineSecretMissing("the key file belongs to another machine's secret")
        try:
            box = AESGCM(_box_key(master)).decrypt(
                bytes.fromhex(head["nonce"]), bytes.fromhex(head["box"]), _sealed_head(head)
            )
            return {name: bytes.fromhex(secret) for name, secret in json.loads(box).items()}
        except (InvalidTag, ValueError) as fault:
            raise KeyStoreDamaged(f"{self._path.name} is damaged") from fault

    def _write(self, keys: dict[str, bytes]) -> None:
        lock = self._lock_for_new()
        if lock == _MACHINE and self._path.exists():
            # Without a passphrase _read has shown that the file is under the machine's secret already.
            lock = self._head()["lock"]
        head: dict[str, Any] = {
            "format": _FORMAT,
            "lock": lock,
            "salt": self._random_bytes(_SALT_BYTES).hex(),
            "cost": [self._cost.passes, self._cost.memory_kib, self._cost.lanes],
        }
        if lock == _MACHINE:
            self._make_secret()
        master = self._master(head)
        nonce = self._random_bytes(_NONCE_BYTES)
        head["check"] = _check_of(master).hex()
        plain = json.dumps({name: secret.hex() for name, secret in keys.items()}).encode()
        head["nonce"] = nonce.hex()
        head["box"] = AESGCM(_box_key(master)).encrypt(nonce, plain, _sealed_head(head)).hex()
        head["sum"] = _sum_of(head)
        try:
            write_whole(self._path, json.dumps(head, indent=1).encode())
        except OSError as fault:
            raise KeyStoreUnavailable(f"{self._path.name}: {fault.strerror}") from fault

    def _head(self) -> dict[str, Any]:
        try:
            head = json.loads(self._path.read_bytes())
            whole = isinstance(head, dict) and head.get("format") == _FORMAT and head["sum"] == _sum_of(head)
        except OSError as fault:
            raise KeyStoreUnavailable(f"{self._path.name}: {fault.strerror}") from fault
        except (ValueError, KeyError) as fault:
            raise KeyStoreDamaged(f"{self._path.name} is damaged") from fault
        if not whole:
            raise KeyStoreDamaged(f"{self._path.name} is damaged")
        return dict(head)

    def _master(self, head: dict[str, Any]) -> bytes:
        salt = bytes.fromhex(head["salt"])
        if head["lock"] == _MACHINE:
            return hmac.digest(self._secret(), salt, "sha256")
        if self._passphrase is None:
            raise PassphraseNeeded("the key file is locked by a passphrase")
        known = self._derived.get(head["salt"])
        if known is None:
            passes, memory_kib, lanes = head["cost"]
            if memory_kib > _MOST_MEMORY_KIB:
                raise KeyStoreDamaged(f"{self._path.name} asks for more memory than any store PC has")
            known = hash_secret_raw(self._passphrase.encode(), salt, passes, memory_kib, lanes, _SECRET_BYTES, Type.ID)
            self._derived = {head["salt"]: known}
        return known

    def _secret(self) -> bytes:
        try:
            secret = self._secret_path.read_bytes()
        except FileNotFoundError as fault:
            raise MachineSecretMissing(_lost(self._secret_path)) from fault
        except OSError as fault:
            raise KeyStoreUnavailable(f"{self._secret_path.name}: {fault.strerror}") from fault
        if len(secret) != _SECRET_BYTES:
            raise KeyStoreDamaged(f"{self._secret_path.name} is damaged")
        return secret

    def _make_secret(self) -> None:
        if self._secret_path.exists():
            return
        if self._path.exists():
            raise MachineSecretMissing(_lost(self._secret_path))
        try:
            make_folder(self._secret_path.parent)
            write_whole(self._secret_path, self._random_bytes(_SECRET_BYTES))
        except OSError as fault:
            raise KeyStoreUnavailable(f"{self._secret_path.name}: {fault.strerror}") from fault


def _box_key(master: bytes) -> bytes:
    return hmac.digest(master, b"kiosk-keys box", "sha256")


def _check_of(master: bytes) -> bytes:
    return hmac.digest(master, b"kiosk-keys check", "sha256")[:16]


def _sealed_head(head: dict[str, Any]) -> bytes:
    sealed = {name: head[name] for name in ("format", "lock", "salt", "cost", "check")}
    return json.dumps(sealed, sort_keys=True).encode()


def _sum_of(head: dict[str, Any]) -> str:
    summed = {name: value for name, value in head.items() if name != "sum"}
    return hashlib.sha256(json.dumps(summed, sort_keys=True).encode()).hexdigest()


def _lost(secret: Path) -> str:
    return f"{secret} is missing, which alone opens the key file: bring it back (was the folder copied from elsewhere?)"
