// What the page says, in three languages. {names} in braces are filled in.

export const LANGUAGES = [
  ['zh-Hant-TW', '繁', '繁體中文'],
  ['zh-Hans-CN', '简', '简体中文'],
  ['en', 'EN', 'English'],
];

const WORDS = {
  title: ['抽獎驗證', '抽奖验证', 'Check a prize draw'],
  languages: ['語言', '语言', 'Languages'],
  lead: ['自己重算一次', '自己重算一次', 'Compute it again yourself'],
  about: [
    '選擇公布的檔案，這部裝置會把抽獎從頭算一次。不需要網路，也不會傳送任何資料。',
    '选择公布的文件，这部设备会把抽奖从头算一次。不需要网络，也不会发送任何数据。',
    'Choose the file that was published. This device computes the whole draw again: no network is needed, and nothing is sent anywhere.',
  ],
  choose: ['選擇檔案', '选择文件', 'Choose the file'],
  drop: ['或把檔案拖到這裡（.json、.gz、.zst）', '或把文件拖到这里（.json、.gz、.zst）', 'or drop it here (.json, .gz, .zst)'],
  another: ['驗證另一個檔案', '验证另一个文件', 'Check another file'],
  mine: ['我的抽獎券或結果單', '我的抽奖券或结果单', 'My ticket or result slip'],
  mine_about: [
    '用手機相機掃描紙上的條碼，把得到的文字或網址貼在這裡。',
    '用手机相机扫描纸上的二维码，把得到的文字或网址贴在这里。',
    'Scan the code on the paper with your phone’s camera and paste the text or the link here.',
  ],
  code: ['條碼內容', '二维码内容', 'What the code says'],
  check: ['驗證', '验证', 'Check it'],
  reading: ['正在讀取檔案…', '正在读取文件…', 'Reading the file…'],
  computing: ['正在重新計算…', '正在重新计算…', 'Computing…'],
  counted: ['已核對 {n} 筆名單', '已核对 {n} 条名单', '{n} entries of the list checked'],

  good: ['全部相符', '全部相符', 'Everything holds'],
  good_about: [
    '所有結果都由公布的資料重新算出，與檔案一致。',
    '所有结果都由公布的数据重新算出，与文件一致。',
    'Every result follows from what was published, and is what the file says.',
  ],
  good_undrawn: [
    '名單與公布的指紋相符。開獎後，請用同一個指紋再驗一次。',
    '名单与公布的指纹相符。开奖后，请用同一个指纹再验一次。',
    'The list is the one that the fingerprint names. After the draw, check again by the same fingerprint.',
  ],
  known: ['請留意', '请留意', 'Good to know'],
  bad: ['不相符', '不相符', 'It does not hold'],
  bad_about: [
    '{n} 項檢查沒有通過。下面說明是哪一項、為什麼。',
    '{n} 项检查没有通过。下面说明是哪一项、为什么。',
    '{n} of the checks failed. Which, and why, stands below.',
  ],
  bad_one: [
    '有一項檢查沒有通過。下面說明是哪一項、為什麼。',
    '有一项检查没有通过。下面说明是哪一项、为什么。',
    'One of the checks failed. Which, and why, stands below.',
  ],
  unreadable: ['讀不懂這個檔案', '读不懂这个文件', 'This file cannot be read'],
  unreadable_about: [
    '它不是 KD1 公布檔，或在傳送時損壞了。請重新下載一次。',
    '它不是 KD1 公布文件，或在传送时损坏了。请重新下载一次。',
    'It is no published file of KD1, or was damaged on its way. Download it once more.',
  ],
  stopped: ['計算中斷了', '计算中断了', 'The computation stopped'],
  stopped_about: [
    '這部裝置可能記憶體不足。請改用電腦再試一次。',
    '这部设备可能内存不足。请改用电脑再试一次。',
    'This device may be short of memory. Try it on a computer.',
  ],
  rehearsal: ['這是彩排，不是真正的抽獎', '这是彩排，不是真正的抽奖', 'A rehearsal, not a real draw'],
  rehearsal_about: ['結果沒有效力，沒有人中獎。', '结果没有效力，没有人中奖。', 'Its result counts for nothing, and nobody has won.'],

  draw: ['這次抽獎', '这次抽奖', 'This draw'],
  wheel: ['這一份轉盤', '这一份转盘', 'This share of the wheel'],
  draw_name: ['名稱', '名称', 'Name'],
  campaign: ['活動', '活动', 'Campaign'],
  draw_id: ['抽獎編號', '抽奖编号', 'Draw'],
  seq: ['名單版本', '名单版本', 'Version of the list'],
  lease: ['配額編號', '配额编号', 'Share'],
  terminal: ['終端', '终端', 'Terminal'],
  entrants: ['參加者', '参加者', 'Entrants'],
  tickets: ['抽獎券', '抽奖券', 'Tickets'],
  frozen: ['名單封存', '名单封存', 'List frozen'],
  published: ['最晚公布', '最晚公布', 'Published by'],
  beacon: ['隨機信標', '随机信标', 'Random beacon'],
  beacon_round: ['drand 第 {round} 輪', 'drand 第 {round} 轮', 'drand, round {round}'],
  beacon_out: ['信標公布', '信标公布', 'Beacon out at'],
  sources: ['隨機來源', '随机来源', 'Sources of chance'],
  rules_hash: ['規則指紋', '规则指纹', 'Fingerprint of the rules'],
  fingerprint: ['名單指紋', '名单指纹', 'Fingerprint of the list'],
  fingerprint_about: [
    '請與現場大螢幕、海報或紙本上的指紋比對。',
    '请与现场大屏幕、海报或纸本上的指纹比对。',
    'Compare it with the fingerprint on the big screen, the poster or your paper.',
  ],
  tape_root: ['獎帶指紋', '奖带指纹', 'Fingerprint of the tape'],
  spins: ['已轉次數', '已转次数', 'Spins'],
  slots: ['全部格數', '全部格数', 'Slots'],

  winners: ['重新算出的得獎者', '重新算出的得奖者', 'Winners, as computed'],
  prize: ['獎項', '奖项', 'Prize'],
  ticket: ['券號', '券号', 'Ticket'],
  entry: ['序號', '序号', 'Entry'],
  name: ['姓名', '姓名', 'Name'],
  alternates: ['候補（{n}）', '候补（{n}）', 'Alternates ({n})'],
  passed: ['遞補紀錄', '递补记录', 'Passed on'],
  more: ['另有 {n} 位', '另有 {n} 位', '{n} more'],
  tape: ['整條獎帶', '整条奖带', 'The whole tape'],
  slot: ['格', '格', 'Slot'],
  none: ['沒有', '没有', 'None'],

  checked: ['檢查了什麼', '检查了什么', 'What was checked'],
  cannot: ['數學證明不了的事', '数学证明不了的事', 'What no mathematics can tell'],
  cannot_about: [
    '上面的檢查通過，也不代表下面這些事屬實；它們要靠見證人、稽核與法律。',
    '上面的检查通过，也不代表下面这些事属实；它们要靠见证人、审计与法律。',
    'That all checks pass says nothing about these; for them there are witnesses, auditors and the law.',
  ],
  how: ['這是怎麼算的？', '这是怎么算的？', 'How is it computed?'],
  how_1: [
    '開獎前，名單（姓名與電話都已加密封存）與獎項先封存，並公布指紋。之後任何更動都會改變指紋。',
    '开奖前，名单（姓名与电话都已加密封存）与奖项先封存，并公布指纹。之后任何更动都会改变指纹。',
    'Before the draw the list (people stand in it as sealed commitments) and the prizes are frozen, and a fingerprint is published. Any change afterwards would be another fingerprint.',
  ],
  how_2: [
    '種子來自封存時還不存在的公開隨機數（drand），或封存的信封加上現場擲出的骰子，沒有任何人能預先知道。',
    '种子来自封存时还不存在的公开随机数（drand），或封存的信封加上现场掷出的骰子，没有任何人能预先知道。',
    'The seed comes from public randomness that did not exist then (drand), or from sealed envelopes and dice thrown before everybody: nobody could know it.',
  ],
  how_3: [
    '種子與名單決定了所有結果，任何人都能重算。本頁是獨立的第二套程式，與店裡的不是同一份。',
    '种子与名单决定了所有结果，任何人都能重算。本页是独立的第二套程序，与店里的不是同一份。',
    'Seed and list decide everything, and anybody can compute it again. This page is a second program, written apart from the one in the store.',
  ],
  by: ['由本瀏覽器計算：{what}', '由本浏览器计算：{what}', 'Computed by this browser: {what}'],
  licence: ['內含的程式庫與授權，寫在本檔案的開頭。', '内含的程序库与授权，写在本文件的开头。', 'The libraries inside and their licences stand at the head of this file.'],

  receipt_good: ['這張單據是真的', '这张单据是真的', 'This slip is genuine'],
  receipt_bad: ['這張單據不符', '这张单据不符', 'This slip does not hold'],
  receipt_open: ['單據讀得懂，但還不能判定', '单据读得懂，但还不能判定', 'It can be read, but not judged yet'],
  not_a_receipt: [
    '這不是抽獎的條碼。請掃描抽獎券或結果單上的條碼。',
    '这不是抽奖的二维码。请扫描抽奖券或结果单上的二维码。',
    'This is no code of a draw. Scan the one on a draw ticket or a result slip.',
  ],
  damaged: ['條碼內容不完整，請再掃描一次。', '二维码内容不完整，请再扫描一次。', 'Something of the code is missing. Scan it once more.'],
  of_wheel: ['轉盤第 {j} 格（共 {size} 格），結果 {code}', '转盘第 {j} 格（共 {size} 格），结果 {code}', 'Slot {j} of {size} of the wheel: {code}'],
  of_batch: [
    '名單第 {i} 筆，券號 {first}–{last}',
    '名单第 {i} 条，券号 {first}–{last}',
    'Entry {i} of the list, tickets {first}–{last}',
  ],
  path_good: ['這一格就在封存的獎帶裡。', '这一格就在封存的奖带里。', 'The slot is on the sealed tape.'],
  path_bad: ['這一格不在封存的獎帶裡。', '这一格不在封存的奖带里。', 'The slot is not on the sealed tape.'],
  entry_good: ['這一筆就在公布的名單裡。', '这一条就在公布的名单里。', 'The entry is in the published list.'],
  entry_bad: ['這一筆不在公布的名單裡。', '这一条不在公布的名单里。', 'The entry is not in the published list.'],
  entry_open: [
    '選擇公布的檔案，就能確認這一筆在名單裡。',
    '选择公布的文件，就能确认这一条在名单里。',
    'Choose the published file to see that the entry is in the list.',
  ],
  root_good: ['它的指紋就是公布檔裡的指紋。', '它的指纹就是公布文件里的指纹。', 'Its fingerprint is the one of the published file.'],
  root_bad: ['它的指紋不是公布檔裡的指紋。', '它的指纹不是公布文件里的指纹。', 'Its fingerprint is not the one of the published file.'],
  root_open: [
    '選擇公布的檔案，就能確認指紋在開獎前已公布。',
    '选择公布的文件，就能确认指纹在开奖前已公布。',
    'Choose the published file to see that this fingerprint was published before the first spin.',
  ],
  tape_good: ['公布檔算出的這一格，結果相同。', '公布文件算出的这一格，结果相同。', 'The published file gives the same for this slot.'],
  tape_bad: ['公布檔算出的這一格，結果不同。', '公布文件算出的这一格，结果不同。', 'The published file gives something else for this slot.'],
  other_file: [
    '選擇的檔案屬於另一次抽獎（{draw}）。',
    '选择的文件属于另一次抽奖（{draw}）。',
    'The chosen file is of another draw ({draw}).',
  ],
  signed_good: ['簽章有效，簽署者 {issuer}（金鑰 {key}）。', '签名有效，签署者 {issuer}（密钥 {key}）。', 'The signature holds: {issuer}, key {key}.'],
  signed_bad: ['簽章無效：內容被改過，或不是這把金鑰簽的。', '签名无效：内容被改过，或不是这把密钥签的。', 'The signature does not hold: it was altered, or another key signed it.'],
  signed_open: [
    '簽署者的金鑰（{key}）不在這裡；公布的檔案或總部的網頁有它。',
    '签署者的密钥（{key}）不在这里；公布的文件或总部的网页有它。',
    'The signer’s key ({key}) is not here; the published file and HQ’s page have it.',
  ],
  won: ['中獎：{prize}', '中奖：{prize}', 'It won: {prize}'],
  alternate: ['候補第 {n} 位', '候补第 {n} 位', 'Alternate no. {n}'],
  not_won: ['這次沒有中獎。', '这次没有中奖。', 'It did not win this time.'],
  who: ['確認名單裡的是我', '确认名单里的是我', 'Is it me in the list?'],
  who_about: [
    '填入登記時的會員編號、姓名與電話，只在這部裝置上計算，不會傳送。',
    '填入登记时的会员编号、姓名与电话，只在这部设备上计算，不会发送。',
    'Enter member number, name and phone as they were registered. They are used on this device only, and sent nowhere.',
  ],
  member: ['會員編號', '会员编号', 'Member number'],
  phone: ['電話（如 +886912345678）', '电话（如 +8613800138000）', 'Phone (such as +886912345678)'],
  who_good: ['相符：名單裡的這一筆就是您。', '相符：名单里的这一条就是您。', 'It is: this entry is yours.'],
  who_bad: ['不相符：請確認與登記時完全一樣。', '不相符：请确认与登记时完全一样。', 'It is not: make sure that it is written as it was registered.'],
  won_by: ['{prize}，券號 {ticket}，名單第 {i} 筆', '{prize}，券号 {ticket}，名单第 {i} 条', '{prize}, ticket {ticket}, entry {i}'],
  stands_by: ['券號 {ticket}，名單第 {i} 筆', '券号 {ticket}，名单第 {i} 条', 'ticket {ticket}, entry {i}'],
  nobody: ['沒有這一位', '没有这一位', 'nobody'],
  field: ['欄位：', '字段：', 'Field: '],
  times: ['（{n} 項）', '（{n} 项）', ' ({n})'],
  place: ['順位', '顺位', 'Place'],
  whole: ['全部', '全部', 'In all'],
  given: ['已送出', '已送出', 'Given'],
  tape_counts: ['這一份裡的獎項', '这一份里的奖项', 'Prizes of this share'],
  comma: ['、', '、', ', '],
  dice: ['現場骰子', '现场骰子', 'dice thrown before everybody'],
  envelope_of: ['信封（{name}）', '信封（{name}）', 'an envelope ({name})'],
  passed_from: ['{prize}：名單第 {i} 筆，{reason}', '{prize}：名单第 {i} 条，{reason}', '{prize}: entry {i}, {reason}'],
  passed_to: ['由名單第 {i} 筆遞補。', '由名单第 {i} 条递补。', 'It passed on to entry {i}.'],
  passed_nobody: ['已無候補。', '已无候补。', 'No alternate was left.'],
  passed_by: ['簽核：{names}', '签核：{names}', 'Signed off by {names}'],
  undrawn: ['還沒有開獎。', '还没有开奖。', 'Not drawn yet.'],
  find: ['我的券號中了嗎？', '我的券号中了吗？', 'Did my ticket win?'],
  find_number: ['券號', '券号', 'Ticket number'],
  find_none: ['這次抽獎沒有這個券號（0–{last}）。', '这次抽奖没有这个券号（0–{last}）。', 'There is no such ticket in this draw (0–{last}).'],
  find_owner: ['屬於名單第 {i} 筆（券號 {first}–{last}）。', '属于名单第 {i} 条（券号 {first}–{last}）。', 'It is of entry {i} (tickets {first}–{last}).'],
};

/** How the page speaks in a language. */
export class Say {
  constructor(language) {
    this.language = language;
    this.place = LANGUAGES.findIndex(([code]) => code === language);
    this.numbers = new Intl.NumberFormat(language);
    this.times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
  }

  /** A phrase with its {names} filled in. */
  say(name, values = {}) {
    return this.filled(WORDS[name][this.place], values);
  }

  filled(phrase, values) {
    return phrase.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? this.value(values[key]) : whole));
  }

  value(value) {
    if (typeof value === 'number') return this.number(value);
    return Array.isArray(value) ? value.map((one) => this.value(one)).join(', ') : String(value);
  }

  number(value) {
    return this.numbers.format(value);
  }

  /** Unix seconds, on this device's clock. */
  when(seconds) {
    return this.times.format(new Date(seconds * 1000));
  }
}

/** The language that a browser's owner reads: one of ours. */
export function languageOf(wanted) {
  for (const one of wanted) {
    const said = one.toLowerCase();
    if (/^zh\b.*(hant|tw|hk|mo)/.test(said)) return 'zh-Hant-TW';
    if (said.startsWith('zh')) return 'zh-Hans-CN';
    if (said.startsWith('en')) return 'en';
  }
  return 'zh-Hant-TW';
}
