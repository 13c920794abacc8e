// Reads what comes from elsewhere, strictly: a field that is missing, unknown or of another shape has a name.

import { HALF } from './bytes.js';

const HEX = /^[0-9a-f]*$/;

/** Something is not what it should be. `field`: its path, such as "prizes.0.n"; `problem`: missing, unknown or shape. */
export class FieldFault extends Error {
  constructor(field, problem) {
    super(`${field}: ${problem}`);
    this.field = field;
    this.problem = problem;
  }
}

export const isWhole = (value, least = 0) => Number.isSafeInteger(value) && value >= least;
export const isHex = (value, size) => typeof value === 'string' && value.length === 2 * size && HEX.test(value);
/** A text that has bytes (no half of a surrogate pair), and only one form of them. */
export const isText = (value) => typeof value === 'string' && !HALF.test(value) && value.normalize('NFC') === value;
export const isFlag = (value) => typeof value === 'boolean';
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of one object, each to be taken once; `done` refuses what nobody took. */
export class Fields {
  constructor(value, at = '') {
    if (!isObject(value) || !Object.keys(value).every(isText)) throw new FieldFault(at, 'shape');
    this.left = new Map(Object.entries(value));
    this.path = at;
  }

  at(name) {
    return this.path ? `${this.path}.${name}` : name;
  }

  has(name) {
    return this.left.has(name);
  }

  /** A field whose value is `good`. */
  take(name, good) {
    if (!this.left.has(name)) throw new FieldFault(this.at(name), 'missing');
    const value = this.left.get(name);
    this.left.delete(name);
    if (!good(value)) throw new FieldFault(this.at(name), 'shape');
    return value;
  }

  text(name) {
    return this.take(name, isText);
  }

  whole(name, least = 0, most = Number.MAX_SAFE_INTEGER) {
    return this.take(name, (value) => isWhole(value, least) && value <= most);
  }

  flag(name) {
    return this.take(name, isFlag);
  }

  hex(name, size) {
    return this.take(name, (value) => isHex(value, size));
  }

  texts(name) {
    return this.take(name, (value) => Array.isArray(value) && value.every(isText));
  }

  /** A list, each item read by `read(value, path)`. */
  each(name, read) {
    return this.take(name, Array.isArray).map((item, k) => read(item, `${this.at(name)}.${k}`));
  }

  /** An object within this one. */
  part(name, read) {
    return read(this.take(name, () => true), this.at(name));
  }

  done() {
    for (const name of this.left.keys()) throw new FieldFault(this.at(name), 'unknown');
  }
}
