const separators = /[\s_-]/;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const cased = /[\p{Lu}\p{Ll}]/u;
const digit = /\p{Nd}/u;

/** `HTTPServer` as `http_server`: words are told by capitals, and by numbers that small letters follow. */
export function separatedCase(text: string, connector: string): string {
  const all = Array.from(text);
  let result = '';
  let startsWithDigit = false;
  for (const [i, letter] of all.entries()) {
    const before = all[i - 1] ?? '_';
    if (separators.test(letter)) result += connector;
    else {
      const starts = separators.test(before) || startsWord(all, i, before, startsWithDigit);
      if (starts) startsWithDigit = digit.test(letter);
      result += (starts && !separators.test(before) ? connector : '') + letter.toLowerCase();
    }
  }
  return result;
}

function startsWord(all: readonly string[], i: number, before: string, inNumber: boolean): boolean {
  const letter = all[i] ?? '';
  if (upper.test(letter)) {
    if (upper.test(before)) return lower.test(all[i + 1] ?? '');
    return lower.test(before) || digit.test(before);
  }
  if (!digit.test(letter) || inNumber) return false;
  return cased.test(before) && lower.test(firstAfterDigits(all, i));
}

function firstAfterDigits(all: readonly string[], i: number): string {
  let end = i;
  while (digit.test(all[end] ?? '')) end += 1;
  return all[end] ?? '';
}

/** `http_server` as `HttpServer`. Separators at both ends stay, and those that follow another one. */
export function pascalCase(text: string): string {
  const [, start = '', middle = '', end = ''] = /^([\s_-]*)(.*?)([\s_-]*)$/s.exec(text) ?? [];
  const words = middle.replace(/(?:^|[\s_-])([^\s_-]+)/g, (_, word: string) => capitalized(word));
  return start + words + end;
}

/** Of the capitals that a word starts with, the first one stays. */
function capitalized(word: string): string {
  const capitals = /^\p{Lu}*/u.exec(word)?.[0].length ?? 0;
  const start = word.slice(0, Math.max(capitals, 1)).toLowerCase();
  return start.charAt(0).toUpperCase() + start.slice(1) + word.slice(Math.max(capitals, 1));
}
