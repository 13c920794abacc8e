// The checks of a batch draw's file: the list, the seed, the result drawn anew, and what became of the prizes.

import { fromHex, toHex, utf8 } from './bytes.js';
import { drawn as drawnTickets, drawnByNotary, manifestHash, seedFromBeacon, seedFromSources } from './batch.js';
import { DICE, ENVELOPE, NOTARY } from './bodies.js';
import { firstRoundFrom } from './beacon.js';
import { isHex } from './fields.js';
import { listRoot } from './leaves.js';
import { NOBODY } from './published.js';
import { commitment } from './wheel.js';

const MARGIN_S = 600;
const REASONS = ['no_show', 'ineligible', 'declined'];
const THROWN = /^[1-6](?: [1-6]){19,}$/;
const NUMBERS = /^[0-9]{1,18}(?: [0-9]{1,18})*$/;

/** All of them. Gives the result, drawn anew; null where that cannot be. */
export async function check(checking, file, told) {
  const { manifest } = file;
  versions(checking, file);
  const listed = leaves(checking, file, told);
  await checking.signatures(file.signatures, manifest.body, ['hq', 'terminal']);
  const roles = file.signatures.map(({ role }) => role);
  if (!roles.includes('witness')) checking.note('no_witness');
  if (!roles.includes('hq')) checking.note('no_hq');
  if (manifest.alg === NOTARY) checking.note('notary');
  if (file.void) checking.note('void', { reason: file.void });
  const result = file.seed && listed ? anew(checking, file) : null;
  if (!file.drawn) checking.note('not_drawn');
  else if (result) compared(checking, file, result);
  passed(checking, file);
  names(checking, file);
  checking.limit('phantom_entrants', 'left_out', 'excluded', 'published_in_time');
  if (file.seed?.sources) checking.limit(manifest.alg === NOTARY ? 'numbers_read' : 'envelopes_held');
  if (file.passed.length) checking.limit('absent');
  checking.limit('handed_over');
  return result;
}

const wantedOf = (manifest) => manifest.prizes.reduce((sum, { n }) => sum + n, 0);

function versions(checking, { manifest, earlier }) {
  for (const [place, gone] of earlier.entries()) {
    const at = `earlier.${place}`;
    const other = gone.manifest.draw_id !== manifest.draw_id || gone.manifest.campaign !== manifest.campaign;
    const wrong = other ? 'manifest.draw_id' : gone.manifest.seq !== place + 1 ? 'manifest.seq' : gone.reason ? '' : 'reason';
    if (wrong) {
      checking.say('versions', false, { field: `${at}.${wrong}` });
      return;
    }
  }
  const field = manifest.seq <= earlier.length ? 'manifest.seq' : 'earlier';
  checking.say('versions', manifest.seq === earlier.length + 1, { field });
}

function leaves(checking, { manifest, counts, commitments }, told) {
  // beyond what numbers hold exactly it is only too many
  const tickets = Math.min(counts.reduce((sum, count) => sum + count, 0), Number.MAX_SAFE_INTEGER);
  for (const [expected, found] of [[manifest.entrants, counts.length], [manifest.tickets, tickets]]) {
    if (expected !== found) return checking.say('leaves', false, { field: 'leaves', expected, found });
  }
  checking.say('leaves', true);
  const root = toHex(listRoot(counts, commitments, told));
  return checking.say('entrants_root', root === manifest.entrants_root, { field: 'leaves' });
}

/** The result drawn anew; null where the seed is not the one that was announced. */
function anew(checking, { manifest, seed, counts, chain: given }) {
  const hash = manifestHash(manifest.body);
  const wanted = wantedOf(manifest) + manifest.alternates;
  const byTickets = (value) => dealt(manifest, drawnTickets(counts, value, wanted, manifest.one_prize_per_entrant));
  if (seed.beacon) {
    if (!manifest.beacon) return checking.say('sources', false, { field: 'seed.beacon' }) || null;
    const chain = checking.beacon(manifest.beacon, given, seed.beacon, 'seed.beacon');
    if (!chain) return null;
    const expected = firstRoundFrom(chain, manifest.publish_deadline + MARGIN_S);
    const found = manifest.beacon.round;
    checking.say('beacon_time', found === expected, { field: 'manifest.beacon.round', expected, found });
    return byTickets(seedFromBeacon(hash, fromHex(seed.beacon.signature)));
  }
  const { sources } = manifest;
  const announced = sources.length === seed.sources.length && sources.every((name, k) => name === seed.sources[k][0]);
  if (!checking.say('sources', announced, { field: 'seed.sources' })) return null;
  if (manifest.alg === NOTARY) {
    const key = notaryKey(checking, seed);
    return key === null ? null : dealt(manifest, drawnByNotary(manifest.entrants, key, wanted));
  }
  const values = byHand(checking, manifest, seed);
  return values && byTickets(seedFromSources(hash, values));
}

