// Merkle trees of RFC 9162: a root that names a list, and the way from one of its leaves to that root.

import { same, sha256 } from './bytes.js';

const HASH_BYTES = 32;

/** The hash of a leaf. */
export function leafHash(data) {
  const marked = new Uint8Array(data.length + 1);
  marked.set(data, 1);
  return sha256(marked);
}

const both = new Uint8Array(1 + 2 * HASH_BYTES);
both[0] = 1;

/** The hash above two others. */
export function nodeHash(left, right) {
  both.set(left, 1);
  both.set(right, 1 + HASH_BYTES);
  return sha256(both);
}

/** The root of leaves that are added one by one: it keeps one hash for each bit of their number. */
export class Tree {
  constructor() {
    this.size = 0;
    this.whole = [];
  }

  /** Add the hash of the next leaf. */
  add(hash) {
    // as many subtrees become one as there are ones at the end of the number of leaves so far
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(this.whole.pop(), hash);
    this.whole.push(hash);
    this.size += 1;
  }

  root() {
    if (this.size === 0) return sha256(new Uint8Array(0));
    return this.whole.reduceRight((below, above) => nodeHash(above, below));
  }
}

/** The root of a list of leaves. */
export function root(leaves) {
  const tree = new Tree();
  for (const leaf of leaves) tree.add(leafHash(leaf));
  return tree.root();
}

/** Whether a leaf is number `index` of `size` under a root (RFC 9162, section 2.1.3.2). */
export function isIncluded(hash, index, size, path, wanted) {
  if (index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let at = hash;
  for (const step of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      at = nodeHash(step, at);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      at = nodeHash(at, step);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && same(at, wanted);
}
