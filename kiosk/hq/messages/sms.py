"""The SMS gateway: any that speaks HTTP, as its settings describe it."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import msgspec
import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from kiosk.domain.time import Clock, millis
from kiosk.hq.messages.gateways import Answer, Down, Later, Letter, Never, Sent
from kiosk.hq.messages.settings import AnswerRule, SmsSettings
from kiosk.hq.messages.texts import filled

_LONG_MS = 10 * 60_000
_MOST_ANSWER = 64 * 1024
_MOST_WAIT_MS = 60 * 60_000
_TO_MEND = frozenset({401, 402, 403, 404, 405, 407, 410, 415})
"""What a person has to see to: a key that is not good any more, an empty account, an address that has moved."""


class SmsGateway:
    """One HTTP gateway. Thread-safe: nothing is kept between two letters."""

    def __init__(self, settings: SmsSettings, secret: str, clock: Clock) -> None:
        self._settings, self._secret, self._clock = settings, secret, clock

    def send(self, letter: Letter) -> Answer:
        """See Gateway."""
        said = self._settings
        words = {
            "to": letter.to,
            "digits": letter.to.removeprefix("+"),
            "national": national(letter.to),
            "text": letter.text,
            "id": letter.id,
            "secret": self._secret,
        }
        headers = {name: filled(text, words) for name, text in said.headers.items()}
        if said.key_header:
            headers.setdefault(said.key_header, letter.id)
        sent: dict[str, Any] = (
            {"json": _filled(said.json, words)} if said.form is None else {"data": _filled(said.form, words)}
        )
        try:
            with requests.Session() as session:
                session.trust_env = False  # a .netrc would put another Authorization in place of ours
                if said.ca:
                    session.mount("https://", Believing(said.ca))
                return self._answered(session, headers, sent)
        except requests.exceptions.SSLError:
            return Down("certificate", _LONG_MS)
        except requests.exceptions.ConnectTimeout:
            return Down("timeout")
        except requests.exceptions.ConnectionError as error:
            return Down("unreachable") if _never_left(error) else Later("no_answer")
        except requests.exceptions.InvalidHeader:
            return Down("malformed_header", _LONG_MS)
        except (requests.exceptions.RequestException, TimeoutError):
            # it may have it: tried again with the same id
            return Later("no_answer")

    def _answered(self, session: requests.Session, headers: Mapping[str, str], sent: Mapping[str, Any]) -> Answer:
        said = self._settings
        began = self._clock.mono_ms()
        with session.post(
            said.url, headers=headers, timeout=said.timeout_s, allow_redirects=False, stream=True, **sent
        ) as answer:
            body = b""
            for piece in answer.iter_content(4096):
                body += piece
                if len(body) > _MOST_ANSWER:
                    return Later("odd_answer")
                if self._clock.mono_ms() - began > said.timeout_s * 2_000:  # byte by byte it could go on for ever
                    raise TimeoutError
            return self._meant(answer.status_code, answer.headers, body)

    def _meant(self, status: int, headers: Mapping[str, str], body: bytes) -> Answer:
        said = self._settings
        fields = _fields(said.answers, body)
        if _fits(said.duplicate, fields):
            return Sent(_text(fields, said.ref))
        if _fits(said.refused, fields):
            return Never("refused")
        after = self._retry_after(headers.get("retry-after", ""))
        if _fits(said.busy, fields):
            return Later("busy", after)
        if status == 429:
            return Down("http_429", after)
        if status in _TO_MEND or 300 <= status < 400:
            return Down(f"http_{status}", after or _LONG_MS)
        if 200 <= status < 300:
            if said.sent is None or _fits(said.sent, fields):
                return Sent(_text(fields, said.ref))
            return Later("odd_answer")
        if 400 <= status < 500 and status not in (408, 409, 425):
            return Never(f"http_{status}")
        return Later(f"http_{status}", after)

    def _retry_after(self, text: str) -> int | None:
        """Milliseconds of a Retry-After (RFC 9110, section 10.2.3): seconds, or a date."""
        text = text.strip()
        if text.isascii() and text.isdecimal() and len(text) < 10:
            return min(int(text) * 1000, _MOST_WAIT_MS)
        try:
            at = parsedate_to_datetime(text)
        except ValueError:
            return None
        if at.tzinfo is None:
            return None
        return max(0, min(millis(at) - self._clock.now_ms(), _MOST_WAIT_MS))


class Believing(HTTPAdapter):
    """Believes certificates of the settings' own."""

    def __init__(self, pem: str) -> None:
        self._pem = pem
        super().__init__()

    def init_poolmanager(self, *words: Any, **named: Any) -> None:
        """See HTTPAdapter."""
        context = ssl.create_default_context(cadata=self._pem)
        super().init_poolmanager(*words, ssl_context=context, **named)

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Nothing but what the context says: the library would add the usual certificates."""
        conn.cert_reqs = "CERT_REQUIRED"


def national(phone: str) -> str:
    """A phone as it is dialled at home, digits only."""
    import phonenumbers  # heavy, and wanted by few

    try:
        read = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return phone.removeprefix("+")
    shown = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.NATIONAL)
    return "".join(one for one in shown if one.isdecimal())


def _never_left(error: requests.exceptions.ConnectionError) -> bool:
    """Whether no connection came about, so that nothing was sent for sure."""
    reason = getattr(error.args[0] if error.args else None, "reason", None)
    return isinstance(reason, (NewConnectionError, ConnectTimeoutError))


def _filled(said: Any, words: Mapping[str, str]) -> Any:
    """Texts filled in, however deep."""
    if isinstance(said, str):
        return filled(said, words)
    if isinstance(said, dict):
        return {name: _filled(one, words) for name, one in said.items()}
    if isinstance(said, list):
        return [_filled(one, words) for one in said]
    return said


def _fields(answers: str, body: bytes) -> Any:
    """What an answer says; None for what cannot be read."""
    text = body.decode("utf-8", errors="replace")
    if answers == "lines":
        pairs = (line.partition("=") for line in text.splitlines())
        return {name.strip(): value.strip() for name, equal, value in pairs if equal}
    if answers == "none":
        return None
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return None


def _found(fields: Any, path: str) -> Any:
    for name in path.split("."):
        if isinstance(fields, list) and name.isdecimal() and int(name) < len(fields):
            fields = fields[int(name)]
        elif isinstance(fields, dict):
            fields = fields.get(name)
        else:
            return None
    return fields


def _text(fields: Any, path: str) -> str:
    found = _found(fields, path) if path else None
    if isinstance(found, bool):
        return "true" if found else "false"
    return str(found)[:64] if isinstance(found, (str, int, float)) else ""


def _fits(rule: AnswerRule | None, fields: Any) -> bool:
    return rule is not None and _text(fields, rule.field) in rule.values and _text(fields, rule.field) != ""
