// The page “History”: finds cases, finished and running ones. What is asked for stands in the link, so it can be sent.
import {at, candidates, exports, link, linked, loading, make, notice, question, section} from './view.js';
import {showCase} from './historycase.js';
import {showFigures} from './figures.js';
import {evidence} from './evidence.js';

const SORTS = {Case: 'key', Process: 'process', 'Economy or office': 'tenant', Begun: 'start', Ended: 'end', Lasted: 'duration', Outcome: 'outcome'};

/** Whatever the link says, and again when it says something else. */
export function showHistory(node) {
  node.classList.add('assent-history');
  document.title = 'History | Cockpit';
  // the viewer writes into the address where the diagram stands: no reason to load the page anew
  const route = window.angular.element(document.body).injector().get('$route').routes['/history'];
  if (route) {
    route.reloadOnSearch = false;
  }
  let shown = JSON.stringify(linked());
  const follow = () => {
    if (!node.isConnected || !window.location.hash.startsWith('#/history')) {
      window.removeEventListener('hashchange', follow);
    } else if (JSON.stringify(linked()) !== shown) {
      shown = JSON.stringify(linked());
      node.scrollTop = 0;
      showLinked(node);
    }
  };
  window.addEventListener('hashchange', follow);
  showLinked(node);
}

/** A search, one case, the figures of a process, or what was looked at. */
function showLinked(node) {
  const page = make('div');
  node.replaceChildren(page);
  const asked = linked();
  if (asked.show === 'case') {
    return showCase(page, asked.id);
  }
  if (asked.show === 'figures') {
    return showFigures(page, asked.process, asked.version);
  }
  if (asked.show === 'looks') {
    return showTable(page, 'What was looked at', '/looks');
  }
  if (asked.show === 'operations') {
    return showTable(page, 'Operations on the desk', '/operations');
  }
  return showSearch(page, asked);
}

/** The tab of a running case. */
export function showInstance(node, id) {
  node.classList.add('assent-history', 'assent-in-tab');
  showCase(node, id);
}

/** The tab of a process: its figures, and the way to its cases. */
export function showProcess(node, definition) {
  node.classList.add('assent-history', 'assent-in-tab');
  return showFigures(node, definition.split(':')[0], '');
}

function heading(title, ...links) {
  return make('div', {class: 'assent-heading'}, make('h2', {}, title), make('nav', {class: 'assent-no-print', 'aria-label': 'History'}, ...links));
}

async function showTable(node, title, path) {
  const content = make('div');
  node.replaceChildren(heading(title, make('a', {href: link({})}, 'Find cases')), content);
  const answer = await loading(content, 'the entries', () => question(at(path)));
  if (answer) {
    content.append(section({...answer.table, title: ''}));
  }
}

async function showSearch(node, asked) {
  const form = make('div');
  const found = make('div');
  const people = make('div');
  node.replaceChildren(
    heading('Cases, finished and running', make('a', {href: link({show: 'operations'})}, 'Operations on the desk'), make('a', {href: link({show: 'looks'})}, 'What was looked at')),
    evidence(), people, form, found);
  const choices = await loading(form, 'the page', () => question(at('/choices', {process: asked.process})));
  if (!choices) {
    return;
  }
  if (choices.mayAskForPeople) {
    people.append(candidateForm());
  }
  form.append(searchForm(choices, asked));
  const answer = await loading(found, 'the cases', () => question(at('', asked)));
  if (answer) {
    found.append(results(answer, asked));
  }
}

/** Who became of whom: the one question that is asked by a person's name. */
function candidateForm() {
  const said = notice();
  const found = make('div');
  const name = make('input', {type: 'search', class: 'form-control', name: 'candidate', autocomplete: 'off', required: true, minlength: '2'});
  return make('section', {class: 'assent-candidates', 'aria-label': 'Find a candidate'},
    make('form', {class: 'assent-no-print', onsubmit: async event => {
      event.preventDefault();
      said.say('Looking …');
      try {
        const {table} = await candidates(name.value);
        said.say(table.rows.length ? '' : 'Nobody of this name was nominated.');
        found.replaceChildren(...table.rows.length ? [section(table)] : []);
      } catch (error) {
        found.replaceChildren();
        said.fail(error);
      }
    }},
    make('label', {}, 'Candidate’s name', name),
    make('button', {type: 'submit', class: 'btn btn-default'}, 'What became of them?')),
    said.line, found);
}

