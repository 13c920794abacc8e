// A draw receipt (KD1) as a QR code or a link has it: prefix, Base45, zlib, COSE_Sign1 with Ed25519, a map of claims.

import { Malformed, fromHex, joined, sha256, toHex } from './bytes.js';
import { slotLeaf } from './wheel.js';
import { canonical } from './encoding.js';
import { utf8 } from './bytes.js';
import { isIncluded, leafHash } from './merkle.js';
import { entrant } from './batch.js';
import { isSigned } from './signature.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const MOST_CHARS = 4096;
const MOST_BYTES = 4096;
const ZLIB = 0x78;
const SIGN1 = 18;
const RECEIPT = -65541;
const [ISSUER, EXPIRES, ISSUED] = [1, 4, 6];
const KINDS = ['wheel', 'batch'];
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const MOST_ITEMS = 512;
const MOST_DEEP = 8;

/** What is inside a receipt, of a scanned text or a link around it. Nothing of it is proved yet. Throws Malformed. */
export async function read(text) {
  const message = new Cbor(await unpacked(body(text))).whole();
  const parts = message?.sign1;
  if (!Array.isArray(parts) || parts.length !== 4) throw new Malformed('receipt');
  const [head, unprotected, payload, signature] = parts;
  if (![head, payload, signature].every((part) => part instanceof Uint8Array)) throw new Malformed('receipt');
  const header = new Cbor(head).whole();
  const sound = header instanceof Map && header.size === 2 && header.get(1) === -8 && unprotected instanceof Map;
  if (!sound || unprotected.size || !(header.get(4) instanceof Uint8Array)) throw new Malformed('receipt');
  return { ...claims(new Cbor(payload).whole()), keyId: toHex(header.get(4)), signed: toBeSigned(head, payload), signature };
}

function body(text) {
  let said = text.trim();
  if (said.length > MOST_CHARS) throw new Malformed('receipt');
  const link = /^https?:\/\/[^?#\s]{1,255}?\/[qd]\/([^?#]*)/i.exec(said);
  try {
    if (link) said = decodeURIComponent(link[1]).trim();
  } catch {
    throw new Malformed('receipt');
  }
  const found = /^KD1:/i.exec(said);
  if (!found) throw new Malformed('not_a_receipt');
  return said.slice(found[0].length).toUpperCase();
}

/** Base45 (RFC 9285), and zlib where it was packed. */
async function unpacked(text) {
  const values = [...text].map((one) => ALPHABET.indexOf(one));
  if (values.includes(-1) || values.length % 3 === 1) throw new Malformed('receipt');
  const out = [];
  for (let k = 0; k < values.length; k += 3) {
    const [low, middle, high = null] = values.slice(k, k + 3);
    const value = low + 45 * middle + 45 * 45 * (high ?? 0);
    if (value > (high === null ? 0xff : 0xffff)) throw new Malformed('receipt');
    if (high !== null) out.push(value >> 8);
    out.push(value & 0xff);
  }
  const data = Uint8Array.from(out);
  return data[0] === ZLIB ? inflated(data) : data;
}

async function inflated(data) {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  let plain = new Uint8Array(0);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return plain;
      plain = joined(plain, value);
      if (plain.length > MOST_BYTES) throw new Malformed('receipt');
    }
  } catch {
    throw new Malformed('receipt');
  }
}

/** The part of CBOR (RFC 8949) that tokens are made of, read strictly. */
class Cbor {
  constructor(data) {
    this.data = data;
    this.at = 0;
    this.items = 0;
  }

  whole() {
    const value = this.item(0);
    if (this.at !== this.data.length) throw new Malformed('receipt');
    return value;
  }

  item(deep) {
    const [major, argument] = this.head();
    this.items += 1;
    if (this.items > MOST_ITEMS || deep > MOST_DEEP) throw new Malformed('receipt');
    switch (major) {
      case 0:
        return argument;
      case 1:
        return -1 - argument;
      case 2:
        return this.take(argument);
      case 3:
        return this.text(argument);
      case 4:
        return this.times(argument, () => this.item(deep + 1));
      case 5:
        return this.map(argument, deep);
      case 6:
        if (argument !== SIGN1 || this.items !== 1) throw new Malformed('receipt');
        return { sign1: this.item(deep + 1) };
      default:
        return this.simple(argument);
    }
  }

  simple(argument) {
    const value = { 20: false, 21: true, 22: null }[argument];
    if (value === undefined) throw new Malformed('receipt');
    return value;
  }

