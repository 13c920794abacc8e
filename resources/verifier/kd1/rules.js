// What a campaign's rules call a draw and its prizes. The rules are in the published file, and under its signatures.

import { isObject, isText } from './fields.js';

const LANGUAGES = ['zh_TW', 'zh_CN', 'en'];

/** {name, prizes: {code: name}}, each name in three languages; of rules that are no campaign's, nothing. */
export function titles(text, id) {
  let campaign;
  try {
    ({ campaign } = JSON.parse(text));
  } catch {
    return { name: null, prizes: {} };
  }
  const things = [campaign?.draws, campaign?.wheels].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
  // a draw's id is campaign/draw/day, a lease's begins with its wheel's
  const steps = id.split(/[/.]/);
  const mine = things.filter((thing) => steps.includes(thing.id));
  const prizes = mine.flatMap((thing) => (Array.isArray(thing.prizes) ? thing.prizes.filter(isObject) : []));
  const named = prizes.filter(({ code, name }) => isText(code) && isName(name)).map(({ code, name }) => [code, name]);
  return { name: mine.length === 1 && isName(mine[0].name) ? mine[0].name : null, prizes: Object.fromEntries(named) };
}

const isName = (name) => isObject(name) && LANGUAGES.every((language) => isText(name[language]));
