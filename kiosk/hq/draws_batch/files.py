"""Published files of draws: made whole beside the database, named by their hash, made anew when something has happened.

A list of a million leaves is written bit by bit; it is never in memory as one object.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from kiosk.domain.draws.beacon import QUICKNET, Chain
from kiosk.domain.draws.encoding import signed_bytes
from kiosk.domain.draws.facts import PassedBody, PublishedBody, SignatureRow, Step, owner_of
from kiosk.domain.draws.published import HQ as ROLE_HQ
from kiosk.domain.draws.published import BatchFile, BeaconSeed, Passed, Signed, SourcesSeed, Void
from kiosk.domain.draws.seal import seal
from kiosk.domain.tokens import SigningKey
from kiosk.files import put_in_place
from kiosk.hq.context import Context
from kiosk.hq.documents import brand as brands
from kiosk.hq.draws import beacons
from kiosk.hq.draws.people import campaign_of, drawn_members, leaves_of, masked, roll_of
from kiosk.hq.draws.steps import DrawSeen, draw_of, draws, held_in, result_of
from kiosk.hq.draws.tables import draw_file, draw_report
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.tokens import keys
from kiosk.protocol.campaigns.signature import canonical
from kiosk.protocol.draws.signatures import signature_is_good
from kiosk.protocol.tokens.cose import public_of

FOLDER = "draws"
_LEVEL = 3
_LEAVES_AT_ONCE = 10_000
_OLD_S = 3_600
"""A file that another took the place of stays so long for who is fetching it."""


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A draw's published file."""

    sha256: str
    size: int
    upto: str
    path: Path


def folder_of(context: Context) -> Path:
    """Where the files lie."""
    return context.folder / FOLDER


def file_of(tx: Tx, name: str, seq: int, folder: Path | None = None) -> FileSeen | None:
    """A draw's file as it is now; None before it was made."""
    mine = (draw_file.c.store == CHAIN) & (draw_file.c.draw == name) & (draw_file.c.seq == seq)
    row = tx.execute(select(draw_file).where(mine)).one_or_none()
    return None if row is None else FileSeen(row.sha256, row.size, row.upto, path_of(folder or Path(), row.sha256))


def path_of(folder: Path, sha256: str) -> Path:
    """A file's place."""
    return folder / f"{sha256}.json.zst"


def upto_of(tx: Tx, seen: DrawSeen) -> str:
    """What the file has to say now."""
    return f"{seen.upto}/{len(_told_signatures(tx, seen))}"


def is_old(tx: Tx, seen: DrawSeen) -> bool:
    """Whether the file is not there yet, or something has happened since. Terminals bring the files of their own."""
    roll = roll_of(tx, seen.draw, seen.seq)
    if owner_of(seen.draw) or seen.manifest is None or roll is None or roll.forgotten_at is not None:
        return False
    file = file_of(tx, seen.draw, seen.seq)
    return file is None or file.upto != upto_of(tx, seen)


def make(context: Context, name: str, seq: int) -> FileSeen | None:
    """Make a draw's file. None where HQ has no list of it."""
    with context.database.write() as tx:
        key = keys.signing(context, tx)
    with context.database.read() as tx:
        seen, roll = draw_of(tx, name, seq), roll_of(tx, name, seq)
        if seen is None or roll is None or seen.manifest is None or roll.forgotten_at is not None:
            return None
        upto = upto_of(tx, seen)
        body = _body(context, tx, seen, roll, key)
        leaves = leaves_of(tx, roll.roll, roll.entrants)
    # packing takes seconds for a long list, and needs nothing of the database
    sha256, size = _written(folder_of(context), body, zip(leaves.counts, leaves.commitments(), strict=True))
    with context.database.write() as tx:
        keep(context, tx, name, seq, sha256, size, upto)
    _sweep(context)
    return FileSeen(sha256, size, upto, path_of(folder_of(context), sha256))


def keep(context: Context, tx: Tx, name: str, seq: int, sha256: str, size: int, upto: str) -> None:
    """A file is the draw's from now on."""
    row = {"store": CHAIN, "draw": name, "seq": seq, "sha256": sha256, "size": size, "upto": upto}
    tx.upsert(draw_file, [row | {"made_at": context.clock.now_ms()}])


def hq_signature(context: Context, tx: Tx, key: SigningKey, manifest: dict[str, Any]) -> SignatureRow:
    """HQ's word on a manifest."""
    brand = brands.brand(tx)
    name = brand.name.zh_TW if brand is not None else context.settings.issuer
    signature = keys.sign(key, signed_bytes(manifest)).hex()
    return SignatureRow(role=ROLE_HQ, name=name, key=public_of(key.private).hex(), signature=signature)


# -- what is in it ----------------------------------------------------------------------------------------------------


