"""`GET /t/<ticket>`: a ticket on the guest's own phone, to be shown at the door. It says no more than the ticket does,
and the guest's name masked."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import quote
from zoneinfo import ZoneInfo

from kiosk.domain.members.masking import mask_name
from kiosk.domain.texts import LocalText
from kiosk.domain.time import millis
from kiosk.hq.context import Context
from kiosk.hq.documents import brand as brands
from kiosk.hq.documents import phone
from kiosk.hq.documents.phone import LANG, Frame
from kiosk.hq.documents.symbols import symbol
from kiosk.hq.guests_desk import ticket_links
from kiosk.hq.guests_desk.ticket_links import Worth
from kiosk.hq.reply import Reply
from kiosk.hq.store.database import Tx

_TICKET = LocalText("活動門票", "活动门票", "Event ticket")
_SHOW = LocalText("請在入口出示這個條碼", "请在入口出示这个条码", "Show this code at the door")
_WHEN = LocalText("時間", "时间", "When")
_WHERE = LocalText("地點", "地点", "Where")
_WHO = LocalText("姓名", "姓名", "Name")
_SEAT = LocalText("座位", "座位", "Seat")
_MORE = LocalText("可攜伴", "可携伴", "You may bring")
_ONCE = LocalText(
    "票只能使用一次，請勿轉傳。", "票只能使用一次，请勿转发。", "The ticket is good once; please pass it on to nobody."
)
_NONE = LocalText("這不是我們的門票", "这不是我们的门票", "This is no ticket of ours")
_NONE_ABOUT = LocalText(
    "連結可能不完整。請再打開一次信中的連結。",
    "链接可能不完整。请再打开一次信中的链接。",
    "The link may be cut short. Please open the one in the letter again.",
)
_OVER = LocalText("活動已經結束", "活动已经结束", "The event is over")
_CANCELLED = LocalText("這張門票已經取消", "这张门票已经取消", "This ticket is cancelled")
_ASK = LocalText("請詢問主辦單位。", "请询问主办单位。", "Please ask the organizer.")
_HOW_WAS_IT = LocalText("活動如何？告訴我們", "活动如何？告诉我们", "How was it? Tell us")
_PHOTOS = LocalText("照片牆：傳照片、投票", "照片墙：传照片、投票", "Photo wall: send one, vote")
_STYLE = """
.code{text-align:center}.code svg{width:min(100%,18rem);height:auto}
dl{margin:.75rem 0 0}
dl>div{display:flex;gap:1rem;justify-content:space-between;padding:.5rem 0;border-top:1px solid #e6e1d8}
dt{color:#5c564d;flex:none;max-width:45%}
dd{margin:0;text-align:right;font-weight:600;min-width:0}
"""


def opened(context: Context, tx: Tx, place: str, query: str, headers: Mapping[str, str]) -> Reply:
    """What a phone gets that opens a ticket's link. From the event's beginning on it leads to the guest's feedback."""
    frame = frame_of(tx, query, headers, _TICKET, _STYLE)
    found = ticket_links.opened(context, tx, place)
    if isinstance(found, Worth):
        return nothing(frame, found)
    event, guest = found.kept.event, found.guest
    begun = context.clock.now_ms() >= millis(event.starts)
    more = ""
    if begun and found.kept.closed_at is None:
        link = f"../f/{quote(found.code, safe=':$*-.')}?lang={LANG[frame.language]}"
        more = f'<p class=jump><a class="button target" href="{escape(link)}">{frame.say(_HOW_WAS_IT)}</a></p>'
    if event.photos is not None and found.kept.closed_at is None:
        link = f"../w/{quote(found.code, safe=':$*-.')}?lang={LANG[frame.language]}"
        more += f'<p class=jump><a class="button target" href="{escape(link)}">{frame.say(_PHOTOS)}</a></p>'
    if found.late:
        return nothing(frame, Worth.OVER, more)
    starts = f"{event.starts.astimezone(ZoneInfo(event.zone)):%Y-%m-%d %H:%M}"
    rows = [(_WHEN, starts), (_WHERE, event.place), (_WHO, mask_name(guest.name)), (_SEAT, guest.seat)]
    rows += [(_MORE, str(guest.plus_ones))] if guest.plus_ones else []
    listed = "".join(f"<div><dt>{frame.say(name)}</dt><dd>{escape(said)}</dd></div>" for name, said in rows if said)
    title = event.names.get(frame.language)
    body = phone.whole(
        frame,
        title,
        phone.heading(title, 1),
        phone.card(
            f'<div class="code">{symbol(found.code, 288)}</div>', phone.paragraph(_SHOW.get(frame.language), "from")
        ),
        more,
        phone.card(f"<dl>{listed}</dl>"),
        phone.paragraph(_ONCE.get(frame.language), "hint"),
    )
    return phone.reply(frame, body)


def frame_of(tx: Tx, query: str, headers: Mapping[str, str], called: LocalText, style: str) -> Frame:
    """What the pages of tickets have in common."""
    return Frame(phone.language_of(query, headers), brands.brand(tx), called, style, "../q/logo/")


def nothing(frame: Frame, worth: Worth, more: str = "") -> Reply:
    """There is nothing behind the link. `more`: markup."""
    title, about, status = {
        Worth.NONE: (_NONE, _NONE_ABOUT, 404),
        Worth.OVER: (_OVER, _ASK, 410),
        Worth.CANCELLED: (_CANCELLED, _ASK, 410),
    }[worth]
    return message(frame, title, about.get(frame.language), status, more)


def message(frame: Frame, title: LocalText, about: str, status: int, more: str = "") -> Reply:
    """A page that only says something. `about`: plain text; `more`: markup."""
    said = title.get(frame.language)
    parts = phone.heading(said, 1), phone.card(phone.paragraph(about)), more
    return phone.reply(frame, phone.whole(frame, said, *parts), status)
