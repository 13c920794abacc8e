"""A line of the price: name and amount share the room, and neither goes without a word."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk.ui.stations.checkout.quote_panel import QuoteLine


def test_what_a_sale_brings_is_called_so_however_much_it_is(qtbot: QtBot) -> None:
    line = QuoteLine()
    qtbot.addWidget(line)
    line.resize(400, 30)
    line.say("這次可得", "+ " + "、".join(f"「禮品 {number}」" for number in range(30)), "ink2", "jade")
    line.grab()  # lays it out
    assert line.name.width() >= line.name.fontMetrics().horizontalAdvance("這次可得")
    line.say("全館 9 折券（最高折 500 元）・十週年慶、很長的名稱", "− NT$120", "ink2", "red")
    line.grab()
    assert line.amount.width() >= line.amount.fontMetrics().horizontalAdvance("− NT$120")
