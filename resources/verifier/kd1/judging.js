// What a receipt is worth: by its own tree and signature, by keys that somebody vouches for, by the file that is open.

import { toHex } from './bytes.js';
import { isSignedBy, keyId, slotIsIncluded, ticketIsIncluded } from './receipt.js';

/** `keys`: public keys (hex) and whose they are; `file`: the open file, or null. */
export async function judged(receipt, keys, file) {
  const checks = [await signature(receipt, keys, file)];
  const ours = file && file.kind === receipt.kind && file.id === receipt.draw;
  if (file && !ours) checks.push({ name: 'other_file', state: 'open', args: { draw: file.id } });
  if (receipt.kind === 'wheel') checks.push(...slot(receipt, ours ? file : null));
  else checks.push(...entry(receipt, ours ? file : null));
  const states = checks.map(({ state }) => state);
  const verdict = states.includes('bad') ? 'bad' : states.includes('open') ? 'open' : 'good';
  const { kind, draw, index, size, code, first, count, issuer, issued } = receipt;
  const fate = ours && kind === 'batch' && verdict === 'good' ? file.fateOf(index) : undefined;
  return { kind, draw, index, size, code, first, count, issuer, issued, checks, verdict, fate };
}

async function signature(receipt, keys, file) {
  const known = { ...keys, ...(file?.keys ?? {}) };
  const fitting = Object.keys(known).filter((key) => /^[0-9a-f]{64}$/.test(key) && keyId(key) === receipt.keyId);
  const args = { issuer: receipt.issuer, key: receipt.keyId };
  for (const key of fitting) if (await isSignedBy(receipt, key)) return { name: 'signed', state: 'good', args };
  return { name: 'signed', state: fitting.length ? 'bad' : 'open', args };
}

function slot(receipt, file) {
  const checks = [{ name: 'path', state: slotIsIncluded(receipt) ? 'good' : 'bad' }];
  if (!file) return [...checks, { name: 'root', state: 'open' }];
  checks.push({ name: 'root', state: file.root === toHex(receipt.root) ? 'good' : 'bad' });
  if (file.tape) checks.push({ name: 'tape', state: file.tape[receipt.index] === receipt.code ? 'good' : 'bad' });
  return checks;
}

function entry(receipt, file) {
  if (!file) return [{ name: 'entry', state: 'open' }];
  const leaf = file.leafOf(receipt.index);
  const there =
    leaf && leaf.first === receipt.first && leaf.count === receipt.count && ticketIsIncluded(receipt, leaf.c) &&
    file.root === toHex(receipt.root);
  return [{ name: 'entry', state: there ? 'good' : 'bad' }];
}
