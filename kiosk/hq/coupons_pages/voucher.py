"""`GET /g/<code>`: a voucher of value on its holder's phone: what is on it, its code, what happened on it last. Only
who has the code, which is signed, sees anything, and no more than the voucher: nobody's name."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from zoneinfo import ZoneInfo

from kiosk.domain import money
from kiosk.domain.documents.cleaning import clean
from kiosk.domain.stores import Store
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.domain.tokens import CouponClaims, ReadToken, TokenProblem
from kiosk.hq.context import Context
from kiosk.hq.coupons.movements import Move, Movement, VoucherSeen, voucher_seen
from kiosk.hq.documents import brand as brands
from kiosk.hq.documents import phone
from kiosk.hq.documents.phone import Frame
from kiosk.hq.documents.symbols import symbol
from kiosk.hq.reply import Reply
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.terminals import public_keys
from kiosk.hq.tokens import keys
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader
from kiosk.protocol.tokens.text_form import MAX_TEXT_CHARS

MOST_MOVES = 10
"""As many are shown, the newest first."""

_VOUCHER = LocalText("禮券", "礼品卡", "Voucher")
_LEFT = LocalText("餘額", "余额", "Balance")
_UNTIL = LocalText("有效至", "有效至", "Good until")
_SHOW = LocalText("結帳時出示這個條碼", "结账时出示这个条码", "Show this code at the checkout")
_LAST = LocalText("最近的紀錄", "最近的记录", "What happened last")
_OLDER = LocalText("只顯示最近的 {most} 筆", "只显示最近的 {most} 笔", "Only the last {most} are shown")
_AS_HEARD = LocalText(
    "沒有連線的收銀台，稍後才會算進來。",
    "没有连线的收银台，稍后才会算进来。",
    "What a checkout without a connection took is counted a little later.",
)
_OVER = LocalText("這張禮券已經過期", "这张礼品卡已经过期", "This voucher has run out")
_REVOKED = LocalText("這張禮券不能再使用", "这张礼品卡不能再使用", "This voucher is no longer good")
_ASK = LocalText("請詢問門市。", "请询问门店。", "Please ask in the store.")
_NONE = LocalText("這不是我們的禮券", "这不是我们的礼品卡", "This is no voucher of ours")
_NONE_ABOUT = LocalText(
    "連結可能不完整。請再掃一次禮券上的條碼。",
    "链接可能不完整。请再扫一次礼品卡上的条码。",
    "The link may be cut short. Please scan the code on the voucher again.",
)
_MOVES = {
    Move.ISSUED: LocalText("發行", "发行", "Issued"),
    Move.SOLD: LocalText("購買", "购买", "Bought"),
    Move.TOPPED_UP: LocalText("加值", "充值", "Topped up"),
    Move.TAKEN_OFF: LocalText("取消購買或加值", "取消购买或充值", "Purchase undone"),
    Move.PAID: LocalText("付款", "付款", "Paid with it"),
    Move.BACK: LocalText("退回", "退回", "Given back"),
}
_STYLE = """
.code{text-align:center}.code svg{width:min(100%,18rem);height:auto}
.left{font-size:2.5rem;font-weight:700;line-height:1.2;margin:0;font-variant-numeric:tabular-nums}
dl{margin:.25rem 0 0}
dl>div{display:flex;gap:1rem;justify-content:space-between;padding:.5rem 0;border-top:1px solid #e6e1d8}
dt{color:#5c564d;min-width:0}dt b{color:#1d1b19;display:block}
dd{margin:0;text-align:right;font-weight:600;flex:none;font-variant-numeric:tabular-nums}
"""


def opened(context: Context, tx: Tx, code: str, query: str, headers: Mapping[str, str]) -> Reply:
    """What a phone gets that opens a voucher's link. `code`: decoded."""
    frame = Frame(phone.language_of(query, headers), brands.brand(tx), _VOUCHER, _STYLE, "../q/logo/")
    found = _voucher(context, tx, code)
    if found is None:
        return _message(frame, _NONE, _NONE_ABOUT, 404)
    over = found.until <= context.clock.now_ms()
    if found.revoked or over:
        return _message(frame, _REVOKED if found.revoked else _OVER, _ASK, 410)
    stores = {one.id: one for one in all_rows(tx, Bucket(CHAIN, "stores"), Store)}
    home = stores.get(found.home) or next(iter(stores.values()), None)
    zone, currency = (home.zone, home.currency) if home is not None else ("UTC", "")
    title = clean(found.template.name.get(frame.language))
    # its end is excluded: the last minute is the one before
    until = f"{instant(found.until - 1).astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
    body = phone.whole(
        frame,
        title,
        phone.heading(title, 1),
        phone.card(
            phone.paragraph(_LEFT.get(frame.language), "pale"),
            phone.paragraph(money.with_sign(found.left, currency), "left"),
            phone.paragraph(f"{_UNTIL.get(frame.language)} {until}", "pale"),
        ),
        phone.card(f'<div class="code">{symbol(code, 288)}</div>', phone.paragraph(_SHOW.get(frame.language), "from")),
        _moves(frame, found, stores, zone, currency),
        phone.paragraph(_AS_HEARD.get(frame.language), "hint"),
    )
    return phone.reply(frame, body)


def _voucher(context: Context, tx: Tx, code: str) -> VoucherSeen | None:
    """The voucher that a signed code, though it has run out, is of."""
    if len(code) > MAX_TEXT_CHARS:
        return None
    ring = KeyRing(trusted_key(row) for row in keys.key_rows(tx))
    reader = TokenReader(ring, lambda key_id: public_keys.trusted(tx, key_id))  # tills sign what they sell
    read = reader.read(code, instant(context.clock.now_ms()))
    good = isinstance(read, ReadToken) or read.problem in (TokenProblem.EXPIRED, TokenProblem.NOT_YET_VALID)
    claims = read.claims if good else None
    found = voucher_seen(tx, claims.id) if isinstance(claims, CouponClaims) else None
    return found if found is not None and found.row.coupon.template == getattr(claims, "template", "") else None


def _moves(frame: Frame, found: VoucherSeen, stores: Mapping[str, Store], zone: str, currency: str) -> str:
    if not found.moves:
        return ""
    rows = "".join(_row(frame, one, stores, zone, currency) for one in found.moves[:MOST_MOVES])
    parts = [phone.heading(_LAST.get(frame.language)), f"<dl>{rows}</dl>"]
    if len(found.moves) > MOST_MOVES:
        parts.append(phone.paragraph(_OLDER.get(frame.language).format(most=MOST_MOVES), "hint"))
    return phone.card(*parts)


def _row(frame: Frame, move: Movement, stores: Mapping[str, Store], zone: str, currency: str) -> str:
    store = stores.get(move.store)
    here = ZoneInfo(store.zone if store is not None else zone)
    where = f" · {clean(store.name.get(frame.language))}" if store is not None else ""
    when = f"{instant(move.at).astimezone(here):%Y-%m-%d %H:%M}{where}"
    sign = "−" if move.value < 0 else "+"
    amount = f"{sign}{money.with_sign(abs(move.value), currency)}"
    return f"<div><dt><b>{frame.say(_MOVES[move.move])}</b>{escape(when)}</dt><dd>{escape(amount)}</dd></div>"


def _message(frame: Frame, title: LocalText, about: LocalText, status: int) -> Reply:
    said = title.get(frame.language)
    parts = phone.heading(said, 1), phone.card(phone.paragraph(about.get(frame.language)))
    return phone.reply(frame, phone.whole(frame, said, *parts), status)
