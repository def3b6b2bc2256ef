// The versions of a document, and what each says otherwise than another.
import {address, ask, make, notice, table} from './desk.js';
import {moment} from './comments.js';

/** @param show(number) shows a version's document; left out where there is nowhere to show it */
export async function showVersions(node, path, show) {
  const said = notice();
  node.replaceChildren(said.line);
  said.say('Loading the versions …');
  let versions;
  try {
    versions = await ask(`${path}/versions`);
  } catch (error) {
    said.fail(error);
    return;
  }
  if (!versions.length) {
    said.say('No version has been submitted yet. Each submission becomes a version that never changes again.');
    return;
  }
  said.say('');
  node.append(table(['Version', 'State', 'Submitted', 'Drafted by', 'Approved by', 'Reason', '', ''],
    [...versions].reverse().map(version => [
      `${version.number}${version.revision ? ' (revision)' : ''}`, version.state, moment(version.submittedAt),
      version.submittedBy, version.approvedBy, version.reason,
      show ? make('button', {type: 'button', class: 'btn btn-link', 'aria-label': `Show version ${version.number}`,
        onclick: () => show(version.number)}, 'Show') : '',
      make('a', {href: address(`${path}/versions/${version.number}/agreement.pdf`), download: '',
        'aria-label': `Version ${version.number} as PDF`}, 'PDF')])));
  if (versions.length < 2) {
    return;
  }
  const choice = (label, chosen) => make('select', {class: 'form-control', 'aria-label': label},
    ...versions.map(version => make('option', {value: String(version.number), selected: version.number === chosen}, `Version ${version.number}`)));
  const from = choice('Differences from', versions[versions.length - 2].number);
  const to = choice('to', versions[versions.length - 1].number);
  const result = make('div', {class: 'assent-differences'});
  const compare = async () => {
    const told = notice();
    result.replaceChildren(told.line);
    told.say('Comparing …');
    try {
      const found = await ask(`${path}/differences?from=${from.value}&to=${to.value}`);
      told.say(found.length ? `${found.length} ${found.length === 1 ? 'difference' : 'differences'}:` : 'The two versions say the same.');
      if (found.length) {
        result.append(differencesTable(found));
      }
    } catch (error) {
      told.fail(error);
    }
  };
  from.addEventListener('change', compare);
  to.addEventListener('change', compare);
  node.append(
    make('h4', {}, 'Differences'),
    make('div', {class: 'assent-action'}, make('label', {}, 'From', from), make('label', {}, 'to', to)),
    result);
  await compare();
}

/** [{number, label, before, after}] as a table. */
export function differencesTable(found) {
  return table(['No.', 'What', 'Before', 'After'], found.map(one => [
    one.number ? `[${one.number}]` : '', one.label, make('span', {class: 'assent-text'}, one.before), make('span', {class: 'assent-text'}, one.after)]));
}
