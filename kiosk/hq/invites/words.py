"""The words of the invite's page, in the product's three languages. {names} in braces are filled in."""

from __future__ import annotations

from kiosk.domain.documents.words import filled
from kiosk.domain.texts import LocalText


def say(phrase: LocalText, language: str, **values: str) -> str:
    """A phrase with its {names} filled in, as plain text."""
    text = phrase.get(language)
    return filled(text, values) if values else text


PAGE = LocalText("會員邀請", "会员邀请", "Invitation")

# -- the invitation ---------------------------------------------------------------------------------------------------

INVITES = LocalText("{name} 邀請您", "{name} 邀请您", "{name} invites you")
FRIEND_INVITES = LocalText("朋友邀請您", "朋友邀请您", "A friend invites you")
PERIOD = LocalText("活動期間", "活动期间", "When")
FOR_YOU = LocalText("您將得到", "您将得到", "What you get")
FOR_FRIEND = LocalText("邀請您的朋友也有禮", "邀请您的朋友也有礼", "Your friend is thanked, too")
WHEN_BOUGHT = LocalText(
    "在您首次消費之後，依活動規則。", "在您首次消费之后，依活动规则。", "After your first purchase, by the rules."
)
REFERRER_GONE = LocalText(
    "邀請您的人已不是會員。您仍可加入，這次推薦則不計入。",
    "邀请您的人已不是会员。您仍可加入，这次推荐则不计入。",
    "Whoever invited you is not a member any more. You can join all the same; the recommendation does not count.",
)
RULES = LocalText("活動規則", "活动规则", "Rules")
FIXED = LocalText(
    "本規則於活動開始前公布並固定；如有變更，僅限對您更有利的內容，並另行公告。",
    "本规则于活动开始前公布并固定；如有变更，仅限对您更有利的内容，并另行公告。",
    "These rules were fixed before the start. Any change would only be in your favour, and announced.",
)

# -- the form ---------------------------------------------------------------------------------------------------------

JOIN = LocalText("加入會員", "加入会员", "Become a member")
PHONE = LocalText("手機號碼", "手机号码", "Mobile number")
PHONE_HINT = LocalText(
    "我們會傳一次性驗證碼到這支手機。", "我们会向这部手机发送一次性验证码。", "We send a one-time code to it."
)
NAME = LocalText("姓名", "姓名", "Name")
BIRTHDAY = LocalText("生日（可不填）", "生日（可不填）", "Birthday (if you like)")
MONTH = LocalText("月", "月", "Month")
DAY = LocalText("日", "日", "Day")
EMAIL = LocalText("電子郵件（可不填）", "电子邮件（可不填）", "E-mail (if you like)")
WHO = LocalText("誰要加入？", "谁要加入？", "Who joins?")
ADULT = LocalText("我已滿 {age} 歲", "我已满 {age} 岁", "I am {age} or older")
CHILD = LocalText(
    "未滿 {age} 歲的孩子，由家長或監護人同意",
    "未满 {age} 岁的孩子，由家长或监护人同意",
    "A child under {age}, and a parent or guardian agrees",
)
GUARDIAN = LocalText("家長或監護人", "家长或监护人", "Parent or guardian")
GUARDIAN_NAME = LocalText("家長或監護人姓名", "家长或监护人姓名", "Parent’s or guardian’s name")
GUARDIAN_PHONE = LocalText("家長或監護人電話", "家长或监护人电话", "Parent’s or guardian’s phone")
RELATION = LocalText("與孩子的關係（可不填）", "与孩子的关系（可不填）", "Relation to the child (if you like)")
CONSENTS = LocalText("您的同意", "您的同意", "Your consent")
NEEDED = LocalText("必要", "必要", "Needed")
AS_YOU_LIKE = LocalText("可選", "可选", "As you like")
SEND_CODE = LocalText("傳送驗證碼", "发送验证码", "Send me the code")
CHECK_FORM = LocalText("請再看一下：", "请再看一下：", "Please look at this again:")
FORM_OLD = LocalText(
    "這一頁開得太久了，請再按一次。",
    "这一页打开太久了，请再按一次。",
    "This page was open for long. Please press again.",
)

# -- the code ---------------------------------------------------------------------------------------------------------

