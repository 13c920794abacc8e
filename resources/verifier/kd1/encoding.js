// H(tag, p1..pn) and canonical JSON (RFC 8785) over texts in NFC, whole numbers, truth values, lists and objects.

import { HALF, Malformed, joined, sha256, u64be, utf8 } from './bytes.js';

/** More layers than this are no body of KD1. */
export const DEEPEST = 64;

/** H(tag, p1..pn): SHA-256 over the tag and the parts, each behind its length. 32 bytes. */
export function H(tag, ...parts) {
  const name = utf8(`KD1/${tag}`);
  const framed = parts.flatMap((part) => [u64be(part.length), part]);
  return sha256(joined(Uint8Array.of(name.length), name, ...framed));
}

/** The canonical text of a value. Throws Malformed for what KD1 has no form for, numbers with a fraction among it. */
export function canonical(value, layers = DEEPEST) {
  if (layers === 0) throw new Malformed('deep');
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isSafeInteger(value)) throw new Malformed('number');
      return String(value);
    case 'string':
      return textOf(value);
    case 'object':
      if (Array.isArray(value)) return `[${value.map((item) => canonical(item, layers - 1)).join(',')}]`;
      if (value !== null) return objectText(value, layers);
  }
  throw new Malformed('value');
}

function textOf(text) {
  if (HALF.test(text)) throw new Malformed('text');
  return JSON.stringify(text.normalize('NFC'));
}

function objectText(value, layers) {
  const settled = new Map(Object.entries(value).map(([name, item]) => [name.normalize('NFC'), item]));
  if (settled.size !== Object.keys(value).length) throw new Malformed('keys');
  // sort() compares UTF-16 code units, as RFC 8785 wants it
  const names = [...settled.keys()].sort();
  return `{${names.map((name) => `${textOf(name)}:${canonical(settled.get(name), layers - 1)}`).join(',')}}`;
}

/** JCS(x): the canonical text as UTF-8. */
export function jcs(value) {
  return utf8(canonical(value));
}

/** What is signed of a body, the signature itself outside of it. */
export function signedBytes(body) {
  return H('sig', jcs(body));
}
