// Comments of the reviewers on single items, and the team's answer to each.
import {ask, make, notice} from './desk.js';

const DAY = new Intl.DateTimeFormat('en-GB', {timeZone: 'Asia/Dhaka', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'});

/** 31 May 2023, 14:05 in Dhaka. */
export function moment(instant) {
  const date = instant ? new Date(instant) : null;
  return date && !isNaN(date) ? DAY.format(date) : '';
}

/** The reviewer is not content with it yet. */
export function isOpen(comment) {
  return !comment.resolved;
}

/** The comments of one agreement; hears() is told after each change. */
export class Comments {
  constructor({path, list, mode, hears}) {
    this.path = path;
    this.list = list;
    this.mode = mode;
    this.hears = hears;
  }

  of(key) {
    return this.list.filter(comment => comment.itemKey === key);
  }

  open() {
    return this.list.filter(isOpen);
  }

  unanswered() {
    return this.open().filter(comment => !comment.answers.length);
  }

  async send(path, json, key) {
    this.list = await ask(`${this.path}/comments${path}`, {method: 'POST', json});
    this.hears(key);
  }

  /** What was said of an item, and in comment mode a box for one more. */
  thread(key, called) {
    const box = make('section', {class: 'assent-comments', 'aria-label': `Comments on ${called}`});
    const own = this.of(key);
    box.append(...own.map(comment => this.one(comment)));
    if (this.mode === 'comment') {
      box.append(this.entry('Your comment', 'Comment', text => this.send('', {itemKey: key, text}, key)));
    } else if (!own.length) {
      box.append(make('p', {}, 'There is no comment on this.'));
    }
    return box;
  }

  one(comment) {
    const item = make('article', {class: `assent-comment${isOpen(comment) ? '' : ' assent-settled'}`});
    const isAnswered = comment.answers.length > 0;
    item.append(
      make('p', {class: 'assent-said'}, make('strong', {}, comment.byName), ` on ${moment(comment.at)}, version ${comment.version}`,
        comment.carriedTo > comment.version ? make('span', {class: 'assent-mark'}, `carried to version ${comment.carriedTo}`) : null,
        isOpen(comment) ? null : make('span', {class: 'assent-mark'}, `settled by ${comment.resolvedByName}`)),
      make('p', {class: 'assent-text'}, comment.text),
      ...comment.answers.map(answer => make('div', {class: 'assent-answer'},
        make('p', {class: 'assent-said'}, 'Answer by ', make('strong', {}, answer.byName), ` on ${moment(answer.at)}`),
        make('p', {class: 'assent-text'}, answer.text))));
    if (this.mode === 'edit' && isOpen(comment)) {
      const answering = () => this.entry('Your answer', 'Answer',
        text => this.send(`/${comment.id}/answer`, {text}, comment.itemKey));
      item.append(isAnswered ? this.later('Add to the answer', answering) : answering());
    }
    if (this.mode === 'comment' && isOpen(comment)) {
      item.append(this.act(isAnswered ? 'Settled' : 'Take back', () => this.send(`/${comment.id}/resolve`, {}, comment.itemKey)));
    }
    return item;
  }

  later(label, entry) {
    const button = make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => {
      const form = entry();
      button.replaceWith(form);
      form.querySelector('textarea').focus();
    }}, label);
    return button;
  }

  entry(label, action, send) {
    const said = notice();
    const text = make('textarea', {class: 'form-control', rows: '2', maxlength: '4000', required: true});
    const button = make('button', {type: 'submit', class: 'btn btn-primary btn-sm'}, action);
    return make('form', {class: 'assent-entry', onsubmit: async event => {
      event.preventDefault();
      if (!text.value.trim()) {
        return;
      }
      button.disabled = true;
      try {
        await send(text.value.trim());
      } catch (error) {
        said.fail(error);
        button.disabled = false;
      }
    }}, make('label', {}, label, text), button, said.line);
  }

  act(label, go) {
    const said = notice();
    return make('div', {}, make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: async event => {
      event.target.disabled = true;
      try {
        await go();
      } catch (error) {
        said.fail(error);
        event.target.disabled = false;
      }
    }}, label), said.line);
  }
}
