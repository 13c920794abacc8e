"""`GET /g/<code>`: a voucher of value on its holder's phone."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, unquote

import pytest

from kiosk.cli import hq_series
from kiosk.domain.coupons.model import Benefit, BenefitKind
from kiosk.domain.documents.brand import Brand
from kiosk.domain.time import instant, millis
from kiosk.domain.tokens import CouponClaims
from kiosk.hq.coupons.movements import voucher_seen
from kiosk.hq.coupons.series import SeriesRefused, SeriesWanted
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import CouponRow
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import signing_key
from tests.unit.hq.rig import NOON, NOON_MS, Terminal, TestClock, headquarters, put, template, words
from tests.unit.hq.test_vouchers import charges, comes_back, left, pays

ENGLISH = {"accept-language": "en"}


@pytest.fixture
def printed(hq: Headquarters) -> CouponRow:
    gift = template("gift", benefit=Benefit(BenefitKind.VALUE, value=500_00), campaign="")
    gift = replace(gift, name=words("禮券 <b>"))
    hq.publish([put(CHAIN, "templates", "gift", gift)])
    wanted = SeriesWanted("Cards", "gift", 2, NOON_MS, millis(NOON + timedelta(days=5)))
    made = hq.issue_coupons(wanted, "anna")
    assert not isinstance(made, SeriesRefused)
    return made[0]


def shown(hq: Headquarters, code: str, status: int = 200, language: str = "en") -> str:
    """What the page says, without its markup."""
    response = hq.wire.handle("GET", f"/g/{code}", {"accept-language": language}, b"")
    assert response.status == status, response
    text = response.body.decode()
    assert "<script" not in text
    assert "default-src 'none'" in dict(response.headers)["content-security-policy"]
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<svg.*?</svg>|<[^>]+>", " ", text, flags=re.DOTALL)).split())


def test_it_says_what_is_on_it_and_what_happened(hq: Headquarters, clock: TestClock, printed: CouponRow) -> None:
    name, code = printed.coupon.id, printed.token
    assert "NT$500" in shown(hq, code)
    till = Terminal.enrolled(hq, "s1")
    pays(till, "t1", 120_00, name=name)
    comes_back(till, "t1", 20_00, name)
    charges(till, "x1", name, 300_00)
    text = shown(hq, code)
    for part in ("Balance NT$700", "+NT$500", "−NT$120", "+NT$20", "+NT$300", "Bought"):
        assert part in text
    assert "禮券 <b>" in text
    assert text.index("+NT$20") < text.index("−NT$120") < text.index("+NT$500")  # the newest first
    till.void("t1")
    till.push()
    assert "Balance NT$800" in shown(hq, code)
    assert left(till, name) == 800_00
    clock.now += 6 * 86_400_000
    assert "has run out" in shown(hq, code, 410)


def test_each_language_and_a_code_in_capitals_or_out_of_a_link(hq: Headquarters, printed: CouponRow) -> None:
    assert "餘額" in shown(hq, printed.token, language="zh-Hant-TW")
    assert "余额" in shown(hq, printed.token, language="zh-CN")
    response = hq.wire.handle("GET", f"/G/{printed.token}", ENGLISH, b"")
    assert response.status == 200


def test_a_till_signs_what_it_sells(hq: Headquarters, printed: CouponRow) -> None:
    till = Terminal.enrolled(hq, "s1")
    charges(till, "x1", "fresh", 300_00)
    key = signing_key(till.key.private_bytes_raw())
    claims = CouponClaims(
        issuer=till.device, key_id=key.key_id, issued=instant(NOON_MS), expires=NOON + timedelta(days=1),
        id="fresh", template="gift", worth=0,
    )  # fmt: skip
    text = shown(hq, sign_token(claims, key))
    assert all(part in text for part in ("Balance NT$300", "Bought", "+NT$300"))


def test_only_a_signed_code_of_a_voucher_shows_anything(hq: Headquarters, printed: CouponRow) -> None:
    wanted = SeriesWanted("Plain", "t1", 1, NOON_MS, millis(NOON + timedelta(days=5)))
    made = hq.issue_coupons(wanted, "anna")
    assert not isinstance(made, SeriesRefused)
    forged = printed.token[:-6] + ("000000" if printed.token[-6:] != "000000" else "111111")
    said = {shown(hq, code, 404) for code in (printed.coupon.id, "KC1:NONSENSE", forged, made[0].token, "x" * 5000)}
    assert len(said) == 1  # whatever was tried, the answer is one
    assert hq.revoke_series("Cards", None, "lost", "anna") == 2
    assert "no longer good" in shown(hq, printed.token, 410)


def test_the_balance_is_what_the_till_is_told_and_the_chain_owes(hq: Headquarters, printed: CouponRow) -> None:
    till, other, name = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2", seed=8), printed.coupon.id
    for step in range(4):
        pays(till, f"a{step}", 90_00, name=name)
        pays(other, f"b{step}", 70_00, name=name)
        comes_back(till, f"a{step}", 30_00, name)
        comes_back(till, f"a{step}", 90_00, name)  # never more than was paid
    with hq.database.read() as tx:
        seen = voucher_seen(tx, name)
    assert seen is not None
    assert seen.left == left(till, name) == 500_00 - 4 * 70_00
    assert sum(one.left for one in hq.voucher_sums()) == seen.left + 500_00
    assert "Only the last 10 are shown" in shown(hq, printed.token)


def test_strangers_are_limited(tmp_path: Path) -> None:
    hq = headquarters(tmp_path, settings=HqSettings(pages_a_minute=3))
    answers = [hq.wire.gate.at_once("GET", "/g/KC1:NONSENSE", ENGLISH, "192.0.2.7") for _ in range(5)]
    assert [getattr(one, "status", 0) for one in answers] == [0, 0, 0, 429, 429]
    assert getattr(hq.wire.gate.at_once("GET", "/g/KC1:NONSENSE", ENGLISH, "192.0.2.8"), "status", 0) == 0


def test_printed_cards_lead_a_phone_there(hq: Headquarters, printed: CouponRow, tmp_path: Path) -> None:
    hq.put_brand(Brand(words("店"), pages="https://hq.example/p/"))
    wanted = SeriesWanted("Cards", "gift", 2, NOON_MS, millis(NOON + timedelta(days=5)))
    file = tmp_path / "cards.csv"
    args = SimpleNamespace(
        series="Cards", template="gift", count=2, since=None, until=NOON + timedelta(days=5), store="", worth=None,
        csv=file, pdf=None, language="en",
    )  # fmt: skip
    assert hq_series.issue_coupons(hq, args) == 0  # type: ignore[arg-type]
    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    assert rows[0]["page"] == f"HTTPS://HQ.EXAMPLE/G/{quote(printed.token, safe=':$*-.')}"
    assert "NT$500" in shown(hq, unquote(rows[0]["page"].partition("/G/")[2]))
    assert wanted.count == len(rows)
