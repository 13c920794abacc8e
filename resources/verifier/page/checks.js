// The words of a report: what each check found, what has to be known, and what no mathematics can tell.

import { el, icon } from './elements.js';

/** code: [what held, what did not], each in the page's three languages. */
const CHECKS = {
  format: [
    ['這是 KD1 公布檔', '这是 KD1 公布文件', 'It is a published file of KD1'],
    ['這不是 KD1 公布檔，或版本不明', '这不是 KD1 公布文件，或版本不明', 'It is no published file of KD1, or of a version that is not known'],
  ],
  fields: [
    ['每個欄位都在，沒有多餘的', '每个字段都在，没有多余的', 'Every field is there, and none that does not belong'],
    ['欄位有問題', '字段有问题', 'A field is not as it should be'],
  ],
  rules: [
    ['規則就是事先公布的那一份', '规则就是事先公布的那一份', 'The rules are those that were published'],
    ['規則與事先公布的不同', '规则与事先公布的不同', 'The rules are not those that were published'],
  ],
  versions: [
    ['作廢的舊名單都還列著', '作废的旧名单都还列着', 'Every earlier list is still there, as void'],
    ['作廢的舊名單不齊全', '作废的旧名单不齐全', 'The earlier lists are not all there'],
  ],
  leaves: [
    ['參加者與券數和公布的一致', '参加者与券数和公布的一致', 'Entrants and tickets are as many as were published'],
    ['參加者或券數與公布的不同：應為 {expected}，檔案是 {found}', '参加者或券数与公布的不同：应为 {expected}，文件是 {found}', 'Entrants or tickets are not as many as were published: {expected} there, {found} here'],
  ],
  entrants_root: [
    ['名單就是封存的那一份，一筆都沒有改', '名单就是封存的那一份，一条都没有改', 'The list is the one that was frozen, to the last entry'],
    ['名單與封存的不同', '名单与封存的不同', 'The list is not the one that was frozen'],
  ],
  signed: [
    ['主辦方簽過章', '主办方签过章', 'The organiser has signed'],
    ['缺少主辦方的簽章', '缺少主办方的签名', 'The organiser’s signature is missing'],
  ],
  signature: [
    ['簽章有效', '签名有效', 'The signatures hold'],
    ['簽章無效：{name}（{role}）', '签名无效：{name}（{role}）', 'A signature does not hold: {name} ({role})'],
  ],
  key: [
    ['金鑰是已知的', '密钥是已知的', 'The keys are known ones'],
    ['金鑰不在已知的清單裡', '密钥不在已知的清单里', 'A key is not one of those that are known'],
  ],
  chain: [
    ['信標就是事先指定的那一個', '信标就是事先指定的那一个', 'The beacon is the one that was named'],
    ['信標不是事先指定的', '信标不是事先指定的', 'The beacon is not the one that was named'],
  ],
  beacon_round: [
    ['信標輪次就是事先指定的', '信标轮次就是事先指定的', 'The beacon’s round is the one that was named'],
    ['信標輪次不對：指定 {expected}，檔案是 {found}', '信标轮次不对：指定 {expected}，文件是 {found}', 'The beacon’s round is another one: {expected} was named, {found} is here'],
  ],
  beacon_time: [
    ['輪次依規則由公布時間決定', '轮次依规则由公布时间决定', 'The round follows from the time of publishing, by the rule'],
    ['輪次不是公布後十分鐘的第一輪：應為 {expected}，指定 {found}', '轮次不是公布后十分钟的第一轮：应为 {expected}，指定 {found}', 'The round is not the first ten minutes after publishing: {expected} by the rule, {found} was named'],
  ],
  beacon_signature: [
    ['隨機數真的出自信標（BLS12-381 簽章有效）', '随机数真的出自信标（BLS12-381 签名有效）', 'The random number is the beacon’s own (its BLS12-381 signature holds)'],
    ['隨機數不是信標發出的', '随机数不是信标发出的', 'The random number does not come from the beacon'],
  ],
  sources: [
    ['隨機來源與順序和公布的一致', '随机来源与顺序和公布的一致', 'The sources of chance are those announced, in that order'],
    ['隨機來源與公布的不同', '随机来源与公布的不同', 'The sources of chance are not those announced'],
  ],
  envelope: [
    ['信封內容就是當初封存的', '信封内容就是当初封存的', 'What was in the envelopes is what was sealed'],
    ['信封內容與封存的不同：{name}', '信封内容与封存的不同：{name}', 'What was in an envelope is not what was sealed: {name}'],
  ],
  dice: [
    ['至少擲了二十顆骰子', '至少掷了二十颗骰子', 'At least twenty dice were thrown'],
    ['骰子不足二十顆，或點數不對', '骰子不足二十颗，或点数不对', 'There are fewer than twenty dice, or numbers that no die has'],
  ],
  numbers: [
    ['公證人宣讀的號碼讀得懂', '公证人宣读的号码读得懂', 'The notary’s numbers can be read'],
    ['公證人的號碼讀不懂：{name}', '公证人的号码读不懂：{name}', 'The notary’s numbers cannot be read: {name}'],
  ],
  winners: [
    ['重抽一次，得獎者完全相同', '重抽一次，得奖者完全相同', 'Drawn anew, the winners are the same'],
    ['重抽一次，第 {rank} 位得獎者不同：應為 {expected}，檔案是 {found}', '重抽一次，第 {rank} 位得奖者不同：应为 {expected}，文件是 {found}', 'Drawn anew, winner no. {rank} is another: {expected} by the draw, {found} in the file'],
  ],
  alternates: [
    ['重抽一次，候補完全相同', '重抽一次，候补完全相同', 'Drawn anew, the alternates are the same'],
    ['重抽一次，第 {rank} 位候補不同：應為 {expected}，檔案是 {found}', '重抽一次，第 {rank} 位候补不同：应为 {expected}，文件是 {found}', 'Drawn anew, alternate no. {rank} is another: {expected} by the draw, {found} in the file'],
  ],
  passed: [
    ['每次遞補都給了下一位候補，有原因和兩人簽核', '每次递补都给了下一位候补，有原因和两人签核', 'Each prize that passed on went to the next alternate, with a reason and two sign-offs'],
    ['遞補不合規則：{problem}', '递补不合规则：{problem}', 'A prize passed on against the rules: {problem}'],
  ],
  names: [
    ['列出的姓名都屬於得獎者', '列出的姓名都属于得奖者', 'The names belong to winners'],
    ['列出的姓名不屬於得獎者', '列出的姓名不属于得奖者', 'A name belongs to nobody who won'],
  ],
  commitment: [
    ['終端的秘密數就是事先承諾的', '终端的秘密数就是事先承诺的', 'The terminal’s secret is the one it was bound to'],
    ['終端的秘密數與承諾的不同，或已遺失', '终端的秘密数与承诺的不同，或已遗失', 'The terminal’s secret is not the one it was bound to, or is lost'],
  ],
  tape_root: [
    ['重排一次，獎帶完全相同', '重排一次，奖带完全相同', 'Made anew, the tape is the same'],
    ['重排一次，獎帶不同', '重排一次，奖带不同', 'Made anew, the tape is another'],
  ],
  tape_signature: [
    ['終端為獎帶簽過章', '终端为奖带签过章', 'The terminal signed the tape'],
    ['終端為獎帶的簽章無效', '终端为奖带的签名无效', 'The terminal’s signature of the tape does not hold'],
  ],
  journal: [
    ['每一轉都是獎帶的下一格，沒有跳號', '每一转都是奖带的下一格，没有跳号', 'Every spin is the tape’s next slot, with no gap'],
    ['第 {rank} 轉不對：{problem}', '第 {rank} 转不对：{problem}', 'Spin no. {rank} is wrong: {problem}'],
  ],
  closed: [
    ['用掉的格數與轉數一致', '用掉的格数与转数一致', 'As many slots were used as spins are listed'],
    ['用掉的格數不符：轉了 {expected} 次，檔案寫 {found}', '用掉的格数不符：转了 {expected} 次，文件写 {found}', 'The slots used are not the spins listed: {expected} spins, {found} in the file'],
  ],
  seal: [
    ['公布者為整個檔案封了章', '公布者为整个文件封了章', 'The publisher sealed the whole file'],
    ['封章無效：{problem}', '封章无效：{problem}', 'The seal does not hold: {problem}'],
  ],
  altered: [
    ['封章之後沒有任何欄位被改過', '封章之后没有任何字段被改过', 'No field was altered since it was sealed'],
    ['封章之後被改過', '封章之后被改过', 'Altered since it was sealed'],
  ],
  file: [
    ['', '', ''],
    ['讀不懂：{problem}', '读不懂：{problem}', 'It cannot be read: {problem}'],
  ],
};

