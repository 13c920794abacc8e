"""The invite's page in Chromium, served by the real server: three languages on a phone of 360×640, without a script."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import cv2
import numpy as np
import pytest
import requests
import zxingcpp

from kiosk.domain.scan.events import Symbology
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.tokens import TokenKind
from kiosk.hq.invites import words
from kiosk.hq.web.server import HqServer
from kiosk.protocol.tokens.classify import Token, classify
from kiosk.protocol.tokens.text_form import to_link
from tests.shared.chromium import Chromium, Phone, browser
from tests.unit.hq.invites.guests import Chain, inviting

__all__ = ["browser"]
SMS = "+88691234567"


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chain]:
    made = inviting(tmp_path_factory.mktemp("invites"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def server(chain: Chain) -> Iterator[HqServer]:
    made = HqServer(chain.hq)
    made.start()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _nobody_takes_messages(allowed_warnings: list[str]) -> None:
    """A message that waits can be read."""
    allowed_warnings.append('"gateway"')


def link(server: HqServer, token: str) -> str:
    """As a phone's camera reads it: in capitals."""
    made = to_link(token, "hq.example")
    return server.url + made[made.index("/Q/") :]


def is_well_made(phone: Phone) -> None:
    assert phone.violations() == []
    assert phone.too_wide() == []
    assert phone.too_small() == []
    assert phone.run("document.scripts.length") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_friend_becomes_a_member_on_the_phone(
    chain: Chain, server: HqServer, browser: Chromium, language: str, tmp_path: Path
) -> None:
    number = LANGUAGES.index(language)
    phone = browser.phone(language)
    assert phone.open(link(server, chain.invite(by_till=True))) == 200
    assert words.say(words.INVITES, language, name="陳*麗") in phone.text
    is_well_made(phone)
    if language == LANGUAGES[0]:
        phone.run("document.querySelectorAll('details').forEach(one => one.open = true)")
        is_well_made(phone)
    assert phone.submit("form button") == 422
    assert phone.count("[aria-invalid=true]") == 5
    is_well_made(phone)
    phone.type("#phone", f"0912 345 67{number}")
    phone.type("#name", "林大文")
    phone.tap("#child")
    assert phone.run("getComputedStyle(document.querySelector('.guardian')).display") == "block"
    assert (phone.too_wide(), phone.too_small()) == ([], [])
    phone.tap("#adult")
    assert phone.run("getComputedStyle(document.querySelector('.guardian')).display") == "none"
    phone.tap("label[for=consent0]")
    assert phone.submit("form button") == 200
    assert f"0912 345 67{number}" in phone.text
    is_well_made(phone)
    phone.type("#code", "1")
    assert phone.submit("form button") == 422
    phone.type("#code", chain.code(f"{SMS}{number}"))
    assert phone.submit("form button") == 200
    assert words.say(words.WELCOME, language, name="林*文") in phone.text
    is_well_made(phone)
    phone.picture(tmp_path / "done.png")
    picture = cv2.imdecode(np.fromfile(tmp_path / "done.png", np.uint8), cv2.IMREAD_GRAYSCALE)
    read = [classify(one.text, Symbology.QR) for one in zxingcpp.read_barcodes(picture)]
    kinds = {found.text[:3] for found in read if isinstance(found, Token)}
    assert kinds == {TokenKind.MEMBER_PASS, TokenKind.COUPON}, "a scanner reads them off the glass"
    phone.close()


def test_by_keyboard_alone_and_in_another_language(chain: Chain, server: HqServer, browser: Chromium) -> None:
    phone = browser.phone("en")
    phone.open(link(server, chain.invite()))
    assert phone.submit("nav a[lang=zh-Hant-TW]") == 200
    assert words.JOIN.zh_TW in phone.text
    seen = []
    for _ in range(20):
        phone.press("Tab")
        seen.append(phone.run("document.activeElement.id || document.activeElement.tagName"))
        if seen[-1] == "phone":
            break
    assert "phone" in seen
    assert phone.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    phone.press("Enter")  # sends the form as a touch does
    phone.close()


def test_an_invitation_that_is_none_says_what_to_do(server: HqServer, browser: Chromium) -> None:
    for language in LANGUAGES:
        phone = browser.phone(language)
        assert phone.open(f"{server.url}/q/KI1%3AABC") == 404
        assert words.TITLES["none"][0].get(language) in phone.text
        is_well_made(phone)
        phone.close()


def test_the_server_answers_heads_and_links_of_every_way_of_writing(chain: Chain, server: HqServer) -> None:
    token = chain.invite()
    places = (quote(token, safe=""), quote(token, safe=":$*-."), quote(token, safe="/:$*-.+"))
    answers = [requests.get(f"{server.url}/q/{place}", timeout=60) for place in places]
    assert {one.status_code for one in answers} == {200}
    head = requests.head(f"{server.url}/q/{places[0]}", timeout=60)
    assert (head.status_code, head.content, head.headers["content-type"]) == (200, b"", "text/html; charset=utf-8")
    page = requests.get(f"{server.url}/q/{places[0]}", params={"lang": "zh-Hant-TW"}, timeout=60)
    assert 'lang="zh-Hant-TW"' in page.text
    logo = re.search(r'src="(logo/[0-9a-f]{16}\.png)"', page.text)
    assert logo is not None
    assert io.BytesIO(requests.get(f"{server.url}/q/{logo[1]}", timeout=60).content).read(4) == b"\x89PNG"


def test_what_is_wrong_with_a_page_is_found(browser: Chromium) -> None:
    """The measure itself: a page that nobody should be shown."""
    phone = browser.phone("en")
    bad = "<title>x</title><input name=a><button style='width:9px'>.</button><div style='width:999px'>wide</div>"
    phone.open(f"data:text/html,<meta name=viewport content=width=device-width>{quote(bad)}")
    assert {one.partition(":")[0] for one in phone.violations()} >= {"label", "html-has-lang"}
    assert any(one.startswith("DIV") for one in phone.too_wide())
    assert any(one.startswith("BUTTON") for one in phone.too_small())
    phone.close()
