"""The bridge over files: whole files only, answered once or again with the same words."""

from __future__ import annotations

import itertools
import json
import shutil
import sys
import threading
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec
import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kiosk.adapters.till import drop as module
from kiosk.adapters.till.drop import TillDrop
from kiosk.application.ports.faults import LedgerFull
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.files import write_whole
from kiosk.protocol import till as m
from tests.integration.till.rig import TillRig
from tests.shared.rights import others_may_read
from tests.simulation.surroundings import Crash
from tests.simulation.world import World

BASKET = {"currency": "TWD", "items": [{"sku": "tea-1", "pieces": 2, "price": 20_000, "category": "tea"}]}


class Folder:
    """The till's side of the folder."""

    def __init__(self, rig: TillRig, root: Path) -> None:
        self.rig = rig
        self.root = root
        self.drop = TillDrop(rig.bridge, root)

    def put(self, name: str, body: Any) -> None:
        """Write beside, rename."""
        part = self.root / "in" / f"{name}.part"
        part.write_bytes(body if isinstance(body, bytes) else json.dumps(body).encode())
        part.replace(self.root / "in" / name)

    def answer(self, name: str) -> m.DropAnswer:
        """Take the answer away."""
        path = self.root / "out" / name
        said = msgspec.json.decode(path.read_bytes(), type=m.DropAnswer)
        path.unlink()
        return said

    def asked(self, name: str, body: Any) -> m.DropAnswer:
        self.put(name, body)
        assert self.drop.poll() == 1
        return self.answer(name)

    def names(self, place: str) -> list[str]:
        return sorted(path.name for path in (self.root / place).iterdir())

    def restart(self) -> None:
        """The terminal dies and starts again."""
        self.rig.restart()
        self.drop = TillDrop(self.rig.bridge, self.root)


@pytest.fixture
def folder(rig: TillRig, tmp_path: Path) -> Folder:
    return Folder(rig, tmp_path / "till")


def state(said: m.DropAnswer) -> str:
    assert said.transaction is not None, said
    assert said.status == 200
    return said.transaction.state


def problem(said: m.DropAnswer) -> tuple[int, str]:
    assert said.problem is not None, said
    assert said.status == said.problem.status
    return said.status, said.problem.type


def test_a_sale_from_basket_to_cancellation(folder: Folder) -> None:
    folder.rig.coupon()
    said = folder.asked("T-1.basket.json", BASKET | {"member": folder.rig.member.card_no})
    assert state(said) == "open"
    assert said.transaction is not None
    assert said.transaction.quote is not None
    assert said.transaction.quote.total == 35_000
    assert problem(folder.asked("T-1.paid.json", {"total": 1})) == (409, "price_changed")
    paid = folder.asked("T-1.paid.json", {"total": 35_000})
    assert state(paid) == "paid"
    assert folder.asked("T-1.paid.json", {"total": 35_000}) == paid
    back = folder.asked("T-1.returned.json", {"id": "R-1", "items": [{"sku": "tea-1", "pieces": 1}]})
    assert back.transaction is not None
    assert back.transaction.refund is not None
    assert back.transaction.refund.amount == 20_000
    assert state(folder.asked("T-1.cancelled.json", b"")) == "cancelled"
    done = ["T-1.basket.json", "T-1.cancelled.json", "T-1.paid.json", "T-1.returned.json"]
    assert folder.names("done") == done
    assert [folder.names(place) for place in ("in", "taken", "out", "bad")] == [[], [], [], []]


def test_one_transactions_files_are_answered_in_the_order_that_makes_sense(folder: Folder) -> None:
    """All were there when the terminal started."""
    back = {"id": "R-1", "items": [{"sku": "tea-1", "pieces": 1}]}
    for what, body in (("cancelled", {}), ("returned", back), ("paid", {"total": 40_000}), ("basket", BASKET)):
        folder.put(f"T-1.{what}.json", body)
    assert folder.drop.poll() == 4
    assert [state(folder.answer(f"T-1.{what}.json")) for what in ("basket", "paid", "returned", "cancelled")] == [
        "open",
        "paid",
        "paid",
        "cancelled",
    ]


def test_files_that_are_still_being_written_are_let_be(folder: Folder) -> None:
    for name in ("T-1.basket.json.part", "T-1.basket.tmp", ".T-1.basket"):
        (folder.root / "in" / name).write_bytes(b"{")
    assert folder.drop.poll() == 0
    assert len(folder.names("in")) == 3