function byHand(checking, manifest, { sources }) {
  let good = true;
  const values = sources.map(([name, value], place) => {
    const field = `seed.sources.${place}`;
    if (!name.startsWith(ENVELOPE)) {
      good = checking.say('dice', name === DICE && THROWN.test(value), { field }) && good;
      return [name, utf8(value)];
    }
    const found = isHex(value, 32) ? fromHex(value) : null;
    const held = found !== null && toHex(commitment(found)) === manifest.envelopes.get(name);
    good = checking.say('envelope', held, { field, name }) && good;
    return [name, found];
  });
  return good ? values : null;
}

/** The public numbers as RFC 3797 writes them: those of a source in ascending order. */
function notaryKey(checking, { sources }) {
  for (const [place, [name, value]] of sources.entries()) {
    if (!NUMBERS.test(value)) {
      checking.say('numbers', false, { field: `seed.sources.${place}`, name });
      return null;
    }
  }
  checking.say('numbers', true);
  const ascending = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
  return sources.map(([, value]) => value.split(' ').map(BigInt).sort(ascending).map((one) => `${one}.`).join('') + '/').join('');
}

/** The prizes over the tickets drawn, in order; who is left over is an alternate. */
function dealt(manifest, tickets) {
  const winners = [];
  for (const { code, n } of manifest.prizes) {
    for (let k = 0; k < n && winners.length < tickets.length; k++) winners.push([code, ...tickets[winners.length]]);
  }
  return { winners, alternates: tickets.slice(winners.length) };
}

function compared(checking, { manifest, drawn }, result) {
  same(checking, 'winners', drawn.winners, result.winners);
  same(checking, 'alternates', drawn.alternates, result.alternates);
  const prizes = wantedOf(manifest);
  if (result.winners.length < prizes) checking.note('fewer_winners', { prizes, winners: result.winners.length });
}

function same(checking, code, said, anew) {
  const longest = Math.max(said.length, anew.length);
  const shown = (list, place) => (place < list.length ? list[place].join(' ') : '-');
  for (let place = 0; place < longest; place++) {
    const [left, right] = [said[place], anew[place]];
    if (left && right && left.every((value, k) => value === right[k])) continue;
    const args = { field: `drawn.${code}`, place, expected: shown(anew, place), found: shown(said, place) };
    checking.say(code, false, args);
    return;
  }
  checking.say(code, true);
}

/** Prizes that passed on, in order: each from whose it is to the next alternate that has not had one. */
function passed(checking, file) {
  if (!file.passed.length) return;
  if (!file.drawn) {
    checking.say('passed', false, { field: 'passed', problem: 'not_drawn' });
    return;
  }
  const holders = file.drawn.winners.map(([, , i]) => i);
  const waiting = file.drawn.alternates.map(([, i]) => i);
  for (const [at, one] of file.passed.entries()) {
    const wrong = passedWrong(one, holders, waiting);
    if (wrong) {
      checking.say('passed', false, { field: `passed.${at}.${wrong[1]}`, problem: wrong[0] });
      return;
    }
    holders[one.place] = waiting.length ? waiting.shift() : NOBODY;
  }
  checking.say('passed', true);
}

function passedWrong(one, holders, waiting) {
  if (one.place >= holders.length) return ['no_such_place', 'place'];
  if (holders[one.place] !== one.i || one.i === NOBODY) return ['not_theirs', 'i'];
  if (!REASONS.includes(one.reason)) return ['reason', 'reason'];
  if (new Set(one.signed_by).size < 2 || one.signed_by.includes('')) return ['two_sign', 'signed_by'];
  if (one.alternate !== (waiting.length ? waiting[0] : NOBODY)) return ['not_the_next', 'alternate'];
  return null;
}

function names(checking, file) {
  if (!file.names.length) return;
  const { winners = [], alternates = [] } = file.drawn ?? {};
  const known = new Set([...winners.map(([, , i]) => i), ...alternates.map(([, i]) => i)]);
  const stray = file.names.findIndex(([i]) => !known.has(i));
  checking.say('names', stray === -1, { field: `names.${stray}` });
}
