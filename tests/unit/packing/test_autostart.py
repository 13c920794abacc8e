"""The files by which a station starts by itself: they are sound, and what they start is there."""

from __future__ import annotations

import argparse
import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kiosk.cli import run

FOLDER = Path(__file__).resolve().parents[3] / "packing" / "autostart"
UNITS = sorted(FOLDER.glob("*.service"))
DOCS = FOLDER.parents[1] / "docs" / "kiosk-lockdown.md"


def _unit(path: Path) -> configparser.RawConfigParser:
    read = configparser.RawConfigParser(strict=False, comment_prefixes=("#",), delimiters=("=",))
    read.optionxform = str  # type: ignore[method-assign,assignment]
    read.read_string(path.read_text("utf-8"))
    return read


def _takes(words: list[str]) -> argparse.Namespace:
    """What `kiosk run` makes of the arguments; it ends the test where it takes them not."""
    parser = argparse.ArgumentParser()
    run.add_parser(parser.add_subparsers(dest="command"))
    return parser.parse_args(words)


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_starts_a_watched_station_and_ends_it_in_good_order(path: Path) -> None:
    service = _unit(path)["Service"]
    words = shlex.split(service["ExecStart"])
    at = words.index("/opt/kiosk/kiosk")
    rest = words[at + 1 :]
    station = rest[: rest.index("--")] if "--" in rest else rest
    assert _takes(station).watched
    assert service["KillMode"] == "mixed", "the watchdog is told first"
    assert service["Restart"] == "on-failure", "a manager who left has left"
    assert service["LimitCORE"] == "0", "no image of what a customer typed"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_systemd_takes_the_unit(path: Path, tmp_path: Path) -> None:
    """With programs that are there in place of those that a test machine has not."""
    text = re.sub(r"^(ExecStart=)\S+", rf"\1{shutil.which('true')}", path.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^(After|Conflicts|OnSuccess|PartOf|User|PAMName)=.*$", "", text, flags=re.MULTILINE)
    (tmp_path / path.name).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / path.name)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = [line for line in ran.stderr.splitlines() if path.name in line]
    assert said == [], ran.stderr


def test_shell_launcher_is_xml_of_its_kind_and_starts_a_watched_station() -> None:
    spaces = {"a": "http://schemas.microsoft.com/ShellLauncher/2018/Configuration"}
    root = ElementTree.parse(FOLDER / "shell-launcher.xml").getroot()
    profiles = {one.get("Id") for one in root.findall("a:Profiles/a:Profile", spaces)}
    assert {one.get("Id") for one in root.findall("a:Configs/a:Config/a:Profile", spaces)} == profiles
    (shell,) = root.findall("a:Profiles/a:Profile/a:Shell", spaces)
    program, _, arguments = str(shell.get("Shell")).partition(" ")
    assert program == r"C:\kiosk\kioskw.exe"
    assert _takes(arguments.split()).watched
    actions = {one.get("ReturnCode"): one.get("Action") for one in shell.iter() if one.tag.endswith("ReturnCodeAction")}
    assert actions == {"0": "DoNothing"}
    (default,) = shell.findall("a:DefaultAction", spaces)
    assert default.get("Action") == "RestartShell"


def test_the_script_for_windows_starts_the_same() -> None:
    text = (FOLDER / "lock-windows.ps1").read_text("utf-8")
    found = re.search(r"\$Station = '([^']+)'", text)
    assert found is not None
    assert found[1] == r"C:\kiosk\kioskw.exe run --watched"
    assert text.count("{") == text.count("}")
    assert text.isascii(), "Windows PowerShell reads what is not by the machine's code page"


def test_every_file_is_told_of() -> None:
    told = DOCS.read_text("utf-8")
    assert [path.name for path in sorted(FOLDER.iterdir()) if path.name not in told] == []
