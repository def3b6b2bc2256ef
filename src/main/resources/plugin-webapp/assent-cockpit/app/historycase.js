// One case: its facts, the path it took through its diagram, what auditors ask of it, and everything that was kept.
import {at, begin, drawing, exports, ledger, link, loading, make, notice, question, section, whole} from './view.js';
import {draw} from './diagram.js';

export async function showCase(node, id) {
  const page = await loading(node, 'the case', () => question(at(`/cases/${encodeURIComponent(id)}`)));
  if (!page) {
    node.append(make('p', {}, make('a', {href: link({})}, 'Find cases')));
    return;
  }
  const canvas = make('div', {class: 'assent-diagram'});
  const visits = make('div', {class: 'assent-visits', role: 'status'});
  let paint = null;
  const onStep = step => {
    paint?.choose(step);
    tell(visits, page, step);
  };
  node.append(
    make('div', {class: 'assent-heading'},
      make('h2', {}, page.title),
      make('nav', {class: 'assent-no-print', 'aria-label': 'History'},
        make('a', {href: link({process: page.process})}, 'Cases of this process'), ' ',
        make('a', {href: link({show: 'figures', process: page.process})}, 'Figures of this process'))),
    make('dl', {class: 'assent-facts'}, ...page.facts.flatMap(([label, value]) => [make('dt', {}, label), make('dd', {}, value)])),
    make('div', {class: 'assent-found'}, exports({ids: page.id})),
    evidence(page),
    ...page.relatives.length ? [family(page.relatives)] : [],
    make('nav', {class: 'assent-contents assent-no-print', 'aria-label': 'On this page'},
      ...page.tables.map(table => make('button', {type: 'button', class: 'btn btn-link', onclick: () =>
        document.getElementById(`assent-${table.id}`).scrollIntoView({behavior: 'smooth'})}, `${table.title.split(':')[0]} (${table.rows.length})`))),
    make('h3', {}, 'The path it took'),
    make('p', {class: 'assent-hint'}, 'Blue: walked, with the number of visits. Orange: open now. Grey, dashed: cancelled. Red: had an incident. Click on a step for its visits.'),
    canvas, visits,
    ...page.tables.map(table => section(table, {onStep})));
  try {
    paint = await draw(canvas, await drawing(page.definition));
    walk(paint, page.walked);
    paint.onChoice(step => tell(visits, page, step));
  } catch (error) {
    canvas.replaceChildren(make('p', {class: 'assent-hint'}, 'The diagram of this version is not on the desk any more.'));
  }
}

function walk(paint, walked) {
  walked.flows.forEach(flow => paint.mark(flow, 'assent-taken'));
  Object.entries(walked.visits).forEach(([step, times]) => {
    paint.mark(step, 'assent-walked');
    if (times > 1) {
      paint.badge(step, String(times), `${times} visits`);
    }
  });
  walked.cancelled.forEach(step => paint.mark(step, 'assent-cancelled'));
  walked.open.forEach(step => paint.mark(step, 'assent-open'));
  walked.incidents.forEach(step => paint.mark(step, 'assent-incident'));
}

/** The visits of one step, under the diagram. */
function tell(node, page, step) {
  const steps = page.tables.find(table => table.id === 'steps');
  const rows = steps.rows.filter(row => row[0].link === `step:${step}`);
  const decided = page.tables.find(table => table.id === 'decisions');
  const answers = decided.rows.filter(row => row[1].link === `step:${step}`);
  node.replaceChildren(
    ...rows.length ? [section({...steps, id: 'visits', title: `Visits of “${rows[0][0].text}”`, rows})] : [],
    ...answers.length ? [section({...decided, id: 'answers', title: 'Decided there', rows: answers})] : []);
}

function family(relatives) {
  const shown = relatives.slice(0, 40);
  return make('details', {class: 'assent-family', open: relatives.length < 10},
    make('summary', {}, `Called by and calling: ${relatives.length} ${relatives.length === 1 ? 'case' : 'cases'}`),
    make('ul', {}, ...shown.map(one => make('li', {}, `${one.how}: `, make('a', {href: link({show: 'case', id: one.id})}, one.label)))),
    relatives.length > shown.length ? make('p', {class: 'assent-hint'}, 'More under Steps, below.') : null);
}

/** Whether the record is what was written: the ledger's answer, and the bundle that a third party checks. */
function evidence(page) {
  const said = notice();
  const found = make('div');
  const tell = state => {
    said.say(sentence(state));
    said.line.classList.toggle('assent-failed', ['wrong', 'failed'].includes(state.state));
    said.line.classList.toggle('assent-whole', state.state === 'whole');
    found.replaceChildren(...(state.findings || []).length ? [wrong(state.findings)] : []);
  };
  const wait = async () => {
    let state = await question(ledger('/verification'));
    while (state.state === 'running' && box.isConnected) {
      tell(state);
      await new Promise(again => setTimeout(again, 1000));
      state = await question(ledger('/verification'));
    }
    tell(state);
  };
  const button = make('button', {type: 'button', class: 'btn btn-primary btn-sm', onclick: async () => {
    button.disabled = true;
    said.say('Comparing the whole record with the ledger …');
    try {
      await begin(ledger('/verification'));
      await wait();
    } catch (error) {
      said.fail(error);
    } finally {
      button.disabled = false;
    }
  }}, 'Verify');
  const bundle = make('a', {class: 'btn btn-default btn-sm', download: '', hidden: true, href: whole(ledger(`/bundle?case=${encodeURIComponent(page.root)}`))}, 'Case bundle');
  const box = make('div', {class: 'assent-evidence', hidden: true},
    make('div', {class: 'assent-found'}, button, bundle, said.line),
    found);
  // a desk without a ledger offers neither
  question(ledger('/verification')).then(state => {
    box.hidden = false;
    // it holds people's data, which who operates the engine does not read
    bundle.hidden = !state.bundles;
    tell(state);
  }).catch(() => {});
  return box;
}

function sentence(state) {
  const when = state.ended ? ` at ${new Date(state.ended).toISOString().replace('T', ', ').substring(0, 17)} UTC` : '';
  switch (state.state) {
    case 'never': return 'Not verified since the desk was started: Verify compares every record with the ledger.';
    case 'running': return `Comparing ${state.what}: ${state.done}${state.of ? ` of ${state.of}` : ''} …`;
    case 'whole': return `Whole${when}: ${state.entries} entries under ${state.seals} ${state.seals === 1 ? 'seal' : 'seals'}, nothing was changed, left out, put in or moved.`;
    case 'unsealed': return `Nothing was changed${when}; ${state.unsealed} of ${state.entries} entries are not sealed yet, so of those nothing can be proved.`;
    case 'wrong': return `NOT whole${when}: ${state.wrong} ${state.wrong === 1 ? 'record is' : 'records are'} not what was written.`;
    default: return `The verification could not be carried out${when}. Please tell your administrator.`;
  }
}

function wrong(findings) {
  return section({id: 'wrong', title: 'What is wrong', note: '', columns: ['Fault', 'Where', 'What'],
    rows: findings.map(one => [one.fault, one.where, one.sentence].map(text => ({text, link: ''})))});
}
