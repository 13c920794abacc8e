// (b) The wheel: a tape of slots that is shuffled and sealed before the first spin.

import { H, jcs } from './encoding.js';
import { Stream } from './stream.js';
import { leafHash, Tree } from './merkle.js';
import { toHex, u64be } from './bytes.js';

const SALT_BYTES = 16;

/** What names a lease. */
export function leaseHash(lease) {
  return H('lease', jcs(lease));
}

/** What a terminal commits itself to before the round: its secret number, sealed. */
export function commitment(secret) {
  return H('commit', secret);
}

/** The seed of a lease's tape. */
export function tapeSeed(lease, secret, signature) {
  return H('tape-seed', leaseHash(lease), secret, signature);
}

/** The tape: every slot's code, in order. `counts`: [{code, n}…], laid out as listed and shuffled (Fisher–Yates). */
export function tape(counts, seed) {
  const slots = counts.flatMap(({ code, n }) => Array(n).fill(code));
  const stream = new Stream(seed);
  for (let i = slots.length - 1; i > 0; i--) {
    const other = Number(stream.below(i + 1));
    [slots[i], slots[other]] = [slots[other], slots[i]];
  }
  return slots;
}

/** What keeps a slot's leaf from being guessed. */
export function slotSalt(secret, j) {
  return H('slot-salt', secret, u64be(j)).slice(0, SALT_BYTES);
}

/** A slot as a leaf. */
export function slotLeaf(lease, j, code, salt) {
  return jcs({ code, j, lease, salt: toHex(salt) });
}

/** The root that is published before the first spin. */
export function tapeRoot(lease, slots, secret) {
  const tree = new Tree();
  slots.forEach((code, j) => tree.add(leafHash(slotLeaf(lease, j, code, slotSalt(secret, j)))));
  return tree.root();
}
