// What Tasklist's bar offers besides its own: projects, agreements, import, outbox, deputies, clock.
import {address, ask, dialogue, make, notice, openTask, table, words} from './desk.js';
import {showAgreements} from './agreement.js';
import {showProjects} from './case.js';
import {showClock} from './clock.js';
import {showDeputies} from './deputies.js';

export async function showBar(node) {
  let desk;
  try {
    desk = await ask('desk');
  } catch (error) {
    return;
  }
  const entries = {
    projects: ['Projects', showProjects],
    agreements: ['Agreements', showAgreements],
    import: ['Import notification', showImport],
    outbox: ['Outbox', showOutbox],
    deputies: ['Acting for', showDeputies],
    clock: [desk.time, showClock]
  };
  // whoever starts no process needs no button for it
  document.body.classList.toggle('assent-starts', desk.controls.includes('start'));
  const links = Object.entries(entries)
    .filter(([name]) => desk.controls.includes(name))
    .map(([name, [label, open]]) => make('button', {type: 'button', class: `btn-link assent-${name}`, onclick: open,
      title: name === 'clock' ? 'Clock of the desk: press to move it' : null}, label));
  node.replaceChildren(make('div', {class: 'assent-bar'}, ...links));
  document.addEventListener('assent-moved', event => {
    const clock = node.querySelector('.assent-clock');
    if (clock) {
      clock.textContent = event.detail;
    }
  });
}

function showImport() {
  dialogue('Import a project notification', (body, close) => {
    const said = notice();
    const lists = make('div');
    const file = make('input', {type: 'file', accept: '.pdf,.txt,application/pdf,text/plain', required: true});
    const send = async question => {
      said.say('Reading the notification …');
      lists.replaceChildren();
      try {
        const planned = await question();
        said.say(`Project ${planned.projectCode} has been planned. Please check what was read.`);
        lists.replaceChildren(
          ...named('Please fill in yourself what could not be read with certainty:', planned.unread),
          make('button', {type: 'button', class: 'btn btn-primary', onclick: () => {
            close();
            openTask(planned.taskId);
          }}, 'Open the draft'));
        lists.querySelector('button').focus();
      } catch (error) {
        said.fail(error);
        lists.replaceChildren(...named('Missing:', error.content && error.content.missing));
      }
    };
    body.append(
      make('p', {}, 'A notification as PDF or plain text becomes the draft of a project. What cannot be read with certainty is left for you; nothing is guessed.'),
      make('form', {class: 'assent-action', onsubmit: event => {
        event.preventDefault();
        const chosen = file.files[0];
        const type = chosen.type || (chosen.name.toLowerCase().endsWith('.pdf') ? 'application/pdf' : 'text/plain');
        send(() => ask('notifications', {method: 'POST', body: chosen, type}));
      }}, make('label', {}, 'File', file), make('button', {type: 'submit', class: 'btn btn-primary'}, 'Import')),
      make('p', {}, make('button', {type: 'button', class: 'btn btn-default', onclick: () =>
        send(() => ask('notifications/sample', {method: 'POST'}))}, 'Try it with the sample')),
      said.line, lists);
    file.focus();
  });
}

function named(title, fields) {
  return fields && fields.length
    ? [make('p', {}, title), make('ul', {}, ...fields.map(field => make('li', {}, words(field))))]
    : [];
}

function showOutbox() {
  dialogue('Outbox', body => list(body));
}

async function list(body) {
  const said = notice();
  body.replaceChildren(said.line);
  said.say('Loading …');
  try {
    const letters = await ask('outbox');
    said.say(letters.length
      ? 'These letters lie in the folder data/outbox; none has left this machine.'
      : 'There is no letter for you. With a mail server configured, letters are sent and none lies here.');
    body.append(table(['Date', 'To', 'Subject', 'Attachments'], letters.map(letter => [
      letter.date, letter.to,
      make('button', {type: 'button', class: 'btn-link', onclick: () => read(body, letter.name)}, letter.subject),
      String(letter.attachments)])));
    const first = body.querySelector('td button');
    if (first) {
      first.focus();
    }
  } catch (error) {
    said.fail(error);
  }
}

async function read(body, name) {
  const said = notice();
  const back = make('button', {type: 'button', class: 'btn btn-default', onclick: () => list(body)}, 'Back to the list');
  try {
    const path = `outbox/${encodeURIComponent(name)}`;
    const letter = await ask(path);
    body.replaceChildren(
      make('p', {}, back),
      make('h3', {}, letter.subject),
      make('p', {}, `${letter.date}, to ${letter.to}`),
      make('pre', {class: 'assent-letter'}, letter.text),
      ...letter.attachments.map(file => make('p', {}, make('a', {
        href: address(`${path}/${encodeURIComponent(file)}`), download: file}, file))));
    back.focus();
  } catch (error) {
    said.fail(error);
    body.replaceChildren(make('p', {}, back), said.line);
  }
}
