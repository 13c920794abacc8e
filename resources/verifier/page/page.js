// The page: takes a published file or a receipt, has the engine compute, and says what came out.

import { card, el, facts, fold, icon, line, print } from './elements.js';
import { LANGUAGES, Say, languageOf } from './words.js';
import { CheckWords } from './checks.js';
import { Computing } from './computing.js';

const MOST_ROWS = 100;
const SHOWN_EACH = 200_000;
/** What the product calls the page's languages. */
const LOCAL = { 'zh-Hant-TW': 'zh_TW', 'zh-Hans-CN': 'zh_CN', en: 'en' };

/** What the page shows now; `draw` makes the page of it. */
class State {
  constructor() {
    this.busy = null;
    this.report = null;
    this.fault = null;
    this.receipt = null;
    this.code = '';
    this.keys = {};
  }
}

class Page {
  constructor() {
    this.state = new State();
    this.computing = new Computing();
    const asked = new URLSearchParams(location.search).get('lang');
    this.speak(languageOf([...(asked ? [asked] : []), ...navigator.languages]));
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => this.dropped(event));
    addEventListener('hashchange', () => this.asked());
    this.asked();
  }

  speak(language) {
    this.words = new Say(language);
    this.checks = new CheckWords(this.words);
    document.documentElement.lang = language;
    document.title = this.words.say('title');
    this.draw();
  }

  say(name, values) {
    return this.words.say(name, values);
  }

  /** What the address asks for: a file of the HQ that served the page, a receipt, the public keys that HQ vouches for. */
  asked() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const [file, code, key, issuer] = ['file', 'code', 'key', 'issuer'].map((name) => wanted.get(name) ?? '');
    if (key) this.state.keys[key] = issuer;
    const receipt = code ? this.read(code) : Promise.resolve();
    if (file) receipt.then(() => this.fetched(new URL(file, location.href)));
  }

  /** From nowhere else than from where the page came: its policy allows no other. */
  async fetched(address) {
    await this.work(async (told) => {
      const answer = await fetch(address, { credentials: 'omit', mode: 'same-origin' });
      if (!answer.ok) throw new Error(String(answer.status));
      return this.computing.open(await answer.blob(), told);
    });
  }

  dropped(event) {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) this.chosen(file);
  }

  async chosen(file) {
    await this.work((told) => this.computing.open(file, told));
  }

  /** Compute a report and show it; meanwhile how far it is. */
  async work(compute) {
    this.state.busy = { at: 0 };
    this.state.report = this.state.fault = null;
    this.draw();
    let shown = 0;
    try {
      const found = await compute((at, all) => {
        if (at - shown < SHOWN_EACH && at < all) return;
        shown = at;
        this.state.busy = { at, all };
        this.draw();
      });
      this.state.report = found;
      if (this.state.code) this.state.receipt = await this.computing.receipt(this.state.code, this.state.keys);
    } catch (fault) {
      this.state.fault = String(fault?.message ?? fault);
    }
    this.state.busy = null;
    this.draw();
    document.querySelector('main [tabindex]')?.focus();
  }

  async read(code) {
    this.state.code = code;
    try {
      this.state.receipt = await this.computing.receipt(code, this.state.keys);
    } catch (fault) {
      this.state.fault = String(fault?.message ?? fault);
    }
    this.draw();
  }

  // ---- the page

  draw() {
    const { busy, report, fault } = this.state;
    const open = new Set([...document.querySelectorAll('details[open]')].map((one) => one.id));
    document.querySelector('header').replaceChildren(el('b', {}, this.say('title')), this.languages());
    const parts = [];
    if (busy) parts.push(this.progress(busy));
    else if (fault) parts.push(this.banner('bad', this.say('stopped'), this.say('stopped_about')), this.chooser(true));
    else if (report) parts.push(...this.reported(report));
    else parts.push(el('h1', {}, this.say('lead')), el('p', { class: 'lead' }, this.say('about')), this.chooser(false));
    // whoever came with a code wants to know about that first
    const first = this.state.receipt ? parts.findIndex((one) => one.classList.contains('verdict')) : -1;
    if (!busy) parts.splice(first === -1 ? parts.length : first + 1, 0, this.mine());
    if (!report && !busy) parts.push(this.how());
    document.querySelector('main').replaceChildren(...parts.flat());
    document.querySelector('footer').replaceChildren(el('p', {}, this.say('licence')));
    for (const one of document.querySelectorAll('details')) one.open = one.open || (one.id && open.has(one.id));
  }

  languages() {
    const buttons = LANGUAGES.map(([code, short, whole]) =>
      el(
        'button',
        {
          type: 'button', lang: code, title: whole, 'aria-pressed': String(code === this.words.language),
          onclick: () => this.speak(code),
        },
        short,
      ),
    );
    return el('nav', { 'aria-label': this.say('languages') }, ...buttons);
  }

  progress(busy) {
    const bar = el('progress', busy.all ? { max: busy.all, value: busy.at, 'aria-label': this.say('computing') } : { 'aria-label': this.say('reading') });
    const said = busy.all ? this.say('counted', { n: busy.at }) : '';
    return card(el('h2', { 'aria-live': 'polite' }, this.say(busy.all ? 'computing' : 'reading')), bar, el('p', { class: 'pale' }, said || '\u00a0'));
  }

  chooser(again) {
    const input = el('input', {
      type: 'file', id: 'file', accept: '.json,.gz,.zst,application/json,application/gzip,application/zstd',
      onchange: () => input.files[0] && this.chosen(input.files[0]),
    });
    const pick = el('div', { class: 'pick' }, input, el('label', { class: `button ${again ? 'second' : ''}`, for: 'file' }, this.say(again ? 'another' : 'choose')));
    if (again) return pick;
    return el(
      'section',
      {
        class: 'card drop',
        ondragover: (event) => event.currentTarget.classList.add('over'),
        ondragleave: (event) => event.currentTarget.classList.remove('over'),
      },
      pick, el('p', { class: 'pale small' }, this.say('drop')),
    );
  }

  banner(kind, title, about) {
    const sign = { good: 'good', bad: 'wrong', unsure: 'open' }[kind];
    return el(
      'section',
      { class: `verdict ${kind}`, role: 'status', tabindex: '-1' },
      icon(sign), el('div', {}, el('h1', {}, title), el('p', {}, about)),
    );
  }

  stripe(title, about) {
    return el('section', { class: 'stripe' }, el('strong', {}, title), el('p', {}, about));
  }

  reported(report) {
    const failed = report.checks.filter((check) => !check.ok);
    const wrong = failed.length ? [card(el('ul', { class: 'list' }, ...failed.map((check) => this.checks.line(check))))] : [];
    if (report.unreadable) {
      return [this.banner('bad', this.say('unreadable'), this.say('unreadable_about')), ...wrong, this.chooser(true)];
    }
    const parts = report.rehearsal ? [this.stripe(this.say('rehearsal'), this.say('rehearsal_about'))] : [];
    const said = failed.length === 1 ? 'bad_one' : 'bad_about';
    parts.push(failed.length ? this.banner('bad', this.say('bad'), this.say(said, { n: failed.length })) : this.held(report), ...wrong);
    parts.push(...this.notes(report), this.about(report), this.result(report));
    if (report.kind === 'batch' && report.counted) parts.push(this.finder());
    parts.push(this.checked(report), this.limits(report), this.chooser(true));
    return parts.filter(Boolean);
  }

  held(report) {
    const undrawn = report.notes.some(({ code }) => code === 'not_drawn');
    return this.banner('good', this.say('good'), this.say(undrawn ? 'good_undrawn' : 'good_about'));
  }

  /** What has to be known; keys that are to be compared are one note. */
  notes(report) {
    const keys = report.notes.filter(({ code }) => code === 'keys_not_vouched').map(({ args }) => args.key);
    const others = report.notes.filter(({ code }) => code !== 'keys_not_vouched');
    const loud = ['void', 'not_public_beacon'];
    const made = others.map((note) => [note.code, this.checks.note(note)]).filter(([, said]) => said);
    const stripes = made.filter(([code]) => loud.includes(code)).map(([, said]) => this.stripe(...said));
    const quiet = made.filter(([code]) => !loud.includes(code)).map(([, [title, about]]) => line('open', title, about));
    const shown = [...new Set(keys)].map((key) => print(key.slice(0, 16))).join(this.say('comma'));
    if (keys.length) quiet.push(line('open', ...this.checks.note({ code: 'keys_not_vouched', args: { keys: shown } })));
    return [...stripes, ...(quiet.length ? [card(el('h2', {}, this.say('known')), el('ul', { class: 'list' }, ...quiet))] : [])];
  }

  checked(report) {
    const times = new Map();
    for (const { code, ok } of report.checks) if (ok) times.set(code, (times.get(code) ?? 0) + 1);
    const failed = new Set(report.checks.filter(({ ok }) => !ok).map(({ code }) => code));
    const lines = [...times].filter(([code]) => !failed.has(code)).map(([code, n]) => this.checks.line({ code, ok: true, args: {} }, n));
    return card(el('h2', {}, this.say('checked')), el('ul', { class: 'list' }, ...lines), this.details());
  }

  limits(report) {
    const lines = report.limits.map((code) => this.checks.limit(code));
    return card(el('h2', {}, this.say('cannot')), el('p', { class: 'pale' }, this.say('cannot_about')), el('ul', { class: 'list' }, ...lines));
  }

  /** What a prize is called, by the rules; a red packet's code has its amount behind it. */
  prize(code) {
    const [prize] = code.split(':');
    const found = this.state.report?.titles?.prizes[prize] ?? null;
    const name = found && found[LOCAL[this.words.language]];
    return name ? (prize === code ? name : `${name} (${code})`) : code;
  }

  about(report) {
    const { about, titles } = report;
    const number = (value) => (value === undefined ? undefined : this.words.number(value));
    const when = (value) => (value === undefined ? undefined : this.words.when(value));
    const rows = [
      [this.say('draw_name'), titles?.name?.[LOCAL[this.words.language]], 'tall'],
      [this.say('campaign'), about.campaign],
      [this.say('draw_id'), about.draw, 'tall'],
      [this.say('lease'), about.lease, 'tall'],
      [this.say('terminal'), about.terminal],
      [this.say('seq'), about.seq > 1 ? number(about.seq) : undefined],
      [this.say('entrants'), number(about.entrants)],
      [this.say('tickets'), number(about.tickets)],
      [this.say('slots'), number(about.slots)],
      [this.say('spins'), number(about.spins)],
      [this.say('frozen'), when(about.frozen)],
      [this.say('published'), when(about.deadline)],
      [this.say('beacon'), about.round && this.say('beacon_round', { round: String(about.round) })],
      [this.say('beacon_out'), when(about.out)],
      [this.say('sources'), about.sources?.map((name) => this.checks.source(name)).join(this.say('comma'))],
      [this.say('fingerprint'), about.fingerprint && print(about.fingerprint), 'print'],
      [this.say('tape_root'), about.root && print(about.root), 'print'],
      [this.say('rules_hash'), about.rules && print(about.rules), 'print'],
    ];
    const title = report.kind === 'batch' ? 'draw' : 'wheel';
    return card(el('h2', {}, this.say(title)), facts(rows), el('p', { class: 'pale small' }, this.say('fingerprint_about')));
  }

  result(report) {
    return report.kind === 'batch' ? this.winners(report) : this.tape(report);
  }

  winners({ winners, alternates, passed, names }) {
    if (!winners) return null;
    const named = names && Object.keys(names).length > 0;
    const head = ['prize', 'ticket', 'entry', ...(named ? ['name'] : [])];
    const rows = winners.map(([prize, ticket, i]) => [this.prize(prize), String(ticket), String(i), ...(named ? [names[i] ?? ''] : [])]);
    const parts = [el('h2', {}, this.say('winners'))];
    parts.push(rows.length ? this.table(head, rows) : el('p', {}, this.say('none')));
    if (passed.length) {
      const said = passed.map((one) => line('open', ...this.checks.passed(one, this.prize(winners[one.place]?.[0] ?? ''))));
      parts.push(el('h3', {}, this.say('passed')), el('ul', { class: 'list' }, ...said));
    }
    if (alternates.length) {
      const list = alternates.map(([ticket, i], k) => [String(k + 1), String(ticket), String(i)]);
      const shown = fold(this.say('alternates', { n: alternates.length }), this.table(['place', 'ticket', 'entry'], list));
      shown.id = 'alternates';
      parts.push(shown);
    }
    return card(...parts);
  }

  tape({ counts, tape }) {
    if (!counts) return null;
    const rows = counts.map(({ code, n, used }) => [this.prize(code), String(n), String(used)]);
    const parts = [el('h2', {}, this.say('tape_counts')), this.table(['prize', 'whole', 'given'], rows)];
    if (tape) {
      const shown = fold(this.say('tape'), this.table(['slot', 'prize'], tape.map((code, j) => [String(j), this.prize(code)])));
      shown.id = 'tape';
      parts.push(shown);
    }
    return card(...parts);
  }

  table(head, rows) {
    const numbers = head.map((name) => !['prize', 'name'].includes(name));
    const cell = (tag, text, k) => el(tag, { class: numbers[k] ? 'number' : undefined, scope: tag === 'th' ? 'col' : undefined }, text);
    const body = rows.slice(0, MOST_ROWS).map((row) => el('tr', {}, ...row.map((text, k) => cell('td', text, k))));
    const left = rows.length - body.length;
    const rest = left > 0 ? el('p', { class: 'pale' }, this.say('more', { n: left })) : null;
    const top = el('thead', {}, el('tr', {}, ...head.map((name, k) => cell('th', this.say(name), k))));
    return el('div', {}, el('table', {}, top, el('tbody', {}, ...body)), ...(rest ? [rest] : []));
  }

  details() {
    const made = fold(this.say('how'), ...['how_1', 'how_2', 'how_3'].map((name) => el('p', { class: 'small' }, this.say(name))));
    made.append(el('p', { class: 'pale small' }, this.say('by', { what: 'SHA-256, Ed25519, BLS12-381' })));
    made.id = 'how';
    return made;
  }

  how() {
    return card(el('h2', {}, this.say('how')), ...['how_1', 'how_2', 'how_3'].map((name) => el('p', {}, this.say(name))));
  }

  // ---- tickets and slips

  finder() {
    const answer = el('div', { 'aria-live': 'polite' });
    const input = el('input', { type: 'text', id: 'number', inputmode: 'numeric', autocomplete: 'off', maxlength: 16 });
    const look = async (event) => {
      event.preventDefault();
      const number = Number(input.value.trim());
      answer.replaceChildren(this.found(await this.computing.ticket(input.value.trim() ? number : NaN)));
    };
    const form = el('form', { onsubmit: look }, el('label', { for: 'number' }, this.say('find_number')), input);
    form.append(el('button', { class: 'button second' }, this.say('check')), answer);
    const made = card(el('h2', {}, this.say('find')), form);
    made.id = 'find';
    return made;
  }

  found(owner) {
    if (owner.i === undefined) return el('div', { class: 'note unsure' }, this.say('find_none', { last: String(owner.last) }));
    const said = this.say('find_owner', { i: String(owner.i), first: String(owner.first), last: String(owner.first + owner.count - 1) });
    return el('div', { class: `note ${owner.won.length ? 'good' : ''}` }, el('b', {}, this.fate(owner)), said);
  }

  fate({ won, alternate, undrawn }) {
    if (undrawn) return this.say('undrawn');
    if (won.length) return this.say('won', { prize: won.map((code) => this.prize(code)).join(this.say('comma')) });
    return alternate === undefined ? this.say('not_won') : this.say('alternate', { n: alternate + 1 });
  }

  mine() {
    const { receipt, code } = this.state;
    const field = el('textarea', { id: 'code', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', maxlength: 4096 });
    field.value = code;
    const ask = (event) => {
      event.preventDefault();
      if (field.value.trim()) this.read(field.value);
    };
    const form = el('form', { onsubmit: ask }, el('label', { for: 'code' }, this.say('code')), field);
    form.append(el('button', { class: 'button second' }, this.say('check')));
    const parts = [el('h2', {}, this.say('mine')), el('p', { class: 'pale' }, this.say('mine_about')), form];
    if (receipt) parts.push(...this.judged(receipt));
    const made = card(...parts);
    made.id = 'mine';
    return made;
  }

  judged(receipt) {
    if (receipt.reason) {
      const known = receipt.reason === 'not_a_receipt' ? 'not_a_receipt' : 'damaged';
      return [el('div', { class: 'note bad', role: 'status' }, this.say(known))];
    }
    const said =
      receipt.kind === 'wheel'
        ? this.say('of_wheel', { j: String(receipt.index), size: String(receipt.size), code: this.prize(receipt.code) })
        : this.say('of_batch', {
            i: String(receipt.index), first: String(receipt.first), last: String(receipt.first + receipt.count - 1),
          });
    const kind = { good: 'good', bad: 'bad', open: 'unsure' }[receipt.verdict];
    const lines = receipt.checks.map(({ name, state, args = {} }) =>
      line({ good: 'good', bad: 'wrong', open: 'open' }[state], this.say(`${name}_${state}`, { ...args })),
    );
    const fate = receipt.fate ? el('b', {}, this.fate(receipt.fate)) : null;
    const parts = [
      el('div', { class: `note ${kind}`, role: 'status' }, el('b', {}, this.say(`receipt_${receipt.verdict}`)), said, ...(fate ? [fate] : [])),
      el('p', { class: 'pale small' }, receipt.draw),
      el('ul', { class: 'list' }, ...lines),
    ];
    if (receipt.kind === 'batch') parts.push(this.whose());
    return parts;
  }

  whose() {
    const answer = el('div', { 'aria-live': 'polite' });
    const inputs = ['member', 'name', 'phone'].map((name) => el('input', { type: 'text', id: `who-${name}`, autocomplete: 'off', maxlength: 200 }));
    const fields = ['member', 'name', 'phone'].flatMap((name, k) => [el('label', { for: `who-${name}` }, this.say(name)), inputs[k]]);
    const ask = async (event) => {
      event.preventDefault();
      const [member, name, phone] = inputs.map((input) => input.value.trim());
      const mine = await this.computing.whose(this.state.code, { member, name, phone });
      answer.replaceChildren(el('div', { class: `note ${mine ? 'good' : 'bad'}` }, this.say(mine ? 'who_good' : 'who_bad')));
    };
    const form = el('form', { onsubmit: ask }, ...fields, el('button', { class: 'button second' }, this.say('check')), answer);
    const made = fold(this.say('who'), el('p', { class: 'pale' }, this.say('who_about')), form);
    made.id = 'who';
    return made;
  }
}

new Page();
