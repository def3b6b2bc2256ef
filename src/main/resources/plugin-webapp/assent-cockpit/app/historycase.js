// One case: its facts, the path it took through its diagram, what auditors ask of it, and everything that was kept.
import {at, drawing, exports, link, loading, make, question, section} from './view.js';
import {draw} from './diagram.js';
import {evidence} from './evidence.js';

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
    make('dl', {class: 'assent-facts'}, ...page.facts.flatMap(([label, value, other]) => [make('dt', {}, label),
      make('dd', {}, other ? make('a', {href: link({show: 'case', id: other})}, value) : value)])),
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