ENTER_CODE = LocalText("輸入驗證碼", "输入验证码", "Enter the code")
CODE_SENT = LocalText(
    "訊息已傳到 {phone}。裡面有六位數驗證碼；如果這支手機已有會員，訊息會告訴您。",
    "信息已发送到 {phone}。里面有六位数验证码；如果这部手机已有会员，信息会告诉您。",
    "A message went to {phone}. It has a six-digit code, or tells you that the phone belongs to a member already.",
)
CODE = LocalText("六位數驗證碼", "六位数验证码", "Six-digit code")
CONFIRM = LocalText("確認加入", "确认加入", "Join")
NOT_COME = LocalText("沒有收到？", "没有收到？", "Nothing came?")
AGAIN = LocalText("再傳一次", "再发一次", "Send it again")
AGAIN_AFTER = LocalText("一分鐘後可以再傳一次。", "一分钟后可以再发一次。", "After a minute it can be sent again.")
CHANGE = LocalText("更改資料", "更改资料", "Change what I entered")
WRONG_CODE = LocalText(
    "驗證碼不對，還可以試 {tries} 次。",
    "验证码不对，还可以试 {tries} 次。",
    "That is not the code. Tries left: {tries}.",
)
SPENT_CODE = LocalText(
    "試錯太多次，這個驗證碼已失效。請再傳一次。",
    "试错太多次，这个验证码已失效。请再发一次。",
    "Too many wrong tries: this code is no longer good. Please have it sent again.",
)
OLD_CODE = LocalText(
    "驗證碼已過期。請再傳一次。", "验证码已过期。请再发一次。", "The code has run out. Please have it sent again."
)
UNDELIVERABLE = LocalText(
    "這個號碼收不到訊息。請檢查號碼，或到店加入。",
    "这个号码收不到信息。请检查号码，或到店加入。",
    "No message reaches this number. Please check it, or join in a store.",
)
TOO_MANY_CODES = LocalText(
    "驗證碼傳送太頻繁。請過一小時再試，或到店出示這份邀請。",
    "验证码发送太频繁。请过一小时再试，或到店出示这份邀请。",
    "So many codes were sent. Please try again in an hour, or show this invitation in a store.",
)

# -- done -------------------------------------------------------------------------------------------------------------

WELCOME = LocalText("歡迎加入，{name}", "欢迎加入，{name}", "Welcome, {name}")
PASS = LocalText("您的會員碼", "您的会员码", "Your member code")
PASS_UNTIL = LocalText(
    "結帳時出示，{time} 前有效；之後報手機號碼即可。",
    "结账时出示，{time} 前有效；之后报手机号码即可。",
    "Show it at the checkout until {time}; later your phone number is enough.",
)
CARD = LocalText("會員卡號", "会员卡号", "Card number")
GIFTS = LocalText("您的見面禮", "您的见面礼", "Your welcome gifts")
NO_GIFTS = LocalText(
    "優惠會出現在您的會員資料中。", "优惠会出现在您的会员资料中。", "Offers will appear with your membership."
)
COUPON_SHOW = LocalText("結帳時出示", "结账时出示", "Show it at the checkout")
COUPON_UNTIL = LocalText("有效至 {day}", "有效至 {day}", "Good until {day}")
IN_STORE = LocalText("到店領取", "到店领取", "To be had in the store")
KEEP = LocalText(
    "可以截圖保存。優惠券也會隨您的手機號碼在店內出現。",
    "可以截屏保存。优惠券也会随您的手机号码在店内出现。",
    "Take a picture of this page if you like. In the store your coupons are found by your phone number, too.",
)
COUNTS = LocalText("{name} 的推薦已記下。", "{name} 的推荐已记下。", "The recommendation by {name} is noted.")
HELD = LocalText(
    "{name} 的推薦會由總部看過再計入；您的禮物不受影響。",
    "{name} 的推荐会由总部看过再计入；您的礼物不受影响。",
    "Headquarters looks at the recommendation by {name} before it counts. Your gifts are yours all the same.",
)
NOT_COUNTED = LocalText("這次推薦不計入：", "这次推荐不计入：", "The recommendation does not count:")
WHY: dict[str, LocalText] = {
    "self_referral": LocalText("邀請的是您自己。", "邀请的是您自己。", "you invited yourself."),
    "already_member": LocalText("您已是會員。", "您已是会员。", "you are a member already."),
    "already_referred": LocalText("已有別人先推薦您。", "已有别人先推荐您。", "somebody else recommended you first."),
    "circle": LocalText("您也曾推薦過他。", "您也曾推荐过他。", "it was you who recommended them."),
    "same_household": LocalText("你們使用同一支電話。", "你们使用同一部电话。", "you share a phone."),
    "referrer_gone": LocalText("對方已不是會員。", "对方已不是会员。", "they are not a member any more."),
}
ALREADY = LocalText("您已是會員", "您已是会员", "You are a member already")
ALREADY_SAYS = LocalText(
    "這支手機已有會員。結帳時報手機號碼即可；推薦只計新朋友。",
    "这部手机已有会员。结账时报手机号码即可；推荐只计新朋友。",
    "This phone belongs to a member. Say the number at the checkout; recommendations count for new friends only.",
)

