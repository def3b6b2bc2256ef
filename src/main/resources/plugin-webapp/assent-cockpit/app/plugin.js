// Assent in Cockpit: the clock on the dashboard. The control itself is Tasklist's.
const root = document.querySelector('base').getAttribute('app-root');
const tasklist = `${root}/api/tasklist/plugin/assent/static/app`;

export default [
  {
    id: 'assent-clock',
    pluginPoint: 'cockpit.dashboard',
    priority: 200,
    properties: {label: 'Clock of the desk'},
    render: async node => {
      const {ask, make} = await import(`${tasklist}/desk.js`);
      const desk = await ask('desk').catch(() => ({controls: []}));
      if (!desk.controls.includes('clock')) {
        return;
      }
      const {clock} = await import(`${tasklist}/clock.js`);
      const control = make('div');
      node.append(make('section', {class: 'assent-dashboard', 'aria-label': 'Clock of the desk'},
        make('h3', {}, 'Clock of the desk'), control));
      clock(control);
    }
  }
];
