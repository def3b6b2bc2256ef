// A table that is typed in like a spreadsheet: header and first columns stay in sight, Tab and the arrows go from cell
// to cell, Enter goes down. It knows rows and columns; what they mean is its owner's business.
import {make} from './desk.js';

let grids = 0;

/**
 * @param columns [{field, label, width, choices, derived, exact}]; the first is the name, it stays in sight
 * @param rows () => [{key, number, kind, item, fields, menu: [[label, go]]}] in their order
 * @param editable whether cells are typed in; else they are read
 * @param on {isRemarked, changed(row, field), more(row) => elements beside the number, thread(row) => element or null}
 */
export class Grid {
  constructor({label, columns, rows, editable, on}) {
    this.id = `assent-grid-${++grids}`;
    this.columns = columns;
    this.rows = rows;
    this.editable = editable;
    this.on = on;
    this.lines = new Map();
    this.shown = [];
    this.told = new Map();
    this.openThreads = new Set();
    this.heads = new Map(columns.map(column => [column.field, make('th', {scope: 'col'},
      make('span', {}, ...words(column.label)))]));
    this.body = make('tbody');
    this.table = make('table', {class: 'assent-grid', 'aria-label': label},
      make('colgroup', {}, ...[78, ...columns.map(column => column.width)].map((width, i) =>
        make('col', {class: i === 1 ? 'assent-grid-name' : null, style: i === 1 ? null : `width:${width}px`}))),
      make('thead', {}, make('tr', {}, make('th', {scope: 'col'}, 'No.'), ...this.heads.values())),
      this.body);
    this.table.style.setProperty('--columns', `${78 + columns.slice(1).reduce((sum, column) => sum + column.width, 0)}px`);
    this.element = make('div', {class: 'assent-grid-frame', tabindex: '-1', role: 'region', 'aria-label': label}, this.table);
    this.body.addEventListener('input', event => this.typed(event));
    this.body.addEventListener('keydown', event => this.pressed(event));
    this.body.addEventListener('paste', event => this.pasted(event));
    this.body.addEventListener('click', event => this.clicked(event));
    this.body.addEventListener('focusin', event => {
      this.before = {cell: event.target, value: event.target.value};
    });
  }

  /** A second line in a column's head. */
  note(field, text, isWrong) {
    const head = this.heads.get(field);
    head.querySelector('.assent-sum')?.remove();
    head.append(make('span', {class: `assent-sum${isWrong ? ' assent-wrong' : ''}`}, text));
  }

  /** At first, and after rows came, went or moved: keeps what stands, makes what is new, puts all in order. */
  draw() {
    const active = document.activeElement;
    this.shown = this.rows();
    const keys = new Set(this.shown.map(row => row.key));
    for (const [key, line] of this.lines) {
      if (!keys.has(key)) {
        line.tr.remove();
        line.thread?.remove();
        this.lines.delete(key);
        this.told.delete(key);
      }
    }
    const placed = [];
    for (const row of this.shown) {
      const known = this.lines.get(row.key);
      const line = known || this.line(row);
      line.row = row;
      this.renumber(line, row.number);
      this.lines.set(row.key, line);
      placed.push(line.tr);
      if (line.thread) {
        placed.push(line.thread);
      }
    }
    // only what is not in its place is touched: the rest keeps its focus and need not be laid out again
    placed.forEach((tr, i) => {
      if (this.body.children[i] !== tr) {
        this.body.insertBefore(tr, this.body.children[i] || null);
      }
    });
    while (this.body.children.length > placed.length) {
      this.body.lastElementChild.remove();
    }
    if (active && active !== document.activeElement && this.body.contains(active)) {
      active.focus({preventScroll: true});
    }
  }

  /** What a cell is called by those who hear it: its column and its row's number. */
  renumber(line, number) {
    if (line.number.textContent === number) {
      return;
    }
    line.number.textContent = number;
    line.dots?.setAttribute('aria-label', `Actions for ${number}`);
    for (const column of this.columns) {
      const cell = line.cells.get(column.field);
      if (cell?.dataset.field) {
        cell.setAttribute('aria-label', `${column.label} ${number}`);
      }
    }
  }

