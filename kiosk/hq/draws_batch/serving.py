"""What HQ answers about draws: the published file to everybody, the list with masked names to a stage, its signature to
a terminal that holds a draw of its own, a member's tickets to the terminal they stand at."""

from __future__ import annotations

import hashlib
import io
import re
from urllib.parse import unquote

import msgspec
import zstandard

from kiosk.domain.draws import verify
from kiosk.domain.draws.batch import Manifest, manifest_of
from kiosk.domain.draws.encoding import jcs
from kiosk.domain.draws.facts import LOCAL, owner_of
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.published import BATCH
from kiosk.files import write_whole
from kiosk.hq.context import Caller, Context
from kiosk.hq.draws.people import leaves_of, masked_names, roll_of
from kiosk.hq.draws.steps import draw_of
from kiosk.hq.draws.tables import draw_signed
from kiosk.hq.draws_batch import files, receipts
from kiosk.hq.draws_batch.rows import tell
from kiosk.hq.reply import Piece, Reply, problem
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.tokens import keys
from kiosk.protocol.draws.bls import beacon_signature_is_good
from kiosk.protocol.draws.signatures import signature_is_good
from kiosk.protocol.wire.messages import DrawFileKept, DrawSigned, DrawSignRequest, DrawTickets, DrawTicketsRequest

PATH = "/v1/draws/"
ZSTD = "application/zstd"
_MOST_UNPACKED = 64 * 1024 * 1024
_SEQ = re.compile(r"[0-9]{1,6}")


def place_of(path: str) -> tuple[str, int | None, str]:
    """What is asked for under /v1/draws/: the draw, its `seq` (None: the newest), and of it "file" or "stage"."""
    rest, _, what = unquote(path.removeprefix(PATH)).rpartition("/")
    name, _, last = rest.rpartition("/")
    least = 2 if rest.startswith(LOCAL) else 0
    if name and _SEQ.fullmatch(last) and name.count("/") >= least:
        return name, int(last), what
    return rest, None, what


def asked(context: Context, tx: Tx, path: str, caller: Caller | None) -> Reply:
    """`GET /v1/draws/<id>/<seq>/file` and `…/stage`; without `seq` the newest."""
    now = context.clock.now_ms()
    name, seq, what = place_of(path)
    seen = draw_of(tx, name, seq)
    if seen is None or what not in ("file", "stage"):
        return problem(404, "no_such_draw", "no such draw", now)
    if what == "stage":
        return _stage(tx, seen.draw, seen.seq, now) if caller is not None else problem(401, "no_session", "", now)
    file = files.file_of(tx, seen.draw, seen.seq, files.folder_of(context))
    if file is None or not file.path.is_file():
        return problem(404, "not_published", "it is not published yet", now)
    headers = {"etag": f'"{file.sha256}"', "cache-control": "no-cache"}
    return Reply(200, file=Piece(file.path, range(file.size)), content_type=ZSTD, headers=headers)


def _stage(tx: Tx, name: str, seq: int, now: int) -> Reply:
    """The list for a stage: the manifest, and of each entrant tickets, commitment and masked name, in the list's
    order."""
    seen, roll = draw_of(tx, name, seq), roll_of(tx, name, seq)
    if seen is None or seen.frozen is None or roll is None:
        return problem(404, "no_list", "HQ has no list of that draw", now)
    head = {
        "draw": name,
        "seq": seq,
        "mh": seen.frozen.mh,
        "manifest": dict(seen.frozen.manifest),
        "signatures": seen.published.signatures if seen.published is not None else (),
    }
    leaves = leaves_of(tx, roll.roll, roll.entrants)
    people = zip(masked_names(tx, roll.roll, roll.entrants), leaves.commitments(), strict=True)
    out = io.BytesIO()
    with zstandard.ZstdCompressor(level=3).stream_writer(out, closefd=False) as stream:
        stream.write(msgspec.json.encode(head)[:-1] + b',"entrants":[')
        comma = b""
        for (count, masked), c in people:
            stream.write(comma + msgspec.json.encode((count, c, masked)))
            comma = b","
        stream.write(b"]}")
    return Reply(200, raw=out.getvalue(), content_type=ZSTD)


