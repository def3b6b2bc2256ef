// A draft from an Excel file: shown as what it would change, before it does.
import {ask, dialogue, make, notice} from './desk.js';
import {index} from './document.js';
import {differences} from './merge.js';
import {differencesTable} from './versions.js';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_SHOWN = 200;

/** @param content () => what the draft says now; take(content) goes on with what the file says */
export function uploadExcel({path, content, labels, take}) {
  dialogue('Upload an Excel file', (body, close) => {
    const said = notice();
    const result = make('div');
    const file = make('input', {type: 'file', required: true, accept: `.xlsx,${EXCEL}`});
    body.append(
      make('p', {}, 'Take the downloaded file as it is, change it in Excel and hand it in here. You are shown what would change before anything does.'),
      make('form', {class: 'assent-action', onsubmit: async event => {
        event.preventDefault();
        result.replaceChildren();
        said.say('Reading the file …');
        try {
          const answer = await ask(path, {method: 'POST', body: file.files[0], type: EXCEL});
          preview(content(), answer.content, {said, result, close, labels, take});
        } catch (error) {
          said.fail(error);
        }
      }}, make('label', {}, 'File', file), make('button', {type: 'submit', class: 'btn btn-primary'}, 'Read it')),
      said.line, result);
    file.focus();
  });
}

function preview(before, after, {said, result, close, labels, take}) {
  const changes = differences(before, after);
  if (!changes.length) {
    said.say('The file says the same as the draft: nothing would change.');
    return;
  }
  said.say(`This would change ${changes.length} ${changes.length === 1 ? 'cell' : 'cells'} of the draft:`);
  const items = new Map([...index(after), ...index(before)]);
  const button = make('button', {type: 'button', class: 'btn btn-primary', onclick: () => {
    close();
    take(after);
  }}, 'Take it over');
  result.replaceChildren(
    differencesTable(changes.slice(0, MOST_SHOWN).map(change => ({
      number: items.get(change.key)?.number || '', label: labels.get(change.field) || change.field,
      before: change.before || (change.field ? '(empty)' : '(new)'), after: change.after || (change.field ? '(empty)' : '(removed)')}))),
    changes.length > MOST_SHOWN ? make('p', {}, `and ${changes.length - MOST_SHOWN} more`) : '',
    make('p', {}, button, ' ', make('button', {type: 'button', class: 'btn btn-default', onclick: close}, 'Leave the draft as it is')));
  button.focus();
}
