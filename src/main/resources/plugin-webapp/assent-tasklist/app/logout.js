// Before somebody logs out: what was typed in an agreement is saved, or the official says what becomes of it.
import {dialogue, make} from './desk.js';
import {clock, kept, settled} from './saving.js';

/** How the official leaves: 'leave', 'keep' what is unsaved in this browser, or '' to stay and look. */
export async function askBeforeLogout(user) {
  await settled().catch(() => {});
  const left = user ? kept(user) : [];
  if (!left.length) {
    return 'leave';
  }
  return new Promise(answer => {
    let how = '';
    const box = dialogue('Not everything is saved', (body, close) => {
      const leave = forget => () => {
        how = forget ? 'leave' : 'keep';
        if (forget) {
          left.forEach(one => localStorage.removeItem(one.place));
        }
        close();
      };
      body.append(
        make('p', {}, 'This was typed and is not on the desk yet:'),
        make('ul', {}, ...left.map(one => make('li', {}, `Agreement ${one.key}, typed at ${clock(one.at)}`))),
        make('div', {class: 'assent-action'},
          make('button', {type: 'button', class: 'btn btn-primary', onclick: close}, 'Stay logged in'),
          make('button', {type: 'button', class: 'btn btn-default', onclick: leave(false)}, 'Log out and keep it in this browser for me'),
          make('button', {type: 'button', class: 'btn btn-default', onclick: leave(true)}, 'Log out and throw it away')));
    });
    box.addEventListener('close', () => answer(how));
  });
}
