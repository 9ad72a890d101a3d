import { TemplateFault } from '../template-fault.ts';
import { sortedKeys } from '../values/go-map.ts';
import { GoFunction, GoInt, GoStruct, type GoMap, type GoValue } from '../values/go-value.ts';
import { checkNesting } from '../values/nesting.ts';

export interface JsonStyle {
  /** Whether `<`, `>` and `&` are escaped, as Go does unless told otherwise. */
  readonly escapeHtml: boolean;
  /** Blanks per level; without it all is in one line. */
  readonly indent?: string;
}

/** A value as `encoding/json` writes it: keys in order. */
export function writeJson(value: GoValue, style: JsonStyle, level = 0): string {
  checkNesting(level);
  if (typeof value === 'string') return writeText(value, style.escapeHtml);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value !== 'object') return value === true ? 'true' : value === false ? 'false' : 'null';
  return value === null ? 'null' : writeObject(value, style, level);
}

function writeObject(value: GoValue & object, style: JsonStyle, level: number): string {
  if (value instanceof GoInt) return value.value.toString();
  if (value instanceof GoFunction) throw new TemplateFault('a function cannot be written as JSON');
  const inner = level + 1;
  if (Array.isArray(value))
    return bracketed(
      '[]',
      value.map((each) => writeJson(each, style, inner)),
      style,
      level,
    );
  if (value instanceof GoStruct) return writeStruct(value, style, level);
  return writeFields(value, sortedKeys(value), style, level);
}

function writeStruct(value: GoStruct, style: JsonStyle, level: number): string {
  if (value.nil) return 'null';
  if (value.json !== undefined) return writeJson(value.json(), style, level);
  return writeFields(value.fields, Object.keys(value.fields), style, level);
}

function writeFields(map: GoMap, keys: readonly string[], style: JsonStyle, level: number): string {
  const colon = style.indent === undefined ? ':' : ': ';
  const entries = keys.map(
    (key) => `${writeText(key, style.escapeHtml)}${colon}${writeJson(map[key], style, level + 1)}`,
  );
  return bracketed('{}', entries, style, level);
}

function bracketed(brackets: string, items: readonly string[], { indent }: JsonStyle, level: number): string {
  const [open, close] = [brackets.charAt(0), brackets.charAt(1)];
  if (items.length === 0) return brackets;
  if (indent === undefined) return open + items.join(',') + close;
  const line = `\n${indent.repeat(level)}`;
  return `${open}${line}${indent}${items.join(`,${line}${indent}`)}${line}${close}`;
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TemplateFault('JSON has no number that is not finite');
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}

function writeText(text: string, escapeHtml: boolean): string {
  const written = JSON.stringify(text).replace(/[\u2028\u2029]/g, escaped);
  return escapeHtml ? written.replace(/[<>&]/g, escaped) : written;
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