const PROBLEMS = {
  missing: ['缺少', '缺少', 'missing'],
  unknown: ['不認識的欄位', '不认识的字段', 'not a field that belongs here'],
  shape: ['內容的形式不對', '内容的形式不对', 'not of the form it should have'],
  no_publisher: ['封章的不是簽署者', '封章的不是签署者', 'none of the signers sealed it'],
  signature: ['簽章不符', '签名不符', 'its signature is wrong'],
  gap: ['跳號', '跳号', 'a slot was left out'],
  beyond: ['超出獎帶', '超出奖带', 'beyond the end of the tape'],
  other_code: ['結果與獎帶不同', '结果与奖带不同', 'another result than the tape has'],
  not_drawn: ['還沒有開獎', '还没有开奖', 'nothing was drawn yet'],
  no_such_place: ['沒有這個名次', '没有这个名次', 'there is no such prize'],
  not_theirs: ['獎項不是他的', '奖项不是他的', 'the prize was not theirs'],
  reason: ['原因不明', '原因不明', 'no reason that counts'],
  two_sign: ['沒有兩人簽核', '没有两人签核', 'two people have to sign off'],
  not_the_next: ['不是下一位候補', '不是下一位候补', 'it was not the next alternate'],
  json: ['不是 JSON，或已損壞', '不是 JSON，或已损坏', 'no JSON, or damaged'],
  number: ['有帶小數的數字', '有带小数的数字', 'a number has a fraction'],
  twice: ['同一個欄位出現兩次', '同一个字段出现两次', 'a field stands twice in one place'],
  large: ['檔案太大', '文件太大', 'too large'],
};

