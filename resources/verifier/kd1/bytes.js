// Bytes, hexadecimal digits and SHA-256, which everything else is made of.

import { sha256 as digest } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
const HEX = /^(?:[0-9a-f]{2})*$/;
/** Half a surrogate pair. */
export const HALF = /\p{Surrogate}/u;

/** What the file or the code says cannot be so. `reason`: a stable code. */
export class Malformed extends Error {
  constructor(reason, args = {}) {
    super(reason);
    this.reason = reason;
    this.args = args;
  }
}

/** SHA-256 of some bytes. */
export const sha256 = digest;

/** A text as UTF-8. Half a surrogate pair has no such form. */
export function utf8(text) {
  if (HALF.test(text)) throw new Malformed('text');
  return encoder.encode(text);
}

/** Small hexadecimal digits, as everything published is written. */
export function toHex(bytes) {
  let out = '';
  for (const byte of bytes) out += (byte < 16 ? '0' : '') + byte.toString(16);
  return out;
}

/** Bytes of small hexadecimal digits; `size`: how many bytes there have to be. */
export function fromHex(text, size = undefined) {
  if (typeof text !== 'string' || !HEX.test(text)) throw new Malformed('hex');
  if (size !== undefined && text.length !== 2 * size) throw new Malformed('hex');
  const out = new Uint8Array(text.length / 2);
  for (let k = 0; k < out.length; k++) out[k] = parseInt(text.slice(2 * k, 2 * k + 2), 16);
  return out;
}

/** One after the other. */
export function joined(...parts) {
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Eight bytes, the highest first. `value`: a whole number or a BigInt. */
export function u64be(value) {
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, BigInt(value));
  return out;
}

/** Whether two runs of bytes are the same. */
export function same(left, right) {
  return left.length === right.length && left.every((byte, k) => byte === right[k]);
}
