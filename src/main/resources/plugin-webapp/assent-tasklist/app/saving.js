// Keeps what is typed: at once in this browser, a moment later on the desk. Nothing typed is thrown away before the
// desk has it or the official says so.
import {ask} from './desk.js';

const SOON = 1500;
const AGAIN = 8000;
const open = new Set();

function place(user, key) {
  return `assent-agreement:${user}:${key}`;
}

/** What this user typed and the desk does not have, of any agreement: [{place, key, at}]. */
export function kept(user) {
  const begin = place(user, '');
  return Object.keys(localStorage).filter(one => one.startsWith(begin)).map(one => {
    let at = '';
    try {
      at = JSON.parse(localStorage.getItem(one)).at;
    } catch (unreadable) {
      // it is told without its time
    }
    return {place: one, key: one.substring(begin.length), at};
  });
}

/** 14:05 where it was today in this browser, else with its day. */
export function clock(moment) {
  const date = new Date(moment);
  if (isNaN(date)) {
    return 'an earlier time';
  }
  const time = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'}).format(date);
  return date.toDateString() === new Date().toDateString()
    ? time : `${time} on ${new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short'}).format(date)}`;
}

/** Resolves when every open draft is on the desk; fails with a sentence where one cannot be. */
export function settled() {
  return Promise.all([...open].map(one => one.flush(true)));
}

/** Saves one draft. tell(state, error) hears SAVED, TYPING, SAVING, OFFLINE, ENDED, CONFLICT, REFUSED. */
export class Saving {
  constructor({user, path, key, revision, content, tell}) {
    this.user = user;
    this.path = path;
    this.key = key;
    this.revision = revision;
    this.content = content;
    this.base = structuredClone(content);
    this.tell = tell;
    this.isDirty = false;
    this.isHeld = false;
    this.running = null;
    this.leaving = () => document.visibilityState === 'hidden' && this.isDirty && this.flush();
    document.addEventListener('visibilitychange', this.leaving);
    open.add(this);
  }

  /** What was typed earlier and never reached the desk; null where there is nothing. */
  left() {
    try {
      const found = JSON.parse(localStorage.getItem(place(this.user, this.key)));
      if (found && JSON.stringify(found.content) !== JSON.stringify(this.content)) {
        return found;
      }
    } catch (unreadable) {
      // nothing that could be offered
    }
    this.forget();
    return null;
  }

  forget() {
    clearTimeout(this.keeping);
    localStorage.removeItem(place(this.user, this.key));
  }

  changed() {
    this.isDirty = true;
    this.tell('TYPING');
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keep(), 250);
    this.later(SOON);
  }

  keep() {
    try {
      localStorage.setItem(place(this.user, this.key),
        JSON.stringify({at: new Date().toISOString(), revision: this.revision, base: this.base, content: this.content}));
      this.isKept = true;
    } catch (full) {
      this.isKept = false;
    }
  }

  later(time) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.flush(), time);
  }

  /** Sends what is new. One save at a time; what is typed meanwhile goes with the next. */
  async flush(demands = false) {
    clearTimeout(this.waiting);
    if (this.running) {
      await this.running.catch(() => {});
    }
    if (!this.isDirty || this.isHeld) {
      if (demands && this.isHeld && this.isDirty) {
        throw new Error('Somebody else has changed the draft too. Please open the tab Agreement and choose what counts.');
      }
      return;
    }
    this.running = this.send();
    try {
      await this.running;
    } catch (error) {
      if (demands) {
        throw error;
      }
    } finally {
      this.running = null;
    }
  }

  async send() {
    const sent = structuredClone(this.content);
    this.isDirty = false;
    this.keep();
    this.tell('SAVING');
    try {
      const saved = await ask(this.path, {method: 'PUT', json: {revision: this.revision, content: sent}});
      this.revision = saved.revision;
      this.base = sent;
      if (this.isDirty) {
        this.keep();
        this.later(SOON);
      } else {
        this.forget();
      }
      this.tell('SAVED', saved);
    } catch (error) {
      this.isDirty = true;
      this.keep();
      if (error.status === 409 && error.content.content) {
        this.isHeld = true;
        this.tell('CONFLICT', error);
      } else if (error.status === 401) {
        this.tell('ENDED', error);
      } else if (error.status === undefined || error.status >= 500 || error.status === 409) {
        this.tell('OFFLINE', error);
        this.later(AGAIN);
      } else {
        this.tell('REFUSED', error);
      }
      throw error;
    }
  }

  /** Goes on with another content: restored, merged, or taken from a file. */
  goOn(content, revision = this.revision, base = this.base) {
    this.content = content;
    this.revision = revision;
    this.base = structuredClone(base);
    this.isHeld = false;
    this.changed();
  }

  close() {
    document.removeEventListener('visibilitychange', this.leaving);
    if (this.isDirty && !this.isHeld) {
      this.keep();
      this.flush().finally(() => this.done());
    } else {
      if (this.isDirty) {
        this.keep();
      }
      this.done();
    }
  }

  done() {
    clearTimeout(this.waiting);
    clearTimeout(this.keeping);
    open.delete(this);
  }
}
