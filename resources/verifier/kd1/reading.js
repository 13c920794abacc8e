// A published file as it is chosen: JSON, or packed by gzip or Zstandard.

import { Decompress } from 'fzstd';
import { Malformed } from './bytes.js';

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
const MOST_BYTES = 2 ** 29 - 64; // of a text that browsers take
/** A text, or a number with a fraction or an exponent: KD1 has no form for those. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;

/** What the file says, a plain object. Throws Malformed. */
export async function opened(file) {
  const bytes = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const begins = (mark) => mark.every((byte, k) => bytes[k] === byte);
  let text;
  try {
    if (begins(ZSTD)) text = await ofZstd(file);
    else if (begins(GZIP)) text = await ofStream(file.stream().pipeThrough(new DecompressionStream('gzip')));
    else text = await ofStream(file.stream());
  } catch (fault) {
    if (fault instanceof Malformed) throw fault;
    throw new Malformed('json');
  }
  return parsed(text);
}

async function ofStream(stream) {
  const text = new Text();
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text.whole();
    text.add(value);
  }
}

async function ofZstd(file) {
  const text = new Text();
  const unpacker = new Decompress((piece) => text.add(piece));
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    unpacker.push(value);
  }
  unpacker.push(new Uint8Array(0), true);
  return text.whole();
}

/** UTF-8 that comes in pieces, strictly read. */
class Text {
  constructor() {
    this.decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    this.parts = [];
    this.size = 0;
  }

  add(piece) {
    this.size += piece.length;
    if (this.size > MOST_BYTES) throw new Malformed('large');
    this.parts.push(this.decoder.decode(piece, { stream: true }));
  }

  whole() {
    this.parts.push(this.decoder.decode());
    return this.parts.join('');
  }
}

/**
 * JSON. A number that two languages might read differently (1.0 is a whole number to one and none to the other) becomes
 * null, which no field of KD1 takes. Throws Malformed.
 */
export function parsed(text) {
  try {
    const value = JSON.parse(text);
    return /[0-9][.eE]/.test(text) && [...fractions(text)].length ? JSON.parse(text.replace(TOKENS, (token) => (isFraction(token) ? 'null' : token))) : value;
  } catch {
    throw new Malformed('json');
  }
}

function* fractions(text) {
  for (const [token] of text.matchAll(TOKENS)) if (isFraction(token)) yield token;
}

const isFraction = (token) => token[0] !== '"' && /[.eE]/.test(token);
