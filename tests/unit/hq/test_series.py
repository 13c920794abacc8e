"""Coupons on paper: a series is issued once, goes on where it was broken off, and is taken back whole or by numbers."""

from __future__ import annotations

import csv
import dataclasses
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.cli import hq_series
from kiosk.domain.coupons.facts import SERIES_ISSUED, SeriesIssued
from kiosk.domain.coupons.model import Benefit, BenefitKind, Sold
from kiosk.domain.coupons.series import coupon_id, stem_in, stem_of
from kiosk.domain.time import millis
from kiosk.hq.coupons.owed import VoucherSums
from kiosk.hq.coupons.series import AT_ONCE, SeriesRefused, SeriesWanted
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import CouponRow
from tests.unit.hq.rig import NOON, Terminal, TestClock, put, template
from tests.unit.hq.test_vouchers import issued, pays

WANTED = SeriesWanted("Spring 2026", "t1", 3, millis(NOON), millis(NOON + timedelta(days=5)))


def issue(hq: Headquarters, **changes: Any) -> list[CouponRow]:
    made = hq.issue_coupons(dataclasses.replace(WANTED, **changes), "anna")
    assert not isinstance(made, SeriesRefused), made
    return made


def refused(hq: Headquarters, **changes: Any) -> str:
    made = hq.issue_coupons(dataclasses.replace(WANTED, **changes), "anna")
    assert isinstance(made, SeriesRefused)
    return made.code


def test_an_id_names_its_series_and_number() -> None:
    assert stem_in(coupon_id("a", 7)) == stem_of("a") != stem_of("b")
    assert [stem_in(name) for name in ("c1", "p-short-1", "p-abcdefghij-x", "")] == [None] * 4


def test_a_series_is_issued_once_and_the_same_again_gives_the_same_codes(hq: Headquarters) -> None:
    first = issue(hq)
    assert [row.coupon.id for row in first] == [coupon_id("Spring 2026", n) for n in (1, 2, 3)]
    assert issue(hq) == first
    assert [(one.series, one.count, one.by) for one in hq.series()] == [("Spring 2026", 3, "anna")]
    assert refused(hq, count=4) == "other_series"


def test_what_was_broken_off_goes_on(hq: Headquarters) -> None:
    class BrokenOff(Exception):
        pass

    def stop(_count: int) -> None:
        raise BrokenOff

    wanted = dataclasses.replace(WANTED, count=AT_ONCE + 2)
    with pytest.raises(BrokenOff):
        hq.issue_coupons(wanted, "anna", stop)
    told: list[int] = []
    made = hq.issue_coupons(wanted, "anna", told.append)
    assert not isinstance(made, SeriesRefused)
    assert (len({row.coupon.id for row in made}), told) == (AT_ONCE + 2, [AT_ONCE, AT_ONCE + 2])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"series": ""}, "name"),
        ({"count": 0}, "count"),
        ({"until": millis(NOON)}, "time"),
        ({"template": "none"}, "template_unknown"),
        ({"since": millis(NOON + timedelta(days=11)), "until": millis(NOON + timedelta(days=12))}, "template_over"),
        ({"store": "s9"}, "store_unknown"),
        ({"worth": 5}, "worth"),
    ],
)
def test_why_not(hq: Headquarters, changes: dict[str, Any], code: str) -> None:
    assert refused(hq, **changes) == code
    assert hq.series() == []


def test_one_is_used_once_anywhere(hq: Headquarters) -> None:
    (one, *_) = issue(hq)
    till, other = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    assert till.claim("o1", one.coupon.id, "t1").verdict == "granted"
    till.sale("t1", one.coupon.id, right="claimed", op="o1")
    till.push()
    assert other.claim("o2", one.coupon.id, "t2").code == "already_used_elsewhere"
    assert [seen.used for seen in hq.series()] == [1]


