"""What HQ's messages say, in three languages; a chain may put its own words in place of any of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.hq.context import Context
from kiosk.hq.messages.settings import MessagesFault, read, write
from kiosk.hq.store.database import Tx

_SETTING = "messages/texts"
_WORD = re.compile(r"\{([a-z_]+)\}")
_MOST_SUBJECT, _MOST_SMS, _MOST_TEXT = 150, 330, 4_000
"""Characters. An SMS of 330 characters in Chinese is sent, and paid, as five."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A message HQ sends. `may_say`: the words in braces that are filled in; `must_say`: those without which it is
    useless."""

    may_say: frozenset[str]
    must_say: frozenset[str] = frozenset()


KINDS: dict[str, Kind] = {
    "welcome": Kind(frozenset({"name", "brand", "store", "card"})),
    "code": Kind(frozenset({"brand", "code", "minutes"}), frozenset({"code"})),
    "already": Kind(frozenset({"brand"})),
    "asked": Kind(frozenset({"name", "brand", "store", "question"}), frozenset({"question"})),
    "won": Kind(frozenset({"name", "brand", "store", "prize", "draw", "until"}), frozenset({"prize"})),
    "booked": Kind(frozenset({"name", "brand", "store", "prize", "draw"}), frozenset({"prize"})),
    "shipped": Kind(frozenset({"name", "brand", "store", "prize", "draw", "parcel"}), frozenset({"prize"})),
    "points": Kind(frozenset({"name", "brand", "store", "points", "until"}), frozenset({"points", "until"})),
    "ticket": Kind(
        frozenset({"name", "brand", "event", "place", "starts", "seat", "guests", "link"}), frozenset({"link"})
    ),
    "place": Kind(
        frozenset({"name", "brand", "store", "event", "place", "starts", "guests"}), frozenset({"event", "starts"})
    ),
    "feedback": Kind(frozenset({"name", "brand", "event", "until", "link"}), frozenset({"link"})),
    "test": Kind(frozenset({"brand"})),
}

USUAL: dict[str, LocalText] = {
    "welcome.mail.subject": LocalText("歡迎加入{brand}", "欢迎加入{brand}", "Welcome to {brand}"),
    "welcome.mail.text": LocalText(
        "{name} 您好：\n\n歡迎成為{brand}會員。您在{store}登記，會員卡號是 {card}。\n"
        "結帳前報上手機號碼或出示會員碼，就能使用迎新禮。\n\n"
        "這封信由系統寄出。若您沒有登記，請告訴{store}的店員，我們會刪除您的資料。\n\n{brand}\n",
        "{name} 您好：\n\n欢迎成为{brand}会员。您在{store}登记，会员卡号是 {card}。\n"
        "结账前报上手机号码或出示会员码，就能使用迎新礼。\n\n"
        "这封信由系统寄出。若您没有登记，请告诉{store}的店员，我们会删除您的资料。\n\n{brand}\n",
        "Dear {name},\n\nwelcome to {brand}. You registered at {store}; your card number is {card}.\n"
        "Say your phone number or show your member code before you pay, and your welcome gifts are yours.\n\n"
        "This letter was sent automatically. If it was not you who registered, tell the staff at {store} and we will "
        "delete your data.\n\n{brand}\n",
    ),
    "welcome.sms.text": LocalText(
        "【{brand}】{name}您好，歡迎成為會員，卡號 {card}。結帳前報手機號碼即可使用迎新禮。",
        "【{brand}】{name}您好，欢迎成为会员，卡号 {card}。结账前报手机号码即可使用迎新礼。",
        "{brand}: welcome, {name}! Your card number is {card}. Say your phone number when you pay to use your gifts.",
    ),
    "code.sms.text": LocalText(
        "【{brand}】驗證碼 {code}，{minutes} 分鐘內有效。請勿告訴任何人；店員也不會向您詢問。",
        "【{brand}】验证码 {code}，{minutes} 分钟内有效。请勿告诉任何人；店员也不会向您询问。",
        "{brand}: your code is {code}, good for {minutes} minutes. Tell it to nobody; our staff never ask for it.",
    ),
    "already.sms.text": LocalText(
        "【{brand}】有人用這支號碼申請會員，而您已是會員。結帳時報手機號碼即可；若不是您本人，請不必理會。",
        "【{brand}】有人用这个号码申请会员，而您已是会员。结账时报手机号码即可；若不是您本人，请不必理会。",
        "{brand}: somebody asked to join with this number, and you are a member already. Just say it at the checkout; "
        "if it was not you, there is nothing to do.",
    ),
    "asked.mail.subject": LocalText(
        "{brand}：關於您的會員登記", "{brand}：关于您的会员登记", "{brand}: your registration"
    ),
    "asked.mail.text": LocalText(
        "{name} 您好：\n\n關於您在{store}的登記，我們想請問：\n\n{question}\n\n"
        "請回覆這封信，或到店告訴店員。\n\n{brand}\n",
        "{name} 您好：\n\n关于您在{store}的登记，我们想请问：\n\n{question}\n\n"
        "请回复这封信，或到店告诉店员。\n\n{brand}\n",
        "Dear {name},\n\nabout your registration at {store} we would like to ask:\n\n{question}\n\n"
        "Please answer this letter, or tell the staff in the store.\n\n{brand}\n",
    ),
    "asked.sms.text": LocalText(
        "【{brand}】關於您的會員登記：{question} 請到店告訴店員。",
        "【{brand}】关于您的会员登记：{question} 请到店告诉店员。",
        "{brand}, about your registration: {question} Please tell the staff in the store.",
    ),
    "won.mail.subject": LocalText("{brand}：您中獎了", "{brand}：您中奖了", "{brand}: you have won"),
    "won.mail.text": LocalText(
        "{name} 您好：\n\n恭喜您在「{draw}」中獎，獎品是：{prize}。\n"
        "請在 {until} 以前帶身分證件到{store}領取；逾期依活動辦法處理。\n\n"
        "領獎不需要先付任何費用，我們也不會在電話裡問您的密碼或帳號。\n\n{brand}\n",
        "{name} 您好：\n\n恭喜您在“{draw}”中奖，奖品是：{prize}。\n"
        "请在 {until} 以前带身份证件到{store}领取；逾期依活动规则处理。\n\n"
        "领奖不需要先付任何费用，我们也不会在电话里问您的密码或账号。\n\n{brand}\n",
        "Dear {name},\n\nyou have won in {draw}: {prize}.\n"
        "Please fetch it at {store} by {until}, with a document that says who you are; after that day it goes on by "
        "the rules of the draw.\n\nNobody asks you for money to send it, nor for passwords on the phone.\n\n{brand}\n",
    ),
    "won.sms.text": LocalText(
        "【{brand}】恭喜{name}在「{draw}」中獎：{prize}。請於 {until} 前帶證件到{store}領取。領獎不必先付款。",
        "【{brand}】恭喜{name}在“{draw}”中奖：{prize}。请于 {until} 前带证件到{store}领取。领奖不必先付款。",
        "{brand}: {name}, you have won {prize} in {draw}. Fetch it at {store} by {until}, with a document. "
        "Nobody asks for money first.",
    ),
    "booked.mail.subject": LocalText("{brand}：您中獎了", "{brand}：您中奖了", "{brand}: you have won"),
    "booked.mail.text": LocalText(
        "{name} 您好：\n\n恭喜您在「{draw}」中獎，獎品是：{prize}。\n"
        "獎品已記入您的會員帳戶，不必領取，下次消費就能使用。\n\n"
        "領獎不需要付任何費用，我們也不會在電話裡問您的密碼或帳號。\n\n{brand}\n",
        "{name} 您好：\n\n恭喜您在“{draw}”中奖，奖品是：{prize}。\n"
        "奖品已记入您的会员账户，不必领取，下次消费就能使用。\n\n"
        "领奖不需要付任何费用，我们也不会在电话里问您的密码或账号。\n\n{brand}\n",
        "Dear {name},\n\ncongratulations: you have won {prize} in {draw}.\n"
        "It is on your account already; there is nothing to fetch, and you can use it at your next purchase.\n\n"
        "Winning costs nothing, and we never ask for passwords or account numbers on the phone.\n\n{brand}\n",
    ),
    "booked.sms.text": LocalText(
        "【{brand}】恭喜{name}在「{draw}」中獎：{prize}。已記入會員帳戶，不必領取。領獎不必付款。",
        "【{brand}】恭喜{name}在“{draw}”中奖：{prize}。已记入会员账户，不必领取。领奖不必付款。",
        "{brand}: {name}, you have won {prize} in {draw}. It is on your account; there is nothing to fetch or to pay.",
    ),
    "shipped.mail.subject": LocalText(
        "{brand}：獎品已寄出", "{brand}：奖品已寄出", "{brand}: your prize is on its way"
    ),
    "shipped.mail.text": LocalText(
        "{name} 您好：\n\n您在「{draw}」的獎品已寄出：{prize}。\n寄到您留下的地址，貨運單號：{parcel}。\n\n"
        "收貨不需要付任何費用。若一直沒有收到，請告訴{store}的店員。\n\n{brand}\n",
        "{name} 您好：\n\n您在“{draw}”的奖品已寄出：{prize}。\n寄往您留下的地址，快递单号：{parcel}。\n\n"
        "收货不需要付任何费用。若一直没有收到，请告诉{store}的店员。\n\n{brand}\n",
        "Dear {name},\n\nyour prize in {draw} is on its way to the address that you gave: {prize}.\n"
        "The carrier's number: {parcel}.\n\nNothing is to be paid for it. If it does not come, please tell the staff "
        "at {store}.\n\n{brand}\n",
    ),
    "shipped.sms.text": LocalText(
        "【{brand}】{name}您好，您的獎品「{prize}」已寄出，單號 {parcel}。收貨不必付款。",
        "【{brand}】{name}您好，您的奖品“{prize}”已寄出，单号 {parcel}。收货不必付款。",
        "{brand}: {name}, your prize {prize} is on its way, carrier's number {parcel}. Nothing is to be paid.",
    ),
    "points.mail.subject": LocalText(
        "{brand}：您有積分即將到期", "{brand}：您有积分即将到期", "{brand}: points of yours run out soon"
    ),
    "points.mail.text": LocalText(
        "{name} 您好：\n\n提醒您，您有 {points} 積分即將到期，最早一批到 {until} 為止。\n"
        "到期前可在{store}結帳折抵或兌換。\n\n{brand}\n",
        "{name} 您好：\n\n提醒您，您有 {points} 积分即将到期，最早一批到 {until} 为止。\n"
        "到期前可在{store}结账抵扣或兑换。\n\n{brand}\n",
        "Dear {name},\n\n{points} points of yours run out soon, the first on {until}.\n"
        "Until then you can use them at {store}.\n\n{brand}\n",
    ),
    "points.sms.text": LocalText(
        "【{brand}】{name}您好，您有 {points} 積分即將到期，最早一批到 {until} 為止，請把握時間使用。",
        "【{brand}】{name}您好，您有 {points} 积分即将到期，最早一批到 {until} 为止，请及时使用。",
        "{brand}: {name}, {points} points of yours run out soon, the first on {until}. Use them in time.",
    ),
    "ticket.mail.subject": LocalText("{event}：您的票", "{event}：您的票", "{event}: your ticket"),
    "ticket.mail.text": LocalText(
        "{name} 您好：\n\n這是您參加「{event}」的票。\n\n時間：{starts}\n地點：{place}\n"
        "座位：{seat}\n可攜伴：{guests} 位\n\n"
        "請在入口出示這一頁：\n{link}\n\n票只能使用一次，請勿轉傳給別人。\n\n{brand}\n",
        "{name} 您好：\n\n这是您参加“{event}”的票。\n\n时间：{starts}\n地点：{place}\n"
        "座位：{seat}\n可携伴：{guests} 位\n\n"
        "请在入口出示这一页：\n{link}\n\n票只能使用一次，请勿转发给别人。\n\n{brand}\n",
        "Dear {name},\n\nhere is your ticket to {event}.\n\nWhen: {starts}\nWhere: {place}\nSeat: {seat}\n"
        "You may bring: {guests}\n\nPlease show this page at the door:\n{link}\n\n"
        "The ticket is good once; please pass it on to nobody.\n\n{brand}\n",
    ),
    "ticket.sms.text": LocalText(
        "【{brand}】{event} {starts} 您的票：{link}",
        "【{brand}】{event} {starts} 您的票：{link}",
        "{brand}: {event}, {starts}. Your ticket: {link}",
    ),
    "place.mail.subject": LocalText(
        "{event}：您候補到名額了", "{event}：您候补到名额了", "{event}: there is a place for you"
    ),
    "place.mail.text": LocalText(
        "{name} 您好：\n\n您在「{event}」的候補名單上，現在有名額了，已為您保留。\n\n"
        "時間：{starts}\n地點：{place}\n可攜伴：{guests} 位\n\n"
        "入場時出示報名時的代碼、會員碼，或報上姓名即可。\n"
        "若您不能來，請在門市的自助機或向店員取消，名額會讓給下一位。\n\n{brand}\n",
        "{name} 您好：\n\n您在“{event}”的候补名单上，现在有名额了，已为您保留。\n\n"
        "时间：{starts}\n地点：{place}\n可携伴：{guests} 位\n\n"
        "入场时出示报名时的码、会员码，或报上姓名即可。\n"
        "若您不能来，请在门店的自助机或向店员取消，名额会让给下一位。\n\n{brand}\n",
        "Dear {name},\n\nyou are on the waiting list of {event}. A place has become free, and it is yours.\n\n"
        "When: {starts}\nWhere: {place}\nYou may bring: {guests}\n\n"
        "At the door show the code that you got when you signed up, or your member code, or say your name.\n"
        "If you cannot come, please cancel at the self-service station or with our staff: the next one gets the "
        "place.\n\n{brand}\n",
    ),
    "place.sms.text": LocalText(
        "【{brand}】{name}您好，「{event}」候補到名額了：{starts}。若不能來，請到門市取消，讓給下一位。",
        "【{brand}】{name}您好，“{event}”候补到名额了：{starts}。若不能来，请到门店取消，让给下一位。",
        "{brand}: {name}, there is a place for you at {event}, {starts}. If you cannot come, please tell our store.",
    ),
    "feedback.mail.subject": LocalText("{event}：您覺得如何？", "{event}：您觉得如何？", "{event}: how was it?"),
    "feedback.mail.text": LocalText(
        "{name} 您好：\n\n謝謝您參加「{event}」。您有多願意把它推薦給朋友？請按一個數字，也可以寫幾句話：\n\n{link}\n\n"
        "主辦單位知道這是您的回答；文字會在 {until} 刪除。我們只問這一次。\n\n{brand}\n",
        "{name} 您好：\n\n谢谢您参加“{event}”。您有多愿意把它推荐给朋友？请点一个数字，也可以写几句话：\n\n{link}\n\n"
        "主办单位知道这是您的回答；文字会在 {until} 删除。我们只问这一次。\n\n{brand}\n",
        "Dear {name},\n\nthank you for coming to {event}. How likely are you to recommend it to a friend? Please "
        "choose a number; a few words are welcome:\n\n{link}\n\nThe organizer knows that this is your answer; your "
        "words are deleted on {until}. We ask only once.\n\n{brand}\n",
    ),
    "feedback.sms.text": LocalText(
        "【{brand}】謝謝您參加「{event}」，您覺得如何？{link}",
        "【{brand}】谢谢您参加“{event}”，您觉得如何？{link}",
        "{brand}: thank you for coming to {event}. How was it? {link}",
    ),
    "test.mail.subject": LocalText("{brand}：測試信", "{brand}：测试信", "{brand}: a test"),
    "test.mail.text": LocalText(
        "這封信測試{brand}的寄信設定。\n",
        "这封信测试{brand}的寄信设置。\n",
        "This letter tests the mail settings of {brand}.\n",
    ),
    "test.sms.text": LocalText("【{brand}】簡訊測試。", "【{brand}】短信测试。", "{brand}: this is a test."),
}
"""By kind, channel and part."""


def filled(text: str, words: Mapping[str, str]) -> str:
    """`text` with {word} replaced. What is not among `words` stays as it is; what is filled in is not looked at again,
    so that a name with braces says what it is."""
    return _WORD.sub(lambda found: words.get(found[1], found[0]), text)


def texts(tx: Tx) -> dict[str, LocalText]:
    """All texts, the chain's own where it has some."""
    said = read(tx, _SETTING)
    return USUAL | (msgspec.json.decode(said, type=dict[str, LocalText]) if said is not None else {})


