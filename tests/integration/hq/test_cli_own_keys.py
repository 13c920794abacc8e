"""`kiosk token show --own-keys`: a code is judged by the keys that a real terminal got from HQ."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.cli.hq import open_hq
from tests.integration.terminal.local_hq import LocalHq


@pytest.fixture
def terminal_of(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Enrols a terminal of that name with one HQ, and gives its data folder."""
    assert main(["hq", "demo-data", "--members", "6", "--data", str(tmp_path / "hq")]) == 0
    hq = open_hq(tmp_path / "hq")
    served = LocalHq(lambda *request: hq.wire.handle(*request))

    def enrol(name: str) -> Path:
        code = hq.enroll_code("xinyi", name=name)
        assert code is not None
        assert main(["enroll", "--hq", served.url, "--code", code, "--data", str(tmp_path / name)]) == 0
        return tmp_path / name

    yield enrol
    served.close()
    hq.database.close()


def test_codes_are_judged_by_the_terminals_own_keys(
    terminal_of: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = terminal_of("first")
    demo = json.loads((tmp_path / "hq" / "demo.json").read_text("utf-8"))
    member = demo["visits"]["xinyi"][0]
    codes = [demo["staff"][0]["badge"], member["pass"], member["coupons"][0]["token"]]
    capsys.readouterr()

    def show(code: str, *words: str, folder: Path = data) -> tuple[int, str, str]:
        status = main(["token", "show", code, "--own-keys", "--data", str(folder), *words])
        return status, *capsys.readouterr()

    for code in codes:
        status, said, heard = show(code)
        assert (status, heard) == (0, "")
        assert said.startswith("The signature holds and the token is good now.\n")
        assert "not proven" not in said
    status, said, _ = show(codes[1], "--json")
    assert (json.loads(said)["verdict"], json.loads(said)["claims"]["member"]) == ("good", member["member"])

    assert show(codes[1][:-4] + "AAAA")[0] == 1  # somebody wrote another signature
    assert show(codes[0].replace("KB1:", "KC1:"))[:2][0] == 1  # a badge is no coupon
    assert show(codes[0], "--at", "2999-01-01")[0] == 1
    assert show("4710088430014")[0] == 1

    status, said, heard = show(codes[0], folder=tmp_path / "nothing")
    assert (status, said) == (2, "")
    assert heard == f"kiosk token: there is no terminal in {tmp_path / 'nothing'}\n"

    broken = b"no database" * 1000
    (data / "ref.db").write_bytes(broken)
    status, said, heard = show(codes[0])
    assert (status, said, heard.count("\n")) == (2, "", 1)
    assert str(data / "ref.db") in heard
    assert (data / "ref.db").read_bytes() == broken  # who only looks replaces nothing


def test_a_key_that_hq_revoked_is_said(
    terminal_of: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    demo = json.loads((tmp_path / "hq" / "demo.json").read_text("utf-8"))
    badge = demo["staff"][0]["badge"]
    first = terminal_of("first")
    capsys.readouterr()
    assert main(["token", "show", badge, "--own-keys", "--json", "--data", str(first)]) == 0
    key = json.loads(capsys.readouterr().out)["key_id"]
    assert main(["hq", "keys", "rotate", "--data", str(tmp_path / "hq")]) == 0
    assert main(["hq", "keys", "revoke", key, "--data", str(tmp_path / "hq")]) == 0
    second = terminal_of("second")
    capsys.readouterr()
    assert main(["token", "show", badge, "--own-keys", "--data", str(second)]) == 1
    assert "HQ has revoked the key" in capsys.readouterr().out
    # the first has not met HQ since, and judges by what it was told
    assert main(["token", "show", badge, "--own-keys", "--data", str(first)]) == 0