def test_taken_back_by_numbers_and_whole(hq: Headquarters) -> None:
    ids = [row.coupon.id for row in issue(hq)]
    till = Terminal.enrolled(hq, "s1")
    assert hq.revoke_series("Spring 2026", (2, 2), "lost", "anna") == 1
    assert [till.claim(f"o{name}", name, "t1").code for name in ids[:2]] == [None, "revoked"]
    assert hq.revoke_series("Spring 2026", None, "stolen", "anna") == 3
    assert till.claim("o9", ids[2], "t3").code == "revoked"
    assert [seen.revoked for seen in hq.series()] == [3]
    assert set(till.rows("chain/revocations")) == {ids[1], stem_of("Spring 2026")}
    assert hq.revoke_series("Spring 2026", (3, 4)) == SeriesRefused("number")
    assert hq.revoke_series("Autumn") == SeriesRefused("series_unknown")


def test_a_terminal_issues_nothing(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq, "s1")
    body = SeriesIssued(series="forged", template="t1", first=1, last=9, since=0, until=millis(NOON) * 2)
    till.fact(SERIES_ISSUED, SERIES_ISSUED.write(body))
    till.push()
    assert hq.series() == []


def test_a_rebuild_gives_the_same(hq: Headquarters) -> None:
    issue(hq)
    hq.revoke_series("Spring 2026", (1, 2), "lost", "anna")
    before = hq.series()
    hq.rebuild()
    assert hq.series() == before
    assert hq.check() == []


def test_what_is_owed_on_vouchers(hq: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(hq, "s1")
    issued(hq)
    issued(hq, "v2", worth=90)
    issued(hq, "v3", expires=NOON + timedelta(hours=1))
    made = issue(hq, template="gift", worth=70)
    pays(till, "t1", 300)
    hq.revoke_series("Spring 2026", (1, 1))
    clock.now += 2 * 3_600_000
    assert len(made) == 3
    assert hq.voucher_sums() == [VoucherSums("gift", 6, 500 + 90 + 500 + 210, 0, 0, 0, 300, 0, 200 + 90 + 140, 500, 70)]


def args(**changes: Any) -> Any:
    usual = {
        "series": "Spring", "template": "t1", "count": 12, "since": None, "until": NOON + timedelta(days=900),
        "store": "", "worth": None, "csv": None, "pdf": None, "language": "zh_TW", "json": False,
    }  # fmt: skip
    return SimpleNamespace(**{**usual, **changes})


@pytest.mark.usefixtures("qapp")
def test_the_command_writes_a_table_and_sheets(
    hq: Headquarters, clock: TestClock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gift = template("gift", benefit=Benefit(BenefitKind.VALUE, value=50_000), valid_until=NOON + timedelta(days=999))
    hq.publish([put(CHAIN, "templates", "gift", gift)])
    out = {"csv": tmp_path / "a.csv", "pdf": tmp_path / "a.pdf"}
    asked = args(template="gift", since=NOON, worth="300", **out)
    assert hq_series.issue_coupons(hq, asked) == 0
    rows = list(csv.reader(out["csv"].read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows] == ["number", *map(str, range(1, 13))]
    assert all(row[2].startswith("KC1:") for row in rows[1:])
    assert out["pdf"].read_bytes().startswith(b"%PDF")
    assert hq_series.issue_coupons(hq, args(template="gift", worth="300")) == 0  # goes on as it began
    assert "there already" in capsys.readouterr().out
    assert hq_series.issue_coupons(hq, args(template="gift", worth="x")) == 2
    assert hq_series.issue_coupons(hq, args(template="none", series="other")) == 1
    assert hq_series.issue_coupons(hq, args(template="gift", series="blank", worth="0")) == 1  # tills do not sell it
    sold = replace(gift, sold=Sold(100_00, 5_000_00, NOON, NOON + timedelta(days=9)))
    hq.publish([put(CHAIN, "templates", "gift", sold)])
    blank = tmp_path / "blank.pdf"
    assert hq_series.issue_coupons(hq, args(template="gift", series="blank", worth="0", pdf=blank)) == 0
    assert blank.read_bytes().startswith(b"%PDF")
    assert hq_series.list_series(hq, args()) == hq_series.list_vouchers(hq, args()) == 0
    assert "owed: 3600 TWD" in capsys.readouterr().out.replace(".00", "").replace(",", "")
