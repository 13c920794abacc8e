"""Make this installation a terminal of the chain."""

from __future__ import annotations

from pathlib import Path

from kiosk.adapters.clock import SystemClock, SystemRandomness
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.application.ports.ledger import Identity
from kiosk.config import Settings
from kiosk.files import write_whole
from kiosk.installation import DeviceSigner, app_version, key_store, ledger_key, pinned_ca, verified_by


class AlreadyEnrolled(Exception):
    """The terminal belongs to a store."""


def enroll(settings: Settings, hq_url: str, code: str, ca: Path | None = None) -> Identity:
    """Make this installation a terminal of the chain with HQ's single-use code, and fetch what it needs to work. `ca`:
    HQ's certificate, or its CA's, in PEM; from now on nothing else is believed. Raises HqUnreachable, HqRefused,
    LedgerFault, AlreadyEnrolled."""
    from kiosk.adapters.sync.client import HqClient
    from kiosk.adapters.sync.engine import SyncEngine
    from kiosk.adapters.sync.transport import RequestsTransport

    clock, randomness = SystemClock(), SystemRandomness()
    keys = key_store(settings)
    key = ledger_key(settings, keys, randomness)
    ledger = open_ledger(settings.ledger_path, key, clock)
    try:
        reference = SqlReference(settings.reference_path, key)
        transport = RequestsTransport(
            hq_url, verify=str(ca) if ca is not None else verified_by(settings), plain_http=settings.plain_http
        )
        try:
            engine = SyncEngine(
                ledger,
                reference,
                HqClient(transport),
                DeviceSigner(keys, randomness),
                clock,
                randomness,
                folder=settings.data_dir,
                app_version=app_version(),
            )
            known = ledger.run(lambda tx: tx.identity())
            if known is not None:
                raise AlreadyEnrolled(f"this is {known.terminal_name} of store {known.store} already")
            identity = engine.enroll(code, hq_url)
            if ca is not None:
                write_whole(pinned_ca(settings), ca.read_bytes())
            engine.round()
            return identity
        finally:
            transport.close()
            reference.close()
    finally:
        ledger.close()