const NOTES = {
  rehearsal: null,
  not_public_beacon: [
    ['不是公眾信標', '不是公众信标', 'Not the public beacon'],
    ['隨機數出自另一條鏈，它的金鑰由主辦方提供。', '随机数出自另一条链，它的密钥由主办方提供。', 'The random number comes from another chain, whose key the organiser gave.'],
  ],
  notary: [
    ['公證人模式（RFC 3797）', '公证人模式（RFC 3797）', 'Notary’s mode (RFC 3797)'],
    ['結果由公證人宣讀的公開號碼決定，每位參加者機會相同。', '结果由公证人宣读的公开号码决定，每位参加者机会相同。', 'Public numbers that a notary read out decide; every entrant has one chance.'],
  ],
  keys_not_vouched: [
    ['請比對金鑰', '请比对密钥', 'Compare the keys'],
    ['簽章與檔案相符，但檔案自己不能證明金鑰是誰的。請與總部網頁或店內公告比對：{keys}', '签名与文件相符，但文件自己不能证明密钥是谁的。请与总部网页或店内公告比对：{keys}', 'The signatures fit the file, which cannot itself prove whose the keys are. Compare them with HQ’s page or a notice in the store: {keys}'],
  ],
  no_witness: [
    ['沒有見證人簽章', '没有见证人签名', 'No witness signed'],
    ['只有主辦方簽了名單。', '只有主办方签了名单。', 'Only the organiser signed the list.'],
  ],
  no_hq: [
    ['沒有總部簽章', '没有总部签名', 'Headquarters did not sign'],
    ['名單由店內終端簽章，可能是離線開獎。', '名单由店内终端签名，可能是离线开奖。', 'The list was signed by the store’s terminal: it may have been offline.'],
  ],
  not_drawn: [
    ['還沒有開獎', '还没有开奖', 'Not drawn yet'],
    ['這是開獎前公布的名單。請留著，開獎後再比對指紋。', '这是开奖前公布的名单。请留着，开奖后再比对指纹。', 'This is the list as published before the draw. Keep it, and compare the fingerprint afterwards.'],
  ],
  void: [
    ['這次抽獎已作廢', '这次抽奖已作废', 'This draw is void'],
    ['原因：{reason}', '原因：{reason}', 'Reason: {reason}'],
  ],
  fewer_winners: [
    ['得獎者少於獎項', '得奖者少于奖项', 'Fewer winners than prizes'],
    ['共 {prizes} 個獎，只有 {winners} 位參加者可得獎。', '共 {prizes} 个奖，只有 {winners} 位参加者可得奖。', 'There were {prizes} prizes, and {winners} who could win.'],
  ],
  outside_its_time: [
    ['有在期限外的轉動', '有在期限外的转动', 'Spins outside its time'],
    ['{spins} 轉不在這份配額的有效期間內（可能是終端時鐘不準）。', '{spins} 转不在这份配额的有效期间内（可能是终端时钟不准）。', '{spins} spins were not within the time of this share (a terminal’s clock may have been wrong).'],
  ],
};

