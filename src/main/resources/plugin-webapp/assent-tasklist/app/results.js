// The published lists: each office's place and score, by fiscal year and level.
import {address, ask, make, notice} from './desk.js';
import {moment} from './comments.js';
import {panels} from './panels.js';

panels.push({id: 'results', label: 'Published list', shows: agreement => agreement.signed,
  render: (node, agreement) => showResults(node, agreement.fiscalYear, agreement.level)});

/** As many lines are drawn at once; more are found by the office's name. */
const MOST = 500;

/** @param year and level of the list to begin with; the latest one where they are left out */
export async function showResults(node, year, level) {
  const said = notice();
  said.say('Loading the published lists …');
  node.replaceChildren(said.line);
  try {
    const lists = await ask('results');
    const wanted = lists.find(list => list.fiscalYear === year && list.level === level);
    if (!lists.length || year && !wanted) {
      said.say(year ? `The results of ${year} have not been published yet.` : 'No result has been published yet.');
      if (!lists.length) {
        return;
      }
    } else {
      said.say('');
    }
    const content = make('div');
    const choice = make('select', {class: 'form-control', onchange: () => show()},
      ...lists.map(list => make('option', {value: list.path, selected: list === wanted}, `${list.fiscalYear}: ${list.label}`)));
    const show = () => draw(content, choice.value);
    node.append(make('div', {class: 'assent-action assent-no-print'}, make('label', {}, 'Results of', choice)), content);
    await show();
  } catch (error) {
    said.fail(error);
  }
}

async function draw(node, path) {
  const said = notice();
  said.say('Loading the list …');
  node.replaceChildren(said.line);
  try {
    const list = await ask(`results/list/${path}`);
    const rows = make('tbody');
    const more = make('p', {class: 'assent-hint', role: 'status'});
    const fill = word => {
      const found = list.rows.filter(row => row.office.toLowerCase().includes(word.toLowerCase()));
      rows.replaceChildren(...found.slice(0, MOST).map(row => make('tr', {class: `${row.honoured ? 'assent-honoured' : ''}${row.own ? ' assent-own' : ''}`},
        make('td', {}, row.place),
        make('td', {}, row.office, row.own ? make('span', {class: 'assent-mark'}, 'your office') : null),
        make('td', {class: 'assent-exact'}, row.score))));
      more.textContent = found.length > MOST ? `The first ${MOST} of ${found.length} offices; find others by their name, or download the list.` : '';
    };
    fill('');
    node.replaceChildren(make('div', {class: 'assent-result'},
      make('div', {class: 'assent-result-head'},
        make('h3', {}, `Results: ${list.title}`),
        make('div', {class: 'assent-tools'},
          make('a', {class: 'btn btn-default btn-sm', href: address(`results/list/${path}/list.pdf`), download: ''}, 'PDF'),
          make('a', {class: 'btn btn-default btn-sm', href: address(`results/list/${path}/list.csv`), download: ''}, 'CSV'))),
      make('p', {}, `Published on ${moment(list.publishedAt)}, edition ${list.edition}. ${list.offices} ${list.offices === 1 ? 'office' : 'offices'}; average ${list.average}, best ${list.best}, worst ${list.worst}.`),
      list.rows.length > 30 ? make('label', {class: 'assent-no-print'}, 'Find an office ',
        make('input', {type: 'search', class: 'form-control', oninput: event => fill(event.target.value.trim())})) : null,
      make('table', {class: 'assent-league'},
        make('thead', {}, make('tr', {}, make('th', {scope: 'col'}, 'Place'), make('th', {scope: 'col'}, 'Office'), make('th', {scope: 'col', class: 'assent-exact'}, 'Score'))),
        rows),
      more,
      make('p', {class: 'assent-hint'}, 'Offices with the same score share a place, and the next place follows without a gap. The first ten places are shaded.')));
  } catch (error) {
    said.fail(error);
  }
}
