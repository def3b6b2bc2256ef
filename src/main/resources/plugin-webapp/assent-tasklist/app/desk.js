// What every part of the pages uses: asking the server, making elements, dialogues. Text from the server only ever
// becomes text, never markup.
const root = document.querySelector('base').getAttribute('app-root');
const engine = (window.location.pathname.match(/\/app\/[^/]+\/([^/]+)/) || [])[1] || 'default';

/** Of an answer of ours in Tasklist; a path that begins with a stroke is one of the web apps' own. */
export function address(path) {
  return path.startsWith('/') ? root + path : `${root}/api/tasklist/plugin/assent/${engine}/${path}`;
}

function token() {
  const cookie = document.cookie.split('; ').find(one => one.startsWith('XSRF-TOKEN='));
  return cookie ? cookie.substring('XSRF-TOKEN='.length) : '';
}

/** The server's answer; what it refuses is thrown as an error with its one sentence. */
export async function ask(path, {method = 'GET', json, body, type} = {}) {
  const headers = {Accept: 'application/json'};
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = token();
    headers['Content-Type'] = json ? 'application/json' : type || 'application/octet-stream';
  }
  let answer;
  try {
    answer = await fetch(address(path), {method, headers, body: json ? JSON.stringify(json) : body, credentials: 'same-origin'});
  } catch (e) {
    throw new Error('The desk does not answer. Please try again in a moment.');
  }
  const text = await answer.text();
  let content = {};
  try {
    content = text ? JSON.parse(text) : {};
  } catch (e) {
    // an answer that is no JSON says nothing to an official
  }
  if (!answer.ok) {
    const error = new Error(content.message || 'This did not work. Please try again.');
    error.status = answer.status;
    error.content = content;
    throw error;
  }
  return content;
}

/** make('a', {href: '#', onclick: go}, 'Text', anotherElement) */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.substring(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

export function table(columns, rows) {
  return make('div', {class: 'assent-table', tabindex: '0', role: 'region', 'aria-label': columns.join(', ')},
    make('table', {},
      make('thead', {}, make('tr', {}, ...columns.map(name => make('th', {scope: 'col'}, name)))),
      make('tbody', {}, ...rows.map(row => make('tr', {}, ...row.map(cell => make('td', {}, cell)))))));
}

/** A line that tells how something went, read out by screen readers. */
export function notice() {
  const line = make('p', {class: 'assent-notice', role: 'status'});
  return {
    line,
    say(text) {
      line.className = 'assent-notice';
      line.textContent = text;
    },
    fail(error) {
      line.className = 'assent-notice assent-failed';
      line.textContent = error.message;
    }
  };
}

/** Opens a dialogue; fill(body, close) puts the content in. Escape closes it, focus goes back where it was. */
export function dialogue(title, fill) {
  const body = make('div', {class: 'assent-body'});
  const box = make('dialog', {class: 'assent-dialogue', 'aria-label': title},
    make('header', {},
      make('h2', {}, title),
      make('button', {type: 'button', class: 'btn btn-default', onclick: () => box.close()}, 'Close')),
    body);
  const before = document.activeElement;
  box.addEventListener('close', () => {
    box.remove();
    if (before && before.focus) {
      before.focus();
    }
  });
  document.body.append(box);
  box.showModal();
  fill(body, () => box.close());
  return box;
}

/** Opens a task in Tasklist, and lets the list take notice. */
export function openTask(id) {
  window.location.hash = `#/?task=${encodeURIComponent(id)}`;
  refresh();
}

export function refresh() {
  const angular = window.angular;
  const injector = angular && angular.element(document.documentElement).injector();
  if (injector) {
    injector.get('$rootScope').$broadcast('refresh');
  }
}

/** camelCase field names as words: closingDate becomes closing date. */
export function words(name) {
  return name.replace(/([A-Z])/g, letter => ' ' + letter.toLowerCase());
}
