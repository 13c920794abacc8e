"""pretix's REST API, as far as a door needs it: the list of who may come in, and telling it who came.

A list comes in pages of fifty. Every request may be asked again: what it changes is known to pretix by a nonce.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec
import requests

from kiosk.domain.time import Clock, millis
from kiosk.hosts import in_the_open
from kiosk.hq.messages.sms import Believing

TIMEOUT_S = 20
TRIES = 5
MOST_PAGES = 20_000
_MOST_BYTES = 16 * 1024 * 1024
_MOST_WAIT_MS = 120_000
_FIRST_WAIT_MS = 1_000
_LATER = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
"""Answers after which the same may be asked again."""


class Link(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where an event's tickets are sold. `url`: of the server, without "/api"; `list`: the check-in list's number;
    `ca`: certificates (PEM) believed instead of the computer's; `languages`: in which names of products are wanted, as
    pretix writes them."""

    url: str
    organizer: str
    event: str
    list: int
    ca: str = ""
    languages: tuple[str, ...] = ("zh-hant", "zh-hans", "en")


class Fault(StrEnum):
    """Why pretix cannot be asked. Stable codes."""

    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    TOKEN = "token"  # it is not good, or may not see that event
    NOT_FOUND = "not_found"  # no such event or list there
    BUSY = "busy"
    ODD = "odd_answer"


class PretixFault(Exception):
    """It could not be asked. `after_ms`: not before so long again, where it said so."""

    def __init__(self, fault: Fault, detail: str = "", after_ms: int = 0) -> None:
        super().__init__(fault, detail)
        self.fault, self.detail, self.after_ms = fault, detail, after_ms


@dataclass(frozen=True, slots=True)
class Told:
    """What pretix said to a word: taken, or refused for good with its reason (pretix's own code, or `not_in`: it does
    not count there already; `not_there`: it never heard of it; `too_late`: it undoes nothing after a quarter of an
    hour)."""

    taken: bool
    reason: str = ""


