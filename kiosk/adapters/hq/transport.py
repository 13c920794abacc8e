"""How a request reaches HQ. One class for `requests`; the simulator has one without sockets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import requests


class HqUnreachable(Exception):
    """HQ gave no usable answer: no network, a time-out, a 5xx, or bytes that make no sense. Trying again is right."""


@dataclass(frozen=True, slots=True)
class HqAnswer:
    """Status, headers (lower-case names) and body of an answer that arrived whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport(Protocol):
    """Sends requests to HQ."""

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout: float) -> HqAnswer:
        """One request. `timeout` in seconds. Raises HqUnreachable."""

    def download(self, path: str, headers: Mapping[str, str], target: Path, *, timeout: float) -> None:
        """Append to `target` from where it ends (HTTP Range) until the resource is complete. Raises HqUnreachable;
        what arrived stays in `target`."""


class RequestsTransport:
    """HTTP by `requests`, one kept-alive session. Not for several threads at once."""

    def __init__(self, base_url: str, *, verify: bool | str = True) -> None:
        """`verify`: False, True, or the path of a CA bundle, as `requests` takes it."""
        self._base = base_url.rstrip("/")
        self._session = requests.Session()
        self._session.verify = verify
        self._session.trust_env = False  # a proxy set for the browser must not see members' data

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout: float) -> HqAnswer:
        """One request. Raises HqUnreachable."""
        try:
            answer = self._session.request(
                method,
                self._base + path,
                headers=dict(headers),
                data=body or None,
                timeout=(min(timeout, 3.0), timeout),
                allow_redirects=False,
            )
        except (requests.RequestException, OSError) as error:
            raise HqUnreachable(type(error).__name__) from error
        # requests has undone the content encoding already
        received = {k.lower(): v for k, v in answer.headers.items() if k.lower() != "content-encoding"}
        return HqAnswer(answer.status_code, received, answer.content)

    def download(self, path: str, headers: Mapping[str, str], target: Path, *, timeout: float) -> None:
        """Append to `target` until the resource is complete. Raises HqUnreachable."""
        have = target.stat().st_size if target.exists() else 0
        wanted = dict(headers) | ({"Range": f"bytes={have}-"} if have else {})
        try:
            with self._session.get(self._base + path, headers=wanted, stream=True, timeout=(3.0, timeout)) as answer:
                if answer.status_code == 416:  # nothing is left to fetch
                    return
                if answer.status_code not in (200, 206):
                    raise HqUnreachable(f"download answered {answer.status_code}")
                with target.open("ab" if answer.status_code == 206 else "wb") as handle:
                    for chunk in answer.iter_content(1 << 18):
                        handle.write(chunk)
        except requests.RequestException as error:
            raise HqUnreachable(type(error).__name__) from error

    def close(self) -> None:
        """Give the connections back."""
        self._session.close()