# -- not this way -----------------------------------------------------------------------------------------------------

IN_A_STORE = LocalText(
    "到店出示這份邀請也可以加入。", "到店出示这份邀请也可以加入。", "Show this invitation in a store to join."
)
NO_CODES = LocalText("現在無法傳送驗證碼。", "现在无法发送验证码。", "No codes can be sent at the moment.")
TITLES: dict[str, tuple[LocalText, LocalText]] = {
    "not_yet": (
        LocalText("活動尚未開始", "活动尚未开始", "It has not begun yet"),
        LocalText(
            "請從 {day} 起再打開這個連結。",
            "请从 {day} 起再打开这个链接。",
            "Please open this link again from {day} on.",
        ),
    ),
    "over": (
        LocalText("活動已結束", "活动已结束", "The campaign is over"),
        LocalText(
            "謝謝您來看。到店仍可加入會員。",
            "谢谢您来看。到店仍可加入会员。",
            "Thank you for looking in. You can still become a member in any of our stores.",
        ),
    ),
    "expired": (
        LocalText("這份邀請已過期", "这份邀请已过期", "This invitation has run out"),
        LocalText(
            "請朋友再給您一份新的，或到店加入會員。",
            "请朋友再给您一份新的，或到店加入会员。",
            "Ask your friend for a new one, or become a member in any of our stores.",
        ),
    ),
    "withdrawn": (
        LocalText("這份邀請已失效", "这份邀请已失效", "This invitation is not good any more"),
        LocalText(
            "請朋友再給您一份新的，或到店加入會員。",
            "请朋友再给您一份新的，或到店加入会员。",
            "Ask your friend for a new one, or become a member in any of our stores.",
        ),
    ),
    "none": (
        LocalText("無法讀取這份邀請", "无法读取这份邀请", "This invitation cannot be read"),
        LocalText(
            "連結可能不完整。請再掃一次，或請朋友重新傳送。",
            "链接可能不完整。请再扫一次，或请朋友重新发送。",
            "The link may be incomplete. Scan it again, or ask your friend to send it again.",
        ),
    ),
}
STRANGE = LocalText("請從邀請連結開始", "请从邀请链接开始", "Please begin with the invitation")
STRANGE_SAYS = LocalText(
    "這個請求不是從本頁送出的。請重新打開邀請連結。",
    "这个请求不是从本页发出的。请重新打开邀请链接。",
    "This was not sent by our page. Please open the invitation’s link again.",
)

# -- what is wrong in a field -----------------------------------------------------------------------------------------

WRONG: dict[tuple[str, str], LocalText] = {
    ("phone", "empty"): LocalText("請填手機號碼。", "请填手机号码。", "Please enter your mobile number."),
    ("phone", "not_a_number"): LocalText("這不是電話號碼。", "这不是电话号码。", "This is not a phone number."),
    ("phone", "too_short"): LocalText("號碼太短。", "号码太短。", "The number is too short."),
    ("phone", "too_long"): LocalText("號碼太長。", "号码太长。", "The number is too long."),
    ("phone", "no_such_number"): LocalText(
        "沒有這個號碼，請檢查。", "没有这个号码，请检查。", "There is no such number. Please check it."
    ),
    ("phone", "not_mobile"): LocalText(
        "這支電話收不到簡訊，請填手機號碼。",
        "这个号码收不到短信，请填手机号码。",
        "No text message reaches this phone. Please enter a mobile number.",
    ),
    ("name", "empty"): LocalText("請填姓名。", "请填姓名。", "Please enter your name."),
    ("name", "too_long"): LocalText("姓名太長。", "姓名太长。", "The name is too long."),
    ("name", "a_number"): LocalText("這裡請填姓名。", "这里请填姓名。", "Please enter a name here, not a number."),
    ("birthday", "bad"): LocalText("沒有這一天。", "没有这一天。", "There is no such day."),
    ("email", "bad"): LocalText("這不是電子郵件地址。", "这不是电子邮件地址。", "This is not an e-mail address."),
    ("guardian_name", "empty"): LocalText(
        "請填家長或監護人姓名。", "请填家长或监护人姓名。", "Please enter the parent’s or guardian’s name."
    ),
    ("guardian_phone", "empty"): LocalText(
        "請填家長或監護人電話。", "请填家长或监护人电话。", "Please enter the parent’s or guardian’s phone."
    ),
    ("age", "missing"): LocalText("請選一項。", "请选一项。", "Please choose one."),
    ("consent", "missing"): LocalText(
        "沒有這項同意無法加入。", "没有这项同意无法加入。", "Without this nobody can join."
    ),
    ("consent", "changed"): LocalText(
        "這段文字剛更新，請再看一次。",
        "这段文字刚更新，请再看一次。",
        "These words have just changed. Please read them again.",
    ),
    ("code", "empty"): LocalText("請輸入驗證碼。", "请输入验证码。", "Please enter the code."),
}
"""By field and problem. A guardian's name and phone are else wrong as the member's are."""


