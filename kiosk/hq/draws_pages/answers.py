"""`/draws`, `/draws/…`, `/d/…` and `/verify`: what is answered to whoever wants to see or to check a draw."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qs, quote

import msgspec

from kiosk import paths
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.draws.batch import Manifest, manifest_of
from kiosk.domain.draws.beacon import QUICKNET, Chain
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.life import State
from kiosk.domain.stores import Store
from kiosk.hq.context import Context
from kiosk.hq.documents import brand as brands
from kiosk.hq.documents import phone
from kiosk.hq.documents.phone import Frame
from kiosk.hq.draws import beacons
from kiosk.hq.draws.stock import WHEELS
from kiosk.hq.draws_batch.rows import BUCKET
from kiosk.hq.draws_batch.totals import wheel_board
from kiosk.hq.draws_pages import lease_file, parts, slips, views, words
from kiosk.hq.draws_pages.views import DrawSaid, Names
from kiosk.hq.reply import Reply
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.tokens import keys
from kiosk.protocol.draws import verifier
from kiosk.protocol.rows import DrawRow, WheelRow

_STORES = Bucket(CHAIN, "stores")
_MOST_LISTED = 60
_MOST_TO_COME = 5
_KEPT = "public, max-age=300"


@dataclass(frozen=True, slots=True)
class Asked:
    """A browser's request. `place`: what stands behind `/draws/` or `/d/`; `query`: behind the "?"."""

    place: str
    query: str
    headers: Mapping[str, str]

    def frame(self, tx: Tx, up: str) -> Frame:
        """The frame of a page in the reader's language."""
        return parts.frame(phone.language_of(self.query, self.headers), brands.brand(tx), up)


def draws(context: Context, tx: Tx, asked: Asked) -> Reply:
    """`GET /draws`: those to come first, then the newest; of a draw's lists the one that counts."""
    newest: dict[str, DrawRow] = {}
    for row in sorted(all_rows(tx, BUCKET, DrawRow), key=lambda one: one.seq):
        newest[row.draw] = row
    to_come = sorted((one for one in newest.values() if one.state == State.PLANNED), key=lambda one: one.at)
    others = (one for one in newest.values() if one.state != State.PLANNED)
    shown = [*to_come[:_MOST_TO_COME], *sorted(others, key=lambda one: one.at, reverse=True)][:_MOST_LISTED]
    page = asked.frame(tx, "")
    zones = [(row, _zone(tx, context.rules.campaign(tx, row.campaign))) for row in shown]
    won = [(one, _zone(tx, context.rules.campaign(tx, one.campaign))) for one in wheel_board(context, tx, _MOST_LISTED)]
    return phone.reply(page, views.listed(page, zones, _wheels(context, tx), won))


def _wheels(context: Context, tx: Tx) -> Sequence[tuple[WheelRow, Names]]:
    found = []
    for row in all_rows(tx, WHEELS, WheelRow):
        campaign = context.rules.campaign(tx, row.campaign)
        wheel = next((one for one in campaign.wheels if one.id == row.wheel), None) if campaign is not None else None
        if wheel is not None:
            found.append((row, Names(wheel.name, {one.code: one.name for one in wheel.prizes if not one.thanks})))
    return found


def draw(context: Context, tx: Tx, asked: Asked) -> Reply:
    """`GET /draws/<id>` and `/draws/<id>/<seq>`."""
    up = "../" * (asked.place.count("/") + 1)
    page = asked.frame(tx, up)
    every = sorted(all_rows(tx, BUCKET, DrawRow), key=lambda one: one.seq)
    mine = [one for one in every if one.draw == asked.place]
    row = mine[-1] if mine else next((one for one in every if f"{one.draw}/{one.seq}" == asked.place), None)
    if row is None:
        return phone.reply(page, views.nothing(page, up, words.NO_SUCH, words.NO_SUCH_ABOUT), 404)
    earlier = [one for one in every if one.draw == row.draw and one.seq < row.seq]
    manifest = _manifest(row)
    chain = _chain(tx, manifest)
    file = f"v1/draws/{quote(row.draw, safe='/')}/{row.seq}/file" if row.file_sha else ""
    said = DrawSaid(
        row,
        manifest,
        chain,
        chain == QUICKNET,
        _zone(tx, context.rules.campaign(tx, row.campaign)),
        earlier,
        file,
        [one.public for one in keys.key_rows(tx) if one.revoked_at is None],
    )
    return phone.reply(page, views.one(page, up, said))


def _manifest(row: DrawRow) -> Manifest | None:
    try:
        return manifest_of(msgspec.json.decode(row.manifest)) if row.manifest else None
    except (FieldFault, ValueError):  # of a newer program
        return None


def _chain(tx: Tx, manifest: Manifest | None) -> Chain | None:
    named = "" if manifest is None or manifest.beacon is None else manifest.beacon.chain
    return next((one for one in (QUICKNET, beacons.chain_in_force(tx)) if one.hash == named), None)


def _zone(tx: Tx, campaign: Campaign | None) -> str:
    """Of the first of a campaign's stores."""
    stores = sorted(all_rows(tx, _STORES, Store), key=lambda one: one.id)
    ours = [one for one in stores if campaign is None or not campaign.stores or one.id in campaign.stores]
    return (ours or stores)[0].zone if stores else "UTC"


def slip(context: Context, tx: Tx, asked: Asked) -> Reply:
    """`GET /d/<token>`."""
    page = asked.frame(tx, "../")
    found = slips.read(context, tx, asked.place)
    if found is None:
        return phone.reply(page, views.nothing(page, "../", words.SLIP, words.NOT_OURS), 404)
    zone = _zone(tx, found.campaign)
    if found.draw is not None:
        row = published_rows(tx, "draws", [name := f"{found.draw.draw}/{found.draw.seq}"], DrawRow).get(name)
        file = f"v1/draws/{quote(name, safe='/')}/file" if row is not None and row[1].file_sha else ""
    else:
        file = lease_file.link(found.lease)
    return phone.reply(page, views.slip(page, "../", asked.place, found, zone, file))


def program(asked: Asked) -> Reply:
    """`GET /verify`: the checking program; with `?save` as a file to keep, which asks nobody for anything."""
    saved = "save" in parse_qs(asked.query[:200], keep_blank_values=True)
    plain, packed = _program(at_hq=not saved)
    headers = {
        "cache-control": _KEPT,
        "content-security-policy": "frame-ancestors 'none'",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
        "referrer-policy": "no-referrer",
        "vary": "accept-encoding",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }
    if saved:
        headers["content-disposition"] = f'attachment; filename="{verifier.NAME}"'
    body = plain
    if "gzip" in asked.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        body = packed
    return Reply(200, raw=body, content_type=phone.TYPE, headers=headers)


@cache
def _program(*, at_hq: bool) -> tuple[bytes, bytes]:
    made = verifier.html(paths.resources() / "verifier", at_hq=at_hq)
    return made, gzip.compress(made, 9, mtime=0)
