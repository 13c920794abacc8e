"""What `kiosk campaign price` was asked that makes no sense, in the reader's language."""

from __future__ import annotations

from kiosk.domain.texts import LocalText

OPTION = LocalText("{option}：{words}", "{option}：{words}", "{option}: {words}")
ITEM = LocalText(
    "「{text}」不是購物籃的一行；例如 tea:3@59.90 或 tea:3@59.90:drinks",
    "“{text}”不是购物篮的一行；例如 tea:3@59.90 或 tea:3@59.90:drinks",
    "'{text}' is no line of a basket such as tea:3@59.90 or tea:3@59.90:drinks",
)
SIGNS = LocalText(
    "「{text}」裡有全形的「{sign}」；請改成半形：{better}",
    "“{text}”里有全角的“{sign}”；请改成半角：{better}",
    "'{text}' has a full-width '{sign}'; write {better}",
)
NAMES = LocalText(
    "「{text}」：名稱要有 1 到 {most} 個字",
    "“{text}”：名称要有 1 到 {most} 个字",
    "'{text}': names have 1 to {most} letters",
)
PIECES = LocalText(
    "「{text}」：{pieces} 件；一行有 1 到 {most} 件，退回的寫成負數",
    "“{text}”：{pieces} 件；一行有 1 到 {most} 件，退回的写成负数",
    "'{text}': {pieces} pieces; a line has 1 to {most}, or as many below zero that come back",
)
PRICE_BELOW = LocalText(
    "「{text}」：單價小於零；退回的商品要把件數寫成負數：{sku}:-1",
    "“{text}”：单价小于零；退回的商品要把件数写成负数：{sku}:-1",
    "'{text}': the price of a piece is below zero; what comes back has its pieces below zero: {sku}:-1",
)
PRICE_HIGH = LocalText(
    "「{text}」：沒有這麼貴的商品", "“{text}”：没有这么贵的商品", "'{text}': no piece costs that much"
)
MOMENT = LocalText(
    "「{text}」不是日期和時間；例如 2026-12-20T19:30",
    "“{text}”不是日期和时间；例如 2026-12-20T19:30",
    "'{text}' is no day and time such as 2026-12-20T19:30",
)
MEMBER = LocalText(
    "沒有「{text}」這個等級；可以是 {tiers}",
    "没有“{text}”这个等级；可以是 {tiers}",
    "there is no tier '{text}'; it is one of {tiers}",
)
NUMBER = LocalText("「{text}」不是整數", "“{text}”不是整数", "'{text}' is no whole number")
BETWEEN = LocalText(
    "{text} 不在 {least} 和 {most} 之間",
    "{text} 不在 {least} 和 {most} 之间",
    "{text} is not between {least} and {most}",
)
NO_ITEM = LocalText(
    "購物籃裡沒有商品；請寫 --item，例如 --item tea:3@59.90",
    "购物篮里没有商品；请写 --item，例如 --item tea:3@59.90",
    "there is nothing in the basket; write --item, such as --item tea:3@59.90",
)
MANY_ITEMS = LocalText(
    "{count} 行商品；購物籃最多 {most} 行",
    "{count} 行商品；购物篮最多 {most} 行",
    "{count} items; a basket has {most} at most",
)
MANY_COUPONS = LocalText(
    "{count} 張券；一個人最多 {most} 張",
    "{count} 张券；一个人最多 {most} 张",
    "{count} coupons; nobody has more than {most}",
)
NO_COUPON = LocalText("檔案裡沒有這張券；{has}", "文件里没有这张券；{has}", "the file has no such coupon; {has}")
NO_VOUCHER = LocalText(
    "檔案裡沒有這種可以賣的禮券；{has}",
    "文件里没有这种可以卖的礼品卡；{has}",
    "the file has no such voucher that tills sell; {has}",
)
IT_HAS = LocalText("有 {names}", "有 {names}", "it has {names}")
IT_HAS_NONE = LocalText("一張也沒有", "一张也没有", "it has none")
SELL = LocalText(
    "「{text}」不是禮券和金額；例如 card@500",
    "“{text}”不是礼品卡和金额；例如 card@500",
    "'{text}' is no voucher and amount such as card@500",
)
POINTS = LocalText(
    "--points 是會員的積分：請用 --member 說明等級",
    "--points 是会员的积分：请用 --member 说明等级",
    "--points are a member's: say which tier with --member",
)
RETURN = LocalText(
    "全部是退回，什麼也沒買：這是退貨，不是交易",
    "全部是退回，什么也没买：这是退货，不是交易",
    "everything comes back and nothing is bought: that is a return of goods, not a sale",
)
DECIMALS = LocalText(
    "{price} 的小數位比 {currency} 的多（{decimals}）",
    "{price} 的小数位比 {currency} 的多（{decimals}）",
    "{price} has more decimals than {currency} ({decimals})",
)


class AskedError(ValueError):
    """A call that makes no sense. `option`: that of the call which is meant, "" for none."""

    def __init__(self, words: LocalText, option: str = "", **fields: object) -> None:
        super().__init__(words.en.format(**fields))
        self._words, self._option, self._fields = words, option, fields

    def said(self, language: str) -> str:
        """In one of LANGUAGES."""
        fields = {
            name: value.said(language) if isinstance(value, Phrase) else value for name, value in self._fields.items()
        }
        words = self._words.get(language).format(**fields)
        return OPTION.get(language).format(option=self._option, words=words) if self._option else words


class Phrase:
    """A field that is words, too."""

    def __init__(self, words: LocalText, **fields: object) -> None:
        self._words, self._fields = words, fields

    def said(self, language: str) -> str:
        """In one of LANGUAGES."""
        return self._words.get(language).format(**self._fields)


def what_it_has(names: list[str]) -> Phrase:
    """What there is instead of a name of nothing."""
    return Phrase(IT_HAS, names=", ".join(names)) if names else Phrase(IT_HAS_NONE)


def whole(text: str, option: str, least: int, most: int) -> int:
    """A whole number between the two, both included. Raises AskedError."""
    digits = text[1:] if text[:1] in "+-" else text
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS):
        raise AskedError(NUMBER, option, text=text)
    if not least <= int(text) <= most:
        raise AskedError(BETWEEN, option, text=text, least=least, most=most)
    return int(text)


_DIGITS = 12
"""More of them are no number that anybody means."""
