// Elements of a page. Whatever a file says becomes text, never markup.

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  good: 'M4.5 12.5l5 5 10-11',
  wrong: 'M6 6l12 12M18 6L6 18',
  open: 'M12 5v8.5M12 17.5v1.5',
};

/** An element. `props`: its properties and attributes; `children`: elements and texts, with nothing between. */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}

/** A sign: good, wrong or open. The words beside it say the same. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const set = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2.6', 'aria-hidden': 'true' };
  Object.entries({ ...set, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }).forEach(([key, value]) =>
    svg.setAttribute(key, value),
  );
  const ring = document.createElementNS(SVG, 'circle');
  Object.entries({ cx: 12, cy: 12, r: 10.5, 'stroke-width': '1.8' }).forEach(([key, value]) => ring.setAttribute(key, value));
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(ring, path);
  return svg;
}

/** A white card. */
export function card(...children) {
  return el('section', { class: 'card' }, ...children);
}

/** Names and values, two a line; of a `kind` below each other: tall or print. What has no value is left out. */
export function facts(rows) {
  const made = rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value, kind]) =>
      el('div', { class: kind && 'tall' }, el('dt', {}, name), el('dd', { class: kind || undefined }, value)),
    );
  return el('dl', {}, ...made);
}

/** A line of a list with its sign: a heading and what it means. */
export function line(sign, title, ...about) {
  return el('li', { class: sign }, icon(sign), el('div', {}, el('b', {}, title), ...about.map((text) => (text ? el('p', { class: 'pale small' }, text) : null))));
}

/** What is read by who wants to. */
export function fold(title, ...children) {
  return el('details', {}, el('summary', {}, title), ...children);
}

/** A fingerprint in groups of four, as it is compared by eye. */
export function print(hex) {
  return (hex.match(/.{1,4}/g) ?? []).join(' ');
}
