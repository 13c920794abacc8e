// The bodies that are published before a draw: the manifest of a batch draw and the lease of a wheel.

import { FieldFault, Fields } from './fields.js';

const DICE = 'dice';
const ENVELOPE = 'envelope:';
export const NOTARY = 'RFC3797';

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
  const names = Object.keys(value);
  const found = Object.fromEntries(names.map((name) => [name, fields.hex(name, 32)]));
  fields.done();
  return found;
}

/** A manifest, read and judged whether its parts fit each other. Throws FieldFault. */
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
    beacon: fields.has('beacon') ? fields.part('beacon', roundOf) : undefined,
    envelopes: fields.has('envelopes') ? fields.part('envelopes', envelopesOf) : {},
  };
  fields.done();
  const unfit = misfit(manifest);
  if (unfit) throw new FieldFault(fields.at(unfit), 'shape');
  return manifest;
}

/** The field that does not fit the others. */
function misfit(manifest) {
  const { alg, sources, beacon } = manifest;
  const sealed = Object.keys(manifest.envelopes).sort();
  if (alg !== 'KD1' && alg !== NOTARY) return 'alg';
  if (manifest.publish_deadline < manifest.freeze_time) return 'publish_deadline';
  if (!sources.length || new Set(sources).size < sources.length) return 'sources';
  if (alg === NOTARY) return beacon ? 'beacon' : sealed.length ? 'envelopes' : null;
  if (sources.length === 1 && sources[0] === 'drand') return !beacon ? 'beacon' : sealed.length ? 'envelopes' : null;
  // envelopes and dice: two hands at least, so that no single one chooses
  const announced = sources.filter((name) => name.startsWith(ENVELOPE)).sort();
  const thrown = sources.filter((name) => name === DICE).length;
  if (announced.length < 2 || thrown !== 1 || announced.length + thrown !== sources.length) return 'sources';
  if (announced.length !== sealed.length || announced.some((name, k) => name !== sealed[k])) return 'envelopes';
  return beacon ? 'beacon' : null;
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
  };
  fields.done();
  if (lease.alg !== 'KD1') throw new FieldFault(fields.at('alg'), 'shape');
  if (lease.valid_to < lease.valid_from) throw new FieldFault(fields.at('valid_to'), 'shape');
  return lease;
}
