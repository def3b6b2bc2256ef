// Assent in Cockpit: the history for auditors, on a page of its own and as tabs, and the clock on the dashboard.
const root = document.querySelector('base').getAttribute('app-root');
const tasklist = `${root}/api/tasklist/plugin/assent/static/app`;

async function controls() {
  const {ask} = await import(`${tasklist}/desk.js`);
  const desk = await ask('desk').catch(() => ({controls: []}));
  return desk.controls;
}

async function show(node, page) {
  if ((await controls()).includes('history')) {
    page(node, await import('./history.js'));
  } else {
    node.append('The history is for auditors.');
  }
}

export default [
  {
    id: 'assent-clock',
    pluginPoint: 'cockpit.dashboard',
    priority: 200,
    properties: {label: 'Clock of the desk'},
    render: async node => {
      const {make} = await import(`${tasklist}/desk.js`);
      if (!(await controls()).includes('clock')) {
        return;
      }
      const {clock} = await import(`${tasklist}/clock.js`);
      const control = make('div');
      node.append(make('section', {class: 'assent-dashboard', 'aria-label': 'Clock of the desk'},
        make('h3', {}, 'Clock of the desk'), control));
      clock(control);
    }
  },
  {
    id: 'assent-history-link',
    pluginPoint: 'cockpit.navigation',
    priority: 150,
    properties: {label: 'History'},
    render: async node => {
      if ((await controls()).includes('history')) {
        const link = document.createElement('a');
        link.href = '#/history';
        link.textContent = 'History';
        node.append(link);
      }
    }
  },
  {
    id: 'assent-history',
    pluginPoint: 'cockpit.route',
    priority: 100,
    properties: {path: '/history', label: 'History'},
    render: node => show(node, (there, history) => history.showHistory(there))
  },
  {
    id: 'assent-history-of-case',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 5,
    properties: {label: 'History'},
    render: (node, {processInstanceId}) => show(node, (there, history) => history.showInstance(there, processInstanceId))
  },
  {
    id: 'assent-history-of-process',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 5,
    properties: {label: 'History'},
    render: (node, {processDefinitionId}) =>
      show(node, (there, history) => history.showProcess(there, processDefinitionId))
  }
];