function searchForm(choices, asked) {
  const select = (name, label, options, none) => make('label', {}, label,
    make('select', {name, class: 'form-control', disabled: !options}, make('option', {value: ''}, none),
      ...(options || []).map(option => make('option', {value: option.value, selected: asked[name] === option.value}, option.label))));
  const input = (name, label, type = 'text', list = '') => make('label', {}, label,
    make('input', {name, type, class: 'form-control', value: asked[name] || '', list: list || null, autocomplete: 'off'}));
  const list = (id, options) => make('datalist', {id}, ...options);
  const ends = [{value: 'running', label: '(still running)'}, {value: 'cancelled', label: '(cancelled)'}, ...choices.outcomes || []];
  const form = make('form', {class: 'assent-search assent-no-print', onsubmit: event => {
    event.preventDefault();
    window.location.hash = link(values(form)).substring(1);
  }},
  input('key', 'Case (part of its key)'),
  select('process', 'Process', choices.processes, 'all'),
  input('house', 'Economy or office', 'text', 'assent-houses'),
  input('person', 'Person who worked on it', 'text', 'assent-people'),
  input('from', 'Open on or after', 'date'),
  input('until', 'Begun on or before', 'date'),
  select('outcome', 'Outcome', ends, 'any'),
  select('step', 'Came through the step', choices.steps, choices.steps ? 'any' : 'choose a process first'),
  select('variable', 'Variable', (choices.variables || []).map(name => ({value: name, label: name})), choices.variables ? 'any' : 'choose a process first'),
  input('value', 'had the value'),
  input('text', 'Words anywhere'),
  make('div', {class: 'assent-buttons'},
    make('button', {type: 'submit', class: 'btn btn-primary'}, 'Search'),
    make('a', {class: 'btn btn-link', href: link({})}, 'Clear'),
    asked.process ? make('a', {class: 'btn btn-link', href: link({show: 'figures', process: asked.process})}, 'Figures of this process') : null),
  list('assent-houses', choices.houses.map(name => make('option', {value: name}))),
  list('assent-people', choices.people.map(one => make('option', {value: one.value}, one.label))));
  // its ends, steps and variables are those of the process
  form.elements.process.addEventListener('change', () => {
    const chosen = {...values(form), outcome: '', step: '', variable: ''};
    window.location.hash = link(chosen).substring(1);
  });
  if (!choices.variables) {
    form.elements.variable.disabled = true;
  }
  return form;
}

function values(form) {
  return Object.fromEntries([...new FormData(form).entries()].map(([name, value]) => [name, value.trim()]));
}

// as HistoryExports has it
const ON_PAPER = 50;

function results(answer, asked) {
  const chosen = new Set();
  const pages = Math.max(1, Math.ceil(answer.total / answer.size));
  const which = make('span', {class: 'assent-hint'});
  const tell = () => {
    which.textContent = chosen.size ? `of the ${chosen.size} selected` : 'of all that were found';
  };
  tell();
  const heads = name => {
    const sort = SORTS[name];
    if (!sort) {
      return name;
    }
    const now = (asked.sort || 'start') === sort;
    const dir = now && asked.dir !== 'asc' ? 'asc' : 'desc';
    const arrow = now ? asked.dir === 'asc' ? ' ▲' : ' ▼' : '';
    return make('a', {href: link({...asked, sort, dir, page: ''}), title: 'Sort by this'}, name + arrow);
  };
  return make('div', {},
    make('div', {class: 'assent-found'},
      make('strong', {role: 'status'}, `${answer.total} ${answer.total === 1 ? 'case' : 'cases'}`),
      answer.total ? exports(() => chosen.size ? {ids: [...chosen].join(',')} : {...asked, page: '', size: ''},
        format => format === 'pdf' && !chosen.size && answer.total > ON_PAPER
          ? `A case file on paper takes at most ${ON_PAPER} cases: select those you need, or search for fewer.` : '') : null,
      answer.total ? which : null,
      make('div', {role: 'alert', class: 'assent-hint'})),
    section({...answer.table, title: 'Cases', note: answer.total ? '' : 'No case answers to all of this.'}, {
      heads,
      leading: index => make('input', {type: 'checkbox', 'aria-label': `Select ${answer.table.rows[index][0].text}`, onchange: event => {
        chosen[event.target.checked ? 'add' : 'delete'](answer.ids[index]);
        tell();
      }})
    }),
    pages > 1 ? make('nav', {class: 'assent-pages assent-no-print', 'aria-label': 'Pages'},
      answer.page > 1 ? make('a', {href: link({...asked, page: answer.page - 1})}, '← Previous') : null,
      make('span', {}, ` Page ${answer.page} of ${pages} `),
      answer.page < pages ? make('a', {href: link({...asked, page: answer.page + 1})}, 'Next →') : null) : null);
}
