// What an agreement's document consists of for the editor: its parts, columns and items, and what can be told wrong at
// once, without asking the desk.
import {compare, decimal, direction, sum, written, yearBeside} from './decimals.js';
import {named} from './merge.js';

const KINDS = {NUMBER: 'Number', PERCENT: 'Percentage', DATE: 'Date'};
const QUARTERS = {SUM: 'Sum', LATEST: 'Latest', AVERAGE: 'Average'};
const MODES = {INTERPOLATE: 'In proportion', STEP: 'In steps'};

/** Columns that a table has whatever the scheme says, because scoring needs them. */
const ALWAYS = ['name', 'weight', 'unit', 'kind', 'direction', 'accumulation', 'mode', 'evidence', 'budgetCode', 'targetBasis'];

/** What the desk wants of every indicator, whatever the scheme says. */
const ALWAYS_WANTED = ['unit', 'ladder.0', 'ladder.1', 'evidence', 'budgetCode', 'targetBasis'];

/** The texts of the document, by part. */
export const TEXTS = {
  overview: [
    ['overviewAchievements', 'Achievements of the last three years', 'OVERVIEW'],
    ['overviewChallenges', 'Challenges', 'OVERVIEW'],
    ['overviewPlans', 'Future plans', 'OVERVIEW'],
    ['overviewTargets', 'Main targets of the year', 'OVERVIEW'],
    ['preamble', 'Preamble', 'PREAMBLE']
  ],
  vision: [
    ['vision', 'Vision', 'VISION'],
    ['mission', 'Mission', 'VISION'],
    ['functions', 'Functions (one on each line)', 'VISION']
  ]
};

export function columnsOfObjectives(opened) {
  const year = opened.fiscalYear;
  const listed = opened.sections.filter(section => section.key === 'OBJECTIVES' || section.key === 'MEASUREMENT')
    .flatMap(section => section.columns.map(column => column.key));
  const marks = opened.marks.map((mark, i) =>
    ({field: `ladder.${i}`, label: `${mark.name} ${mark.percent}`, width: 84, exact: true}));
  return [
    {field: 'name', label: 'Objective, activity, indicator', width: 0},
    {field: 'weight', label: 'Weight', width: 78, exact: true},
    {field: 'unit', label: 'Unit', width: 92},
    {field: 'kind', label: 'Kind', width: 108, choices: KINDS},
    {field: 'direction', label: 'Direction', width: 86, derived: item => direction(item, year)},
    {field: 'accumulation', label: 'Quarters', width: 98, choices: QUARTERS},
    {field: 'mode', label: 'Between levels', width: 124, choices: MODES},
    {field: 'actualBefore', label: `Actual ${yearBeside(year, -2)}`, width: 84, exact: true},
    {field: 'actualLast', label: `Actual ${yearBeside(year, -1)}`, width: 84, exact: true},
    ...marks,
    {field: 'projectionNext', label: `Projection ${yearBeside(year, 1)}`, width: 88, exact: true},
    {field: 'projectionAfter', label: `Projection ${yearBeside(year, 2)}`, width: 88, exact: true},
    {field: 'evidence', label: 'Evidence', width: 170},
    {field: 'measurement', label: 'Measurement', width: 170},
    {field: 'implementingUnit', label: 'Implementing unit', width: 130},
    {field: 'budgetCode', label: 'Budget code', width: 116, exact: true},
    {field: 'targetBasis', label: 'Basis of the target', width: 170},
    {field: 'parentIndicator', label: 'Serves indicator', width: 92, exact: true}
  ].filter(column => column.field === 'parentIndicator' ? opened.cascaded
    : !listed.length || ALWAYS.includes(column.field) || column.field.startsWith('ladder.') || listed.includes(column.field));
}

export function columnsOfOutcomes(opened) {
  const year = opened.fiscalYear;
  return [
    {field: 'name', label: 'Outcome or impact', width: 0},
    {field: 'indicator', label: 'Indicator', width: 190},
    {field: 'unit', label: 'Unit', width: 92},
    {field: 'actualBefore', label: `Actual ${yearBeside(year, -2)}`, width: 84, exact: true},
    {field: 'actualLast', label: `Actual ${yearBeside(year, -1)}`, width: 84, exact: true},
    {field: 'target', label: `Target ${year}`, width: 84, exact: true},
    {field: 'projectionNext', label: `Projection ${yearBeside(year, 1)}`, width: 88, exact: true},
    {field: 'projectionAfter', label: `Projection ${yearBeside(year, 2)}`, width: 88, exact: true},
    {field: 'responsible', label: 'Jointly responsible', width: 190}
  ];
}

export const ACRONYM_COLUMNS = [
  {field: 'acronym', label: 'Acronym', width: 0},
  {field: 'meaning', label: 'Meaning', width: 420}
];

export const DEPENDENCE_COLUMNS = [
  {field: 'organisation', label: 'Organisation', width: 0},
  {field: 'need', label: 'What is needed of it', width: 320},
  {field: 'reason', label: 'Why', width: 320}
];

/** Short, and its own for good: the number may change, the key never. */
export function newKey(letter) {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `${letter}-${[...bytes].map(byte => (byte % 36).toString(36)).join('')}`;
}

export function newObjective() {
  return {key: newKey('o'), name: '', weight: '', activities: [newActivity()]};
}

