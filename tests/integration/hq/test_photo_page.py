"""The photo wall on a phone of 360×640, in Chromium, by the real server: sent, looked at, voted for, without a
script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.domain.documents.brand import Brand
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.domain.time import millis
from kiosk.hq.guests_photos import views
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.web.server import HqServer
from tests.shared.chromium import Chromium, Phone, browser
from tests.unit.hq.guests.test_events import brought, published, row
from tests.unit.hq.guests.test_photos import Phone as Guest
from tests.unit.hq.guests.test_photos import photograph
from tests.unit.hq.rig import TestClock, headquarters

__all__ = ["browser"]


@dataclass
class World:
    """An event with a wall, and two guests."""

    hq: Headquarters
    server: HqServer
    amy: Guest
    wang: Guest


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    clock = TestClock()
    hq = headquarters(tmp_path_factory.mktemp("hq"), clock)
    hq.put_brand(Brand(LocalText("晴光", "晴光", "Sunlight"), b"", "#0e6b5b"))
    event = published(hq, photos=True, name={"zh_TW": "年度晚宴", "zh_CN": "年度晚宴", "en": "Annual gala"})
    brought(hq, row("李小美"), row("王大明"))
    made = {one.guest.name: Guest(hq, one.code) for one in hq.events.tickets("gala")[1]}
    clock.now = millis(event.starts) + 3_600_000
    server = HqServer(hq)
    server.start()
    yield World(hq, server, made["李小美"], made["王大明"])
    server.stop()
    hq.database.close()


def is_well_made(phone: Phone) -> None:
    assert phone.violations() == []
    assert phone.too_wide() == []
    assert phone.too_small() == []
    assert "{" not in phone.text


def test_a_photo_is_sent_and_voted_for_without_a_script(browser: Chromium, world: World, tmp_path: Path) -> None:
    file = tmp_path / "IMG_0001.JPG"
    file.write_bytes(photograph(4_032, 3_024))
    sender = browser.phone("zh_TW")
    assert sender.open(world.server.url + world.wang.place) == 200
    is_well_made(sender)
    sender.choose("#file", file)
    sender.tap("label[for=agreed]")
    assert sender.submit("form:has(#file) button") == 200
    assert views.THANKS.zh_TW in sender.text
    is_well_made(sender)
    sender.close()
    (photo,) = [one.photo for one in world.hq.events.photos("gala")]
    world.hq.events.judge_photos("gala", [photo], shown=True)
    for language in LANGUAGES:
        phone = browser.phone(language)
        assert phone.open(world.server.url + world.amy.place) == 200
        assert phone.run("[...document.images].every(one => one.naturalWidth == 360)")
        if not world.hq.events.photos("gala")[0].votes:
            is_well_made(phone)
            assert phone.submit(".wall button") == 200
            assert views.VOTED.get(language) in phone.text
        is_well_made(phone)
        phone.close()
    assert [one.votes for one in world.hq.events.photos("gala")] == [1]
