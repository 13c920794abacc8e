"""What the page of the photo wall says, in three languages, and how it looks. No script: a button is a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from zoneinfo import ZoneInfo

from kiosk.domain.guests.event import Event, PhotoWall
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.hq.documents import phone
from kiosk.hq.documents.phone import LANG, Frame
from kiosk.hq.guests.kept import Kept
from kiosk.hq.guests_desk import ticket_page
from kiosk.hq.guests_photos.pictures import LEAST_SIDE, MOST_BYTES, Wrong
from kiosk.hq.reply import Reply
from kiosk.hq.store.database import Tx

_CALLED = LocalText("照片牆", "照片墙", "Photo wall")
_SEND_ONE = LocalText("傳一張照片", "上传一张照片", "Send a photo")
_CHOOSE = LocalText("選一張照片，或現在拍", "选一张照片，或现在拍", "Choose a photo, or take one now")
_KINDS = LocalText("JPEG 或 PNG，最多 {most} MB。", "JPEG 或 PNG，最多 {most} MB。", "JPEG or PNG, {most} MB at most.")
_AGREE = LocalText(
    "我同意這張照片給會場大螢幕和來賓看，照片裡的人也同意。",
    "我同意这张照片在会场大屏幕上展示并给来宾看，照片里的人也同意。",
    "I agree that this photo is shown on the big screen and to the guests, and so does everybody in it.",
)
_UNTIL = LocalText(
    "主辦單位先看過才會上牆。照片裡的地點和時間不會留下。您隨時可以撤回；全部照片會在 {day} 刪除。",
    "主办单位先看过才会上墙。照片里的地点和时间不会保留。您随时可以撤回；全部照片会在 {day} 删除。",
    "The organizer looks at it before it is shown. Where and when it was taken is not kept. You may take it back at any"
    " time; all photos are deleted on {day}.",
)
_SEND = LocalText("傳送照片", "上传照片", "Send the photo")
_YOURS = LocalText("您的照片", "您的照片", "Your photos")
_WAITS = LocalText("主辦單位還沒看", "主办单位还没看", "Not looked at yet")
_IS_SHOWN = LocalText("在牆上", "已上墙", "On the wall")
_NOT_SHOWN = LocalText("沒有上牆", "没有上墙", "Not on the wall")
_TAKE_BACK = LocalText("撤回", "撤回", "Take back")
_WALL = LocalText("照片牆", "照片墙", "The wall")
_VOTE_FOR_ONE = LocalText(
    "投給一張喜歡的照片，每人一票，可以改投。",
    "投给一张喜欢的照片，每人一票，可以改投。",
    "Vote for the one that you like: one vote each, which you may move.",
)
_EMPTY = LocalText("牆上還沒有照片。", "墙上还没有照片。", "There are no photos on the wall yet.")
_VOTE = LocalText("投這張", "投这张", "Vote")
_MY_VOTE = LocalText("您投了這張", "您投了这张", "Your vote")
_VOTES = LocalText("{count} 票", "{count} 票", "{count} votes")
_ONE_VOTE = LocalText("1 票", "1 票", "1 vote")
_PHOTO_OF = LocalText("{name} 的照片", "{name} 的照片", "Photo by {name}")
_GUEST = LocalText("來賓", "来宾", "a guest")

OLD = LocalText(
    "這一頁開得太久了，請再按一次。",
    "这一页打开太久了，请再按一次。",
    "This page was open for long. Please press again.",
)
AGREE_FIRST = LocalText(
    "請先勾選同意，再傳送照片。", "请先勾选同意，再上传照片。", "Please agree first, then send the photo."
)
THANKS = LocalText(
    "謝謝！主辦單位看過以後就會上牆。",
    "谢谢！主办单位看过以后就会上墙。",
    "Thank you! It is on the wall once the organizer has looked at it.",
)
ENOUGH = LocalText(
    "您已經傳了最多張。撤回一張，就能再傳一張。",
    "您已经传了最多张。撤回一张，就能再传一张。",
    "You have sent as many as you may. Take one back to send another.",
)
FULL = LocalText("照片牆已經滿了。", "照片墙已经满了。", "The wall is full.")
VOTED = LocalText("謝謝您的一票。", "谢谢您的一票。", "Thank you for your vote.")
NO_VOTES = LocalText("這面牆不投票。", "这面墙不投票。", "There is no voting on this wall.")
OWN = LocalText("請投給別人的照片。", "请投给别人的照片。", "Please vote for somebody else’s photo.")
GONE = LocalText("那張照片已經不在了。", "那张照片已经不在了。", "That photo is there no longer.")
REMOVED = LocalText("照片已經刪除。", "照片已经删除。", "The photo is deleted.")
_SOON = LocalText("照片牆還沒開放", "照片墙还没开放", "The wall is not open yet")
_FROM = LocalText(
    "活動前一天開始可以傳照片。", "活动前一天开始可以传照片。", "Photos are taken from the day before the event."
)
_CLOSED = LocalText("照片牆已經結束", "照片墙已经结束", "The wall is closed")
_CLOSED_SAYS = LocalText("謝謝您的參加。", "谢谢您的参加。", "Thank you for having been there.")
_NONE = LocalText("這個活動沒有照片牆", "这个活动没有照片墙", "This event has no photo wall")
_NONE_SAYS = LocalText("請詢問主辦單位。", "请询问主办单位。", "Please ask the organizer.")
_STRANGE = LocalText("請從門票的連結開始", "请从门票的链接开始", "Please begin with your ticket’s link")
_STRANGE_SAYS = LocalText("這個請求不是從本頁送出的。", "这个请求不是从本页发出的。", "This was not sent by our page.")
_OFTEN = LocalText("太多次了", "次数太多", "Too often")
_OFTEN_SAYS = LocalText("請一分鐘後再試。", "请一分钟后再试。", "Please try again in a minute.")
_MB = MOST_BYTES // (1024 * 1024)
WRONGS: Mapping[Wrong, LocalText] = {
    Wrong.NONE: LocalText("請先選一張照片。", "请先选一张照片。", "Please choose a photo first."),
    Wrong.KIND: LocalText(
        "這不是 JPEG 或 PNG 照片，請選另一張。",
        "这不是 JPEG 或 PNG 照片，请选另一张。",
        "This is no JPEG or PNG photo. Please choose another.",
    ),
    Wrong.LARGE: LocalText(
        f"照片太大，最多 {_MB} MB，請選另一張。",
        f"照片太大，最多 {_MB} MB，请选另一张。",
        f"The photo is too large: {_MB} MB at most. Please choose another.",
    ),
    Wrong.SMALL: LocalText(
        f"照片太小，長寬至少 {LEAST_SIDE} 像素。",
        f"照片太小，长宽至少 {LEAST_SIDE} 像素。",
        f"The photo is too small: {LEAST_SIDE} pixels at least, each way.",
    ),
    Wrong.BROKEN: LocalText(
        "這張照片讀不出來，請選另一張。",
        "这张照片读不出来，请选另一张。",
        "This photo cannot be read. Please choose another.",
    ),
}
MOST_SHOWN = 60
"""Photographs of others on one page: the newest and the liked ones; each is 20 kB on its way."""
_STYLE = """
input[type=file]{display:block;width:100%;min-height:3.25rem;padding:.75rem .875rem;font:inherit;background:#fff;
border:1.5px solid #8a8377;border-radius:.625rem}
.good{background:#eaf6ec;border-left:.3rem solid #2c7a3f;border-radius:.5rem;padding:.875rem 1rem;margin:0 0 1.25rem}
.good p{margin:0}
form>button{margin-top:.75rem}
.wall{display:grid;grid-template-columns:1fr 1fr;gap:.75rem;list-style:none;margin:0;padding:0}
.wall>li{min-width:0;display:flex;flex-direction:column}
.wall img{display:block;width:100%;aspect-ratio:1;object-fit:cover;border-radius:.625rem;background:#e6e1d8}
.wall p{margin:.375rem 0}
.wall .chosen{border:1.5px solid ACCENT;border-radius:.75rem;min-height:3rem;display:flex;align-items:center;
justify-content:center;font-weight:700;color:ACCENT;margin:auto 0 0}
.wall form{margin-top:auto}
.wall button{min-height:3rem;font-size:1.0625rem}
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A photograph on the page. `shown`: None: nobody has looked at it; `mine`: of who looks at the page."""

    photo: str
    name: str
    votes: int
    mine: bool
    shown: bool | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page is made of. `token`: of its forms; `voted`: the guest's vote, "" none; `said`: what became of the
    last form, `good`: that it was done."""

    photos: tuple[Seen, ...]
    token: str
    voted: str
    said: LocalText | None = None
    good: bool = False


def frame_of(tx: Tx, query: str, headers: Mapping[str, str]) -> Frame:
    """What the page has in common with tickets."""
    return ticket_page.frame_of(tx, query, headers, _CALLED, _STYLE)


def strange(frame: Frame) -> Reply:
    """It came from another site."""
    return ticket_page.message(frame, _STRANGE, _STRANGE_SAYS.get(frame.language), 403)


def often(frame: Frame) -> Reply:
    """It came too often."""
    return ticket_page.message(frame, _OFTEN, _OFTEN_SAYS.get(frame.language), 429)


def none_here(frame: Frame) -> Reply:
    """The event has no wall."""
    return ticket_page.message(frame, _NONE, _NONE_SAYS.get(frame.language), 404)


def closed(frame: Frame) -> Reply:
    """It is over."""
    return ticket_page.message(frame, _CLOSED, _CLOSED_SAYS.get(frame.language), 410)


def soon(frame: Frame, event: Event) -> Reply:
    """It is too early."""
    at = f"{event.starts.astimezone(ZoneInfo(event.zone)):%Y-%m-%d %H:%M}"
    return ticket_page.message(frame, _SOON, f"{_FROM.get(frame.language)} ({at})", 200)


def page(frame: Frame, kept: Kept, shown: Shown, status: int) -> Reply:
    """The whole of it."""
    title = kept.event.names.get(frame.language)
    rules = kept.event.photos or PhotoWall()
    mine = [one for one in shown.photos if one.mine]
    parts = [phone.heading(title, 1), _said(frame, shown)]
    if len(mine) < rules.each:
        parts.append(_send(frame, kept, shown.token))
    if mine:
        listed = "".join(_mine(frame, one, shown.token) for one in mine)
        parts.append(phone.card(f"<h2>{frame.say(_YOURS)}</h2><ul class=wall>{listed}</ul>"))
    parts.append(_wall(frame, shown, votes=rules.votes))
    return phone.reply(frame, phone.whole(frame, title, *parts), status)


def _said(frame: Frame, shown: Shown) -> str:
    if shown.said is None:
        return ""
    kind = "class=good role=status" if shown.good else "class=alert role=alert"
    return f"<div {kind}><p>{frame.say(shown.said)}</p></div>"


def _form(frame: Frame, token: str, step: str, *parts: str, photo: str = "") -> str:
    hidden = f'<input type=hidden name=form value="{escape(token)}"><input type=hidden name=step value={step}>'
    hidden += f'<input type=hidden name=photo value="{escape(photo)}">' if photo else ""
    where = f'action="?lang={LANG[frame.language]}" accept-charset="utf-8" enctype="multipart/form-data"'
    return f"<form method=post {where}>{hidden}{''.join(parts)}</form>"


def _send(frame: Frame, kept: Kept, token: str) -> str:
    until = f"{instant(kept.until).astimezone(ZoneInfo(kept.event.zone)):%Y-%m-%d}"
    kinds = frame.say(_KINDS).format(most=_MB)
    told = frame.say(_UNTIL).format(day=f"<span class=day>{until}</span>")
    form = _form(
        frame,
        token,
        "send",
        f"<div class=field><label for=file>{frame.say(_CHOOSE)}</label><p class=hint id=file-hint>{kinds}</p>"
        "<input type=file id=file name=file accept=image/jpeg,image/png required aria-describedby=file-hint></div>",
        "<label class=choice for=agreed><input type=checkbox id=agreed name=agreed value=1 required"
        f" aria-describedby=agreed-hint><span>{frame.say(_AGREE)}</span></label>",
        f"<p class=hint id=agreed-hint>{told}</p>",
        f"<button>{frame.say(_SEND)}</button>",
    )
    return phone.card(f"<h2>{frame.say(_SEND_ONE)}</h2>{form}")


def _picture(frame: Frame, one: Seen) -> str:
    name = one.name or _GUEST.get(frame.language)
    words = escape(_PHOTO_OF.get(frame.language).format(name=name))
    return f'<img src="p/{escape(one.photo)}" alt="{words}" width=180 height=180 loading=lazy>'


def _count(frame: Frame, votes: int) -> str:
    return (_ONE_VOTE if votes == 1 else _VOTES).get(frame.language).format(count=votes)


def _mine(frame: Frame, one: Seen, token: str) -> str:
    state = {None: _WAITS, True: _IS_SHOWN, False: _NOT_SHOWN}[one.shown]
    words = state.get(frame.language)
    if one.shown and one.votes:
        words = f"{words} · {_count(frame, one.votes)}"
    back = _form(frame, token, "remove", f"<button class=second>{frame.say(_TAKE_BACK)}</button>", photo=one.photo)
    picture = _picture(frame, one) if one.shown is not False else ""
    return f"<li>{picture}{phone.paragraph(words)}{back}</li>"


def _wall(frame: Frame, shown: Shown, *, votes: bool) -> str:
    others = [one for one in shown.photos if one.shown and not one.mine]
    liked = sorted(others, key=lambda one: -one.votes)[: MOST_SHOWN // 2]
    chosen = set(liked) | set(others[: MOST_SHOWN - len(liked)])
    chosen |= {one for one in others if one.photo == shown.voted}
    listed = "".join(_other(frame, one, shown, votes=votes) for one in others if one in chosen)
    about = phone.paragraph(_VOTE_FOR_ONE.get(frame.language), "hint") if votes and listed else ""
    inside = f"<ul class=wall>{listed}</ul>" if listed else phone.paragraph(_EMPTY.get(frame.language), "pale")
    return phone.card(f"<h2>{frame.say(_WALL)}</h2>{about}{inside}")


def _other(frame: Frame, one: Seen, shown: Shown, *, votes: bool) -> str:
    name = escape(one.name or _GUEST.get(frame.language))
    words = f"{name} · {_count(frame, one.votes)}" if votes else name
    deed = ""
    if votes and one.photo == shown.voted:
        deed = f"<p class=chosen>{frame.say(_MY_VOTE)}</p>"
    elif votes:
        label = escape(f"{_VOTE.get(frame.language)}: {one.name or _GUEST.get(frame.language)}")
        deed = _form(
            frame,
            shown.token,
            "vote",
            f'<button class=second aria-label="{label}">{frame.say(_VOTE)}</button>',
            photo=one.photo,
        )
    return f"<li>{_picture(frame, one)}<p>{words}</p>{deed}</li>"
