"""Guests with an invitation on their phones, and the chain that they are invited to."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
from sqlalchemy import select

from kiosk.domain.documents.brand import Brand
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.domain.tokens import InviteClaims, SigningKey
from kiosk.hq.documents.phone import LANG
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.ports import HqSettings
from kiosk.hq.store.database import Database
from kiosk.hq.store.people import message
from kiosk.hq.tokens import keys
from kiosk.hq.wire.app import WireResponse
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import signing_key
from tests.unit.hq.campaign_rig import member, with_members
from tests.unit.hq.rig import MemoryVault, SeededChance, Terminal, TestClock, headquarters

PARTY = Path(__file__).parents[4] / "resources" / "campaigns" / "referral-party.yaml"
CAMPAIGN = "referral-party"
DURING = 1_797_652_800_000  # 2026-12-19 12:00 in Taipei: the main phase
REFERRER = "m-aunt"
PHONE = "+886912345678"
DAY = timedelta(days=1)
LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f0003820181a5d1a1d50000000049454e44ae426082"
)


@dataclass
class Chain:
    """A chain whose members invite to the referral campaign."""

    hq: Headquarters
    clock: TestClock = field(default_factory=TestClock)
    till: Terminal = field(init=False)

    def close(self) -> None:
        self.hq.database.close()

    @property
    def now(self) -> datetime:
        return instant(self.clock.now)

    def key(self) -> SigningKey:
        with self.hq.database.write() as tx:
            return keys.signing(self.hq.context, tx)

    def invite(self, who: str = REFERRER, campaign: str = CAMPAIGN, *, by_till: bool = False, **changes: Any) -> str:
        """A member's invitation, signed by HQ, or by the terminal while HQ was away."""
        key = signing_key(self.till.key.private_bytes_raw()) if by_till else self.key()
        claims = InviteClaims(
            issuer=self.till.device if by_till else "HQ",
            key_id=key.key_id,
            issued=self.now,
            expires=self.now + 30 * DAY,
            referrer=who,
            campaign=campaign,
        )
        return sign_token(replace(claims, **changes), key)

    def letters(self, kind: str = "") -> list[dict[str, Any]]:
        """Messages that wait, the oldest first: to whom, of which kind, with what words."""
        with self.hq.database.read() as tx:
            rows = tx.execute(select(message).order_by(message.c.at, message.c.message)).all()
        found = [{"to": r.recipient, "kind": r.kind, "words": msgspec.json.decode(r.words)} for r in rows]
        return [one for one in found if one["kind"] == kind or not kind]

    def code(self, phone: str = PHONE) -> str:
        """What the last message with a code to a phone says."""
        return str([one for one in self.letters("code") if one["to"] == phone][-1]["words"]["code"])


def inviting(folder: Path, settings: HqSettings | None = None) -> Chain:
    """The campaign runs, somebody invites, codes can be sent."""
    database, secrets, till = _made()
    (folder / "hq.db").write_bytes(database)
    clock, vault = TestClock(DURING), MemoryVault(secrets)
    hq = Headquarters(Database(folder / "hq.db"), clock, SeededChance(3), vault, folder / "snapshots", settings)
    chain = Chain(hq, clock)
    chain.till = replace(till, hq=hq, clock=clock)
    chain.till.open_session()
    return chain


@cache
def _made() -> tuple[bytes, dict[str, bytes], Terminal]:
    """What every test begins with, made once."""
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), TestClock(DURING)
        hq = headquarters(folder, clock)
        till = _filled(hq)
        hq.database.close()
        vault = hq.context.vault
        assert isinstance(vault, MemoryVault)
        return (folder / "hq.db").read_bytes(), dict(vault), till


def _filled(hq: Headquarters) -> Terminal:
    hq.messages.set_gateway(Channel.SMS, {"url": "http://127.0.0.1:9/", "json": {"to": "{to}"}}, None, "ann")
    hq.put_brand(Brand(LocalText("鄰好選物", "邻好选物", "Linhao Living"), LOGO, "#0e6b5b"))
    published = hq.publish_campaign(PARTY.read_text("utf-8"))
    assert published.__class__.__name__ == "CampaignPublished", published
    with_members(hq, replace(member(REFERRER), name="陳美麗", phone="+886987654321", card_no="8800000024"))
    return Terminal.enrolled(hq, "s1")


def digits(text: str) -> str:
    return "".join(one for one in text if one.isdecimal())


class Page(HTMLParser):
    """An answer as a browser takes it: words, fields, links."""

    def __init__(self, answer: WireResponse) -> None:
        super().__init__()
        self.status, self.headers, self.body = answer.status, answer.headers, answer.body
        self.html = answer.body.decode()
        self.hidden: list[dict[str, str]] = []
        self.values: dict[str, str] = {}
        self.checked: set[str] = set()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.lang = ""
        self._words: list[str] = []
        self._silent = 0
        self.feed(self.html)

    @property
    def text(self) -> str:
        """What can be read."""
        return " ".join(" ".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in said.items()]
        self.lang = said.get("lang", "") if tag == "html" else self.lang
        self._silent += tag in ("style", "title")
        if tag == "form":
            self.hidden.append({})
        if tag == "input" and said.get("type") == "hidden":
            self.hidden[-1][said["name"]] = said["value"]
        elif tag == "input" and said.get("type") in ("radio", "checkbox"):
            self.checked |= {said["id"]} if "checked" in said else set()
        elif tag == "input":
            self.values[said["name"]] = said.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)


@dataclass
class Guest:
    """A browser that opened an invitation. `form`: what it last showed."""

    chain: Chain
    token: str
    language: str = "en"
    address: str = "10.0.0.1"
    page: Page | None = None

    def open(self, method: str = "GET", query: str = "", **headers: str) -> Page:
        said = {"accept-language": LANG[self.language], **{n.replace("_", "-"): v for n, v in headers.items()}}
        answer = self.chain.hq.wire.handle(method, f"/q/{self.token}", said, b"", query=query, address=self.address)
        self.page = Page(answer)
        return self.page

    def send(self, step: str, form: int = 0, **fields: str) -> Page:
        """Press a button, with these fields beside the hidden ones. "_" in a name stands for itself, "__" for "."."""
        hidden = self.page.hidden[form] if self.page is not None and self.page.hidden else {}
        return self.post({**hidden, "step": step, **{name.replace("__", "."): v for name, v in fields.items()}})

    def post(self, fields: dict[str, str], **headers: str) -> Page:
        said = {
            "accept-language": LANG[self.language], "content-type": "application/x-www-form-urlencoded",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }  # fmt: skip
        body = urlencode(fields, errors="surrogatepass").encode()
        answer = self.chain.hq.wire.handle("POST", f"/q/{self.token}", said, body, address=self.address)
        self.page = Page(answer)
        return self.page

    def fills_in(self, **changes: str) -> Page:
        """The form, as a grown-up newcomer who agrees to what is needed."""
        fields = {"phone": "0912 345 678", "name": "林大文", "who": "adult", "consent__service": "1", **changes}
        return self.send("details", 0, **fields)

    def joins(self, **changes: str) -> Page:
        """All of it."""
        self.open()
        self.fills_in(**changes)
        return self.send("code", code=self.chain.code("+886" + digits(changes.get("phone", "0912345678"))[1:]))
