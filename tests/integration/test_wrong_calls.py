"""Whatever is typed, set or stored in place of settings: an exit code of 0, 1 or 2, one line that says why, never a
traceback; and output that no code page stops."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.__main__ import COMMANDS, main
from kiosk.config import _ALLOWED, ConfigError, Settings, load
from kiosk.processes import program
from tests.shared.calls import called

_WORDS = st.one_of(
    st.sampled_from(
        [
            *(
                "-5",
                "99999",
                "0",
                "fr",
                "pink",
                "",
                " ",
                "/etc/passwd",
                "/etc/passwd/x",
                "/nowhere/x",
                "/tmp",
                "~nobody",
            ),
            *(
                "--data",
                "--json",
                "--at",
                "--port",
                "-",
                "--",
                "--keys",
                "2026-99-99",
                "0001-01-01T00:00+23:59",
                "xinyi",
            ),
            *("中文", "\udc80", "a\nb", "\x1b[31m", "9" * 5000, "١٢", "--config", "--language", "--verbose", "KC1:X"),
        ]
    ),
    st.text(st.characters(exclude_characters="\0"), max_size=12),
)
_CALLS = st.sampled_from(
    [
        *([name] for name in ("nothing", "ledger", "hq", "token", "campaign", "decode", "explain", "enroll")),
        *(["ledger", what] for what in ("verify", "rebuild", "backup", "restore", "show")),
        *(["hq", what] for what in ("terminals", "keys", "conflicts", "enroll-code", "publish-campaign", "rebuild")),
        *(["campaign", what] for what in ("check", "schema", "sign", "verify")),
        ["token", "show"],
        ["token", "show", "KC1:X", "--own-keys"],
    ]
)


def _fine(code: int, heard: str) -> None:
    assert code in (0, 1, 2)
    if code == 2 and heard:
        assert heard.count("\n") == 1
        assert heard.endswith("\n")
        assert heard[:-1].isprintable()
    assert "Traceback" not in heard


@given(call=_CALLS, words=st.lists(_WORDS, max_size=4), first=st.lists(_WORDS, max_size=1))
@settings(max_examples=300)
def test_any_words(
    tmp_path_factory: pytest.TempPathFactory, call: list[str], words: list[str], first: list[str]
) -> None:
    empty = tmp_path_factory.getbasetemp() / "an empty home"
    environment = {"KIOSK_DATA_DIR": str(empty), "KIOSK_SECRET_DIR": str(empty / "secret")}
    before = ["--config", *first] if first else []
    code, _, heard = called([*before, *call, *words], environment)
    _fine(code, heard)


@given(name=st.sampled_from(sorted(field.name for field in fields(Settings))), value=_WORDS)
def test_any_value_of_any_setting_in_the_environment(name: str, value: str) -> None:
    variable = f"KIOSK_{name.upper()}"
    said = _refused(None, {variable: value})
    assert not said or said.startswith(f"{variable}: ")
    assert said.isprintable()


def _refused(file: Path | None, environment: dict[str, str]) -> str:
    """What is said about such settings; nothing when they are good."""
    try:
        load(file, environment)
    except ConfigError as error:
        return str(error)
    return ""


_TOML = ["true", "-1", "9" * 400, "1.5", "nan", "[]", "[1]", "{}", '""', '"pink"', '"\\u0000"', "2026-01-31", "'中'"]


@given(name=st.sampled_from([*sorted(_ALLOWED), "langauge", '"a\\nb"']), value=st.sampled_from(_TOML))
def test_any_value_of_any_setting_in_the_file(tmp_path_factory: pytest.TempPathFactory, name: str, value: str) -> None:
    file = tmp_path_factory.getbasetemp() / "kiosk.toml"
    file.write_text(f"{name} = {value}\n", encoding="utf-8")
    said = _refused(file, {})
    assert said or name in _ALLOWED
    assert not said or (said.startswith(f"{file}: ") and (name if name in _ALLOWED else "unknown setting") in said)
    assert said.isprintable()


_FILES = [b"[" * 5000, b"\xef\xbb\xbftheme = 'dark'", b"a = " + b"1" * 5000]


@given(content=st.binary(max_size=60) | st.sampled_from(_FILES))
def test_any_settings_file(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(content)
    said = _refused(file, {})
    assert said.isprintable()
    assert not (said and content == _FILES[1])  # Windows' editors begin a file so


def test_every_setting_says_what_it_may_be() -> None:
    assert set(_ALLOWED) == {field.name for field in fields(Settings)}


@pytest.mark.parametrize(
    ("words", "environment", "named"),
    [
        (["run"], {"KIOSK_THEME": "pink"}, ["KIOSK_THEME", "pink", "light, dark"]),
        (["run"], {"KIOSK_CONFIG": str(Path(__file__).parent)}, [str(Path(__file__).parent), "folder"]),
        (["--config", "/nowhere/kiosk.toml", "run"], {}, [str(Path("/nowhere/kiosk.toml"))]),
        (["hq", "run", "--port", "99999"], {}, ["--port", "99999", "65535"]),
        (["campaign", "rehearse", "x.yaml", "--synthetic", "-5"], {}, ["--synthetic", "-5"]),
        (["run", "--language", "fr"], {}, ["--language", "fr", "zh_TW"]),
        (["screenshots", "--theme", "pink"], {}, ["--theme", "pink", "dark"]),
        (["screenshots", "--screen", "huge"], {}, ["--screen", "huge", "1920x1080@150"]),
        (["run", "--data", __file__], {}, ["--data", __file__, "folder"]),
        (["hq", "terminals", "--data", f"{__file__}/x"], {}, [__file__, "folder"]),
        (["demo", "--members", "0"], {}, ["--members", "0"]),
        *(
            pytest.param(
                words,
                {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":77", "WAYLAND_DISPLAY": ""},
                ["display", f"kiosk {' '.join(words)}: "],
                marks=pytest.mark.skipif(sys.platform == "win32", reason="on Windows a session has a screen"),
            )
            for words in (["run"], ["scanner", "learn"])
        ),
        (["enroll", "--hq", "no address", "--code", "x"], {}, ["no address", "https://hq.example"]),
    ],
)
def test_wrong_calls_name_what_is_wrong(
    tmp_path: Path, words: list[str], environment: dict[str, str], named: list[str]
) -> None:
    around = {**os.environ, "KIOSK_DATA_DIR": str(tmp_path / "data"), **environment}
    done = subprocess.run([*program(), *words], capture_output=True, encoding="utf-8", check=False, env=around)
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert not [word for word in named if word not in done.stderr], done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["hq", "--help"], ["campaign", "schema"]])
def test_a_full_disk_is_said_in_one_line(words: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([*program(), *words], stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    _fine(done.returncode, done.stderr)
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Errno" not in done.stderr


@pytest.mark.parametrize(
    "words", [["explain", "\udcff"], ["hq", "members", "find", "x\udcff"], ["token", "show", "\udca4"], ["\udcff"]]
)
def test_what_is_no_text_is_said(tmp_path: Path, words: list[str]) -> None:
    code, said, heard = called(words, {"KIOSK_DATA_DIR": str(tmp_path)})
    assert (code, said) == (2, "")
    _fine(code, heard)
    assert "no text" in heard or "choose from" in heard


def test_the_settings_file_may_come_before_the_command(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f"data_dir = '{tmp_path / 'other'}'\n", encoding="utf-8")
    code, _, heard = called(["--config", str(file), "ledger", "verify"], {})
    assert code == 2
    assert str(tmp_path / "other") in heard


@pytest.mark.parametrize("page", ["ascii", "cp1252", "cp950", None])
def test_no_code_page_stops_the_output(page: str | None) -> None:
    around = {**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    around.pop("PYTHONIOENCODING", None)
    if page is not None:
        around["PYTHONIOENCODING"] = page
    call = [*program(), "explain", "收據"]
    done = subprocess.run(call, capture_output=True, check=False, env={**around, "KIOSK_DATA_DIR": "/nowhere/資料夾"})
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr
    help_of = subprocess.run([*program(), "hq", "--help"], capture_output=True, check=False, env=around)
    assert (help_of.returncode, help_of.stderr) == (0, b"")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert not end.value.code
    assert capsys.readouterr().out.startswith("kiosk 0")


@pytest.mark.parametrize("page", ["ascii", "cp1252", "cp950", "utf-8"])
@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_speaks_on_every_code_page(
    command: str, named: bool, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its help, and a refusal that repeats Chinese. `named`: PYTHONIOENCODING asks for the page, and gets it."""
    for words, code in (([command, "--help"], 0), ([command, "--沒有=🙂", "中文"], 2)):
        said, heard = (io.TextIOWrapper(io.BytesIO(), encoding=page, errors="strict") for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setattr("sys.stdout", said)
            patch.setattr("sys.stderr", heard)
            patch.delenv("PYTHONIOENCODING", raising=False)
            if named:
                patch.setenv("PYTHONIOENCODING", page)
            with pytest.raises(SystemExit) as end:
                main(words)
            said, heard = (stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, io.TextIOWrapper))
        assert (end.value.code or 0) == code
        wanted = page if named else "utf-8"
        assert (said.encoding, heard.encoding) == (wanted, wanted)
        said.flush()
        heard.flush()
        said.buffer.seek(0)
        heard.buffer.seek(0)
        assert bool(said.buffer.read().decode(wanted)) == (code == 0)
        assert bool(heard.buffer.read().decode(wanted)) == (code == 2)
