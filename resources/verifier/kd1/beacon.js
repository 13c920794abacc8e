// The public beacon (drand): which round comes when, and whether a round's signature is the beacon's own (BLS12-381).

import { bls12_381 } from '@noble/curves/bls12-381.js';
import { fromHex, joined, sha256, toHex, u64be, utf8 } from './bytes.js';
import { Fields } from './fields.js';

/** drand quicknet of the League of Entropy: the public beacon. */
export const QUICKNET = {
  public_key:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451' +
    '0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: 1692803367,
  period: 3,
  group_hash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
  beacon_id: 'quicknet',
  scheme: 'bls-unchained-g1-rfc9380',
};
const DST = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
const SIGNATURE_BYTES = 48;
const KEY_BYTES = 96;
/** A period above this is none. */
const LONGEST_S = 2 ** 31;

/** A chain of a beacon from its body. Throws FieldFault. */
export function chainOf(value, at) {
  const fields = new Fields(value, at);
  const chain = {
    public_key: fields.hex('public_key', KEY_BYTES),
    genesis: fields.whole('genesis'),
    period: fields.whole('period', 1, LONGEST_S),
    group_hash: fields.hex('group_hash', 32),
    beacon_id: fields.text('beacon_id'),
    scheme: fields.text('scheme'),
  };
  fields.done();
  return chain;
}

/** drand's name of a chain, 64 hexadecimal digits: whoever names it has named its key. */
export function chainHash(chain) {
  const period = u64be(chain.period).slice(4);
  const name = chain.beacon_id === 'default' ? '' : chain.beacon_id;
  const parts = [period, u64be(chain.genesis), fromHex(chain.public_key), fromHex(chain.group_hash), utf8(name)];
  return toHex(sha256(joined(...parts)));
}

/** When a round comes out, Unix seconds. */
export function timeOf(chain, round) {
  return chain.genesis + (round - 1) * chain.period;
}

/** The first round that comes out at a moment (Unix seconds) or after it. */
export function firstRoundFrom(chain, unix) {
  const since = BigInt(unix) - BigInt(chain.genesis);
  const period = BigInt(chain.period);
  if (since <= 0n) return 1;
  return Number((since + period - 1n) / period) + 1;
}

/** Whether a signature (hex) is the chain's for a round: nobody else can make one that fits. */
export function isGood(chain, round, signature) {
  if (chain.scheme !== QUICKNET.scheme) return false;
  try {
    const short = bls12_381.shortSignatures;
    const point = short.hash(sha256(u64be(round)), DST);
    return short.verify(fromHex(signature, SIGNATURE_BYTES), point, fromHex(chain.public_key, KEY_BYTES));
  } catch {
    return false; // no point of the curve, or not hexadecimal
  }
}
