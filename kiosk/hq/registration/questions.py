"""What a customer is asked about their registration, in the words of a letter."""

from __future__ import annotations

from kiosk.domain.registration.reviewing import Asked
from kiosk.domain.texts import LocalText

_QUESTIONS = {
    Asked.PHONE: LocalText(
        "請在店裡用驗證碼確認您的手機號碼。",
        "请在店里用验证码确认您的手机号码。",
        "please prove your phone number in the store with a one-time code.",
    ),
    Asked.NAME: LocalText("您的姓名登記正確嗎？", "您的姓名登记正确吗？", "is your name written correctly?"),
    Asked.REFERRER: LocalText("是誰介紹您來的？", "是谁介绍您来的？", "who recommended us to you?"),
    Asked.GUARDIAN: LocalText(
        "請由家長或監護人確認這次登記。",
        "请由家长或监护人确认这次登记。",
        "please have a parent or guardian confirm the registration.",
    ),
}


def question(what: Asked) -> LocalText:
    """The question; OTHER has none of its own."""
    return _QUESTIONS[what]
