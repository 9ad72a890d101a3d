/**
 * Text that steers what shows it: control characters, line separators and direction marks in a terminal, halves of
 * surrogate pairs, and what a CI system reads as a command (`::name::` that opens a line, `##[name]`, `##vso[name]`).
 */
const steering =
  /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|(?<=#)#(?=\w*\[)|(?=::)(?<=^\s*):/gu;

const short = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** One line of text that is safe to print: anything in it that would steer the screen is spelt out, as in `\x1b`. */
export function printable(text: string): string {
  return text.replace(steering, spellOut);
}

/** Data printed line by line: the escapes of JSON and YAML strings (`\u001b`) stand for what would steer the screen. */
export function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(steering, (char) => `\\u${hex(char, 4)}`))
    .join('\n');
}

/** The places in a text that {@link printable} changes: offset to replacement. */
export function unprintable(text: string): Map<number, string> {
  return new Map(Array.from(text.matchAll(steering), (match) => [match.index, spellOut(match[0])]));
}

function spellOut(char: string): string {
  const known = short.get(char);
  if (known !== undefined) return known;
  return char < '\u0100' ? `\\x${hex(char, 2)}` : `\\u${hex(char, 4)}`;
}

function hex(char: string, digits: number): string {
  return char.charCodeAt(0).toString(16).padStart(digits, '0');
}
