// Two people saved one draft: the later one sees what the other changed, and chooses where both changed the same.
import {moment} from './comments.js';
import {dialogue, make} from './desk.js';
import {index} from './document.js';
import {merge} from './merge.js';
import {differencesTable} from './versions.js';

/**
 * @param conflict what the desk answered: its content, revision, and changes with who made them
 * @param base what both began with
 * @param mine () => what this official has by now: typing goes on while the question stands
 * @param take(merged), leave() what comes of it
 */
export function askWhatCounts({conflict, base, mine, labels, take, leave}) {
  const theirs = conflict.content;
  const changes = conflict.changes || [];
  const asked = [];
  put(base, mine(), theirs, cell => {
    asked.push(cell);
    return 'theirs';
  });
  const items = new Map([...index(theirs), ...index(mine())]);
  const called = cell => `${items.get(cell.key) ? `[${items.get(cell.key).number}] ` : ''}${labels.get(cell.field) || cell.field}`;
  let isTaken = false;
  const box = dialogue('Somebody else has changed the draft too', (body, close) => {
    const others = changes.filter(change => !asked.some(cell => cell.key === change.key && cell.field === change.field));
    body.append(make('form', {onsubmit: event => {
      event.preventDefault();
      const chosen = new Map(asked.map((cell, i) =>
        [place(cell), body.querySelector(`input[name=assent-conflict-${i}]:checked`).value]));
      isTaken = true;
      const merged = put(base, mine(), theirs, cell => chosen.get(place(cell)) || 'mine');
      close();
      take(merged);
    }},
    others.length ? make('p', {}, 'These changes of others are taken over:') : null,
    others.length ? othersTable(others, labels) : null,
    make('p', {}, asked.length ? 'Here both of you changed the same. Please choose what counts:' : 'Nothing of it touches what you typed: both are put together.'),
    ...asked.map((cell, i) => question(cell, i, called(cell), whoChanged(changes, cell))),
    make('p', {}, make('button', {type: 'submit', class: 'btn btn-primary'}, asked.length ? 'Save with these choices' : 'Put together and save'))));
  });
  box.querySelector('form input, form button').focus();
  box.addEventListener('close', () => isTaken || leave());
}

function put(base, mine, theirs, decide) {
  return merge(structuredClone(base), structuredClone(mine), structuredClone(theirs), decide);
}

function place(cell) {
  return `${cell.key} ${cell.field}`;
}

function whoChanged(changes, cell) {
  return changes.find(change => change.key === cell.key && (change.field === cell.field || !cell.field)) || changes[0];
}

function question(cell, i, title, who) {
  const option = (value, label, text) => make('label', {class: 'assent-choice'},
    make('input', {type: 'radio', name: `assent-conflict-${i}`, value, required: true}), make('strong', {}, label),
    make('span', {class: 'assent-text'}, text || '(empty)'));
  return make('fieldset', {class: 'assent-conflict'}, make('legend', {}, title),
    make('p', {}, 'Before: ', make('span', {class: 'assent-text'}, cell.before || '(empty)')),
    make('div', {class: 'assent-sides'},
      option('mine', 'Mine', cell.mine),
      option('theirs', who ? `Theirs (${who.byName}, ${moment(who.at)})` : 'Theirs', cell.theirs)));
}

function othersTable(changes, labels) {
  return differencesTable(changes.map(change => ({number: change.number,
    label: `${labels.get(change.field) || change.field} (${change.byName}, ${moment(change.at)})`,
    before: change.before || '(empty)', after: change.theirs || '(empty)'})));
}