def wrong(field: str, code: str, language: str) -> str:
    """What is wrong in a field."""
    plain = field.removeprefix("guardian_")
    return (WRONG.get((field, code)) or WRONG.get((plain, code)) or WRONG["age", "missing"]).get(language)


# -- rules and rewards ------------------------------------------------------------------------------------------------

ITEMS: dict[str, LocalText] = {
    "conditions": LocalText("參加資格與條件", "参加资格与条件", "Who can take part"),
    "manner": LocalText("活動方式", "活动方式", "How it works"),
    "period": LocalText("活動期間", "活动期间", "Period"),
    "prizes": LocalText("獎品", "奖品", "Prizes"),
    "draw_time": LocalText("開獎時間", "开奖时间", "When we draw"),
    "draw_method": LocalText("開獎方式", "开奖方式", "How we draw"),
    "claim_time": LocalText("領獎期限", "领奖期限", "When to claim"),
    "claim_conditions": LocalText("領獎條件", "领奖条件", "Conditions for claiming"),
    "claim_method": LocalText("領獎方式", "领奖方式", "How to claim"),
    "delivery": LocalText("獎品交付", "奖品交付", "Delivery"),
    "forfeiture": LocalText("逾期未領", "逾期未领", "Unclaimed prizes"),
    "tax": LocalText("稅金", "税款", "Tax"),
    "insiders": LocalText("不得參加者", "不得参加者", "Who cannot take part"),
    "privacy": LocalText("個人資料", "个人信息", "Your personal data"),
    "organiser": LocalText("主辦單位", "主办单位", "Organiser"),
    "contact": LocalText("聯絡方式", "联系方式", "Contact"),
    "licence": LocalText("許可證號", "许可证号", "Licence number"),
    "version": LocalText("規則版本", "规则版本", "Version of the rules"),
}
"""By `domain.documents.rules_poster.Item`."""
DRAW_ON = LocalText("{draw}：{days} {time} 開獎", "{draw}：{days} {time} 开奖", "{draw}: {time} on {days}")
DRAW_DAILY = LocalText(
    "{draw}：主活動期間每日 {time}", "{draw}：主活动期间每日 {time}", "{draw}: {time} on each day of the main phase"
)
WHEEL_AT_ONCE = LocalText("{wheel}：轉盤停下即時揭曉", "{wheel}：转盘停下即时揭晓", "{wheel}: at once, when it stops")
WITHHELD = LocalText(
    "{prize}：依價值代扣 {percent} 稅額",
    "{prize}：按价值代扣 {percent} 税款",
    "{prize}: {percent} of its value is withheld as tax",
)
EMPLOYEES = LocalText("主辦單位員工", "主办单位员工", "Employees of the organiser")
PRIVACY = LocalText(
    "您的資料僅用於會員服務與本活動；公布名單時姓名遮蔽。同意可隨時撤回，並可要求刪除資料。",
    "您的信息仅用于会员服务与本活动；公布名单时姓名做遮挡处理。同意可随时撤回，并可要求删除信息。",
    "Your data are used for your membership and this campaign alone. Names are published masked. Consents can be"
    " withdrawn at any time, and your data are erased when you ask for it.",
)
VERSION = LocalText("第 {version} 版 · {mark}", "第 {version} 版 · {mark}", "version {version} · {mark}")
PIECES = LocalText("{count} 份", "{count} 份", "{count} pieces")

POINTS = LocalText("{n} 點積分", "{n} 积分", "{n} points")
TICKET = LocalText("「{name}」抽獎券", "“{name}”抽奖券", "a draw ticket for “{name}”")
TICKETS = LocalText("「{name}」抽獎券 {n} 張", "“{name}”抽奖券 {n} 张", "{n} draw tickets for “{name}”")
SPIN = LocalText("「{name}」一次", "“{name}”一次", "a spin of “{name}”")
SPINS = LocalText("「{name}」{n} 次", "“{name}”{n} 次", "{n} spins of “{name}”")
TIMES = LocalText("{name} × {n}", "{name} × {n}", "{n} × {name}")
CHOICE = LocalText("任選一份：{names}", "任选一份：{names}", "One of these: {names}")
OR = LocalText("、", "、", ", ")
