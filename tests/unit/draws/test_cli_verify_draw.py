"""`kiosk verify-draw` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main
from kiosk.domain.texts import LANGUAGES
from kiosk.protocol.draws.published_file import write_published
from tests.unit.draws.published_samples import FILES, public, sealed

# the command makes do with a QCoreApplication; where one process runs all tests, those of the screen come after it
pytestmark = pytest.mark.usefixtures("qapp")


def saved(folder: Path, file: dict[str, Any]) -> str:
    """A file on disk, packed."""
    path = folder / "draw.json.zst"
    path.write_bytes(write_published(file, compress=True))
    return str(path)


@pytest.mark.parametrize("name", FILES)
def test_a_good_file(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, sealed(FILES[name]()))
    lines = set()
    for language in LANGUAGES:
        assert main(["verify-draw", path, "--language", language]) == 0
        said = capsys.readouterr().out
        assert "✗" not in said
        lines.add(len(said.splitlines()))
        assert (language == "en") == said.startswith("Good: everything that can be checked holds.")
    assert len(lines) == 1
    assert ("REHEARSAL" in said) == (name == "envelopes")
    assert ("NOT the public beacon" in said) == (name == "own beacon")


def test_a_file_that_is_not_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = sealed(FILES["beacon"]())
    file["passed"][1]["reason"] = "not_liked"
    path = saved(tmp_path, file)
    assert main(["verify-draw", path, "--language", "en"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("NOT GOOD")
    assert "passed.1.reason: the rules know no such reason" in said
    assert "Changed since it was sealed — passed.1.reason" in said
    assert main(["verify-draw", path, "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["verdict"] == "not_good"
    assert [one["code"] for one in report["checks"] if not one["ok"]] == ["passed", "altered"]
    assert "phantom_entrants" in report["not_checked"]
    assert report["subject"]["seq"] == 2


def test_keys_that_are_trusted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, sealed(FILES["wheel"]()))
    keys = [word for role in ("hq", "device") for word in ("--key", public(role).hex().upper())]
    assert main(["verify-draw", path, *keys, "--language", "en"]) == 0
    assert "Compare this key" not in capsys.readouterr().out
    assert main(["verify-draw", path, *keys[:2], "--language", "en"]) == 1
    assert "A key is none of those you trust — tape_root.key" in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        main(["verify-draw", path, "--key", "abc"])
    assert ended.value.code == 2


@pytest.mark.parametrize("content", [b"", b"{}x", b"\x28\xb5\x2f\xfd", b'{"a": 0.5}'])
def test_a_file_that_cannot_be_read(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    assert main(["verify-draw", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert str(path) in said.err


def test_a_file_of_something_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, {"format": "KD9"})
    assert main(["verify-draw", path, "--language", "en"]) == 1
    assert "It is not the published file of a draw" in capsys.readouterr().out
