// The list of entrants as a tree: a million leaves, one after the other, without an object for each.

import { sha256 } from './bytes.js';
import { Tree } from './merkle.js';

const LONGEST = 256;
const TOLD_EACH = 20_000;

/** The root of the list. `counts`: tickets of each; `commitments`: hexadecimal; `told(at, all)`: how far it is. */
export function listRoot(counts, commitments, told = () => {}) {
  const tree = new Tree();
  const encoder = new TextEncoder();
  const buffer = new Uint8Array(LONGEST);
  let first = 0;
  for (let i = 0; i < counts.length; i++) {
    // written out: the canonical text of a leaf, behind the zero that marks one
    const text = `{"c":"${commitments[i]}","count":${counts[i]},"first":${first},"i":${i}}`;
    const { written } = encoder.encodeInto(text, buffer.subarray(1));
    tree.add(sha256(buffer.subarray(0, written + 1)));
    first += counts[i];
    if (i % TOLD_EACH === 0) told(i, counts.length);
  }
  told(counts.length, counts.length);
  return tree.root();
}
