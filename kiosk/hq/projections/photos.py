"""Guests' photographs: who said that one may be seen, or not; what the store's terminals are told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import BigInteger, Boolean, Column, MetaData, String, Table, func, select

from kiosk.domain.guests.photos import PHOTO_JUDGED, PhotoJudged
from kiosk.domain.journal.facts import Fact
from kiosk.domain.time import instant
from kiosk.hq.context import Caller, Context
from kiosk.hq.guests import kept
from kiosk.hq.guests.tables import guest_photo, photo_vote
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish
from kiosk.hq.store.columns import key, metadata
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import PhotoMarkRow, PhotoRow

_DERIVED = MetaData(naming_convention=metadata.naming_convention)
_FIRST = ("hlc", "seq")

photo_judged = Table(
    "photo_judged",
    _DERIVED,
    key("store"),
    key("event", String(64)),
    key("photo"),
    key("device"),
    key("hlc", BigInteger),
    Column("seq", BigInteger, nullable=False),
    Column("shown", Boolean, nullable=False),
    comment="what was said of each photograph: everybody may see it, or not",
)


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    said = list(_of(facts))
    rows = [
        {
            "store": origin.store,
            "event": change.event,
            "photo": change.photo,
            "device": origin.device,
            "hlc": fact.hlc,
            "seq": fact.seq,
            "shown": change.shown,
        }
        for fact, change in said
    ]
    run.tx.insert_first(photo_judged, rows, _FIRST)
    if run.live is not None:
        for event in sorted({change.event for _, change in said}):
            tell(run.live.context, run.tx, event, {one.photo for _, one in said if one.event == event})


def _of(facts: Sequence[ReadFact]) -> Iterator[tuple[Fact, PhotoJudged]]:
    for read in facts:
        for change in read.changes:
            if isinstance(change, PhotoJudged):
                yield read.fact, change


def judged(tx: Tx, store: str, event: str) -> Mapping[str, tuple[int, str, bool]]:
    """The newest word about each photograph of an event of this store, by its own terminals or by HQ: (stamp, device,
    shown)."""
    ours = photo_judged.c.store.in_((store, CHAIN)) & (photo_judged.c.event == event)
    found: dict[str, tuple[int, str, bool]] = {}
    for row in tx.execute(select(photo_judged).where(ours)):
        word = (row.hlc, row.device, bool(row.shown))
        found[row.photo] = max(found.get(row.photo, word), word)
    return found


def votes(tx: Tx, store: str, event: str) -> Mapping[str, int]:
    """How many guests vote for each."""
    ours = (photo_vote.c.store == store) & (photo_vote.c.event == event)
    query = select(photo_vote.c.photo, func.count()).where(ours).group_by(photo_vote.c.photo)
    return {photo: int(count) for photo, count in tx.execute(query)}


def tell(context: Context, tx: Tx, event: str, photos: Iterable[str]) -> None:
    """What the store's terminals know of these: pictures that are there and were not refused, and how each stands."""
    held = kept.kept(tx, event)
    wanted = sorted(set(photos))
    if held is None or held.closed_at is not None or not wanted:
        return
    ours = (guest_photo.c.store == held.store) & (guest_photo.c.event == event) & guest_photo.c.photo.in_(wanted)
    rows = {row.photo: row for row in tx.execute(select(guest_photo).where(ours))}
    said, counted = judged(tx, held.store, event), votes(tx, held.store, event)
    pictures, marks = Bucket(held.store, "photos"), Bucket(held.store, "photo_marks")
    changes = []
    for photo in wanted:
        row, word = rows.get(photo), said.get(photo)
        there = row is not None and (word is None or word[2])
        mark = PhotoMarkRow(
            event,
            photo,
            counted.get(photo, 0),
            None if word is None else word[2],
            "" if word is None else f"{word[0]:x}",
            "" if word is None else word[1],
        )
        told = None
        if row is not None and there:
            told = PhotoRow(event, photo, row.name, instant(row.at), bytes(row.picture))
        changes += [
            RowChange(pictures, f"{event}/{photo}", told),
            RowChange(marks, f"{event}/{photo}", None if row is None else mark),
        ]
    publish(tx, changes, context.clock.now_ms())


PHOTOS = Projection(
    name="photos",
    version=1,
    kinds=frozenset({str(PHOTO_JUDGED)}),
    tables=(photo_judged,),
    apply=_apply,
)
