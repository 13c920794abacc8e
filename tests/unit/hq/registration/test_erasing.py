"""A member's right to their data: all of it on a page, and gone when they want it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import zstandard
from sqlalchemy import select

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.registration import codes
from kiosk.hq.registration.codes import CodeGiven
from kiosk.hq.registration.erasing import MemberFault
from kiosk.hq.store.people import message, person, review
from kiosk.hq.store.schema import CHAIN, published, snapshot
from kiosk.protocol.wire.messages import SnapshotManifest
from tests.unit.hq.campaign_rig import buys
from tests.unit.hq.campaign_rig import published as campaign
from tests.unit.hq.registration.people import PHONE, join, members, somebody, tell
from tests.unit.hq.rig import Terminal, TestClock, read

SMS = {"url": "http://127.0.0.1:9/", "json": {"to": "{to}"}, "quiet": None}
NAME, MAIL = "歐陽美麗", "ouyang@example.com"
SECRETS = (NAME, PHONE, PHONE[4:], MAIL, "02-29")


@pytest.fixture
def till(hq: Headquarters) -> Terminal:
    hq.messages.set_gateway(Channel.SMS, SMS, None, "ann")
    made = Terminal.enrolled(hq)
    campaign(hq)
    join(made, somebody("n1", NAME, birthday="02-29", email=MAIL), held=["too_many"])
    buys(made, "n1", "t1")
    made.push()
    with hq.database.write() as tx:
        assert isinstance(codes.ask(hq.context, tx, PHONE, "prove", "en", "d/x"), CodeGiven)
    hq.registration.approve("n1", "ann", f"called {PHONE}")
    return made


def everything(hq: Headquarters, folder: Path) -> bytes:
    """All bytes that HQ keeps; this one's database is not encrypted."""
    del hq
    found = b"".join(file.read_bytes() for file in folder.glob("hq.db*"))
    for file in (folder / "snapshots").glob("*"):
        found += zstandard.ZstdDecompressor().decompressobj().decompress(file.read_bytes())
    return found


def test_what_hq_has_is_on_one_page(hq: Headquarters, till: Terminal) -> None:
    del till
    said = hq.registration.export("n1")
    assert said["person"]["n1"]["name"] == NAME
    assert said["rows"][0]["phone"] == PHONE
    assert said["consents"][0]["purpose"] == "service"
    assert "同意" in said["consents"][0]["text"]["zh_TW"], "in the words that were shown"
    assert {one["kind"] for one in said["history"]} >= {"member.registered", "sale.completed", "registration.reviewed"}
    assert said["rewards"][0]["kind"] == "points"
    assert said["reviews"][0]["note"] == f"called {PHONE}"
    assert said["letters"][0]["shown"] == "0912***001"
    json.dumps(said, default=str)
    with pytest.raises(MemberFault, match="no such member"):
        hq.registration.export("nobody")


def test_erased_nothing_says_any_more_who_it_was_and_points_stay(
    hq: Headquarters, till: Terminal, tmp_path: Path
) -> None:
    before = {one.member: one.quantity for one in hq.rewards()}
    assert any(secret.encode() in everything(hq, tmp_path) for secret in SECRETS)
    assert hq.registration.erase("n1", "asked", "ann") == ["n1"]
    kept = everything(hq, tmp_path)
    assert [secret for secret in (NAME, PHONE, PHONE[4:], MAIL) if secret.encode() in kept] == []
    row = members(hq, till)["n1"]
    assert (row["name"], row["phone"], row["card_no"], row.get("birthday"), row.get("household", "")) == (
        "", "", "", None, "",
    )  # fmt: skip
    assert {one.member: one.quantity for one in hq.rewards()} == before
    with hq.database.read() as tx:
        assert tx.execute(select(person)).all() == []
        assert tx.execute(select(message)).all() == []
        assert tx.execute(select(review.c.note)).scalars().all() == [""]
        for data in tx.execute(select(published.c.data).where(published.c.data.is_not(None))).scalars():
            assert not any(secret in data for secret in SECRETS)
    assert tell(till, somebody("n1", NAME, birthday="02-29", email=MAIL)).refused == {"n1": "erased"}
    assert [one.erased for one in hq.registration.find("n1")] == [True]
    assert hq.registration.find(PHONE) == []
    with pytest.raises(MemberFault, match="erased already"):
        hq.registration.erase("n1", "asked", "ann")
    assert hq.check() == []


def test_a_newcomer_with_the_phone_of_somebody_erased_is_somebody_new(hq: Headquarters, till: Terminal) -> None:
    hq.registration.erase("n1", "asked", "ann")
    join(till, somebody("n2", NAME))
    assert members(hq, till)["n2"].get("merged_into", "") == ""


def test_no_snapshot_keeps_who_was_erased(hq: Headquarters, till: Terminal, tmp_path: Path) -> None:
    for place in ("store/s1/members",):
        manifest = read(till.call("GET", f"/v1/snapshots/{place}"), SnapshotManifest)
        assert manifest.rows >= 1
    assert list((tmp_path / "snapshots").glob("*"))
    hq.registration.erase("n1", "asked", "ann")
    assert list((tmp_path / "snapshots").glob("*")) == []
    with hq.database.read() as tx:
        assert tx.execute(select(snapshot).where(snapshot.c.store == "s1", snapshot.c.subject == "members")).all() == []
    assert till.call("GET", manifest.path).status == 404


def test_who_is_one_with_them_is_erased_too(hq: Headquarters, till: Terminal) -> None:
    other = Terminal.enrolled(hq, "s2")
    join(other, somebody("n9", NAME))
    (seen,) = hq.registration.find("n1")
    assert seen.same == ("n9",)
    assert hq.registration.erase("n9", "asked", "ann") == ["n1", "n9"]
    for one in (till, other):
        assert all(row["phone"] != PHONE for row in members(hq, one).values())


def test_only_with_a_reason_and_a_name(hq: Headquarters, till: Terminal) -> None:
    del till
    for why, by in (("", "ann"), ("because", "ann"), ("asked", " ")):
        with pytest.raises(MemberFault, match="say why"):
            hq.registration.erase("n1", why, by)


def test_a_consent_is_withdrawn_at_hq(hq: Headquarters, till: Terminal, clock: TestClock) -> None:
    assert hq.messages.counts()["waiting"] >= 1
    clock.now += 1000
    assert hq.registration.consent("n1", "service", given=False)
    with hq.database.read() as tx:
        assert tx.execute(select(message).where(message.c.store == CHAIN, message.c.kind == "welcome")).all() == []
    assert [one["given"] for one in hq.registration.export("n1")["consents"]] == [True, False]
    assert not hq.registration.consent("n1", "horoscopes", given=True)
    with pytest.raises(MemberFault):
        hq.registration.consent("nobody", "service", given=True)
    del till


def test_found_by_card_phone_and_id(hq: Headquarters, till: Terminal) -> None:
    row = members(hq, till)["n1"]
    for said in ("n1", PHONE, row["card_no"]):
        assert [one.row.id for one in hq.registration.find(said)] == ["n1"]
    for odd in ("", "x", "%", "+886", "\0"):
        assert hq.registration.find(odd) == []
