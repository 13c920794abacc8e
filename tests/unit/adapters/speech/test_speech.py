"""Spoken words: what speech-dispatcher and the voices of Windows are told, and that nobody waits for either."""

from __future__ import annotations

import base64
import socket
import sys
import threading
from pathlib import Path

import pytest

from kiosk.adapters.speech.dispatcher import Address, DispatcherVoice, address
from kiosk.adapters.speech.speaking import Speaking
from kiosk.adapters.speech.windows import SCRIPT, WindowsVoice

unix_only = pytest.mark.skipif(sys.platform == "win32", reason="speech-dispatcher is not there")


class Dispatcher:
    """Speaks SSIP as speech-dispatcher 0.11 does, strictly, on a socket of its own. `faults`: commands it answers with
    an error; `hangs_up`: so many commands on."""

    def __init__(self, path: Path, *, faults: tuple[str, ...] = (), hangs_up: int | None = None) -> None:
        self.spoken: list[tuple[str, str]] = []
        self.cancelled = 0
        self.connections = 0
        self._faults, self._left = faults, hangs_up
        self._server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._server.bind(str(path))
        self._server.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                peer, _ = self._server.accept()
            except OSError:
                return
            self.connections += 1
            with peer, peer.makefile("rwb") as lines:
                self._talk(lines)

    def _talk(self, lines: object) -> None:
        language, text, speaking, named = "", [], False, False
        while raw := lines.readline():  # type: ignore[attr-defined]
            assert raw.endswith(b"\r\n")
            line = raw[:-2].decode()
            if self._left is not None:
                self._left -= 1
                if self._left < 0:
                    self._left = None
                    return
            if speaking and line != ".":
                text.append(line[1:] if line.startswith("..") else line)
                continue
            if speaking:
                speaking = False
                self.spoken.append((language, "\n".join(text)))
                answer = "225-21\r\n225 OK MESSAGE QUEUED"
            elif line in self._faults:
                answer = "300 ERR INTERNAL"
            elif line.startswith("SET SELF CLIENT_NAME "):
                named = line.count(":") == 2
                answer = "208 OK CLIENT NAME SET"
            elif line.startswith("SET SELF LANGUAGE "):
                language = line.rsplit(" ", 1)[1]
                answer = "201 OK LANGUAGE SET"
            elif line == "SET SELF PRIORITY MESSAGE":
                answer = "202 OK PRIORITY SET"
            elif line == "SPEAK":
                speaking, text = named, []
                answer = "230 OK RECEIVING DATA" if named else "304 ERR NO CLIENT"
            elif line == "CANCEL SELF":
                self.cancelled += 1
                answer = "213 OK CANCELED"
            elif line == "QUIT":
                return
            else:
                answer = "500 ERR INVALID COMMAND"
            lines.write(f"{answer}\r\n".encode())  # type: ignore[attr-defined]
            lines.flush()  # type: ignore[attr-defined]


@unix_only
def test_every_text_is_spoken_as_it_is_in_its_language(tmp_path: Path) -> None:
    server = Dispatcher(tmp_path / "s")
    voice = DispatcherVoice(Address(path=str(tmp_path / "s")))
    voice.say("您好，陳美玲", "zh_TW")
    voice.say("您好\n.\n..\n.x", "zh_CN")
    voice.hush()
    voice.say("Hello", "en")
    voice.close()
    server.close()
    assert server.spoken == [("zh-TW", "您好，陳美玲"), ("zh-CN", "您好\n.\n..\n.x"), ("en", "Hello")]
    assert server.cancelled == 1


@unix_only
@pytest.mark.parametrize("fault", ["SET SELF PRIORITY MESSAGE", "SPEAK", "CANCEL SELF", "SET SELF LANGUAGE en"])
def test_what_it_refuses_is_an_error(tmp_path: Path, fault: str) -> None:
    server = Dispatcher(tmp_path / "s", faults=(fault,))

    def all_of_it() -> None:
        voice = DispatcherVoice(Address(path=str(tmp_path / "s")))
        try:
            voice.say("Hello", "en")
            voice.hush()
        finally:
            voice.close()

    with pytest.raises(OSError, match="300 ERR"):
        all_of_it()
    server.close()


@unix_only
def test_it_is_tried_once_more_and_then_left(tmp_path: Path) -> None:
    server = Dispatcher(tmp_path / "s", hangs_up=5)
    speaking = Speaking(lambda: DispatcherVoice(Address(path=str(tmp_path / "s"))))
    for text in ("one", "two", "three"):
        speaking.say(text, "en")
    speaking.close()
    server.close()
    assert server.connections == 2
    assert [text for _language, text in server.spoken] == ["two", "three"]


@unix_only
def test_nothing_is_there_and_nobody_waits(tmp_path: Path) -> None:
    def nothing() -> DispatcherVoice:
        raise OSError("nothing there")

    speaking = Speaking(nothing)
    for _ in range(50):
        speaking.say("words", "en", now=True)
    speaking.hush()
    speaking.close()


def test_whoever_presses_on_hears_the_last_of_it() -> None:
    gate, said = threading.Event(), []

    class Slow:
        def say(self, text: str, language: str) -> None:
            said.append(text)
            gate.wait()

        def hush(self) -> None:
            said.append("—")

        def close(self) -> None:
            said.append("closed")

    speaking = Speaking(Slow)
    speaking.say("first", "en")
    while not said:
        threading.Event().wait(0.001)
    for text in ("a", "b", "c"):
        speaking.say(text, "en", now=True)
    speaking.say("and more", "en")
    gate.set()
    speaking.close()
    assert said == ["first", "—", "c and more", "closed"]


@unix_only
def test_where_it_is(tmp_path: Path) -> None:
    assert address({"SPEECHD_ADDRESS": "unix_socket:/run/s"}) == Address(path="/run/s")
    assert address({"SPEECHD_ADDRESS": "inet_socket:10.0.0.2:7000"}) == Address(host="10.0.0.2", port=7000)
    assert address({"XDG_RUNTIME_DIR": str(tmp_path), "PATH": str(tmp_path)}) is None
    (tmp_path / "speech-dispatcher").mkdir()
    (tmp_path / "speech-dispatcher" / "speechd.sock").touch()
    found = address({"XDG_RUNTIME_DIR": str(tmp_path), "PATH": str(tmp_path)})
    assert found == Address(path=str(tmp_path / "speech-dispatcher" / "speechd.sock"))


@unix_only
def test_a_shell_of_windows_is_told_line_by_line(tmp_path: Path) -> None:
    heard, started = tmp_path / "heard", tmp_path / "started"
    program = tmp_path / "powershell"  # writes down how it is started and what it is told
    program.write_text(
        f"#!{sys.executable}\nimport sys, pathlib\n"
        f"pathlib.Path({str(started)!r}).write_text(sys.argv[-1], encoding='utf-8')\n"
        f"pathlib.Path({str(heard)!r}).write_text(sys.stdin.read(), encoding='utf-8')\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    voice = WindowsVoice(str(program))
    voice.say("您好", "zh_TW")
    voice.hush()
    voice.say("Hello", "en")
    voice.close()
    lines = heard.read_text(encoding="utf-8").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["zh-TW", "hush", "en-US"]
    assert base64.b64decode(lines[0].split(" ")[1]).decode() == "您好"
    assert base64.b64decode(started.read_text(encoding="utf-8")).decode("utf-16-le") == SCRIPT
    with pytest.raises((OSError, ValueError)):
        voice.say("later", "en")
