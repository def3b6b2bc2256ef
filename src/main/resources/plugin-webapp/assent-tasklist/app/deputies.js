// Acting for: who acts for whom, the form that names a deputy, and the button that ends it.
import {ask, dialogue, make, notice, refresh, table} from './desk.js';

export function showDeputies() {
  dialogue('Acting for', body => draw(body));
}

async function draw(node, told) {
  const said = notice();
  said.say('Loading …');
  node.replaceChildren(said.line);
  try {
    const page = await ask('deputations');
    said.say(told || '');
    node.append(
      make('p', {}, 'While an appointment is in force, the deputy finds your tasks in a list of their own and completes them in your name. Both names and the order stand in the task, in its history and under every document. What your deputy may not do because of what either of you did before in the same case stays barred.'),
      ...page.work.length ? [form(page, node)] : [],
      make('section', {class: 'assent-panel'}, make('h4', {}, page.administrator ? 'All appointments' : 'My appointments, and those I am appointed to'),
        page.appointments.length ? list(page.appointments, told => draw(node, told)) : make('p', {}, 'There are none.')));
    node.querySelector('input, select, button')?.focus();
  } catch (error) {
    said.fail(error);
  }
}

/** For administrators of accounts, in Admin: what is in force or to come, and the button that ends it. */
export async function administerDeputies(node, told) {
  const said = notice();
  said.say('Loading …');
  node.replaceChildren(said.line);
  try {
    const page = await ask('deputations');
    const open = page.appointments.filter(one => one.revocable);
    said.say(told || '');
    node.append(
      make('p', {}, 'Officials name their deputies themselves, in Tasklist. What you revoke ends at once, and tasks that the deputy holds go back.'),
      open.length ? list(open, message => administerDeputies(node, message)) : make('p', {}, 'No appointment is in force or to come.'));
  } catch (error) {
    said.fail(error);
  }
}

function form(page, node) {
  const said = notice();
  const people = make('datalist', {id: 'assent-colleagues'}, ...page.colleagues.map(one => make('option', {value: one.id}, one.name)));
  const deputy = make('input', {class: 'form-control', list: 'assent-colleagues', name: 'deputy', autocomplete: 'off'});
  const from = make('input', {class: 'form-control', type: 'date', name: 'from', value: page.today});
  const until = make('input', {class: 'form-control', type: 'date', name: 'until'});
  const order = make('input', {class: 'form-control', name: 'orderNumber', maxlength: '60', autocomplete: 'off'});
  const boxes = page.work.map(one => make('input', {type: 'checkbox', value: one.id, checked: true}));
  return make('section', {class: 'assent-panel'}, make('h4', {}, 'Name my deputy'),
    make('form', {class: 'assent-appoint', onsubmit: async event => {
      event.preventDefault();
      try {
        const answer = await ask('deputations', {method: 'POST', json: {
          deputy: deputy.value, from: from.value, until: until.value, orderNumber: order.value,
          processes: boxes.filter(box => box.checked).map(box => box.value).join(',')}});
        refresh();
        await draw(node, answer.message);
      } catch (error) {
        said.fail(error);
      }
    }},
    make('div', {class: 'assent-action'},
      make('label', {}, 'Deputy (user id)', deputy), people,
      make('label', {}, 'First day', from),
      make('label', {}, 'Last day', until),
      make('label', {}, 'Order number', order)),
    make('fieldset', {}, make('legend', {}, 'In these processes'),
      ...page.work.map((one, row) => make('label', {class: 'assent-choice'}, boxes[row], ` ${one.name}`))),
    make('div', {class: 'assent-action'}, make('button', {type: 'submit', class: 'btn btn-primary'}, 'Appoint'), said.line)));
}

function list(appointments, again) {
  const said = notice();
  const revoke = one => make('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: async () => {
    try {
      const answer = await ask(`deputations/${one.id}/revoke`, {method: 'POST', json: {}});
      refresh();
      await again(answer.message);
    } catch (error) {
      said.fail(error);
    }
  }}, 'Revoke');
  // whoever administers accounts sees no case, and so not what was done in it
  const told = appointments.some(one => one.acts);
  return make('div', {}, table(['For', 'Deputy', 'Processes', 'Days', 'Order', 'State', ...told ? ['Completed in the principal’s name'] : [], ''],
    appointments.map(one => [one.principal, one.deputy, one.processes.join(', '), `${one.from} to ${one.until}`,
      one.orderNumber, one.state, ...told ? [acts(one)] : [], one.revocable ? revoke(one) : ''])), said.line);
}

function acts(one) {
  if (!one.acts) {
    return '';
  }
  return one.acts.length ? make('ul', {}, ...one.acts.map(act => make('li', {}, act))) : 'nothing yet';
}
