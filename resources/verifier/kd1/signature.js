// Ed25519: the browser's own where it has it, the bundled library's where it has not.

import { ed25519 } from '@noble/curves/ed25519.js';
import { fromHex } from './bytes.js';

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

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
  const own = await ofBrowser(public_);
  if (own) return crypto.subtle.verify('Ed25519', own, raw, data);
  return ofLibrary(data, raw, public_);
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
