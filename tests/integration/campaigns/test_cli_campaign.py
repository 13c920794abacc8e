"""`kiosk campaign` as somebody at HQ uses it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kiosk.__main__ import main

CAMPAIGNS = Path(__file__).parents[3] / "resources" / "campaigns"
HOLIDAY = CAMPAIGNS / "holiday.yaml"


def test_check_finds_nothing_in_the_plans(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["campaign", "check", *map(str, sorted(CAMPAIGNS.glob("*.yaml")))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert all("0 errors, 0 warnings" in line for line in lines)


def test_check_says_file_line_and_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "c.yaml"
    text = HOLIDAY.read_text(encoding="utf-8").replace("budget: benefits", "budget: joy", 1)
    file.write_text(text, encoding="utf-8")
    assert main(["campaign", "check", str(file)]) == 1
    line = text[: text.index("budget: joy")].count("\n") + 1
    assert (
        f"{file}:{line}:13: error: no budget `joy`; there are: benefits, marketing, reserve" in capsys.readouterr().out
    )
    file.write_text(text.replace("when:", "wen:", 1), encoding="utf-8")
    assert main(["campaign", "check", str(file)]) == 1
    assert "did you mean `when`?" in capsys.readouterr().out
    assert main(["campaign", "check", str(tmp_path / "none.yaml")]) == 2


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["campaign", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


def test_a_rehearsal_of_made_up_facts_has_a_page_with_charts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.html"
    command = ["campaign", "rehearse", str(HOLIDAY), "--synthetic", "3000", "--html", str(out)]
    assert main(command) == 0
    said = capsys.readouterr().out
    assert "budget benefits" in said
    assert "stock  envelopes" in said
    page = out.read_text(encoding="utf-8")
    charts = [part.partition("</svg>")[0] + "</svg>" for part in page.split("<svg")[1:]]
    assert len(charts) >= 6
    assert all(len(ET.fromstring(f"<svg{chart}")) > 1 for chart in charts)
    for outside in ("http://", "https://", "<script", "url("):
        assert outside not in page
    assert main(command) == 0
    assert out.read_text(encoding="utf-8") == page  # the same seed, the same story


def test_a_rehearsal_of_past_facts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sales = [
        {
            "device": "T1",
            "store": "xinyi",
            "zone": "Asia/Taipei",
            "fact": {
                "epoch": 1, "seq": seq, "kind": "sale.completed", "hlc": (1801360800000 + seq) << 16,
                "at": 1801360800000 + seq, "off": 0, "boot": "b", "mono": 0, "actor": "lin",
                "body": {"txn": f"X{seq}", "member": f"M{seq}", "amount": 50000, "total": 50000, "coupons": []},
            },
        }
        for seq in range(1, 31)
    ]  # fmt: skip
    file = tmp_path / "facts.jsonl"
    file.write_text("\n".join(map(json.dumps, reversed(sales))), encoding="utf-8")
    assert main(["campaign", "rehearse", str(HOLIDAY), "--facts", str(file)]) == 0
    said = capsys.readouterr().out
    assert "30 facts, 30 members" in said
    assert "stock  couplets                 30 of 3,000" in said
    file.write_text('{"device": 1}', encoding="utf-8")
    assert main(["campaign", "rehearse", str(HOLIDAY), "--facts", str(file)]) == 2
    assert "facts.jsonl:1: not a fact" in capsys.readouterr().err


def test_an_unbounded_reward_is_found_in_the_rehearsal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "c.yaml"
    text = HOLIDAY.read_text(encoding="utf-8")
    text = text.replace(
        "limits: [{most: 3, per: [member, day]}]\n    budget: marketing\n  - {id: photo-award",
        "budget: marketing\n  - {id: photo-award",
    )
    file.write_text(text, encoding="utf-8")
    assert main(["campaign", "check", str(file)]) == 0
    assert "without a limit [unbounded]" in capsys.readouterr().out


LOOPS = """
  - {id: again, name: NAME, when: purchased, give: [{coupon: again}]}
  - {id: pay, name: NAME, when: basket, give: [{discount: {off: 1, for_points: 1, with: ["*"]}}]}
  - {id: rain, name: NAME, when: purchased, give: [{points_per: {amount: 1, points: 2}}]}
"""


def test_loops_and_what_has_no_end_are_found_in_the_rehearsal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "c.yaml", tmp_path / "r.html"
    text = HOLIDAY.read_text(encoding="utf-8").replace("rules:\n", f"rules:{LOOPS}", 1)
    coupon = "coupons:\n  - {id: again, name: NAME, off: 100, min_spend: 100}\n"
    text = text.replace("coupons:\n", coupon, 1).replace("quantity: 3000", "quantity: 9")
    file.write_text(text.replace("NAME", "{zh_TW: 甲, zh_CN: 甲, en: Loop}"), encoding="utf-8")
    command = ["campaign", "rehearse", str(file), "--synthetic", "3000", "--runs", "2", "--html", str(out)]
    assert main(command) == 1
    said, page = capsys.readouterr().out, out.read_text(encoding="utf-8")
    for code in ("coupon_loop", "points_loop", "runaway_cost", "runaway_points", "stock_gone"):
        assert f"[{code}]" in said
        assert f"[{code}]" in page
    assert " asked for" in page
    assert "2 made-up stories" in page


def test_signing_and_verifying(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, key, keys = tmp_path / "c.yaml", tmp_path / "hq.key", tmp_path / "keys.json"
    file.write_text(HOLIDAY.read_text(encoding="utf-8"), encoding="utf-8")
    key.write_text("11" * 32, encoding="ascii")
    public = "d04ab232742bb4ab3a1368bd4615e4e6d0224ab71a016baf8520a332c9778737"
    keys.write_text(json.dumps({"hq-1": public}), encoding="utf-8")
    verify = ["campaign", "verify", str(file), "--keys", str(keys)]
    assert main(verify) == 1
    assert main(["campaign", "sign", str(file), "--key", str(key), "--key-id", "hq-1"]) == 0
    assert main(verify) == 0
    file.write_text(file.read_text(encoding="utf-8").replace("points: 800", "points: 8"), encoding="utf-8")
    assert main(verify) == 1
    said = capsys.readouterr().out
    assert [word for word in ("unsigned", "good", "forged") if f": {word}" in said] == ["unsigned", "good", "forged"]
