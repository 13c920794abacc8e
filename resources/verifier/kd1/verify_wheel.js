// The checks of a closed lease's file: the tape made anew, and every spin the slot that came next.

import { fromHex, toHex } from './bytes.js';
import { signedBytes } from './encoding.js';
import { isHex } from './fields.js';
import { isSigned } from './signature.js';
import { commitment, leaseHash, tape, tapeRoot, tapeSeed } from './wheel.js';

const SECRET_BYTES = 32;

/** All of them. Gives the tape, made anew; null where that cannot be. */
export async function check(checking, file) {
  const { lease, journal, closed } = file;
  await checking.signatures(file.signatures, lease.body, ['hq']);
  const codes = anew(checking, file);
  await signedRoot(checking, file);
  spins(checking, journal, codes);
  const used = journal.length;
  checking.say('closed', closed.used === used, { field: 'closed.used', expected: used, found: closed.used });
  const outside = journal.filter(([, , at]) => at < lease.valid_from || at > lease.valid_to).length;
  if (outside) checking.note('outside_its_time', { spins: outside });
  checking.limit('published_in_time', 'peeked', 'who_spun', 'handed_over');
  return codes;
}

function anew(checking, { lease, nT, beacon, tapeRoot: said, chain: given }) {
  const secret = isHex(nT, SECRET_BYTES) ? fromHex(nT) : null;
  const bound = secret !== null && toHex(commitment(secret)) === lease.commit_terminal;
  checking.say('commitment', bound, { field: 'nT' });
  const chain = checking.beacon(lease.beacon, given, beacon, 'beacon');
  if (!bound || !chain) return null;
  const codes = tape(lease.counts, tapeSeed(lease.body, secret, fromHex(beacon.signature)));
  if (said.size !== codes.length) checking.say('tape_root', false, { field: 'tape_root.size' });
  else checking.say('tape_root', toHex(tapeRoot(lease.lease_id, codes, secret)) === said.root, { field: 'tape_root.root' });
  return codes;
}

async function signedRoot(checking, { lease, tapeRoot: { root, size, key, signature } }) {
  const body = { lease: lease.lease_id, lease_hash: toHex(leaseHash(lease.body)), root, size };
  const good = await isSigned(signedBytes(body), signature, key);
  checking.say('tape_signature', good, { field: 'tape_root.signature' });
  checking.publishers.add(key);
  if (good) checking.vouched('tape_root.key', key, 'terminal');
}

function spins(checking, journal, codes) {
  for (const [place, [j, code]] of journal.entries()) {
    const beyond = codes && j >= codes.length;
    const problem = j !== place ? 'gap' : beyond ? 'beyond' : codes && code !== codes[j] ? 'other_code' : '';
    if (problem) {
      checking.say('journal', false, { field: 'journal', place, problem });
      return;
    }
  }
  checking.say('journal', true);
}