@pytest.mark.parametrize(
    ("name", "body", "status", "code"),
    [
        ("T-1.basket.json", b"{", 400, "malformed"),
        ("T-1.basket.json", b"", 400, "malformed"),
        ("T-1.basket.json", b"\x00" * 1_000, 400, "malformed"),
        ("T-1.basket.json", BASKET | {"amount": 1}, 422, "invalid"),
        ("T-1.basket.json", b" " * (m.MAX_BODY + 1), 413, "body_too_large"),
        ("T-1.paid.json", {"total": "1"}, 422, "invalid"),
        ("-T 1.basket.json", BASKET, 422, "invalid_id"),
    ],
)
def test_what_cannot_be_read_is_put_aside_with_its_reason_and_answered(
    folder: Folder, name: str, body: Any, status: int, code: str
) -> None:
    assert problem(folder.asked(name, body)) == (status, code)
    assert folder.names("bad") == [name, f"{name}.reason.json"]
    reason = json.loads((folder.root / "bad" / f"{name}.reason.json").read_bytes())
    assert reason["problem"]["type"] == code
    assert state(folder.asked("T-2.basket.json", BASKET)) == "open"  # and the next one is answered as ever


def test_a_name_that_says_nothing_is_put_aside(folder: Folder, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("says nothing to the bridge")
    folder.put("basket.json", BASKET)
    folder.put("T-1.refund.json", {})
    folder.drop.poll()
    assert folder.names("out") == []
    assert folder.names("bad") == [
        "T-1.refund.json",
        "T-1.refund.json.reason.json",
        "basket.json",
        "basket.json.reason.json",
    ]


_PLACES = ("in", "taken", "out", "done", "bad")

_ODD = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from(
                ["T-1.BASKET.JSON", "T-2.Paid.Json", "basket.json", ".json", "x.part", "no", "a" * 240 + ".json"]
            ),
            st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=20),
            st.builds(
                "{}.{}.json".format, st.text("Tt-1. 中\n", min_size=1, max_size=5), st.sampled_from(["paid", "x"])
            ),
        ).filter(lambda name: name not in (".", "..")),
        st.one_of(st.binary(max_size=30), st.just(json.dumps(BASKET).encode("utf-8-sig")), st.none()),
    ),
    max_size=6,
)


@given(files=_ODD, in_the_way=st.sets(st.sampled_from(["out", "done", "bad"])), swept=st.sets(st.sampled_from(_PLACES)))
@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_stays_without_an_answer(
    folder: Folder,
    allowed_warnings: list[str],
    files: list[tuple[str, bytes | None]],
    in_the_way: set[str],
    swept: set[str],
) -> None:
    """Any name, any content (None: a folder, not empty); folders under the same names where answers go; and after
    somebody tidied up what looked unused."""
    allowed_warnings += ["says nothing to the bridge", "a folder stands where"]
    now = 0.0
    drop = TillDrop(folder.rig.bridge, folder.root, seconds=lambda: now)
    for place in swept:
        shutil.rmtree(folder.root / place)
        if place == "in":  # the till makes its own again
            (folder.root / place).mkdir()
    for place, (name, _) in itertools.product(sorted(in_the_way), files):
        try:
            for made in (name, f"{name}.reason.json"):
                (folder.root / place / made / "inside").mkdir(parents=True, exist_ok=True)
        except OSError:
            continue  # this system has no such name
    for name, body in dict(files).items():
        path = folder.root / "in" / name
        try:
            if body is None:
                path.mkdir()
                (path / "inside").touch()
            else:
                path.write_bytes(body)
        except OSError:
            continue  # this system has no such name
    wanted = len(folder.names("in"))
    answered = drop.poll()
    now += module.SETTLED_S
    assert answered + drop.poll() == wanted
    assert folder.names("in") == folder.names("taken") == []


