// Numbers and dates as officials type them: Bengali digits, commas, blanks. Exact: whole numbers and a scale, no floats.
const BENGALI = '০১২৩৪৫৬৭৮৯';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** With Western digits, without blanks around. */
export function western(text) {
  return (text || '').replace(/[০-৯]/g, digit => String(BENGALI.indexOf(digit))).trim();
}

/** {units, scale}: 12.50 is 1250 of scale 2; null where it is no number. */
export function decimal(text) {
  const plain = western(text).replace(/[,\s\u00a0]/g, '').replace(/%$/, '');
  const parts = /^(-?)(\d{1,18})(?:\.(\d{1,9}))?$/.exec(plain);
  if (!parts) {
    return null;
  }
  const fraction = parts[3] || '';
  return {units: BigInt(`${parts[1]}${parts[2]}${fraction}`), scale: fraction.length};
}

function rescaled(number, scale) {
  return number.units * 10n ** BigInt(scale - number.scale);
}

export function add(one, other) {
  const scale = Math.max(one.scale, other.scale);
  return {units: rescaled(one, scale) + rescaled(other, scale), scale};
}

/** Below, at or above zero, as one is less than, equal to or more than the other. */
export function compare(one, other) {
  const scale = Math.max(one.scale, other.scale);
  const difference = rescaled(one, scale) - rescaled(other, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The sum of what can be read as numbers. */
export function sum(texts) {
  return texts.map(decimal).filter(Boolean).reduce(add, {units: 0n, scale: 0});
}

/** 24.50 as 24.5, 25.00 as 25. */
export function written(number) {
  const negative = number.units < 0n;
  const digits = String(negative ? -number.units : number.units).padStart(number.scale + 1, '0');
  const whole = digits.substring(0, digits.length - number.scale);
  const fraction = number.scale ? digits.substring(digits.length - number.scale).replace(/0+$/, '') : '';
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** The days since 1970 of 16 Jul, 16 Jul 2023, 2023-07-16 or 16/07/2023; null where it is no date of the calendar. */
export function day(text, fiscalYear) {
  const plain = western(text);
  let year;
  let month;
  let date;
  let parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (parts) {
    [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  } else if ((parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain))) {
    [date, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  } else if ((parts = /^(\d{1,2})[\s-]*([A-Za-z]{3,9})\.?,?(?:[\s-]*(\d{4}))?$/.exec(plain))) {
    date = Number(parts[1]);
    month = MONTHS.indexOf(parts[2].substring(0, 3).toLowerCase()) + 1;
    const begins = Number(fiscalYear.substring(0, 4));
    year = parts[3] ? Number(parts[3]) : month >= 7 ? begins : begins + 1;
  } else {
    return null;
  }
  const found = new Date(Date.UTC(year, month - 1, date));
  return month >= 1 && found.getUTCMonth() === month - 1 && found.getUTCDate() === date ? found.getTime() / 86400000 : null;
}

/** What the ladder says of the direction, in words; empty as long as it says nothing. */
export function direction(indicator, fiscalYear) {
  const isDate = indicator.kind === 'DATE';
  const values = indicator.ladder.filter(level => level && level.trim())
    .map(level => isDate ? asNumber(day(level, fiscalYear)) : decimal(level));
  if (values.length < 2 || values.some(value => value === null)) {
    return '';
  }
  const steps = values.slice(1).map((value, i) => compare(value, values[i]));
  if (steps.every(step => step < 0)) {
    return isDate ? 'Later is better' : 'Higher is better';
  }
  return steps.every(step => step > 0) ? (isDate ? 'Earlier is better' : 'Lower is better') : 'Runs both ways';
}

function asNumber(days) {
  return days === null ? null : {units: BigInt(days), scale: 0};
}

/** 2023-24 and one more is 2024-25. */
export function yearBeside(fiscalYear, years) {
  const begins = Number(fiscalYear.substring(0, 4)) + years;
  return `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`;
}
