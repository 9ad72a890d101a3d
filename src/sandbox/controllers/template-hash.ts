import { isObject, type Json } from '../../json.ts';
import { compareText } from '../../compare-text.ts';
import { hashSuffix } from '../random-name.ts';

/** Ten letters that stand for a template, whatever the order of its fields. */
export const templateHash = (template: Json): string => hashSuffix(JSON.stringify(sorted(template)), 10);

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
