import { parse } from 'yaml';
import { isObject, type Json } from '../src/json.ts';

/**
 * How a value differs from a recorded one, in which null in maps is absence, `$yaml` and `$json` hold texts that were
 * parsed, `$template` and `$omitted` stand for any text, and the version of the charts is a place-holder.
 */
export function differences(recorded: Json, given: Json | undefined, path = ''): string[] {
  if (isObject(recorded)) {
    const marked = markedText(recorded, given);
    if (marked === 'any') return typeof given === 'string' && given !== '' ? [] : [`${path}: no text`];
    if (marked !== undefined) return differences(marked.recorded, marked.given, path);
    return isObject(given) ? mapDifferences(recorded, given, path) : [`${path}: ${shown(given)}, not a map`];
  }
  if (Array.isArray(recorded)) return listDifferences(recorded, given, path);
  if (typeof recorded === 'string' && recorded.includes('@CHART_VERSION@'))
    return typeof given === 'string' && given.replace(/\d+\.\d+\.\d+[\w.-]*$/, '@CHART_VERSION@') === recorded
      ? []
      : [`${path}: ${shown(given)}, not ${recorded}`];
  return recorded === given ? [] : [`${path}: ${shown(given)}, not ${shown(recorded)}`];
}

type Marked = { readonly recorded: Json; readonly given: Json | undefined } | 'any' | undefined;

function markedText(recorded: { readonly [key: string]: Json }, given: Json | undefined): Marked {
  if (recorded.$template === true || recorded.$omitted === true) return 'any';
  if (recorded.$yaml !== undefined) return { recorded: recorded.$yaml, given: read(given, parse) };
  if (recorded.$json !== undefined) return { recorded: recorded.$json, given: read(given, JSON.parse) };
  return undefined;
}

function read(text: Json | undefined, reader: (text: string) => unknown): Json | undefined {
  return typeof text === 'string' ? (reader(text) as Json) : text;
}

function mapDifferences(
  recorded: { readonly [key: string]: Json },
  given: { readonly [key: string]: Json },
  path: string,
): string[] {
  const keys = new Set([...Object.keys(recorded), ...Object.keys(given)]);
  return [...keys].flatMap((key) => {
    const inner = `${path}.${key}`;
    const wanted = recorded[key] ?? undefined;
    const found = given[key] ?? undefined;
    if (wanted === undefined) return found === undefined ? [] : [`${inner}: ${shown(found)} is not wanted`];
    return found === undefined ? [`${inner}: missing ${shown(wanted)}`] : differences(wanted, found, inner);
  });
}

function listDifferences(recorded: readonly Json[], given: Json | undefined, path: string): string[] {
  if (!Array.isArray(given)) return [`${path}: ${shown(given)}, not a list`];
  if (given.length !== recorded.length)
    return [
      `${path}: ${given.length} items, not ${recorded.length}: ${shown(given)} instead of ${shown([...recorded])}`,
    ];
  return recorded.flatMap((item, index) => differences(item, given[index], `${path}[${index}]`));
}

const shown = (value: Json | undefined): string => JSON.stringify(value)?.slice(0, 300) ?? 'nothing';
