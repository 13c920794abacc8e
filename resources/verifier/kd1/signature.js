// Ed25519: the browser's own where it has it, the bundled library's where it has not.

import { ed25519 } from '@noble/curves/ed25519.js';
import { fromHex, toHex } from './bytes.js';

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/**
 * Points of small order, the sign aside: under such a key one signature is good for many messages, for any at all under
 * one of them. Some libraries take them, some do not; no honest key is one.
 */
const WEAK = [
  '00'.repeat(32),
  '01' + '00'.repeat(31),
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ec' + 'ff'.repeat(30) + '7f',
  'ed' + 'ff'.repeat(30) + '7f',
  'ee' + 'ff'.repeat(30) + '7f',
];

/** Whether `signature` (hex) over `data` is that of the public key (hex). What cannot be read is not. */
export async function isSigned(data, signature, key) {
  let raw;
  let public_;
  try {
    raw = fromHex(signature, SIGNATURE_BYTES);
    public_ = fromHex(key, KEY_BYTES);
  } catch {
    return false;
  }
  if (isWeak(public_)) return false;
  const own = await ofBrowser(public_);
  if (own) return crypto.subtle.verify('Ed25519', own, raw, data);
  return ofLibrary(data, raw, public_);
}

function isWeak(key) {
  const unsigned = key.slice();
  unsigned[31] &= 0x7f;
  return WEAK.includes(toHex(unsigned));
}

async function ofBrowser(key) {
  try {
    return await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  } catch {
    return null; // an older browser, or a page that is shown without protection
  }
}

/** By the rules of RFC 8032, and not one more signature than the browsers' own accept. */
export function ofLibrary(data, signature, key) {
  try {
    return ed25519.verify(signature, data, key, { zip215: false });
  } catch {
    return false;
  }
}