def sign(context: Context, tx: Tx, caller: Caller, request: DrawSignRequest) -> Reply:
    """`POST /v1/draws/sign`: HQ's word on the manifest of a terminal's own draw; on one for each draw and seq, ever."""
    now = context.clock.now_ms()
    manifest = _manifest(request.manifest)
    if manifest is None:
        return problem(400, "no_manifest", "that is no manifest", now)
    if owner_of(manifest.draw_id) != caller.device:
        return problem(403, "not_yours", "a terminal's own draws are called local/<device>/<n>", now)
    key = keys.signing(context, tx)
    ours = files.hq_signature(context, tx, key, manifest.body())
    which = {"store": CHAIN, "draw": manifest.draw_id, "seq": manifest.seq}
    said = {"mh": manifest.hash().hex(), "key": ours.key, "signature": ours.signature}
    tx.insert_new(draw_signed, [which | said | {"device": caller.device, "at": now}])
    mine = (draw_signed.c.store == CHAIN) & (draw_signed.c.draw == manifest.draw_id)
    kept = tx.execute(draw_signed.select().where(mine, draw_signed.c.seq == manifest.seq)).one()
    if kept.mh != said["mh"]:
        return problem(409, "signed_another", "another list of that draw and seq is signed already: take seq + 1", now)
    return Reply(200, DrawSigned(name=ours.name, key=kept.key, signature=kept.signature, time=now))


def _manifest(said: bytes) -> Manifest | None:
    try:
        return manifest_of(msgspec.json.decode(said))
    except (FieldFault, ValueError, RecursionError):
        return None


def keep_file(context: Context, tx: Tx, caller: Caller, packed: bytes) -> Reply:
    """`POST /v1/draws/file`: the published file of a terminal's own draw (zstd), if it holds."""
    now = context.clock.now_ms()
    try:
        said = msgspec.json.decode(zstandard.ZstdDecompressor().decompress(packed, max_output_size=_MOST_UNPACKED))
    except (zstandard.ZstdError, ValueError, RecursionError):
        return problem(400, "malformed", "that is no published file", now)
    manifest = _manifest(jcs(said["manifest"])) if isinstance(said, dict) and said.get("kind") == BATCH else None
    if manifest is None or owner_of(manifest.draw_id) != caller.device or said.get("rehearsal"):
        return problem(403, "not_yours", "the file of a draw of this terminal's own, and of no rehearsal", now)
    report = verify.verify(said, signature_is_good=signature_is_good, beacon_is_good=beacon_signature_is_good)
    if not report.good:
        wrong = next(iter(report.faults), None)
        return problem(409, "does_not_hold", str(wrong.code) if wrong is not None else "", now)
    seen = draw_of(tx, manifest.draw_id, manifest.seq)
    if seen is None or seen.frozen is None or seen.frozen.mh != manifest.hash().hex():
        return problem(409, "not_frozen", "HQ was not told of that list yet", now)
    sha256 = hashlib.sha256(packed).hexdigest()
    write_whole(files.path_of(files.folder_of(context), sha256), packed)
    with context.database.write() as writing:  # checking a long list kept nobody from writing
        files.keep(context, writing, seen.draw, seen.seq, sha256, len(packed), "")
        tell(context, writing, seen.draw, seen.seq)
    return Reply(200, DrawFileKept(sha256=sha256, time=now))


def tickets(context: Context, tx: Tx, request: DrawTicketsRequest) -> Reply:
    """`POST /v1/draws/tickets`."""
    return Reply(
        200, DrawTickets(tickets=receipts.tickets_of(context, tx, request.member), time=context.clock.now_ms())
    )
