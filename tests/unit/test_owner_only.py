"""What is meant for its owner only, on the system that the tests run on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.files import write_whole
from kiosk.owner_only import make_folder, restrict
from tests.shared.rights import others_may_read


def test_a_file_is_private_from_its_first_byte(tmp_path: Path) -> None:
    write_whole(tmp_path / "secret", b"one")
    assert not others_may_read(tmp_path / "secret")
    assert (tmp_path / "secret").read_bytes() == b"one"
    write_whole(tmp_path / "secret", b"two")
    assert not others_may_read(tmp_path / "secret")


def test_a_file_of_everybody_is_restricted(tmp_path: Path) -> None:
    path = tmp_path / "open"
    path.write_bytes(b"x")
    path.chmod(0o644)
    assert others_may_read(path)
    restrict(path)
    assert not others_may_read(path)
    assert path.read_bytes() == b"x"


def test_a_folder_that_is_made_is_private_and_can_be_used(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    assert not others_may_read(tmp_path / "a" / "b")
    (tmp_path / "a" / "b" / "c").write_bytes(b"x")
    assert (tmp_path / "a" / "b" / "c").read_bytes() == b"x"


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o755)
    make_folder(tmp_path / "shared")
    assert others_may_read(tmp_path / "shared")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "file")


def test_what_is_not_there_cannot_be_restricted(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        restrict(tmp_path / "nothing")
