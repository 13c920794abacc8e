"""The photo wall at HQ: guests send from their phones, somebody lets through, guests vote, all of it is erased."""

from __future__ import annotations

import argparse
import base64
import json
import re
import struct
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from kiosk.cli import hq_events_photos
from kiosk.domain.guests.photos import PHOTO_JUDGED
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.time import millis
from kiosk.hq.guests import kept
from kiosk.hq.guests.tables import guest_photo, photo_vote
from kiosk.hq.guests_photos import multipart, pictures
from kiosk.hq.guests_photos.pictures import Made, Wrong
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.schema import fact
from kiosk.hq.wire.app import WireResponse
from kiosk.protocol.rows import PHOTO_BYTES
from tests.unit.hq.guests.test_events import DAY, brought, published, row
from tests.unit.hq.rig import NOON, Terminal, TestClock, put

ENGLISH = {"accept-language": "en"}
EDGE = "xX-edge-Xx"


def photograph(wide: int = 640, high: int = 480, *, kind: str = ".jpg") -> bytes:
    """The left half dark, the right half light."""
    image = np.zeros((high, wide, 3), np.uint8)
    image[:, wide // 2 :] = 230
    return bytes(cv2.imencode(kind, image)[1].tobytes())


def with_exif(data: bytes, orientation: int) -> bytes:
    """The same, as a camera held on its side writes it, with a place in it."""
    tags = struct.pack("<2sHIH", b"II", 42, 8, 1) + struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    body = b"Exif\0\0" + tags + struct.pack("<I", 0) + b"GPS 25.0330 N 121.5654 E"
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + data[2:]


def form(fields: Mapping[str, str], file: bytes | None = None) -> bytes:
    """As a browser sends it."""
    parts = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items()
    ]
    if file is not None:
        head = 'Content-Disposition: form-data; name="file"; filename="IMG 1.jpg"\r\nContent-Type: image/jpeg'
        parts.append(f"--{EDGE}\r\n{head}\r\n\r\n".encode() + file + b"\r\n")
    return b"".join(parts) + f"--{EDGE}--\r\n".encode()


class Phone:
    """A guest's phone with a ticket."""

    def __init__(self, hq: Headquarters, code: str) -> None:
        self.hq, self.token, self.photos = hq, "", list[str]()
        self.place = f"/w/{quote(code, safe=':$*-.')}"

    def open(self, language: str = "en") -> str:
        page = self.hq.wire.handle("GET", unquote(self.place), {"accept-language": language}, b"")
        text = page.body.decode()
        found = re.search(r'name=form value="([^"]+)"', text)
        self.token = found[1] if found else ""
        self.photos = re.findall(r'src="p/([0-9a-f]{32})"', text)
        assert page.status == 200, text
        return text

    def step(self, step: str, file: bytes | None = None, **fields: str) -> WireResponse:
        heads = ENGLISH | {"content-type": f"multipart/form-data; boundary={EDGE}"}
        body = form({"form": self.token, "step": step, **fields}, file)
        return self.hq.wire.handle("POST", unquote(self.place), heads, body)

    def sends(self, file: bytes = b"") -> WireResponse:
        self.open()
        return self.step("send", file or photograph(), agreed="1")


@pytest.fixture
def phones(hq: Headquarters, clock: TestClock) -> list[Phone]:
    """Of three guests, a member first, an hour after the event began."""
    member = Member("m-9", "1", "李小美", "+886912345678", Tier.BASIC, Segment.NEW, 0, "s1", NOON)
    hq.publish([put("s1", "members", "m-9", member)])
    event = published(hq, photos={"each": 2}, campaign="c", campaign_event="photo-wall")
    brought(hq, row("李小美", member="m-9"), row("王大明"), row("張三"))
    made = {one.guest.name: Phone(hq, one.code) for one in hq.events.tickets("gala")[1]}
    clock.now = millis(event.starts) + 3_600_000
    return [made[name] for name in ("李小美", "王大明", "張三")]


def told(desk: Terminal) -> dict[str, tuple[bool | None, int]]:
    """What a desk knows: photograph → (shown, votes)."""
    marks = desk.rows("store/s1/photo_marks").values()
    return {one["photo"]: (one.get("shown"), one.get("votes", 0)) for one in marks}


