"""`kiosk decode` over files."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.cli import decode as cli_decode
from tests.integration.scan.shared_data import ROOT
from tests.unit.scan.pictures import Gray, bar_code, on_table, qr, seen_badly

TOKEN = "KC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B"


def save(path: Path, gray: Gray) -> Path:
    """Write a picture, whatever letters its name has."""
    done, data = cv2.imencode(path.suffix, gray)
    assert done
    path.write_bytes(data.tobytes())
    return path


def decode(*words: str) -> int:
    parser = argparse.ArgumentParser()
    cli_decode.add_parser(parser.add_subparsers())
    args = parser.parse_args(["decode", *words])
    code: int = args.run(args)
    return code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(tmp_path / "券.png", on_table(qr(TOKEN)))
    save(tmp_path / "card.png", on_table(bar_code("4006381333931", "EAN13")))
    (tmp_path / "notes.txt").write_text("not a picture", encoding="utf-8")
    return tmp_path


def test_a_folder_as_json_from_the_command_line(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "kiosk", "decode", "--json", str(folder)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    card, coupon = json.loads(done.stdout)
    assert [(c["text"], c["symbology"]) for c in card["codes"]] == [("4006381333931", "ean13")]
    assert [(c["text"], c["symbology"]) for c in coupon["codes"]] == [(TOKEN, "qr")]
    assert coupon["name"] == str(folder / "券.png")
    assert (coupon["frames"], coupon["frames_needed"]) == (1, 1)
    assert coupon["milliseconds"] > 0
    assert len(coupon["codes"][0]["outline"]) == 4


def test_text_output_shows_control_characters_harmlessly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(tmp_path / "odd.png", on_table(qr(b"A\x1b[2JB\x00\r\n")))
    assert decode(str(tmp_path / "odd.png")) == cli_decode.ALL_READ
    out = capsys.readouterr().out
    assert "qr A\\x1b[2JB\\x00\\r\\n · 1 frame(s)" in out
    assert "\x1b" not in out


def test_exit_codes_say_what_was_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = save(folder / "empty.png", on_table(qr(TOKEN)[:9, :9]))
    assert decode(str(folder)) == cli_decode.SOME_UNREAD
    assert f"{empty}: nothing read in 1 frame(s)" in capsys.readouterr().out
    assert decode(str(folder / "notes.txt")) == cli_decode.SOME_UNREAD
    assert "not a picture that can be read" in capsys.readouterr().out
    assert decode(str(folder / "missing.png")) == cli_decode.NO_PICTURES
    assert "no picture at" in capsys.readouterr().err


def test_bursts_are_scenes_in_the_order_of_their_last_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = on_table(qr(TOKEN)[:9, :9])
    for number in (1, 2, 9, 10):
        save(tmp_path / f"till2_a_{number}.png", on_table(qr(TOKEN)) if number == 10 else empty)
        save(tmp_path / f"till2_b_{number}.png", on_table(bar_code("4006381333931", "EAN13")))
    assert decode("--burst", "--json", str(tmp_path)) == cli_decode.ALL_READ
    a, b = json.loads(capsys.readouterr().out)
    assert (a["name"], a["frames_needed"]) == (str(tmp_path / "till2_a_*.png"), 4)
    assert b["codes"][0]["text"] == "4006381333931"
    assert b["frames_needed"] == 2  # a bar code takes two frames that agree


def test_a_burst_that_stays_unread_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        save(tmp_path / f"x{number}.png", seen_badly(on_table(qr(TOKEN)), blur=9))
    assert decode("--burst", str(tmp_path)) == cli_decode.SOME_UNREAD
    assert "nothing read in 3 frame(s)" in capsys.readouterr().out


def test_files_group_into_scenes() -> None:
    paths = [Path("d/a_2_x.png"), Path("d/a_10_x.png"), Path("d/b.png"), Path("e/a_1_x.png"), Path("d/a_1_x.png")]
    assert cli_decode.scenes(paths) == {
        str(Path("d/a_*_x.png")): [Path("d/a_1_x.png"), Path("d/a_2_x.png"), Path("d/a_10_x.png")],
        str(Path("d/b.png")): [Path("d/b.png")],
        str(Path("e/a_*_x.png")): [Path("e/a_1_x.png")],
    }


def test_what_was_done_with_each_frame_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = qr("KC1:EXPLAINED")[16:-16, 16:-16]
    dark = np.full((720, 1280), 30, np.uint8)
    dark[200 : 200 + len(bare), 500 : 500 + len(bare)] = np.maximum(bare, 30)
    assert cv2.imwrite(str(tmp_path / "till_1.png"), dark)
    assert decode("--burst", "--explain", str(tmp_path)) == cli_decode.ALL_READ
    line = capsys.readouterr().out.splitlines()[1]
    assert line.startswith("  frame 1: plain, look for a symbol: version ")
    assert line.endswith("→ qr read (fused, 1 frame(s) together)")
