"""`GET /t/<ticket>`: a ticket on the guest's own phone, to be shown at the door. It says no more than the ticket does,
and the guest's name masked."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from kiosk.domain.guests.event import Standing
from kiosk.domain.members.masking import mask_name
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.domain.tokens import EventTicketClaims, ReadToken, TokenProblem
from kiosk.hq.context import Context
from kiosk.hq.documents import brand as brands
from kiosk.hq.documents import phone
from kiosk.hq.documents.phone import Frame
from kiosk.hq.documents.symbols import symbol
from kiosk.hq.guests import kept
from kiosk.hq.reply import Reply
from kiosk.hq.store.database import Tx
from kiosk.hq.tokens import keys
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader
from kiosk.protocol.tokens.text_form import MAX_TEXT_CHARS

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
_STYLE = """
.code{text-align:center}.code svg{width:min(100%,18rem);height:auto}
dl{margin:.75rem 0 0}
dl>div{display:flex;gap:1rem;justify-content:space-between;padding:.5rem 0;border-top:1px solid #e6e1d8}
dt{color:#5c564d;flex:none;max-width:45%}
dd{margin:0;text-align:right;font-weight:600;min-width:0}
"""


def opened(context: Context, tx: Tx, place: str, query: str, headers: Mapping[str, str]) -> Reply:
    """What a phone gets that opens a ticket's link."""
    frame = Frame(phone.language_of(query, headers), brands.brand(tx), _TICKET, _STYLE, "../q/logo/")
    text = unquote(place) if "%" in place else place
    if len(text) > MAX_TEXT_CHARS:
        return _nothing(frame, _NONE, _NONE_ABOUT, 404)
    ring = KeyRing(trusted_key(row) for row in keys.key_rows(tx))
    found = TokenReader(ring).read(text, instant(context.clock.now_ms()))
    claims = found.claims
    if not isinstance(claims, EventTicketClaims):
        return _nothing(frame, _NONE, _NONE_ABOUT, 404)
    if not isinstance(found, ReadToken):
        late = found.problem is TokenProblem.EXPIRED
        return _nothing(frame, _OVER, _ASK, 410) if late else _nothing(frame, _NONE, _NONE_ABOUT, 404)
    event = kept.kept(tx, claims.event)
    if event is None or event.forgotten_at is not None:
        return _nothing(frame, _OVER, _ASK, 410)
    guest = kept.guest_of(tx, event.store, claims.event, claims.registration)
    if guest is None or guest.standing is Standing.CANCELLED:
        return _nothing(frame, _CANCELLED, _ASK, 410)
    zone = ZoneInfo(event.event.zone)
    starts = f"{event.event.starts.astimezone(zone):%Y-%m-%d %H:%M}"
    rows = [(_WHEN, starts), (_WHERE, event.event.place), (_WHO, mask_name(guest.name)), (_SEAT, guest.seat)]
    rows += [(_MORE, str(guest.plus_ones))] if guest.plus_ones else []
    listed = "".join(f"<div><dt>{frame.say(name)}</dt><dd>{escape(said)}</dd></div>" for name, said in rows if said)
    title = event.event.names.get(frame.language)
    body = phone.whole(
        frame,
        title,
        phone.heading(escape(title), 1),
        phone.card(f'<div class="code">{symbol(text, 288)}</div>', phone.paragraph(frame.say(_SHOW), "from")),
        phone.card(f"<dl>{listed}</dl>"),
        phone.paragraph(frame.say(_ONCE), "hint"),
    )
    return phone.reply(frame, body)


def _nothing(frame: Frame, title: LocalText, about: LocalText, status: int) -> Reply:
    said = title.get(frame.language)
    parts = phone.heading(escape(said), 1), phone.card(phone.paragraph(frame.say(about)))
    return phone.reply(frame, phone.whole(frame, said, *parts), status)
