// A file that was read and computed anew: what is shown of it, whose a ticket is, and what it gives for a receipt.

export class Opened {
  /** `result`: the winners and alternates, or the tape, computed anew; null where they could not be. */
  constructor(file, result) {
    this.kind = file.kind;
    this.source = file;
    this.result = result;
    this.id = file.kind === 'batch' ? file.manifest.draw_id : file.lease.lease_id;
    this.root = file.kind === 'batch' ? file.manifest.entrants_root : file.tapeRoot.root;
    this.tape = file.kind === 'wheel' ? result : null;
    this.keys = Object.fromEntries(file.signatures.map(({ key, name }) => [key, name]));
    if (file.kind === 'wheel') this.keys[file.tapeRoot.key] = file.lease.terminal;
  }

  /** What the page shows. */
  shown() {
    return this.kind === 'batch' ? this.batch() : this.wheel();
  }

  batch() {
    const { passed, names, counts } = this.source;
    return {
      winners: this.result?.winners ?? null, alternates: this.result?.alternates ?? [], passed,
      names: Object.fromEntries(names), counted: counts.length > 0,
    };
  }

  wheel() {
    const used = new Map();
    for (const [, code] of this.source.journal) used.set(code, (used.get(code) ?? 0) + 1);
    const counts = this.source.lease.counts.map(({ code, n }) => ({ code, n, used: used.get(code) ?? 0 }));
    return { counts, tape: this.result };
  }

  /** An entrant of the list: {c, count, first}. */
  leafOf(index) {
    const { counts, commitments } = this.source;
    if (index >= counts.length) return null;
    let first = 0;
    for (let i = 0; i < index; i++) first += counts[i];
    return { c: commitments[index], count: counts[index], first };
  }

  /** Whose a ticket is and what became of it; only `last` where there is no such ticket. */
  ownerOf(ticket) {
    const { counts, manifest } = this.source;
    const last = manifest.tickets - 1;
    if (!Number.isSafeInteger(ticket) || ticket < 0 || ticket > last) return { last };
    let first = 0;
    let i = 0;
    while (first + counts[i] <= ticket) {
      first += counts[i];
      i += 1;
    }
    return { i, first, count: counts[i], last, ...this.fateOf(i) };
  }

  /** What an entrant won: prizes, or the place among those who step in (from 0); undrawn when it was not drawn yet. */
  fateOf(entrant) {
    if (!this.result) return { undrawn: true, won: [] };
    const won = this.result.winners.filter(([, , i]) => i === entrant).map(([prize]) => prize);
    const place = this.result.alternates.findIndex(([, i]) => i === entrant);
    return { won, alternate: place === -1 ? undefined : place };
  }
}
