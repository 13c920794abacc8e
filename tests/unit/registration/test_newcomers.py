"""Newcomers between two databases: rows that HQ has not told of survive all that HQ tells, a kill between the files,
and a `ref.db` that is thrown away; and they go, down to the last byte, when HQ has them or erases them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.adapters.db.newcomers import erase, forget_lost, forget_told, put_back
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.codes import HqCodes
from kiosk.adapters.sync.persons import AGAIN_MS, AT_ONCE, Persons
from kiosk.adapters.sync.transport import HqAnswer, HqUnreachable
from kiosk.application.campaigns.histories import Histories
from kiosk.application.ports.registration import CodeChecked, CodeTold
from kiosk.application.registration.outcomes import Registered
from kiosk.application.service import CheckoutService
from kiosk.domain.digest import MODULUS, row_digest
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.person import commitment_of
from kiosk.protocol.rows import encode_row
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire import messages as m
from tests.fakes import KEY
from tests.shared.file_bytes import decrypted
from tests.shared.newcomers import Desk
from tests.shared.till import member

BUCKET = "store/N01/members"
SECRETS = ("極罕見名", "+886912345678", "rare@example.org")


def joined(desk: Desk) -> Registered:
    return desk.joins(name=SECRETS[0], email=SECRETS[2], birthday="02-29")


def there(desk: Desk, who: str) -> bool:
    return desk.reference.member(who) is not None


def snapshot(folder: Path, rows: Mapping[str, str]) -> Path:
    file = folder / "snapshot.db"
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE row (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, data TEXT NOT NULL)")
        db.executemany("INSERT INTO row VALUES (?, 7, ?)", rows.items())
    db.close()
    return file


def test_hqs_rows_come_and_go_beside_a_newcomers(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.has_members(member("m-1"))
    who = joined(desk).member
    other = encode_row(member("m-2")).decode()
    desk.reference.replace(BUCKET, [("m-2", 5, other)], 5)
    assert [there(desk, one) for one in ("m-1", "m-2", who)] == [False, True, True]
    assert desk.reference.digest(BUCKET) == (1, row_digest("m-2", 5) % MODULUS)
    assert [row_id for row_id, _data in desk.reference.told(BUCKET)] == ["m-2"]
    desk.reference.load_snapshot(BUCKET, snapshot(tmp_path, {"m-1": other.replace("m-2", "m-1")}), 7)
    assert [there(desk, one) for one in ("m-1", "m-2", who)] == [True, False, True]
    desk.reference.forget(BUCKET)
    assert [there(desk, one) for one in ("m-1", who)] == [False, True]
    assert desk.reference.told_of(who) is False
    desk.close()


@pytest.mark.parametrize("way", ["page", "replace", "snapshot"])
def test_hqs_row_takes_a_newcomers_place(way: str, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    who = joined(desk).member
    row = desk.reference.member(who)
    assert row is not None
    data = encode_row(replace(row, card_no="9999")).decode()
    if way == "page":
        desk.reference.apply(BUCKET, [(who, 9, data)], [], 9)
    elif way == "replace":
        desk.reference.replace(BUCKET, [(who, 9, data)], 9)
    else:
        desk.reference.load_snapshot(BUCKET, snapshot(tmp_path, {who: data}), 9)
    found = desk.reference.member(who)
    assert found is not None
    assert found.card_no == "9999"
    assert desk.reference.told_of(who) is True
    # a late put changes nothing of what HQ says
    desk.reference.put_newcomers([row])
    assert desk.reference.member(who) == found
    assert forget_told(desk.ledger, desk.reference) == 1
    assert desk.ledger.run(lambda tx: tx.people()) == []
    desk.agrees()
    desk.close()


def test_after_a_kill_between_both_files_and_without_a_reference_they_are_put_back(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.reference.put_newcomers = lambda rows: None  # type: ignore[method-assign]  # killed before it
    made = joined(desk)
    del desk.reference.put_newcomers
    assert not there(desk, made.member)
    # histories own them all the same, and the phone is taken
    assert desk.tries().known.member == made.member
    assert put_back(desk.ledger, desk.reference) == 1
    assert put_back(desk.ledger, desk.reference) == 0
    first = desk.reference.member(made.member)
    assert first is not None
    assert (first.name, first.phone, first.birthday, first.card_no) == (*SECRETS[:2], "02-29", made.card_no)
    assert desk.service.who_has(SECRETS[1])[0].member == made.member
    desk.reference.close()
    for file in tmp_path.glob("ref.db*"):
        file.unlink()
    desk.reference = SqlReference(tmp_path / "ref.db", KEY)
    assert put_back(desk.ledger, desk.reference) == 1
    assert desk.reference.member(made.member) == first
    desk.close()


def test_whom_only_a_disk_knew_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    """The ledger was replaced by a backup of before they came: their card would open an account that HQ never has."""
    desk = Desk(tmp_path)
    lost, kept = joined(desk), desk.joins(name="留下", phone="0912999888")
    desk.ledger.run(lambda tx: tx.erase_person(lost.member))
    told = encode_row(member("m-1")).decode()
    desk.reference.apply(BUCKET, [("m-1", 3, told)], [], 3)
    assert forget_lost(desk.ledger, desk.reference) == 1
    assert [there(desk, one) for one in (lost.member, kept.member, "m-1")] == [False, True, True]
    assert forget_lost(desk.ledger, desk.reference) == 0
    desk.close()


@pytest.mark.parametrize("how", ["told", "erased", "never"])
def test_the_bytes_of_who_is_erased_are_gone_from_both_files(tmp_path: Path, how: str) -> None:
    desk = Desk(tmp_path)
    made = joined(desk)
    for number in range(40):
        desk.joins(f"09223334{number:02}", name=f"別人{number}")
    salt = _salt(desk, made.member)
    files = (tmp_path / "ledger.db", tmp_path / "ref.db")
    assert all(secret.encode() in decrypted(file, KEY) for file in files for secret in SECRETS[:2])
    row = desk.reference.member(made.member)
    assert row is not None
    if how == "told":  # HQ's own row came, and then the one that says no more than that somebody was here
        desk.reference.apply(BUCKET, [(made.member, 3, encode_row(row).decode())], [], 3)
        assert forget_told(desk.ledger, desk.reference) == 1
        assert not any(secret.encode() in decrypted(files[0], KEY) for secret in SECRETS)
    if how == "never":
        desk.reference.erase_newcomers([made.member])
        erase(desk.ledger, [made.member])
        assert not there(desk, made.member)
    else:
        gone = replace(row, name="", phone="", birthday=None, household="")
        desk.reference.apply(BUCKET, [(made.member, 4, encode_row(gone).decode())], [], 4)
        forget_told(desk.ledger, desk.reference)
        erased = desk.reference.member(made.member)
        assert erased is not None
        assert (erased.name, erased.phone) == ("", "")
        assert desk.service.find_members(SECRETS[0]).total == 0
    for file in files:
        left = decrypted(file, KEY)
        assert [secret for secret in SECRETS if secret.encode() in left] == []
        assert salt not in left
    # what happened stays, by id, and still verifies
    assert {fact.body["member"] for fact in desk.facts("member.registered")} >= {made.member}
    desk.sound()
    desk.reference.close()


def _salt(desk: Desk, who: str) -> bytes:
    kept = desk.ledger.run(lambda tx: tx.person(who))
    assert kept is not None
    return kept.salt


# -- telling HQ -------------------------------------------------------------------------------------------------------


class Hq:
    """Answers persons and codes as it is told to."""

    def __init__(self) -> None:
        self.asked: list[m.PersonsRequest] = []
        self.refuses: dict[str, str] = {}
        self.kept: dict[str, m.PersonRecord] = {}
        self.reachable = True
        self.loses_answers = False
        self.says: HqAnswer | None = None

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout_s: float) -> HqAnswer:
        if not self.reachable:
            raise HqUnreachable("no network")
        if self.says is not None:
            return self.says
        assert path == "/v1/persons"
        asked = wire.decode(body, m.PersonsRequest, headers["Content-Type"], encoding=headers.get("Content-Encoding"))
        self.asked.append(asked)
        kept = [one for one in asked.persons if one.member not in self.refuses]
        self.kept |= {one.member: one for one in kept}
        if self.loses_answers:
            raise HqUnreachable("cut")
        refused = {one.member: self.refuses[one.member] for one in asked.persons if one.member in self.refuses}
        return answer(m.PersonsAnswer(kept=tuple(one.member for one in kept), refused=refused, time=1))

    def download(
        self, path: str, headers: Mapping[str, str], target: Path, *, timeout_s: float, most: int | None = None
    ) -> None:
        raise AssertionError(path)


def answer(message: m.Message, status: int = 200) -> HqAnswer:
    return HqAnswer(status, {"content-type": wire.MSGPACK}, wire.encode(message))


def telling(desk: Desk) -> tuple[Hq, Persons]:
    hq = Hq()
    return hq, Persons(desk.ledger, desk.reference, HqClient(hq), desk.clock)


def test_hq_is_told_once_and_forgotten_here_when_its_row_came() -> None:
    desk = Desk()
    who = joined(desk).member
    hq, persons = telling(desk)
    assert persons.round()
    told = hq.kept[who]
    body = MEMBER_REGISTERED.read(desk.facts("member.registered")[0].body)
    assert body is not None
    assert commitment_of(told.salt, told.data) == body.person
    assert not persons.round()
    assert len(hq.asked) == 1
    assert desk.service.registration_state(who).told
    assert desk.ledger.run(lambda tx: tx.person(who)) is not None  # its row has not come
    row = desk.reference.member(who)
    desk.reference.apply(BUCKET, [(who, 3, encode_row(row).decode())], [], 3)
    persons.round()
    assert desk.ledger.run(lambda tx: tx.person(who)) is None
    assert desk.service.registration_state(who).told


def test_many_are_told_piece_by_piece() -> None:
    desk = Desk()
    for number in range(AT_ONCE + 5):
        desk.joins(f"09223334{number:02}")
    hq, persons = telling(desk)
    persons.round()
    assert [len(one.persons) for one in hq.asked] == [AT_ONCE, 5]
    assert len(hq.kept) == AT_ONCE + 5


def test_a_lost_answer_is_asked_for_again() -> None:
    desk = Desk()
    who = joined(desk).member
    hq, persons = telling(desk)
    hq.loses_answers = True
    with pytest.raises(HqUnreachable):
        persons.round()
    assert not desk.service.registration_state(who).told
    hq.loses_answers = False
    assert persons.round()
    assert desk.service.registration_state(who).told


def test_whom_hq_does_not_know_yet_it_is_told_of_again_later() -> None:
    desk = Desk()
    who, other = joined(desk).member, desk.joins("0922333444").member
    hq, persons = telling(desk)
    hq.refuses = {who: "unknown"}
    persons.round()
    assert set(hq.kept) == {other}
    persons.round()
    assert len(hq.asked) == 1
    desk.clock.advance(AGAIN_MS)
    hq.refuses = {}
    persons.round()
    assert set(hq.kept) == {who, other}


@pytest.mark.parametrize("code", ["erased", "elsewhere"])
def test_whom_hq_never_takes_is_erased_here(code: str) -> None:
    desk = Desk()
    who = joined(desk).member
    hq, persons = telling(desk)
    hq.refuses = {who: code}
    persons.round()
    assert desk.ledger.run(lambda tx: tx.people()) == []
    assert not there(desk, who)


def test_whom_hq_took_and_took_away_again_is_forgotten() -> None:
    desk = Desk()
    who = joined(desk).member
    _hq, persons = telling(desk)
    persons.round()
    desk.reference.apply(BUCKET, [], [who], 9)
    persons.round()
    assert desk.ledger.run(lambda tx: tx.people()) == []
    assert not there(desk, who)


# -- codes over the wire ----------------------------------------------------------------------------------------------


def test_codes_that_are_sent_and_checked() -> None:
    hq = Hq()
    codes = HqCodes(HqClient(hq), lambda: "token")
    hq.says = answer(m.CodeAnswer(op="o1", until=600_000, resend_after=60_000, time=0))
    sent = codes.send("+886912345678", "register", "en")
    assert isinstance(sent, CodeTold)
    assert (sent.op, (sent.until - sent.resend_after).total_seconds()) == ("o1", 540)
    hq.says = answer(m.CodeChecked(proved=True, tries_left=5, phone="+886912345678", state="proved", time=0))
    assert codes.check("o1", "123456") == CodeChecked(True, "+886912345678", 5)
    hq.says = answer(m.CodeChecked(proved=False, tries_left=3, time=0))
    assert codes.check("o1", "1") == CodeChecked(False, "", 3)


@pytest.mark.parametrize(
    ("says", "sent", "checked"),
    [
        (answer(m.Problem(type="too_many", title="", time=0), 429), RefusalCode.CODE_LATER, None),
        (answer(m.Problem(type="slow_down", title="", time=0), 429), None, None),
        (answer(m.Problem(type="no_gateway", title="", time=0), 503), RefusalCode.CODE_NOT_SENT, None),
        (answer(m.Problem(type="malformed", title="", time=0), 400), RefusalCode.CODE_NOT_SENT, RefusalCode.CODE_OVER),
        (answer(m.Problem(type="no_such_op", title="", time=0), 404), RefusalCode.CODE_NOT_SENT, RefusalCode.CODE_OVER),
        (answer(m.Problem(type="session", title="", time=0), 401), None, None),
        (HqAnswer(200, {"content-type": "text/html"}, b"<html>"), None, None),
    ],
)
def test_codes_that_are_refused(says: HqAnswer, sent: RefusalCode | None, checked: RefusalCode | None) -> None:
    hq = Hq()
    hq.says = says
    codes = HqCodes(HqClient(hq), lambda: "token")
    told, tried = codes.send("+886912345678", "register", "en"), codes.check("o1", "123456")
    assert (told.code if isinstance(told, Refusal) else told) == sent
    assert (tried.code if isinstance(tried, Refusal) else tried) == checked


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("spent", RefusalCode.CODE_OVER),
        ("expired", RefusalCode.CODE_OVER),
        ("undeliverable", RefusalCode.CODE_NOT_SENT),
    ],
)
def test_codes_that_are_over(state: str, code: RefusalCode) -> None:
    hq = Hq()
    hq.says = answer(m.CodeChecked(proved=False, tries_left=0, state=state, time=0))
    tried = HqCodes(HqClient(hq), lambda: "token").check("o1", "123456")
    assert isinstance(tried, Refusal)
    assert tried.code is code


def test_without_a_session_or_a_network_there_are_no_codes() -> None:
    hq = Hq()
    assert HqCodes(HqClient(hq), lambda: None).send("+886912345678", "register", "en") is None
    assert HqCodes(HqClient(hq), lambda: None).check("o1", "1") is None
    hq.reachable = False
    assert HqCodes(HqClient(hq), lambda: "token").send("+886912345678", "register", "en") is None


def test_a_service_opened_anew_knows_them() -> None:
    desk = Desk()
    made = joined(desk)
    anew = CheckoutService(replace(desk.context, histories=Histories(desk.reference)))
    assert anew.registration_state(made.member).registered_at is not None
    assert anew.pass_of(made.member).startswith("KM1:")
