// The report card of an office: score against target in bars, its years, its place among the others.
import {address, make, table} from './desk.js';
import {panels} from './panels.js';
import {standing, withScore} from './scores.js';

panels.push({id: 'report-card', label: 'Report card', shows: agreement => agreement.signed, render: (node, agreement) => withScore(node, agreement, draw)});

const SVG = 'http://www.w3.org/2000/svg';

function draw(node, card) {
  const lines = card.parts.flatMap(part => part.lines.map(line => ({...line, plan: part.plan})));
  node.replaceChildren(make('div', {class: 'assent-result'},
    make('div', {class: 'assent-result-head'},
      make('h3', {}, `Report card of ${card.title}, ${card.fiscalYear}`),
      make('div', {class: 'assent-tools'},
        make('a', {class: 'btn btn-default btn-sm', href: address(`results/agreement/${card.key}/report-card.pdf`), download: ''}, 'Report card (PDF)'),
        make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => window.print()}, 'Print'))),
    ...standing(card),
    make('h4', {}, 'Score against target, by objective and reform plan'),
    bars(card.parts.map(part => ({label: `${part.number}  ${part.title}`, percent: Number(part.percent), told: `${part.got} of ${part.weight} (${part.percent} %)`, plan: part.plan}))),
    asTable(['', 'Objective or plan', 'Score', 'Of', 'Per cent'], card.parts.map(part => [part.number, part.title, part.got, part.weight, part.percent])),
    make('h4', {}, 'By indicator: raw score out of 100'),
    bars(lines.map(line => ({label: `[${line.id}]  ${line.indicator}`, percent: Number(line.raw), told: `${line.raw}: ${line.figure || 'no figure'} against ${line.levels[0]}`, plan: line.plan}))),
    asTable(['', 'Indicator', 'Target', 'Achieved', 'Evidence', 'Raw', 'Weighted'], lines.map(line =>
      [`[${line.id}]`, line.indicator, line.levels[0], line.figure || 'none', line.accepted ? 'accepted' : 'not accepted', line.raw, line.weighted])),
    ...years(card.trend)));
}

/** The same figures for whoever does not see the bars. */
function asTable(columns, rows) {
  return make('details', {class: 'assent-as-table'}, make('summary', {}, 'As a table'), table(columns, rows));
}

function drawn(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, String(value)));
  element.append(...children);
  return element;
}

function picture(width, height, told, ...children) {
  return drawn('svg', {viewBox: `0 0 ${width} ${height}`, class: 'assent-chart', role: 'img', 'aria-label': told, style: `max-width: ${width}px`}, ...children);
}

/** [{label, percent, told, plan}], one bar below the other; the whole track is the target. */
function bars(all) {
  const [row, left, track, right] = [24, 340, 360, 330];
  return picture(left + track + right, all.length * row + 4, all.map(bar => `${bar.label}: ${bar.told}`).join('; '),
    ...all.flatMap((bar, i) => {
      const y = i * row + 4;
      const width = Math.max(0, Math.min(100, bar.percent)) / 100 * track;
      return [
        drawn('text', {x: 0, y: y + 13, class: 'assent-chart-label'}, shortened(bar.label, 50), drawn('title', {}, bar.label)),
        drawn('rect', {x: left, y, width: track, height: 16, class: 'assent-chart-track'}),
        drawn('rect', {x: left, y, width, height: 16, class: bar.plan ? 'assent-chart-plan' : 'assent-chart-bar'}),
        drawn('text', {x: left + track + 8, y: y + 13, class: 'assent-chart-value'}, shortened(bar.told, 48), drawn('title', {}, bar.told))
      ];
    }));
}

function shortened(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function years(trend) {
  if (!trend.length) {
    return [];
  }
  const all = trend.slice(-12);
  const [step, tall] = [84, 130];
  return [
    make('h4', {}, 'Published scores over the years'),
    picture(Math.max(all.length * step, 260), tall + 62, all.map(year => `${year.fiscalYear}: ${year.score}${year.place ? `, place ${year.place}` : ''}`).join('; '),
      ...all.flatMap((year, i) => {
        const height = Number(year.score) / 100 * tall;
        const middle = i * step + step / 2;
        return [
          drawn('rect', {x: middle - 22, y: 20 + tall - height, width: 44, height, class: year.imported ? 'assent-chart-old' : 'assent-chart-bar'}),
          drawn('text', {x: middle, y: 14 + tall - height, class: 'assent-chart-value', 'text-anchor': 'middle'}, year.score),
          drawn('text', {x: middle, y: tall + 38, class: 'assent-chart-value', 'text-anchor': 'middle'}, year.fiscalYear),
          drawn('text', {x: middle, y: tall + 54, class: 'assent-chart-note', 'text-anchor': 'middle'}, year.place ? `place ${year.place}` : '')
        ];
      }),
      drawn('line', {x1: 0, x2: all.length * step, y1: tall + 20, y2: tall + 20, class: 'assent-chart-axis'})),
    all.some(year => year.imported) ? make('p', {class: 'assent-hint'}, 'Pale columns: results from before this desk, as they were published.') : '',
    asTable(['Fiscal year', 'Score', 'Place'], trend.map(year => [year.fiscalYear, year.score, year.place]))
  ];
}
