"""Photographs that guests sent: those on the wall, those that wait for somebody's word, and that word."""

from __future__ import annotations

from kiosk.application.guests.listen import Desk
from kiosk.application.guests.outcomes import PhotoView
from kiosk.application.ports.guests import ToldPhoto
from kiosk.domain.guests.photos import PHOTO_JUDGED, JudgedBody, newest
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant


def photos(desk: Desk) -> tuple[PhotoView, ...]:
    """All that HQ told of, by when they came, each as the newest word anywhere says."""
    said = desk.tx.photos_judged(desk.event.id)

    def shown(one: ToldPhoto) -> bool | None:
        words = list(said.get(one.photo, ()))
        if one.shown is not None:
            words.append((one.stamp, one.device, one.shown))
        return newest(words)

    return tuple(
        PhotoView(one.photo, one.name, instant(one.at_ms), one.votes, shown(one))
        for one in desk.list.photos(desk.event.id)
    )


def judge(desk: Desk, photo: str, actor: Actor, *, shown: bool) -> PhotoView | Refusal | None:
    """Somebody looked at one. The newest word counts, at whatever desk, or at HQ. None: it is there no longer."""
    if not actor.may(Permission.SERVE):
        return Refusal(RefusalCode.NOT_PERMITTED)
    found = next((one for one in photos(desk) if one.photo == photo), None)
    if found is None:
        return None
    if found.shown is not shown:
        body = JudgedBody(event=desk.event.id, photo=photo, shown=shown)
        desk.tx.append(PHOTO_JUDGED, actor.id, PHOTO_JUDGED.write(body))
    return PhotoView(found.photo, found.name, found.at, found.votes, shown)
