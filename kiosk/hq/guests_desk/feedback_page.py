"""`/f/<ticket>`: how likely a guest would recommend the event, 0 to 10, and words, on their own phone.

Who has the ticket answers for its guest, once: a second answer takes the place of the first until the event is closed.
The page never shows what was said: tickets are photographed and shared.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from zoneinfo import ZoneInfo

from kiosk.domain.remarks.remark import LONGEST, read_remark
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Context
from kiosk.hq.documents import phone
from kiosk.hq.documents.phone import LANG, Frame
from kiosk.hq.guests import feedback
from kiosk.hq.guests.feedback import Feedback
from kiosk.hq.guests_desk import opinions, ticket_links, ticket_page
from kiosk.hq.guests_desk.ticket_links import Opened, Worth
from kiosk.hq.invites import page, sealed
from kiosk.hq.invites.forms import fields_of
from kiosk.hq.reply import Reply
from kiosk.hq.store.database import Tx

_CALLED = LocalText("活動意見", "活动反馈", "Event feedback")
_ASKED = LocalText(
    "您有多願意把這個活動推薦給朋友或同事？",
    "您有多愿意把这个活动推荐给朋友或同事？",
    "How likely are you to recommend this event to a friend or colleague?",
)
_LEAST = LocalText("0：完全不會", "0：完全不会", "0: not at all")
_MOST = LocalText("10：一定會", "10：一定会", "10: certainly")
_WORDS = LocalText("您想說的話（可以不填）", "您想说的话（可以不填）", "What you would like to say (if anything)")
_SEEN = LocalText(
    "主辦單位知道這是您的回答。文字會在 {day} 刪除。",
    "主办单位知道这是您的回答。文字会在 {day} 删除。",
    "The organizer knows that this is your answer. Your words are deleted on {day}.",
)
_SEND = LocalText("送出", "提交", "Send")
_CHOOSE = LocalText("請選 0 到 10 的一個數字", "请选 0 到 10 的一个数字", "Please choose a number from 0 to 10")
_AGAIN = LocalText(
    "您已經回答過。再送出一次會取代原來的回答。",
    "您已经回答过。再提交一次会取代原来的回答。",
    "You have answered already. Another answer takes the place of that one, with its words.",
)
_OLD = LocalText(
    "這一頁開得太久了，請再按一次。",
    "这一页打开太久了，请再按一次。",
    "This page was open for long. Please press again.",
)
_THANKS = LocalText("謝謝您的意見", "谢谢您的反馈", "Thank you")
_MAY_CHANGE = LocalText(
    "活動結案之前，您可以再打開這一頁修改。",
    "活动结案之前，您可以再打开这一页修改。",
    "You may change it by opening this page again, until the event is closed.",
)
_CHANGE = LocalText("修改回答", "修改回答", "Change my answer")
_SOON = LocalText("活動還沒開始", "活动还没开始", "The event has not begun")
_FROM = LocalText("{at} 起可以填寫。", "{at} 起可以填写。", "You can answer from {at} on.")
_CLOSED = LocalText("意見調查已經結束", "反馈已经结束", "Answers are taken no longer")
_CLOSED_SAYS = LocalText("謝謝您的參加。", "谢谢您的参加。", "Thank you for having been there.")
_STRANGE = LocalText("請從門票的連結開始", "请从门票的链接开始", "Please begin with your ticket’s link")
_STRANGE_SAYS = LocalText("這個請求不是從本頁送出的。", "这个请求不是从本页发出的。", "This was not sent by our page.")
_OFTEN = LocalText("太多次了", "次数太多", "Too often")
_OFTEN_SAYS = LocalText("請一分鐘後再試。", "请一分钟后再试。", "Please try again in a minute.")
_SCORES = {str(score): score for score in range(11)}
_ANSWERS_A_MINUTE = 6
"""Of one ticket."""
_OURS = ("same-origin", "none", "")
_STYLE = """
.scale{display:grid;grid-template-columns:repeat(6,1fr);gap:.375rem;margin-top:.75rem}
.scale label{position:relative}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span{display:flex;align-items:center;justify-content:center;min-height:3rem;border:1.5px solid #8a8377;
border-radius:.625rem;font-weight:700;font-size:1.125rem}
.scale input:checked+span{background:ACCENT;border-color:ACCENT;color:#fff}
.scale input:focus-visible+span{outline:3px solid ACCENT;outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:1rem;margin-top:.5rem}
textarea{display:block;width:100%;min-height:7rem;padding:.75rem .875rem;font:inherit;color:inherit;background:#fff;
border:1.5px solid #8a8377;border-radius:.625rem;resize:vertical}
textarea:focus-visible{outline:3px solid ACCENT;outline-offset:2px}
"""


def opened(context: Context, tx: Tx, place: str, query: str, headers: Mapping[str, str]) -> Reply:
    """`GET /f/…`."""
    frame = _frame(tx, query, headers)
    found = _open(context, tx, frame, place)
    return found if isinstance(found, Reply) else _form(context, tx, frame, found)


def sent(context: Context, tx: Tx, place: str, query: str, headers: Mapping[str, str], body: bytes) -> Reply:
    """`POST /f/…`: the page's form."""
    frame = _frame(tx, query, headers)
    if headers.get("sec-fetch-site", "") not in _OURS:
        return ticket_page.message(frame, _STRANGE, _STRANGE_SAYS.get(frame.language), 403)
    found = _open(context, tx, frame, place)
    if isinstance(found, Reply):
        return found
    if not context.invites.take(_about(found), _ANSWERS_A_MINUTE, context.clock.mono_ms()):
        return ticket_page.message(frame, _OFTEN, _OFTEN_SAYS.get(frame.language), 429)
    fields = fields_of(body)
    score, text = _SCORES.get(fields.get("score", "")), read_remark(fields.get("words", ""))
    if not sealed.is_ours(context, fields.get("form", ""), _about(found)):
        return _form(context, tx, frame, found, score, text, _OLD, 400)
    if score is None:
        return _form(context, tx, frame, found, score, text, _CHOOSE, 422)
    said = Feedback(found.guest.event, found.guest.id, score, context.clock.now_ms(), text)
    feedback.put(tx, found.kept.store, said)
    change = f'<p class=jump><a class="button target" href="?lang={LANG[frame.language]}">{frame.say(_CHANGE)}</a></p>'
    return ticket_page.message(frame, _THANKS, _MAY_CHANGE.get(frame.language), 200, change)


def _frame(tx: Tx, query: str, headers: Mapping[str, str]) -> Frame:
    return ticket_page.frame_of(tx, query, headers, _CALLED, _STYLE)


def _about(found: Opened) -> str:
    return f"feedback/{found.guest.event}/{found.guest.id}"


def _open(context: Context, tx: Tx, frame: Frame, place: str) -> Opened | Reply:
    """The guest, while they may answer; else the page that says why not."""
    found = ticket_links.opened(context, tx, place)
    if isinstance(found, Worth):
        return ticket_page.nothing(frame, found)
    event = found.kept.event
    if found.kept.closed_at is not None:
        return ticket_page.message(frame, _CLOSED, _CLOSED_SAYS.get(frame.language), 410)
    if context.clock.now_ms() < millis(event.starts):
        at = f"{event.starts.astimezone(ZoneInfo(event.zone)):%Y-%m-%d %H:%M}"
        return ticket_page.message(frame, _SOON, _FROM.get(frame.language).format(at=at), 200)
    return found


def _form(
    context: Context,
    tx: Tx,
    frame: Frame,
    found: Opened,
    score: int | None = None,
    text: str = "",
    wrong: LocalText | None = None,
    status: int = 200,
) -> Reply:
    event, language = found.kept.event, frame.language
    title = event.names.get(language)
    until = f"{instant(found.kept.until).astimezone(ZoneInfo(event.zone)):%Y-%m-%d}"
    seen = frame.say(_SEEN).format(day=f"<span class=day>{until}</span>")
    again = not wrong and opinions.answered(tx, found.kept.store, event.id, found.guest.id)
    shown = page.form(
        frame,
        {"form": sealed.form_token(context, _about(found))},
        page.alert(wrong.get(language)) if wrong else "",
        _scale(frame, score),
        f"<div class=field><label for=words>{frame.say(_WORDS)}</label><p class=hint id=words-hint>"
        f"{seen}</p><textarea id=words name=words rows=4 maxlength={LONGEST}"
        f" aria-describedby=words-hint>{escape(text)}</textarea></div>",
        page.button(_SEND.get(language), "say"),
    )
    note = phone.paragraph(_AGAIN.get(language), "pale") if again else ""
    return phone.reply(frame, phone.whole(frame, title, phone.heading(title, 1), note, phone.card(shown)), status)


def _scale(frame: Frame, chosen: int | None) -> str:
    steps = "".join(
        f"<label><input type=radio name=score value={score}{' checked' if score == chosen else ''}>"
        f"<span>{score}</span></label>"
        for score in _SCORES.values()
    )
    ends = f'<div class="hint ends"><span>{frame.say(_LEAST)}</span><span>{frame.say(_MOST)}</span></div>'
    return f"<fieldset id=score><legend>{frame.say(_ASKED)}</legend><div class=scale>{steps}</div>{ends}</fieldset>"
