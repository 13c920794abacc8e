// Where the computing is done: on a thread of its own, so that the page stays alive; where there is none, here.

const ENGINE = 'engine';

export class Computing {
  constructor() {
    this.waiting = new Map();
    this.number = 0;
    this.here = false;
    try {
      const text = document.getElementById(ENGINE).textContent;
      this.worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
      this.worker.onmessage = ({ data }) => this.said(data);
      this.worker.onerror = (event) => {
        event.preventDefault();
        this.failed(event.message);
      };
    } catch {
      this.here = true;
    }
  }

  /** The report of a published file, a Blob. `told(at, all)`: how far it is. */
  open(file, told) {
    return this.ask('open', { file }, told);
  }

  /** What a receipt is worth. `keys`: public keys (hex) and whose they are. */
  receipt(text, keys) {
    return this.ask('receipt', { text, keys });
  }

  /** Whether a receipt's entry is that of a person. */
  whose(text, who) {
    return this.ask('whose', { text, who });
  }

  /** Whose a ticket of the opened file is, and what it won. */
  ticket(number) {
    return this.ask('ticket', { number });
  }

  ask(what, args, told = () => {}) {
    if (this.here) return globalThis.drawEngine.answer(what, args, told);
    this.number += 1;
    const id = this.number;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { what, args, told, resolve, reject });
      this.worker.postMessage({ id, what, args });
    });
  }

  said({ id, at, all, found, fault }) {
    const asked = this.waiting.get(id);
    this.alive = true;
    if (!asked) return;
    if (at !== undefined) return asked.told(at, all);
    this.waiting.delete(id);
    if (fault === undefined) asked.resolve(found);
    else asked.reject(new Error(fault));
  }

  /** A browser that makes no such thread says so only now: what it was asked is done here. */
  failed(message) {
    const asked = [...this.waiting.values()];
    this.waiting.clear();
    if (this.alive) return asked.forEach(({ reject }) => reject(new Error(message)));
    this.here = true;
    for (const { what, args, told, resolve, reject } of asked) this.ask(what, args, told).then(resolve, reject);
  }
}
