"""`/w/<ticket>`: the photo wall on a guest's own phone: send a photograph, take it back, vote for one.

Who has the ticket sends and votes for its guest. A photograph is on the wall when somebody of the organizer let it
through; until then only who sent it is told that it waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from kiosk.domain.campaigns.facts import VOTE_CAST, Done
from kiosk.domain.channels import Channel
from kiosk.domain.guests.photos import MOST
from kiosk.domain.guests.stage_names import stage_name
from kiosk.domain.texts import LocalText
from kiosk.domain.time import millis
from kiosk.hq.campaigns import happenings
from kiosk.hq.context import Context
from kiosk.hq.documents.phone import Frame
from kiosk.hq.guests import wall
from kiosk.hq.guests.wall import Sent
from kiosk.hq.guests_desk import ticket_links, ticket_page
from kiosk.hq.guests_desk.ticket_links import Opened, Worth
from kiosk.hq.guests_photos import multipart, pictures, views
from kiosk.hq.guests_photos.pictures import Made, Wrong
from kiosk.hq.guests_photos.views import WRONGS, Seen, Shown
from kiosk.hq.invites import sealed
from kiosk.hq.projections import photos as judged_photos
from kiosk.hq.reply import Reply
from kiosk.hq.store.database import Tx

AGREED = "1"
"""Version of the words that a guest agrees to (`views`)."""
_STEPS_A_MINUTE = 12
"""Of one ticket."""
_OURS = ("same-origin", "none", "")
_EARLY_MS = 24 * 3_600_000
"""So long before an event photographs are taken."""


class Step(Enum):
    """What a form asks for."""

    SEND = "send"
    VOTE = "vote"
    REMOVE = "remove"


def opened(context: Context, tx: Tx, place: str, query: str, headers: Mapping[str, str]) -> Reply:
    """`GET /w/…`: the page."""
    frame = views.frame_of(tx, query, headers)
    found = _open(context, tx, frame, place)
    return found if isinstance(found, Reply) else _page(context, tx, frame, found)


def picture(tx: Tx, name: str) -> Reply:
    """`GET /w/p/<photo>`: a small picture of one on the wall, by an id that nobody guesses."""
    found = wall.picture(tx, name, small=True)
    word = judged_photos.judged(tx, found[0], found[1]).get(name) if found is not None else None
    safe = {"x-content-type-options": "nosniff", "cross-origin-resource-policy": "same-origin"}
    if found is None or (word is not None and not word[2]):
        return Reply(404, raw=b"", content_type="text/plain", headers=safe)
    kept = {**safe, "cache-control": "private, max-age=3600", "content-disposition": "inline"}
    return Reply(200, raw=found[2], content_type="image/jpeg", headers=kept)


def sent(context: Context, tx: Tx, place: str, query: str, headers: Mapping[str, str], body: bytes) -> Reply:
    """`POST /w/…`: a form of the page. `tx` only reads: a picture is decoded while nobody waits to write."""
    frame = views.frame_of(tx, query, headers)
    if headers.get("sec-fetch-site", "") not in _OURS:
        return views.strange(frame)
    found = _open(context, tx, frame, place)
    if isinstance(found, Reply):
        return found
    if not context.invites.take(_about(found), _STEPS_A_MINUTE, context.clock.mono_ms()):
        return views.often(frame)
    form = multipart.read(headers.get("content-type", ""), body)
    if form is None or not sealed.is_ours(context, form.fields.get("form", ""), _about(found)):
        return _page(context, tx, frame, found, views.OLD, 400)
    step = form.fields.get("step", "")
    photo = form.fields.get("photo", "")
    if step == Step.SEND.value:
        if form.fields.get("agreed") != AGREED:
            return _page(context, tx, frame, found, views.AGREE_FIRST, 422)
        made = pictures.made(form.file)
        if isinstance(made, Wrong):
            return _page(context, tx, frame, found, WRONGS[made], 422)
        return _written(context, frame, found, lambda writing: _send(context, writing, found, made))
    if step == Step.VOTE.value:
        return _written(context, frame, found, lambda writing: _vote(context, writing, found, photo))
    if step == Step.REMOVE.value:
        return _written(context, frame, found, lambda writing: _remove(context, writing, found, photo))
    return _page(context, tx, frame, found, views.OLD, 400)


def _written(context: Context, frame: Frame, found: Opened, do: object) -> Reply:
    assert callable(do)
    with context.database.write() as tx:
        said, status = do(tx)
        return _page(context, tx, frame, found, said, status, good=status == 200)


def _send(context: Context, tx: Tx, found: Opened, made: Made) -> tuple[LocalText, int]:
    store, event, guest = found.kept.store, found.kept.event, found.guest
    each = event.photos.each if event.photos is not None else 0
    if wall.count(tx, store, event.id, guest.id) >= each:
        return views.ENOUGH, 409
    if wall.count(tx, store, event.id) >= MOST:
        return views.FULL, 409
    photo = context.random.bytes(16).hex()
    name = stage_name(guest.name, event.mask)
    sent = Sent(photo, guest.id, name, context.clock.now_ms(), AGREED, made.picture, made.small)
    wall.put(tx, store, event.id, sent)
    judged_photos.tell(context, tx, event.id, [photo])
    return views.THANKS, 200


def _vote(context: Context, tx: Tx, found: Opened, photo: str) -> tuple[LocalText, int]:
    """A guest's vote; given anew it moves, and is no other vote."""
    store, event, guest = found.kept.store, found.kept.event, found.guest
    if event.photos is None or not event.photos.votes:
        return views.NO_VOTES, 409
    there = _on_the_wall(tx, found)
    before = wall.vote_of(tx, store, event.id, guest.id)
    if photo not in there:
        return views.GONE, 409
    if there[photo] == guest.id:
        return views.OWN, 409
    if before == photo:
        return views.VOTED, 200
    wall.put_vote(tx, store, event.id, guest.id, photo, context.clock.now_ms())
    judged_photos.tell(context, tx, event.id, filter(None, (before, photo)))
    if before is None and guest.member and event.campaign_event:
        body = Done(member=guest.member, channel=str(Channel.ONLINE), ref=event.campaign_event)
        happenings.happened(context, tx, VOTE_CAST, VOTE_CAST.write(body))
    return views.VOTED, 200


