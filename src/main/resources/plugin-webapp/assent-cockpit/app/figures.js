// Over all cases of a process: how often each step was visited and how long it took, painted on the diagram and drawn as
// charts; where cases wait, come back, miss their dates; and the model's versions side by side.
import {at, drawing, lasted, link, loading, make, question, section, svg} from './view.js';
import {draw} from './diagram.js';

const MEASURES = {
  visits: {label: 'how often', read: step => step.visits, say: value => String(value)},
  median: {label: 'duration, median', read: step => step.median, say: lasted, spread: true},
  ninetieth: {label: 'duration, nine of ten under', read: step => step.ninetieth, say: lasted, spread: true}
};

/** What is coloured and compared: a part of the diagram would only repeat what is in it. */
const WORK = ['userTask', 'serviceTask', 'sendTask', 'callActivity', 'businessRuleTask'];
const LEVELS = 5;

export async function showFigures(node, process, version) {
  const page = await loading(node, 'the figures', () => question(at(`/figures/${encodeURIComponent(process)}`, {version})));
  if (!page) {
    return;
  }
  const {figures} = page;
  const names = Object.fromEntries(page.steps.map(step => [step.id, step.name || step.id]));
  const steps = figures.steps.map(step => ({...step, name: step.name || names[step.id] || step.id}));
  const work = steps.filter(step => WORK.includes(step.type));
  const canvas = make('div', {class: 'assent-diagram'});
  const legend = make('p', {class: 'assent-legend'});
  const choice = make('select', {class: 'form-control', onchange: () => heat()},
    ...Object.entries(MEASURES).map(([value, measure]) => make('option', {value}, measure.label)));
  let paint = null;
  const heat = () => paint && colour(paint, work, MEASURES[choice.value], legend);
  node.append(
    make('div', {class: 'assent-heading'},
      make('h2', {}, `${page.name}: figures${page.version ? `, version ${page.version}` : ''}`),
      make('nav', {class: 'assent-no-print', 'aria-label': 'History'},
        make('a', {href: link({process})}, 'Cases of this process'), ' ',
        page.version ? make('a', {href: link({show: 'figures', process})}, 'All versions') : null)));
  if (!steps.length) {
    node.append(make('p', {}, 'No case of this process has begun yet.'));
    return;
  }
  node.append(
    make('div', {class: 'assent-found'}, make('label', {class: 'assent-no-print'}, 'Coloured by ', choice), legend,
      make('button', {type: 'button', class: 'btn btn-default btn-sm assent-no-print', onclick: () => window.print()}, 'Print')),
    canvas,
    make('div', {class: 'assent-charts'},
      chart('How cases ended', sums(figures.outcomes), String),
      chart('Where the time went: all visits together', top(work, step => step.total), lasted),
      chart('Nine of ten visits were shorter than', top(work, step => step.ninetieth), lasted),
      chart('Returns: the same work again in one case', top(work, step => step.returns), String),
      chart('Dates missed', top(work, step => step.late), String)),
    section(versions(figures, process)),
    section(everyStep(steps)));
  try {
    paint = await draw(canvas, await drawing(page.definition));
    heat();
  } catch (error) {
    canvas.replaceChildren(make('p', {class: 'assent-hint'}, 'The diagram cannot be drawn.'));
  }
}

function colour(paint, steps, measure, legend) {
  paint.wipe();
  const most = Math.max(1, ...steps.map(measure.read));
  steps.forEach(step => {
    for (let level = 1; level <= LEVELS; level++) {
      paint.unmark(step.id, `assent-heat-${level}`);
    }
    const value = measure.read(step);
    // durations spread over minutes and months: their logarithm tells them apart
    const share = measure.spread ? Math.log1p(value) / Math.log1p(most) : value / most;
    paint.mark(step.id, `assent-heat-${Math.max(1, Math.ceil(share * LEVELS))}`);
    paint.badge(step.id, measure.say(value), `${step.name}: ${measure.say(value)}`);
  });
  legend.textContent = `Pale: least. Dark: most, ${measure.say(most)}. Latest version's diagram.`;
}

function sums(outcomes) {
  const sum = {};
  outcomes.forEach(one => {
    const name = one.name || one.id;
    sum[name] = (sum[name] || 0) + one.cases;
  });
  return Object.entries(sum).map(([name, value]) => ({name, value})).sort((one, other) => other.value - one.value);
}

function top(steps, read) {
  return steps.map(step => ({name: step.name, value: read(step)})).filter(bar => bar.value > 0)
    .sort((one, other) => other.value - one.value).slice(0, 8);
}

/** Bars with their names and values as text, so that they print and can be read out. */
function chart(title, bars, say) {
  const row = 26;
  const most = Math.max(1, ...bars.map(bar => bar.value));
  const picture = svg('svg', {viewBox: `0 0 560 ${Math.max(1, bars.length) * row}`, role: 'img',
    'aria-label': `${title}: ${bars.map(bar => `${bar.name} ${say(bar.value)}`).join('; ') || 'none'}`},
  ...bars.flatMap((bar, index) => [
    svg('text', {x: 236, y: index * row + 17, 'text-anchor': 'end'}, shortened(bar.name)),
    svg('rect', {x: 244, y: index * row + 4, height: 18, width: Math.max(2, bar.value / most * 215)}),
    svg('text', {x: 250 + Math.max(2, bar.value / most * 215), y: index * row + 17}, say(bar.value))]));
  return make('figure', {class: 'assent-chart'}, make('figcaption', {}, title),
    bars.length ? picture : make('p', {class: 'assent-hint'}, 'None.'));
}

function shortened(name) {
  return name.length > 38 ? `${name.substring(0, 37)}…` : name;
}

const plain = text => ({text: String(text), link: ''});

function versions(figures, process) {
  const ends = version => figures.outcomes.filter(one => one.version === version)
    .map(one => `${one.name || one.id} ${one.cases}`).join(', ');
  return {id: 'versions', title: 'Versions of the model compared', note: '',
    columns: ['Version', 'Cases', 'Running', 'Duration, median', 'Nine of ten under', 'Outcomes'],
    rows: figures.versions.map(one => [plain(one.version), plain(one.cases), plain(one.running),
      plain(one.cases > one.running ? lasted(one.median) : ''), plain(one.cases > one.running ? lasted(one.ninetieth) : ''), plain(ends(one.version))])};
}

function everyStep(steps) {
  return {id: 'figures', title: 'Every step', note: '',
    columns: ['Step', 'Visits', 'Cases', 'Open', 'Cancelled', 'Median', 'Nine of ten under', 'All together', 'Returns', 'With a date', 'Late'],
    rows: [...steps].sort((one, other) => other.total - one.total).map(step => [plain(step.name), plain(step.visits), plain(step.cases),
      plain(step.open), plain(step.cancelled), plain(lasted(step.median)), plain(lasted(step.ninetieth)), plain(lasted(step.total)),
      plain(step.returns), plain(step.due), plain(step.late)])};
}