const LIMITS = {
  phantom_entrants: [
    ['名單上有沒有假人', '名单上有没有假人', 'Whether everyone on the list is real'],
    ['數學只能證明名單沒被改過，不能證明每個人都是真正的顧客。', '数学只能证明名单没被改过，不能证明每个人都是真正的顾客。', 'It can be proved that the list was not altered, not that everybody on it is a real customer.'],
  ],
  left_out: [
    ['有沒有漏掉誰', '有没有漏掉谁', 'Whether somebody was left out'],
    ['每個人都可以用自己的券驗證自己在不在名單裡，別人沒辦法代驗。', '每个人都可以用自己的券验证自己在不在名单里，别人没办法代验。', 'Each can see by their own ticket whether they are in the list; nobody can for another.'],
  ],
  excluded: [
    ['員工是否真的被排除', '员工是否真的被排除', 'Whether those who may not win were kept off'],
    ['排除名單只公布指紋，內容要靠稽核。', '排除名单只公布指纹，内容要靠审计。', 'Of the list of the excluded only the fingerprint is public; its content is for an auditor.'],
  ],
  published_in_time: [
    ['是否真的在事前公布', '是否真的在事前公布', 'Whether it was published in time'],
    ['請看現場大螢幕、紙本或您先前存下的指紋是否相同。', '请看现场大屏幕、纸本或您先前存下的指纹是否相同。', 'See whether the fingerprint on the stage, on paper or that you kept earlier is the same.'],
  ],
  envelopes_held: [
    ['信封由誰保管、骰子是否真的擲出', '信封由谁保管、骰子是否真的掷出', 'Who held the envelopes, and whether the dice were thrown'],
    ['信封最後才拆、骰子在公布之後才擲，要靠在場的人作證。', '信封最后才拆、骰子在公布之后才掷，要靠在场的人作证。', 'That envelopes were opened last, and dice thrown after publishing, is for those who were there to say.'],
  ],
  numbers_read: [
    ['號碼是否就是公開的那些', '号码是否就是公开的那些', 'Whether the numbers are the public ones'],
    ['請與公開的開獎號碼或行情比對。', '请与公开的开奖号码或行情比对。', 'Compare them with those that were made public.'],
  ],
  absent: [
    ['被遞補的人是否真的不在場', '被递补的人是否真的不在场', 'Whether a winner was really absent'],
    ['失格或棄權的原因由兩位人員簽核，不是數學。', '失格或弃权的原因由两位人员签核，不是数学。', 'Why a prize passed on is signed off by two people; it is no mathematics.'],
  ],
  handed_over: [
    ['獎品是否真的交付', '奖品是否真的交付', 'Whether the prizes were handed over'],
    ['交付有簽收紀錄，由總部保存。', '交付有签收记录，由总部保存。', 'Headquarters keeps what winners signed for.'],
  ],
  peeked: [
    ['有沒有人偷看獎帶', '有没有人偷看奖带', 'Whether somebody peeked at the tape'],
    ['取得終端秘密數的人可以預先知道順序（但改不了）。大獎因此只用名單抽獎。', '取得终端秘密数的人可以预先知道顺序（但改不了）。大奖因此只用名单抽奖。', 'Whoever got at the terminal’s secret could know the order beforehand, never change it. That is why top prizes are drawn from a list.'],
  ],
  who_spun: [
    ['是誰轉的', '是谁转的', 'Who stood at the wheel'],
    ['檔案不含個人資料，也就不能證明是誰。', '文件不含个人数据，也就不能证明是谁。', 'The file holds no personal data, and so cannot prove it.'],
  ],
};

