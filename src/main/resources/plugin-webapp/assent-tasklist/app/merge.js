// Two people wrote in one draft: what each changed since the same base is put together, cell by cell.

/** Every cell that differs: {key, field, name, before, after}; a whole item that came or went has no field. */
export function differences(before, after) {
  const found = [];
  compareItem('', before, after, found);
  return found;
}

function compareItem(key, before, after, found) {
  for (const field of fields(before, after)) {
    const one = before[field];
    const other = after[field];
    if (isKeyed(one) || isKeyed(other)) {
      const ones = byKey(one);
      const others = byKey(other);
      for (const item of one || []) {
        if (others.has(item.key)) {
          compareItem(item.key, item, others.get(item.key), found);
        } else {
          found.push({key: item.key, field: '', list: field, before: item.name || named(item), after: ''});
        }
      }
      for (const item of other || []) {
        if (!ones.has(item.key)) {
          found.push({key: item.key, field: '', list: field, before: '', after: item.name || named(item)});
        }
      }
      const kept = (one || []).map(item => item.key).filter(own => others.has(own));
      const now = (other || []).map(item => item.key).filter(own => ones.has(own));
      if (kept.join() !== now.join()) {
        found.push({key, field: 'order', list: field, before: 'as it was', after: 'in another order'});
      }
    } else if (field === 'ladder') {
      for (let level = 0; level < 5; level++) {
        if (text(one, level) !== text(other, level)) {
          found.push({key, field: `ladder.${level}`, before: text(one, level), after: text(other, level)});
        }
      }
    } else if (flat(one) !== flat(other) && field !== 'key') {
      found.push({key, field, before: flat(one), after: flat(other)});
    }
  }
}

/**
 * What both wrote, on what theirs is now. Where both changed one cell, decide({key, field, name, before, mine, theirs})
 * tells whose counts: 'mine' or 'theirs'.
 */
export function merge(base, mine, theirs, decide) {
  return withoutTwins(mergeItem('', base, mine, theirs, decide));
}

function mergeItem(key, base, mine, theirs, decide) {
  const merged = {...theirs};
  for (const field of fields(mine, theirs)) {
    if (isKeyed(base[field]) || isKeyed(mine[field]) || isKeyed(theirs[field])) {
      merged[field] = mergeList(base[field] || [], mine[field] || [], theirs[field] || [], decide);
    } else if (field === 'ladder') {
      merged.ladder = [0, 1, 2, 3, 4].map(level => mergeValue(
        {key, field: `ladder.${level}`, name: mine.name || ''},
        text(base.ladder, level), text(mine.ladder, level), text(theirs.ladder, level), decide));
    } else {
      merged[field] = mergeValue({key, field, name: mine.name || ''}, base[field], mine[field], theirs[field], decide);
    }
  }
  return merged;
}

function mergeValue(cell, base, mine, theirs, decide) {
  if (flat(mine) === flat(theirs) || flat(mine) === flat(base)) {
    return theirs;
  }
  if (flat(theirs) === flat(base)) {
    return mine;
  }
  return decide({...cell, before: flat(base), mine: flat(mine), theirs: flat(theirs)}) === 'mine' ? mine : theirs;
}

function mergeList(base, mine, theirs, decide) {
  const bases = byKey(base);
  const mines = byKey(mine);
  const theirItems = byKey(theirs);
  const common = list => list.map(item => item.key).filter(key => bases.has(key) && mines.has(key) && theirItems.has(key)).join();
  const leading = common(mine) === common(base) ? theirs : mine;
  const following = leading === theirs ? mine : theirs;
  const order = leading.map(item => item.key);
  // what only the other list has goes behind the item that it stands behind there
  following.forEach((item, i) => {
    if (!order.includes(item.key)) {
      const before = i === 0 ? -1 : order.indexOf(following[i - 1].key);
      order.splice(before + 1, 0, item.key);
    }
  });
  return order.map(key => {
    const [was, own, other] = [bases.get(key), mines.get(key), theirItems.get(key)];
    if (own && other) {
      return mergeItem(key, was || other, own, other, decide);
    }
    if (!was) {
      return own || other;
    }
    // one removed it: it is gone, unless the other changed it meanwhile and the official wants it
    const left = own || other;
    if (!differences({items: [was]}, {items: [left]}).length) {
      return null;
    }
    const choice = decide({key, field: '', name: left.name || named(left), before: named(was),
      mine: own ? named(own) : '(removed)', theirs: other ? named(other) : '(removed)'});
    return (choice === 'mine' ? own : other) || null;
  }).filter(Boolean);
}

/** An item that was moved to another place by one and changed by the other stands twice: the first stays. */
function withoutTwins(content) {
  const seen = new Set();
  const once = list => (list || []).filter(item => !seen.has(item.key) && seen.add(item.key));
  content.objectives = once(content.objectives);
  content.objectives.forEach(objective => {
    objective.activities = once(objective.activities);
    objective.activities.forEach(activity => {
      activity.indicators = once(activity.indicators);
    });
  });
  return content;
}

function fields(one, other) {
  return [...new Set([...Object.keys(one || {}), ...Object.keys(other || {})])];
}

function isKeyed(value) {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === 'object';
}

function byKey(list) {
  return new Map((list || []).map(item => [item.key, item]));
}

function text(list, index) {
  return (list && list[index]) || '';
}

function flat(value) {
  return Array.isArray(value) ? value.map(one => typeof one === 'object' ? one.key : one).join('\n') : value || '';
}

/** An item in a few words. */
export function named(item) {
  return item.name || item.acronym || item.organisation || 'without a name yet';
}
