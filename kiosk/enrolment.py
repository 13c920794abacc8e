"""Make this installation a terminal of the chain, or go on as the one it is with another key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.adapters.clock import SystemClock, SystemRandomness
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.keys.keystore import DEVICE_KEY, NEXT_DEVICE_KEY, KeyStore
from kiosk.application.ports.ledger import Identity
from kiosk.application.sync.outcomes import Link
from kiosk.config import Settings
from kiosk.files import read_whole, write_whole
from kiosk.installation import DeviceSigner, app_version, key_store, ledger_key, pinned_ca, verified_by

if TYPE_CHECKING:
    from kiosk.adapters.sync.client import HqRefused
    from kiosk.adapters.sync.engine import SyncEngine


class AlreadyEnrolled(Exception):
    """The terminal belongs to a store."""


class NotEnrolled(Exception):
    """It belongs to none."""


def enroll(settings: Settings, hq_url: str, code: str, ca: Path | None = None) -> Identity:
    """Make this installation a terminal of the chain with HQ's single-use code, and fetch what it needs to work. `ca`:
    HQ's certificate, or its CA's, in PEM; from now on nothing else is believed. Raises HqUnreachable, HqRefused,
    LedgerFault, AlreadyEnrolled."""
    with _opened(settings) as (ledger, reference, keys):
        signer = DeviceSigner(keys, SystemRandomness())
        with _engine(settings, ledger, reference, signer, hq_url, ca) as engine:
            known = ledger.run(lambda tx: tx.identity())
            if known is not None:
                raise AlreadyEnrolled(f"this is {known.terminal_name} of store {known.store} already")
            identity = engine.enroll(code, hq_url)
            if ca is not None:
                write_whole(pinned_ca(settings), read_whole(ca))
            engine.round()
            return identity


def enroll_again(settings: Settings, code: str) -> Identity:
    """Go on as the terminal that this machine is, with a key that no copy of it knows; `code`: that a person at HQ made
    for it (`kiosk hq enroll-code --device`). Raises HqUnreachable, HqRefused, LedgerFault, NotEnrolled."""
    with _opened(settings) as (ledger, reference, keys):
        identity = ledger.run(lambda tx: tx.identity())
        if identity is None:
            raise NotEnrolled("this machine is no terminal yet")
        # made and kept before HQ is asked: whoever asks again after a lost answer asks with the same
        following = DeviceSigner(keys, SystemRandomness(), NEXT_DEVICE_KEY)
        with _engine(settings, ledger, reference, DeviceSigner(keys, SystemRandomness()), identity.hq_url) as engine:
            refused = _refused(engine, code, following.public_key)
        with _engine(settings, ledger, reference, following, identity.hq_url) as engine:
            engine.round()
            if refused is not None and engine.status().link is not Link.ONLINE:
                raise refused
        following.keep_as(DEVICE_KEY)
        renewed = ledger.run(lambda tx: tx.identity())
        assert renewed is not None
        return renewed


def _refused(engine: SyncEngine, code: str, public_key: bytes) -> HqRefused | None:
    """HQ's no that may only mean that its yes was lost: it knows the next key already, and no longer this one."""
    from kiosk.adapters.sync.client import HqRefused

    try:
        engine.enroll_again(code, public_key)
    except HqRefused as error:
        if error.problem != "bad_signature":
            raise
        return error
    return None


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[SqlLedger, SqlReference, KeyStore]]:
    clock = SystemClock()
    keys = key_store(settings)
    key = ledger_key(settings, keys, SystemRandomness())
    ledger = open_ledger(settings.ledger_path, key, clock)
    try:
        reference = SqlReference(settings.reference_path, key)
        try:
            yield ledger, reference, keys
        finally:
            reference.close()
    finally:
        ledger.close()


@contextmanager
def _engine(
    settings: Settings,
    ledger: SqlLedger,
    reference: SqlReference,
    signer: DeviceSigner,
    hq_url: str,
    ca: Path | None = None,
) -> Iterator[SyncEngine]:
    from kiosk.adapters.sync.client import HqClient
    from kiosk.adapters.sync.engine import SyncEngine
    from kiosk.adapters.sync.transport import RequestsTransport

    transport = RequestsTransport(
        hq_url, verify=str(ca) if ca is not None else verified_by(settings), plain_http=settings.plain_http
    )
    try:
        yield SyncEngine(
            ledger,
            reference,
            HqClient(transport),
            signer,
            SystemClock(),
            SystemRandomness(),
            folder=settings.data_dir,
            app_version=app_version(),
        )
    finally:
        transport.close()
