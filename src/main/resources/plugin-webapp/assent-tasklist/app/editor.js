// The document of an agreement: typed in, commented on or read, as the desk says for whoever looks.
import {Comments, isOpen, moment} from './comments.js';
import {askWhatCounts} from './conflict.js';
import {address, ask, dialogue, make, notice} from './desk.js';
import {ACRONYM_COLUMNS, columnsOfObjectives, columnsOfOutcomes, DEPENDENCE_COLUMNS, findingsAtOnce, index, isEmpty,
  newActivity, newDependence, newIndicator, newObjective, newOutcome, newTerm, sumOf, sumOfDocument, TEXTS, walk} from './document.js';
import {uploadExcel} from './excel.js';
import {Grid} from './grid.js';
import {clock, Saving} from './saving.js';
import {showScheme} from './scheme.js';
import {showVersions} from './versions.js';

const MOST_TOLD = 200;
let editors = 0;

/** Shows what the desk opened; the answer's close() is called when the official goes elsewhere. */
export function edit(node, opened) {
  const editor = new Editor(node, opened);
  return {close: () => editor.close()};
}

class Editor {
  constructor(node, opened) {
    this.id = `assent-editor-${++editors}`;
    this.opened = opened;
    this.path = `agreements/${opened.key}`;
    this.content = opened.content;
    this.isEdited = opened.mode === 'edit';
    this.told = opened.findings;
    this.typedSince = new Set();
    this.grids = [];
    this.areas = new Map();
    this.comments = new Comments({path: this.path, list: opened.comments, mode: opened.mode, hears: key => this.commented(key)});
    this.status = notice();
    this.banner = make('div', {class: 'assent-banner'});
    this.findings = make('div');
    this.waiting = make('div', {class: 'assent-unanswered'});
    this.body = make('div', {class: 'assent-part', role: 'tabpanel'});
    this.tabs = make('div', {class: 'assent-parts', role: 'tablist', 'aria-label': 'Parts of the agreement', onkeydown: event => this.turn(event)});
    this.parts = this.listParts();
    this.element = make('div', {class: `assent-agreement assent-mode-${opened.mode}`},
      this.head(), this.banner, this.waiting, this.findings, this.tabs, this.body);
    node.replaceChildren(this.element);
    if (this.isEdited) {
      this.saving = new Saving({user: opened.me.id, path: `${this.path}/draft`, key: opened.key, revision: opened.revision,
        content: this.content, tell: (state, what) => this.saved(state, what)});
      this.sayWhoSaved();
      this.offerWhatIsLeft();
    }
    // a single version in its own box begins at its objectives and is not remembered
    this.memory = opened.isVersion ? null : `assent-part:${opened.key}`;
    const remembered = this.memory && sessionStorage.getItem(this.memory);
    this.show(this.parts.find(part => part.id === remembered) || this.parts.find(part => part.id === 'objectives') || this.parts[0]);
    this.check();
  }

  close() {
    this.saving?.close();
    if (this.element.matches(':popover-open')) {
      this.element.hidePopover();
    }
  }

  // --- head and parts

