// A published file as it is chosen: JSON, or packed by gzip or Zstandard.

import { Decompress } from 'fzstd';
import { HALF, Malformed } from './bytes.js';

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
const MOST_BYTES = 2 ** 29 - 64; // of a text that browsers take
/** What stands between texts: a number with a fraction or an exponent, or a zero below zero, which KD1 has no form for. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?[0-9]+[.eE]|-0(?![0-9])/g;

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

/** JSON, without numbers that two languages might read differently. Throws Malformed. */
export function parsed(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Malformed('json');
  }
  for (const [token] of text.matchAll(TOKENS)) if (token[0] !== '"') throw new Malformed('number');
  if (/\\u[dD]/.test(text) && isHalf(value)) throw new Malformed('text');
  return value;
}

/** Whether half a surrogate pair is anywhere in a value. */
function isHalf(value) {
  if (typeof value === 'string') return HALF.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, item]) => HALF.test(name) || isHalf(item));
}
