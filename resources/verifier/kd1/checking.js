// What both kinds of published files have checked: who signed, and the beacon.

import { QUICKNET, chainHash, isGood } from './beacon.js';
import { signedBytes } from './encoding.js';
import { isSigned } from './signature.js';

const QUICKNET_HASH = chainHash(QUICKNET);

/** Gathers what is checked. `trusted`: public keys (hex) that may have signed; null: whoever reads compares them. */
export class Checking {
  constructor(trusted = null) {
    this.trusted = trusted;
    this.publishers = new Set();
    this.checks = [];
    this.notes = [];
    this.limits = [];
  }

  /** A check was made; what it points at matters only where it failed, and whose it was always. */
  say(code, ok, args = {}) {
    const told = Object.entries(args).filter(([name]) => !ok || ['role', 'name', 'key'].includes(name));
    this.checks.push({ code, ok, args: Object.fromEntries(told) });
    return ok;
  }

  /** Something has to be known, and is no fault. */
  note(code, args = {}) {
    this.notes.push({ code, args });
  }

  /** Something cannot be checked. */
  limit(...codes) {
    this.limits.push(...codes);
  }

  /** Each signature of a manifest or a lease; one of a role that is needed has to be among them. */
  async signatures(signatures, body, needed) {
    const message = signedBytes(body);
    for (const [k, { role, name, key, signature }] of signatures.entries()) {
      const at = `signatures.${k}`;
      const good = await isSigned(message, signature, key);
      const twice = signatures.slice(0, k).some((other) => other.key === key);
      this.say('signature', good && !twice, { field: `${at}.${twice ? 'key' : 'signature'}`, role, name });
      if (good) this.vouched(`${at}.key`, key, role);
      if (role === 'hq' || role === 'terminal') this.publishers.add(key);
    }
    this.say('signed', signatures.some(({ role }) => needed.includes(role)), { field: 'signatures' });
  }

  vouched(field, key, role) {
    if (this.trusted === null) this.note('keys_not_vouched', { role, key });
    else this.say('key', this.trusted.includes(key), { field, key });
  }

  /** The round that came out: of the chain and the number that were named, signed by it. Null: no such chain's key. */
  beacon(named, given, seed, field) {
    const chain = named.chain === QUICKNET_HASH ? QUICKNET : given;
    if (!chain || chainHash(chain) !== named.chain || (given && chainHash(given) !== named.chain)) {
      this.say('chain', false, { field: 'chain' });
      return null;
    }
    this.say('chain', true);
    if (Object.keys(QUICKNET).some((name) => chain[name] !== QUICKNET[name])) {
      this.note('not_public_beacon', { chain: chainHash(chain) });
    }
    const args = { field: `${field}.round`, expected: named.round, found: seed.round };
    if (this.say('beacon_round', seed.round === named.round, args)) {
      this.say('beacon_signature', isGood(chain, seed.round, seed.signature), { field: `${field}.signature` });
    }
    return chain;
  }
}
