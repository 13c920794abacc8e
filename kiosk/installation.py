"""What an installation has of its own: its version, its key store, its ledger's key and its device's key."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.clock import SystemRandomness
from kiosk.adapters.keys.keystore import DEVICE_KEY, LEDGER_KEY, KeyStore, open_key_store, wheel_secret_name
from kiosk.adapters.keys.keystore_faults import KeyStoreFault
from kiosk.application.ports.faults import WrongKey
from kiosk.config import Settings
from kiosk.domain.ids import Randomness


def app_version() -> str:
    """The installed version."""
    try:
        return version("kiosk")
    except PackageNotFoundError:
        return "0"


def key_store(settings: Settings) -> KeyStore:
    """The key store of this installation. Raises a KeyStoreFault."""
    # one service name an installation: two on one machine must not share a ledger key
    service = "kiosk-" + hashlib.sha256(str(settings.data_dir.absolute()).encode()).hexdigest()[:12]
    return open_key_store(settings.data_dir, settings.secret_dir, service)


def ledger_key(settings: Settings, store: KeyStore, randomness: Randomness | None = None) -> bytes:
    """The ledger's key; made at the first start. Raises WrongKey when there is a ledger but no key: a new one would
    not open it, and making one would bury the fault."""
    key = store.get(LEDGER_KEY)
    if key is None:
        if settings.ledger_path.exists():
            raise WrongKey(f"{store.describe()} has no key for {settings.ledger_path.name}")
        key = (randomness or SystemRandomness()).bytes(32)
        store.put(LEDGER_KEY, key)
    return key


def device_seed(store: KeyStore) -> bytes:
    """The device's private key, as it was enrolled. Raises LookupError before that, or a KeyStoreFault."""
    seed = store.get(DEVICE_KEY)
    if seed is None:
        raise LookupError(f"{store.describe()} has no device key")
    return seed


def wheel_secret(store: KeyStore, op: str) -> bytes:
    """What this terminal committed itself to before a wheel's lease (nT), by the exchange with HQ. Raises LookupError
    where it is not kept (any more) or the key store does not give it."""
    try:
        secret = store.get(wheel_secret_name(op))
    except (KeyStoreFault, ValueError) as error:
        raise LookupError(f"{op}: {error}") from error
    if secret is None:
        raise LookupError(f"{store.describe()} has no secret of {op}")
    return secret


class DeviceSigner:
    """The device's Ed25519 key, or the one that is to follow it, made at the first use."""

    def __init__(self, store: KeyStore, randomness: Randomness, name: str = DEVICE_KEY) -> None:
        """`name`: under which it lies in the key store."""
        self._store, self._name = store, name
        seed = store.get(name)
        if seed is None:
            seed = randomness.bytes(32)
            store.put(name, seed)
        self._seed = seed
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    def keep_as(self, name: str) -> None:
        """This key lies under another name from now on."""
        self._store.put(name, self._seed)
        self._store.delete(self._name)

    @property
    def public_key(self) -> bytes:
        """32 bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""
        return self._key.sign(message)


def pinned_ca(settings: Settings) -> Path:
    """Where HQ's certificate, or its CA's, lies since the enrolment named it; nothing else is believed then."""
    return settings.data_dir / "hq-ca.pem"


def verified_by(settings: Settings) -> bool | str:
    """What HQ's certificate has to come from, as `RequestsTransport` takes it."""
    pinned = pinned_ca(settings)
    return str(pinned) if pinned.exists() else settings.ca_bundle or True