@pytest.mark.parametrize("place", ["out", "bad"])
def test_a_folder_in_an_answers_place_makes_room(folder: Folder, place: str, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("a folder stands where")
    name = "T-1.basket.json" if place == "out" else "T-1.basket.json.reason.json"
    (folder.root / place / name / "inside").mkdir(parents=True)
    said = folder.asked("T-1.basket.json", BASKET if place == "out" else b"{")
    assert said.status == (200 if place == "out" else 400)
    aside = folder.root / "bad" / (name if place == "out" else f"2-{name}")
    assert (aside / "inside").is_dir()


def test_a_byte_order_mark_and_capitals_are_no_matter(folder: Folder) -> None:
    said = folder.asked("T-1.BASKET.JSON", json.dumps(BASKET).encode("utf-8-sig"))
    assert state(said) == "open"


def test_a_void_that_fails_is_said_once(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, allowed_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    allowed_warnings.append("disk_full|the till bridge failed")

    def fails(_till: str) -> Any:
        raise fault

    monkeypatch.setattr(folder.rig.bridge, "cancelled", fails)
    fault: Exception = LedgerFull("no room")
    folder.put("T-1.cancelled.json", b"{}")
    for _ in range(4):
        assert folder.drop.poll() == 0
    assert len(caplog.records) == 1
    fault = RuntimeError("a mistake")
    assert folder.drop.poll() == 1
    assert problem(folder.answer("T-1.cancelled.json")) == (500, "fault")
    folder.drop.poll()
    assert len(caplog.records) == 2


@pytest.mark.not_under_wine("Wine 8 makes no links: it says that it did, and there is none")
def test_links_are_not_followed(folder: Folder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps(BASKET), "utf-8")
    (folder.root / "in" / "T-1.basket.json").symlink_to(secret)
    assert folder.drop.poll() == 1
    assert problem(folder.answer("T-1.basket.json")) == (400, "not_a_file")
    assert secret.exists()


@pytest.mark.not_under_wine("Wine 8 makes no links: it says that it did, and there is none")
def test_a_link_that_is_put_in_a_files_place_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps(BASKET), "utf-8")
    folder.put("T-1.basket.json", BASKET)
    lying = folder.root / "in" / "T-1.basket.json"
    seen = lying.lstat()
    lying.unlink()
    lying.symlink_to(secret)
    # as if the link had come between the look at the file and its opening
    with mock.patch.object(Path, "lstat", return_value=seen):
        assert folder.drop.poll() == 1
    assert problem(folder.answer("T-1.basket.json")) == (400, "not_a_file")
    assert secret.exists()


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has junctions")
@pytest.mark.not_under_wine("Wine 8 makes no junctions")
def test_junctions_are_not_followed(folder: Folder, tmp_path: Path) -> None:
    import _winapi

    secret = tmp_path / "there"
    secret.mkdir()
    (secret / "secret.json").write_text(json.dumps(BASKET), "utf-8")
    junction: Any = _winapi
    junction.CreateJunction(str(secret), str(folder.root / "in" / "T-1.basket.json"))
    assert folder.drop.poll() == 1
    assert problem(folder.answer("T-1.basket.json")) == (400, "not_a_file")
    assert (secret / "secret.json").exists()


def test_folders_are_not_followed(folder: Folder) -> None:
    (folder.root / "in" / "T-2.basket.json").mkdir()
    assert folder.drop.poll() == 1
    assert problem(folder.answer("T-2.basket.json")) == (400, "not_a_file")


def test_what_was_refused_for_a_reason_of_the_shop_is_done_with(folder: Folder) -> None:
    assert problem(folder.asked("T-1.paid.json", {"total": 1})) == (404, "put_again")
    assert problem(folder.asked("T-1.basket.json", BASKET | {"currency": "CNY"})) == (422, "currency_mismatch")
    assert folder.names("bad") == []


def test_dying_at_any_moment_sells_once_and_answers_in_the_end(folder: Folder) -> None:
    deaths = 0
    for till in (f"T{number}" for number in range(40)):
        assert state(folder.asked(f"{till}.basket.json", BASKET)) == "open"
        folder.put(f"{till}.paid.json", {"total": 40_000})
        folder.rig.shop.till.disk.fuse, folder.rig.shop.till.disk.after = deaths // 2, bool(deaths % 2)
        try:
            folder.drop.poll()
        except Crash:
            deaths += 1
            assert folder.names("out") == []
            folder.restart()
            assert folder.drop.poll() == 1
            said = folder.answer(f"{till}.paid.json")
            if said.status != 200:
                assert problem(said) == (404, "put_again")
                folder.asked(f"{till}.basket.json", BASKET)
                said = folder.asked(f"{till}.paid.json", {"total": 40_000})
            assert state(said) == "paid"
            made = [fact.body["till"] for fact in folder.rig.facts(SALE_COMPLETED)]
            assert made.count(till) == 1
        else:
            break
    assert 2 < deaths < 40


def test_dying_between_the_answer_and_putting_away_answers_again_with_the_same_words(folder: Folder) -> None:
    folder.asked("T-1.basket.json", BASKET)
    paid = folder.asked("T-1.paid.json", {"total": 40_000})
    (folder.root / "done" / "T-1.paid.json").replace(folder.root / "taken" / "T-1.paid.json")
    folder.restart()
    assert folder.drop.poll() == 1
    assert folder.answer("T-1.paid.json") == paid
    assert len(folder.rig.facts(SALE_COMPLETED)) == 1


def test_a_full_disk_keeps_the_file_for_later(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("disk_full")
    folder.asked("T-1.basket.json", BASKET)
    folder.put("T-1.paid.json", {"total": 40_000})

    def full(*, after: bool) -> None:
        error = sqlcipher.OperationalError("full")
        error.sqlite_errorcode, error.sqlite_errorname = 13, "SQLITE_FULL"
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(folder.rig.shop.till.disk, "blow", full)
        assert folder.drop.poll() == 0
    assert folder.names("taken") == ["T-1.paid.json"]
    assert folder.drop.poll() == 1
    assert state(folder.answer("T-1.paid.json")) == "paid"


def test_an_answer_that_cannot_be_written_stops_nothing_else(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("the till's folder: no room")
    folder.put("T-1.basket.json", BASKET)
    folder.put("T-2.basket.json", BASKET)

    def sometimes(path: Path, data: bytes, *, private: bool) -> None:
        if path.name.startswith("T-1"):
            raise OSError("no room")
        write_whole(path, data, private=private)

    with monkeypatch.context() as patch:
        patch.setattr(module, "write_whole", sometimes)
        assert folder.drop.poll() == 1
        assert folder.drop.poll() == 0
    assert state(folder.answer("T-2.basket.json")) == "open"
    assert folder.drop.poll() == 1
    assert state(folder.answer("T-1.basket.json")) == "open"


def test_old_files_go(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 3)
    monkeypatch.setattr(module, "_TIDY_EVERY", 5)
    for number in range(6):
        folder.put(f"T-{number}.basket.json", BASKET)
        folder.drop.poll()
    assert folder.names("done") == [f"T-{number}.basket.json" for number in (3, 4, 5)]
    assert len(folder.names("out")) == 3


def test_nobody_else_may_look_into_the_folder(folder: Folder) -> None:
    assert [place for place in ("in", "taken", "out", "done", "bad") if others_may_read(folder.root / place)] == []


def test_it_looks_by_itself_until_it_is_closed(world: World, tmp_path: Path) -> None:
    """Rounds come as `wait` lets them: two here, with a file between them."""
    rig = TillRig(world, threaded=True)
    looked, go_on = threading.Semaphore(0), threading.Semaphore(0)

    def wait(stopping: threading.Event) -> bool:
        looked.release()
        go_on.acquire()
        return stopping.is_set()

    folder = Folder(rig, tmp_path / "till")
    drop = TillDrop(rig.bridge, folder.root, wait=wait)
    drop.start()
    looked.acquire()
    folder.put("T-1.basket.json", BASKET)
    go_on.release()
    looked.acquire()
    assert state(folder.answer("T-1.basket.json")) == "open"
    go_on.release(2)
    drop.close()


def test_a_folder_that_is_away_is_said_once_and_looked_for_again(
    world: World, tmp_path: Path, allowed_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    allowed_warnings.append("the till's folder: ")
    rig = TillRig(world, threaded=True)
    looked, go_on = threading.Semaphore(0), threading.Semaphore(0)

    def wait(stopping: threading.Event) -> bool:
        looked.release()
        go_on.acquire()
        return stopping.is_set()

    folder = Folder(rig, tmp_path / "till")
    drop = TillDrop(rig.bridge, folder.root, wait=wait)
    folder.root.rename(tmp_path / "away")
    drop.start()
    for _ in range(3):
        looked.acquire()
        go_on.release()
    looked.acquire()
    assert len([record for record in caplog.records if "the till's folder" in record.message]) == 1
    (tmp_path / "away").rename(folder.root)
    folder.put("T-1.basket.json", BASKET)
    go_on.release()
    looked.acquire()
    assert state(folder.answer("T-1.basket.json")) == "open"
    go_on.release(2)
    drop.close()