def put_texts(context: Context, tx: Tx, said: object, by: str) -> None:
    """The chain's own texts in place of the usual ones: key → language → text; {}: the usual ones. Raises
    MessagesFault."""
    try:
        given = msgspec.convert(said, dict[str, dict[str, str]])
    except msgspec.ValidationError as error:
        raise MessagesFault(str(error)) from error
    own: dict[str, LocalText] = {}
    for key, phrases in given.items():
        if key not in USUAL:
            raise MessagesFault(f"no such text: {key[:60]} (there are {', '.join(sorted(USUAL))})")
        if sorted(phrases) != sorted(LANGUAGES):
            raise MessagesFault(f"{key}: a text in each of {', '.join(LANGUAGES)}")
        for language, text in phrases.items():
            _check(key, language, text)
        own[key] = LocalText(**phrases)
    write(context, tx, _SETTING, msgspec.json.encode(own).decode() if own else None, by)


def _check(key: str, language: str, text: str) -> None:
    kind, channel, part = key.split(".")
    most = _MOST_SUBJECT if part == "subject" else _MOST_SMS if channel == "sms" else _MOST_TEXT
    where = f"{key} in {language}"
    if not text.strip() or len(text) > most:
        raise MessagesFault(f"{where}: 1 to {most} characters")
    plain = text.replace("\n", "") if part == "text" else text
    if not plain.isprintable():
        raise MessagesFault(f"{where}: printable characters" + (" and line ends" * (part == "text")))
    named = set(_WORD.findall(text))
    unknown, missing = named - KINDS[kind].may_say, KINDS[kind].must_say - named
    if unknown:
        raise MessagesFault(f"{where}: {{{min(unknown)}}} is not known there")
    if missing and part == "text":
        raise MessagesFault(f"{where}: {{{min(missing)}}} is missing")
