// The bodies that are published before a draw: the manifest of a batch draw and the lease of a wheel.

import { FieldFault, Fields } from './fields.js';

export const NOTARY = 'RFC3797';
export const ENVELOPE = 'envelope:';
export const DICE = 'dice';
const DRAND = 'drand';
/** RFC 3797 numbers its draws with 16 bits. */
const MOST_BY_NOTARY = 2 ** 16;
const MOST_SLOTS = 1_000_000;

function prizeOf(value, at) {
  const fields = new Fields(value, at);
  const prize = { code: fields.text('code'), n: fields.whole('n') };
  fields.done();
  return prize;
}

function roundOf(value, at) {
  const fields = new Fields(value, at);
  const round = { chain: fields.hex('chain', 32), round: fields.whole('round', 1) };
  fields.done();
  return round;
}

function envelopesOf(value, at) {
  const fields = new Fields(value, at);
  const found = new Map(Object.keys(value).map((name) => [name, fields.hex(name, 32)]));
  fields.done();
  return found;
}

/** A manifest, read and judged whether its parts fit each other. `body`: what is hashed of it. Throws FieldFault. */
export function manifestOf(value, at) {
  const fields = new Fields(value, at);
  const manifest = {
    alg: fields.text('alg'),
    campaign: fields.text('campaign'),
    draw_id: fields.text('draw_id'),
    seq: fields.whole('seq', 1),
    rules_hash: fields.hex('rules_hash', 32),
    entrants: fields.whole('entrants'),
    tickets: fields.whole('tickets'),
    entrants_root: fields.hex('entrants_root', 32),
    prizes: fields.each('prizes', prizeOf),
    alternates: fields.whole('alternates'),
    one_prize_per_entrant: fields.flag('one_prize_per_entrant'),
    exclusions_root: fields.hex('exclusions_root', 32),
    sources: fields.texts('sources'),
    freeze_time: fields.whole('freeze_time'),
    publish_deadline: fields.whole('publish_deadline'),
    beacon: fields.has('beacon') ? fields.part('beacon', roundOf) : null,
    envelopes: fields.has('envelopes') ? fields.part('envelopes', envelopesOf) : new Map(),
  };
  fields.done();
  const unfit = misfit(manifest);
  if (unfit) throw new FieldFault(fields.at(unfit), 'shape');
  manifest.body = { ...value };
  // no envelopes are no field of it
  if (!manifest.envelopes.size) delete manifest.body.envelopes;
  return manifest;
}

/** The field that does not fit the others. */
function misfit(manifest) {
  const { alg, sources, beacon, envelopes, freeze_time, publish_deadline } = manifest;
  if (alg !== 'KD1' && alg !== NOTARY) return 'alg';
  if (publish_deadline < freeze_time) return 'publish_deadline';
  if (!sources.length || new Set(sources).size < sources.length) return 'sources';
  if (alg === NOTARY) return misfitOfNotary(manifest);
  if (sources.length === 1 && sources[0] === DRAND) return !beacon ? 'beacon' : envelopes.size ? 'envelopes' : null;
  // envelopes and dice: two hands at least, so that no single one chooses
  const announced = sources.filter((name) => name.startsWith(ENVELOPE));
  if (announced.length < 2 || !sources.includes(DICE) || announced.length + 1 !== sources.length) return 'sources';
  if (announced.length !== envelopes.size || !announced.every((name) => envelopes.has(name))) return 'envelopes';
  return beacon ? 'beacon' : null;
}

function misfitOfNotary({ entrants, tickets, prizes, alternates, beacon, envelopes }) {
  if (tickets !== entrants) return 'tickets';
  const wanted = prizes.reduce((sum, { n }) => sum + n, alternates);
  if (Math.min(entrants, wanted) > MOST_BY_NOTARY) return 'prizes';
  return beacon ? 'beacon' : envelopes.size ? 'envelopes' : null;
}

/** A lease, likewise. Throws FieldFault. */
export function leaseOf(value, at) {
  const fields = new Fields(value, at);
  const lease = {
    alg: fields.text('alg'),
    campaign: fields.text('campaign'),
    lease_id: fields.text('lease_id'),
    terminal: fields.text('terminal'),
    seq: fields.whole('seq', 1),
    counts: fields.each('counts', prizeOf),
    commit_terminal: fields.hex('commit_terminal', 32),
    beacon: fields.part('beacon', roundOf),
    valid_from: fields.whole('valid_from'),
    valid_to: fields.whole('valid_to'),
    rules_hash: fields.hex('rules_hash', 32),
    body: value,
  };
  fields.done();
  const size = lease.counts.reduce((sum, { n }) => sum + n, 0);
  if (size === 0 || size > MOST_SLOTS) throw new FieldFault(fields.at('counts'), 'shape');
  if (lease.alg !== 'KD1') throw new FieldFault(fields.at('alg'), 'shape');
  if (lease.valid_to < lease.valid_from) throw new FieldFault(fields.at('valid_to'), 'shape');
  return lease;
}
