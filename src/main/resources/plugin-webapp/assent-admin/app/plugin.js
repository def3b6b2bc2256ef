// Assent in Admin: appointments of deputies, which administrators of accounts may end. The page itself is Tasklist's.
const root = document.querySelector('base').getAttribute('app-root');
const tasklist = `${root}/api/tasklist/plugin/assent/static/app`;

const title = 'Deputies';
const page = '/deputies';

export default [
  {
    id: 'assent-deputies',
    pluginPoint: 'admin.dashboard.section',
    priority: -10,
    properties: {label: title, pagePath: `#${page}`},
    render: async node => {
      const {make} = await import(`${tasklist}/desk.js`);
      node.append(make('ul', {}, make('li', {}, make('a', {href: `#${page}`}, 'Appointments in force'))));
    }
  },
  {
    id: 'assent-deputies-page',
    pluginPoint: 'admin.route',
    priority: 0,
    properties: {label: title, path: page},
    render: async node => {
      const {make} = await import(`${tasklist}/desk.js`);
      const {administerDeputies} = await import(`${tasklist}/deputies.js`);
      const content = make('div');
      node.append(make('section', {class: 'assent-page', 'aria-label': title}, make('h3', {}, title), content));
      administerDeputies(content);
    }
  }
];