def _remove(context: Context, tx: Tx, found: Opened, photo: str) -> tuple[LocalText, int]:
    """A guest's own photograph is taken back."""
    store, event = found.kept.store, found.kept.event.id
    mine = {one for one, guest, _name, _at in wall.of_event(tx, store, event) if guest == found.guest.id}
    if photo not in mine:
        return views.GONE, 409
    wall.remove(context, tx, store, event, [photo])
    return views.REMOVED, 200


def _on_the_wall(tx: Tx, found: Opened) -> dict[str, str]:
    """Photographs that everybody may see: whose each is."""
    store, event = found.kept.store, found.kept.event.id
    said = judged_photos.judged(tx, store, event)
    return {
        photo: guest for photo, guest, _name, _at in wall.of_event(tx, store, event) if photo in said and said[photo][2]
    }


def _about(found: Opened) -> str:
    return f"photos/{found.guest.event}/{found.guest.id}"


def _open(context: Context, tx: Tx, frame: Frame, place: str) -> Opened | Reply:
    """The guest, while there is a wall for them; else the page that says why not."""
    found = ticket_links.opened(context, tx, place)
    if isinstance(found, Worth):
        return ticket_page.nothing(frame, found)
    event = found.kept.event
    if event.photos is None:
        return views.none_here(frame)
    if found.kept.closed_at is not None:
        return views.closed(frame)
    if context.clock.now_ms() < millis(event.starts) - _EARLY_MS:
        return views.soon(frame, event)
    return found


def _page(
    context: Context,
    tx: Tx,
    frame: Frame,
    found: Opened,
    said: LocalText | None = None,
    status: int = 200,
    *,
    good: bool = False,
) -> Reply:
    store, event, me = found.kept.store, found.kept.event, found.guest.id
    words = judged_photos.judged(tx, store, event.id)
    counted = judged_photos.votes(tx, store, event.id)
    rows = wall.of_event(tx, store, event.id)
    seen = [
        Seen(photo, name, counted.get(photo, 0), mine=guest == me, shown=words[photo][2] if photo in words else None)
        for photo, guest, name, _at in rows
    ]
    token = sealed.form_token(context, _about(found))
    voted = wall.vote_of(tx, store, event.id, me) or ""
    return views.page(frame, found.kept, Shown(tuple(seen), token, voted, said, good), status)
