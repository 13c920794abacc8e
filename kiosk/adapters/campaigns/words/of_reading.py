"""Mistakes in the writing of a campaign file: English → 繁體, 简体."""

from __future__ import annotations

READING: dict[str, tuple[str, str]] = {
    # -- the file as a whole
    "larger than {most} bytes": ("檔案超過 {most} 位元組", "文件超过 {most} 字节"),
    "not UTF-8: save the file again as UTF-8": (
        "不是 UTF-8 編碼：請另存為 UTF-8",
        "不是 UTF-8 编码：请另存为 UTF-8",
    ),
    "the file is a mapping of keys to values": (
        "檔案由欄位和值組成，這裡不是",
        "文件由字段和值组成，这里不是",
    ),
    "format {found}: this program reads format {ours}; a newer program is needed": (
        "格式 {found}：這個程式只讀格式 {ours}，需要較新的程式",
        "格式 {found}：这个程序只读格式 {ours}，需要较新的程序",
    ),
    "anchors and aliases are not allowed; repeat the lines, or put a text with & or * in quotes": (
        "不能使用錨點與別名：請重複寫出，或把含 & 或 * 的文字放進引號",
        "不能使用锚点与别名：请重复写出，或把含 & 或 * 的文字放进引号",
    ),
    "YAML tags are not allowed": ("不能使用 YAML 標記", "不能使用 YAML 标记"),
    "more than {most} levels deep": ("超過 {most} 層", "超过 {most} 层"),
    "this cannot be read: {what}": ("讀不懂這裡：{what}", "读不懂这里：{what}"),
    "an invisible sign (U+{code}): delete it": (
        "有一個看不見的字元（U+{code}）：請刪除",
        "有一个看不见的字符（U+{code}）：请删除",
    ),
    "`{{` begins here; a `,` or the closing `}}` is missing before line {line}": (
        "`{{` 從這裡開始，到第 {line} 行前缺少 `,` 或結尾的 `}}`",
        "`{{` 从这里开始，到第 {line} 行前缺少 `,` 或结尾的 `}}`",
    ),
    "`[` begins here; a `,` or the closing `]` is missing before line {line}": (
        "`[` 從這裡開始，到第 {line} 行前缺少 `,` 或結尾的 `]`",
        "`[` 从这里开始，到第 {line} 行前缺少 `,` 或结尾的 `]`",
    ),
    "a `:` is missing in this line": ("這一行缺少 `:`", "这一行缺少 `:`"),
    "this line does not fit the indentation of those above": (
        "這一行的縮排和上面各行對不齊",
        "这一行的缩进和上面各行对不齐",
    ),
    "a quote is not closed": ("引號沒有關上", "引号没有关上"),
    "a `:` where none can be: is a text with `:` without quotes, or the line above not finished?": (
        "這裡不能有 `:`：含 `:` 的文字要放進引號，或上一行還沒寫完",
        "这里不能有 `:`：含 `:` 的文字要放进引号，或上一行还没写完",
    ),
    "a `-` where no list can begin": ("這裡不能開始清單（`-`）", "这里不能开始列表（`-`）"),
    "no value begins like this: put it in quotes": (
        "值不能這樣開頭：請放進引號",
        "值不能这样开头：请放进引号",
    ),
    'no value begins with `*` or `&`: put it in quotes: `"*"`': (
        '值不能用 `*` 或 `&` 開頭：請放進引號，例如 `"*"`',
        '值不能用 `*` 或 `&` 开头：请放进引号，例如 `"*"`',
    ),
    "a `\\` in double quotes: use single quotes": (
        "雙引號裡有 `\\`：請改用單引號",
        "双引号里有 `\\`：请改用单引号",
    ),
    "nothing more is expected here: is this line indented too little?": (
        "這裡不該再有內容：這一行縮排太少了嗎？",
        "这里不该再有内容：这一行缩进太少了吗？",
    ),
    "one campaign a file: no line of `---`": (
        "一個檔案一個活動：不能有 `---` 行",
        "一个文件一个活动：不能有 `---` 行",
    ),
    # -- the keyboard
    "`{sign}` is a sign of a Chinese keyboard: write `{meant}`": (
        "`{sign}` 是全形符號：請改成半形 `{meant}`",
        "`{sign}` 是全角符号：请改成半角 `{meant}`",
    ),
    "`{text}` has `{sign}`, a sign of a Chinese keyboard: write `{meant}`": (
        "`{text}` 裡的 `{sign}` 是全形符號：請寫 `{meant}`",
        "`{text}` 里的 `{sign}` 是全角符号：请写 `{meant}`",
    ),
    "a space is missing after `{key}:`": (
        "`{key}:` 後面要有一個空格",
        "`{key}:` 后面要有一个空格",
    ),
    "a tab: YAML is indented with spaces": (
        "這裡是 Tab：縮排請用空格",
        "这里是 Tab：缩进请用空格",
    ),
    "a wide space after `{key}:`: write a plain one": (
        "`{key}:` 後面是全形空格：請改成半形空格",
        "`{key}:` 后面是全角空格：请改成半角空格",
    ),
    "a wide space: YAML is indented with plain spaces": (
        "這裡是全形空格：縮排請用半形空格",
        "这里是全角空格：缩进请用半角空格",
    ),
    # -- structure
    "unknown {what} `{text}`; expected: {known}": (
        "沒有這個{what} `{text}`，可用的有：{known}",
        "没有这个{what} `{text}`，可用的有：{known}",
    ),
    "unknown {what} `{text}`; did you mean `{near}`? Expected: {known}": (
        "沒有這個{what} `{text}`，是不是 `{near}`？可用的有：{known}",
        "没有这个{what} `{text}`，是不是 `{near}`？可用的有：{known}",
    ),
    "unknown key `{text}`: a text with a comma has to be in quotes inside {{ }}": (
        "沒有這個欄位 `{text}`：在 {{ }} 裡，含逗號的文字要放進引號",
        "没有这个字段 `{text}`：在 {{ }} 里，含逗号的文字要放进引号",
    ),
    "keys with values are expected here: write {meant}": (
        "這裡要寫欄位和值，請寫 {meant}",
        "这里要写字段和值，请写 {meant}",
    ),
    "keys with values are expected here: {known}": (
        "這裡要寫欄位和值，可用的欄位：{known}",
        "这里要写字段和值，可用的字段：{known}",
    ),
    "a single value is expected here": ("這裡只能有一個值", "这里只能有一个值"),
    "a list is expected here: write `[{text}]`": (
        "這裡要一個清單：請寫 `[{text}]`",
        "这里要一个列表：请写 `[{text}]`",
    ),
    "a list is expected here, as in `[a, b]`": (
        "這裡要一個清單，例如 `[a, b]`",
        "这里要一个列表，例如 `[a, b]`",
    ),
    "a list is expected here: `[ ]` around it, or `- ` before each of its parts": (
        "這裡要一個清單：用 `[ ]` 括起來，或在每一項前面加 `- `",
        "这里要一个列表：用 `[ ]` 括起来，或在每一项前面加 `- `",
    ),
    "`{key}` says what a discount does: write `discount: {{{key}: …}}`": (
        "`{key}` 是折扣的內容：請寫 `discount: {{{key}: …}}`",
        "`{key}` 是折扣的内容：请写 `discount: {{{key}: …}}`",
    ),
    "one reward is expected, as in `points: 50`": (
        "這裡要一項獎勵，例如 `points: 50`",
        "这里要一项奖励，例如 `points: 50`",
    ),
    "`{key}` is missing; expected here: {known}": (
        "缺少 `{key}`，這裡的欄位有：{known}",
        "缺少 `{key}`，这里的字段有：{known}",
    ),
    "`{key}` is there twice": ("`{key}` 寫了兩次", "`{key}` 写了两次"),
    "a text in each language: `{{zh_TW: …, zh_CN: …, en: …}}`; in one alone it is a draft": (
        "文字要有三種語言：`{{zh_TW: …, zh_CN: …, en: …}}`；只有一種的是草稿",
        "文字要有三种语言：`{{zh_TW: …, zh_CN: …, en: …}}`；只有一种的是草稿",
    ),
    "a text in one language at least": ("至少要有一種語言的文字", "至少要有一种语言的文字"),
    "empty": ("沒有內容", "没有内容"),
    "`{key}: {text}` says nothing, as if it were not there: delete it, or write what is meant": (
        "`{key}: {text}` 等於沒寫：請刪除，或寫出要的內容",
        "`{key}: {text}` 等于没写：请删除，或写出要的内容",
    ),
    "`{text}` goes on over a line: is a `,` or a `- ` missing? Else put it in quotes": (
        "`{text}` 跨了行：是不是少了 `,` 或 `- `？若不是，請放進引號",
        "`{text}` 跨了行：是不是少了 `,` 或 `- `？若不是，请放进引号",
    ),
    "`{text}` begins or ends with a gap or a line: a name has none": (
        "`{text}` 前後有空格或換行：名稱不能有",
        "`{text}` 前后有空格或换行：名称不能有",
    ),
    "`{text}` is true or false to many programs: put it in quotes if it is a name": (
        "`{text}` 在許多程式裡是「是」或「否」：若是名稱，請放進引號",
        "`{text}` 在许多程序里是“是”或“否”：若是名称，请放进引号",
    ),
    "`{text}` is a long number that a spreadsheet cut short: write all its digits": (
        "`{text}` 是被試算表縮短的長數字：請寫出全部數字",
        "`{text}` 是被电子表格缩短的长数字：请写出全部数字",
    ),
    # -- values
    "`{text}` begins with a 0, which some programs read as another number: write {meant}": (
        "`{text}` 以 0 開頭，有些程式會讀成別的數字：請寫 {meant}",
        "`{text}` 以 0 开头，有些程序会读成别的数字：请写 {meant}",
    ),
    "`{text}` is a time, and a number is expected here": (
        "`{text}` 是時間，這裡要數字",
        "`{text}` 是时间，这里要数字",
    ),
    "`{text}` is a day, and a number is expected here": (
        "`{text}` 是日期，這裡要數字",
        "`{text}` 是日期，这里要数字",
    ),
    "`{text}`: a number": ("`{text}` 不是數字", "`{text}` 不是数字"),
    "`{text}`: a number that is not negative": ("`{text}`：數字不能是負的", "`{text}`：数字不能是负的"),
    "`{text}` has more decimals than the {decimals} allowed here": (
        "`{text}`：這裡最多 {decimals} 位小數",
        "`{text}`：这里最多 {decimals} 位小数",
    ),
    "`{text}` is too large": ("`{text}` 太大", "`{text}` 太大"),
    "`{text}`: a number without commas: write {meant}": (
        "`{text}`：數字不加逗號，請寫 {meant}",
        "`{text}`：数字不加逗号，请写 {meant}",
    ),
    "`{text}`: a number alone, without currency: write {meant}": (
        "`{text}`：只寫數字，不加幣別，請寫 {meant}",
        "`{text}`：只写数字，不加币种，请写 {meant}",
    ),
    "`{text}`: a number alone, without what is counted: write {meant}": (
        "`{text}`：只寫數字，不加單位，請寫 {meant}",
        "`{text}`：只写数字，不加单位，请写 {meant}",
    ),
    "`{text}`: a point stands before decimals: write {meant}": (
        "`{text}`：小數用點，請寫 {meant}",
        "`{text}`：小数用点，请写 {meant}",
    ),
    "`{text}`: a number without gaps: write {meant}": (
        "`{text}`：數字中間不留空，請寫 {meant}",
        "`{text}`：数字中间不留空，请写 {meant}",
    ),
    "`{text}`: a number in digits: write {meant}": (
        "`{text}`：請用數字寫 {meant}",
        "`{text}`：请用数字写 {meant}",
    ),
    "`{text}`: a number: write {meant}": ("`{text}`：請寫 {meant}", "`{text}`：请写 {meant}"),
    "`{text}`: a percentage without its sign: write {meant}": (
        "`{text}`：百分比不加符號，請寫 {meant}",
        "`{text}`：百分比不加符号，请写 {meant}",
    ),
    "`{text}` takes off {meant} %: write {meant}": (
        "`{text}` 就是減 {meant} %，請寫 {meant}",
        "`{text}` 就是减 {meant} %，请写 {meant}",
    ),
    "`{text}` is no amount: write `most_percent: {meant}` in place of `most`": (
        "`{text}` 不是金額：請把 `most` 改成 `most_percent: {meant}`",
        "`{text}` 不是金额：请把 `most` 改成 `most_percent: {meant}`",
    ),
    "`{text}` is no amount: write `percent: {meant}` in place of `off`": (
        "`{text}` 不是金額：請把 `off` 改成 `percent: {meant}`",
        "`{text}` 不是金额：请把 `off` 改成 `percent: {meant}`",
    ),
    "`{text}`: weekdays are numbers, 1 Monday to 7 Sunday: write {meant}": (
        "`{text}`：星期用數字，1 是星期一，7 是星期日，請寫 {meant}",
        "`{text}`：星期用数字，1 是星期一，7 是星期日，请写 {meant}",
    ),
    "`{text}`: true or false; for every {text} is {meant}": (
        "`{text}`：只能是 true 或 false；每滿 {text} 要寫 {meant}",
        "`{text}`：只能是 true 或 false；每满 {text} 要写 {meant}",
    ),
    "`{text}`: true or false": ("`{text}`：只能是 true 或 false", "`{text}`：只能是 true 或 false"),
    "`{text}`: true or false: write {meant}": (
        "`{text}`：只能是 true 或 false，請寫 {meant}",
        "`{text}`：只能是 true 或 false，请写 {meant}",
    ),
    "`{text}`: small letters, digits, dots, dashes and underscores (64 at most)": (
        "`{text}`：識別碼只用小寫英文字母、數字、點、連字號和底線，最多 64 個字",
        "`{text}`：标识只用小写英文字母、数字、点、连字符和下划线，最多 64 个字",
    ),
    "`{text}`: an id has small letters, digits, dots, dashes and underscores: write {meant}": (
        "`{text}`：識別碼只用小寫英文字母、數字、點、連字號和底線，請寫 {meant}",
        "`{text}`：标识只用小写英文字母、数字、点、连字符和下划线，请写 {meant}",
    ),
    "`{text}`: three capital letters of ISO 4217": (
        "`{text}`：幣別是 ISO 4217 的三個大寫字母",
        "`{text}`：币种是 ISO 4217 的三个大写字母",
    ),
    "`{text}`: three capital letters of ISO 4217: write {meant}": (
        "`{text}`：幣別是 ISO 4217 的三個大寫字母，請寫 {meant}",
        "`{text}`：币种是 ISO 4217 的三个大写字母，请写 {meant}",
    ),
    # -- days and times
    "`{text}`: a day like 2026-09-25": ("`{text}`：日期要像 2026-09-25", "`{text}`：日期要像 2026-09-25"),
    "`{text}`: a day: write {meant}": ("`{text}`：日期請寫 {meant}", "`{text}`：日期请写 {meant}"),
    "`{text}`: a day without a time: write {meant}": (
        "`{text}`：這裡只要日期，請寫 {meant}",
        "`{text}`：这里只要日期，请写 {meant}",
    ),
    "`{text}`: a day and time like 2026-09-25 09:00, by the store's clock": (
        "`{text}`：日期和時間要像 2026-09-25 09:00，按門市的時鐘",
        "`{text}`：日期和时间要像 2026-09-25 09:00，按门店的时钟",
    ),
    "`{text}`: a day and a time, by the store's clock: write {meant}": (
        "`{text}`：日期和時間按門市的時鐘，請寫 {meant}",
        "`{text}`：日期和时间按门店的时钟，请写 {meant}",
    ),
    "`{text}` has no time: write {meant}": (
        "`{text}` 沒有時間：請寫 {meant}",
        "`{text}` 没有时间：请写 {meant}",
    ),
    "`{text}` has no time, and the end is excluded: for that whole day write {meant}": (
        "`{text}` 沒有時間，而且結束的時刻不算在內：要包含那一整天，請寫 {meant}",
        "`{text}` 没有时间，而且结束的时刻不算在内：要包含那一整天，请写 {meant}",
    ),
    "`{text}`: a day ends at 00:00 of the next: write {meant}": (
        "`{text}`：一天結束於次日 00:00，請寫 {meant}",
        "`{text}`：一天结束于次日 00:00，请写 {meant}",
    ),
    "`{text}`: a time like 20:00": ("`{text}`：時間要像 20:00", "`{text}`：时间要像 20:00"),
    "`{text}`: a time: write {meant}": ("`{text}`：時間請寫 {meant}", "`{text}`：时间请写 {meant}"),
    "`{text}`: midnight is 00:00: write {meant}": (
        "`{text}`：午夜是 00:00，請寫 {meant}",
        "`{text}`：午夜是 00:00，请写 {meant}",
    ),
    "`{text}` is in no calendar or on no clock": (
        "`{text}`：沒有這個日期或時間",
        "`{text}`：没有这个日期或时间",
    ),
    "`{text}`: hours like 18:00-21:00": (
        "`{text}`：時段要像 18:00-21:00",
        "`{text}`：时段要像 18:00-21:00",
    ),
    "`{text}`: hours: write {meant}": ("`{text}`：時段請寫 {meant}", "`{text}`：时段请写 {meant}"),
    "`{text}`: the end of the day is 00:00: write {meant}": (
        "`{text}`：一天的結束是 00:00，請寫 {meant}",
        "`{text}`：一天的结束是 00:00，请写 {meant}",
    ),
    "`{text}`: hours past midnight begin again at 00:00: write {meant}": (
        "`{text}`：過了午夜從 00:00 算起，請寫 {meant}",
        "`{text}`：过了午夜从 00:00 算起，请写 {meant}",
    ),
    "`{text}` has an hour that no clock shows": (
        "`{text}`：時鐘上沒有這個時刻",
        "`{text}`：时钟上没有这个时刻",
    ),
}
