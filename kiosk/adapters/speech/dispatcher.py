"""speech-dispatcher, which Linux desktops speak with, by its text protocol (SSIP) over a socket."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk import processes

TIMEOUT_S = 5.0
"""For each answer."""

LANGUAGES = {"zh_TW": "zh-TW", "zh_CN": "zh-CN", "en": "en"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where it listens: a socket's path, or host and port."""

    path: str = ""
    host: str = ""
    port: int = 6560


def address(environment: Mapping[str, str] | None = None) -> Address | None:
    """Where speech-dispatcher listens, or would once it was started; None where it is not installed."""
    environment = os.environ if environment is None else environment
    said = environment.get("SPEECHD_ADDRESS", "")
    if said.startswith("unix_socket:"):
        return Address(path=said.removeprefix("unix_socket:"))
    if said.startswith("inet_socket:"):
        host, _, port = said.removeprefix("inet_socket:").partition(":")
        return Address(host=host or "127.0.0.1", port=int(port) if port.isdigit() else 6560)
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    folder = Path(runtime) if runtime else Path(environment.get("HOME", "/")) / ".cache"
    path = folder / "speech-dispatcher" / "speechd.sock"
    if path.exists() or shutil.which("speech-dispatcher", path=environment.get("PATH")):
        return Address(path=str(path))
    return None


class DispatcherVoice:
    """A connection. OSError from every call when it is not there, breaks, or answers that it cannot."""

    def __init__(self, where: Address) -> None:
        self._language = ""
        self._socket = _connected(where)
        self._socket.settimeout(TIMEOUT_S)
        self._answers = self._socket.makefile("rb")
        try:
            self._ask("SET SELF CLIENT_NAME kiosk:station:prompts")
            self._ask("SET SELF PRIORITY MESSAGE")
        except OSError:
            self.close()
            raise

    def say(self, text: str, language: str) -> None:
        """Speak behind what is being spoken."""
        if language != self._language:
            self._ask(f"SET SELF LANGUAGE {LANGUAGES.get(language, language)}")
            self._language = language
        self._ask("SPEAK")
        # a line that begins with a point would end the text
        lines = [f".{line}" if line.startswith(".") else line for line in text.splitlines()]
        self._ask("\r\n".join([*lines, "."]))

    def hush(self) -> None:
        """Break off, and drop what waits."""
        self._ask("CANCEL SELF")

    def close(self) -> None:
        """Let the connection go."""
        with suppress(OSError):
            self._socket.sendall(b"QUIT\r\n")
        self._answers.close()
        self._socket.close()

    def _ask(self, command: str) -> None:
        self._socket.sendall(f"{command}\r\n".encode())
        while True:
            line = self._answers.readline(4_096)
            if not line.endswith(b"\n"):
                raise ConnectionError("speech-dispatcher has hung up")
            if line[3:4] != b"-":  # more lines of the same answer have a dash there
                break
        if not line.startswith(b"2"):
            raise OSError(f"speech-dispatcher: {line.decode('utf-8', 'replace').strip()}")


def _connected(where: Address) -> socket.socket:
    if not where.path:
        return socket.create_connection((where.host, where.port), timeout=TIMEOUT_S)
    try:
        return _to_path(where.path)
    except OSError:
        program = shutil.which("speech-dispatcher")
        if program is None:
            raise
        processes.call([program, "--spawn"])  # comes back once it listens
        return _to_path(where.path)


def _to_path(path: str) -> socket.socket:
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        made.settimeout(TIMEOUT_S)
        made.connect(path)
    except OSError:
        made.close()
        raise
    return made
