// The rehearsal clock: what it shows, and how it is moved. Used in Tasklist's bar and on Cockpit's dashboard.
import {ask, dialogue, make, notice, refresh} from './desk.js';

export function showClock() {
  dialogue('Clock of the desk', body => clock(body));
}

/** @param node where the control stands */
export function clock(node) {
  const time = make('strong', {class: 'assent-time'}, '…');
  const next = make('p', {class: 'assent-next'});
  const said = notice();
  const result = make('div');
  const toNext = make('button', {type: 'button', class: 'btn btn-primary', onclick: () => move('clock/next', {})}, 'To the next due timer');
  const day = make('input', {type: 'date', class: 'form-control', required: true, 'aria-label': 'Date'});
  const hour = make('input', {type: 'time', class: 'form-control', value: '09:00', 'aria-label': 'Time in Tokyo'});
  const toDay = make('button', {type: 'submit', class: 'btn btn-default'}, 'To this date');
  const controls = [toNext, toDay, day, hour];
  node.replaceChildren(make('div', {class: 'assent-clock'},
    make('p', {}, 'The desk’s time is ', time),
    next,
    make('p', {}, toNext),
    make('form', {class: 'assent-action', onsubmit: event => {
      event.preventDefault();
      move('clock/to', {day: day.value, time: hour.value});
    }}, make('label', {}, 'Date', day), make('label', {}, 'Time in Tokyo', hour), toDay),
    said.line, result));

  async function read() {
    const reading = await ask('clock');
    time.textContent = reading.time;
    day.min = reading.day;
    if (!day.value || day.value < reading.day) {
      day.value = reading.day;
    }
    next.textContent = reading.next ? `Next: ${reading.nextTime}, ${reading.next}` : 'No timer is waiting.';
    toNext.disabled = !reading.next;
  }

  async function move(path, json) {
    controls.forEach(control => control.disabled = true);
    result.replaceChildren();
    said.say('The clock is moving …');
    const watch = setInterval(async () => {
      try {
        const now = await ask('clock/time');
        time.textContent = now.time;
        said.say(`The clock is moving … ${now.time}`);
      } catch (e) {
        // the answer to the move will tell
      }
    }, 700);
    try {
      const moved = await ask(path, {method: 'POST', json});
      clearInterval(watch);
      said.say(moved.ran.length
        ? `The clock moved from ${moved.from} to ${moved.to}. This happened on the way:`
        : `The clock moved from ${moved.from} to ${moved.to}. Nothing fell due on the way.`);
      result.replaceChildren(make('ol', {class: 'assent-ran'}, ...moved.ran.slice(-60).map(one =>
        make('li', {}, `${one.time}: ${one.what}`, one.failed ? make('strong', {class: 'assent-failed'}, ` ${one.failed}`) : null))));
    } catch (error) {
      clearInterval(watch);
      said.fail(error);
    }
    controls.forEach(control => control.disabled = false);
    await read().catch(said.fail);
    node.dispatchEvent(new CustomEvent('assent-moved', {bubbles: true}));
    document.dispatchEvent(new CustomEvent('assent-moved', {detail: time.textContent}));
    refresh();
  }

  read().then(() => node.closest('dialog') && toNext.focus()).catch(said.fail);
}
