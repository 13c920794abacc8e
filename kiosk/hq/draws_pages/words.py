"""The words of the pages of draws, in the product's three languages. {names} in braces are filled in."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.texts import LocalText

PAGE = LocalText("抽獎公開", "抽奖公开", "Prize draws")
DRAWS = LocalText("抽獎結果", "抽奖结果", "Draws and results")
DRAWS_ABOUT = LocalText(
    "每一次抽獎的名單與結果都公開，任何人都能用自己的手機重算一次。",
    "每一次抽奖的名单与结果都公开，任何人都能用自己的手机重算一次。",
    "The list and the result of every draw are public. Anybody can compute them again on their own phone.",
)
NO_DRAWS = LocalText("目前沒有抽獎。", "目前没有抽奖。", "There are no draws at the moment.")
ALL_DRAWS = LocalText("所有抽獎", "所有抽奖", "All draws")
MY_SLIP = LocalText("我有一張抽獎券或結果單", "我有一张抽奖券或结果单", "I have a ticket or a result slip")
MY_SLIP_ABOUT = LocalText(
    "用手機相機掃描紙上的條碼，就會打開它的驗證頁。",
    "用手机相机扫描纸上的二维码，就会打开它的验证页。",
    "Scan the code on it with your phone’s camera: its page opens, and says what it is worth.",
)

STATES: Mapping[str, LocalText] = {
    "planned": LocalText("預告", "预告", "To come"),
    "frozen": LocalText("名單已封存", "名单已封存", "List frozen"),
    "published": LocalText("名單已公布，等候開獎", "名单已公布，等候开奖", "List published, draw to come"),
    "seeded": LocalText("開獎中", "开奖中", "Being drawn"),
    "drawn": LocalText("已開獎", "已开奖", "Drawn"),
    "closed": LocalText("已結束", "已结束", "Closed"),
    "void": LocalText("作廢", "作废", "Void"),
}
REASONS: Mapping[str, LocalText] = {
    "wrong_list": LocalText("名單有誤", "名单有误", "the list was wrong"),
    "wrong_prizes": LocalText("獎項有誤", "奖项有误", "the prizes were wrong"),
    "wrong_rules": LocalText("規則有誤", "规则有误", "the rules were wrong"),
    "late": LocalText("名單公布過晚", "名单公布过晚", "the list was published too late"),
    "envelope_missing": LocalText("缺少封存的信封", "缺少封存的信封", "an envelope was missing"),
    "abandoned": LocalText("中途停辦", "中途停办", "it was abandoned"),
    "by_law": LocalText("依法令停辦", "依法令停办", "the law stopped it"),
}
VOID = LocalText("這次抽獎已作廢：{reason}。", "这次抽奖已作废：{reason}。", "This draw is void: {reason}.")
ENTRANTS = LocalText("參加者", "参加者", "Entrants")
TICKETS = LocalText("抽獎券", "抽奖券", "Tickets")
WHEN = LocalText("名單封存時間", "名单封存时间", "List frozen at")
BEACON = LocalText("開獎依據", "开奖依据", "Decided by")
BEACON_ROUND = LocalText(
    "公開隨機信標 drand 第 {round} 輪", "公开随机信标 drand 第 {round} 轮", "the public beacon drand, round {round}"
)
OTHER_BEACON = LocalText(
    "信標第 {round} 輪（不是公眾信標）",
    "信标第 {round} 轮（不是公众信标）",
    "a beacon’s round {round} (not the public beacon)",
)
BEACON_OUT = LocalText("信標公布時間", "信标公布时间", "The beacon is out at")
BY_HAND = LocalText(
    "封存的信封與現場骰子", "封存的信封与现场骰子", "sealed envelopes, and dice thrown before everybody"
)
LICENCE = LocalText("牌照號碼", "牌照号码", "Licence number")
PRIZES = LocalText("獎項", "奖项", "Prizes")
PIECES = LocalText("{n} 份", "{n} 份", "{n} in all")
WINNERS = LocalText("得獎者", "得奖者", "Winners")
WHEEL_WINNERS = LocalText("轉盤得獎者", "转盘得奖者", "Winners at the wheels")
TICKET = LocalText("券號 {ticket}", "券号 {ticket}", "Ticket {ticket}")
PASSED_ON = LocalText("遞補", "递补", "stepped in")
NOBODY = LocalText("從缺", "从缺", "Nobody left to win it")
SOME_SHOWN = LocalText(
    "這裡列出前 {n} 位，公布檔裡有全部。",
    "这里列出前 {n} 位，公布文件里有全部。",
    "The first {n} are shown here; the published file has all of them.",
)

CHECK = LocalText("自己驗算", "自己验算", "Check it yourself")
CHECK_ABOUT = LocalText(
    "您的手機會把抽獎從頭算一次，不必相信我們的電腦。",
    "您的手机会把抽奖从头算一次，不必相信我们的电脑。",
    "Your phone computes the whole draw again: you do not have to believe our computer.",
)
CHECK_HERE = LocalText("在這支手機上驗算", "在这部手机上验算", "Check on this phone")
DOWNLOAD = LocalText("下載公布檔（{size}）", "下载公布文件（{size}）", "Download the published file ({size})")
PROGRAM = LocalText(
    "下載驗證程式（離線可用）", "下载验证程序（离线可用）", "Download the checking program (works offline)"
)
FINGERPRINT = LocalText("名單指紋", "名单指纹", "Fingerprint of the list")
FINGERPRINT_ABOUT = LocalText(
    "開獎前就已公布。請與現場大螢幕、海報或您的抽獎券比對：一字不差，名單就沒有被換過。",
    "开奖前就已公布。请与现场大屏幕、海报或您的抽奖券比对：一字不差，名单就没有被换过。",
    "Published before the draw. Compare it with the big screen, the poster or your ticket: if it is the same to the "
    "last character, nobody exchanged the list.",
)
KEYS = LocalText("總部的簽章金鑰", "总部的签名密钥", "Headquarters’ signing keys")
KEYS_ABOUT = LocalText(
    "公布檔裡「hq」的金鑰應該是其中一把。",
    "公布文件里「hq」的密钥应该是其中一把。",
    "The key of “hq” in a published file should be one of these.",
)
EARLIER = LocalText("作廢的舊名單", "作废的旧名单", "Earlier lists, void")
VERSION = LocalText("名單第 {seq} 版", "名单第 {seq} 版", "List no. {seq}")
HOW = LocalText("為什麼可以相信？", "为什么可以相信？", "Why can it be believed?")
HOW_POINTS = (
    LocalText(
        "名單與獎項先封存並公布指紋，之後才產生隨機數，沒有人能預先知道結果。",
        "名单与奖项先封存并公布指纹，之后才产生随机数，没有人能预先知道结果。",
        "List and prizes are frozen and their fingerprint published before the random number exists: nobody can know "
        "the result beforehand.",
    ),
    LocalText(
        "程式裡沒有任何可以指定得獎者的功能，也不能重抽。",
        "程序里没有任何可以指定得奖者的功能，也不能重抽。",
        "Nothing in the program lets anybody choose a winner, or draw again.",
    ),
    LocalText(
        "數學證明不了的是：名單上的人是否都是真的顧客、獎品是否交付。這些靠見證人、稽核與法律。",
        "数学证明不了的是：名单上的人是否都是真的顾客、奖品是否交付。这些靠见证人、审计与法律。",
        "What mathematics cannot prove: that everybody on the list is a real customer, and that prizes were handed "
        "over. For that there are witnesses, auditors and the law.",
    ),
)

WHEELS = LocalText("轉盤剩餘獎項", "转盘剩余奖项", "Prizes left on wheels")
LEFT = LocalText("剩 {left}／{whole}", "剩 {left}／{whole}", "{left} of {whole} left")

SLIP = LocalText("單據驗證", "单据验证", "Check of a slip")
GENUINE = LocalText("這張單據是真的", "这张单据是真的", "This slip is genuine")
GENUINE_WHEEL = LocalText(
    "結果在轉動之前就已封存，沒有人改過。",
    "结果在转动之前就已封存，没有人改过。",
    "Its result was sealed before the wheel turned, and nobody changed it.",
)
GENUINE_BATCH = LocalText(
    "您的抽獎券在公布的名單裡。", "您的抽奖券在公布的名单里。", "Your tickets are in the published list."
)
NOT_GOOD = LocalText("這張單據不符", "这张单据不符", "This slip does not hold")
UNSURE = LocalText("還不能判定", "还不能判定", "It cannot be judged yet")
UNSURE_ABOUT = LocalText(
    "終端可能還沒連上總部。請過一會再試，或請店員協助。",
    "终端可能还没连上总部。请过一会再试，或请店员协助。",
    "Its terminal may not have reached headquarters yet. Try again in a while, or ask the staff.",
)
NOT_OURS = LocalText(
    "這不是我們的抽獎條碼，或條碼不完整。請再掃描一次。",
    "这不是我们的抽奖二维码，或二维码不完整。请再扫描一次。",
    "This is no code of our draws, or something of it is missing. Please scan it once more.",
)
RESULT = LocalText("結果", "结果", "Result")
SAID = LocalText("單據上寫著（未證實）", "单据上写着（未证实）", "What the slip says (not proven)")
PRIZE = LocalText("獎項", "奖项", "Prize")
SLOT = LocalText("獎帶位置", "奖带位置", "Place on the tape")
OF = LocalText("第 {j} 格，共 {size} 格", "第 {j} 格，共 {size} 格", "slot {j} of {size}")
LEASE = LocalText("配額編號", "配额编号", "Share")
TERMINAL = LocalText("終端", "终端", "Terminal")
ISSUED = LocalText("開立時間", "开立时间", "Issued")
DRAW = LocalText("抽獎", "抽奖", "Draw")
NUMBERS = LocalText("券號", "券号", "Tickets")
ENTRY = LocalText("名單序號", "名单序号", "Entry of the list")
NOT_DRAWN = LocalText("還沒有開獎", "还没有开奖", "Not drawn yet")
WON = LocalText("恭喜中獎：{prize}", "恭喜中奖：{prize}", "You have won: {prize}")
NOT_WON = LocalText("這次沒有中獎", "这次没有中奖", "It did not win this time")
COMMA = LocalText("、", "、", ", ")
ALL_OF_DRAW = LocalText("看這次抽獎", "看这次抽奖", "See this draw")
FINGERPRINT_TAPE = LocalText("獎帶指紋", "奖带指纹", "Fingerprint of the tape")
THANKS = LocalText("銘謝惠顧", "谢谢参与", "No prize this time")

CHECKED = LocalText("檢查了什麼", "检查了什么", "What was checked")
HELD: Mapping[str, tuple[LocalText, LocalText, LocalText]] = {
    "signed": (
        LocalText("簽章有效", "签名有效", "Its signature holds"),
        LocalText("簽章無效", "签名无效", "Its signature does not hold"),
        LocalText("簽署者的金鑰不明", "签署者的密钥不明", "Nobody knows the key that signed it"),
    ),
    "in_tree": (
        LocalText("它在封存的名單或獎帶裡", "它在封存的名单或奖带里", "It is in the sealed list or tape"),
        LocalText("它不在封存的名單或獎帶裡", "它不在封存的名单或奖带里", "It is not in the sealed list or tape"),
        LocalText("這裡還沒有封存的名單", "这里还没有封存的名单", "The sealed list is not here"),
    ),
    "published": (
        LocalText("指紋在事前公布過", "指纹在事前公布过", "Its fingerprint was published beforehand"),
        LocalText("指紋與事前公布的不同", "指纹与事前公布的不同", "Its fingerprint is not the one that was published"),
        LocalText("指紋還沒有公布", "指纹还没有公布", "Its fingerprint is not published yet"),
    ),
}
"""A check of a slip: what held, what did not, what is not known."""
WITHDRAWN = LocalText(
    "簽署它的終端後來停用了；請以總部的紀錄為準。",
    "签署它的终端后来停用了；请以总部的记录为准。",
    "The terminal that signed it went out of service later: what headquarters has recorded counts.",
)
VOID_LIST = LocalText(
    "這是作廢名單的券，請看新名單。",
    "这是作废名单的券，请看新名单。",
    "This ticket is of a list that is void: see the new one.",
)
NO_SUCH = LocalText("沒有這個抽獎", "没有这个抽奖", "There is no such draw")
NO_SUCH_ABOUT = LocalText("網址可能不完整。", "网址可能不完整。", "Something of the address may be missing.")