const ROLES = {
  hq: ['總部', '总部', 'headquarters'],
  terminal: ['終端', '终端', 'terminal'],
  witness: ['見證人', '见证人', 'witness'],
};

const REASONS = {
  no_show: ['未到場', '未到场', 'did not come'],
  ineligible: ['不符資格', '不符资格', 'not eligible'],
  declined: ['放棄', '放弃', 'declined'],
};

/** What a report says, in the language of `words` (a Say). */
export class CheckWords {
  constructor(words) {
    this.words = words;
  }

  in(phrase, values = {}) {
    return this.words.filled(phrase[this.words.place], values);
  }

  /** A check as a line of a list. `times`: how many held. */
  line({ code, ok, args }, times = 1) {
    const [held, failed] = CHECKS[code];
    const values = { ...args, ...this.places(code, args), rank: (args.place ?? 0) + 1, problem: this.problem(args.problem), role: this.role(args.role) };
    const title = this.in(ok ? held : failed, values) + (times > 1 ? this.words.say('times', { n: times }) : '');
    const about = [];
    if (code === 'fields') about.push(this.problem(args.problem));
    const where = args.field ? el('code', {}, args.field) : null;
    const rest = [where, ...about.filter(Boolean)].filter(Boolean);
    const below = ok || !rest.length ? null : el('p', { class: 'pale small' }, this.words.say('field'), rest[0], ...(rest[1] ? [`: ${rest[1]}`] : []));
    return el('li', { class: ok ? 'good' : 'wrong', 'data-code': code, 'data-field': args.field }, icon(ok ? 'good' : 'wrong'), el('div', {}, el('b', {}, title), ...(below ? [below] : [])));
  }

  /** Whoever should be at a place, and whoever the file has there: "prize ticket entry". */
  places(code, { expected, found }) {
    if (code !== 'winners' && code !== 'alternates') return {};
    const shown = (one) => {
      const [, prize, ticket, i] = /^(?:(.*) )?([0-9]+) ([0-9]+)$/s.exec(one ?? '') ?? [];
      if (i === undefined) return this.words.say('nobody');
      return this.words.say(prize === undefined ? 'stands_by' : 'won_by', { prize, ticket, i });
    };
    return { expected: shown(expected), found: shown(found) };
  }

  problem(code) {
    return code && PROBLEMS[code] ? this.in(PROBLEMS[code]) : (code ?? '');
  }

  role(code) {
    return code && ROLES[code] ? this.in(ROLES[code]) : (code ?? '');
  }

  reason(code) {
    return REASONS[code] ? this.in(REASONS[code]) : code;
  }

  /** What has to be known: [heading, words], null where it is said elsewhere. */
  note({ code, args }) {
    const phrases = NOTES[code];
    return phrases && phrases.map((phrase) => this.in(phrase, args));
  }

  /** What cannot be checked, as a line of a list. */
  limit(code) {
    const [title, about] = LIMITS[code].map((phrase) => this.in(phrase));
    return el('li', { class: 'open', 'data-code': code }, icon('open'), el('div', {}, el('b', {}, title), el('p', { class: 'pale small' }, about)));
  }

  /** A source of chance by its name. */
  source(name) {
    const [kind, whose] = name.split(':');
    if (kind === 'envelope') return this.words.say('envelope_of', { name: whose });
    return name === 'dice' ? this.words.say('dice') : name;
  }

  /** A prize that passed on, in a sentence. */
  passed({ place, i, reason, signed_by, alternate }, prize) {
    const title = this.words.say('passed_from', { prize, n: place + 1, i: String(i), reason: this.reason(reason) });
    const next = alternate === -1 ? this.words.say('passed_nobody') : this.words.say('passed_to', { i: String(alternate) });
    return [title, `${next} ${this.words.say('passed_by', { names: signed_by.join(', ') })}`];
  }
}
