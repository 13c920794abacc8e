// The published file of a draw or of a closed lease, read strictly; whether it is true is another matter.

import { FieldFault, Fields, isHex, isText, isWhole } from './fields.js';
import { leaseOf, manifestOf } from './bodies.js';
import { chainOf } from './beacon.js';

export const FORMAT = 'KD1/1';
export const NOBODY = -1;
const ROLES = ['hq', 'terminal', 'witness'];
const BEACON_BYTES = 48;
const KEY_BYTES = 32;
const SIGNED_BYTES = 64;

/** What a file says, the seal aside. Throws FieldFault for the first field that is not as it should be. */
export function read(value) {
  const fields = new Fields(Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'seal')));
  if (fields.text('format') !== FORMAT) throw new FieldFault('format', 'shape');
  const kind = fields.text('kind');
  if (kind !== 'batch' && kind !== 'wheel') throw new FieldFault('kind', 'shape');
  const rules = fields.part('rules', rulesOf);
  const file = kind === 'batch' ? batchOf(fields) : wheelOf(fields);
  fields.done();
  return { kind, rules, ...file };
}

// what is written first is read first: of several faults the same one is named everywhere

function batchOf(fields) {
  const { counts, commitments } = fields.part('leaves', leavesOf);
  const seed = fields.has('seed') ? fields.part('seed', seedOf) : null;
  if (fields.has('drawn') && !seed) throw new FieldFault('seed', 'missing');
  return {
    counts,
    commitments,
    seed,
    rehearsal: fields.flag('rehearsal'),
    manifest: fields.part('manifest', manifestOf),
    signatures: fields.each('signatures', signedOf),
    drawn: fields.has('drawn') ? fields.part('drawn', drawnOf) : null,
    passed: fields.each('passed', passedOf),
    earlier: fields.each('earlier', voidOf),
    names: fields.each('names', (item, at) => tuple(item, at, isWhole, isText)),
    chain: fields.has('chain') ? fields.part('chain', chainOf) : null,
    void: fields.text('void'),
  };
}

function wheelOf(fields) {
  return {
    rehearsal: fields.flag('rehearsal'),
    lease: fields.part('lease', leaseOf),
    signatures: fields.each('signatures', signedOf),
    tapeRoot: fields.part('tape_root', tapeRootOf),
    nT: fields.text('nT'),
    beacon: fields.part('beacon', roundOf),
    journal: fields.each('journal', (item, at) => tuple(item, at, isWhole, isText, isWhole)),
    closed: fields.part('closed', closingOf),
    chain: fields.has('chain') ? fields.part('chain', chainOf) : null,
  };
}

/** A list of so many, each of its kind. */
function tuple(value, at, ...kinds) {
  if (!Array.isArray(value) || value.length !== kinds.length || !kinds.every((good, k) => good(value[k]))) {
    throw new FieldFault(at, 'shape');
  }
  return value;
}

function leavesOf(value, at) {
  if (!Array.isArray(value)) throw new FieldFault(at, 'shape');
  const counts = new Float64Array(value.length);
  const commitments = new Array(value.length);
  value.forEach((leaf, i) => {
    if (!Array.isArray(leaf) || leaf.length !== 2 || !isWhole(leaf[0], 1) || !isHex(leaf[1], 32)) {
      throw new FieldFault(`${at}.${i}`, 'shape');
    }
    [counts[i], commitments[i]] = leaf;
  });
  return { counts, commitments };
}

function rulesOf(value, at) {
  const fields = new Fields(value, at);
  const rules = { hash: fields.hex('hash', 32), text: fields.text('text') };
  fields.done();
  return rules;
}

function signedOf(value, at) {
  const fields = new Fields(value, at);
  const role = fields.text('role');
  if (!ROLES.includes(role)) throw new FieldFault(fields.at('role'), 'shape');
  const signed = {
    role,
    name: fields.text('name'),
    key: fields.hex('key', KEY_BYTES),
    signature: fields.hex('signature', SIGNED_BYTES),
  };
  fields.done();
  return signed;
}

function voidOf(value, at) {
  const fields = new Fields(value, at);
  const found = { manifest: fields.part('manifest', manifestOf), reason: fields.text('reason') };
  fields.done();
  return found;
}

function passedOf(value, at) {
  const fields = new Fields(value, at);
  const passed = {
    place: fields.whole('place'),
    i: fields.whole('i'),
    reason: fields.text('reason'),
    signed_by: fields.texts('signed_by'),
    alternate: fields.whole('alternate', NOBODY),
  };
  fields.done();
  return passed;
}

function roundOf(value, at) {
  const fields = new Fields(value, at);
  const found = { round: fields.whole('round', 1), signature: fields.hex('signature', BEACON_BYTES) };
  fields.done();
  return found;
}

function seedOf(value, at) {
  const fields = new Fields(value, at);
  const seed = fields.has('beacon')
    ? { beacon: fields.part('beacon', roundOf) }
    : { sources: fields.each('sources', (item, place) => tuple(item, place, isText, isText)) };
  fields.done();
  return seed;
}

function drawnOf(value, at) {
  const fields = new Fields(value, at);
  const drawn = {
    winners: fields.each('winners', (item, place) => tuple(item, place, isText, isWhole, isWhole)),
    alternates: fields.each('alternates', (item, place) => tuple(item, place, isWhole, isWhole)),
  };
  fields.done();
  return drawn;
}

function tapeRootOf(value, at) {
  const fields = new Fields(value, at);
  const found = {
    root: fields.hex('root', 32),
    size: fields.whole('size'),
    key: fields.hex('key', KEY_BYTES),
    signature: fields.hex('signature', SIGNED_BYTES),
  };
  fields.done();
  return found;
}

function closingOf(value, at) {
  const fields = new Fields(value, at);
  const found = { used: fields.whole('used'), why: fields.text('why'), at: fields.whole('at') };
  fields.done();
  return found;
}
