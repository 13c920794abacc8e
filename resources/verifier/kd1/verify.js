// Checks a published file: everything that can be recomputed is, and what cannot be is named.

import { H } from './encoding.js';
import { toHex, utf8 } from './bytes.js';
import { manifestHash } from './batch.js';
import { QUICKNET, timeOf } from './beacon.js';
import { Checking } from './checking.js';
import { FieldFault, isObject } from './fields.js';
import { Opened } from './opened.js';
import { FORMAT, read } from './published.js';
import { titles } from './rules.js';
import { Seal } from './seal.js';
import * as batch from './verify_batch.js';
import * as wheel from './verify_wheel.js';
import { leaseHash } from './wheel.js';
import { isSigned } from './signature.js';

/**
 * The report on a file (its JSON value), and the file as receipts are judged by it (null where it cannot be read).
 * `trusted`: public keys (hex) that may have signed; null: whoever reads the report compares them.
 */
export async function verified(value, told, trusted = null) {
  const checking = new Checking(trusted);
  const format = isObject(value) && value.format === FORMAT;
  if (!format || !['batch', 'wheel'].includes(value.kind)) {
    checking.say('format', false, { field: format ? 'kind' : 'format' });
    return { report: { ...said(checking), unreadable: true }, file: null };
  }
  checking.say('format', true);
  const file = fieldsOf(checking, value);
  let result = null;
  if (file) {
    rules(checking, file);
    result = file.kind === 'batch' ? await batch.check(checking, file, told) : await wheel.check(checking, file);
  }
  await sealed(checking, value);
  if (!file) return { report: { ...said(checking), kind: value.kind, unreadable: true }, file: null };
  const opened = new Opened(file, result);
  const named = checking.checks.some(({ code, ok }) => code === 'rules' && ok) ? titles(file.rules.text, opened.id) : null;
  const shown = { kind: file.kind, rehearsal: file.rehearsal, about: about(file), titles: named, ...opened.shown() };
  return { report: { ...said(checking), ...shown }, file: opened };
}

function said({ checks, notes, limits }) {
  return { good: checks.every(({ ok }) => ok), checks, notes, limits };
}

function fieldsOf(checking, value) {
  try {
    const file = read(value);
    checking.say('fields', true);
    if (file.rehearsal) checking.note('rehearsal');
    return file;
  } catch (fault) {
    if (!(fault instanceof FieldFault)) throw fault;
    checking.say('fields', false, { field: fault.field, problem: fault.problem });
    return null;
  }
}

function rules(checking, file) {
  const published = (file.manifest ?? file.lease).rules_hash;
  if (file.rules.hash !== published) checking.say('rules', false, { field: 'rules.hash' });
  else checking.say('rules', toHex(H('rules', utf8(file.rules.text))) === published, { field: 'rules.text' });
}

async function sealed(checking, value) {
  if (!Object.hasOwn(value, 'seal')) {
    checking.say('seal', false, { field: 'seal', problem: 'missing' });
    return;
  }
  let seal;
  try {
    seal = new Seal(value.seal);
  } catch (fault) {
    if (!(fault instanceof FieldFault)) throw fault;
    checking.say('seal', false, { field: fault.field, problem: fault.problem });
    return;
  }
  if (checking.publishers.has(seal.key)) {
    const good = await isSigned(seal.message(), seal.signature, seal.key);
    checking.say('seal', good, { field: 'seal.signature', problem: 'signature' });
  } else {
    checking.say('seal', false, { field: 'seal.key', problem: 'no_publisher' });
  }
  const altered = seal.altered(value);
  for (const field of altered) checking.say('altered', false, { field });
  if (!altered.length) checking.say('altered', true);
}

/** What the file is about, for people. */
function about({ kind, manifest, lease, seed, beacon, chain, tapeRoot, journal }) {
  const given = chain ?? QUICKNET;
  if (kind === 'wheel') {
    return {
      campaign: lease.campaign, lease: lease.lease_id, terminal: lease.terminal, rules: lease.rules_hash,
      slots: lease.counts.reduce((sum, { n }) => sum + n, 0), spins: journal.length, root: tapeRoot.root,
      fingerprint: half(leaseHash(lease.body)), round: beacon.round, out: timeOf(given, beacon.round),
    };
  }
  return {
    campaign: manifest.campaign, draw: manifest.draw_id, seq: manifest.seq, entrants: manifest.entrants,
    tickets: manifest.tickets, frozen: manifest.freeze_time, deadline: manifest.publish_deadline,
    rules: manifest.rules_hash, fingerprint: half(manifestHash(manifest.body)),
    sources: manifest.beacon ? undefined : manifest.sources, round: manifest.beacon?.round,
    out: manifest.beacon ? timeOf(given, manifest.beacon.round) : undefined, drawn: Boolean(seed),
  };
}

/** What is read off the stage and off paper: half of a hash. */
function half(hash) {
  return toHex(hash.slice(0, 16));
}
