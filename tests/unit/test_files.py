"""A file is there whole or not at all."""

from __future__ import annotations

import argparse
import os
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.cli.arguments import new_file
from kiosk.files import file_name, put_in_place, read_whole, write_whole
from kiosk.stage_files import read_pictures
from tests.shared.calls import called


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new" / "receipt.txt"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit on the size of a file")
def test_with_no_room_the_old_file_stays_and_nothing_is_left_behind(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "receipt.txt"
    write_whole(path, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))  # the system stops writing as it does on a full disk
    try:
        with pytest.raises(OSError):
            write_whole(path, bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(OSError):
        write_whole(tmp_path / "taken" / "receipt.txt", b"new")


def _held(times: int, tried: list[int]) -> Callable[[Path, Path], None]:
    """A rename that Windows refuses so many times, since somebody has the file open."""

    def move(source: Path, target: Path) -> None:
        tried.append(1)
        if len(tried) <= times:
            raise PermissionError(13, "Access is denied")
        source.replace(target)

    return move


def test_a_file_that_is_open_for_a_moment_is_replaced_after_it(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "old").write_bytes(b"old")
    tried: list[int] = []
    waits: list[float] = []
    move = _held(5, tried)
    target = put_in_place(tmp_path / "new", tmp_path / "old", patient=True, move=move, wait=waits.append)
    assert target.read_bytes() == b"new"
    assert (len(tried), len(waits)) == (6, 5)


@pytest.mark.parametrize(("patient", "tries"), [(True, 40), (False, 1)])
def test_a_file_that_stays_open_is_a_fault_in_the_end(tmp_path: Path, patient: bool, tries: int) -> None:
    (tmp_path / "new").write_bytes(b"new")
    tried: list[int] = []
    with pytest.raises(PermissionError):
        put_in_place(
            tmp_path / "new", tmp_path / "old", patient=patient, move=_held(99, tried), wait=lambda _seconds: None
        )
    assert len(tried) == tries
    assert (tmp_path / "new").exists()


def test_a_reader_that_has_the_old_file_open_does_not_keep_the_new_one_out(tmp_path: Path) -> None:
    """On Windows the rename is refused until the reader closes it."""
    path = tmp_path / "receipt.txt"
    write_whole(path, b"old")
    reader = path.open("rb")
    closing = threading.Timer(0.2, reader.close)
    closing.start()
    write_whole(path, b"new")
    closing.join()
    assert path.read_bytes() == b"new"


@given(st.text(max_size=300) | st.sampled_from(["CON", "nul.txt", "Com1", "LPT9.a.b", "a.", "..", "", "COM¹", "aux ."]))
def test_a_file_can_be_made_of_any_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    name = file_name(text)
    assert name
    assert re.fullmatch(r"[\w.-]+", name)
    assert len(name.encode()) <= 121
    assert not name.endswith((".", " "))
    assert name.split(".")[0].lower() not in ("con", "prn", "aux", "nul", "com1", "com¹", "lpt9")
    path = tmp_path_factory.getbasetemp() / f"{name}-void.pdf"
    path.write_bytes(b"x")
    assert path.name in [one.name for one in path.parent.iterdir()]
    path.unlink()


def test_receipts_keep_their_names() -> None:
    assert file_name("信義-1-000123") == "信義-1-000123"


@pytest.mark.skipif(sys.platform == "win32", reason="there devices are no files")
def test_no_command_puts_a_file_in_the_place_of_a_device(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link, Path("/dev/null"), Path("/dev/stdout")):
        if not path.is_file():  # as it is where the output of the tests goes into one
            with pytest.raises(argparse.ArgumentTypeError):
                new_file(str(path))


@pytest.mark.skipif(sys.platform == "win32", reason="making links is a right there")
def test_a_link_that_is_named_goes_on_leading_where_it_did(tmp_path: Path) -> None:
    there, link = tmp_path / "there.pdf", tmp_path / "link.pdf"
    link.symlink_to(there)
    for data in (b"one", b"two"):
        write_whole(new_file(str(link)), data)
        assert link.is_symlink()
        assert there.read_bytes() == data


def test_no_more_is_read_than_can_be_meant(tmp_path: Path) -> None:
    film = tmp_path / "film.png"
    with film.open("wb") as file:
        file.truncate(1 << 33)
    (tmp_path / "keys.json").write_bytes(b"x" * 10)
    assert read_whole(tmp_path / "keys.json", 10) == b"x" * 10
    for path, most in ((tmp_path / "keys.json", 9), (film, 1 << 20)):
        with pytest.raises(OSError, match=path.name):
            read_whole(path, most)
    assert read_pictures(tmp_path, 5, 100) == []
    code, _, heard = called(["--config", str(film), "ledger", "show"])
    assert (code, heard.count("\n")) == (2, 1)
    assert "File too large" in heard
