// The page of a case: beside each task's form, and from the list of projects.
import {address, ask, dialogue, make, notice, openTask, refresh, table} from './desk.js';

/** Shows the case at this address; leave() is called before going to a task. */
export async function showCase(node, path, leave = () => {}, told = '') {
  node.replaceChildren(make('p', {class: 'assent-notice', role: 'status'}, 'Loading the case …'));
  try {
    const page = await ask(path);
    const again = message => showCase(node, path, leave, message);
    node.replaceChildren(
      make('div', {class: 'assent-case'},
        told ? make('p', {class: 'assent-notice assent-told', role: 'status'}, told) : null,
        make('h3', {class: 'assent-title'}, page.title),
        make('p', {}, page.code, ' – ', make('strong', {class: 'assent-state'}, page.state)),
        ...page.panels.map(panel => show(panel, node, again, leave))));
  } catch (error) {
    const said = notice();
    said.fail(error);
    node.replaceChildren(said.line);
  }
}

function show(panel, node, again, leave) {
  const section = make('section', {class: 'assent-panel', 'aria-label': panel.title}, make('h4', {}, panel.title));
  if (panel.facts.length) {
    section.append(make('dl', {},
      ...panel.facts.flatMap(fact => [make('dt', {}, fact.label), make('dd', {}, fact.value)])));
  }
  if (panel.rows.length) {
    section.append(table(panel.columns, panel.rows));
  }
  panel.actions.forEach(action => section.append(offer(action, node, again, leave)));
  return section;
}

function offer(action, node, again, leave) {
  if (action.kind === 'download' && action.fields.length) {
    const choice = input(action.fields[0]);
    return make('form', {class: 'assent-action', onsubmit: event => {
      event.preventDefault();
      window.location.assign(address(`${action.path}/${encodeURIComponent(choice.value)}`));
    }}, make('label', {}, action.fields[0].label, choice), make('button', {type: 'submit', class: 'btn btn-default'}, action.label));
  }
  if (action.kind === 'download') {
    return make('p', {}, make('a', {class: 'btn btn-default', href: address(action.path), download: true}, action.label));
  }
  const said = notice();
  const inputs = action.fields.map(field => [field, input(field)]);
  const file = action.kind === 'upload' ? make('input', {type: 'file', accept: '.csv,text/csv', required: true}) : null;
  const button = make('button', {type: 'submit', class: 'btn btn-default'}, action.label);
  return make('form', {class: 'assent-action', onsubmit: async event => {
    event.preventDefault();
    const values = Object.fromEntries(inputs.map(([field, entry]) => [field.name, entry.value]));
    button.disabled = true;
    said.say('One moment …');
    try {
      const answer = file
        ? await ask(`${action.path}/${encodeURIComponent(Object.values(values)[0])}`,
          {method: 'POST', body: file.files[0], type: 'text/csv'})
        : await ask(action.path, {method: 'POST', json: values});
      if (answer.task) {
        leave();
        openTask(answer.task);
      } else {
        refresh();
        await again(answer.message || 'Done.');
        node.scrollIntoView();
      }
    } catch (error) {
      said.fail(error);
    } finally {
      button.disabled = false;
    }
  }},
  ...inputs.map(([field, entry]) => make('label', {}, field.label, entry)),
  file ? make('label', {}, 'File', file) : null,
  button, said.line);
}

function input(field) {
  return field.choices.length
    ? make('select', {name: field.name, class: 'form-control', required: true},
      ...field.choices.map(choice => make('option', {value: choice.value}, choice.label)))
    : make('input', {name: field.name, class: 'form-control', type: 'text', required: true});
}

/** The list of the projects that the official may see; each opens its case. */
export function showProjects() {
  dialogue('Projects', async (body, close) => {
    try {
      const projects = await ask('projects');
      if (!projects.length) {
        body.append(make('p', {}, 'There is no project that concerns you yet.'));
      }
      body.append(make('ul', {class: 'assent-projects'}, ...projects.map(project => make('li', {},
        make('button', {type: 'button', class: 'btn btn-link', onclick: () => showCase(body, `projects/${encodeURIComponent(project.code)}`, close)},
          `${project.code}  ${project.title}`),
        make('span', {class: 'assent-state'}, project.state)))));
      const first = body.querySelector('button');
      if (first) {
        first.focus();
      }
    } catch (error) {
      const said = notice();
      said.fail(error);
      body.append(said.line);
    }
  });
}