  /** The content was exchanged: nothing that stands is right any more. */
  redraw() {
    this.lines.clear();
    this.told.clear();
    this.body.replaceChildren();
    this.draw();
  }

  line(row) {
    const number = make('span', {class: 'assent-number'});
    const says = make('ul', {class: 'assent-says', id: `${this.id}-${row.key}-says`});
    const more = make('span', {class: 'assent-more'});
    const tr = make('tr', {class: `assent-row-${row.kind}`, 'data-key': row.key});
    const line = {row, tr, number, says, more, cells: new Map()};
    const head = make('th', {scope: 'row'}, number, more);
    if (row.menu.length) {
      line.dots = make('button', {type: 'button', class: 'assent-dots', 'aria-haspopup': 'menu',
        onclick: () => this.menu(line.dots, line.row)}, make('span', {'aria-hidden': 'true'}, '⋯'));
      more.before(line.dots);
    }
    tr.append(head);
    let empty = null;
    this.columns.forEach((column, i) => {
      if (row.fields.includes(column.field)) {
        empty = null;
        const td = make('td', {'data-label': column.label});
        const cell = this.cell(row, column);
        line.cells.set(column.field, cell);
        td.append(cell);
        if (i === 0) {
          td.append(says);
        }
        tr.append(td);
      } else if (empty) {
        empty.colSpan += 1;
      } else {
        empty = make('td', {class: 'assent-none'});
        tr.append(empty);
      }
    });
    this.fillMore(line);
    return line;
  }

  cell(row, column) {
    const value = read(row.item, column.field);
    if (column.derived) {
      return make('span', {class: 'assent-derived'}, column.derived(row.item));
    }
    if (!this.editable) {
      const shown = column.choices ? column.choices[value] || value : value;
      return make('span', {class: column.exact ? 'assent-exact' : 'assent-words', tabindex: '-1'}, shown);
    }
    const attributes = {'data-field': column.field, 'data-key': row.key, class: column.exact ? 'assent-exact' : '',
      autocomplete: 'off'};
    if (column.choices) {
      const select = make('select', attributes, ...Object.entries(column.choices).map(([code, label]) =>
        make('option', {value: code}, label)));
      select.value = value;
      return select;
    }
    if (column.exact) {
      const input = make('input', {...attributes, type: 'text', maxlength: '60'});
      input.value = value;
      return input;
    }
    const area = make('textarea', {...attributes, rows: '1', maxlength: '4000', spellcheck: 'false'});
    area.value = value;
    return area;
  }

  /** The cell's value or a derived one changed behind the keyboard's back. */
  refresh(key) {
    const line = this.lines.get(key);
    if (!line) {
      return;
    }
    for (const column of this.columns) {
      const cell = line.cells.get(column.field);
      if (cell && column.derived) {
        cell.textContent = column.derived(line.row.item);
      } else if (cell && this.editable && cell !== document.activeElement && cell.value !== read(line.row.item, column.field)) {
        cell.value = read(line.row.item, column.field);
      }
    }
  }

  fillMore(line) {
    line.more.replaceChildren(...(this.on.more ? this.on.more(line.row) : []));
  }

  /** Counts of comments and the like, after they changed. */
  refreshMore(keys) {
    (keys || [...this.lines.keys()]).forEach(key => this.lines.has(key) && this.fillMore(this.lines.get(key)));
  }

  /** A word under a cell, such as the sum of what stands below it. */
  under(key, field, text, isWrong) {
    const cell = this.lines.get(key)?.cells.get(field);
    if (!cell) {
      return;
    }
    let word = cell.parentElement.querySelector('.assent-sum');
    if (!word) {
      word = make('span', {class: 'assent-sum'});
      cell.after(word);
    }
    word.className = `assent-sum${isWrong ? ' assent-wrong' : ''}`;
    if (word.textContent !== text) {
      word.textContent = text;
    }
  }

