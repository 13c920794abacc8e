"""How HQ reaches people: the gateways' settings, kept in HQ's database, and their secrets, kept in its key store."""

from __future__ import annotations

from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import delete, select

from kiosk.domain.journal.fit import fit_text
from kiosk.hosts import is_loopback
from kiosk.hq.context import Context
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, setting

T = TypeVar("T", bound="MailSettings | SmsSettings")
SECRETS = {Channel.MAIL: "hq-mail", Channel.SMS: "hq-sms"}
"""Names in the key store: the mail server's password, the SMS gateway's key."""
_LONGEST = 256
_MOST_ANSWERS = 50


class MessagesFault(ValueError):
    """It cannot be set so; the text says why, to a person."""


class MailSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mail server. `tls`: "starttls" (usually port 587), "tls" from the first byte (465), or "none" on this machine
    alone. `user`: "" where nobody signs in. `ca`: certificates (PEM) believed instead of the computer's. `name`: what
    stands before the sender's address; "": the chain's."""

    host: str
    sender: str
    port: int = 587
    tls: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    name: str = ""
    reply_to: str = ""
    ca: str = ""
    timeout_s: int = 20


class AnswerRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an answer of an SMS gateway means: the field (`data.status` of JSON, or the name before "=" of lines) and
    the values, as text, by which it is known."""

    field: str
    values: tuple[str, ...]


class SmsSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An SMS gateway over HTTP. `headers`, `json` and `form` (one of the two) may name {to} (E.164), {digits} (without
    the +), {national} (as dialled at home), {text}, {id} and {secret}.

    `answers`: what its answers are, "json", "lines" (name=value) or "none". `sent`: accepted, without it every 2xx is;
    `duplicate`: it had it already; `refused`: this number never; `busy`: later. `key_header`: names the letter's id, by
    which a gateway knows what it has accepted already; "" sends none. `ref`: the field with the gateway's own number.
    `most_a_day`: messages in 24 hours, so that nobody empties the account through HQ. `quiet`: hours of the store in
    which nothing goes out but one-time codes, such as ["21:00", "09:00"]."""

    url: str
    headers: dict[str, str] = {}
    json: dict[str, Any] | None = None
    form: dict[str, str] | None = None
    answers: Literal["json", "lines", "none"] = "json"
    sent: AnswerRule | None = None
    duplicate: AnswerRule | None = None
    refused: AnswerRule | None = None
    busy: AnswerRule | None = None
    key_header: str = "Idempotency-Key"
    ref: str = ""
    ca: str = ""
    timeout_s: int = 10
    most_a_day: int = 2_000
    quiet: tuple[str, str] | None = ("21:00", "09:00")


KINDS: dict[Channel, type[MailSettings] | type[SmsSettings]] = {Channel.MAIL: MailSettings, Channel.SMS: SmsSettings}


def settings_of(tx: Tx, channel: Channel, kind: type[T]) -> T | None:
    """The gateway's settings; None where there is none."""
    said = read(tx, f"messages/{channel}")
    return None if said is None else msgspec.json.decode(said, type=kind)


def is_set(tx: Tx, channel: Channel) -> bool:
    """Whether there is a gateway."""
    return read(tx, f"messages/{channel}") is not None


def read(tx: Tx, name: str) -> str | None:
    """A setting's JSON."""
    query = select(setting.c.value).where(setting.c.store == CHAIN, setting.c.name == name)
    found: str | None = tx.execute(query).scalar()
    return found


def write(context: Context, tx: Tx, name: str, value: str | None, by: str) -> None:
    """Keep a setting's JSON; None: there is none any more."""
    if value is None:
        tx.execute(delete(setting).where(setting.c.store == CHAIN, setting.c.name == name))
        return
    row = {"store": CHAIN, "name": name, "value": value, "changed_at": context.clock.now_ms(), "changed_by": by}
    tx.upsert(setting, [row])


