// The seal of a published file: a signed hash of each field, so that an altered field is named, whichever it is.

import { DEEPEST, H, jcs, signedBytes } from './encoding.js';
import { Malformed, toHex } from './bytes.js';
import { Fields, isObject } from './fields.js';

const NOT_SEALED = ['leaves', 'seal'];

/** The hash of each field by its path; "" for what has no canonical bytes, as no seal has it. */
export function parts(file) {
  const found = new Map();
  for (const [name, section] of Object.entries(file)) {
    if (NOT_SEALED.includes(name)) continue;
    for (const [path, value] of flat(section, step(name))) found.set(path, part(value));
  }
  return found;
}

/** Objects are gone into, and lists of objects by place; a list of anything else is one field. */
function* flat(value, path, layers = DEEPEST) {
  if (layers && isObject(value) && Object.keys(value).length) {
    for (const [name, inner] of Object.entries(value)) yield* flat(inner, `${path}.${step(name)}`, layers - 1);
  } else if (layers && Array.isArray(value) && value.length && value.every(isObject)) {
    for (const [k, item] of value.entries()) yield* flat(item, `${path}.${k}`, layers - 1);
  } else {
    yield [path, value];
  }
}

/** A name within a path: a point of its own must not pass for a step. */
function step(name) {
  return name.replaceAll('~', '~0').replaceAll('.', '~1');
}

function part(value) {
  try {
    return toHex(H('part', jcs(value)));
  } catch (fault) {
    if (fault instanceof Malformed) return '';
    throw fault;
  }
}

export class Seal {
  /** From the file. Throws FieldFault. */
  constructor(value) {
    const fields = new Fields(value, 'seal');
    this.key = fields.hex('key', 32);
    this.signature = fields.hex('signature', 64);
    this.parts = fields.part('parts', partsOf);
    fields.done();
  }

  /** What was signed. */
  message() {
    return signedBytes({ alg: 'KD1', parts: Object.fromEntries(this.parts) });
  }

  /** Paths of fields that are not what they were when the file was sealed, that came, or that went. */
  altered(file) {
    const now = parts(file);
    const all = new Set([...now.keys(), ...this.parts.keys()]);
    return [...all].filter((path) => now.get(path) !== this.parts.get(path)).sort();
  }
}

function partsOf(value, at) {
  const fields = new Fields(value, at);
  return new Map(Object.keys(value).map((path) => [path, fields.hex(path, 32)]));
}