class Pretix:
    """One event of one server. `wait`: sleeps so many milliseconds."""

    def __init__(self, link: Link, token: str, clock: Clock, wait: Callable[[int], None]) -> None:
        self._link, self._token, self._clock, self._wait = link, token, clock, wait
        self._base = f"{link.url.rstrip('/')}/api/v1/organizers/{quote(link.organizer, safe='')}/"
        self._event = f"events/{quote(link.event, safe='')}/"
        self._session = requests.Session()
        self._session.trust_env = False  # a .netrc would put another Authorization in place of ours
        if link.ca:
            self._session.mount("https://", Believing(link.ca))

    def close(self) -> None:
        """Let the connection go."""
        self._session.close()

    # -- the list -----------------------------------------------------------------------------------------------------

    def list_name(self) -> str:
        """The check-in list's name. Raises PretixFault."""
        found = self._ask("GET", f"{self._event}checkinlists/{self._link.list}/")
        return str(found.get("name", "")) if isinstance(found, dict) else ""

    def products(self) -> Mapping[int, tuple[str, str]]:
        """By number of a product its name, in the first of the wanted languages that there is, and what pretix tells
        whoever stands at the door of it."""
        found = self._pages(f"{self._event}items/")
        return {
            _number(one.get("id")): (self._name(one.get("name")), str(one.get("checkin_text") or "")) for one in found
        }

    def orders(self) -> Iterator[Mapping[str, Any]]:
        """Of each order its code, e-mail, phone and who is invoiced; nothing else is asked for."""
        wanted = "&".join(f"include={one}" for one in ("code", "email", "phone", "invoice_address"))
        return self._pages(f"{self._event}orders/?{wanted}")

    def positions(self) -> Iterator[Mapping[str, Any]]:
        """Who is on the list, ticket by ticket."""
        return self._pages(f"{self._event}checkinlists/{self._link.list}/positions/?ordering=positionid")

    def _pages(self, path: str) -> Iterator[Mapping[str, Any]]:
        following: str | None = path
        seen: set[str] = set()
        while following:
            if following in seen or len(seen) >= MOST_PAGES:
                raise PretixFault(Fault.ODD, "pages in a circle")
            seen.add(following)
            page = self._ask("GET", following)
            rows = page.get("results") if isinstance(page, dict) else None
            if not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
                raise PretixFault(Fault.ODD, "no page")
            yield from rows
            following = self._inside(page.get("next"))

    def _inside(self, url: object) -> str | None:
        """The next page's path. The token goes to no other server than ours, whatever a page says."""
        if not url:
            return None
        found, base = urlsplit(str(url)), urlsplit(self._base)
        if not found.path.startswith(base.path):
            raise PretixFault(Fault.ODD, "a page of another server")
        return found.path[len(base.path) :] + (f"?{found.query}" if found.query else "")

    def _name(self, said: object) -> str:
        if isinstance(said, dict):
            return next((str(said[one]) for one in (*self._link.languages, *said) if said.get(one)), "")
        return str(said or "")

    # -- who came -----------------------------------------------------------------------------------------------------

    def came(self, secret: str, nonce: str, at_iso: str, *, leaves: bool = False, force: bool = False) -> Told:
        """A ticket was let in, or (`leaves`) out. Asked again with the same nonce nothing is counted twice. Raises
        PretixFault."""
        body = {
            "secret": secret,
            "lists": [self._link.list],
            "nonce": nonce,
            "datetime": at_iso,
            "type": "exit" if leaves else "entry",
            "force": force,
            "ignore_unpaid": True,
            "questions_supported": False,
        }
        return self._told(self._ask("POST", "checkinrpc/redeem/", body, may_be=(400, 404)))

    def annul(self, nonce: str, at_iso: str) -> Told:
        """What was told under this nonce does not count. Raises PretixFault."""
        body = {"nonce": nonce, "lists": [self._link.list], "datetime": at_iso, "error_explanation": "undone"}
        found = self._ask("POST", "checkinrpc/annul/", body, may_be=(400, 404))
        if not isinstance(found, list | dict):
            raise PretixFault(Fault.ODD, "no answer to a ticket")
        if isinstance(found, list):  # it is annulled already, or was never good
            return Told(taken=False, reason="not_in")
        if found.get("non_field_errors"):
            return Told(taken=False, reason="too_late")
        if found.get("detail"):
            return Told(taken=False, reason="not_there")
        return self._told(found)

    def _told(self, found: Any) -> Told:
        if not isinstance(found, dict):
            raise PretixFault(Fault.ODD, "no answer to a ticket")
        if found.get("status") == "ok":
            return Told(taken=True)
        reason = str(found.get("reason") or ("incomplete" if found.get("status") == "incomplete" else "unknown"))
        return Told(taken=False, reason=reason[:64])

    # -- requests -----------------------------------------------------------------------------------------------------

    def _ask(self, method: str, path: str, body: Any = None, may_be: tuple[int, ...] = ()) -> Any:
        """An answer, asked for up to five times."""
        for tried in range(1, TRIES + 1):
            try:
                return self._once(method, path, body, may_be)
            except PretixFault as fault:
                if tried == TRIES or fault.fault not in (Fault.UNREACHABLE, Fault.BUSY):
                    raise
                self._wait(fault.after_ms or _FIRST_WAIT_MS << (tried - 1))
        raise AssertionError("unreachable")

    def _once(self, method: str, path: str, body: Any, may_be: tuple[int, ...]) -> Any:
        headers = {"Authorization": f"Token {self._token}", "Accept": "application/json"}
        try:
            with self._session.request(
                method,
                self._base + path,
                json=body,
                headers=headers,
                timeout=TIMEOUT_S,
                allow_redirects=False,
                stream=True,
            ) as answer:
                return self._meant(answer, may_be)
        except requests.exceptions.SSLError as error:
            raise PretixFault(Fault.CERTIFICATE) from error
        except (requests.exceptions.RequestException, OSError) as error:
            raise PretixFault(Fault.UNREACHABLE, type(error).__name__) from error

    def _meant(self, answer: requests.Response, may_be: tuple[int, ...]) -> Any:
        status = answer.status_code
        if status in (401, 403):
            raise PretixFault(Fault.TOKEN, f"http_{status}")
        if status in _LATER:
            raise PretixFault(Fault.BUSY, f"http_{status}", self._retry_after(answer.headers.get("retry-after", "")))
        read = b""
        for piece in answer.iter_content(65_536):
            read += piece
            if len(read) > _MOST_BYTES:
                raise PretixFault(Fault.ODD, "too long")
        if status == 404 and status not in may_be:
            raise PretixFault(Fault.NOT_FOUND)
        if status not in may_be and not 200 <= status < 300:
            raise PretixFault(Fault.ODD, f"http_{status}")
        try:
            return msgspec.json.decode(read)
        except msgspec.MsgspecError as error:
            # of a wrong address, or of a portal that answers for everybody
            raise PretixFault(Fault.NOT_FOUND if status == 404 else Fault.ODD, "no JSON") from error

    def _retry_after(self, text: str) -> int:
        """Milliseconds of a Retry-After (RFC 9110, section 10.2.3): seconds, or a date; 0: it does not say."""
        text = text.strip()
        if text.isascii() and text.isdecimal() and len(text) < 10:
            return min(int(text) * 1000, _MOST_WAIT_MS)
        try:
            at = parsedate_to_datetime(text)
        except ValueError:
            return 0
        return 0 if at.tzinfo is None else max(0, min(millis(at) - self._clock.now_ms(), _MOST_WAIT_MS))


def _number(said: object) -> int:
    if not isinstance(said, int):
        raise PretixFault(Fault.ODD, "no number")
    return said


def problem_of(link: Link) -> str:
    """What is wrong with an address, for a person; "" nothing."""
    parts = urlsplit(link.url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        return f"{link.url} is no address of a pretix server, such as https://tickets.example.org"
    if in_the_open(link.url):
        return "the token would go over the network in the open: the address has to begin with https://"
    if not link.organizer or not link.event or link.list <= 0:
        return "organizer, event and list as pretix names them"
    return ""
