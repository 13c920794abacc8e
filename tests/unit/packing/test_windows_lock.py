"""The lock file for Windows: what Windows needs, nothing of another system, every line with its hashes."""

from __future__ import annotations

import re

import pytest

from packing.windows_lock import INSTEAD, LEFT_OUT, ROOT, requirements

LINES = list(requirements((ROOT / "requirements.lock").read_text(encoding="utf-8")))
NAMES = [line.split("==")[0] for line in LINES]


@pytest.mark.parametrize(
    "name", ["pyside6-essentials", "pywin32-ctypes", "pefile", "colorama", "pyinstaller", "tzdata"]
)
def test_what_windows_needs_is_there(name: str) -> None:
    assert name in NAMES


@pytest.mark.parametrize("name", ["secretstorage", "jeepney", "macholib", "uvloop", *sorted(LEFT_OUT)])
def test_what_only_others_need_is_not(name: str) -> None:
    assert name not in NAMES


def test_every_line_is_one_version_with_hashes_and_no_marker() -> None:
    assert len(set(NAMES)) == len(NAMES) > 50
    for line in LINES:
        assert re.fullmatch(r"[a-z0-9.-]+==[0-9a-z.]+( --hash=sha256:[0-9a-f]{64})+", line), line


def test_what_is_replaced_is_named_with_its_own_hash() -> None:
    for name, (version, known) in INSTEAD.items():
        assert f"{name}=={version} --hash={known}" in LINES


def test_a_marker_is_judged_for_windows() -> None:
    here, elsewhere = 'aa==1 ; sys_platform == "win32"', 'bb==2 ; sys_platform != "win32"'
    lock = f"{here} \\\n    --hash=sha256:aa\n{elsewhere} \\\n    --hash=sha256:bb\n"
    assert list(requirements(lock)) == ["aa==1 --hash=sha256:aa"]
