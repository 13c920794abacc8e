// The stream of numbers that a seed gives, without favour for any of them.

import { H } from './encoding.js';
import { u64be } from './bytes.js';

const WORDS_OF_BLOCK = 4;
const TWO_TO_64 = 1n << 64n;

export class Stream {
  constructor(seed) {
    this.seed = seed;
    this.block = 0;
    this.words = [];
  }

  /** The next word of 64 bits, a BigInt. */
  word() {
    if (this.words.length === 0) {
      const block = new DataView(H('stream', this.seed, u64be(this.block)).buffer);
      for (let k = 0; k < WORDS_OF_BLOCK; k++) this.words.push(block.getBigUint64(8 * k));
      this.block += 1;
    }
    return this.words.shift();
  }

  /** A number below `n` (1 … 2^64), each as likely as any other: words that would favour some are left out. */
  below(n) {
    const size = BigInt(n);
    const fair = TWO_TO_64 - (TWO_TO_64 % size);
    for (;;) {
      const word = this.word();
      if (word < fair) return word % size;
    }
  }
}
