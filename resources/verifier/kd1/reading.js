// A published file as it is chosen: JSON, or packed by gzip or Zstandard.

import { Decompress } from 'fzstd';
import { Malformed } from './bytes.js';
import { Checksum, checksumOf } from './checksum.js';

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
const MOST_BYTES = 2 ** 29 - 64; // of a text that browsers take
/** A text (and whether it is a name), a brace, a number: what two readers could take differently is among these. */
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;
const PIECE = 1 << 16;
/** A number of more digits is none of ours. */
const MOST_DIGITS = 4300;
/** Objects and lists within each other. */
const MOST_LAYERS = 64;

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
  const packed = new Uint8Array(await file.arrayBuffer());
  const told = checksumOf(packed);
  const text = new Text();
  const sum = new Checksum();
  const unpacker = new Decompress((piece) => {
    text.add(piece);
    if (told !== null) sum.add(piece);
  });
  for (let at = 0; at < packed.length; at += PIECE) unpacker.push(packed.subarray(at, at + PIECE));
  unpacker.push(new Uint8Array(0), true);
  if (told !== null && sum.low() !== told) throw new Malformed('json');
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
 * JSON, in which no name stands twice in one object and no number has a fraction: two readers could take those
 * differently. Throws Malformed.
 */
export function parsed(text) {
  let value;
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw new Malformed('json');
  }
  const names = [];
  for (const [token, said, named] of text.matchAll(TOKENS)) {
    if (said !== undefined) {
      if (named !== undefined) once(names.at(-1), JSON.parse(said));
    } else if (token === '{') names.push(new Set());
    else if (token === '}') names.pop();
    else if (/[.eE]/.test(token) || token.length > MOST_DIGITS) throw new Malformed('number');
  }
  layered(value);
  return value;
}

/** Level by level, so that no depth is too much for us. */
function layered(value) {
  const isLayer = (one) => typeof one === 'object' && one !== null;
  let level = [value].filter(isLayer);
  for (let layers = 0; level.length; layers++) {
    if (layers >= MOST_LAYERS) throw new Malformed('json');
    const next = [];
    for (const one of level) for (const inner of Object.values(one)) if (isLayer(inner)) next.push(inner);
    level = next;
  }
}

function once(names, name) {
  if (names.has(name)) throw new Malformed('twice');
  names.add(name);
}
