// (a) The draw among a frozen list: its seed, and the winners that follow from it.

import { md5 } from '@noble/hashes/legacy.js';
import { H, jcs } from './encoding.js';
import { Stream } from './stream.js';
import { joined, toHex, utf8 } from './bytes.js';

/** What names a manifest. */
export function manifestHash(manifest) {
  return H('manifest', jcs(manifest));
}

/** The commitment to a person. `who`: {member, name, phone}. */
export function entrant(salt, who) {
  return H('entrant', salt, jcs(who));
}

/** The seed of a round of the public beacon. */
export function seedFromBeacon(hash, signature) {
  return H('seed', hash, utf8('drand'), signature);
}

/** The seed of envelopes and dice: [[name, bytes]…] in the announced order. */
export function seedFromSources(hash, sources) {
  return H('seed', hash, ...sources.flatMap(([name, value]) => [utf8(name), value]));
}

/** Tickets by their owners, from which owners and tickets can be taken away: sums over a Fenwick tree. */
class Tickets {
  constructor(counts) {
    this.left = Float64Array.from(counts);
    this.sums = new Float64Array(this.left.length + 1);
    this.total = 0;
    this.top = 1;
    while (this.top * 2 <= this.left.length) this.top *= 2;
    for (let k = 1; k < this.sums.length; k++) {
      const count = this.left[k - 1];
      this.total += count;
      this.sums[k] += count;
      const above = k + (k & -k);
      if (above < this.sums.length) this.sums[above] += this.sums[k];
    }
  }

  /** Whose ticket the `place`-th of those left is, and which of that owner's left ones. */
  find(place) {
    let owner = 0;
    let rest = place;
    for (let step = this.top; step > 0; step = Math.floor(step / 2)) {
      if (owner + step < this.sums.length && this.sums[owner + step] <= rest) {
        owner += step;
        rest -= this.sums[owner];
      }
    }
    return [owner, rest];
  }

  take(owner, count) {
    this.left[owner] -= count;
    this.total -= count;
    for (let k = owner + 1; k < this.sums.length; k += k & -k) this.sums[k] -= count;
  }
}

/**
 * `total` winning tickets in the order they are drawn, as [ticket, entrant]; fewer where no tickets are left.
 * `counts`: tickets of each entrant. `once`: with one ticket all of the owner's leave.
 */
export function drawn(counts, seed, total, once) {
  const tickets = new Tickets(counts);
  const first = new Float64Array(counts.length);
  for (let i = 1; i < counts.length; i++) first[i] = first[i - 1] + counts[i - 1];
  const gone = new Map();
  const stream = new Stream(seed);
  const out = [];
  while (out.length < total && tickets.total > 0) {
    const [owner, place] = tickets.find(Number(stream.below(tickets.total)));
    if (once) {
      out.push([first[owner] + place, owner]);
      tickets.take(owner, tickets.left[owner]);
      continue;
    }
    const before = gone.get(owner) ?? [];
    let which = place;
    for (const taken of before) if (taken <= which) which += 1;
    gone.set(owner, [...before, which].sort((a, b) => a - b));
    out.push([first[owner] + which, owner]);
    tickets.take(owner, 1);
  }
  return out;
}

/**
 * The notary mode, RFC 3797: everybody has one chance, by public numbers. As `drawn`, with one ticket for each.
 * `key`: the numbers as the RFC writes them.
 */
export function drawnByNotary(pool, key, total) {
  const tickets = new Tickets(Array(pool).fill(1));
  const out = [];
  for (let index = 0; index < Math.min(pool, total); index++) {
    const number = Uint8Array.of(index >> 8, index & 0xff);
    const place = BigInt(`0x${toHex(md5(joined(number, utf8(key), number)))}`) % BigInt(tickets.total);
    const [one] = tickets.find(Number(place));
    tickets.take(one, 1);
    out.push([one, one]);
  }
  return out;
}
