const digit = /\p{Nd}/u;
const letter = /\p{L}/u;

/** The order of keys: numbers in them count as numbers, letters come after other characters. */
export function naturalOrder(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  const i = x.findIndex((each, at) => each !== y[at]);
  const [p, q] = [x[i], y[i]];
  if (p === undefined || q === undefined) return x.length - y.length;
  const [isLetter, isOther] = [letter.test(p), letter.test(q)];
  if (isLetter && isOther) return codeOf(p) - codeOf(q);
  if (isLetter !== isOther) return isLetter ? 1 : -1;
  return numberOrder(x, y, i) || codeOf(p) - codeOf(q);
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

function numberOrder(x: readonly string[], y: readonly string[], i: number): number {
  const inNumber = (x[i] === '0' || y[i] === '0') && continuesNumber(x, i);
  const [m, n] = [digitsAt(x, i), digitsAt(y, i)];
  const lead = inNumber ? '1' : '';
  return Number(`${lead}${m}` || '0') - Number(`${lead}${n}` || '0') || m.length - n.length;
}

/** Whether digits stand before, one of which is not 0. */
function continuesNumber(x: readonly string[], i: number): boolean {
  for (let j = i - 1; j >= 0 && digit.test(x[j] ?? ''); j -= 1) if (x[j] !== '0') return true;
  return false;
}

function digitsAt(x: readonly string[], i: number): string {
  let end = i;
  while (end < x.length && /[0-9]/.test(x[end] ?? '')) end += 1;
  return x.slice(i, end).join('');
}
