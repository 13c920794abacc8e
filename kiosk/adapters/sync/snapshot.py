"""Whole buckets at once, as signed, packed files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import zstandard

from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.hq_keys import KEYS, TERMINALS, HqKeys
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.protocol import signed_texts
from kiosk.protocol.signed_texts import NotSigned
from kiosk.protocol.wire import messages as m


class Snapshots:
    """Fetches them. `folder`: where one may lie while it is fetched; what arrived is kept for the next attempt."""

    def __init__(self, reference: SqlReference, client: HqClient, folder: Path, keys: HqKeys) -> None:
        self._reference = reference
        self._client = client
        self._folder = folder
        self._keys = keys

    def fetch(self, bucket: str) -> None:
        """Put HQ's whole bucket in the place of what is here. Raises HqUnreachable, also when there is no room."""
        manifest = self._client.manifest(bucket)
        self._check(manifest)
        packed = self._folder / f"snapshot-{manifest.sha256[:16]}.zst"
        plain = packed.with_suffix(".db")
        try:
            self._client.download(manifest, packed)
            with packed.open("rb") as handle:
                found = hashlib.file_digest(handle, "sha256").hexdigest()
            if found != manifest.sha256:
                packed.unlink()
                raise HqUnreachable("the snapshot arrived damaged")
            with packed.open("rb") as source, plain.open("wb") as target:
                zstandard.ZstdDecompressor().copy_stream(source, target)
            self._reference.load_snapshot(bucket, plain, manifest.cursor)
            if bucket in (KEYS, TERMINALS):
                self._keys.hear(bucket, self._reference.told(bucket))
            packed.unlink()
        except OSError as error:
            raise HqUnreachable(f"no room for a snapshot: {error}") from error
        finally:
            plain.unlink(missing_ok=True)

    def _check(self, manifest: m.SnapshotManifest) -> None:
        text = signed_texts.snapshot(manifest.bucket, manifest.cursor, manifest.rows, manifest.sha256)
        try:
            signed_texts.check_hq(self._reference.token_keys(), manifest.key_id, manifest.signature, text)
        except NotSigned as error:
            raise HqUnreachable(f"a snapshot: {error}") from error