def _body(context: Context, tx: Tx, seen: DrawSeen, roll: Any, key: SigningKey) -> dict[str, Any]:
    """The sealed file without its leaves."""
    manifest = seen.manifest
    assert manifest is not None
    campaign = campaign_of(context, tx, roll.campaign, roll.version)
    named = {one.entrant for one in held_in(tx, seen)} | {one.entrant for one in seen.passed}
    names = masked(tx, drawn_members(tx, seen.draw, seen.seq), [i for i in named if i >= 0])
    file = BatchFile(
        manifest=manifest,
        signatures=tuple(map(_signed, _signatures(context, tx, seen, key))),
        counts=(),
        commitments=(),
        rules="" if campaign is None else canonical(campaign).decode(),
        seed=_seed(seen),
        drawn=result_of(tx, seen),
        passed=tuple(map(_passed, seen.passed)),
        earlier=tuple(_earlier(tx, seen)),
        names=tuple(sorted((i, name) for i, name in names.items() if name)),
        chain=_chain(tx, seen),
        void=str(seen.voided.reason) if seen.voided is not None else "",
    )
    plain = {name: value for name, value in file.body().items() if name != "leaves"}
    private = Ed25519PrivateKey.from_private_bytes(key.private)
    return seal(plain, public_of(key.private), private.sign)


def _signatures(context: Context, tx: Tx, seen: DrawSeen, key: SigningKey) -> list[SignatureRow]:
    """HQ's by the key that signs now, which seals the file; those that were published; terminals' and witnesses'."""
    manifest = seen.manifest
    assert manifest is not None
    ours = hq_signature(context, tx, key, manifest.body())
    told = [*(seen.published.signatures if seen.published is not None else ()), *_told_signatures(tx, seen)]
    return [ours, *(one for one in told if one.key != ours.key)]


def _told_signatures(tx: Tx, seen: DrawSeen) -> list[SignatureRow]:
    """What terminals and witnesses signed, as terminals told it; those that hold."""
    manifest = seen.manifest
    if manifest is None:
        return []
    mine = (draw_report.c.store == CHAIN) & (draw_report.c.draw == seen.draw) & (draw_report.c.seq == seen.seq)
    mine &= draw_report.c.step == str(Step.PUBLISHED)
    message = signed_bytes(manifest.body())
    found: dict[str, SignatureRow] = {}
    for row in tx.execute(select(draw_report).where(mine).order_by(draw_report.c.device)):
        for one in msgspec.json.decode(row.said, type=PublishedBody).signatures:
            if one.role != ROLE_HQ and _holds(one, message):
                found.setdefault(one.key, one)
    return list(found.values())


def _holds(one: SignatureRow, message: bytes) -> bool:
    try:
        return signature_is_good(bytes.fromhex(one.key), message, bytes.fromhex(one.signature))
    except ValueError:
        return False


def _signed(row: SignatureRow) -> Signed:
    return Signed(row.role, row.name, row.key, row.signature)


def _seed(seen: DrawSeen) -> BeaconSeed | SourcesSeed | None:
    said = seen.seeded
    if said is None:
        return None
    return SourcesSeed(said.sources) if said.sources else BeaconSeed(said.round, said.signature)


def _passed(said: PassedBody) -> Passed:
    return Passed(said.place, said.entrant, str(said.reason), (said.by, said.second), said.alternate)


def _earlier(tx: Tx, seen: DrawSeen) -> Iterator[Void]:
    for one in draws(tx, seen.draw):
        manifest = one.manifest
        if one.seq < seen.seq and one.voided is not None and manifest is not None:
            yield Void(manifest, str(one.voided.reason))


def _chain(tx: Tx, seen: DrawSeen) -> Chain | None:
    manifest = seen.manifest
    chain = beacons.chain_in_force(tx)
    ours = manifest is not None and manifest.beacon is not None and manifest.beacon.chain == chain.hash
    return chain if ours and chain != QUICKNET else None


# -- writing ----------------------------------------------------------------------------------------------------------


def _written(folder: Path, body: dict[str, Any], leaves: Iterator[tuple[int, str]]) -> tuple[str, int]:
    """Write the file; gives the hash and size of what lies there, packed."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            with zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).stream_writer(file, closefd=False) as out:
                out.write(msgspec.json.encode(body)[:-1] + b',"leaves":[')
                for piece in _pieces(leaves):
                    out.write(piece)
                out.write(b"]}")
            file.flush()
            os.fsync(file.fileno())
        made = Path(name)
        with made.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        size = made.stat().st_size
        put_in_place(made, path_of(folder, sha256))
    finally:
        Path(name).unlink(missing_ok=True)
    return sha256, size


def _pieces(leaves: Iterator[tuple[int, str]]) -> Iterator[bytes]:
    some: list[str] = []
    comma = ""
    for count, c in leaves:
        some.append(f'[{count},"{c}"]')
        if len(some) == _LEAVES_AT_ONCE:
            yield (comma + ",".join(some)).encode()
            some, comma = [], ","
    if some:
        yield (comma + ",".join(some)).encode()


def _sweep(context: Context) -> None:
    """Files that others took the place of, once nobody is fetching them any more."""
    with context.database.read() as tx:
        wanted = set(tx.execute(select(draw_file.c.sha256)).scalars())
    before = time.time() - _OLD_S
    for path in folder_of(context).glob("*.json.zst"):
        if path.name.partition(".")[0] not in wanted and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)


def unpacked(path: Path) -> bytes:
    """A file as it was before it was packed. Raises OSError, zstandard.ZstdError."""
    with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as stream:
        return stream.read()
