"""Whole buckets at once, as signed, packed files."""

from __future__ import annotations

import errno
import hashlib
import shutil
from pathlib import Path

import zstandard

from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.hq_keys import KEYS, TERMINALS, HqKeys
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.protocol import signed_texts
from kiosk.protocol.signed_texts import NotSigned
from kiosk.protocol.wire import messages as m

LEFT_FREE = 256 << 20
"""Bytes that no snapshot takes from the disk."""
_MOST, _PIECE = 1 << 40, 1 << 22


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
        self._check(bucket, manifest)
        packed = self._folder / f"snapshot-{manifest.sha256[:16]}.zst"
        plain = packed.with_suffix(".db")
        try:
            self._room(manifest.size)
            self._fetch(manifest, packed)
            with packed.open("rb") as handle:
                found = hashlib.file_digest(handle, "sha256").hexdigest()
            if found != manifest.sha256:
                packed.unlink()
                raise HqUnreachable("the snapshot arrived damaged")
            with packed.open("rb") as source, plain.open("wb") as target:
                for piece in zstandard.ZstdDecompressor().read_to_iter(source, write_size=_PIECE):
                    self._room(len(piece))
                    target.write(piece)
            self._reference.load_snapshot(bucket, plain, manifest.cursor)
            if bucket in (KEYS, TERMINALS):
                self._keys.hear(bucket, self._reference.told(bucket))
            packed.unlink()
        except OSError as error:
            raise HqUnreachable(f"no room for a snapshot: {error}") from error
        except zstandard.ZstdError as error:
            raise HqUnreachable(f"a snapshot that cannot be unpacked: {error}") from error
        finally:
            plain.unlink(missing_ok=True)

    def _fetch(self, manifest: m.SnapshotManifest, packed: Path) -> None:
        """Not more than HQ says that there is; what else comes is thrown away. Raises HqUnreachable, OSError."""
        try:
            self._client.download(manifest, packed)
        finally:
            if packed.exists() and packed.stat().st_size > manifest.size:
                packed.unlink()

    def _room(self, size: int) -> None:
        """The till sells by what is left of its disk. Raises OSError where so many bytes do not leave enough."""
        if shutil.disk_usage(self._folder).free - size < LEFT_FREE:
            raise OSError(errno.ENOSPC, "the disk is all but full")

    def _check(self, bucket: str, manifest: m.SnapshotManifest) -> None:
        if manifest.bucket != bucket or not (0 <= manifest.cursor < 2**63 and 0 < manifest.size <= _MOST):
            raise HqUnreachable("a snapshot of something else")
        text = signed_texts.snapshot(manifest.bucket, manifest.cursor, manifest.rows, manifest.sha256)
        try:
            signed_texts.check_hq(self._reference.token_keys(), manifest.key_id, manifest.signature, text)
        except NotSigned as error:
            raise HqUnreachable(f"a snapshot: {error}") from error