  /** What is wrong with each row: Map of key to [{field, sentence, isBlank}]. Only rows that changed are touched. */
  tell(byKey) {
    for (const [key, line] of this.lines) {
      const findings = byKey.get(key) || [];
      const now = JSON.stringify(findings);
      if ((this.told.get(key) || '[]') === now) {
        continue;
      }
      this.told.set(key, now);
      for (const [field, cell] of line.cells) {
        const own = findings.filter(finding => finding.field === field);
        cell.classList.toggle('assent-bad', own.some(finding => !finding.isBlank));
        cell.classList.toggle('assent-blank', own.length > 0 && own.every(finding => finding.isBlank));
        if (own.length) {
          cell.setAttribute('aria-invalid', 'true');
          cell.setAttribute('aria-describedby', line.says.id);
        } else {
          cell.removeAttribute('aria-invalid');
          cell.removeAttribute('aria-describedby');
        }
      }
      const blank = findings.filter(finding => finding.isBlank);
      line.says.replaceChildren(
        ...findings.filter(finding => !finding.isBlank).map(finding => make('li', {},
          make('button', {type: 'button', tabindex: '-1', class: 'btn-link', onclick: () => this.goTo(key, finding.field)}, this.sentence(finding)))),
        ...(blank.length ? [make('li', {class: 'assent-still'}, make('button', {type: 'button', tabindex: '-1', class: 'btn-link',
          onclick: () => this.goTo(key, blank[0].field)}, `Still empty: ${blank.map(finding => this.labelOf(finding.field)).join(', ')}`))] : []));
    }
  }

  sentence(finding) {
    const label = finding.isOwn && this.labelOf(finding.field);
    return label ? `${label}: ${finding.sentence}` : finding.sentence;
  }

  labelOf(field) {
    return field === 'name' ? 'Name' : this.columns.find(column => column.field === field)?.label || '';
  }

  has(key) {
    return this.lines.has(key);
  }

  goTo(key, field) {
    const line = this.lines.get(key);
    if (!line) {
      return;
    }
    const cell = line.cells.get(field) || line.cells.get(this.columns[0].field);
    cell.scrollIntoView({block: 'center', inline: 'center'});
    cell.focus({preventScroll: true});
  }

  /** Opens or closes what is said about a row, under the row. */
  thread(key, isOpen = !this.lines.get(key)?.thread) {
    const line = this.lines.get(key);
    if (!line) {
      return;
    }
    line.thread?.remove();
    line.thread = null;
    const content = isOpen && this.on.thread(line.row);
    if (content) {
      line.thread = make('tr', {class: 'assent-thread'}, make('td', {colspan: String(this.columns.length + 1)},
        make('div', {}, content)));
      line.tr.after(line.thread);
      line.thread.querySelector('textarea')?.focus();
    }
  }

  /** Where nothing is typed, a click on a row says something about it, if the owner allows. */
  clicked(event) {
    const key = event.target.closest('tr')?.dataset.key;
    if (key && this.on.isRemarked && !event.target.closest('button') && String(window.getSelection()) === '') {
      this.thread(key);
    }
  }

  typed(event) {
    const cell = event.target;
    const line = this.lines.get(cell.dataset.key);
    if (line && cell.dataset.field) {
      this.put(line.row, cell.dataset.field, cell.value);
    }
  }

  put(row, field, value) {
    write(row.item, field, value);
    this.on.changed(row, field);
  }

  pressed(event) {
    const cell = event.target;
    if (!cell.dataset.field || event.isComposing) {
      return;
    }
    const line = this.lines.get(cell.dataset.key);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const wanted = event.key === 'ArrowUp' ? 'Move up' : 'Move down';
      const move = line.row.menu.find(([label]) => label === wanted);
      if (move) {
        event.preventDefault();
        move[1]();
        cell.focus();
      }
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const isChoice = cell.tagName === 'SELECT';
    const isAll = !isChoice && cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    const atStart = isChoice || isAll || (cell.selectionStart === 0 && cell.selectionEnd === 0);
    const atEnd = isChoice || isAll || cell.selectionStart === cell.value.length;
    const isLine = cell.tagName === 'INPUT';
    let next = null;
    if (event.key === 'Enter' && !event.shiftKey) {
      next = this.beside(line, cell.dataset.field, 1) || cell;
    } else if (event.shiftKey) {
      return;
    } else if (event.key === 'ArrowDown' && !isChoice && (isLine || atEnd)) {
      next = this.beside(line, cell.dataset.field, 1);
    } else if (event.key === 'ArrowUp' && !isChoice && (isLine || atStart)) {
      next = this.beside(line, cell.dataset.field, -1);
    } else if (event.key === 'ArrowRight' && atEnd) {
      next = this.nextInRow(line, cell, 1);
    } else if (event.key === 'ArrowLeft' && atStart) {
      next = this.nextInRow(line, cell, -1);
    } else if (event.key === 'Escape' && this.before?.cell === cell && this.before.value !== cell.value) {
      cell.value = this.before.value;
      this.put(line.row, cell.dataset.field, cell.value);
      event.preventDefault();
    }
    if (next) {
      event.preventDefault();
      next.focus();
      next.select?.();
    }
  }