export function newActivity() {
  return {key: newKey('a'), name: '', indicators: [newIndicator()]};
}

export function newIndicator() {
  return {key: newKey('i'), name: '', unit: '', weight: '', kind: 'NUMBER', direction: '', accumulation: 'SUM',
    mode: 'INTERPOLATE', actualBefore: '', actualLast: '', ladder: ['', '', '', '', ''], projectionNext: '',
    projectionAfter: '', evidence: '', measurement: '', implementingUnit: '', budgetCode: '', targetBasis: '', parentIndicator: ''};
}

export function newOutcome() {
  return {key: newKey('r'), name: '', indicator: '', unit: '', actualBefore: '', actualLast: '', target: '',
    projectionNext: '', projectionAfter: '', responsible: ''};
}

export function newTerm() {
  return {key: newKey('t'), acronym: '', meaning: ''};
}

export function newDependence() {
  return {key: newKey('d'), organisation: '', need: '', reason: ''};
}

/** visit(item, kind, number, siblings, index, parents) for everything under the objectives, in the order of the document. */
export function walk(objectives, visit) {
  objectives.forEach((objective, o) => {
    visit(objective, 'objective', `${o + 1}`, objectives, o, []);
    objective.activities.forEach((activity, a) => {
      visit(activity, 'activity', `${o + 1}.${a + 1}`, objective.activities, a, [objective]);
      activity.indicators.forEach((indicator, i) =>
        visit(indicator, 'indicator', `${o + 1}.${a + 1}.${i + 1}`, activity.indicators, i, [objective, activity]));
    });
  });
}

/** Number and name of every item by its key. */
export function index(content) {
  const found = new Map();
  walk(content.objectives, (item, kind, number) => found.set(item.key, {number, kind, name: item.name, part: 'objectives'}));
  content.outcomes.forEach((item, i) => found.set(item.key, {number: `${i + 1}`, kind: 'outcome', name: item.name, part: 'outcomes'}));
  content.acronyms.forEach((item, i) => found.set(item.key, {number: `${i + 1}`, kind: 'acronym', name: named(item), part: 'annexes'}));
  content.dependences.forEach((item, i) => found.set(item.key, {number: `${i + 1}`, kind: 'dependence', name: named(item), part: 'annexes'}));
  return found;
}

export function isEmpty(content) {
  return Object.values(content).every(value => value.length === 0);
}

/** An objective's marks and what its indicators add up to: {have, want, isRight}. */
export function sumOf(objective) {
  const have = sum(objective.activities.flatMap(activity => activity.indicators.map(indicator => indicator.weight)));
  const want = decimal(objective.weight);
  return {have: written(have), want: want ? written(want) : '', isRight: want !== null && compare(have, want) === 0};
}

/** The document's sum: {have, want, isRight}. */
export function sumOfDocument(content, needed) {
  const have = sum(content.objectives.map(objective => objective.weight));
  const want = decimal(String(needed));
  return {have: written(have), want: written(want), isRight: compare(have, want) === 0};
}

/** What a glance at the table tells: [{key, number, field, sentence, isBlank, stops}]. */
export function findingsAtOnce(content, opened) {
  const found = [];
  const required = requiredColumns(opened);
  const tell = (item, number, field, sentence, isBlank = false) =>
    found.push({key: item.key, number, field, sentence, isBlank, isOwn: true, stops: true});
  walk(content.objectives, (item, kind, number) => {
    if (!item.name.trim()) {
      tell(item, number, 'name', 'is still empty.', true);
    }
    if (kind === 'activity') {
      return;
    }
    const weight = decimal(item.weight);
    if (!item.weight.trim()) {
      tell(item, number, 'weight', 'is still empty.', true);
    } else if (!weight) {
      tell(item, number, 'weight', `“${item.weight.trim()}” is not a number.`);
    } else if (weight.units <= 0n) {
      tell(item, number, 'weight', 'must be more than zero.');
    }
    if (kind === 'objective') {
      const sums = sumOf(item);
      if (weight && !sums.isRight) {
        tell(item, number, 'weight', `The indicators add up to ${sums.have}, not to ${sums.want}.`);
      }
    } else {
      required.filter(field => !(field.startsWith('ladder.') ? item.ladder[Number(field.substring(7))] : item[field] || '').trim())
        .forEach(field => tell(item, number, field, 'is still empty.', true));
    }
  });
  const sums = sumOfDocument(content, opened.needed);
  if (content.objectives.length && !sums.isRight) {
    found.push({key: '', number: '', field: 'weight', sentence: `The weights of the objectives add up to ${sums.have}, not to ${sums.want}.`, isOwn: true, stops: true});
  }
  return found;
}

/** Fields of an indicator that must not be empty; name and weight are always looked at. */
function requiredColumns(opened) {
  const asked = opened.sections.filter(section => section.key === 'OBJECTIVES' || section.key === 'MEASUREMENT')
    .flatMap(section => section.columns.filter(column => column.required).map(column => column.key));
  const wanted = new Set([...ALWAYS_WANTED, ...asked, ...(opened.cascaded ? ['parentIndicator'] : [])]);
  return columnsOfObjectives(opened).filter(column => !column.derived && !column.choices
    && column.field !== 'name' && column.field !== 'weight' && wanted.has(column.field)).map(column => column.field);
}