  map(size, deep) {
    const entries = this.times(size, () => [this.item(deep + 1), this.item(deep + 1)]);
    const out = new Map(entries);
    if (out.size !== size || entries.some(([key]) => typeof key !== 'number')) throw new Malformed('receipt');
    return out;
  }

  times(count, make) {
    if (count > MOST_ITEMS) throw new Malformed('receipt');
    return Array.from({ length: count }, make);
  }

  text(size) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.take(size));
    } catch {
      throw new Malformed('receipt');
    }
  }

  take(size) {
    if (this.at + size > this.data.length) throw new Malformed('receipt');
    this.at += size;
    return this.data.slice(this.at - size, this.at);
  }

  head() {
    const [first] = this.take(1);
    const [major, low] = [first >> 5, first & 31];
    if (low < 24) return [major, low];
    const width = { 24: 1, 25: 2, 26: 4, 27: 8 }[low];
    if (width === undefined || major === 7) throw new Malformed('receipt');
    let value = 0;
    for (const byte of this.take(width)) value = value * 256 + byte;
    // a number that is written longer than it need be is another text of the same
    const least = { 1: 24, 2: 2 ** 8, 4: 2 ** 16, 8: 2 ** 32 }[width];
    if (value < least || !Number.isSafeInteger(value)) throw new Malformed('receipt');
    return [major, value];
  }
}

function claims(map) {
  const inner = map instanceof Map ? map.get(RECEIPT) : undefined;
  if (!(inner instanceof Map)) throw new Malformed('not_a_receipt');
  const [which, draw, index, size, salt, path, root, code, first, count] = Array.from({ length: 10 }, (_, k) =>
    inner.get(k + 1),
  );
  const whole = (value) => Number.isSafeInteger(value) && value >= 0;
  const bytes = (value, length) => value instanceof Uint8Array && (length === undefined || value.length === length);
  const kind = KINDS[which];
  const sound =
    kind !== undefined && typeof draw === 'string' && whole(index) && whole(size) && index < size &&
    bytes(salt, SALT_BYTES) && bytes(path) && path.length % HASH_BYTES === 0 && bytes(root, HASH_BYTES) &&
    typeof map.get(ISSUER) === 'string' && whole(map.get(ISSUED)) && whole(map.get(EXPIRES)) &&
    (kind === 'wheel'
      ? typeof code === 'string' && first === undefined && count === undefined
      : code === undefined && whole(first) && whole(count) && count > 0);
  if (!sound) throw new Malformed('receipt');
  const steps = Array.from({ length: path.length / HASH_BYTES }, (_, k) => path.slice(k * HASH_BYTES, (k + 1) * HASH_BYTES));
  return {
    kind, draw, index, size, salt, path: steps, root, code, first, count,
    issuer: map.get(ISSUER), issued: map.get(ISSUED), expires: map.get(EXPIRES),
  };
}

/** Sig_structure of RFC 9052, section 4.4, with no external data. */
function toBeSigned(head, payload) {
  return joined(Uint8Array.of(0x84), run(3, utf8('Signature1')), run(2, head), run(2, new Uint8Array(0)), run(2, payload));
}

function run(major, data) {
  const size = data.length;
  if (size < 24) return joined(Uint8Array.of((major << 5) | size), data);
  if (size < 256) return joined(Uint8Array.of((major << 5) | 24, size), data);
  return joined(Uint8Array.of((major << 5) | 25, size >> 8, size & 0xff), data);
}

/** Whether the receipt is signed by a public key (hex) that has the id which it names. */
export async function isSignedBy(receipt, key) {
  return keyId(key) === receipt.keyId && isSigned(receipt.signed, toHex(receipt.signature), key);
}

/** The id of a public key (hex): the first four bytes of its SHA-256. */
export function keyId(key) {
  return toHex(sha256(fromHex(key, HASH_BYTES)).slice(0, 4));
}

/** Whether a wheel's slot is under the root that the receipt has. */
export function slotIsIncluded(receipt) {
  const leaf = leafHash(slotLeaf(receipt.draw, receipt.index, receipt.code, receipt.salt));
  return isIncluded(leaf, receipt.index, receipt.size, receipt.path, receipt.root);
}

/** Whether an entrant is under the root that the receipt has. `c`: the commitment, hex. */
export function ticketIsIncluded(receipt, c) {
  const leaf = canonical({ c, count: receipt.count, first: receipt.first, i: receipt.index });
  return isIncluded(leafHash(utf8(leaf)), receipt.index, receipt.size, receipt.path, receipt.root);
}

/** The commitment that a receipt's salt and a person give. `who`: {member, name, phone} as they are registered. */
export function commitmentOf(receipt, who) {
  return toHex(entrant(receipt.salt, who));
}