def test_a_photo_goes_from_a_phone_to_the_wall_and_is_voted_for(hq: Headquarters, phones: list[Phone]) -> None:
    desk = Terminal.enrolled(hq)
    amy, wang, chang = phones
    for language, says in (("zh-TW", "照片牆"), ("zh-CN", "照片墙"), ("en", "Photo wall")):
        text = amy.open(language)
        assert says in text
        assert "<script" not in text
        assert len(text.encode()) < 60_000
    assert b"once the organizer has looked" in wang.sends().body
    (photo,) = told(desk)
    assert told(desk)[photo] == (None, 0)
    rows = desk.rows("store/s1/photos")
    assert rows[f"gala/{photo}"]["name"] == "王*明"
    data = base64.b64decode(rows[f"gala/{photo}"]["picture"])
    assert pictures.head(data) == ("jpeg", 640, 480)
    assert amy.open().count("<img") == 0
    assert wang.open().count("<img") == 1  # their own, which waits
    desk.fact(PHOTO_JUDGED, {"event": "gala", "photo": photo, "shown": True})
    desk.push()
    assert told(desk)[photo] == (True, 0)
    assert "王*明" in amy.open()
    assert amy.photos == [photo]
    small = hq.wire.handle("GET", f"/w/p/{photo}", {}, b"")
    assert (small.status, small.headers["content-type"]) == (200, "image/jpeg")
    for phone in (amy, chang):
        phone.open()
        assert phone.step("vote", photo=photo).status == 200
        assert phone.step("vote", photo=photo).status == 200
    assert told(desk)[photo] == (True, 2)
    with hq.context.database.read() as tx:
        cast = tx.execute(select(fact.c.raw).where(fact.c.kind == "vote.cast")).scalars().all()
    assert [json.loads(bytes(one))["body"]["member"] for one in cast] == ["m-9"]
    assert b"somebody else" in wang.step("vote", photo=photo).body
    assert hq.check() == []
    hq.rebuild()
    assert told(desk)[photo] == (True, 2)


def test_a_vote_moves_and_is_told_once(hq: Headquarters, phones: list[Phone]) -> None:
    desk = Terminal.enrolled(hq)
    amy, wang, _ = phones
    wang.sends()
    wang.sends(photograph(300, 300))
    assert b"as many as you may" in wang.sends().body
    first, second = sorted(told(desk))
    assert hq.events.judge_photos("gala", [first, second], shown=True) == 2
    amy.open()
    amy.step("vote", photo=first)
    amy.step("vote", photo=second)
    assert told(desk) == {first: (True, 0), second: (True, 1)}
    with hq.context.database.read() as tx:
        assert len(tx.execute(select(fact.c.raw).where(fact.c.kind == "vote.cast")).all()) == 1
    wang.open()
    assert wang.step("remove", photo=second).status == 200
    assert told(desk) == {first: (True, 0)}
    assert hq.wire.handle("GET", f"/w/p/{second}", {}, b"").status == 404
    amy.open()
    assert amy.step("vote", photo=first).status == 200
    with hq.context.database.read() as tx:
        assert len(tx.execute(select(fact.c.raw).where(fact.c.kind == "vote.cast")).all()) == 1
    assert amy.step("remove", photo=first).status == 409  # somebody else's
    assert amy.step("vote", photo="0" * 32).status == 409


def test_a_refused_photo_is_nowhere(hq: Headquarters, phones: list[Phone], tmp_path: Path) -> None:
    desk = Terminal.enrolled(hq)
    amy, wang, _ = phones
    wang.sends()
    (photo,) = told(desk)
    assert hq.events.judge_photos("gala", [photo], shown=False) == 1
    assert desk.rows("store/s1/photos") == {}
    assert told(desk)[photo] == (False, 0)
    assert amy.open().count("<img") == 0
    assert "Not on the wall" in wang.open()
    assert hq.wire.handle("GET", f"/w/p/{photo}", {}, b"").status == 404
    assert amy.step("vote", photo=photo).status == 409
    args = argparse.Namespace(event="gala", out=tmp_path, waiting=False, let_through=[photo], refuse=[], json=False)
    assert hq_events_photos.run(hq, args) == 0
    assert pictures.head((tmp_path / f"{photo}.jpg").read_bytes())[0] == "jpeg"
    assert len(desk.rows("store/s1/photos")) == 1


def test_a_terminal_of_another_store_has_no_say(hq: Headquarters, phones: list[Phone]) -> None:
    desk, elsewhere = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2", seed=5)
    phones[0].sends()
    (photo,) = told(desk)
    elsewhere.fact(PHOTO_JUDGED, {"event": "gala", "photo": photo, "shown": True})
    elsewhere.push()
    assert told(desk)[photo] == (None, 0)


def test_what_is_no_photo_for_the_wall_changes_nothing(hq: Headquarters, phones: list[Phone], clock: TestClock) -> None:
    amy, wang, _ = phones
    bomb = pictures._PNG + b"\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000) + bytes(9)
    for file, says in (
        (b"", "choose a photo"),
        (b"GIF89a" + bytes(400), "no JPEG or PNG"),
        (bomb, "too large"),
        (photograph(100, 100), "too small"),
        (photograph()[:600], "cannot be read"),
    ):
        amy.open()
        page = amy.step("send", file, agreed="1")
        assert (page.status, says in page.body.decode()) == (422, True), says
    amy.open()
    assert amy.step("send", photograph()).status == 422  # nobody agreed
    wang.token = amy.token
    assert wang.step("send", photograph(), agreed="1").status == 400
    cross = ENGLISH | {"content-type": f"multipart/form-data; boundary={EDGE}", "sec-fetch-site": "cross-site"}
    assert hq.wire.handle("POST", unquote(amy.place), cross, form({"form": amy.token, "step": "vote"})).status == 403
    clock.now += 60_000
    assert [amy.step("vote").status for _ in range(14)].count(429) > 0
    with hq.context.database.read() as tx:
        assert tx.execute(select(guest_photo)).all() == []