  /** The same column some rows further, over rows that have none of it. */
  beside(line, field, step) {
    for (let i = this.shown.indexOf(line.row) + step; i >= 0 && i < this.shown.length; i += step) {
      const cell = this.lines.get(this.shown[i].key).cells.get(field);
      if (cell && cell.dataset.field) {
        return cell;
      }
    }
    return null;
  }

  nextInRow(line, cell, step) {
    const cells = [...line.cells.values()].filter(one => one.dataset.field);
    return cells[cells.indexOf(cell) + step] || null;
  }

  /** A block copied from a spreadsheet goes into the cells to the right and below, where there are cells. */
  pasted(event) {
    const cell = event.target;
    const text = event.clipboardData?.getData('text/plain') || '';
    const lines = text.replace(/\r/g, '').replace(/\n$/, '').split('\n');
    if (!cell.dataset.field || (!text.includes('\t') && (lines.length === 1 || cell.tagName === 'TEXTAREA'))) {
      return;
    }
    event.preventDefault();
    const from = this.columns.findIndex(column => column.field === cell.dataset.field);
    let line = this.lines.get(cell.dataset.key);
    for (const values of lines) {
      values.split('\t').forEach((value, i) => {
        const column = this.columns[from + i];
        if (column && !column.derived && line.cells.has(column.field)) {
          const chosen = column.choices
            ? Object.keys(column.choices).find(code => column.choices[code].toLowerCase() === value.trim().toLowerCase())
            : value.trim();
          if (chosen !== undefined) {
            line.cells.get(column.field).value = chosen;
            this.put(line.row, column.field, chosen);
          }
        }
      });
      const below = this.beside(line, cell.dataset.field, 1);
      if (!below) {
        break;
      }
      line = this.lines.get(below.dataset.key);
    }
  }

  menu(button, row) {
    const box = make('div', {class: 'assent-menu', role: 'menu', popover: 'auto'});
    box.append(...row.menu.map(([label, go]) => make('button', {type: 'button', role: 'menuitem', onclick: () => {
      box.hidePopover();
      go();
    }}, label)));
    button.after(box);
    box.addEventListener('toggle', event => {
      if (event.newState === 'closed') {
        box.remove();
      }
    });
    box.addEventListener('keydown', event => {
      const items = [...box.children];
      const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
      if (step) {
        event.preventDefault();
        event.stopPropagation();
        items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
      } else if (event.key === 'Escape') {
        button.focus();
      }
    });
    box.showPopover();
    const place = button.getBoundingClientRect();
    box.style.left = `${Math.min(place.left, window.innerWidth - box.offsetWidth - 8)}px`;
    box.style.top = `${Math.min(place.bottom, window.innerHeight - box.offsetHeight - 8)}px`;
    box.firstElementChild.focus();
  }
}

/** The words of a head: a line breaks between them, never inside 2023-24. */
function words(label) {
  return label.split(' ').flatMap((word, i) => [i ? ' ' : '', make('span', {class: 'assent-word'}, word)]);
}

/** A field of an item; a level of its ladder is ladder.0 to ladder.4. */
export function read(item, field) {
  return (field.startsWith('ladder.') ? item.ladder[Number(field.substring(7))] : item[field]) || '';
}

export function write(item, field, value) {
  if (field.startsWith('ladder.')) {
    item.ladder[Number(field.substring(7))] = value;
  } else {
    item[field] = value;
  }
}
