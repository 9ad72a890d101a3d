import { parse } from 'yaml';
import { isObject, type Json, type JsonObject } from '../src/json.ts';

/**
 * How a value differs from a recorded one, in which null in maps is absence, `$yaml` and `$json` hold texts that were
 * parsed, `$template` and `$omitted` stand for any text, and the version of the charts is a place-holder.
 */
export function differences(recorded: Json, given: Json | undefined, path = ''): string[] {
  if (isObject(recorded)) return objectDifferences(recorded, given, path);
  if (Array.isArray(recorded)) return listDifferences(recorded, given, path);
  return isSame(recorded, given) ? [] : [`${path}: ${shown(given)}, not ${shown(recorded)}`];
}

function isSame(recorded: Json, given: Json | undefined): boolean {
  if (typeof recorded !== 'string' || typeof given !== 'string') return recorded === given;
  return recorded === given || given.replace(/\d+\.\d+\.\d+[\w.-]*$/, '@CHART_VERSION@') === recorded;
}

function objectDifferences(recorded: JsonObject, given: Json | undefined, path: string): string[] {
  if (recorded.$template === true || recorded.$omitted === true)
    return typeof given === 'string' && given !== '' ? [] : [`${path}: no text`];
  if (recorded.$yaml !== undefined) return differences(recorded.$yaml, read(given, parse), path);
  if (recorded.$json !== undefined) return differences(recorded.$json, read(given, JSON.parse), path);
  return isObject(given) ? mapDifferences(recorded, given, path) : [`${path}: ${shown(given)}, not a map`];
}

function read(text: Json | undefined, reader: (text: string) => unknown): Json | undefined {
  return typeof text === 'string' ? (reader(text) as Json) : text;
}

function mapDifferences(recorded: JsonObject, given: JsonObject, path: string): string[] {
  const keys = new Set([...Object.keys(recorded), ...Object.keys(given)]);
  return [...keys].flatMap((key) => {
    const inner = `${path}.${key}`;
    const wanted = valueOf(recorded, key);
    const found = valueOf(given, key);
    if (wanted === undefined) return found === undefined ? [] : [`${inner}: ${shown(found)} is not wanted`];
    return found === undefined ? [`${inner}: missing ${shown(wanted)}`] : differences(wanted, found, inner);
  });
}

/** Null is as good as absent. */
function valueOf(map: JsonObject, key: string): Json | undefined {
  const value: Json | undefined = map[key];
  return value === null ? undefined : value;
}

function listDifferences(recorded: readonly Json[], given: Json | undefined, path: string): string[] {
  if (!Array.isArray(given)) return [`${path}: ${shown(given)}, not a list`];
  if (given.length !== recorded.length)
    return [
      `${path}: ${given.length} items, not ${recorded.length}: ${shown(given)} instead of ${shown([...recorded])}`,
    ];
  return recorded.flatMap((item, index) => differences(item, given[index], `${path}[${index}]`));
}

const shown = (value: Json | undefined): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 300);
