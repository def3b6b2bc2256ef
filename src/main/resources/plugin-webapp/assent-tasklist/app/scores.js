// The score of an agreement: each indicator's figure, ladder, interpolation, weight and evidence, so that a reviewer can
// explain any score from this page alone.
import {address, ask, make, notice, table} from './desk.js';
import {moment} from './comments.js';
import {panels} from './panels.js';

panels.push({id: 'scores', label: 'Score', shows: agreement => agreement.signed, render: showScores});

/** Asks for the score and hands it to draw(node, score); says so where there is none. */
export async function withScore(node, agreement, draw) {
  const said = notice();
  said.say('Loading the score …');
  node.replaceChildren(said.line);
  try {
    const score = await ask(`results/agreement/${agreement.key}/scores`);
    if (score.none) {
      said.say(score.none);
    } else {
      draw(node, score);
    }
  } catch (error) {
    said.fail(error);
  }
}

/** What there is to know of a score before its details; the score page and the report card begin with it. */
export function standing(score) {
  const place = score.standing;
  const tile = (label, value, more) => make('div', {class: 'assent-tile'},
    make('dt', {}, label), make('dd', {}, make('strong', {}, value), more ? make('span', {}, more) : null));
  return [
    make('dl', {class: 'assent-tiles'},
      tile('Score', score.score, 'of 100'),
      tile('Band', score.band),
      place ? tile('Place', place.place, `of ${place.offices}${place.honoured ? ', among the first ten' : ''}`) : tile('Place', '–', 'not published'),
      place ? tile('Average of all', place.average, `best ${place.best}, worst ${place.worst}`) : null),
    place ? make('p', {class: 'assent-hint'}, `Published on ${moment(place.publishedAt)}, edition ${place.edition} of the list.`)
      : make('p', {class: 'assent-provisional'}, score.fixed ? 'This score is final, but not published yet.'
        : 'This score is provisional: a committee may still return it.')
  ];
}

export function showScores(node, agreement) {
  return withScore(node, agreement, draw);
}

function draw(node, score) {
  const page = make('div', {class: 'assent-result'},
    make('div', {class: 'assent-result-head'},
      make('h3', {}, `Score of ${score.title}, ${score.fiscalYear}`),
      make('div', {class: 'assent-tools'},
        make('a', {class: 'btn btn-default btn-sm', href: address(`results/agreement/${score.key}/report-card.pdf`), download: ''}, 'Report card (PDF)'),
        make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => window.print()}, 'Print'))),
    ...standing(score),
    make('p', {class: 'assent-sum-line'}, make('strong', {}, 'How the parts add up: '), score.composed,
      score.exact === score.score ? '' : ` Exactly: ${score.exact}.`),
    make('p', {class: 'assent-hint'}, `By version ${score.version} of the agreement. Exact figures are added up; only what is shown is rounded, to two decimals, half up.`),
    grid(score),
    ...settled(score));
  node.replaceChildren(page);
}

function grid(score) {
  const columns = 12 + score.marks.length;
  const heading = (text, attributes = {}) => make('th', {scope: 'col', ...attributes}, text);
  return make('div', {class: 'assent-score-frame', tabindex: '0', role: 'region', 'aria-label': 'Score of each indicator'},
    make('table', {class: 'assent-scores'},
      make('colgroup', {}, ...Array.from({length: columns}, () => make('col'))),
      make('thead', {},
        make('tr', {},
          heading('No.', {rowspan: '2'}), heading('Indicator', {rowspan: '2'}), heading('Unit', {rowspan: '2'}), heading('Weight', {rowspan: '2', class: 'assent-exact'}),
          heading('Targets for the marks', {colspan: String(score.marks.length), class: 'assent-group'}),
          heading('Year’s figure', {colspan: '2', class: 'assent-group'}),
          heading('Score', {colspan: '2', class: 'assent-group'}),
          heading('Reported by quarter', {colspan: '4', class: 'assent-group'})),
        make('tr', {},
          ...score.marks.map(mark => heading(`${mark.percent}`, {class: 'assent-exact', title: mark.name})),
          heading('Own', {class: 'assent-exact'}), heading('Evaluator’s', {class: 'assent-exact'}),
          heading('Raw', {class: 'assent-exact'}), heading('Weighted', {class: 'assent-exact'}),
          ...[1, 2, 3, 4].map(quarter => heading(`Q${quarter}`, {class: 'assent-exact'})))),
      ...score.parts.map(part => body(part, columns))));
}

function body(part, columns) {
  return make('tbody', {},
    make('tr', {class: 'assent-score-part'},
      make('th', {scope: 'rowgroup'}, part.number),
      make('th', {scope: 'rowgroup', colspan: String(columns - 1)}, make('span', {}, `${part.plan ? 'Reform plan: ' : ''}${part.title}`))),
    ...part.lines.flatMap(line => rows(line, columns)),
    make('tr', {class: 'assent-score-sum'},
      make('th', {scope: 'row'}, part.number),
      make('td', {}, `Sum: ${part.got} of ${part.weight}`),
      make('td', {colspan: String(columns - 2)}, make('span', {}, part.explanation))));
}

function rows(line, columns) {
  const exact = (text, more) => make('td', {class: `assent-exact${more ? ` ${more}` : ''}`}, text);
  return [
    make('tr', {class: 'assent-score-line'},
      make('th', {scope: 'row'}, `[${line.id}]`),
      make('td', {}, line.indicator, line.activity ? make('span', {class: 'assent-hint'}, line.activity) : null),
      make('td', {}, line.unit), exact(line.weight),
      ...line.levels.map(level => exact(level || '–')),
      exact(line.own || 'none'), exact(line.figure || 'none', line.differs ? 'assent-differs' : ''),
      exact(line.raw), exact(line.weighted, 'assent-strong'),
      ...line.quarters.map(figure => exact(figure || '–', 'assent-quarter'))),
    make('tr', {class: 'assent-score-why'},
      make('th', {}), make('td', {}),
      make('td', {colspan: String(columns - 2)}, make('div', {},
        make('p', {}, line.explanation),
        line.differs || line.reason ? make('p', {class: 'assent-differs'},
          line.differs ? `The evaluator’s figure is ${line.figure || 'none'}, the office’s own ${line.own || 'none'}. ` : '',
          line.reason ? `Reason: ${line.reason}.`.replace(/[.!?]\.$/, end => end[0]) : '') : null,
        make('p', {}, `Evidence asked for: ${line.evidenceAsked || 'not named'}. Given: ${line.evidence || 'none'}. `,
          line.accepted ? 'Accepted.' : make('strong', {class: 'assent-failed'}, 'Not accepted, so the score is 0.')))))
  ];
}

/** Who gave the figures and who decided on them, every round of it. */
function settled(score) {
  const parts = [];
  if (score.rounds?.length) {
    parts.push(make('h4', {}, 'The evaluator’s figures'),
      table(['Round', 'By', 'When', 'Changed since the round before', 'Remark'], score.rounds.map(round => [
        String(round.round), round.by, moment(round.at), make('span', {class: 'assent-text'}, round.changed.join('\n')), round.remark])));
  }
  if (score.decisions?.length) {
    parts.push(make('h4', {}, 'The committees'),
      table(['Committee', 'On round', 'Decision', 'By', 'When', 'Remark'], score.decisions.map(decision => [
        decision.committee, String(decision.round), decision.decision, decision.by, moment(decision.at), decision.remark])));
  }
  if (score.fixedAt) {
    parts.push(make('p', {class: 'assent-hint'}, `The score was fixed on ${moment(score.fixedAt)}, by the decision of ${score.fixedBy}.`));
  }
  return parts;
}
