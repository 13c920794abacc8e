// What Zstandard itself says of a file: where its frame ends, and the checksum of what is in it (the low half of XXH64).

import { Malformed } from './bytes.js';

const DICTIONARY = [0, 1, 2, 4];
const SIZE = [0, 2, 4, 8];
const REPEATED = 1;

/** The checksum that stands behind the one frame of a file, or null. Throws Malformed where it is not one whole frame. */
export function checksumOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const need = (end) => {
    if (end > bytes.length) throw new Malformed('json');
    return end;
  };
  need(5);
  const said = bytes[4];
  const single = (said >> 5) & 1;
  let at = 5 + (1 - single) + DICTIONARY[said & 3] + (said >> 6 ? SIZE[said >> 6] : single);
  for (let last = 0; !last; ) {
    need(at + 3);
    const block = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
    last = block & 1;
    at = need(at + 3 + (((block >> 1) & 3) === REPEATED ? 1 : block >> 3));
  }
  const summed = (said >> 2) & 1;
  if (need(at + 4 * summed) !== bytes.length) throw new Malformed('json');
  return summed ? view.getUint32(at, true) : null;
}

// numbers of 64 bits as two of 32: whole ones of the language are ten times as slow, and files are large
const P1 = [0x9e3779b1, 0x85ebca87];
const P2 = [0xc2b2ae3d, 0x27d4eb4f];
const P3 = [0x165667b1, 0x9e3779f9];
const P4 = [0x85ebca77, 0xc2b2ae63];
const P5 = [0x27d4eb2f, 0x165667c5];

/** A number that is worked on in its place. */
class Word {
  constructor([high, low] = [0, 0]) {
    this.high = high | 0;
    this.low = low | 0;
  }

  add(high, low) {
    const sum = (this.low >>> 0) + (low >>> 0);
    this.high = (this.high + high + (sum > 0xffffffff ? 1 : 0)) | 0;
    this.low = sum | 0;
    return this;
  }

  xor(high, low) {
    this.high ^= high;
    this.low ^= low;
    return this;
  }

  times([high, low]) {
    const [a0, a1, b0, b1] = [this.low & 0xffff, this.low >>> 16, low & 0xffff, low >>> 16];
    const first = a0 * b0;
    const middle = a0 * b1 + Math.floor(first / 65536) + ((a1 * b0) & 0xffff);
    const carried = a1 * b1 + Math.floor(middle / 65536) + ((a1 * b0) >>> 16);
    this.high = (carried + Math.imul(this.high, low) + Math.imul(this.low, high)) | 0;
    this.low = ((middle & 0xffff) << 16) | (first & 0xffff);
    return this;
  }

  left(bits) {
    const { high, low } = this;
    const [a, b] = bits < 32 ? [high, low] : [low, high];
    const by = bits & 31;
    this.high = by ? (a << by) | (b >>> (32 - by)) : a;
    this.low = by ? (b << by) | (a >>> (32 - by)) : b;
    return this;
  }

  folded(bits) {
    const high = bits < 32 ? this.high >>> bits : 0;
    const low = bits < 32 ? (this.low >>> bits) | (this.high << (32 - bits)) : this.high >>> (bits - 32);
    return this.xor(high, low);
  }

  round(high, low) {
    const word = ROUND;
    word.high = high;
    word.low = low;
    word.times(P2);
    return this.add(word.high, word.low).left(31).times(P1);
  }
}

const ROUND = new Word();

/** XXH64 (seed 0) of bytes that come in pieces; `low()`: its lower half. */
export class Checksum {
  constructor() {
    this.lanes = [new Word(P1).add(...P2), new Word(P2), new Word(), new Word([-P1[0] - (P1[1] ? 1 : 0), -P1[1]])];
    this.left = new Uint8Array(32);
    this.kept = 0;
    this.size = 0;
  }

  add(piece) {
    this.size += piece.length;
    let at = 0;
    if (this.kept) {
      at = Math.min(32 - this.kept, piece.length);
      this.left.set(piece.subarray(0, at), this.kept);
      this.kept += at;
      if (this.kept < 32) return;
      this.stripes(this.left);
    }
    const whole = at + ((piece.length - at) & ~31);
    this.stripes(piece.subarray(at, whole));
    this.left.set(piece.subarray(whole));
    this.kept = piece.length - whole;
  }

  stripes(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length; at += 8) {
      this.lanes[(at >> 3) & 3].round(view.getInt32(at + 4, true), view.getInt32(at, true));
    }
  }

  low() {
    let sum = new Word(P5);
    if (this.size >= 32) {
      const copies = this.lanes.map(({ high, low }) => new Word([high, low]));
      sum = new Word();
      for (const [k, bits] of [1, 7, 12, 18].entries()) {
        const turned = new Word([copies[k].high, copies[k].low]).left(bits);
        sum.add(turned.high, turned.low);
      }
      for (const { high, low } of copies) {
        const one = new Word().round(high, low);
        sum.xor(one.high, one.low).times(P1).add(...P4);
      }
    }
    sum.add(Math.floor(this.size / 2 ** 32), this.size | 0);
    const rest = new DataView(this.left.buffer, 0, this.kept);
    let at = 0;
    for (; at + 8 <= this.kept; at += 8) {
      const one = new Word().round(rest.getInt32(at + 4, true), rest.getInt32(at, true));
      sum.xor(one.high, one.low).left(27).times(P1).add(...P4);
    }
    if (at + 4 <= this.kept) {
      const one = new Word([0, rest.getInt32(at, true)]).times(P1);
      sum.xor(one.high, one.low).left(23).times(P2).add(...P3);
      at += 4;
    }
    for (; at < this.kept; at++) {
      const one = new Word([0, this.left[at]]).times(P5);
      sum.xor(one.high, one.low).left(11).times(P1);
    }
    return sum.folded(33).times(P2).folded(29).times(P3).folded(32).low >>> 0;
  }
}
