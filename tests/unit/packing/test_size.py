"""A program that grew above the limit fails the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from packing import size


def program(folder: Path, kilobytes: int) -> Path:
    """A built program with one library of this size, and a link to it."""
    (folder / "_internal" / "qt").mkdir(parents=True)
    library = folder / "_internal" / "qt" / "library.so"
    library.write_bytes(bytes(kilobytes * 1024))
    (folder / "_internal" / "library.so").symlink_to(library)
    (folder / "kiosk").write_bytes(bytes(1024))
    return folder


def test_a_small_program_passes_and_its_parts_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert size.main([str(program(tmp_path, 1024))]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].split() == ["1.0", "MB", "qt"]
    assert "of 250 MB" in said[-1]


def test_a_large_one_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size, "LIMIT_MB", 1)
    assert size.main([str(program(tmp_path, 1024))]) == 1


def test_a_program_that_is_not_there_is_no_small_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        size.main([str(tmp_path / "none")])
