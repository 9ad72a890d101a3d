import type { Json } from '../../json.ts';
import { isTextSetting } from '../../api/index.ts';
import { parseSetPath, type SetStep } from './set-path.ts';

/** One `--set path=value`. */
export interface SetExpression {
  /** As it was given. */
  readonly text: string;
  readonly steps: readonly SetStep[];
  readonly value: Json;
}

/**
 * Reads `path=value`: only the first `=` separates, both sides are trimmed, without one the value is the empty text. The
 * value is an integer, a number, a boolean or else text, in which `\,` is a comma; there is no form for lists.
 *
 * @throws {MeshctlError} `usage` when the path cannot be read.
 */
export function parseSet(text: string): SetExpression {
  const separator = text.indexOf('=');
  const path = (separator < 0 ? text : text.slice(0, separator)).trim();
  const value = separator < 0 ? '' : text.slice(separator + 1).trim();
  const steps = parseSetPath(path);
  return { text, steps, value: isAlwaysText(path) ? value : typedFor(steps, value) };
}

/** Numbers count as text where the values of the charts want text, which booleans do not. */
function typedFor(steps: readonly SetStep[], text: string): Json {
  const value = typed(text);
  const [first, ...below] = steps.map((step) => ('key' in step ? step.key : 0));
  return typeof value === 'number' && first === 'values' && isTextSetting(below) ? text : value;
}

const texts = new Set(['tag', 'values.global.tag', 'compatibilityVersion', 'values.compatibilityVersion']);

const isAlwaysText = (path: string): boolean =>
  texts.has(path) || /^(values\.)?meshConfig\.defaultConfig\.proxyMetadata\./.test(path);

function typed(value: string): Json {
  if (/^[+-]?\d+$/.test(value) && Number.isSafeInteger(Number(value))) return Number(value);
  if (isNumber(value)) return Number(value);
  if (/^(true|t|TRUE|True|T)$/.test(value)) return true;
  if (/^(false|f|FALSE|False|F)$/.test(value)) return false;
  return value.replaceAll('\\,', ',');
}

/** What Go's ParseFloat takes and JSON can hold. */
function isNumber(value: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) && Number.isFinite(Number(value));
}
