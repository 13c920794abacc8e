"""HQ's pages of draws in Chromium, served by the real server: three languages on a phone of 360×640; and the button on
them, which has the phone compute the draw again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import pytest

from kiosk.domain.documents.brand import Brand
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.hq.draws_batch.receipts import tickets_of
from kiosk.hq.draws_pages import words
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.web.server import HqServer
from tests.shared.chromium import Chromium, Phone, browser
from tests.shared.wheels import beacon, comes_out, leased
from tests.shared.wheels import rules as wheel_rules
from tests.unit.hq.draws_batch import rig
from tests.unit.hq.draws_pages.test_pages import FIVE, wheel_slip
from tests.unit.hq.rig import Terminal, TestClock, headquarters

__all__ = ["browser"]
CHECK = 'a.button[href*="verify?lang"]'


@dataclass
class World:
    """A draw that was held after its first list became void, a wheel's lease that is closed, and codes of both."""

    hq: Headquarters
    server: HqServer
    ticket: str
    slip: str
    forged: str


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    clock = TestClock()
    hq = headquarters(tmp_path_factory.mktemp("hq"), clock)
    hq.put_brand(Brand(LocalText("晴光", "晴光", "Sunlight"), b"", "#0e6b5b"))
    draw = rig.rules()
    both = wheel_rules().replace("\nrules:\n", draw.partition("rules:\n")[0].rstrip() + "\nrules:\n")
    both += draw.partition("rules:\n")[2].replace("id: mug,", "id: mug-drawn,", 1)
    rig.chain_with(hq, FIVE, both)
    tape = leased(Terminal.enrolled(hq), "w-1", 20)
    assert comes_out(hq, beacon(), tape.lease)
    tape.opened(beacon()).spins(6)
    tape.till.push()
    tape.closed()
    tape.till.push()
    seen = rig.at_one(hq, clock)
    from kiosk.domain.draws.facts import VoidReason

    hq.draws.void(rig.DRAW, VoidReason.WRONG_LIST, by="S1", second="S2")
    hq.draws.freeze(rig.DRAW)
    seen.settle()
    clock.now += rig.HOUR
    rig.comes_out(hq, hq.draws.every()[-1])
    hq.draws.clock().settle()
    with hq.database.write() as tx:
        ticket = tickets_of(hq.context, tx, "m5")[0].token
    other = next(code for code in ("mug", "thanks") if code != tape.codes[2])
    server = HqServer(hq)
    server.start()
    yield World(hq, server, ticket, wheel_slip(tape, clock, 2), wheel_slip(tape, clock, 2, code=other))
    server.stop()
    hq.database.close()


@pytest.fixture
def phone(browser: Chromium, request: pytest.FixtureRequest) -> Iterator[Phone]:
    made = browser.phone(getattr(request, "param", "zh_TW"), script=True)
    yield made
    made.close()


def slip_path(token: str) -> str:
    return f"/d/{quote(token, safe=':$*-.')}"


def is_well_made(phone: Phone) -> None:
    assert phone.violations() == []
    assert phone.too_wide() == []
    assert phone.too_small() == []
    assert "{" not in phone.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_on_a_phone_without_a_script(browser: Chromium, world: World, language: str) -> None:
    phone = browser.phone(language)
    pages = {
        "/draws": words.DRAWS,
        f"/draws/{rig.DRAW}": words.WINNERS,
        f"/draws/{rig.DRAW}/1": words.STATES["void"],
        slip_path(world.ticket): words.GENUINE,
        slip_path(world.slip): words.GENUINE,
        slip_path(world.forged): words.NOT_GOOD,
    }
    for path, said in pages.items():
        assert phone.open(world.server.url + path) == 200
        assert said.get(language) in phone.text, path
        assert phone.too_wide() == []
        assert phone.too_small() == []
        if language == "zh_TW":  # what axe-core looks at is the same in all
            is_well_made(phone)
    phone.close()


@pytest.mark.parametrize("phone", ["en"], indirect=True)
def test_from_the_list_to_a_draw_to_its_earlier_list_and_back(phone: Phone, world: World) -> None:
    phone.open(f"{world.server.url}/draws")
    phone.submit("a.card")
    assert "Winners" in phone.text
    phone.submit(".won a.target")
    assert "This draw is void" in phone.text
    phone.submit("main > p a.target")
    assert "Draws and results" in phone.text


@pytest.mark.parametrize("phone", ["en"], indirect=True)
def test_one_button_has_the_phone_compute_the_draw_again(phone: Phone, world: World) -> None:
    phone.open(f"{world.server.url}/draws/{rig.DRAW}")
    phone.submit(CHECK)
    phone.until(".verdict")
    assert phone.count(".verdict.good") == 1
    assert rig.DRAW in phone.text
    assert "Not the public beacon" in phone.text
    # prizes have the names that the published rules give them
    assert phone.run("[...document.querySelector('tbody').rows].map(one => one.cells[0].innerText)") == ["Rule"] * 3
    assert {url.split("?")[0].split("#")[0] for url in phone.asked if not url.startswith("blob:")} <= {
        f"{world.server.url}/verify",
        f"{world.server.url}/v1/draws/{rig.DRAW}/2/file",
        f"{world.server.url}/draws/{rig.DRAW}",
    }


@pytest.mark.parametrize("phone", ["en"], indirect=True)
@pytest.mark.parametrize(
    ("which", "said"),
    [("ticket", "The entry is in the published list."), ("slip", "The published file gives the same for this slot.")],
)
def test_a_code_is_checked_by_the_phone_beside_the_published_file(
    phone: Phone, world: World, which: str, said: str
) -> None:
    phone.open(world.server.url + slip_path(getattr(world, which)))
    phone.submit(CHECK)
    phone.until(".verdict")
    phone.until("#mine .note")
    assert "This slip is genuine" in phone.text
    assert said in phone.text
    assert phone.count("#mine .wrong") == 0
