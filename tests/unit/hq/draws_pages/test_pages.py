"""What HQ's pages of draws say to everybody, and what nobody can make them do."""

from __future__ import annotations

import gzip
import json
from html.parser import HTMLParser
from urllib.parse import quote

import pytest

from kiosk.domain.draws.facts import VoidReason
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import instant
from kiosk.domain.tokens import DrawKind, DrawReceiptClaims
from kiosk.hq.documents import phone
from kiosk.hq.draws_pages import words
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.wire.app import WireResponse
from kiosk.protocol.draws import verifier
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import signing_key
from tests.shared.wheels import Tape, beacon, goes_by, leased
from tests.shared.wheels import comes_out as lease_comes_out
from tests.shared.wheels import rules as wheel_rules
from tests.unit.draws.published_samples import checked
from tests.unit.hq.campaign_rig import member, published, with_members
from tests.unit.hq.draws_batch.rig import DRAW, HOUR, at_one, chain_with, comes_out
from tests.unit.hq.rig import Terminal, TestClock

FIVE = {f"m{n}": n for n in range(1, 6)}
MOST_BYTES = 30_000


class _Read(HTMLParser):
    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.text, self.tags, self.links = "", set[str](), list[str]()
        self.feed(body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += "" if self.lasttag == "style" else data


def asked(hq: Headquarters, path: str, language: str = "en") -> WireResponse:
    return hq.wire.handle("GET", path, {"accept-language": phone.LANG[language]}, b"")


def page(hq: Headquarters, path: str, language: str = "en", status: int = 200) -> _Read:
    answer = asked(hq, path, language)
    assert answer.status == status, answer.body[:500]
    assert len(answer.body) < MOST_BYTES
    read = _Read(answer.body)
    assert "script" not in read.tags
    assert "{" not in read.text
    for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"):
        assert part in answer.headers["content-security-policy"]
    assert all(":" not in link.partition("?")[0].partition("#")[0] for link in read.links), read.links
    return read


# --- draws ------------------------------------------------------------------------------------------------------------


def test_a_draw_from_its_plan_to_its_winners(hq: Headquarters, clock: TestClock) -> None:
    for language in LANGUAGES:
        assert words.NO_DRAWS.get(language) in page(hq, "/draws", language).text
    chain_with(hq, FIVE)
    hq.draws.clock().settle()
    for language in LANGUAGES:
        assert words.STATES["planned"].get(language) in page(hq, "/draws", language).text
    at_one(hq, clock)
    (seen,) = hq.draws.every()
    assert seen.frozen is not None
    fingerprint = " ".join(seen.frozen.mh[at : at + 4] for at in range(0, 32, 4))
    for language in LANGUAGES:
        found = page(hq, f"/draws/{DRAW}", language)
        for text in (words.STATES["published"], words.FINGERPRINT):
            assert text.get(language) in found.text
        for said in ("15", "13:00", fingerprint):
            assert said in found.text
        assert "v1/draws/autumn/grand/2026-10-01/1/file" in "".join(found.links)
    is_drawn(hq, clock)
    (seen,) = hq.draws.every()
    assert seen.drawn is not None
    for language in LANGUAGES:
        found = page(hq, f"/draws/{DRAW}", language)
        assert words.STATES["drawn"].get(language) in found.text
        assert all(f"{ticket:06d}" in found.text for _, ticket, _ in seen.drawn.winners)
        assert "*" in found.text
        link = next(one for one in found.links if "verify?" in one and "#file=" in one)
        assert link.startswith("../../../verify?lang=")
        # the tests' own chain is not the public one
        assert words.OTHER_BEACON.get(language).partition("{")[0] in found.text
        file = next(one for one in found.links if one.endswith("/file")).removeprefix("../../../")
        assert hq.wire.handle("GET", f"/{file}", {}, b"").status == 200


def is_drawn(hq: Headquarters, clock: TestClock) -> None:
    """The round comes out, and HQ draws."""
    clock.now += HOUR
    comes_out(hq, hq.draws.every()[-1])
    hq.draws.clock().settle()


def test_a_void_list_stays_listed_with_the_reason(hq: Headquarters, clock: TestClock) -> None:
    chain_with(hq, FIVE)
    at_one(hq, clock)
    hq.draws.void(DRAW, VoidReason.WRONG_LIST, by="S1", second="S2")
    hq.draws.freeze(DRAW)
    hq.draws.clock().settle()
    newest = page(hq, f"/draws/{DRAW}")
    assert "Earlier lists, void" in newest.text
    assert "the list was wrong" in newest.text
    old = page(hq, f"/draws/{DRAW}/1")
    assert "This draw is void: the list was wrong." in old.text
    assert page(hq, "/draws").text.count("grand") <= 1


PATHS = ("/draws/nothing", "/draws/a/b/c/d", "/draws/%00", "/draws/<script>", "/d/KD1:HELLO", "/d/x")


def test_what_is_not_there_is_said_on_a_page(hq: Headquarters) -> None:
    for path in PATHS:
        for language in LANGUAGES:
            page(hq, path, language, status=404)


# --- the verifier -----------------------------------------------------------------------------------------------------


def test_the_verifier_is_served_and_can_be_kept(hq: Headquarters) -> None:
    answer = asked(hq, "/verify")
    assert answer.status == 200
    assert b"connect-src 'self'" in answer.body
    packed = hq.wire.handle("GET", "/verify", {"accept-encoding": "br, gzip"}, b"")
    assert gzip.decompress(packed.body) == answer.body
    assert len(packed.body) < 220_000
    kept = hq.wire.handle("GET", "/verify", {}, b"", query="save")
    assert b"connect-src 'none'" in kept.body
    assert verifier.NAME in kept.headers["content-disposition"]


# --- slips ------------------------------------------------------------------------------------------------------------


def batch_ticket(hq: Headquarters, name: str) -> str:
    """A member's ticket as a terminal gets it for them."""
    from kiosk.hq.draws_batch.receipts import tickets_of

    with hq.database.read() as tx:
        return tickets_of(hq.context, tx, name)[0].token


def test_a_ticket_says_that_it_is_in_the_list_and_whether_it_won(hq: Headquarters, clock: TestClock) -> None:
    chain_with(hq, FIVE)
    at_one(hq, clock)
    token = batch_ticket(hq, "m3")
    for language in LANGUAGES:
        found = page(hq, f"/d/{token}", language)
        assert words.GENUINE.get(language) in found.text
        assert words.NOT_DRAWN.get(language) in found.text
    is_drawn(hq, clock)
    for language in LANGUAGES:
        found = page(hq, f"/d/{token}", language)
        won = words.WON.get(language).partition("{")[0] in found.text
        assert won != (words.NOT_WON.get(language) in found.text)
        link = next(one for one in found.links if "verify?" in one)
        assert quote(token, safe="") in link
        assert "file=v1" in link


def test_a_ticket_that_was_altered_or_made_up_is_not_genuine(hq: Headquarters, clock: TestClock) -> None:
    chain_with(hq, FIVE)
    at_one(hq, clock)
    (seen,) = hq.draws.every()
    assert seen.manifest is not None
    forger = signing_key(b"\x07" * 32)
    now = instant(clock.now).replace(microsecond=0)
    claims = DrawReceiptClaims(
        issuer="HQ", key_id=forger.key_id, issued=now, expires=now, draw_kind=DrawKind.BATCH, draw=DRAW, index=0,
        size=5, salt=b"\0" * 16, path=(), root=bytes.fromhex(seen.manifest.entrants_root), first=0, count=9,
    )  # fmt: skip
    found = page(hq, f"/d/{sign_token(claims, forger)}")
    assert "This slip does not hold" in found.text
    token = batch_ticket(hq, "m3")
    for at in (20, 60, len(token) // 2, len(token) - 3):
        other = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
        answer = asked(hq, f"/d/{other}")
        assert b"This slip is genuine" not in answer.body, at


@pytest.fixture
def tape(hq: Headquarters) -> Tape:
    goes_by(hq, beacon())
    published(hq, wheel_rules())
    with_members(hq, member("m1"), member("m2"))
    made = leased(Terminal.enrolled(hq), "w-1", 20)
    assert lease_comes_out(hq, beacon(), made.lease)
    return made


def wheel_slip(tape: Tape, clock: TestClock, j: int, **changed: object) -> str:
    """As a terminal prints it."""
    from kiosk.domain.draws.wheel import slot_salt, tape_tree

    tree = tape_tree(tape.id, tape.codes, tape.nt)
    key = signing_key(tape.till.key.private_bytes_raw())
    now = instant(clock.now).replace(microsecond=0)
    said: dict[str, object] = {
        "issuer": tape.till.device, "key_id": key.key_id, "issued": now, "expires": now.replace(year=now.year + 2),
        "draw_kind": DrawKind.WHEEL, "draw": tape.id, "index": j, "size": tree.size, "salt": slot_salt(tape.nt, j),
        "path": tuple(tree.path(j)), "root": tree.root(), "code": tape.codes[j],
    }  # fmt: skip
    return sign_token(DrawReceiptClaims(**(said | changed)), key)  # type: ignore[arg-type]


def test_a_wheels_slip_is_genuine_once_its_root_is_public(hq: Headquarters, clock: TestClock, tape: Tape) -> None:
    tape.opened(beacon())
    token = wheel_slip(tape, clock, 3)
    for language in LANGUAGES:
        assert words.UNSURE.get(language) in page(hq, f"/d/{token}", language).text
    tape.till.push()
    other = next(code for code in ("grand", "mug", "thanks") if code != tape.codes[3])
    for language in LANGUAGES:
        found = page(hq, f"/d/{token}", language)
        assert words.GENUINE.get(language) in found.text
        assert tape.id in found.text
        wrong = page(hq, f"/d/{wheel_slip(tape, clock, 3, code=other)}", language)
        assert words.NOT_GOOD.get(language) in wrong.text


def test_a_symbols_capitals_lead_to_the_same_page(hq: Headquarters, clock: TestClock, tape: Tape) -> None:
    tape.opened(beacon())
    tape.till.push()
    assert "This slip is genuine" in page(hq, f"/D/{wheel_slip(tape, clock, 0)}").text


def test_a_closed_lease_is_published_and_holds(hq: Headquarters, tape: Tape) -> None:
    path = f"/v1/wheels/{tape.id}/file"
    assert hq.wire.handle("GET", path, {}, b"").status == 404
    tape.opened(beacon()).spins(7)
    tape.till.push()
    assert hq.wire.handle("GET", path, {}, b"").status == 404
    tape.closed()
    tape.till.push()
    answer = hq.wire.handle("GET", path, {}, b"")
    assert answer.status == 200
    file = json.loads(answer.body)
    report = checked(file)
    assert report.good, report.faults
    assert [code for _, code, _ in file["journal"]] == tape.codes[:7]


def test_what_is_left_on_the_wheels_is_on_the_list(hq: Headquarters, tape: Tape) -> None:
    found = page(hq, "/draws")
    assert "9 of 9 left" in found.text
    assert tape.id not in found.text


def test_who_won_something_large_at_a_wheel_is_shown_once_it_has_come_to_rest(
    hq: Headquarters, clock: TestClock
) -> None:
    goes_by(hq, beacon())
    published(hq, wheel_rules(40).replace("value: 500}", "value: 5000}") + "legal: {winners_board: true}\n")
    with_members(hq, member("m1"))
    made = leased(Terminal.enrolled(hq), "w-1", 100)
    assert lease_comes_out(hq, beacon(), made.lease)
    made.opened(beacon()).spins(len(made.codes))
    made.till.push()
    assert words.WHEEL_WINNERS.en not in page(hq, "/draws").text
    clock.now += 30_000
    shown = hq.draws.board()
    assert len(shown) == made.codes.count("grand") > 0
    assert {one.value for one in shown} == {5_000_00}
    found = page(hq, "/draws").text
    assert words.WHEEL_WINNERS.en in found
    assert found.count(shown[0].name) == len(shown)
