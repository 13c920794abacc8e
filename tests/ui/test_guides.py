"""What the guides say of keys is what the keys do."""

from __future__ import annotations

import re

import pytest

from kiosk import paths
from kiosk.ui.stations.checkout.station import CheckoutStation
from tests.ui.conftest import MakeStage

SAID = {
    "F1": ("why", "為什麼", "为什么"),
    "F2": ("language", "換語言", "换语言"),
    "F3": ("find", "查會員", "查会员"),
    "F4": ("categories", "分類金額", "分类金额"),
    "F5": ("services", "會員服務", "会员服务"),
    "F6": ("recent", "最近的交易", "最近的交易"),
    "F7": ("points", "用積分折抵", "用积分抵扣"),
    "F8": ("void", "撤銷上一筆", "撤销上一笔"),
    "F9": ("clerk", "換人、", "换人、"),
    "F10": ("lock", "鎖定", "锁定"),
    "Enter": ("confirm", "確認", "确认"),
    "Esc": ("clear", "放棄", "放弃"),
}
ELSEWHERE = {"Ctrl Z": "back", "F11": "pdf", "F12": "text", "Ctrl P": "paper"}
"""Keys that the clerk's guide names in its sentences."""


@pytest.mark.parametrize(("language", "column"), [("zh_TW", 1), ("zh_CN", 2)])
def test_the_clerks_guide_says_what_each_key_does(make_stage: MakeStage, language: str, column: int) -> None:
    stage = make_stage(language=language)
    station = stage.window.station
    assert isinstance(station, CheckoutStation)
    text = (paths.root() / "docs" / "guides" / f"clerk.{language}.md").read_text(encoding="utf-8")
    table = {
        key: row[2].strip()
        for row in re.findall(r"^\| ((F\d+|Enter|Esc)[^|]*) \| ([^|]+) \|$", text, re.MULTILINE)
        for key in row[0].split("、")
    }
    assert set(table) == set(SAID)
    table_of, shell = station._actions, stage.window.actions_here
    actions = {name: getattr(table_of if hasattr(table_of, name) else shell, name) for name, *_ in SAID.values()}
    assert {key: actions[said[0]].cap for key, said in SAID.items()} == {key: key for key in SAID}
    assert [key for key, said in SAID.items() if said[column] not in table[key]] == []
    for key, name in ELSEWHERE.items():
        assert getattr(table_of, name).cap == key
        assert key in text.replace("*", "")
    footer = {action.cap for action in station.actions() if action.label is not None}
    assert {cap for cap in footer if re.fullmatch(r"F\d+", cap)} <= set(table)


@pytest.mark.parametrize("language", ["zh_TW", "zh_CN"])
def test_the_managers_guide_says_how_the_station_is_changed(make_stage: MakeStage, language: str) -> None:
    text = (paths.root() / "docs" / "guides" / f"manager.{language}.md").read_text(encoding="utf-8")
    assert make_stage(language=language).window.actions_here.station.cap in text
