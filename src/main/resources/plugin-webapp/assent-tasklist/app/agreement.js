// Agreements in Tasklist: the tab beside each task's form, and the page in the bar.
import {ask, dialogue, make, notice, openTask, refresh} from './desk.js';
import {edit} from './editor.js';
import {panels} from './panels.js';
// each adds its panel, in this order
import './reports.js';
import './scores.js';
import './reportcard.js';
import {showResults} from './results.js';

/** Tasks of the year after signing, and what their tab shows first of the agreement. */
const FIRST = {reportQuarter: 'document', evaluateHalfYear: 'reports', reportYear: 'reports', approveYear: 'reports',
  evaluateFigures: 'reports', reviewScores: 'scores', decideScores: 'scores'};

/** The agreement that a task belongs to. again() asks the desk anew, close() leaves. */
export function showAgreement(node, taskId) {
  let editor = null;
  let isGone = false;
  const show = async () => {
    editor?.close();
    editor = null;
    const said = notice();
    said.say('Loading the agreement …');
    node.replaceChildren(said.line);
    try {
      const agreement = await ask(`agreements/task/${encodeURIComponent(taskId)}`);
      if (FIRST[agreement.task]) {
        if (!isGone) {
          showParts(node, [], [{id: 'document', label: 'Document', render: showDocument}, ...panelsOf(agreement)], agreement, FIRST[agreement.task]);
        }
        return;
      }
      const opened = await ask(`agreements/${agreement.key}/draft`);
      if (!isGone) {
        editor = edit(node, opened);
      }
    } catch (error) {
      said.fail(error);
      node.replaceChildren(said.line);
    }
  };
  show();
  return {
    again: show,
    close: () => {
      isGone = true;
      editor?.close();
    }
  };
}

/** The list of the agreements that the official may see, by year; each opens with everything there is to it. */
export function showAgreements() {
  const box = dialogue('Agreements', (body, close) => list(body, close));
  box.classList.add('assent-wide');
}

async function list(body, close, chosen) {
  const said = notice();
  said.say('Loading the agreements …');
  body.replaceChildren(said.line);
  try {
    const found = await ask('agreements');
    const published = make('button', {type: 'button', class: 'btn btn-default', onclick: () => lists(body, close)}, 'Published results');
    if (!found.length) {
      said.say('There is no agreement that concerns you yet.');
      body.append(make('div', {class: 'assent-action'}, published));
      return;
    }
    said.say('');
    const years = [...new Set(found.map(one => one.fiscalYear))].sort().reverse();
    const year = make('select', {class: 'form-control', onchange: () => draw()},
      ...years.map(one => make('option', {value: one, selected: one === chosen}, one)));
    const rows = make('tbody');
    const draw = () => rows.replaceChildren(...found.filter(one => one.fiscalYear === year.value).map(one => make('tr', {},
      make('td', {}, make('button', {type: 'button', class: 'btn-link', onclick: () => page(body, one, close)}, one.title)),
      make('td', {}, one.level), make('td', {class: 'assent-state'}, one.state), make('td', {}, one.version))));
    body.append(
      make('div', {class: 'assent-action'}, make('label', {}, 'Fiscal year', year), published),
      make('div', {class: 'assent-table'}, make('table', {},
        make('thead', {}, make('tr', {}, ...['Office', 'Level', 'State', 'Document'].map(name => make('th', {scope: 'col'}, name)))), rows)));
    draw();
    rows.querySelector('button')?.focus();
  } catch (error) {
    said.fail(error);
  }
}

/** The published lists of all years and levels. */
function lists(body, close) {
  const content = make('div');
  body.replaceChildren(
    make('div', {class: 'assent-action'}, make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => list(body, close)}, 'Back to the list')),
    content);
  showResults(content);
}

function panelsOf(agreement) {
  return panels.filter(panel => !panel.shows || panel.shows(agreement));
}

function page(body, agreement, close) {
  const entries = [
    {id: 'document', label: 'Document', render: showDocument},
    ...panelsOf(agreement),
    ...(agreement.revisable ? [{id: 'revision', label: 'Request a revision', render: (node, one) => showRevision(node, one, close)}] : [])
  ];
  showParts(body, [make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => list(body, close, agreement.fiscalYear)}, 'Back to the list')],
    entries, agreement, 'document');
}

/** A row of buttons, one for each part, and below it the part that was chosen. */
function showParts(node, before, entries, agreement, first) {
  const content = make('div', {class: 'assent-page-part'});
  const buttons = entries.map(entry => make('button', {type: 'button', class: 'btn btn-default btn-sm', 'aria-pressed': 'false', onclick: () => open(entry)}, entry.label));
  const open = entry => {
    entries.forEach((one, i) => buttons[i].setAttribute('aria-pressed', String(one === entry)));
    // whatever is still on its way for the part before finds its place gone
    const part = make('div');
    content.replaceChildren(part);
    entry.render(part, agreement);
  };
  node.replaceChildren(make('div', {class: 'assent-action assent-switch'}, ...before, ...(entries.length > 1 ? buttons : [])), content);
  open(entries.find(entry => entry.id === first) ?? entries[0]);
}

async function showDocument(node, agreement) {
  const said = notice();
  said.say('Loading the agreement …');
  node.replaceChildren(said.line);
  try {
    edit(node, await ask(`agreements/${agreement.key}/draft?read=true`));
  } catch (error) {
    said.fail(error);
  }
}

function showRevision(node, agreement, close) {
  const said = notice();
  const reason = make('textarea', {class: 'form-control', rows: '4', maxlength: '2000', required: true});
  const button = make('button', {type: 'submit', class: 'btn btn-primary'}, 'Request the revision');
  node.replaceChildren(make('form', {onsubmit: async event => {
    event.preventDefault();
    button.disabled = true;
    try {
      const answer = await ask(`agreements/${agreement.key}/revision`, {method: 'POST', json: {reason: reason.value}});
      refresh();
      if (answer.task) {
        close();
        openTask(answer.task);
        return;
      }
      said.say('The revision has been opened: its draft waits among the tasks of the APA team. The signed version stays in force until the revision is signed.');
      reason.disabled = true;
    } catch (error) {
      said.fail(error);
      button.disabled = false;
    }
  }},
  make('h4', {}, 'Request a revision'),
  make('p', {}, 'A signed agreement may be revised until 30 September of its year. The version in force stays in force until the revision is signed; a refusal leaves it as it is.'),
  make('label', {class: 'assent-field'}, 'Why the agreement has to be changed', reason), button, said.line));
  reason.focus();
}
