// The engine: opens a published file, checks it, and judges receipts by it. On a thread of its own, or in the page.

import { Malformed } from './bytes.js';
import { opened } from './reading.js';
import { verified } from './verify.js';
import { commitmentOf, read, ticketIsIncluded } from './receipt.js';
import { judged } from './judging.js';

/** What is asked of the engine, by name. */
class Engine {
  constructor() {
    this.file = null;
  }

  async open({ file }, told) {
    this.file = null;
    let value;
    try {
      value = await opened(file);
    } catch (fault) {
      if (!(fault instanceof Malformed)) throw fault;
      return { unreadable: true, checks: [{ code: 'file', ok: false, args: { problem: fault.reason } }] };
    }
    const { report, file: kept } = await verified(value, told);
    this.file = kept;
    return report;
  }

  async receipt({ text, keys }) {
    try {
      return await judged(await read(text), keys, this.file);
    } catch (fault) {
      if (!(fault instanceof Malformed)) throw fault;
      return { reason: fault.reason };
    }
  }

  async whose({ text, who }) {
    const receipt = await read(text);
    return ticketIsIncluded(receipt, commitmentOf(receipt, who));
  }

  async ticket({ number }) {
    return this.file.ownerOf(number);
  }
}

const engine = new Engine();

async function answer(what, args, told) {
  if (!['open', 'receipt', 'whose', 'ticket'].includes(what)) throw new Error(what);
  return engine[what](args, told);
}

globalThis.drawEngine = { answer };

if (typeof document === 'undefined' && typeof postMessage === 'function') {
  globalThis.onmessage = async ({ data: { id, what, args } }) => {
    try {
      postMessage({ id, found: await answer(what, args, (at, all) => postMessage({ id, at, all })) });
    } catch (fault) {
      postMessage({ id, fault: String(fault?.message ?? fault) });
    }
  };
}