def test_who_has_no_ticket_is_not_heard_to_the_end(hq: Headquarters, phones: list[Phone]) -> None:
    assert hq.wire.gate.at_once("POST", unquote(phones[0].place), {}, "1.2.3.4") is None
    good = hq.wire.looked_up("POST", unquote(phones[0].place), {})
    assert good.device.startswith("guest/gala/")  # type: ignore[union-attr]
    for place in ("/w/KT1:NONSENSE", "/w/x"):
        assert hq.wire.looked_up("POST", place, {}).status == 404  # type: ignore[union-attr]


def test_photos_go_with_the_guests(hq: Headquarters, phones: list[Phone], clock: TestClock) -> None:
    desk = Terminal.enrolled(hq)
    chang = phones[2]
    for phone in phones:
        phone.sends()
    hq.events.judge_photos("gala", told(desk), shown=True)
    chang.open()
    mine = next(one.photo for one in hq.events.photos("gala") if one.name == "王*明")
    chang.step("vote", photo=mine)
    with hq.context.database.write() as tx:
        assert kept.forget_members(hq.context, tx, ["m-9"]) == 1
    assert len(told(desk)) == 2
    assert told(desk)[mine] == (True, 1)
    clock.now += 40 * DAY
    assert hq.events.forget_due() == 1
    later = Terminal.enrolled(hq, seed=9)
    assert later.rows("store/s1/photos") == later.rows("store/s1/photo_marks") == {}
    with hq.context.database.read() as tx:
        assert tx.execute(select(guest_photo)).all() == tx.execute(select(photo_vote)).all() == []


# --- pictures and forms ----------------------------------------------------------------------------------------------


def test_a_picture_stands_upright_and_says_nothing_of_its_place() -> None:
    made = pictures.made(with_exif(photograph(640, 480), 6))
    assert isinstance(made, Made)
    assert pictures.head(made.picture) == ("jpeg", 480, 640)
    assert b"Exif" not in made.picture
    assert b"GPS" not in made.picture
    large = pictures.made(photograph(6_000, 4_000))
    assert isinstance(large, Made)
    assert pictures.head(large.picture) == ("jpeg", 1_440, 960)
    assert pictures.head(large.small) == ("jpeg", 360, 240)
    noise = np.random.default_rng(1).integers(0, 255, (1_500, 1_500, 3), dtype=np.uint8)
    busy = pictures.made(bytes(cv2.imencode(".jpg", noise, [cv2.IMWRITE_JPEG_QUALITY, 95])[1].tobytes()))
    assert isinstance(busy, Made)
    assert len(busy.picture) <= PHOTO_BYTES
    assert isinstance(pictures.made(photograph(kind=".png")), Made)


@given(st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]))
def test_whatever_comes_is_judged(data: bytes, begin: bytes) -> None:
    assert isinstance(pictures.made(begin + data), Wrong)


@given(st.binary(max_size=300))
def test_whatever_a_form_is_it_is_read(data: bytes) -> None:
    body = f"--{EDGE}".encode() + data
    found = multipart.read(f"multipart/form-data; boundary={EDGE}", body)
    assert found is None or len(found.fields) <= multipart.MOST_PARTS
    assert multipart.read("text/plain", body) is None


@given(
    st.dictionaries(st.sampled_from(["form", "step", "photo"]), st.text(st.characters(categories=["L", "Nd"]))),
    st.binary(),
)
def test_a_browsers_form_is_read_as_it_was_filled_in(fields: dict[str, str], file: bytes) -> None:
    if f"\r\n--{EDGE}".encode() in file:
        return
    found = multipart.read(f'multipart/form-data; boundary="{EDGE}"', form(fields, file))
    assert found is not None
    assert (found.fields, found.file) == (fields, file)


def test_the_words_are_those_of_the_newest(hq: Headquarters, phones: list[Phone], clock: TestClock) -> None:
    desk = Terminal.enrolled(hq)
    phones[0].sends()
    (photo,) = told(desk)
    for shown in (True, False, True):
        clock.now += 1_000
        desk.fact(PHOTO_JUDGED, {"event": "gala", "photo": photo, "shown": shown})
        desk.push()
        assert told(desk)[photo][0] is shown
