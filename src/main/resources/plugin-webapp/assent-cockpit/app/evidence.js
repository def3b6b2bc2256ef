// Evidence, on the page of a case and above the search: one verification for all cases, keys, bundles.
import {begin, ledger, make, notice, question, section, whole} from './view.js';

/**
 * Whether the record is what was written: the ledger's answer, the desk's public keys, and of a case the bundle that a
 * third party checks with them.
 */
export function evidence(page) {
  const said = notice();
  const found = make('div');
  const keys = make('div');
  const tell = state => {
    said.say(sentence(state));
    said.line.classList.toggle('assent-failed', ['wrong', 'failed'].includes(state.state));
    said.line.classList.toggle('assent-whole', state.state === 'whole');
    keys.replaceChildren(...(state.keys || []).length ? [published(state.keys)] : []);
    found.replaceChildren(...(state.findings || []).length ? [wrong(state.findings)] : []);
  };
  const wait = async () => {
    let state = await question(ledger('/verification'));
    while (state.state === 'running' && box.isConnected) {
      tell(state);
      await new Promise(again => setTimeout(again, 1000));
      state = await question(ledger('/verification'));
    }
    tell(state);
  };
  const button = make('button', {type: 'button', class: 'btn btn-primary btn-sm', onclick: async () => {
    button.disabled = true;
    said.say('Comparing the whole record with the ledger …');
    try {
      await begin(ledger('/verification'));
      await wait();
    } catch (error) {
      said.fail(error);
    } finally {
      button.disabled = false;
    }
  }}, 'Verify');
  const bundle = page ? make('a', {class: 'btn btn-default btn-sm', download: '', hidden: true,
    title: 'What third parties check with the program alone. Cases that called each other share one record, so all of them are in it.',
    href: whole(ledger(`/bundle?case=${encodeURIComponent(page.root)}`))},
  page.root === page.id ? 'Case bundle' : `Case bundle (whole of ${page.rootKey})`) : null;
  const box = make('div', {class: 'assent-evidence'},
    make('div', {class: 'assent-found'}, button, bundle, said.line),
    found, keys);
  question(ledger('/verification')).then(state => {
    if (bundle) {
      // it holds people's data, which who operates the engine does not read
      bundle.hidden = !state.bundles;
    }
    tell(state);
  }).catch(error => {
    button.disabled = true;
    said.fail(error);
  });
  return box;
}

/** What a third party holds against the key that came with a bundle. */
function published(keys) {
  return make('details', {class: 'assent-keys'},
    make('summary', {}, `The desk’s public ${keys.length === 1 ? 'key' : 'keys'}: ${keys[0].id}${keys.length > 1 ? ` and ${keys.length - 1} retired` : ''}`),
    make('p', {class: 'assent-hint'}, 'Give them to whoever checks a bundle, by another way than the bundle itself: verify-bundle FILE --key assent-public-keys.pem'),
    make('ul', {}, ...keys.map(key => make('li', {}, `${key.id}, ${key.isInForce ? 'in force' : 'retired'}, signs since ${minute(key.since)}; SHA-256 of the key: `, make('code', {}, key.fingerprint)))),
    make('p', {}, make('a', {class: 'btn btn-default btn-sm', download: '', href: whole(ledger('/keys'))}, 'Public keys (PEM)')));
}

const minute = time => `${new Date(time).toISOString().replace('T', ', ').substring(0, 17)} UTC`;

function sentence(state) {
  const when = state.ended ? ` at ${minute(state.ended)}` : '';
  switch (state.state) {
    case 'never': return 'Not verified since the desk was started: Verify compares every record with the ledger.';
    case 'running': return `Comparing ${state.what}: ${state.done}${state.of ? ` of ${state.of}` : ''} …`;
    case 'whole': return `Whole${when}: ${state.entries} entries under ${state.seals} ${state.seals === 1 ? 'seal' : 'seals'}, nothing was changed, left out, put in or moved.`;
    case 'unsealed': return `Nothing was changed${when}; ${state.unsealed} of ${state.entries} entries are not sealed yet, so of those nothing can be proved.`;
    case 'wrong': return `NOT whole${when}: ${state.wrong} ${state.wrong === 1 ? 'record is' : 'records are'} not what was written.`;
    default: return `The verification could not be carried out${when}. Please tell your administrator.`;
  }
}

function wrong(findings) {
  return section({id: 'wrong', title: 'What is wrong', note: '', columns: ['Fault', 'Where', 'What'],
    rows: findings.map(one => [one.fault, one.where, one.sentence].map(text => ({text, link: ''})))});
}