  head() {
    const {opened} = this;
    const whole = make('button', {type: 'button', class: 'btn btn-default btn-sm', 'aria-pressed': 'false', onclick: () => this.wholeWindow(whole)}, 'Whole window');
    this.sample = this.isEdited && opened.sample
      ? make('button', {type: 'button', class: 'btn btn-default btn-sm', hidden: !isEmpty(this.content),
        onclick: () => this.fillWithSample()}, 'Fill with the sample') : null;
    return make('header', {class: 'assent-head'},
      make('div', {},
        make('h3', {class: 'assent-title'}, `${opened.title}, ${opened.fiscalYear}`),
        make('div', {class: 'assent-standing'},
          make('p', {}, make('span', {class: 'assent-state'}, opened.what), opened.modeText ? ` – ${opened.modeText}` : null),
          this.status.line)),
      make('div', {class: 'assent-tools'},
        whole,
        opened.number ? make('a', {class: 'btn btn-default btn-sm', href: address(`${this.path}/versions/${opened.number}/agreement.pdf`), download: ''},
          'Download PDF') : null,
        opened.excel ? make('a', {class: 'btn btn-default btn-sm', href: address(`${this.path}/draft.xlsx`), download: true,
          onclick: event => this.download(event)}, 'Download Excel') : null,
        this.isEdited ? make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => this.upload()}, 'Upload Excel') : null,
        this.sample),
      opened.returned && this.isEdited ? make('p', {class: 'assent-told'}, make('strong', {}, 'Sent back by the head of office: '), opened.returned) : null);
  }

  listParts() {
    const {opened} = this;
    const has = (...keys) => opened.sections.some(section => keys.includes(section.key));
    const scheme = [opened.mandatory.length ? 'Mandatory objectives' : '', opened.plans.length ? 'Reform plans' : ''].filter(Boolean).join(' and ');
    return [
      has('OVERVIEW', 'PREAMBLE') && {id: 'overview', label: 'Overview', draw: () => this.texts('overview')},
      has('VISION') && {id: 'vision', label: 'Vision, mission, functions', draw: () => this.texts('vision')},
      has('OUTCOMES') && {id: 'outcomes', label: 'Outcomes', draw: () => this.outcomes()},
      {id: 'objectives', label: 'Objectives', draw: () => this.objectives()},
      scheme && {id: 'scheme', label: scheme, draw: () => {
        this.redrawComments = null;
        showScheme(this.body, opened);
      }},
      has('ACRONYMS', 'DEPENDENCES') && {id: 'annexes', label: 'Annexes', draw: () => this.annexes()},
      {id: 'comments', label: 'Comments', draw: () => this.allComments()},
      !opened.isVersion && {id: 'versions', label: 'Versions', draw: () => this.versions()}
    ].filter(Boolean).map((part, i) => {
      const count = make('span', {class: 'assent-count'});
      const tab = make('button', {type: 'button', role: 'tab', id: `${this.id}-${part.id}`, onclick: () => this.show(part)}, part.label, count);
      this.tabs.append(tab);
      return {...part, tab, count, i};
    });
  }

  turn(event) {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      event.preventDefault();
      const next = this.parts[(this.parts.findIndex(part => part.id === this.part.id) + step + this.parts.length) % this.parts.length];
      this.show(next);
      next.tab.focus();
    }
  }

  show(part) {
    this.part = part;
    this.grids = [];
    this.areas = new Map();
    this.parts.forEach(one => {
      one.tab.setAttribute('aria-selected', String(one.id === part.id));
      one.tab.tabIndex = one.id === part.id ? 0 : -1;
    });
    this.body.setAttribute('aria-labelledby', `${this.id}-${part.id}`);
    this.body.className = `assent-part assent-part-${part.id}`;
    this.body.replaceChildren();
    part.draw();
    if (this.memory) {
      sessionStorage.setItem(this.memory, part.id);
    }
    if (this.told) {
      this.check();
    }
  }

  wholeWindow(button) {
    const isWhole = !this.element.classList.contains('assent-whole');
    this.element.classList.toggle('assent-whole', isWhole);
    button.setAttribute('aria-pressed', String(isWhole));
    button.textContent = isWhole ? 'Back to the task' : 'Whole window';
    // the top layer, because Tasklist's columns would keep a fixed box inside themselves
    if (this.element.showPopover) {
      if (isWhole) {
        this.element.popover = 'manual';
        this.element.showPopover();
      } else {
        this.element.hidePopover();
        this.element.removeAttribute('popover');
      }
    }
    button.focus();
  }

  // --- the parts

  texts(id) {
    for (const [field, label, section] of TEXTS[id]) {
      const found = this.opened.sections.find(one => one.key === section);
      if (!found) {
        continue;
      }
      const value = field === 'functions' ? this.content.functions.join('\n') : this.content[field];
      const says = make('ul', {class: 'assent-says', id: `${this.id}-says-${field}`});
      if (this.isEdited) {
        const area = make('textarea', {class: 'form-control', rows: field === 'preamble' || id === 'overview' ? '5' : '3',
          maxlength: field === 'functions' ? '20000' : '4000', spellcheck: 'false', 'data-text': field});
        area.value = value;
        area.addEventListener('input', () => {
          this.content[field] = field === 'functions' ? area.value.split('\n').map(line => line.trim()).filter(Boolean) : area.value;
          this.changed('', field);
        });
        this.areas.set(field, {area, says});
        this.body.append(make('label', {class: 'assent-field'}, `${label}${found.required ? ' *' : ''}`, area), says);
      } else {
        this.body.append(make('h4', {}, label),
          make('p', {class: 'assent-text'}, value || 'Nothing is written here.'));
      }
    }
    if (!this.isEdited) {
      this.body.append(this.aboutDocument());
    }
  }

  /** Comments that belong to no single item. */
  aboutDocument() {
    const box = make('div');
    const draw = () => box.replaceChildren(make('h4', {}, 'Comments on the document as a whole'), this.comments.thread('', 'the document as a whole'));
    draw();
    this.redrawComments = draw;
    return box;
  }

  outcomes() {
    this.redrawComments = null;
    this.table({label: 'Outcomes', columns: columnsOfOutcomes(this.opened), list: 'outcomes', kind: 'outcome', make: newOutcome, add: 'Add an outcome'});
  }

  annexes() {
    this.redrawComments = null;
    const has = key => this.opened.sections.some(section => section.key === key);
    if (has('ACRONYMS')) {
      this.body.append(make('h4', {}, 'Annex 1: acronyms'));
      this.table({label: 'Acronyms', columns: ACRONYM_COLUMNS, list: 'acronyms', kind: 'acronym', make: newTerm, add: 'Add an acronym'});
    }
    if (has('MEASUREMENT')) {
      this.body.append(make('h4', {}, 'Annex 2: implementing unit, measurement and evidence'),
        make('p', {}, 'Annex 2 is made of the columns implementing unit, measurement and evidence of the objectives’ table.'));
    }
    if (has('DEPENDENCES')) {
      this.body.append(make('h4', {}, 'Annex 3: dependence on other offices'));
      this.table({label: 'Dependence on other offices', columns: DEPENDENCE_COLUMNS, list: 'dependences', kind: 'dependence', make: newDependence, add: 'Add a dependence'});
    }
  }

  /** A table of items that have none below them. */
  table({label, columns, list, kind, make: blank, add}) {
    const fields = columns.map(column => column.field);
    const grid = new Grid({
      label, columns, editable: this.isEdited,
      rows: () => this.content[list].map((item, i) => ({key: item.key, number: `[${i + 1}]`, kind, item, fields,
        menu: this.isEdited ? [
          [add, () => this.insert(grid, this.content[list], i + 1, blank())],
          ...this.moves(grid, this.content[list], i),
          ['Remove', () => this.remove(grid, this.content[list], i, kind)]
        ] : []})),
      on: this.hears(() => grid)
    });
    grid.draw();
    this.grids.push(grid);
    this.body.append(grid.element);
    if (this.isEdited) {
      this.body.append(make('p', {class: 'assent-below'}, make('button', {type: 'button', class: 'btn btn-default',
        onclick: () => this.insert(grid, this.content[list], this.content[list].length, blank())}, add)));
    } else if (!this.content[list].length) {
      this.body.append(make('p', {}, 'Nothing is written here.'));
    }
  }

  objectives() {
    this.redrawComments = null;
    const columns = columnsOfObjectives(this.opened);
    const fieldsOf = {objective: ['name', 'weight'], activity: ['name'], indicator: columns.map(column => column.field)};
    const grid = new Grid({
      label: 'Objectives, activities and indicators', columns, editable: this.isEdited,
      rows: () => {
        const rows = [];
        walk(this.content.objectives, (item, kind, number, siblings, i, parents) => rows.push({key: item.key, number: `[${number}]`, kind, item, siblings, parents,
          fields: fieldsOf[kind], menu: this.isEdited ? this.menuOf(grid, item, kind, siblings, i, parents) : []}));
        return rows;
      },
      on: this.hears(() => grid)
    });
    grid.draw();
    this.grid = grid;
    this.grids.push(grid);
    this.body.append(grid.element);
    if (this.isEdited) {
      this.body.append(make('p', {class: 'assent-below'},
        make('button', {type: 'button', class: 'btn btn-default', onclick: () =>
          this.insert(grid, this.content.objectives, this.content.objectives.length, newObjective())}, 'Add an objective'),
        make('span', {class: 'assent-hint'}, 'Enter goes down, Tab to the right; ⋯ beside a number adds, moves and removes. Cells copied from Excel can be pasted.')));
    } else if (!this.content.objectives.length) {
      this.body.append(make('p', {}, 'Nothing is written here.'));
    }
    this.sums();
  }

  menuOf(grid, item, kind, siblings, i, parents) {
    const entries = [];
    if (kind === 'objective') {
      entries.push(['Add an activity to it', () => this.insert(grid, item.activities, item.activities.length, newActivity())],
        ['Add an objective below', () => this.insert(grid, siblings, i + 1, newObjective())]);
    } else if (kind === 'activity') {
      entries.push(['Add an indicator to it', () => this.insert(grid, item.indicators, item.indicators.length, newIndicator())],
        ['Add an activity below', () => this.insert(grid, siblings, i + 1, newActivity())]);
    } else {
      entries.push(['Add an indicator below', () => this.insert(grid, siblings, i + 1, newIndicator())]);
    }
    entries.push(...this.moves(grid, siblings, i, parents));
    if (this.comments.of(item.key).length) {
      entries.push(['Comments', () => grid.thread(item.key)]);
    }
    entries.push(['Remove', () => this.remove(grid, siblings, i, kind)]);
    return entries;
  }

  /** Up and down among its siblings; an item at the edge goes over to the neighbour of what it belongs to. */
  moves(grid, siblings, i, parents = []) {
    const move = (target, at) => {
      const [item] = siblings.splice(i, 1);
      target.splice(at, 0, item);
      this.moved(grid, item.key);
    };
    const neighbour = step => {
      if (!parents.length) {
        return null;
      }
      const [objective, activity] = parents;
      const list = activity ? objective.activities : this.content.objectives;
      const beside = list[list.indexOf(activity || objective) + step];
      return beside && (activity ? beside.indicators : beside.activities);
    };
    const entries = [];
    const before = neighbour(-1);
    const after = neighbour(1);
    if (i > 0) {
      entries.push(['Move up', () => move(siblings, i - 1)]);
    } else if (before) {
      entries.push(['Move up', () => move(before, before.length)]);
    }
    if (i < siblings.length - 1) {
      entries.push(['Move down', () => move(siblings, i + 1)]);
    } else if (after) {
      entries.push(['Move down', () => move(after, 0)]);
    }
    return entries;
  }

  insert(grid, list, at, item) {
    list.splice(at, 0, item);
    this.moved(grid, item.key);
    grid.goTo(item.key, grid.columns[0].field);
  }

  remove(grid, list, i, kind) {
    const [item] = list.splice(i, 1);
    this.moved(grid, '');
    const called = item.name || item.acronym || item.need;
    const said = make('span', {role: 'status'}, `The ${kind} ${called ? `“${called}”` : 'without a name'} was removed. `);
    const undo = make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => {
      list.splice(Math.min(i, list.length), 0, item);
      this.banner.replaceChildren();
      this.moved(grid, item.key);
      grid.goTo(item.key, grid.columns[0].field);
    }}, 'Undo');
    this.banner.replaceChildren(make('p', {class: 'assent-told'}, said, undo));
  }

  moved(grid, key) {
    grid.draw();
    grid.refreshMore();
    this.changed(key, 'place');
  }

  hears(grid) {
    return {
      isRemarked: this.opened.mode === 'comment',
      changed: (row, field) => {
        if (field === 'kind' && row.item.kind !== 'NUMBER' && row.item.accumulation === 'SUM') {
          // dates and percentages do not add up
          row.item.accumulation = 'LATEST';
        }
        grid().refresh(row.key);
        this.changed(row.key, field);
      },
      more: row => this.counts(grid(), row),
      thread: row => this.comments.thread(row.key, row.number)
    };
  }

  /** Beside a number: how much was said about the row, and in comment mode the way to say more. */
  counts(grid, row) {
    const own = this.comments.of(row.key);
    const waiting = own.filter(isOpen).length;
    const open = () => (grid || this.grids.find(one => one.has(row.key))).thread(row.key);
    if (own.length) {
      return [make('button', {type: 'button', class: `assent-bubble${waiting ? ' assent-waiting' : ''}`, onclick: open,
        'aria-label': `${own.length} ${own.length === 1 ? 'comment' : 'comments'} on ${row.number}`}, String(own.length))];
    }
    return this.opened.mode === 'comment'
      ? [make('button', {type: 'button', class: 'assent-bubble assent-new', onclick: open, 'aria-label': `Comment on ${row.number}`}, 'Comment')] : [];
  }

  allComments() {
    const box = make('div');
    this.body.append(box);
    const draw = () => {
      const items = index(this.content);
      const called = key => items.has(key) ? `[${items.get(key).number}] ${items.get(key).name}` : key ? 'An item that is no longer there' : 'The document as a whole';
      const group = (title, list) => list.length ? [make('h4', {}, title), ...[...new Set(list.map(one => one.itemKey))].map(key => make('section', {},
        make('h5', {}, items.has(key) ? make('button', {type: 'button', class: 'btn-link', onclick: () => this.jump(key, 'name')}, called(key)) : called(key)),
        ...list.filter(one => one.itemKey === key).map(one => this.comments.one(one))))] : [];
      box.replaceChildren(
        ...group('Without an answer', this.comments.unanswered()),
        ...group('Answered, not settled yet', this.comments.open().filter(one => one.answers.length)),
        ...group('Settled', this.comments.list.filter(one => !isOpen(one))),
        this.opened.mode === 'comment' ? make('div', {}, make('h4', {}, 'On the document as a whole'),
          this.comments.entry('Your comment', 'Comment', text => this.comments.send('', {itemKey: '', text}, ''))) : '',
        this.comments.list.length ? '' : make('p', {}, 'There are no comments yet.'));
    };
    this.redrawComments = draw;
    draw();
  }

  commented(key) {
    this.grids.filter(grid => grid.has(key)).forEach(grid => {
      grid.refreshMore([key]);
      grid.thread(key, true);
    });
    this.redrawComments?.();
    this.check();
  }

  versions() {
    this.redrawComments = null;
    showVersions(this.body, this.path, number => this.showVersion(number));
  }

  showVersion(number) {
    dialogue(`Version ${number}`, async body => {
      const said = notice();
      body.append(said.line);
      said.say('Loading …');
      try {
        edit(body, await ask(`${this.path}/versions/${number}`));
      } catch (error) {
        said.fail(error);
      }
    });
  }

  // --- what is typed, and what is wrong with it

  changed(key, field) {
    this.typedSince.add(`${key} ${field}`);
    this.saving.changed();
    this.offerSample();
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.check(), 120);
    if (field === 'weight' || field === 'place') {
      this.sums();
    }
  }

  /** Over nothing that was typed. */
  offerSample() {
    if (this.sample) {
      this.sample.hidden = !isEmpty(this.content);
    }
  }

  sums() {
    const sums = sumOfDocument(this.content, this.opened.needed);
    this.grids.filter(grid => grid === this.grid).forEach(grid => {
      grid.note('weight', `${sums.have} of ${sums.want}`, !sums.isRight);
      this.content.objectives.forEach(objective => {
        const own = sumOf(objective);
        grid.under(objective.key, 'weight', own.want ? `${own.have} of ${own.want}` : `sum ${own.have}`, !own.isRight);
      });
    });
  }

  check() {
    if (!this.isEdited) {
      this.mark();
      return;
    }
    const own = findingsAtOnce(this.content, this.opened);
    const seen = new Set(own.map(finding => `${finding.key} ${finding.field}`));
    const items = index(this.content);
    // the desk's word counts until the cell is typed in again
    const all = own.concat(this.told.filter(finding => !seen.has(`${finding.key} ${finding.field}`)
      && !this.typedSince.has(`${finding.key} ${finding.field}`)
      && (!finding.key || items.has(finding.key))));
    this.all = all;
    const byKey = new Map();
    all.forEach(finding => byKey.set(finding.key, [...(byKey.get(finding.key) || []), finding]));
    this.grids.forEach(grid => grid.tell(byKey));
    for (const [field, {area, says}] of this.areas) {
      const found = all.filter(finding => finding.key === '' && finding.field === field);
      says.replaceChildren(...found.map(finding => make('li', {}, finding.sentence)));
      area.classList.toggle('assent-bad', found.length > 0);
      if (found.length) {
        area.setAttribute('aria-describedby', says.id);
      } else {
        area.removeAttribute('aria-describedby');
      }
    }
    this.listFindings(all, items);
    this.mark();
  }

  listFindings(all, items) {
    const unanswered = this.comments.unanswered().length;
    this.waiting.replaceChildren(unanswered ? make('button', {type: 'button', class: 'btn-link', onclick: () =>
      this.show(this.parts.find(part => part.id === 'comments'))},
    `${unanswered} ${unanswered === 1 ? 'comment of the reviewer waits' : 'comments of the reviewer wait'} for your answer`) : '');
    const wasOpen = this.findings.querySelector('details')?.open;
    const order = new Map([...items.keys()].map((key, i) => [key, i]));
    const wrong = all.filter(finding => !finding.isBlank);
    const blanks = all.filter(finding => finding.isBlank);
    const sorted = [...wrong, ...blanksByItem(blanks)].sort((one, other) => (order.get(one.key) ?? -1) - (order.get(other.key) ?? -1));
    if (!sorted.length) {
      this.findings.replaceChildren(make('p', {class: 'assent-fine'}, isEmpty(this.content) ? 'Nothing is written yet.'
        : unanswered ? 'Nothing is left to put right in the document.' : 'Nothing is left to put right: the draft can go to the head of office.'));
      return;
    }
    const must = all.filter(finding => finding.stops).length;
    const title = [must ? `${must} to put right before it can be submitted` : '', all.length - must ? `${all.length - must} to think about` : ''].filter(Boolean).join(', ');
    this.findings.replaceChildren(make('details', {class: 'assent-findings', open: wasOpen},
      make('summary', {}, title),
      make('ul', {}, ...sorted.slice(0, MOST_TOLD).map(finding => make('li', {class: finding.stops ? null : 'assent-advice'},
        make('button', {type: 'button', class: 'btn-link', onclick: () => this.jump(finding.key, finding.field)}, this.sentence(finding, items))))),
      sorted.length > MOST_TOLD ? make('p', {}, `and ${sorted.length - MOST_TOLD} more`) : null));
  }

  sentence(finding, items) {
    if (!finding.isOwn) {
      return finding.sentence;
    }
    const item = items.get(finding.key);
    const number = item ? `[${item.number}] ` : '';
    if (finding.isBlank) {
      return `${number}Still empty: ${finding.fields.map(field => this.labels().get(field) || field).join(', ')}`;
    }
    return `${number}${item ? `${this.labels().get(finding.field)}: ` : ''}${finding.sentence}`;
  }

  /** What each field is called on the page. */
  labels() {
    this.names ||= new Map([
      ...columnsOfObjectives(this.opened).concat(columnsOfOutcomes(this.opened), ACRONYM_COLUMNS, DEPENDENCE_COLUMNS).map(column => [column.field, column.label]),
      ...Object.values(TEXTS).flat().map(([field, label]) => [field, label]),
      ['name', 'Name'], ['', 'Whole item'], ['item', 'Whole item'], ['place', 'Place'], ['order', 'Order']]);
    return this.names;
  }

  /** Opens the part that a finding or comment belongs to and goes to its cell. */
  jump(key, field) {
    const found = key ? index(this.content).get(key)?.part
      : Object.keys(TEXTS).find(id => TEXTS[id].some(([name]) => name === field))
        || {outcomes: 'outcomes', acronyms: 'annexes', dependences: 'annexes'}[field] || 'objectives';
    const part = this.parts.find(one => one.id === found);
    if (!part) {
      return;
    }
    if (this.part.id !== part.id) {
      this.show(part);
    }
    if (key) {
      this.grids.find(grid => grid.has(key))?.goTo(key, field);
    } else {
      (this.areas.get(field)?.area || this.body.querySelector('textarea, input, button'))?.focus();
    }
  }

  /** How much there is to look at, on each part's tab. */
  mark() {
    const items = index(this.content);
    const counts = {};
    for (const finding of (this.isEdited && this.all) || []) {
      const part = finding.key ? items.get(finding.key)?.part
        : Object.keys(TEXTS).find(id => TEXTS[id].some(([name]) => name === finding.field)) || (finding.field === 'outcomes' ? 'outcomes' : 'objectives');
      counts[part] = (counts[part] || 0) + 1;
    }
    counts.comments = this.comments.open().length;
    this.parts.forEach(part => {
      part.count.textContent = counts[part.id] ? String(counts[part.id]) : '';
      part.tab.setAttribute('aria-label', counts[part.id] ? `${part.label}, ${counts[part.id]} ${part.id === 'comments' ? 'open' : 'to look at'}` : part.label);
    });
  }

  // --- saving

  sayWhoSaved() {
    const {opened} = this;
    this.status.say(opened.savedAt ? `Saved ${moment(opened.savedAt)} by ${opened.savedBy === opened.me.id ? 'you' : opened.savedByName}` : 'Nothing has been saved yet.');
  }

  saved(state, what) {
    this.element.dataset.saved = state;
    if (state === 'TYPING') {
      this.status.say('Not saved yet …');
    } else if (state === 'SAVING') {
      this.status.say('Saving …');
    } else if (state === 'SAVED') {
      this.status.say(`Saved ${clock(new Date())} by you`);
      this.told = what.findings;
      this.typedSince.clear();
      this.check();
    } else if (state === 'CONFLICT') {
      this.status.fail(new Error('Not saved: somebody else has changed the draft too.'));
      this.resolve(what.content);
    } else {
      const keeps = this.saving.isKept ? 'What you typed is kept in this browser' : 'This browser cannot keep it either, please copy it elsewhere';
      this.status.fail(new Error({
        OFFLINE: `Not saved: the desk does not answer. ${keeps}; it is tried again by itself.`,
        ENDED: `Not saved: your session has ended. ${keeps}; log in again and it is offered to you.`,
        REFUSED: `Not saved: ${what.message} ${keeps}.`
      }[state]));
    }
  }

  offerWhatIsLeft() {
    const left = this.saving.left();
    if (!left) {
      return;
    }
    const done = () => {
      this.banner.replaceChildren();
      [this.tabs, this.body, this.findings].forEach(part => part.removeAttribute('inert'));
    };
    // typing now would overwrite what is offered
    [this.tabs, this.body, this.findings].forEach(part => part.setAttribute('inert', ''));
    const restore = make('button', {type: 'button', class: 'btn btn-primary btn-sm', onclick: () => {
      done();
      this.takeOver(left.content, left.revision, left.base);
    }}, `Restore what you typed at ${clock(left.at)}`);
    this.banner.replaceChildren(make('div', {class: 'assent-told', role: 'alert'},
      make('p', {}, `Something you typed at ${clock(left.at)} was not saved.`),
      restore, ' ',
      make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => {
        this.saving.forget();
        done();
      }}, 'Throw it away')));
    restore.focus();
  }

  /** The whole content is another one now. */
  takeOver(content, revision, base) {
    this.content = content;
    // what was removed before has no place in it any more
    this.banner.replaceChildren();
    this.saving.goOn(content, revision, base);
    this.typedSince.clear();
    this.show(this.part);
    this.check();
  }

  /** Two wrote at once: puts together what can be, asks where both changed the same. */
  resolve(conflict) {
    this.banner.replaceChildren();
    askWhatCounts({conflict, base: this.saving.base, mine: () => this.content, labels: this.labels(),
      take: merged => {
        this.takeOver(merged, conflict.revision, conflict.content);
        this.saving.flush();
      },
      leave: () => this.banner.replaceChildren(make('p', {class: 'assent-told'}, 'Nothing you type is saved before you have chosen what counts. ',
        make('button', {type: 'button', class: 'btn btn-primary btn-sm', onclick: () => this.resolve(conflict)}, 'Choose now')))});
  }

  // --- Excel and the sample

  /** What is typed goes to the desk first, so that the file has it. */
  async download(event) {
    if (this.saving && this.saving.isDirty) {
      event.preventDefault();
      const link = event.currentTarget;
      try {
        await this.saving.flush(true);
        link.click();
      } catch (error) {
        this.status.fail(error);
      }
    }
  }

  upload() {
    uploadExcel({path: `${this.path}/draft/xlsx`, content: () => this.content, labels: this.labels(),
      take: content => {
        this.takeOver(content);
        this.saving.flush();
      }});
  }

  async fillWithSample() {
    try {
      const sample = await ask(`${this.path}/draft/sample`);
      this.takeOver(sample.content);
      this.offerSample();
      this.saving.flush();
    } catch (error) {
      this.status.fail(error);
    }
  }
}

/** One line for all that an item lacks. */
function blanksByItem(blanks) {
  const lines = new Map();
  for (const finding of blanks) {
    const line = lines.get(finding.key) || {...finding, fields: []};
    line.fields.push(finding.field);
    lines.set(finding.key, line);
  }
  return [...lines.values()];
}
