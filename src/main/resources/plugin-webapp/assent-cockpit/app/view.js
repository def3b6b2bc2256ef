// What the pages of the history share: asking the server, tables as the server sends them, links that can be sent.
import {address, ask, make, notice} from '../../../../../tasklist/plugin/assent/static/app/desk.js';

export {make, notice};

const engine = (window.location.pathname.match(/\/app\/[^/]+\/([^/]+)/) || [])[1] || 'default';

/** Where the server answers for the history. */
export function at(path, asked = {}) {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '' && value !== undefined)).toString();
  return `/api/cockpit/plugin/assent/${engine}/history${path}${query ? `?${query}` : ''}`;
}

export const question = path => ask(path);

/** Where the ledger answers: one verification for all cases, and the bundle of each. */
export const ledger = path => `/api/cockpit/plugin/assent/${engine}/ledger${path}`;
export const begin = path => ask(path, {method: 'POST', json: {}});
export const whole = path => address(path);
export const file = (path, asked) => address(at(path, asked));

/** The model's drawing, from the engine's own API. */
export async function drawing(definition) {
  return (await ask(`/api/engine/engine/${engine}/process-definition/${encodeURIComponent(definition)}/xml`)).bpmn20Xml;
}

/** Candidates are asked for by a header: a name does not belong into an address, which others keep. */
export async function candidates(name) {
  const answer = await fetch(address(at('/candidates')), {
    headers: {Accept: 'application/json', 'X-Assent-Name': encodeURIComponent(name)}, credentials: 'same-origin'
  });
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(content.message || 'This did not work. Please try again.');
  }
  return content;
}

/** The link to a page of the history. */
export function link(asked) {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '' && value !== undefined)).toString();
  return `#/history${query ? `?${query}` : ''}`;
}

/** What the link asks for. */
export function linked() {
  const asked = Object.fromEntries(new URLSearchParams(window.location.hash.split('?')[1] || ''));
  // where the diagram stands at the moment, which Cockpit's viewer keeps there
  delete asked.viewbox;
  delete asked.rootElement;
  return asked;
}

/** Says that something is loading, then what went wrong or nothing. */
export async function loading(node, what, work) {
  const said = notice();
  said.say(`Loading ${what} …`);
  node.replaceChildren(said.line);
  try {
    const done = await work();
    said.line.remove();
    return done;
  } catch (error) {
    said.fail(error);
    return null;
  }
}

const MOST = 100;

/**
 * A table of the server's as a section: what it is, what to know, its rows. Many rows are shown in part, and found by a
 * word. onStep(id) is called for a step of the diagram.
 */
export function section(table, {onStep, leading, heads} = {}) {
  const rows = make('tbody');
  const more = make('p', {class: 'assent-hint', role: 'status'});
  let most = MOST;
  let word = '';
  const fill = () => {
    const found = table.rows.map((row, index) => [row, index])
      .filter(([row]) => row.some(cell => cell.text.toLowerCase().includes(word)));
    rows.replaceChildren(...found.slice(0, most).map(([row, index]) => make('tr', {},
      leading ? make('td', {class: 'assent-leading'}, leading(index)) : null,
      ...row.map(cell => make('td', {class: mood(cell.text)}, shown(cell, onStep))))));
    more.replaceChildren(...found.length > most
      ? [`${most} of ${found.length} shown. `, make('button', {type: 'button', class: 'btn btn-link', onclick: () => {
        most = Infinity;
        fill();
      }}, 'Show all')]
      : word && !found.length ? ['None of them holds this word.'] : []);
  };
  fill();
  return make('section', {class: 'assent-history-section', id: `assent-${table.id}`, 'aria-label': table.title},
    table.title ? make('h3', {}, table.title) : null,
    table.note ? make('p', {class: 'assent-hint'}, table.note) : null,
    table.rows.length > 12 ? make('label', {class: 'assent-no-print'}, 'Only with the word ',
      make('input', {type: 'search', class: 'form-control', oninput: event => {
        word = event.target.value.trim().toLowerCase();
        fill();
      }})) : null,
    table.rows.length
      ? make('div', {class: 'assent-frame', tabindex: '0', role: 'region', 'aria-label': table.title},
        make('table', {class: `assent-history-table assent-of-${table.id}`},
          make('thead', {}, make('tr', {},
            leading ? make('th', {scope: 'col'}, '') : null,
            ...table.columns.map((name, column) => make('th', {scope: 'col'}, heads ? heads(name, column) : name)))),
          rows))
      : table.note ? null : make('p', {class: 'assent-hint'}, 'None.'),
    more);
}

/** What an auditor looks for catches the eye. */
function mood(text) {
  return /^(LATE|revoked|after its end)\b|, late$/.test(text) ? 'assent-bad' : '';
}

function shown(cell, onStep) {
  if (!cell.link) {
    return cell.text;
  }
  if (!cell.link.startsWith('step:')) {
    return make('a', {href: link({show: 'case', id: cell.link})}, cell.text);
  }
  return onStep
    ? make('button', {type: 'button', class: 'btn btn-link assent-step', onclick: () => onStep(cell.link.substring(5))}, cell.text)
    : cell.text;
}

/** svg('rect', {x: 0}, child) */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

/** 3 d 4 h, as the server writes it. */
export function lasted(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const units = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
  const first = units.findIndex(([size]) => seconds >= size);
  if (first < 0) {
    return milliseconds > 0 ? 'under 1 s' : '0 s';
  }
  return units.slice(first, first + 2).map(([size, name], index) =>
    `${Math.floor(index ? seconds % units[first][0] / size : seconds / size)} ${name}`).join(' ');
}

/** The files that can be had of what is asked for. */
// what is asked for may change until somebody clicks, and a format may not take so much: then it says why
export function exports(asked, refused = () => '') {
  const kinds = [['csv', 'CSV'], ['xlsx', 'Excel'], ['pdf', 'Case file (PDF)'], ['xes', 'XES'], ['json', 'OCEL 2.0']];
  return make('span', {class: 'assent-exports assent-no-print'}, 'Take away: ',
    ...kinds.map(([format, label]) => make('a', {class: 'btn btn-default btn-sm', download: '',
      href: file(`/export/${format}`, typeof asked === 'function' ? {} : asked), 'data-format': format,
      onclick: typeof asked === 'function' ? event => {
        const why = refused(format);
        if (why) {
          event.preventDefault();
          event.currentTarget.closest('.assent-found').querySelector('[role=alert]').textContent = why;
          return;
        }
        event.currentTarget.href = file(`/export/${format}`, asked());
      } : null}, label)));
}
