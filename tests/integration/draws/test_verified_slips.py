"""Tickets and result slips in the HTML verifier: what it says of a code, by itself and beside the published file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from kiosk import paths
from kiosk.application.draws.wheel_outcomes import Spun
from kiosk.domain.draws import merkle
from kiosk.domain.draws.entrants import leaf_hashes
from kiosk.domain.draws.published import BatchFile, WheelFile
from kiosk.domain.draws.wheel import slot_salt, tape, tape_seed, tape_tree
from kiosk.domain.tokens import DrawKind, DrawReceiptClaims, SigningKey
from kiosk.protocol.draws import verifier
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import signing_key
from kiosk.protocol.tokens.text_form import to_link
from tests.shared.chromium import Chromium, Phone, browser
from tests.shared.wheel_till import DEVICE, WheelTill
from tests.unit.draws.published_samples import FILES, bytes_of, key, sealed
from tests.unit.tokens.samples import HQ

__all__ = ["browser"]
NOW = datetime(2026, 12, 31, 12, tzinfo=UTC)
YEARS = timedelta(days=731)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("stick") / verifier.NAME
    file.write_bytes(verifier.html(paths.resources() / "verifier"))
    return file


@pytest.fixture
def phone(browser: Chromium, page: Path) -> Iterator[Phone]:
    made = browser.phone("en", script=True)
    made.open(page.as_uri())
    yield made
    made.close()


def signing(words: str) -> SigningKey:
    return signing_key(key(words).private_bytes_raw())


def ticket(file: BatchFile, i: int, **changed: Any) -> DrawReceiptClaims:
    """Of the i-th of the list."""
    counts = list(file.counts)
    tree = merkle.Tree(leaf_hashes(counts, file.commitments))
    claims = DrawReceiptClaims(
        issuer="HQ",
        key_id=signing("hq").key_id,
        issued=NOW,
        expires=NOW + YEARS,
        draw_kind=DrawKind.BATCH,
        draw=file.manifest.draw_id,
        index=i,
        size=tree.size,
        salt=bytes_of(f"salt {i}", 16),
        path=tuple(tree.path(i)),
        root=tree.root(),
        first=sum(counts[:i]),
        count=counts[i],
    )
    return replace(claims, **changed)


def slip(file: WheelFile, j: int, **changed: Any) -> DrawReceiptClaims:
    """Of slot j."""
    nt, lease = bytes.fromhex(file.nt), file.lease
    codes = tape(lease.counts, tape_seed(lease.hash(), nt, bytes.fromhex(file.beacon.signature)))
    tree = tape_tree(lease.lease_id, codes, nt)
    claims = DrawReceiptClaims(
        issuer=lease.terminal,
        key_id=signing("device").key_id,
        issued=NOW,
        expires=NOW + YEARS,
        draw_kind=DrawKind.WHEEL,
        draw=lease.lease_id,
        index=j,
        size=tree.size,
        salt=slot_salt(nt, j),
        path=tuple(tree.path(j)),
        root=tree.root(),
        code=codes[j],
    )
    return replace(claims, **changed)


def judged(phone: Phone, text: str, keys: dict[str, str] | None = None) -> dict[str, Any]:
    """What the page's engine says of a code."""
    asked = json.dumps({"text": text, "keys": keys or {}})
    found: dict[str, Any] = phone.run(f"drawEngine.answer('receipt', {asked}, () => {{}})")
    return found


def opens(phone: Phone, name: str) -> BatchFile | WheelFile:
    """The engine opens a published file."""
    file = FILES[name]()
    text = json.dumps(json.dumps(sealed(file)))
    assert phone.run(f"drawEngine.answer('open', {{ file: new Blob([{text}]) }}, () => {{}}).then(r => r.good)")
    return file


def states(found: dict[str, Any]) -> dict[str, str]:
    return {one["name"]: one["state"] for one in found["checks"]}


def test_a_wheels_slip_alone_beside_its_key_and_beside_its_file(phone: Phone) -> None:
    file = FILES["wheel"]()
    assert isinstance(file, WheelFile)
    for j in range(file.lease.size):
        text = sign_token(slip(file, j), signing("device"))
        assert states(judged(phone, text)) == {"signed": "open", "path": "good", "root": "open"}
        public = key("device").public_key().public_bytes_raw().hex()
        assert states(judged(phone, text, {public: "T007"}))["signed"] == "good"
    opens(phone, "wheel")
    for j in range(file.lease.size):
        found = judged(phone, sign_token(slip(file, j), signing("device")))
        assert states(found) == {"signed": "good", "path": "good", "root": "good", "tape": "good"}
        assert found["verdict"] == "good"


