import { isObject } from '../src/json.ts';
import { yamlDocument } from './yaml-document.ts';

/**
 * A value as YAML that readers of YAML 1.1 and 1.2 take alike, one line per scalar, but for texts of several lines. What
 * would steer a terminal is written as an escape: the value is the same. Maps, lists and simple words are written here, as
 * the library would, at a fraction of its time; every other text and value by the library itself. A module of its own so
 * that only what prints YAML loads the library.
 */
export function yamlText(value: unknown): string {
  if (!isCollection(value) || !isPlain(value)) return yamlDocument(value);
  const lines: string[] = [];
  writeItems(value, '', '', lines);
  return `${lines.join('\n')}\n`;
}

type Collection = readonly unknown[] | Readonly<Record<string, unknown>>;

const isCollection = (value: unknown): value is Collection => {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) && Object.keys(value).length > 0;
};

/** Whether a value is nothing but maps, lists, texts, finite numbers, booleans and null, with keys of one short line. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isObject(value)) return value === null || typeof value === 'string' || typeof value === 'boolean';
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(
    ([key, item]) => key.length < 500 && !/\n|^(---|\.\.\.)/.test(key) && isPlain(item),
  );
}

/** Writes the items of a map or list; the first one goes after `lead`, on the line of the dash that it stands at. */
function writeItems(value: Collection, indent: string, lead: string, lines: string[]): void {
  let start = lead === '' ? indent : lead;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (isCollection(item)) writeItems(item, `${indent}  `, `${start}- `, lines);
      else lines.push(`${start}- ${scalar(item, indent)}`);
      start = indent;
    }
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    const name = `${start}${scalar(key, indent)}:`;
    if (isCollection(item)) {
      lines.push(name);
      writeItems(item, `${indent}  `, '', lines);
    } else lines.push(`${name} ${scalar(item, indent)}`);
    start = indent;
  }
}

/** A value without items; lines of a longer text stand two columns further in than what holds it. */
function scalar(value: unknown, indent: string): string {
  if (Array.isArray(value)) return '[]';
  if (typeof value === 'object' && value !== null) return '{}';
  if (typeof value !== 'string') return Object.is(value, -0) ? '-0' : String(value);
  if (isWord(value)) return value;
  const text = written.get(value) ?? writtenByLibrary(value);
  return indent === '' ? text : text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

/** Short texts that the library has written already: most come often. */
const written = new Map<string, string>();

function writtenByLibrary(value: string): string {
  const text = yamlDocument({ _: value }).slice('_: '.length, -1);
  if (value.length < 100 && written.size < 5000) written.set(value, text);
  return text;
}

/** Whether a text is written as it stands: what no reader takes for something else, and nothing steers by. */
const isWord = (text: string): boolean =>
  /^[A-Za-z][\x20-\x7e]*$/.test(text) && !/: | #|[ :-]$|##|::/.test(text) && !reserved.test(text);

const reserved = /^(y|n|yes|no|on|off|true|false|null)$/i;