def put_gateway(context: Context, tx: Tx, channel: Channel, said: object, secret: str | None, by: str) -> None:
    """Set a gateway from what a file says (`said` None: there is none any more). `secret` None: as it was. Raises
    MessagesFault."""
    name = f"messages/{channel}"
    tx.touch(topic(channel))
    if said is None:
        write(context, tx, name, None, by)
        context.vault.put(SECRETS[channel], b"")
        return
    try:
        made = msgspec.convert(said, KINDS[channel])
    except msgspec.ValidationError as error:
        raise MessagesFault(str(error)) from error
    if isinstance(made, MailSettings):
        _check_mail(made)
    else:
        _check_sms(made)
    write(context, tx, name, msgspec.json.encode(made).decode(), by)
    if secret is not None:
        context.vault.put(SECRETS[channel], secret.encode())


def secret_of(context: Context, channel: Channel) -> str:
    """The gateway's secret; "" where there is none. Raises what the key store raises."""
    return (context.vault.get(SECRETS[channel]) or b"").decode()


def topic(channel: Channel) -> str:
    """What is told when there is something new for a gateway."""
    return f"messages/{channel}"


def minutes(text: str) -> int | None:
    """Minutes after midnight of "21:00"; None for what is no time of day."""
    hours, colon, rest = text.partition(":")
    if not (colon and hours.isascii() and rest.isascii() and hours.isdecimal() and rest.isdecimal()):
        return None
    if len(hours) > 2 or len(rest) != 2 or int(hours) > 23 or int(rest) > 59:
        return None
    return int(hours) * 60 + int(rest)


def is_address(text: str) -> bool:
    """Whether this can be a mail address: enough that a mail server is asked about it. Whether somebody reads it there
    only a letter shows (RFC 5321, section 4.5.3.1 has the lengths)."""
    local, at, domain = text.rpartition("@")
    if not at or not 0 < len(local) <= 64 or not 3 <= len(domain) <= 253 or not fit_text(text, 254):
        return False
    if not text.isprintable() or any(one in ' ,;:<>()[]\\"' for one in text):
        return False
    parts = domain.split(".")
    return len(parts) > 1 and all(part and part[0] != "-" and part[-1] != "-" for part in parts) and "@" not in local


def _check_mail(said: MailSettings) -> None:
    _check_common(said.host, said.port, said.timeout_s)
    for address in filter(None, (said.sender, said.reply_to)):
        if not is_address(address) or not address.isascii():
            raise MessagesFault(f"'{address[:80]}' is no mail address")
    if not said.sender:
        raise MessagesFault("a sender is needed")
    if not (said.name.isprintable() and len(said.name) <= 64):
        raise MessagesFault("a sender's name has at most 64 printable characters")
    if said.tls == "none" and not is_loopback(said.host):
        raise MessagesFault('tls "none" is for a mail server on this machine: everybody on the way could read it')


def _check_sms(said: SmsSettings) -> None:
    try:
        parts = urlsplit(said.url)
        host, port = parts.hostname or "", parts.port or 443
    except ValueError as error:
        raise MessagesFault(f"'{said.url[:80]}' is no address") from error
    _check_common(host, port, said.timeout_s)
    if parts.scheme not in ("https", "http") or (parts.scheme == "http" and not is_loopback(host)):
        raise MessagesFault("an SMS gateway has an https address; http is for one on this machine")
    if (said.json is None) == (said.form is None):
        raise MessagesFault("json or form: one of the two says what is sent")
    if not said.most_a_day >= 1:
        raise MessagesFault("most_a_day is at least 1")
    if said.quiet is not None and None in map(minutes, said.quiet):
        raise MessagesFault('quiet is two times of day such as ["21:00", "09:00"]')
    for name, text in said.headers.items():
        if not (name.isascii() and name.isprintable() and text.isprintable() and " " not in name and ":" not in name):
            raise MessagesFault(f"'{name[:40]}' cannot be a header")
    for rule in (said.sent, said.duplicate, said.refused, said.busy):
        if rule is not None and not (rule.field and 0 < len(rule.values) <= _MOST_ANSWERS):
            raise MessagesFault("an answer is known by a field and by values")


def _check_common(host: str, port: int, timeout_s: int) -> None:
    if not host or len(host) > _LONGEST or not host.isprintable() or " " in host:
        raise MessagesFault("a host is needed")
    if not 0 < port < 65_536:
        raise MessagesFault("a port is between 1 and 65535")
    if not 1 <= timeout_s <= 60:
        raise MessagesFault("timeout_s is between 1 and 60")