def test_a_slip_that_says_another_prize_is_found_out(phone: Phone) -> None:
    file = opens(phone, "wheel")
    assert isinstance(file, WheelFile)
    own = slip(file, 0)
    other = "A" if own.code != "A" else "thanks"
    device = signing("device")
    assert states(judged(phone, sign_token(replace(own, code=other), device)))["path"] == "bad"
    assert states(judged(phone, sign_token(replace(own, index=1), device)))["path"] == "bad"
    assert states(judged(phone, sign_token(replace(own, root=b"\1" * 32), device)))["root"] == "bad"
    forged = sign_token(replace(own, key_id=device.key_id), SigningKey(device.key_id, b"\7" * 32))
    assert states(judged(phone, forged))["signed"] == "bad"


def test_a_ticket_is_in_the_list_and_its_owner_finds_themselves(phone: Phone) -> None:
    made = FILES["beacon"]()
    assert isinstance(made, BatchFile)
    text = sign_token(ticket(made, 4), signing("hq"))
    assert states(judged(phone, text)) == {"signed": "open", "entry": "open"}
    file = opens(phone, "beacon")
    assert isinstance(file, BatchFile)
    assert file.drawn is not None
    won = {win.entrant for win in file.drawn.winners}
    for i in range(len(file.counts)):
        found = judged(phone, sign_token(ticket(file, i), signing("hq")))
        assert states(found) == {"signed": "good", "entry": "good"}
        assert bool(found["fate"]["won"]) == (i in won)
    for changed in ({"first": 0}, {"count": 99}, {"index": 0}):
        assert states(judged(phone, sign_token(ticket(file, 4, **changed), signing("hq"))))["entry"] == "bad"
    who = {"member": "E004", "name": "Guest 4", "phone": "0900000004"}
    for person, mine in ((who, True), ({**who, "name": "Guest 5"}, False)):
        asked = json.dumps({"text": text, "who": person})
        assert phone.run(f"drawEngine.answer('whose', {asked}, () => {{}})") is mine


def test_a_code_is_read_in_every_form_that_a_scanner_hands_over(phone: Phone) -> None:
    file = FILES["wheel"]()
    assert isinstance(file, WheelFile)
    text = sign_token(slip(file, 3), signing("device"))
    link = to_link(text, "hq.example", "D")
    for form in (text, text.lower(), f" {text}\r\n", link, link.lower(), f"https://hq.example/a/d/{link[21:]}?x=1#y"):
        assert judged(phone, form)["index"] == 3, form


def test_a_damaged_or_foreign_code_is_said_to_be_one(phone: Phone) -> None:
    file = FILES["wheel"]()
    assert isinstance(file, WheelFile)
    text = sign_token(slip(file, 3), signing("device"))
    opens(phone, "wheel")
    for at in range(4, len(text), 11):
        other = "0" if text[at] != "0" else "1"
        found = judged(phone, text[:at] + other + text[at + 1 :])
        assert found.get("verdict") != "good", at
    for foreign in (
        "",
        "hello",
        "https://hq.example/",
        "KD1:",
        "KD2:AB",
        sign_token(HQ.coupon(), HQ.key),
        "KD1:" + "A" * 5000,
    ):
        assert judged(phone, foreign).get("reason"), foreign


def test_what_a_till_prints_of_a_spin_without_a_network_is_checked(phone: Phone, till: WheelTill) -> None:
    till.opens({"cash:5": 3, "mug": 2, "thanks": 4})
    spun = till.spins("m-1")
    assert isinstance(spun, Spun)
    public = DEVICE.public_key().public_bytes_raw().hex()
    for form in (spun.receipt, f"https://hq.example/d/{quote(spun.receipt)}"):
        found = judged(phone, form, {public: "N01-1"})
        assert states(found) == {"signed": "good", "path": "good", "root": "open"}
        assert found["code"] == till.tapes["lucky.1"][0]


def test_the_page_says_it_in_words(phone: Phone) -> None:
    file = FILES["wheel"]()
    assert isinstance(file, WheelFile)
    phone.type("#code", sign_token(slip(file, 3), signing("device")))
    phone.tap("#mine button")
    phone.until("#mine .note")
    assert "It can be read, but not judged yet" in phone.text
    assert "Slot 3 of 16 of the wheel" in phone.text
    assert phone.violations() == []
    assert phone.too_wide() == []
    assert "{" not in phone.text
    made = FILES["beacon"]()
    assert isinstance(made, BatchFile)
    phone.type("#code", sign_token(ticket(made, 4), signing("hq")))
    phone.run("document.querySelector('#mine .note').remove()")
    phone.tap("#mine button")
    phone.until("#mine .note")
    assert "Entry 4 of the list" in phone.text
    phone.run("document.querySelector('#who').open = true")
    for name, value in (("member", "E004"), ("name", "Guest 4"), ("phone", "0900000004")):
        phone.type(f"#who-{name}", value)
    phone.tap("#who button")
    phone.until("#who .note")
    assert "It is: this entry is yours." in phone.text
