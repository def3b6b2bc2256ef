// What the scheme itself brings into an agreement: the same for every office of the level, to be read only.
import {make, table} from './desk.js';

export function showScheme(node, opened) {
  if (opened.mode === 'comment') {
    node.append(make('p', {class: 'assent-hint'}, 'They are not the office’s own words: what you have to say about them, write in the part Comments, on the document as a whole.'));
  }
  if (opened.mandatory.length) {
    node.append(make('p', {}, 'These objectives are the same for every office of this level. They are part of the agreement and cannot be changed here.'));
    opened.mandatory.forEach(objective => indicators(node, opened, `[${objective.key}] ${objective.name} – weight ${objective.weight}`, objective.indicators));
  }
  if (opened.plans.length) {
    node.append(make('p', {}, 'The reform plans are the same for every office of this level. Each is scored on its own full mark and scaled to its weight in the agreement.'));
    opened.plans.forEach(plan => indicators(node, opened, `${plan.title} – weight ${plan.weight}, full mark ${plan.fullMark}`, plan.indicators));
  }
}

function indicators(node, opened, title, list) {
  node.append(make('h4', {}, title), table(
    ['No.', 'Indicator', 'Unit', 'Weight', ...opened.marks.map(mark => `${mark.name} ${mark.percent}`), 'Evidence'],
    list.map(indicator => [`[${indicator.id}]`, indicator.name, indicator.unit, indicator.weight, ...indicator.ladder, indicator.evidence])));
}
