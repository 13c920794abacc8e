"""What lies in SQLCipher files, page by page: whatever a table says, the bytes of what was erased must not be there.

SQLCipher 4 with a raw key: AES-256-CBC, pages of 4096 bytes of which the last 80 are the IV (16) and the HMAC (64); the
first 16 bytes of the first page are the salt (https://www.zetetic.net/sqlcipher/design/).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
WAL_HEADER, FRAME_HEADER = 32, 24


def decrypted(path: Path, key: bytes) -> bytes:
    """Everything in the database's file and in its WAL, also what no table has any more, as far as it can be read."""
    found = [*_of_file(path, key)]
    wal = path.with_name(path.name + "-wal")
    if wal.exists():
        found += _of_wal(wal, key)
    return b"".join(found)


def _of_file(path: Path, key: bytes) -> Iterator[bytes]:
    raw = path.read_bytes()
    for at in range(0, len(raw), PAGE):
        page = raw[at : at + PAGE]
        yield _page(page[SALT:] if at == 0 else page, key)


def _of_wal(path: Path, key: bytes) -> Iterator[bytes]:
    raw = path.read_bytes()
    for at in range(WAL_HEADER, len(raw), FRAME_HEADER + PAGE):
        number = int.from_bytes(raw[at : at + 4], "big")
        page = raw[at + FRAME_HEADER : at + FRAME_HEADER + PAGE]
        if len(page) == PAGE:
            yield _page(page[SALT:] if number == 1 else page, key)


def _page(page: bytes, key: bytes) -> bytes:
    iv, body = page[-RESERVED : -RESERVED + IV], page[:-RESERVED]
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return cipher.update(body) + cipher.finalize()
